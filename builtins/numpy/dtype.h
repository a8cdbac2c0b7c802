#pragma once
// numpy's element types, as far as this subset has them: bool, int8 to uint64, float32, float64, in the machine's byte order.
#include <cstdint>
#include <cstring>
#include <type_traits>

#include "objects/buffer/item.h"
#include "objects/core/runtime.h"

namespace mp::numpy {

enum class DTypeId : std::uint8_t { bool_, int8, uint8, int16, uint16, int32, uint32, int64, uint64, float32, float64 };
inline constexpr int dtype_count = 11;

struct DType {
    DTypeId id;
    const char* name; // "uint8"
    const char* text; // array protocol: "|u1", "<i4"
    const char* code; // struct's format, and dtype.char
    char kind;        // b, i, u, f
    std::uint8_t size;
    const char* spec_doc;
};

extern const DType dtypes[dtype_count];
inline const DType& dtype_of(DTypeId id) noexcept { return dtypes[static_cast<int>(id)]; }
inline bool is_float(DTypeId id) noexcept { return id >= DTypeId::float32; }
inline bool is_integer(DTypeId id) noexcept { return id > DTypeId::bool_ && id < DTypeId::float32; }
inline bool is_signed(DTypeId id) noexcept { return dtype_of(id).kind == 'i'; }

// An element of dtype bool: any byte but zero is true, whoever wrote it.
struct Bool8 {
    std::uint8_t byte;
    Bool8() = default;
    template <class T>
    requires std::is_arithmetic_v<T>
    explicit Bool8(T value) : byte(value != 0) {}
    template <class T>
    requires std::is_arithmetic_v<T>
    explicit operator T() const { return static_cast<T>(byte != 0); }
};

// Calls f with a value of the C++ type of a dtype: visit(id, [&]<class T>(T) { … }).
template <class F>
decltype(auto) visit(DTypeId id, F&& f) {
    switch (id) {
    case DTypeId::bool_: return f(Bool8{});
    case DTypeId::int8: return f(std::int8_t{});
    case DTypeId::uint8: return f(std::uint8_t{});
    case DTypeId::int16: return f(std::int16_t{});
    case DTypeId::uint16: return f(std::uint16_t{});
    case DTypeId::int32: return f(std::int32_t{});
    case DTypeId::uint32: return f(std::uint32_t{});
    case DTypeId::int64: return f(std::int64_t{});
    case DTypeId::uint64: return f(std::uint64_t{});
    case DTypeId::float32: return f(float{});
    default: return f(double{});
    }
}

template <class T>
T load_element(const std::uint8_t* at) noexcept {
    T value;
    std::memcpy(&value, at, sizeof value);
    return value;
}

// One element in another type. Floats that no integer type holds become its smallest number, as C compilers of this family of machines do.
template <class To, class From>
To convert(From value) noexcept {
    if constexpr (std::is_same_v<To, From>)
        return value;
    else if constexpr (std::is_same_v<From, Bool8>)
        return static_cast<To>(value.byte != 0);
    else if constexpr (std::is_same_v<To, Bool8>)
        return Bool8(value);
    else if constexpr (std::is_floating_point_v<From> && std::is_integral_v<To>) {
        constexpr double two_63 = 9223372036854775808.0;
        if (value >= -two_63 && value < two_63) return static_cast<To>(static_cast<std::int64_t>(value));
        if (std::is_same_v<To, std::uint64_t> && value >= two_63 && value < 2 * two_63)
            return static_cast<To>(static_cast<std::uint64_t>(value));
        return static_cast<To>(INT64_MIN);
    } else
        return static_cast<To>(value);
}

// The dtype that both convert to without loss (numpy.promote_types).
DTypeId promote(DTypeId a, DTypeId b) noexcept;

// A Python number in the element type, stored at `out`: what numpy.array([value], dtype) does. OverflowError "Python integer 300 out of bounds for uint8",
// TypeError. May run Python code.
Result<void> store_value(Runtime& rt, DTypeId id, Value value, std::uint8_t* out);
Owned load_value(Runtime& rt, DTypeId id, const std::uint8_t* at);

// A dtype argument: numpy.uint8, "uint8", "u1", int, a dtype object …; TypeError "data type 'x' not understood". May run Python code.
Result<DTypeId> dtype_argument(Runtime& rt, Value value);
// The dtype object (numpy.dtype('uint8')): one per type and interpreter.
Result<Owned> dtype_object(Runtime& rt, DTypeId id);

} // namespace mp::numpy
