#pragma once
// Tokens: what the scanner gives the parser.
#include <cstdint>
#include <string_view>

#include "interp/support/source.h"

namespace mp {

enum class TokenKind : std::uint8_t {
#define TOKEN(kind, description) kind,
#define PUNCTUATOR(kind, spelling) kind,
#define KEYWORD(kind, spelling) kind,
#include "interp/syntax/tokens.def"
};

// Plain data; `text` points into the source text, or into the scanner's arena for names that NFKC changed (PEP 3131).
//
//   Name            text is the normalised name; span is where it stands
//   String, Bytes   text is the whole literal with prefix and quotes (literals.h decodes it); its lines may be several
//   FStringStart    text is prefix and opening quotes, e.g. rf"""
//   FStringMiddle   a literal part, undecoded, never empty. A doubled brace ends it: the first brace is its last
//                   character, the second is in no token (so "a{{b" gives "a{" and "b"). So does the '}' of \N{NAME}.
//                   Also the literal parts of a format spec, where braces do not double.
//   FStringEnd      the closing quotes
//   LeftBrace, Exclamation, Equal, Colon, RightBrace
//                   the inside of a replacement field; between them are ordinary expression tokens
//   Newline         the '\n' that ends a logical line (or the end of the text)
//   Indent, Dedent  Indent covers the whitespace; Dedent is empty and stands before the first token of its line
//   Unknown         one of $ ? ` <> in code: no grammar rule takes it, which makes it "invalid syntax"
//   EndMarker       empty, at the end of the text; next() gives it forever
//   Error           Scanner::error() says why; next() gives it forever
struct Token {
    TokenKind kind = TokenKind::EndMarker;
    std::uint32_t line = 0; // where it starts, from 1
    Span span;
    std::string_view text;

    bool is(TokenKind wanted) const { return kind == wanted; }
    // A Name spelled so: how soft keywords (match, case, type, _) are recognised.
    bool is_name(std::string_view spelling) const { return kind == TokenKind::Name && text == spelling; }
};

constexpr bool is_keyword(TokenKind kind) { return kind >= TokenKind::KwFalse; }
constexpr bool is_punctuator(TokenKind kind) { return kind >= TokenKind::LeftParen && kind < TokenKind::KwFalse; }

// The spelling of punctuators and keywords, a description ("name", "newline") of the others.
std::string_view token_spelling(TokenKind kind);

// The enumerator's name, "LeftParen": for snapshots.
std::string_view token_kind_name(TokenKind kind);

// The keyword's kind, or Name.
TokenKind keyword_kind(std::string_view name);

} // namespace mp
