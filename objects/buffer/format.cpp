#include "objects/buffer/format.h"

#include <algorithm>

#include "interp/support/checked.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytes.h"
#include "objects/types/bytes_like.h"
#include "objects/types/exception.h"
#include "objects/types/str.h"

namespace mp {

namespace {

constexpr bool is_order(char c) { return c == '@' || c == '=' || c == '<' || c == '>' || c == '!'; }
constexpr bool is_space(char c) { return c == ' ' || (c >= 9 && c <= 13); }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr const char* too_long = "total struct size too long";

} // namespace

const char* compile_format(std::string_view text, Format& format) {
    if (text.find('\0') != std::string_view::npos) return "embedded null character";
    char order = '@';
    std::size_t i = 0;
    if (!text.empty() && is_order(text[0])) order = text[i++];
    while (i < text.size()) {
        char c = text[i++];
        if (is_space(c)) continue;
        std::int64_t count = 1;
        if (is_digit(c)) {
            count = c - '0';
            while (i < text.size() && is_digit(c = text[i])) {
                ++i;
                if (!checked_mul_into<std::int64_t>(count, 10) || !checked_add_into<std::int64_t>(count, c - '0'))
                    return too_long;
            }
            if (i == text.size()) return "repeat count given without format specifier";
            c = text[i++];
        }
        FormatField field{};
        if (!find_item_format(order, c, field.item)) return "bad char in struct format";
        const auto aligned = checked_round_up(static_cast<std::size_t>(format.size), field.item.alignment);
        if (!aligned || *aligned > static_cast<std::size_t>(INT64_MAX)) return too_long;
        field.offset = static_cast<std::int64_t>(*aligned);
        field.count = count;
        std::int64_t bytes = count;
        if (!checked_mul_into<std::int64_t>(bytes, field.item.size)) return too_long;
        format.size = field.offset;
        if (!checked_add_into(format.size, bytes)) return too_long;
        if (field.item.kind == ItemKind::padding) continue;
        const bool one_value = field.item.kind == ItemKind::string || field.item.kind == ItemKind::pascal;
        if (!one_value && count == 0) continue;
        if (!checked_add_into(format.values, one_value ? std::int64_t{1} : count)) return too_long;
        format.fields.push_back(field);
    }
    return nullptr;
}

namespace {

// The values of a field that are not one immediate; gives the place behind them.
[[gnu::noinline]] Value* unpack_field(Runtime& rt, const FormatField& field, const std::uint8_t* at, Value* values) {
    switch (field.item.kind) {
    case ItemKind::string: *values++ = make_bytes(rt, {at, static_cast<std::size_t>(field.count)}).release(); break;
    case ItemKind::pascal: {
        const std::int64_t length = field.count == 0 ? 0 : std::min<std::int64_t>(at[0], field.count - 1);
        *values++ = make_bytes(rt, {at + 1, static_cast<std::size_t>(length)}).release();
        break;
    }
    default:
        for (std::int64_t i = 0; i < field.count; ++i, at += field.item.size)
            *values++ = load_item(rt, field.item, at).release();
    }
    return values;
}

} // namespace

Result<void> unpack_format(Runtime& rt, const Format& format, const std::uint8_t* from, Value* values) {
    if (format.values > 256) TRY(rt.pay(static_cast<std::uint64_t>(format.values) / 16));
    for (const FormatField& field : format.fields) {
        const std::uint8_t* const at = from + field.offset;
        const Value item = field.count == 1 ? immediate_item(field.item, at) : Value();
        if (item.is_unbound())
            values = unpack_field(rt, field, at, values);
        else
            *values++ = item;
    }
    return ok;
}

namespace {

Raised raise_struct_error(Runtime& rt, Type& error, std::string_view message) {
    Owned text = make_str(rt, message);
    auto exception = call(rt, Value(&error), text);
    if (exception.is_raised()) return raised;
    return raise_exception(
        rt, Ref<ExceptionObject>::adopt(static_cast<ExceptionObject*>(exception.take().release().object())));
}

} // namespace

Raised raise_pack_error(Runtime& rt, const ItemFormat& item, Value value, Encoded why, Type& error) {
    // An int beyond what a small float holds is told as an int.
    const bool float_kind = item.kind >= ItemKind::float16 && item.kind <= ItemKind::complex128;
    if (float_kind && why == Encoded::wrong_value && is_any_int(value))
        return raise_struct_error(rt, error, "int too large to convert");
    switch (item.kind) {
    case ItemKind::float16:
    case ItemKind::float32:
    case ItemKind::float64:
        if (why == Encoded::wrong_value)
            return raise(rt, TypeId::OverflowError, "float too large to pack with %c format",
                         item.kind == ItemKind::float16 ? 'e' : item.code);
        if (!swallow_pending(rt)) return raised;
        return raise_struct_error(rt, error, "required argument is not a float");
    case ItemKind::complex64:
    case ItemKind::complex128:
        if (why == Encoded::wrong_value)
            return raise(rt, TypeId::OverflowError, "complex too large to pack with %c format", item.code);
        if (why == Encoded::raised && !swallow_pending(rt)) return raised;
        return raise_struct_error(rt, error, "required argument is not a complex");
    case ItemKind::boolean: return raised;
    case ItemKind::character: return raise_struct_error(rt, error, "char format requires a bytes object of length 1");
    default: break;
    }
    if (why == Encoded::raised) return raised;
    if (why == Encoded::wrong_type) return raise_struct_error(rt, error, "required argument is not an integer");
    if (item.kind == ItemKind::pointer) return raise_struct_error(rt, error, "int too large to convert");
    const unsigned bits = item.size * 8u;
    char text[120];
    const bool is_signed = item.kind == ItemKind::int8 || item.kind == ItemKind::int16 ||
                           item.kind == ItemKind::int32 || item.kind == ItemKind::int64;
    if (is_signed)
        std::snprintf(text, sizeof text, "'%c' format requires %lld <= number <= %lld", item.code,
                      static_cast<long long>(INT64_MIN >> (64 - bits)),
                      static_cast<long long>(INT64_MAX >> (64 - bits)));
    else
        std::snprintf(text, sizeof text, "'%c' format requires 0 <= number <= %llu", item.code,
                      static_cast<unsigned long long>(UINT64_MAX >> (64 - bits)));
    return raise_struct_error(rt, error, text);
}

Result<void> pack_format(Runtime& rt, const Format& format, const Value* values, std::uint8_t* out, Type& error) {
    if (format.values > 256) TRY(rt.pay(static_cast<std::uint64_t>(format.values) / 16));
    std::int64_t end = 0; // everything before it is written
    for (const FormatField& field : format.fields) {
        std::uint8_t* at = out + field.offset;
        if (end < field.offset) std::memset(out + end, 0, static_cast<std::size_t>(field.offset - end));
        switch (field.item.kind) {
        case ItemKind::string:
        case ItemKind::pascal: {
            const Value value = *values++;
            const bool is_bytes = is_bytes_or_subclass(rt, value);
            if (!is_bytes && !is_bytearray_or_subclass(rt, value))
                return raise_struct_error(rt, error,
                                          field.item.code == 's' ? "argument for 's' must be a bytes object"
                                                                 : "argument for 'p' must be a bytes object");
            const ByteSpan bytes = is_bytes ? static_cast<BytesObject*>(value.object())->span()
                                            : std::as_const(*static_cast<ByteArrayObject*>(value.object())).span();
            std::int64_t room = field.count;
            if (field.item.kind == ItemKind::pascal && room > 0) {
                --room;
                *at++ = static_cast<std::uint8_t>(
                    std::min<std::int64_t>({static_cast<std::int64_t>(bytes.size()), room, 255}));
            }
            const auto used = std::min(static_cast<std::size_t>(room), bytes.size());
            if (used > 0) std::memmove(at, bytes.data(), used); // a bytearray may be packed into itself
            std::memset(at + used, 0, static_cast<std::size_t>(room) - used);
            end = field.offset + field.count;
            break;
        }
        default:
            for (std::int64_t i = 0; i < field.count; ++i, at += field.item.size) {
                const Value value = *values++;
                const Encoded result = encode_item(rt, field.item, value, at);
                if (result != Encoded::done) return raise_pack_error(rt, field.item, value, result, error);
            }
            end = field.offset + field.count * field.item.size;
        }
    }
    if (end < format.size) std::memset(out + end, 0, static_cast<std::size_t>(format.size - end));
    return ok;
}

} // namespace mp
