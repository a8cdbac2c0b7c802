// What CPython promises to subclasses holds here: making, updating and copying go through self[key] = value, so that an overridden __setitem__ sees
// every item; order and removal are the class's own.
#include "builtins/collections/ordered_dict.h"

#include "builtins/collections/deque.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/core/repr_guard.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/dict_order.h"
#include "objects/types/dict_views.h"
#include "objects/types/generic_alias.h"
#include "objects/types/keys.h"
#include "objects/types/natives.h"

namespace mp {

namespace {

DictObject& dict_of(Value value) noexcept { return *static_cast<DictObject*>(value.object()); }
bool is_exact(Value value) noexcept { return value.is_object() && value.object()->type()->spec == &ordered_dict_spec; }
bool is_ordered(Value value) noexcept {
    return value.is_object() && value.object()->type()->native_base == &ordered_dict_spec;
}

// ---- updating

Result<void> set_pair(Runtime& rt, Value self, Value item) {
    Owned iterator = TRY(iterate(rt, item));
    Owned parts[3];
    int count = 0;
    for (; count < 3; ++count) {
        parts[count] = TRY(next(rt, iterator));
        if (parts[count].is_exhausted()) break;
    }
    if (count == 3) return raise(rt, TypeId::ValueError, "too many values to unpack (expected 2)");
    if (count < 2)
        return raise(rt, TypeId::ValueError, "need more than %d value%s to unpack", count, count == 1 ? "" : "s");
    return set_item(rt, self, parts[0], parts[1]);
}

Result<void> update_from(Runtime& rt, Value self, Value other) {
    if (is_dict(other) || (is_ordered(other) && is_exact(other))) { // their items are what they iterate over
        if (is_exact(self)) return dict_merge(rt, dict_of(self), other, true);
        Owned items = TRY(call_method(rt, other, *rt.names().items));
        return for_each(rt, items, [&](Value item) { return set_pair(rt, self, item); });
    }
    Owned keys = TRY(get_optional_attribute(rt, other, *rt.names().keys));
    if (!keys.is_unbound()) {
        Owned all = TRY(call(rt, keys));
        return for_each(rt, all, [&](Value key) -> Result<void> {
            Owned kept = Owned::share(key);
            Owned value = TRY(get_item(rt, other, kept));
            return set_item(rt, self, kept, value);
        });
    }
    Owned method = TRY(get_optional_attribute(rt, other, *rt.names().items));
    Owned pairs = method.is_unbound() ? Owned::share(other) : TRY(call(rt, method));
    return for_each(rt, pairs, [&](Value item) -> Result<void> {
        Owned kept = Owned::share(item);
        return set_pair(rt, self, kept);
    });
}

Result<void> update_from_arguments(Runtime& rt, Value self, Args args) {
    const std::uint32_t positional = positional_count(args);
    if (positional > 1)
        return raise(rt, TypeId::TypeError, "expected at most 1 arguments, got %u", static_cast<unsigned>(positional));
    if (positional == 1) TRY(update_from(rt, self, args[0]));
    for (std::uint32_t i = 0; i < keyword_count(args); ++i)
        TRY(set_item(rt, self, (*args.names)[i], args[positional + i]));
    return ok;
}

Result<void> method_update(Runtime& rt, Args args) { return update_from_arguments(rt, args[0], args.from(1)); }

// ---- order

Result<void> move_to_end(Runtime& rt, Args args) {
    const bool last = !args.has(2) || TRY(truth(rt, args[2]));
    if (!TRY(dict_move(rt, dict_of(args[0]), args[1], last))) return raise_key_error(rt, args[1]);
    return ok;
}

Result<Owned> popitem(Runtime& rt, Args args) {
    const bool last = !args.has(1) || TRY(truth(rt, args[1]));
    DictObject& dict = dict_of(args[0]);
    if (dict.used == 0) return raise(rt, TypeId::KeyError, "dictionary is empty");
    DictItem item = last ? dict_take_last(dict) : dict_take_first(rt, dict);
    return Owned(tuple_of(rt, item.key, item.value));
}

Result<Owned> compare_(Runtime& rt, Value left, Value right, CompareOp op) {
    Owned same = TRY(dict_spec.slots.compare(rt, left, right, op));
    if (same.get().is(Value::not_implemented()) || !is_ordered(left) || !is_ordered(right) ||
        same.get().is(Value::boolean(op == CompareOp::ne)))
        return same;
    const bool ordered = TRY(dict_same_order(rt, dict_of(left), dict_of(right)));
    return Owned::adopt(Value::boolean(ordered == (op == CompareOp::eq)));
}

// ---- single items

Result<Owned> pop(Runtime& rt, Args args) {
    Owned value = TRY(dict_pop(rt, dict_of(args[0]), args[1]));
    if (!value.is_unbound()) return value;
    return args.has(2) ? Owned::share(args[2]) : Result<Owned>(raise_key_error(rt, args[1]));
}

Result<Owned> setdefault(Runtime& rt, Args args) {
    const Value fallback = args.has(2) ? args[2] : Value::none();
    if (is_exact(args[0])) return dict_set_default(rt, dict_of(args[0]), args[1], fallback);
    if (TRY(contains(rt, args[0], args[1]))) return get_item(rt, args[0], args[1]);
    TRY(set_item(rt, args[0], args[1], fallback));
    return Owned::share(fallback);
}

// ---- further dicts

Result<Owned> copy(Runtime& rt, Args args) {
    Owned made = TRY(call(rt, Value(&rt.type_of(args[0]))));
    if (is_exact(args[0])) {
        TRY(dict_merge(rt, dict_of(made), args[0], true));
        return made;
    }
    // A copy of the table, whatever reading items may do to the original.
    Ref<DictObject> now = dict_copy(rt, dict_of(args[0]));
    std::uint32_t position = 0;
    Value key, value;
    while (dict_next(*now, position, key, value)) {
        Owned shown = TRY(get_item(rt, args[0], key));
        TRY(set_item(rt, made, key, shown));
    }
    return made;
}

Result<Owned> fromkeys(Runtime& rt, Args args) {
    Owned made = TRY(call(rt, args[0]));
    const Value value = args.has(2) ? args[2] : Value::none();
    TRY(for_each(rt, args[1], [&](Value key) { return set_item(rt, made, key, value); }));
    return made;
}

Result<Owned> union_(Runtime& rt, Value left, Value right) {
    if (!is_dict_or_subclass(rt, left) || !is_dict_or_subclass(rt, right))
        return Owned::adopt(Value::not_implemented());
    Owned made = TRY(call(rt, Value(&rt.type_of(is_ordered(left) ? left : right)), left));
    TRY(update_from(rt, made, right));
    return made;
}

Result<Owned> inplace_union(Runtime& rt, Value self, Value other) {
    TRY(update_from(rt, self, other));
    return Owned::share(self);
}

// ---- showing, pickling

Result<Owned> repr_(Runtime& rt, Value self) {
    StrBuilder text(rt);
    text.append(std::string(rt.type_of(self).short_name()) + "(");
    if (dict_of(self).used != 0) {
        ReprScope guard(rt, self);
        if (guard.raised()) return raised;
        if (guard.seen()) return Owned(make_str(rt, "..."));
        Ref<DictObject> shown = is_exact(self) ? dict_copy(rt, dict_of(self)) : make_dict(rt);
        if (!is_exact(self)) { // as the subclass shows its items
            Owned keys = TRY(call_method(rt, self, *rt.names().keys));
            TRY(for_each(rt, keys, [&](Value key) -> Result<void> {
                Owned kept = Owned::share(key);
                Owned value = TRY(get_item(rt, self, kept));
                return dict_set(rt, *shown, kept, value);
            }));
        }
        text.append(*TRY(repr(rt, shown)));
    }
    text.append(U')');
    return Owned(text.finish());
}

Result<Owned> reduce(Runtime& rt, Args args) {
    Owned state = TRY(call_method(rt, args[0], *rt.names().dunder_getstate));
    Owned items = TRY(call_method(rt, args[0], *rt.names().items));
    Owned iterator = TRY(iterate(rt, items));
    return Owned(tuple_of(rt, Value(&rt.type_of(args[0])), tuple_of(rt), state, Value::none(), iterator));
}

// ---- views

template <const TypeSpec& Spec>
Result<Owned> view(Runtime& rt, Args args) {
    Ref<Type> type = TRY(collections_type(rt, Spec));
    auto made = Ref<DictView>::adopt(static_cast<DictView*>(rt.make_instance(*type)));
    retain(&dict_of(args[0]));
    made->dict = &dict_of(args[0]);
    return Owned(std::move(made));
}

const NativeDef methods[] = {
    {"move_to_end", native<move_to_end>, 1, 2, "key, last=True",
     "Make the item of a key the last one, or the first one if last is false.\n\nRaises KeyError if there is none."},
    {"popitem", native<popitem>, 0, 1, "last=True",
     "Take out the last item, or the first one if last is false, as a pair.\n\nRaises KeyError if there is none."},
    {"pop", native<pop>, 1, 2, "key, default=<unrepresentable>",
     "Take out the item of a key and return its value.\n\nIf there is none: the default, or KeyError."},
    {"setdefault", native<setdefault>, 1, 2, "key, default=None",
     "Return the value of a key; where there is none, set it to the default first."},
    {"update", native<method_update>, 0, -1, nullptr, "Set items as those of a mapping, of pairs and of keywords.",
     takes_keywords},
    {"copy", native<copy>, 0, 0, "", "Return a shallow copy."},
    {"fromkeys", native<fromkeys>, 1, 2, "iterable, value=None",
     "Make an ordered dictionary of the keys of an iterable, all with one value.", native_class},
    {"keys", native<view<ordered_dict_keys_spec>>, 0, 0, "", "Return a view on the keys, which behaves as a set."},
    {"values", native<view<ordered_dict_values_spec>>, 0, 0, "", "Return a view on the values."},
    {"items", native<view<ordered_dict_items_spec>>, 0, 0, "", "Return a view on the items, which behaves as a set."},
    {"__reduce__", native<reduce>, 0, 0, "", "Return state information for pickling."},
    {"__class_getitem__", native<class_getitem>, 1, 1, nullptr, "See PEP 585", native_class},
    {},
};

} // namespace

const TypeSpec ordered_dict_spec = {
    .name = "OrderedDict",
    .module = "collections",
    .base = TypeId::dict,
    .size = sizeof(DictObject),
    .flags = type_has_gc | type_is_base | type_has_dict | type_weakrefs | type_mapping,
    .slots =
        {.init = update_from_arguments, .repr = repr_, .compare = compare_, .or_ = union_, .inplace_or = inplace_union},
    .methods = methods,
    .doc = "Dictionary that remembers insertion order",
};
const TypeSpec ordered_dict_keys_spec = {
    .name = "odict_keys", .base = TypeId::dict_keys, .size = sizeof(DictView), .flags = type_has_gc | type_no_new};
const TypeSpec ordered_dict_values_spec = {
    .name = "odict_values", .base = TypeId::dict_values, .size = sizeof(DictView), .flags = type_has_gc | type_no_new};
const TypeSpec ordered_dict_items_spec = {
    .name = "odict_items", .base = TypeId::dict_items, .size = sizeof(DictView), .flags = type_has_gc | type_no_new};

} // namespace mp
