// bytes and bytearray as ASCII text: case, questions, padding, tables, hexadecimal, decoding.
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytes_methods.h"
#include "objects/types/codecs.h"
#include "objects/types/str_access.h"
#include "objects/types/text_arguments.h"

namespace mp::bytes_methods {

namespace {

Result<Owned> mapped(Runtime& rt, Args args, void (*mapping)(std::uint8_t*, ByteSpan) noexcept) {
    const BytesLike bytes = self_bytes(args[0]);
    TRY(rt.pay(bytes.span().size() >> 8));
    if (bytes.span().empty()) return make_like(rt, args[0], ByteSpan());
    std::uint8_t* out;
    Owned result = make_like(rt, args[0], static_cast<std::int64_t>(bytes.span().size()), out);
    mapping(out, bytes.span());
    return result;
}

Result<Owned> asked(Runtime& rt, Args args, bool (*question)(ByteSpan) noexcept) {
    const BytesLike bytes = self_bytes(args[0]);
    TRY(rt.pay(bytes.span().size() >> 8));
    return Owned::adopt(Value::boolean(question(bytes.span())));
}

} // namespace

Result<Owned> lower(Runtime& rt, Args args) { return mapped(rt, args, bytes_to_lower); }
Result<Owned> upper(Runtime& rt, Args args) { return mapped(rt, args, bytes_to_upper); }
Result<Owned> title(Runtime& rt, Args args) { return mapped(rt, args, bytes_to_title); }
Result<Owned> capitalize(Runtime& rt, Args args) { return mapped(rt, args, bytes_capitalize); }
Result<Owned> swapcase(Runtime& rt, Args args) { return mapped(rt, args, bytes_swap_case); }
Result<Owned> isalnum(Runtime& rt, Args args) { return asked(rt, args, bytes_is_alnum); }
Result<Owned> isalpha(Runtime& rt, Args args) { return asked(rt, args, bytes_is_alpha); }
Result<Owned> isascii(Runtime& rt, Args args) { return asked(rt, args, bytes_all_ascii); }
Result<Owned> isdigit(Runtime& rt, Args args) { return asked(rt, args, bytes_is_digit); }
Result<Owned> islower(Runtime& rt, Args args) { return asked(rt, args, bytes_is_lower); }
Result<Owned> isspace(Runtime& rt, Args args) { return asked(rt, args, bytes_is_space); }
Result<Owned> istitle(Runtime& rt, Args args) { return asked(rt, args, bytes_is_title); }
Result<Owned> isupper(Runtime& rt, Args args) { return asked(rt, args, bytes_is_upper); }

// ---- padding

namespace {

Result<std::uint8_t> fill_argument(Runtime& rt, Args args, const char* function) {
    if (!args.has(2)) return std::uint8_t{' '};
    const Value fill = args[2];
    if (is_bytes_or_subclass(rt, fill) || is_bytearray_or_subclass(rt, fill)) {
        const BytesLike bytes = self_bytes(fill);
        if (bytes.span().size() == 1) return bytes.span()[0];
    }
    return raise(rt, TypeId::TypeError, "%s() argument 2 must be a byte string of length 1, not %.50s", function,
                 fill.is_none() ? "None" : type_name(rt, fill));
}

Result<Owned> padded(Runtime& rt, Value self, std::int64_t left, std::int64_t right, std::uint8_t fill) {
    const BytesLike bytes = self_bytes(self);
    if (left <= 0 && right <= 0) return unchanged(rt, self);
    std::int64_t size;
    if (__builtin_add_overflow(left, right, &size) ||
        __builtin_add_overflow(size, static_cast<std::int64_t>(bytes.span().size()), &size) ||
        !rt.heap().would_fit(static_cast<std::size_t>(size)))
        return raise_memory_error(rt);
    TRY(rt.pay(static_cast<std::uint64_t>(size) >> 8));
    std::uint8_t* out;
    Owned result = make_like(rt, self, size, out);
    out = std::fill_n(out, left, fill);
    out = std::copy(bytes.span().begin(), bytes.span().end(), out);
    std::fill_n(out, right, fill);
    return result;
}

std::int64_t missing(std::int64_t width, Value self) {
    const auto size = static_cast<std::int64_t>(self_bytes(self).span().size());
    return width <= size ? 0 : width - size;
}

} // namespace

Result<Owned> center(Runtime& rt, Args args) {
    const std::int64_t width = TRY(size_argument(rt, args, 1, 0));
    const std::uint8_t fill = TRY(fill_argument(rt, args, "center"));
    const std::int64_t margin = missing(width, args[0]);
    const std::int64_t left = margin / 2 + (margin & width & 1);
    return padded(rt, args[0], left, margin - left, fill);
}

Result<Owned> ljust(Runtime& rt, Args args) {
    const std::int64_t width = TRY(size_argument(rt, args, 1, 0));
    const std::uint8_t fill = TRY(fill_argument(rt, args, "ljust"));
    return padded(rt, args[0], 0, missing(width, args[0]), fill);
}

Result<Owned> rjust(Runtime& rt, Args args) {
    const std::int64_t width = TRY(size_argument(rt, args, 1, 0));
    const std::uint8_t fill = TRY(fill_argument(rt, args, "rjust"));
    return padded(rt, args[0], missing(width, args[0]), 0, fill);
}

Result<Owned> zfill(Runtime& rt, Args args) {
    const std::int64_t width = TRY(size_argument(rt, args, 1, 0));
    const std::int64_t zeros = missing(width, args[0]);
    Owned result = TRY(padded(rt, args[0], zeros, 0, '0'));
    if (zeros > 0) { // a new object, which nobody else has seen: the sign goes to the front
        std::uint8_t* data = is_array_self(result) ? static_cast<ByteArrayObject*>(result.get().object())->start
                                                   : static_cast<BytesObject*>(result.get().object())->data();
        const std::size_t size = self_bytes(result).span().size();
        if (static_cast<std::size_t>(zeros) < size && (data[zeros] == '+' || data[zeros] == '-'))
            std::swap(data[0], data[zeros]);
    }
    return result;
}

Result<Owned> expandtabs(Runtime& rt, Args args) {
    const int tab_size = TRY(int_argument(rt, args, 1, 8));
    const BytesLike bytes = self_bytes(args[0]);
    TRY(rt.pay(bytes.span().size() >> 6));
    const std::int64_t size = expanded_size(bytes.span(), tab_size);
    if (size < 0) return raise(rt, TypeId::OverflowError, "result too long");
    if (!rt.heap().would_fit(static_cast<std::size_t>(size))) return raise_memory_error(rt);
    TRY(rt.pay(static_cast<std::uint64_t>(size) >> 8));
    std::uint8_t* out;
    Owned result = make_like(rt, args[0], size, out);
    expand_tabs(out, bytes.span(), tab_size);
    return result;
}

// ---- tables

Result<Owned> translate(Runtime& rt, Args args) {
    const Value self = args[0];
    BytesLike table = args[1].is_none() ? BytesLike() : TRY(bytes_like(rt, args[1]));
    if (!args[1].is_none() && table.span().size() != 256)
        return raise(rt, TypeId::ValueError, "translation table must be 256 characters long");
    BytesLike removed = args.has(2) ? TRY(bytes_like(rt, args[2])) : BytesLike();
    const BytesLike bytes = self_bytes(self);
    TRY(rt.pay(bytes.span().size() >> 8));
    const ByteSet set(removed.span());
    std::size_t kept = bytes.span().size();
    if (!removed.span().empty())
        kept = static_cast<std::size_t>(
            std::count_if(bytes.span().begin(), bytes.span().end(), [&](std::uint8_t b) { return !set.has(b); }));
    if (kept == bytes.span().size() && args[1].is_none()) return unchanged(rt, self);
    if (kept == 0) return make_like(rt, self, ByteSpan());
    std::uint8_t* out;
    Owned result = make_like(rt, self, static_cast<std::int64_t>(kept), out);
    translate_bytes(out, bytes.span(), args[1].is_none() ? nullptr : table.span().data(), set);
    return result;
}

Result<Owned> maketrans(Runtime& rt, Args args) {
    const BytesLike from = TRY(bytes_like(rt, args[0]));
    const BytesLike to = TRY(bytes_like(rt, args[1]));
    if (from.span().size() != to.span().size())
        return raise(rt, TypeId::ValueError, "maketrans arguments must have same length");
    auto table = make_bytes_uninitialised(rt, 256);
    for (int i = 0; i < 256; ++i) table->data()[i] = static_cast<std::uint8_t>(i);
    for (std::size_t i = 0; i < from.span().size(); ++i) table->data()[from.span()[i]] = to.span()[i];
    return Owned(std::move(table));
}

// ---- text

Result<Owned> decode(Runtime& rt, Args args) {
    StrObject* encoding = args.has(1) ? TRY(str_argument(rt, args[1], "decode() argument 'encoding'")) : nullptr;
    StrObject* errors = args.has(2) ? TRY(str_argument(rt, args[2], "decode() argument 'errors'")) : nullptr;
    if (!encoding && !errors) return Owned(TRY(decode_utf8(rt, self_bytes(args[0]).span(), args[0])));
    const auto options = TRY(codec_options(rt, encoding, errors));
    const BytesLike bytes = self_bytes(args[0]);
    if (bytes.span().empty()) return Owned(make_str(rt, "")); // in whatever encoding
    return Owned(TRY(mp::decode(rt, bytes.span(), options, args[0])));
}

Result<Owned> hex(Runtime& rt, Args args) {
    const std::int64_t group = TRY(int_argument(rt, args, 2, 1));
    const int separator = args.has(1) ? TRY(hex_separator(rt, args[1])) : no_separator;
    const BytesLike bytes = self_bytes(args[0]);
    return Owned(TRY(bytes_to_hex(rt, bytes.span(), separator, group)));
}

Result<Owned> fromhex(Runtime& rt, Args args) {
    Type* type = static_cast<Type*>(args[0].object());
    const bool array = is_subtype(type, &rt.type(TypeId::bytearray));
    BytesBuilder out(rt);
    std::int64_t size = 0, wrong;
    auto read = [&](auto text) {
        std::uint8_t* to = out.extend(static_cast<std::int64_t>(text.size() / 2 + 1));
        if constexpr (sizeof text[0] == 1) // as hex() writes it
            if (text.size() % 2 == 0 && read_hex_pairs(to, text)) {
                size = static_cast<std::int64_t>(text.size() / 2);
                wrong = -1;
                return;
            }
        wrong = read_hex(to, text, size);
    };
    if (is_str_or_subclass(rt, args[1])) {
        TRY(rt.pay(static_cast<std::uint64_t>(as_str(args[1]).length) >> 6));
        visit_text(as_str(args[1]), read);
    } else if (is_bytes_like(rt, args[1])) { // since 3.14
        const BytesLike text = TRY(bytes_like(rt, args[1]));
        TRY(rt.pay(text.span().size() >> 6));
        read(text.span());
    } else {
        return raise(rt, TypeId::TypeError, "fromhex() argument must be str, not %.50s",
                     args[1].is_none() ? "None" : type_name(rt, args[1]));
    }
    if (wrong >= 0)
        return raise(rt, TypeId::ValueError, "non-hexadecimal number found in fromhex() arg at position %lld",
                     static_cast<long long>(wrong));
    const ByteSpan bytes = out.span().first(static_cast<std::size_t>(size));
    Owned result = array ? Owned(make_bytearray(rt, bytes)) : Owned(make_bytes(rt, bytes));
    if (type == &rt.type(array ? TypeId::bytearray : TypeId::bytes)) return result;
    return call(rt, Value(type), result);
}

} // namespace mp::bytes_methods

namespace mp {

Result<int> hex_separator(Runtime& rt, Value value) {
    // None is no separator only where the caller left it out; given, it has no length, as in CPython.
    const std::int64_t length = TRY(mp::length(rt, value));
    if (length != 1) return raise(rt, TypeId::ValueError, "sep must be length 1.");
    char32_t c;
    if (is_str_or_subclass(rt, value))
        c = as_str(value)[0];
    else if (is_bytes_or_subclass(rt, value))
        c = static_cast<BytesObject*>(value.object())->data()[0];
    else
        return raise(rt, TypeId::TypeError, "sep must be str or bytes.");
    if (c >= 0x80) return raise(rt, TypeId::ValueError, "sep must be ASCII.");
    return static_cast<int>(c);
}

Result<Ref<StrObject>> bytes_to_hex(Runtime& rt, std::span<const std::uint8_t> bytes, int separator,
                                    std::int64_t group) {
    const std::int64_t size = hex_size(static_cast<std::int64_t>(bytes.size()), separator, group);
    if (size < 0 || !rt.heap().would_fit(static_cast<std::size_t>(size))) return raise_memory_error(rt);
    TRY(rt.pay(bytes.size() >> 6));
    if (size == 0) return make_str(rt, "");
    auto result = make_str_uninitialised(rt, size, 0x7F);
    write_hex(reinterpret_cast<char*>(writable_text<std::uint8_t>(*result)), bytes, separator, group);
    return result;
}

} // namespace mp
