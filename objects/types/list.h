#pragma once
// list: flat words, CPython's growth.
#include "objects/core/runtime.h"

namespace mp {

struct ListObject : Object {
    Value* items; // owned values; from Heap::allocate(capacity * 8); null when capacity is 0
    std::int64_t size;
    std::int64_t capacity;
};

inline bool is_list(Value value) noexcept { return value.is_object() && value.object()->layout == Layout::list; }
bool is_list_or_subclass(Runtime& rt, Value value) noexcept;

Ref<ListObject> make_list(Runtime& rt, std::int64_t capacity = 0);
// A list of owned values taken over from `items`. When it throws bad_alloc, they still are the caller's.
Ref<ListObject> make_list_taking(Runtime& rt, Value* items, std::int64_t count);
// A list of the same values, each counted once more.
Ref<ListObject> make_list_sharing(Runtime& rt, const Value* items, std::int64_t count);
void list_append(Runtime& rt, ListObject& list, Owned item); // runs nothing
Result<void> list_extend(Runtime& rt, ListObject& list, Value iterable);
Result<void> list_sort(Runtime& rt, ListObject& list, Value key, bool reverse);
Ref<ListObject> list_slice(Runtime& rt, ListObject& list, std::int64_t start, std::int64_t step, std::int64_t count);

} // namespace mp
