#pragma once
// iter() of objects with __getitem__ only, and iter(callable, sentinel).
#include "objects/core/runtime.h"

namespace mp {

struct SequenceIteratorObject : Object {
    std::int64_t index;
    Value sequence; // owned; unbound once exhausted
};
struct CallableIteratorObject : Object {
    Value callable; // owned; unbound once exhausted
    Value sentinel; // owned
};

Ref<SequenceIteratorObject> make_sequence_iterator(Runtime& rt, Value sequence);
Ref<CallableIteratorObject> make_callable_iterator(Runtime& rt, Value callable, Value sentinel);

} // namespace mp
