#include "objects/types/str_iterator.h"

#include "objects/core/attribute.h"
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

StrIteratorObject& self_of(Value value) { return *static_cast<StrIteratorObject*>(value.object()); }

void dealloc(Runtime& rt, Object* object) {
    auto* iterator = static_cast<StrIteratorObject*>(object);
    if (iterator->text) release(iterator->text);
    rt.free_object(object, sizeof(StrIteratorObject));
}

// An instance of a subclass may hold its own iterator.
void traverse(Object* object, Visitor visit, void* context) {
    if (auto* text = static_cast<StrIteratorObject*>(object)->text) visit(text, context);
}

void clear(Runtime&, Object* object) {
    if (auto* text = std::exchange(static_cast<StrIteratorObject*>(object)->text, nullptr)) release(text);
}

Result<Owned> iternext(Runtime& rt, Value self) {
    auto& iterator = self_of(self);
    StrObject* text = iterator.text;
    if (!text) return Owned::adopt(Value::exhausted());
    if (iterator.index < text->length) return Owned(char_str(rt, (*text)[iterator.index++]));
    iterator.text = nullptr;
    release(text);
    return Owned::adopt(Value::exhausted());
}

Result<Owned> length_hint(Runtime&, Args args) {
    auto& iterator = self_of(args[0]);
    return Owned::adopt(Value::from_int(iterator.text ? iterator.text->length - iterator.index : 0));
}

Result<Owned> reduce(Runtime& rt, Args args) {
    Owned iter_function = Owned::share(rt.builtins_dict ? dict_get_text(rt, *rt.builtins_dict, "iter") : Value::none());
    auto& iterator = self_of(args[0]);
    if (!iterator.text) return Owned(tuple_of(rt, iter_function, tuple_of(rt, Value(rt.empty_str))));
    return Owned(tuple_of(rt, iter_function, tuple_of(rt, Value(iterator.text)), Value::from_int(iterator.index)));
}

Result<Owned> setstate(Runtime& rt, Args args) {
    const std::int64_t index = TRY(index_int64(rt, args[1]));
    auto& iterator = self_of(args[0]);
    if (iterator.text) iterator.index = index < 0 ? 0 : index > iterator.text->length ? iterator.text->length : index;
    return Owned::adopt(Value::none());
}

const NativeDef methods[] = {
    {"__length_hint__", native<length_hint>, 0, 0},
    {"__reduce__", native<reduce>, 0, 0},
    {"__setstate__", native<setstate>, 1, 1},
    {},
};

} // namespace

Ref<StrIteratorObject> make_str_iterator(Runtime& rt, StrObject& text) {
    auto* iterator = rt.make<StrIteratorObject>(TypeId::str_iterator);
    iterator->index = 0;
    iterator->text = &text;
    retain(&text);
    return Ref<StrIteratorObject>::adopt(iterator);
}

const TypeSpec str_iterator_spec = {
    .name = "str_iterator",
    .base = TypeId::object,
    .layout = Layout::str_iterator,
    .size = sizeof(StrIteratorObject),
    .flags = type_no_new | type_has_gc,
    .slots = {.dealloc = dealloc, .traverse = traverse, .clear = clear, .iter = return_self, .iternext = iternext},
    .methods = methods,
};

} // namespace mp
