#pragma once
// Address space of the operating system: reserved now, backed by memory as it is touched.
#include <cstddef>

namespace mp::platform {

// Address space that nothing may touch yet; null when the system refuses. It costs no memory, not even where the system promises no more than it has.
void* reserve_memory(std::size_t bytes) noexcept;
// Makes whole pages of it usable: zeroed, and backed as they are touched. False: the system has no more.
bool commit_memory(void* memory, std::size_t bytes) noexcept;
void release_memory(void* memory, std::size_t bytes) noexcept;
// How many bytes of C stack this thread may still use below the caller's frame; a large number when unknown.
std::size_t stack_left() noexcept;

} // namespace mp::platform
