#pragma once
// What scanner.re matches: the scanner's rules without its state.
#include <cstdint>

#include "interp/syntax/token.h"

namespace mp {

// Which kind of rule matched; the scanner's next step follows from it.
enum class Rule : std::uint8_t {
    Blank, // whitespace or a comment
    Newline,
    Backslash,          // outside strings
    EndOfText,          // at the 0 behind the text; nothing is consumed
    Name,               // a name or keyword of ASCII letters
    UnicodeName,        // a run of word characters, some of them outside ASCII
    Number,             // the longest valid number
    String,             // a whole literal, kind String or Bytes
    UnterminatedString, // the prefix and opening quotes of a literal without an end
    FStringStart,       // prefix and opening quotes
    OpenBracket,
    CloseBracket,
    Colon,      // ":" or ":="
    Punctuator, // any other operator or delimiter
    Invalid,    // one byte that begins nothing: a control character
};

struct Lexeme {
    Rule rule;
    TokenKind kind;
    const char* end; // behind what matched
};

// The longest match at `at`, which points into a text that ends in 0.
Lexeme match_lexeme(const char* at);

// Behind the bytes from `at` on that mean nothing to an f-string: the next quote, brace, backslash, newline or the end.
const char* skip_plain_fstring_text(const char* at);

} // namespace mp
