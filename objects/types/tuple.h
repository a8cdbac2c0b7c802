#pragma once
// tuple: items inline.
#include "objects/core/runtime.h"

namespace mp {

struct TupleObject : Object {
    std::int64_t size;
    std::int64_t cached_hash;                                              // -1: not yet known
    Value* items() noexcept { return reinterpret_cast<Value*>(this + 1); } // owned values
    const Value* items() const noexcept { return reinterpret_cast<const Value*>(this + 1); }
    Value operator[](std::int64_t i) const noexcept { return items()[i]; }
};

inline bool is_tuple(Value value) noexcept { return value.is_object() && value.object()->layout == Layout::tuple; }
bool is_tuple_or_subclass(Runtime& rt, Value value) noexcept;

// A tuple of `count` unbound items for the caller to fill with owned values before anything else runs.
Ref<TupleObject> make_tuple(Runtime& rt, std::int64_t count);
Ref<TupleObject>
make_tuple_taking(Runtime& rt, Value* items,
                  std::int64_t count); // takes the values over; when it throws bad_alloc, they still are the caller's
Ref<TupleObject> make_tuple_sharing(Runtime& rt, const Value* items, std::int64_t count);
template <class... V>
Ref<TupleObject> tuple_of(Runtime& rt, const V&... values) {
    const Value list[] = {static_cast<Value>(values)...};
    return make_tuple_sharing(rt, list, sizeof...(values));
}

} // namespace mp
