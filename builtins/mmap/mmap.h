#pragma once
// mmap.mmap: files and anonymous memory in the address space.
#include <cstdint>
#include <span>

#include "objects/core/runtime.h"

namespace mp::mmap_module {

enum class Access : std::uint8_t { standard, read, write, copy };

struct MmapObject : Object {
    std::uint8_t* data; // null once closed
    std::int64_t length;
    std::int64_t position;
    std::int64_t offset;  // in the file
    std::int64_t exports; // views alive: the mapping stays where it is
    int descriptor;       // a duplicate of its own; -1: none
    int protection;       // PROT_…
    int flags;            // MAP_…
    bool anonymous;
    bool tracks_file; // false: made without a descriptor of its own (trackfd=False)
    Access access;

    std::span<std::uint8_t> span() const noexcept { return {data, static_cast<std::size_t>(length)}; }
    // What is left from the position on.
    std::int64_t remaining() const noexcept { return position < length ? length - position : 0; }
};

struct MmapIteratorObject : Object {
    MmapObject* map; // owned; null once exhausted
    std::int64_t index;
};

struct State : ModuleState {
    OptRef<Type> iterator;
};
inline State& state_of(Runtime& rt) { return rt.module_state<State>(); }

inline MmapObject& mmap_of(Value value) noexcept { return *static_cast<MmapObject*>(value.object()); }

// ValueError "mmap closed or invalid".
Result<void> check_open(Runtime& rt, const MmapObject& map);
// Also TypeError "mmap can't modify a readonly memory map.".
Result<void> check_writable(Runtime& rt, const MmapObject& map);

// ---- mapping.cpp: the system's side
// Maps `length` bytes; `map` has its other fields set. OSError.
Result<void> map_memory(Runtime& rt, MmapObject& map, int descriptor, std::int64_t length);
// Ends the mapping; no views are alive.
void unmap(Runtime& rt, MmapObject& map) noexcept;
// The size of file and mapping. OSError; nothing is changed then (but the file's size may be).
Result<void> change_size(Runtime& rt, MmapObject& map, std::int64_t length);

extern const NativeDef methods[];
extern const Slots mmap_slots;       // sequence.cpp: items and buffer
extern const TypeSpec iterator_spec; // sequence.cpp

} // namespace mp::mmap_module
