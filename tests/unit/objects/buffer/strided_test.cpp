// Copying in N dimensions.
#include "objects/buffer/strided.h"

#include <gtest/gtest.h>

#include <numeric>
#include <vector>

namespace mp {
namespace {

std::vector<std::uint8_t> counted(std::size_t size) {
    std::vector<std::uint8_t> bytes(size);
    std::iota(bytes.begin(), bytes.end(), std::uint8_t{0});
    return bytes;
}

TEST(Strided, contiguity) {
    const std::int64_t shape[] = {2, 3}, c[] = {3, 1}, f[] = {1, 2}, odd[] = {6, 2};
    EXPECT_TRUE(is_c_contiguous(2, shape, c, 1));
    EXPECT_FALSE(is_f_contiguous(2, shape, c, 1));
    EXPECT_TRUE(is_f_contiguous(2, shape, f, 1));
    EXPECT_FALSE(is_c_contiguous(2, shape, odd, 1));
    const std::int64_t empty[] = {0, 5}, one[] = {1, 3}, any[] = {100, 1};
    EXPECT_TRUE(is_c_contiguous(2, empty, odd, 1));
    EXPECT_TRUE(is_c_contiguous(2, one, any, 1));
    EXPECT_TRUE(is_c_contiguous(0, nullptr, nullptr, 8));
}

TEST(Strided, sizes_that_do_not_fit_are_found) {
    const std::int64_t large[] = {std::int64_t{1} << 40, std::int64_t{1} << 40},
                       zero[] = {std::int64_t{1} << 40, std::int64_t{1} << 40, 0};
    EXPECT_EQ(total_bytes(2, large, 1), -1);
    EXPECT_EQ(total_bytes(3, zero, 1), 0);
    EXPECT_EQ(total_bytes(0, nullptr, 8), 8);
}

TEST(Strided, orders) {
    auto bytes = counted(6);
    const std::int64_t shape[] = {2, 3}, strides[] = {3, 1};
    const StridedMemory memory{bytes.data(), 2, shape, strides};
    std::vector<std::uint8_t> out(6);
    copy_to_contiguous(out.data(), memory, 1, 'F');
    EXPECT_EQ(out, (std::vector<std::uint8_t>{0, 3, 1, 4, 2, 5}));
    copy_to_contiguous(out.data(), memory, 1, 'A');
    EXPECT_EQ(out, bytes);
    const std::int64_t fortran[] = {1, 2};
    copy_to_contiguous(out.data(), {bytes.data(), 2, shape, fortran}, 1, 'A');
    EXPECT_EQ(out, bytes);
    copy_to_contiguous(out.data(), {bytes.data(), 2, shape, fortran}, 1, 'C');
    EXPECT_EQ(out, (std::vector<std::uint8_t>{0, 2, 4, 1, 3, 5}));
}

TEST(Strided, negative_and_zero_strides) {
    auto bytes = counted(6);
    const std::int64_t shape[] = {3}, back[] = {-2}, same[] = {0};
    std::vector<std::uint8_t> out(6);
    copy_to_contiguous(out.data(), {bytes.data() + 4, 1, shape, back}, 2, 'C');
    EXPECT_EQ(out, (std::vector<std::uint8_t>{4, 5, 2, 3, 0, 1}));
    copy_to_contiguous(out.data(), {bytes.data() + 2, 1, shape, same}, 2, 'C');
    EXPECT_EQ(out, (std::vector<std::uint8_t>{2, 3, 2, 3, 2, 3}));
}

TEST(Strided, indirect_memory_is_followed) {
    auto bytes = counted(8);
    std::uint8_t* rows[] = {bytes.data() + 4, bytes.data()};
    const std::int64_t shape[] = {2, 3}, strides[] = {sizeof(std::uint8_t*), 1}, suboffsets[] = {1, -1};
    std::vector<std::uint8_t> out(6);
    copy_to_contiguous(out.data(), {reinterpret_cast<std::uint8_t*>(rows), 2, shape, strides, suboffsets}, 1, 'C');
    EXPECT_EQ(out, (std::vector<std::uint8_t>{5, 6, 7, 1, 2, 3}));
}

TEST(Strided, overlap_is_seen_in_both_directions) {
    auto bytes = counted(16);
    const std::int64_t shape[] = {4}, forward[] = {2}, back[] = {-2};
    const StridedMemory low{bytes.data(), 1, shape, forward}, high{bytes.data() + 8, 1, shape, forward},
        reversed{bytes.data() + 8, 1, shape, back};
    EXPECT_FALSE(may_overlap(low, high, 1));
    EXPECT_TRUE(may_overlap(low, reversed, 1));
    EXPECT_TRUE(may_overlap(high, reversed, 1));
    EXPECT_TRUE(may_overlap(low, high, 4));
}

} // namespace
} // namespace mp
