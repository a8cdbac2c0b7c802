// map and filter.
#include <boost/container/small_vector.hpp>

#include "objects/core/raise.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/keys.h"
#include "objects/types/lazy_iterators.h"
#include "objects/types/natives.h"
#include "objects/types/tuple.h"

namespace mp {

// ---- map

static MapObject& map_of(Value value) noexcept { return *static_cast<MapObject*>(value.object()); }

static Result<Owned> map_new(Runtime& rt, Type* type, Args args) {
    if (type == &rt.type(TypeId::map) || type->slots.init == rt.type(TypeId::map).slots.init)
        TRY(no_keywords(rt, "map", args));
    const std::uint32_t count = positional_count(args);
    if (count < 2) return raise(rt, TypeId::TypeError, "map() must have at least two arguments.");
    auto iterators = make_tuple(rt, count - 1);
    for (std::uint32_t i = 1; i < count; ++i) iterators->items()[i - 1] = TRY(iterate(rt, args[i])).release();
    auto* self = static_cast<MapObject*>(rt.make_instance(*type));
    self->function = Owned::share(args[0]).release();
    self->iterators = iterators.release();
    return Owned::adopt(self);
}

static void map_clear(Runtime&, Object* object) {
    auto& self = *static_cast<MapObject*>(object);
    replace(self.function, Owned());
    if (TupleObject* iterators = std::exchange(self.iterators, nullptr)) release(iterators);
}

static void map_dealloc(Runtime& rt, Object* object) {
    map_clear(rt, object);
    rt.free_object(object, sizeof(MapObject));
}

static void map_traverse(Object* object, Visitor visit, void* context) {
    auto& self = *static_cast<MapObject*>(object);
    if (self.function.is_object()) visit(self.function.object(), context);
    if (self.iterators) visit(self.iterators, context);
}

static Result<Owned> map_iternext(Runtime& rt, Value value) {
    MapObject& self = map_of(value);
    if (!self.iterators) return Owned::adopt(Value::exhausted());
    auto iterators = Ref<TupleObject>::share(self.iterators);
    Owned function = Owned::share(self.function);
    if (iterators->size == 1) {
        Owned item = TRY(next(rt, (*iterators)[0]));
        if (item.is_exhausted()) return item;
        return call(rt, function, item);
    }
    boost::container::small_vector<Owned, 4> items;
    boost::container::small_vector<Value, 4> arguments;
    for (std::int64_t i = 0; i < iterators->size; ++i) {
        Owned item = TRY(next(rt, (*iterators)[i]));
        if (item.is_exhausted()) return item;
        arguments.push_back(item);
        items.push_back(std::move(item));
    }
    return call(rt, function, Args{arguments.data(), static_cast<std::uint32_t>(arguments.size())});
}

static Result<Owned> map_reduce(Runtime& rt, Args args) {
    MapObject& self = map_of(args[0]);
    auto arguments = make_tuple(rt, 1 + (self.iterators ? self.iterators->size : 0));
    arguments->items()[0] = Owned::share(self.function).release();
    for (std::int64_t i = 1; i < arguments->size; ++i)
        arguments->items()[i] = Owned::share((*self.iterators)[i - 1]).release();
    return Owned(tuple_of(rt, Value(&rt.type_of(args[0])), arguments));
}

static const NativeDef map_methods[] = {
    {"__reduce__", native<map_reduce>, 0, 0, nullptr, "Return state information for pickling."},
    {},
};

const TypeSpec map_spec = {
    .name = "map",
    .base = TypeId::object,
    .size = sizeof(MapObject),
    .flags = type_has_gc | type_is_base,
    .slots = {.dealloc = map_dealloc,
              .traverse = map_traverse,
              .clear = map_clear,
              .new_ = map_new,
              .iter = return_self,
              .iternext = map_iternext},
    .methods = map_methods,
    .doc = "Make an iterator that computes the function using arguments from\neach of the iterables.  Stops when the "
           "shortest iterable is exhausted.",
};

// ---- filter

static FilterObject& filter_of(Value value) noexcept { return *static_cast<FilterObject*>(value.object()); }

static Result<Owned> filter_new(Runtime& rt, Type* type, Args args) {
    TRY(check_constructor(rt, "filter", TypeId::filter, type, args, 2, 2));
    Owned iterator = TRY(iterate(rt, args[1]));
    auto* self = static_cast<FilterObject*>(rt.make_instance(*type));
    self->function = Owned::share(args[0]).release();
    self->iterator = iterator.release();
    return Owned::adopt(self);
}

static void filter_clear(Runtime&, Object* object) {
    auto& self = *static_cast<FilterObject*>(object);
    replace(self.function, Owned());
    replace(self.iterator, Owned());
}

static void filter_dealloc(Runtime& rt, Object* object) {
    filter_clear(rt, object);
    rt.free_object(object, sizeof(FilterObject));
}

static void filter_traverse(Object* object, Visitor visit, void* context) {
    auto& self = *static_cast<FilterObject*>(object);
    if (self.function.is_object()) visit(self.function.object(), context);
    if (self.iterator.is_object()) visit(self.iterator.object(), context);
}

static Result<Owned> filter_iternext(Runtime& rt, Value value) {
    FilterObject& self = filter_of(value);
    if (self.iterator.is_unbound()) return Owned::adopt(Value::exhausted());
    Owned function = Owned::share(self.function), iterator = Owned::share(self.iterator);
    const bool own_truth = function.is_none() || function.get().is(Value(&rt.type(TypeId::bool_)));
    PayMeter meter(rt);
    for (;;) {
        Owned item = TRY(next(rt, iterator));
        if (item.is_exhausted()) return item;
        TRY(meter.tick());
        bool wanted;
        if (own_truth) {
            wanted = TRY(truth(rt, item));
        } else {
            Owned answer = TRY(call(rt, function, item));
            wanted = TRY(truth(rt, answer));
        }
        if (wanted) return item;
    }
}

static Result<Owned> filter_reduce(Runtime& rt, Args args) {
    FilterObject& self = filter_of(args[0]);
    auto arguments = tuple_of(rt, self.function, self.iterator);
    return Owned(tuple_of(rt, Value(&rt.type_of(args[0])), arguments));
}

static const NativeDef filter_methods[] = {
    {"__reduce__", native<filter_reduce>, 0, 0, nullptr, "Return state information for pickling."},
    {},
};

const TypeSpec filter_spec = {
    .name = "filter",
    .base = TypeId::object,
    .size = sizeof(FilterObject),
    .flags = type_has_gc | type_is_base,
    .slots = {.dealloc = filter_dealloc,
              .traverse = filter_traverse,
              .clear = filter_clear,
              .new_ = filter_new,
              .iter = return_self,
              .iternext = filter_iternext},
    .methods = filter_methods,
    .doc = "Return an iterator yielding those items of iterable for which function(item)\nis true. If function is "
           "None, return the items that are true.",
};

} // namespace mp
