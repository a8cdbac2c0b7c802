#pragma once
// What the inline caches of attribute instructions have found, shared by all instructions: the second level behind them, for places that meet several types.
#include <cstdlib>
#include <new>

#include "interp/bytecode/code_unit.h"
#include "objects/types/str.h"

namespace mp {

// Entries are looked up by a shape's id (with the kind of access in its high bits) and an interned name, and hold the cache words of ops_attributes.cpp. Ids are
// never used again, so entries never lie; names are owned, so that an address means one text.
class AttributeCache {
public:
    struct Entry {
        Word id; // 0: empty
        Word kind;
        Word address[2];
        StrObject* name; // owned
    };
    // All entries empty. From calloc: memory that nobody needs is not touched.
    AttributeCache() : entries_(static_cast<Entry*>(std::calloc(size, sizeof(Entry)))) {
        if (!entries_) throw std::bad_alloc();
    }
    ~AttributeCache() { std::free(entries_); }
    AttributeCache(const AttributeCache&) = delete;

    const Entry* find(Word id, const StrObject& name) const noexcept {
        const Entry& entry = entries_[index(id, name)];
        return entry.id == id && entry.name == &name ? &entry : nullptr;
    }
    void put(Word id, StrObject& name, Word kind, Word address_low, Word address_high) noexcept {
        if (closed_ || !name.is_interned()) return;
        any_ = true;
        Entry& entry = entries_[index(id, name)];
        StrObject* const old = entry.name;
        retain(&name);
        entry = {id, kind, {address_low, address_high}, &name};
        if (old) release(old);
    }
    // Releases the names; nothing is remembered from now on: finalisers may run while an interpreter ends.
    void close() noexcept {
        closed_ = true;
        for (std::size_t i = 0; any_ && i < size; ++i) {
            StrObject* const name = entries_[i].name;
            entries_[i] = {};
            if (name) release(name);
        }
    }

private:
    static constexpr std::size_t size = 1024;
    static std::size_t index(Word id, const StrObject& name) noexcept {
        return ((reinterpret_cast<std::uintptr_t>(&name) >> 4) ^ (id * Word{0x9E3779B1} >> 12)) & (size - 1);
    }
    Entry* const entries_;
    bool any_ = false;
    bool closed_ = false;
};

} // namespace mp
