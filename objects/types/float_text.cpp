// Floats from and to text: shortest repr, printf's formats, parsing. std::to_chars and std::from_chars do the exact work; what is left is CPython's layout.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>

#include "objects/types/number_text.h"
#include "objects/types/numbers.h"

namespace mp {

namespace {

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

// Decimal digits of a finite, not negative double: 0.d1d2d3... * 10^point.
struct Decimal {
    std::string digits;
    int point = 0;
};

// Significant digits beyond these are zeros for every double.
constexpr int most_digits = 1100;

// precision: significant digits wanted (1 or more), or 0 for the shortest that reads back.
Decimal to_decimal(double value, int precision) {
    char buffer[most_digits + 32];
    std::to_chars_result written{};
    if (precision == 0) {
        written = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific);
    } else {
        written = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific,
                                std::min(precision, most_digits) - 1);
    }
    const std::string_view text(buffer, static_cast<std::size_t>(written.ptr - buffer));
    const std::size_t mark = text.find('e');
    Decimal result;
    result.digits = text[0];
    if (mark > 2) result.digits += text.substr(2, mark - 2);
    int exponent = 0;
    const char* from = text.data() + mark + 1;
    if (*from == '+') ++from;
    std::from_chars(from, text.data() + text.size(), exponent);
    result.point = exponent + 1;
    return result;
}

void append_exponent(std::string& text, int exponent) {
    text += exponent < 0 ? "e-" : "e+";
    const std::string digits = std::to_string(std::abs(exponent));
    if (digits.size() < 2) text += '0';
    text += digits;
}

// Lays out digits as %g and repr do. `wanted`: digits to pad to with zeros (0: none).
std::string layout(const Decimal& decimal, bool exponent_form, std::size_t wanted, bool alternate, bool add_dot_0) {
    std::string digits = decimal.digits;
    if (digits.size() < wanted) digits.append(wanted - digits.size(), '0');
    std::string text;
    if (exponent_form) {
        text += digits[0];
        if (digits.size() > 1 || alternate) text += '.';
        text.append(digits, 1);
        append_exponent(text, decimal.point - 1);
        return text;
    }
    const auto point = static_cast<std::ptrdiff_t>(decimal.point);
    if (point <= 0) {
        text = "0.";
        text.append(static_cast<std::size_t>(-point), '0');
        return text + digits;
    }
    const auto whole = static_cast<std::size_t>(point);
    if (digits.size() <= whole) {
        text = digits;
        text.append(whole - digits.size(), '0');
        if (add_dot_0) {
            text += ".0";
        } else if (alternate) {
            text += '.';
        }
        return text;
    }
    text.assign(digits, 0, whole);
    text += '.';
    return text.append(digits, whole);
}

// The text of a value too large or too small for from_chars, which then gives no value: infinity or zero, as the exponent of the first digit tells.
double out_of_range_value(std::string_view text) noexcept {
    long long exponent = 0;
    const std::size_t mark = text.find_first_of("eE");
    const std::string_view mantissa = text.substr(0, mark);
    if (mark != std::string_view::npos) {
        std::string_view written = text.substr(mark + 1);
        const bool negative = written.front() == '-';
        if (negative || written.front() == '+') written.remove_prefix(1);
        constexpr long long plenty = 1'000'000'000'000; // beyond the length of any mantissa
        for (char c : written) exponent = exponent < plenty ? exponent * 10 + (c - '0') : exponent;
        if (negative) exponent = -exponent;
    }
    const std::size_t point = std::min(mantissa.find('.'), mantissa.size());
    const std::size_t first = mantissa.find_first_of("123456789");
    if (first == std::string_view::npos) return 0;
    exponent += first < point ? static_cast<long long>(point - first - 1) : -static_cast<long long>(first - point);
    return exponent > 0 ? std::numeric_limits<double>::infinity() : 0;
}

// Whether `text` begins with a lower-case word, in any case.
bool begins_with(std::string_view text, std::string_view word) noexcept {
    if (text.size() < word.size()) return false;
    for (std::size_t i = 0; i < word.size(); ++i)
        if ((text[i] | 0x20) != word[i]) return false;
    return true;
}

} // namespace

std::string double_to_text(double value, char format, int precision, bool alternate, bool add_dot_0) {
    const bool upper_case = format < 'a';
    if (std::isnan(value)) return upper_case ? "NAN" : "nan";
    if (std::isinf(value)) return upper_case ? (value < 0 ? "-INF" : "INF") : (value < 0 ? "-inf" : "inf");
    const bool negative = std::signbit(value);
    const double magnitude = std::fabs(value);
    std::string text;
    const char kind = static_cast<char>(format | 0x20);
    if (kind == 'e') {
        const Decimal decimal = to_decimal(magnitude, precision + 1);
        text = layout(decimal, true, static_cast<std::size_t>(precision) + 1, alternate, false);
    } else if (kind == 'f') {
        const int exact = std::min(precision, most_digits);
        std::string buffer(static_cast<std::size_t>(exact) + 330, '\0');
        auto written =
            std::to_chars(buffer.data(), buffer.data() + buffer.size(), magnitude, std::chars_format::fixed, exact);
        buffer.resize(static_cast<std::size_t>(written.ptr - buffer.data()));
        buffer.append(static_cast<std::size_t>(precision - exact), '0');
        if (precision == 0 && alternate) buffer += '.';
        text = std::move(buffer);
    } else {
        const bool shortest = kind == 'r';
        if (!shortest && precision == 0) precision = 1;
        Decimal decimal = to_decimal(magnitude, shortest ? 0 : precision);
        if (!(alternate && !shortest)) {
            while (decimal.digits.size() > 1 && decimal.digits.back() == '0') decimal.digits.pop_back();
        }
        const int most = shortest ? 16 : add_dot_0 ? precision - 1 : precision;
        const bool exponent_form = decimal.point <= -4 || decimal.point > most;
        text = layout(decimal, exponent_form, alternate && !shortest ? static_cast<std::size_t>(precision) : 0,
                      alternate, add_dot_0);
    }
    if (upper_case)
        for (char& c : text)
            if (c == 'e') c = 'E';
    if (negative) text.insert(text.begin(), '-');
    return text;
}

std::size_t float_repr(double value, char* buffer) noexcept {
    char* out = buffer;
    if (!std::isfinite(value)) {
        const std::string_view word = std::isnan(value) ? "nan" : value < 0 ? "-inf" : "inf";
        std::memcpy(buffer, word.data(), word.size());
        return word.size();
    }
    if (std::signbit(value)) *out++ = '-';
    const double magnitude = std::fabs(value);
    if (magnitude == 0 || (magnitude >= 1e-4 && magnitude < 1e16)) {
        auto written = std::to_chars(out, buffer + 32, magnitude, std::chars_format::fixed);
        const bool has_point = std::memchr(out, '.', static_cast<std::size_t>(written.ptr - out)) != nullptr;
        out = written.ptr;
        if (!has_point) {
            *out++ = '.';
            *out++ = '0';
        }
        return static_cast<std::size_t>(out - buffer);
    }
    auto written = std::to_chars(out, buffer + 32, magnitude,
                                 std::chars_format::scientific); // two digits of exponent at least, as repr shows it
    return static_cast<std::size_t>(written.ptr - buffer);
}

std::size_t scan_float(std::string_view text, double& result) noexcept {
    std::size_t at = 0;
    bool negative = false;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) negative = text[at++] == '-';
    const std::string_view body = text.substr(at);
    const double sign = negative ? -1.0 : 1.0;
    if (begins_with(body, "inf")) {
        result = sign * std::numeric_limits<double>::infinity();
        return at + (begins_with(body, "infinity") ? 8 : 3);
    }
    if (begins_with(body, "nan")) {
        result = std::copysign(std::numeric_limits<double>::quiet_NaN(), sign);
        return at + 3;
    }
    const std::size_t start = at;
    std::size_t digits = 0;
    for (; at < text.size() && is_digit(text[at]); ++at) ++digits;
    if (at < text.size() && text[at] == '.') {
        ++at;
        for (; at < text.size() && is_digit(text[at]); ++at) ++digits;
    }
    if (digits == 0) return 0;
    if (at < text.size() && (text[at] | 0x20) == 'e') {
        std::size_t next = at + 1;
        if (next < text.size() && (text[next] == '+' || text[next] == '-')) ++next;
        if (next < text.size() && is_digit(text[next])) {
            while (next < text.size() && is_digit(text[next])) ++next;
            at = next;
        }
    }
    const std::string_view number = text.substr(start, at - start);
    double magnitude = 0;
    auto [end, problem] = std::from_chars(number.data(), number.data() + number.size(), magnitude);
    if (problem == std::errc::result_out_of_range) magnitude = out_of_range_value(number);
    result = sign * magnitude;
    return at;
}

bool parse_float_text(std::string_view text, double& result) noexcept {
    return !text.empty() && scan_float(text, result) == text.size();
}

bool drop_underscores(std::string_view text, std::string& result) {
    result.clear();
    char previous = 0;
    for (char c : text) {
        if (c == '_') {
            if (!is_digit(previous)) return false;
        } else {
            if (previous == '_' && !is_digit(c)) return false;
            result += c;
        }
        previous = c;
    }
    return previous != '_';
}

} // namespace mp
