// Multiplication and division of big ints by Boost.Multiprecision. Operands are views of our limbs: nothing is copied on the way in. A view may only go to
// functions that neither change nor copy-construct their operands (eval_multiply and divide_unsigned_helper): a copy of a view is a view.
#include <boost/multiprecision/cpp_int.hpp>

#include "objects/types/int_limbs.h"

namespace mp::limbs {

namespace {

using Backend = boost::multiprecision::cpp_int::backend_type;
static_assert(sizeof(boost::multiprecision::limb_type) == sizeof(Limb),
              "limbs of 64 bits are needed (a compiler with __int128)");

using Number = boost::multiprecision::limb_type; // the library's name of the same 64 bits

Backend view(const Limb* a, std::size_t size) {
    return Backend(const_cast<Number*>(reinterpret_cast<const Number*>(a)), 0u, static_cast<unsigned>(size));
}

LimbVector copy_out(const Backend& value) {
    const auto* from = reinterpret_cast<const Limb*>(value.limbs());
    return LimbVector(from, from + trim(from, value.size()));
}

} // namespace

void multiply(Limb* result, const Limb* a, std::size_t an, const Limb* b, std::size_t bn) {
    if (bn == 1) {
        result[an] = multiply_one(result, a, an, b[0], 0);
        return;
    }
    if (an == 1) {
        result[bn] = multiply_one(result, b, bn, a[0], 0);
        return;
    }
    Backend product = view(result, an + bn);
    boost::multiprecision::backends::eval_multiply(product, view(a, an), view(b, bn));
    for (std::size_t i = product.size(); i < an + bn; ++i) result[i] = 0;
}

void divide(LimbVector* quotient, LimbVector& remainder, const Limb* a, std::size_t an, const Limb* b, std::size_t bn) {
    if (compare(a, an, b, bn) < 0) {
        remainder.assign(a, a + an);
        if (quotient) quotient->clear();
        return;
    }
    if (bn == 1) {
        if (quotient) quotient->resize(an);
        const Limb rest = divide_one(quotient ? quotient->data() : nullptr, a, an, b[0]);
        if (quotient) quotient->resize(trim(quotient->data(), an));
        remainder.assign(rest != 0, rest);
        return;
    }
    Backend whole, rest;
    boost::multiprecision::backends::divide_unsigned_helper(quotient ? &whole : nullptr, view(a, an), view(b, bn),
                                                            rest);
    if (quotient) *quotient = copy_out(whole);
    remainder = copy_out(rest);
}

LimbVector greatest_common_divisor(const Limb* a, std::size_t an, const Limb* b, std::size_t bn) {
    // Reduce first: the operands of what follows are then of like size.
    LimbVector rest;
    divide(nullptr, rest, a, an, b, bn);
    if (rest.empty()) return LimbVector(b, b + bn);
    // By assignment from constants: copying by construction, or moving, would give views again, and eval_gcd works in its copies.
    const Backend b_view = view(b, bn), rest_view = view(rest.data(), rest.size());
    Backend first, second, result;
    first = b_view;
    second = rest_view;
    boost::multiprecision::backends::eval_gcd(result, first, second);
    return copy_out(result);
}

LimbVector square_root(const Limb* a, std::size_t an) {
    // Newton's iteration from above: x <- (x + a / x) / 2 falls until it has reached the root.
    const std::uint64_t bits = bit_length(a, an);
    const std::uint64_t start = (bits + 1) / 2;
    LimbVector x(start / 64 + 1, 0);
    x[start / 64] = Limb{1} << (start % 64);
    LimbVector quotient, rest, next;
    for (;;) {
        divide(&quotient, rest, a, an, x.data(), x.size());
        next.assign(std::max(quotient.size(), x.size()) + 1, 0);
        const bool longer = quotient.size() > x.size();
        const LimbVector& large = longer ? quotient : x;
        const LimbVector& small = longer ? x : quotient;
        next.back() = add(next.data(), large.data(), large.size(), small.data(), small.size());
        shift_right(next.data(), next.data(), next.size(), 1);
        next.resize(trim(next.data(), next.size()));
        if (compare(next.data(), next.size(), x.data(), x.size()) >= 0) return x;
        x.swap(next);
    }
}

} // namespace mp::limbs
