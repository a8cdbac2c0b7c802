#pragma once
// The specs of the built-in types, one per line of types.def.
#include "objects/core/type.h"

namespace mp {
#define TYPE(id, spec) extern const TypeSpec spec;
#include "objects/core/types.def"
#undef TYPE
} // namespace mp
