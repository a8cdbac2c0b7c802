#include "objects/types/tuple_iterator.h"

#include <algorithm>

#include "objects/core/attribute.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/natives.h"

namespace mp {

static TupleIterator& self_of(Value value) noexcept { return *static_cast<TupleIterator*>(value.object()); }

Ref<TupleIterator> make_tuple_iterator(Runtime& rt, TupleObject& tuple) {
    auto* iterator = rt.make<TupleIterator>(TypeId::tuple_iterator);
    retain(&tuple);
    iterator->tuple = &tuple;
    iterator->index = 0;
    return Ref<TupleIterator>::adopt(iterator);
}

static void drop_tuple(TupleIterator& iterator) noexcept {
    if (TupleObject* tuple = std::exchange(iterator.tuple, nullptr)) release(tuple);
}

Owned tuple_iterator_next(TupleIterator& iterator) noexcept {
    if (!iterator.tuple) return Owned::adopt(Value::exhausted());
    if (iterator.index < iterator.tuple->size) return Owned::share((*iterator.tuple)[iterator.index++]);
    drop_tuple(iterator);
    return Owned::adopt(Value::exhausted());
}

static void dealloc(Runtime& rt, Object* object) {
    drop_tuple(*static_cast<TupleIterator*>(object));
    rt.free_object(object, sizeof(TupleIterator));
}

static void traverse(Object* object, Visitor visit, void* context) {
    if (auto* tuple = static_cast<TupleIterator*>(object)->tuple) visit(tuple, context);
}

static void clear(Runtime&, Object* object) { drop_tuple(*static_cast<TupleIterator*>(object)); }

static Result<Owned> iternext(Runtime&, Value self) { return tuple_iterator_next(self_of(self)); }

static Result<Owned> method_length_hint(Runtime&, Args args) {
    TupleIterator& self = self_of(args[0]);
    return Owned::adopt(Value::from_int(self.tuple ? self.tuple->size - self.index : 0));
}

static Result<Owned> method_reduce(Runtime& rt, Args args) {
    TupleIterator& self = self_of(args[0]);
    Value iter = dict_get_text(rt, *rt.builtins_dict, "iter");
    if (!self.tuple) {
        auto arguments = tuple_of(rt, Value(rt.empty_tuple));
        return Owned(tuple_of(rt, iter, arguments));
    }
    auto arguments = tuple_of(rt, Value(self.tuple));
    return Owned(tuple_of(rt, iter, arguments, Value::from_int(self.index)));
}

static Result<void> method_setstate(Runtime& rt, Args args) {
    const std::int64_t index = TRY(index_int64(rt, args[1]));
    TupleIterator& self = self_of(args[0]);
    if (self.tuple) self.index = std::clamp<std::int64_t>(index, 0, self.tuple->size);
    return ok;
}

static const NativeDef methods[] = {
    {"__length_hint__", native<method_length_hint>, 0, 0, nullptr,
     "Private method returning an estimate of len(list(it))."},
    {"__reduce__", native<method_reduce>, 0, 0, nullptr, "Return state information for pickling."},
    {"__setstate__", native<method_setstate>, 1, 1, nullptr, "Set state information for unpickling."},
    {},
};

const TypeSpec tuple_iterator_spec = {
    .name = "tuple_iterator",
    .base = TypeId::object,
    .layout = Layout::tuple_iterator,
    .size = sizeof(TupleIterator),
    .flags = type_has_gc | type_no_new,
    .slots = {.dealloc = dealloc, .traverse = traverse, .clear = clear, .iter = return_self, .iternext = iternext},
    .methods = methods,
};

} // namespace mp
