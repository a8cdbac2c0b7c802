#pragma once
// The parts of the module sys.
#include "objects/core/runtime.h"

namespace mp {

extern const NativeDef sys_state_functions[]; // limits, sizes, interning, settings
extern const NativeDef sys_error_functions[]; // exc_info, excepthook, _getframe …

// float_info, int_info, hash_info, flags, version_info, thread_info and implementation.
Result<void> add_sys_information(Runtime& rt, ModuleObject& module);

// What sys.flags shows beyond its defaults.
struct SysFlags {
    int inspect = 0, interactive = 0, optimize = 0, no_user_site = 0, no_site = 0, ignore_environment = 0,
        bytes_warning = 0, quiet = 0, isolated = 0;
    bool dev_mode = false, safe_path = false;
};
Result<void> set_sys_flags(Runtime& rt, ModuleObject& sys, const SysFlags& flags);

} // namespace mp
