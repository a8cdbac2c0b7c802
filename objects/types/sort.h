#pragma once
// list.sort(): a stable, adaptive merge sort (timsort) over runs that are found in the data.
#include "objects/core/runtime.h"

namespace mp {

struct ListObject;

// Declared in list.h as well: sorts in place by <, by key(item) when `key` is not None. Runs Python code (key, __lt__). While it does, the list looks
// empty; ValueError "list modified during sort" when something was put there meanwhile. On an error the list holds all its items, in some order.
Result<void> list_sort(Runtime& rt, ListObject& list, Value key, bool reverse);

} // namespace mp
