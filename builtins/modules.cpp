#include "builtins/modules.h"

#include "objects/core/attribute.h"
#include "objects/core/shape.h"
#include "objects/types/module.h"
#include "objects/types/str.h"

namespace mp {

static const ModuleDef* const table[] = {
#define MODULE(def) &def,
#include "builtins/modules.def"
#undef MODULE
};

std::span<const ModuleDef* const> builtin_modules() noexcept { return table; }

const ModuleDef* find_builtin_module(std::string_view name) noexcept {
    for (const ModuleDef* def : table)
        if (name == def->name) return def;
    return nullptr;
}

// What __spec__ says of modules that come from no file.
static Result<void> add_spec(Runtime& rt, ModuleObject& module, const ModuleDef& def) {
    Ref<Object> spec = make_simple_namespace(rt);
    const auto set = [&](const char* name, Owned value) { return instance_set(*spec, *rt.intern(name), value); };
    TRY(set("name", rt.intern(def.name)));
    TRY(set("loader", Owned::adopt(Value::none())));
    TRY(set("origin", make_str(rt, "built-in")));
    TRY(set("submodule_search_locations", Owned::adopt(Value::none())));
    TRY(set("parent", make_str(rt, "")));
    module_add(rt, module, "__spec__", std::move(spec));
    return ok;
}

Result<Ref<ModuleObject>> make_builtin_module(Runtime& rt, const ModuleDef& def) {
    Owned doc = def.doc ? Owned(make_str(rt, def.doc)) : Owned::adopt(Value::none());
    Ref<ModuleObject> module = make_module(rt, *rt.intern(def.name), doc);
    TRY(add_spec(rt, *module, def));
    if (def.functions) module_add_functions(rt, *module, def.functions);
    for (const TypeSpec* const* spec = def.types; spec && *spec; ++spec) {
        Ref<Type> type = TRY(make_native_type(rt, **spec));
        module_add(rt, *module, (*spec)->name, std::move(type));
    }
    if (def.fill) TRY(def.fill(rt, *module));
    return module;
}

} // namespace mp
