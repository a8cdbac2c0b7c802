#pragma once
// The scanner: source text to tokens, one at a time (language reference 2, "Lexical analysis"; PEP 701 for f-strings).
// It never recurses, looks at every byte a bounded number of times, and keeps what nests (indentation, brackets,
// f-strings) on stacks of limited depth.
#include <cstdint>
#include <memory>
#include <string_view>

#include "interp/support/arena.h"
#include "interp/support/diagnostic.h"
#include "interp/support/source.h"
#include "interp/syntax/token.h"

namespace mp {

class Scanner {
public:
    // Borrows all three, which must outlive the tokens. `arena` receives names that normalisation changed; `warnings`
    // what the scanner warns about.
    Scanner(const SourceText& source, Arena& arena, SyntaxWarnings& warnings);
    ~Scanner();
    Scanner(const Scanner&) = delete;
    Scanner& operator=(const Scanner&) = delete;

    // The next token. After the last line: Newline, Dedents, then EndMarker forever. After an error: Error forever.
    Token next();

    // What was wrong; only after next() gave Error.
    const SyntaxDiagnostic& error() const;

    // The innermost bracket that is open at this point, if any: when the parser finds a syntax error, CPython reads on
    // and prefers "'(' was never closed" where that is so.
    struct OpenBracket {
        char bracket;         // ( [ {
        bool in_fstring;      // the '{' of a replacement field
        std::uint32_t line;   // from 1
        std::uint32_t offset; // byte offset of the bracket
    };
    const OpenBracket* innermost_open_bracket() const;
    unsigned open_bracket_count() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace mp
