#pragma once
// One item in memory, as struct's codes describe it: the codec that struct, memoryview, array and casts share.
//
// Writing is in two steps, as the re-entrancy rule of views asks: encode_item() makes the item's bytes in a place of the caller's (it may run __index__,
// __float__, __bool__), then the caller looks again whether the memory is still there, and stores them.
#include <cstdint>
#include <cstring>

#include "interp/support/endian.h"
#include "objects/types/numbers.h"

namespace mp {

enum class ItemKind : std::uint8_t {
    none,
    int8,
    uint8,
    int16,
    uint16,
    int32,
    uint32,
    int64,
    uint64,
    float16,
    float32,
    float64,
    complex64,
    complex128,
    boolean,
    character, // one byte as bytes
    pointer,
    string,
    pascal,
    padding, // struct alone: s, p, x
};

inline constexpr std::size_t max_item_size = 16;

// One code with its byte order. Plain data.
struct ItemFormat {
    ItemKind kind = ItemKind::none;
    char code = 0;   // as written: error texts show it
    char native = 0; // the code of native order that reads the same bytes; 0: none (bytes are swapped)
    std::uint8_t size = 0;
    std::uint8_t alignment = 1;
    bool swapped = false;  // the bytes stand in the other order than the machine's
    bool standard = false; // written with < > = or !: floats too large for f are refused instead of infinite
};

// The byte orders of struct: '@' native with alignment, '=' native, '<' little, '>' and '!' big.
// False: no such code in that order.
bool find_item_format(char order, char code, ItemFormat& format) noexcept;
// A format of exactly one item: an optional order, one code that makes a value of its own (not s, p, x).
bool parse_item_format(const char* text, ItemFormat& format) noexcept;
// "unsigned long long": the C type of a code; null when it has none.
const char* item_c_name(char code) noexcept;

double half_to_double(std::uint16_t bits) noexcept;
bool double_to_half(double value, std::uint16_t& bits) noexcept; // false: too large

// Items that immediate_item does not do: complex, character, large numbers. Throws bad_alloc.
Owned load_other_item(Runtime& rt, const ItemFormat& format, const std::uint8_t* at);

template <MemoryScalar T>
inline T load_ordered(const std::uint8_t* at, bool swapped) noexcept {
    BitsOf<T> bits;
    std::memcpy(&bits, at, sizeof bits);
    if (swapped) bits = byte_swap(bits);
    return std::bit_cast<T>(bits);
}

// The value of one item when it needs no object; else unbound.
inline Value immediate_item(const ItemFormat& format, const std::uint8_t* at) noexcept {
    const bool swapped = format.swapped;
    switch (format.kind) {
    case ItemKind::uint8: return Value::from_int(*at);
    case ItemKind::int8: return Value::from_int(static_cast<std::int8_t>(*at));
    case ItemKind::int16: return Value::from_int(load_ordered<std::int16_t>(at, swapped));
    case ItemKind::uint16: return Value::from_int(load_ordered<std::uint16_t>(at, swapped));
    case ItemKind::int32: return Value::from_int(load_ordered<std::int32_t>(at, swapped));
    case ItemKind::uint32: return Value::from_int(load_ordered<std::uint32_t>(at, swapped));
    case ItemKind::int64: {
        const auto item = load_ordered<std::int64_t>(at, swapped);
        return Value::fits_int(item) ? Value::from_int(item) : Value();
    }
    case ItemKind::pointer:
    case ItemKind::uint64: {
        const auto item = load_ordered<std::uint64_t>(at, swapped);
        return item <= static_cast<std::uint64_t>(Value::int_max) ? Value::from_int(static_cast<std::int64_t>(item))
                                                                  : Value();
    }
    case ItemKind::float32: {
        const double item = load_ordered<float>(at, swapped);
        return Value::fits_float(item) ? Value::from_float(item) : Value();
    }
    case ItemKind::float64: {
        const double item = load_ordered<double>(at, swapped);
        return Value::fits_float(item) ? Value::from_float(item) : Value();
    }
    case ItemKind::boolean: return Value::boolean(*at != 0);
    default: return Value();
    }
}

// The value of one item. Runs nothing; throws bad_alloc.
inline Owned load_item(Runtime& rt, const ItemFormat& format, const std::uint8_t* at) {
    const Value item = immediate_item(format, at);
    return item.is_unbound() ? load_other_item(rt, format, at) : Owned::adopt(item);
}

// How encode_item ended. wrong_type and wrong_value leave nothing pending: the caller words the error. raised: an exception is pending, which user code or the
// conversion raised.
enum class Encoded : std::uint8_t { done, wrong_type, wrong_value, raised };

Encoded encode_item_slow(Runtime& rt, const ItemFormat& format, Value value, std::uint8_t* out);

// Converts a value to an item's bytes: format.size of them, at `out`. May run Python code.
inline Encoded encode_item(Runtime& rt, const ItemFormat& format, Value value, std::uint8_t* out) {
    if (value.is_int()) {
        const std::int64_t i = value.as_int();
        auto put = [&]<class T>(T narrow) {
            if (static_cast<std::int64_t>(narrow) != i) return Encoded::wrong_value;
            auto bits = static_cast<std::make_unsigned_t<T>>(narrow);
            if (format.swapped) bits = byte_swap(bits);
            std::memcpy(out, &bits, sizeof bits);
            return Encoded::done;
        };
        switch (format.kind) {
        case ItemKind::uint8: return put(static_cast<std::uint8_t>(i));
        case ItemKind::int8: return put(static_cast<std::int8_t>(i));
        case ItemKind::int16: return put(static_cast<std::int16_t>(i));
        case ItemKind::uint16: return put(static_cast<std::uint16_t>(i));
        case ItemKind::int32: return put(static_cast<std::int32_t>(i));
        case ItemKind::uint32: return put(static_cast<std::uint32_t>(i));
        case ItemKind::int64: return put(i);
        case ItemKind::uint64: return i < 0 ? Encoded::wrong_value : put(i);
        default: break;
        }
    } else if (value.is_float() && format.kind == ItemKind::float64 && !format.swapped) {
        const double number = value.as_float();
        std::memcpy(out, &number, sizeof number);
        return Encoded::done;
    }
    return encode_item_slow(rt, format, value, out);
}

// Two items of numbers or bytes are equal as Python values would be. Runs nothing; throws bad_alloc.
bool items_equal(Runtime& rt, const ItemFormat& a, const std::uint8_t* at_a, const ItemFormat& b,
                 const std::uint8_t* at_b);

} // namespace mp
