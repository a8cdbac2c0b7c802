#pragma once
// The door of interp/compile: a syntax tree to bytecode. Scopes are built on the way.
#include <cstdint>
#include <memory>

#include "interp/bytecode/code_unit.h"
#include "interp/support/diagnostic.h"
#include "interp/support/result.h"
#include "interp/support/source.h"
#include "interp/syntax/ast.h"

namespace mp {

struct CompileOptions {
    // 1 drops assertions and makes __debug__ false, 2 drops docstrings too (python -O, -OO).
    int optimization = 0;
    // The code runs with one dict as both namespace and globals (an ordinary module): its names take the global instructions. False for
    // exec and eval with a namespace of its own.
    bool namespace_is_globals = true;
    // `from __future__ import annotations` is in force already (compile() inherits it from its caller).
    bool future_annotations = false;
    // Nesting of syntax beyond which the compiler gives up with a RecursionError rather than exhaust the native stack.
    int max_depth = 1600;
    // The lowest address of native stack that the compiler may use; 0: the thread's limit.
    std::uintptr_t stack_low = 0;
};

// Compiles a Module (mode "exec"), an ExpressionModule ("eval": the unit returns its value) or an Interactive ("single": expression statements are
// printed through PRINT_EXPR). `module` must come from `source`. On failure `error` holds CPython's message and place (kind RecursionError when
// the program is nested too deeply). `warnings` receives SyntaxWarnings ("\"is\" with 'int' literal", ...).
Result<std::unique_ptr<CodeUnit>> compile(const ast::Mod& module, const SourceText& source,
                                          const CompileOptions& options, SyntaxDiagnostic& error,
                                          SyntaxWarnings& warnings);

} // namespace mp
