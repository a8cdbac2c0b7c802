#pragma once
// The way from a public Interpreter to its VM, for the other classes of the public API.
#include "interp/include/minipy/minipy.hpp"
#include "interp/vm/vm.h"

namespace minipy {

struct InterpreterAccess {
    static mp::Vm& vm(Interpreter& interpreter) noexcept;
};

} // namespace minipy
