#pragma once
// dict.keys(), .values() and .items(): live views of a dict.
#include "objects/core/runtime.h"

namespace mp {

struct DictObject;

struct DictView : Object {
    DictObject* dict; // owned
};

// `id`: TypeId::dict_keys, dict_values or dict_items.
Ref<DictView> make_dict_view(Runtime& rt, DictObject& dict, TypeId id);

} // namespace mp
