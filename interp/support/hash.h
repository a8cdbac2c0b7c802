#pragma once
// Hash functions. Text and bytes, which a script's input can choose, are hashed with SipHash-1-3 under a secret seed,
// so that nobody can prepare keys that collide; words that are hashed for the interpreter's own tables take a short
// mixing function.
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "interp/support/endian.h"

namespace mp {

struct HashSeed {
    std::uint64_t k0 = 0;
    std::uint64_t k1 = 0;
};

namespace hash_detail {

struct SipState {
    std::uint64_t v0, v1, v2, v3;

    explicit constexpr SipState(HashSeed seed)
        : v0(seed.k0 ^ 0x736f6d6570736575u),
          v1(seed.k1 ^ 0x646f72616e646f6du),
          v2(seed.k0 ^ 0x6c7967656e657261u),
          v3(seed.k1 ^ 0x7465646279746573u) {}

    constexpr void round() {
        v0 += v1;
        v1 = std::rotl(v1, 13) ^ v0;
        v0 = std::rotl(v0, 32);
        v2 += v3;
        v3 = std::rotl(v3, 16) ^ v2;
        v0 += v3;
        v3 = std::rotl(v3, 21) ^ v0;
        v2 += v1;
        v1 = std::rotl(v1, 17) ^ v2;
        v2 = std::rotl(v2, 32);
    }

    constexpr void take(std::uint64_t word) {
        v3 ^= word;
        round();
        v0 ^= word;
    }

    constexpr std::uint64_t finish() {
        v2 ^= 0xff;
        round();
        round();
        round();
        return v0 ^ v1 ^ v2 ^ v3;
    }
};

// The last 0 to 7 bytes, little-endian, without a loop.
inline std::uint64_t load_tail(const unsigned char* at, std::size_t size) {
    std::uint64_t word = 0;
    if (size & 4) {
        word = load_le<std::uint32_t>(at);
        at += 4;
    }
    if (size & 2) {
        word |= std::uint64_t(load_le<std::uint16_t>(at)) << ((size & 4) * 8);
        at += 2;
    }
    if (size & 1) word |= std::uint64_t(*at) << ((size & 6) * 8);
    return word;
}

} // namespace hash_detail

// SipHash with one compression and three finalisation rounds (as CPython's default), of any bytes.
inline std::uint64_t siphash13(HashSeed seed, const void* data, std::size_t size) {
    auto at = static_cast<const unsigned char*>(data);
    hash_detail::SipState state(seed);
    std::size_t left = size;
    for (; left >= 8; at += 8, left -= 8) state.take(load_le<std::uint64_t>(at));
    state.take(std::uint64_t(size) << 56 | hash_detail::load_tail(at, left));
    return state.finish();
}

// The seeded hash of text or bytes. Empty is 0 under every seed.
inline std::uint64_t hash_bytes(HashSeed seed, std::string_view bytes) {
    return bytes.empty() ? 0 : siphash13(seed, bytes.data(), bytes.size());
}

// A word spread over all bits (the finaliser of MurmurHash3's 64-bit form): for pointers, ids and pairs in the
// interpreter's own tables. Not seeded.
constexpr std::uint64_t mix64(std::uint64_t word) {
    word ^= word >> 33;
    word *= 0xff51afd7ed558ccdu;
    word ^= word >> 33;
    word *= 0xc4ceb9fe1a85ec53u;
    word ^= word >> 33;
    return word;
}

constexpr std::uint64_t mix64(std::uint64_t first, std::uint64_t second) { return mix64(mix64(first) + second); }

} // namespace mp
