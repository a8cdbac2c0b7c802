#include "interp/syntax/scanner.h"

#include <algorithm>
#include <utility>

#include "interp/support/unicode.h"
#include "interp/support/utf8.h"
#include "interp/syntax/lexemes.h"
#include "interp/syntax/number_errors.h"
#include "interp/syntax/scanner_state.h"

namespace mp {

Scanner::Scanner(const SourceText& source, Arena& arena, SyntaxWarnings& warnings)
    : state_(std::make_unique<Scanner::State>(source, arena, warnings)) {}

Scanner::~Scanner() = default;

Token Scanner::next() { return state_->next(); }

const SyntaxDiagnostic& Scanner::error() const { return state_->error; }

const Scanner::OpenBracket* Scanner::innermost_open_bracket() const {
    return state_->brackets.empty() ? nullptr : &state_->brackets.back();
}

unsigned Scanner::open_bracket_count() const { return static_cast<unsigned>(state_->brackets.size()); }

Scanner::State::State(const SourceText& source, Arena& arena, SyntaxWarnings& warnings)
    : source(source),
      arena(arena),
      warnings(warnings),
      begin(source.text().data()),
      limit(begin + source.size()),
      cursor(begin) {}

Token Scanner::State::next() {
    if (failed) return error_token();
    if (pending_dedents > 0) {
        --pending_dedents;
        return make(TokenKind::Dedent, cursor, known_line());
    }
    if (!fstrings.empty() && fstrings.back().in_text) return scan_fstring_text();
    if (at_line_start) {
        at_line_start = false;
        Token token;
        if (begin_line(token)) return token;
    }
    return scan_code();
}

Token Scanner::State::scan_code() {
    for (;;) {
        const char* start = cursor;
        Lexeme lexeme = match_lexeme(start);
        cursor = lexeme.end;
        switch (lexeme.rule) {
        case Rule::Blank: continue;
        case Rule::Newline:
            ++line;
            if (!brackets.empty()) continue;
            at_line_start = true;
            return make(TokenKind::Newline, start, line - 1);
        case Rule::Backslash: {
            Token problem;
            if (continue_line(problem)) continue;
            return problem;
        }
        case Rule::EndOfText: return end_of_text();
        case Rule::Name: return name(start);
        case Rule::UnicodeName: return name_with_unicode(start);
        case Rule::Number: return number(start);
        case Rule::String: return string(lexeme.kind, start);
        case Rule::UnterminatedString: return unterminated_string(start);
        case Rule::FStringStart: return begin_fstring(start);
        case Rule::OpenBracket: return open_bracket(lexeme.kind, start);
        case Rule::CloseBracket: return close_bracket(lexeme.kind, start);
        case Rule::Colon: return colon(lexeme.kind, start);
        case Rule::Punctuator: return make(lexeme.kind, start);
        case Rule::Invalid: return invalid_character(static_cast<unsigned char>(*start));
        }
    }
}

bool Scanner::State::begin_line(Token& token) {
    for (;;) {
        const char* line_begin = cursor;
        const std::uint32_t first_line = line;
        IndentWidth width;
        // A backslash in the whitespace: its column is the indentation of what follows on the next line, unless that
        // column is 0.
        std::uint32_t continued_at = 0;
        for (;; ++cursor) {
            if (*cursor == ' ') {
                width.add_space();
            } else if (*cursor == '\t') {
                width.add_tab();
            } else if (*cursor == '\f') {
                width = {};
            } else if (*cursor == '\\') {
                if (continued_at == 0) continued_at = width.columns;
                ++cursor;
                if (!continue_line(token)) return true;
                --cursor;
            } else {
                break;
            }
        }
        if (*cursor == '#' || *cursor == '\n') {
            cursor = std::find(cursor, limit, '\n');
            if (cursor != limit) {
                ++cursor;
                ++line;
            }
            continue;
        }
        if (continued_at != 0) width = {continued_at, continued_at};
        const bool changed = change_indentation(width, line_begin, token);
        if (changed && token.kind == TokenKind::Indent) token.line = first_line;
        return changed;
    }
}

bool Scanner::State::change_indentation(IndentWidth width, const char* line_begin, Token& token) {
    std::uint32_t line_start = source.line_start(line);
    unsigned closed;
    switch (indentation.enter(width, closed)) {
    case Indentation::Change::Same: return false;
    case Indentation::Change::Deeper: token = make(TokenKind::Indent, line_begin); return true;
    case Indentation::Change::Shallower:
        pending_dedents = closed - 1;
        token = make(TokenKind::Dedent, cursor, known_line());
        return true;
    case Indentation::Change::InconsistentTabs:
        token = fail_at(SyntaxErrorKind::TabError, "inconsistent use of tabs and spaces in indentation", line_start, 0);
        return true;
    case Indentation::Change::TooDeep:
        token = fail_at(SyntaxErrorKind::IndentationError, "too many levels of indentation", line_start, 0);
        return true;
    case Indentation::Change::NoSuchLevel: {
        auto line_end = line_start + static_cast<std::uint32_t>(source.line_text(line).size());
        token = fail_at(SyntaxErrorKind::IndentationError, "unindent does not match any outer indentation level",
                        line_end, -1);
        return true;
    }
    }
    return false;
}

bool Scanner::State::continue_line(Token& error_out) {
    if (*cursor != '\n') {
        error_out = fail_at(SyntaxErrorKind::SyntaxError, "unexpected character after line continuation character",
                            offset_of(cursor), 0);
        return false;
    }
    if (cursor + 1 == limit) {
        if (!brackets.empty()) {
            error_out = end_of_text();
        } else {
            error_out = fail_at(SyntaxErrorKind::SyntaxError, "unexpected EOF while parsing", offset_of(cursor), -1);
            error.incomplete = true;
        }
        return false;
    }
    ++cursor;
    ++line;
    return true;
}

Token Scanner::State::make(TokenKind kind, const char* start, std::uint32_t start_line) const {
    return {kind, start_line, span_from(start), {start, static_cast<std::size_t>(cursor - start)}};
}

Token Scanner::State::name(const char* start) const {
    return make(keyword_kind({start, static_cast<std::size_t>(cursor - start)}), start);
}

// PEP 3131: the characters are checked as written, the name is compared in its NFKC form. Keywords are ASCII as
// written.
Token Scanner::State::name_with_unicode(const char* start) {
    const char* end = cursor;
    for (const char* at = start; at < end;) {
        const bool first = at == start;
        const char* character = at;
        char32_t c = utf8_next(at);
        if (c < 0x80) continue; // the rule took only letters, and digits behind the first
        if (first ? unicode::is_xid_start(c) : unicode::is_xid_continue(c)) continue;
        cursor = character + utf8_size(c);
        return invalid_character(c);
    }
    std::string_view written(start, static_cast<std::size_t>(end - start));
    Token token = make(TokenKind::Name, start);
    std::string normal = unicode::nfkc(written);
    if (normal != written) token.text = arena.copy(normal);
    return token;
}

Token Scanner::State::number(const char* start) {
    auto is_word = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    };
    if (!is_word(*cursor)) return make(TokenKind::Number, start);

    NumberProblem problem = examine_number({start, static_cast<std::size_t>(limit - start)});
    if (problem.kind == NumberProblem::Kind::Error) {
        if (problem.range_end == 0) return fail_before(start + problem.end, std::move(problem.message));
        std::uint32_t at = offset_of(start);
        return fail(SyntaxErrorKind::SyntaxError, std::move(problem.message),
                    {at, at + static_cast<std::uint32_t>(problem.range_end)});
    }
    cursor = start + problem.end;
    if (problem.kind == NumberProblem::Kind::Warning) warn(std::move(problem.message), span_from(start));
    return make(TokenKind::Number, start);
}

Token Scanner::State::string(TokenKind kind, const char* start) {
    Token token = make(kind, start);
    line += static_cast<std::uint32_t>(std::count(token.text.begin(), token.text.end(), '\n'));
    return token;
}

Token Scanner::State::unterminated_string(const char* start) {
    const char* opening = start;
    while (*opening != '\'' && *opening != '"') ++opening;
    const char quote = *opening;
    const auto quote_size = static_cast<std::size_t>(cursor - opening);

    // A quote that would end the f-string around this field was meant to.
    if (!fstrings.empty() && fstrings.back().quote == quote && fstrings.back().quote_size == quote_size)
        return fail_before(start + 1, "f-string: expecting '}'");

    if (quote_size == 3) {
        Token token = fail_before(start + 1, "unterminated triple-quoted string literal (detected at line " +
                                                 std::to_string(source.line_count()) + ')');
        error.incomplete = true;
        return token;
    }
    bool escaped_quote = false;
    const char* at = cursor;
    while (at < limit && *at != '\n') {
        if (*at == '\\') {
            ++at;
            escaped_quote |= *at == quote;
        }
        at += at < limit;
    }
    std::string message =
        "unterminated string literal (detected at line " + std::to_string(source.line_of(offset_of(at))) + ')';
    if (escaped_quote) message += "; perhaps you escaped the end quote?";
    return fail_before(start + 1, std::move(message));
}

Token Scanner::State::open_bracket(TokenKind kind, const char* start) {
    if (brackets.size() == most_brackets) return fail_before(cursor, "too many nested parentheses");
    bool opens_field = false;
    if (!fstrings.empty()) {
        OpenFString& fstring = fstrings.back();
        opens_field = kind == TokenKind::LeftBrace && fstring.brackets == fstring.field;
        ++fstring.brackets;
    }
    brackets.push_back({*start, opens_field, line, offset_of(start)});
    return make(kind, start);
}

Token Scanner::State::close_bracket(TokenKind kind, const char* start) {
    const char closing = *start;
    const bool inside_fstring = !fstrings.empty();
    if (inside_fstring && fstrings.back().brackets == 0 && closing == '}')
        return fail_before(cursor, "f-string: single '}' is not allowed");
    if (brackets.empty()) return fail_before(cursor, std::string("unmatched '") + closing + '\'');

    OpenBracket opening = brackets.back();
    const char expected = opening.bracket == '(' ? ')' : opening.bracket == '[' ? ']' : '}';
    if (closing != expected) {
        // In f"{a)}" the parenthesis has nothing to do with the field's brace.
        if (inside_fstring && opening.bracket == '{' && fstrings.back().brackets - 1 == fstrings.back().field)
            return fail_before(cursor, std::string("f-string: unmatched '") + closing + '\'');
        std::string message = std::string("closing parenthesis '") + closing +
                              "' does not match opening parenthesis '" + opening.bracket + '\'';
        if (opening.line != line) message += " on line " + std::to_string(opening.line);
        return fail_before(cursor, std::move(message));
    }
    brackets.pop_back();
    if (inside_fstring) {
        OpenFString& fstring = fstrings.back();
        --fstring.brackets;
        if (closing == '}' && fstring.brackets == fstring.field) {
            --fstring.field;
            fstring.in_text = true;
            fstring.in_format_spec = false;
        }
    }
    return make(kind, start);
}

// A colon directly in a replacement field ends the expression, even where ":=" would be longer (PEP 701).
Token Scanner::State::colon(TokenKind kind, const char* start) {
    if (in_field() && fstrings.back().brackets - 1 == fstrings.back().field) {
        cursor = start + 1;
        fstrings.back().in_text = true;
        fstrings.back().in_format_spec = true;
        return make(TokenKind::Colon, start);
    }
    return make(kind, start);
}

Token Scanner::State::end_of_text() {
    if (brackets.empty()) return make(TokenKind::EndMarker, cursor, known_line());
    OpenBracket opening = brackets.back();
    Token token = fail_at(SyntaxErrorKind::SyntaxError, std::string("'") + opening.bracket + "' was never closed",
                          opening.offset, 0);
    error.incomplete = true;
    return token;
}

Token Scanner::State::invalid_character(char32_t c) {
    constexpr char digits[] = "0123456789ABCDEF";
    std::string number;
    for (char32_t rest = c; rest != 0 || number.size() < 4; rest >>= 4)
        number.insert(number.begin(), digits[rest & 15]);
    if (!unicode::is_printable(c)) return fail_before(cursor, "invalid non-printable character U+" + number);
    std::string message = "invalid character '";
    utf8_append(message, c);
    return fail_before(cursor, message + "' (U+" + number + ')');
}

Token Scanner::State::fail_before(const char* seen, std::string message) {
    std::uint32_t end = offset_of(seen), start = end;
    while (start > 0 && is_utf8_continuation(begin[start - 1])) --start;
    if (start > 0) --start;
    Token token = fail(SyntaxErrorKind::SyntaxError, std::move(message), {start, end});
    // CPython's scanner knows one place and no range.
    error.end_lineno = error.lineno;
    error.end_offset = error.offset;
    error.text.pop_back();
    return token;
}

Token Scanner::State::fail_at(SyntaxErrorKind kind, std::string message, std::uint32_t at, std::int64_t end_offset) {
    Token token = fail(kind, std::move(message), {at, at});
    error.end_offset = end_offset;
    return token;
}

Token Scanner::State::fail(SyntaxErrorKind kind, std::string message, Span span) {
    failed = true;
    error = make_diagnostic(kind, std::move(message), source, span);
    return error_token();
}

Token Scanner::State::error_token() const {
    std::uint32_t at = std::min(error.span.start, source.size());
    return {TokenKind::Error, source.line_of(at), error.span, {}};
}

void Scanner::State::warn(std::string message, Span span) {
    warnings.push_back({SyntaxWarning::Category::SyntaxWarning, std::move(message), span, line});
}

} // namespace mp
