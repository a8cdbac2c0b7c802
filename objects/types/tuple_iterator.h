#pragma once
// The iterator over tuples. The VM inlines it on this struct.
#include "objects/core/runtime.h"

namespace mp {

struct TupleObject;

struct TupleIterator : Object { // Layout::tuple_iterator
    TupleObject* tuple;         // owned; null once exhausted
    std::int64_t index;
};

Ref<TupleIterator> make_tuple_iterator(Runtime& rt, TupleObject& tuple);

// The next item, owned, or exhausted. Runs nothing (releasing the tuple at the end may run finalisers).
Owned tuple_iterator_next(TupleIterator& iterator) noexcept;

} // namespace mp
