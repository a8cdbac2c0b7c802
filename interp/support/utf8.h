#pragma once
// UTF-8: counting, walking, writing, checking. "Generalised" UTF-8 (WTF-8) also encodes lone surrogates in three bytes;
// it is how text that may hold them (a decoded str literal, a str object's contents on their way) travels as bytes.
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

namespace mp {

inline constexpr char32_t max_code_point = 0x10FFFF;

constexpr bool is_surrogate(char32_t c) { return c >= 0xD800 && c <= 0xDFFF; }
constexpr bool is_utf8_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// Whether every byte is below 128. Eight bytes at a time.
inline bool is_ascii(std::string_view text) {
    const char* at = text.data();
    std::size_t left = text.size();
    for (; left >= 8; at += 8, left -= 8) {
        std::uint64_t word;
        std::memcpy(&word, at, 8);
        if (word & 0x8080808080808080u) return false;
    }
    for (; left > 0; ++at, --left)
        if (static_cast<unsigned char>(*at) >= 0x80) return false;
    return true;
}

// Number of characters of (generalised, valid) UTF-8: of bytes that do not continue one.
std::size_t utf8_length(std::string_view text);

// Bytes that `c` takes in (generalised) UTF-8: 1 to 4.
constexpr unsigned utf8_size(char32_t c) { return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4; }

// The length of the character that starts with this byte, in valid text.
constexpr unsigned utf8_sequence_length(char lead) {
    auto byte = static_cast<unsigned char>(lead);
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

// The character at `at` of valid (generalised) UTF-8; moves `at` behind it.
inline char32_t utf8_next(const char*& at) {
    auto byte = [&](int i) { return static_cast<char32_t>(static_cast<unsigned char>(at[i])); };
    char32_t lead = byte(0);
    if (lead < 0x80) {
        at += 1;
        return lead;
    }
    char32_t c;
    if (lead < 0xE0) {
        c = (lead & 0x1F) << 6 | (byte(1) & 0x3F);
        at += 2;
    } else if (lead < 0xF0) {
        c = (lead & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
        at += 3;
    } else {
        c = (lead & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
        at += 4;
    }
    return c;
}

// Writes `c` (at most U+10FFFF; surrogates allowed) and returns how many of the four bytes are used.
constexpr unsigned utf8_encode(char32_t c, char* out) {
    auto put = [&](int i, char32_t byte) { out[i] = static_cast<char>(static_cast<unsigned char>(byte)); };
    if (c < 0x80) {
        put(0, c);
        return 1;
    }
    if (c < 0x800) {
        put(0, 0xC0 | c >> 6);
        put(1, 0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        put(0, 0xE0 | c >> 12);
        put(1, 0x80 | (c >> 6 & 0x3F));
        put(2, 0x80 | (c & 0x3F));
        return 3;
    }
    put(0, 0xF0 | c >> 18);
    put(1, 0x80 | (c >> 12 & 0x3F));
    put(2, 0x80 | (c >> 6 & 0x3F));
    put(3, 0x80 | (c & 0x3F));
    return 4;
}

inline void utf8_append(std::string& text, char32_t c) {
    char bytes[4];
    text.append(bytes, utf8_encode(c, bytes));
}

// A place where bytes are not UTF-8, as CPython's decoder delimits and words it: bytes [start, end), and one of
// "invalid start byte", "invalid continuation byte", "unexpected end of data".
struct Utf8Error {
    std::size_t start;
    std::size_t end;
    const char* reason;
};

enum class Surrogates : std::uint8_t { Refused, Allowed };

// The first place that is not UTF-8 (overlong forms, values above U+10FFFF and, unless allowed, surrogates), or
// nothing. `from` is where to start looking.
std::optional<Utf8Error> find_utf8_error(std::string_view bytes, std::size_t from = 0,
                                         Surrogates surrogates = Surrogates::Refused);

} // namespace mp
