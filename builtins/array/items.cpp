// Items of arrays: conversion, growth, text.
#include <cstring>

#include "builtins/array/array.h"
#include "interp/support/checked.h"
#include "objects/core/raise.h"
#include "objects/types/codecs.h"
#include "objects/types/list.h"
#include "objects/types/str.h"

namespace mp::array_module {

bool is_array(Runtime& rt, Value value) noexcept {
    State& state = state_of(rt);
    return state.array && value.is_object() && is_subtype(value.object()->type(), state.array.get());
}

Ref<ArrayObject> make_array(Runtime& rt, Type& type, char typecode) {
    auto* array = static_cast<ArrayObject*>(rt.make_instance(type));
    array->make_empty();
    array->typecode = typecode;
    array->item = {};
    if (typecode == 'u' || typecode == 'w') {
        array->item_size = 4;
    } else {
        find_item_format('@', typecode, array->item);
        array->item_size = array->item.size;
    }
    return Ref<ArrayObject>::adopt(array);
}

Ref<ArrayObject> make_array_like(Runtime& rt, const ArrayObject& model) {
    return make_array(rt, *state_of(rt).array, model.typecode);
}

namespace {

char32_t character_at(const std::uint8_t* at) noexcept {
    char32_t code;
    std::memcpy(&code, at, sizeof code);
    return code;
}

// CPython parses items of small types as C long, the others with functions of their own: so differ the words.
Raised raise_range(Runtime& rt, const ItemFormat& item, Value number) {
    std::int64_t as_long;
    const bool fits_long = int_to_int64(number, as_long);
    const auto overflow = [&rt](const char* text) { return raise(rt, TypeId::OverflowError, "%s", text); };
    const bool negative = int_sign(number) < 0;
    switch (item.code) {
    case 'I':
    case 'L':
        if (negative) return overflow("can't convert negative value to unsigned int");
        if (std::uint64_t as_unsigned_long; item.code == 'I' && int_to_uint64(number, as_unsigned_long))
            return overflow("unsigned int is greater than maximum");
        return overflow("Python int too large to convert to C unsigned long");
    case 'q': return overflow("int too big to convert");
    case 'Q': return overflow(negative ? "can't convert negative int to unsigned" : "int too big to convert");
    default: break;
    }
    if (!fits_long) return overflow("Python int too large to convert to C long");
    // It is parsed as the next larger type first.
    if (item.code == 'H' && (as_long < INT32_MIN || as_long > INT32_MAX))
        return overflow(negative ? "signed integer is less than minimum" : "signed integer is greater than maximum");
    if (item.code == 'b' && (as_long < INT16_MIN || as_long > INT16_MAX))
        return overflow(negative ? "signed short integer is less than minimum"
                                 : "signed short integer is greater than maximum");
    switch (item.code) {
    case 'b': return overflow(negative ? "signed char is less than minimum" : "signed char is greater than maximum");
    case 'B':
        return overflow(negative ? "unsigned byte integer is less than minimum"
                                 : "unsigned byte integer is greater than maximum");
    case 'h':
        return overflow(negative ? "signed short integer is less than minimum"
                                 : "signed short integer is greater than maximum");
    case 'H':
        return overflow(negative ? "unsigned short is less than minimum" : "unsigned short is greater than maximum");
    default:
        return overflow(negative ? "signed integer is less than minimum" : "signed integer is greater than maximum");
    }
}

} // namespace

Result<Owned> load(Runtime& rt, const ArrayObject& array, const std::uint8_t* at) {
    if (array.is_text()) {
        const char32_t c = character_at(at);
        if (c > 0x10FFFF) return raise(rt, TypeId::ValueError, "chr() arg not in range(0x110000)");
        return Owned(char_str(rt, c));
    }
    return load_item(rt, array.item, at);
}

Result<void> convert(Runtime& rt, const ArrayObject& array, Value value, std::uint8_t* out) {
    if (array.is_text()) {
        if (!is_str_or_subclass(rt, value) || static_cast<StrObject*>(value.object())->length != 1)
            return raise(rt, TypeId::TypeError, "array item must be unicode character");
        const std::uint32_t code = (*static_cast<StrObject*>(value.object()))[0];
        std::memcpy(out, &code, sizeof code);
        return ok;
    }
    const ItemFormat item = array.item;
    Owned number;
    if (!value.is_int() && !value.is_float() && item.kind != ItemKind::float32 && item.kind != ItemKind::float64 &&
        !is_any_int(value)) {
        number = TRY(index(rt, value));
        value = number;
    }
    switch (encode_item(rt, item, value, out)) {
    case Encoded::done: return ok;
    case Encoded::raised: return raised;
    case Encoded::wrong_type:
        return raise(rt, TypeId::TypeError, "'%.200s' object cannot be interpreted as an integer",
                     type_name(rt, value));
    default: return raise_range(rt, item, value);
    }
}

Result<void> check_resizable(Runtime& rt, const ArrayObject& array) {
    if (array.exports > 0) return raise(rt, TypeId::BufferError, "cannot resize an array that is exporting buffers");
    return ok;
}

Result<void> append(Runtime& rt, ArrayObject& array, Value value) {
    std::uint8_t bytes[max_item_size];
    TRY(convert(rt, array, value, bytes));
    return append_bytes(rt, array, {bytes, array.item_size});
}

Result<void> append_bytes(Runtime& rt, ArrayObject& array, std::span<const std::uint8_t> bytes) {
    if (bytes.empty()) return ok;
    TRY(check_resizable(rt, array));
    return array.ResizableBytes::append(rt, bytes);
}

Result<void> extend(Runtime& rt, ArrayObject& array, Value iterable) {
    if (!is_array(rt, iterable)) {
        Owned keep = Owned::share(Value(&array));
        return for_each(rt, iterable, [&](Value item) { return append(rt, array, item); });
    }
    auto& other = array_of(iterable);
    if (other.typecode != array.typecode)
        return raise(rt, TypeId::TypeError, "can only extend with array of same kind");
    const std::int64_t bytes = other.size, old_size = array.size;
    if (bytes == 0) return ok;
    TRY(check_resizable(rt, array));
    std::int64_t total = old_size;
    if (!checked_add_into(total, bytes)) throw std::bad_alloc();
    TRY(array.resize(rt, total)); // `other` may be the array itself: its bytes are read where they are now
    std::memcpy(array.start + old_size, other.start, static_cast<std::size_t>(bytes));
    return ok;
}

Result<void> append_text(Runtime& rt, ArrayObject& array, const StrObject& text) {
    if (text.length == 0) return ok;
    TRY(check_resizable(rt, array));
    if (text.length > INT64_MAX / 8) throw std::bad_alloc();
    TRY(rt.pay(static_cast<std::uint64_t>(text.length) / 16));
    const std::int64_t old_size = array.size;
    TRY(array.resize(rt, old_size + text.length * 4));
    for (std::int64_t i = 0; i < text.length; ++i) {
        const std::uint32_t code = text[i];
        std::memcpy(array.start + old_size + i * 4, &code, sizeof code);
    }
    return ok;
}

Result<Ref<StrObject>> to_text(Runtime& rt, const ArrayObject& array) {
    TRY(rt.pay(static_cast<std::uint64_t>(array.size) / 64));
    if (array.typecode == 'w') {
        CodecOptions options;
        options.encoding = std::endian::native == std::endian::little ? Encoding::utf32_le : Encoding::utf32_be;
        return decode(rt, array.span(), options);
    }
    StrBuilder builder(rt);
    for (std::int64_t i = 0; i < array.length(); ++i) {
        const char32_t c = character_at(array.start + i * 4);
        if (c > 0x10FFFF)
            return raise(rt, TypeId::ValueError, "character U+%x is not in range [U+0000; U+10ffff]",
                         static_cast<unsigned>(c));
        builder.append(c);
    }
    return builder.finish();
}

void swap_bytes(ArrayObject& array) noexcept {
    const auto run = [&]<class T>(T) {
        for (std::int64_t i = 0; i < array.length(); ++i) {
            T bits;
            std::memcpy(&bits, array.at(i), sizeof bits);
            bits = byte_swap(bits);
            std::memcpy(array.at(i), &bits, sizeof bits);
        }
    };
    switch (array.item_size) {
    case 2: return run(std::uint16_t{});
    case 4: return run(std::uint32_t{});
    case 8: return run(std::uint64_t{});
    default: return;
    }
}

} // namespace mp::array_module
