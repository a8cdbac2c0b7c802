// The VM's imports reach the registry of built-in modules here.
#include "builtins/modules.h"
#include "interp/embed/frontend.h"
#include "objects/types/module.h"
#include "objects/types/str.h"

namespace mp {

namespace {
class BuiltinModules final : public ModuleProvider {
public:
    Result<Owned> make_module(Vm& vm, StrObject& name) override {
        const ModuleDef* def = find_builtin_module(to_utf8(name));
        if (!def) return Owned();
        return Owned(TRY(make_builtin_module(vm, *def)));
    }
    bool frozen_source(std::string_view name, std::string_view& source, bool& is_package) override {
        const FrozenModule* module = find_frozen_module(name);
        if (!module) return false;
        source = module->source;
        is_package = module->is_package;
        return true;
    }
};
} // namespace

std::unique_ptr<ModuleProvider> make_module_provider() { return std::make_unique<BuiltinModules>(); }

} // namespace mp
