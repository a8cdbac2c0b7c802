// The limbs behind big ints: what the loops and the library's multiplication and division give, held against facts that numbers must satisfy.
#include "objects/types/int_limbs.h"

#include <cmath>
#include <limits>
#include <random>

#include <gtest/gtest.h>

namespace mp {
namespace {

LimbVector number(std::mt19937_64& random, std::size_t size) {
    LimbVector result(size);
    for (Limb& limb : result) {
        limb = random();
        if (limb % 5 == 0) limb = limb % 2 ? ~Limb{0} : 0; // runs of ones and zeros carry far
    }
    result.back() |= 1;
    return result;
}

LimbVector product(const LimbVector& a, const LimbVector& b) {
    if (a.empty() || b.empty()) return {};
    LimbVector result(a.size() + b.size());
    limbs::multiply(result.data(), a.data(), a.size(), b.data(), b.size());
    result.resize(limbs::trim(result.data(), result.size()));
    return result;
}

LimbVector sum(const LimbVector& a, const LimbVector& b) {
    const LimbVector &large = a.size() < b.size() ? b : a, &small = a.size() < b.size() ? a : b;
    LimbVector result(large.size() + 1);
    result.back() = limbs::add(result.data(), large.data(), large.size(), small.data(), small.size());
    result.resize(limbs::trim(result.data(), result.size()));
    return result;
}

constexpr std::size_t sizes[] = {1, 2, 3, 7, 39, 40, 41, 81, 160, 333};

TEST(IntLimbs, DivisionUndoesMultiplication) {
    std::mt19937_64 random(1);
    for (std::size_t an : sizes)
        for (std::size_t bn : sizes) {
            const LimbVector a = number(random, an), b = number(random, bn);
            LimbVector rest = number(random, bn);
            if (limbs::compare(rest.data(), rest.size(), b.data(), b.size()) >= 0) rest.clear();
            LimbVector dividend = sum(product(a, b), rest), quotient, remainder;
            limbs::divide(&quotient, remainder, dividend.data(), dividend.size(), b.data(), b.size());
            EXPECT_EQ(quotient, a);
            EXPECT_EQ(remainder, rest);
        }
}

TEST(IntLimbs, MultiplicationDistributes) {
    std::mt19937_64 random(2);
    for (std::size_t an : sizes)
        for (std::size_t bn : sizes) {
            const LimbVector a = number(random, an), b = number(random, bn), c = number(random, (an + bn) / 2 + 1);
            EXPECT_EQ(product(a, sum(b, c)), sum(product(a, b), product(a, c)));
            EXPECT_EQ(product(a, b), product(b, a));
        }
}

TEST(IntLimbs, DigitsReadBack) {
    std::mt19937_64 random(3);
    for (std::size_t size : sizes)
        for (unsigned base = 2; base <= 36; ++base) {
            const LimbVector value = number(random, size);
            EXPECT_EQ(limbs::from_digits(limbs::to_digits(value.data(), value.size(), base), base), value)
                << "base " << base;
        }
    EXPECT_EQ(limbs::to_digits(nullptr, 0, 10), "0");
    EXPECT_TRUE(limbs::from_digits("0000", 10).empty());
    const LimbVector power = {0, 1}; // 2^64
    EXPECT_EQ(limbs::to_digits(power.data(), 2, 10), "18446744073709551616");
    EXPECT_EQ(limbs::to_digits(power.data(), 2, 16), "10000000000000000");
}

TEST(IntLimbs, ShiftsMultiplyAndDivideByPowersOfTwo) {
    std::mt19937_64 random(4);
    for (std::size_t size : sizes)
        for (std::uint64_t bits : {0, 1, 63, 64, 65, 127, 128, 200}) {
            const LimbVector value = number(random, size);
            LimbVector left(size + bits / 64 + 1);
            limbs::shift_left(left.data(), value.data(), size, bits);
            LimbVector back(left.size() - bits / 64);
            EXPECT_FALSE(limbs::shift_right(back.data(), left.data(), left.size(), bits));
            back.resize(limbs::trim(back.data(), back.size()));
            EXPECT_EQ(back, value);
        }
    const LimbVector odd = {1, 1};
    LimbVector half(2);
    EXPECT_TRUE(limbs::shift_right(half.data(), odd.data(), 2, 1));
}

TEST(IntLimbs, SquareRootIsTheFloor) {
    std::mt19937_64 random(5);
    const LimbVector one = {1};
    for (std::size_t size : sizes) {
        const LimbVector value = number(random, size);
        const LimbVector root = limbs::square_root(value.data(), value.size());
        const LimbVector square = product(root, root), next = product(sum(root, one), sum(root, one));
        EXPECT_LE(limbs::compare(square.data(), square.size(), value.data(), value.size()), 0);
        EXPECT_GT(limbs::compare(next.data(), next.size(), value.data(), value.size()), 0);
    }
}

TEST(IntLimbs, GreatestCommonDivisorDividesBoth) {
    std::mt19937_64 random(6);
    for (std::size_t size : sizes) {
        const LimbVector common = number(random, size), a = product(common, number(random, 3)),
                         b = product(common, number(random, size));
        const LimbVector divisor = limbs::greatest_common_divisor(a.data(), a.size(), b.data(), b.size());
        LimbVector rest;
        for (const LimbVector* value : {&a, &b}) {
            limbs::divide(nullptr, rest, value->data(), value->size(), divisor.data(), divisor.size());
            EXPECT_TRUE(rest.empty());
        }
        limbs::divide(nullptr, rest, divisor.data(), divisor.size(), common.data(), common.size());
        EXPECT_TRUE(rest.empty());
    }
}

TEST(ScaleRounded, RoundsOnceToEven) {
    EXPECT_EQ(scale_rounded(1, false, 0), 1.0);
    EXPECT_EQ(scale_rounded((std::uint64_t{1} << 53) + 1, false, 0), 0x1p53);    // a tie goes to even
    EXPECT_EQ(scale_rounded((std::uint64_t{1} << 53) + 1, true, 0), 0x1p53 + 2); // anything more goes up
    EXPECT_EQ(scale_rounded((std::uint64_t{1} << 53) + 3, false, 0), 0x1p53 + 4);
    EXPECT_EQ(scale_rounded(1, false, -1074), std::numeric_limits<double>::denorm_min());
    EXPECT_EQ(scale_rounded(1, false, -1075), 0.0);
    EXPECT_EQ(scale_rounded(1, true, -1075), std::numeric_limits<double>::denorm_min());
    EXPECT_EQ(scale_rounded(3, false, -1075), 2 * std::numeric_limits<double>::denorm_min());
    EXPECT_EQ(scale_rounded(1, false, 1023), 0x1p1023);
    EXPECT_EQ(scale_rounded(1, false, 1024), std::numeric_limits<double>::infinity());
    EXPECT_EQ(scale_rounded(~std::uint64_t{0}, true, 960), std::numeric_limits<double>::infinity());
    EXPECT_EQ(scale_rounded(0, false, 5000), 0.0);
    EXPECT_EQ(scale_rounded(5, false, -100000), 0.0);
}

TEST(IntCompareDouble, IsExact) {
    EXPECT_EQ(int_compare_double(Value::from_int((std::int64_t{1} << 53) + 1), 0x1p53), 1);
    EXPECT_EQ(int_compare_double(Value::from_int(std::int64_t{1} << 53), 0x1p53), 0);
    EXPECT_EQ(int_compare_double(Value::from_int(3), 3.5), -1);
    EXPECT_EQ(int_compare_double(Value::from_int(-3), -3.5), 1);
    EXPECT_EQ(int_compare_double(Value::from_int(0), -0.0), 0);
    EXPECT_EQ(int_compare_double(Value::from_int(5), -std::numeric_limits<double>::infinity()), 1);
    EXPECT_EQ(int_compare_double(Value::true_(), 1.0), 0);
}

} // namespace
} // namespace mp
