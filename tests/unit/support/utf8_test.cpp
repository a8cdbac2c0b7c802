#include "interp/support/utf8.h"

#include <gtest/gtest.h>

namespace mp {
namespace {

TEST(Utf8, EveryCharacterSurvives) {
    for (char32_t c = 0; c <= max_code_point; c += c < 0x3000 ? 1 : 97) {
        char bytes[4];
        unsigned size = utf8_encode(c, bytes);
        ASSERT_EQ(size, utf8_size(c));
        ASSERT_EQ(size, utf8_sequence_length(bytes[0]));
        const char* at = bytes;
        ASSERT_EQ(utf8_next(at), c);
        ASSERT_EQ(at, bytes + size);
        ASSERT_EQ(find_utf8_error({bytes, size}).has_value(), is_surrogate(c));
        ASSERT_FALSE(find_utf8_error({bytes, size}, 0, Surrogates::Allowed));
    }
}

TEST(Utf8, AsciiIsRecognised) {
    EXPECT_TRUE(is_ascii(""));
    EXPECT_TRUE(is_ascii("eleven char"));
    for (std::size_t at = 0; at < 20; ++at) {
        std::string text(20, 'a');
        text[at] = '\x80';
        EXPECT_FALSE(is_ascii(text)) << at;
    }
}

TEST(Utf8, Length) { EXPECT_EQ(utf8_length("a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80"), 4u); }

struct Bad {
    std::string_view bytes;
    std::size_t start, end;
    std::string_view reason;
};

// What bytes.decode() of CPython 3.13 says.
TEST(Utf8, ErrorsAsCPythonDelimitsThem) {
    const Bad cases[] = {
        {"\x80", 0, 1, "invalid start byte"},
        {"ab\xFF", 2, 3, "invalid start byte"},
        {"\xC0\x80", 0, 1, "invalid start byte"},
        {"\xC3", 0, 1, "unexpected end of data"},
        {"\xC3(", 0, 1, "invalid continuation byte"},
        {"\xE0\x80\x80", 0, 1, "invalid continuation byte"},
        {"\xE2\x82", 0, 2, "unexpected end of data"},
        {"\xE2\x82x", 0, 2, "invalid continuation byte"},
        {"\xED\xA0\x80", 0, 1, "invalid continuation byte"},
        {"\xF0\x9F\x98", 0, 3, "unexpected end of data"},
        {"\xF0\x8F\x80\x80", 0, 1, "invalid continuation byte"},
        {"\xF4\x90\x80\x80", 0, 1, "invalid continuation byte"},
        {"\xF5\x80\x80\x80", 0, 1, "invalid start byte"},
        {"0123456789\xC3\xA9\xA9", 12, 13, "invalid start byte"},
    };
    for (const Bad& bad : cases) {
        auto error = find_utf8_error(bad.bytes);
        ASSERT_TRUE(error) << bad.bytes;
        EXPECT_EQ(error->start, bad.start);
        EXPECT_EQ(error->end, bad.end);
        EXPECT_EQ(error->reason, bad.reason);
    }
}

} // namespace
} // namespace mp
