#pragma once
// File descriptors that may have nothing to read yet.
#include <cstdint>

namespace mp::platform {

// Whether a read of the descriptor would return at once: with data, at its end, or with an error. Waits up to `nanoseconds` for it.
bool wait_readable(int descriptor, std::int64_t nanoseconds) noexcept;

} // namespace mp::platform
