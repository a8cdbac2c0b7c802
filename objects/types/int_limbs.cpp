#include "objects/types/int_limbs.h"

#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

namespace mp::limbs {

std::size_t trim(const Limb* a, std::size_t size) noexcept {
    while (size > 0 && a[size - 1] == 0) --size;
    return size;
}

std::uint64_t bit_length(const Limb* a, std::size_t size) noexcept {
    return size == 0 ? 0 : size * 64 - static_cast<unsigned>(std::countl_zero(a[size - 1]));
}

int compare(const Limb* a, std::size_t an, const Limb* b, std::size_t bn) noexcept {
    if (an != bn) return an < bn ? -1 : 1;
    for (std::size_t i = an; i-- > 0;)
        if (a[i] != b[i]) return a[i] < b[i] ? -1 : 1;
    return 0;
}

Limb add(Limb* result, const Limb* a, std::size_t an, const Limb* b, std::size_t bn) noexcept {
    Limb carry = 0;
    for (std::size_t i = 0; i < bn; ++i) {
        const WideLimb sum = static_cast<WideLimb>(a[i]) + b[i] + carry;
        result[i] = static_cast<Limb>(sum);
        carry = static_cast<Limb>(sum >> 64);
    }
    for (std::size_t i = bn; i < an; ++i) {
        const Limb sum = a[i] + carry;
        carry = sum < carry;
        result[i] = sum;
    }
    return carry;
}

void subtract(Limb* result, const Limb* a, std::size_t an, const Limb* b, std::size_t bn) noexcept {
    Limb borrow = 0;
    for (std::size_t i = 0; i < bn; ++i) {
        const WideLimb difference = static_cast<WideLimb>(a[i]) - b[i] - borrow;
        result[i] = static_cast<Limb>(difference);
        borrow = static_cast<Limb>(difference >> 64) & 1;
    }
    for (std::size_t i = bn; i < an; ++i) {
        const Limb difference = a[i] - borrow;
        borrow = a[i] < borrow;
        result[i] = difference;
    }
}

void shift_left(Limb* result, const Limb* a, std::size_t size, std::uint64_t bits) noexcept {
    const std::size_t whole = bits / 64;
    const unsigned rest = bits % 64;
    std::memset(result, 0, whole * sizeof(Limb));
    Limb carry = 0;
    for (std::size_t i = 0; i < size; ++i) {
        result[whole + i] = a[i] << rest | carry;
        carry = rest ? a[i] >> (64 - rest) : 0;
    }
    result[whole + size] = carry;
}

bool shift_right(Limb* result, const Limb* a, std::size_t size, std::uint64_t bits) noexcept {
    const std::size_t whole = bits / 64;
    const unsigned rest = bits % 64;
    const bool lost = any_low_bits(a, size, bits);
    for (std::size_t i = whole; i < size; ++i) {
        const Limb high = i + 1 < size && rest ? a[i + 1] << (64 - rest) : 0;
        result[i - whole] = a[i] >> rest | high;
    }
    return lost;
}

bool any_low_bits(const Limb* a, std::size_t size, std::uint64_t bits) noexcept {
    const std::size_t whole = bits / 64;
    for (std::size_t i = 0; i < whole && i < size; ++i)
        if (a[i] != 0) return true;
    const unsigned rest = bits % 64;
    return rest != 0 && whole < size && (a[whole] << (64 - rest)) != 0;
}

Limb multiply_one(Limb* result, const Limb* a, std::size_t size, Limb factor, Limb carry) noexcept {
    for (std::size_t i = 0; i < size; ++i) {
        const WideLimb product = static_cast<WideLimb>(a[i]) * factor + carry;
        result[i] = static_cast<Limb>(product);
        carry = static_cast<Limb>(product >> 64);
    }
    return carry;
}

Limb divide_one(Limb* quotient, const Limb* a, std::size_t size, Limb divisor) noexcept {
    Limb remainder = 0;
    for (std::size_t i = size; i-- > 0;) {
        const WideLimb part = static_cast<WideLimb>(remainder) << 64 | a[i];
        const Limb digit = static_cast<Limb>(part / divisor);
        remainder = static_cast<Limb>(part - static_cast<WideLimb>(digit) * divisor);
        if (quotient) quotient[i] = digit;
    }
    return remainder;
}

Limb top_bits(const Limb* a, std::size_t size, bool& sticky) noexcept {
    const unsigned shift = static_cast<unsigned>(std::countl_zero(a[size - 1]));
    Limb top = a[size - 1] << shift;
    if (shift && size > 1) top |= a[size - 2] >> (64 - shift);
    sticky = any_low_bits(a, size, bit_length(a, size) - std::min<std::uint64_t>(64, bit_length(a, size)));
    return top;
}

} // namespace mp::limbs

namespace mp {

std::uint64_t multiplication_cost(std::size_t a, std::size_t b) noexcept {
    if (a < b) std::swap(a, b);
    // Schoolbook below 40 limbs; above, Karatsuba splits the larger operand until the smaller one is reached, and both from there on.
    double cost = static_cast<double>(b);
    double side = static_cast<double>(b);
    double products = static_cast<double>(a) / static_cast<double>(b ? b : 1);
    for (; side >= 40; side /= 2) products *= 3;
    cost = products * side * side;
    return cost < 9e18 ? static_cast<std::uint64_t>(cost) + 1 : std::numeric_limits<std::int64_t>::max();
}

double scale_rounded(std::uint64_t mantissa, bool sticky, std::int64_t exponent) noexcept {
    if (mantissa == 0) return 0.0;
    const int shift = std::countl_zero(mantissa);
    mantissa <<= shift;
    exponent -= shift; // the value is mantissa * 2^exponent, 2^63 <= mantissa
    if (exponent > 1024) return std::numeric_limits<double>::infinity();
    // Bits to drop: 11 for a normal number, more when the last place would lie below 2^-1074.
    std::int64_t drop = 11;
    if (exponent + drop < -1074) drop = -1074 - exponent;
    if (drop > 64) return 0.0; // below half of the smallest subnormal
    const std::uint64_t kept = drop == 64 ? 0 : mantissa >> drop;
    const std::uint64_t half = std::uint64_t{1} << (drop - 1);
    const std::uint64_t rest = mantissa & (half | (half - 1));
    const bool up = rest > half || (rest == half && (sticky || (kept & 1) != 0));
    return std::ldexp(static_cast<double>(kept + up), static_cast<int>(exponent + drop));
}

double int_to_double(Value value) noexcept {
    if (value.is_int()) return static_cast<double>(value.as_int());
    const IntView view(value);
    if (view.is_zero()) return 0.0;
    bool sticky = false;
    const Limb top = limbs::top_bits(view.limbs(), view.size, sticky);
    const std::uint64_t bits = limbs::bit_length(view.limbs(), view.size);
    const double magnitude = scale_rounded(top, sticky, static_cast<std::int64_t>(bits) - 64);
    return view.negative ? -magnitude : magnitude;
}

int int_compare_double(Value value, double other) noexcept {
    const IntView view(value);
    const int sign = view.is_zero() ? 0 : view.negative ? -1 : 1;
    const int other_sign = other > 0 ? 1 : other < 0 ? -1 : 0;
    if (sign != other_sign) return sign < other_sign ? -1 : 1;
    if (sign == 0) return 0;
    if (std::isinf(other)) return -sign;
    // Magnitudes: first the bit lengths, then the 64 highest bits of both, then what is left (a double has nothing left; an int has no fraction).
    int exponent = 0;
    const double fraction = std::frexp(std::fabs(other), &exponent); // in [0.5, 1)
    const auto bits = static_cast<std::int64_t>(limbs::bit_length(view.limbs(), view.size));
    if (bits != exponent) return bits < exponent ? -sign : sign;
    bool sticky = false;
    const Limb top = limbs::top_bits(view.limbs(), view.size, sticky);
    const auto other_top = static_cast<Limb>(std::ldexp(fraction, 64));
    if (top != other_top) return top < other_top ? -sign : sign;
    return sticky ? sign : 0;
}

} // namespace mp
