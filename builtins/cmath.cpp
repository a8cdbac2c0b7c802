// cmath: functions of complex numbers. Finite arguments take the formulas of Kahan ("Branch cuts for complex elementary functions") in the form that keeps
// CPython's last digits; infinities and nans are the C library's, which follows Annex G of the C standard.
#include <cmath>
#include <complex>
#include <limits>
#include <numbers>

#include "builtins/modules.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/module.h"
#include "objects/types/numbers.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

using Complex = ComplexNumber;
enum class Problem : std::uint8_t { None, Domain, Range };

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr double smallest_normal = std::numeric_limits<double>::min();
constexpr double large = std::numeric_limits<double>::max() / 4; // beyond it squares and hypot() may overflow
constexpr double ln2 = std::numbers::ln2;
constexpr double ln10 = std::numbers::ln10;
constexpr double pi = std::numbers::pi;
constexpr double euler = std::numbers::e;
constexpr double log_large = 708.3964185322641; // log(large)

bool is_finite(Complex z) noexcept { return std::isfinite(z.real) && std::isfinite(z.imag); }
bool is_infinite(Complex z) noexcept { return std::isinf(z.real) || std::isinf(z.imag); }

template <class Function>
Complex by_library(Function function, Complex z) {
    const std::complex<double> result = function(std::complex<double>(z.real, z.imag));
    return {result.real(), result.imag()};
}

Complex square_root(Complex z, Problem&) {
    if (!is_finite(z)) return by_library([](auto x) { return std::sqrt(x); }, z);
    if (z.real == 0 && z.imag == 0) return {0.0, z.imag};
    double x = std::fabs(z.real);
    const double y = std::fabs(z.imag);
    double s = 0;
    if (x < smallest_normal && y < smallest_normal) { // subnormal: scale up and down again
        x = std::ldexp(x, 53);
        s = std::ldexp(std::sqrt(x + std::hypot(x, std::ldexp(y, 53))), -27);
    } else {
        x /= 8.0;
        s = 2.0 * std::sqrt(x + std::hypot(x, y / 8.0));
    }
    const double d = y / (2.0 * s);
    if (z.real >= 0) return {s, std::copysign(d, z.imag)};
    return {d, std::copysign(s, z.imag)};
}

Complex arc_cosine(Complex z, Problem& problem) {
    if (!is_finite(z)) return by_library([](auto x) { return std::acos(x); }, z);
    if (std::fabs(z.real) > large || std::fabs(z.imag) > large) {
        const double size = std::log(std::hypot(z.real / 2.0, z.imag / 2.0)) + ln2 * 2.0;
        const double real = std::atan2(std::fabs(z.imag), z.real);
        return {real, z.real < 0 ? -std::copysign(size, z.imag) : std::copysign(size, -z.imag)};
    }
    const Complex a = square_root({1.0 - z.real, -z.imag}, problem);
    const Complex b = square_root({1.0 + z.real, z.imag}, problem);
    return {2.0 * std::atan2(a.real, b.real), std::asinh(b.real * a.imag - b.imag * a.real)};
}

Complex area_cosine(Complex z, Problem& problem) {
    if (!is_finite(z)) return by_library([](auto x) { return std::acosh(x); }, z);
    if (std::fabs(z.real) > large || std::fabs(z.imag) > large)
        return {std::log(std::hypot(z.real / 2.0, z.imag / 2.0)) + ln2 * 2.0, std::atan2(z.imag, z.real)};
    const Complex a = square_root({z.real - 1.0, z.imag}, problem);
    const Complex b = square_root({z.real + 1.0, z.imag}, problem);
    return {std::asinh(a.real * b.real + a.imag * b.imag), 2.0 * std::atan2(a.imag, b.real)};
}

Complex area_sine(Complex z, Problem& problem) {
    if (!is_finite(z)) return by_library([](auto x) { return std::asinh(x); }, z);
    if (std::fabs(z.real) > large || std::fabs(z.imag) > large) {
        const double size = std::log(std::hypot(z.real / 2.0, z.imag / 2.0)) + ln2 * 2.0;
        return {z.imag >= 0 ? std::copysign(size, z.real) : -std::copysign(size, -z.real),
                std::atan2(z.imag, std::fabs(z.real))};
    }
    const Complex a = square_root({1.0 + z.imag, -z.real}, problem);
    const Complex b = square_root({1.0 - z.imag, z.real}, problem);
    return {std::asinh(a.real * b.imag - b.real * a.imag), std::atan2(z.imag, a.real * b.real - a.imag * b.imag)};
}

Complex area_tangent(Complex z, Problem& problem) {
    if (!is_finite(z)) {
        if (std::isnan(z.real)) z.real = not_a_number; // without a sign, which the library would hand on to a zero
        return by_library([](auto x) { return std::atanh(x); }, z);
    }
    if (std::signbit(z.real)) { // odd function: the right half-plane is enough
        const Complex mirrored = area_tangent({-z.real, -z.imag}, problem);
        return {-mirrored.real, -mirrored.imag};
    }
    const double y = std::fabs(z.imag);
    static constexpr double root_smallest = 1.4916681462400413e-154; // sqrt(DBL_MIN)
    if (z.real > std::sqrt(large) || y > std::sqrt(large)) {
        const double h = std::hypot(z.real / 2.0, z.imag / 2.0);
        return {z.real / 4.0 / h / h, -std::copysign(pi / 2.0, -z.imag)};
    }
    if (z.real == 1.0 && y < root_smallest) {
        if (y == 0) {
            problem = Problem::Domain;
            return {infinity, z.imag};
        }
        return {-std::log(std::sqrt(y) / std::sqrt(std::hypot(y, 2.0))),
                std::copysign(std::atan2(2.0, -y) / 2, z.imag)};
    }
    return {std::log1p(4.0 * z.real / ((1 - z.real) * (1 - z.real) + y * y)) / 4.0,
            -std::atan2(-2.0 * z.imag, (1 - z.real) * (1 + z.real) - y * y) / 2.0};
}

Complex hyperbolic_cosine(Complex z, Problem& problem) {
    if (!is_finite(z)) {
        if (std::isinf(z.imag) && !std::isnan(z.real)) problem = Problem::Domain;
        return by_library([](auto x) { return std::cosh(x); }, z);
    }
    Complex result;
    if (std::fabs(z.real) > log_large) { // cosh(x) overflows where the product need not
        const double x = z.real - std::copysign(1.0, z.real);
        result = {std::cos(z.imag) * std::cosh(x) * euler, std::sin(z.imag) * std::sinh(x) * euler};
    } else {
        result = {std::cos(z.imag) * std::cosh(z.real), std::sin(z.imag) * std::sinh(z.real)};
    }
    if (is_infinite(result)) problem = Problem::Range;
    return result;
}

Complex hyperbolic_sine(Complex z, Problem& problem) {
    if (!is_finite(z)) {
        if (std::isinf(z.imag) && !std::isnan(z.real)) problem = Problem::Domain;
        return by_library([](auto x) { return std::sinh(x); }, z);
    }
    Complex result;
    if (std::fabs(z.real) > log_large) {
        const double x = z.real - std::copysign(1.0, z.real);
        result = {std::cos(z.imag) * std::sinh(x) * euler, std::sin(z.imag) * std::cosh(x) * euler};
    } else {
        result = {std::cos(z.imag) * std::sinh(z.real), std::sin(z.imag) * std::cosh(z.real)};
    }
    if (is_infinite(result)) problem = Problem::Range;
    return result;
}

Complex hyperbolic_tangent(Complex z, Problem& problem) {
    if (!is_finite(z)) {
        if (std::isinf(z.imag) && std::isfinite(z.real)) problem = Problem::Domain;
        return by_library([](auto x) { return std::tanh(x); }, z);
    }
    if (std::fabs(z.real) > log_large)
        return {std::copysign(1.0, z.real),
                4.0 * std::sin(z.imag) * std::cos(z.imag) * std::exp(-2.0 * std::fabs(z.real))};
    const double tx = std::tanh(z.real), ty = std::tan(z.imag), cx = 1.0 / std::cosh(z.real);
    const double product = tx * ty;
    const double denominator = 1.0 + product * product;
    return {tx * (1.0 + ty * ty) / denominator, ((ty / denominator) * cx) * cx};
}

// Trigonometric functions are the hyperbolic ones turned by a right angle: f(z) = -i g(iz).
template <Complex (*Function)(Complex, Problem&)>
Complex turned(Complex z, Problem& problem) {
    const Complex result = Function({-z.imag, z.real}, problem);
    return {result.imag, -result.real};
}
Complex cosine(Complex z, Problem& problem) { return hyperbolic_cosine({-z.imag, z.real}, problem); }

Complex exponential(Complex z, Problem& problem) {
    if (!is_finite(z)) {
        if (std::isinf(z.imag) && (std::isfinite(z.real) || z.real == infinity)) problem = Problem::Domain;
        if (z.real == -infinity && !std::isfinite(z.imag)) return {0.0, 0.0};
        return by_library([](auto x) { return std::exp(x); }, z);
    }
    Complex result;
    if (z.real > log_large) {
        const double length = std::exp(z.real - 1.0);
        result = {length * std::cos(z.imag) * euler, length * std::sin(z.imag) * euler};
    } else {
        const double length = std::exp(z.real);
        result = {length * std::cos(z.imag), length * std::sin(z.imag)};
    }
    if (is_infinite(result)) problem = Problem::Range;
    return result;
}

Complex logarithm(Complex z, Problem& problem) {
    if (!is_finite(z)) return by_library([](auto x) { return std::log(x); }, z);
    const double x = std::fabs(z.real), y = std::fabs(z.imag);
    double real = 0;
    if (x > large || y > large) {
        real = std::log(std::hypot(x / 2.0, y / 2.0)) + ln2;
    } else if (x < smallest_normal && y < smallest_normal) {
        if (x > 0 || y > 0) {
            real = std::log(std::hypot(std::ldexp(x, 53), std::ldexp(y, 53))) - 53 * ln2;
        } else {
            real = -infinity;
            problem = Problem::Domain;
        }
    } else {
        const double h = std::hypot(x, y);
        if (0.71 <= h && h <= 1.73) { // near 1 the logarithm is small: take it from the square's distance to 1
            const double most = std::fmax(x, y), least = std::fmin(x, y);
            real = std::log1p((most - 1) * (most + 1) + least * least) / 2.0;
        } else {
            real = std::log(h);
        }
    }
    return {real, std::atan2(z.imag, z.real)};
}

Complex logarithm_10(Complex z, Problem& problem) {
    const Complex result = logarithm(z, problem);
    return {result.real / ln10, result.imag / ln10};
}

Raised raise_problem(Runtime& rt, Problem problem) {
    if (problem == Problem::Domain) return raise(rt, TypeId::ValueError, "math domain error");
    return raise(rt, TypeId::OverflowError, "math range error");
}

template <Complex (*Function)(Complex, Problem&)>
Result<Owned> unary(Runtime& rt, Args args) {
    const Complex z = TRY(to_complex(rt, args[0]));
    Problem problem = Problem::None;
    const Complex result = Function(z, problem);
    if (problem != Problem::None) return raise_problem(rt, problem);
    return make_complex(rt, result.real, result.imag);
}

Result<Owned> log(Runtime& rt, Args args) {
    const Complex z = TRY(to_complex(rt, args[0]));
    Problem problem = Problem::None;
    Complex result = logarithm(z, problem);
    if (args.has(1)) {
        const Complex base = logarithm(TRY(to_complex(rt, args[1])), problem);
        if (base.real == 0 && base.imag == 0) problem = Problem::Domain;
        if (problem == Problem::None) result = TRY(complex_divide(rt, result, base));
    }
    if (problem != Problem::None) return raise_problem(rt, problem);
    return make_complex(rt, result.real, result.imag);
}

Result<Owned> phase(Runtime& rt, Args args) {
    const Complex z = TRY(to_complex(rt, args[0]));
    return make_float(rt, std::atan2(z.imag, z.real));
}

Result<Owned> polar(Runtime& rt, Args args) {
    const Complex z = TRY(to_complex(rt, args[0]));
    const double size = std::hypot(z.real, z.imag);
    if (std::isinf(size) && is_finite(z)) return raise_problem(rt, Problem::Range);
    Owned length = make_float(rt, size), angle = make_float(rt, std::atan2(z.imag, z.real));
    return Owned(tuple_of(rt, length, angle));
}

Result<Owned> rect(Runtime& rt, Args args) {
    const double r = TRY(to_double(rt, args[0]));
    const double phi = TRY(to_double(rt, args[1]));
    if (std::isinf(phi) && r != 0 && !std::isnan(r)) return raise_problem(rt, Problem::Domain);
    Complex result;
    if (std::isfinite(r) && std::isfinite(phi)) {
        // sin(0) would lose the sign of r * 0.
        result = phi == 0 ? Complex{r, r * phi} : Complex{r * std::cos(phi), r * std::sin(phi)};
    } else if (std::isnan(r)) {
        result = {not_a_number, phi == 0 ? phi : not_a_number};
    } else if (std::isinf(r) && std::isfinite(phi)) {
        if (phi == 0) {
            result = {r, r > 0 ? phi : -phi};
        } else {
            result = {std::copysign(infinity, r * std::cos(phi)), std::copysign(infinity, r * std::sin(phi))};
        }
    } else if (r == 0) {
        result = {0, 0};
    } else {
        result = {std::isinf(r) ? infinity : not_a_number, not_a_number};
    }
    return make_complex(rt, result.real, result.imag);
}

template <bool (*Test)(Complex)>
Result<Owned> classify(Runtime& rt, Args args) {
    return Owned::adopt(Value::boolean(Test(TRY(to_complex(rt, args[0])))));
}
bool test_finite(Complex z) { return is_finite(z); }
bool test_infinite(Complex z) { return is_infinite(z); }
bool test_nan(Complex z) { return std::isnan(z.real) || std::isnan(z.imag); }

Result<Owned> isclose(Runtime& rt, Args args) {
    const Complex a = TRY(to_complex(rt, args[0]));
    const Complex b = TRY(to_complex(rt, args[1]));
    const double relative = args.has(2) ? TRY(to_double(rt, args[2])) : 1e-09;
    const double absolute = args.has(3) ? TRY(to_double(rt, args[3])) : 0.0;
    if (relative < 0 || absolute < 0) return raise(rt, TypeId::ValueError, "tolerances must be non-negative");
    if (a.real == b.real && a.imag == b.imag) return Owned::adopt(Value::true_());
    if (is_infinite(a) || is_infinite(b)) return Owned::adopt(Value::false_());
    const double difference = std::hypot(a.real - b.real, a.imag - b.imag);
    const double a_size = std::hypot(a.real, a.imag), b_size = std::hypot(b.real, b.imag);
    return Owned::adopt(
        Value::boolean(difference <= relative * b_size || difference <= relative * a_size || difference <= absolute));
}

Result<void> fill(Runtime& rt, ModuleObject& module) {
    module_add(rt, module, "pi", make_float(rt, pi));
    module_add(rt, module, "e", make_float(rt, euler));
    module_add(rt, module, "tau", make_float(rt, 2 * pi));
    module_add(rt, module, "inf", make_float(rt, infinity));
    module_add(rt, module, "infj", make_complex(rt, 0, infinity));
    module_add(rt, module, "nan", make_float(rt, not_a_number));
    module_add(rt, module, "nanj", make_complex(rt, 0, not_a_number));
    return ok;
}

const NativeDef functions[] = {
    {"acos", native<unary<arc_cosine>>, 1, 1, nullptr, "Return the arc cosine of z."},
    {"acosh", native<unary<area_cosine>>, 1, 1, nullptr, "Return the inverse hyperbolic cosine of z."},
    {"asin", native<unary<turned<area_sine>>>, 1, 1, nullptr, "Return the arc sine of z."},
    {"asinh", native<unary<area_sine>>, 1, 1, nullptr, "Return the inverse hyperbolic sine of z."},
    {"atan", native<unary<turned<area_tangent>>>, 1, 1, nullptr, "Return the arc tangent of z."},
    {"atanh", native<unary<area_tangent>>, 1, 1, nullptr, "Return the inverse hyperbolic tangent of z."},
    {"cos", native<unary<cosine>>, 1, 1, nullptr, "Return the cosine of z."},
    {"cosh", native<unary<hyperbolic_cosine>>, 1, 1, nullptr, "Return the hyperbolic cosine of z."},
    {"exp", native<unary<exponential>>, 1, 1, nullptr, "Return the exponential value e**z."},
    {"isclose", native<isclose>, 2, 2, "a, b, *, rel_tol=1e-09, abs_tol=0.0",
     "Determine whether two complex numbers are close in value."},
    {"isfinite", native<classify<test_finite>>, 1, 1, nullptr,
     "Return True if both the real and imaginary parts of z are finite, else False."},
    {"isinf", native<classify<test_infinite>>, 1, 1, nullptr, "Checks if the real or imaginary part of z is infinite."},
    {"isnan", native<classify<test_nan>>, 1, 1, nullptr,
     "Checks if the real or imaginary part of z not a number (NaN)."},
    {"log", native<log>, 1, 2, nullptr,
     "log(z[, base]) -> the logarithm of z to the given base.\n\nIf the base is not specified, returns the natural "
     "logarithm (base e) of z."},
    {"log10", native<unary<logarithm_10>>, 1, 1, nullptr, "Return the base-10 logarithm of z."},
    {"phase", native<phase>, 1, 1, nullptr, "Return argument, also known as the phase angle, of a complex."},
    {"polar", native<polar>, 1, 1, nullptr,
     "Convert a complex from rectangular coordinates to polar coordinates.\n\nr is the distance from 0 and phi the "
     "phase angle."},
    {"rect", native<rect>, 2, 2, nullptr, "Convert from polar coordinates to rectangular coordinates."},
    {"sin", native<unary<turned<hyperbolic_sine>>>, 1, 1, nullptr, "Return the sine of z."},
    {"sinh", native<unary<hyperbolic_sine>>, 1, 1, nullptr, "Return the hyperbolic sine of z."},
    {"sqrt", native<unary<square_root>>, 1, 1, nullptr, "Return the square root of z."},
    {"tan", native<unary<turned<hyperbolic_tangent>>>, 1, 1, nullptr, "Return the tangent of z."},
    {"tanh", native<unary<hyperbolic_tangent>>, 1, 1, nullptr, "Return the hyperbolic tangent of z."},
    {},
};

} // namespace

extern const ModuleDef cmath_module_def;
const ModuleDef cmath_module_def = {
    .name = "cmath",
    .doc = "This module provides access to mathematical functions for complex\nnumbers.",
    .functions = functions,
    .fill = fill,
};

} // namespace mp
