// The algebra of sets. Which set is walked and which is asked decides the order of the result's items: as in CPython.
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/set_table.h"

namespace mp::set_table {

static DictObject& dict_of(Value value) noexcept { return *static_cast<DictObject*>(value.object()); }

// Calls f(item, hash) -> Result<bool> for every item of a set; false ends the walk early. f may change the set.
template <class F>
static Result<bool> walk(Runtime& rt, SetObject& set, F&& f) {
    auto kept = Ref<SetObject>::share(&set);
    PayMeter meter(rt);
    std::int64_t position = 0, hash;
    Value item;
    while (set_next(set, position, item, hash)) {
        TRY(meter.tick());
        Owned held = Owned::share(item);
        if (!TRY(f(held.get(), hash))) return false;
    }
    return true;
}

// The same for the items of any iterable.
template <class F>
static Result<bool> walk_any(Runtime& rt, Value iterable, F&& f) {
    Owned iterator = TRY(iterate(rt, iterable));
    PayMeter meter(rt);
    for (;;) {
        Owned item = TRY(next(rt, iterator));
        if (item.is_exhausted()) return true;
        TRY(meter.tick());
        const std::int64_t hash = TRY(search_hash(rt, item));
        if (!TRY(f(item.get(), hash))) return false;
    }
}

Ref<SetObject> make_like(Runtime& rt, Value set) {
    return is_frozenset_or_subclass(rt, set) ? make_frozenset(rt) : make_set(rt);
}

Result<Ref<SetObject>> copy_like(Runtime& rt, Value set, Value items) {
    auto result = make_like(rt, set);
    TRY(set_update(rt, *result, items));
    return result;
}

Result<Ref<SetObject>> intersection(Runtime& rt, Value set, Value other) {
    if (set.is(other)) return copy_like(rt, set, set);
    auto result = make_like(rt, set);
    SetObject* asked = &self_of(set);
    if (is_any_set(rt, other)) {
        SetObject* walked = &self_of(other);
        if (walked->used > asked->used) std::swap(walked, asked);
        auto kept = Ref<SetObject>::share(asked);
        TRY(walk(rt, *walked, [&](Value item, std::int64_t hash) -> Result<bool> {
            if (TRY(contains(rt, *asked, item, hash))) TRY(add(rt, *result, item, hash));
            return true;
        }));
        return result;
    }
    TRY(walk_any(rt, other, [&](Value item, std::int64_t hash) -> Result<bool> {
        if (TRY(contains(rt, *asked, item, hash))) TRY(add(rt, *result, item, hash));
        return true;
    }));
    return result;
}

Result<void> difference_update(Runtime& rt, SetObject& set, Value other) {
    if (other.is(Value(&set))) {
        set_clear(rt, set);
        return ok;
    }
    const auto discard_item = [&](Value item, std::int64_t hash) -> Result<bool> {
        TRY(discard(rt, set, item, hash));
        return true;
    };
    if (is_any_set(rt, other)) {
        // A far larger set is asked for ours, instead of being walked.
        OptRef<SetObject> common;
        SetObject* walked = &self_of(other);
        if ((walked->used >> 3) > set.used) {
            common = TRY(intersection(rt, &set, other));
            walked = common.get();
        }
        TRY(walk(rt, *walked, discard_item));
    } else {
        TRY(walk_any(rt, other, discard_item));
    }
    // When more than a quarter of the places are deleted ones, the table is made anew.
    if (set.fill - set.used > set.mask / 4) resize(rt, set, set.used > 50000 ? set.used * 2 : set.used * 4);
    return ok;
}

Result<Ref<SetObject>> difference(Runtime& rt, Value set, Value other) {
    SetObject& self = self_of(set);
    const bool is_other_set = is_any_set(rt, other);
    const std::int64_t other_size = is_other_set     ? std::int64_t{self_of(other).used}
                                    : is_dict(other) ? std::int64_t{dict_of(other).used}
                                                     : -1;
    if (other_size < 0 || (self.used >> 2) > other_size) { // copy, then take away
        auto result = TRY(copy_like(rt, set, set));
        TRY(difference_update(rt, *result, other));
        return result;
    }
    auto result = make_like(rt, set);
    TRY(walk(rt, self, [&](Value item, std::int64_t hash) -> Result<bool> {
        const bool there = is_other_set ? TRY(contains(rt, self_of(other), item, hash))
                                        : !TRY(dict_get_hashed(rt, dict_of(other), item, hash)).is_unbound();
        if (!there) TRY(add(rt, *result, item, hash));
        return true;
    }));
    return result;
}

Result<void> symmetric_difference_update(Runtime& rt, SetObject& set, Value other) {
    if (other.is(Value(&set))) {
        set_clear(rt, set);
        return ok;
    }
    auto items = is_any_set(rt, other) ? Ref<SetObject>::share(&self_of(other)) : TRY(copy_like(rt, &set, other));
    TRY(walk(rt, *items, [&](Value item, std::int64_t hash) -> Result<bool> {
        if (!TRY(discard(rt, set, item, hash))) TRY(add(rt, set, item, hash));
        return true;
    }));
    return ok;
}

Result<Ref<SetObject>> symmetric_difference(Runtime& rt, Value set, Value other) {
    auto result = TRY(copy_like(rt, set, other));
    TRY(symmetric_difference_update(rt, *result, set));
    return result;
}

Result<bool> is_subset(Runtime& rt, SetObject& set, SetObject& other) {
    if (set.used > other.used) return false;
    auto kept = Ref<SetObject>::share(&other);
    return walk(rt, set, [&](Value item, std::int64_t hash) { return contains(rt, other, item, hash); });
}

Result<bool> is_superset(Runtime& rt, Value set, Value other) {
    if (is_any_set(rt, other)) return is_subset(rt, self_of(other), self_of(set));
    return walk_any(rt, other, [&](Value item, std::int64_t hash) { return contains(rt, self_of(set), item, hash); });
}

Result<bool> is_disjoint(Runtime& rt, Value set, Value other) {
    if (set.is(other)) return self_of(set).used == 0;
    const auto absent_from = [&rt](SetObject& asked) {
        return [&rt, &asked](Value item, std::int64_t hash) -> Result<bool> {
            return !TRY(contains(rt, asked, item, hash));
        };
    };
    if (!is_any_set(rt, other)) return walk_any(rt, other, absent_from(self_of(set)));
    if (self_of(other).used > self_of(set).used) std::swap(set, other);
    return walk(rt, self_of(other), absent_from(self_of(set)));
}

} // namespace mp::set_table
