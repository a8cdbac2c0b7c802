#include "objects/types/iterators.h"

#include "objects/core/raise.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/natives.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

SequenceIteratorObject& as_sequence(Value value) { return *static_cast<SequenceIteratorObject*>(value.object()); }
CallableIteratorObject& as_callable(Value value) { return *static_cast<CallableIteratorObject*>(value.object()); }

Owned builtin_iter(Runtime& rt) {
    const Value iter = rt.builtins_dict ? dict_get_text(rt, *rt.builtins_dict, "iter") : Value();
    return iter.is_unbound() ? Owned::adopt(Value::none()) : Owned::share(iter);
}

} // namespace

// ---- by __getitem__

Ref<SequenceIteratorObject> make_sequence_iterator(Runtime& rt, Value sequence) {
    auto* iterator = rt.make<SequenceIteratorObject>(TypeId::sequence_iterator);
    iterator->index = 0;
    retain(sequence);
    iterator->sequence = sequence;
    return Ref<SequenceIteratorObject>::adopt(iterator);
}

namespace {

void dealloc_sequence(Runtime& rt, Object* object) {
    replace(static_cast<SequenceIteratorObject*>(object)->sequence, Owned());
    rt.free_object(object, sizeof(SequenceIteratorObject));
}
void traverse_sequence(Object* object, Visitor visit, void* context) {
    const Value sequence = static_cast<SequenceIteratorObject*>(object)->sequence;
    if (sequence.is_object()) visit(sequence.object(), context);
}

Result<Owned> next_of_sequence(Runtime& rt, Value self) {
    const Owned sequence = Owned::share(as_sequence(self).sequence);
    if (sequence.is_unbound()) return Owned::adopt(Value::exhausted());
    if (as_sequence(self).index == INT64_MAX) return raise(rt, TypeId::OverflowError, "iter index too large");
    Owned index = make_int(rt, as_sequence(self).index);
    auto item = get_item(rt, sequence, index);
    if (!item.is_raised()) {
        ++as_sequence(self).index;
        return item;
    }
    if (!pending_matches(rt, TypeId::IndexError) && !pending_matches(rt, TypeId::StopIteration)) return raised;
    rt.clear_pending();
    replace(as_sequence(self).sequence, Owned());
    return Owned::adopt(Value::exhausted());
}

Result<Owned> sequence_length_hint(Runtime& rt, Args args) {
    const Owned sequence = Owned::share(as_sequence(args[0]).sequence);
    if (sequence.is_unbound()) return Owned::adopt(Value::from_int(0));
    if (!rt.type_of(sequence).slots.length) return Owned::adopt(Value::not_implemented());
    const std::int64_t size = TRY(length(rt, sequence));
    return make_int(rt, std::max<std::int64_t>(size - as_sequence(args[0]).index, 0));
}

Result<Owned> reduce_sequence(Runtime& rt, Args args) {
    auto& iterator = as_sequence(args[0]);
    Owned iter = builtin_iter(rt);
    if (iterator.sequence.is_unbound()) {
        auto arguments = tuple_of(rt, Value(rt.empty_tuple));
        return Owned(tuple_of(rt, iter, Value(arguments.get())));
    }
    auto arguments = tuple_of(rt, iterator.sequence);
    return Owned(tuple_of(rt, iter, Value(arguments.get()), make_int(rt, iterator.index)));
}

Result<Owned> set_sequence_state(Runtime& rt, Args args) {
    const std::int64_t index = TRY(index_int64(rt, args[1]));
    if (!as_sequence(args[0]).sequence.is_unbound()) as_sequence(args[0]).index = std::max<std::int64_t>(index, 0);
    return Owned::adopt(Value::none());
}

const NativeDef sequence_methods[] = {
    {"__length_hint__", native<sequence_length_hint>, 0, 0, nullptr,
     "Private method returning an estimate of len(list(it))."},
    {"__reduce__", native<reduce_sequence>, 0, 0, nullptr, "Return state information for pickling."},
    {"__setstate__", native<set_sequence_state>, 1, 1, nullptr, "Set state information for unpickling."},
    {},
};

} // namespace

// ---- iter(callable, sentinel)

Ref<CallableIteratorObject> make_callable_iterator(Runtime& rt, Value callable, Value sentinel) {
    auto* iterator = rt.make<CallableIteratorObject>(TypeId::callable_iterator);
    retain(callable);
    iterator->callable = callable;
    retain(sentinel);
    iterator->sentinel = sentinel;
    return Ref<CallableIteratorObject>::adopt(iterator);
}

namespace {

void dealloc_callable(Runtime& rt, Object* object) {
    replace(static_cast<CallableIteratorObject*>(object)->callable, Owned());
    replace(static_cast<CallableIteratorObject*>(object)->sentinel, Owned());
    rt.free_object(object, sizeof(CallableIteratorObject));
}
void traverse_callable(Object* object, Visitor visit, void* context) {
    auto* iterator = static_cast<CallableIteratorObject*>(object);
    if (iterator->callable.is_object()) visit(iterator->callable.object(), context);
    if (iterator->sentinel.is_object()) visit(iterator->sentinel.object(), context);
}

Result<Owned> next_of_callable(Runtime& rt, Value self) {
    const Owned callable = Owned::share(as_callable(self).callable),
                sentinel = Owned::share(as_callable(self).sentinel);
    if (callable.is_unbound()) return Owned::adopt(Value::exhausted());
    auto called = call(rt, callable);
    if (called.is_raised()) {
        if (!pending_matches(rt, TypeId::StopIteration)) return raised;
        rt.clear_pending();
    } else {
        Owned item = called.take();
        if (as_callable(self).callable.is_unbound())
            return Owned::adopt(Value::exhausted()); // the call has ended the iterator itself
        if (!TRY(same_or_equal(rt, item, sentinel))) return item;
    }
    replace(as_callable(self).callable, Owned());
    replace(as_callable(self).sentinel, Owned());
    return Owned::adopt(Value::exhausted());
}

Result<Owned> reduce_callable(Runtime& rt, Args args) {
    auto& iterator = as_callable(args[0]);
    Owned iter = builtin_iter(rt);
    auto arguments = iterator.callable.is_unbound() ? tuple_of(rt, Value(rt.empty_tuple))
                                                    : tuple_of(rt, iterator.callable, iterator.sentinel);
    return Owned(tuple_of(rt, iter, Value(arguments.get())));
}

const NativeDef callable_methods[] = {
    {"__reduce__", native<reduce_callable>, 0, 0, nullptr, "Return state information for pickling."}, {}};

} // namespace

const TypeSpec sequence_iterator_spec = {
    .name = "iterator",
    .base = TypeId::object,
    .size = sizeof(SequenceIteratorObject),
    .flags = type_has_gc,
    .slots = {.dealloc = dealloc_sequence,
              .traverse = traverse_sequence,
              .iter = return_self,
              .iternext = next_of_sequence},
    .methods = sequence_methods,
};

const TypeSpec callable_iterator_spec = {
    .name = "callable_iterator",
    .base = TypeId::object,
    .size = sizeof(CallableIteratorObject),
    .flags = type_has_gc,
    .slots = {.dealloc = dealloc_callable,
              .traverse = traverse_callable,
              .iter = return_self,
              .iternext = next_of_callable},
    .methods = callable_methods,
};

} // namespace mp
