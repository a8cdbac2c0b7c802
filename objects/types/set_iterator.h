#pragma once
// The iterator over set and frozenset.
#include "objects/core/runtime.h"

namespace mp {

struct SetObject;

struct SetIterator : Object {
    SetObject* set;             // owned; null once exhausted
    std::int64_t position;      // the next place to look at
    std::int64_t expected_used; // set->used at the start; -1 after "Set changed size during iteration" was raised
    std::int64_t remaining;
};

Ref<SetIterator> make_set_iterator(Runtime& rt, SetObject& set);

} // namespace mp
