#include "interp/syntax/literals.h"

#include <algorithm>
#include <cstring>
#include <string>

#include "interp/support/unicode_names.h"
#include "interp/support/utf8.h"

namespace mp {

StringLiteral split_string_literal(std::string_view text) {
    StringLiteral literal;
    std::size_t at = 0;
    for (; text[at] != '\'' && text[at] != '"'; ++at) {
        switch (text[at] | 0x20) {
        case 'r': literal.raw = true; break;
        case 'b': literal.bytes = true; break;
        case 'f': literal.format = true; break;
        case 'u': literal.unicode = true; break;
        }
    }
    literal.quote = text[at];
    const std::string_view triple(literal.quote == '"' ? "\"\"\"" : "'''");
    // A lone pair of quotes is the empty string; three and more open a triple-quoted one.
    if (text.substr(at).starts_with(triple)) literal.quote_size = 3;
    literal.body_start = static_cast<std::uint32_t>(at + literal.quote_size);
    if (!literal.format)
        literal.body = text.substr(literal.body_start, text.size() - literal.body_start - literal.quote_size);
    return literal;
}

namespace {

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

constexpr bool is_octal(char c) { return c >= '0' && c <= '7'; }

// The character of a one-letter escape, or -1.
int simple_escape(char c) {
    switch (c) {
    case '\\':
    case '\'':
    case '"': return c;
    case 'a': return '\a';
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    case 'v': return '\v';
    default: return -1;
    }
}

enum class BodyOf : std::uint8_t { Str, Bytes, FString };

// Decodes the escapes of one literal. No escape is shorter than what it stands for, so the result fits in as many bytes
// as the body has.
class EscapeDecoder {
public:
    EscapeDecoder(BodyOf kind, std::string_view body, Span span, Span error_span, LiteralContext& context)
        : kind_(kind),
          body_(body),
          span_(span),
          error_span_(error_span),
          context_(context),
          buffer_(static_cast<char*>(context.arena.allocate(body.size(), 1))),
          out_(buffer_) {}

    Result<DecodedString> decode_text() {
        while (copy_to_backslash()) {
            if (at_end()) {
                // Only in an f-string, before a brace.
                *out_++ = '\\';
                break;
            }
            const std::size_t escape = at_ - 1;
            const char c = body_[at_];
            if (static_cast<unsigned char>(c) >= 0x80) {
                *out_++ = '\\';
                continue;
            }
            ++at_;
            if (c == '\n' || common_escape(c)) continue;
            switch (c) {
            case 'x': TRY(hexadecimal(escape, 2, "truncated \\xXX escape")); break;
            case 'u': TRY(hexadecimal(escape, 4, "truncated \\uXXXX escape")); break;
            case 'U': TRY(hexadecimal(escape, 8, "truncated \\UXXXXXXXX escape")); break;
            case 'N': TRY(named(escape)); break;
            default: invalid_escape(c);
            }
        }
        warn_once();
        return DecodedString{result(), has_surrogates_};
    }

    Result<std::string_view> decode_bytes() {
        while (copy_to_backslash()) {
            const std::size_t escape = at_ - 1;
            const char c = body_[at_++];
            if (c == '\n' || common_escape(c)) continue;
            if (c != 'x') {
                invalid_escape(c);
                continue;
            }
            int high = at_ < body_.size() ? hex_value(body_[at_]) : -1;
            int low = at_ + 1 < body_.size() ? hex_value(body_[at_ + 1]) : -1;
            if (high < 0 || low < 0)
                return fail("(value error) invalid \\x escape at position " + std::to_string(escape));
            *out_++ = static_cast<char>(high << 4 | low);
            at_ += 2;
        }
        warn_once();
        return result();
    }

private:
    bool at_end() const { return at_ == body_.size(); }
    std::string_view result() const { return {buffer_, static_cast<std::size_t>(out_ - buffer_)}; }

    // Copies up to the next backslash and steps over it. False at the end.
    bool copy_to_backslash() {
        std::size_t stop = std::min(body_.find('\\', at_), body_.size());
        std::memcpy(out_, body_.data() + at_, stop - at_);
        out_ += stop - at_;
        at_ = stop;
        if (at_end()) return false;
        ++at_;
        return true;
    }

    void put(char32_t c) { out_ += utf8_encode(c, out_); }

    // Escapes that str and bytes share: one letter, or up to three octal digits.
    bool common_escape(char c) {
        if (int simple = simple_escape(c); simple >= 0) {
            *out_++ = static_cast<char>(simple);
            return true;
        }
        if (!is_octal(c)) return false;
        const std::size_t digits = at_ - 1;
        unsigned value = 0;
        for (at_ = digits; at_ < body_.size() && at_ < digits + 3 && is_octal(body_[at_]); ++at_)
            value = value * 8 + static_cast<unsigned>(body_[at_] - '0');
        if (value > 0xFF)
            note_invalid("invalid octal escape sequence '\\" + std::string(body_.substr(digits, 3)) + '\'');
        if (kind_ == BodyOf::Bytes)
            *out_++ = static_cast<char>(value & 0xFF);
        else
            put(value);
        return true;
    }

    Result<void> hexadecimal(std::size_t escape, unsigned digits, const char* truncated) {
        char32_t value = 0;
        for (unsigned i = 0; i < digits; ++i, ++at_) {
            int digit = at_end() ? -1 : hex_value(body_[at_]);
            if (digit < 0) return fail_unicode(escape, at_, truncated);
            value = value << 4 | static_cast<char32_t>(digit);
        }
        if (value > max_code_point) return fail_unicode(escape, at_, "illegal Unicode character");
        has_surrogates_ |= is_surrogate(value);
        put(value);
        return ok;
    }

    Result<void> named(std::size_t escape) {
        if (at_end() || body_[at_] != '{') return fail_unicode(escape, at_, "malformed \\N character escape");
        std::size_t close = body_.find('}', at_);
        if (close == std::string_view::npos)
            return fail_unicode(escape, body_.size(), "malformed \\N character escape");
        std::string_view name = body_.substr(at_ + 1, close - at_ - 1);
        if (name.empty()) return fail_unicode(escape, close, "malformed \\N character escape");
        auto found = (context_.character_named ? context_.character_named : unicode::character_named)(name);
        if (!found) return fail_unicode(escape, close + 1, unicode::unknown_name());
        at_ = close + 1;
        put(*found);
        return ok;
    }

    void invalid_escape(char c) {
        *out_++ = '\\';
        *out_++ = c;
        // The scanner warned of a backslash before an f-string's brace.
        if (kind_ == BodyOf::FString && (c == '{' || c == '}')) return;
        note_invalid(std::string("invalid escape sequence '\\") + c + '\'');
    }

    // CPython warns of the first one.
    void note_invalid(std::string message) {
        if (first_invalid_.empty()) first_invalid_ = std::move(message);
    }

    void warn_once() {
        if (first_invalid_.empty()) return;
        context_.warnings.push_back({SyntaxWarning::Category::SyntaxWarning, std::move(first_invalid_), span_,
                                     context_.source.line_of(span_.start)});
    }

    Raised fail(std::string message) {
        context_.error =
            make_diagnostic(SyntaxErrorKind::SyntaxError, std::move(message), context_.source, error_span_);
        return raised;
    }

    // CPython decodes a form of the literal in which each character outside ASCII is written \UXXXXXXXX, and a
    // backslash before one \u005c; positions are counted there.
    std::size_t reported_position(std::size_t at) const {
        std::size_t position = 0;
        for (std::size_t i = 0; i < at;) {
            if (static_cast<unsigned char>(body_[i]) >= 0x80) {
                position += 10;
                i += utf8_sequence_length(body_[i]);
                continue;
            }
            if (body_[i] == '\\' && i + 1 < body_.size()) {
                bool before_wide = static_cast<unsigned char>(body_[i + 1]) >= 0x80;
                position += before_wide ? 6 : i + 1 < at ? 2 : 1;
                i += before_wide ? 1 : 2;
                continue;
            }
            ++position;
            ++i;
        }
        return position;
    }

    Raised fail_unicode(std::size_t escape, std::size_t end, const char* reason) {
        return fail("(unicode error) 'unicodeescape' codec can't decode bytes in position " +
                    std::to_string(reported_position(escape)) + '-' + std::to_string(reported_position(end) - 1) +
                    ": " + reason);
    }

    BodyOf kind_;
    std::string_view body_;
    Span span_, error_span_;
    LiteralContext& context_;
    char* buffer_;
    char* out_;
    std::size_t at_ = 0;
    bool has_surrogates_ = false;
    std::string first_invalid_;
};

} // namespace

Result<DecodedString> decode_string(std::string_view text, Span span, LiteralContext& context) {
    StringLiteral literal = split_string_literal(text);
    if (literal.raw || literal.body.find('\\') == std::string_view::npos) return DecodedString{literal.body};
    return EscapeDecoder(BodyOf::Str, literal.body, span, span, context).decode_text();
}

Result<std::string_view> decode_bytes(std::string_view text, Span span, LiteralContext& context) {
    StringLiteral literal = split_string_literal(text);
    if (!is_ascii(literal.body)) {
        context.error = make_diagnostic(SyntaxErrorKind::SyntaxError, "bytes can only contain ASCII literal characters",
                                        context.source, span);
        return raised;
    }
    if (literal.raw || literal.body.find('\\') == std::string_view::npos) return literal.body;
    return EscapeDecoder(BodyOf::Bytes, literal.body, span, span, context).decode_bytes();
}

Result<DecodedString> decode_fstring_text(std::string_view text, bool raw, Span span, Span error_span,
                                          LiteralContext& context) {
    if (raw || text.find('\\') == std::string_view::npos) return DecodedString{text};
    return EscapeDecoder(BodyOf::FString, text, span, error_span, context).decode_text();
}

std::string_view debug_expression_text(std::string_view source_slice, Arena& arena) {
    if (source_slice.find('#') == std::string_view::npos) return source_slice;
    // As CPython does it: a '#' in a string counts as a comment too.
    char* copy = static_cast<char*>(arena.allocate(source_slice.size(), 1));
    std::size_t size = 0;
    bool comment = false;
    for (char c : source_slice) {
        if (c == '#') comment = true;
        if (c == '\n') comment = false;
        if (!comment) copy[size++] = c;
    }
    return {copy, size};
}

} // namespace mp
