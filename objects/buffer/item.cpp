#include "objects/buffer/item.h"

#include <cmath>

#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytes.h"
#include "objects/types/bytes_like.h"

namespace mp {

namespace {

struct CodeRow {
    char code;
    ItemKind native_kind;
    ItemKind standard_kind; // none: native only
    const char* c_name;
};

constexpr ItemKind signed_of(std::size_t size) { return size == 8 ? ItemKind::int64 : ItemKind::int32; }
constexpr ItemKind unsigned_of(std::size_t size) { return size == 8 ? ItemKind::uint64 : ItemKind::uint32; }

constexpr CodeRow code_rows[] = {
    {'x', ItemKind::padding, ItemKind::padding, nullptr},
    {'c', ItemKind::character, ItemKind::character, "char"},
    {'b', ItemKind::int8, ItemKind::int8, "signed char"},
    {'B', ItemKind::uint8, ItemKind::uint8, "unsigned char"},
    {'?', ItemKind::boolean, ItemKind::boolean, "_Bool"},
    {'h', ItemKind::int16, ItemKind::int16, "short"},
    {'H', ItemKind::uint16, ItemKind::uint16, "unsigned short"},
    {'i', ItemKind::int32, ItemKind::int32, "int"},
    {'I', ItemKind::uint32, ItemKind::uint32, "unsigned int"},
    {'l', signed_of(sizeof(long)), ItemKind::int32, "long"},
    {'L', unsigned_of(sizeof(long)), ItemKind::uint32, "unsigned long"},
    {'q', ItemKind::int64, ItemKind::int64, "long long"},
    {'Q', ItemKind::uint64, ItemKind::uint64, "unsigned long long"},
    {'n', signed_of(sizeof(std::ptrdiff_t)), ItemKind::none, "ssize_t"},
    {'N', unsigned_of(sizeof(std::size_t)), ItemKind::none, "size_t"},
    {'e', ItemKind::float16, ItemKind::float16, "half float"},
    {'f', ItemKind::float32, ItemKind::float32, "float"},
    {'d', ItemKind::float64, ItemKind::float64, "double"},
    {'F', ItemKind::complex64, ItemKind::complex64, "float complex"},
    {'D', ItemKind::complex128, ItemKind::complex128, "double complex"},
    {'s', ItemKind::string, ItemKind::string, "char[]"},
    {'p', ItemKind::pascal, ItemKind::pascal, "char[]"},
    {'P', ItemKind::pointer, ItemKind::none, "void *"},
};

const CodeRow* find_row(char code) noexcept {
    for (const CodeRow& row : code_rows)
        if (row.code == code) return &row;
    return nullptr;
}

constexpr std::uint8_t kind_size(ItemKind kind) noexcept {
    switch (kind) {
    case ItemKind::int16:
    case ItemKind::uint16:
    case ItemKind::float16: return 2;
    case ItemKind::int32:
    case ItemKind::uint32:
    case ItemKind::float32: return 4;
    case ItemKind::int64:
    case ItemKind::uint64:
    case ItemKind::float64:
    case ItemKind::complex64:
    case ItemKind::pointer: return 8;
    case ItemKind::complex128: return 16;
    default: return 1;
    }
}

// The native code of a kind, for memory whose order is the machine's.
constexpr char native_code(ItemKind kind) noexcept {
    switch (kind) {
    case ItemKind::int8: return 'b';
    case ItemKind::uint8: return 'B';
    case ItemKind::int16: return 'h';
    case ItemKind::uint16: return 'H';
    case ItemKind::int32: return 'i';
    case ItemKind::uint32: return 'I';
    case ItemKind::int64: return 'q';
    case ItemKind::uint64: return 'Q';
    case ItemKind::float16: return 'e';
    case ItemKind::float32: return 'f';
    case ItemKind::float64: return 'd';
    case ItemKind::complex64: return 'F';
    case ItemKind::complex128: return 'D';
    case ItemKind::boolean: return '?';
    case ItemKind::character: return 'c';
    case ItemKind::pointer: return 'P';
    default: return 0;
    }
}

template <MemoryScalar T>
void put_scalar(std::uint8_t* out, T value, bool swapped) noexcept {
    auto bits = std::bit_cast<BitsOf<T>>(value);
    if (swapped) bits = byte_swap(bits);
    std::memcpy(out, &bits, sizeof bits);
}

bool integer_range(ItemKind kind, bool& is_signed) noexcept {
    switch (kind) {
    case ItemKind::int8:
    case ItemKind::int16:
    case ItemKind::int32:
    case ItemKind::int64: is_signed = true; return true;
    case ItemKind::uint8:
    case ItemKind::uint16:
    case ItemKind::uint32:
    case ItemKind::uint64: is_signed = false; return true;
    default: return false;
    }
}

bool has_index_slot(Runtime& rt, Value value) noexcept { return rt.type_of(value).slots.index != nullptr; }

Encoded encode_integer(Runtime& rt, const ItemFormat& format, Value value, std::uint8_t* out) {
    Owned converted;
    if (!is_any_int(value)) {
        if (!has_index_slot(rt, value)) return Encoded::wrong_type;
        auto result = index(rt, value);
        if (result.is_raised()) return Encoded::raised;
        converted = result.take();
        value = converted;
    }
    if (format.kind == ItemKind::pointer) {
        std::uint64_t bits;
        std::int64_t negative;
        if (int_to_uint64(value, bits))
            put_scalar(out, bits, format.swapped);
        else if (int_to_int64(value, negative))
            put_scalar(out, negative, format.swapped);
        else
            return Encoded::wrong_value;
        return Encoded::done;
    }
    bool is_signed = false;
    integer_range(format.kind, is_signed);
    const unsigned bits = format.size * 8u;
    if (is_signed) {
        std::int64_t number;
        if (!int_to_int64(value, number)) return Encoded::wrong_value;
        if (bits < 64 && (number < -(std::int64_t{1} << (bits - 1)) || number >= std::int64_t{1} << (bits - 1)))
            return Encoded::wrong_value;
        store_unsigned(out, static_cast<std::uint64_t>(number), format.size,
                       format.swapped == (std::endian::native == std::endian::big) ? std::endian::little
                                                                                   : std::endian::big);
        return Encoded::done;
    }
    std::uint64_t number;
    if (!int_to_uint64(value, number)) return Encoded::wrong_value;
    if (bits < 64 && number >> bits != 0) return Encoded::wrong_value;
    store_unsigned(out, number, format.size,
                   format.swapped == (std::endian::native == std::endian::big) ? std::endian::little
                                                                               : std::endian::big);
    return Encoded::done;
}

Encoded put_float(const ItemFormat& format, double number, std::uint8_t* out) noexcept {
    switch (format.kind) {
    case ItemKind::float16: {
        std::uint16_t half;
        if (!double_to_half(number, half)) return Encoded::wrong_value;
        put_scalar(out, half, format.swapped);
        return Encoded::done;
    }
    case ItemKind::float32: {
        const auto narrow = static_cast<float>(number);
        if (format.standard && std::isinf(narrow) && !std::isinf(number)) return Encoded::wrong_value;
        put_scalar(out, narrow, format.swapped);
        return Encoded::done;
    }
    default: put_scalar(out, number, format.swapped); return Encoded::done;
    }
}

// A value as a complex number: __complex__, then __float__ and __index__.
Encoded complex_parts(Runtime& rt, Value value, double& real, double& imag) {
    auto is_complex = [&rt](Value candidate) { return is_subtype(&rt.type_of(candidate), &rt.type(TypeId::complex_)); };
    Owned converted;
    if (!is_complex(value) && !is_any_float(value) && !is_any_int(value)) {
        bool absent = false;
        auto result = call_special(rt, value, *rt.names().dunder_complex, nullptr, 0, absent);
        if (result.is_raised()) return Encoded::raised;
        if (!absent) {
            converted = result.take();
            value = converted;
            if (!is_complex(value)) return Encoded::wrong_type;
        }
    }
    if (is_complex(value)) {
        real = static_cast<ComplexObject*>(value.object())->real;
        imag = static_cast<ComplexObject*>(value.object())->imag;
        return Encoded::done;
    }
    auto number = to_double(rt, value);
    if (number.is_raised()) return Encoded::raised;
    real = number.take();
    imag = 0;
    return Encoded::done;
}

} // namespace

bool find_item_format(char order, char code, ItemFormat& format) noexcept {
    const CodeRow* row = find_row(code);
    if (!row) return false;
    const bool native_sizes = order == '@';
    const ItemKind kind = native_sizes ? row->native_kind : row->standard_kind;
    if (kind == ItemKind::none) return false;
    format.kind = kind;
    format.code = code;
    format.size = kind_size(kind);
    const bool big = order == '>' || order == '!';
    const bool little = order == '<';
    constexpr bool machine_big = std::endian::native == std::endian::big;
    format.swapped = format.size > 1 && ((big && !machine_big) || (little && machine_big));
    format.standard = !native_sizes;
    format.alignment = !native_sizes                  ? 1
                       : kind == ItemKind::complex64  ? 4
                       : kind == ItemKind::complex128 ? 8
                                                      : format.size;
    format.native = format.swapped ? 0 : native_sizes ? code : native_code(kind);
    return true;
}

bool parse_item_format(const char* text, ItemFormat& format) noexcept {
    char order = '@';
    if (*text == '@' || *text == '=' || *text == '<' || *text == '>' || *text == '!') order = *text++;
    if (text[0] == '\0' || text[1] != '\0') return false;
    return text[0] != 's' && text[0] != 'p' && text[0] != 'x' && find_item_format(order, text[0], format);
}

const char* item_c_name(char code) noexcept {
    const CodeRow* row = find_row(code);
    return row ? row->c_name : nullptr;
}

double half_to_double(std::uint16_t bits) noexcept {
    const int exponent = bits >> 10 & 0x1F;
    const int fraction = bits & 0x3FF;
    double value;
    if (exponent == 0x1F)
        value = fraction ? std::numeric_limits<double>::quiet_NaN() : std::numeric_limits<double>::infinity();
    else if (exponent == 0)
        value = std::ldexp(fraction, -24);
    else
        value = std::ldexp(1024 + fraction, exponent - 25);
    return bits & 0x8000 ? -value : value;
}

// Rounds half to even, from the double at once: by way of float it would be rounded twice.
bool double_to_half(double value, std::uint16_t& bits) noexcept {
    const std::uint16_t sign = std::signbit(value) ? 0x8000 : 0;
    if (std::isnan(value)) {
        bits = sign | 0x7E00;
        return true;
    }
    if (std::isinf(value)) {
        bits = sign | 0x7C00;
        return true;
    }
    if (value == 0) {
        bits = sign;
        return true;
    }
    int exponent;
    double fraction = std::frexp(std::fabs(value), &exponent) * 2; // 1 <= fraction < 2
    --exponent;
    if (exponent >= 16) return false;
    if (exponent < -25) {
        bits = sign;
        return true;
    }
    if (exponent < -14) {
        fraction = std::ldexp(fraction, 14 + exponent);
        exponent = 0;
    } else {
        fraction -= 1;
        exponent += 15;
    }
    fraction *= 1024;
    auto digits = static_cast<unsigned>(fraction);
    const double rest = fraction - digits;
    if (rest > 0.5 || (rest == 0.5 && (digits & 1) != 0)) ++digits;
    if (digits == 1024) {
        digits = 0;
        if (++exponent == 31) return false;
    }
    bits = static_cast<std::uint16_t>(sign | exponent << 10 | digits);
    return true;
}

Owned load_other_item(Runtime& rt, const ItemFormat& format, const std::uint8_t* at) {
    switch (format.kind) {
    case ItemKind::float16: return make_float(rt, half_to_double(load_ordered<std::uint16_t>(at, format.swapped)));
    case ItemKind::complex64:
        return make_complex(rt, load_ordered<float>(at, format.swapped), load_ordered<float>(at + 4, format.swapped));
    case ItemKind::complex128:
        return make_complex(rt, load_ordered<double>(at, format.swapped), load_ordered<double>(at + 8, format.swapped));
    case ItemKind::int64: return make_int(rt, load_ordered<std::int64_t>(at, format.swapped));
    case ItemKind::pointer:
    case ItemKind::uint64: return make_uint(rt, load_ordered<std::uint64_t>(at, format.swapped));
    case ItemKind::float32: return make_float(rt, load_ordered<float>(at, format.swapped));
    case ItemKind::float64: return make_float(rt, load_ordered<double>(at, format.swapped));
    default: return make_bytes(rt, {at, 1});
    }
}

Encoded encode_item_slow(Runtime& rt, const ItemFormat& format, Value value, std::uint8_t* out) {
    switch (format.kind) {
    case ItemKind::float16:
    case ItemKind::float32:
    case ItemKind::float64: {
        if (value.is_float()) return put_float(format, value.as_float(), out);
        auto number = to_double(rt, value);
        if (number.is_raised()) return Encoded::raised;
        return put_float(format, number.take(), out);
    }
    case ItemKind::complex64:
    case ItemKind::complex128: {
        double real, imag;
        if (Encoded result = complex_parts(rt, value, real, imag); result != Encoded::done) return result;
        ItemFormat part = format;
        part.kind = format.kind == ItemKind::complex64 ? ItemKind::float32 : ItemKind::float64;
        if (Encoded result = put_float(part, real, out); result != Encoded::done) return result;
        return put_float(part, imag, out + format.size / 2);
    }
    case ItemKind::boolean: {
        auto result = truth(rt, value);
        if (result.is_raised()) return Encoded::raised;
        *out = result.take() ? 1 : 0;
        return Encoded::done;
    }
    case ItemKind::character: {
        if (!is_bytes_or_subclass(rt, value)) return Encoded::wrong_type;
        const auto* bytes = static_cast<BytesObject*>(value.object());
        if (bytes->size != 1) return Encoded::wrong_value;
        *out = bytes->data()[0];
        return Encoded::done;
    }
    default: return encode_integer(rt, format, value, out);
    }
}

bool items_equal(Runtime& rt, const ItemFormat& a, const std::uint8_t* at_a, const ItemFormat& b,
                 const std::uint8_t* at_b) {
    // Bytes equal bytes only; numbers (booleans among them) compare by value.
    if ((a.kind == ItemKind::character) != (b.kind == ItemKind::character)) return false;
    if (a.kind == ItemKind::character) return *at_a == *at_b;
    Owned left = load_item(rt, a, at_a);
    Owned right = load_item(rt, b, at_b);
    if (Value::both_ints(left, right)) return left.get().is(right.get());
    return MUST(equal(rt, left, right)); // exact numbers: their comparison runs no Python code and cannot fail
}

} // namespace mp
