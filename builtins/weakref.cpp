// _weakref: weak references and proxies. The module weakref (frozen/weakref.py) builds its containers on them.
#include "objects/types/weakref.h"
#include "builtins/modules.h"
#include "objects/types/list.h"
#include "objects/types/module.h"
#include "objects/types/numbers.h"

namespace mp {

namespace {

Result<Owned> proxy(Runtime& rt, Args args) {
    const bool with_callback = args.has(1) && !args[1].is_none();
    return Owned(TRY(make_weak_proxy(rt, args[0], with_callback ? args[1] : Value())));
}
Result<Owned> count(Runtime& rt, Args args) { return make_int(rt, weakref_count(rt, args[0])); }
Result<Owned> references(Runtime& rt, Args args) { return Owned(weakrefs_of(rt, args[0])); }

const NativeDef functions[] = {
    {"proxy", native<proxy>, 1, 2, nullptr,
     "Create a proxy object that weakly references 'object'.\n\n'callback', if given, is called with a reference to "
     "the\nproxy when 'object' is about to be finalized."},
    {"getweakrefcount", native<count>, 1, 1, "object, /", "Return the number of weak references to 'object'."},
    {"getweakrefs", native<references>, 1, 1, "object, /",
     "Return a list of all weak reference objects pointing to 'object'."},
    {},
};

Result<void> fill(Runtime& rt, ModuleObject& module) {
    const Value reference = Value(&rt.type(TypeId::weakref));
    const Value proxy_type = Value(&rt.type(TypeId::weak_proxy));
    module_add(rt, module, "ref", Owned::share(reference));
    module_add(rt, module, "ReferenceType", Owned::share(reference));
    module_add(rt, module, "ProxyType", Owned::share(proxy_type));
    module_add(rt, module, "CallableProxyType", Owned::share(proxy_type));
    return ok;
}

} // namespace

const ModuleDef weakref_module_def = {
    .name = "_weakref",
    .doc = "Weak-reference support module.",
    .functions = functions,
    .fill = fill,
};

} // namespace mp
