#include "objects/buffer/span_algorithms.h"

#include <algorithm>

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
    for (std::uint8_t byte : bytes)
        if (!removed.has(byte)) *out++ = table ? table[byte] : byte;
    return static_cast<std::size_t>(out - begin);
}

std::int64_t hex_size(std::int64_t bytes, char separator, std::int64_t group) noexcept {
    std::int64_t size;
    if (__builtin_mul_overflow(bytes, std::int64_t{2}, &size)) return -1;
    if (bytes == 0 || separator == 0 || group == 0) return size;
    const std::uint64_t per_group =
        group < 0 ? 0 - static_cast<std::uint64_t>(group) : static_cast<std::uint64_t>(group);
    const auto separators = static_cast<std::int64_t>((static_cast<std::uint64_t>(bytes) - 1) / per_group);
    if (__builtin_add_overflow(size, separators, &size)) return -1;
    return size;
}

void write_hex(char* out, ByteSpan bytes, char separator, std::int64_t group) noexcept {
    static constexpr char digits[] = "0123456789abcdef";
    auto put = [&out](std::uint8_t byte) {
        *out++ = digits[byte >> 4];
        *out++ = digits[byte & 15];
    };
    const std::size_t n = bytes.size();
    if (separator == 0 || group == 0) {
        for (std::uint8_t byte : bytes) put(byte);
        return;
    }
    const std::uint64_t per_group =
        group < 0 ? 0 - static_cast<std::uint64_t>(group) : static_cast<std::uint64_t>(group);
    // Bytes until the next separator: groups are whole from the left (negative) or from the right.
    std::uint64_t until = group < 0 ? per_group : n % per_group == 0 ? per_group : n % per_group;
    for (std::size_t i = 0; i < n; ++i) {
        if (until == 0) {
            *out++ = separator;
            until = per_group;
        }
        put(bytes[i]);
        --until;
    }
}

} // namespace mp
