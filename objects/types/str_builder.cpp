// StrBuilder, and the escaped forms of a str.
#include <limits>
#include <new>

#include "interp/support/unicode.h"
#include "objects/types/str.h"
#include "objects/types/str_access.h"

namespace mp {

namespace {

constexpr std::int64_t largest_length = std::numeric_limits<std::int64_t>::max() / 16;

std::size_t builder_allocation(std::int64_t characters, unsigned log2_width) {
    return sizeof(StrObject) + (static_cast<std::size_t>(characters) << log2_width);
}

} // namespace

StrBuilder::~StrBuilder() {
    if (object_) rt_.free_object(object_, builder_allocation(length_ + room_, log2_width_));
}

void StrBuilder::reserve(std::int64_t more, char32_t max_char) {
    const unsigned needed_log2 = max_char < 0x100 ? 0 : max_char < 0x10000 ? 1 : 2;
    const bool widen = needed_log2 > log2_width_;
    if (!widen && more <= room_) return;
    if (more > largest_length - length_) throw std::bad_alloc();
    const std::int64_t needed = length_ + more;
    std::int64_t characters = length_ + room_;
    if (needed > characters) characters = object_ ? needed + needed / 2 + 16 : std::max<std::int64_t>(needed, 24);
    const unsigned new_log2 = widen ? needed_log2 : log2_width_;
    if (object_ && !widen) {
        object_ = static_cast<StrObject*>(rt_.heap().reallocate(
            object_, builder_allocation(length_ + room_, log2_width_), builder_allocation(characters, new_log2)));
    } else {
        auto* larger = rt_.make<StrObject>(TypeId::str, static_cast<std::size_t>(characters) << new_log2);
        larger->aux = static_cast<std::uint16_t>(new_log2);
        larger->capacity = 0;
        larger->length = 0;
        if (object_) {
            object_->length = length_;
            object_->aux = static_cast<std::uint16_t>(log2_width_);
            copy_text(*larger, 0, *object_, 0, length_);
            rt_.free_object(object_, builder_allocation(length_ + room_, log2_width_));
        }
        object_ = larger;
        log2_width_ = new_log2;
        limit_ = new_log2 == 0 ? 0x100 : new_log2 == 1 ? 0x10000 : max_code_point + 1;
    }
    room_ = characters - length_;
}

void StrBuilder::append(const StrObject& text) { append(text, 0, text.length); }

void StrBuilder::append(const StrObject& text, std::int64_t start, std::int64_t end) {
    if (start >= end) return;
    const auto count = static_cast<std::size_t>(end - start);
    visit_text(text, [&](auto all) {
        auto piece = all.subspan(static_cast<std::size_t>(start), count);
        const char32_t most = count == all.size() || text.is_ascii() ? max_char(text) : max_char(piece);
        reserve(end - start, most);
        ascii_ = ascii_ && most < 0x80;
        switch (log2_width_) {
        case 0: copy_chars(static_cast<std::uint8_t*>(object_->data()) + length_, piece.data(), count); break;
        case 1: copy_chars(static_cast<char16_t*>(object_->data()) + length_, piece.data(), count); break;
        default: copy_chars(static_cast<char32_t*>(object_->data()) + length_, piece.data(), count); break;
        }
    });
    length_ += end - start;
    room_ -= end - start;
}

void StrBuilder::append_latin1(const std::uint8_t* text, std::int64_t count) {
    if (count <= 0) return;
    const Text<std::uint8_t> piece(text, static_cast<std::size_t>(count));
    const char32_t most = ascii_ ? max_char(piece) : 0xFF;
    reserve(count, most);
    ascii_ = ascii_ && most < 0x80;
    switch (log2_width_) {
    case 0: copy_chars(static_cast<std::uint8_t*>(object_->data()) + length_, text, piece.size()); break;
    case 1: copy_chars(static_cast<char16_t*>(object_->data()) + length_, text, piece.size()); break;
    default: copy_chars(static_cast<char32_t*>(object_->data()) + length_, text, piece.size()); break;
    }
    length_ += count;
    room_ -= count;
}

void StrBuilder::append(std::string_view utf8) {
    if (mp::is_ascii(utf8)) {
        append_latin1(reinterpret_cast<const std::uint8_t*>(utf8.data()), static_cast<std::int64_t>(utf8.size()));
        return;
    }
    const char* at = utf8.data();
    const char* end = at + utf8.size();
    while (at < end) append(utf8_next(at));
}

void StrBuilder::append_repeated(char32_t c, std::int64_t count) {
    if (count <= 0) return;
    reserve(count, c);
    ascii_ = ascii_ && c < 0x80;
    switch (log2_width_) {
    case 0:
        std::fill_n(static_cast<std::uint8_t*>(object_->data()) + length_, count, static_cast<std::uint8_t>(c));
        break;
    case 1: std::fill_n(static_cast<char16_t*>(object_->data()) + length_, count, static_cast<char16_t>(c)); break;
    default: std::fill_n(static_cast<char32_t*>(object_->data()) + length_, count, c); break;
    }
    length_ += count;
    room_ -= count;
}

Ref<StrObject> StrBuilder::finish() {
    if (length_ == 0) return make_str(rt_, "");
    if (length_ == 1) {
        object_->aux = static_cast<std::uint16_t>(log2_width_);
        const char32_t c = (*object_)[0];
        truncate(0);
        return char_str(rt_, c);
    }
    if (log2_width_ >
        0) { // room may have been asked for wider characters than came, or some may have been cut off again
        object_->aux = static_cast<std::uint16_t>(log2_width_);
        object_->length = length_;
        const char32_t most = visit_text(*object_, [](auto text) { return max_char(text); });
        if ((most < 0x100 ? 0u : most < 0x10000 ? 1u : 2u) < log2_width_) {
            auto narrow = make_str_uninitialised(rt_, length_, most);
            copy_text(*narrow, 0, *object_, 0, length_);
            truncate(0);
            return narrow;
        }
    }
    std::size_t spare = static_cast<std::size_t>(room_) << log2_width_;
    const std::size_t used = static_cast<std::size_t>(length_) << log2_width_;
    if (spare > std::min<std::size_t>(used / 8 + 16, UINT32_MAX)) {
        object_ = static_cast<StrObject*>(
            rt_.heap().reallocate(object_, sizeof(StrObject) + used + spare, sizeof(StrObject) + used));
        room_ = 0;
        spare = 0;
    }
    object_->aux = static_cast<std::uint16_t>(log2_width_ | (ascii_ ? 4 : 0));
    object_->length = length_;
    object_->cached_hash = 0;
    object_->capacity = static_cast<std::uint32_t>(spare);
    object_->reserved = 0;
    auto result = Ref<StrObject>::adopt(object_);
    object_ = nullptr;
    room_ = length_ = 0;
    log2_width_ = 0;
    limit_ = 0x100;
    ascii_ = true;
    return result;
}

namespace {

void append_escape(StrBuilder& out, char32_t c) {
    static constexpr char digits[] = "0123456789abcdef";
    out.append(U'\\');
    int count = 2;
    if (c < 0x100)
        out.append(U'x');
    else if (c < 0x10000)
        out.append(U'u'), count = 4;
    else
        out.append(U'U'), count = 8;
    for (int shift = (count - 1) * 4; shift >= 0; shift -= 4)
        out.append(static_cast<char32_t>(digits[c >> shift & 15]));
}

Ref<StrObject> quoted(Runtime& rt, const StrObject& text, bool ascii_only) {
    return visit_text(text, [&](auto characters) {
        bool single = false, dbl = false;
        for (auto c : characters) {
            single |= c == '\'';
            dbl |= c == '"';
        }
        const char32_t quote = single && !dbl ? U'"' : U'\'';
        StrBuilder out(rt);
        out.reserve(text.length + 2, 0x7F);
        out.append(quote);
        for (char32_t c : characters) {
            if (c == quote || c == U'\\') {
                out.append(U'\\');
                out.append(c);
            } else if (c >= 0x20 && c < 0x7F) {
                out.append(c);
            } else if (c == U'\n') {
                out.append("\\n");
            } else if (c == U'\r') {
                out.append("\\r");
            } else if (c == U'\t') {
                out.append("\\t");
            } else if (c >= 0x80 && !ascii_only && unicode::is_printable(c)) {
                out.append(c);
            } else {
                append_escape(out, c);
            }
        }
        out.append(quote);
        return out.finish();
    });
}

} // namespace

Ref<StrObject> str_repr(Runtime& rt, const StrObject& text) { return quoted(rt, text, false); }
Ref<StrObject> str_ascii(Runtime& rt, const StrObject& text) { return quoted(rt, text, true); }

} // namespace mp
