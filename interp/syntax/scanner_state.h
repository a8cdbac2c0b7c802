#pragma once
// The scanner's inside: what scanner.cpp and the rules in scanner.re share.
#include <cstdint>
#include <string>
#include <string_view>

#include <boost/container/static_vector.hpp>

#include "interp/syntax/indentation.h"
#include "interp/syntax/scanner.h"

namespace mp {

// An f-string whose end has not come yet.
struct OpenFString {
    const char* start; // its prefix
    char quote;
    std::uint8_t quote_size; // 1 or 3
    bool raw;
    bool in_text = true; // between fields, or in a format spec; else in a field's expression
    bool in_format_spec = false;
    int brackets = 0; // open brackets inside it, the fields' braces among them
    int field = -1;   // `brackets` outside the innermost open field; -1: in none. Fields nest in format specs only.
};

struct Scanner::State {
    State(const SourceText& source, Arena& arena, SyntaxWarnings& warnings);

    const SourceText& source;
    Arena& arena;
    SyntaxWarnings& warnings;

    const char* begin;      // of the text
    const char* limit;      // its end, where a 0 stands
    const char* cursor;     // the next byte to look at
    std::uint32_t line = 1; // of cursor

    bool at_line_start = true;
    unsigned pending_dedents = 0;
    Indentation indentation;

    // CPython's limits, so that scripts meet them at the same depth.
    static constexpr std::size_t most_brackets = 200, most_fstrings = 149;
    static constexpr int deepest_field = 2;
    boost::container::static_vector<OpenBracket, most_brackets> brackets;
    boost::container::static_vector<OpenFString, most_fstrings> fstrings;

    bool failed = false;
    SyntaxDiagnostic error;

    Token next();

    // A token in code, from cursor: skips blanks, comments, continued lines, and newlines in brackets.
    Token scan_code();

    // A token between the fields of the innermost f-string, or in a format spec (scanner_fstrings.cpp).
    Token scan_fstring_text();

    // At the start of a logical line: skips blank lines and comments, measures the next line. True when that gave a
    // token (Indent, Dedent or Error).
    bool begin_line(Token& token);
    bool change_indentation(IndentWidth width, const char* line_begin, Token& token);

    // What follows from each rule. `start` is where the lexeme begins; cursor stands behind it.
    Token make(TokenKind kind, const char* start, std::uint32_t start_line) const;
    Token make(TokenKind kind, const char* start) const { return make(kind, start, line); }
    // `line`, or at the end of the text the last one: no line follows the last '\n'.
    std::uint32_t known_line() const { return line < source.line_count() ? line : source.line_count(); }
    Token name(const char* start) const;
    Token name_with_unicode(const char* start);
    Token number(const char* start);
    Token string(TokenKind kind, const char* start);
    Token unterminated_string(const char* start);
    Token open_bracket(TokenKind kind, const char* start);
    Token close_bracket(TokenKind kind, const char* start);
    Token colon(TokenKind kind, const char* start);
    Token end_of_text();
    Token begin_fstring(const char* start);
    Token unterminated_fstring();
    Token invalid_character(char32_t c);

    // Behind a backslash in code: steps over the newline. False with the error raised when something else follows, or
    // nothing.
    bool continue_line(Token& error_out);

    // Makes this and all later tokens Error. The message points, as CPython's scanner does, at the character before
    // `seen`.
    Token fail_before(const char* seen, std::string message);
    Token fail(SyntaxErrorKind kind, std::string message, Span span);
    Token error_token() const;
    // As the error that CPython's parser makes of a scanner's state: offset from 1, end_offset 0 or -1, the line with
    // its newline.
    Token fail_at(SyntaxErrorKind kind, std::string message, std::uint32_t at, std::int64_t end_offset);

    void warn(std::string message, Span span);

    std::uint32_t offset_of(const char* at) const { return static_cast<std::uint32_t>(at - begin); }
    Span span_from(const char* start) const { return {offset_of(start), offset_of(cursor)}; }
    bool in_field() const { return !fstrings.empty() && fstrings.back().field >= 0; }
};

} // namespace mp
