#pragma once
// Source text to bytecode for a VM: scanner, parser, scopes, compiler, verifier.
#include "interp/vm/vm.h"

namespace mp {

std::unique_ptr<Frontend> make_frontend();
std::unique_ptr<ModuleProvider> make_module_provider();

} // namespace mp
