#pragma once
// math, by subject: what the module's table (module.cpp) takes from the other files.
#include "objects/core/runtime.h"

namespace mp::math {

Raised raise_math_domain(Runtime& rt); // ValueError: math domain error
Raised raise_math_range(Runtime& rt);  // OverflowError: math range error

// ---- integers.cpp
Result<Owned> gcd(Runtime& rt, Args args);
Result<Owned> lcm(Runtime& rt, Args args);
Result<Owned> factorial(Runtime& rt, Args args);
Result<Owned> comb(Runtime& rt, Args args);
Result<Owned> perm(Runtime& rt, Args args);
Result<Owned> isqrt(Runtime& rt, Args args);

// ---- sums.cpp: sums and norms exact beyond double precision
Result<Owned> fsum(Runtime& rt, Args args);
Result<Owned> sumprod(Runtime& rt, Args args);
Result<Owned> prod(Runtime& rt, Args args);
Result<Owned> hypot(Runtime& rt, Args args);
Result<Owned> dist(Runtime& rt, Args args);

// ---- gamma.cpp: Lanczos' approximation, whose last digits are CPython's. `error` says what went wrong.
enum class Problem : std::uint8_t { None, Domain, Range };
double gamma_function(double x, Problem& problem) noexcept;
double log_gamma(double x, Problem& problem) noexcept;

} // namespace mp::math
