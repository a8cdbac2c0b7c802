#pragma once
// The parts of the module sys.
#include "objects/core/runtime.h"

namespace mp {

extern const NativeDef sys_state_functions[]; // limits, sizes, interning, settings
extern const NativeDef sys_error_functions[]; // exc_info, excepthook, _getframe …

// float_info, int_info, hash_info, flags, version_info, thread_info and implementation.
Result<void> add_sys_information(Runtime& rt, ModuleObject& module);

} // namespace mp
