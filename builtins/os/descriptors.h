#pragma once
// os functions on file descriptors.
#include <string>

#include "objects/core/runtime.h"

namespace mp {

struct ModuleObject;

namespace os_module {

// A path as the system takes it: str, bytes or what __fspath__ gives. (module.cpp)
Result<std::string> path_of(Runtime& rt, Value value, const char* function);

extern const NativeDef descriptor_functions[]; // ends with a null name
// O_RDONLY and so on.
void add_descriptor_constants(Runtime& rt, ModuleObject& module);

} // namespace os_module
} // namespace mp
