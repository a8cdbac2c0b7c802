// Sums, products, quotients, shifts and bit operations of any ints. Results of one or two words take __int128; the rest goes limb by limb into the new object.
#include <bit>
#include <cmath>
#include <cstring>

#include "objects/core/raise.h"
#include "objects/types/int_limbs.h"

namespace mp {

namespace {

using Wide = __int128;

// Whether a value's magnitude has at most one limb; gives it with its sign.
bool fits_word(const IntView& view, Wide& value) noexcept {
    if (view.size > 1) return false;
    const Wide magnitude = view.size ? view[0] : 0;
    value = view.negative ? -magnitude : magnitude;
    return true;
}

Owned make_wide(Runtime& rt, Wide value) {
    return make_int_from_wide(rt, value < 0 ? 0 - static_cast<WideLimb>(value) : static_cast<WideLimb>(value),
                              value < 0);
}

// a + b, or a - b when flip.
Result<Owned> add_signed(Runtime& rt, const IntView& a, const IntView& b, bool flip) {
    Wide left, right;
    if (fits_word(a, left) && fits_word(b, right)) return make_wide(rt, flip ? left - right : left + right);
    const bool b_negative = b.negative != flip;
    if (a.is_zero()) return make_int_from_limbs(rt, b.limbs(), b.size, b_negative);
    TRY(rt.pay((a.size + b.size) / 16));
    const int order = limbs::compare(a.limbs(), a.size, b.limbs(), b.size);
    const IntView& large = order < 0 ? b : a;
    const IntView& small = order < 0 ? a : b;
    const bool negative = order < 0 ? b_negative : a.negative;
    if (a.negative == b_negative) {
        Ref<IntObject> sum = TRY(new_int(rt, large.size + std::size_t{1}));
        sum->limbs()[large.size] = limbs::add(sum->limbs(), large.limbs(), large.size, small.limbs(), small.size);
        return finish_int(rt, std::move(sum), negative);
    }
    if (order == 0) return Owned::adopt(Value::from_int(0));
    Ref<IntObject> difference = TRY(new_int(rt, large.size));
    limbs::subtract(difference->limbs(), large.limbs(), large.size, small.limbs(), small.size);
    return finish_int(rt, std::move(difference), negative);
}

Result<Owned> negated(Runtime& rt, Value value, bool negative) {
    const IntView view(value);
    TRY(check_int_size(rt, view.size));
    return make_int_from_limbs(rt, view.limbs(), view.size, negative);
}

// The limbs of a number in two's complement, one after the other, sign-extended for ever.
class TwosComplement {
public:
    explicit TwosComplement(const IntView& view) noexcept : view_(view), carry_(view.negative) {}
    Limb next() noexcept {
        const Limb limb = at_ < view_.size ? view_[at_] : 0;
        ++at_;
        if (!view_.negative) return limb;
        const Limb word = ~limb + carry_;
        carry_ = carry_ && word == 0;
        return word;
    }

private:
    const IntView& view_;
    std::size_t at_ = 0;
    Limb carry_;
};

template <class Operation>
Result<Owned> bitwise(Runtime& rt, Value a, Value b, Operation operation) {
    if (Value::both_ints(a, b)) return Owned::adopt(Value::from_int(operation(a.as_int(), b.as_int())));
    const IntView left(a), right(b);
    const bool negative = operation(left.negative ? 1 : 0, right.negative ? 1 : 0) != 0;
    const std::size_t size = std::max(left.size, right.size) + std::size_t{1};
    TRY(rt.pay(size / 16));
    Ref<IntObject> result = TRY(new_int(rt, size));
    TwosComplement from_left(left), from_right(right);
    Limb* to = result->limbs();
    Limb carry = 1;
    for (std::size_t i = 0; i < size; ++i) {
        Limb word = operation(from_left.next(), from_right.next());
        if (negative) {
            word = ~word + carry;
            carry = carry && word == 0;
        }
        to[i] = word;
    }
    return finish_int(rt, std::move(result), negative);
}

// The shift count of a << b, a >> b as a number of bits; a count beyond 64 bits saturates. Raises when negative.
Result<std::uint64_t> shift_count(Runtime& rt, Value b) {
    std::uint64_t count = 0;
    if (int_to_uint64(b, count)) return count;
    if (int_sign(b) < 0) return raise(rt, TypeId::ValueError, "negative shift count");
    return UINT64_MAX;
}

// Truncating division of magnitudes, floored afterwards. Either result may be left out.
Result<void> divide_floored(Runtime& rt, const IntView& a, const IntView& b, Owned* quotient, Owned* remainder) {
    const std::size_t shorter = a.size > b.size ? std::min<std::size_t>(a.size - b.size + 1, b.size) : 1;
    TRY(pay_limbs(rt, static_cast<std::uint64_t>(a.size) + static_cast<std::uint64_t>(shorter) * b.size));
    TRY(check_int_size(rt, a.size + b.size + std::size_t{2}));
    LimbVector whole, rest;
    if (a.is_zero()) {
        // both stay empty
    } else {
        limbs::divide(quotient ? &whole : nullptr, rest, a.limbs(), a.size, b.limbs(), b.size);
    }
    if (a.negative != b.negative && !rest.empty()) {
        // Floor lies one below: the remainder takes the divisor's sign.
        LimbVector other(b.size);
        limbs::subtract(other.data(), b.limbs(), b.size, rest.data(), rest.size());
        rest.swap(other);
        if (quotient) {
            const Limb one = 1;
            whole.push_back(0);
            if (limbs::add(whole.data(), whole.data(), whole.size(), &one, 1)) whole.push_back(1);
        }
    }
    if (quotient) *quotient = make_int_from_limbs(rt, whole.data(), whole.size(), a.negative != b.negative);
    if (remainder) *remainder = make_int_from_limbs(rt, rest.data(), rest.size(), b.negative);
    return ok;
}

struct WideQuotient {
    Wide quotient, remainder;
};

WideQuotient divide_words(Wide a, Wide b) noexcept {
    WideQuotient result;
    if (a == static_cast<std::int64_t>(a) && b == static_cast<std::int64_t>(b) &&
        a != INT64_MIN) { // one machine division
        const auto x = static_cast<std::int64_t>(a), y = static_cast<std::int64_t>(b);
        result = {x / y, x % y};
    } else {
        result = {a / b, a % b};
    }
    if (result.remainder != 0 && (result.remainder < 0) != (b < 0)) {
        result.remainder += b;
        --result.quotient;
    }
    return result;
}

} // namespace

Result<Owned> int_add(Runtime& rt, Value a, Value b) {
    if (Value::both_ints(a, b)) return make_int(rt, a.as_int() + b.as_int());
    return add_signed(rt, IntView(a), IntView(b), false);
}

Result<Owned> int_subtract(Runtime& rt, Value a, Value b) {
    if (Value::both_ints(a, b)) return make_int(rt, a.as_int() - b.as_int());
    return add_signed(rt, IntView(a), IntView(b), true);
}

Result<Owned> int_multiply(Runtime& rt, Value a, Value b) {
    const IntView left(a), right(b);
    const bool negative = left.negative != right.negative;
    if (left.is_zero() || right.is_zero()) return Owned::adopt(Value::from_int(0));
    if (left.size == 1 && right.size == 1)
        return make_int_from_wide(rt, static_cast<WideLimb>(left[0]) * right[0], negative);
    TRY(pay_limbs(rt, multiplication_cost(left.size, right.size)));
    Ref<IntObject> product = TRY(new_int(rt, static_cast<std::size_t>(left.size) + right.size));
    limbs::multiply(product->limbs(), left.limbs(), left.size, right.limbs(), right.size);
    return finish_int(rt, std::move(product), negative);
}

Result<Owned> int_floor_divide(Runtime& rt, Value a, Value b) {
    const IntView left(a), right(b);
    if (right.is_zero()) return raise(rt, TypeId::ZeroDivisionError, "integer division or modulo by zero");
    Wide x, y;
    if (fits_word(left, x) && fits_word(right, y)) return make_wide(rt, divide_words(x, y).quotient);
    Owned quotient;
    TRY(divide_floored(rt, left, right, &quotient, nullptr));
    return quotient;
}

Result<Owned> int_remainder(Runtime& rt, Value a, Value b) {
    const IntView left(a), right(b);
    if (right.is_zero()) return raise(rt, TypeId::ZeroDivisionError, "integer modulo by zero");
    Wide x, y;
    if (fits_word(left, x) && fits_word(right, y)) return make_wide(rt, divide_words(x, y).remainder);
    Owned remainder;
    TRY(divide_floored(rt, left, right, nullptr, &remainder));
    return remainder;
}

Result<IntQuotient> int_divmod(Runtime& rt, Value a, Value b) {
    const IntView left(a), right(b);
    if (right.is_zero()) return raise(rt, TypeId::ZeroDivisionError, "integer division or modulo by zero");
    IntQuotient result;
    Wide x, y;
    if (fits_word(left, x) && fits_word(right, y)) {
        const WideQuotient parts = divide_words(x, y);
        result.quotient = make_wide(rt, parts.quotient);
        result.remainder = make_wide(rt, parts.remainder);
        return result;
    }
    TRY(divide_floored(rt, left, right, &result.quotient, &result.remainder));
    return result;
}

Result<Owned> int_true_divide(Runtime& rt, Value a, Value b) {
    const IntView left(a), right(b);
    if (right.is_zero()) return raise(rt, TypeId::ZeroDivisionError, "division by zero");
    constexpr Limb exact = Limb{1} << 53; // ints up to here are doubles
    const bool negative = left.negative != right.negative;
    if (left.is_zero()) return make_float(rt, negative ? -0.0 : 0.0);
    if (left.size == 1 && right.size == 1 && left[0] <= exact && right[0] <= exact) {
        const double quotient = static_cast<double>(left[0]) / static_cast<double>(right[0]);
        return make_float(rt, negative ? -quotient : quotient);
    }
    // Scale so that the quotient has 64 or 65 bits; what is left over only says whether the quotient is exact.
    const auto left_bits = static_cast<std::int64_t>(limbs::bit_length(left.limbs(), left.size));
    const auto right_bits = static_cast<std::int64_t>(limbs::bit_length(right.limbs(), right.size));
    const std::int64_t scale = left_bits - right_bits - 63; // quotient of a / 2^scale by b: 63 or 64 bits
    if (left_bits - right_bits > 1025)
        return raise(rt, TypeId::OverflowError, "integer division result too large for a float");
    if (left_bits - right_bits < -1080) return make_float(rt, negative ? -0.0 : 0.0);
    TRY(pay_limbs(rt, static_cast<std::uint64_t>(left.size) + 2 * static_cast<std::uint64_t>(right.size)));
    TRY(check_int_size(rt, 2 * (static_cast<std::size_t>(left.size) + right.size)));
    LimbVector numerator, denominator, quotient, rest;
    if (scale < 0) {
        numerator.resize(left.size + static_cast<std::size_t>(-scale) / 64 + 1);
        limbs::shift_left(numerator.data(), left.limbs(), left.size, static_cast<std::uint64_t>(-scale));
        numerator.resize(limbs::trim(numerator.data(), numerator.size()));
        denominator.assign(right.limbs(), right.limbs() + right.size);
    } else {
        numerator.assign(left.limbs(), left.limbs() + left.size);
        denominator.resize(right.size + static_cast<std::size_t>(scale) / 64 + 1);
        limbs::shift_left(denominator.data(), right.limbs(), right.size, static_cast<std::uint64_t>(scale));
        denominator.resize(limbs::trim(denominator.data(), denominator.size()));
    }
    limbs::divide(&quotient, rest, numerator.data(), numerator.size(), denominator.data(), denominator.size());
    const double magnitude = scale_rounded(quotient[0], !rest.empty(), scale);
    if (std::isinf(magnitude)) return raise(rt, TypeId::OverflowError, "integer division result too large for a float");
    return make_float(rt, negative ? -magnitude : magnitude);
}

Result<Owned> int_left_shift(Runtime& rt, Value a, Value b) {
    const std::uint64_t count = TRY(shift_count(rt, b));
    const IntView view(a);
    if (view.is_zero()) return Owned::adopt(Value::from_int(0));
    if (view.size == 1 && count < 64)
        return make_int_from_wide(rt, static_cast<WideLimb>(view[0]) << count, view.negative);
    if (count / 64 >= most_int_limbs) {
        if (count > static_cast<std::uint64_t>(INT64_MAX))
            return raise(rt, TypeId::OverflowError, "too many digits in integer");
        return raise_memory_error(rt);
    }
    const std::size_t size = view.size + static_cast<std::size_t>(count / 64) + 1;
    TRY(rt.pay(size / 16));
    Ref<IntObject> result = TRY(new_int(rt, size));
    limbs::shift_left(result->limbs(), view.limbs(), view.size, count);
    return finish_int(rt, std::move(result), view.negative);
}

Result<Owned> int_right_shift(Runtime& rt, Value a, Value b) {
    const std::uint64_t count = TRY(shift_count(rt, b));
    if (a.is_int()) return Owned::adopt(Value::from_int(a.as_int() >> (count < 63 ? count : 63)));
    const IntView view(a);
    if (count / 64 >= view.size) return Owned::adopt(Value::from_int(view.negative && view.size ? -1 : 0));
    const std::size_t size = view.size - static_cast<std::size_t>(count / 64);
    TRY(rt.pay(size / 16));
    Ref<IntObject> result = TRY(new_int(rt, size + 1));
    result->limbs()[size] = 0;
    const bool lost = limbs::shift_right(result->limbs(), view.limbs(), view.size, count);
    if (lost && view.negative) { // towards minus infinity
        const Limb one = 1;
        limbs::add(result->limbs(), result->limbs(), size + 1, &one, 1);
    }
    return finish_int(rt, std::move(result), view.negative);
}

int int_compare(Value a, Value b) noexcept {
    if (Value::both_ints(a, b)) return a.as_int() < b.as_int() ? -1 : a.as_int() > b.as_int();
    const IntView left(a), right(b);
    if (left.negative != right.negative) {
        if (left.is_zero() && right.is_zero()) return 0;
        return left.negative ? -1 : 1;
    }
    const int order = limbs::compare(left.limbs(), left.size, right.limbs(), right.size);
    return left.negative ? -order : order;
}

Result<Owned> int_and(Runtime& rt, Value a, Value b) {
    return bitwise(rt, a, b, [](auto x, auto y) { return x & y; });
}
Result<Owned> int_or(Runtime& rt, Value a, Value b) {
    return bitwise(rt, a, b, [](auto x, auto y) { return x | y; });
}
Result<Owned> int_xor(Runtime& rt, Value a, Value b) {
    return bitwise(rt, a, b, [](auto x, auto y) { return x ^ y; });
}

Result<Owned> int_negative(Runtime& rt, Value value) {
    if (value.is_int()) return make_int(rt, -value.as_int());
    return negated(rt, value, !IntView(value).negative);
}

Result<Owned> int_absolute(Runtime& rt, Value value) {
    if (value.is_int()) return make_int(rt, value.as_int() < 0 ? -value.as_int() : value.as_int());
    return negated(rt, value, false);
}

Result<Owned> int_invert(Runtime& rt, Value value) {
    if (value.is_int()) return Owned::adopt(Value::from_int(~value.as_int()));
    Owned negative = TRY(int_negative(rt, value));
    return int_subtract(rt, negative, Value::from_int(1));
}

Result<double> int_as_double(Runtime& rt, Value value) {
    const double result = int_to_double(value);
    if (std::isinf(result)) return raise(rt, TypeId::OverflowError, "int too large to convert to float");
    return result;
}

} // namespace mp
