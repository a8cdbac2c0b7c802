#include "builtins/binascii/base64.h"

#include <array>
#include <bit>
#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#define MP_BASE64_VECTORS 1
#endif

namespace mp::binascii {

namespace {

constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

constexpr std::array<std::uint8_t, 256> make_digits() {
    std::array<std::uint8_t, 256> digits{};
    digits.fill(64);
    for (std::uint8_t i = 0; i < 64; ++i) digits[static_cast<std::uint8_t>(alphabet[i])] = i;
    return digits;
}
constexpr std::array<std::uint8_t, 256> digits = make_digits();

// Both characters of twelve bits, in memory order.
constexpr std::array<std::array<char, 2>, 4096> make_pairs() {
    std::array<std::array<char, 2>, 4096> pairs{};
    for (unsigned i = 0; i < 4096; ++i) pairs[i] = {alphabet[i >> 6], alphabet[i & 63]};
    return pairs;
}
constexpr std::array<std::array<char, 2>, 4096> pairs = make_pairs();

void encode_three(std::uint8_t* out, const std::uint8_t* in) noexcept {
    const unsigned bits = unsigned{in[0]} << 16 | unsigned{in[1]} << 8 | in[2];
    std::memcpy(out, pairs[bits >> 12].data(), 2);
    std::memcpy(out + 2, pairs[bits & 4095].data(), 2);
}

#ifdef MP_BASE64_VECTORS

// Twelve bytes become sixteen characters at a time: Wojciech Muła's method. Gives the number of bytes done.
[[gnu::target("ssse3")]] std::size_t encode_vectors(std::uint8_t* out, ByteSpan bytes) noexcept {
    std::size_t done = 0;
    const __m128i spread = _mm_set_epi8(10, 11, 9, 10, 7, 8, 6, 7, 4, 5, 3, 4, 1, 2, 0, 1);
    const __m128i shifts = _mm_setr_epi8('a' - 26, '0' - 52, '0' - 52, '0' - 52, '0' - 52, '0' - 52, '0' - 52, '0' - 52,
                                         '0' - 52, '0' - 52, '0' - 52, '+' - 62, '/' - 63, 'A', 0, 0);
    while (bytes.size() - done >= 16) {
        __m128i in = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes.data() + done));
        in = _mm_shuffle_epi8(in, spread);
        const __m128i high = _mm_mulhi_epu16(_mm_and_si128(in, _mm_set1_epi32(0x0fc0fc00)), _mm_set1_epi32(0x04000040));
        const __m128i low = _mm_mullo_epi16(_mm_and_si128(in, _mm_set1_epi32(0x003f03f0)), _mm_set1_epi32(0x01000010));
        const __m128i index = _mm_or_si128(high, low);
        __m128i range = _mm_subs_epu8(index, _mm_set1_epi8(51));
        const __m128i upper = _mm_cmpgt_epi8(_mm_set1_epi8(26), index);
        range = _mm_or_si128(range, _mm_and_si128(upper, _mm_set1_epi8(13)));
        const __m128i text = _mm_add_epi8(_mm_shuffle_epi8(shifts, range), index);
        _mm_storeu_si128(reinterpret_cast<__m128i*>(out), text);
        out += 16;
        done += 12;
    }
    return done;
}

// Sixteen characters of the alphabet become twelve bytes at a time (sixteen are written). Stops before whatever is not of the alphabet; gives the number of
// characters done.
[[gnu::target("ssse3")]] std::size_t decode_vectors(std::uint8_t* out, ByteSpan text) noexcept {
    std::size_t done = 0;
    const __m128i low_classes =
        _mm_setr_epi8(0x15, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x13, 0x1A, 0x1B, 0x1B, 0x1B, 0x1A);
    const __m128i high_classes =
        _mm_setr_epi8(0x10, 0x10, 0x01, 0x02, 0x04, 0x08, 0x04, 0x08, 0x10, 0x10, 0x10, 0x10, 0x10, 0x10, 0x10, 0x10);
    const __m128i rolls = _mm_setr_epi8(0, 16, 19, 4, -65, -65, -71, -71, 0, 0, 0, 0, 0, 0, 0, 0);
    const __m128i gather = _mm_setr_epi8(2, 1, 0, 6, 5, 4, 10, 9, 8, 14, 13, 12, -1, -1, -1, -1);
    const __m128i slash = _mm_set1_epi8(0x2f);
    // The bytes written beyond the twelve are room that the next eight characters or more will fill.
    while (text.size() - done >= 24) {
        __m128i in = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + done));
        const __m128i high_nibbles = _mm_and_si128(_mm_srli_epi32(in, 4), slash);
        const __m128i low = _mm_shuffle_epi8(low_classes, _mm_and_si128(in, slash));
        const __m128i high = _mm_shuffle_epi8(high_classes, high_nibbles);
        const __m128i wrong = _mm_cmpgt_epi8(_mm_and_si128(low, high), _mm_setzero_si128());
        if (_mm_movemask_epi8(wrong) != 0) break;
        const __m128i is_slash = _mm_cmpeq_epi8(in, slash);
        in = _mm_add_epi8(in, _mm_shuffle_epi8(rolls, _mm_add_epi8(is_slash, high_nibbles)));
        in = _mm_madd_epi16(_mm_maddubs_epi16(in, _mm_set1_epi32(0x01400140)), _mm_set1_epi32(0x00011000));
        _mm_storeu_si128(reinterpret_cast<__m128i*>(out), _mm_shuffle_epi8(in, gather));
        out += 12;
        done += 16;
    }
    return done;
}

bool has_vectors() noexcept { return __builtin_cpu_supports("ssse3") != 0; }

#else

std::size_t encode_vectors(std::uint8_t*, ByteSpan) noexcept { return 0; }
std::size_t decode_vectors(std::uint8_t*, ByteSpan) noexcept { return 0; }
bool has_vectors() noexcept { return false; }

#endif

} // namespace

void encode_base64(std::uint8_t* out, ByteSpan bytes) noexcept {
    std::size_t at = has_vectors() ? encode_vectors(out, bytes) : 0;
    out += at / 3 * 4;
    for (; bytes.size() - at >= 3; at += 3, out += 4) encode_three(out, bytes.data() + at);
    if (at == bytes.size()) return;
    const bool two = bytes.size() - at == 2;
    const std::uint8_t last[3] = {bytes[at], two ? bytes[at + 1] : std::uint8_t{0}, 0};
    encode_three(out, last);
    out[3] = '=';
    if (!two) out[2] = '=';
}

Base64Error decode_base64(std::uint8_t* out, ByteSpan text, bool strict, std::int64_t& size) noexcept {
    const std::uint8_t* const start = out;
    const std::size_t n = text.size();
    std::size_t at = 0;
    int place = 0; // in the group of four
    int pads = 0;
    unsigned left = 0; // bits of the group that wait for their byte
    bool padding_started = false;
    const auto finish = [&](Base64Error error) {
        size = out - start;
        return error;
    };
    if (strict && n > 0 && text[0] == '=') return finish(Base64Error::leading_padding);
    bool vectors = has_vectors();
    while (at < n) {
        // Whole groups, as long as there is nothing else.
        if (place == 0 && (!strict || !padding_started)) {
            if (vectors) {
                const std::size_t done = decode_vectors(out, text.subspan(at));
                at += done;
                out += done / 4 * 3;
                if (done > 0) pads = 0;
                vectors = done > 0; // text broken into short lines is better off without
            }
            while (n - at >= 4) {
                const unsigned a = digits[text[at]], b = digits[text[at + 1]], c = digits[text[at + 2]],
                               d = digits[text[at + 3]];
                if ((a | b | c | d) >= 64) break;
                const unsigned bits = a << 18 | b << 12 | c << 6 | d;
                out[0] = static_cast<std::uint8_t>(bits >> 16);
                out[1] = static_cast<std::uint8_t>(bits >> 8);
                out[2] = static_cast<std::uint8_t>(bits);
                out += 3;
                at += 4;
                pads = 0;
            }
            if (at == n) break;
        }
        const std::uint8_t c = text[at++];
        if (c == '=') {
            padding_started = true;
            if (strict && place == 0) return finish(Base64Error::excess_padding);
            if (place >= 2 && place + ++pads >= 4) {
                if (strict && at < n) return finish(Base64Error::excess_data);
                return finish(Base64Error::none);
            }
            continue;
        }
        const unsigned digit = digits[c];
        if (digit >= 64) {
            if (strict) return finish(Base64Error::not_base64);
            continue;
        }
        if (strict && padding_started) return finish(Base64Error::discontinuous_padding);
        pads = 0;
        switch (place) {
        case 0: left = digit; break;
        case 1:
            *out++ = static_cast<std::uint8_t>(left << 2 | digit >> 4);
            left = digit & 15;
            break;
        case 2:
            *out++ = static_cast<std::uint8_t>(left << 4 | digit >> 2);
            left = digit & 3;
            break;
        default: *out++ = static_cast<std::uint8_t>(left << 6 | digit); break;
        }
        place = (place + 1) & 3;
        if (place == 0) vectors = has_vectors();
    }
    if (place == 1) return finish(Base64Error::one_character_too_many);
    return finish(place == 0 ? Base64Error::none : Base64Error::incorrect_padding);
}

} // namespace mp::binascii
