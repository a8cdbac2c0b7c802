#include "objects/types/bytes_iterator.h"

#include "objects/core/raise.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytes_methods.h"
#include "objects/types/dict.h"
#include "objects/types/natives.h"
#include "objects/types/numbers.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

BytesIteratorObject& self_of(Value value) { return *static_cast<BytesIteratorObject*>(value.object()); }

// What is there now: a bytearray may have changed since the last step.
ByteSpan bytes_now(const BytesIteratorObject& iterator) {
    if (is_array_self(Value(iterator.bytes)))
        return std::as_const(*static_cast<ByteArrayObject*>(iterator.bytes)).span();
    return static_cast<BytesObject*>(iterator.bytes)->span();
}

void drop_bytes(BytesIteratorObject& iterator) {
    if (Object* bytes = std::exchange(iterator.bytes, nullptr)) release(bytes);
}

void dealloc(Runtime& rt, Object* object) {
    drop_bytes(*static_cast<BytesIteratorObject*>(object));
    rt.free_object(object, sizeof(BytesIteratorObject));
}

void traverse(Object* object, Visitor visit, void* context) {
    if (Object* bytes = static_cast<BytesIteratorObject*>(object)->bytes) visit(bytes, context);
}

void clear(Runtime&, Object* object) { drop_bytes(*static_cast<BytesIteratorObject*>(object)); }

Result<Owned> iternext(Runtime&, Value self) {
    auto& iterator = self_of(self);
    if (!iterator.bytes) return Owned::adopt(Value::exhausted());
    const ByteSpan bytes = bytes_now(iterator);
    if (iterator.index < static_cast<std::int64_t>(bytes.size()))
        return Owned::adopt(Value::from_int(bytes[static_cast<std::size_t>(iterator.index++)]));
    drop_bytes(iterator);
    return Owned::adopt(Value::exhausted());
}

Result<Owned> length_hint(Runtime&, Args args) {
    auto& iterator = self_of(args[0]);
    std::int64_t left = 0;
    if (iterator.bytes)
        left = std::max<std::int64_t>(0, static_cast<std::int64_t>(bytes_now(iterator).size()) - iterator.index);
    return Owned::adopt(Value::from_int(left));
}

Result<Owned> reduce(Runtime& rt, Args args) {
    const Owned function =
        Owned::share(rt.builtins_dict ? dict_get_text(rt, *rt.builtins_dict, "iter") : Value::none());
    auto& iterator = self_of(args[0]);
    if (!iterator.bytes) return Owned(tuple_of(rt, function, tuple_of(rt, make_tuple(rt, 0))));
    return Owned(tuple_of(rt, function, tuple_of(rt, Value(iterator.bytes)), Value::from_int(iterator.index)));
}

Result<Owned> setstate(Runtime& rt, Args args) {
    const std::int64_t index = TRY(index_int64(rt, args[1]));
    auto& iterator = self_of(args[0]);
    if (iterator.bytes)
        iterator.index = std::clamp<std::int64_t>(index, 0, static_cast<std::int64_t>(bytes_now(iterator).size()));
    return Owned::adopt(Value::none());
}

const NativeDef methods[] = {
    {"__length_hint__", native<length_hint>, 0, 0},
    {"__reduce__", native<reduce>, 0, 0},
    {"__setstate__", native<setstate>, 1, 1},
    {},
};

constexpr Slots slots = {
    .dealloc = dealloc,
    .traverse = traverse,
    .clear = clear,
    .iter = return_self,
    .iternext = iternext,
};

} // namespace

Ref<BytesIteratorObject> make_bytes_iterator(Runtime& rt, Value bytes) {
    auto* iterator =
        rt.make<BytesIteratorObject>(is_array_self(bytes) ? TypeId::bytearray_iterator : TypeId::bytes_iterator);
    iterator->index = 0;
    iterator->bytes = bytes.object();
    retain(bytes);
    return Ref<BytesIteratorObject>::adopt(iterator);
}

const TypeSpec bytes_iterator_spec = {
    .name = "bytes_iterator",
    .base = TypeId::object,
    .layout = Layout::bytes_iterator,
    .size = sizeof(BytesIteratorObject),
    .flags = type_no_new | type_has_gc,
    .slots = slots,
    .methods = methods,
};

const TypeSpec bytearray_iterator_spec = {
    .name = "bytearray_iterator",
    .base = TypeId::object,
    .layout = Layout::bytes_iterator,
    .size = sizeof(BytesIteratorObject),
    .flags = type_no_new | type_has_gc,
    .slots = slots,
    .methods = methods,
};

} // namespace mp
