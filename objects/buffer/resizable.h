#pragma once
// The one door through which storage that can be exported changes its size. While a view is alive (exports > 0) every change of size, and everything that
// would move the bytes, is refused with BufferError "Existing exports of data: object cannot be re-sized", and nothing has changed.
//
// bytearray, array.array and io.BytesIO keep their bytes here. Whoever exports the memory counts `exports` up, and down on release.
#include <cstdint>
#include <span>

#include "objects/core/runtime.h"

namespace mp {

struct ResizableBytes {
    std::uint8_t* start;   // first byte; removing from the front moves it (start >= base); null when capacity is 0
    std::int64_t size;     // bytes in use, from start
    std::uint8_t* base;    // allocated block; null when capacity is 0
    std::int64_t capacity; // bytes of the block
    std::int64_t exports;  // views alive

    // Empty storage: what a constructor does. Allocates nothing.
    void make_empty() noexcept { *this = ResizableBytes{nullptr, 0, nullptr, 0, 0}; }
    // Gives the block back; the owner's dealloc. There are no exports any more: views hold the owner.
    void free_block(Runtime& rt) noexcept;

    std::span<std::uint8_t> span() noexcept { return {start, static_cast<std::size_t>(size)}; }
    std::span<const std::uint8_t> span() const noexcept { return {start, static_cast<std::size_t>(size)}; }

    // Whether a change of size is allowed now: BufferError when not.
    Result<void> check_resizable(Runtime& rt) const;

    // All below refuse with BufferError (when the size would change), throw bad_alloc with nothing changed, and run no Python code.

    // Cuts at the end, or adds uninitialised bytes there. Growing in small steps is amortised O(1).
    Result<void> resize(Runtime& rt, std::int64_t new_size);
    // Replaces `removed` bytes from `at` by `inserted` uninitialised ones. From the front removal costs nothing.
    Result<void> splice(Runtime& rt, std::int64_t at, std::int64_t removed, std::int64_t inserted);
    // Adds one byte: append's fast way is inline.
    Result<void> push_back(Runtime& rt, std::uint8_t byte) {
        if (exports == 0 && start - base + size + 1 < capacity) [[likely]] {
            start[size++] = byte;
            return ok;
        }
        return push_back_slow(rt, byte);
    }
    // Adds `bytes` (which must not be part of this storage).
    Result<void> append(Runtime& rt, std::span<const std::uint8_t> bytes);
    // Makes room for `total` bytes in all without changing the size.
    Result<void> reserve(Runtime& rt, std::int64_t total);
    // Takes the contents of `other`, which becomes empty; the old block is freed. Both must be resizable.
    Result<void> take_from(Runtime& rt, ResizableBytes& other);

private:
    Result<void> push_back_slow(Runtime& rt, std::uint8_t byte);
    void give_back(Runtime& rt) noexcept;
    void set_block(Runtime& rt, std::int64_t new_capacity);
};

} // namespace mp
