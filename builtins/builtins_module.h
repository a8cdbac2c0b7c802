#pragma once
// The parts of the builtins module. Each file holds one subject and ends in its table.
#include "objects/core/runtime.h"

namespace mp {

struct Frame;

extern const NativeDef builtin_object_functions[];    // repr, getattr, isinstance …
extern const NativeDef builtin_number_functions[];    // abs, round, pow, chr …
extern const NativeDef builtin_iteration_functions[]; // iter, next, sum, min, sorted …
extern const NativeDef builtin_scope_functions[];     // exec, eval, globals, dir, __import__ …
extern const NativeDef builtin_text_functions[];      // print, input, open

// __build_class__(func, name, /, *bases, [metaclass], **kwds): what a class statement calls (language reference 3.3.3). Runs Python code.
Result<Owned> build_class(Runtime& rt, Args args);

// The names and values that code at the caller's place sees as its locals: a module's or class's own namespace, a new dict for functions (PEP 667). Unbound when no
// Python code runs.
Owned caller_locals(Runtime& rt);
// The same of any frame.
Owned frame_locals(Runtime& rt, const Frame& frame);
// The caller's globals, borrowed; null when no Python code runs.
DictObject* caller_globals(Runtime& rt) noexcept;

} // namespace mp
