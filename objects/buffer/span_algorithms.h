#pragma once
// Algorithms over spans of bytes, once for bytes, bytearray and whoever else holds bytes; those that make sense for text too are templates over the
// element (std::uint8_t, char16_t, char32_t) and serve str. They know no objects: results go to an `emit` callback or into memory of a size asked for before.
// Nothing here runs Python code.
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

#include "interp/support/result.h"
#include "objects/buffer/search.h"

namespace mp {

using ByteSpan = std::span<const std::uint8_t>;

// A part [start, end) of a sequence.
struct Part {
    std::int64_t start;
    std::int64_t end;
};

// ---- characters of bytes: ASCII only, whatever the locale
namespace bytes_ctype {
constexpr bool is_lower(std::uint8_t c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_upper(std::uint8_t c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_alpha(std::uint8_t c) { return is_lower(c | 0x20); }
constexpr bool is_digit(std::uint8_t c) { return c >= '0' && c <= '9'; }
constexpr bool is_alnum(std::uint8_t c) { return is_alpha(c) || is_digit(c); }
constexpr bool is_space(std::uint8_t c) { return c == ' ' || (c >= 9 && c <= 13); }
constexpr bool is_line_break(std::uint8_t c) { return c == '\n' || c == '\r'; }
constexpr std::uint8_t to_lower(std::uint8_t c) { return is_upper(c) ? c | 0x20 : c; }
constexpr std::uint8_t to_upper(std::uint8_t c) { return is_lower(c) ? c & 0xDF : c; }
} // namespace bytes_ctype

// ---- trimming

// What remains between the elements at both ends that `strip` says yes to.
template <class C, class Strip>
Part trim(std::span<const C> text, bool left, bool right, Strip&& strip) {
    std::int64_t start = 0, end = static_cast<std::int64_t>(text.size());
    if (left)
        while (start < end && strip(text[static_cast<std::size_t>(start)])) ++start;
    if (right)
        while (end > start && strip(text[static_cast<std::size_t>(end - 1)])) --end;
    return {start, end};
}

// ---- splitting. `most` is the largest number of splits (negative: any). emit(start, end) -> Result<void> is called for each part, for rsplit from the last on.

template <class C, class Space, class Emit>
Result<void> split_space(std::span<const C> text, std::int64_t most, Space&& is_space, Emit&& emit) {
    const auto n = static_cast<std::int64_t>(text.size());
    std::int64_t i = 0;
    for (;;) {
        while (i < n && is_space(text[static_cast<std::size_t>(i)])) ++i;
        if (i == n) return ok;
        if (most-- == 0) break;
        const std::int64_t start = i;
        while (i < n && !is_space(text[static_cast<std::size_t>(i)])) ++i;
        TRY(emit(start, i));
    }
    return emit(i, n); // the rest as it is, space behind it included
}

template <class C, class Space, class Emit>
Result<void> rsplit_space(std::span<const C> text, std::int64_t most, Space&& is_space, Emit&& emit) {
    auto i = static_cast<std::int64_t>(text.size());
    for (;;) {
        while (i > 0 && is_space(text[static_cast<std::size_t>(i - 1)])) --i;
        if (i == 0) return ok;
        if (most-- == 0) break;
        const std::int64_t end = i;
        while (i > 0 && !is_space(text[static_cast<std::size_t>(i - 1)])) --i;
        TRY(emit(i, end));
    }
    return emit(std::int64_t{0}, i);
}

// `separator` is not empty.
template <class C, class Emit>
Result<void> split_on(std::span<const C> text, std::span<const C> separator, std::int64_t most, Emit&& emit) {
    std::int64_t start = 0;
    while (most-- != 0) {
        const std::int64_t at = search::find(text.subspan(static_cast<std::size_t>(start)), separator);
        if (at < 0) break;
        TRY(emit(start, start + at));
        start += at + static_cast<std::int64_t>(separator.size());
    }
    return emit(start, static_cast<std::int64_t>(text.size()));
}

template <class C, class Emit>
Result<void> rsplit_on(std::span<const C> text, std::span<const C> separator, std::int64_t most, Emit&& emit) {
    auto end = static_cast<std::int64_t>(text.size());
    while (most-- != 0) {
        const std::int64_t at = search::find_last(text.first(static_cast<std::size_t>(end)), separator);
        if (at < 0) break;
        TRY(emit(at + static_cast<std::int64_t>(separator.size()), end));
        end = at;
    }
    return emit(0, end);
}

template <class C, class LineBreak, class Emit>
Result<void> split_lines(std::span<const C> text, bool keep_ends, LineBreak&& is_line_break, Emit&& emit) {
    const auto n = static_cast<std::int64_t>(text.size());
    std::int64_t i = 0;
    while (i < n) {
        const std::int64_t start = i;
        while (i < n && !is_line_break(text[static_cast<std::size_t>(i)])) ++i;
        const std::int64_t end = i;
        if (i < n)
            i += text[static_cast<std::size_t>(i)] == '\r' && i + 1 < n && text[static_cast<std::size_t>(i + 1)] == '\n'
                     ? 2
                     : 1;
        TRY(emit(start, keep_ends ? i : end));
    }
    return ok;
}

// ---- replacing: count first (search::count), then fill memory of text.size() + count * (with.size() - what.size()) elements

// Replaces the first `count` places of `what` (which has at least as many).
template <class To, class C, class W>
void replace_into(To* out, std::span<const C> text, std::span<const C> what, std::span<const W> with,
                  std::int64_t count) {
    const C* at = text.data();
    std::size_t left = text.size();
    auto copy = [&out](auto* from, std::size_t n) {
        if constexpr (sizeof(*from) == sizeof(To)) {
            if (n) std::memcpy(out, from, n * sizeof(To));
        } else {
            for (std::size_t i = 0; i < n; ++i) out[i] = static_cast<To>(from[i]);
        }
        out += n;
    };
    if (what.empty()) { // between all elements, and before and behind them
        for (; count > 0; --count) {
            copy(with.data(), with.size());
            if (left == 0) return;
            if (count > 1) {
                copy(at, 1);
                ++at;
                --left;
            }
        }
        copy(at, left);
        return;
    }
    for (; count > 0; --count) {
        const std::int64_t found = search::find(std::span<const C>(at, left), what);
        if (found < 0) break;
        const auto before = static_cast<std::size_t>(found);
        copy(at, before);
        copy(with.data(), with.size());
        at += before + what.size();
        left -= before + what.size();
    }
    copy(at, left);
}

// ---- expandtabs: the size of the result (-1 when it does not fit), then the result

template <class C>
std::int64_t expanded_size(std::span<const C> text, std::int64_t tab_size) {
    std::int64_t size = 0, column = 0;
    for (const C c : text) {
        if (c == '\t') {
            if (tab_size > 0) {
                const std::int64_t spaces = tab_size - column % tab_size;
                if (__builtin_add_overflow(column, spaces, &column) || __builtin_add_overflow(size, spaces, &size))
                    return -1;
            }
        } else {
            ++column;
            if (__builtin_add_overflow(size, std::int64_t{1}, &size)) return -1;
            if (c == '\n' || c == '\r') column = 0;
        }
    }
    return size;
}

template <class C>
void expand_tabs(C* out, std::span<const C> text, std::int64_t tab_size) {
    std::int64_t column = 0;
    for (const C c : text) {
        if (c == '\t') {
            if (tab_size > 0) {
                const std::int64_t spaces = tab_size - column % tab_size;
                out = std::fill_n(out, spaces, static_cast<C>(' '));
                column += spaces;
            }
        } else {
            *out++ = c;
            column = c == '\n' || c == '\r' ? 0 : column + 1;
        }
    }
}

// ---- repetition: `out` has pattern.size() * count elements. memcpy in doubling steps.
template <class C>
void repeat_into(C* out, std::span<const C> pattern, std::int64_t count) {
    const std::size_t unit = pattern.size();
    if (count <= 0 || unit == 0) return;
    const std::size_t total = unit * static_cast<std::size_t>(count);
    if (unit == 1) {
        std::fill_n(out, total, pattern[0]);
        return;
    }
    std::memmove(out, pattern.data(), unit * sizeof(C));
    for (std::size_t done = unit; done < total;) {
        const std::size_t piece = std::min(done, total - done);
        std::memcpy(out + done, out, piece * sizeof(C));
        done += piece;
    }
}

// ---- elements start, start + step, … (count of them)
template <class C>
void copy_strided(C* out, const C* from, std::int64_t start, std::int64_t step, std::int64_t count) {
    for (std::int64_t i = 0; i < count; ++i) out[i] = from[start + i * step];
}

// ---- bytes only (span_algorithms.cpp)

// Case mappings into `out` of the same size (which may be the same memory).
void bytes_to_lower(std::uint8_t* out, ByteSpan bytes) noexcept;
void bytes_to_upper(std::uint8_t* out, ByteSpan bytes) noexcept;
void bytes_to_title(std::uint8_t* out, ByteSpan bytes) noexcept;
void bytes_capitalize(std::uint8_t* out, ByteSpan bytes) noexcept;
void bytes_swap_case(std::uint8_t* out, ByteSpan bytes) noexcept;

// The questions, with Python's answers for empty bytes.
bool bytes_all_ascii(ByteSpan bytes) noexcept;
bool bytes_is_alnum(ByteSpan bytes) noexcept;
bool bytes_is_alpha(ByteSpan bytes) noexcept;
bool bytes_is_digit(ByteSpan bytes) noexcept;
bool bytes_is_space(ByteSpan bytes) noexcept;
bool bytes_is_lower(ByteSpan bytes) noexcept;
bool bytes_is_upper(ByteSpan bytes) noexcept;
bool bytes_is_title(ByteSpan bytes) noexcept;

// Like memcmp with lengths: -1, 0, 1.
int compare_bytes(ByteSpan a, ByteSpan b) noexcept;

// A set of bytes, for strip(b"…") and translate's deletions.
struct ByteSet {
    std::uint64_t words[4] = {};
    explicit ByteSet(ByteSpan members) noexcept {
        for (std::uint8_t byte : members) words[byte >> 6] |= std::uint64_t{1} << (byte & 63);
    }
    bool has(std::uint8_t byte) const noexcept { return (words[byte >> 6] >> (byte & 63) & 1) != 0; }
};

// translate: bytes of `removed` left out, the others through `table` (256 bytes, or null: as they are). Gives the number written; `out` has bytes.size().
std::size_t translate_bytes(std::uint8_t* out, ByteSpan bytes, const std::uint8_t* table,
                            const ByteSet& removed) noexcept;

// ---- hexadecimal
// Characters of hex(): two for each byte and one separator between groups. `group`: bytes per group, counted from the right when positive, from the left when
// negative; 0 or no separator: none. -1 when it does not fit.
inline constexpr int no_separator = -1;
std::int64_t hex_size(std::int64_t bytes, int separator, std::int64_t group) noexcept;
void write_hex(char* out, ByteSpan bytes, int separator, std::int64_t group) noexcept;
// Reads pairs of digits and nothing else into text.size() / 2 bytes. False: there is something else.
bool read_hex_pairs(std::uint8_t* out, ByteSpan text) noexcept;
// Reads pairs of digits, with ASCII space between pairs, into `out` (room for text.size() / 2 bytes). `size` gets the number of bytes.
// Gives -1 on success, else the position of what is not a digit: text.size() for an odd number of digits.
template <class C>
std::int64_t read_hex(std::uint8_t* out, std::span<const C> text, std::int64_t& size) noexcept {
    auto digit = [](char32_t c) -> int {
        if (c >= '0' && c <= '9') return static_cast<int>(c - '0');
        if ((c | 0x20) >= 'a' && (c | 0x20) <= 'f' && c < 0x80) return static_cast<int>((c | 0x20) - 'a' + 10);
        return -1;
    };
    const auto n = static_cast<std::int64_t>(text.size());
    size = 0;
    std::int64_t i = 0;
    while (i < n) {
        const char32_t c = text[static_cast<std::size_t>(i)];
        if (c < 0x80 && bytes_ctype::is_space(static_cast<std::uint8_t>(c))) {
            ++i;
            continue;
        }
        const int high = digit(c);
        if (high < 0) return i;
        if (i + 1 >= n) return n;
        const int low = digit(text[static_cast<std::size_t>(i + 1)]);
        if (low < 0) return i + 1;
        out[size++] = static_cast<std::uint8_t>(high << 4 | low);
        i += 2;
    }
    return -1;
}

} // namespace mp
