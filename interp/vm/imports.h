#pragma once
// What of the import system others need: a module's source without running it.
#include <string>
#include <string_view>

#include "interp/vm/vm.h"

namespace mp {

struct ModuleSource {
    std::string file;    // path of the .py file, or "<frozen NAME>"
    std::string text;    // its bytes
    std::string package; // the name that relative imports in it start from
    bool is_package = false;
    bool has_source = true; // false: a module in machine code, or a package without an __init__.py
};

// Finds module `name` (dotted) as an import would, built-in ones first. Its parents are imported, which runs them; the module is not. False: there is none.
// Raises what importing the parents raises, and OSError when a file cannot be read.
Result<bool> find_module_source(Vm& vm, std::string_view name, ModuleSource& source);

// __spec__ for a module made from source, as imports make it.
Result<Ref<Object>> make_module_spec(Vm& vm, StrObject& name, const std::string& file, const ModuleObject& module);

} // namespace mp
