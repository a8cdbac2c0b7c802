// Searching: every character type against std::basic_string, and the inputs that make naive searches quadratic.
#include "objects/buffer/search.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace mp {
namespace {

template <class C>
class Search : public testing::Test {};
using CharacterTypes = testing::Types<std::uint8_t, char16_t, char32_t>;
TYPED_TEST_SUITE(Search, CharacterTypes);

template <class C>
std::int64_t place(std::size_t at) {
    return at == std::basic_string<C>::npos ? -1 : static_cast<std::int64_t>(at);
}

template <class C>
void compare_with_standard(const std::basic_string<C>& hay, const std::basic_string<C>& needle) {
    const std::span<const C> h(hay), n(needle);
    ASSERT_EQ(search::find(h, n), place<C>(hay.find(needle)));
    ASSERT_EQ(search::find_last(h, n), place<C>(hay.rfind(needle)));
    if (needle.empty()) return;
    std::int64_t count = 0;
    for (std::size_t at = 0; (at = hay.find(needle, at)) != hay.npos; at += needle.size()) ++count;
    ASSERT_EQ(search::count(h, n), count);
}

TYPED_TEST(Search, AgreesWithTheStandardLibrary) {
    using C = TypeParam;
    std::mt19937 random(7);
    auto text = [&](std::size_t size, unsigned letters) {
        std::basic_string<C> result;
        for (std::size_t i = 0; i < size; ++i) result += static_cast<C>('a' + random() % letters);
        return result;
    };
    for (int round = 0; round < 20000; ++round) {
        const unsigned letters = 1 + random() % 3;
        compare_with_standard<C>(text(random() % 90, letters), text(random() % 6, letters));
    }
    for (int round = 0; round < 200; ++round) compare_with_standard<C>(text(5000, 2), text(1 + random() % 20, 2));
}

TYPED_TEST(Search, NearMissesAreLinear) {
    using C = TypeParam;
    const std::basic_string<C> hay(400000, 'a');
    const std::basic_string<C> half(20000, 'a');
    const C end[] = {'b', 'a', 0};
    compare_with_standard<C>(hay, half);
    const std::basic_string<C> needle = half + end, other = std::basic_string<C>(end) + half;
    for (int repeat = 0; repeat < 20; ++repeat) { // 20 * 400000 * 20000 comparisons would not end today
        EXPECT_EQ(search::find(std::span<const C>(hay), std::span<const C>(needle)), -1);
        EXPECT_EQ(search::find_last(std::span<const C>(hay), std::span<const C>(needle)), -1);
        EXPECT_EQ(search::find(std::span<const C>(hay), std::span<const C>(other)), -1);
        EXPECT_EQ(search::find_last(std::span<const C>(hay), std::span<const C>(other)), -1);
    }
}

TYPED_TEST(Search, FindsWhatTheTwoWayPartFinds) {
    using C = TypeParam;
    std::basic_string<C> needle(3000, 'a');
    needle[1500] = 'b';
    for (const std::size_t at : {std::size_t{0}, std::size_t{1}, std::size_t{50001}, std::size_t{97000}}) {
        std::basic_string<C> hay(100000, 'a');
        hay.replace(at, needle.size(), needle);
        EXPECT_EQ(search::find(std::span<const C>(hay), std::span<const C>(needle)), static_cast<std::int64_t>(at));
        EXPECT_EQ(search::find_last(std::span<const C>(hay), std::span<const C>(needle)),
                  static_cast<std::int64_t>(at));
    }
}

TYPED_TEST(Search, SingleElements) {
    using C = TypeParam;
    for (std::size_t size = 0; size < 70; ++size)
        for (std::size_t at = 0; at < size; ++at) {
            std::basic_string<C> hay(size, 'x');
            hay[at] = 'y';
            const std::span<const C> h(hay);
            ASSERT_EQ(search::find_element(h, C{'y'}), static_cast<std::int64_t>(at));
            ASSERT_EQ(search::find_last_element(h, C{'y'}), static_cast<std::int64_t>(at));
            ASSERT_EQ(search::count_element(h, C{'x'}), static_cast<std::int64_t>(size - 1));
        }
    const std::basic_string<C> many(100000, 'x');
    EXPECT_EQ(search::count_element(std::span<const C>(many), C{'x'}), 100000);
    EXPECT_EQ(search::find_element(std::span<const C>(many), C{'y'}), -1);
}

TEST(SearchEmpty, NeedleIsFoundEverywhere) {
    const std::u16string hay = u"abc";
    const std::span<const char16_t> h(hay), none;
    EXPECT_EQ(search::find(h, none), 0);
    EXPECT_EQ(search::find_last(h, none), 3);
    EXPECT_EQ(search::count(h, none), 4);
    EXPECT_EQ(search::count(h, none, 2), 2);
    EXPECT_EQ(search::find(none, none), 0);
    EXPECT_EQ(search::find(none, h), -1);
}

} // namespace
} // namespace mp
