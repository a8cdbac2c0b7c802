// math: functions of doubles as C's library has them, with Python's errors, and the module's table.
#include <cerrno>
#include <cmath>
#include <limits>
#include <numbers>

#include "builtins/math/math.h"
#include "builtins/modules.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/module.h"
#include "objects/types/numbers.h"
#include "objects/types/tuple.h"

namespace mp::math {

Raised raise_math_domain(Runtime& rt) { return raise(rt, TypeId::ValueError, "math domain error"); }
Raised raise_math_range(Runtime& rt) { return raise(rt, TypeId::OverflowError, "math range error"); }

namespace {

using std::isfinite;
using std::isinf;
using std::isnan;

constexpr double infinity = std::numeric_limits<double>::infinity();

Result<double> argument(Runtime& rt, Value value) {
    if (value.is_float()) return value.as_float();
    return to_double(rt, value);
}

// A function of one double. A nan or infinity that was not there before is an error; an infinity is one of range when the function grows without bound.
template <double (*Function)(double), bool CanOverflow = false>
Result<Owned> unary(Runtime& rt, Args args) {
    const double x = TRY(argument(rt, args[0]));
    const double result = Function(x);
    if (isnan(result) && !isnan(x)) return raise_math_domain(rt);
    if (isinf(result) && isfinite(x)) return CanOverflow ? raise_math_range(rt) : raise_math_domain(rt);
    return make_float(rt, result);
}

template <double (*Function)(double, double)>
Result<Owned> binary_function(Runtime& rt, Args args) {
    const double x = TRY(argument(rt, args[0]));
    const double y = TRY(argument(rt, args[1]));
    const double result = Function(x, y);
    if (isnan(result) && !isnan(x) && !isnan(y)) return raise_math_domain(rt);
    if (isinf(result) && isfinite(x) && isfinite(y)) return raise_math_range(rt);
    return make_float(rt, result);
}

template <double (*Function)(double, Problem&) noexcept>
Result<Owned> gamma_like(Runtime& rt, Args args) {
    const double x = TRY(argument(rt, args[0]));
    Problem problem = Problem::None;
    const double result = Function(x, problem);
    if (problem == Problem::Domain) return raise_math_domain(rt);
    if (problem == Problem::Range) return raise_math_range(rt);
    return make_float(rt, result);
}

template <bool (*Test)(double)>
Result<Owned> classify(Runtime& rt, Args args) {
    return Owned::adopt(Value::boolean(Test(TRY(argument(rt, args[0])))));
}
bool is_finite(double x) { return isfinite(x); }
bool is_infinite(double x) { return isinf(x); }
bool is_nan(double x) { return isnan(x); }

double to_degrees(double x) { return x * (180.0 / std::numbers::pi); }
double to_radians(double x) { return x * (std::numbers::pi / 180.0); }

template <auto Function>
Result<Owned> plain(Runtime& rt, Args args) { // of which no result is an error
    return make_float(rt, Function(TRY(argument(rt, args[0]))));
}

double remainder_of(double x, double y) { return std::remainder(x, y); }

// ---- rounding to ints

// A method of the value's type, else (for what float() takes) the rounded double.
template <double (*Function)(double), StrObject* Names::*Method>
Result<Owned> round_by(Runtime& rt, Args args) {
    const Value value = args[0];
    if (!value.is_float() && !(value.is_object() && value.object()->layout == Layout::float_)) {
        if (value.is_int()) return Owned::adopt(value);
        bool absent = false;
        Owned result = TRY(call_special(rt, value, *(rt.names().*Method), nullptr, 0, absent));
        if (!absent) return result;
    }
    return int_from_double(rt, Function(TRY(argument(rt, value))));
}

Result<Owned> trunc(Runtime& rt, Args args) {
    const Value value = args[0];
    if (value.is_float()) return int_from_double(rt, value.as_float());
    bool absent = false;
    Owned result = TRY(call_special(rt, value, *rt.names().dunder_trunc, nullptr, 0, absent));
    if (absent)
        return raise(rt, TypeId::TypeError, "type %.100s doesn't define __trunc__ method", type_name(rt, value));
    return result;
}

// ---- logarithms, also of ints beyond double's range

// log of a positive int that is too large for a double: log(m) + e * log(2).
template <double (*Function)(double)>
Result<double> log_of(Runtime& rt, Value value) {
    double x = 0;
    if (is_any_int(value)) {
        if (int_sign(value) <= 0) return raise_math_domain(rt);
        Result<double> converted = int_as_double(rt, value);
        if (converted.is_raised()) {
            rt.clear_pending();
            const std::uint64_t bits = int_bit_length(value);
            Owned top = TRY(int_right_shift(rt, value, Value::from_int(static_cast<std::int64_t>(bits) - 1023)));
            const double fraction = std::ldexp(TRY(int_as_double(rt, top)), -1023);
            return Function(fraction) + Function(2.0) * static_cast<double>(bits);
        }
        x = converted.take();
    } else {
        x = TRY(argument(rt, value));
    }
    if (isnan(x) || x == infinity) return x;
    if (!(x > 0)) return raise_math_domain(rt);
    return Function(x);
}

Result<Owned> log(Runtime& rt, Args args) {
    const double value = TRY(log_of<std::log>(rt, args[0]));
    if (!args.has(1)) return make_float(rt, value);
    const double base = TRY(log_of<std::log>(rt, args[1]));
    if (base == 0) return raise(rt, TypeId::ZeroDivisionError, "float division by zero");
    return make_float(rt, value / base);
}
Result<Owned> log2(Runtime& rt, Args args) { return make_float(rt, TRY(log_of<std::log2>(rt, args[0]))); }
Result<Owned> log10(Runtime& rt, Args args) { return make_float(rt, TRY(log_of<std::log10>(rt, args[0]))); }

// ---- powers and parts

Result<Owned> pow(Runtime& rt, Args args) {
    const double x = TRY(argument(rt, args[0]));
    const double y = TRY(argument(rt, args[1]));
    double result = 0;
    if (isfinite(x) && isfinite(y)) {
        result = std::pow(x, y);
        if (isnan(result)) return raise_math_domain(rt);
        if (isinf(result)) return x == 0 ? raise_math_domain(rt) : raise_math_range(rt);
        return make_float(rt, result);
    }
    // C99 Annex F, spelled out because platforms differ.
    if (isnan(x)) {
        result = y == 0 ? 1.0 : x;
    } else if (isnan(y)) {
        result = x == 1.0 ? 1.0 : y;
    } else if (isinf(x)) {
        const bool odd = isfinite(y) && std::fmod(std::fabs(y), 2.0) == 1.0;
        if (y > 0) {
            result = odd ? x : std::fabs(x);
        } else if (y == 0) {
            result = 1.0;
        } else {
            result = odd ? std::copysign(0.0, x) : 0.0;
        }
    } else { // y is infinite
        const double size = std::fabs(x);
        if (size == 1.0) {
            result = 1.0;
        } else if (y > 0 && size > 1.0) {
            result = y;
        } else if (y < 0 && size < 1.0) {
            result = -y;
        }
    }
    return make_float(rt, result);
}

Result<Owned> fmod(Runtime& rt, Args args) {
    const double x = TRY(argument(rt, args[0]));
    const double y = TRY(argument(rt, args[1]));
    if (isinf(y) && isfinite(x)) return make_float(rt, x);
    const double result = std::fmod(x, y);
    if (isnan(result) && !isnan(x) && !isnan(y)) return raise_math_domain(rt);
    return make_float(rt, result);
}

Result<Owned> frexp(Runtime& rt, Args args) {
    const double x = TRY(argument(rt, args[0]));
    int exponent = 0;
    const double mantissa = isfinite(x) && x != 0 ? std::frexp(x, &exponent) : x;
    Owned first = make_float(rt, mantissa);
    return Owned(tuple_of(rt, first, Value::from_int(exponent)));
}

Result<Owned> ldexp(Runtime& rt, Args args) {
    const double x = TRY(argument(rt, args[0]));
    if (!is_any_int(args[1])) return raise(rt, TypeId::TypeError, "Expected an int as second argument to ldexp.");
    std::int64_t exponent = 0;
    if (!int_to_int64(args[1], exponent)) exponent = int_sign(args[1]) < 0 ? INT64_MIN : INT64_MAX;
    if (x == 0 || !isfinite(x)) return make_float(rt, x);
    if (exponent > 10000) return raise_math_range(rt);
    if (exponent < -10000) return make_float(rt, std::copysign(0.0, x));
    const double result = std::ldexp(x, static_cast<int>(exponent));
    if (isinf(result)) return raise_math_range(rt);
    return make_float(rt, result);
}

Result<Owned> modf(Runtime& rt, Args args) {
    const double x = TRY(argument(rt, args[0]));
    double whole = 0;
    const double fraction = isinf(x) ? std::copysign(0.0, x) : std::modf(x, &whole);
    if (isinf(x)) whole = x;
    Owned first = make_float(rt, fraction), second = make_float(rt, whole);
    return Owned(tuple_of(rt, first, second));
}

Result<Owned> fma(Runtime& rt, Args args) {
    const double x = TRY(argument(rt, args[0]));
    const double y = TRY(argument(rt, args[1]));
    const double z = TRY(argument(rt, args[2]));
    const double result = std::fma(x, y, z);
    if (isnan(result) && !isnan(x) && !isnan(y) && !isnan(z))
        return raise(rt, TypeId::ValueError, "invalid operation in fma");
    if (isinf(result) && isfinite(x) && isfinite(y) && isfinite(z))
        return raise(rt, TypeId::OverflowError, "overflow in fma");
    return make_float(rt, result);
}

// ---- neighbours

Result<Owned> nextafter(Runtime& rt, Args args) {
    const double x = TRY(argument(rt, args[0]));
    const double y = TRY(argument(rt, args[1]));
    if (!args.has(2) || args[2].is_none()) return make_float(rt, std::nextafter(x, y));
    Owned count = TRY(index(rt, args[2]));
    if (int_sign(count) < 0) return raise(rt, TypeId::ValueError, "steps must be a non-negative integer");
    std::uint64_t steps = 0;
    if (!int_to_uint64(count, steps)) steps = UINT64_MAX;
    if (steps == 0) return make_float(rt, x);
    if (isnan(x)) return make_float(rt, x);
    if (isnan(y)) return make_float(rt, y);
    // Without their signs the bits of doubles count them in order.
    constexpr std::uint64_t sign_bit = std::uint64_t{1} << 63;
    const auto from = std::bit_cast<std::uint64_t>(x), to = std::bit_cast<std::uint64_t>(y);
    if (from == to) return make_float(rt, x);
    const std::uint64_t from_size = from & ~sign_bit, to_size = to & ~sign_bit;
    std::uint64_t result = 0;
    if ((from ^ to) & sign_bit) { // through zero
        if (from_size + to_size <= steps) return make_float(rt, y);
        if (from_size < steps) {
            result = (to & sign_bit) | (steps - from_size);
        } else {
            result = from - steps;
        }
    } else if (to_size > from_size) {
        result = to_size - from_size >= steps ? from + steps : to;
    } else {
        result = from_size - to_size >= steps ? from - steps : to;
    }
    return make_float(rt, std::bit_cast<double>(result));
}

Result<Owned> ulp(Runtime& rt, Args args) {
    const double x = std::fabs(TRY(argument(rt, args[0])));
    if (!isfinite(x)) return make_float(rt, x);
    const double next = std::nextafter(x, infinity);
    return make_float(rt, isinf(next) ? x - std::nextafter(x, -infinity) : next - x);
}

Result<Owned> isclose(Runtime& rt, Args args) {
    const double a = TRY(argument(rt, args[0]));
    const double b = TRY(argument(rt, args[1]));
    const double relative = args.has(2) ? TRY(argument(rt, args[2])) : 1e-09;
    const double absolute = args.has(3) ? TRY(argument(rt, args[3])) : 0.0;
    if (relative < 0 || absolute < 0) return raise(rt, TypeId::ValueError, "tolerances must be non-negative");
    if (a == b) return Owned::adopt(Value::true_());
    if (isinf(a) || isinf(b)) return Owned::adopt(Value::false_());
    const double difference = std::fabs(b - a);
    return Owned::adopt(Value::boolean(difference <= std::fabs(relative * b) || difference <= std::fabs(relative * a) ||
                                       difference <= absolute));
}

Result<void> fill(Runtime& rt, ModuleObject& module) {
    module_add(rt, module, "pi", make_float(rt, std::numbers::pi));
    module_add(rt, module, "e", make_float(rt, std::numbers::e));
    module_add(rt, module, "tau", make_float(rt, 2 * std::numbers::pi));
    module_add(rt, module, "inf", make_float(rt, infinity));
    module_add(rt, module, "nan", make_float(rt, std::fabs(std::numeric_limits<double>::quiet_NaN())));
    return ok;
}

const NativeDef functions[] = {
    {"acos", native<unary<std::acos>>, 1, 1, nullptr,
     "Return the arc cosine (measured in radians) of x.\n\nThe result is between 0 and pi."},
    {"acosh", native<unary<std::acosh>>, 1, 1, nullptr, "Return the inverse hyperbolic cosine of x."},
    {"asin", native<unary<std::asin>>, 1, 1, nullptr,
     "Return the arc sine (measured in radians) of x.\n\nThe result is between -pi/2 and pi/2."},
    {"asinh", native<unary<std::asinh>>, 1, 1, nullptr, "Return the inverse hyperbolic sine of x."},
    {"atan", native<unary<std::atan>>, 1, 1, nullptr,
     "Return the arc tangent (measured in radians) of x.\n\nThe result is between -pi/2 and pi/2."},
    {"atan2", native<binary_function<std::atan2>>, 2, 2, nullptr,
     "Return the arc tangent (measured in radians) of y/x.\n\nUnlike atan(y/x), the signs of both x and y are "
     "considered."},
    {"atanh", native<unary<std::atanh>>, 1, 1, nullptr, "Return the inverse hyperbolic tangent of x."},
    {"cbrt", native<unary<std::cbrt>>, 1, 1, nullptr, "Return the cube root of x."},
    {"ceil", native<round_by<std::ceil, &Names::dunder_ceil>>, 1, 1, nullptr,
     "Return the ceiling of x as an Integral.\n\nThis is the smallest integer >= x."},
    {"comb", native<comb>, 2, 2, nullptr,
     "Number of ways to choose k items from n items without repetition and without order."},
    {"copysign", native<binary_function<std::copysign>>, 2, 2, nullptr,
     "Return a float with the magnitude (absolute value) of x but the sign of y."},
    {"cos", native<unary<std::cos>>, 1, 1, nullptr, "Return the cosine of x (measured in radians)."},
    {"cosh", native<unary<std::cosh, true>>, 1, 1, nullptr, "Return the hyperbolic cosine of x."},
    {"degrees", native<plain<to_degrees>>, 1, 1, nullptr, "Convert angle x from radians to degrees."},
    {"dist", native<dist>, 2, 2, nullptr, "Return the Euclidean distance between two points p and q."},
    {"erf", native<unary<std::erf, true>>, 1, 1, nullptr, "Error function at x."},
    {"erfc", native<unary<std::erfc, true>>, 1, 1, nullptr, "Complementary error function at x."},
    {"exp", native<unary<std::exp, true>>, 1, 1, nullptr, "Return e raised to the power of x."},
    {"exp2", native<unary<std::exp2, true>>, 1, 1, nullptr, "Return 2 raised to the power of x."},
    {"expm1", native<unary<std::expm1, true>>, 1, 1, nullptr, "Return exp(x)-1."},
    {"fabs", native<unary<std::fabs>>, 1, 1, nullptr, "Return the absolute value of the float x."},
    {"factorial", native<factorial>, 1, 1, nullptr, "Find n!."},
    {"floor", native<round_by<std::floor, &Names::dunder_floor>>, 1, 1, nullptr,
     "Return the floor of x as an Integral.\n\nThis is the largest integer <= x."},
    {"fma", native<fma>, 3, 3, nullptr, "Fused multiply-add operation.\n\nCompute (x * y) + z with a single round."},
    {"fmod", native<fmod>, 2, 2, nullptr, "Return fmod(x, y), according to platform C.\n\nx % y may differ."},
    {"frexp", native<frexp>, 1, 1, nullptr, "Return the mantissa and exponent of x, as pair (m, e)."},
    {"fsum", native<fsum>, 1, 1, nullptr, "Return an accurate floating-point sum of values in the iterable seq."},
    {"gamma", native<gamma_like<gamma_function>>, 1, 1, nullptr, "Gamma function at x."},
    {"gcd", native<gcd>, 0, -1, nullptr, "Greatest Common Divisor."},
    {"hypot", native<hypot>, 0, -1, nullptr,
     "hypot(*coordinates) -> value\n\nMultidimensional Euclidean distance from the origin to a point."},
    {"isclose", native<isclose>, 2, 2, "a, b, *, rel_tol=1e-09, abs_tol=0.0",
     "Determine whether two floating-point numbers are close in value."},
    {"isfinite", native<classify<is_finite>>, 1, 1, nullptr,
     "Return True if x is neither an infinity nor a NaN, and False otherwise."},
    {"isinf", native<classify<is_infinite>>, 1, 1, nullptr,
     "Return True if x is a positive or negative infinity, and False otherwise."},
    {"isnan", native<classify<is_nan>>, 1, 1, nullptr,
     "Return True if x is a NaN (not a number), and False otherwise."},
    {"isqrt", native<isqrt>, 1, 1, nullptr, "Return the integer part of the square root of the input."},
    {"lcm", native<lcm>, 0, -1, nullptr, "Least Common Multiple."},
    {"ldexp", native<ldexp>, 2, 2, nullptr, "Return x * (2**i).\n\nThis is essentially the inverse of frexp()."},
    {"lgamma", native<gamma_like<log_gamma>>, 1, 1, nullptr,
     "Natural logarithm of absolute value of Gamma function at x."},
    {"log", native<log>, 1, 2, nullptr,
     "log(x, [base=math.e])\nReturn the logarithm of x to the given base.\n\nIf the base is not specified, returns the "
     "natural logarithm (base e) of x."},
    {"log10", native<log10>, 1, 1, nullptr, "Return the base 10 logarithm of x."},
    {"log1p", native<unary<std::log1p>>, 1, 1, nullptr,
     "Return the natural logarithm of 1+x (base e).\n\nThe result is computed in a way which is accurate for x near "
     "zero."},
    {"log2", native<log2>, 1, 1, nullptr, "Return the base 2 logarithm of x."},
    {"modf", native<modf>, 1, 1, nullptr,
     "Return the fractional and integer parts of x.\n\nBoth results carry the sign of x and are floats."},
    {"nextafter", native<nextafter>, 2, 2, "x, y, /, *, steps=None",
     "Return the floating-point value the given number of steps after x towards y."},
    {"perm", native<perm>, 1, 2, nullptr,
     "Number of ways to choose k items from n items without repetition and with order."},
    {"pow", native<pow>, 2, 2, nullptr, "Return x**y (x to the power of y)."},
    {"prod", native<prod>, 1, 1, "iterable, /, *, start=1",
     "Calculate the product of all the elements in the input iterable."},
    {"radians", native<plain<to_radians>>, 1, 1, nullptr, "Convert angle x from degrees to radians."},
    {"remainder", native<binary_function<remainder_of>>, 2, 2, nullptr,
     "Difference between x and the closest integer multiple of y."},
    {"sin", native<unary<std::sin>>, 1, 1, nullptr, "Return the sine of x (measured in radians)."},
    {"sinh", native<unary<std::sinh, true>>, 1, 1, nullptr, "Return the hyperbolic sine of x."},
    {"sqrt", native<unary<std::sqrt>>, 1, 1, nullptr, "Return the square root of x."},
    {"sumprod", native<sumprod>, 2, 2, nullptr, "Return the sum of products of values from two iterables p and q."},
    {"tan", native<unary<std::tan>>, 1, 1, nullptr, "Return the tangent of x (measured in radians)."},
    {"tanh", native<unary<std::tanh>>, 1, 1, nullptr, "Return the hyperbolic tangent of x."},
    {"trunc", native<trunc>, 1, 1, nullptr,
     "Truncates the Real x to the nearest Integral toward 0.\n\nUses the __trunc__ magic method."},
    {"ulp", native<ulp>, 1, 1, nullptr, "Return the value of the least significant bit of the float x."},
    {},
};

} // namespace
} // namespace mp::math

namespace mp {

extern const ModuleDef math_module_def;
const ModuleDef math_module_def = {
    .name = "math",
    .doc = "This module provides access to the mathematical functions\ndefined by the C standard.",
    .functions = math::functions,
    .fill = math::fill,
};

} // namespace mp
