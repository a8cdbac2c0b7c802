// Arena, checked sizes, byte orders.
#include <array>
#include <cstdint>
#include <vector>

#include <gtest/gtest.h>

#include "interp/support/arena.h"
#include "interp/support/checked.h"
#include "interp/support/endian.h"

namespace mp {
namespace {

TEST(Arena, KeepsWhatItIsGiven) {
    Arena arena;
    struct Node {
        int value;
        Node* next;
    };
    Node* last = nullptr;
    for (int i = 0; i < 10000; ++i) last = arena.make<Node>(i, last);
    for (int i = 9999; i >= 0; --i, last = last->next) ASSERT_EQ(last->value, i);
    std::vector<int> numbers{1, 2, 3};
    std::span<int> copy = arena.copy_all(numbers);
    numbers.clear();
    EXPECT_EQ(copy[2], 3);
    EXPECT_EQ(arena.copy(std::string_view("text")), "text");
    EXPECT_TRUE(arena.copy(std::string_view()).empty());
    EXPECT_EQ(arena.make_array<int>(5)[4], 0);
}

TEST(Arena, AlignsAndTakesAnySize) {
    Arena arena;
    for (std::size_t alignment = 1; alignment <= 4096; alignment *= 2) {
        arena.allocate(1, 1);
        auto address = reinterpret_cast<std::uintptr_t>(arena.allocate(3, alignment));
        EXPECT_EQ(address % alignment, 0u);
    }
    char* before = static_cast<char*>(arena.allocate(1, 1));
    std::memset(arena.allocate(3'000'000, 8), 1, 3'000'000);
    char* after = static_cast<char*>(arena.allocate(1, 1));
    EXPECT_EQ(after, before + 1) << "a huge block leaves the current chunk in use";
    EXPECT_THROW(arena.allocate(SIZE_MAX - 8, 8), std::bad_alloc);
    EXPECT_THROW(arena.make_array<long>(SIZE_MAX / 4), std::bad_alloc);
}

TEST(Arena, Moves) {
    Arena first;
    std::string_view text = first.copy(std::string_view("kept"));
    Arena second(std::move(first));
    EXPECT_EQ(text, "kept");
    EXPECT_EQ(first.bytes_reserved(), 0u); // NOLINT: a moved-from arena is empty and usable
    first.copy(std::string_view("again"));
    first = std::move(second);
    EXPECT_EQ(text, "kept");
}

TEST(Checked, SaysWhenItDoesNotFit) {
    EXPECT_EQ(checked_add<std::size_t>(1, 2), 3u);
    EXPECT_FALSE(checked_add<std::size_t>(SIZE_MAX, 1));
    EXPECT_FALSE(checked_sub<std::size_t>(0, 1));
    EXPECT_FALSE(checked_mul<std::int64_t>(INT64_MIN, -1));
    std::size_t total = SIZE_MAX / 2;
    EXPECT_FALSE(checked_mul_into<std::size_t>(total, 3));
    EXPECT_EQ(checked_round_up(13, 8), 16u);
    EXPECT_FALSE(checked_round_up(SIZE_MAX, 8));
    EXPECT_EQ((checked_cast<std::uint8_t>(255)), 255);
    EXPECT_FALSE((checked_cast<std::uint8_t>(256)));
    EXPECT_FALSE((checked_cast<std::uint32_t>(std::int64_t(-1))));
    EXPECT_EQ(saturating_mul<std::size_t>(SIZE_MAX, 2), SIZE_MAX);
}

TEST(Endian, LoadsAndStoresAtAnyAddress) {
    std::array<unsigned char, 17> bytes{0, 1, 2, 3, 4, 5, 6, 7, 8};
    EXPECT_EQ(load_le<std::uint32_t>(&bytes[1]), 0x04030201u);
    EXPECT_EQ(load_be<std::uint16_t>(&bytes[1]), 0x0102u);
    EXPECT_EQ(load_be<std::uint64_t>(&bytes[1]), 0x0102030405060708u);
    store_be(&bytes[3], 1.5);
    EXPECT_EQ(bytes[3], 0x3F);
    EXPECT_EQ(load_be<double>(&bytes[3]), 1.5);
    store(&bytes[1], std::int16_t(-2), std::endian::big);
    EXPECT_EQ(load<std::int16_t>(&bytes[1], std::endian::big), -2);
    store_unsigned(&bytes[1], 0x123456, 3, std::endian::big);
    EXPECT_EQ(load_unsigned(&bytes[1], 3, std::endian::big), 0x123456u);
    EXPECT_EQ(load_unsigned(&bytes[1], 3, std::endian::little), 0x563412u);
}

} // namespace
} // namespace mp
