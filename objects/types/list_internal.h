#pragma once
// Inside list: storage operations and tables that list.cpp, list_methods.cpp, list_slices.cpp and sort.cpp share.
#include "interp/support/checked.h"
#include "objects/types/list.h"
#include "objects/types/sequences.h"

namespace mp::list_internal {

inline ListObject& self_of(Value value) noexcept { return *static_cast<ListObject*>(value.object()); }
Run run_of(const Object* list) noexcept;

// Sets the capacity exactly (at least the size). Throws bad_alloc.
void set_capacity(Runtime& rt, ListObject& list, std::int64_t capacity);
// Sets the size, growing or shrinking the storage by CPython's pattern; new items are for the caller to fill at once. Throws bad_alloc.
void resize(Runtime& rt, ListObject& list, std::int64_t size);
// resize() to a smaller size: cannot fail.
void shrink(Runtime& rt, ListObject& list, std::int64_t size) noexcept;
// Empties the list first, then releases what it held, last item first. May run finalisers.
void drop_all(Runtime& rt, ListObject& list) noexcept;
// insert() with its clamping of positions.
void insert(Runtime& rt, ListObject& list, std::int64_t position, Owned item);
// Takes one item out; the position is in range.
Owned take(Runtime& rt, ListObject& list, std::int64_t position) noexcept;

// list[key], list[key] = value, del list[key] (list_slices.cpp).
Result<Owned> subscript(Runtime& rt, Value self, Value key);
Result<void> set_subscript(Runtime& rt, Value self, Value key, Value value);

extern const NativeDef methods[]; // list_methods.cpp

} // namespace mp::list_internal
