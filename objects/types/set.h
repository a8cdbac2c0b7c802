#pragma once
// set and frozenset: open addressing as in CPython's setobject.c, so that sets of numbers come out in CPython's order: short linear runs, then a jump by
// the perturbed hash; grown fourfold (twofold above 50000 items) when three fifths are taken.
#include "objects/core/runtime.h"

namespace mp {

struct SetEntry {
    Value key; // owned; unbound: never used, hole: deleted
    std::int64_t hash;
};

struct SetObject : Object {   // Layout::set, Layout::frozenset, or a subclass of either
    std::int64_t used;        // live items
    std::int64_t fill;        // places taken, deleted ones included
    std::int64_t mask;        // places - 1, a power of two minus one
    SetEntry* table;          // `small` or allocated
    std::int64_t cached_hash; // frozenset: -1 when not yet known
    std::int64_t finger;      // where pop() goes on searching
    std::uint32_t mutations;  // counts insertions, deletions and moves: a search that ran __eq__ compares
    SetEntry small[8];
};

inline bool is_set(Value value) noexcept { return value.is_object() && value.object()->layout == Layout::set; }
inline bool is_frozenset(Value value) noexcept {
    return value.is_object() && value.object()->layout == Layout::frozenset;
}
// A set or frozenset, or an instance of a subclass of them. Runs nothing.
bool is_any_set(Runtime& rt, Value value) noexcept;
bool is_set_or_subclass(Runtime& rt, Value value) noexcept;
bool is_frozenset_or_subclass(Runtime& rt, Value value) noexcept;

Ref<SetObject> make_set(Runtime& rt);
Ref<SetObject> make_frozenset(Runtime& rt);
// set(iterable) / frozenset(iterable); the latter gives an exact frozenset back as it is.
Result<Ref<SetObject>> set_from(Runtime& rt, Value iterable);
Result<Ref<SetObject>> frozenset_from(Runtime& rt, Value iterable);
Ref<SetObject> set_copy(Runtime& rt, SetObject& set, TypeId id); // an exact set or frozenset with the same items

// ---- may run __hash__ and __eq__ of the items
Result<bool> set_add(Runtime& rt, SetObject& set, Value item);      // true: it is new
Result<bool> set_contains(Runtime& rt, SetObject& set, Value item); // TypeError when it is unhashable
Result<bool> set_discard(Runtime& rt, SetObject& set, Value item);  // false: it was not there
Result<void> set_update(Runtime& rt, SetObject& set, Value iterable);
void set_clear(Runtime& rt, SetObject& set);

// Walks the items: `position` starts at 0; false at the end. The item is borrowed: valid until the set changes. Runs nothing.
bool set_next(const SetObject& set, std::int64_t& position, Value& item, std::int64_t& hash) noexcept;

} // namespace mp
