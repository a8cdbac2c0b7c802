// The dict's table. Entries stand in insertion order; a deleted one stays as a hole until the table is rebuilt. The index, absent while there is room for
// five entries only, maps hash places to entry positions. A table turns "general" (entries with hashes) at the first key that is neither an exact str nor an
// immediate, and simple again when it is cleared.
#include "objects/types/dict.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <new>

#include "objects/protocol/protocol.h"
#include "objects/types/dict_table.h"

namespace mp {

namespace dict_table {

// ---- searching

// For tables without hashes: all their keys are exact str or immediates.
static std::int64_t find_simple_str(const DictObject& dict, StrObject& key) noexcept {
    const Value wanted(&key);
    if (dict.log2_index == 0) {
        const auto* entries = static_cast<const DictEntry*>(dict.entries);
        for (std::uint32_t i = 0; i < dict.fill; ++i)
            if (entries[i].key.is(wanted)) return i;
    }
    const auto hash = str_hash(key);
    return search<DictEntry>(dict, static_cast<std::int64_t>(hash), [&](const DictEntry& entry) {
        if (entry.key.is(wanted)) return Match::yes;
        if (!entry.key.is_object()) return Match::no;
        auto& text = *static_cast<StrObject*>(entry.key.object());
        if (text.cached_hash != hash || (text.is_interned() && key.is_interned())) return Match::no;
        return str_equal(text, key) ? Match::yes : Match::no;
    });
}

static std::int64_t find_simple_immediate(const DictObject& dict, Value key) noexcept {
    const std::int64_t hash = dict.log2_index == 0 ? 0 : immediate_hash(key);
    return search<DictEntry>(dict, hash, [&](const DictEntry& entry) {
        if (entry.key.is(key)) return Match::yes;
        if (entry.key.is_object() || Value::both_ints(entry.key, key)) return Match::no;
        return immediates_equal(entry.key, key) ? Match::yes : Match::no;
    });
}

std::int64_t find_str(const DictObject& dict, StrObject& key) noexcept {
    if (!dict.general) return find_simple_str(dict, key);
    const auto hash = static_cast<std::int64_t>(str_hash(key));
    const auto compare = key.type()->slots.compare;
    return search<HashedEntry>(dict, hash, [&](const HashedEntry& entry) {
        if (entry.key.is(Value(&key))) return Match::yes;
        if (entry.hash != hash || !entry.key.is_object()) return Match::no;
        // A str, or a subclass instance that compares as one (same slot).
        Object* other = entry.key.object();
        if (other->layout != Layout::str && other->type()->slots.compare != compare) return Match::no;
        return str_equal(*static_cast<StrObject*>(other), key) ? Match::yes : Match::no;
    });
}

static Result<std::int64_t> find_any(Runtime& rt, DictObject& dict, Value key, std::int64_t hash) {
    enum class Outcome { clean, raised, changed } outcome;
    do {
        outcome = Outcome::clean;
        const std::uint32_t mutations = dict.mutations;
        const bool general = dict.general;
        auto match = [&](const auto& entry) {
            if (entry.key.is(key)) return Match::yes;
            if (hash_of(entry) != hash) return Match::no;
            const Quick quick = quick_equal(entry.key, key);
            if (quick != Quick::unknown) return quick == Quick::yes ? Match::yes : Match::no;
            Owned held = Owned::share(entry.key);
            auto same = same_or_equal(rt, held, key);
            if (same.is_raised()) {
                outcome = Outcome::raised;
                return Match::stop;
            }
            if (dict.mutations != mutations) { // __eq__ changed the dict
                outcome = Outcome::changed;
                return Match::stop;
            }
            return same.take() ? Match::yes : Match::no;
        };
        const std::int64_t position =
            general ? search<HashedEntry>(dict, hash, match) : search<DictEntry>(dict, hash, match);
        if (position != stopped) return position;
        if (outcome == Outcome::changed) TRY(rt.pay(1));
    } while (outcome == Outcome::changed);
    return raised;
}

Result<std::int64_t> find(Runtime& rt, DictObject& dict, Value key, std::int64_t hash) {
    if (!dict.general) {
        if (is_str(key)) return find_simple_str(dict, *static_cast<StrObject*>(key.object()));
        if (!key.is_object()) return find_simple_immediate(dict, key);
    }
    return find_any(rt, dict, key, hash);
}

// ---- the index

template <class Place>
static void fill_index(DictObject& dict) noexcept {
    auto* index = static_cast<Place*>(dict.index);
    std::memset(index, 0xff, sizeof(Place) << dict.log2_index);
    const auto enter = [&](const auto* entries) {
        for (std::uint32_t i = 0; i < dict.fill; ++i) {
            Probe probe(hash_of(entries[i]), dict.log2_index);
            while (index[probe.place] != empty_place<Place>) probe.step();
            index[probe.place] = static_cast<Place>(i);
        }
    };
    if (dict.general)
        enter(static_cast<const HashedEntry*>(dict.entries));
    else
        enter(static_cast<const DictEntry*>(dict.entries));
}

static std::size_t index_bytes(unsigned log2_index) noexcept {
    if (log2_index == 0) return 0;
    const std::size_t width = log2_index <= 8 ? 1 : log2_index <= 16 ? 2 : 4;
    return width << log2_index;
}

static std::size_t entry_size(const DictObject& dict) noexcept {
    return dict.general ? sizeof(HashedEntry) : sizeof(DictEntry);
}

void rebuild_index(DictObject& dict) noexcept {
    if (dict.log2_index == 0) return;
    if (dict.log2_index <= 8)
        fill_index<std::uint8_t>(dict);
    else if (dict.log2_index <= 16)
        fill_index<std::uint16_t>(dict);
    else
        fill_index<std::uint32_t>(dict);
}

template <class Place>
static void put_place(DictObject& dict, std::int64_t hash, Place position) noexcept {
    auto* index = static_cast<Place*>(dict.index);
    Probe probe(hash, dict.log2_index);
    while (index[probe.place] < deleted_place<Place>) probe.step();
    index[probe.place] = position;
}

template <class Place>
static void delete_place(DictObject& dict, std::int64_t hash, std::uint32_t position) noexcept {
    auto* index = static_cast<Place*>(dict.index);
    Probe probe(hash, dict.log2_index);
    while (index[probe.place] != position) probe.step();
    index[probe.place] = deleted_place<Place>;
}

// ---- growing

// A heap block that is given back unless it is kept.
class Block {
public:
    Block(Heap& heap, std::size_t size) : heap_(heap), size_(size), memory_(size ? heap.allocate(size) : nullptr) {}
    ~Block() {
        if (memory_) heap_.free(memory_, size_);
    }
    Block(const Block&) = delete;
    void* get() const noexcept { return memory_; }
    void* keep() noexcept { return std::exchange(memory_, nullptr); }

private:
    Heap& heap_;
    std::size_t size_;
    void* memory_;
};

static void free_storage(Heap& heap, DictObject& dict) noexcept {
    if (dict.entries) heap.free(dict.entries, dict.capacity * entry_size(dict));
    if (dict.index) heap.free(dict.index, index_bytes(dict.log2_index));
}

// Moves the live entries to storage for `wanted` entries or some more, without holes; with hashes when `general`. Capacities are CPython's: two thirds of
// 8, 16, 32, …
static void rebuild(Runtime& rt, DictObject& dict, std::size_t wanted, bool general) {
    unsigned log2_index = 3;
    while ((std::size_t{2} << log2_index) / 3 < wanted) ++log2_index;
    if (log2_index > 31) throw std::bad_alloc();
    const std::size_t capacity = (std::size_t{2} << log2_index) / 3;
    if (capacity <= small_capacity) log2_index = 0;
    Block entries(rt.heap(), capacity * (general ? sizeof(HashedEntry) : sizeof(DictEntry)));
    Block index(rt.heap(), index_bytes(log2_index));

    if (!general) {
        auto* to = static_cast<DictEntry*>(entries.get());
        const auto* from = static_cast<const DictEntry*>(dict.entries);
        if (dict.used == dict.fill) {
            if (dict.used) std::memcpy(static_cast<void*>(to), from, dict.used * sizeof(DictEntry));
        } else {
            for (std::uint32_t i = 0; i < dict.fill; ++i)
                if (!from[i].key.is(Value::hole())) *to++ = from[i];
        }
    } else {
        auto* to = static_cast<HashedEntry*>(entries.get());
        for (std::uint32_t i = 0; i < dict.fill; ++i) {
            if (dict.general) {
                const HashedEntry& from = static_cast<const HashedEntry*>(dict.entries)[i];
                if (!from.key.is(Value::hole())) *to++ = from;
            } else {
                const DictEntry& from = static_cast<const DictEntry*>(dict.entries)[i];
                if (!from.key.is(Value::hole())) *to++ = HashedEntry{from.key, from.value, simple_hash(from.key)};
            }
        }
    }
    free_storage(rt.heap(), dict);
    dict.entries = entries.keep();
    dict.index = index.keep();
    dict.general = general;
    dict.log2_index = static_cast<std::uint8_t>(log2_index);
    dict.fill = dict.used;
    dict.capacity = static_cast<std::uint32_t>(capacity);
    dict.usable = dict.capacity - dict.used;
    dict.keys_version = 0;
    ++dict.mutations;
    rebuild_index(dict);
}

// How many entries a full table is made anew for: as CPython, the next power of two from three times its live entries on, two thirds filled.
static std::size_t grown(std::size_t used) noexcept {
    const std::size_t places = std::bit_ceil(std::max<std::size_t>(used * 3, 8));
    return places * 2 / 3;
}

void add(Runtime& rt, DictObject& dict, Owned key, Owned value, std::int64_t hash) {
    const bool general = dict.general || !is_simple_key(key);
    if (dict.usable == 0) {
        rebuild(rt, dict, grown(dict.used), general);
    } else if (general != static_cast<bool>(dict.general)) {
        rebuild(rt, dict, dict.used + std::size_t{1}, true);
    }
    const std::uint32_t position = dict.fill;
    if (general)
        static_cast<HashedEntry*>(dict.entries)[position] = {key.release(), value.release(), hash};
    else
        static_cast<DictEntry*>(dict.entries)[position] = {key.release(), value.release()};
    if (dict.log2_index != 0) {
        if (dict.log2_index <= 8)
            put_place<std::uint8_t>(dict, hash, static_cast<std::uint8_t>(position));
        else if (dict.log2_index <= 16)
            put_place<std::uint16_t>(dict, hash, static_cast<std::uint16_t>(position));
        else
            put_place<std::uint32_t>(dict, hash, position);
    }
    ++dict.fill;
    ++dict.used;
    --dict.usable;
    ++dict.mutations;
    dict.keys_version = 0;
}

Taken take(DictObject& dict, std::uint32_t position) noexcept {
    if (dict.log2_index != 0) {
        const std::int64_t hash = dict.general ? static_cast<HashedEntry*>(dict.entries)[position].hash
                                               : simple_hash(static_cast<DictEntry*>(dict.entries)[position].key);
        if (dict.log2_index <= 8)
            delete_place<std::uint8_t>(dict, hash, position);
        else if (dict.log2_index <= 16)
            delete_place<std::uint16_t>(dict, hash, position);
        else
            delete_place<std::uint32_t>(dict, hash, position);
    }
    Value* key = dict.general ? &static_cast<HashedEntry*>(dict.entries)[position].key
                              : &static_cast<DictEntry*>(dict.entries)[position].key;
    Value* value = key + 1;
    Taken taken{Owned::adopt(*key), Owned::adopt(*value)};
    *key = Value::hole();
    *value = Value::unbound();
    --dict.used;
    ++dict.mutations;
    dict.keys_version = 0;
    return taken;
}

Taken take_last(DictObject& dict) noexcept {
    std::uint32_t last = dict.fill;
    while (key_at(dict, --last).is(Value::hole())) {}
    Taken taken = take(dict, last);
    dict.fill = last; // `usable` stays: the places in the index are not won back
    return taken;
}

std::uint32_t holes_before(const DictObject& dict, std::uint32_t position) noexcept {
    if (dict.used == dict.fill) return 0;
    std::uint32_t holes = 0;
    for (std::uint32_t i = 0; i < position; ++i) holes += key_at(dict, i).is(Value::hole());
    return holes;
}

void close_holes(Runtime& rt, DictObject& dict) { rebuild(rt, dict, grown(dict.used), dict.general); }

} // namespace dict_table

using namespace dict_table;

// ---- making

bool is_dict_or_subclass(Runtime& rt, Value value) noexcept {
    return is_dict(value) || (value.is_object() && is_subtype(value.object()->type(), &rt.type(TypeId::dict)));
}

static void make_empty(DictObject& dict) noexcept {
    dict.used = dict.fill = dict.capacity = dict.keys_version = 0;
    dict.general = dict.log2_index = 0;
    dict.reserved = 0;
    dict.mutations = dict.usable = 0;
    dict.entries = dict.index = nullptr;
}

Ref<DictObject> make_dict(Runtime& rt, std::size_t expected) {
    auto dict = Ref<DictObject>::adopt(rt.make<DictObject>(TypeId::dict));
    make_empty(*dict);
    if (expected) rebuild(rt, *dict, expected, false);
    return dict;
}

void dict_reserve(Runtime& rt, DictObject& dict, std::size_t more) {
    if (more > dict.usable) rebuild(rt, dict, dict.used + more, dict.general);
}

Ref<DictObject> dict_copy(Runtime& rt, DictObject& dict) {
    auto copy = make_dict(rt);
    if (dict.used == 0) return copy;
    if (dict.used == dict.fill) { // the same table again, index and all
        Block entries(rt.heap(), dict.capacity * entry_size(dict));
        Block index(rt.heap(), index_bytes(dict.log2_index));
        std::memcpy(entries.get(), dict.entries, dict.fill * entry_size(dict));
        if (dict.log2_index) std::memcpy(index.get(), dict.index, index_bytes(dict.log2_index));
        copy->used = copy->fill = dict.used;
        copy->capacity = dict.capacity;
        copy->general = dict.general;
        copy->log2_index = dict.log2_index;
        copy->usable = dict.usable;
        copy->entries = entries.keep();
        copy->index = index.keep();
        for (std::uint32_t i = 0; i < copy->fill; ++i) {
            retain(key_at(*copy, i));
            retain(*dict_entry_value(*copy, i));
        }
        return copy;
    }
    dict_reserve(rt, *copy, dict.used);
    std::uint32_t position = 0;
    Value key, value;
    while (dict_next(dict, position, key, value)) {
        const std::int64_t hash =
            dict.general ? static_cast<HashedEntry*>(dict.entries)[position - 1].hash : simple_hash(key);
        add(rt, *copy, Owned::share(key), Owned::share(value), hash);
    }
    return copy;
}

// ---- str keys

Value* dict_find_str(DictObject& dict, StrObject& key) noexcept {
    const std::int64_t position = find_str(dict, key);
    return position < 0 ? nullptr : dict_entry_value(dict, static_cast<std::uint32_t>(position));
}

Value dict_get_str(DictObject& dict, StrObject& key) noexcept {
    const std::int64_t position = find_str(dict, key);
    return position < 0 ? Value() : *dict_entry_value(dict, static_cast<std::uint32_t>(position));
}

void dict_set_str(Runtime& rt, DictObject& dict, StrObject& key, Owned value) {
    const std::int64_t position = find_str(dict, key);
    if (position >= 0)
        replace(*dict_entry_value(dict, static_cast<std::uint32_t>(position)), std::move(value));
    else
        add(rt, dict, Owned::share(&key), std::move(value), static_cast<std::int64_t>(str_hash(key)));
}

bool dict_delete_str(Runtime&, DictObject& dict, StrObject& key) {
    const std::int64_t position = find_str(dict, key);
    if (position < 0) return false;
    take(dict, static_cast<std::uint32_t>(position));
    return true;
}

Value dict_get_text(Runtime& rt, DictObject& dict, std::string_view key) {
    if (dict.used == 0) return Value();
    return dict_get_str(dict, *rt.intern(key));
}

void dict_set_text(Runtime& rt, DictObject& dict, std::string_view key, Owned value) {
    dict_set_str(rt, dict, *rt.intern(key), std::move(value));
}

std::int64_t dict_entry_index(DictObject& dict, StrObject& key) noexcept { return find_str(dict, key); }

// ---- any keys

static Owned value_at(DictObject& dict, std::int64_t position) noexcept {
    return position < 0 ? Owned() : Owned::share(*dict_entry_value(dict, static_cast<std::uint32_t>(position)));
}

Result<Owned> dict_get_hashed(Runtime& rt, DictObject& dict, Value key, std::int64_t hash) {
    const std::int64_t position = TRY(find(rt, dict, key, hash));
    return value_at(dict, position);
}

Result<Owned> dict_get(Runtime& rt, DictObject& dict, Value key) {
    if (!dict.general) {
        if (is_str(key)) return value_at(dict, find_simple_str(dict, *static_cast<StrObject*>(key.object())));
        if (!key.is_object()) return value_at(dict, find_simple_immediate(dict, key));
    }
    const std::int64_t hash = TRY(key_hash(rt, key));
    return dict_get_hashed(rt, dict, key, hash);
}

Result<void> dict_set(Runtime& rt, DictObject& dict, Value key, Value value) {
    Owned kept_key = Owned::share(key), kept_value = Owned::share(value);
    const std::int64_t hash = TRY(key_hash(rt, key));
    const std::int64_t position = TRY(find(rt, dict, key, hash));
    if (position >= 0)
        replace(*dict_entry_value(dict, static_cast<std::uint32_t>(position)), std::move(kept_value));
    else
        add(rt, dict, std::move(kept_key), std::move(kept_value), hash);
    return ok;
}

Result<bool> dict_delete(Runtime& rt, DictObject& dict, Value key) {
    const std::int64_t hash = TRY(key_hash(rt, key));
    const std::int64_t position = TRY(find(rt, dict, key, hash));
    if (position < 0) return false;
    take(dict, static_cast<std::uint32_t>(position));
    return true;
}

Result<Owned> dict_pop(Runtime& rt, DictObject& dict, Value key) {
    const std::int64_t hash = TRY(key_hash(rt, key));
    const std::int64_t position = TRY(find(rt, dict, key, hash));
    if (position < 0) return Owned();
    Taken taken = take(dict, static_cast<std::uint32_t>(position));
    return std::move(taken.value);
}

Result<Owned> dict_set_default(Runtime& rt, DictObject& dict, Value key, Value value) {
    Owned kept_key = Owned::share(key), kept_value = Owned::share(value);
    const std::int64_t hash = TRY(key_hash(rt, key));
    const std::int64_t position = TRY(find(rt, dict, key, hash));
    if (position >= 0) return value_at(dict, position);
    add(rt, dict, std::move(kept_key), kept_value, hash);
    return kept_value;
}

Result<bool> dict_contains(Runtime& rt, DictObject& dict, Value key) {
    const std::int64_t hash = TRY(key_hash(rt, key));
    const std::int64_t position = TRY(find(rt, dict, key, hash));
    return position >= 0;
}

void dict_clear(Runtime& rt, DictObject& dict) {
    if (!dict.entries) return;
    DictObject old = dict; // the header is copied along and never looked at
    const std::uint32_t mutations = dict.mutations;
    make_empty(dict);
    dict.mutations = mutations + 1;
    for (std::uint32_t i = 0; i < old.fill; ++i) {
        Value key = key_at(old, i);
        if (key.is(Value::hole())) continue;
        release(key);
        release(*dict_entry_value(old, i));
    }
    free_storage(rt.heap(), old);
}

bool dict_next(const DictObject& dict, std::uint32_t& position, Value& key, Value& value) noexcept {
    while (position < dict.fill) {
        const std::uint32_t i = position++;
        Value found = key_at(dict, i);
        if (found.is(Value::hole())) continue;
        key = found;
        value = *dict_entry_value(const_cast<DictObject&>(dict), i);
        return true;
    }
    return false;
}

bool dict_previous(const DictObject& dict, std::uint32_t& position, Value& key, Value& value) noexcept {
    if (position > dict.fill) position = dict.fill;
    while (position > 0) {
        const std::uint32_t i = --position;
        Value found = key_at(dict, i);
        if (found.is(Value::hole())) continue;
        key = found;
        value = *dict_entry_value(const_cast<DictObject&>(dict), i);
        return true;
    }
    return false;
}

} // namespace mp
