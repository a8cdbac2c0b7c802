#include "objects/types/str.h"

#include <limits>
#include <new>

#include "interp/support/hash.h"
#include "interp/support/unicode.h"
#include "objects/types/str_access.h"

namespace mp {

namespace {

constexpr std::int64_t largest_length = std::numeric_limits<std::int64_t>::max() / 8;

constexpr unsigned log2_width(char32_t max_char) { return max_char < 0x100 ? 0 : max_char < 0x10000 ? 1 : 2; }

// A str whose header is complete and whose characters are not.
StrObject* new_text(Runtime& rt, std::int64_t length, char32_t max_char, std::uint32_t capacity = 0) {
    if (length > largest_length) throw std::bad_alloc();
    const unsigned log2 = log2_width(max_char);
    auto* text = rt.make<StrObject>(TypeId::str, (static_cast<std::size_t>(length) << log2) + capacity);
    text->aux = static_cast<std::uint16_t>(log2 | (max_char < 0x80 ? 4 : 0));
    text->length = length;
    text->cached_hash = 0;
    text->capacity = capacity;
    text->reserved = 0;
    return text;
}

Ref<StrObject> empty_text(Runtime& rt) {
    if (rt.empty_str) return Ref<StrObject>::share(rt.empty_str);
    return Ref<StrObject>::adopt(new_text(rt, 0, 0)); // while the runtime sets itself up
}

// Fills from valid generalised UTF-8.
template <class C>
void fill_from_utf8(C* to, std::string_view utf8) {
    const char* at = utf8.data();
    const char* end = at + utf8.size();
    while (at < end) *to++ = static_cast<C>(utf8_next(at));
}

Ref<StrObject> text_from_valid_utf8(Runtime& rt, std::string_view utf8) {
    unsigned char highest = 0;
    for (char byte : utf8) highest = std::max(highest, static_cast<unsigned char>(byte));
    const auto length = static_cast<std::int64_t>(utf8_length(utf8));
    const char32_t bound = highest < 0x80 ? 0x7F : highest < 0xC4 ? 0xFF : highest < 0xF0 ? 0xFFFF : max_code_point;
    if (length == 1 && bound < 0x100) {
        const char* at = utf8.data();
        return char_str(rt, utf8_next(at));
    }
    auto text = Ref<StrObject>::adopt(new_text(rt, length, bound));
    visit_writable(*text, [&](auto* to) { fill_from_utf8(to, utf8); });
    return text;
}

// Bytes that are not UTF-8 become U+FFFD, one for each place that a decoder would report.
std::string with_replacements(std::string_view bytes) {
    std::string result;
    std::size_t from = 0;
    while (auto error = find_utf8_error(bytes, from, Surrogates::Allowed)) {
        result.append(bytes.substr(from, error->start - from));
        result.append("\xEF\xBF\xBD");
        from = error->end;
    }
    result.append(bytes.substr(from));
    return result;
}

} // namespace

bool is_str_or_subclass(Runtime& rt, Value value) noexcept {
    return is_str(value) || (value.is_object() && value.object()->layout == Layout::subclass &&
                             is_subtype(value.object()->type(), &rt.type(TypeId::str)));
}

Ref<StrObject> make_str_uninitialised(Runtime& rt, std::int64_t length, char32_t max_char) {
    return Ref<StrObject>::adopt(new_text(rt, length, max_char));
}

Ref<StrObject> make_str(Runtime& rt, std::string_view utf8) {
    if (is_ascii(utf8))
        return make_str_latin1(rt, reinterpret_cast<const std::uint8_t*>(utf8.data()),
                               static_cast<std::int64_t>(utf8.size()));
    if (find_utf8_error(utf8, 0, Surrogates::Allowed)) return text_from_valid_utf8(rt, with_replacements(utf8));
    return text_from_valid_utf8(rt, utf8);
}

Ref<StrObject> make_str_ucs4(Runtime& rt, const char32_t* text, std::int64_t length) {
    return make_text(rt, Text<char32_t>(text, static_cast<std::size_t>(length)));
}

Ref<StrObject> make_str_latin1(Runtime& rt, const std::uint8_t* text, std::int64_t length) {
    if (length == 0) return empty_text(rt);
    if (length == 1) return char_str(rt, text[0]);
    const auto size = static_cast<std::size_t>(length);
    auto result = Ref<StrObject>::adopt(new_text(rt, length, max_char(Text<std::uint8_t>(text, size))));
    std::memcpy(result->data(), text, size);
    return result;
}

Ref<StrObject> char_str(Runtime& rt, char32_t c) {
    if (c < 0x100)
        if (StrObject* shared = rt.latin1_char(static_cast<unsigned char>(c))) return Ref<StrObject>::share(shared);
    auto result = Ref<StrObject>::adopt(new_text(rt, 1, c));
    visit_writable(*result, [&](auto* to) { *to = static_cast<std::remove_pointer_t<decltype(to)>>(c); });
    return result;
}

Ref<StrObject> exact_str(Runtime& rt, StrObject& text) {
    if (is_str(&text)) return Ref<StrObject>::share(&text);
    return visit_text(text, [&](auto characters) { return make_text(rt, characters); });
}

Ref<StrObject> str_substring(Runtime& rt, StrObject& text, std::int64_t start, std::int64_t end) {
    if (start <= 0 && end >= text.length && is_str(&text)) return Ref<StrObject>::share(&text);
    start = std::max<std::int64_t>(start, 0);
    end = std::min(end, text.length);
    if (start >= end) return empty_text(rt);
    if (text.is_ascii() && end - start > 1) { // no need to look at the characters
        auto result = Ref<StrObject>::adopt(new_text(rt, end - start, 0x7F));
        std::memcpy(result->data(), text.latin1() + start, static_cast<std::size_t>(end - start));
        return result;
    }
    return visit_text(text, [&](auto characters) {
        return make_text(rt,
                         characters.subspan(static_cast<std::size_t>(start), static_cast<std::size_t>(end - start)));
    });
}

Ref<StrObject> str_concat(Runtime& rt, StrObject& a, StrObject& b) {
    if (a.length == 0 && is_str(&b)) return Ref<StrObject>::share(&b);
    if (b.length == 0 && is_str(&a)) return Ref<StrObject>::share(&a);
    auto result = Ref<StrObject>::adopt(new_text(rt, a.length + b.length, std::max(max_char(a), max_char(b))));
    copy_text(*result, 0, a, 0, a.length);
    copy_text(*result, a.length, b, 0, b.length);
    return result;
}

Ref<StrObject> str_append(Runtime& rt, Ref<StrObject> a, StrObject& b) {
    if (b.length == 0 && is_str(a.get())) return a;
    const bool unshared = a->refcount == 1 && is_str(a.get()) && !a->is_interned() && a.get() != &b;
    if (!unshared || a->length == 0 || b.width() > a->width()) return str_concat(rt, *a, b);
    const unsigned log2 = a->aux & 3;
    const std::size_t added = static_cast<std::size_t>(b.length) << log2;
    StrObject* text = a.get();
    if (text->capacity < added) {
        // Room for more of the same: an eighth of the whole, so that a loop of += is linear.
        const std::size_t used = static_cast<std::size_t>(text->length) << log2;
        if (b.length > largest_length - text->length) throw std::bad_alloc();
        const std::size_t spare =
            std::min<std::size_t>((used + added) / 8 + 16, std::numeric_limits<std::uint32_t>::max() / 2);
        const std::size_t total = sizeof(StrObject) + used + added + spare;
        auto* moved = static_cast<StrObject*>(rt.heap().reallocate(text, str_allocation(*text), total));
        static_cast<void>(a.release()); // the old address is gone, its one reference is the new one's
        a = Ref<StrObject>::adopt(moved);
        text = moved;
        text->capacity = static_cast<std::uint32_t>(spare);
    } else {
        text->capacity -= static_cast<std::uint32_t>(added);
    }
    const std::int64_t position = text->length;
    text->length += b.length;
    text->cached_hash = 0;
    if (!b.is_ascii()) text->aux &= static_cast<std::uint16_t>(~4u);
    copy_text(*text, position, b, 0, b.length);
    return a;
}

std::uint64_t str_hash(StrObject& text) noexcept {
    if (text.cached_hash != 0 || text.length == 0) return text.cached_hash;
    const Runtime& rt = text.runtime();
    const std::size_t bytes = static_cast<std::size_t>(text.length) << (text.aux & 3);
    std::uint64_t hash = siphash13({rt.hash_seed[0], rt.hash_seed[1]}, text.data(), bytes);
    if (hash == ~std::uint64_t{0}) hash = ~std::uint64_t{1}; // -1 is no hash, as in CPython
    text.cached_hash = hash;
    return hash;
}

bool str_equal(const StrObject& a, const StrObject& b) noexcept {
    if (&a == &b) return true;
    if (a.length != b.length || ((a.aux ^ b.aux) & 3) != 0) return false;
    return std::memcmp(a.data(), b.data(), static_cast<std::size_t>(a.length) << (a.aux & 3)) == 0;
}

int str_compare(const StrObject& a, const StrObject& b) noexcept {
    const auto common = static_cast<std::size_t>(std::min(a.length, b.length));
    int order = 0;
    if (((a.aux | b.aux) & 3) == 0) {
        order = std::memcmp(a.data(), b.data(), common);
    } else {
        visit_text(a, [&](auto left) {
            visit_text(b, [&](auto right) {
                for (std::size_t i = 0; i < common; ++i)
                    if (left[i] != right[i]) {
                        order = left[i] < right[i] ? -1 : 1;
                        return;
                    }
            });
        });
    }
    if (order != 0) return order < 0 ? -1 : 1;
    return a.length < b.length ? -1 : a.length > b.length ? 1 : 0;
}

std::string to_utf8(const StrObject& text) {
    if (text.is_ascii()) return std::string(text.ascii_view());
    std::string result;
    visit_text(text, [&](auto characters) {
        std::size_t size = 0;
        for (auto c : characters) size += utf8_size(c);
        result.reserve(size);
        for (auto c : characters) utf8_append(result, c);
    });
    return result;
}

bool str_equals(const StrObject& text, std::string_view ascii) noexcept {
    return text.is_ascii() && text.ascii_view() == ascii;
}

} // namespace mp
