#pragma once
// float's named methods and attributes (float_methods.cpp), for its type in float.cpp.
#include "objects/core/type.h"

namespace mp {

extern const NativeDef float_methods[];
extern const GetSetDef float_getsets[];

} // namespace mp
