#pragma once
// Remembers where type_lookup found names. An entry is good as long as the type's root shape keeps its id: type_modified() gives a new one.
#include <cstdlib>
#include <new>

#include "objects/types/str.h"

namespace mp {

class MethodCache {
public:
    struct Entry {
        std::uint32_t shape_id; // ids begin at 1
        StrObject* name;        // interned, owned: so that its address means this text
        const Value* cell;      // null: the type has no such attribute
    };
    // All entries empty. From calloc: memory that nobody needs is not touched.
    MethodCache() : entries_(static_cast<Entry*>(std::calloc(size, sizeof(Entry)))) {
        if (!entries_) throw std::bad_alloc();
    }
    ~MethodCache() { std::free(entries_); }
    MethodCache(const MethodCache&) = delete;
    Entry& entry(const Type& type, const StrObject* name) noexcept {
        const auto hash =
            (reinterpret_cast<std::uintptr_t>(name) >> 4) ^ (type.instance_shape->id * std::uint32_t{0x9E3779B1} >> 8);
        return entries_[hash & (size - 1)];
    }
    static void fill(Entry& entry, std::uint32_t shape_id, StrObject& name, const Value* cell) noexcept {
        StrObject* old = entry.name;
        retain(&name);
        entry = {shape_id, &name, cell};
        if (old) release(old);
    }

private:
    static constexpr std::size_t size = 2048;
    Entry* const entries_;
};

} // namespace mp
