#pragma once
// What object and type share with others: names as repr() shows them.
#include <string>

#include "objects/core/runtime.h"

namespace mp {

// "module.QualifiedName", without "builtins.".
std::string qualified_type_name(Runtime& rt, Type& type);
// "0x7f…", as reprs show identities.
std::string address_text(Value value);
// Adds the attributes of a class and its bases to `names`: dir(). May run Python.
Result<void> merge_class_names(Runtime& rt, DictObject& names, Value cls);

} // namespace mp
