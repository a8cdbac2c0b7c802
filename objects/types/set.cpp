// The table of set and frozenset. The layout is CPython's (Objects/setobject.c): which place an item takes follows from its hash and from the order of
// insertions alone, and iteration walks the places, so sets of numbers come out in the same order as there.
#include "objects/types/set.h"

#include <algorithm>
#include <new>

#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/dict_table.h"
#include "objects/types/set_table.h"

namespace mp {

using namespace set_table;

bool is_set_or_subclass(Runtime& rt, Value value) noexcept {
    return is_set(value) || (value.is_object() && is_subtype(value.object()->type(), &rt.type(TypeId::set)));
}

bool is_frozenset_or_subclass(Runtime& rt, Value value) noexcept {
    return is_frozenset(value) ||
           (value.is_object() && is_subtype(value.object()->type(), &rt.type(TypeId::frozenset)));
}

bool is_any_set(Runtime& rt, Value value) noexcept {
    return is_set_or_subclass(rt, value) || is_frozenset_or_subclass(rt, value);
}

namespace set_table {

static constexpr std::int64_t small_places = 8;
static constexpr std::uint64_t linear_probes = 9; // places looked at after the first before jumping

void make_empty(SetObject& set) noexcept {
    set.used = set.fill = 0;
    set.mask = small_places - 1;
    set.table = set.small;
    set.cached_hash = -1;
    set.finger = 0;
    for (SetEntry& entry : set.small) entry = {Value::unbound(), 0};
}

// Walks the places of a hash until `look` says true.
template <class F>
static SetEntry* probe(const SetObject& set, std::int64_t hash, F&& look) {
    const auto mask = static_cast<std::uint64_t>(set.mask);
    auto perturb = static_cast<std::uint64_t>(hash);
    std::uint64_t i = perturb & mask;
    for (;;) {
        SetEntry* entry = set.table + i;
        std::uint64_t left = i + linear_probes <= mask ? linear_probes : 0;
        do {
            if (look(*entry)) return entry;
            ++entry;
        } while (left--);
        perturb >>= 5;
        i = (i * 5 + 1 + perturb) & mask;
    }
}

// The entry of the key, or the unused entry where it would go; raised when __eq__ raised. Searches again when __eq__ changed the set. With `deleted`, that is
// set to the last deleted entry on the way (null: none).
static Result<SetEntry*> find(Runtime& rt, SetObject& set, Value key, std::int64_t hash, SetEntry** deleted = nullptr) {
    for (;;) {
        const std::uint32_t mutations = set.mutations;
        bool failed = false, changed = false;
        if (deleted) *deleted = nullptr;
        SetEntry* found = probe(set, hash, [&](SetEntry& entry) {
            if (entry.key.is_unbound()) return true;
            if (entry.hash != hash) {
                if (deleted && entry.key.is(Value::hole())) *deleted = &entry;
                return false;
            }
            const Quick quick = quick_equal(entry.key, key);
            if (quick != Quick::unknown) return quick == Quick::yes;
            if (entry.key.is(Value::hole())) return false;
            Owned kept = Owned::share(entry.key);
            auto same = same_or_equal(rt, kept, key);
            failed = same.is_raised();
            changed = set.mutations != mutations;
            return failed || changed || same.take();
        });
        if (failed) return raised;
        if (!changed) return found;
        TRY(rt.pay(1));
    }
}

// Puts a key that is not there into a table without deleted entries.
static void insert_clean(SetObject& set, Value key, std::int64_t hash) noexcept {
    *probe(set, hash, [](const SetEntry& entry) { return entry.key.is_unbound(); }) = {key, hash};
}

static void free_table(Runtime& rt, SetEntry* table, std::int64_t places) noexcept {
    rt.heap().free(table, static_cast<std::size_t>(places) * sizeof(SetEntry));
}

void resize(Runtime& rt, SetObject& set, std::int64_t wanted) {
    std::int64_t places = small_places;
    while (places <= wanted) {
        if (places > INT64_MAX / 64) throw std::bad_alloc();
        places <<= 1;
    }
    SetEntry small_copy[small_places];
    SetEntry* old = set.table;
    const std::int64_t old_places = set.mask + 1;
    const bool was_small = old == set.small;
    if (places == small_places) {
        if (was_small) {
            if (set.fill == set.used) return;
            std::copy_n(set.small, small_places, small_copy);
            old = small_copy;
        }
        set.table = set.small;
    } else {
        set.table = static_cast<SetEntry*>(rt.heap().allocate(static_cast<std::size_t>(places) * sizeof(SetEntry)));
    }
    std::fill_n(set.table, places, SetEntry{Value::unbound(), 0});
    set.mask = places - 1;
    set.fill = set.used;
    ++set.mutations;
    for (std::int64_t i = 0; i < old_places; ++i)
        if (is_live(old[i])) insert_clean(set, old[i].key, old[i].hash);
    if (!was_small) free_table(rt, old, old_places);
}

static std::int64_t grown(const SetObject& set) noexcept { return set.used > 50000 ? set.used * 2 : set.used * 4; }

void reserve(Runtime& rt, SetObject& set, std::int64_t more) {
    if ((set.fill + more) * 5 >= set.mask * 3) resize(rt, set, (set.used + more) * 2);
}

Result<bool> add(Runtime& rt, SetObject& set, Value key, std::int64_t hash) {
    Owned kept = Owned::share(key);
    SetEntry* deleted;
    SetEntry* entry = TRY(find(rt, set, key, hash, &deleted));
    if (!entry->key.is_unbound()) return false;
    ++set.used;
    ++set.mutations;
    if (deleted) { // its place is taken again, so that no more places are taken than before
        *deleted = {kept.release(), hash};
        return true;
    }
    *entry = {kept.release(), hash};
    ++set.fill;
    if (set.fill * 5 >= set.mask * 3) resize(rt, set, grown(set));
    return true;
}

Result<bool> contains(Runtime& rt, SetObject& set, Value key, std::int64_t hash) {
    SetEntry* entry = TRY(find(rt, set, key, hash));
    return !entry->key.is_unbound();
}

Result<bool> discard(Runtime& rt, SetObject& set, Value key, std::int64_t hash) {
    SetEntry* entry = TRY(find(rt, set, key, hash));
    if (entry->key.is_unbound()) return false;
    Owned old = Owned::adopt(entry->key);
    *entry = {Value::hole(), -1};
    --set.used;
    ++set.mutations;
    return true;
}

std::int64_t items_hash(const SetObject& set) noexcept {
    // frozenset_hash of setobject.c: independent of the order of the items.
    const auto shuffle = [](std::uint64_t h) { return ((h ^ 89869747u) ^ (h << 16)) * 3644798167u; };
    std::uint64_t hash = 0;
    for (std::int64_t i = 0; i <= set.mask; ++i)
        if (is_live(set.table[i])) hash ^= shuffle(static_cast<std::uint64_t>(set.table[i].hash));
    hash ^= (static_cast<std::uint64_t>(set.used) + 1) * 1927868237u;
    hash ^= (hash >> 11) ^ (hash >> 25);
    hash = hash * 69069u + 907133923u;
    return hash == ~std::uint64_t{0} ? 590923713 : static_cast<std::int64_t>(hash);
}

Result<std::int64_t> search_hash(Runtime& rt, Value key) {
    if (key.is_object() && !rt.type_of(key).slots.hash && is_set_or_subclass(rt, key)) return items_hash(self_of(key));
    return key_hash(rt, key);
}

// merge() into a set without items: nothing needs to be compared.
static void fill_from(Runtime& rt, SetObject& set, const SetObject& other) {
    reserve(rt, set, other.used);
    ++set.mutations;
    if (set.mask == other.mask && other.fill == other.used) {
        for (std::int64_t i = 0; i <= other.mask; ++i) {
            retain(other.table[i].key);
            set.table[i] = other.table[i];
        }
    } else {
        for (std::int64_t i = 0; i <= other.mask; ++i) {
            if (!is_live(other.table[i])) continue;
            retain(other.table[i].key);
            insert_clean(set, other.table[i].key, other.table[i].hash);
        }
    }
    set.fill = set.used = other.used;
}

Result<void> merge(Runtime& rt, SetObject& set, SetObject& other) {
    if (&set == &other || other.used == 0) return ok;
    TRY(rt.pay(static_cast<std::uint64_t>(other.mask) / 8));
    if (set.fill == 0) {
        fill_from(rt, set, other);
        return ok;
    }
    reserve(rt, set, other.used);
    auto kept = Ref<SetObject>::share(&other);
    std::int64_t position = 0, hash;
    Value key;
    while (set_next(other, position, key, hash)) {
        Owned item = Owned::share(key);
        TRY(add(rt, set, item, hash));
    }
    return ok;
}

void swap_items(SetObject& a, SetObject& b) noexcept {
    const bool a_small = a.table == a.small, b_small = b.table == b.small;
    std::swap(a.used, b.used);
    std::swap(a.fill, b.fill);
    std::swap(a.mask, b.mask);
    std::swap(a.table, b.table);
    std::swap(a.small, b.small);
    if (b_small) a.table = a.small;
    if (a_small) b.table = b.small;
    a.cached_hash = b.cached_hash = -1;
    ++a.mutations;
    ++b.mutations;
}

} // namespace set_table

// ---- the public functions

static Ref<SetObject> make(Runtime& rt, TypeId id) {
    auto* set = rt.make<SetObject>(id);
    make_empty(*set);
    set->mutations = 0;
    return Ref<SetObject>::adopt(set);
}

Ref<SetObject> make_set(Runtime& rt) { return make(rt, TypeId::set); }
Ref<SetObject> make_frozenset(Runtime& rt) { return make(rt, TypeId::frozenset); }

Result<Ref<SetObject>> set_from(Runtime& rt, Value iterable) {
    auto set = make_set(rt);
    TRY(set_update(rt, *set, iterable));
    return set;
}

Result<Ref<SetObject>> frozenset_from(Runtime& rt, Value iterable) {
    if (is_frozenset(iterable)) return Ref<SetObject>::share(&self_of(iterable));
    auto set = make_frozenset(rt);
    TRY(set_update(rt, *set, iterable));
    return set;
}

Ref<SetObject> set_copy(Runtime& rt, SetObject& set, TypeId id) {
    auto copy = make(rt, id);
    if (set.used) fill_from(rt, *copy, set);
    return copy;
}

Result<bool> set_add(Runtime& rt, SetObject& set, Value item) {
    const std::int64_t hash = TRY(key_hash(rt, item));
    return add(rt, set, item, hash);
}

Result<bool> set_contains(Runtime& rt, SetObject& set, Value item) {
    const std::int64_t hash = TRY(search_hash(rt, item));
    return contains(rt, set, item, hash);
}

Result<bool> set_discard(Runtime& rt, SetObject& set, Value item) {
    const std::int64_t hash = TRY(search_hash(rt, item));
    return discard(rt, set, item, hash);
}

Result<void> set_update(Runtime& rt, SetObject& set, Value iterable) {
    if (is_any_set(rt, iterable)) return merge(rt, set, self_of(iterable));
    if (is_dict(iterable)) {
        auto& dict = *static_cast<DictObject*>(iterable.object());
        auto kept = Ref<DictObject>::share(&dict);
        reserve(rt, set, dict.used);
        PayMeter meter(rt);
        std::uint32_t position = 0;
        Value key, value;
        while (dict_next(dict, position, key, value)) {
            TRY(meter.tick());
            const std::int64_t hash = dict.general ? static_cast<HashedEntry*>(dict.entries)[position - 1].hash
                                                   : dict_table::simple_hash(key);
            Owned item = Owned::share(key);
            TRY(add(rt, set, item, hash));
        }
        return ok;
    }
    return for_each(rt, iterable, [&](Value item) -> Result<void> {
        TRY(set_add(rt, set, item));
        return ok;
    });
}

void set_clear(Runtime& rt, SetObject& set) {
    if (set.fill == 0 && set.table == set.small) return;
    SetEntry small_copy[small_places];
    SetEntry* table = set.table;
    const std::int64_t places = set.mask + 1;
    const bool was_small = table == set.small;
    if (was_small) {
        std::copy_n(set.small, small_places, small_copy);
        table = small_copy;
    }
    make_empty(set);
    ++set.mutations;
    for (std::int64_t i = 0; i < places; ++i) release(table[i].key); // nothing for unused and deleted places
    if (!was_small) free_table(rt, table, places);
}

bool set_next(const SetObject& set, std::int64_t& position, Value& item, std::int64_t& hash) noexcept {
    while (position <= set.mask) {
        const SetEntry& entry = set.table[position++];
        if (!is_live(entry)) continue;
        item = entry.key;
        hash = entry.hash;
        return true;
    }
    return false;
}

} // namespace mp
