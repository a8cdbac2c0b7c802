// Item formats, half floats, and struct's formats.
#include "objects/buffer/format.h"

#include <cmath>
#include <limits>

#include "objects/types/bytes.h"
#include "tests/unit/objects/test_runtime.h"

namespace mp {
namespace {

class FormatTest : public ObjectsTest {
protected:
    static std::int64_t size_of(std::string_view text) {
        Format format;
        EXPECT_EQ(compile_format(text, format), nullptr) << text;
        return format.size;
    }
    static std::string error_of_format(std::string_view text) {
        Format format;
        const char* error = compile_format(text, format);
        return error ? error : "";
    }
};

TEST_F(FormatTest, native_formats_are_aligned) {
    EXPECT_EQ(size_of("bi"), 8);
    EXPECT_EQ(size_of("<bi"), 5);
    EXPECT_EQ(size_of("b0q"), 8);
    EXPECT_EQ(size_of("bD"), 24);
    EXPECT_EQ(size_of("bF"), 12);
    EXPECT_EQ(size_of(" 2h\t3s "), 7);
}

TEST_F(FormatTest, repeat_counts_are_not_written_out) {
    Format format;
    ASSERT_EQ(compile_format("1000000000000i", format), nullptr);
    EXPECT_EQ(format.fields.size(), 1u);
    EXPECT_EQ(format.values, 1000000000000);
}

TEST_F(FormatTest, bad_formats) {
    EXPECT_EQ(error_of_format("z"), "bad char in struct format");
    EXPECT_EQ(error_of_format("<P"), "bad char in struct format");
    EXPECT_EQ(error_of_format("i@"), "bad char in struct format");
    EXPECT_EQ(error_of_format("3"), "repeat count given without format specifier");
    EXPECT_EQ(error_of_format("9223372036854775807i"), "total struct size too long");
    EXPECT_EQ(error_of_format("99999999999999999999x"), "total struct size too long");
    EXPECT_EQ(error_of_format(std::string_view("i\0", 2)), "embedded null character");
}

TEST_F(FormatTest, item_formats_of_the_machines_order_are_native) {
    ItemFormat item;
    ASSERT_TRUE(parse_item_format("<l", item));
    EXPECT_EQ(item.native, std::endian::native == std::endian::little ? 'i' : 0);
    ASSERT_TRUE(parse_item_format("l", item));
    EXPECT_EQ(item.native, 'l');
    EXPECT_EQ(item.size, sizeof(long));
    EXPECT_FALSE(parse_item_format("s", item));
    EXPECT_FALSE(parse_item_format("ii", item));
    EXPECT_FALSE(parse_item_format("", item));
    EXPECT_FALSE(parse_item_format("<n", item));
}

TEST_F(FormatTest, half_floats_round_to_even_once) {
    const auto bits_of = [](double value) {
        std::uint16_t bits = 0xFFFF;
        return double_to_half(value, bits) ? bits : std::uint16_t{0xFFFF};
    };
    EXPECT_EQ(bits_of(1.0), 0x3C00);
    EXPECT_EQ(bits_of(65504.0), 0x7BFF);
    EXPECT_EQ(bits_of(65519.99), 0x7BFF);
    EXPECT_EQ(bits_of(65520.0), 0xFFFF);
    EXPECT_EQ(bits_of(std::ldexp(1, -24)), 1);
    EXPECT_EQ(bits_of(std::ldexp(1, -25)), 0);
    EXPECT_EQ(bits_of(std::ldexp(1.0000001, -25)), 1);
    EXPECT_EQ(bits_of(2049.0), 0x6800); // a tie, to even
    EXPECT_EQ(bits_of(2051.0), 0x6802);
    EXPECT_EQ(bits_of(-0.0), 0x8000);
    for (unsigned bits = 0; bits < 0x10000; ++bits) {
        const double value = half_to_double(static_cast<std::uint16_t>(bits));
        if (!std::isnan(value)) {
            EXPECT_EQ(bits_of(value), bits);
        }
    }
}

TEST_F(FormatTest, complex_items_of_3_14) {
    Format format;
    ASSERT_EQ(compile_format(">FD", format), nullptr);
    EXPECT_EQ(format.size, 24);
    Owned first = make_complex(rt, 1.5, -2);
    const Value values[] = {first, Value::from_float(3.0)};
    std::uint8_t bytes[24];
    succeeds(pack_format(rt, format, values, bytes, rt.type(TypeId::ValueError)));
    auto tuple = make_tuple(rt, 2);
    succeeds(unpack_format(rt, format, bytes, tuple->items()));
    EXPECT_EQ(repr_of(tuple), "((1.5-2j), (3+0j))");
}

TEST_F(FormatTest, items_compare_by_value_across_formats) {
    const auto same = [&](const char* a, const char* b, std::initializer_list<std::uint8_t> left,
                          std::initializer_list<std::uint8_t> right) {
        ItemFormat x, y;
        EXPECT_TRUE(parse_item_format(a, x) && parse_item_format(b, y));
        return items_equal(rt, x, std::data(left), y, std::data(right));
    };
    EXPECT_TRUE(same("<h", ">h", {1, 2}, {2, 1}));
    EXPECT_FALSE(same("b", "B", {255}, {255}));
    EXPECT_TRUE(same("?", "b", {1}, {1}));
    EXPECT_FALSE(same("c", "B", {65}, {65}));
    EXPECT_TRUE(same("<e", "B", {0x00, 0x3C}, {1}));
    EXPECT_FALSE(same("<q", "<Q", {255, 255, 255, 255, 255, 255, 255, 255}, {255, 255, 255, 255, 255, 255, 255, 255}));
}

} // namespace
} // namespace mp
