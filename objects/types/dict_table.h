#pragma once
// Inside dict: searching the table. Only the dict_*.cpp files include this.
#include "objects/types/dict.h"
#include "objects/types/keys.h"

namespace mp::dict_table {

inline constexpr std::uint32_t small_capacity = 5; // tables up to this many entries have no index
inline constexpr std::int64_t absent = -1;
inline constexpr std::int64_t stopped = -2; // the match function ended the search

template <class Place>
inline constexpr Place empty_place = static_cast<Place>(-1);
template <class Place>
inline constexpr Place deleted_place = static_cast<Place>(-2);

// What a match function says of one entry.
enum class Match : std::uint8_t { no, yes, stop };

// The places a hash is looked for at: first the low bits, then all of the hash is worked in, and every place is met in the end.
struct Probe {
    std::uint64_t place, perturb, mask;
    Probe(std::int64_t hash, unsigned log2_index) noexcept
        : perturb(static_cast<std::uint64_t>(hash)), mask((std::uint64_t{1} << log2_index) - 1) {
        place = perturb & mask;
    }
    void step() noexcept {
        perturb >>= 5;
        place = (place * 5 + perturb + 1) & mask;
    }
};

template <class Entry, class Place, class F>
std::int64_t search_index(const DictObject& dict, std::int64_t hash, F&& match) {
    const auto* index = static_cast<const Place*>(dict.index);
    const auto* entries = static_cast<const Entry*>(dict.entries);
    for (Probe probe(hash, dict.log2_index);; probe.step()) {
        const Place place = index[probe.place];
        if (place == empty_place<Place>) return absent;
        if (place == deleted_place<Place>) continue;
        const Match found = match(entries[place]);
        if (found == Match::yes) return place;
        if (found == Match::stop) return stopped;
    }
}

// Calls `match` for each entry that may hold a key of this hash; gives the position it said yes to, `absent` or `stopped`. After a match that may have changed
// the dict, `match` must say stop: the table that is searched may be gone.
template <class Entry, class F>
std::int64_t search(const DictObject& dict, std::int64_t hash, F&& match) {
    if (dict.log2_index == 0) {
        const auto* entries = static_cast<const Entry*>(dict.entries);
        for (std::uint32_t i = 0; i < dict.fill; ++i) {
            if (entries[i].key.is(Value::hole())) continue;
            const Match found = match(entries[i]);
            if (found == Match::yes) return i;
            if (found == Match::stop) return stopped;
        }
        return absent;
    }
    if (dict.log2_index <= 8) return search_index<Entry, std::uint8_t>(dict, hash, match);
    if (dict.log2_index <= 16) return search_index<Entry, std::uint16_t>(dict, hash, match);
    return search_index<Entry, std::uint32_t>(dict, hash, match);
}

// Whether a key may stand in a table without hashes: its hash can be told from the key alone.
inline bool is_simple_key(Value key) noexcept { return !key.is_object() || key.object()->layout == Layout::str; }

inline std::int64_t simple_hash(Value key) noexcept {
    return key.is_object() ? static_cast<std::int64_t>(str_hash(*static_cast<StrObject*>(key.object())))
                           : immediate_hash(key);
}

inline std::int64_t hash_of(const DictEntry& entry) noexcept { return simple_hash(entry.key); }
inline std::int64_t hash_of(const HashedEntry& entry) noexcept { return entry.hash; }

inline Value key_at(const DictObject& dict, std::uint32_t i) noexcept {
    return dict.general ? static_cast<HashedEntry*>(dict.entries)[i].key : static_cast<DictEntry*>(dict.entries)[i].key;
}

// The position of a key, `absent`, or raised. May run __eq__ and then searches again when the dict was changed by it.
Result<std::int64_t> find(Runtime& rt, DictObject& dict, Value key, std::int64_t hash);
// The same for a str; runs nothing.
std::int64_t find_str(const DictObject& dict, StrObject& key) noexcept;

// Adds an entry whose key is known to be absent. Nothing changes when it throws bad_alloc.
void add(Runtime& rt, DictObject& dict, Owned key, Owned value, std::int64_t hash);
// Takes the entry out; gives its key and value.
struct Taken {
    Owned key, value;
};
Taken take(DictObject& dict, std::uint32_t position) noexcept;
// As take() of the last entry, for popitem.
Taken take_last(DictObject& dict) noexcept;
// How many entries in front of a position are deleted ones.
std::uint32_t holes_before(const DictObject& dict, std::uint32_t position) noexcept;
// Makes the table anew without deleted entries, with room for more. Nothing changes when it throws bad_alloc.
void close_holes(Runtime& rt, DictObject& dict);
// Enters all entries, none of them deleted, in the index.
void rebuild_index(DictObject& dict) noexcept;

} // namespace mp::dict_table
