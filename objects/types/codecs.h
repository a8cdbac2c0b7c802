#pragma once
// Text encodings: str to bytes and back, with error handlers (library reference, "codecs": Standard Encodings, Error Handlers).
// Encodings: utf-8, utf-8-sig, utf-16/32 (with byte order mark, -le, -be), latin-1, ascii, unicode_escape, raw_unicode_escape.
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "objects/types/bytes.h"
#include "objects/types/str.h"

namespace mp {

enum class Encoding : std::uint8_t {
    utf8,
    utf8_sig,
    latin1,
    ascii,
    utf16,
    utf16_le,
    utf16_be,
    utf32,
    utf32_le,
    utf32_be,
    unicode_escape,
    raw_unicode_escape,
    other, // not built in: CodecOptions::name, which the codecs module looks up
};

// The encoding of a name in any spelling ("UTF8", "utf_8", "Latin-1", "cp1252" is unknown): case, '-', '_' and ' ' do not matter.
std::optional<Encoding> find_encoding(std::string_view name);
const char* encoding_name(Encoding encoding) noexcept; // as UnicodeError.encoding shows it: "utf-8"

enum class ErrorHandler : std::uint8_t {
    strict,
    ignore,
    replace,
    backslashreplace,
    xmlcharrefreplace,
    namereplace,
    surrogateescape,
    surrogatepass,
    unknown, // a name that is not built in: a registered handler, or LookupError ("unknown error handler name 'x'") once it is needed
};
ErrorHandler find_error_handler(std::string_view name) noexcept;

// What decoding and encoding need to know: `errors` is the name as given, for the text of a LookupError.
struct CodecOptions {
    Encoding encoding = Encoding::utf8;
    ErrorHandler handler = ErrorHandler::strict;
    std::string errors = "strict";
    std::string name; // of an encoding that is not built in
};
// Neither the encoding's name nor the error handler's is checked here, but for what no name can be (ValueError).
Result<CodecOptions> codec_options(Runtime& rt, std::string_view encoding, std::string_view errors);

// The same from arguments as encode(), decode() and constructors take them; null: the default. UnicodeEncodeError for names with lone surrogates.
Result<CodecOptions> codec_options(Runtime& rt, StrObject* encoding, StrObject* errors);

// Bytes to text. UnicodeDecodeError carries `source` as its object (made from the bytes when unbound). Runs Python code for registered error handlers and for
// encodings that are not built in (LookupError "unknown encoding: x"): whoever owns the bytes must hold them.
Result<Ref<StrObject>> decode(Runtime& rt, std::span<const std::uint8_t> bytes, const CodecOptions& options,
                              Value source = Value());
// As much as is complete: `final` false leaves an unfinished sequence at the end alone; `consumed` says how far it went. For streams.
Result<Ref<StrObject>> decode_partial(Runtime& rt, std::span<const std::uint8_t> bytes, const CodecOptions& options,
                                      bool final, std::size_t& consumed);
// Text to bytes. UnicodeEncodeError. Runs Python code where decode() does.
Result<Ref<BytesObject>> encode(Runtime& rt, StrObject& text, const CodecOptions& options);

// The common case: UTF-8, strict. UnicodeEncodeError for lone surrogates.
Result<Ref<BytesObject>> encode_utf8(Runtime& rt, StrObject& text);
Result<Ref<StrObject>> decode_utf8(Runtime& rt, std::span<const std::uint8_t> bytes, Value source = Value());

// Raises with the five fields; `object` is the str or bytes concerned.
Raised raise_encode_error(Runtime& rt, const char* encoding, Value text, std::int64_t start, std::int64_t end,
                          const char* reason);
Raised raise_decode_error(Runtime& rt, const char* encoding, Value bytes, std::int64_t start, std::int64_t end,
                          const char* reason);

} // namespace mp
