#pragma once
// From the public Config to what the VM asks.
#include "interp/include/minipy/config.hpp"
#include "interp/vm/vm.h"

namespace minipy {

// Limits (but for memory, which is limited when the interpreter is complete), grants and callbacks, before the first script runs. Gives what could not be done
// ("cannot mount …"), else nothing.
std::string apply_config(mp::Vm& vm, const Config& config);

// The frames that the VM reserves room for.
std::uint32_t recursion_cap(const Limits& limits) noexcept;
mp::RunLimits run_limits(const Limits& limits) noexcept;

} // namespace minipy
