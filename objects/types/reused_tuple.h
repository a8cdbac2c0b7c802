#pragma once
// The tuple that an iterator gives again and again.
#include "objects/types/tuple.h"

namespace mp {

// A tuple of `count` items to fill in place by set_item(): the one kept in `kept` when nobody else holds it, else a new one, kept for the next time.
// `count` > 0. Result: owned.
inline Ref<TupleObject> reused_tuple(Runtime& rt, TupleObject*& kept, std::int64_t count) {
    if (kept && kept->refcount == 1) {
        kept->cached_hash = -1;
        return Ref<TupleObject>::share(kept);
    }
    auto tuple = make_tuple(rt, count);
    TupleObject* old = std::exchange(kept, Ref<TupleObject>(tuple).release());
    if (old) release(old);
    return tuple;
}

} // namespace mp
