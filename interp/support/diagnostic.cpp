#include "interp/support/diagnostic.h"

#include <algorithm>

#include "interp/support/utf8.h"

namespace mp {

const char* exception_name(SyntaxErrorKind kind) {
    switch (kind) {
    case SyntaxErrorKind::IndentationError: return "IndentationError";
    case SyntaxErrorKind::TabError: return "TabError";
    case SyntaxErrorKind::RecursionError: return "RecursionError";
    case SyntaxErrorKind::MemoryError: return "MemoryError";
    case SyntaxErrorKind::SyntaxError: break;
    }
    return "SyntaxError";
}

SyntaxDiagnostic make_diagnostic(SyntaxErrorKind kind, std::string message, const SourceText& source, Span span) {
    SyntaxDiagnostic diagnostic;
    diagnostic.kind = kind;
    diagnostic.message = std::move(message);
    diagnostic.filename = source.filename();
    diagnostic.span = span;
    // What is missing at the end of the text is missing before the last newline.
    const bool at_end = span.empty() && span.start >= source.size() && source.size() > 0;
    if (at_end) span = {source.size() - 1, source.size() - 1};
    SourcePosition start = source.position(span.start);
    // A range that ends behind the '\n' of its last line ends on that line, not at the start of the next.
    SourcePosition end = span.end > span.start ? source.position(span.end - 1) : start;
    if (span.end > span.start && !is_utf8_continuation(source.text()[span.end - 1])) end.column += 1;
    diagnostic.lineno = start.line;
    diagnostic.offset = std::int64_t(start.column) + 1;
    diagnostic.end_lineno = end.line;
    diagnostic.end_offset = at_end ? -1 : std::int64_t(end.column) + 1;
    diagnostic.text = std::string(source.line_text(start.line)) + '\n';
    diagnostic.has_text = true;
    return diagnostic;
}

namespace {

constexpr bool is_indent_space(char c) { return c == ' ' || c == '\t' || c == '\f'; }

// The caret line below `line`, which lost `stripped` characters on its left. Offsets count from 1 in the unstripped
// line.
std::string caret_line(std::string_view line, std::int64_t stripped, std::int64_t offset, std::int64_t end_offset) {
    std::int64_t column = offset - 1 - stripped, end_column = end_offset - 1 - stripped;
    if (column < 0) return {};
    std::string carets = "    ";
    const char* at = line.data();
    const char* end = at + line.size();
    for (std::int64_t i = 0; i < column; ++i) {
        // Tabs stay, so that the carets stand below what they mean.
        char c = at < end ? *at : ' ';
        if (at < end) at += utf8_sequence_length(*at);
        carets += c == '\t' || c == '\f' ? c : ' ';
    }
    carets.append(static_cast<std::size_t>(std::max<std::int64_t>(end_column - column, 1)), '^');
    return carets + '\n';
}

} // namespace

std::string render(const SyntaxDiagnostic& diagnostic) {
    std::string out;
    if (diagnostic.has_position && diagnostic.lineno > 0) {
        out += "  File \"" + diagnostic.filename + "\", line " + std::to_string(diagnostic.lineno) + '\n';
        if (diagnostic.has_text) {
            std::string_view line = diagnostic.text;
            line = line.substr(0, line.find('\n'));
            while (!line.empty() && (is_indent_space(line.back()) || line.back() == '\r')) line.remove_suffix(1);
            std::int64_t stripped = 0;
            while (!line.empty() && is_indent_space(line.front())) {
                line.remove_prefix(1);
                ++stripped;
            }
            out += "    " + std::string(line) + '\n';
            std::int64_t length = std::int64_t(utf8_length(line)) + stripped;
            std::int64_t offset = std::min(diagnostic.offset, length + 1);
            std::int64_t end_offset = diagnostic.end_offset;
            if (diagnostic.end_lineno > diagnostic.lineno) end_offset = length + 1;
            // CPython: no range, or an empty one, is one caret; carets end with the line.
            if (end_offset <= 0 || end_offset <= offset) end_offset = offset + 1;
            end_offset = std::min(end_offset, std::max(length, offset) + 1);
            if (offset >= 1) out += caret_line(line, stripped, offset, end_offset);
        }
    }
    out += exception_name(diagnostic.kind);
    out += ": " + diagnostic.message + '\n';
    return out;
}

} // namespace mp
