#pragma once
// time, by subject.
#include "interp/support/platform/clock.h"
#include "objects/core/runtime.h"

namespace mp::time {

// PermissionError where the host grants no clock. (module.cpp)
Result<void> check_clock(Runtime& rt);

// ---- calendar.cpp
Owned make_struct_time(Runtime& rt, const platform::CalendarTime& time);
Result<Owned> gmtime(Runtime& rt, Args args);
Result<Owned> localtime(Runtime& rt, Args args);
Result<Owned> mktime(Runtime& rt, Args args);
Result<Owned> asctime(Runtime& rt, Args args);
Result<Owned> ctime(Runtime& rt, Args args);
Result<Owned> strftime(Runtime& rt, Args args);
// Seconds since the epoch of an argument, rounded down; OverflowError "timestamp out of range for platform time_t".
Result<std::int64_t> seconds_argument(Runtime& rt, Value value);

// ---- strptime.cpp
Result<Owned> strptime(Runtime& rt, Args args);

// English names, as the C locale has them.
extern const char* const day_names[7]; // Monday first
extern const char* const month_names[12];

} // namespace mp::time
