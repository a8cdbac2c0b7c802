// _sre: what frozen/re.py stands on.
#ifdef MINIPY_WITH_PCRE2
#include "objects/types/module.h"
#include "builtins/modules.h"
#include "builtins/re/re.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytes_like.h"

namespace mp {

namespace re_module {

namespace {

Result<Owned> compile_function(Runtime& rt, Args args) {
    if (!is_str_or_subclass(rt, args[0]) && !is_bytes_like(rt, args[0]))
        return raise(rt, TypeId::TypeError, "first argument must be string or compiled pattern");
    const std::int64_t flags = TRY(index_int64(rt, args[1]));
    return compile(rt, args[0], static_cast<unsigned>(flags));
}

const NativeDef functions[] = {
    {"compile", native<compile_function>, 2, 2, "pattern, flags", "A Pattern."},
    {},
};

Result<void> fill(Runtime& rt, ModuleObject& module) {
    State& state = state_of(rt);
    if (!state.pattern) {
        state.pattern = TRY(make_native_type(rt, pattern_spec));
        state.match = TRY(make_native_type(rt, match_spec));
        state.scanner = TRY(make_native_type(rt, scanner_spec));
        state.iterator = TRY(make_native_type(rt, iterator_spec));
    }
    module_add(rt, module, "Pattern", Owned::share(Value(state.pattern.get())));
    module_add(rt, module, "Match", Owned::share(Value(state.match.get())));
    return ok;
}

} // namespace

} // namespace re_module

const ModuleDef re_module_def = {
    .name = "_sre",
    .doc = "Regular expressions, on PCRE2.",
    .functions = re_module::functions,
    .fill = re_module::fill,
};

} // namespace mp
#endif
