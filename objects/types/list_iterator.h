#pragma once
// Iterators over lists. The VM's FOR_LIST inlines the forward one on this struct.
#include "objects/core/runtime.h"

namespace mp {

struct ListObject;

// Gives list[index] and steps forward; reads the list's size anew each time, so appending while iterating is seen.
struct ListIterator : Object { // Layout::list_iterator
    ListObject* list;          // owned; null once exhausted (for good, even when the list grows again)
    std::int64_t index;
};

// reversed(list): gives list[index] and steps down. Exhausted when the index is outside the list.
struct ListReverseIterator : Object {
    ListObject* list; // owned; null once exhausted
    std::int64_t index;
};

Ref<ListIterator> make_list_iterator(Runtime& rt, ListObject& list);
Ref<ListReverseIterator> make_list_reverse_iterator(Runtime& rt, ListObject& list);

// The next item, owned, or exhausted. Runs nothing (releasing the list at the end may run finalisers).
Owned list_iterator_next(ListIterator& iterator) noexcept;

} // namespace mp
