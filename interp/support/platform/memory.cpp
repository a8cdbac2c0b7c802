#include "interp/support/platform/memory.h"

#include <pthread.h>
#include <sys/mman.h>

namespace mp::platform {

void* reserve_memory(std::size_t bytes) noexcept {
    void* memory = mmap(nullptr, bytes, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    return memory == MAP_FAILED ? nullptr : memory;
}

bool commit_memory(void* memory, std::size_t bytes) noexcept {
    return mprotect(memory, bytes, PROT_READ | PROT_WRITE) == 0;
}

void release_memory(void* memory, std::size_t bytes) noexcept { munmap(memory, bytes); }

std::size_t stack_left() noexcept {
    pthread_attr_t attributes;
    if (pthread_getattr_np(pthread_self(), &attributes) != 0) return std::size_t{1} << 20;
    void* base = nullptr;
    std::size_t size = 0;
    pthread_attr_getstack(&attributes, &base, &size);
    pthread_attr_destroy(&attributes);
    const char here = 0;
    const auto used_from = reinterpret_cast<std::size_t>(&here);
    const auto bottom = reinterpret_cast<std::size_t>(base);
    return used_from > bottom ? used_from - bottom : 0;
}

} // namespace mp::platform
