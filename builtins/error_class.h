#pragma once
// Exception classes of modules: ordinary classes, as an import of CPython's module makes them. They may be changed and derived from.
#include "objects/core/runtime.h"

namespace mp {

// `class name(base): pass`, written in `module`.
Result<Ref<Type>> make_error_class(Runtime& rt, const char* module, const char* name, TypeId base);

// raise error(text). `error` null (the interpreter is being taken down): a plain ValueError.
[[gnu::format(printf, 3, 4)]] Raised raise_error_class(Runtime& rt, Type* error, const char* format, ...);

} // namespace mp
