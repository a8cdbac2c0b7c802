// Methods, slots and types of set, frozenset and their iterator.
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/core/repr_guard.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/list.h"
#include "objects/types/natives.h"
#include "objects/types/set_iterator.h"
#include "objects/types/set_table.h"

namespace mp {

using namespace set_table;

// ---- life

static SetObject* make_of(Runtime& rt, Type& type) {
    auto* set = static_cast<SetObject*>(rt.make_instance(type));
    make_empty(*set);
    set->mutations = 0;
    return set;
}

static Result<Owned> set_new(Runtime& rt, Type* type, Args) { return Owned::adopt(make_of(rt, *type)); }

static Result<void> set_init(Runtime& rt, Value self, Args args) {
    TRY(check_constructor(rt, "set", TypeId::set, &rt.type_of(self), args, 0, 1));
    set_clear(rt, self_of(self));
    if (positional_count(args) == 0) return ok;
    return set_update(rt, self_of(self), args[0]);
}

static Result<Owned> frozenset_new(Runtime& rt, Type* type, Args args) {
    TRY(check_constructor(rt, "frozenset", TypeId::frozenset, type, args, 0, 1));
    const bool given = positional_count(args) != 0;
    if (given && type == &rt.type(TypeId::frozenset) && is_frozenset(args[0])) return Owned::share(args[0]);
    auto set = Ref<SetObject>::adopt(make_of(rt, *type));
    if (given) TRY(set_update(rt, *set, args[0]));
    return Owned(std::move(set));
}

static void dealloc(Runtime& rt, Object* object) {
    set_clear(rt, *static_cast<SetObject*>(object));
    rt.free_object(object, sizeof(SetObject));
}

static void traverse(Object* object, Visitor visit, void* context) {
    const auto& set = *static_cast<SetObject*>(object);
    std::int64_t position = 0, hash;
    Value item;
    while (set_next(set, position, item, hash))
        if (item.is_object()) visit(item.object(), context);
}

static void clear(Runtime& rt, Object* object) { set_clear(rt, *static_cast<SetObject*>(object)); }

// ---- slots

static Result<Owned> repr_(Runtime& rt, Value self) {
    StrBuilder text(rt);
    if (self_of(self).used == 0) {
        text.append(type_name(rt, self));
        text.append("()");
        return Owned(text.finish());
    }
    ReprScope guard(rt, self);
    if (guard.raised()) return raised;
    if (guard.seen()) {
        text.append(type_name(rt, self));
        text.append("(...)");
        return Owned(text.finish());
    }
    auto items = TRY(list_from(rt, self));
    if (!is_set(self)) {
        text.append(type_name(rt, self));
        text.append(U'(');
    }
    text.append(U'{');
    for (std::int64_t i = 0; i < items->size; ++i) {
        if (i) text.append(", ");
        auto item = TRY(repr(rt, items->items[i]));
        text.append(*item);
    }
    text.append(U'}');
    if (!is_set(self)) text.append(U')');
    return Owned(text.finish());
}

static Result<std::int64_t> frozenset_hash(Runtime&, Value self) {
    SetObject& set = self_of(self);
    if (set.cached_hash == -1) set.cached_hash = items_hash(set);
    return set.cached_hash;
}

static Result<Owned> compare_(Runtime& rt, Value left, Value right, CompareOp op) {
    if (!is_any_set(rt, left) || !is_any_set(rt, right)) return Owned::adopt(Value::not_implemented());
    NativeScope scope(rt);
    if (!scope) return raised;
    SetObject &a = self_of(left), &b = self_of(right);
    bool result = false;
    switch (op) {
    case CompareOp::eq:
    case CompareOp::ne:
        result = a.used == b.used && (a.cached_hash == -1 || b.cached_hash == -1 || a.cached_hash == b.cached_hash) &&
                 TRY(is_subset(rt, a, b));
        if (op == CompareOp::ne) result = !result;
        break;
    case CompareOp::lt: result = a.used < b.used && TRY(is_subset(rt, a, b)); break;
    case CompareOp::le: result = TRY(is_subset(rt, a, b)); break;
    case CompareOp::gt: result = a.used > b.used && TRY(is_subset(rt, b, a)); break;
    case CompareOp::ge: result = TRY(is_subset(rt, b, a)); break;
    }
    return Owned::adopt(Value::boolean(result));
}

static Result<Owned> iter(Runtime& rt, Value self) { return Owned(make_set_iterator(rt, self_of(self))); }
static Result<std::int64_t> length_(Runtime&, Value self) { return self_of(self).used; }
static Result<bool> contains_(Runtime& rt, Value self, Value item) { return set_contains(rt, self_of(self), item); }

static Result<Ref<SetObject>> union_of(Runtime& rt, Value left, Value right) {
    auto result = TRY(copy_like(rt, left, left));
    TRY(set_update(rt, *result, right));
    return result;
}

using Operation = Result<Ref<SetObject>> (*)(Runtime&, Value, Value);

// An operator: both sides must be sets.
template <Operation Do>
static Result<Owned> operate(Runtime& rt, Value left, Value right) {
    if (!is_any_set(rt, left) || !is_any_set(rt, right)) return Owned::adopt(Value::not_implemented());
    auto result = TRY(Do(rt, left, right));
    return Owned(std::move(result));
}

// A method with one argument, any iterable.
template <Operation Do>
static Result<Owned> method_of(Runtime& rt, Args args) {
    auto result = TRY(Do(rt, args[0], args[1]));
    return Owned(std::move(result));
}

static Result<void> intersection_update(Runtime& rt, Value set, Value other) {
    auto common = TRY(intersection(rt, set, other));
    swap_items(self_of(set), *common);
    return ok;
}

using Update = Result<void> (*)(Runtime&, Value, Value);
static Result<void> do_update(Runtime& rt, Value set, Value other) { return set_update(rt, self_of(set), other); }
static Result<void> do_difference(Runtime& rt, Value set, Value other) {
    return difference_update(rt, self_of(set), other);
}
static Result<void> do_symmetric(Runtime& rt, Value set, Value other) {
    return symmetric_difference_update(rt, self_of(set), other);
}

template <Update Do>
static Result<Owned> operate_inplace(Runtime& rt, Value self, Value other) {
    if (!is_any_set(rt, other)) return Owned::adopt(Value::not_implemented());
    TRY(Do(rt, self, other));
    return Owned::share(self);
}

// ---- methods of both

static Result<Owned> method_copy(Runtime& rt, Args args) {
    if (is_frozenset(args[0])) return Owned::share(args[0]);
    auto copy = TRY(copy_like(rt, args[0], args[0]));
    return Owned(std::move(copy));
}

static Result<Owned> method_union(Runtime& rt, Args args) {
    auto result = TRY(copy_like(rt, args[0], args[0]));
    for (std::uint32_t i = 1; i < args.size(); ++i) TRY(set_update(rt, *result, args[i]));
    return Owned(std::move(result));
}

static Result<Owned> method_intersection(Runtime& rt, Args args) {
    if (args.size() == 1) return method_copy(rt, args);
    auto result = TRY(intersection(rt, args[0], args[1]));
    for (std::uint32_t i = 2; i < args.size(); ++i) result = TRY(intersection(rt, result, args[i]));
    return Owned(std::move(result));
}

static Result<Owned> method_difference(Runtime& rt, Args args) {
    if (args.size() == 1) return method_copy(rt, args);
    auto result = TRY(difference(rt, args[0], args[1]));
    for (std::uint32_t i = 2; i < args.size(); ++i) TRY(difference_update(rt, *result, args[i]));
    return Owned(std::move(result));
}

static Result<Owned> method_issubset(Runtime& rt, Args args) {
    if (is_any_set(rt, args[1]))
        return Owned::adopt(Value::boolean(TRY(is_subset(rt, self_of(args[0]), self_of(args[1])))));
    auto other = TRY(set_from(rt, args[1]));
    return Owned::adopt(Value::boolean(TRY(is_subset(rt, self_of(args[0]), *other))));
}

static Result<Owned> method_issuperset(Runtime& rt, Args args) {
    return Owned::adopt(Value::boolean(TRY(is_superset(rt, args[0], args[1]))));
}
static Result<Owned> method_isdisjoint(Runtime& rt, Args args) {
    return Owned::adopt(Value::boolean(TRY(is_disjoint(rt, args[0], args[1]))));
}

static Result<Owned> method_reduce(Runtime& rt, Args args) {
    auto items = TRY(list_from(rt, args[0]));
    auto arguments = tuple_of(rt, items);
    Owned state = Owned::adopt(Value::none());
    if (!is_set(args[0]) && !is_frozenset(args[0])) {
        state = TRY(call_method(rt, args[0], *rt.names().dunder_getstate));
    }
    return Owned(tuple_of(rt, Value(&rt.type_of(args[0])), arguments, state));
}

static Result<Owned> method_sizeof(Runtime&, Args args) {
    const SetObject& set = self_of(args[0]);
    const std::int64_t outside = set.table == set.small ? 0 : (set.mask + 1) * 16;
    return Owned::adopt(Value::from_int(200 + outside));
}

// ---- methods that change a set

static Result<void> method_add(Runtime& rt, Args args) {
    TRY(set_add(rt, self_of(args[0]), args[1]));
    return ok;
}

static Result<void> method_discard(Runtime& rt, Args args) {
    TRY(set_discard(rt, self_of(args[0]), args[1]));
    return ok;
}

static Result<void> method_remove(Runtime& rt, Args args) {
    if (!TRY(set_discard(rt, self_of(args[0]), args[1]))) return raise_key_error(rt, args[1]);
    return ok;
}

static Result<Owned> method_pop(Runtime& rt, Args args) {
    SetObject& set = self_of(args[0]);
    if (set.used == 0) return raise(rt, TypeId::KeyError, "pop from an empty set");
    // Goes on where the last pop() ended, so that popping everything is linear.
    std::int64_t i = set.finger & set.mask;
    while (!is_live(set.table[i])) i = i == set.mask ? 0 : i + 1;
    Owned item = Owned::adopt(set.table[i].key);
    set.table[i] = {Value::hole(), -1};
    --set.used;
    ++set.mutations;
    set.finger = i + 1;
    return item;
}

static Result<void> method_clear(Runtime& rt, Args args) {
    set_clear(rt, self_of(args[0]));
    return ok;
}

// update(*others) and difference_update(*others): one after the other.
template <Update Do>
static Result<void> update_with_all(Runtime& rt, Args args) {
    for (std::uint32_t i = 1; i < args.size(); ++i) TRY(Do(rt, args[0], args[i]));
    return ok;
}

static Result<void> method_intersection_update(Runtime& rt, Args args) {
    Owned common = TRY(method_intersection(rt, args));
    if (common.get().is(args[0])) return ok;
    swap_items(self_of(args[0]), self_of(common));
    return ok;
}

static Result<void> method_symmetric_difference_update(Runtime& rt, Args args) {
    return symmetric_difference_update(rt, self_of(args[0]), args[1]);
}

// ---- tables

#define METHODS_OF_BOTH                                                                                                 \
    {"copy", native<method_copy>, 0, 0, nullptr, "Return a shallow copy of a set."},                                    \
        {"union", native<method_union>, 0, -1, nullptr, "Return a new set with elements from the set and all others."}, \
        {"intersection",                                                                                                \
         native<method_intersection>,                                                                                   \
         0,                                                                                                             \
         -1,                                                                                                            \
         nullptr,                                                                                                       \
         "Return a new set with elements common to the set and all others."},                                           \
        {"difference",                                                                                                  \
         native<method_difference>,                                                                                     \
         0,                                                                                                             \
         -1,                                                                                                            \
         nullptr,                                                                                                       \
         "Return a new set with elements in the set that are not in the others."},                                      \
        {"symmetric_difference",                                                                                        \
         native<method_of<symmetric_difference>>,                                                                       \
         1,                                                                                                             \
         1,                                                                                                             \
         nullptr,                                                                                                       \
         "Return a new set with elements in either the set or other but not both."},                                    \
        {"issubset", native<method_issubset>, 1, 1, nullptr, "Report whether another set contains this set."},          \
        {"issuperset", native<method_issuperset>, 1, 1, nullptr, "Report whether this set contains another set."},      \
        {"isdisjoint", native<method_isdisjoint>, 1, 1, nullptr, "Return True if two sets have a null intersection."},  \
        {"__reduce__", native<method_reduce>, 0, 0, nullptr, "Return state information for pickling."},                 \
        {"__sizeof__", native<method_sizeof>, 0, 0, nullptr, "S.__sizeof__() -> size of S in memory, in bytes."}, {     \
        "__class_getitem__", native<class_getitem>, 1, 1, nullptr, "See PEP 585", native_class                          \
    }

static const NativeDef set_methods[] = {
    {"add", native<method_add>, 1, 1, nullptr,
     "Add an element to a set.\n\nThis has no effect if the element is already present."},
    {"discard", native<method_discard>, 1, 1, nullptr,
     "Remove an element from a set if it is a member.\n\nUnlike set.remove(), the discard() method does not raise\nan "
     "exception when an element is "
     "missing from the set."},
    {"remove", native<method_remove>, 1, 1, nullptr,
     "Remove an element from a set; it must be a member.\n\nIf the element is not a member, raise a KeyError."},
    {"pop", native<method_pop>, 0, 0, nullptr,
     "Remove and return an arbitrary set element.\n\nRaises KeyError if the set is empty."},
    {"clear", native<method_clear>, 0, 0, nullptr, "Remove all elements from this set."},
    {"update", native<update_with_all<do_update>>, 0, -1, nullptr, "Update the set, adding elements from all others."},
    {"intersection_update", native<method_intersection_update>, 0, -1, nullptr,
     "Update the set, keeping only elements found in it and all others."},
    {"difference_update", native<update_with_all<do_difference>>, 0, -1, nullptr,
     "Update the set, removing elements found in others."},
    {"symmetric_difference_update", native<method_symmetric_difference_update>, 1, 1, nullptr,
     "Update the set, keeping only elements found in either set, but not in both."},
    METHODS_OF_BOTH,
    {},
};

static const NativeDef frozenset_methods[] = {
    METHODS_OF_BOTH,
    {},
};
#undef METHODS_OF_BOTH

const TypeSpec set_spec = {
    .name = "set",
    .base = TypeId::object,
    .layout = Layout::set,
    .size = sizeof(SetObject),
    .flags = type_has_gc | type_is_base | type_weakrefs | type_match_self,
    .slots = {.dealloc = dealloc,
              .traverse = traverse,
              .clear = clear,
              .new_ = set_new,
              .init = set_init,
              .repr = repr_,
              .compare = compare_,
              .iter = iter,
              .subtract = operate<difference>,
              .and_ = operate<intersection>,
              .xor_ = operate<symmetric_difference>,
              .or_ = operate<union_of>,
              .inplace_subtract = operate_inplace<do_difference>,
              .inplace_and = operate_inplace<intersection_update>,
              .inplace_xor = operate_inplace<do_symmetric>,
              .inplace_or = operate_inplace<do_update>,
              .length = length_,
              .contains = contains_},
    .methods = set_methods,
    .doc = "Build an unordered collection of unique elements.",
};

const TypeSpec frozenset_spec = {
    .name = "frozenset",
    .base = TypeId::object,
    .layout = Layout::frozenset,
    .size = sizeof(SetObject),
    .flags = type_has_gc | type_is_base | type_weakrefs | type_match_self,
    .slots = {.dealloc = dealloc,
              .traverse = traverse,
              .clear = clear,
              .new_ = frozenset_new,
              .repr = repr_,
              .hash = frozenset_hash,
              .compare = compare_,
              .iter = iter,
              .subtract = operate<difference>,
              .and_ = operate<intersection>,
              .xor_ = operate<symmetric_difference>,
              .or_ = operate<union_of>,
              .length = length_,
              .contains = contains_},
    .methods = frozenset_methods,
    .doc = "Build an immutable unordered collection of unique elements.",
};

} // namespace mp
