#include "interp/support/platform/stack.h"

#include <algorithm>

#include <pthread.h>
#include <sys/resource.h>

namespace mp::platform {

namespace {

constexpr std::uintptr_t largest = std::uintptr_t{8} << 20;
constexpr std::uintptr_t smallest = std::uintptr_t{64} << 10;

// What the system says of this thread. Asked once: on Linux the main thread's answer is read from a file.
struct ThreadStack {
    std::uintptr_t high = 0, size = 0;
};

ThreadStack ask_system(std::uintptr_t address) noexcept {
    std::uintptr_t high = address + 4096;
    std::uintptr_t size = std::uintptr_t{1} << 20;
#if defined(__linux__)
    pthread_attr_t attributes;
    if (pthread_getattr_np(pthread_self(), &attributes) == 0) {
        void* base = nullptr;
        std::size_t bytes = 0;
        if (pthread_attr_getstack(&attributes, &base, &bytes) == 0 && bytes != 0) {
            high = reinterpret_cast<std::uintptr_t>(base) + bytes;
            size = bytes;
        }
        pthread_attr_destroy(&attributes);
    }
#elif defined(__APPLE__)
    high = reinterpret_cast<std::uintptr_t>(pthread_get_stackaddr_np(pthread_self()));
    size = pthread_get_stacksize_np(pthread_self());
#else
    rlimit limit{};
    if (getrlimit(RLIMIT_STACK, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY) size = limit.rlim_cur;
#endif
    return {high, std::clamp(size, smallest, largest)};
}

} // namespace

StackRange current_stack() noexcept {
    char here;
    const auto address = reinterpret_cast<std::uintptr_t>(&here);
    static thread_local const ThreadStack known = ask_system(address);
    auto [high, size] = known;
    // Coroutine stacks of the host's own making lie elsewhere: then assume little.
    if (address >= high || address < high - size) {
        high = address + 4096;
        size = smallest * 4;
    }
    return {high - size, high};
}

} // namespace mp::platform
