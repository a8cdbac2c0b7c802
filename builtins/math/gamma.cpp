#include <cmath>
#include <limits>
#include <numbers>

#include "builtins/math/math.h"

namespace mp::math {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double pi = std::numbers::pi;
constexpr double log_pi = 1.144729885849400174143427351353058711647;

// Lanczos' approximation as the Boost Math Toolkit has it (lanczos13m53): gamma(x) = (x + g - 1/2)^(x - 1/2) * exp(-(x + g - 1/2)) * sum(x).
constexpr double g = 6.024680040776729583740234375;
constexpr double g_minus_half = 5.524680040776729583740234375;
constexpr int coefficients = 13;
constexpr double numerators[coefficients] = {
    23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408,
};
constexpr double denominators[coefficients] = {
    // x (x + 1) ... (x + 11)
    0.0,       39916800.0, 120543840.0, 150917976.0, 105258076.0, 45995730.0, 13339535.0,
    2637558.0, 357423.0,   32670.0,     1925.0,      66.0,        1.0,
};
constexpr double factorials[] = {
    1.0,
    1.0,
    2.0,
    6.0,
    24.0,
    120.0,
    720.0,
    5040.0,
    40320.0,
    362880.0,
    3628800.0,
    39916800.0,
    479001600.0,
    6227020800.0,
    87178291200.0,
    1307674368000.0,
    20922789888000.0,
    355687428096000.0,
    6402373705728000.0,
    121645100408832000.0,
    2432902008176640000.0,
    51090942171709440000.0,
    1124000727777607680000.0,
};
constexpr int exact_factorials = sizeof factorials / sizeof factorials[0];

double lanczos_sum(double x) noexcept {
    double numerator = 0, denominator = 0;
    if (x < 5.0) {
        for (int i = coefficients; --i >= 0;) {
            numerator = numerator * x + numerators[i];
            denominator = denominator * x + denominators[i];
        }
    } else { // in 1/x, so that nothing overflows
        for (int i = 0; i < coefficients; ++i) {
            numerator = numerator / x + numerators[i];
            denominator = denominator / x + denominators[i];
        }
    }
    return numerator / denominator;
}

// sin(pi * x), exact in its zeros.
double sine_of_pi(double x) noexcept {
    const double y = std::fmod(std::fabs(x), 2.0);
    double result = 0;
    switch (static_cast<int>(std::round(2.0 * y))) {
    case 0: result = std::sin(pi * y); break;
    case 1: result = std::cos(pi * (y - 0.5)); break;
    case 2: result = std::sin(pi * (1.0 - y)); break;
    case 3: result = -std::cos(pi * (y - 1.5)); break;
    default: result = std::sin(pi * (y - 2.0)); break;
    }
    return std::copysign(1.0, x) * result;
}

} // namespace

double gamma_function(double x, Problem& problem) noexcept {
    problem = Problem::None;
    if (!std::isfinite(x)) {
        if (std::isnan(x) || x > 0) return x;
        problem = Problem::Domain;
        return nan;
    }
    if (x == 0) {
        problem = Problem::Domain;
        return std::copysign(infinity, x);
    }
    if (x == std::floor(x)) {
        if (x < 0) {
            problem = Problem::Domain;
            return nan;
        }
        if (x <= exact_factorials) return factorials[static_cast<int>(x) - 1];
    }
    const double size = std::fabs(x);
    if (size < 1e-20) {
        const double result = 1.0 / x;
        if (std::isinf(result)) problem = Problem::Range;
        return result;
    }
    if (size > 200.0) {
        if (x < 0) return 0.0 / sine_of_pi(x);
        problem = Problem::Range;
        return infinity;
    }
    const double y = size + g_minus_half;
    // What the sum lost in rounding.
    double z = 0;
    if (size > g_minus_half) {
        z = (y - size) - g_minus_half;
    } else {
        z = (y - g_minus_half) - size;
    }
    z = z * g / y;
    double result = 0;
    if (x < 0) {
        result = -pi / sine_of_pi(size) / size * std::exp(y) / lanczos_sum(size);
        result -= z * result;
        if (size < 140.0) {
            result /= std::pow(y, size - 0.5);
        } else {
            const double root = std::pow(y, size / 2.0 - 0.25);
            result /= root;
            result /= root;
        }
    } else {
        result = lanczos_sum(size) / std::exp(y);
        result += z * result;
        if (size < 140.0) {
            result *= std::pow(y, size - 0.5);
        } else {
            const double root = std::pow(y, size / 2.0 - 0.25);
            result *= root;
            result *= root;
        }
    }
    if (std::isinf(result)) problem = Problem::Range;
    return result;
}

double log_gamma(double x, Problem& problem) noexcept {
    problem = Problem::None;
    if (!std::isfinite(x)) return std::isnan(x) ? x : infinity;
    if (x == std::floor(x) && x <= 2.0) {
        if (x <= 0) {
            problem = Problem::Domain;
            return infinity;
        }
        return 0.0;
    }
    const double size = std::fabs(x);
    if (size < 1e-20) return -std::log(size);
    double result = std::log(lanczos_sum(size)) - g;
    result += (size - 0.5) * (std::log(size + g - 0.5) - 1);
    if (x < 0) result = log_pi - std::log(std::fabs(sine_of_pi(size))) - std::log(size) - result;
    if (std::isinf(result)) problem = Problem::Range;
    return result;
}

} // namespace mp::math
