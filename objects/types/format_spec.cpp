#include "objects/types/format_spec.h"

#include <limits>

#include "interp/support/unicode.h"
#include "objects/core/raise.h"
#include "objects/types/str.h"
#include "objects/types/str_access.h"

namespace mp {

namespace {

bool is_align(char32_t c) { return c == '<' || c == '>' || c == '=' || c == '^'; }

// Reads spec characters with a position.
class SpecReader {
public:
    explicit SpecReader(const StrObject& spec) : spec_(spec) {}
    std::int64_t left() const { return spec_.length - at_; }
    char32_t peek(std::int64_t ahead = 0) const { return at_ + ahead < spec_.length ? spec_[at_ + ahead] : U'\0'; }
    char32_t next() { return spec_[at_++]; }
    bool take(char32_t c) {
        if (left() == 0 || peek() != c) return false;
        ++at_;
        return true;
    }
    // Digits as a number: -1 when there are none.
    Result<std::int64_t> number(Runtime& rt) {
        std::int64_t value = -1;
        while (left() > 0) {
            const int digit = unicode::decimal_value(peek());
            if (digit < 0) break;
            if (value < 0) value = 0;
            if (value > (std::numeric_limits<std::int64_t>::max() - digit) / 10)
                return raise(rt, TypeId::ValueError, "Too many decimal digits in format string");
            value = value * 10 + digit;
            ++at_;
        }
        return value;
    }

private:
    const StrObject& spec_;
    std::int64_t at_ = 0;
};

Raised raise_bad_grouping(Runtime& rt, char grouping, char32_t type) {
    if (type > 32 && type < 128)
        return raise(rt, TypeId::ValueError, "Cannot specify '%c' with '%c'.", grouping, static_cast<char>(type));
    return raise(rt, TypeId::ValueError, "Cannot specify '%c' with '\\x%x'.", grouping, static_cast<unsigned>(type));
}

Result<void> check_grouping(Runtime& rt, FormatSpec& spec) {
    switch (spec.type) {
    case 'd':
    case 'e':
    case 'f':
    case 'g':
    case 'E':
    case 'G':
    case '%':
    case 'F':
    case 0: return ok;
    case 'b':
    case 'o':
    case 'x':
    case 'X':
        if (spec.grouping != '_') break;
        spec.group_size = 4; // PEP 515
        return ok;
    default: break;
    }
    return raise_bad_grouping(rt, spec.grouping, spec.type);
}

} // namespace

Result<FormatSpec> parse_format_spec(Runtime& rt, Value object, const StrObject& text, char default_type,
                                     char default_align) {
    FormatSpec spec;
    spec.align = default_align;
    spec.type = static_cast<char32_t>(default_type);
    SpecReader in(text);
    if (in.left() >= 2 && is_align(in.peek(1))) {
        spec.fill = in.next();
        spec.align = static_cast<char>(in.next());
        spec.fill_given = spec.align_given = true;
    } else if (in.left() >= 1 && is_align(in.peek())) {
        spec.align = static_cast<char>(in.next());
        spec.align_given = true;
    }
    if (in.left() >= 1 && (in.peek() == ' ' || in.peek() == '+' || in.peek() == '-'))
        spec.sign = static_cast<char>(in.next());
    spec.z = in.take('z');
    spec.alternate = in.take('#');
    if (!spec.fill_given && in.take('0')) {
        spec.zero = true;
        spec.fill = U'0';
        if (!spec.align_given && default_align == '>') spec.align = '=';
    }
    spec.width = TRY(in.number(rt));
    if (in.take(',')) spec.grouping = ',';
    if (in.take('_')) {
        if (spec.grouping) return raise(rt, TypeId::ValueError, "Cannot specify both ',' and '_'.");
        spec.grouping = '_';
    }
    if (in.left() > 0 && in.peek() == ',' && spec.grouping == '_')
        return raise(rt, TypeId::ValueError, "Cannot specify both ',' and '_'.");
    if (in.take('.')) {
        spec.precision = TRY(in.number(rt));
        if (spec.precision < 0) return raise(rt, TypeId::ValueError, "Format specifier missing precision");
    }
    if (in.left() > 1)
        return raise_text(rt, TypeId::ValueError,
                          "Invalid format specifier '" + to_utf8(text) + "' for object of type '" +
                              type_name(rt, object) + "'");
    if (in.left() == 1) spec.type = in.next();
    if (spec.grouping) TRY(check_grouping(rt, spec));
    return spec;
}

Raised raise_unknown_format_code(Runtime& rt, char32_t code, const char* type_name) {
    if (code > 32 && code < 128)
        return raise(rt, TypeId::ValueError, "Unknown format code '%c' for object of type '%.200s'",
                     static_cast<char>(code), type_name);
    return raise(rt, TypeId::ValueError, "Unknown format code '\\x%x' for object of type '%.200s'",
                 static_cast<unsigned>(code), type_name);
}

Padding padding_for(const FormatSpec& spec, std::int64_t length) noexcept {
    if (spec.width <= length) return {};
    const std::int64_t total = spec.width - length;
    switch (spec.align) {
    case '<': return {0, total};
    case '^': return {total / 2, total - total / 2};
    default: return {total, 0};
    }
}

namespace {

// Whether a result of that many characters is worth beginning with: MemoryError when not.
Result<void> check_length(Runtime& rt, std::int64_t length, char32_t most) {
    const std::size_t width = most < 0x100 ? 1 : most < 0x10000 ? 2 : 4;
    if (length > std::numeric_limits<std::int64_t>::max() / 8 ||
        !rt.heap().would_fit(static_cast<std::size_t>(length) * width))
        return raise_memory_error(rt);
    return rt.pay(static_cast<std::uint64_t>(length) >> 8);
}

} // namespace

Result<Ref<StrObject>> pad_text(Runtime& rt, const FormatSpec& spec, const StrObject& text) {
    const Padding padding = padding_for(spec, text.length);
    if (padding.left + padding.right > 0) TRY(check_length(rt, spec.width, std::max(spec.fill, max_char(text))));
    StrBuilder out(rt);
    out.reserve(std::max(spec.width, text.length), max_char(text));
    out.append_repeated(spec.fill, padding.left);
    out.append(text);
    out.append_repeated(spec.fill, padding.right);
    return out.finish();
}

Result<Ref<StrObject>> pad_text(Runtime& rt, const FormatSpec& spec, std::string_view utf8) {
    auto text = make_str(rt, utf8);
    if (spec.width <= text->length) return text;
    return pad_text(rt, spec, *text);
}

namespace {

char sign_of(const FormatSpec& spec, const NumberParts& parts) {
    if (parts.negative) return '-';
    return spec.sign == '+' || spec.sign == ' ' ? spec.sign : '\0';
}

// Digits with separators, and zeros in front as far as `least` characters want them (PEP 378, PEP 515). Gives the number of characters;
// written right to left into `out` when that is not null (`out` is the end).
std::int64_t group_digits(char* out, std::string_view digits, char separator, int group, std::int64_t least) {
    auto left = static_cast<std::int64_t>(digits.size());
    if (left == 0) return 0;
    const char* at = digits.data() + digits.size();
    std::int64_t written = 0;
    if (!separator) {
        const std::int64_t zeros = std::max<std::int64_t>(0, least - left);
        if (out) {
            std::memcpy(out - left, digits.data(), digits.size());
            std::fill_n(out - left - zeros, zeros, '0');
        }
        return left + zeros;
    }
    for (bool first = true;; first = false) {
        if (!first) {
            if (out) *--out = separator;
            ++written;
        }
        const std::int64_t size = std::min<std::int64_t>(group, std::max<std::int64_t>({left, least, 1}));
        const std::int64_t from_digits = std::min(left, size);
        if (out) {
            for (std::int64_t i = 0; i < from_digits; ++i) *--out = *--at;
            for (std::int64_t i = from_digits; i < size; ++i) *--out = '0';
        }
        written += size;
        left -= from_digits;
        least -= size;
        if (left <= 0 && least <= 0) return written;
        --least; // the separator
    }
}

// How wide the grouped digits must be for zero padding.
std::int64_t least_digits(const FormatSpec& spec, const NumberParts& parts, char sign) {
    if (spec.fill != U'0' || spec.align != '=') return 0;
    return spec.width - static_cast<std::int64_t>((sign ? 1 : 0) + parts.prefix.size() + parts.rest.size());
}

} // namespace

void append_number(StrBuilder& out, const FormatSpec& spec, const NumberParts& parts) {
    const char sign = sign_of(spec, parts);
    if (sign) out.append(static_cast<char32_t>(sign));
    out.append(parts.prefix);
    const std::int64_t least = least_digits(spec, parts, sign);
    const std::int64_t width = group_digits(nullptr, parts.digits, spec.grouping, spec.group_size, least);
    if (width == static_cast<std::int64_t>(parts.digits.size())) {
        out.append(parts.digits);
    } else {
        std::string grouped(static_cast<std::size_t>(width), '\0');
        group_digits(grouped.data() + grouped.size(), parts.digits, spec.grouping, spec.group_size, least);
        out.append(std::string_view(grouped));
    }
    out.append(parts.rest);
}

Result<Ref<StrObject>> layout_number(Runtime& rt, const FormatSpec& spec, const NumberParts& parts) {
    if (spec.width > 0) TRY(check_length(rt, spec.width, spec.fill));
    const char sign = sign_of(spec, parts);
    const std::int64_t digits =
        group_digits(nullptr, parts.digits, spec.grouping, spec.group_size, least_digits(spec, parts, sign));
    const std::int64_t length =
        digits + static_cast<std::int64_t>((sign ? 1 : 0) + parts.prefix.size() + parts.rest.size());
    const Padding padding = padding_for(spec, length);
    StrBuilder out(rt);
    out.reserve(std::max(spec.width, length), 0x7F);
    if (spec.align == '=' && padding.left > 0) { // between sign and digits
        FormatSpec bare = spec;
        if (sign) out.append(static_cast<char32_t>(sign));
        out.append(parts.prefix);
        out.append_repeated(spec.fill, padding.left);
        bare.sign = 0;
        append_number(out, bare, {false, "", parts.digits, parts.rest});
        return out.finish();
    }
    out.append_repeated(spec.fill, padding.left);
    append_number(out, spec, parts);
    out.append_repeated(spec.fill, padding.right);
    return out.finish();
}

Result<Ref<StrObject>> format_str(Runtime& rt, StrObject& text, const FormatSpec& spec, Value object) {
    if (spec.type != 's') return raise_unknown_format_code(rt, spec.type, type_name(rt, object));
    if (spec.sign)
        return raise(rt, TypeId::ValueError,
                     spec.sign == ' ' ? "Space not allowed in string format specifier"
                                      : "Sign not allowed in string format specifier");
    if (spec.z)
        return raise(rt, TypeId::ValueError, "Negative zero coercion (z) not allowed in string format specifier");
    if (spec.alternate)
        return raise(rt, TypeId::ValueError, "Alternate form (#) not allowed in string format specifier");
    if (spec.align == '=') return raise(rt, TypeId::ValueError, "'=' alignment not allowed in string format specifier");
    const bool cut = spec.precision >= 0 && spec.precision < text.length;
    auto shown = cut ? str_substring(rt, text, 0, spec.precision) : exact_str(rt, text);
    if (spec.width <= shown->length) return shown;
    return pad_text(rt, spec, *shown);
}

} // namespace mp
