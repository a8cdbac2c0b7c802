#pragma once
// "Did you mean: 'name'?" at the end of AttributeError, NameError and ImportError messages in tracebacks.
#include <string>

#include "interp/vm/vm.h"

namespace mp {

// ". Did you mean: 'x'?" or "". Runs __dir__ of the object an attribute was looked for on; errors in it are swallowed.
std::string suggestion_text(Vm& vm, ExceptionObject& exception);

} // namespace mp
