#pragma once
// Modules: a dict with attribute access.
#include <string_view>

#include "objects/core/runtime.h"

namespace mp {

struct ModuleObject : Object {
    DictObject* dict; // owned
};

inline bool is_module(Value value) noexcept { return value.is_object() && value.object()->layout == Layout::module; }
bool is_module_or_subclass(Runtime& rt, Value value) noexcept;

// A module with __name__, __doc__, __package__, __loader__ and __spec__ (None) set. Not entered in sys.modules.
Ref<ModuleObject> make_module(Runtime& rt, StrObject& name, Value doc = Value::none());
// Adds functions (a table that ends with a null name) to a module.
void module_add_functions(Runtime& rt, ModuleObject& module, const NativeDef* functions);
void module_add(Runtime& rt, ModuleObject& module, std::string_view name, Owned value);

// The module's attribute, for LOAD_ATTR's slow path: own dict, then type, then the module's __getattr__ (PEP 562); AttributeError
// "module 'm' has no attribute 'n'". May run Python.
Result<Owned> module_get_attribute(Runtime& rt, Value module, StrObject& name);
// The same, but gives unbound where nothing has the name.
Result<Owned> module_find_attribute(Runtime& rt, Value module, StrObject& name);

struct SimpleNamespaceObject : Object {}; // attributes in its storage
Ref<Object> make_simple_namespace(Runtime& rt);

} // namespace mp
