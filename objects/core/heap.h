#pragma once
// Memory of one interpreter. Small blocks come from size-class freelists; everything is counted against a budget, and what nobody freed goes with the heap.
//
// The system is asked for segments of 16 pages, which are touched only as they are used. A segment is one malloc, so that the C library has it at hand, touched and
// mapped, for the next interpreter of the process.
//
// Objects that can be part of reference cycles live in container pages: 64 KiB, aligned, one size class each, so that the cycle collector finds every
// such object by walking pages, without list links in the objects (gc.cpp). Larger containers are allocated one by one and kept in a table.
//
// Built with AddressSanitizer, every block is a malloc of its own: overflows, uses after free, frees with another size and leaks are seen
// (heap_checked.cpp).
#include <cstddef>
#include <cstdint>
#include <vector>

#include "objects/core/object.h"

namespace mp {

#if defined(__SANITIZE_ADDRESS__)
inline constexpr bool checked_heap = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
inline constexpr bool checked_heap = true;
#else
inline constexpr bool checked_heap = false;
#endif
#else
inline constexpr bool checked_heap = false;
#endif

// Bits of Object::gc.
enum GcBits : std::uint8_t {
    gc_tracked = 1,    // a live container that the collector looks at
    gc_finalised = 2,  // __del__ has run
    gc_weakrefs = 4,   // weak references to it exist (Runtime's side table)
    gc_collecting = 8, // in the set of the running collection
    gc_large = 16,     // allocated on its own, not in a page
};

// A container that lives as long as the runtime, and whatever holds on to it does too: the collector need not look at it.
inline void untrack(Object& object) noexcept { object.gc &= static_cast<std::uint8_t>(~gc_tracked); }

class Heap {
public:
    Heap();
    ~Heap();
    Heap(const Heap&) = delete;
    Heap& operator=(const Heap&) = delete;

    // Raw memory, 16-byte aligned. Throws std::bad_alloc beyond the budget or when the system has none. The size must be handed back.
    void* allocate(std::size_t size) {
        const std::size_t index = (size + 15) >> 4;
        if (index < fast_classes_ && free_[index]) [[likely]] {
            FreeBlock* block = free_[index];
            free_[index] = block->next;
            used_ += index << 4;
            return block;
        }
        return allocate_slow(size);
    }
    void free(void* memory, std::size_t size) noexcept {
        const std::size_t index = (size + 15) >> 4;
        if (index < small_classes) [[likely]] {
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

    // Memory for an object whose type has type_has_gc; uninitialised but for its gc byte (gc_tracked). free_container gives it back.
    Object* allocate_container(std::size_t size) {
        const std::size_t index = (size + 15) >> 4;
        if (index < fast_containers_) [[likely]] {
            ContainerPage* page = current_[index];
            if (page && page->free) [[likely]] {
                ContainerFree* block = page->free;
                page->free = block->next;
                ++page->live;
                ++young_;
                used_ += index << 4;
                auto* object = reinterpret_cast<Object*>(block);
                object->gc = gc_tracked;
                return object;
            }
        }
        return allocate_container_slow(size);
    }
    void free_container(Object* object, std::size_t size) noexcept {
        if ((object->gc & gc_large) == 0) [[likely]] {
            ContainerPage* page = page_of(object);
            used_ -= page->block_size;
            young_ -= young_ > 0;
            auto* block = reinterpret_cast<ContainerFree*>(object);
            block->header = 0;
            block->next = page->free;
            page->free = block;
            if (--page->live == page->wanted_below) [[unlikely]]
                page_has_room(page);
            return;
        }
        free_large_container(object, size);
    }
    // The end of the block that holds a container object (attribute storage of variable-size types stands there).
    static std::byte* container_end(Object& object) noexcept {
        if (object.gc & gc_large) return reinterpret_cast<std::byte*>(&object) + large_of(&object)->size;
        return reinterpret_cast<std::byte*>(&object) + page_of(&object)->block_size;
    }

    // Whether enough containers were made since the last collection that one is due (at the next safe point).
    bool collection_due() const noexcept { return young_ > young_threshold_; }

    std::size_t used() const noexcept { return used_; }
    std::size_t limit() const noexcept { return limit_; }
    void set_limit(std::size_t bytes) noexcept { limit_ = bytes; }
    // Whether `bytes` more would fit: for results whose size can be foretold, before work is done on them.
    bool would_fit(std::size_t bytes) const noexcept { return bytes <= limit_ && used_ <= limit_ - bytes; }

    // Test aid: make the n-th allocation from now fail (0: never).
    void fail_after(std::uint64_t n) noexcept;
    std::uint64_t until_failure() const noexcept { return fail_countdown_; } // 0: none is to come
    // Test aid, in checked builds: reports every block that nothing refers to any more, and ends the process when there is one. To be called when all that
    // should be freed is freed, and what is meant to stay is still referred to by the runtime.
    void check_leaks() noexcept;

    // ---- for the collector (gc.cpp)
    struct ContainerFree {
        std::uint64_t header; // refcount, layout, gc == 0: says "free" to the page walk
        ContainerFree* next;
    };
    // The head of a 64 KiB page, aligned to its size.
    struct ContainerPage {
        ContainerFree* free = nullptr;
        std::uint32_t block_size = 0;
        std::uint32_t live = 0;              // blocks in use
        std::uint32_t wanted_below = 0;      // when `live` falls to this, the page is worth allocating from again
        std::uint32_t touched = 0;           // blocks handed out ever: those behind were never initialised
        std::uint32_t count = 0;             // blocks that fit
        std::uint8_t generation = 0;         // 0: allocated into since the last collection
        bool offered = false;                // is current or in the list of pages with room
        std::uint32_t* references = nullptr; // the collector's side table, one per 16 bytes; only while it runs
        std::byte* block(std::uint32_t i) noexcept {
            return reinterpret_cast<std::byte*>(this) + page_head + std::size_t{i} * block_size;
        }
    };
    // Stands before a container too large for pages.
    struct LargeContainer {
        std::size_t size;
        std::uint32_t index; // in large_containers_
        std::uint32_t references;
        std::uint64_t generation;
        std::uint64_t padding;
        Object* object() noexcept { return reinterpret_cast<Object*>(this + 1); }
    };
    static_assert(sizeof(LargeContainer) % 16 == 0);
    static constexpr std::size_t page_size = std::size_t{64} << 10;
    static constexpr std::size_t page_head = 64;
    static_assert(sizeof(ContainerPage) <= page_head);
    static ContainerPage* page_of(Object* object) noexcept {
        return reinterpret_cast<ContainerPage*>(reinterpret_cast<std::uintptr_t>(object) & ~(page_size - 1));
    }
    static LargeContainer* large_of(Object* object) noexcept { return reinterpret_cast<LargeContainer*>(object) - 1; }

    // Lets allocations pass the budget and the test countdown for a scope: for work that must not fail halfway (filling a built-in type's dict).
    class Unlimited {
    public:
        explicit Unlimited(Heap& heap) noexcept : heap_(heap), limit_(heap.limit_), countdown_(heap.fail_countdown_) {
            heap.limit_ = SIZE_MAX;
            heap.fail_after(0);
        }
        ~Unlimited() {
            heap_.limit_ = limit_;
            heap_.fail_after(countdown_);
        }
        Unlimited(const Unlimited&) = delete;

    private:
        Heap& heap_;
        std::size_t limit_;
        std::uint64_t countdown_;
    };

    // Memory put aside for work that must not fail when malloc has no more; untouched, so that it costs address space only. keep_reserve() sees to it as far as it can.
    void keep_reserve() noexcept;
    void give_up_reserve() noexcept;

private:
    friend class CycleCollector;
    struct FreeBlock {
        FreeBlock* next;
    };
    static constexpr std::size_t class_count = 65; // blocks up to 1024 bytes in steps of 16
    // Classes with freelists and pages.
    static constexpr std::size_t small_classes = checked_heap ? 0 : class_count;
    static constexpr std::size_t segment_pages = 16;

    // Stands before each raw block that is too large for the freelists: a malloc of its own, in one list with its like.
    struct LargeBlock {
        LargeBlock* previous;
        LargeBlock* next;
    };
    // Stands before each raw block of a checked heap.
    struct CheckedBlock {
        std::size_t size;
        std::size_t index; // in checked_blocks_
    };
    static std::size_t charge_of(std::size_t size) noexcept {
        return size <= (class_count - 1) << 4 ? (size + 15) & ~std::size_t{15} : size;
    }
    static void check_size(const void* memory, std::size_t made, std::size_t freed) noexcept;
    static void check_servable(std::size_t size);
    void* allocate_checked(std::size_t size);
    void free_checked(void* memory, std::size_t size) noexcept;
    void* reallocate_checked(void* memory, std::size_t old_size, std::size_t new_size);

    void link(LargeBlock* block) noexcept;
    void unlink(LargeBlock* block) noexcept;
    std::byte* take_memory();
    void* allocate_slow(std::size_t size);
    void free_slow(void* memory, std::size_t size) noexcept;
    void check_budget(std::size_t size);
    Object* allocate_container_slow(std::size_t size);
    void free_large_container(Object* object, std::size_t size) noexcept;
    void page_has_room(ContainerPage* page) noexcept;
    ContainerPage* take_page(std::size_t index);

    FreeBlock* free_[class_count] = {};
    std::size_t used_ = 0;
    std::size_t limit_ = SIZE_MAX;
    std::uint64_t fail_countdown_ = 0;
    std::vector<void*> segments_; // from malloc
    void* reserve_ = nullptr;
    std::byte* fresh_ = nullptr; // the pages of the newest segment that nobody took yet
    std::byte* fresh_end_ = nullptr;
    LargeBlock* large_blocks_ = nullptr;
    std::byte* bump_ = nullptr; // small blocks are cut off here
    std::byte* bump_end_ = nullptr;
    ContainerPage* current_[class_count] = {};           // pages allocated from, one per size class
    std::vector<ContainerPage*> with_room_[class_count]; // other pages worth allocating from
    std::vector<ContainerPage*> pages_;
    std::vector<LargeContainer*> large_containers_;
    std::int64_t young_ = 0; // containers made minus containers freed since the last collection, at least 0
    std::int64_t young_threshold_ = 2000;
    std::size_t fast_classes_ =
        small_classes; // 0 while the test countdown runs: then every allocation takes the slow path
    std::size_t fast_containers_ =
        small_classes; // the same for containers; always 0 when each of them makes a collection due (MINIPY_GC_STRESS)
    std::vector<CheckedBlock*> checked_blocks_; // all raw blocks of a checked heap
};

} // namespace mp
