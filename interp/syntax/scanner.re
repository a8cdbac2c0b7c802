// The lexical rules of Python 3.13 (language reference 2). Source of scanner.generated.cpp: change this file, then run
// scripts/check-generated --write. re2c: -W --no-debug-info --no-generation-date
//
// The text ends in a 0 that occurs nowhere else, so no rule looks past the end. Rules match bytes; the text is valid
// UTF-8, and every byte of a character outside ASCII counts as a letter until the scanner looks closer.
//
// Strings are one rule each where they are terminated. Where they are not, a shorter rule matches (the opening quotes
// alone), and that is the error. A number that runs into a letter or digit matches as far as it is valid;
// examine_number() explains the rest.
#include "interp/syntax/lexemes.h"

namespace mp {

namespace {
constexpr Lexeme punctuator(TokenKind kind, const char* end) { return {Rule::Punctuator, kind, end}; }
} // namespace

Lexeme match_lexeme(const char* at) {
    const char* marker;
    /*!re2c
        re2c:define:YYCTYPE = "unsigned char";
        re2c:define:YYCURSOR = at;
        re2c:define:YYMARKER = marker;
        re2c:yyfill:enable = 0;

        digit = [0-9];
        digits = digit ("_"? digit)*;
        letter = [a-zA-Z_];
        unicode = [\x80-\xff];

        decimal_int = [1-9] ("_"? digit)* | "0" ("_"? "0")*;
        hex_int = "0" [xX] ("_"? [0-9a-fA-F])+;
        octal_int = "0" [oO] ("_"? [0-7])+;
        binary_int = "0" [bB] ("_"? [01])+;
        exponent = [eE] [+-]? digits;
        float = digits "." digits? exponent? | "." digits exponent? | digits exponent;
        imaginary = (float | digits) [jJ];

        any = [^\x00];
        single_body = ([^'\\\n\x00] | "\\" any)*;
        double_body = ([^"\\\n\x00] | "\\" any)*;
        triple_single_body = (("'" | "''")? ([^'\\\x00] | "\\" any))*;
        triple_double_body = (("\"" | "\"\"")? ([^"\\\x00] | "\\" any))*;
        quoted = "'" single_body "'" | "\"" double_body "\"";
        triple_quoted = "'''" triple_single_body "'''" | "\"\"\"" triple_double_body "\"\"\"";
        opening = "'" | "\"" | "'''" | "\"\"\"";
        str_prefix = [rR] | [uU];
        bytes_prefix = [bB] [rR]? | [rR] [bB];
        fstring_prefix = [fF] [rR]? | [rR] [fF];

        [ \t\f]+ | "#" [^\n\x00]* { return {Rule::Blank, TokenKind::Newline, at}; }
        "\n"   { return {Rule::Newline, TokenKind::Newline, at}; }
        "\\"   { return {Rule::Backslash, TokenKind::Error, at}; }
        "\x00" { return {Rule::EndOfText, TokenKind::EndMarker, at - 1}; }

        letter (letter | digit)*                       { return {Rule::Name, TokenKind::Name, at}; }
        (letter | unicode) (letter | digit | unicode)* { return {Rule::UnicodeName, TokenKind::Name, at}; }
        number = decimal_int | hex_int | octal_int | binary_int | float | imaginary;
        number { return {Rule::Number, TokenKind::Number, at}; }

        str_prefix? (quoted | triple_quoted)  { return {Rule::String, TokenKind::String, at}; }
        bytes_prefix (quoted | triple_quoted) { return {Rule::String, TokenKind::Bytes, at}; }
        (str_prefix? | bytes_prefix) opening  { return {Rule::UnterminatedString, TokenKind::Error, at}; }
        fstring_prefix opening                { return {Rule::FStringStart, TokenKind::FStringStart, at}; }

        "(" { return {Rule::OpenBracket, TokenKind::LeftParen, at}; }
        "[" { return {Rule::OpenBracket, TokenKind::LeftBracket, at}; }
        "{" { return {Rule::OpenBracket, TokenKind::LeftBrace, at}; }
        ")" { return {Rule::CloseBracket, TokenKind::RightParen, at}; }
        "]" { return {Rule::CloseBracket, TokenKind::RightBracket, at}; }
        "}" { return {Rule::CloseBracket, TokenKind::RightBrace, at}; }
        ":"  { return {Rule::Colon, TokenKind::Colon, at}; }
        ":=" { return {Rule::Colon, TokenKind::ColonEqual, at}; }

        ","   { return punctuator(TokenKind::Comma, at); }
        ";"   { return punctuator(TokenKind::Semicolon, at); }
        "."   { return punctuator(TokenKind::Dot, at); }
        "..." { return punctuator(TokenKind::Ellipsis, at); }
        "->"  { return punctuator(TokenKind::Arrow, at); }
        "!"   { return punctuator(TokenKind::Exclamation, at); }
        "="   { return punctuator(TokenKind::Equal, at); }
        "=="  { return punctuator(TokenKind::EqualEqual, at); }
        "!="  { return punctuator(TokenKind::NotEqual, at); }
        "<"   { return punctuator(TokenKind::Less, at); }
        "<="  { return punctuator(TokenKind::LessEqual, at); }
        ">"   { return punctuator(TokenKind::Greater, at); }
        ">="  { return punctuator(TokenKind::GreaterEqual, at); }
        "+"   { return punctuator(TokenKind::Plus, at); }
        "-"   { return punctuator(TokenKind::Minus, at); }
        "*"   { return punctuator(TokenKind::Star, at); }
        "**"  { return punctuator(TokenKind::DoubleStar, at); }
        "/"   { return punctuator(TokenKind::Slash, at); }
        "//"  { return punctuator(TokenKind::DoubleSlash, at); }
        "%"   { return punctuator(TokenKind::Percent, at); }
        "@"   { return punctuator(TokenKind::At, at); }
        "<<"  { return punctuator(TokenKind::LeftShift, at); }
        ">>"  { return punctuator(TokenKind::RightShift, at); }
        "&"   { return punctuator(TokenKind::Ampersand, at); }
        "|"   { return punctuator(TokenKind::Bar, at); }
        "^"   { return punctuator(TokenKind::Caret, at); }
        "~"   { return punctuator(TokenKind::Tilde, at); }
        "+="  { return punctuator(TokenKind::PlusEqual, at); }
        "-="  { return punctuator(TokenKind::MinusEqual, at); }
        "*="  { return punctuator(TokenKind::StarEqual, at); }
        "**=" { return punctuator(TokenKind::DoubleStarEqual, at); }
        "/="  { return punctuator(TokenKind::SlashEqual, at); }
        "//=" { return punctuator(TokenKind::DoubleSlashEqual, at); }
        "%="  { return punctuator(TokenKind::PercentEqual, at); }
        "@="  { return punctuator(TokenKind::AtEqual, at); }
        "<<=" { return punctuator(TokenKind::LeftShiftEqual, at); }
        ">>=" { return punctuator(TokenKind::RightShiftEqual, at); }
        "&="  { return punctuator(TokenKind::AmpersandEqual, at); }
        "|="  { return punctuator(TokenKind::BarEqual, at); }
        "^="  { return punctuator(TokenKind::CaretEqual, at); }

        // "<>" is a token that no rule of the grammar takes.
        [$?`] | "<>" { return punctuator(TokenKind::Unknown, at); }
        *            { return {Rule::Invalid, TokenKind::Error, at}; }
    */
}

const char* skip_plain_fstring_text(const char* at) {
    for (;;) {
        /*!re2c
            [^{}'"\\\n\x00]+ { return at; }
            *                { return at - 1; }
        */
    }
}

} // namespace mp
