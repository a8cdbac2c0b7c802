#include "interp/syntax/literals.h"

#include <cmath>
#include <string>

#include <gtest/gtest.h>

// Values and messages are CPython 3.13's.
namespace mp {
namespace {

struct Decoder {
    explicit Decoder(std::string_view literal)
        : source(SourceText::from_utf8(literal, "t.py", error).take()),
          text(source.text().substr(0, source.text().size() - !source.ended_in_newline())),
          span{0, static_cast<std::uint32_t>(text.size())} {}

    LiteralContext context() { return {source, arena, warnings, error}; }

    SyntaxDiagnostic error;
    SourceText source;
    std::string_view text;
    Span span;
    Arena arena;
    SyntaxWarnings warnings;
};

NumberValue number(std::string_view literal) {
    Decoder decoder(literal);
    LiteralContext context = decoder.context();
    auto value = parse_number(decoder.text, decoder.span, context);
    EXPECT_TRUE(value) << decoder.error.message;
    return value.take();
}

std::string string_value(std::string_view literal) {
    Decoder decoder(literal);
    LiteralContext context = decoder.context();
    auto value = decode_string(decoder.text, decoder.span, context);
    return value ? std::string(value.take().text) : decoder.error.message;
}

std::string bytes_value(std::string_view literal) {
    Decoder decoder(literal);
    LiteralContext context = decoder.context();
    auto value = decode_bytes(decoder.text, decoder.span, context);
    return value ? std::string(value.take()) : decoder.error.message;
}

std::string warnings_of(std::string_view literal) {
    Decoder decoder(literal);
    LiteralContext context = decoder.context();
    bool bytes = split_string_literal(decoder.text).bytes;
    EXPECT_TRUE(bytes ? bool(decode_bytes(decoder.text, decoder.span, context))
                      : bool(decode_string(decoder.text, decoder.span, context)));
    std::string all;
    for (const SyntaxWarning& warning : decoder.warnings) all += warning.message + ';';
    return all;
}

std::string unicode_error(const char* place_and_reason) {
    return std::string("(unicode error) 'unicodeescape' codec can't decode bytes in position ") + place_and_reason;
}

TEST(Numbers, SmallIntegers) {
    EXPECT_EQ(number("0").integer, 0);
    EXPECT_EQ(number("0_0").integer, 0);
    EXPECT_EQ(number("1_000").integer, 1000);
    EXPECT_EQ(number("0xFf_0").integer, 0xFF0);
    EXPECT_EQ(number("0O17").integer, 15);
    EXPECT_EQ(number("0b_101").integer, 5);
    EXPECT_EQ(number("9223372036854775807").integer, INT64_MAX);
    EXPECT_EQ(number("0x0000000000000000000000001").integer, 1);
}

TEST(Numbers, BigIntegers) {
    Decoder decoder("0xFFFF_FFFF_FFFF_FFFF");
    LiteralContext context = decoder.context();
    NumberValue value = parse_number(decoder.text, decoder.span, context).take();
    EXPECT_EQ(value.kind, NumberValue::Kind::BigInt);
    EXPECT_EQ(value.base, 16);
    EXPECT_EQ(value.digits, "FFFFFFFFFFFFFFFF");
    Decoder decimal("9223372036854775808");
    LiteralContext decimal_context = decimal.context();
    value = parse_number(decimal.text, decimal.span, decimal_context).take();
    EXPECT_EQ(value.base, 10);
    EXPECT_EQ(value.digits, "9223372036854775808");
}

TEST(Numbers, TooManyDigits) {
    Decoder decoder(std::string(4301, '1'));
    LiteralContext context = decoder.context();
    EXPECT_FALSE(parse_number(decoder.text, decoder.span, context));
    EXPECT_EQ(decoder.error.message,
              "Exceeds the limit (4300 digits) for integer string conversion: value has 4301 digits; use "
              "sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals to "
              "avoid decimal conversion limits.");
    context.most_int_digits = 0;
    EXPECT_TRUE(parse_number(decoder.text, decoder.span, context));
    Decoder hexadecimal("0x" + std::string(5000, '1'));
    LiteralContext unlimited = hexadecimal.context();
    EXPECT_TRUE(parse_number(hexadecimal.text, hexadecimal.span, unlimited));
}

TEST(Numbers, Floats) {
    EXPECT_EQ(number("0.1").real, 0.1);
    EXPECT_EQ(number("1_0.0_1e-0_1").real, 1.001);
    EXPECT_EQ(number("5.").real, 5.0);
    EXPECT_EQ(number(".5").real, 0.5);
    EXPECT_EQ(number("5.e+3").real, 5000.0);
    EXPECT_EQ(number("9007199254740993.0").real, 9007199254740992.0);
    EXPECT_EQ(number("1e400").real, INFINITY);
    EXPECT_EQ(number("1e-400").real, 0.0);
    EXPECT_EQ(number("5e-324").real, 5e-324);
    EXPECT_EQ(number("0e999999999999999999999").real, 0.0);
    EXPECT_EQ(number("1e999999999999999999999").real, INFINITY);
    EXPECT_EQ(number("1e-999999999999999999999").real, 0.0);
    EXPECT_EQ(number("0." + std::string(400, '0') + "1e401").real, 1.0);
    EXPECT_EQ(number("0." + std::string(400, '0') + "1").real, 0.0);
    EXPECT_EQ(number("1" + std::string(400, '0') + ".0").real, INFINITY);
    EXPECT_EQ(number("1.5").kind, NumberValue::Kind::Float);
}

TEST(Numbers, Imaginary) {
    EXPECT_EQ(number("1_0j").kind, NumberValue::Kind::Imaginary);
    EXPECT_EQ(number("1_0j").real, 10.0);
    EXPECT_EQ(number("1e5J").real, 100000.0);
    EXPECT_EQ(number("012j").real, 12.0);
}

TEST(Strings, Anatomy) {
    StringLiteral literal = split_string_literal("Rb\"\"\"x\"\"\"");
    EXPECT_TRUE(literal.raw && literal.bytes && !literal.format);
    EXPECT_EQ(literal.quote_size, 3);
    EXPECT_EQ(literal.body, "x");
    EXPECT_EQ(split_string_literal("''").body, "");
    EXPECT_EQ(split_string_literal("''''''").body, "");
    EXPECT_TRUE(split_string_literal("u''").unicode);
    EXPECT_EQ(split_string_literal("f'''").quote_size, 3);
    EXPECT_EQ(split_string_literal("rf'").body_start, 3u);
}

TEST(Strings, WithoutEscapesNothingIsCopied) {
    Decoder decoder("'abc\u00E9'");
    LiteralContext context = decoder.context();
    EXPECT_EQ(decode_string(decoder.text, decoder.span, context).take().text.data(), decoder.text.data() + 1);
}

TEST(Strings, Escapes) {
    EXPECT_EQ(string_value(R"('\a\b\f\n\r\t\v\\\'\"')"), "\a\b\f\n\r\t\v\\'\"");
    EXPECT_EQ(string_value(R"('\x41\u20ac\U0001F600')"), "A\u20AC\U0001F600");
    EXPECT_EQ(string_value(R"('\0')"), std::string(1, '\0'));
    EXPECT_EQ(string_value(R"('\08\1234\377')"), std::string("\0"
                                                             "8S4\u00FF",
                                                             6));
    EXPECT_EQ(string_value("'a\\\nb'"), "ab");
    EXPECT_EQ(string_value(R"(r'\n')"), "\\n");
    EXPECT_EQ(string_value("'\\\u00E9'"), "\\\u00E9");
    EXPECT_EQ(string_value(R"('\400')"), "\u0100");
}

TEST(Strings, LoneSurrogatesAreKept) {
    Decoder decoder(R"('\ud83d\ude00')");
    LiteralContext context = decoder.context();
    DecodedString value = decode_string(decoder.text, decoder.span, context).take();
    EXPECT_TRUE(value.has_surrogates);
    EXPECT_EQ(value.text, "\xED\xA0\xBD\xED\xB8\x80") << "two characters";
}

TEST(Strings, WrongEscapes) {
    EXPECT_EQ(string_value(R"('\x1')"), unicode_error("0-2: truncated \\xXX escape"));
    EXPECT_EQ(string_value(R"('\xg')"), unicode_error("0-1: truncated \\xXX escape"));
    EXPECT_EQ(string_value(R"('\u123g')"), unicode_error("0-4: truncated \\uXXXX escape"));
    EXPECT_EQ(string_value(R"('\U0011')"), unicode_error("0-5: truncated \\UXXXXXXXX escape"));
    EXPECT_EQ(string_value(R"('\UFFFFFFFF')"), unicode_error("0-9: illegal Unicode character"));
    EXPECT_EQ(string_value(R"('\N')"), unicode_error("0-1: malformed \\N character escape"));
    EXPECT_EQ(string_value(R"('\N{}')"), unicode_error("0-2: malformed \\N character escape"));
    EXPECT_EQ(string_value(R"('\N{a')"), unicode_error("0-3: malformed \\N character escape"));
    EXPECT_EQ(string_value(R"('\N{FOO BAR}')"), unicode_error("0-10: unknown Unicode character name"));
}

TEST(Strings, PositionsCountAsCPythonRewritesThem) {
    EXPECT_EQ(string_value("'\u00E9\\xg'"), unicode_error("10-11: truncated \\xXX escape"));
    EXPECT_EQ(string_value("'\\\u00E9\\xg'"), unicode_error("16-17: truncated \\xXX escape"));
    EXPECT_EQ(string_value("'a\\n\\xg'"), unicode_error("3-4: truncated \\xXX escape"));
}

TEST(Strings, NamesComeFromAHook) {
    Decoder decoder(R"('\N{BULLET}!')");
    LiteralContext context = decoder.context();
    context.character_named = [](std::string_view name) -> std::optional<char32_t> {
        if (name == "BULLET") return U'\u2022';
        return std::nullopt;
    };
    EXPECT_EQ(decode_string(decoder.text, decoder.span, context).take().text, "\u2022!");
}

TEST(Strings, InvalidEscapesWarnOnce) {
    EXPECT_EQ(warnings_of(R"('\d\q')"), "invalid escape sequence '\\d';");
    EXPECT_EQ(warnings_of(R"('\400\d')"), "invalid octal escape sequence '\\400';");
    EXPECT_EQ(warnings_of(R"(b'\400\d')"), "invalid octal escape sequence '\\400';");
    EXPECT_EQ(warnings_of(R"(b'\u1234')"), "invalid escape sequence '\\u';");
    EXPECT_EQ(warnings_of(R"(r'\d')"), "");
    EXPECT_EQ(string_value(R"('\d')"), "\\d");
}

TEST(Bytes, Values) {
    EXPECT_EQ(bytes_value(R"(b'a\xff\0\n\401')"), std::string("a\xFF\0\n\x01", 5));
    EXPECT_EQ(bytes_value(R"(rb'\x')"), "\\x");
    EXPECT_EQ(bytes_value("b'\u00E9'"), "bytes can only contain ASCII literal characters");
    EXPECT_EQ(bytes_value(R"(b'ab\xg1')"), "(value error) invalid \\x escape at position 2");
    EXPECT_EQ(bytes_value(R"(b'\x1')"), "(value error) invalid \\x escape at position 0");
}

TEST(FStringText, DecodesPieces) {
    Decoder decoder("f'a\\{x}\\n'");
    LiteralContext context = decoder.context();
    Span end{9, 10};
    auto piece = [&](std::string_view text, bool raw) {
        return std::string(decode_fstring_text(text, raw, {2, 4}, end, context).take().text);
    };
    EXPECT_EQ(piece("a\\", false), "a\\");
    EXPECT_EQ(piece("\\n", false), "\n");
    EXPECT_EQ(piece("\\n", true), "\\n");
    EXPECT_EQ(piece("\\{", false), "\\{");
    EXPECT_TRUE(decoder.warnings.empty()) << "the scanner warns of \\{";
    EXPECT_FALSE(decode_fstring_text("\\x", false, {2, 4}, end, context));
    EXPECT_EQ(decoder.error.offset, 10);
}

TEST(FStringText, DebugExpressions) {
    Arena arena;
    EXPECT_EQ(debug_expression_text(" x + 1 = ", arena), " x + 1 = ");
    EXPECT_EQ(debug_expression_text("x # why\n = ", arena), "x \n = ");
}

} // namespace
} // namespace mp
