#pragma once
// Loads and stores of integers and floats at any address, in a stated byte order. No alignment is needed; compilers
// make one instruction of each.
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>

namespace mp {

namespace endian_detail {
template <class T>
inline constexpr bool is_scalar = std::is_integral_v<T> || std::is_floating_point_v<T> || std::is_enum_v<T>;
inline constexpr bool is_width(std::size_t size) { return size == 1 || size == 2 || size == 4 || size == 8; }
} // namespace endian_detail

// Integers and enumerations (not bool), and IEEE floats, of 1, 2, 4 or 8 bytes.
template <class T>
concept MemoryScalar = endian_detail::is_scalar<T> && !std::is_same_v<T, bool> && endian_detail::is_width(sizeof(T));

namespace endian_detail {
template <std::size_t Size>
struct Bits;
template <>
struct Bits<1> {
    using Type = std::uint8_t;
};
template <>
struct Bits<2> {
    using Type = std::uint16_t;
};
template <>
struct Bits<4> {
    using Type = std::uint32_t;
};
template <>
struct Bits<8> {
    using Type = std::uint64_t;
};
} // namespace endian_detail

// The unsigned integer of T's size.
template <MemoryScalar T>
using BitsOf = typename endian_detail::Bits<sizeof(T)>::Type;

constexpr std::uint8_t byte_swap(std::uint8_t bits) { return bits; }
constexpr std::uint16_t byte_swap(std::uint16_t bits) { return __builtin_bswap16(bits); }
constexpr std::uint32_t byte_swap(std::uint32_t bits) { return __builtin_bswap32(bits); }
constexpr std::uint64_t byte_swap(std::uint64_t bits) { return __builtin_bswap64(bits); }

// `from`/`to`: sizeof(T) bytes.
template <MemoryScalar T, std::endian Order = std::endian::native>
T load(const void* from) {
    BitsOf<T> bits;
    std::memcpy(&bits, from, sizeof bits);
    if constexpr (Order != std::endian::native) bits = byte_swap(bits);
    return std::bit_cast<T>(bits);
}

template <MemoryScalar T, std::endian Order = std::endian::native>
void store(void* to, T value) {
    auto bits = std::bit_cast<BitsOf<T>>(value);
    if constexpr (Order != std::endian::native) bits = byte_swap(bits);
    std::memcpy(to, &bits, sizeof bits);
}

template <MemoryScalar T>
T load_le(const void* from) {
    return load<T, std::endian::little>(from);
}
template <MemoryScalar T>
T load_be(const void* from) {
    return load<T, std::endian::big>(from);
}
template <MemoryScalar T>
void store_le(void* to, T value) {
    store<T, std::endian::little>(to, value);
}
template <MemoryScalar T>
void store_be(void* to, T value) {
    store<T, std::endian::big>(to, value);
}

// The order chosen at run time, as struct formats and arrays do.
template <MemoryScalar T>
T load(const void* from, std::endian order) {
    return order == std::endian::little ? load_le<T>(from) : load_be<T>(from);
}
template <MemoryScalar T>
void store(void* to, T value, std::endian order) {
    order == std::endian::little ? store_le<T>(to, value) : store_be<T>(to, value);
}

// Integers of `size` bytes, 1 to 8, in either order.
inline std::uint64_t load_unsigned(const void* from, std::size_t size, std::endian order) {
    auto bytes = static_cast<const unsigned char*>(from);
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < size; ++i) value = value << 8 | bytes[order == std::endian::big ? i : size - 1 - i];
    return value;
}
inline void store_unsigned(void* to, std::uint64_t value, std::size_t size, std::endian order) {
    auto bytes = static_cast<unsigned char*>(to);
    for (std::size_t i = 0; i < size; ++i, value >>= 8)
        bytes[order == std::endian::big ? size - 1 - i : i] = static_cast<unsigned char>(value);
}

} // namespace mp
