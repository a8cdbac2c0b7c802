#include <charconv>
#include <limits>
#include <string>

#include "interp/syntax/literals.h"

namespace mp {

namespace {

constexpr bool is_decimal(char c) { return c >= '0' && c <= '9'; }

int digit_value(char c) { return is_decimal(c) ? c - '0' : (c | 0x20) - 'a' + 10; }

// The text without its underscores: itself when there are none, else a copy in the arena.
std::string_view without_underscores(std::string_view text, Arena& arena) {
    if (text.find('_') == std::string_view::npos) return text;
    char* copy = static_cast<char*>(arena.allocate(text.size(), 1));
    std::size_t size = 0;
    for (char c : text)
        if (c != '_') copy[size++] = c;
    return {copy, size};
}

// `digits` is a float as from_chars takes it: digits, one '.', an exponent.
double parse_float(std::string_view digits) {
    double value = 0;
    auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (problem != std::errc::result_out_of_range) return value;
    // from_chars leaves the value alone both when it is too large and when it is too small: the decimal exponent of the
    // first digit tells.
    long long exponent = 0;
    std::size_t mark = digits.find_first_of("eE");
    std::string_view mantissa = digits.substr(0, mark);
    if (mark != std::string_view::npos) {
        std::string_view written = digits.substr(mark + 1);
        bool negative = written.front() == '-';
        if (negative || written.front() == '+') written.remove_prefix(1);
        constexpr long long plenty = 1'000'000'000'000; // beyond any mantissa that fits a source text
        for (char c : written) exponent = exponent < plenty ? exponent * 10 + (c - '0') : exponent;
        if (negative) exponent = -exponent;
    }
    std::size_t point = std::min(mantissa.find('.'), mantissa.size());
    std::size_t first = mantissa.find_first_of("123456789");
    if (first == std::string_view::npos) return 0;
    exponent += first < point ? static_cast<long long>(point - first - 1) : -static_cast<long long>(first - point);
    return exponent > 0 ? std::numeric_limits<double>::infinity() : 0;
}

} // namespace

Result<NumberValue> parse_number(std::string_view text, Span span, LiteralContext& context) {
    NumberValue value;
    int base = 10;
    if (text.size() > 2 && text[0] == '0') {
        char mark = static_cast<char>(text[1] | 0x20);
        base = mark == 'x' ? 16 : mark == 'o' ? 8 : mark == 'b' ? 2 : 10;
    }
    if (base == 10) {
        bool imaginary = (text.back() | 0x20) == 'j';
        if (imaginary || text.find_first_of(".eE") != std::string_view::npos) {
            std::string_view digits = imaginary ? text.substr(0, text.size() - 1) : text;
            value.kind = imaginary ? NumberValue::Kind::Imaginary : NumberValue::Kind::Float;
            value.real = parse_float(without_underscores(digits, context.arena));
            return value;
        }
    } else {
        text.remove_prefix(2);
    }

    text = without_underscores(text, context.arena);
    if (base == 10 && context.most_int_digits != 0 && text.size() > context.most_int_digits) {
        context.error = make_diagnostic(
            SyntaxErrorKind::SyntaxError,
            "Exceeds the limit (" + std::to_string(context.most_int_digits) +
                " digits) for integer string conversion: value has " + std::to_string(text.size()) +
                " digits; use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge "
                "integer literals to avoid decimal conversion limits.",
            context.source, span);
        context.error.offset = context.error.end_offset = 0;
        return raised;
    }
    std::size_t significant = text.find_first_not_of('0');
    text.remove_prefix(significant == std::string_view::npos ? text.size() - 1 : significant);

    std::int64_t integer = 0;
    bool fits = true;
    for (char c : text) {
        fits = !__builtin_mul_overflow(integer, std::int64_t(base), &integer) &&
               !__builtin_add_overflow(integer, std::int64_t(digit_value(c)), &integer);
        if (!fits) break;
    }
    if (fits) {
        value.integer = integer;
    } else {
        value.kind = NumberValue::Kind::BigInt;
        value.base = static_cast<std::uint8_t>(base);
        value.digits = text;
    }
    return value;
}

} // namespace mp
