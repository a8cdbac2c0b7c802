#include "builtins/re/translate.h"

#include <cstdio>

#include "interp/support/unicode.h"
#include "interp/support/utf8.h"

namespace mp::re_module {

void Source::advance() {
    if (index_ >= text_.size()) {
        token_ = {};
        return;
    }
    std::size_t length = 1;
    if (text_[index_] == U'\\') {
        if (index_ + 1 >= text_.size()) {
            fail_at("bad escape (end of pattern)", static_cast<std::int64_t>(text_.size()) - 1);
            token_ = {};
            return;
        }
        length = 2;
    }
    token_ = text_.substr(index_, length);
    index_ += length;
}

std::u32string Source::get_while(int most, std::u32string_view set) {
    std::u32string result;
    for (int i = 0; i < most && next_in(set); ++i) result += get();
    return result;
}

std::optional<std::u32string> Source::get_until(char32_t terminator, const char* what) {
    std::u32string result;
    for (;;) {
        const std::u32string_view c = get();
        if (c.empty()) {
            if (result.empty())
                fail(std::string("missing ") + what);
            else
                fail("missing " + shown({&terminator, 1}) + ", unterminated name",
                     static_cast<std::int64_t>(result.size()));
            return std::nullopt;
        }
        if (c.size() == 1 && c[0] == terminator) {
            if (result.empty()) {
                fail(std::string("missing ") + what, 1);
                return std::nullopt;
            }
            return result;
        }
        result += c;
    }
}

bool Source::check_group_name(const std::u32string& name, std::int64_t offset) {
    bool ascii = true, identifier = !name.empty() && unicode::is_xid_start(name[0]);
    for (const char32_t c : name) {
        ascii = ascii && c < 0x80;
        identifier = identifier && unicode::is_xid_continue(c);
    }
    if ((!bytes_ || ascii) && identifier) return true;
    return fail("bad character in group name " + quoted(name, bytes_ && !ascii),
                static_cast<std::int64_t>(name.size()) + offset);
}

bool Source::fail_at(std::string message, std::int64_t position, PatternProblem::Kind kind) {
    if (problem) return false;
    if (bytes_) { // such texts are ASCII
        std::string ascii;
        const char* at = message.data();
        while (at < message.data() + message.size()) {
            const char32_t c = utf8_next(at);
            if (c < 0x80) {
                ascii += static_cast<char>(c);
                continue;
            }
            char buffer[12];
            std::snprintf(buffer, sizeof buffer, c < 0x100 ? "\\x%02x" : "\\u%04x", static_cast<unsigned>(c));
            ascii += buffer;
        }
        message = std::move(ascii);
    }
    problem = PatternProblem{kind, std::move(message), position};
    return false;
}

std::string shown(std::u32string_view text) {
    std::string result;
    for (const char32_t c : text) utf8_append(result, c);
    return result;
}

std::string quoted(std::u32string_view text, bool ascii_only) {
    const bool single = text.find(U'\'') != text.npos, both = single && text.find(U'"') != text.npos;
    const char quote = single && !both ? '"' : '\'';
    std::string result(1, quote);
    for (const char32_t c : text) {
        char buffer[16];
        if (c == static_cast<char32_t>(quote) || c == U'\\') {
            result += '\\';
            result += static_cast<char>(c);
        } else if (c == U'\n' || c == U'\t' || c == U'\r') {
            result += c == U'\n' ? "\\n" : c == U'\t' ? "\\t" : "\\r";
        } else if (unicode::is_printable(c) && (c < 0x80 || !ascii_only)) {
            utf8_append(result, c);
        } else {
            std::snprintf(buffer, sizeof buffer,
                          c < 0x100     ? "\\x%02x"
                          : c < 0x10000 ? "\\u%04x"
                                        : "\\U%08x",
                          static_cast<unsigned>(c));
            result += buffer;
        }
    }
    return result + quote;
}

bool is_ascii_letter(char32_t c) noexcept { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }

bool is_decimal(std::u32string_view text) noexcept {
    for (const char32_t c : text)
        if (c < U'0' || c > U'9') return false;
    return !text.empty();
}

} // namespace mp::re_module
