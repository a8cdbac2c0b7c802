#include "interp/support/utf8.h"

namespace mp {

std::size_t utf8_length(std::string_view text) {
    std::size_t count = 0;
    for (char byte : text) count += !is_utf8_continuation(byte);
    return count;
}

namespace {

// What may follow a lead byte: how many bytes, and the range of the first of them (Unicode standard, table 3-7).
struct LeadByte {
    unsigned length; // 0: no character starts so
    unsigned char low = 0x80;
    unsigned char high = 0xBF;
};

LeadByte classify(unsigned char lead, Surrogates surrogates) {
    if (lead < 0xC2) return {0};
    if (lead < 0xE0) return {2};
    if (lead == 0xE0) return {3, 0xA0, 0xBF};
    if (lead == 0xED && surrogates == Surrogates::Refused) return {3, 0x80, 0x9F};
    if (lead < 0xF0) return {3};
    if (lead == 0xF0) return {4, 0x90, 0xBF};
    if (lead < 0xF4) return {4};
    if (lead == 0xF4) return {4, 0x80, 0x8F};
    return {0};
}

} // namespace

std::optional<Utf8Error> find_utf8_error(std::string_view bytes, std::size_t from, Surrogates surrogates) {
    auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    std::size_t at = from;
    const std::size_t size = bytes.size();
    while (at < size) {
        if (byte(at) < 0x80) {
            std::uint64_t word;
            while (size - at >= 8 && (std::memcpy(&word, bytes.data() + at, 8), (word & 0x8080808080808080u) == 0))
                at += 8;
            while (at < size && byte(at) < 0x80) ++at;
            continue;
        }
        LeadByte lead = classify(byte(at), surrogates);
        if (lead.length == 0) return Utf8Error{at, at + 1, "invalid start byte"};
        for (unsigned i = 1; i < lead.length; ++i) {
            if (at + i >= size) return Utf8Error{at, size, "unexpected end of data"};
            unsigned char low = i == 1 ? lead.low : 0x80, high = i == 1 ? lead.high : 0xBF;
            if (byte(at + i) < low || byte(at + i) > high) return Utf8Error{at, at + i, "invalid continuation byte"};
        }
        at += lead.length;
    }
    return std::nullopt;
}

} // namespace mp
