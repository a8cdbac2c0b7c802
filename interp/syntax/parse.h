#pragma once
// The door of interp/syntax: source text to syntax tree (Python 3.13's whole grammar).
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "interp/support/arena.h"
#include "interp/support/diagnostic.h"
#include "interp/support/result.h"
#include "interp/support/source.h"
#include "interp/syntax/ast.h"

namespace mp {

// What the text is, as compile() names it: "exec" a file (gives Module), "eval" one expression (ExpressionModule),
// "single" one interactive statement (Interactive).
enum class ParseMode : std::uint8_t { Exec, Eval, Single };

struct ParseOptions {
    ParseMode mode = ParseMode::Exec;

    // For a REPL: text that could become right by adding to it is reported as "incomplete input", with
    // SyntaxDiagnostic::incomplete set; and a block is only closed by its dedent or a final newline, not by the end of
    // the text.
    bool allow_incomplete = false;

    // How deep constructs may nest. Beyond, and where the native stack ends, the error is a MemoryError, "Parser stack
    // overflowed", instead of a crash. Brackets (200) and blocks (100) have limits of their own, in the scanner.
    unsigned max_depth = 1000;

    // The lowest address of native stack that the parser may use; 0: the thread's limit, which the system is asked for
    // when nesting becomes deep.
    std::uintptr_t stack_low = 0;

    // See LiteralContext in literals.h: the character that \N{NAME} names, and the limit on decimal digits (0: none).
    std::optional<char32_t> (*character_named)(std::string_view name) = nullptr;
    std::uint32_t most_int_digits = 4300;
};

// Parses the whole text. Nodes and names live in `arena` and may point into `source`, so both must outlive the tree. On
// failure `error` says what and where, as CPython 3.13 does, and nothing of the tree is of use. `warnings` collects
// what the scanner and the literals warn about. Rules that need scopes ("'return' outside function", duplicate
// parameters, __future__) are the later stages' business.
Result<ast::Mod*> parse(const SourceText& source, Arena& arena, const ParseOptions& options, SyntaxDiagnostic& error,
                        SyntaxWarnings& warnings);

} // namespace mp
