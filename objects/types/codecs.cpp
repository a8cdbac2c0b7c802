#include "objects/types/codecs.h"

#include <cctype>

#include "interp/support/unicode_names.h"
#include "interp/support/utf8.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytes_like.h"
#include "objects/types/codec_registry.h"
#include "objects/types/codec_support.h"
#include "objects/types/exception.h"
#include "objects/types/numbers.h"
#include "objects/types/str_access.h"

namespace mp {

// ---- names

namespace {

struct Alias {
    std::string_view name;
    Encoding encoding;
};

// encodings.aliases, for the codecs that are here. Names are normalised: lower case, runs of other characters are one '_'.
constexpr Alias aliases[] = {
    {"utf_8", Encoding::utf8},
    {"utf8", Encoding::utf8},
    {"u8", Encoding::utf8},
    {"utf", Encoding::utf8},
    {"utf8_ucs2", Encoding::utf8},
    {"utf8_ucs4", Encoding::utf8},
    {"cp65001", Encoding::utf8},
    {"utf_8_sig", Encoding::utf8_sig},
    {"utf8_sig", Encoding::utf8_sig},
    {"latin_1", Encoding::latin1},
    {"latin1", Encoding::latin1},
    {"latin", Encoding::latin1},
    {"l1", Encoding::latin1},
    {"iso8859_1", Encoding::latin1},
    {"iso_8859_1", Encoding::latin1},
    {"iso8859", Encoding::latin1},
    {"8859", Encoding::latin1},
    {"cp819", Encoding::latin1},
    {"csisolatin1", Encoding::latin1},
    {"ibm819", Encoding::latin1},
    {"iso_8859_1_1987", Encoding::latin1},
    {"iso_ir_100", Encoding::latin1},
    {"ascii", Encoding::ascii},
    {"us_ascii", Encoding::ascii},
    {"646", Encoding::ascii},
    {"us", Encoding::ascii},
    {"ansi_x3.4_1968", Encoding::ascii},
    {"ansi_x3_4_1968", Encoding::ascii},
    {"ansi_x3.4_1986", Encoding::ascii},
    {"cp367", Encoding::ascii},
    {"csascii", Encoding::ascii},
    {"ibm367", Encoding::ascii},
    {"iso646_us", Encoding::ascii},
    {"iso_646.irv_1991", Encoding::ascii},
    {"iso_ir_6", Encoding::ascii},
    {"utf_16", Encoding::utf16},
    {"utf16", Encoding::utf16},
    {"u16", Encoding::utf16},
    {"utf_16_le", Encoding::utf16_le},
    {"utf_16le", Encoding::utf16_le},
    {"utf16_le", Encoding::utf16_le},
    {"utf16le", Encoding::utf16_le},
    {"unicodelittleunmarked", Encoding::utf16_le},
    {"utf_16_be", Encoding::utf16_be},
    {"utf_16be", Encoding::utf16_be},
    {"utf16_be", Encoding::utf16_be},
    {"utf16be", Encoding::utf16_be},
    {"unicodebigunmarked", Encoding::utf16_be},
    {"utf_32", Encoding::utf32},
    {"utf32", Encoding::utf32},
    {"u32", Encoding::utf32},
    {"utf_32_le", Encoding::utf32_le},
    {"utf_32le", Encoding::utf32_le},
    {"utf32_le", Encoding::utf32_le},
    {"utf32le", Encoding::utf32_le},
    {"utf_32_be", Encoding::utf32_be},
    {"utf_32be", Encoding::utf32_be},
    {"utf32_be", Encoding::utf32_be},
    {"utf32be", Encoding::utf32_be},
    {"unicode_escape", Encoding::unicode_escape},
    {"unicodeescape", Encoding::unicode_escape},
    {"raw_unicode_escape", Encoding::raw_unicode_escape},
    {"rawunicodeescape", Encoding::raw_unicode_escape},
};

std::string normalise_encoding(std::string_view name) {
    std::string result;
    bool gap = false;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) || c == '.') {
            if (gap && !result.empty()) result += '_';
            gap = false;
            result += static_cast<char>(std::tolower(byte));
        } else {
            gap = true;
        }
    }
    return result;
}

} // namespace

std::optional<Encoding> find_encoding(std::string_view name) {
    if (name == "utf-8") return Encoding::utf8; // what nearly everybody writes, as it stands
    if (name == "ascii") return Encoding::ascii;
    const std::string wanted = normalise_encoding(name);
    for (const Alias& alias : aliases)
        if (alias.name == wanted) return alias.encoding;
    return std::nullopt;
}

const char* encoding_name(Encoding encoding) noexcept {
    switch (encoding) {
    case Encoding::utf8:
    case Encoding::utf8_sig: return "utf-8";
    case Encoding::latin1: return "latin-1";
    case Encoding::ascii: return "ascii";
    case Encoding::utf16: return "utf-16";
    case Encoding::utf16_le: return "utf-16-le";
    case Encoding::utf16_be: return "utf-16-be";
    case Encoding::utf32: return "utf-32";
    case Encoding::utf32_le: return "utf-32-le";
    case Encoding::utf32_be: return "utf-32-be";
    case Encoding::unicode_escape: return "unicodeescape";
    case Encoding::raw_unicode_escape: return "rawunicodeescape";
    case Encoding::other: break;
    }
    return "";
}

ErrorHandler find_error_handler(std::string_view name) noexcept {
    constexpr std::string_view names[] = {
        "strict",      "ignore",          "replace",      "backslashreplace", "xmlcharrefreplace",
        "namereplace", "surrogateescape", "surrogatepass"};
    for (std::size_t i = 0; i < std::size(names); ++i)
        if (names[i] == name) return static_cast<ErrorHandler>(i);
    return ErrorHandler::unknown;
}

Result<CodecOptions> codec_options(Runtime& rt, std::string_view encoding, std::string_view errors) {
    if (encoding.find('\0') != std::string_view::npos || errors.find('\0') != std::string_view::npos)
        return raise(rt, TypeId::ValueError, "embedded null character");
    CodecOptions options;
    const auto found = find_encoding(encoding);
    options.encoding = found.value_or(Encoding::other);
    if (!found) options.name = encoding;
    options.handler = find_error_handler(errors);
    options.errors = errors;
    return options;
}

Result<CodecOptions> codec_options(Runtime& rt, StrObject* encoding, StrObject* errors) {
    auto utf8 = [&](StrObject* name, const char* fallback) -> Result<std::string> {
        if (!name) return std::string(fallback);
        if (!name->is_ascii()) TRY(encode_utf8(rt, *name));
        return to_utf8(*name);
    };
    const std::string encoding_text = TRY(utf8(encoding, "utf-8"));
    const std::string errors_text = TRY(utf8(errors, "strict"));
    return codec_options(rt, encoding_text, errors_text);
}

// ---- errors

namespace {

Raised raise_unicode_error(Runtime& rt, TypeId type, const char* encoding, Value object, std::int64_t start,
                           std::int64_t end, const char* reason) {
    auto name = make_str(rt, encoding);
    auto why = make_str(rt, reason);
    Owned first = make_int(rt, start);
    Owned last = make_int(rt, end);
    Value values[] = {name, object, first, last, why};
    auto made = call(rt, Value(&rt.type(type)), Args{values, 5});
    if (made.is_raised()) return raised;
    return raise_exception(rt,
                           Ref<ExceptionObject>::adopt(static_cast<ExceptionObject*>(made.take().release().object())));
}

std::string backslash_form(char32_t c) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string text = c < 0x100 ? "\\x" : c < 0x10000 ? "\\u" : "\\U";
    for (int shift = c < 0x100 ? 4 : c < 0x10000 ? 12 : 28; shift >= 0; shift -= 4) text += digits[c >> shift & 15];
    return text;
}

} // namespace

Raised raise_encode_error(Runtime& rt, const char* encoding, Value text, std::int64_t start, std::int64_t end,
                          const char* reason) {
    return raise_unicode_error(rt, TypeId::UnicodeEncodeError, encoding, text, start, end, reason);
}

Raised raise_decode_error(Runtime& rt, const char* encoding, Value bytes, std::int64_t start, std::int64_t end,
                          const char* reason) {
    return raise_unicode_error(rt, TypeId::UnicodeDecodeError, encoding, bytes, start, end, reason);
}

Result<void> Decoding::error(std::size_t start, std::size_t end, const char* reason) {
    const std::size_t most_escaped = std::min(end, start + 4);
    at = end;
    switch (options.handler) {
    case ErrorHandler::ignore: return ok;
    case ErrorHandler::replace: out.append(U'\xFFFD'); return ok;
    case ErrorHandler::backslashreplace:
        for (std::size_t i = start; i < end; ++i) out.append(std::string_view(backslash_form(bytes[i])));
        return ok;
    case ErrorHandler::surrogateescape:
        for (at = start; at < most_escaped && bytes[at] >= 0x80; ++at) out.append(char32_t{0xDC00} + bytes[at]);
        if (at > start) return ok;
        break;
    case ErrorHandler::surrogatepass: { // lone surrogates in the form of the encoding itself
        std::size_t size = 0;
        char32_t c = 0;
        const std::size_t left = bytes.size() - start;
        const std::uint8_t* b = bytes.data() + start;
        const std::string_view encoding = name;
        if (encoding == "utf-8" && left >= 3 && b[0] == 0xED && (b[1] & 0xC0) == 0x80 && (b[2] & 0xC0) == 0x80) {
            c = char32_t(b[0] & 0x0F) << 12 | char32_t(b[1] & 0x3F) << 6 | (b[2] & 0x3F);
            size = 3;
        } else if (encoding == "utf-16-le" && left >= 2) {
            c = char32_t(b[0]) | char32_t(b[1]) << 8;
            size = 2;
        } else if (encoding == "utf-16-be" && left >= 2) {
            c = char32_t(b[1]) | char32_t(b[0]) << 8;
            size = 2;
        } else if (encoding == "utf-32-le" && left >= 4) {
            c = char32_t(b[0]) | char32_t(b[1]) << 8 | char32_t(b[2]) << 16 | char32_t(b[3]) << 24;
            size = 4;
        } else if (encoding == "utf-32-be" && left >= 4) {
            c = char32_t(b[3]) | char32_t(b[2]) << 8 | char32_t(b[1]) << 16 | char32_t(b[0]) << 24;
            size = 4;
        }
        if (size && is_surrogate(c)) {
            out.append(c);
            at = start + size;
            return ok;
        }
        break;
    }
    case ErrorHandler::xmlcharrefreplace:
    case ErrorHandler::namereplace:
        return raise(rt, TypeId::TypeError, "don't know how to handle UnicodeDecodeError in error callback");
    case ErrorHandler::unknown:
    case ErrorHandler::strict: break;
    }
    Owned object = source.is_unbound() ? Owned(make_bytes(rt, bytes)) : Owned::share(source);
    const Raised error =
        raise_decode_error(rt, name, object, static_cast<std::int64_t>(start), static_cast<std::int64_t>(end), reason);
    if (options.handler != ErrorHandler::unknown) return error;
    const HandlerAnswer answer =
        TRY(call_error_handler(rt, options.errors, static_cast<std::int64_t>(bytes.size()), true));
    out.append(*static_cast<StrObject*>(answer.replacement.get().object()));
    at = static_cast<std::size_t>(answer.position);
    return ok;
}

Result<void> TextEncoding::error(std::int64_t start, std::int64_t end, const char* reason) {
    auto put_text = [&](std::string_view ascii) {
        for (const char c : ascii) put(out, static_cast<unsigned char>(c));
    };
    at = end;
    switch (options.handler) {
    case ErrorHandler::ignore: return ok;
    case ErrorHandler::replace:
        for (std::int64_t i = start; i < end; ++i) put(out, U'?');
        return ok;
    case ErrorHandler::backslashreplace:
    case ErrorHandler::namereplace:
        for (std::int64_t i = start; i < end; ++i) {
            const std::string character =
                options.handler == ErrorHandler::namereplace ? unicode::character_name(text[i]) : "";
            put_text(character.empty() ? backslash_form(text[i]) : "\\N{" + character + "}");
        }
        return ok;
    case ErrorHandler::xmlcharrefreplace:
        for (std::int64_t i = start; i < end; ++i)
            put_text("&#" + std::to_string(static_cast<std::uint32_t>(text[i])) + ";");
        return ok;
    case ErrorHandler::surrogateescape: // as single bytes, which only encodings with units of one byte can hold
        for (at = start; at < end && text[at] >= 0xDC80 && text[at] <= 0xDCFF; ++at) {
            if (passes_surrogates && std::string_view(name) != "utf-8") break;
            out.append(static_cast<std::uint8_t>(text[at] - 0xDC00));
        }
        if (at > start) return ok;
        break;
    case ErrorHandler::surrogatepass:
        if (!passes_surrogates) break;
        for (std::int64_t i = start; i < end; ++i) put(out, text[i]);
        return ok;
    case ErrorHandler::unknown:
    case ErrorHandler::strict: break;
    }
    const Raised error = raise_encode_error(rt, name, Value(&text), start, end, reason);
    if (options.handler != ErrorHandler::unknown) return error;
    Ref<ExceptionObject> exception = Ref<ExceptionObject>::share(rt.pending());
    const HandlerAnswer answer = TRY(call_error_handler(rt, options.errors, text.length, false));
    at = answer.position;
    if (is_bytes_or_subclass(rt, answer.replacement)) {
        const std::string_view encoding = name;
        const std::int64_t unit = encoding.starts_with("utf-16") ? 2 : encoding.starts_with("utf-32") ? 4 : 1;
        if (static_cast<BytesObject*>(answer.replacement.get().object())->size % unit != 0)
            return raise_exception(rt, std::move(exception));
        out.append(static_cast<BytesObject*>(answer.replacement.get().object())->span());
        return ok;
    }
    const auto& replacement = *static_cast<StrObject*>(answer.replacement.get().object());
    for (std::int64_t i = 0; i < replacement.length; ++i) {
        if (replacement[i] >= limit) return raise_exception(rt, std::move(exception)); // what it said first
        put(out, replacement[i]);
    }
    return ok;
}

// ---- the doors

namespace {

Result<void> decode_into(Decoding& d, Encoding encoding) {
    const auto& b = d.bytes;
    auto starts_with = [&](std::initializer_list<std::uint8_t> mark) {
        return b.size() >= mark.size() && std::equal(mark.begin(), mark.end(), b.begin());
    };
    switch (encoding) {
    case Encoding::utf8:
    case Encoding::utf8_sig: return decode_utf8_into(d);
    case Encoding::latin1:
        d.out.append_latin1(b.data(), static_cast<std::int64_t>(b.size()));
        d.at = b.size();
        return ok;
    case Encoding::ascii: return decode_ascii_into(d);
    case Encoding::utf16: {
        const bool big = starts_with({0xFE, 0xFF});
        if (big || starts_with({0xFF, 0xFE})) d.at = 2;
        d.name = big ? "utf-16-be" : "utf-16-le";
        return decode_utf16_into(d, big);
    }
    case Encoding::utf16_le: return decode_utf16_into(d, false);
    case Encoding::utf16_be: return decode_utf16_into(d, true);
    case Encoding::utf32: {
        const bool big = starts_with({0, 0, 0xFE, 0xFF});
        if (big || starts_with({0xFF, 0xFE, 0, 0})) d.at = 4;
        d.name = big ? "utf-32-be" : "utf-32-le";
        return decode_utf32_into(d, big);
    }
    case Encoding::utf32_le: return decode_utf32_into(d, false);
    case Encoding::utf32_be: return decode_utf32_into(d, true);
    case Encoding::unicode_escape: return decode_unicode_escape_into(d);
    case Encoding::raw_unicode_escape: return decode_raw_unicode_escape_into(d);
    case Encoding::other: break;
    }
    return ok;
}

} // namespace

Result<Ref<StrObject>> decode(Runtime& rt, std::span<const std::uint8_t> bytes, const CodecOptions& options,
                              Value source) {
    if (options.encoding == Encoding::other) {
        Owned object = source.is_unbound() ? Owned(make_bytes(rt, bytes)) : Owned::share(source);
        return decode_by_codec(rt, object, options);
    }
    if (options.encoding == Encoding::utf8_sig && bytes.size() >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB &&
        bytes[2] == 0xBF) {
        bytes = bytes.subspan(3);
        source = Value();
    }
    if (!source.is_unbound() && !is_bytes(source)) source = Value(); // errors show bytes, whatever was decoded
    TRY(rt.pay(bytes.size() >> 6));
    StrBuilder out(rt);
    Decoding d{rt, bytes, options, encoding_name(options.encoding), source, out};
    TRY(decode_into(d, options.encoding));
    return out.finish();
}

Result<Ref<StrObject>> decode_partial(Runtime& rt, std::span<const std::uint8_t> bytes, const CodecOptions& options,
                                      bool final, std::size_t& consumed) {
    TRY(rt.pay(bytes.size() >> 6));
    if (options.encoding == Encoding::other) { // one byte, one character
        consumed = bytes.size();
        return decode(rt, bytes, options);
    }
    StrBuilder out(rt);
    Decoding d{rt, bytes, options, encoding_name(options.encoding), Value(), out, final};
    TRY(decode_into(d, options.encoding));
    consumed = d.at;
    return out.finish();
}

Result<Ref<StrObject>> decode_utf8(Runtime& rt, std::span<const std::uint8_t> bytes, Value source) {
    static const CodecOptions strict_utf8;
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    if (is_ascii(text)) return make_str(rt, text);
    return decode(rt, bytes, strict_utf8, source);
}

namespace {

void put_utf8(BytesBuilder& out, char32_t c) {
    char bytes[4];
    out.append(std::string_view(bytes, utf8_encode(c, bytes)));
}

Result<Ref<BytesObject>> encode_utf8_with(Runtime& rt, StrObject& text, const CodecOptions& options) {
    if (text.is_ascii() && options.encoding == Encoding::utf8)
        return make_bytes(rt, {text.latin1(), static_cast<std::size_t>(text.length)});
    BytesBuilder out(rt);
    if (options.encoding == Encoding::utf8_sig) out.append(std::string_view("\xEF\xBB\xBF"));
    TextEncoding e{rt, text, options, "utf-8", out, put_utf8, true};
    TRY(visit_text(text, [&](auto characters) -> Result<void> {
        std::size_t size = 0;
        for (const auto c : characters) size += utf8_size(c);
        out.reserve(static_cast<std::int64_t>(size));
        const auto length = static_cast<std::int64_t>(characters.size());
        while (e.at < length) {
            const char32_t c = characters[static_cast<std::size_t>(e.at)];
            if (!is_surrogate(c)) {
                std::uint8_t* to = out.extend(utf8_size(c));
                utf8_encode(c, reinterpret_cast<char*>(to));
                ++e.at;
                continue;
            }
            std::int64_t end = e.at + 1;
            while (end < length && is_surrogate(characters[static_cast<std::size_t>(end)])) ++end;
            TRY(e.error(e.at, end, "surrogates not allowed"));
        }
        return ok;
    }));
    return out.finish();
}

} // namespace

Result<Ref<BytesObject>> encode_utf8(Runtime& rt, StrObject& text) {
    static const CodecOptions strict_utf8;
    return encode_utf8_with(rt, text, strict_utf8);
}

Result<Ref<BytesObject>> encode(Runtime& rt, StrObject& text, const CodecOptions& options) {
    TRY(rt.pay(static_cast<std::uint64_t>(text.length) >> 6));
    switch (options.encoding) {
    case Encoding::utf8:
    case Encoding::utf8_sig: break;
    case Encoding::latin1: return encode_narrow(rt, text, options, 0x100);
    case Encoding::ascii: return encode_narrow(rt, text, options, 0x80);
    case Encoding::utf16: return encode_wide(rt, text, options, 2, false, true);
    case Encoding::utf16_le: return encode_wide(rt, text, options, 2, false, false);
    case Encoding::utf16_be: return encode_wide(rt, text, options, 2, true, false);
    case Encoding::utf32: return encode_wide(rt, text, options, 4, false, true);
    case Encoding::utf32_le: return encode_wide(rt, text, options, 4, false, false);
    case Encoding::utf32_be: return encode_wide(rt, text, options, 4, true, false);
    case Encoding::unicode_escape: return encode_unicode_escape(rt, text);
    case Encoding::raw_unicode_escape: return encode_raw_unicode_escape(rt, text);
    case Encoding::other: return encode_by_codec(rt, text, options);
    }
    return encode_utf8_with(rt, text, options);
}

} // namespace mp
