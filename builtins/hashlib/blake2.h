#pragma once
// BLAKE2b and BLAKE2s (RFC 7693) with all parameters of the original paper: keys, salts, personal strings, trees. libcrypto knows the plain hashes only.
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace mp::hashing {

struct Blake2Parameters {
    unsigned digest_size;
    std::span<const std::uint8_t> key, salt, person; // no longer than the variant allows
    unsigned fanout = 1;
    unsigned depth = 1;
    std::uint32_t leaf_size = 0;
    std::uint64_t node_offset = 0;
    unsigned node_depth = 0;
    unsigned inner_size = 0;
    bool last_node = false;
};

// Word: uint64_t for BLAKE2b, uint32_t for BLAKE2s. Copying copies the state.
template <class Word>
class Blake2 {
public:
    static constexpr std::size_t block_size = 16 * sizeof(Word);
    static constexpr std::size_t max_digest_size = 8 * sizeof(Word);
    static constexpr std::size_t salt_size = 2 * sizeof(Word);

    explicit Blake2(const Blake2Parameters& parameters) noexcept;
    void update(std::span<const std::uint8_t> bytes) noexcept;
    // Writes digest_size() bytes. The state is used up.
    void finish(std::uint8_t* digest) noexcept;
    unsigned digest_size() const noexcept { return digest_size_; }

private:
    void compress(const std::uint8_t* block, bool last) noexcept;

    std::array<Word, 8> state_;
    Word count_[2] = {};
    std::array<std::uint8_t, block_size> buffer_;
    std::size_t buffered_ = 0;
    unsigned digest_size_;
    bool last_node_;
};

extern template class Blake2<std::uint64_t>;
extern template class Blake2<std::uint32_t>;

} // namespace mp::hashing
