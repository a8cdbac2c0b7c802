#pragma once
// Access to a str's characters by width, for the files that implement str. Nothing here runs Python code.
#include <algorithm>
#include <cstring>
#include <span>

#include "interp/support/utf8.h"
#include "objects/types/str.h"

namespace mp {

template <class C>
using Text = std::span<const C>; // C: std::uint8_t (Latin-1), char16_t, char32_t

// Calls f with the text as a span of its character type.
template <class F>
decltype(auto) visit_text(const StrObject& text, F&& f) {
    const auto n = static_cast<std::size_t>(text.length);
    switch (text.aux & 3) {
    case 0: return f(Text<std::uint8_t>(text.latin1(), n));
    case 1: return f(Text<char16_t>(text.ucs2(), n));
    default: return f(Text<char32_t>(text.ucs4(), n));
    }
}

// The characters of a str that is being filled.
template <class C>
C* writable_text(StrObject& text) noexcept {
    return static_cast<C*>(text.data());
}

template <class F>
decltype(auto) visit_writable(StrObject& text, F&& f) {
    switch (text.aux & 3) {
    case 0: return f(writable_text<std::uint8_t>(text));
    case 1: return f(writable_text<char16_t>(text));
    default: return f(writable_text<char32_t>(text));
    }
}

// Copies characters; the target's width must suffice.
template <class To, class From>
void copy_chars(To* to, const From* from, std::size_t count) noexcept {
    if constexpr (sizeof(To) == sizeof(From)) {
        if (count) std::memcpy(to, from, count * sizeof(To));
    } else {
        for (std::size_t i = 0; i < count; ++i) to[i] = static_cast<To>(from[i]);
    }
}

// A bound that decides width and ASCII flag as the largest character does: 0x7F, 0xFF, 0xFFFF or 0x10FFFF.
template <class C>
char32_t max_char(Text<C> text) noexcept {
    char32_t bits = 0;
    const C* at = text.data();
    const C* end = at + text.size();
    if constexpr (sizeof(C) == 1) {
        for (; end - at >= 8; at += 8) {
            std::uint64_t word;
            std::memcpy(&word, at, 8);
            if (word & 0x8080808080808080u) return 0xFF;
        }
        for (; at < end; ++at)
            if (*at & 0x80) return 0xFF;
        return 0x7F;
    } else {
        for (; at < end; ++at) bits |= *at;
    }
    return bits < 0x80 ? 0x7F : bits < 0x100 ? 0xFF : bits < 0x10000 ? 0xFFFF : max_code_point;
}

// The same from a str's header: exact, as texts are kept in their narrowest form.
inline char32_t max_char(const StrObject& text) noexcept {
    if (text.is_ascii()) return 0x7F;
    const unsigned log2 = text.aux & 3;
    return log2 == 0 ? 0xFF : log2 == 1 ? 0xFFFF : max_code_point;
}

// A new str of these characters, in the narrowest form.
template <class C>
Ref<StrObject> make_text(Runtime& rt, Text<C> text) {
    if constexpr (sizeof(C) == 1) {
        return make_str_latin1(rt, text.data(), static_cast<std::int64_t>(text.size()));
    } else {
        if (text.size() <= 1) return text.empty() ? Ref<StrObject>::share(rt.empty_str) : char_str(rt, text[0]);
        Ref<StrObject> result = make_str_uninitialised(rt, static_cast<std::int64_t>(text.size()), max_char(text));
        visit_writable(*result, [&](auto* to) { copy_chars(to, text.data(), text.size()); });
        return result;
    }
}

// Copies [start, end) of `from` into `to` at `position`; the width of `to` must suffice.
inline void copy_text(StrObject& to, std::int64_t position, const StrObject& from, std::int64_t start,
                      std::int64_t end) noexcept {
    visit_writable(to, [&](auto* target) {
        visit_text(from, [&](auto source) {
            copy_chars(target + position, source.data() + start, static_cast<std::size_t>(end - start));
        });
    });
}

// The bytes of an allocated str, header included.
inline std::size_t str_allocation(const StrObject& text) noexcept {
    return sizeof(StrObject) + (static_cast<std::size_t>(text.length) << (text.aux & 3)) + text.capacity;
}

// Any instance of str, subclasses too.
inline StrObject& as_str(Value value) noexcept { return *static_cast<StrObject*>(value.object()); }

// `needle` in the width of C: itself when it has it, else widened into `storage`; false when it has characters that do not fit.
template <class C, class Storage>
bool needle_as(const StrObject& needle, Storage& storage, Text<C>& result) {
    if (needle.width() > sizeof(C)) return false;
    if (needle.width() == sizeof(C)) {
        result = Text<C>(static_cast<const C*>(needle.data()), static_cast<std::size_t>(needle.length));
        return true;
    }
    storage.resize(static_cast<std::size_t>(needle.length));
    visit_text(needle, [&](auto from) { copy_chars(storage.data(), from.data(), from.size()); });
    result = Text<C>(storage.data(), storage.size());
    return true;
}

} // namespace mp
