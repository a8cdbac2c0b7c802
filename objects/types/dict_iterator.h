#pragma once
// Iterators over dicts and their views: keys, values, items, forward and backward. The VM inlines the forward ones on this struct.
#include "objects/core/runtime.h"

namespace mp {

struct DictObject;

enum class DictIteratorKind : std::uint8_t { keys, values, items };

// Walks the entries array. Forward: `position` is the next entry to look at. Backward: one past it.
struct DictIterator
    : Object {        // Layout::dict_iterator for the three forward ones; Object::aux holds the DictIteratorKind
    DictObject* dict; // owned; null once exhausted
    std::uint32_t position;
    std::uint32_t expected_used; // dict->used at the start: "dictionary changed size during iteration" when it differs
    std::uint32_t remaining;     // entries still to come: more than that: "dictionary keys changed during iteration"
    bool changed;                // one of the two was raised: every further step raises again

    DictIteratorKind kind() const noexcept { return static_cast<DictIteratorKind>(aux); }
};

Ref<DictIterator> make_dict_iterator(Runtime& rt, DictObject& dict, DictIteratorKind kind);
Ref<DictIterator> make_dict_reverse_iterator(Runtime& rt, DictObject& dict, DictIteratorKind kind);

// Steps a forward iterator: the next entry, borrowed (valid until the dict changes); false at the end, or raised as said above. Runs nothing.
Result<bool> dict_iterator_step(Runtime& rt, DictIterator& iterator, Value& key, Value& value);

} // namespace mp
