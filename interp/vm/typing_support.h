#pragma once
// Type parameters and aliases (PEP 695, 696): the objects that INTRINSIC makes.
#include "interp/vm/vm.h"

namespace mp {

// One of the intrinsics TYPEVAR .. SET_FUNCTION_TYPE_PARAMS on its operands (borrowed).
Result<Owned> typing_intrinsic(Vm& vm, Intrinsic which, Value* operands);

} // namespace mp
