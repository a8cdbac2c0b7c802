// The methods of deque.
#include "builtins/collections/deque.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/generic_alias.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"
#include "objects/types/text_arguments.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

DequeObject& self_of(Args args) noexcept { return as_deque(args[0]); }

Result<void> append(Runtime& rt, Args args) {
    deque_append(rt, self_of(args), Owned::share(args[1]));
    return ok;
}
Result<void> appendleft(Runtime& rt, Args args) {
    deque_append_left(rt, self_of(args), Owned::share(args[1]));
    return ok;
}
Result<void> extend(Runtime& rt, Args args) { return deque_extend(rt, self_of(args), args[1]); }
Result<void> extendleft(Runtime& rt, Args args) {
    Owned source = Owned::share(args[1]);
    if (args[1].is(args[0])) source = TRY(tuple_from(rt, args[1]));
    return for_each(rt, source, [&](Value item) -> Result<void> {
        deque_append_left(rt, self_of(args), Owned::share(item));
        return ok;
    });
}
Result<Owned> pop(Runtime& rt, Args args) { return deque_pop(rt, self_of(args)); }
Result<Owned> popleft(Runtime& rt, Args args) { return deque_pop_left(rt, self_of(args)); }
Result<void> clear(Runtime& rt, Args args) {
    deque_clear(rt, self_of(args));
    return ok;
}
Result<Owned> copy(Runtime& rt, Args args) { return deque_copy(rt, args[0]); }

Raised raise_mutated(Runtime& rt) { return raise(rt, TypeId::RuntimeError, "deque mutated during iteration"); }

Result<Owned> count(Runtime& rt, Args args) {
    DequeObject& deque = self_of(args);
    const std::uint64_t changes = deque.changes;
    std::int64_t found = 0;
    for (std::int64_t i = 0; i < deque.size; ++i) {
        Owned item = Owned::share(deque.at(i));
        found += TRY(same_or_equal(rt, item, args[1]));
        if (deque.changes != changes) return raise_mutated(rt);
    }
    return make_int(rt, found);
}

Result<Owned> find(Runtime& rt, Args args) {
    DequeObject& deque = self_of(args);
    std::int64_t start = TRY(slice_bound(rt, args.has(2) ? args[2] : Value::from_int(0), 0));
    std::int64_t stop = TRY(slice_bound(rt, args.has(3) ? args[3] : Value::from_int(deque.size), INT64_MAX));
    if (start < 0) start = std::max<std::int64_t>(start + deque.size, 0);
    if (stop < 0) stop += deque.size;
    const std::uint64_t changes = deque.changes;
    for (std::int64_t i = start; i < std::min(stop, deque.size); ++i) {
        Owned item = Owned::share(deque.at(i));
        if (TRY(same_or_equal(rt, item, args[1]))) return make_int(rt, i);
        if (deque.changes != changes) return raise_mutated(rt);
    }
    return raise(rt, TypeId::ValueError, "%s is not in deque", to_utf8(*TRY(repr(rt, args[1]))).c_str());
}

Result<void> insert(Runtime& rt, Args args) {
    std::int64_t place = TRY(index_int64(rt, args[1]));
    DequeObject& deque = self_of(args);
    const std::int64_t size = deque.size;
    if (deque.maxlen == size) return raise(rt, TypeId::IndexError, "deque already at its maximum size");
    if (place < 0) place = std::max<std::int64_t>(place + size, 0);
    if (place >= size) {
        deque_append(rt, deque, Owned::share(args[2]));
        return ok;
    }
    deque_rotate(deque, -place);
    deque_append_left(rt, deque, Owned::share(args[2]));
    deque_rotate(deque, place);
    return ok;
}

Result<void> remove(Runtime& rt, Args args) {
    DequeObject& deque = self_of(args);
    const std::int64_t size = deque.size;
    for (std::int64_t i = 0; i < deque.size; ++i) {
        const std::uint64_t changes = deque.changes;
        Owned item = Owned::share(deque.at(i));
        const bool found = TRY(same_or_equal(rt, item, args[1]));
        if (deque.size != size || deque.changes != changes)
            return raise(rt, TypeId::IndexError, "deque mutated during remove().");
        if (found) return set_item(rt, args[0], Value::from_int(i), Value::unbound());
    }
    return raise(rt, TypeId::ValueError, "%s is not in deque", to_utf8(*TRY(repr(rt, args[1]))).c_str());
}

Result<void> reverse(Runtime&, Args args) {
    DequeObject& deque = self_of(args);
    for (std::int64_t i = 0; i < deque.size / 2; ++i) std::swap(deque.at(i), deque.at(deque.size - 1 - i));
    return ok;
}

Result<void> rotate(Runtime& rt, Args args) {
    const std::int64_t steps = args.has(1) ? TRY(index_int64(rt, args[1])) : 1;
    deque_rotate(self_of(args), steps);
    return ok;
}

Result<Owned> reduce(Runtime& rt, Args args) {
    Owned state = TRY(get_optional_attribute(rt, args[0], *rt.names().dunder_dict));
    if (state.is_unbound()) state = Owned::adopt(Value::none());
    Owned iterator = TRY(iterate(rt, args[0]));
    const std::int64_t maxlen = self_of(args).maxlen;
    Ref<TupleObject> arguments =
        maxlen < 0 ? tuple_of(rt) : tuple_of(rt, Value(rt.empty_tuple), Value(make_int(rt, maxlen)));
    return Owned(tuple_of(rt, Value(&rt.type_of(args[0])), arguments, state, iterator));
}

Result<Owned> get_maxlen(Runtime& rt, Value self) {
    const std::int64_t maxlen = as_deque(self).maxlen;
    return maxlen < 0 ? Owned::adopt(Value::none()) : make_int(rt, maxlen);
}

} // namespace

const NativeDef deque_methods[] = {
    {"append", native<append>, 1, 1, "item, /", "Add an element to the right side of the deque."},
    {"appendleft", native<appendleft>, 1, 1, "item, /", "Add an element to the left side of the deque."},
    {"extend", native<extend>, 1, 1, "iterable, /",
     "Extend the right side of the deque with elements from the iterable."},
    {"extendleft", native<extendleft>, 1, 1, "iterable, /",
     "Extend the left side of the deque with elements from the iterable."},
    {"pop", native<pop>, 0, 0, nullptr, "Remove and return the rightmost element."},
    {"popleft", native<popleft>, 0, 0, nullptr, "Remove and return the leftmost element."},
    {"clear", native<clear>, 0, 0, nullptr, "Remove all elements from the deque."},
    {"copy", native<copy>, 0, 0, nullptr, "Return a shallow copy of a deque."},
    {"__copy__", native<copy>, 0, 0, nullptr, "Return a shallow copy of a deque."},
    {"count", native<count>, 1, 1, "value, /", "Return number of occurrences of value."},
    {"index", native<find>, 1, 3, nullptr,
     "Return first index of value.\n\nRaises ValueError if the value is not present."},
    {"insert", native<insert>, 2, 2, "index, value, /", "Insert value before index."},
    {"remove", native<remove>, 1, 1, "value, /", "Remove first occurrence of value."},
    {"reverse", native<reverse>, 0, 0, nullptr, "Reverse *IN PLACE*."},
    {"rotate", native<rotate>, 0, 1, "n=1, /",
     "Rotate the deque n steps to the right.  If n is negative, rotates left."},
    {"__reversed__", native<deque_reversed>, 0, 0, nullptr, "Return a reverse iterator over the deque."},
    {"__reduce__", native<reduce>, 0, 0, nullptr, "Return state information for pickling."},
    {"__class_getitem__", native<class_getitem>, 1, 1, nullptr, "See PEP 585", native_class},
    {},
};
const GetSetDef deque_getsets[] = {{"maxlen", get_maxlen, nullptr, "maximum size of a deque or None if unbounded"}, {}};

} // namespace mp
