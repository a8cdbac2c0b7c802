#include "objects/types/list_iterator.h"

#include <algorithm>

#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/list.h"
#include "objects/types/natives.h"

namespace mp {

static ListIterator& forward(Value value) noexcept { return *static_cast<ListIterator*>(value.object()); }
static ListReverseIterator& backward(Value value) noexcept {
    return *static_cast<ListReverseIterator*>(value.object());
}

Ref<ListIterator> make_list_iterator(Runtime& rt, ListObject& list) {
    auto* iterator = rt.make<ListIterator>(TypeId::list_iterator);
    retain(&list);
    iterator->list = &list;
    iterator->index = 0;
    return Ref<ListIterator>::adopt(iterator);
}

Ref<ListReverseIterator> make_list_reverse_iterator(Runtime& rt, ListObject& list) {
    auto* iterator = rt.make<ListReverseIterator>(TypeId::list_reverse_iterator);
    retain(&list);
    iterator->list = &list;
    iterator->index = list.size - 1;
    return Ref<ListReverseIterator>::adopt(iterator);
}

template <class Iterator>
static void drop_list(Iterator& iterator) noexcept {
    if (ListObject* list = std::exchange(iterator.list, nullptr)) release(list);
}

template <class Iterator>
static void dealloc(Runtime& rt, Object* object) {
    drop_list(*static_cast<Iterator*>(object));
    rt.free_object(object, sizeof(Iterator));
}

template <class Iterator>
static void traverse(Object* object, Visitor visit, void* context) {
    if (auto* list = static_cast<Iterator*>(object)->list) visit(list, context);
}

template <class Iterator>
static void clear(Runtime&, Object* object) {
    drop_list(*static_cast<Iterator*>(object));
}

// The arguments that make an exhausted iterator again: (function, ([],)).
static Owned reduce_exhausted(Runtime& rt, Value function) {
    auto empty = make_list(rt);
    auto arguments = tuple_of(rt, empty);
    return tuple_of(rt, function, arguments);
}

// ---- forward

Owned list_iterator_next(ListIterator& iterator) noexcept {
    ListObject* list = iterator.list;
    if (!list) return Owned::adopt(Value::exhausted());
    if (iterator.index < list->size) return Owned::share(list->items[iterator.index++]);
    drop_list(iterator);
    return Owned::adopt(Value::exhausted());
}

static Result<Owned> iternext(Runtime&, Value self) { return list_iterator_next(forward(self)); }

static Result<Owned> method_length_hint(Runtime&, Args args) {
    const ListIterator& self = forward(args[0]);
    return Owned::adopt(Value::from_int(self.list ? std::max<std::int64_t>(self.list->size - self.index, 0) : 0));
}

static Result<Owned> method_reduce(Runtime& rt, Args args) {
    ListIterator& self = forward(args[0]);
    Value iter = dict_get_text(rt, *rt.builtins_dict, "iter");
    if (!self.list) return reduce_exhausted(rt, iter);
    auto arguments = tuple_of(rt, Value(self.list));
    return Owned(tuple_of(rt, iter, arguments, Value::from_int(self.index)));
}

static Result<void> method_setstate(Runtime& rt, Args args) {
    const std::int64_t index = TRY(index_int64(rt, args[1]));
    ListIterator& self = forward(args[0]);
    if (self.list) self.index = std::clamp<std::int64_t>(index, 0, self.list->size);
    return ok;
}

static const NativeDef methods[] = {
    {"__length_hint__", native<method_length_hint>, 0, 0, nullptr,
     "Private method returning an estimate of len(list(it))."},
    {"__reduce__", native<method_reduce>, 0, 0, nullptr, "Return state information for pickling."},
    {"__setstate__", native<method_setstate>, 1, 1, nullptr, "Set state information for unpickling."},
    {},
};

const TypeSpec list_iterator_spec = {
    .name = "list_iterator",
    .base = TypeId::object,
    .layout = Layout::list_iterator,
    .size = sizeof(ListIterator),
    .flags = type_has_gc | type_no_new,
    .slots = {.dealloc = dealloc<ListIterator>,
              .traverse = traverse<ListIterator>,
              .clear = clear<ListIterator>,
              .iter = return_self,
              .iternext = iternext},
    .methods = methods,
};

// ---- backward

static Result<Owned> reverse_iternext(Runtime&, Value self) {
    ListReverseIterator& iterator = backward(self);
    ListObject* list = iterator.list;
    if (!list) return Owned::adopt(Value::exhausted());
    if (iterator.index >= 0 && iterator.index < list->size) return Owned::share(list->items[iterator.index--]);
    iterator.index = -1;
    drop_list(iterator);
    return Owned::adopt(Value::exhausted());
}

static Result<Owned> reverse_length_hint(Runtime&, Args args) {
    const ListReverseIterator& self = backward(args[0]);
    const bool inside = self.list && self.index < self.list->size;
    return Owned::adopt(Value::from_int(inside ? self.index + 1 : 0));
}

static Result<Owned> reverse_reduce(Runtime& rt, Args args) {
    ListReverseIterator& self = backward(args[0]);
    if (!self.list) return reduce_exhausted(rt, dict_get_text(rt, *rt.builtins_dict, "iter"));
    auto arguments = tuple_of(rt, Value(self.list));
    return Owned(tuple_of(rt, Value(&rt.type(TypeId::reversed)), arguments, Value::from_int(self.index)));
}

static Result<void> reverse_setstate(Runtime& rt, Args args) {
    const std::int64_t index = TRY(index_int64(rt, args[1]));
    ListReverseIterator& self = backward(args[0]);
    if (self.list) self.index = std::clamp<std::int64_t>(index, -1, self.list->size - 1);
    return ok;
}

static const NativeDef reverse_methods[] = {
    {"__length_hint__", native<reverse_length_hint>, 0, 0, nullptr,
     "Private method returning an estimate of len(list(it))."},
    {"__reduce__", native<reverse_reduce>, 0, 0, nullptr, "Return state information for pickling."},
    {"__setstate__", native<reverse_setstate>, 1, 1, nullptr, "Set state information for unpickling."},
    {},
};

const TypeSpec list_reverse_iterator_spec = {
    .name = "list_reverseiterator",
    .base = TypeId::object,
    .size = sizeof(ListReverseIterator),
    .flags = type_has_gc | type_no_new,
    .slots = {.dealloc = dealloc<ListReverseIterator>,
              .traverse = traverse<ListReverseIterator>,
              .clear = clear<ListReverseIterator>,
              .iter = return_self,
              .iternext = reverse_iternext},
    .methods = reverse_methods,
};

} // namespace mp
