#pragma once
// Clocks, calendar time and sleeping.
#include <cstdint>
#include <ctime>

namespace mp::platform {

enum class Clock : std::uint8_t { Real, Monotonic, ProcessTime, ThreadTime };

// Nanoseconds since the clock's own zero (Real: the Unix epoch).
std::int64_t clock_now(Clock clock) noexcept;
// The clock's resolution in nanoseconds.
std::int64_t clock_resolution(Clock clock) noexcept;
// The name of what the clock is made of: "clock_gettime(CLOCK_MONOTONIC)".
const char* clock_implementation(Clock clock) noexcept;

// A moment in a calendar. zone points to static storage.
struct CalendarTime {
    std::tm fields{};
    const char* zone = nullptr;
    long offset = 0; // seconds east of UTC
};
// UTC or local time of a moment in seconds since the Unix epoch; false: not representable (errno says why).
bool split_time(std::int64_t seconds, bool local, CalendarTime& result) noexcept;
// The moment of a local calendar time; normalises `fields`. False: not representable.
bool join_time(std::tm& fields, std::int64_t& seconds) noexcept;
// strftime with zone and offset; gives the length, 0 when the buffer is too small (or the text is empty). Gives no more than `size` - 1 characters.
std::size_t format_time(char* buffer, std::size_t size, const char* format, const CalendarTime& time) noexcept;

// Sleeps until `nanoseconds` have passed or a signal has come.
void sleep_for(std::int64_t nanoseconds) noexcept;

} // namespace mp::platform
