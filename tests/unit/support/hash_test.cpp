#include "interp/support/hash.h"

#include <set>
#include <string>

#include <gtest/gtest.h>

namespace mp {
namespace {

// CPython 3.13's _Py_KeyedHash (SipHash-1-3) is what `hash(bytes)` uses; these come from an independent implementation
// of the algorithm's definition.
std::uint64_t reference(std::uint64_t k0, std::uint64_t k1, const std::string& data) {
    std::uint64_t v[4] = {k0 ^ 0x736f6d6570736575, k1 ^ 0x646f72616e646f6d, k0 ^ 0x6c7967656e657261,
                          k1 ^ 0x7465646279746573};
    auto rotate = [](std::uint64_t x, int b) { return x << b | x >> (64 - b); };
    auto round = [&] {
        v[0] += v[1], v[2] += v[3];
        v[1] = rotate(v[1], 13), v[3] = rotate(v[3], 16);
        v[1] ^= v[0], v[3] ^= v[2];
        v[0] = rotate(v[0], 32);
        v[2] += v[1], v[0] += v[3];
        v[1] = rotate(v[1], 17), v[3] = rotate(v[3], 21);
        v[1] ^= v[2], v[3] ^= v[0];
        v[2] = rotate(v[2], 32);
    };
    std::string padded = data;
    while (padded.size() % 8 != 7) padded += '\0';
    padded += static_cast<char>(data.size());
    for (std::size_t i = 0; i < padded.size(); i += 8) {
        std::uint64_t word = 0;
        for (int b = 7; b >= 0; --b)
            word = word << 8 | static_cast<unsigned char>(padded[i + static_cast<std::size_t>(b)]);
        v[3] ^= word;
        round();
        v[0] ^= word;
    }
    v[2] ^= 0xff;
    round(), round(), round();
    return v[0] ^ v[1] ^ v[2] ^ v[3];
}

TEST(Hash, SipHash13OfEveryTailLength) {
    HashSeed seed{0x0706050403020100, 0x0f0e0d0c0b0a0908};
    std::string data;
    for (int i = 0; i < 300; ++i) {
        EXPECT_EQ(siphash13(seed, data.data(), data.size()), reference(seed.k0, seed.k1, data)) << i;
        data += static_cast<char>(i * 7);
    }
}

TEST(Hash, SeedMatters) {
    EXPECT_NE(hash_bytes({1, 2}, "abc"), hash_bytes({1, 3}, "abc"));
    EXPECT_EQ(hash_bytes({1, 2}, ""), 0u);
}

TEST(Hash, MixSpreadsSmallNumbers) {
    std::set<std::uint64_t> low_bits;
    for (std::uint64_t i = 0; i < 256; ++i) low_bits.insert(mix64(i * 4096) & 0xFF);
    EXPECT_GT(low_bits.size(), 130u);
    EXPECT_NE(mix64(1, 2), mix64(2, 1));
}

} // namespace
} // namespace mp
