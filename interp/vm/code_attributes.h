#pragma once
// co_name and the other attributes of code objects.
#include "objects/core/type.h"

namespace mp {
extern const GetSetDef code_attributes[];
} // namespace mp
