// unicode_escape and raw_unicode_escape: the text of string literals.
#include "interp/support/unicode_names.h"
#include "objects/core/raise.h"
#include "objects/types/codec_support.h"
#include "objects/types/str_access.h"

namespace mp {

namespace {

int hex_digit(std::uint8_t c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

// Up to `count` hexadecimal digits from `at`; how many there were goes to `found`.
char32_t read_digits(const Decoding& d, std::size_t at, std::size_t count, std::size_t& found) {
    char32_t value = 0;
    for (found = 0; found < count && at + found < d.bytes.size(); ++found) {
        const int digit = hex_digit(d.bytes[at + found]);
        if (digit < 0) break;
        value = value << 4 | static_cast<char32_t>(digit);
    }
    return value;
}

// \xXX, \uXXXX, \UXXXXXXXX: `at` of d stands on the backslash.
Result<void> decode_code(Decoding& d, std::size_t count, const char* truncated, const char* out_of_range) {
    const std::size_t start = d.at;
    std::size_t found;
    const char32_t c = read_digits(d, start + 2, count, found);
    if (found < count) {
        if (!d.final && start + 2 + found >= d.bytes.size()) return ok;
        return d.error(start, start + 2 + found, truncated);
    }
    if (c > max_code_point) return d.error(start, start + 2 + count, out_of_range);
    d.out.append(c);
    d.at = start + 2 + count;
    return ok;
}

} // namespace

Result<void> decode_unicode_escape_into(Decoding& d) {
    const auto& b = d.bytes;
    bool warned = false;
    while (d.at < b.size()) {
        const std::size_t start = d.at;
        const std::uint8_t c = b[start];
        if (c != '\\') {
            d.out.append(static_cast<char32_t>(c));
            ++d.at;
            continue;
        }
        if (start + 1 >= b.size()) {
            if (!d.final) return ok;
            TRY(d.error(start, b.size(), "\\ at end of string"));
            continue;
        }
        const std::uint8_t kind = b[start + 1];
        static constexpr std::string_view from = "\\'\"abfnrtv", to = "\\'\"\a\b\f\n\r\t\v";
        if (kind == '\n') {
            d.at += 2;
        } else if (const auto i = from.find(static_cast<char>(kind)); i != from.npos) {
            d.out.append(static_cast<char32_t>(to[i]));
            d.at += 2;
        } else if (kind >= '0' && kind <= '7') {
            char32_t value = 0;
            std::size_t at = start + 1;
            for (; at < b.size() && at < start + 4 && b[at] >= '0' && b[at] <= '7'; ++at)
                value = value << 3 | static_cast<char32_t>(b[at] - '0');
            if (value > 0xFF && !warned) {
                warned = true;
                TRY(d.rt.warn(TypeId::DeprecationWarning,
                              ("invalid octal escape sequence '\\" +
                               std::string(reinterpret_cast<const char*>(&b[start + 1]), 3) + "'")
                                  .c_str()));
            }
            d.out.append(value);
            d.at = at;
        } else if (kind == 'x' || kind == 'u' || kind == 'U') {
            const std::size_t before = d.at;
            TRY(decode_code(d,
                            kind == 'x'   ? 2
                            : kind == 'u' ? 4
                                          : 8,
                            kind == 'x'   ? "truncated \\xXX escape"
                            : kind == 'u' ? "truncated \\uXXXX escape"
                                          : "truncated \\UXXXXXXXX escape",
                            "illegal Unicode character"));
            if (d.at == before) return ok; // unfinished
        } else if (kind == 'N') {
            std::size_t end = start + 2;
            const char* reason = "malformed \\N character escape";
            if (end < b.size() && b[end] == '{') {
                const std::size_t name = ++end;
                while (end < b.size() && b[end] != '}') ++end;
                if (end < b.size() && end > name) {
                    const auto found = unicode::character_named({reinterpret_cast<const char*>(&b[name]), end - name});
                    ++end;
                    if (found) {
                        d.out.append(*found);
                        d.at = end;
                        continue;
                    }
                    reason = unicode::unknown_name();
                }
            }
            if (!d.final && end >= b.size()) return ok;
            TRY(d.error(start, end, reason));
        } else {
            if (!warned) {
                warned = true;
                const char shown[] = {'\\', static_cast<char>(kind < 0x80 ? kind : '?'), '\0'};
                TRY(d.rt.warn(TypeId::DeprecationWarning,
                              (std::string("invalid escape sequence '") + shown + "'").c_str()));
            }
            d.out.append(U'\\');
            d.out.append(static_cast<char32_t>(kind));
            d.at += 2;
        }
    }
    return ok;
}

Result<void> decode_raw_unicode_escape_into(Decoding& d) {
    const auto& b = d.bytes;
    while (d.at < b.size()) {
        const std::uint8_t c = b[d.at];
        if (c != '\\' || d.at + 1 >= b.size()) {
            if (c == '\\' && !d.final) return ok;
            d.out.append(static_cast<char32_t>(c));
            ++d.at;
            continue;
        }
        const std::uint8_t kind = b[d.at + 1];
        if (kind == 'u' || kind == 'U') {
            const std::size_t before = d.at;
            TRY(decode_code(d, kind == 'u' ? 4 : 8,
                            kind == 'u' ? "truncated \\uXXXX escape" : "truncated \\UXXXXXXXX escape",
                            "\\Uxxxxxxxx out of range"));
            if (d.at == before) return ok;
            continue;
        }
        d.out.append(U'\\');
        d.out.append(static_cast<char32_t>(kind));
        d.at += 2;
    }
    return ok;
}

namespace {

void append_code(BytesBuilder& out, char32_t c) {
    static constexpr char digits[] = "0123456789abcdef";
    out.append(static_cast<std::uint8_t>('\\'));
    out.append(static_cast<std::uint8_t>(c < 0x100 ? 'x' : c < 0x10000 ? 'u' : 'U'));
    for (int shift = c < 0x100 ? 4 : c < 0x10000 ? 12 : 28; shift >= 0; shift -= 4)
        out.append(static_cast<std::uint8_t>(digits[c >> shift & 15]));
}

} // namespace

Ref<BytesObject> encode_unicode_escape(Runtime& rt, const StrObject& text) {
    BytesBuilder out(rt);
    for (std::int64_t i = 0; i < text.length; ++i) {
        const char32_t c = text[i];
        if (c == '\\')
            out.append(std::string_view("\\\\"));
        else if (c == '\t')
            out.append(std::string_view("\\t"));
        else if (c == '\n')
            out.append(std::string_view("\\n"));
        else if (c == '\r')
            out.append(std::string_view("\\r"));
        else if (c >= 0x20 && c < 0x7F)
            out.append(static_cast<std::uint8_t>(c));
        else
            append_code(out, c);
    }
    return out.finish();
}

Ref<BytesObject> encode_raw_unicode_escape(Runtime& rt, const StrObject& text) {
    BytesBuilder out(rt);
    for (std::int64_t i = 0; i < text.length; ++i) {
        const char32_t c = text[i];
        if (c < 0x100)
            out.append(static_cast<std::uint8_t>(c));
        else
            append_code(out, c);
    }
    return out.finish();
}

} // namespace mp
