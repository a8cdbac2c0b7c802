#include "interp/support/platform/file_mapping.h"

#include <csignal>
#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cstdint>
#include <mutex>

namespace mp::platform {

namespace {

// Signals belong to the process, and so does this table. The handler only reads it.
struct Range {
    std::atomic<std::uintptr_t> start{0};
    std::atomic<std::uintptr_t> end{0};
};
std::array<Range, 1024> ranges;
struct sigaction previous;
std::uintptr_t page_size;

bool is_watched(std::uintptr_t address) noexcept {
    for (const Range& range : ranges)
        if (address >= range.start.load(std::memory_order_acquire) &&
            address < range.end.load(std::memory_order_acquire))
            return true;
    return false;
}

void on_bus_error(int signal, siginfo_t* information, void* context) {
    const auto address = reinterpret_cast<std::uintptr_t>(information->si_addr);
    if (is_watched(address)) {
        void* const page = reinterpret_cast<void*>(address & ~(page_size - 1));
        if (::mmap(page, page_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) !=
            MAP_FAILED)
            return;
    }
    if (previous.sa_flags & SA_SIGINFO) return previous.sa_sigaction(signal, information, context);
    if (previous.sa_handler != SIG_DFL && previous.sa_handler != SIG_IGN) return previous.sa_handler(signal);
    ::sigaction(signal, &previous, nullptr); // the fault happens again, without this handler
}

void install() noexcept {
    page_size = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
    struct sigaction action {};
    action.sa_sigaction = on_bus_error;
    action.sa_flags = SA_SIGINFO | SA_NODEFER;
    sigemptyset(&action.sa_mask);
    ::sigaction(SIGBUS, &action, &previous);
}

} // namespace

void watch_mapping(const void* start, std::size_t size) noexcept {
    static std::once_flag installed;
    std::call_once(installed, install);
    const auto address = reinterpret_cast<std::uintptr_t>(start);
    const std::uintptr_t end = (address + size + page_size - 1) & ~(page_size - 1);
    for (Range& range : ranges) {
        std::uintptr_t free = 0;
        if (range.start.load(std::memory_order_relaxed) == 0 && range.start.compare_exchange_strong(free, address)) {
            range.end.store(end, std::memory_order_release);
            return;
        }
    }
}

void forget_mapping(const void* start) noexcept {
    const auto address = reinterpret_cast<std::uintptr_t>(start);
    for (Range& range : ranges)
        if (range.start.load(std::memory_order_relaxed) == address) {
            range.end.store(0, std::memory_order_release);
            range.start.store(0, std::memory_order_release);
            return;
        }
}

} // namespace mp::platform
