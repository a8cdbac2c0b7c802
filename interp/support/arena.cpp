#include "interp/support/arena.h"

#include <algorithm>

namespace mp {

namespace {
constexpr std::size_t first_chunk = 4 * 1024;     // an expression typed at a prompt fits
constexpr std::size_t largest_chunk = 256 * 1024; // chunks double up to here, so that a big module wastes little
} // namespace

void* Arena::allocate_slow(std::size_t size, std::size_t alignment) {
    std::size_t needed;
    if (__builtin_add_overflow(size, alignment + sizeof(Chunk), &needed)) throw std::bad_alloc();
    std::size_t wanted = chunks_ ? std::min(largest_chunk, chunks_->size * 2) : first_chunk;
    std::size_t chunk_size = std::max(needed, wanted);
    auto* chunk = static_cast<Chunk*>(::operator new(chunk_size));
    bytes_ += chunk_size;

    auto address = (reinterpret_cast<std::uintptr_t>(chunk + 1) + (alignment - 1)) & ~std::uintptr_t(alignment - 1);
    auto* start = reinterpret_cast<std::byte*>(address);
    // One huge array must not throw away what is left of the current chunk.
    if (needed > wanted && chunks_) {
        *chunk = {chunks_->next, chunk_size};
        chunks_->next = chunk;
        return start;
    }
    *chunk = {chunks_, chunk_size > largest_chunk ? largest_chunk : chunk_size};
    chunks_ = chunk;
    cursor_ = start + size;
    limit_ = reinterpret_cast<std::byte*>(chunk) + chunk_size;
    return start;
}

void Arena::release() noexcept {
    for (Chunk* chunk = chunks_; chunk;) {
        Chunk* next = chunk->next;
        ::operator delete(chunk);
        chunk = next;
    }
}

} // namespace mp
