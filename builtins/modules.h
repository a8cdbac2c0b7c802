#pragma once
// The built-in modules: one file (or folder) each, ending in its ModuleDef; one line each in modules.def.
#include <span>
#include <string_view>

#include "objects/core/runtime.h"

namespace mp {

struct ModuleObject;

struct ModuleDef {
    const char* name;
    const char* doc = nullptr;
    const NativeDef* functions = nullptr; // ends with a null name; null: none
    const TypeSpec* const* types =
        nullptr; // specs that are not in types.def, made for this interpreter and added by name; ends with null
    Result<void> (*fill)(Runtime&,
                         ModuleObject&) = nullptr; // whatever tables cannot hold: constants, aliases. May run Python
};

// A module written in Python, embedded in the binary.
struct FrozenModule {
    std::string_view name;
    std::string_view source;
    bool is_package;
};

#define MODULE(def) extern const ModuleDef def;
#include "builtins/modules.def"
#undef MODULE

// The definition of a built-in module, or null.
const ModuleDef* find_builtin_module(std::string_view name) noexcept;
std::span<const ModuleDef* const> builtin_modules() noexcept;
// A frozen module (builtins/frozen/*.py, embedded by the build), or null.
const FrozenModule* find_frozen_module(std::string_view name) noexcept;
std::span<const FrozenModule> frozen_modules() noexcept;

// Makes the module object and fills it. Not entered in sys.modules.
Result<Ref<ModuleObject>> make_builtin_module(Runtime& rt, const ModuleDef& def);

} // namespace mp
