#pragma once
// dict: an ordered compact table: entries in insertion order, and an index into them. Small tables (up to 5 entries) have no index and are searched in
// order. While all keys are exact str or immediates (None, bools, small ints, unboxed floats), an entry has 16 bytes and the hash comes from the key.
#include "objects/core/runtime.h"

namespace mp {

struct DictEntry {
    Value key;   // owned; Value::hole() for a deleted entry
    Value value; // owned
};
struct HashedEntry {
    Value key;
    Value value;
    std::int64_t hash;
};

struct DictObject : Object {
    std::uint32_t used;         // live entries
    std::uint32_t fill;         // entries in the array, holes included
    std::uint32_t capacity;     // of the entries array
    std::uint32_t keys_version; // see dict_keys_version; 0: none given
    std::uint8_t general;       // 0: DictEntry, 1: HashedEntry
    std::uint8_t log2_index;    // index table has 2^n places; 0: no index
    std::uint16_t reserved;
    std::uint32_t mutations; // counts insertions, deletions and moves of the entries: a search that ran __eq__ compares
    void* entries;
    void* index; // u8, u16 or u32 places by size; all-ones: empty, all-ones - 1: deleted
    std::uint32_t
        usable; // how many more entries may be added before the table is made anew: deleting does not raise it, as index places stay taken
};

inline bool is_dict(Value value) noexcept { return value.is_object() && value.object()->layout == Layout::dict; }
bool is_dict_or_subclass(Runtime& rt, Value value) noexcept;

Ref<DictObject> make_dict(Runtime& rt, std::size_t expected = 0);
Ref<DictObject> dict_copy(Runtime& rt, DictObject& dict);

// Makes room for `more` further entries. Throws bad_alloc.
void dict_reserve(Runtime& rt, DictObject& dict, std::size_t more);

// ---- str keys: run nothing, cannot fail (but for bad_alloc on insertion)
// The entry's value (its address is stable until the dict gains or loses a key), or null.
Value* dict_find_str(DictObject& dict, StrObject& key) noexcept;
Value dict_get_str(DictObject& dict, StrObject& key) noexcept; // borrowed, unbound when absent
void dict_set_str(Runtime& rt, DictObject& dict, StrObject& key, Owned value);
bool dict_delete_str(Runtime& rt, DictObject& dict, StrObject& key);
Value dict_get_text(Runtime& rt, DictObject& dict, std::string_view key); // by text; borrowed
void dict_set_text(Runtime& rt, DictObject& dict, std::string_view key, Owned value);

// ---- any keys: may run __hash__ and __eq__
Result<Owned> dict_get(Runtime& rt, DictObject& dict, Value key); // unbound when absent
Result<void> dict_set(Runtime& rt, DictObject& dict, Value key, Value value);
Result<bool> dict_delete(Runtime& rt, DictObject& dict, Value key); // false: absent
Result<Owned> dict_set_default(Runtime& rt, DictObject& dict, Value key, Value value);
Result<bool> dict_contains(Runtime& rt, DictObject& dict, Value key);
Result<void> dict_update(Runtime& rt, DictObject& dict, Value mapping_or_pairs);
// As dict_update with a mapping: when `override` is false, keys that `dict` has keep their values.
Result<void> dict_merge(Runtime& rt, DictObject& dict, Value mapping, bool override);
void dict_clear(Runtime& rt, DictObject& dict);
// Takes a key out and gives its value; unbound when absent.
Result<Owned> dict_pop(Runtime& rt, DictObject& dict, Value key);
// The same with the hash known (sets and views, which have it).
Result<Owned> dict_get_hashed(Runtime& rt, DictObject& dict, Value key, std::int64_t hash);
// d[key] as Python code sees it: __missing__ of subclasses, KeyError.
Result<Owned> dict_subscript(Runtime& rt, Value dict, Value key);
Result<bool> dict_equal(Runtime& rt, DictObject& a, DictObject& b);

// Walks live entries: `position` starts at 0; false at the end. key and value are borrowed: valid until the dict changes. Runs nothing.
bool dict_next(const DictObject& dict, std::uint32_t& position, Value& key, Value& value) noexcept;
// The same from the last entry to the first; `position` starts at dict.fill.
bool dict_previous(const DictObject& dict, std::uint32_t& position, Value& key, Value& value) noexcept;

// ---- for the VM's global caches: a number that stays the same as long as no key is added, removed or moved (values may change), unique in the runtime.
inline std::uint32_t dict_keys_version(Runtime& rt, DictObject& dict) noexcept {
    if (dict.keys_version == 0) dict.keys_version = rt.new_keys_version();
    return dict.keys_version;
}
// The position of a str key in the entries array, or -1; and the address of the value there.
std::int64_t dict_entry_index(DictObject& dict, StrObject& key) noexcept;
inline Value* dict_entry_value(DictObject& dict, std::uint32_t position) noexcept {
    return dict.general ? &static_cast<HashedEntry*>(dict.entries)[position].value
                        : &static_cast<DictEntry*>(dict.entries)[position].value;
}

} // namespace mp
