// sys: what the interpreter says about itself. argv and path are set by whoever starts the interpreter.
#include "builtins/sys_module.h"

#include <algorithm>
#include <bit>
#include <string>
#include <vector>

#include "builtins/io/open.h"
#include "builtins/modules.h"
#include "interp/vm/vm.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/list.h"
#include "objects/types/module.h"
#include "objects/types/numbers.h"
#include "objects/types/set.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

// Every module that needs no file, sorted.
std::vector<std::string_view> module_names(bool with_frozen) {
    std::vector<std::string_view> names;
    for (const ModuleDef* def : builtin_modules()) names.push_back(def->name);
    if (with_frozen)
        for (const FrozenModule& module : frozen_modules()) names.push_back(module.name);
    std::sort(names.begin(), names.end());
    return names;
}

Ref<TupleObject> texts(Runtime& rt, const std::vector<std::string_view>& names) {
    Ref<TupleObject> tuple = make_tuple(rt, static_cast<std::int64_t>(names.size()));
    for (std::size_t i = 0; i < names.size(); ++i) tuple->items()[i] = Owned(rt.intern(names[i])).release();
    return tuple;
}

Result<void> add_streams(Runtime& rt, ModuleObject& module) {
    static const char* const names[] = {"stdin", "stdout", "stderr"};
    for (int i = 0; i < 3; ++i) {
        Ref<TextFileObject> stream = TRY(make_standard_stream(rt, i));
        module_add(rt, module, names[i], Owned(stream));
        module_add(rt, module, "__" + std::string(names[i]) + "__", Owned(stream));
    }
    return ok;
}

Result<void> fill(Runtime& rt, ModuleObject& module) {
    module_add_functions(rt, module, sys_state_functions);
    module_add_functions(rt, module, sys_error_functions);
    const auto text = [&](const char* name, std::string_view value) {
        module_add(rt, module, name, make_str(rt, value));
    };
    const auto list = [&](const char* name) { module_add(rt, module, name, make_list(rt)); };
    list("argv");
    list("path");
    list("warnoptions");
    list("meta_path");
    list("path_hooks");
    module_add(rt, module, "path_importer_cache", make_dict(rt));
    module_add(rt, module, "_xoptions", make_dict(rt));
    module_add(rt, module, "modules", Owned::share(Value(rt.modules)));
    text("version", "3.13.0 (minipy 0.1.0)");
    text("copyright", "minipy: see the file LICENSE.");
    text("executable", "");
    text("prefix", "");
    text("exec_prefix", "");
    text("base_prefix", "");
    text("base_exec_prefix", "");
    text("platlibdir", "lib");
    text("byteorder", std::endian::native == std::endian::little ? "little" : "big");
    text("float_repr_style", "short");
    text("abiflags", "");
#if defined(__APPLE__)
    text("platform", "darwin");
#elif defined(_WIN32)
    text("platform", "win32");
#else
    text("platform", "linux");
#endif
    module_add(rt, module, "hexversion", make_int(rt, 0x030d00f0));
    module_add(rt, module, "api_version", make_int(rt, 1013));
    module_add(rt, module, "maxsize", make_int(rt, INT64_MAX));
    module_add(rt, module, "maxunicode", make_int(rt, 0x10FFFF));
    module_add(rt, module, "dont_write_bytecode", Owned::adopt(Value::true_()));
    module_add(rt, module, "builtin_module_names", texts(rt, module_names(false)));
    Value all_names = Value(&rt.type(TypeId::frozenset));
    module_add(rt, module, "stdlib_module_names", TRY(call(rt, all_names, texts(rt, module_names(true)))));
    const Value display = dict_get_text(rt, *module.dict, "displayhook");
    module_add(rt, module, "__displayhook__", Owned::share(display));
    const Value except = dict_get_text(rt, *module.dict, "excepthook");
    module_add(rt, module, "__excepthook__", Owned::share(except));
    const Value unraisable = dict_get_text(rt, *module.dict, "unraisablehook");
    module_add(rt, module, "__unraisablehook__", Owned::share(unraisable));
    const Value breakpoint = dict_get_text(rt, *module.dict, "breakpointhook");
    module_add(rt, module, "__breakpointhook__", Owned::share(breakpoint));
    TRY(add_sys_information(rt, module));
    return add_streams(rt, module);
}

} // namespace

const ModuleDef sys_module_def = {
    .name = "sys",
    .doc = "This module provides access to some objects used or maintained by the\ninterpreter and to functions that "
           "interact strongly with the interpreter.",
    .fill = fill,
};

} // namespace mp
