#include "objects/buffer/resizable.h"

#include <cstring>
#include <new>

#include "objects/core/raise.h"

namespace mp {

namespace {

// Blocks hold one byte more than is in use, as CPython's do: `__alloc__()` agrees, and text routines may read a zero behind the last byte.
constexpr std::int64_t largest_size = INT64_MAX / 4;

} // namespace

void ResizableBytes::free_block(Runtime& rt) noexcept {
    if (base) rt.heap().free(base, static_cast<std::size_t>(capacity));
    make_empty();
}

Result<void> ResizableBytes::check_resizable(Runtime& rt) const {
    if (exports > 0) return raise(rt, TypeId::BufferError, "Existing exports of data: object cannot be re-sized");
    return ok;
}

// Moves the bytes in use to the beginning of a block of the new capacity (at least size + 1, or 0 for an empty one).
void ResizableBytes::set_block(Runtime& rt, std::int64_t new_capacity) {
    if (new_capacity == 0) {
        free_block(rt);
        return;
    }
    if (base && start == base) {
        base = static_cast<std::uint8_t*>(
            rt.heap().reallocate(base, static_cast<std::size_t>(capacity), static_cast<std::size_t>(new_capacity)));
    } else {
        auto* block = static_cast<std::uint8_t*>(rt.heap().allocate(static_cast<std::size_t>(new_capacity)));
        if (size > 0) std::memcpy(block, start, static_cast<std::size_t>(size));
        if (base) rt.heap().free(base, static_cast<std::size_t>(capacity));
        base = block;
    }
    start = base;
    capacity = new_capacity;
}

// A large part is unused: moves the bytes to a smaller block. Amortised, as at least half of the block was removed since it was made. Removing must not
// fail for want of memory: then the block stays as large as it is.
void ResizableBytes::give_back(Runtime& rt) noexcept {
    try {
        set_block(rt, size + 1);
    } catch (const std::bad_alloc&) {}
}

Result<void> ResizableBytes::resize(Runtime& rt, std::int64_t new_size) {
    if (new_size == size) return ok;
    TRY(check_resizable(rt));
    if (new_size > largest_size) throw std::bad_alloc();
    const std::int64_t offset = start - base;
    if (new_size + offset + 1 <= capacity) {
        const bool much_unused = new_size < capacity / 2 && new_size < size;
        size = new_size;
        if (much_unused) [[unlikely]]
            give_back(rt);
        start[size] = 0;
        return ok;
    }
    std::int64_t wanted = new_size + 1;
    // Steps that are small against the block are taken with room for more (CPython's rule, so that __alloc__() agrees).
    if (static_cast<double>(new_size) <= static_cast<double>(capacity) * 1.125)
        wanted = new_size + (new_size >> 3) + (new_size < 9 ? 3 : 6);
    set_block(rt, wanted);
    size = new_size;
    start[size] = 0;
    return ok;
}

Result<void> ResizableBytes::splice(Runtime& rt, std::int64_t at, std::int64_t removed, std::int64_t inserted) {
    const std::int64_t growth = inserted - removed;
    if (growth == 0) return ok;
    TRY(check_resizable(rt));
    const std::int64_t tail = size - at - removed;
    if (growth < 0) {
        if (at == 0) {
            // Removing from the front: the beginning moves. resize() gives the memory back once half of the block is unused.
            start -= growth;
            size += growth;
            if (size < capacity / 2) give_back(rt);
            start[size] = 0;
            return ok;
        }
        std::memmove(start + at + inserted, start + at + removed, static_cast<std::size_t>(tail));
        return resize(rt, size + growth);
    }
    if (growth > largest_size - size) throw std::bad_alloc();
    TRY(resize(rt, size + growth));
    std::memmove(start + at + inserted, start + at + removed, static_cast<std::size_t>(tail));
    return ok;
}

Result<void> ResizableBytes::push_back_slow(Runtime& rt, std::uint8_t byte) {
    TRY(resize(rt, size + 1));
    start[size - 1] = byte;
    return ok;
}

Result<void> ResizableBytes::append(Runtime& rt, std::span<const std::uint8_t> bytes) {
    if (bytes.empty()) return ok;
    const std::int64_t old_size = size;
    if (bytes.size() > static_cast<std::size_t>(largest_size - old_size)) throw std::bad_alloc();
    TRY(resize(rt, old_size + static_cast<std::int64_t>(bytes.size())));
    std::memcpy(start + old_size, bytes.data(), bytes.size());
    return ok;
}

Result<void> ResizableBytes::reserve(Runtime& rt, std::int64_t total) {
    if (total <= size || start - base + total + 1 <= capacity) return ok;
    TRY(check_resizable(rt));
    if (total > largest_size) throw std::bad_alloc();
    set_block(rt, total + 1);
    start[size] = 0;
    return ok;
}

Result<void> ResizableBytes::take_from(Runtime& rt, ResizableBytes& other) {
    TRY(check_resizable(rt));
    TRY(other.check_resizable(rt));
    free_block(rt);
    *this = other;
    other.make_empty();
    return ok;
}

} // namespace mp
