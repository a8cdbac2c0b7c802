// dict's methods and slots.
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/core/repr_guard.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict_iterator.h"
#include "objects/types/dict_table.h"
#include "objects/types/dict_views.h"
#include "objects/types/list.h"
#include "objects/types/natives.h"

namespace mp {

static DictObject& self_of(Value value) noexcept { return *static_cast<DictObject*>(value.object()); }

// ---- updating

// From a dict whose iteration is dict's own.
static Result<void> merge_dict(Runtime& rt, DictObject& dict, DictObject& from, bool override) {
    if (&dict == &from || from.used == 0) return ok;
    if (dict.used == 0) dict_reserve(rt, dict, from.used);
    auto kept = Ref<DictObject>::share(&from);
    PayMeter meter(rt);
    std::uint32_t position = 0;
    Value key, value;
    while (dict_next(from, position, key, value)) {
        TRY(meter.tick());
        const std::int64_t hash =
            from.general ? static_cast<HashedEntry*>(from.entries)[position - 1].hash : dict_table::simple_hash(key);
        Owned kept_key = Owned::share(key), kept_value = Owned::share(value);
        const std::uint32_t mutations = from.mutations;
        const std::int64_t found = TRY(dict_table::find(rt, dict, key, hash));
        if (found < 0)
            dict_table::add(rt, dict, std::move(kept_key), std::move(kept_value), hash);
        else if (override)
            replace(*dict_entry_value(dict, static_cast<std::uint32_t>(found)), std::move(kept_value));
        if (from.mutations != mutations) return raise(rt, TypeId::RuntimeError, "dict mutated during update");
    }
    return ok;
}

static bool iterates_as_dict(Runtime& rt, Value value) noexcept {
    return is_dict(value) ||
           (is_dict_or_subclass(rt, value) && rt.type_of(value).slots.iter == rt.type(TypeId::dict).slots.iter);
}

Result<void> dict_merge(Runtime& rt, DictObject& dict, Value mapping, bool override) {
    if (iterates_as_dict(rt, mapping)) return merge_dict(rt, dict, self_of(mapping), override);
    Owned keys = TRY(call_method(rt, mapping, *rt.names().keys));
    return for_each(rt, keys, [&](Value key) -> Result<void> {
        if (!override && TRY(dict_contains(rt, dict, key))) return ok;
        Owned value = TRY(get_item(rt, mapping, key));
        return dict_set(rt, dict, key, value);
    });
}

static Result<void> merge_pairs(Runtime& rt, DictObject& dict, Value pairs) {
    std::int64_t number = 0;
    return for_each(rt, pairs, [&](Value item) -> Result<void> {
        auto sequence = tuple_from(rt, item);
        if (sequence.is_raised()) {
            if (!pending_matches(rt, TypeId::TypeError)) return raised;
            return raise(rt, TypeId::TypeError, "cannot convert dictionary update sequence element #%lld to a sequence",
                         static_cast<long long>(number));
        }
        auto pair = sequence.take();
        if (pair->size != 2)
            return raise(rt, TypeId::ValueError,
                         "dictionary update sequence element #%lld has length %lld; 2 is required",
                         static_cast<long long>(number), static_cast<long long>(pair->size));
        ++number;
        return dict_set(rt, dict, (*pair)[0], (*pair)[1]);
    });
}

Result<void> dict_update(Runtime& rt, DictObject& dict, Value mapping_or_pairs) {
    if (is_dict(mapping_or_pairs)) return dict_merge(rt, dict, mapping_or_pairs, true);
    Owned keys = TRY(get_optional_attribute(rt, mapping_or_pairs, *rt.names().keys));
    if (!keys.is_unbound()) return dict_merge(rt, dict, mapping_or_pairs, true);
    return merge_pairs(rt, dict, mapping_or_pairs);
}

// dict(...) and update(...): at most one positional argument, then keywords.
static Result<void> update_from_arguments(Runtime& rt, const char* function, Value self, Args args) {
    const std::uint32_t positional = positional_count(args);
    if (positional > 1) return raise_arity(rt, function, 0, 1, positional);
    if (positional == 1) TRY(dict_update(rt, self_of(self), args[0]));
    for (std::uint32_t i = 0; i < keyword_count(args); ++i)
        TRY(dict_set(rt, self_of(self), (*args.names)[i], args[positional + i]));
    return ok;
}

// ---- slots

static Result<Owned> new_(Runtime& rt, Type* type, Args) {
    auto* dict = static_cast<DictObject*>(rt.make_instance(*type));
    dict->used = dict->fill = dict->capacity = dict->keys_version = 0;
    dict->general = dict->log2_index = 0;
    dict->reserved = 0;
    dict->mutations = dict->usable = 0;
    dict->entries = dict->index = nullptr;
    return Owned::adopt(dict);
}

static Result<void> init(Runtime& rt, Value self, Args args) { return update_from_arguments(rt, "dict", self, args); }

static void dealloc(Runtime& rt, Object* object) {
    dict_clear(rt, *static_cast<DictObject*>(object));
    rt.free_object(object, sizeof(DictObject));
}

static void traverse(Object* object, Visitor visit, void* context) {
    auto& dict = *static_cast<DictObject*>(object);
    std::uint32_t position = 0;
    Value key, value;
    while (dict_next(dict, position, key, value)) {
        if (key.is_object()) visit(key.object(), context);
        if (value.is_object()) visit(value.object(), context);
    }
}

static void clear(Runtime& rt, Object* object) { dict_clear(rt, *static_cast<DictObject*>(object)); }

static Result<Owned> repr_(Runtime& rt, Value self) {
    DictObject& dict = self_of(self);
    ReprScope guard(rt, self);
    if (guard.raised()) return raised;
    if (guard.seen()) return Owned(make_str(rt, "{...}"));
    StrBuilder text(rt);
    text.append(U'{');
    PayMeter meter(rt);
    std::uint32_t position = 0;
    Value key, value;
    bool first = true;
    while (dict_next(dict, position, key, value)) {
        TRY(meter.tick());
        Owned kept_key = Owned::share(key), kept_value = Owned::share(value);
        if (!first) text.append(", ");
        first = false;
        auto key_text = TRY(repr(rt, kept_key));
        text.append(*key_text);
        text.append(": ");
        auto value_text = TRY(repr(rt, kept_value));
        text.append(*value_text);
    }
    text.append(U'}');
    return Owned(text.finish());
}

Result<bool> dict_equal(Runtime& rt, DictObject& a, DictObject& b) {
    if (a.used != b.used) return false;
    NativeScope scope(rt);
    if (!scope) return raised;
    PayMeter meter(rt);
    std::uint32_t position = 0;
    Value key, value;
    while (dict_next(a, position, key, value)) {
        TRY(meter.tick());
        const std::int64_t hash =
            a.general ? static_cast<HashedEntry*>(a.entries)[position - 1].hash : dict_table::simple_hash(key);
        Owned kept_key = Owned::share(key), kept_value = Owned::share(value);
        Owned other = TRY(dict_get_hashed(rt, b, kept_key, hash));
        if (other.is_unbound()) return false;
        if (!TRY(item_equal(rt, kept_value, other))) return false;
    }
    return true;
}

static Result<Owned> compare_(Runtime& rt, Value left, Value right, CompareOp op) {
    if ((op != CompareOp::eq && op != CompareOp::ne) || !is_dict_or_subclass(rt, left) ||
        !is_dict_or_subclass(rt, right))
        return Owned::adopt(Value::not_implemented());
    const bool same = TRY(dict_equal(rt, self_of(left), self_of(right)));
    return Owned::adopt(Value::boolean(same == (op == CompareOp::eq)));
}

static Result<Owned> iter(Runtime& rt, Value self) {
    return Owned(make_dict_iterator(rt, self_of(self), DictIteratorKind::keys));
}

static Result<Owned> or_(Runtime& rt, Value left, Value right) {
    if (!is_dict_or_subclass(rt, left) || !is_dict_or_subclass(rt, right))
        return Owned::adopt(Value::not_implemented());
    auto result = dict_copy(rt, self_of(left));
    TRY(dict_update(rt, *result, right));
    return Owned(std::move(result));
}

static Result<Owned> inplace_or(Runtime& rt, Value self, Value other) {
    TRY(dict_update(rt, self_of(self), other));
    return Owned::share(self);
}

static Result<std::int64_t> length_(Runtime&, Value self) { return std::int64_t{self_of(self).used}; }

Result<Owned> dict_subscript(Runtime& rt, Value self, Value key) {
    Owned value = TRY(dict_get(rt, self_of(self), key));
    if (!value.is_unbound()) return value;
    if (!is_dict(self)) {
        Owned missing = TRY(lookup_special(rt, self, *rt.names().dunder_missing));
        if (!missing.is_unbound()) return call(rt, missing, key);
    }
    return raise_key_error(rt, key);
}

static Result<void> set_item_(Runtime& rt, Value self, Value key, Value value) {
    if (!value.is_unbound()) return dict_set(rt, self_of(self), key, value);
    if (!TRY(dict_delete(rt, self_of(self), key))) return raise_key_error(rt, key);
    return ok;
}

static Result<bool> contains_(Runtime& rt, Value self, Value key) { return dict_contains(rt, self_of(self), key); }

// ---- methods

static Result<Owned> method_get(Runtime& rt, Args args) {
    Owned value = TRY(dict_get(rt, self_of(args[0]), args[1]));
    if (!value.is_unbound()) return value;
    return args.has(2) ? Owned::share(args[2]) : Owned::adopt(Value::none());
}

static Result<Owned> method_setdefault(Runtime& rt, Args args) {
    return dict_set_default(rt, self_of(args[0]), args[1], args.has(2) ? args[2] : Value::none());
}

static Result<Owned> method_pop(Runtime& rt, Args args) {
    DictObject& dict = self_of(args[0]);
    Owned value;
    if (dict.used != 0) value = TRY(dict_pop(rt, dict, args[1])); // an empty dict does not ask for the hash
    if (!value.is_unbound()) return value;
    if (args.has(2)) return Owned::share(args[2]);
    return raise_key_error(rt, args[1]);
}

static Result<Owned> method_popitem(Runtime& rt, Args args) {
    DictObject& dict = self_of(args[0]);
    if (dict.used == 0) return raise(rt, TypeId::KeyError, "popitem(): dictionary is empty");
    auto pair = make_tuple(rt, 2);
    dict_table::Taken taken = dict_table::take_last(dict);
    pair->items()[0] = taken.key.release();
    pair->items()[1] = taken.value.release();
    return Owned(std::move(pair));
}

static Result<void> method_update(Runtime& rt, Args args) {
    return update_from_arguments(rt, "update", args[0], args.from(1));
}
static Result<Owned> method_keys(Runtime& rt, Args args) {
    return Owned(make_dict_view(rt, self_of(args[0]), TypeId::dict_keys));
}
static Result<Owned> method_values(Runtime& rt, Args args) {
    return Owned(make_dict_view(rt, self_of(args[0]), TypeId::dict_values));
}
static Result<Owned> method_items(Runtime& rt, Args args) {
    return Owned(make_dict_view(rt, self_of(args[0]), TypeId::dict_items));
}
static Result<Owned> method_copy(Runtime& rt, Args args) { return Owned(dict_copy(rt, self_of(args[0]))); }

static Result<void> method_clear(Runtime& rt, Args args) {
    dict_clear(rt, self_of(args[0]));
    return ok;
}

static Result<Owned> method_fromkeys(Runtime& rt, Args args) {
    Value value = args.has(2) ? args[2] : Value::none();
    Owned made = TRY(call(rt, args[0]));
    const bool exact = is_dict(made);
    TRY(for_each(rt, args[1], [&](Value key) {
        return exact ? dict_set(rt, self_of(made), key, value) : set_item(rt, made, key, value);
    }));
    return made;
}

static Result<Owned> method_reversed(Runtime& rt, Args args) {
    return Owned(make_dict_reverse_iterator(rt, self_of(args[0]), DictIteratorKind::keys));
}

static Result<Owned> method_sizeof(Runtime&, Args args) {
    const DictObject& dict = self_of(args[0]);
    const std::int64_t entry = dict.general ? sizeof(HashedEntry) : sizeof(DictEntry);
    return Owned::adopt(Value::from_int(static_cast<std::int64_t>(sizeof(DictObject)) + entry * dict.capacity));
}

static const NativeDef methods[] = {
    {"get", native<method_get>, 1, 2, nullptr, "Return the value for key if key is in the dictionary, else default."},
    {"setdefault", native<method_setdefault>, 1, 2, nullptr,
     "Insert key with a value of default if key is not in the dictionary.\n\nReturn the value for key if key is in the "
     "dictionary, else default."},
    {"pop", native<method_pop>, 1, 2, nullptr,
     "D.pop(k[,d]) -> v, remove specified key and return the corresponding value.\n\nIf the key is not found, return "
     "the default if given; otherwise,\n"
     "raise a KeyError."},
    {"popitem", native<method_popitem>, 0, 0, nullptr,
     "Remove and return a (key, value) pair as a 2-tuple.\n\nPairs are returned in LIFO (last-in, first-out) "
     "order.\nRaises KeyError if the dict is empty."},
    {"update", native<method_update>, 0, -1, nullptr, "Update D from mapping/iterable E and F.", takes_keywords},
    {"keys", native<method_keys>, 0, 0, nullptr, "D.keys() -> a set-like object providing a view on D's keys"},
    {"values", native<method_values>, 0, 0, nullptr, "D.values() -> an object providing a view on D's values"},
    {"items", native<method_items>, 0, 0, nullptr, "D.items() -> a set-like object providing a view on D's items"},
    {"copy", native<method_copy>, 0, 0, nullptr, "D.copy() -> a shallow copy of D"},
    {"clear", native<method_clear>, 0, 0, nullptr, "D.clear() -> None.  Remove all items from D."},
    {"fromkeys", native<method_fromkeys>, 1, 2, nullptr,
     "Create a new dictionary with keys from iterable and values set to value.", native_class},
    {"__reversed__", native<method_reversed>, 0, 0, nullptr, "Return a reverse iterator over the dict keys."},
    {"__sizeof__", native<method_sizeof>, 0, 0, nullptr, "Return the size of the dict in memory."},
    {"__class_getitem__", native<class_getitem>, 1, 1, nullptr, "See PEP 585", native_class},
    {},
};

const TypeSpec dict_spec = {
    .name = "dict",
    .base = TypeId::object,
    .layout = Layout::dict,
    .size = sizeof(DictObject),
    .flags = type_has_gc | type_is_base | type_mapping | type_match_self,
    .slots = {.dealloc = dealloc,
              .traverse = traverse,
              .clear = clear,
              .new_ = new_,
              .init = init,
              .repr = repr_,
              .compare = compare_,
              .iter = iter,
              .or_ = or_,
              .inplace_or = inplace_or,
              .length = length_,
              .get_item = dict_subscript,
              .set_item = set_item_,
              .contains = contains_},
    .methods = methods,
    .doc = "dict() -> new empty dictionary\n"
           "dict(mapping) -> new dictionary initialized from a mapping object's\n    (key, value) pairs\n"
           "dict(iterable) -> new dictionary initialized as if via:\n    d = {}\n    for k, v in iterable:\n        "
           "d[k] = v\n"
           "dict(**kwargs) -> new dictionary initialized with the name=value pairs\n    in the keyword argument list.  "
           "For example:  dict(one=1, two=2)",
};

} // namespace mp
