// gcd, lcm, factorial, comb, perm, isqrt: exact functions of ints.
#include <bit>

#include "builtins/math/math.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/numbers.h"

namespace mp::math {

namespace {

constexpr std::uint64_t most_result_bits = std::uint64_t{1} << 33; // beyond what an int may have

Owned small(std::int64_t i) noexcept { return Owned::adopt(Value::from_int(i)); }

// The product of the numbers in [low, high], halves first: operands of like size.
Result<Owned> range_product(Runtime& rt, std::uint64_t low, std::uint64_t high) {
    if (high - low < 16) {
        unsigned __int128 product = 1;
        Owned result = small(1);
        for (std::uint64_t i = low; i <= high && i != 0; ++i) {
            const unsigned __int128 next = product * i;
            if (next >> 64) {
                result = TRY(int_multiply(rt, result, make_uint(rt, static_cast<std::uint64_t>(product))));
                product = i;
            } else {
                product = next;
            }
        }
        return int_multiply(rt, result, make_uint(rt, static_cast<std::uint64_t>(product)));
    }
    const std::uint64_t middle = low + (high - low) / 2;
    Owned left = TRY(range_product(rt, low, middle));
    Owned right = TRY(range_product(rt, middle + 1, high));
    return int_multiply(rt, left, right);
}

// n! for n >= 0 that fits 64 bits.
Result<Owned> factorial_of(Runtime& rt, std::uint64_t n) {
    if (n < 2) return small(1);
    // n! has more than n * (log2(n) - 2) bits.
    const auto log = static_cast<std::uint64_t>(std::bit_width(n) - 1);
    if (log > 2 && n > most_result_bits / (log - 2)) return raise_memory_error(rt);
    return range_product(rt, 2, n);
}

// C(n, k) or n! / (n - k)!, for 0 <= k <= n, by halving k: C(n, k) = C(n, j) * C(n - j, k - j) / C(k, j).
Result<Owned> choose(Runtime& rt, Value n, std::uint64_t k, bool ordered) {
    if (k == 0) return small(1);
    if (k == 1) return Owned::share(n);
    std::uint64_t whole = 0;
    if (int_to_uint64(n, whole)) {
        unsigned __int128 result = 1; // below 2^64 before each step
        std::uint64_t i = 0;
        for (; i < k && i < 64 && result >> 64 == 0; ++i) {
            result *= whole - i;
            if (!ordered) result /= i + 1;
        }
        if (i == k) {
            Owned high = make_uint(rt, static_cast<std::uint64_t>(result >> 64));
            Owned shifted = TRY(int_left_shift(rt, high, Value::from_int(64)));
            return int_or(rt, shifted, make_uint(rt, static_cast<std::uint64_t>(result)));
        }
    }
    const std::uint64_t j = k / 2;
    Owned first = TRY(choose(rt, n, j, ordered));
    Owned rest = TRY(int_subtract(rt, n, make_uint(rt, j)));
    Owned second = TRY(choose(rt, rest, k - j, ordered));
    Owned product = TRY(int_multiply(rt, first, second));
    if (ordered) return product;
    Owned repeated = TRY(choose(rt, make_uint(rt, k), j, false));
    return int_floor_divide(rt, product, repeated);
}

// Whether a product of k factors, or the number of ways to choose, is certain to be too large: k factors of at least `bits` bits each.
Result<void> check_result(Runtime& rt, std::uint64_t k, std::uint64_t bits) {
    if (bits > 1 && k > most_result_bits / (bits - 1)) return raise_memory_error(rt);
    return ok;
}

template <auto Combine>
Result<Owned> fold(Runtime& rt, Args args, std::int64_t start) {
    Owned result = small(start);
    for (std::uint32_t i = 0; i < args.count; ++i) {
        Owned value = TRY(index(rt, args[i]));
        result = i == 0 ? TRY(int_absolute(rt, value)) : TRY(Combine(rt, result.get(), value.get()));
    }
    return result;
}

Result<Owned> lcm_of_two(Runtime& rt, Value a, Value b) {
    if (int_sign(a) == 0 || int_sign(b) == 0) return small(0);
    Owned divisor = TRY(int_gcd(rt, a, b));
    Owned part = TRY(int_floor_divide(rt, a, divisor));
    Owned product = TRY(int_multiply(rt, part, b));
    return int_absolute(rt, product);
}

} // namespace

Result<Owned> gcd(Runtime& rt, Args args) { return fold<int_gcd>(rt, args, 0); }
Result<Owned> lcm(Runtime& rt, Args args) { return fold<lcm_of_two>(rt, args, 1); }

Result<Owned> factorial(Runtime& rt, Args args) {
    Owned n = TRY(index(rt, args[0]));
    std::int64_t count = 0;
    if (!int_to_int64(n, count)) {
        if (int_sign(n) < 0) return raise(rt, TypeId::ValueError, "factorial() not defined for negative values");
        return raise(rt, TypeId::OverflowError, "factorial() argument should not exceed %lld",
                     static_cast<long long>(INT64_MAX));
    }
    if (count < 0) return raise(rt, TypeId::ValueError, "factorial() not defined for negative values");
    return factorial_of(rt, static_cast<std::uint64_t>(count));
}

Result<Owned> isqrt(Runtime& rt, Args args) {
    Owned n = TRY(index(rt, args[0]));
    if (int_sign(n) < 0) return raise(rt, TypeId::ValueError, "isqrt() argument must be nonnegative");
    return int_square_root(rt, n);
}

Result<Owned> perm(Runtime& rt, Args args) {
    if (!args.has(1) || args[1].is_none()) return factorial(rt, Args{args.values, 1});
    Owned n = TRY(index(rt, args[0]));
    Owned k = TRY(index(rt, args[1]));
    if (int_sign(n) < 0) return raise(rt, TypeId::ValueError, "n must be a non-negative integer");
    if (int_sign(k) < 0) return raise(rt, TypeId::ValueError, "k must be a non-negative integer");
    if (int_compare(n, k) < 0) return small(0);
    std::int64_t count = 0;
    if (!int_to_int64(k, count))
        return raise(rt, TypeId::OverflowError, "k must not exceed %lld", static_cast<long long>(INT64_MAX));
    // The larger half of the factors is at least n / 2, or k / 2.
    TRY(check_result(rt, static_cast<std::uint64_t>(count) / 2, int_bit_length(n) - 1));
    return choose(rt, n, static_cast<std::uint64_t>(count), true);
}

Result<Owned> comb(Runtime& rt, Args args) {
    Owned n = TRY(index(rt, args[0]));
    Owned k = TRY(index(rt, args[1]));
    if (int_sign(n) < 0) return raise(rt, TypeId::ValueError, "n must be a non-negative integer");
    if (int_sign(k) < 0) return raise(rt, TypeId::ValueError, "k must be a non-negative integer");
    Owned other = TRY(int_subtract(rt, n, k));
    if (int_sign(other) < 0) return small(0);
    if (int_compare(other, k) < 0) k = std::move(other);
    std::int64_t count = 0;
    if (!int_to_int64(k, count))
        return raise(rt, TypeId::OverflowError, "min(n - k, k) must not exceed %lld",
                     static_cast<long long>(INT64_MAX));
    // C(n, k) >= (n / k)^k.
    const auto chosen = static_cast<std::uint64_t>(count);
    const std::uint64_t k_bits = static_cast<std::uint64_t>(std::bit_width(chosen)), n_bits = int_bit_length(n);
    TRY(check_result(rt, chosen, std::max<std::uint64_t>(n_bits > k_bits ? n_bits - k_bits : 0, 2)));
    return choose(rt, n, chosen, false);
}

} // namespace mp::math
