#pragma once
// Memory of one interpreter. Small blocks come from size-class freelists; everything is counted against a budget.
//
// Objects that can be part of reference cycles live in container pages: 64 KiB, aligned, one size class each, so that the cycle collector finds every
// such object by walking pages, without list links in the objects (gc.cpp). Larger containers are allocated one by one and kept in a table.
#include <cstddef>
#include <cstdint>
#include <vector>

#include "objects/core/object.h"

namespace mp {

class Heap {
public:
    Heap();
    ~Heap();
    Heap(const Heap&) = delete;
    Heap& operator=(const Heap&) = delete;

    // Raw memory, 16-byte aligned. Throws std::bad_alloc beyond the budget or when the system has none. The size must be handed back.
    void* allocate(std::size_t size) {
        const std::size_t index = (size + 15) >> 4;
        if (index < class_count && free_[index]) [[likely]] {
            FreeBlock* block = free_[index];
            free_[index] = block->next;
            used_ += index << 4;
            return block;
        }
        return allocate_slow(size);
    }
    void free(void* memory, std::size_t size) noexcept {
        const std::size_t index = (size + 15) >> 4;
        if (index < class_count) [[likely]] {
            auto* block = static_cast<FreeBlock*>(memory);
            block->next = free_[index];
            free_[index] = block;
            used_ -= index << 4;
            return;
        }
        free_slow(memory, size);
    }
    // Grows or shrinks, as realloc. Throws std::bad_alloc and leaves the old block as it was.
    void* reallocate(void* memory, std::size_t old_size, std::size_t new_size);

    // Memory for an object whose type has type_has_gc; uninitialised but for its gc byte. free_container gives it back.
    void* allocate_container(std::size_t size);
    void free_container(void* memory, std::size_t size) noexcept;

    std::size_t used() const noexcept { return used_; }
    std::size_t limit() const noexcept { return limit_; }
    void set_limit(std::size_t bytes) noexcept { limit_ = bytes; }
    // Whether `bytes` more would fit: for results whose size can be foretold, before work is done on them.
    bool would_fit(std::size_t bytes) const noexcept { return bytes <= limit_ && used_ <= limit_ - bytes; }

    // Test aid: make the n-th allocation from now fail (0: never).
    void fail_after(std::uint64_t n) noexcept { fail_countdown_ = n; }

    struct ContainerPage; // gc.cpp

private:
    friend class CycleCollector;
    struct FreeBlock {
        FreeBlock* next;
    };
    static constexpr std::size_t class_count = 65; // blocks up to 1024 bytes in steps of 16
    static constexpr std::size_t chunk_size = std::size_t{64} << 10;

    void* allocate_slow(std::size_t size);
    void free_slow(void* memory, std::size_t size) noexcept;
    void check_budget(std::size_t size);

    FreeBlock* free_[class_count] = {};
    std::size_t used_ = 0;
    std::size_t limit_ = SIZE_MAX;
    std::uint64_t fail_countdown_ = 0;
    std::vector<void*> chunks_;
    std::byte* bump_ = nullptr;
    std::byte* bump_end_ = nullptr;
    struct ContainerFree {
        std::uint64_t header; // refcount, layout, gc == 0: says "free" to the page walk
        ContainerFree* next;
    };
    ContainerFree* container_free_[class_count] = {};
    std::vector<ContainerPage*> pages_;
    std::vector<void*> large_containers_;
};

// Bits of Object::gc.
enum GcBits : std::uint8_t {
    gc_tracked = 1,    // a live container that the collector looks at
    gc_finalised = 2,  // __del__ has run
    gc_weakrefs = 4,   // weak references to it exist (Runtime's side table)
    gc_collecting = 8, // in the set of the running collection
    gc_large = 16,     // allocated on its own, not in a page
};

} // namespace mp
