#include "objects/types/number_format.h"

#include <climits>
#include <cmath>

#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/format_spec.h"
#include "objects/types/number_text.h"
#include "objects/types/str.h"

namespace mp {

namespace {

bool is_exact(Runtime& rt, Value value, TypeId type) noexcept { return &rt.type_of(value) == &rt.type(type); }

void to_upper(std::string& text) noexcept {
    for (char& c : text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
}

// int's presentation types: "bcdnoxX".
Result<Ref<StrObject>> format_integer(Runtime& rt, Value value, const FormatSpec& spec) {
    if (spec.precision >= 0) return raise(rt, TypeId::ValueError, "Precision not allowed in integer format specifier");
    if (spec.z)
        return raise(rt, TypeId::ValueError, "Negative zero coercion (z) not allowed in integer format specifier");
    if (spec.type == 'c') {
        if (spec.sign) return raise(rt, TypeId::ValueError, "Sign not allowed with integer format specifier 'c'");
        if (spec.alternate)
            return raise(rt, TypeId::ValueError, "Alternate form (#) not allowed with integer format specifier 'c'");
        std::uint64_t code = 0;
        std::int64_t any = 0;
        if (!int_to_int64(value, any))
            return raise(rt, TypeId::OverflowError, "Python int too large to convert to C long");
        if (!int_to_uint64(value, code) || code > 0x10ffff)
            return raise(rt, TypeId::OverflowError, "%%c arg not in range(0x110000)");
        return pad_text(rt, spec, *char_str(rt, static_cast<char32_t>(code)));
    }
    int base = 10;
    std::string_view prefix;
    switch (spec.type) {
    case 'b':
        base = 2;
        prefix = "0b";
        break;
    case 'o':
        base = 8;
        prefix = "0o";
        break;
    case 'x':
        base = 16;
        prefix = "0x";
        break;
    case 'X':
        base = 16;
        prefix = "0X";
        break;
    default: break;
    }
    Ref<StrObject> text = TRY(int_to_str(rt, value, base));
    NumberParts parts;
    parts.digits = text->ascii_view();
    if (parts.digits[0] == '-') {
        parts.negative = true;
        parts.digits.remove_prefix(1);
    }
    if (spec.alternate) parts.prefix = prefix;
    std::string upper;
    if (spec.type == 'X') {
        upper = parts.digits;
        to_upper(upper);
        parts.digits = upper;
    }
    return layout_number(rt, spec, parts);
}

// A double's text without sign, as the presentation type wants it, split at the point.
struct FloatText {
    std::string text;
    NumberParts parts;
    bool finite = true;
};

// type: "eEfFgGr%"; the precision is known to be small enough.
void write_float(FloatText& out, double value, char type, int precision, const FormatSpec& spec, bool add_dot_0) {
    out.finite = std::isfinite(value);
    const char format = type == '%' ? 'f' : type;
    out.text = double_to_text(type == '%' ? value * 100 : value, format, precision, spec.alternate, add_dot_0);
    out.finite = out.text.find('n') == std::string::npos; // "inf", "nan": value * 100 may have become infinite
    bool negative = out.text[0] == '-';
    if (negative) out.text.erase(0, 1);
    if (negative && spec.z && out.finite &&
        out.text.find_first_of("123456789") >= std::min(out.text.find_first_of("eE"), out.text.size()))
        negative = false;
    if (type == '%') out.text += '%';
    if (type >= 'A' && type <= 'Z') to_upper(out.text);
    out.parts.negative = negative;
    std::size_t digits = 0;
    if (out.finite) {
        while (digits < out.text.size() && out.text[digits] >= '0' && out.text[digits] <= '9') ++digits;
    } else {
        digits = 3;
    }
    out.parts.digits = std::string_view(out.text).substr(0, digits);
    out.parts.rest = std::string_view(out.text).substr(digits);
}

// The conversion that a spec asks of a float, and its precision.
struct Conversion {
    char type = 'r';
    int precision = 6;
    bool add_dot_0 = false;
};

Result<Conversion> conversion_of(Runtime& rt, const FormatSpec& spec, bool dot_0) {
    Conversion result;
    if (spec.precision > INT_MAX) return raise(rt, TypeId::ValueError, "precision too big");
    const int precision = static_cast<int>(spec.precision);
    if (precision > 0) {
        if (!rt.heap().would_fit(3 * static_cast<std::size_t>(precision))) return raise_memory_error(rt);
        TRY(rt.pay(static_cast<std::uint64_t>(precision) / 16));
    }
    if (spec.type == 0) { // as repr; with a precision as 'g', but never looking like an int
        result.type = precision >= 0 ? 'g' : 'r';
        result.add_dot_0 = dot_0;
        result.precision = precision >= 0 ? precision : 0;
        return result;
    }
    result.type = spec.type == 'n' ? 'g' : static_cast<char>(spec.type);
    if (precision >= 0) result.precision = precision;
    return result;
}

Result<Ref<StrObject>> format_real(Runtime& rt, double value, const FormatSpec& spec) {
    const Conversion conversion = TRY(conversion_of(rt, spec, true));
    FloatText text;
    write_float(text, value, conversion.type, conversion.precision, spec, conversion.add_dot_0);
    if (!text.finite) {
        FormatSpec plain = spec;
        plain.grouping = 0;
        return layout_number(rt, plain, text.parts);
    }
    return layout_number(rt, spec, text.parts);
}

bool is_float_type(char32_t type) noexcept {
    return type == 'e' || type == 'E' || type == 'f' || type == 'F' || type == 'g' || type == 'G';
}

} // namespace

Result<Ref<StrObject>> format_int(Runtime& rt, Value value, const StrObject& spec_text) {
    if (spec_text.length == 0) return is_exact(rt, value, TypeId::int_) ? int_to_str(rt, value) : str(rt, value);
    const FormatSpec spec = TRY(parse_format_spec(rt, value, spec_text, 'd', '>'));
    switch (spec.type) {
    case 'b':
    case 'c':
    case 'd':
    case 'n':
    case 'o':
    case 'x':
    case 'X': return format_integer(rt, value, spec);
    default: break;
    }
    if (!is_float_type(spec.type) && spec.type != '%')
        return raise_unknown_format_code(rt, spec.type, type_name(rt, value));
    return format_real(rt, TRY(int_as_double(rt, value)), spec);
}

Result<Ref<StrObject>> format_float(Runtime& rt, Value value, const StrObject& spec_text) {
    if (spec_text.length == 0) {
        if (!is_exact(rt, value, TypeId::float_)) return str(rt, value);
        char buffer[40];
        return make_str(rt, {buffer, float_repr(float_value(value), buffer)});
    }
    const FormatSpec spec = TRY(parse_format_spec(rt, value, spec_text, 0, '>'));
    if (spec.type != 0 && spec.type != 'n' && spec.type != '%' && !is_float_type(spec.type))
        return raise_unknown_format_code(rt, spec.type, type_name(rt, value));
    return format_real(rt, float_value(value), spec);
}

Result<Ref<StrObject>> format_complex(Runtime& rt, Value value, const StrObject& spec_text) {
    if (spec_text.length == 0) return str(rt, value);
    const FormatSpec spec = TRY(parse_format_spec(rt, value, spec_text, 0, '>'));
    if (spec.type != 0 && spec.type != 'n' && !is_float_type(spec.type))
        return raise_unknown_format_code(rt, spec.type, type_name(rt, value));
    if (spec.fill == U'0')
        return raise(rt, TypeId::ValueError, "Zero padding is not allowed in complex format specifier");
    if (spec.align == '=')
        return raise(rt, TypeId::ValueError, "'=' alignment flag is not allowed in complex format specifier");
    const ComplexNumber number = complex_value(value);
    const Conversion conversion = TRY(conversion_of(rt, spec, false));
    // Without a type it looks like repr(): the real part may be left out, else both stand in parentheses.
    const bool imaginary_only = spec.type == 0 && number.real == 0 && !std::signbit(number.real);
    const bool parentheses = spec.type == 0 && !imaginary_only;
    FormatSpec part = spec;
    part.width = -1;
    StrBuilder out(rt);
    auto append = [&](double real) {
        FloatText text;
        write_float(text, real, conversion.type, conversion.precision, spec, false);
        FormatSpec how = part;
        if (!text.finite) how.grouping = 0;
        append_number(out, how, text.parts);
    };
    if (parentheses) out.append(U'(');
    if (!imaginary_only) {
        append(number.real);
        part.sign = '+';
    }
    append(number.imag);
    out.append(U'j');
    if (parentheses) out.append(U')');
    Ref<StrObject> text = out.finish();
    return pad_text(rt, spec, *text);
}

} // namespace mp
