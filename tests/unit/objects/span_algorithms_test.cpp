// Algorithms over spans: edges that the methods' scripts do not reach.
#include "objects/buffer/span_algorithms.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace mp {
namespace {

ByteSpan bytes(const std::string& text) { return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}; }

std::string hex(const std::string& text, int separator, std::int64_t group) {
    std::string result(static_cast<std::size_t>(hex_size(static_cast<std::int64_t>(text.size()), separator, group)),
                       '?');
    write_hex(result.data(), bytes(text), separator, group);
    return result;
}

TEST(SpanAlgorithms, HexGroups) {
    EXPECT_EQ(hex("", ':', 1), "");
    EXPECT_EQ(hex("a", ':', 1), "61");
    EXPECT_EQ(hex("abc", ':', 1), "61:62:63");
    EXPECT_EQ(hex("abcde", '-', 2), "61-6263-6465");
    EXPECT_EQ(hex("abcde", '-', -2), "6162-6364-65");
    EXPECT_EQ(hex("abcd", '-', 2), "6162-6364");
    EXPECT_EQ(hex("abcd", '-', -4), "61626364");
    EXPECT_EQ(hex("abcd", '-', 100), "61626364");
    EXPECT_EQ(hex("abcd", no_separator, 1), "61626364");
    EXPECT_EQ(hex("ab", 0, 1), std::string("61\0"
                                           "62",
                                           5));
    EXPECT_EQ(hex("abcd", '-', 0), "61626364");
    EXPECT_EQ(hex("abcd", '-', INT64_MIN), "61626364");
    EXPECT_EQ(hex_size(INT64_MAX / 2 + 1, 0, 0), -1);
    EXPECT_EQ(hex_size(INT64_MAX / 2, ':', 1), -1);
}

TEST(SpanAlgorithms, HexIsReadWithSpaceBetweenPairs) {
    std::uint8_t out[8];
    std::int64_t size;
    EXPECT_EQ(read_hex(out, bytes(" 0aFf\t\n10 "), size), -1);
    EXPECT_EQ(std::vector<std::uint8_t>(out, out + size), (std::vector<std::uint8_t>{0x0A, 0xFF, 0x10}));
    EXPECT_EQ(read_hex(out, bytes("0"), size), 1);
    EXPECT_EQ(read_hex(out, bytes("0 1"), size), 1);
    EXPECT_EQ(read_hex(out, bytes("00x0"), size), 2);
    EXPECT_EQ(read_hex(out, std::span<const char32_t>(U"0\U0001F600", 2), size), 1);
}

TEST(SpanAlgorithms, RepetitionFillsInDoublingSteps) {
    for (const std::string& unit : {std::string("x"), std::string("ab"), std::string("abcdefg")})
        for (std::int64_t count = 0; count < 40; ++count) {
            std::string expected, result(unit.size() * static_cast<std::size_t>(count), '?');
            for (std::int64_t i = 0; i < count; ++i) expected += unit;
            repeat_into(reinterpret_cast<std::uint8_t*>(result.data()), bytes(unit), count);
            ASSERT_EQ(result, expected);
        }
}

TEST(SpanAlgorithms, RepetitionInPlace) {
    std::string buffer = "abc?????????";
    repeat_into(reinterpret_cast<std::uint8_t*>(buffer.data()), bytes(buffer).first(3), 4);
    EXPECT_EQ(buffer, "abcabcabcabc");
}

TEST(SpanAlgorithms, TabsThatDoNotFit) {
    EXPECT_EQ(expanded_size(bytes("a\tb"), 8), 9);
    EXPECT_EQ(expanded_size(bytes("\t\t\t"), INT64_MAX / 2), -1);
    EXPECT_EQ(expanded_size(bytes("a\tb"), 0), 2);
    EXPECT_EQ(expanded_size(bytes("a\tb"), -5), 2);
}

TEST(SpanAlgorithms, ReplacingBetweenWidths) {
    const std::u16string hay = u"a1b1";
    const std::u16string what = u"1";
    const std::u32string with = U"\U0001F600!";
    char32_t out[6];
    replace_into(out, std::span<const char16_t>(hay), std::span<const char16_t>(what), std::span<const char32_t>(with),
                 2);
    EXPECT_EQ(std::u32string(out, 6), U"a\U0001F600!b\U0001F600!");
}

std::vector<std::string> lines(const std::string& text, bool keep_ends) {
    std::vector<std::string> result;
    (void)split_lines(
        bytes(text), keep_ends, bytes_ctype::is_line_break, [&](std::int64_t start, std::int64_t end) -> Result<void> {
            result.push_back(text.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(end - start)));
            return ok;
        });
    return result;
}

TEST(SpanAlgorithms, LinesEndAtBreaksOnly) {
    EXPECT_EQ(lines("", false), (std::vector<std::string>{}));
    EXPECT_EQ(lines("a", false), (std::vector<std::string>{"a"}));
    EXPECT_EQ(lines("a\r\n\rb\n", true), (std::vector<std::string>{"a\r\n", "\r", "b\n"}));
    EXPECT_EQ(lines("\r", false), (std::vector<std::string>{""}));
}

TEST(SpanAlgorithms, AnEmitterMayStop) {
    int seen = 0;
    const auto result = split_on(bytes("a,b,c"), bytes(","), -1, [&](std::int64_t, std::int64_t) -> Result<void> {
        if (++seen == 2) return raised;
        return ok;
    });
    EXPECT_TRUE(result.is_raised());
    EXPECT_EQ(seen, 2);
}

TEST(SpanAlgorithms, CaseOfBytesBeyondAsciiStays) {
    std::string text;
    for (int c = 0; c < 256; ++c) text += static_cast<char>(c);
    std::string lower(256, 0), upper(256, 0), swapped(256, 0);
    bytes_to_lower(reinterpret_cast<std::uint8_t*>(lower.data()), bytes(text));
    bytes_to_upper(reinterpret_cast<std::uint8_t*>(upper.data()), bytes(text));
    bytes_swap_case(reinterpret_cast<std::uint8_t*>(swapped.data()), bytes(text));
    for (int c = 0; c < 256; ++c) {
        const bool is_upper = c >= 'A' && c <= 'Z', is_lower = c >= 'a' && c <= 'z';
        EXPECT_EQ(static_cast<unsigned char>(lower[static_cast<std::size_t>(c)]), is_upper ? c + 32 : c);
        EXPECT_EQ(static_cast<unsigned char>(upper[static_cast<std::size_t>(c)]), is_lower ? c - 32 : c);
        EXPECT_EQ(static_cast<unsigned char>(swapped[static_cast<std::size_t>(c)]), is_upper   ? c + 32
                                                                                    : is_lower ? c - 32
                                                                                               : c);
    }
}

} // namespace
} // namespace mp
