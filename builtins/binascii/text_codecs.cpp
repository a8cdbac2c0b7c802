#include "builtins/binascii/text_codecs.h"

#include <array>

#include "interp/support/endian.h"

#if MINIPY_WITH_ZLIB
#include <zlib.h>
#endif

namespace mp::binascii {

// ---- uuencode

const char* decode_uu(std::string& out, ByteSpan line) {
    std::size_t at = 0;
    const auto next = [&] { return at < line.size() ? line[at] : std::uint8_t{0}; };
    int wanted = (next() - ' ') & 63;
    if (!line.empty()) ++at;
    unsigned left = 0;
    int left_bits = 0;
    while (wanted > 0) {
        std::uint8_t c = next();
        if (c == '\n' || c == '\r' || at >= line.size())
            c = 0; // spaces at the end of a line may have been eaten
        else {
            if (c < ' ' || c > ' ' + 64) return "Illegal char";
            c = (c - ' ') & 63;
        }
        if (at < line.size()) ++at;
        left = left << 6 | c;
        left_bits += 6;
        if (left_bits < 8) continue;
        left_bits -= 8;
        out += static_cast<char>(left >> left_bits);
        left &= (1u << left_bits) - 1;
        --wanted;
    }
    for (; at < line.size(); ++at) {
        const std::uint8_t c = line[at];
        if (c != ' ' && c != ' ' + 64 && c != '\n' && c != '\r') return "Trailing garbage";
    }
    return nullptr;
}

std::string encode_uu(ByteSpan bytes, bool backtick) {
    const auto character = [backtick](unsigned value) {
        return static_cast<char>(backtick && value == 0 ? '`' : ' ' + value);
    };
    std::string out;
    out += character(static_cast<unsigned>(bytes.size()));
    unsigned left = 0;
    int left_bits = 0;
    for (std::size_t i = 0; i < bytes.size() || left_bits != 0; ++i) {
        left = left << 8 | (i < bytes.size() ? bytes[i] : 0);
        left_bits += 8;
        for (; left_bits >= 6; left_bits -= 6) out += character(left >> (left_bits - 6) & 63);
    }
    out += '\n';
    return out;
}

// ---- quoted-printable

namespace {

constexpr std::size_t line_size = 76;

int hex_digit(std::uint8_t c) noexcept {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

} // namespace

std::string decode_quoted_printable(ByteSpan text, bool header) {
    std::string out;
    const std::size_t n = text.size();
    std::size_t at = 0;
    while (at < n) {
        const std::uint8_t c = text[at++];
        if (c != '=') {
            out += static_cast<char>(header && c == '_' ? ' ' : c);
            continue;
        }
        if (at >= n) break;
        if (text[at] == '\n' || text[at] == '\r') { // a soft line break
            while (at < n && text[at] != '\n') ++at;
            if (at < n) ++at;
        } else if (text[at] == '=') {
            out += '=';
            ++at;
        } else if (at + 1 < n && hex_digit(text[at]) >= 0 && hex_digit(text[at + 1]) >= 0) {
            out += static_cast<char>(hex_digit(text[at]) << 4 | hex_digit(text[at + 1]));
            at += 2;
        } else {
            out += '=';
        }
    }
    return out;
}

std::string encode_quoted_printable(ByteSpan bytes, QuotedPrintableOptions options) {
    const std::size_t n = bytes.size();
    // Line ends become what the first one is.
    const void* first = n ? std::memchr(bytes.data(), '\n', n) : nullptr;
    const auto* line_feed = static_cast<const std::uint8_t*>(first);
    const char* const line_end = line_feed && line_feed > bytes.data() && line_feed[-1] == '\r' ? "\r\n" : "\n";
    std::string out;
    std::size_t column = 0, at = 0;
    const auto put_hex = [&out](std::uint8_t c) {
        static constexpr char upper[] = "0123456789ABCDEF";
        out += upper[c >> 4];
        out += upper[c & 15];
    };
    const auto soft_break = [&] {
        out += '=';
        out += line_end;
        column = 0;
    };
    const auto must_quote = [&](std::uint8_t c) {
        const bool last = at + 1 == n;
        const bool break_character = c == '\r' || c == '\n', blank = c == '\t' || c == ' ';
        if (c > 126 || c == '=' || (options.header && c == '_')) return true;
        if (c == '.' && column == 0)
            if (last || bytes[at + 1] == '\n' || bytes[at + 1] == '\r' || bytes[at + 1] == 0) return true;
        if (!options.is_text && break_character) return true;
        if (blank && last) return true;
        return c < 33 && !break_character && (options.quote_tabs || !blank);
    };
    while (at < n) {
        const std::uint8_t c = bytes[at];
        if (must_quote(c)) {
            if (column + 3 >= line_size) soft_break();
            out += '=';
            put_hex(c);
            ++at;
            column += 3;
        } else if (options.is_text && (c == '\n' || (c == '\r' && at + 1 < n && bytes[at + 1] == '\n'))) {
            column = 0;
            if (!out.empty() &&
                (out.back() == ' ' || out.back() == '\t')) { // nothing may eat blanks at the end of a line
                const auto blank = static_cast<std::uint8_t>(out.back());
                out.back() = '=';
                put_hex(blank);
            }
            out += line_end;
            at += c == '\r' ? 2 : 1;
        } else {
            if (at + 1 != n && bytes[at + 1] != '\n' && column + 1 >= line_size) soft_break();
            ++column;
            out += static_cast<char>(options.header && c == ' ' ? '_' : c);
            ++at;
        }
    }
    return out;
}

// ---- checksums

namespace {

// tables[k][b]: what byte b contributes when k more bytes follow it (slicing by eight).
constexpr std::array<std::array<std::uint32_t, 256>, 8> make_crc32_tables() {
    std::array<std::array<std::uint32_t, 256>, 8> tables{};
    for (std::uint32_t b = 0; b < 256; ++b) {
        std::uint32_t crc = b;
        for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320u : 0);
        tables[0][b] = crc;
    }
    for (std::size_t k = 1; k < 8; ++k)
        for (std::size_t b = 0; b < 256; ++b) {
            const std::uint32_t before = tables[k - 1][b];
            tables[k][b] = before >> 8 ^ tables[0][before & 255];
        }
    return tables;
}
constexpr auto crc32_tables = make_crc32_tables();

constexpr std::array<std::uint16_t, 256> make_ccitt_table() {
    std::array<std::uint16_t, 256> table{};
    for (unsigned b = 0; b < 256; ++b) {
        unsigned crc = b << 8;
        for (int bit = 0; bit < 8; ++bit) crc = crc << 1 ^ (crc & 0x8000 ? 0x1021u : 0);
        table[b] = static_cast<std::uint16_t>(crc);
    }
    return table;
}
constexpr auto ccitt_table = make_ccitt_table();

} // namespace

std::uint32_t crc32(std::uint32_t crc, ByteSpan bytes) noexcept {
#if MINIPY_WITH_ZLIB
    if (bytes.size() >= 64) return static_cast<std::uint32_t>(::crc32_z(crc, bytes.data(), bytes.size()));
#endif
    crc = ~crc;
    const auto& t = crc32_tables;
    while (bytes.size() >= 8) {
        const auto low = crc ^ load_le<std::uint32_t>(bytes.data());
        const auto high = load_le<std::uint32_t>(bytes.data() + 4);
        crc = t[7][low & 255] ^ t[6][low >> 8 & 255] ^ t[5][low >> 16 & 255] ^ t[4][low >> 24] ^ t[3][high & 255] ^
              t[2][high >> 8 & 255] ^ t[1][high >> 16 & 255] ^ t[0][high >> 24];
        bytes = bytes.subspan(8);
    }
    for (const std::uint8_t b : bytes) crc = crc >> 8 ^ t[0][(crc ^ b) & 255];
    return ~crc;
}

std::uint16_t crc_ccitt(std::uint16_t crc, ByteSpan bytes) noexcept {
    for (const std::uint8_t b : bytes)
        crc = static_cast<std::uint16_t>(crc << 8 ^ ccitt_table[static_cast<std::uint8_t>(crc >> 8 ^ b)]);
    return crc;
}

} // namespace mp::binascii
