#pragma once
// uuencode, quoted-printable (RFC 1521) and checksums over spans. They know no objects.
#include <cstdint>
#include <string>

#include "objects/buffer/span_algorithms.h"

namespace mp::binascii {

// One uuencoded line. Null, or the text of the error.
const char* decode_uu(std::string& out, ByteSpan line);
// Of at most 45 bytes.
std::string encode_uu(ByteSpan bytes, bool backtick);

std::string decode_quoted_printable(ByteSpan text, bool header);
struct QuotedPrintableOptions {
    bool quote_tabs = false;
    bool is_text = true;
    bool header = false;
};
std::string encode_quoted_printable(ByteSpan bytes, QuotedPrintableOptions options);

// The cyclic redundancy checks of ZIP and of BinHex 4 (CRC-CCITT).
std::uint32_t crc32(std::uint32_t crc, ByteSpan bytes) noexcept;
std::uint16_t crc_ccitt(std::uint16_t crc, ByteSpan bytes) noexcept;

} // namespace mp::binascii
