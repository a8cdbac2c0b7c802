#pragma once
// What the codecs share: one decoding or encoding on its way, and what error handlers do to it. Registered handlers run Python code.
#include "objects/types/codecs.h"

namespace mp {

// One decoding: input, options, output. `at` is the position of the decoder.
struct Decoding {
    Runtime& rt;
    std::span<const std::uint8_t> bytes;
    const CodecOptions& options;
    const char* name; // as errors show the encoding
    Value source;     // the bytes object concerned, or unbound: made from `bytes` when an error needs it
    StrBuilder& out;
    bool final = true; // false: an unfinished sequence at the end is left alone
    std::size_t at = 0;

    // bytes[start, end) cannot be decoded: raises, or writes the replacement and moves `at`. The units of a "surrogatepass" are the caller's encoding.
    Result<void> error(std::size_t start, std::size_t end, const char* reason);
};

// One encoding of text to bytes.
struct TextEncoding {
    Runtime& rt;
    StrObject& text;
    const CodecOptions& options;
    const char* name;
    BytesBuilder& out;
    void (*put)(BytesBuilder& out,
                char32_t c);        // writes one character that can be encoded, or (surrogatepass) a surrogate
    bool passes_surrogates = false; // a UTF: surrogatepass works
    std::int64_t at = 0;
    char32_t limit = 0x80; // the first character that a handler's replacement may not have

    // text[start, end) cannot be encoded: raises, or writes the replacement and moves `at`.
    Result<void> error(std::int64_t start, std::int64_t end, const char* reason);
};

// The decoders and encoders, by family.
Result<void> decode_utf8_into(Decoding& d);
Result<void> decode_utf16_into(Decoding& d, bool big_endian);
Result<void> decode_utf32_into(Decoding& d, bool big_endian);
Result<void> decode_ascii_into(Decoding& d);
Result<void> decode_unicode_escape_into(Decoding& d);
Result<void> decode_raw_unicode_escape_into(Decoding& d);

Result<Ref<BytesObject>> encode_wide(Runtime& rt, StrObject& text, const CodecOptions& options, unsigned unit,
                                     bool big_endian, bool mark);
Result<Ref<BytesObject>> encode_narrow(Runtime& rt, StrObject& text, const CodecOptions& options,
                                       char32_t limit); // ASCII, Latin-1
Ref<BytesObject> encode_unicode_escape(Runtime& rt, const StrObject& text);
Ref<BytesObject> encode_raw_unicode_escape(Runtime& rt, const StrObject& text);

} // namespace mp
