// iter() of objects with __getitem__ only, and iter(callable, sentinel).
#include "objects/types/iterators.h"

#include "objects/core/raise.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/natives.h"

namespace mp {

Ref<SequenceIteratorObject> make_sequence_iterator(Runtime& rt, Value sequence) {
    auto* iterator = rt.make<SequenceIteratorObject>(TypeId::sequence_iterator);
    iterator->index = 0;
    iterator->sequence = Owned::share(sequence).release();
    return Ref<SequenceIteratorObject>::adopt(iterator);
}

Ref<CallableIteratorObject> make_callable_iterator(Runtime& rt, Value callable, Value sentinel) {
    auto* iterator = rt.make<CallableIteratorObject>(TypeId::callable_iterator);
    iterator->callable = Owned::share(callable).release();
    iterator->sentinel = Owned::share(sentinel).release();
    return Ref<CallableIteratorObject>::adopt(iterator);
}

namespace {

SequenceIteratorObject& sequence_of(Value self) noexcept { return *static_cast<SequenceIteratorObject*>(self.object()); }
CallableIteratorObject& callable_of(Value self) noexcept { return *static_cast<CallableIteratorObject*>(self.object()); }

Result<Owned> sequence_next(Runtime& rt, Value self) {
    SequenceIteratorObject& iterator = sequence_of(self);
    if (iterator.sequence.is_unbound()) return Owned::adopt(Value::exhausted());
    Owned sequence = Owned::share(iterator.sequence);
    auto item = get_item(rt, sequence, Value::from_int(iterator.index));
    if (!item.is_raised()) {
        ++iterator.index;
        return item;
    }
    if (!pending_matches(rt, TypeId::IndexError) && !pending_matches(rt, TypeId::StopIteration)) return raised;
    rt.clear_pending();
    replace(iterator.sequence, Owned());
    return Owned::adopt(Value::exhausted());
}
Result<Owned> sequence_length_hint(Runtime& rt, Args args) {
    SequenceIteratorObject& iterator = sequence_of(args[0]);
    if (iterator.sequence.is_unbound()) return Owned::adopt(Value::from_int(0));
    const std::int64_t index = iterator.index;
    auto size = length(rt, iterator.sequence);
    if (size.is_raised()) return raised;
    const std::int64_t left = size.take() - index;
    return Owned::adopt(Value::from_int(left > 0 ? left : 0));
}
void sequence_traverse(Object* object, Visitor visit, void* context) {
    const Value sequence = static_cast<SequenceIteratorObject*>(object)->sequence;
    if (sequence.is_object()) visit(sequence.object(), context);
}
void sequence_dealloc(Runtime& rt, Object* object) {
    release(static_cast<SequenceIteratorObject*>(object)->sequence);
    rt.free_object(object, sizeof(SequenceIteratorObject));
}
const NativeDef sequence_methods[] = {{"__length_hint__", native<sequence_length_hint>, 0, 0}, {}};

Result<Owned> callable_next(Runtime& rt, Value self) {
    CallableIteratorObject& iterator = callable_of(self);
    if (iterator.callable.is_unbound()) return Owned::adopt(Value::exhausted());
    Owned callable = Owned::share(iterator.callable);
    auto result = call(rt, callable);
    if (result.is_raised()) {
        if (!pending_matches(rt, TypeId::StopIteration)) return raised;
        rt.clear_pending();
        replace(iterator.callable, Owned());
        return Owned::adopt(Value::exhausted());
    }
    Owned value = result.take();
    if (iterator.callable.is_unbound()) return Owned::adopt(Value::exhausted()); // the call exhausted it
    Owned sentinel = Owned::share(iterator.sentinel);
    if (!TRY(same_or_equal(rt, sentinel, value))) return value;
    replace(iterator.callable, Owned());
    return Owned::adopt(Value::exhausted());
}
void callable_traverse(Object* object, Visitor visit, void* context) {
    auto& iterator = *static_cast<CallableIteratorObject*>(object);
    if (iterator.callable.is_object()) visit(iterator.callable.object(), context);
    if (iterator.sentinel.is_object()) visit(iterator.sentinel.object(), context);
}
void callable_dealloc(Runtime& rt, Object* object) {
    auto& iterator = *static_cast<CallableIteratorObject*>(object);
    release(iterator.callable);
    release(iterator.sentinel);
    rt.free_object(object, sizeof(CallableIteratorObject));
}

} // namespace

const TypeSpec sequence_iterator_spec = {
    .name = "iterator",
    .base = TypeId::object,
    .size = sizeof(SequenceIteratorObject),
    .flags = type_has_gc | type_no_new,
    .slots = {.dealloc = sequence_dealloc, .traverse = sequence_traverse, .iter = return_self, .iternext = sequence_next},
    .methods = sequence_methods,
};
const TypeSpec callable_iterator_spec = {
    .name = "callable_iterator",
    .base = TypeId::object,
    .size = sizeof(CallableIteratorObject),
    .flags = type_has_gc | type_no_new,
    .slots = {.dealloc = callable_dealloc, .traverse = callable_traverse, .iter = return_self, .iternext = callable_next},
};

} // namespace mp
