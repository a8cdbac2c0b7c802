#pragma once
// Arithmetic on sizes that says when it does not fit, for every size that a script can choose.
#include <concepts>
#include <cstddef>
#include <limits>
#include <optional>

namespace mp {

// a + b, a - b, a * b, or nothing when the result does not fit the type.
template <std::integral T>
[[nodiscard]] constexpr std::optional<T> checked_add(T a, T b) {
    T sum;
    if (__builtin_add_overflow(a, b, &sum)) return std::nullopt;
    return sum;
}

template <std::integral T>
[[nodiscard]] constexpr std::optional<T> checked_sub(T a, T b) {
    T difference;
    if (__builtin_sub_overflow(a, b, &difference)) return std::nullopt;
    return difference;
}

template <std::integral T>
[[nodiscard]] constexpr std::optional<T> checked_mul(T a, T b) {
    T product;
    if (__builtin_mul_overflow(a, b, &product)) return std::nullopt;
    return product;
}

// The same into a variable, for chains: `if (!checked_mul_into(total, rows) || !checked_add_into(total, header)) …`.
// False, and an unspecified `total`, when the result does not fit.
template <std::integral T>
[[nodiscard]] constexpr bool checked_add_into(T& total, T b) {
    return !__builtin_add_overflow(total, b, &total);
}

template <std::integral T>
[[nodiscard]] constexpr bool checked_sub_into(T& total, T b) {
    return !__builtin_sub_overflow(total, b, &total);
}

template <std::integral T>
[[nodiscard]] constexpr bool checked_mul_into(T& total, T b) {
    return !__builtin_mul_overflow(total, b, &total);
}

// The smallest multiple of `alignment` (a power of two) that is at least `size`, or nothing.
[[nodiscard]] constexpr std::optional<std::size_t> checked_round_up(std::size_t size, std::size_t alignment) {
    auto padded = checked_add(size, alignment - 1);
    if (!padded) return std::nullopt;
    return *padded & ~(alignment - 1);
}

// The value in another integer type, or nothing when it has no such value.
template <std::integral To, std::integral From>
[[nodiscard]] constexpr std::optional<To> checked_cast(From value) {
    To converted;
    if (__builtin_add_overflow(value, From{0}, &converted)) return std::nullopt;
    return converted;
}

// a + b, or the largest value: for estimates and limits, where "too much" is all that counts.
template <std::unsigned_integral T>
[[nodiscard]] constexpr T saturating_add(T a, T b) {
    return checked_add(a, b).value_or(std::numeric_limits<T>::max());
}

template <std::unsigned_integral T>
[[nodiscard]] constexpr T saturating_mul(T a, T b) {
    return checked_mul(a, b).value_or(std::numeric_limits<T>::max());
}

} // namespace mp
