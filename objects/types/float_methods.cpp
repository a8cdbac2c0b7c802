#include "objects/types/float_methods.h"

#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>

#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/int_limbs.h"
#include "objects/types/number_format.h"
#include "objects/types/number_text.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

double round_half_even(double value) noexcept {
    double rounded = std::round(value);
    if (std::fabs(value - rounded) == 0.5) rounded = 2.0 * std::round(value / 2.0);
    return rounded;
}

namespace {

// value rounded to a multiple of 10^places, places > 0, ties to even, in decimal: the integer digits of a double are exact.
double round_to_tens(double value, int places) {
    char buffer[340];
    const double magnitude = std::fabs(value);
    const double whole = std::trunc(magnitude);
    auto written = std::to_chars(buffer, buffer + sizeof buffer, whole, std::chars_format::fixed, 0);
    std::string digits(buffer, written.ptr);
    if (static_cast<int>(digits.size()) < places) return std::copysign(0.0, value);
    const std::size_t keep = digits.size() - static_cast<std::size_t>(places);
    const std::string_view rest = std::string_view(digits).substr(keep);
    const bool beyond = whole != magnitude || rest.find_first_not_of('0', 1) != std::string_view::npos;
    const bool odd = keep > 0 && ((digits[keep - 1] - '0') & 1) != 0;
    const bool up = rest[0] > '5' || (rest[0] == '5' && (beyond || odd));
    std::string kept = "0" + digits.substr(0, keep);
    if (up) {
        std::size_t at = kept.size() - 1;
        for (; kept[at] == '9'; --at) kept[at] = '0';
        ++kept[at];
    }
    kept.append(static_cast<std::size_t>(places), '0');
    double result = 0;
    parse_float_text(kept, result);
    return std::copysign(result, value);
}

} // namespace

Result<double> float_round(Runtime& rt, double value, std::int64_t digits) {
    if (!std::isfinite(value) || value == 0) return value;
    // Beyond these every double is its own rounding, or rounds to zero (floatobject.c, float___round___impl).
    if (digits > 323) return value;
    if (digits < -308) return std::copysign(0.0, value);
    double result = 0;
    if (digits >= 0) {
        char buffer[680];
        auto written =
            std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed, static_cast<int>(digits));
        parse_float_text({buffer, static_cast<std::size_t>(written.ptr - buffer)}, result);
    } else {
        result = round_to_tens(value, static_cast<int>(-digits));
    }
    if (std::isinf(result)) return raise(rt, TypeId::OverflowError, "rounded value too large to represent");
    return result;
}

Result<Owned> float_integer_ratio(Runtime& rt, double value) {
    if (std::isinf(value)) return raise(rt, TypeId::OverflowError, "cannot convert Infinity to integer ratio");
    if (std::isnan(value)) return raise(rt, TypeId::ValueError, "cannot convert NaN to integer ratio");
    int exponent = 0;
    double fraction = std::frexp(value, &exponent);
    for (int i = 0; i < 300 && fraction != std::floor(fraction); ++i) {
        fraction *= 2.0;
        --exponent;
    }
    Owned numerator = TRY(int_from_double(rt, fraction));
    Owned denominator = Owned::adopt(Value::from_int(1));
    if (exponent > 0) {
        numerator = TRY(int_left_shift(rt, numerator, Value::from_int(exponent)));
    } else {
        denominator = TRY(int_left_shift(rt, denominator, Value::from_int(-exponent)));
    }
    return Owned(tuple_of(rt, numerator, denominator));
}

namespace {

double self_value(Args args) noexcept { return float_value(args[0]); }

Result<Owned> itself(Runtime& rt, Args args) { return make_float(rt, self_value(args)); }
Result<Owned> to_integer(Runtime& rt, Args args) { return int_from_double(rt, self_value(args)); }
Result<Owned> floor_of(Runtime& rt, Args args) { return int_from_double(rt, std::floor(self_value(args))); }
Result<Owned> ceiling_of(Runtime& rt, Args args) { return int_from_double(rt, std::ceil(self_value(args))); }

Result<Owned> round_to(Runtime& rt, Args args) {
    const double value = self_value(args);
    if (!args.has(1) || args[1].is_none()) return int_from_double(rt, round_half_even(value));
    const std::int64_t digits = TRY(index_clamped(rt, args[1]));
    return make_float(rt, TRY(float_round(rt, value, digits)));
}

Result<Owned> as_integer_ratio(Runtime& rt, Args args) { return float_integer_ratio(rt, self_value(args)); }

Result<Owned> is_integer(Runtime&, Args args) {
    const double value = self_value(args);
    return Owned::adopt(Value::boolean(std::isfinite(value) && std::floor(value) == value));
}

Result<Owned> hex(Runtime& rt, Args args) {
    const double value = self_value(args);
    char buffer[48];
    if (!std::isfinite(value)) {
        const std::size_t length = float_repr(value, buffer);
        return Owned(make_str(rt, {buffer, length}));
    }
    std::string text = std::signbit(value) ? "-0x" : "0x";
    if (value == 0) return Owned(make_str(rt, text + "0.0p+0"));
    int exponent = 0;
    const double fraction = std::frexp(std::fabs(value), &exponent);
    // One digit before the point: 1, or 0 for subnormal numbers.
    const int shift = 1 - std::max(std::numeric_limits<double>::min_exponent - exponent, 0);
    const auto bits = static_cast<std::uint64_t>(std::ldexp(fraction, shift + 52));
    exponent -= shift;
    std::snprintf(buffer, sizeof buffer, "%d.%013llxp%c%d", static_cast<int>(bits >> 52),
                  static_cast<unsigned long long>(bits & ((std::uint64_t{1} << 52) - 1)), exponent < 0 ? '-' : '+',
                  std::abs(exponent));
    return Owned(make_str(rt, text + buffer));
}

int hex_digit(char c) noexcept {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

enum class HexResult : std::uint8_t { Fine, Malformed, TooLarge };

// The grammar of float.fromhex: space, sign, optional "0x", hexadecimal digits with at most one point, optional binary exponent, space; or inf and nan.
HexResult parse_hex(std::string_view text, double& result) {
    text = strip_space(text);
    if (parse_float_text(text, result) && !std::isfinite(result) &&
        text.find_first_of("0123456789") == std::string_view::npos)
        return HexResult::Fine;
    bool negative = false;
    if (!text.empty() && (text[0] == '+' || text[0] == '-')) {
        negative = text[0] == '-';
        text.remove_prefix(1);
    }
    if (text.size() >= 2 && text[0] == '0' && (text[1] | 0x20) == 'x') text.remove_prefix(2);
    std::uint64_t mantissa = 0; // the first 60 bits and more; what does not fit any more only counts as "something"
    bool sticky = false, point = false, any = false;
    std::int64_t exponent = 0;
    std::size_t at = 0;
    for (; at < text.size(); ++at) {
        if (text[at] == '.' && !point) {
            point = true;
            continue;
        }
        const int digit = hex_digit(text[at]);
        if (digit < 0) break;
        any = true;
        if (mantissa >> 60 == 0) {
            mantissa = mantissa << 4 | static_cast<std::uint64_t>(digit);
            if (point) exponent -= 4;
        } else {
            sticky = sticky || digit != 0;
            if (!point) exponent += 4;
        }
    }
    if (!any) return HexResult::Malformed;
    if (at < text.size() && (text[at] | 0x20) == 'p') {
        ++at;
        bool down = false;
        if (at < text.size() && (text[at] == '+' || text[at] == '-')) down = text[at++] == '-';
        const std::size_t start = at;
        std::int64_t written = 0;
        for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at)
            if (written < INT64_MAX / 32) written = written * 10 + (text[at] - '0');
        if (at == start) return HexResult::Malformed;
        exponent += down ? -written : written;
    }
    if (at != text.size()) return HexResult::Malformed;
    const double magnitude = scale_rounded(mantissa, sticky, exponent);
    if (std::isinf(magnitude)) return HexResult::TooLarge;
    result = negative ? -magnitude : magnitude;
    return HexResult::Fine;
}

Result<Owned> from_hex(Runtime& rt, Args args) {
    if (!is_str_or_subclass(rt, args[1]))
        return raise(rt, TypeId::TypeError, "bad argument type for built-in operation");
    const std::string text = to_utf8(*static_cast<StrObject*>(args[1].object()));
    double value = 0;
    switch (parse_hex(text, value)) {
    case HexResult::Fine: break;
    case HexResult::Malformed: return raise(rt, TypeId::ValueError, "invalid hexadecimal floating-point string");
    case HexResult::TooLarge:
        return raise(rt, TypeId::OverflowError, "hexadecimal value too large to represent as a float");
    }
    Owned result = make_float(rt, value);
    if (args[0].object() == &rt.type(TypeId::float_)) return result;
    return call(rt, args[0], result);
}

Result<Owned> getnewargs(Runtime& rt, Args args) {
    Owned value = make_float(rt, self_value(args));
    return Owned(tuple_of(rt, value));
}

Result<Owned> getformat(Runtime& rt, Args args) {
    if (!is_str_or_subclass(rt, args[1]))
        return raise(rt, TypeId::TypeError, "__getformat__() argument must be str, not %.50s", type_name(rt, args[1]));
    const auto& kind = *static_cast<StrObject*>(args[1].object());
    if (!str_equals(kind, "double") && !str_equals(kind, "float"))
        return raise(rt, TypeId::ValueError, "__getformat__() argument 1 must be 'double' or 'float'");
    return Owned(make_str(rt, std::endian::native == std::endian::little ? "IEEE, little-endian" : "IEEE, big-endian"));
}

Result<Owned> format_with(Runtime& rt, Args args) {
    if (!is_str_or_subclass(rt, args[1]))
        return raise(rt, TypeId::TypeError, "__format__() argument must be str, not %.50s", type_name(rt, args[1]));
    return Owned(TRY(format_float(rt, args[0], *static_cast<StrObject*>(args[1].object()))));
}

Result<Owned> get_real(Runtime& rt, Value self) { return make_float(rt, float_value(self)); }
Result<Owned> get_imag(Runtime&, Value) { return Owned::adopt(Value::from_float(0.0)); }

} // namespace

const NativeDef float_methods[] = {
    {"conjugate", native<itself>, 0, 0, nullptr, "Return self, the complex conjugate of any float."},
    {"__trunc__", native<to_integer>, 0, 0, nullptr, "Return the Integral closest to x between 0 and x."},
    {"__floor__", native<floor_of>, 0, 0, nullptr, "Return the floor as an Integral."},
    {"__ceil__", native<ceiling_of>, 0, 0, nullptr, "Return the ceiling as an Integral."},
    {"__round__", native<round_to>, 0, 1, nullptr,
     "Return the Integral closest to x, rounding half toward even.\n\nWhen an argument is passed, work like built-in "
     "round(x, ndigits)."},
    {"as_integer_ratio", native<as_integer_ratio>, 0, 0, nullptr,
     "Return a pair of integers, whose ratio is exactly equal to the original float."},
    {"fromhex", native<from_hex>, 1, 1, nullptr, "Create a floating-point number from a hexadecimal string.",
     native_class},
    {"hex", native<hex>, 0, 0, nullptr, "Return a hexadecimal representation of a floating-point number."},
    {"is_integer", native<is_integer>, 0, 0, nullptr, "Return True if the float is an integer."},
    {"__getnewargs__", native<getnewargs>, 0, 0},
    {"__getformat__", native<getformat>, 1, 1, nullptr, "You probably don't want to use this function.", native_class},
    {"__format__", native<format_with>, 1, 1, nullptr, "Formats the float according to format_spec."},
    {},
};

const GetSetDef float_getsets[] = {
    {"real", get_real, nullptr, "the real part of a complex number"},
    {"imag", get_imag, nullptr, "the imaginary part of a complex number"},
    {},
};

} // namespace mp
