// binascii: conversions between bytes and their ASCII forms. Every function takes any exporter of bytes; decoders take ASCII text as well.
#include "objects/types/module.h"
#include "builtins/binascii/base64.h"
#include "builtins/binascii/text_codecs.h"
#include "builtins/error_class.h"
#include "builtins/modules.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytes.h"
#include "objects/types/bytes_like.h"
#include "objects/types/exception.h"
#include "objects/types/numbers.h"
#include "objects/types/text_arguments.h"

namespace mp {

namespace binascii {

namespace {

struct State : ModuleState {
    OptRef<Type> error;
    OptRef<Type> incomplete;
};
State& state_of(Runtime& rt) { return rt.module_state<State>(); }

template <class... Values>
Raised raise_error(Runtime& rt, const char* format, Values... values) {
    return raise_error_class(rt, state_of(rt).error.get(), format, values...);
}

// What decoders read: an exporter, or a str of ASCII characters.
struct AsciiArgument {
    BytesLike bytes;
    ByteSpan span;
};
Result<AsciiArgument> ascii_argument(Runtime& rt, Value value) {
    if (is_str_or_subclass(rt, value)) {
        const auto& text = *static_cast<StrObject*>(value.object());
        if (!text.is_ascii())
            return raise(rt, TypeId::ValueError, "string argument should contain only ASCII characters");
        return AsciiArgument{BytesLike(), {text.latin1(), static_cast<std::size_t>(text.length)}};
    }
    auto acquired = bytes_like(rt, value);
    if (acquired.is_raised()) { // whatever the exporter said
        if (!swallow_pending(rt)) return raised;
        return raise(rt, TypeId::TypeError, "argument should be bytes, buffer or ASCII string, not '%.100s'",
                     type_name(rt, value));
    }
    BytesLike bytes = acquired.take();
    const ByteSpan span = bytes.span();
    return AsciiArgument{std::move(bytes), span};
}

Result<Ref<BytesObject>> room_for(Runtime& rt, std::int64_t size) {
    if (!rt.heap().would_fit(static_cast<std::size_t>(size))) return raise_memory_error(rt);
    TRY(rt.pay(static_cast<std::uint64_t>(size) >> 6));
    return make_bytes_uninitialised(rt, size);
}

Owned bytes_of(Runtime& rt, const std::string& text) {
    return make_bytes(rt, {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}

// ---- hexadecimal

Result<Owned> hexlify(Runtime& rt, Args args) {
    const std::int64_t group = TRY(int_argument(rt, args, 2, 1));
    const BytesLike bytes = TRY(bytes_like(rt, args[0]));
    int separator = no_separator;
    if (args.has(1)) {
        // The result is bytes: here the separator may be any single byte.
        if (is_bytes_or_subclass(rt, args[1]) && static_cast<BytesObject*>(args[1].object())->size == 1)
            separator = static_cast<int>(static_cast<BytesObject*>(args[1].object())->data()[0]);
        else if (is_str(args[1]) && static_cast<StrObject*>(args[1].object())->length == 1 &&
                 (*static_cast<StrObject*>(args[1].object()))[0] < 0x100)
            separator = static_cast<int>((*static_cast<StrObject*>(args[1].object()))[0]);
        else
            separator = TRY(hex_separator(rt, args[1]));
    }
    const std::int64_t size = hex_size(static_cast<std::int64_t>(bytes.span().size()), separator, group);
    if (size < 0) return raise_memory_error(rt);
    Ref<BytesObject> result = TRY(room_for(rt, size));
    write_hex(reinterpret_cast<char*>(result->data()), bytes.span(), separator, group);
    return Owned(std::move(result));
}

Result<Owned> unhexlify(Runtime& rt, Args args) {
    const AsciiArgument text = TRY(ascii_argument(rt, args[0]));
    if (text.span.size() % 2 != 0) return raise_error(rt, "Odd-length string");
    Ref<BytesObject> result = TRY(room_for(rt, static_cast<std::int64_t>(text.span.size() / 2)));
    if (!read_hex_pairs(result->data(), text.span)) return raise_error(rt, "Non-hexadecimal digit found");
    return Owned(std::move(result));
}

// ---- base64

Result<Owned> b2a_base64(Runtime& rt, Args args) {
    const bool newline = TRY(bool_argument(rt, args, 1, true));
    const BytesLike bytes = TRY(bytes_like(rt, args[0]));
    const std::int64_t size = base64_size(static_cast<std::int64_t>(bytes.span().size()));
    Ref<BytesObject> result = TRY(room_for(rt, size + newline));
    encode_base64(result->data(), bytes.span());
    if (newline) result->data()[size] = '\n';
    return Owned(std::move(result));
}

Raised raise_base64(Runtime& rt, Base64Error error, std::int64_t decoded) {
    switch (error) {
    case Base64Error::leading_padding: return raise_error(rt, "Leading padding not allowed");
    case Base64Error::excess_padding: return raise_error(rt, "Excess padding not allowed");
    case Base64Error::excess_data: return raise_error(rt, "Excess data after padding");
    case Base64Error::not_base64: return raise_error(rt, "Only base64 data is allowed");
    case Base64Error::discontinuous_padding: return raise_error(rt, "Discontinuous padding not allowed");
    case Base64Error::one_character_too_many:
        return raise_error(rt,
                           "Invalid base64-encoded string: number of data characters (%lld) cannot be 1 more than a "
                           "multiple of 4",
                           static_cast<long long>(decoded / 3 * 4 + 1));
    default: return raise_error(rt, "Incorrect padding");
    }
}

Result<Owned> a2b_base64(Runtime& rt, Args args) {
    const bool strict = TRY(bool_argument(rt, args, 1, false));
    const AsciiArgument text = TRY(ascii_argument(rt, args[0]));
    const ByteSpan span = text.span;
    // Right at once for text that holds nothing but base64; anything else is copied to its own size afterwards.
    const auto groups = static_cast<std::int64_t>(span.size() + 3) / 4;
    Ref<BytesObject> room = TRY(room_for(rt, groups * 3));
    std::int64_t size = 0;
    const Base64Error error = decode_base64(room->data(), span, strict, size);
    if (error != Base64Error::none) return raise_base64(rt, error, size);
    if (size == room->size) return Owned(std::move(room));
    return Owned(make_bytes(rt, {room->data(), static_cast<std::size_t>(size)}));
}

// ---- uuencode and quoted-printable

Result<Owned> a2b_uu(Runtime& rt, Args args) {
    const AsciiArgument text = TRY(ascii_argument(rt, args[0]));
    std::string out;
    if (const char* error = decode_uu(out, text.span)) return raise_error(rt, "%s", error);
    return bytes_of(rt, out);
}

Result<Owned> b2a_uu(Runtime& rt, Args args) {
    const bool backtick = TRY(bool_argument(rt, args, 1, false));
    const BytesLike bytes = TRY(bytes_like(rt, args[0]));
    if (bytes.span().size() > 45) return raise_error(rt, "At most 45 bytes at once");
    return bytes_of(rt, encode_uu(bytes.span(), backtick));
}

Result<void> pay_for(Runtime& rt, ByteSpan bytes) {
    if (!rt.heap().would_fit(bytes.size() * 3)) return raise_memory_error(rt);
    return rt.pay(bytes.size() >> 4);
}

Result<Owned> a2b_qp(Runtime& rt, Args args) {
    const bool header = TRY(bool_argument(rt, args, 1, false));
    const AsciiArgument text = TRY(ascii_argument(rt, args[0]));
    TRY(pay_for(rt, text.span));
    return bytes_of(rt, decode_quoted_printable(text.span, header));
}

Result<Owned> b2a_qp(Runtime& rt, Args args) {
    QuotedPrintableOptions options;
    options.quote_tabs = TRY(bool_argument(rt, args, 1, false));
    options.is_text = TRY(bool_argument(rt, args, 2, true));
    options.header = TRY(bool_argument(rt, args, 3, false));
    const BytesLike bytes = TRY(bytes_like(rt, args[0]));
    TRY(pay_for(rt, bytes.span()));
    return bytes_of(rt, encode_quoted_printable(bytes.span(), options));
}

// ---- checksums

// An argument of C type unsigned int that wraps.
Result<std::uint32_t> masked_argument(Runtime& rt, Args args, std::size_t i) {
    if (!args.has(i)) return std::uint32_t{0};
    Owned number = TRY(index(rt, args[i]));
    return static_cast<std::uint32_t>(int_low64(number));
}

Result<Owned> crc32_function(Runtime& rt, Args args) {
    const std::uint32_t start = TRY(masked_argument(rt, args, 1));
    const BytesLike bytes = TRY(bytes_like(rt, args[0]));
    TRY(rt.pay(bytes.span().size() >> 7));
    return make_uint(rt, crc32(start, bytes.span()));
}

Result<Owned> crc_hqx(Runtime& rt, Args args) {
    const std::uint32_t start = TRY(masked_argument(rt, args, 1));
    const BytesLike bytes = TRY(bytes_like(rt, args[0]));
    TRY(rt.pay(bytes.span().size() >> 6));
    return make_uint(rt, crc_ccitt(static_cast<std::uint16_t>(start), bytes.span()));
}

const NativeDef functions[] = {
    {"a2b_base64", native<a2b_base64>, 1, 1, "data, /, *, strict_mode=False",
     "Decode a line of base64 data.\n\n  strict_mode\n    When set to True, bytes that are not in the base64 standard "
     "are not allowed.\n    The same applies to excess data after padding (= / ==)."},
    {"a2b_hex", native<unhexlify>, 1, 1, nullptr,
     "Binary data of hexadecimal representation.\n\nhexstr must contain an even number of hex digits (upper or lower "
     "case).\nThis function is also available as \"unhexlify()\"."},
    {"a2b_qp", native<a2b_qp>, 1, 2, "data, header=False", "Decode a string of qp-encoded data."},
    {"a2b_uu", native<a2b_uu>, 1, 1, nullptr, "Decode a line of uuencoded data."},
    {"b2a_base64", native<b2a_base64>, 1, 1, "data, /, *, newline=True", "Base64-code line of data."},
    {"b2a_hex", native<hexlify>, 1, 3, "data, sep=<unrepresentable>, bytes_per_sep=1",
     "Hexadecimal representation of binary data.\n\nThe return value is a bytes object.  This function is "
     "also\navailable as \"hexlify()\"."},
    {"b2a_qp", native<b2a_qp>, 1, 4, "data, quotetabs=False, istext=True, header=False",
     "Encode a string using quoted-printable encoding.\n\nOn encoding, when istext is set, newlines are not encoded, "
     "and white\nspace at end of lines is.  When istext is not set, \\r and \\n (CR/LF)\nare both encoded.  When "
     "quotetabs is set, space and tabs are encoded."},
    {"b2a_uu", native<b2a_uu>, 1, 1, "data, /, *, backtick=False", "Uuencode line of data."},
    {"crc32", native<crc32_function>, 1, 2, "data, crc=0, /", "Compute CRC-32 incrementally."},
    {"crc_hqx", native<crc_hqx>, 2, 2, nullptr, "Compute CRC-CCITT incrementally."},
    {"hexlify", native<hexlify>, 1, 3, "data, sep=<unrepresentable>, bytes_per_sep=1",
     "Hexadecimal representation of binary data.\n\nThe return value is a bytes object."},
    {"unhexlify", native<unhexlify>, 1, 1, nullptr,
     "Binary data of hexadecimal representation.\n\nhexstr must contain an even number of hex digits (upper or lower "
     "case)."},
    {},
};

Result<void> fill(Runtime& rt, ModuleObject& module) {
    State& state = state_of(rt);
    if (!state.error) {
        state.error = TRY(make_error_class(rt, "binascii", "Error", TypeId::ValueError));
        state.incomplete = TRY(make_error_class(rt, "binascii", "Incomplete", TypeId::Exception));
    }
    module_add(rt, module, "Error", Owned::share(Value(state.error.get())));
    module_add(rt, module, "Incomplete", Owned::share(Value(state.incomplete.get())));
    return ok;
}

} // namespace

} // namespace binascii

extern const ModuleDef binascii_module_def;
const ModuleDef binascii_module_def = {
    .name = "binascii",
    .doc = "Conversion between binary data and ASCII",
    .functions = binascii::functions,
    .fill = binascii::fill,
};

} // namespace mp
