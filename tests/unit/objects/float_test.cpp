// Floats as text and back.
#include "objects/types/number_text.h"

#include <bit>
#include <cmath>
#include <limits>
#include <random>

#include <gtest/gtest.h>

namespace mp {
namespace {

std::string repr_of(double value) {
    char buffer[40];
    return std::string(buffer, float_repr(value, buffer));
}

TEST(FloatRepr, LaysOutLikePython) {
    EXPECT_EQ(repr_of(0.0), "0.0");
    EXPECT_EQ(repr_of(-0.0), "-0.0");
    EXPECT_EQ(repr_of(100.0), "100.0");
    EXPECT_EQ(repr_of(0.1), "0.1");
    EXPECT_EQ(repr_of(1e15), "1000000000000000.0");
    EXPECT_EQ(repr_of(9999999999999998.0), "9999999999999998.0");
    EXPECT_EQ(repr_of(1e16), "1e+16");
    EXPECT_EQ(repr_of(1e-4), "0.0001");
    EXPECT_EQ(repr_of(1e-5), "1e-05");
    EXPECT_EQ(repr_of(1.5e300), "1.5e+300");
    EXPECT_EQ(repr_of(std::numeric_limits<double>::denorm_min()), "5e-324");
    EXPECT_EQ(repr_of(std::numeric_limits<double>::infinity()), "inf");
    EXPECT_EQ(repr_of(-std::numeric_limits<double>::infinity()), "-inf");
    EXPECT_EQ(repr_of(-std::numeric_limits<double>::quiet_NaN()), "nan");
}

TEST(FloatRepr, ReadsBackAndFits) {
    std::mt19937_64 random(1);
    for (int i = 0; i < 20000; ++i) {
        const auto value = std::bit_cast<double>(random());
        if (!std::isfinite(value)) continue;
        const std::string text = repr_of(value);
        double back = 0;
        ASSERT_LE(text.size(), 32u);
        ASSERT_TRUE(parse_float_text(text, back)) << text;
        EXPECT_EQ(back, value) << text;
    }
}

TEST(DoubleToText, FollowsPrintf) {
    std::mt19937_64 random(2);
    char expected[1500];
    for (int i = 0; i < 5000; ++i) {
        const double value = i % 2 ? std::bit_cast<double>(random())
                                   : static_cast<double>(static_cast<int>(random() % 2000001) - 1000000) / 64;
        if (!std::isfinite(value)) continue;
        const int precision = static_cast<int>(random() % 25);
        for (char format : {'e', 'f', 'g'})
            for (bool alternate : {false, true}) {
                const char pattern[] = {'%',
                                        alternate ? '#' : '.',
                                        alternate ? '.' : '*',
                                        alternate ? '*' : format,
                                        alternate ? format : '\0',
                                        '\0'};
                std::snprintf(expected, sizeof expected, pattern, precision, value);
                EXPECT_EQ(double_to_text(value, format, precision, alternate, false), expected) << pattern;
            }
    }
}

TEST(DoubleToText, HugePrecisionsPadWithZeros) {
    EXPECT_EQ(double_to_text(1.5, 'f', 5000, false, false).size(), 5002u);
    EXPECT_EQ(double_to_text(1.5, 'e', 5000, false, false).size(), 5006u);
    EXPECT_EQ(double_to_text(1.5, 'g', 5000, false, false), "1.5");
}

TEST(ParseFloatText, TakesWholeTextsOnly) {
    double value = 0;
    for (const char* text : {"", ".", "-", "e5", "1e", "1e+", "1.5.2", "1 ", " 1", "0x1", "infi", "nan1", "1_0", "--1"})
        EXPECT_FALSE(parse_float_text(text, value)) << text;
    EXPECT_TRUE(parse_float_text("+.5e1", value));
    EXPECT_EQ(value, 5.0);
    EXPECT_TRUE(parse_float_text("-INFINITY", value));
    EXPECT_EQ(value, -std::numeric_limits<double>::infinity());
    EXPECT_TRUE(parse_float_text("1e99999999999999999999", value));
    EXPECT_EQ(value, std::numeric_limits<double>::infinity());
    EXPECT_TRUE(parse_float_text("-1e-99999999999999999999", value));
    EXPECT_TRUE(value == 0 && std::signbit(value));
    EXPECT_TRUE(parse_float_text("0e99999999999999999999", value));
    EXPECT_EQ(value, 0.0);
    EXPECT_TRUE(parse_float_text("1" + std::string(500, '0') + "e-500", value));
    EXPECT_EQ(value, 1.0);
}

TEST(DropUnderscores, OnlyBetweenDigits) {
    std::string plain;
    EXPECT_TRUE(drop_underscores("1_0.5_5e1_0", plain));
    EXPECT_EQ(plain, "10.55e10");
    for (const char* text : {"_1", "1_", "1__0", "1_.5", "1._5", "1_e5", "1e_5"})
        EXPECT_FALSE(drop_underscores(text, plain)) << text;
}

} // namespace
} // namespace mp
