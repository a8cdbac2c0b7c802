#include <algorithm>

#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/keys.h"
#include "objects/types/list_internal.h"
#include "objects/types/list_iterator.h"
#include "objects/types/natives.h"
#include "objects/types/sort.h"

namespace mp::list_internal {

static Result<void> method_append(Runtime& rt, Args args) {
    list_append(rt, self_of(args[0]), Owned::share(args[1]));
    return ok;
}

static Result<void> method_extend(Runtime& rt, Args args) { return list_extend(rt, self_of(args[0]), args[1]); }

static Result<void> method_insert(Runtime& rt, Args args) {
    const std::int64_t position = TRY(index_int64(rt, args[1]));
    ListObject& list = self_of(args[0]);
    insert(rt, list, position, Owned::share(args[2]));
    return rt.pay(static_cast<std::uint64_t>(list.size) / 64);
}

static Result<Owned> method_pop(Runtime& rt, Args args) {
    std::int64_t position = args.has(1) ? TRY(index_int64(rt, args[1])) : -1;
    ListObject& list = self_of(args[0]);
    if (list.size == 0) return raise(rt, TypeId::IndexError, "pop from empty list");
    if (position < 0) position += list.size;
    if (position < 0 || position >= list.size) return raise(rt, TypeId::IndexError, "pop index out of range");
    TRY(rt.pay(static_cast<std::uint64_t>(list.size - position) / 64));
    return take(rt, list, position);
}

static Result<void> method_remove(Runtime& rt, Args args) {
    ListObject& list = self_of(args[0]);
    const std::int64_t position = TRY(run_find(rt, &list, run_of, args[1], 0, INT64_MAX));
    if (position < 0) return raise(rt, TypeId::ValueError, "list.remove(x): x not in list");
    if (position < list.size) take(rt, list, position); // __eq__ may have shortened the list
    return ok;
}

static Result<Owned> method_index(Runtime& rt, Args args) {
    const Bounds bounds = TRY(run_bounds(rt, args[0].object(), run_of, args, 2));
    const std::int64_t position = TRY(run_find(rt, args[0].object(), run_of, args[1], bounds.start, bounds.stop));
    if (position >= 0) return Owned::adopt(Value::from_int(position));
    auto text = TRY(repr(rt, args[1]));
    return raise_text(rt, TypeId::ValueError, to_utf8(*text) + " is not in list");
}

static Result<Owned> method_count(Runtime& rt, Args args) {
    return Owned::adopt(Value::from_int(TRY(run_count(rt, args[0].object(), run_of, args[1]))));
}

static Result<void> method_clear(Runtime& rt, Args args) {
    if (self_of(args[0]).size > 0) drop_all(rt, self_of(args[0]));
    return ok;
}

static Result<Owned> method_copy(Runtime& rt, Args args) {
    ListObject& list = self_of(args[0]);
    auto copy = list_slice(rt, list, 0, 1, list.size);
    TRY(rt.pay(static_cast<std::uint64_t>(list.size) / 16));
    return Owned(std::move(copy));
}

static Result<void> method_reverse(Runtime& rt, Args args) {
    ListObject& list = self_of(args[0]);
    std::reverse(list.items, list.items + list.size);
    return rt.pay(static_cast<std::uint64_t>(list.size) / 16);
}

static Result<void> method_sort(Runtime& rt, Args args) {
    const bool reverse = args.has(2) ? TRY(truth(rt, args[2])) : false;
    return list_sort(rt, self_of(args[0]), args.has(1) ? args[1] : Value::none(), reverse);
}

static Result<Owned> method_reversed(Runtime& rt, Args args) {
    return Owned(make_list_reverse_iterator(rt, self_of(args[0])));
}

static Result<Owned> method_sizeof(Runtime&, Args args) {
    return Owned::adopt(Value::from_int(40 + 8 * self_of(args[0]).capacity));
}

const NativeDef methods[] = {
    {"append", native<method_append>, 1, 1, nullptr, "Append object to the end of the list."},
    {"extend", native<method_extend>, 1, 1, nullptr, "Extend list by appending elements from the iterable."},
    {"insert", native<method_insert>, 2, 2, nullptr, "Insert object before index."},
    {"pop", native<method_pop>, 0, 1, nullptr,
     "Remove and return item at index (default last).\n\nRaises IndexError if list is empty or index is out of range."},
    {"remove", native<method_remove>, 1, 1, nullptr,
     "Remove first occurrence of value.\n\nRaises ValueError if the value is not present."},
    {"index", native<method_index>, 1, 3, nullptr,
     "Return first index of value.\n\nRaises ValueError if the value is not present."},
    {"count", native<method_count>, 1, 1, nullptr, "Return number of occurrences of value."},
    {"clear", native<method_clear>, 0, 0, nullptr, "Remove all items from list."},
    {"copy", native<method_copy>, 0, 0, nullptr, "Return a shallow copy of the list."},
    {"reverse", native<method_reverse>, 0, 0, nullptr, "Reverse *IN PLACE*."},
    {"sort", native<method_sort>, 0, 0, "*, key=None, reverse=False",
     "Sort the list in ascending order and return None.\n\nThe sort is in-place (i.e. the list itself is modified) and "
     "stable (i.e. the\n"
     "order of two equal elements is maintained).\n\nIf a key function is given, apply it once to each list item and "
     "sort them,\n"
     "ascending or descending, according to their function values.\n\nThe reverse flag can be set to sort in "
     "descending order."},
    {"__reversed__", native<method_reversed>, 0, 0, nullptr, "Return a reverse iterator over the list."},
    {"__sizeof__", native<method_sizeof>, 0, 0, nullptr, "Return the size of the list in memory, in bytes."},
    {"__class_getitem__", native<class_getitem>, 1, 1, nullptr, "See PEP 585", native_class},
    {},
};

} // namespace mp::list_internal
