#include "builtins/hashlib/blake2.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "interp/support/endian.h"

namespace mp::hashing {

namespace {

template <class Word>
struct Variant;
template <>
struct Variant<std::uint64_t> {
    static constexpr int rounds = 12;
    static constexpr int rotations[4] = {32, 24, 16, 63};
    static constexpr std::uint64_t iv[8] = {0x6A09E667F3BCC908, 0xBB67AE8584CAA73B, 0x3C6EF372FE94F82B,
                                            0xA54FF53A5F1D36F1, 0x510E527FADE682D1, 0x9B05688C2B3E6C1F,
                                            0x1F83D9ABFB41BD6B, 0x5BE0CD19137E2179};
};
template <>
struct Variant<std::uint32_t> {
    static constexpr int rounds = 10;
    static constexpr int rotations[4] = {16, 12, 8, 7};
    static constexpr std::uint32_t iv[8] = {0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A,
                                            0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19};
};

constexpr std::uint8_t sigma[10][16] = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}, {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
    {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4}, {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
    {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13}, {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
    {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11}, {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
    {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5}, {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0},
};

} // namespace

template <class Word>
Blake2<Word>::Blake2(const Blake2Parameters& p) noexcept : digest_size_(p.digest_size), last_node_(p.last_node) {
    std::uint8_t block[max_digest_size] = {};
    block[0] = static_cast<std::uint8_t>(p.digest_size);
    block[1] = static_cast<std::uint8_t>(p.key.size());
    block[2] = static_cast<std::uint8_t>(p.fanout);
    block[3] = static_cast<std::uint8_t>(p.depth);
    store_le(block + 4, p.leaf_size);
    store_le(block + 8, p.node_offset); // of BLAKE2s 48 bits: what follows overwrites the rest
    constexpr std::size_t depth_at = sizeof(Word) == 8 ? 16 : 14;
    block[depth_at] = static_cast<std::uint8_t>(p.node_depth);
    block[depth_at + 1] = static_cast<std::uint8_t>(p.inner_size);
    std::copy(p.salt.begin(), p.salt.end(), block + max_digest_size - 2 * salt_size);
    std::copy(p.person.begin(), p.person.end(), block + max_digest_size - salt_size);
    for (std::size_t i = 0; i < 8; ++i) state_[i] = Variant<Word>::iv[i] ^ load_le<Word>(block + i * sizeof(Word));
    if (!p.key.empty()) {
        std::uint8_t key[block_size] = {};
        std::copy(p.key.begin(), p.key.end(), key);
        update(key);
    }
}

template <class Word>
void Blake2<Word>::compress(const std::uint8_t* block, bool last) noexcept {
    Word m[16], v[16];
    for (std::size_t i = 0; i < 16; ++i) m[i] = load_le<Word>(block + i * sizeof(Word));
    for (std::size_t i = 0; i < 8; ++i) {
        v[i] = state_[i];
        v[i + 8] = Variant<Word>::iv[i];
    }
    v[12] ^= count_[0];
    v[13] ^= count_[1];
    if (last) {
        v[14] = ~v[14];
        if (last_node_) v[15] = ~v[15];
    }
    constexpr auto& r = Variant<Word>::rotations;
    const auto mix = [&v](int a, int b, int c, int d, Word x, Word y) {
        v[a] = v[a] + v[b] + x;
        v[d] = std::rotr(static_cast<Word>(v[d] ^ v[a]), r[0]);
        v[c] = v[c] + v[d];
        v[b] = std::rotr(static_cast<Word>(v[b] ^ v[c]), r[1]);
        v[a] = v[a] + v[b] + y;
        v[d] = std::rotr(static_cast<Word>(v[d] ^ v[a]), r[2]);
        v[c] = v[c] + v[d];
        v[b] = std::rotr(static_cast<Word>(v[b] ^ v[c]), r[3]);
    };
    for (int round = 0; round < Variant<Word>::rounds; ++round) {
        const auto& s = sigma[round % 10];
        mix(0, 4, 8, 12, m[s[0]], m[s[1]]);
        mix(1, 5, 9, 13, m[s[2]], m[s[3]]);
        mix(2, 6, 10, 14, m[s[4]], m[s[5]]);
        mix(3, 7, 11, 15, m[s[6]], m[s[7]]);
        mix(0, 5, 10, 15, m[s[8]], m[s[9]]);
        mix(1, 6, 11, 12, m[s[10]], m[s[11]]);
        mix(2, 7, 8, 13, m[s[12]], m[s[13]]);
        mix(3, 4, 9, 14, m[s[14]], m[s[15]]);
    }
    for (std::size_t i = 0; i < 8; ++i) state_[i] ^= v[i] ^ v[i + 8];
}

template <class Word>
void Blake2<Word>::update(std::span<const std::uint8_t> bytes) noexcept {
    // The last block is kept back: only finish() knows that it is the last.
    while (!bytes.empty()) {
        if (buffered_ == block_size) {
            count_[0] += block_size;
            count_[1] += count_[0] < block_size;
            compress(buffer_.data(), false);
            buffered_ = 0;
        }
        if (buffered_ == 0)
            for (; bytes.size() > block_size; bytes = bytes.subspan(block_size)) {
                count_[0] += block_size;
                count_[1] += count_[0] < block_size;
                compress(bytes.data(), false);
            }
        const std::size_t taken = std::min(block_size - buffered_, bytes.size());
        std::memcpy(buffer_.data() + buffered_, bytes.data(), taken);
        buffered_ += taken;
        bytes = bytes.subspan(taken);
    }
}

template <class Word>
void Blake2<Word>::finish(std::uint8_t* digest) noexcept {
    count_[0] += static_cast<Word>(buffered_);
    count_[1] += count_[0] < buffered_;
    std::fill(buffer_.begin() + static_cast<std::ptrdiff_t>(buffered_), buffer_.end(), 0);
    compress(buffer_.data(), true);
    std::uint8_t bytes[max_digest_size];
    for (std::size_t i = 0; i < 8; ++i) store_le(bytes + i * sizeof(Word), state_[i]);
    std::memcpy(digest, bytes, digest_size_);
}

template class Blake2<std::uint64_t>;
template class Blake2<std::uint32_t>;

} // namespace mp::hashing
