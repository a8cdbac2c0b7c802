#pragma once
// Syntax errors and warnings as plain data: what the stages before the VM report. `exec`, `import` and the command line
// make exception objects of them.
#include <cstdint>
#include <string>
#include <vector>

#include "interp/support/source.h"

namespace mp {

enum class SyntaxErrorKind : std::uint8_t { SyntaxError, IndentationError, TabError, RecursionError, MemoryError };

// The attributes of a SyntaxError object, by their Python names. Lines and offsets count from 1, offsets in characters.
struct SyntaxDiagnostic {
    SyntaxErrorKind kind = SyntaxErrorKind::SyntaxError;
    std::string message;
    std::string filename;
    Span span; // empty when the error has no place in decoded text (an unknown encoding)
    std::int64_t lineno = 0;
    std::int64_t offset = 0;
    std::int64_t end_lineno = 0;
    std::int64_t end_offset = 0; // equal to offset, 0 or -1 where CPython gives no range
    std::string text;            // the line `lineno` with its '\n'; empty with has_text false is Python's None
    bool has_text = false;
    bool has_position = true; // false: lineno, offset and their ends are None
    bool incomplete = false;  // more input could make the text correct: a REPL asks for another line

    bool raised() const { return !message.empty(); }
};

// A SyntaxError about `span` of `source`: line, offset (first character), end and text are filled in. An empty span at
// the end of the text (where EndMarker and the last Dedents are) is reported behind the last character of the last
// line, as CPython does.
SyntaxDiagnostic make_diagnostic(SyntaxErrorKind kind, std::string message, const SourceText& source, Span span);

// A warning found on the way. The compiler's caller decides what becomes of it (printed, ignored, or an error by the
// filters).
struct SyntaxWarning {
    enum class Category : std::uint8_t { SyntaxWarning, DeprecationWarning };
    Category category = Category::SyntaxWarning;
    std::string message;
    Span span;
    std::uint32_t lineno = 0;
};

using SyntaxWarnings = std::vector<SyntaxWarning>;

// The error as CPython prints it at the end of a traceback: `  File "…", line N`, the line, the caret line,
// `SyntaxError: …`; each line ends in '\n'.
std::string render(const SyntaxDiagnostic& diagnostic);

// "SyntaxError", "IndentationError", "TabError", "MemoryError" (source nested too deeply for the parser) or "RecursionError" (for the compiler; its
// only attribute is the message).
const char* exception_name(SyntaxErrorKind kind);

} // namespace mp
