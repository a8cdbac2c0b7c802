#pragma once
// SHA-512 (FIPS 180-4), for seeds that are texts.
#include <array>
#include <cstdint>
#include <span>

namespace mp::random {

std::array<std::uint8_t, 64> sha512(std::span<const std::uint8_t> data);

} // namespace mp::random
