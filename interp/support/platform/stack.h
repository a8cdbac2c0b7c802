#pragma once
// Where the running thread's native stack ends.
#include <cstdint>

namespace mp::platform {

struct StackRange {
    std::uintptr_t low;  // lowest address that may be used
    std::uintptr_t high; // one past the highest
};

// The calling thread's stack, at most its newest 8 MiB worth of addresses: below `low` nothing can be relied on. Costs microseconds.
StackRange current_stack() noexcept;

} // namespace mp::platform
