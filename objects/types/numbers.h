#pragma once
// int beyond 62 bits, boxed float, complex, bool: the structs and what other parts need of them.
#include <string_view>

#include "objects/core/runtime.h"

namespace mp {

struct FloatObject : Object { // floats outside Value's unboxed ranges, nan, and float subclasses
    double value;
};
struct ComplexObject : Object {
    double real, imag;
};
// A big int (or an int subclass instance): sign and magnitude in 64-bit limbs, least significant first, inline. Exact ints that fit Value's 62 bits are
// never IntObjects; instances of int subclasses always are.
struct IntObject : Object {
    std::int32_t sign;  // -1, 0, 1
    std::uint32_t size; // limbs
    std::uint64_t* limbs() noexcept { return reinterpret_cast<std::uint64_t*>(this + 1); }
    const std::uint64_t* limbs() const noexcept { return reinterpret_cast<const std::uint64_t*>(this + 1); }
};

// ---- making
Owned make_int(Runtime& rt, std::int64_t value); // boxed when beyond 62 bits
Owned make_uint(Runtime& rt, std::uint64_t value);
Owned make_float(Runtime& rt, double value); // boxed when it must be
Owned make_complex(Runtime& rt, double real, double imag);
Result<Owned> int_from_text(Runtime& rt, std::string_view digits,
                            int base); // ValueError; base 0: prefix decides; underscores allowed
// int(value) for one argument: __int__, __index__, __trunc__, texts. May run Python code.
Result<Owned> to_int(Runtime& rt, Value value);
// The integer part. OverflowError for infinity, ValueError for nan.
Result<Owned> int_from_double(Runtime& rt, double value);
// Any int as an exact int: bool and instances of subclasses become plain ints.
Owned exact_int(Runtime& rt, Value value);
// Limbs to int, normalised. For from_bytes, struct and the like.
Result<Owned> int_from_bytes(Runtime& rt, const unsigned char* bytes, std::size_t count, bool big_endian,
                             bool is_signed);

// ---- reading; run nothing
inline bool is_bool(Value value) noexcept { return value.is_bool(); }
bool is_int_like(Runtime& rt, Value value) noexcept; // int, bool, or a subclass instance
bool is_any_int(Value value) noexcept;               // the same from the value alone
int int_sign(Value value) noexcept;                  // of any int
bool int_to_int64(Value value,
                  std::int64_t& result) noexcept; // of any int (bool and subclasses too); false: does not fit
bool int_to_uint64(Value value, std::uint64_t& result) noexcept; // false: negative or too large
std::uint64_t int_low64(Value value) noexcept;                   // two's complement, wrapped (masking conversions)
// Any int as the nearest double; OverflowError "int too large to convert to float".
Result<double> int_as_double(Runtime& rt, Value value);
// Two's complement bytes of any int; false: does not fit.
bool int_to_bytes(Value value, unsigned char* bytes, std::size_t count, bool big_endian, bool is_signed) noexcept;
std::uint64_t int_bit_length(Value value) noexcept;
Result<Ref<StrObject>> int_to_str(Runtime& rt, Value value, int base = 10); // no prefix
std::int64_t hash_double(double value, Value identity) noexcept;
std::int64_t hash_int(Value value) noexcept;
// repr() of a float into `buffer` (at least 32 bytes); gives the length.
std::size_t float_repr(double value, char* buffer) noexcept;

// ---- arithmetic on any ints (exact results, small or big). Used by the VM's slow paths; bounded by the memory and step budgets.
Result<Owned> int_add(Runtime& rt, Value a, Value b);
Result<Owned> int_subtract(Runtime& rt, Value a, Value b);
Result<Owned> int_multiply(Runtime& rt, Value a, Value b);
Result<Owned> int_floor_divide(Runtime& rt, Value a, Value b);
Result<Owned> int_remainder(Runtime& rt, Value a, Value b);
Result<Owned> int_true_divide(Runtime& rt, Value a, Value b);
Result<Owned> int_power(Runtime& rt, Value a, Value b, Value modulus);
Result<Owned> int_left_shift(Runtime& rt, Value a, Value b);
Result<Owned> int_right_shift(Runtime& rt, Value a, Value b);
int int_compare(Value a, Value b) noexcept; // -1, 0, 1
Result<Owned> int_and(Runtime& rt, Value a, Value b);
Result<Owned> int_or(Runtime& rt, Value a, Value b);
Result<Owned> int_xor(Runtime& rt, Value a, Value b);
Result<Owned> int_negative(Runtime& rt, Value value);
Result<Owned> int_absolute(Runtime& rt, Value value);
Result<Owned> int_invert(Runtime& rt, Value value);
// Quotient and remainder, floored. "integer division or modulo by zero".
struct IntQuotient {
    Owned quotient, remainder;
};
Result<IntQuotient> int_divmod(Runtime& rt, Value a, Value b);
// value rounded to a multiple of 10^-digits, ties to even; digits < 0.
Result<Owned> int_round(Runtime& rt, Value value, Value digits);
Result<Owned> int_gcd(Runtime& rt, Value a, Value b);
Result<Owned> int_square_root(Runtime& rt, Value value); // of a value that is not negative

// ---- floats
// The text of a float literal (float()'s grammar without surrounding space and underscores) as the nearest double; false: not a float's text.
bool parse_float_text(std::string_view text, double& result) noexcept;
// float(value): a float's own value, __float__, __index__ or a text. May run Python code. (to_double in protocol.h takes no texts.)
Result<Owned> to_float(Runtime& rt, Value value);
// round(value, digits), exactly rounded. OverflowError "rounded value too large to represent".
Result<double> float_round(Runtime& rt, double value, std::int64_t digits);
// The nearest integer as a double, ties to even.
double round_half_even(double value) noexcept;
// (numerator, denominator) in lowest terms; OverflowError and ValueError for infinity and nan.
Result<Owned> float_integer_ratio(Runtime& rt, double value);
// OverflowError(34, 'Numerical result out of range'), as C's errno gives it.
Raised raise_range_error(Runtime& rt);
double float_remainder(double a, double b) noexcept;    // Python's sign rule; b != 0
double float_floor_divide(double a, double b) noexcept; // b != 0
Result<Owned> float_power(Runtime& rt, double a, double b);

// ---- complex
struct ComplexNumber {
    double real = 0;
    double imag = 0;
};
inline bool is_complex(Value value) noexcept { return value.is_object() && value.object()->layout == Layout::complex; }
bool is_any_complex(Value value) noexcept;                 // instances of subclasses too
inline ComplexNumber complex_value(Value value) noexcept { // only after is_any_complex
    const auto* object = static_cast<const ComplexObject*>(value.object());
    return {object->real, object->imag};
}
// complex(value) of one number, without texts: __complex__, __float__, __index__. TypeError "must be real number, not T". May run Python code.
Result<ComplexNumber> to_complex(Runtime& rt, Value value);
Result<ComplexNumber> complex_divide(Runtime& rt, ComplexNumber a, ComplexNumber b); // ZeroDivisionError
Result<ComplexNumber> complex_power(Runtime& rt, ComplexNumber a, ComplexNumber b);  // ZeroDivisionError, OverflowError

} // namespace mp
