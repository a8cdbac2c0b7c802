#pragma once
// Address space of the operating system: reserved now, backed by memory as it is touched.
#include <cstddef>

namespace mp::platform {

// Zeroed pages; null when the system refuses.
void* reserve_memory(std::size_t bytes) noexcept;
void release_memory(void* memory, std::size_t bytes) noexcept;
// How many bytes of C stack this thread may still use below the caller's frame; a large number when unknown.
std::size_t stack_left() noexcept;

} // namespace mp::platform
