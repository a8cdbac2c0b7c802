#pragma once
// Source text as every later stage sees it: UTF-8 without byte order mark, lines separated by '\n' only, the last line
// ended by '\n'. Positions are byte offsets into that text (`Span`); lines and columns are computed from them when
// somebody asks.
#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "interp/support/result.h"

namespace mp {

struct SyntaxDiagnostic;

// A half-open range of byte offsets into a SourceText.
struct Span {
    std::uint32_t start = 0;
    std::uint32_t end = 0;

    // The smallest span that covers both.
    static constexpr Span cover(Span first, Span last) {
        return {first.start < last.start ? first.start : last.start, first.end > last.end ? first.end : last.end};
    }
    constexpr std::uint32_t length() const { return end - start; }
    constexpr bool empty() const { return start == end; }
    constexpr bool operator==(const Span&) const = default;
};

// A place as CPython counts it in tracebacks and AST nodes.
struct SourcePosition {
    std::uint32_t line;         // from 1
    std::uint32_t column;       // from 0, in characters
    std::uint32_t column_bytes; // from 0, in bytes of UTF-8 (`col_offset` of the ast module)
    constexpr bool operator==(const SourcePosition&) const = default;
};

class SourceText {
public:
    // Decodes a source file: byte order mark, encoding declaration of the first two lines (PEP 263; utf-8, latin-1 and
    // ascii are known), newlines. Errors (unknown encoding, text that is not valid in its encoding, null bytes, more
    // than 2 GiB) are raised as a SyntaxError in `error`.
    static Result<SourceText> from_bytes(std::string_view bytes, std::string filename, SyntaxDiagnostic& error);

    // Source that is text already, as given to `compile` and `exec`: valid UTF-8 without surrogates; an encoding
    // declaration is a mere comment. Errors: null bytes, more than 2 GiB, invalid UTF-8.
    static Result<SourceText> from_utf8(std::string_view text, std::string filename, SyntaxDiagnostic& error);

    const std::string& filename() const { return filename_; }

    // The whole text. Ends in '\n' unless empty, and text().data()[text().size()] is 0, which stops the scanner.
    std::string_view text() const { return text_; }
    std::string_view slice(Span span) const { return text().substr(span.start, span.end - span.start); }
    std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }

    // False when the final '\n' was added here, because the file ends in the middle of a line.
    bool ended_in_newline() const { return ended_in_newline_; }

    std::uint32_t line_count() const { return static_cast<std::uint32_t>(line_starts_.size()); }

    // The line (from 1) that holds byte `offset`; offsets at or past the end belong to the last line. O(log lines).
    std::uint32_t line_of(std::uint32_t offset) const;

    // Where line `line` (from 1) starts. Lines past the last start at size().
    std::uint32_t line_start(std::uint32_t line) const;

    // Text of line `line` (from 1) without its '\n'; empty for lines that do not exist.
    std::string_view line_text(std::uint32_t line) const;

    // O(log lines + length of the line).
    SourcePosition position(std::uint32_t offset) const;

private:
    SourceText(std::string text, std::string filename);

    std::string text_;
    std::string filename_;
    std::vector<std::uint32_t> line_starts_; // one per line; a text that ends in '\n' has no empty line after it
    bool ended_in_newline_ = true;
};

} // namespace mp
