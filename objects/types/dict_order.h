#pragma once
// Changing the order of a dict's entries: what collections.OrderedDict adds.
#include "objects/core/runtime.h"

namespace mp {

struct DictObject;

// Takes out the first entry of a dict that is not empty; its key and value. Entries gone from the front are walked past, and cleared away when they have
// become many: taking out all n entries costs about n * sqrt(n) short steps at worst. Nothing is taken when it throws bad_alloc. Runs nothing.
struct DictItem {
    Owned key, value;
};
DictItem dict_take_first(Runtime& rt, DictObject& dict);
DictItem dict_take_last(DictObject& dict) noexcept;

// Makes the entry of a key the last or the first one; false: there is none. The first place costs as much as making the index anew. May run __hash__ and __eq__.
Result<bool> dict_move(Runtime& rt, DictObject& dict, Value key, bool to_end);

// Whether two dicts of the same keys have them in the same order, compared by ==. RuntimeError: a comparison changed one of them. May run __eq__.
Result<bool> dict_same_order(Runtime& rt, DictObject& a, DictObject& b);

} // namespace mp
