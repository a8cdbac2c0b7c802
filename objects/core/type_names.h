#pragma once
// How error texts name types.
#include "objects/core/runtime.h"

namespace mp {

// "collections.deque" for native types of modules, the plain name for builtins and Python classes. Lives as long as the type. Runs nothing.
const char* full_type_name(Runtime& rt, const Type& type) noexcept;

} // namespace mp
