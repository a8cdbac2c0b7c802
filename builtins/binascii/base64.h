#pragma once
// Base64 over spans: the common case in vectors, everything else byte by byte. Knows no objects.
#include <cstdint>

#include "objects/buffer/span_algorithms.h"

namespace mp::binascii {

// Characters for `size` bytes, padding included.
constexpr std::int64_t base64_size(std::int64_t size) noexcept { return (size + 2) / 3 * 4; }
// Writes base64_size(bytes.size()) characters.
void encode_base64(std::uint8_t* out, ByteSpan bytes) noexcept;

enum class Base64Error : std::uint8_t {
    none,
    leading_padding,
    excess_padding,
    excess_data,
    not_base64,
    discontinuous_padding,
    one_character_too_many,
    incorrect_padding,
};

// Decodes into `out` (room for (text.size() + 3) / 4 * 3 bytes); `size` gets how many bytes came out, also up to an error. Strict: nothing but what an encoder
// writes. Else characters outside the alphabet are skipped and the first complete padding ends the data.
Base64Error decode_base64(std::uint8_t* out, ByteSpan text, bool strict, std::int64_t& size) noexcept;

} // namespace mp::binascii
