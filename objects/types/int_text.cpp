// Ints from and to text.
#include <algorithm>
#include <bit>
#include <charconv>

#include "objects/core/raise.h"
#include "objects/types/int_limbs.h"
#include "objects/types/number_text.h"
#include "objects/types/str.h"

namespace mp {

namespace {

int digit_value_of(char c) noexcept {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'z') return c - 'a' + 10;
    if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
    return 99;
}

// Cuts "0x" and the like; gives the base it stands for, or 0.
int prefix_base(std::string_view text) noexcept {
    if (text.size() < 2 || text[0] != '0') return 0;
    switch (text[1] | 0x20) {
    case 'x': return 16;
    case 'o': return 8;
    case 'b': return 2;
    default: return 0;
    }
}

Raised raise_too_many_digits(Runtime& rt, std::size_t digits) {
    return raise(rt, TypeId::ValueError,
                 "Exceeds the limit (%u digits) for integer string conversion: value has %zu digits; use "
                 "sys.set_int_max_str_digits() to increase the limit",
                 rt.int_max_str_digits, digits);
}

enum class Digits : std::uint8_t { Fine, Invalid };

// Checks the digits of a literal (no sign, no prefix) and takes its underscores out.
Digits plain_digits(std::string_view text, int base, bool underscore_first, std::string& result) {
    bool after_digit = underscore_first; // an underscore may follow
    result.reserve(text.size());
    for (char c : text) {
        if (c == '_') {
            if (!after_digit) return Digits::Invalid;
            after_digit = false;
            continue;
        }
        if (digit_value_of(c) >= base) return Digits::Invalid;
        result += c;
        after_digit = true;
    }
    return after_digit && !result.empty() ? Digits::Fine : Digits::Invalid;
}

} // namespace

Result<Owned> int_from_ascii(Runtime& rt, std::string_view text, int base, Value shown) {
    auto invalid = [&]() -> Raised {
        std::string quoted;
        if (quote_for_error(rt, shown, quoted, 200).is_raised()) return raised;
        return raise(rt, TypeId::ValueError, "invalid literal for int() with base %d: %s", base, quoted.c_str());
    };
    if (base != 0 && (base < 2 || base > 36))
        return raise(rt, TypeId::ValueError, "int() base must be >= 2 and <= 36, or 0");
    std::string_view rest = strip_space(text);
    bool negative = false;
    if (!rest.empty() && (rest[0] == '+' || rest[0] == '-')) {
        negative = rest[0] == '-';
        rest.remove_prefix(1);
    }
    int digits_base = base;
    bool prefixed = false;
    if (const int named = prefix_base(rest); named != 0 && (base == 0 || base == named)) {
        digits_base = named;
        prefixed = true;
        rest.remove_prefix(2);
    }
    const bool leading_zero_refused = digits_base == 0 && !rest.empty() && rest[0] == '0';
    if (digits_base == 0) digits_base = 10;
    TRY(rt.pay(rest.size() / 8));

    if (rest.size() <= 17 && rest.find('_') == std::string_view::npos && digits_base <= 10 && !rest.empty() &&
        !leading_zero_refused) { // the common case
        std::int64_t value = 0;
        for (char c : rest) {
            const int digit = digit_value_of(c);
            if (digit >= digits_base) return invalid();
            value = value * digits_base + digit;
        }
        return Owned::adopt(Value::from_int(negative ? -value : value));
    }

    std::string digits;
    if (plain_digits(rest, digits_base, prefixed, digits) == Digits::Invalid) return invalid();
    // In base 0 "010" is neither octal nor decimal; zeros alone are fine (lexical analysis 2.4.5).
    if (leading_zero_refused && digits.find_first_not_of('0') != std::string::npos) return invalid();
    const bool power_of_two = std::has_single_bit(static_cast<unsigned>(digits_base));
    if (!power_of_two && rt.int_max_str_digits != 0 && digits.size() > rt.int_max_str_digits)
        return raise_too_many_digits(rt, digits.size());
    const std::size_t most_limbs =
        digits.size() / 64 * static_cast<std::size_t>(std::bit_width(static_cast<unsigned>(digits_base))) + 8;
    TRY(check_int_size(rt, 4 * most_limbs));
    if (!power_of_two) TRY(pay_limbs(rt, 4 * multiplication_cost(most_limbs, most_limbs)));
    const LimbVector value = limbs::from_digits(digits, static_cast<unsigned>(digits_base));
    return make_int_from_limbs(rt, value.data(), value.size(), negative);
}

Result<Owned> int_from_text(Runtime& rt, std::string_view digits, int base) {
    Ref<StrObject> shown = make_str(rt, digits.substr(0, 200));
    return int_from_ascii(rt, digits, base, shown);
}

Result<Ref<StrObject>> int_to_str(Runtime& rt, Value value, int base) {
    std::int64_t small = 0;
    if (int_to_int64(value, small)) {
        char buffer[72];
        auto [end, problem] = std::to_chars(buffer, buffer + sizeof buffer, small, base);
        (void)problem; // 64 digits and a sign fit
        return make_str_latin1(rt, reinterpret_cast<const std::uint8_t*>(buffer), end - buffer);
    }
    const IntView view(value);
    const std::uint64_t bits = limbs::bit_length(view.limbs(), view.size);
    const std::uint32_t most = rt.int_max_str_digits;
    const bool power_of_two = std::has_single_bit(static_cast<unsigned>(base));
    auto too_long = [&]() -> Raised {
        return raise(rt, TypeId::ValueError,
                     "Exceeds the limit (%u digits) for integer string conversion; use sys.set_int_max_str_digits() to "
                     "increase the limit",
                     most);
    };
    if (!power_of_two && most != 0 && bits > static_cast<std::uint64_t>(most) * 4)
        return too_long(); // a digit has less than 4 bits
    if (!rt.heap().would_fit(static_cast<std::size_t>(bits))) return raise_memory_error(rt);
    TRY(rt.pay(bits / 64));
    if (!power_of_two) TRY(pay_limbs(rt, static_cast<std::uint64_t>(view.size) * view.size / 2));
    std::string digits = limbs::to_digits(view.limbs(), view.size, static_cast<unsigned>(base));
    if (!power_of_two && most != 0 && digits.size() > most) return too_long();
    if (view.negative) digits.insert(digits.begin(), '-');
    return make_str_latin1(rt, reinterpret_cast<const std::uint8_t*>(digits.data()),
                           static_cast<std::int64_t>(digits.size()));
}

} // namespace mp
