#include "objects/core/heap.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>
#include <utility>

namespace mp {

namespace {

// Whether each new container makes a collection due, whatever the threshold.
#ifdef MINIPY_GC_STRESS
constexpr bool collect_always = true;
#else
constexpr bool collect_always = false;
#endif

// Room for one more, so that the next push_back cannot fail. (reserve(size() + 1) alone would copy the table each time.)
template <class T>
void make_room(std::vector<T>& table) {
    if (table.size() == table.capacity()) table.reserve(2 * table.size() + 16);
}

} // namespace

Heap::Heap() { fail_after(0); }

Heap::~Heap() {
    give_up_reserve();
    for (void* segment : segments_) std::free(segment);
    for (LargeBlock* block = large_blocks_; block;) std::free(std::exchange(block, block->next));
    for (LargeContainer* large : large_containers_) std::free(large);
    for (CheckedBlock* block : checked_blocks_) std::free(block);
}

void Heap::fail_after(std::uint64_t n) noexcept {
    fail_countdown_ = n;
    fast_classes_ = n ? 0 : small_classes;
    fast_containers_ = collect_always ? 0 : fast_classes_;
}

void Heap::keep_reserve() noexcept {
    if (!reserve_) reserve_ = std::malloc(5 * page_size); // two segments of a page, and what stands beside them
}

void Heap::give_up_reserve() noexcept { std::free(std::exchange(reserve_, nullptr)); }

// Counts down the test's failing allocation and refuses what would pass the budget.
void Heap::check_budget(std::size_t size) {
    if (fail_countdown_ != 0 && --fail_countdown_ == 0) {
        fail_after(0);
        throw std::bad_alloc();
    }
    if (!would_fit(size)) throw std::bad_alloc();
}

void Heap::link(LargeBlock* block) noexcept {
    block->previous = nullptr;
    block->next = large_blocks_;
    if (large_blocks_) large_blocks_->previous = block;
    large_blocks_ = block;
}

void Heap::unlink(LargeBlock* block) noexcept {
    if (block->next) block->next->previous = block->previous;
    (block->previous ? block->previous->next : large_blocks_) = block->next;
}

// A page of memory nobody has touched since it was malloc's, aligned to its size.
std::byte* Heap::take_memory() {
    if (fresh_ == fresh_end_) {
        make_room(segments_);
        std::size_t pages = segment_pages;
        void* segment = std::malloc((pages + 1) * page_size);
        if (!segment) segment = std::malloc(((pages = 1) + 1) * page_size); // what little there is
        if (!segment) throw std::bad_alloc();
        segments_.push_back(segment);
        const auto begin = (reinterpret_cast<std::uintptr_t>(segment) + page_size - 1) & ~(page_size - 1);
        fresh_ = reinterpret_cast<std::byte*>(begin);
        fresh_end_ = fresh_ + pages * page_size;
    }
    return std::exchange(fresh_, fresh_ + page_size);
}

void* Heap::allocate_slow(std::size_t size) {
    check_budget(size);
    if constexpr (checked_heap) return allocate_checked(size);
    const std::size_t index = (size + 15) >> 4;
    if (index >= class_count) {
        if (size > SIZE_MAX - sizeof(LargeBlock)) throw std::bad_alloc();
        auto* block = static_cast<LargeBlock*>(std::malloc(sizeof(LargeBlock) + size));
        if (!block) throw std::bad_alloc();
        link(block);
        used_ += size;
        return block + 1;
    }
    const std::size_t rounded = std::max<std::size_t>(index, 1) << 4;
    if (FreeBlock* block = free_[index]) {
        free_[index] = block->next;
        used_ += index << 4;
        return block;
    }
    if (static_cast<std::size_t>(bump_end_ - bump_) < rounded) {
        // What is left of the old chunk goes to the list of its size: nothing is lost.
        const std::size_t rest = static_cast<std::size_t>(bump_end_ - bump_) >> 4;
        if (rest > 0) {
            auto* block = reinterpret_cast<FreeBlock*>(bump_);
            block->next = free_[rest];
            free_[rest] = block;
            bump_ = bump_end_;
        }
        bump_ = take_memory();
        bump_end_ = bump_ + page_size;
    }
    void* memory = bump_;
    bump_ += rounded;
    used_ += index << 4;
    return memory;
}

void Heap::free_slow(void* memory, std::size_t size) noexcept {
    if constexpr (checked_heap) return free_checked(memory, size);
    used_ -= size;
    LargeBlock* block = static_cast<LargeBlock*>(memory) - 1;
    unlink(block);
    std::free(block);
}

void* Heap::reallocate(void* memory, std::size_t old_size, std::size_t new_size) {
    if (!memory) return allocate(new_size);
    if constexpr (checked_heap) return reallocate_checked(memory, old_size, new_size);
    const std::size_t old_index = (old_size + 15) >> 4;
    const std::size_t new_index = (new_size + 15) >> 4;
    if (old_index < class_count && old_index == new_index) return memory;
    if (old_index >= class_count && new_index >= class_count) {
        if (new_size > old_size) check_budget(new_size - old_size);
        if (new_size > SIZE_MAX - sizeof(LargeBlock)) throw std::bad_alloc();
        LargeBlock* old = static_cast<LargeBlock*>(memory) - 1;
        unlink(old);
        auto* moved = static_cast<LargeBlock*>(std::realloc(old, sizeof(LargeBlock) + new_size));
        link(moved ? moved : old);
        if (!moved) throw std::bad_alloc();
        used_ += new_size;
        used_ -= old_size;
        return moved + 1;
    }
    void* moved = allocate(new_size);
    std::memcpy(moved, memory, std::min(old_size, new_size));
    free(memory, old_size);
    return moved;
}

// ---- containers

// A page of the class to allocate from: one with room, an empty one, or a new one.
Heap::ContainerPage* Heap::take_page(std::size_t index) {
    if (ContainerPage* old = current_[index]) {
        if (old->free || old->touched < old->count) return old;
        old->offered = false;
        current_[index] = nullptr;
    }
    auto& with_room = with_room_[index];
    ContainerPage* page = nullptr;
    if (!with_room.empty()) {
        page = with_room.back();
        with_room.pop_back();
    } else {
        make_room(pages_);
        // Every page can be offered without allocating (page_has_room cannot fail).
        with_room.reserve(pages_.capacity());
        page = new (take_memory()) ContainerPage;
        page->block_size = static_cast<std::uint32_t>(index << 4);
        page->count = static_cast<std::uint32_t>((page_size - page_head) / page->block_size);
        page->wanted_below = page->count - page->count / 4 - 1;
        pages_.push_back(page);
    }
    page->offered = true;
    page->generation = 0;
    current_[index] = page;
    return page;
}

void Heap::page_has_room(ContainerPage* page) noexcept {
    if (page->offered) return;
    page->offered = true;
    try {
        with_room_[page->block_size >> 4].push_back(page);
    } catch (const std::bad_alloc&) {
        page->offered = false;
    }
}

Object* Heap::allocate_container_slow(std::size_t size) {
    check_budget(size);
    if constexpr (collect_always) young_ = INT64_MAX / 2;
    const std::size_t index = std::max<std::size_t>((size + 15) >> 4, 1);
    if (index >= small_classes) {
        if (size > SIZE_MAX - sizeof(LargeContainer)) throw std::bad_alloc();
        if constexpr (checked_heap) check_servable(size);
        make_room(large_containers_);
        auto* large = static_cast<LargeContainer*>(std::malloc(sizeof(LargeContainer) + size));
        if (!large) throw std::bad_alloc();
        large->size = size;
        large->index = static_cast<std::uint32_t>(large_containers_.size());
        large->references = 0;
        large->generation = 0;
        large_containers_.push_back(large);
        used_ += charge_of(size);
        ++young_;
        Object* object = large->object();
        object->gc = gc_tracked | gc_large;
        return object;
    }
    ContainerPage* page = take_page(index);
    Object* object;
    if (page->free) {
        object = reinterpret_cast<Object*>(page->free);
        page->free = page->free->next;
    } else {
        // Hand out a few untouched blocks at a time: the page's memory is touched only as it is needed.
        object = reinterpret_cast<Object*>(page->block(page->touched++));
        const std::uint32_t more = std::min<std::uint32_t>(page->count - page->touched, 4096 / page->block_size);
        for (std::uint32_t i = page->touched + more; i-- > page->touched;) {
            auto* block = reinterpret_cast<ContainerFree*>(page->block(i));
            block->header = 0;
            block->next = page->free;
            page->free = block;
        }
        page->touched += more;
    }
    ++page->live;
    ++young_;
    used_ += page->block_size;
    object->gc = gc_tracked;
    return object;
}

void Heap::free_large_container(Object* object, std::size_t) noexcept {
    LargeContainer* large = large_of(object);
    used_ -= charge_of(large->size);
    young_ -= young_ > 0;
    LargeContainer* last = large_containers_.back();
    large_containers_[large->index] = last;
    last->index = large->index;
    large_containers_.pop_back();
    std::free(large);
}

} // namespace mp
