#pragma once
// collections.OrderedDict: a dict whose order can be changed and counts in comparisons.
#include "objects/core/runtime.h"

namespace mp {

extern const TypeSpec ordered_dict_spec;
// Its views: those of dict by other names.
extern const TypeSpec ordered_dict_keys_spec;
extern const TypeSpec ordered_dict_values_spec;
extern const TypeSpec ordered_dict_items_spec;

} // namespace mp
