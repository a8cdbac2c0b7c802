// dict_keys and dict_items behave as sets (PEP 3106): comparisons and | & - ^ with any iterable give sets.
#include "objects/types/dict_views.h"

#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/core/repr_guard.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/dict_iterator.h"
#include "objects/types/keys.h"
#include "objects/types/list.h"
#include "objects/types/natives.h"
#include "objects/types/set.h"

namespace mp {

static DictObject& dict_of(Value view) noexcept { return *static_cast<DictView*>(view.object())->dict; }

Ref<DictView> make_dict_view(Runtime& rt, DictObject& dict, TypeId id) {
    auto* view = rt.make<DictView>(id);
    retain(&dict);
    view->dict = &dict;
    return Ref<DictView>::adopt(view);
}

static bool is_keys_view(Runtime& rt, Value value) noexcept {
    return value.is_object() && is_subtype(value.object()->type(), &rt.type(TypeId::dict_keys));
}
static bool is_items_view(Runtime& rt, Value value) noexcept {
    return value.is_object() && is_subtype(value.object()->type(), &rt.type(TypeId::dict_items));
}
static bool is_set_view(Runtime& rt, Value value) noexcept {
    return is_keys_view(rt, value) || is_items_view(rt, value);
}

static void dealloc(Runtime& rt, Object* object) {
    if (DictObject* dict = std::exchange(static_cast<DictView*>(object)->dict, nullptr)) release(dict);
    rt.free_object(object, sizeof(DictView));
}

static void traverse(Object* object, Visitor visit, void* context) {
    if (auto* dict = static_cast<DictView*>(object)->dict) visit(dict, context);
}

static Result<Owned> repr_(Runtime& rt, Value self) {
    ReprScope guard(rt, self);
    if (guard.raised()) return raised;
    if (guard.seen()) return Owned(make_str(rt, "..."));
    auto items = TRY(list_from(rt, self));
    auto items_text = TRY(repr(rt, items));
    StrBuilder text(rt);
    text.append(type_name(rt, self));
    text.append(U'(');
    text.append(*items_text);
    text.append(U')');
    return Owned(text.finish());
}

static Result<std::int64_t> length_(Runtime&, Value self) { return std::int64_t{dict_of(self).used}; }

template <DictIteratorKind Kind>
static Result<Owned> iter(Runtime& rt, Value self) {
    return Owned(make_dict_iterator(rt, dict_of(self), Kind));
}

template <DictIteratorKind Kind>
static Result<Owned> method_reversed(Runtime& rt, Args args) {
    return Owned(make_dict_reverse_iterator(rt, dict_of(args[0]), Kind));
}

static Result<bool> keys_contains(Runtime& rt, Value self, Value key) { return dict_contains(rt, dict_of(self), key); }

static Result<bool> items_contains(Runtime& rt, Value self, Value item) {
    if (!is_tuple_or_subclass(rt, item)) return false;
    auto& pair = *static_cast<TupleObject*>(item.object());
    if (pair.size != 2) return false;
    Owned found = TRY(dict_get(rt, dict_of(self), pair[0]));
    if (found.is_unbound()) return false;
    return item_equal(rt, found, pair[1]);
}

// ---- as sets

// Whether every item of `items` is in `container`.
static Result<bool> all_contained(Runtime& rt, Value items, Value container) {
    Owned iterator = TRY(iterate(rt, items));
    PayMeter meter(rt);
    for (;;) {
        Owned item = TRY(next(rt, iterator));
        if (item.is_exhausted()) return true;
        TRY(meter.tick());
        if (!TRY(contains(rt, container, item))) return false;
    }
}

static Result<Owned> compare_(Runtime& rt, Value left, Value right, CompareOp op) {
    if (!is_any_set(rt, right) && !is_set_view(rt, right)) return Owned::adopt(Value::not_implemented());
    const std::int64_t a = TRY(length(rt, left)), b = TRY(length(rt, right));
    bool result = false;
    switch (op) {
    case CompareOp::eq:
    case CompareOp::ne:
        result = a == b && TRY(all_contained(rt, left, right));
        if (op == CompareOp::ne) result = !result;
        break;
    case CompareOp::lt: result = a < b && TRY(all_contained(rt, left, right)); break;
    case CompareOp::le: result = a <= b && TRY(all_contained(rt, left, right)); break;
    case CompareOp::gt: result = a > b && TRY(all_contained(rt, right, left)); break;
    case CompareOp::ge: result = a >= b && TRY(all_contained(rt, right, left)); break;
    }
    return Owned::adopt(Value::boolean(result));
}

// set(view): the keys of a plain dict are taken from the dict itself, whose size is known beforehand (it decides the order of the set's items).
static Result<Ref<SetObject>> set_of_view(Runtime& rt, Value view) {
    if (&rt.type_of(view) == &rt.type(TypeId::dict_keys) && is_dict(Value(&dict_of(view))))
        return set_from(rt, Value(&dict_of(view)));
    return set_from(rt, view);
}

static Result<Owned> or_(Runtime& rt, Value left, Value right) {
    auto result = TRY(set_of_view(rt, left));
    TRY(set_update(rt, *result, right));
    return Owned(std::move(result));
}

static Result<Owned> subtract(Runtime& rt, Value left, Value right) {
    auto result = TRY(set_of_view(rt, left));
    TRY(for_each(rt, right, [&](Value item) -> Result<void> {
        TRY(set_discard(rt, *result, item));
        return ok;
    }));
    return Owned(std::move(result));
}

static Result<Owned> and_(Runtime& rt, Value left, Value right) {
    // The view may stand on the right: then the left is any iterable.
    if (!is_set_view(rt, left)) std::swap(left, right);
    // Walk the shorter of two views; a set is at least as quick to ask.
    if (is_set_view(rt, right) && dict_of(right).used > dict_of(left).used) std::swap(left, right);
    if ((is_set(right) || is_frozenset(right)) && dict_of(left).used <= static_cast<SetObject*>(right.object())->used)
        std::swap(left, right);
    auto result = make_set(rt);
    TRY(for_each(rt, right, [&](Value item) -> Result<void> {
        if (TRY(contains(rt, left, item))) TRY(set_add(rt, *result, item));
        return ok;
    }));
    return Owned(std::move(result));
}

static Result<Owned> xor_(Runtime& rt, Value left, Value right) {
    auto result = TRY(set_of_view(rt, left));
    auto other = is_any_set(rt, right) ? Ref<SetObject>::share(static_cast<SetObject*>(right.object()))
                                       : TRY(set_from(rt, right));
    std::int64_t position = 0, hash;
    Value item;
    while (set_next(*other, position, item, hash)) {
        Owned kept = Owned::share(item);
        if (!TRY(set_discard(rt, *result, kept))) TRY(set_add(rt, *result, kept));
    }
    return Owned(std::move(result));
}

static Result<Owned> method_isdisjoint(Runtime& rt, Args args) {
    Value self = args[0], other = args[1];
    if (self.is(other)) return Owned::adopt(Value::boolean(dict_of(self).used == 0));
    // Walk the shorter one when both can be asked for their items.
    if ((is_any_set(rt, other) || is_set_view(rt, other)) && TRY(length(rt, other)) > TRY(length(rt, self)))
        std::swap(self, other);
    Owned iterator = TRY(iterate(rt, other));
    PayMeter meter(rt);
    for (;;) {
        Owned item = TRY(next(rt, iterator));
        if (item.is_exhausted()) return Owned::adopt(Value::true_());
        TRY(meter.tick());
        if (TRY(contains(rt, self, item))) return Owned::adopt(Value::false_());
    }
}

// ---- tables

static Result<Owned> get_mapping(Runtime& rt, Value self) {
    return call(rt, &rt.type(TypeId::mapping_proxy), &dict_of(self));
}

static const GetSetDef getsets[] = {
    {"mapping", get_mapping, nullptr, "dictionary that this view refers to"},
    {},
};

template <DictIteratorKind Kind>
static const NativeDef set_methods[] = {
    {"isdisjoint", native<method_isdisjoint>, 1, 1, nullptr,
     "Return True if the view and the given iterable have a null intersection."},
    {"__reversed__", native<method_reversed<Kind>>, 0, 0, nullptr, "Return a reverse iterator over the view."},
    {},
};

template <DictIteratorKind Kind>
static constexpr TypeSpec make_set_spec(const char* name, Result<bool> (*contains_slot)(Runtime&, Value, Value)) {
    return {
        .name = name,
        .base = TypeId::object,
        .size = sizeof(DictView),
        .flags = type_has_gc | type_no_new,
        .slots = {.dealloc = dealloc,
                  .traverse = traverse,
                  .repr = repr_,
                  .compare = compare_,
                  .iter = iter<Kind>,
                  .subtract = subtract,
                  .and_ = and_,
                  .xor_ = xor_,
                  .or_ = or_,
                  .length = length_,
                  .contains = contains_slot},
        .methods = set_methods<Kind>,
        .getsets = getsets,
    };
}

const TypeSpec dict_keys_spec = make_set_spec<DictIteratorKind::keys>("dict_keys", keys_contains);
const TypeSpec dict_items_spec = make_set_spec<DictIteratorKind::items>("dict_items", items_contains);

static const NativeDef values_methods[] = {
    {"__reversed__", native<method_reversed<DictIteratorKind::values>>, 0, 0, nullptr,
     "Return a reverse iterator over the dict values."},
    {},
};

const TypeSpec dict_values_spec = {
    .name = "dict_values",
    .base = TypeId::object,
    .size = sizeof(DictView),
    .flags = type_has_gc | type_no_new,
    .slots = {.dealloc = dealloc,
              .traverse = traverse,
              .repr = repr_,
              .iter = iter<DictIteratorKind::values>,
              .length = length_},
    .methods = values_methods,
    .getsets = getsets,
};

} // namespace mp
