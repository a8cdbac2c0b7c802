#pragma once
// Remembers where type_lookup found names. An entry is good as long as the type's root shape keeps its id: type_modified() gives a new one.
#include <array>

#include "objects/types/str.h"

namespace mp {

class MethodCache {
public:
    struct Entry {
        std::uint32_t shape_id = 0;  // ids begin at 1
        StrObject* name = nullptr;   // interned, owned: so that its address means this text
        const Value* cell = nullptr; // null: the type has no such attribute
    };
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
    void clear() noexcept {
        for (Entry& entry : entries_) {
            StrObject* name = entry.name;
            entry = {};
            if (name) release(name);
        }
    }

private:
    static constexpr std::size_t size = 2048;
    std::array<Entry, size> entries_;
};

} // namespace mp
