#include "objects/buffer/span_algorithms.h"

#include <algorithm>
#include <array>
#include <bit>

namespace mp {

using namespace bytes_ctype;

void bytes_to_lower(std::uint8_t* out, ByteSpan bytes) noexcept {
    for (std::size_t i = 0; i < bytes.size(); ++i) out[i] = to_lower(bytes[i]);
}

void bytes_to_upper(std::uint8_t* out, ByteSpan bytes) noexcept {
    for (std::size_t i = 0; i < bytes.size(); ++i) out[i] = to_upper(bytes[i]);
}

void bytes_to_title(std::uint8_t* out, ByteSpan bytes) noexcept {
    bool in_word = false;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const std::uint8_t c = bytes[i];
        out[i] = in_word ? to_lower(c) : to_upper(c);
        in_word = is_alpha(c);
    }
}

void bytes_capitalize(std::uint8_t* out, ByteSpan bytes) noexcept {
    if (bytes.empty()) return;
    const std::uint8_t first = to_upper(bytes[0]);
    bytes_to_lower(out, bytes);
    out[0] = first;
}

void bytes_swap_case(std::uint8_t* out, ByteSpan bytes) noexcept {
    for (std::size_t i = 0; i < bytes.size(); ++i) out[i] = is_alpha(bytes[i]) ? bytes[i] ^ 0x20 : bytes[i];
}

bool bytes_all_ascii(ByteSpan bytes) noexcept {
    const std::uint8_t* at = bytes.data();
    std::size_t left = bytes.size();
    for (; left >= 8; at += 8, left -= 8) {
        std::uint64_t word;
        std::memcpy(&word, at, 8);
        if (word & 0x8080808080808080u) return false;
    }
    for (; left > 0; ++at, --left)
        if (*at & 0x80) return false;
    return true;
}

namespace {

template <class Question>
bool all_are(ByteSpan bytes, Question question) noexcept {
    return !bytes.empty() && std::all_of(bytes.begin(), bytes.end(), question);
}

} // namespace

bool bytes_is_alnum(ByteSpan bytes) noexcept { return all_are(bytes, is_alnum); }
bool bytes_is_alpha(ByteSpan bytes) noexcept { return all_are(bytes, is_alpha); }
bool bytes_is_digit(ByteSpan bytes) noexcept { return all_are(bytes, is_digit); }
bool bytes_is_space(ByteSpan bytes) noexcept { return all_are(bytes, is_space); }

bool bytes_is_lower(ByteSpan bytes) noexcept {
    return std::none_of(bytes.begin(), bytes.end(), is_upper) && std::any_of(bytes.begin(), bytes.end(), is_lower);
}

bool bytes_is_upper(ByteSpan bytes) noexcept {
    return std::none_of(bytes.begin(), bytes.end(), is_lower) && std::any_of(bytes.begin(), bytes.end(), is_upper);
}

bool bytes_is_title(ByteSpan bytes) noexcept {
    bool cased = false, in_word = false;
    for (std::uint8_t c : bytes) {
        if (is_upper(c) ? in_word : is_lower(c) && !in_word) return false;
        in_word = is_alpha(c);
        cased |= in_word;
    }
    return cased;
}

int compare_bytes(ByteSpan a, ByteSpan b) noexcept {
    const std::size_t common = std::min(a.size(), b.size());
    const int order = common ? std::memcmp(a.data(), b.data(), common) : 0;
    if (order != 0) return order < 0 ? -1 : 1;
    return a.size() < b.size() ? -1 : a.size() > b.size() ? 1 : 0;
}

std::size_t translate_bytes(std::uint8_t* out, ByteSpan bytes, const std::uint8_t* table,
                            const ByteSet& removed) noexcept {
    std::uint8_t* const begin = out;
    if (table && !(removed.words[0] | removed.words[1] | removed.words[2] | removed.words[3])) {
        std::size_t i = 0;
        for (; i + 8 <= bytes.size(); i += 8) {
            std::uint64_t in, result = 0;
            std::memcpy(&in, bytes.data() + i, sizeof in);
            for (int shift = 0; shift < 64; shift += 8) result |= std::uint64_t{table[in >> shift & 255]} << shift;
            std::memcpy(out + i, &result, sizeof result);
        }
        for (; i < bytes.size(); ++i) out[i] = table[bytes[i]];
        return bytes.size();
    }
    for (std::uint8_t byte : bytes)
        if (!removed.has(byte)) *out++ = table ? table[byte] : byte;
    return static_cast<std::size_t>(out - begin);
}

std::int64_t hex_size(std::int64_t bytes, int separator, std::int64_t group) noexcept {
    std::int64_t size;
    if (__builtin_mul_overflow(bytes, std::int64_t{2}, &size)) return -1;
    if (bytes == 0 || separator == no_separator || group == 0) return size;
    const std::uint64_t per_group =
        group < 0 ? 0 - static_cast<std::uint64_t>(group) : static_cast<std::uint64_t>(group);
    const auto separators = static_cast<std::int64_t>((static_cast<std::uint64_t>(bytes) - 1) / per_group);
    if (__builtin_add_overflow(size, separators, &size)) return -1;
    return size;
}

namespace {

// Sixteen bytes at a time, in what the compiler makes of vectors on this machine.
typedef std::uint8_t Bytes16 __attribute__((vector_size(16)));
typedef std::uint16_t Words8 __attribute__((vector_size(16)));

// All digits of 16 * n bytes; gives the number of bytes done.
std::size_t write_hex_vectors(char* out, ByteSpan bytes) noexcept {
    std::size_t done = 0;
    for (; bytes.size() - done >= 16; done += 16, out += 32) {
        Bytes16 in;
        std::memcpy(&in, bytes.data() + done, sizeof in);
        const Bytes16 high = in >> 4, low = in & 15;
        const auto digits = [](Bytes16 nibbles) {
            return nibbles + '0' + (static_cast<Bytes16>(nibbles > 9) & ('a' - '0' - 10));
        };
        const Bytes16 first =
            __builtin_shufflevector(high, low, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
        const Bytes16 second =
            __builtin_shufflevector(high, low, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
        const Bytes16 text[2] = {digits(first), digits(second)};
        std::memcpy(out, text, sizeof text);
    }
    return done;
}

// The values of sixteen digits as eight bytes in the low halves of the words; false when one is no digit.
bool read_sixteen_digits(Bytes16 text, Words8& bytes) noexcept {
    const Bytes16 decimal = text - '0', letter = (text | 0x20) - 'a';
    const auto is_decimal = static_cast<Bytes16>(decimal < 10), is_letter = static_cast<Bytes16>(letter < 6);
    std::uint64_t valid[2];
    const Bytes16 either = is_decimal | is_letter;
    std::memcpy(valid, &either, sizeof valid);
    if ((valid[0] & valid[1]) != ~std::uint64_t{0}) return false;
    const Bytes16 values = (decimal & is_decimal) | ((letter + 10) & is_letter);
    const auto words = reinterpret_cast<Words8>(values);
    bytes = std::endian::native == std::endian::little ? ((words << 4) & 0xF0) | (words >> 8)
                                                       : (words >> 4 & 0xF0) | (words & 15);
    return true;
}

constexpr auto hex_values = [] {
    std::array<std::uint8_t, 256> values{};
    values.fill(0xFF);
    for (std::uint8_t i = 0; i < 10; ++i) values['0' + i] = i;
    for (std::uint8_t i = 0; i < 6; ++i) values['a' + i] = values['A' + i] = 10 + i;
    return values;
}();

} // namespace

bool read_hex_pairs(std::uint8_t* out, ByteSpan text) noexcept {
    std::size_t at = 0;
    for (; text.size() - at >= 32; at += 32, out += 16) {
        Bytes16 in[2];
        std::memcpy(in, text.data() + at, sizeof in);
        Words8 first, second;
        if (!read_sixteen_digits(in[0], first) || !read_sixteen_digits(in[1], second)) return false;
        constexpr int low = std::endian::native == std::endian::little ? 0 : 1;
        const Bytes16 result =
            __builtin_shufflevector(reinterpret_cast<Bytes16>(first), reinterpret_cast<Bytes16>(second), low, low + 2,
                                    low + 4, low + 6, low + 8, low + 10, low + 12, low + 14, low + 16, low + 18,
                                    low + 20, low + 22, low + 24, low + 26, low + 28, low + 30);
        std::memcpy(out, &result, sizeof result);
    }
    for (; at + 1 < text.size(); at += 2) {
        const unsigned high = hex_values[text[at]], low = hex_values[text[at + 1]];
        if ((high | low) > 15) return false;
        *out++ = static_cast<std::uint8_t>(high << 4 | low);
    }
    return true;
}

void write_hex(char* out, ByteSpan bytes, int separator, std::int64_t group) noexcept {
    static constexpr char digits[] = "0123456789abcdef";
    auto put = [&out](std::uint8_t byte) {
        *out++ = digits[byte >> 4];
        *out++ = digits[byte & 15];
    };
    const std::size_t n = bytes.size();
    if (separator == no_separator || group == 0) {
        const std::size_t done = write_hex_vectors(out, bytes);
        out += 2 * done;
        for (const std::uint8_t byte : bytes.subspan(done)) put(byte);
        return;
    }
    const std::uint64_t per_group =
        group < 0 ? 0 - static_cast<std::uint64_t>(group) : static_cast<std::uint64_t>(group);
    // Bytes until the next separator: groups are whole from the left (negative) or from the right.
    std::uint64_t until = group < 0 ? per_group : n % per_group == 0 ? per_group : n % per_group;
    for (std::size_t i = 0; i < n; ++i) {
        if (until == 0) {
            *out++ = static_cast<char>(separator);
            until = per_group;
        }
        put(bytes[i]);
        --until;
    }
}

} // namespace mp
