#pragma once
// What the inline caches of attribute instructions have found, shared by all instructions: the second level behind them, for places that meet several types.
#include <array>

#include "interp/bytecode/code_unit.h"
#include "objects/types/str.h"

namespace mp {

// Entries are looked up by a shape's id (with the kind of access in its high bits) and an interned name, and hold the cache words of ops_attributes.cpp. Ids are
// never used again, so entries never lie; names are owned, so that an address means one text.
class AttributeCache {
public:
    struct Entry {
        Word id = 0; // 0: empty
        Word kind = 0;
        Word address[2] = {};
        StrObject* name = nullptr; // owned
    };
    AttributeCache() = default;
    AttributeCache(const AttributeCache&) = delete;

    const Entry* find(Word id, const StrObject& name) const noexcept {
        const Entry& entry = entries_[index(id, name)];
        return entry.id == id && entry.name == &name ? &entry : nullptr;
    }
    void put(Word id, StrObject& name, Word kind, Word address_low, Word address_high) noexcept {
        if (closed_ || !name.is_interned()) return;
        Entry& entry = entries_[index(id, name)];
        StrObject* const old = entry.name;
        retain(&name);
        entry = {id, kind, {address_low, address_high}, &name};
        if (old) release(old);
    }
    // Releases the names; nothing is remembered from now on: finalisers may run while an interpreter ends.
    void close() noexcept {
        closed_ = true;
        for (Entry& entry : entries_) {
            StrObject* const name = entry.name;
            entry = {};
            if (name) release(name);
        }
    }

private:
    static constexpr std::size_t size = 1024;
    static std::size_t index(Word id, const StrObject& name) noexcept {
        return ((reinterpret_cast<std::uintptr_t>(&name) >> 4) ^ (id * Word{0x9E3779B1} >> 12)) & (size - 1);
    }
    std::array<Entry, size> entries_;
    bool closed_ = false;
};

} // namespace mp
