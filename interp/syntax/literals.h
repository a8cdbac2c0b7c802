#pragma once
// What literals mean: numbers and strings from their tokens' text (language reference 2.4).
#include <cstdint>
#include <optional>
#include <string_view>

#include "interp/support/arena.h"
#include "interp/support/diagnostic.h"
#include "interp/support/result.h"
#include "interp/support/source.h"

namespace mp {

// What decoding needs beside the text. Everything is borrowed; `error` holds the SyntaxError after a function returned
// raised.
struct LiteralContext {
    const SourceText& source;
    Arena& arena;             // decoded text goes here
    SyntaxWarnings& warnings; // invalid escape sequences
    SyntaxDiagnostic& error;

    // The character that \N{NAME} names (names come as written), or nothing. Null: those that
    // unicode_names.h knows. Aliases count, named sequences do not.
    std::optional<char32_t> (*character_named)(std::string_view name) = nullptr;

    // sys.set_int_max_str_digits(): decimal literals with more digits are errors. 0 is no limit.
    std::uint32_t most_int_digits = 4300;
};

struct NumberValue {
    enum class Kind : std::uint8_t { Int, BigInt, Float, Imaginary };
    Kind kind = Kind::Int;
    std::uint8_t base = 10;   // BigInt: 2, 8, 10 or 16
    std::int64_t integer = 0; // Int: never negative, up to 2^63 - 1
    double real = 0;          // Float, Imaginary (the imaginary part); infinite when the literal is too large
    std::string_view digits =
        {}; // BigInt: digits of `base` without prefix, underscores and leading zeros; in the arena or the source
};

// The value of a Number token's text. Errors: an int with too many decimal digits. O(digits).
Result<NumberValue> parse_number(std::string_view text, Span span, LiteralContext& context);

// The anatomy of a string or bytes literal, or of an f-string's start (whose body is empty).
struct StringLiteral {
    bool raw = false;
    bool bytes = false;
    bool format = false;  // f-string
    bool unicode = false; // u prefix: the ast module's kind 'u'
    char quote = '\'';
    std::uint8_t quote_size = 1;
    std::uint32_t body_start = 0; // index of the body in the token's text
    std::string_view body;        // between the quotes
};

// `text` is the whole text of a String, Bytes or FStringStart token.
StringLiteral split_string_literal(std::string_view text);

// Text of a str literal as generalised UTF-8 (WTF-8, utf8.h): escapes can make lone surrogates, which are encoded in
// three bytes each, also where two of them would form a pair ("\ud83d\ude00" is two characters, as in CPython). Without
// escapes it is the source's own text, uncopied.
struct DecodedString {
    std::string_view text;
    bool has_surrogates = false;
};

// The value of a String token. Errors: "(unicode error) 'unicodeescape' codec can't decode bytes in position …". Warns
// of invalid escapes, once per literal.
Result<DecodedString> decode_string(std::string_view text, Span span, LiteralContext& context);

// The value of a Bytes token: any bytes. Errors: characters outside ASCII, "(value error) invalid \x escape at position
// …". Warns as above.
Result<std::string_view> decode_bytes(std::string_view text, Span span, LiteralContext& context);

// The value of an FStringMiddle token of an f-string that is `raw` or not. Errors are reported at `error_span`: CPython
// decodes when it has seen the whole f-string and points at its end; warnings concern the line of `span`.
Result<DecodedString> decode_fstring_text(std::string_view text, bool raw, Span span, Span error_span,
                                          LiteralContext& context);

// The text that f"{expression = }" shows: the source from behind the '{' to the ':', '!' or '}', comments left out.
std::string_view debug_expression_text(std::string_view source_slice, Arena& arena);

} // namespace mp
