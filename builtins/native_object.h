#pragma once
// Slots that follow from what an object owns. A struct lists its owned values:
//
//   struct ChainObject : Object { Value iterables, current; auto owned() noexcept { return std::tie(iterables, current); } };
//
// and gets dealloc, traverse and clear of it. A struct with memory of its own besides has `void free_memory(Runtime&) noexcept`.
#include <tuple>

#include "objects/core/runtime.h"

namespace mp {

template <class T>
T& self_as(Value value) noexcept {
    return *static_cast<T*>(value.object());
}

template <class T>
void clear_owned(Runtime&, Object* object) {
    std::apply([](auto&... values) { (replace(values, Owned()), ...); }, static_cast<T*>(object)->owned());
}

template <class T>
void traverse_owned(Object* object, Visitor visit, void* context) {
    const auto look = [&](Value value) {
        if (value.is_object()) visit(value.object(), context);
    };
    std::apply([&](auto&... values) { (look(values), ...); }, static_cast<T*>(object)->owned());
}

template <class T>
void dealloc_owned(Runtime& rt, Object* object) {
    clear_owned<T>(rt, object);
    if constexpr (requires(T & self) { self.free_memory(rt); }) static_cast<T*>(object)->free_memory(rt);
    rt.free_object(object, sizeof(T));
}

// A new instance of `type` whose owned values are all unbound; the caller sets them and whatever else there is.
template <class T>
Ref<T> make_owned(Runtime& rt, Type& type) {
    auto* self = static_cast<T*>(rt.make_instance(type));
    std::apply([](auto&... values) { ((values = Value::unbound()), ...); }, self->owned());
    return Ref<T>::adopt(self);
}

// Sets a field that is still unbound.
inline void set_field(Value& field, Value value) noexcept { field = Owned::share(value).release(); }

template <class T>
inline constexpr Slots owned_slots{.dealloc = dealloc_owned<T>, .traverse = traverse_owned<T>, .clear = clear_owned<T>};

} // namespace mp
