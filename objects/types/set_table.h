#pragma once
// Inside set and frozenset: the table and its algebra. Only the set*.cpp files include this.
#include "objects/types/keys.h"
#include "objects/types/set.h"

namespace mp::set_table {

inline SetObject& self_of(Value value) noexcept { return *static_cast<SetObject*>(value.object()); }

inline bool is_live(const SetEntry& entry) noexcept { return !entry.key.is_unbound() && !entry.key.is(Value::hole()); }

void make_empty(SetObject& set) noexcept; // of a new object
// Gives the table at least `wanted` + 1 places, without deleted ones. Throws bad_alloc.
void resize(Runtime& rt, SetObject& set, std::int64_t wanted);
// As above for what is added at once: `more` items to come.
void reserve(Runtime& rt, SetObject& set, std::int64_t more);

// ---- with the hash known; may run __eq__
Result<bool> add(Runtime& rt, SetObject& set, Value key, std::int64_t hash);
Result<bool> contains(Runtime& rt, SetObject& set, Value key, std::int64_t hash);
Result<bool> discard(Runtime& rt, SetObject& set, Value key, std::int64_t hash);

// The hash of a key to look for: a set that cannot be hashed is looked for as the frozenset of its items.
Result<std::int64_t> search_hash(Runtime& rt, Value key);
std::int64_t items_hash(const SetObject& set) noexcept;

// Adds all of `other`. May run __eq__.
Result<void> merge(Runtime& rt, SetObject& set, SetObject& other);
// Exchanges the items of two sets.
void swap_items(SetObject& a, SetObject& b) noexcept;

// ---- algebra (set_operations.cpp). Results are exact sets or frozensets of the kind of `set`. `other` is any iterable.
Ref<SetObject> make_like(Runtime& rt, Value set);                      // empty
Result<Ref<SetObject>> copy_like(Runtime& rt, Value set, Value items); // of the items of an iterable
Result<Ref<SetObject>> intersection(Runtime& rt, Value set, Value other);
Result<Ref<SetObject>> difference(Runtime& rt, Value set, Value other);
Result<Ref<SetObject>> symmetric_difference(Runtime& rt, Value set, Value other);
Result<void> difference_update(Runtime& rt, SetObject& set, Value other);
Result<void> symmetric_difference_update(Runtime& rt, SetObject& set, Value other);
Result<bool> is_subset(Runtime& rt, SetObject& set, SetObject& other);
Result<bool> is_superset(Runtime& rt, Value set, Value other);
Result<bool> is_disjoint(Runtime& rt, Value set, Value other);

} // namespace mp::set_table
