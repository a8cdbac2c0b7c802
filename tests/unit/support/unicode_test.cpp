#include "interp/support/unicode.h"

#include <gtest/gtest.h>

namespace mp::unicode {
namespace {

std::u32string all(CaseMapping mapping) { return {mapping.begin(), mapping.end()}; }

TEST(Unicode, AsciiAndLatin1) {
    EXPECT_TRUE(is_xid_start('_'));
    EXPECT_FALSE(is_xid_start('1'));
    EXPECT_TRUE(is_xid_continue('1'));
    EXPECT_TRUE(is_xid_start(U'é'));
    EXPECT_FALSE(is_xid_continue(U'²'));
    EXPECT_TRUE(is_xid_continue(U'·'));
    EXPECT_FALSE(is_printable(0xA0));
    EXPECT_FALSE(is_printable(0x7F));
    EXPECT_TRUE(is_printable(' '));
    EXPECT_TRUE(is_space(0x1F));
    EXPECT_TRUE(is_space(0x85));
    EXPECT_TRUE(is_lower(U'ª'));
    EXPECT_TRUE(is_digit(U'²'));
    EXPECT_FALSE(is_decimal(U'²'));
    EXPECT_TRUE(is_numeric(U'½'));
    EXPECT_EQ(digit_value(U'³'), 3);
    EXPECT_EQ(decimal_value('7'), 7);
    EXPECT_STREQ(category('$'), "Sc");
    EXPECT_STREQ(category(U'«'), "Pi");
}

TEST(Unicode, CaseOfOneCharacterCanBeSeveral) {
    EXPECT_EQ(all(to_upper(U'ß')), U"SS");
    EXPECT_EQ(all(to_title(U'ß')), U"Ss");
    EXPECT_EQ(all(case_fold(U'ß')), U"ss");
    EXPECT_EQ(all(to_lower(U'İ')), U"i\u0307");
    EXPECT_EQ(all(to_upper(U'ÿ')), U"Ÿ");
    EXPECT_EQ(all(to_upper(U'ﬃ')), U"FFI");
    EXPECT_EQ(all(to_title(U'ﬃ')), U"Ffi");
    EXPECT_EQ(all(to_upper(U'é')), U"É");
    EXPECT_EQ(all(to_lower('A')), U"a");
}

TEST(Unicode, FinalSigma) {
    auto final_at = [](std::u32string_view text, std::size_t index) {
        return is_final_sigma([&](std::size_t i) { return text[i]; }, index, text.size());
    };
    EXPECT_TRUE(final_at(U"ab\u03A3", 2));
    EXPECT_TRUE(final_at(U"a'\u03A3.", 2));
    EXPECT_FALSE(final_at(U"a\u03A3b", 1));
    EXPECT_FALSE(final_at(U"\u03A3", 0));
    EXPECT_FALSE(final_at(U"1\u03A3", 1));
}

TEST(Unicode, LineBreaks) {
    for (char32_t c : std::u32string(U"\n\v\f\r\x1C\x1D\x1E\x85\u2028\u2029")) EXPECT_TRUE(is_line_break(c));
    EXPECT_FALSE(is_line_break(0x1F));
}

#ifdef MINIPY_WITH_UTF8PROC
TEST(Unicode, BeyondLatin1) {
    EXPECT_TRUE(is_xid_start(U'ℼ'));
    EXPECT_TRUE(is_xid_start(U'℘'));
    EXPECT_FALSE(is_xid_start(0x37A));
    EXPECT_TRUE(is_xid_continue(0x387));
    EXPECT_FALSE(is_xid_start(U'€'));
    EXPECT_FALSE(is_printable(0xFEFF));
    EXPECT_FALSE(is_printable(0xD800));
    EXPECT_FALSE(is_printable(0x3000));
    EXPECT_TRUE(is_space(0x3000));
    EXPECT_TRUE(is_numeric(U'万'));
    EXPECT_TRUE(is_upper(U'Ⅷ'));
    EXPECT_TRUE(is_title(U'ǅ'));
    EXPECT_EQ(decimal_value(U'٣'), 3);
    EXPECT_EQ(decimal_value(0x1D7FF), 9);
    EXPECT_EQ(digit_value(U'⑨'), 9);
    EXPECT_EQ(all(to_title(U'ǆ')), U"ǅ");
    EXPECT_EQ(all(case_fold(U'ΐ')), U"\u03B9\u0308\u0301");
    EXPECT_EQ(display_width(U'漢'), 2);
    EXPECT_EQ(combining_class(0x301), 230);
}

TEST(Unicode, NormalForms) {
    EXPECT_EQ(nfkc("\uFF46\uFF4F\uFF4F"), "foo");
    EXPECT_EQ(nfkc("\u2131"), "F");
    EXPECT_EQ(normalise("e\u0301", NormalForm::NFC), "\u00E9");
    EXPECT_EQ(normalise("\u00E9", NormalForm::NFD), "e\u0301");
    EXPECT_EQ(normalise("\uFDFA", NormalForm::NFKD).size(), 33u); // one character becomes eighteen
    EXPECT_EQ(normalise("", NormalForm::NFC), "");
}
#endif

} // namespace
} // namespace mp::unicode
