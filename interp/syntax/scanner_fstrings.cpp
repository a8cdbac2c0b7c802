// The text of f-strings (PEP 701; language reference 2.4.3): what stands between the fields, and format specs. Fields
// are scanned as code, which comes back here at the field's '}' or ':'.
#include <algorithm>
#include <cstring>

#include "interp/syntax/lexemes.h"
#include "interp/syntax/scanner_state.h"

namespace mp {

Token Scanner::State::begin_fstring(const char* start) {
    if (fstrings.size() == most_fstrings) return fail_before(cursor, "too many nested f-strings");
    const char* opening = std::find_if(start, cursor, [](char c) { return c == '\'' || c == '"'; });
    bool raw = std::any_of(start, opening, [](char c) { return c == 'r' || c == 'R'; });
    fstrings.push_back({start, *opening, static_cast<std::uint8_t>(cursor - opening), raw});
    return make(TokenKind::FStringStart, start);
}

Token Scanner::State::scan_fstring_text() {
    OpenFString& fstring = fstrings.back();
    const char* start = cursor;
    const std::uint32_t start_line = line;

    auto enter_field = [&] { return ++fstring.field <= deepest_field; };
    auto too_deep = [&] { return fail_before(cursor, "f-string: expressions nested too deeply"); };
    auto middle = [&](const char* end) {
        Token token{TokenKind::FStringMiddle, start_line, {offset_of(start), offset_of(end)}, {}};
        token.text = {start, static_cast<std::size_t>(end - start)};
        return token;
    };
    auto at_end_quotes = [&] {
        return std::all_of(cursor, std::min(cursor + fstring.quote_size, limit),
                           [&](char c) { return c == fstring.quote; }) &&
               limit - cursor >= fstring.quote_size;
    };

    // The text ends here and code follows. Empty text is no token.
    auto leave_text = [&] {
        fstring.in_text = false;
        return cursor == start ? scan_code() : middle(cursor);
    };

    if (at_end_quotes()) {
        cursor += fstring.quote_size;
        fstrings.pop_back();
        return make(TokenKind::FStringEnd, start, start_line);
    }

    const bool in_spec = fstring.in_format_spec && fstring.field >= 0;
    bool in_character_name = false; // after \N{
    for (;;) {
        cursor = skip_plain_fstring_text(cursor);
        const char c = *cursor;
        if (cursor == limit) return unterminated_fstring();
        switch (c) {
        case '\n':
            if (fstring.quote_size == 1) {
                if (!in_spec) return unterminated_fstring();
                // The spec ends; what follows is code of the field, where only its '}' is right.
                fstring.in_format_spec = false;
                return leave_text();
            }
            ++cursor;
            ++line;
            break;

        case '\'':
        case '"':
            if (at_end_quotes()) return middle(cursor);
            ++cursor;
            break;

        case '{':
            if (cursor[1] == '{' && !in_spec) {
                cursor += 2;
                return middle(cursor - 1);
            }
            if (!enter_field()) return too_deep();
            fstring.in_format_spec = false;
            return leave_text();

        case '}':
            if (in_character_name) {
                ++cursor;
                return middle(cursor);
            }
            if (cursor[1] == '}' && !in_spec && fstring.brackets == 0) {
                cursor += 2;
                return middle(cursor - 1);
            }
            return leave_text();

        case '\\': {
            ++cursor;
            const char escaped = *cursor;
            if (escaped == '{' || escaped == '}') {
                // The brace keeps its meaning; the backslash is text of its own.
                if (!fstring.raw)
                    warn(std::string("invalid escape sequence '\\") + escaped + '\'',
                         {offset_of(cursor) - 1, offset_of(cursor) + 1});
            } else if (!fstring.raw && escaped == 'N') {
                ++cursor;
                if (*cursor == '{') {
                    ++cursor;
                    in_character_name = true;
                }
            } else if (cursor < limit) {
                line += escaped == '\n';
                ++cursor;
            }
            break;
        }
        }
    }
}

Token Scanner::State::unterminated_fstring() {
    const OpenFString& fstring = fstrings.back();
    std::string detected = " literal (detected at line " + std::to_string(source.line_of(offset_of(cursor))) + ')';
    Token token =
        fail_before(fstring.start + 1, fstring.quote_size == 3 ? "unterminated triple-quoted f-string" + detected
                                                               : "unterminated f-string" + detected);
    error.incomplete = fstring.quote_size == 3;
    return token;
}

} // namespace mp
