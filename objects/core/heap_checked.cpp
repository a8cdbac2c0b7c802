// The heap of builds with AddressSanitizer: one malloc for each block, with the block's size before it.
#include <cstdio>
#include <cstdlib>
#include <new>

#include "objects/core/heap.h"

// Part of the sanitizers' runtime library; absent from other builds.
extern "C" [[gnu::weak]] int __lsan_do_recoverable_leak_check();

namespace mp {

void Heap::check_size(const void* memory, std::size_t made, std::size_t freed) noexcept {
    if (made == freed) return;
    std::fprintf(stderr, "heap: the block %p of %zu bytes is freed as one of %zu\n", memory, made, freed);
    std::abort();
}

namespace {

// AddressSanitizer complains about more than it can serve: such sizes never reach it.
constexpr std::size_t largest_block = std::size_t{1} << (sizeof(void*) == 8 ? 38 : 30);

} // namespace

void Heap::check_servable(std::size_t size) {
    if (size > largest_block) throw std::bad_alloc();
}

void* Heap::allocate_checked(std::size_t size) {
    check_servable(size);
    // Doubling by hand: reserve(n + 1) would copy the table each time.
    if (checked_blocks_.size() == checked_blocks_.capacity()) checked_blocks_.reserve(2 * checked_blocks_.size() + 64);
    auto* block = static_cast<CheckedBlock*>(std::malloc(sizeof(CheckedBlock) + size));
    if (!block) throw std::bad_alloc();
    block->size = size;
    block->index = checked_blocks_.size();
    checked_blocks_.push_back(block);
    used_ += charge_of(size);
    return block + 1;
}

void Heap::free_checked(void* memory, std::size_t size) noexcept {
    CheckedBlock* block = static_cast<CheckedBlock*>(memory) - 1;
    check_size(memory, block->size, size);
    used_ -= charge_of(size);
    CheckedBlock* last = checked_blocks_.back();
    checked_blocks_[block->index] = last;
    last->index = block->index;
    checked_blocks_.pop_back();
    std::free(block);
}

void* Heap::reallocate_checked(void* memory, std::size_t old_size, std::size_t new_size) {
    CheckedBlock* block = static_cast<CheckedBlock*>(memory) - 1;
    check_size(memory, block->size, old_size);
    if (new_size == old_size) return memory;
    if (new_size > old_size) check_budget(new_size - old_size);
    check_servable(new_size);
    auto* moved = static_cast<CheckedBlock*>(std::realloc(block, sizeof(CheckedBlock) + new_size));
    if (!moved) throw std::bad_alloc();
    moved->size = new_size;
    checked_blocks_[moved->index] = moved;
    used_ += charge_of(new_size);
    used_ -= charge_of(old_size);
    return moved + 1;
}

// The tables of all blocks would keep every block reachable: their pointers are disguised meanwhile.
void Heap::check_leaks() noexcept {
    if constexpr (!checked_heap) return;
    if (!__lsan_do_recoverable_leak_check) return;
    const auto disguise = [this] {
        for (CheckedBlock*& block : checked_blocks_)
            block = reinterpret_cast<CheckedBlock*>(~reinterpret_cast<std::uintptr_t>(block));
        for (LargeContainer*& large : large_containers_)
            large = reinterpret_cast<LargeContainer*>(~reinterpret_cast<std::uintptr_t>(large));
    };
    disguise();
    const bool leaks = __lsan_do_recoverable_leak_check() != 0;
    disguise();
    if (leaks) std::abort();
}

} // namespace mp
