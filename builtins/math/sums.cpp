// fsum, sumprod, prod, hypot, dist: sums that keep what rounding drops.
#include <cmath>
#include <limits>

#include <boost/container/small_vector.hpp>

#include "builtins/math/math.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/numbers.h"
#include "objects/types/tuple.h"

namespace mp::math {

namespace {

// An unevaluated sum: high is the rounded value, low what rounding left.
struct Pair {
    double high, low;
};

Pair two_sum(double a, double b) noexcept { // Knuth
    const double sum = a + b;
    const double back = sum - a;
    return {sum, (a - (sum - back)) + (b - back)};
}
Pair fast_two_sum(double a, double b) noexcept { // Dekker; |a| >= |b|
    const double sum = a + b;
    return {sum, (a - sum) + b};
}
Pair two_product(double a, double b) noexcept {
    const double product = a * b;
    return {product, std::fma(a, b, -product)};
}

// Three doubles deep: SumKVert for K = 3 (Ogita, Rump, Oishi: Accurate sum and dot product).
struct Triple {
    double high = 0, low = 0, tiny = 0;
    Triple plus_product(double x, double y) const noexcept {
        const Pair product = two_product(x, y);
        const Pair sum = two_sum(high, product.high);
        const Pair first = two_sum(low, product.low);
        const Pair second = two_sum(first.high, sum.low);
        return {sum.high, second.high, tiny + first.low + second.low};
    }
    double value() const noexcept {
        const Pair last = two_sum(low, tiny);
        return high + last.high;
    }
};

using Numbers = boost::container::small_vector<double, 8>;

// The Euclidean norm of absolute values, with at most one rounding error at the end in nearly all cases (mathmodule.c, vector_norm).
double vector_norm(Numbers& values, double largest, bool found_nan) noexcept {
    if (std::isinf(largest)) return largest;
    if (found_nan) return std::numeric_limits<double>::quiet_NaN();
    if (largest == 0 || values.size() <= 1) return largest;
    int exponent = 0;
    std::frexp(largest, &exponent);
    constexpr double smallest_normal = std::numeric_limits<double>::min();
    if (exponent < -1023) { // ldexp(1, -exponent) would overflow
        for (double& value : values) value /= smallest_normal;
        return smallest_normal * vector_norm(values, largest / smallest_normal, found_nan);
    }
    const double scale = std::ldexp(1.0, -exponent);
    double sum = 1.0, lost_in_squares = 0, lost_in_sums = 0;
    auto add = [&](double a, double b) {
        const Pair square = two_product(a, b);
        const Pair total = fast_two_sum(sum, square.high);
        sum = total.high;
        lost_in_squares += square.low;
        lost_in_sums += total.low;
    };
    for (double value : values) add(value * scale, value * scale);
    double root = std::sqrt(sum - 1.0 + (lost_in_squares + lost_in_sums));
    add(-root, root); // what the square root missed
    const double rest = sum - 1.0 + (lost_in_squares + lost_in_sums);
    root += rest / (2.0 * root);
    return root / scale;
}

} // namespace

Result<Owned> hypot(Runtime& rt, Args args) {
    Numbers values;
    double largest = 0;
    bool found_nan = false;
    for (std::uint32_t i = 0; i < args.count; ++i) {
        const double value = std::fabs(TRY(to_double(rt, args[i])));
        found_nan = found_nan || std::isnan(value);
        if (value > largest) largest = value;
        values.push_back(value);
    }
    return make_float(rt, vector_norm(values, largest, found_nan));
}

Result<Owned> dist(Runtime& rt, Args args) {
    Ref<TupleObject> p = TRY(tuple_from(rt, args[0]));
    Ref<TupleObject> q = TRY(tuple_from(rt, args[1]));
    if (p->size != q->size) return raise(rt, TypeId::ValueError, "both points must have the same number of dimensions");
    Numbers values;
    double largest = 0;
    bool found_nan = false;
    for (std::int64_t i = 0; i < p->size; ++i) {
        const double x = TRY(to_double(rt, (*p)[i]));
        const double y = TRY(to_double(rt, (*q)[i]));
        const double value = std::fabs(x - y);
        found_nan = found_nan || std::isnan(value);
        if (value > largest) largest = value;
        values.push_back(value);
    }
    return make_float(rt, vector_norm(values, largest, found_nan));
}

// Shewchuk's algorithm: `partials` are an exact, non-overlapping expansion of the sum.
Result<Owned> fsum(Runtime& rt, Args args) {
    boost::container::small_vector<double, 32> partials;
    double special = 0, infinities = 0;
    TRY(for_each(rt, args[0], [&](Value item) -> Result<void> {
        double x = TRY(to_double(rt, item));
        const double added = x;
        std::size_t kept = 0;
        for (std::size_t i = 0; i < partials.size(); ++i) {
            double y = partials[i];
            if (std::fabs(x) < std::fabs(y)) std::swap(x, y);
            const double high = x + y;
            const double low = y - (high - x);
            if (low != 0) partials[kept++] = low;
            x = high;
        }
        partials.resize(kept);
        if (x == 0) return ok;
        if (!std::isfinite(x)) {
            if (std::isfinite(added)) return raise(rt, TypeId::OverflowError, "intermediate overflow in fsum");
            if (std::isinf(added)) infinities += added;
            special += added;
            partials.clear();
        } else {
            partials.push_back(x);
        }
        return ok;
    }));
    if (special != 0) { // infinities or nan were there
        if (std::isnan(infinities)) return raise(rt, TypeId::ValueError, "-inf + inf in fsum");
        return make_float(rt, special);
    }
    double high = 0;
    std::size_t n = partials.size();
    if (n > 0) {
        high = partials[--n];
        double low = 0;
        while (n > 0) { // from the top until something is left over
            const double x = high;
            const double y = partials[--n];
            high = x + y;
            const double back = high - x;
            low = y - back;
            if (low != 0) break;
        }
        // Half-even across partials: 1e-16 + 1 + 1e16 must round like the exact sum.
        if (n > 0 && ((low < 0 && partials[n - 1] < 0) || (low > 0 && partials[n - 1] > 0))) {
            const double y = low * 2.0;
            const double x = high + y;
            const double back = x - high;
            if (y == back) high = x;
        }
    }
    return make_float(rt, high);
}

Result<Owned> sumprod(Runtime& rt, Args args) {
    Owned p = TRY(iterate(rt, args[0]));
    Owned q = TRY(iterate(rt, args[1]));
    Owned total = Owned::adopt(Value::from_int(0));
    bool ints = true, floats = true; // still on the fast paths
    bool float_sum_used = false;
    Triple float_sum;
    auto exact_int_value = [](Value v) {
        return v.is_int() || (v.is_object() && v.object()->layout == Layout::big_int);
    };
    auto exact_float_value = [](Value v) {
        return v.is_float() || (v.is_object() && v.object()->layout == Layout::float_);
    };
    auto finish_floats = [&]() -> Result<void> {
        floats = false;
        if (float_sum_used) total = TRY(binary(rt, BinaryOp::add, total, make_float(rt, float_sum.value())));
        float_sum_used = false;
        return ok;
    };
    for (;;) {
        Owned x = TRY(next(rt, p));
        Owned y = TRY(next(rt, q));
        if (x.is_exhausted() != y.is_exhausted())
            return raise(rt, TypeId::ValueError, "Inputs are not the same length");
        if (x.is_exhausted()) break;
        TRY(rt.pay(1));
        if (ints && exact_int_value(x) && exact_int_value(y)) {
            Owned product = TRY(int_multiply(rt, x, y));
            total = TRY(int_add(rt, total, product));
            continue;
        }
        ints = false;
        if (floats) {
            const bool x_float = exact_float_value(x), y_float = exact_float_value(y);
            const bool x_int = exact_int_value(x) || x.get().is_bool(), y_int = exact_int_value(y) || y.get().is_bool();
            if ((x_float && (y_float || y_int)) || (y_float && x_int)) {
                const double a = TRY(to_double(rt, x)), b = TRY(to_double(rt, y));
                if (std::isfinite(a) && std::isfinite(b)) {
                    const Triple sum = float_sum.plus_product(a, b);
                    if (std::isfinite(sum.high)) {
                        float_sum = sum;
                        float_sum_used = true;
                        continue;
                    }
                }
            }
            TRY(finish_floats());
        }
        Owned product = TRY(binary(rt, BinaryOp::mul, x, y));
        total = TRY(binary(rt, BinaryOp::add, total, product));
    }
    TRY(finish_floats());
    return total;
}

Result<Owned> prod(Runtime& rt, Args args) {
    Owned result = args.has(1) ? Owned::share(args[1]) : Owned::adopt(Value::from_int(1));
    TRY(for_each(rt, args[0], [&](Value item) -> Result<void> {
        result = TRY(binary(rt, BinaryOp::mul, result, item));
        return ok;
    }));
    return result;
}

} // namespace mp::math
