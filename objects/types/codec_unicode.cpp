// UTF-8, UTF-16, UTF-32, ASCII and Latin-1.
#include "interp/support/endian.h"
#include "interp/support/utf8.h"
#include "objects/types/codec_support.h"
#include "objects/types/str_access.h"

namespace mp {

Result<void> decode_utf8_into(Decoding& d) {
    const std::string_view text(reinterpret_cast<const char*>(d.bytes.data()), d.bytes.size());
    while (d.at < text.size()) {
        const auto error = find_utf8_error(text, d.at);
        const std::size_t end = error ? error->start : text.size();
        d.out.append(text.substr(d.at, end - d.at));
        d.at = end;
        if (!error) break;
        if (!d.final && std::string_view(error->reason) == "unexpected end of data") break;
        // Two bytes of a surrogate: the handler is asked when the third is there.
        if (!d.final && text.size() - end == 2 && d.bytes[end] == 0xED && d.bytes[end + 1] >= 0xA0 &&
            d.bytes[end + 1] < 0xC0)
            break;
        TRY(d.error(error->start, error->end, error->reason));
    }
    return ok;
}

Result<void> decode_ascii_into(Decoding& d) {
    const auto& b = d.bytes;
    while (d.at < b.size()) {
        std::size_t end = d.at;
        while (end < b.size() && b[end] < 0x80) ++end;
        d.out.append_latin1(b.data() + d.at, static_cast<std::int64_t>(end - d.at));
        d.at = end;
        if (end < b.size()) TRY(d.error(end, end + 1, "ordinal not in range(128)"));
    }
    return ok;
}

Result<void> decode_utf16_into(Decoding& d, bool big_endian) {
    const auto order = big_endian ? std::endian::big : std::endian::little;
    const std::size_t size = d.bytes.size();
    auto unit = [&](std::size_t at) -> char32_t { return load<std::uint16_t>(d.bytes.data() + at, order); };
    while (d.at < size) {
        const std::size_t at = d.at;
        if (size - at < 2) {
            if (!d.final) return ok;
            TRY(d.error(at, size, "truncated data"));
            continue;
        }
        const char32_t first = unit(at);
        if (!is_surrogate(first)) {
            d.out.append(first);
            d.at += 2;
        } else if (first >= 0xDC00) {
            TRY(d.error(at, at + 2, "illegal encoding"));
        } else if (size - at < 4) {
            if (!d.final) return ok;
            TRY(d.error(at, size, "unexpected end of data"));
        } else if (const char32_t second = unit(at + 2); second >= 0xDC00 && second <= 0xDFFF) {
            d.out.append(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00));
            d.at += 4;
        } else {
            TRY(d.error(at, at + 2, "illegal UTF-16 surrogate"));
        }
    }
    return ok;
}

Result<void> decode_utf32_into(Decoding& d, bool big_endian) {
    const auto order = big_endian ? std::endian::big : std::endian::little;
    const std::size_t size = d.bytes.size();
    while (d.at < size) {
        const std::size_t at = d.at;
        if (size - at < 4) {
            if (!d.final) return ok;
            TRY(d.error(at, size, "truncated data"));
            continue;
        }
        const char32_t c = load<std::uint32_t>(d.bytes.data() + at, order);
        if (is_surrogate(c)) {
            TRY(d.error(at, at + 4, "code point in surrogate code point range(0xd800, 0xe000)"));
        } else if (c > max_code_point) {
            TRY(d.error(at, at + 4, "code point not in range(0x110000)"));
        } else {
            d.out.append(c);
            d.at += 4;
        }
    }
    return ok;
}

namespace {

template <std::endian Order>
void put_utf16(BytesBuilder& out, char32_t c) {
    if (c < 0x10000) {
        store<std::uint16_t, Order>(out.extend(2), static_cast<std::uint16_t>(c));
        return;
    }
    std::uint8_t* to = out.extend(4);
    store<std::uint16_t, Order>(to, static_cast<std::uint16_t>(0xD7C0 + (c >> 10)));
    store<std::uint16_t, Order>(to + 2, static_cast<std::uint16_t>(0xDC00 + (c & 0x3FF)));
}

template <std::endian Order>
void put_utf32(BytesBuilder& out, char32_t c) {
    store<std::uint32_t, Order>(out.extend(4), static_cast<std::uint32_t>(c));
}

void put_byte(BytesBuilder& out, char32_t c) { out.append(static_cast<std::uint8_t>(c)); }

} // namespace

Result<Ref<BytesObject>> encode_wide(Runtime& rt, StrObject& text, const CodecOptions& options, unsigned unit,
                                     bool big_endian, bool mark) {
    auto* put = unit == 2 ? (big_endian ? put_utf16<std::endian::big> : put_utf16<std::endian::little>)
                          : (big_endian ? put_utf32<std::endian::big> : put_utf32<std::endian::little>);
    BytesBuilder out(rt);
    out.reserve((text.length + (mark ? 1 : 0)) * unit);
    if (mark) put(out, 0xFEFF);
    TextEncoding e{rt, text, options, encoding_name(options.encoding), out, put, true};
    while (e.at < text.length) {
        const char32_t c = text[e.at];
        if (is_surrogate(c)) {
            TRY(e.error(e.at, e.at + 1, "surrogates not allowed"));
        } else {
            put(out, c);
            ++e.at;
        }
    }
    return out.finish();
}

Result<Ref<BytesObject>> encode_narrow(Runtime& rt, StrObject& text, const CodecOptions& options, char32_t limit) {
    if (text.is_ascii() || (limit == 0x100 && text.width() == 1))
        return make_bytes(rt, {text.latin1(), static_cast<std::size_t>(text.length)});
    BytesBuilder out(rt);
    out.reserve(text.length);
    TextEncoding e{rt, text, options, encoding_name(options.encoding), out, put_byte};
    e.limit = limit;
    while (e.at < text.length) {
        if (text[e.at] < limit) {
            put_byte(out, text[e.at++]);
            continue;
        }
        std::int64_t end = e.at + 1;
        while (end < text.length && text[end] >= limit) ++end;
        TRY(e.error(e.at, end, limit == 0x80 ? "ordinal not in range(128)" : "ordinal not in range(256)"));
    }
    return out.finish();
}

} // namespace mp
