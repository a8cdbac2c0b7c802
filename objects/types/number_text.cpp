#include "objects/types/number_text.h"

#include "interp/support/unicode.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytes_like.h"
#include "objects/types/str.h"

namespace mp {

std::string_view strip_space(std::string_view text) noexcept {
    auto is_space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

std::string numeric_text(const StrObject& text) {
    if (text.is_ascii()) return std::string(text.ascii_view());
    std::string result(static_cast<std::size_t>(text.length), '?');
    for (std::int64_t i = 0; i < text.length; ++i) {
        const char32_t c = text[i];
        char& to = result[static_cast<std::size_t>(i)];
        if (c < 0x80) {
            to = static_cast<char>(c);
        } else if (unicode::is_space(c)) {
            to = ' ';
        } else if (const int digit = unicode::decimal_value(c); digit >= 0) {
            to = static_cast<char>('0' + digit);
        }
    }
    return result;
}

Result<void> quote_for_error(Runtime& rt, Value value, std::string& result, std::int64_t most) {
    Ref<StrObject> text = TRY(repr(rt, value));
    result = to_utf8(text->length > most ? *str_substring(rt, *text, 0, most) : *text);
    return ok;
}

Result<bool> bytes_like_text(Runtime& rt, Value value, std::string& text) {
    if (!is_bytes_like(rt, value)) return false;
    auto acquired = bytes_like(rt, value);
    if (acquired.is_raised()) { // an exporter whose memory cannot be had as plain bytes is no text
        rt.clear_pending();
        return false;
    }
    const BytesLike bytes = acquired.take();
    text.assign(bytes.span().begin(), bytes.span().end());
    return true;
}

} // namespace mp
