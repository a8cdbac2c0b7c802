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

// What the text is, as compile() names it: "exec" a file (gives Module), "eval" one expression (ExpressionModule), "single" one
// interactive statement (Interactive).
enum class ParseMode : std::uint8_t { Exec, Eval, Single };

struct ParseOptions {
    ParseMode mode = ParseMode::Exec;

    // For a REPL: text that could become right by adding to it is reported as "incomplete input", with SyntaxDiagnostic::incomplete set;
    // and a block is only closed by its dedent or a final newline, not by the end of the text.
    bool allow_incomplete = false;

    // How deep constructs may nest; beyond, the error is "Parser stack overflowed" instead of a crash. Brackets (200) and blocks (100) have
    // limits of their own, in the scanner.
    unsigned max_depth = 1000;

    // How much native stack the parser may use, whatever the depth. Lower it on threads with small stacks.
    std::size_t max_stack_bytes = std::size_t(1) << 20;

    // See LiteralContext in literals.h: the character that \N{NAME} names, and the limit on decimal digits (0: none).
    std::optional<char32_t> (*character_named)(std::string_view name) = nullptr;
    std::uint32_t most_int_digits = 4300;
};

// Parses the whole text. Nodes and names live in `arena` and may point into `source`, so both must outlive the tree. On failure `error` says
// what and where, as CPython 3.13 does, and nothing of the tree is of use. `warnings` collects what the scanner and the literals warn about.
// Rules that need scopes ("'return' outside function", duplicate parameters, __future__) are the later stages' business.
Result<ast::Mod*> parse(const SourceText& source, Arena& arena, const ParseOptions& options, SyntaxDiagnostic& error,
                        SyntaxWarnings& warnings);

} // namespace mp
