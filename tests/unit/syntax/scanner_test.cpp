#include "interp/syntax/scanner.h"

#include <string>

#include <gtest/gtest.h>

// Messages and places are what CPython 3.13's compile() reports for the same text.
namespace mp {
namespace {

// A text and its tokens, or the error and warnings met on the way.
struct Scanned {
    explicit Scanned(std::string_view text) {
        SyntaxDiagnostic load_error;
        auto loaded = SourceText::from_utf8(text, "t.py", load_error);
        if (!loaded) {
            ADD_FAILURE() << load_error.message;
            return;
        }
        SourceText source = loaded.take();
        Arena arena;
        Scanner scanner(source, arena, warnings);
        for (;;) {
            Token token = scanner.next();
            if (token.kind == TokenKind::Error) {
                error = scanner.error();
                EXPECT_EQ(scanner.next().kind, TokenKind::Error) << "an error stays";
                return;
            }
            if (!tokens.empty()) tokens += ' ';
            tokens += show(token);
            EXPECT_EQ(token.line, source.line_of(token.span.start)) << token.text;
            if (token.kind == TokenKind::EndMarker) {
                EXPECT_EQ(scanner.next().kind, TokenKind::EndMarker) << "the end stays";
                return;
            }
        }
    }

    static std::string show(const Token& token) {
        std::string text(token.text);
        switch (token.kind) {
        case TokenKind::EndMarker: return "$";
        case TokenKind::Newline: return "NL";
        case TokenKind::Indent: return ">>";
        case TokenKind::Dedent: return "<<";
        case TokenKind::FStringStart: return "F[" + text;
        case TokenKind::FStringMiddle: return "M(" + text + ')';
        case TokenKind::FStringEnd: return text + "]F";
        case TokenKind::Number: return "#" + text;
        case TokenKind::Unknown: return "unknown:" + text;
        default: break;
        }
        if (is_keyword(token.kind)) return "%" + text;
        if (is_punctuator(token.kind)) {
            EXPECT_EQ(text, token_spelling(token.kind));
        }
        return text;
    }

    std::string tokens;
    SyntaxDiagnostic error;
    SyntaxWarnings warnings;
};

std::string tokens_of(std::string_view text) {
    Scanned scanned(text);
    EXPECT_FALSE(scanned.error.raised()) << scanned.error.message;
    return scanned.tokens;
}

// "message @line:offset", with "-end" where the error has a range.
std::string error_of(std::string_view text) {
    SyntaxDiagnostic error = Scanned(text).error;
    std::string shown = error.message + " @" + std::to_string(error.lineno) + ':' + std::to_string(error.offset);
    if (error.end_offset > error.offset) shown += '-' + std::to_string(error.end_offset);
    return error.kind == SyntaxErrorKind::SyntaxError ? shown : exception_name(error.kind) + (": " + shown);
}

TEST(Scanner, NamesKeywordsAndSoftKeywords) {
    EXPECT_EQ(tokens_of("if x or not_ None match case type _"), "%if x %or not_ %None match case type _ NL $");
    EXPECT_EQ(tokens_of(""), "$");
    EXPECT_EQ(tokens_of("\n\n  # only comments\n"), "$");
}

TEST(Scanner, EveryKeywordIsFound) {
    for (int i = 0; i < 256; ++i) {
        auto kind = static_cast<TokenKind>(i);
        if (kind > TokenKind::KwYield) break;
        if (is_keyword(kind)) {
            EXPECT_EQ(keyword_kind(token_spelling(kind)), kind);
        }
    }
    EXPECT_EQ(keyword_kind("iff"), TokenKind::Name);
    EXPECT_EQ(keyword_kind("nonlocally"), TokenKind::Name);
}

TEST(Scanner, UnicodeNamesAreNormalised) {
    EXPECT_EQ(tokens_of("\uFF46\uFF4F\uFF4F = \u00E9t\u00E9"), "foo = \u00E9t\u00E9 NL $");
    EXPECT_EQ(tokens_of("\uFF49\uFF46"), "if NL $") << "a name, not the keyword";
    EXPECT_EQ(error_of("x = 5\u20AC"), "invalid character '\u20AC' (U+20AC) @1:6");
    EXPECT_EQ(error_of("x\u00A0y"), "invalid non-printable character U+00A0 @1:2");
    EXPECT_EQ(error_of("\u00E91 = \u20AC"), "invalid character '\u20AC' (U+20AC) @1:6");
    EXPECT_EQ(error_of("a\x07z"), "invalid non-printable character U+0007 @1:2");
    EXPECT_EQ(error_of("\xF0\x9F\x98\x80"), "invalid character '\xF0\x9F\x98\x80' (U+1F600) @1:1");
}

TEST(Scanner, LongestOperatorWins) {
    EXPECT_EQ(tokens_of("a**=b//=c>>=d<<=e->f:=g...h!=i"), "a **= b //= c >>= d <<= e -> f := g ... h != i NL $");
    EXPECT_EQ(tokens_of("x..y"), "x . . y NL $");
    EXPECT_EQ(tokens_of("a<>b ? $ `"), "a unknown:<> b unknown:? unknown:$ unknown:` NL $");
    EXPECT_EQ(tokens_of("a ! b"), "a ! b NL $");
}

TEST(Scanner, Numbers) {
    EXPECT_EQ(tokens_of("0 00 0_0 1_000 0xFf_0 0o17 0b_1 1. .5 1.5e-3 1e5 1j 08.5 012j 1_0.0_1e1_0J"),
              "#0 #00 #0_0 #1_000 #0xFf_0 #0o17 #0b_1 #1. #.5 #1.5e-3 #1e5 #1j #08.5 #012j #1_0.0_1e1_0J NL $");
    EXPECT_EQ(tokens_of("1..real 1.e3.x"), "#1. . real #1.e3 . x NL $");
}

TEST(Scanner, WrongNumbers) {
    EXPECT_EQ(error_of("1a"), "invalid decimal literal @1:1");
    EXPECT_EQ(error_of("1__0"), "invalid decimal literal @1:2");
    EXPECT_EQ(error_of("1_"), "invalid decimal literal @1:2");
    EXPECT_EQ(error_of("1.5e"), "invalid decimal literal @1:3");
    EXPECT_EQ(error_of("1.5e+x"), "invalid decimal literal @1:5");
    EXPECT_EQ(error_of("1._5"), "invalid decimal literal @1:2");
    EXPECT_EQ(error_of("1ja"), "invalid imaginary literal @1:2");
    EXPECT_EQ(error_of("0xg"), "invalid hexadecimal literal @1:2");
    EXPECT_EQ(error_of("0xF_"), "invalid hexadecimal literal @1:4");
    EXPECT_EQ(error_of("0o18"), "invalid digit '8' in octal literal @1:4");
    EXPECT_EQ(error_of("0o"), "invalid octal literal @1:2");
    EXPECT_EQ(error_of("0b12"), "invalid digit '2' in binary literal @1:4");
    EXPECT_EQ(error_of("0b1_"), "invalid binary literal @1:4");
    const std::string zeros =
        "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers";
    EXPECT_EQ(error_of("0777"), zeros + " @1:1-2");
    EXPECT_EQ(error_of("x = 0_7"), zeros + " @1:5-7");
    EXPECT_EQ(error_of("07e"), "invalid decimal literal @1:2");
}

TEST(Scanner, KeywordAfterNumberWarns) {
    Scanned scanned("0xfor x\n1if 1else 2");
    EXPECT_EQ(scanned.tokens, "#0xf %or x NL #1 %if #1 %else #2 NL $");
    ASSERT_EQ(scanned.warnings.size(), 3u);
    EXPECT_EQ(scanned.warnings[0].message, "invalid hexadecimal literal");
    EXPECT_EQ(scanned.warnings[1].message, "invalid decimal literal");
    EXPECT_EQ(scanned.warnings[2].lineno, 2u);
    EXPECT_EQ(error_of("1 if 1elsex"), "invalid decimal literal @1:6");
}

TEST(Scanner, Strings) {
    EXPECT_EQ(tokens_of("''\"a'b\" R'\\d' u\"x\" bR'' Rb'' '''a'b''c''' \"\"\"\n\"\"\""),
              "'' \"a'b\" R'\\d' u\"x\" bR'' Rb'' '''a'b''c''' \"\"\"\n\"\"\" NL $");
    EXPECT_EQ(tokens_of("ub'' ur''"), "ub '' ur '' NL $");
    EXPECT_EQ(tokens_of("'a\\\nb' 'c\\'d' '\\\\'"), "'a\\\nb' 'c\\'d' '\\\\' NL $");
    EXPECT_EQ(tokens_of("''''''"), "'''''' NL $");
    EXPECT_EQ(tokens_of("'''\\''''"), "'''\\'''' NL $");
}

TEST(Scanner, UnterminatedStrings) {
    EXPECT_EQ(error_of("x = 'abc"), "unterminated string literal (detected at line 1) @1:5");
    EXPECT_EQ(error_of("'abc\\\ndef"), "unterminated string literal (detected at line 2) @1:1");
    EXPECT_EQ(error_of("rb'abc"), "unterminated string literal (detected at line 1) @1:1");
    EXPECT_EQ(error_of("x='a\\'b"),
              "unterminated string literal (detected at line 1); perhaps you escaped the end quote? @1:3");
    EXPECT_EQ(error_of("'''abc\n\nd"), "unterminated triple-quoted string literal (detected at line 3) @1:1");
    EXPECT_EQ(error_of("(\n'abc\n)"), "unterminated string literal (detected at line 2) @2:1");
    EXPECT_TRUE(Scanned("'''abc\n").error.incomplete);
    EXPECT_FALSE(Scanned("'abc\n").error.incomplete);
}

TEST(Scanner, Indentation) {
    EXPECT_EQ(tokens_of("if a:\n  b\n  if c:\n      d\ne"), "%if a : NL >> b NL %if c : NL >> d NL << << e NL $");
    EXPECT_EQ(tokens_of("if a:\n  b"), "%if a : NL >> b NL << $");
    EXPECT_EQ(tokens_of("if a:\n  b\n\n # comment\n      \n  c\n"), "%if a : NL >> b NL c NL << $");
    EXPECT_EQ(tokens_of("if a:\n  b\n\fc"), "%if a : NL >> b NL << c NL $");
    EXPECT_EQ(tokens_of("(a,\n   b,\n c)"), "( a , b , c ) NL $");
    EXPECT_EQ(tokens_of("if a:\n  \\\nb\n  c"), "%if a : NL >> b NL c NL << $")
        << "the backslash's column is the indentation";
}

TEST(Scanner, WrongIndentation) {
    EXPECT_EQ(error_of("if 1:\n  a\n b\n"),
              "IndentationError: unindent does not match any outer indentation level @3:3");
    EXPECT_EQ(error_of("if 1:\n\ta\n        b\n"), "TabError: inconsistent use of tabs and spaces in indentation @3:1");
    EXPECT_EQ(error_of("if 1:\n        a\n\tb\n"), "TabError: inconsistent use of tabs and spaces in indentation @3:1");
    std::string deep;
    for (int i = 0; i < 101; ++i) deep += std::string(static_cast<std::size_t>(i), ' ') + "if 1:\n";
    EXPECT_EQ(error_of(deep), "IndentationError: too many levels of indentation @101:1");
}

TEST(Scanner, LineContinuation) {
    EXPECT_EQ(tokens_of("a = \\\n  b\\\n\nc"), "a = b NL c NL $");
    EXPECT_EQ(error_of("a \\ b"), "unexpected character after line continuation character @1:4");
    EXPECT_EQ(error_of("x=1\na\\b"), "unexpected character after line continuation character @2:3");
    EXPECT_EQ(error_of("x = \\"), "unexpected EOF while parsing @1:6");
    EXPECT_EQ(error_of("\\\n\\\n"), "unexpected EOF while parsing @2:2");
    EXPECT_EQ(error_of("(1,\\\n"), "'(' was never closed @1:1");
}

TEST(Scanner, Brackets) {
    EXPECT_EQ(error_of("x)"), "unmatched ')' @1:2");
    EXPECT_EQ(error_of("(]"), "closing parenthesis ']' does not match opening parenthesis '(' @1:2");
    EXPECT_EQ(error_of("{\n]"), "closing parenthesis ']' does not match opening parenthesis '{' on line 1 @2:1");
    EXPECT_EQ(error_of("x = {\n 'a': [1,\n  (\n"), "'(' was never closed @3:3");
    EXPECT_EQ(tokens_of(std::string(200, '(') + std::string(200, ')')).size(), 400 * 2 + 4u);
    EXPECT_EQ(error_of(std::string(201, '(')), "too many nested parentheses @1:201");
}

TEST(Scanner, OpenBracketsAreKnown) {
    SyntaxDiagnostic error;
    SourceText source = SourceText::from_utf8("x = [\n(1", "t.py", error).take();
    Arena arena;
    SyntaxWarnings warnings;
    Scanner scanner(source, arena, warnings);
    EXPECT_EQ(scanner.innermost_open_bracket(), nullptr);
    for (int i = 0; i < 5; ++i) scanner.next();
    ASSERT_NE(scanner.innermost_open_bracket(), nullptr);
    EXPECT_EQ(scanner.open_bracket_count(), 2u);
    EXPECT_EQ(scanner.innermost_open_bracket()->bracket, '(');
    EXPECT_EQ(scanner.innermost_open_bracket()->line, 2u);
    EXPECT_EQ(scanner.innermost_open_bracket()->offset, 6u);
}

TEST(FStrings, TextAndFields) {
    EXPECT_EQ(tokens_of("f''"), "F[f' ']F NL $");
    EXPECT_EQ(tokens_of("f'a{x}b'"), "F[f' M(a) { x } M(b) ']F NL $");
    EXPECT_EQ(tokens_of("Rf'''{x}'''"), "F[Rf''' { x } ''']F NL $");
    EXPECT_EQ(tokens_of("f'{a!r:>{w}.{p}}'"), "F[f' { a ! r : M(>) { w } M(.) { p } } ']F NL $");
    EXPECT_EQ(tokens_of("f'{x = }'"), "F[f' { x = } ']F NL $");
    EXPECT_EQ(tokens_of("f'{x:}'"), "F[f' { x : } ']F NL $");
}

TEST(FStrings, DoubledBraces) {
    EXPECT_EQ(tokens_of("f'a{{b}}c'"), "F[f' M(a{) M(b}) M(c) ']F NL $");
    EXPECT_EQ(tokens_of("f'{{{x}}}'"), "F[f' M({) { x } M(}) ']F NL $");
}

TEST(FStrings, NestedQuotesAndLines) {
    EXPECT_EQ(tokens_of("f'{d['k']}'"), "F[f' { d [ 'k' ] } ']F NL $");
    EXPECT_EQ(tokens_of("f'{f'{f'{1}'}'}'"), "F[f' { F[f' { F[f' { #1 } ']F } ']F } ']F NL $");
    EXPECT_EQ(tokens_of("f'{\n x # comment\n}'"), "F[f' { x } ']F NL $");
    EXPECT_EQ(tokens_of("f'''a\n{b:\n}'''\nc"), "F[f''' M(a\n) { b : M(\n) } ''']F NL c NL $");
}

TEST(FStrings, ColonsAndComparisons) {
    EXPECT_EQ(tokens_of("f'{x:=5}'"), "F[f' { x : M(=5) } ']F NL $");
    EXPECT_EQ(tokens_of("f'{(x:=5)}'"), "F[f' { ( x := #5 ) } ']F NL $");
    EXPECT_EQ(tokens_of("f'{a!=b}'"), "F[f' { a != b } ']F NL $");
    EXPECT_EQ(tokens_of("f'{d[a:b]}'"), "F[f' { d [ a : b ] } ']F NL $");
    EXPECT_EQ(tokens_of("f'{a:{{}}}'"), "F[f' { a : { { } } } ']F NL $");
}

TEST(FStrings, Escapes) {
    EXPECT_EQ(tokens_of("f'\\'{a}\\\n'"), "F[f' M(\\') { a } M(\\\n) ']F NL $");
    EXPECT_EQ(tokens_of("f'\\N{DASH}{a}'"), "F[f' M(\\N{DASH}) { a } ']F NL $");
    EXPECT_EQ(tokens_of("rf'\\N{a}'"), "F[rf' M(\\N) { a } ']F NL $");
    Scanned brace("f'\\{a}'");
    EXPECT_EQ(brace.tokens, "F[f' M(\\) { a } ']F NL $");
    ASSERT_EQ(brace.warnings.size(), 1u);
    EXPECT_EQ(brace.warnings[0].message, "invalid escape sequence '\\{'");
    EXPECT_TRUE(Scanned("rf'\\{a}'").warnings.empty());
}

TEST(FStrings, Errors) {
    EXPECT_EQ(error_of("f'abc"), "unterminated f-string literal (detected at line 1) @1:1");
    EXPECT_EQ(error_of("x = f'''abc\nd"), "unterminated triple-quoted f-string literal (detected at line 2) @1:5");
    EXPECT_EQ(error_of("f'{a'"), "f-string: expecting '}' @1:5");
    EXPECT_EQ(error_of("f'''{a\n'''"), "f-string: expecting '}' @2:1");
    EXPECT_EQ(error_of("f'{\"'"), "unterminated string literal (detected at line 1) @1:4");
    EXPECT_EQ(error_of("f'}'"), "f-string: single '}' is not allowed @1:3");
    EXPECT_EQ(error_of("f'{a}}'"), "f-string: single '}' is not allowed @1:6");
    EXPECT_EQ(error_of("f'{a)}'"), "f-string: unmatched ')' @1:5");
    EXPECT_EQ(error_of("f'{(a}'"), "closing parenthesis '}' does not match opening parenthesis '(' @1:6");
    EXPECT_EQ(error_of("f'{#}'"), "'{' was never closed @1:3");
    EXPECT_EQ(error_of("f'{a:{b:{c:{d}}}}'"), "f-string: expressions nested too deeply @1:11");
    std::string nested;
    for (int i = 0; i < 150; ++i) nested += "f'{";
    EXPECT_EQ(error_of(nested), "too many nested f-strings @1:449");
}

} // namespace
} // namespace mp
