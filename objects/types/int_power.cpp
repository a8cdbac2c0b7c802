// Powers, modular powers and inverses, rounding, divisors and roots of ints.
#include <bit>
#include <cmath>
#include <numeric>

#include "objects/core/raise.h"
#include "objects/types/int_limbs.h"

namespace mp {

namespace {

LimbVector product(const LimbVector& a, const LimbVector& b) {
    if (a.empty() || b.empty()) return {};
    LimbVector result(a.size() + b.size());
    limbs::multiply(result.data(), a.data(), a.size(), b.data(), b.size());
    result.resize(limbs::trim(result.data(), result.size()));
    return result;
}

bool bit_at(const IntView& value, std::uint64_t bit) noexcept { return (value[bit / 64] >> (bit % 64) & 1) != 0; }

// a^e for e >= 0 without a modulus.
Result<Owned> plain_power(Runtime& rt, const IntView& a, Value exponent) {
    const IntView e(exponent);
    if (e.is_zero()) return Owned::adopt(Value::from_int(1));
    if (a.is_zero()) return Owned::adopt(Value::from_int(0));
    const bool negative = a.negative && e.is_odd();
    if (a.size == 1 && a[0] == 1) return Owned::adopt(Value::from_int(negative ? -1 : 1));
    const std::uint64_t bits = limbs::bit_length(a.limbs(), a.size);
    if (e.size > 1) return raise_memory_error(rt);
    std::uint64_t count = e[0];
    const WideLimb most_bits = static_cast<WideLimb>(bits) * count; // the result has at most as many
    if (most_bits <= 128) {
        WideLimb result = 1, square = a[0] | (a.size > 1 ? static_cast<WideLimb>(a[1]) << 64 : 0);
        for (;;) {
            if (count & 1) result *= square;
            count >>= 1;
            if (count == 0) break;
            square *= square;
        }
        return make_int_from_wide(rt, result, negative);
    }
    if (static_cast<WideLimb>(bits - 1) * count / 64 >= most_int_limbs) return raise_memory_error(rt);
    const std::size_t size = static_cast<std::size_t>(most_bits / 64) + 2;
    TRY(check_int_size(rt, 3 * size)); // the result and the scratch to reach it
    if (a.size == 1 && std::has_single_bit(a[0])) {
        const std::uint64_t shift = (bits - 1) * count;
        TRY(rt.pay(shift / 1024));
        Ref<IntObject> result = TRY(new_int(rt, static_cast<std::size_t>(shift / 64) + 2));
        const Limb one = 1;
        result->limbs()[shift / 64 + 1] = 0;
        limbs::shift_left(result->limbs(), &one, 1, shift);
        return finish_int(rt, std::move(result), negative);
    }
    const LimbVector base(a.limbs(), a.limbs() + a.size);
    LimbVector result = base;
    for (int bit = 62 - std::countl_zero(count); bit >= 0; --bit) {
        TRY(pay_limbs(rt, multiplication_cost(result.size(), result.size())));
        result = product(result, result);
        if (count >> bit & 1) {
            TRY(pay_limbs(rt, multiplication_cost(result.size(), base.size())));
            result = product(result, base);
        }
    }
    return make_int_from_limbs(rt, result.data(), result.size(), negative);
}

// base^e modulo m, for 0 <= base < m, m of one limb.
Limb word_power(Limb base, const IntView& e, Limb m) noexcept {
    Limb result = 1 % m;
    for (std::uint64_t bit = limbs::bit_length(e.limbs(), e.size); bit-- > 0;) {
        result = static_cast<Limb>(static_cast<WideLimb>(result) * result % m);
        if (bit_at(e, bit)) result = static_cast<Limb>(static_cast<WideLimb>(result) * base % m);
    }
    return result;
}

// The same for any m: four bits of the exponent at a time.
Result<LimbVector> long_power(Runtime& rt, const LimbVector& base, const IntView& e, const IntView& m) {
    auto multiply = [&](const LimbVector& a, const LimbVector& b) -> Result<LimbVector> {
        TRY(pay_limbs(rt, multiplication_cost(a.size(), b.size()) + static_cast<std::uint64_t>(m.size) * m.size));
        LimbVector whole = product(a, b), rest;
        if (!whole.empty()) limbs::divide(nullptr, rest, whole.data(), whole.size(), m.limbs(), m.size);
        return rest;
    };
    const std::uint64_t bits = limbs::bit_length(e.limbs(), e.size);
    LimbVector table[16];
    table[0] = {1};
    table[1] = base;
    const unsigned window = bits > 64 ? 4 : 1;
    for (unsigned i = 2; i < (1u << window); ++i) table[i] = TRY(multiply(table[i - 1], base));
    LimbVector result{1};
    const std::uint64_t windows = (bits + window - 1) / window;
    for (std::uint64_t i = windows; i-- > 0;) {
        for (unsigned j = 0; j < window; ++j) result = TRY(multiply(result, result));
        const std::uint64_t at = i * window;
        const unsigned digit =
            static_cast<unsigned>(e[at / 64] >> (at % 64)) & ((1u << window) - 1); // 64 is a multiple of the window
        if (digit != 0) result = TRY(multiply(result, table[digit]));
    }
    return result;
}

// x with a * x = 1 modulo m, for m > 0, 0 <= a.
Result<Owned> modular_inverse(Runtime& rt, Value a, Value m) {
    Owned r0 = Owned::share(m), r1 = TRY(int_remainder(rt, a, m));
    Owned s0 = Owned::adopt(Value::from_int(0)), s1 = Owned::adopt(Value::from_int(1));
    while (int_sign(r1) != 0) {
        IntQuotient parts = TRY(int_divmod(rt, r0, r1));
        Owned step = TRY(int_multiply(rt, parts.quotient, s1));
        Owned s2 = TRY(int_subtract(rt, s0, step));
        r0 = std::move(r1);
        r1 = std::move(parts.remainder);
        s0 = std::move(s1);
        s1 = std::move(s2);
    }
    if (int_compare(r0, Value::from_int(1)) != 0)
        return raise(rt, TypeId::ValueError, "base is not invertible for the given modulus");
    return int_remainder(rt, s0, m);
}

Result<Owned> modular_power(Runtime& rt, Value a, Value b, Value modulus) {
    if (int_sign(modulus) == 0) return raise(rt, TypeId::ValueError, "pow() 3rd argument cannot be 0");
    const bool negative_modulus = int_sign(modulus) < 0;
    Owned m = TRY(int_absolute(rt, modulus));
    Owned base = Owned::share(a);
    Owned exponent = Owned::share(b);
    if (int_sign(b) < 0) {
        if (int_compare(m, Value::from_int(1)) != 0) base = TRY(modular_inverse(rt, a, m));
        exponent = TRY(int_negative(rt, b));
    }
    base = TRY(int_remainder(rt, base, m));
    const IntView e(exponent.get()), divisor(m.get()), start(base.get());
    Owned result;
    if (divisor.size == 1 && divisor[0] == 1) {
        result = Owned::adopt(Value::from_int(0));
    } else if (e.is_zero()) {
        result = Owned::adopt(Value::from_int(1));
    } else if (start.is_zero()) {
        result = Owned::adopt(Value::from_int(0));
    } else if (divisor.size == 1) {
        TRY(rt.pay(static_cast<std::uint64_t>(e.size) * 256));
        result = make_uint(rt, word_power(start[0], e, divisor[0]));
    } else {
        TRY(check_int_size(rt, 24 * static_cast<std::size_t>(divisor.size)));
        LimbVector value = TRY(long_power(rt, LimbVector(start.limbs(), start.limbs() + start.size), e, divisor));
        result = make_int_from_limbs(rt, value.data(), value.size(), false);
    }
    if (negative_modulus && int_sign(result) != 0) return int_add(rt, result, modulus);
    return result;
}

} // namespace

Result<Owned> int_power(Runtime& rt, Value a, Value b, Value modulus) {
    if (!modulus.is_none() && !modulus.is_unbound()) return modular_power(rt, a, b, modulus);
    if (int_sign(b) >= 0) return plain_power(rt, IntView(a), b);
    const double base = TRY(int_as_double(rt, a));
    const double exponent = TRY(int_as_double(rt, b));
    return float_power(rt, base, exponent);
}

Result<Owned> int_round(Runtime& rt, Value value, Value digits) {
    std::int64_t places = 0;
    // Far beyond the number's own digits everything rounds to 0 (one decimal digit takes more than 3 bits).
    const bool near =
        int_to_int64(digits, places) && places > -(static_cast<std::int64_t>(int_bit_length(value) / 3) + 2);
    if (!near) return Owned::adopt(Value::from_int(0));
    Owned unit = TRY(int_power(rt, Value::from_int(10), Value::from_int(-places), Value::none()));
    IntQuotient parts = TRY(int_divmod(rt, value, unit));
    Owned twice = TRY(int_add(rt, parts.remainder, parts.remainder));
    const int order = int_compare(twice, unit);
    Owned down = TRY(int_subtract(rt, value, parts.remainder));
    if (order < 0 || (order == 0 && !IntView(parts.quotient.get()).is_odd())) return down;
    return int_add(rt, down, unit);
}

Result<Owned> int_gcd(Runtime& rt, Value a, Value b) {
    const IntView left(a), right(b);
    if (left.is_zero()) return int_absolute(rt, b);
    if (right.is_zero()) return int_absolute(rt, a);
    if (left.size == 1 && right.size == 1) return make_uint(rt, std::gcd(left[0], right[0]));
    TRY(pay_limbs(rt, 4 * static_cast<std::uint64_t>(left.size) * right.size));
    TRY(check_int_size(rt, 4 * (static_cast<std::size_t>(left.size) + right.size)));
    const LimbVector result = limbs::greatest_common_divisor(left.limbs(), left.size, right.limbs(), right.size);
    return make_int_from_limbs(rt, result.data(), result.size(), false);
}

Result<Owned> int_square_root(Runtime& rt, Value value) {
    const IntView view(value);
    if (view.is_zero()) return Owned::adopt(Value::from_int(0));
    if (view.size == 1) {
        const Limb n = view[0];
        auto root = static_cast<Limb>(std::sqrt(static_cast<double>(n)));
        while (static_cast<WideLimb>(root) * root > n) --root;
        while (static_cast<WideLimb>(root + 1) * (root + 1) <= n) ++root;
        return make_uint(rt, root);
    }
    const std::uint64_t rounds = static_cast<std::uint64_t>(std::bit_width(static_cast<std::uint64_t>(view.size))) + 8;
    TRY(pay_limbs(rt, rounds * view.size * view.size / 4));
    TRY(check_int_size(rt, 4 * static_cast<std::size_t>(view.size)));
    const LimbVector root = limbs::square_root(view.limbs(), view.size);
    return make_int_from_limbs(rt, root.data(), root.size(), false);
}

} // namespace mp
