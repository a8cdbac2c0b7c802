#pragma once
// int's named methods and attributes (int_methods.cpp), for its type in int.cpp.
#include "objects/core/type.h"

namespace mp {

extern const NativeDef int_methods[];
extern const GetSetDef int_getsets[];

} // namespace mp
