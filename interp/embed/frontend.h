#pragma once
// Source text to bytecode for a VM: scanner, parser, scopes, compiler, verifier.
#include "interp/vm/vm.h"

namespace mp {

// `optimisation`: 1 drops assertions and makes __debug__ false, 2 drops docstrings too.
std::unique_ptr<Frontend> make_frontend(int optimisation = 0);

} // namespace mp
