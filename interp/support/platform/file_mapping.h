#pragma once
// Mapped files can become shorter while they are mapped: the system then ends the process at the next look behind the end. Ranges that are watched here read as
// zeros there instead.
#include <cstddef>

namespace mp::platform {

// From now on the pages of the range that lose their file become anonymous memory of zeros when they are touched. The first call installs the process's handler
// for SIGBUS; faults elsewhere go to the handler that was there before.
void watch_mapping(const void* start, std::size_t size) noexcept;
// Before the range is unmapped or moved.
void forget_mapping(const void* start) noexcept;

} // namespace mp::platform
