#include "interp/support/platform/clock.h"

#include <cerrno>

namespace mp::platform {

namespace {

clockid_t id_of(Clock clock) noexcept {
    switch (clock) {
    case Clock::Real: return CLOCK_REALTIME;
    case Clock::Monotonic: return CLOCK_MONOTONIC;
    case Clock::ProcessTime: return CLOCK_PROCESS_CPUTIME_ID;
    case Clock::ThreadTime: return CLOCK_THREAD_CPUTIME_ID;
    }
    return CLOCK_REALTIME;
}

std::int64_t nanoseconds(const timespec& time) noexcept {
    return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

} // namespace

std::int64_t clock_now(Clock clock) noexcept {
    timespec time{};
    clock_gettime(id_of(clock), &time);
    return nanoseconds(time);
}

std::int64_t clock_resolution(Clock clock) noexcept {
    timespec time{};
    clock_getres(id_of(clock), &time);
    return nanoseconds(time);
}

const char* clock_implementation(Clock clock) noexcept {
    switch (clock) {
    case Clock::Real: return "clock_gettime(CLOCK_REALTIME)";
    case Clock::Monotonic: return "clock_gettime(CLOCK_MONOTONIC)";
    case Clock::ProcessTime: return "clock_gettime(CLOCK_PROCESS_CPUTIME_ID)";
    case Clock::ThreadTime: return "clock_gettime(CLOCK_THREAD_CPUTIME_ID)";
    }
    return "";
}

bool split_time(std::int64_t seconds, bool local, CalendarTime& result) noexcept {
    const auto moment = static_cast<time_t>(seconds);
    errno = 0;
    if (!(local ? localtime_r(&moment, &result.fields) : gmtime_r(&moment, &result.fields))) {
        if (errno == 0) errno = EINVAL;
        return false;
    }
    result.zone = result.fields.tm_zone;
    result.offset = result.fields.tm_gmtoff;
    return true;
}

bool join_time(std::tm& fields, std::int64_t& seconds) noexcept {
    fields.tm_wday = -1; // stays so when mktime fails: -1 seconds is a moment too
    const time_t moment = mktime(&fields);
    if (moment == static_cast<time_t>(-1) && fields.tm_wday == -1) return false;
    seconds = moment;
    return true;
}

std::size_t format_time(char* buffer, std::size_t size, const char* format, const CalendarTime& time) noexcept {
    std::tm fields = time.fields;
    fields.tm_zone = time.zone;
    fields.tm_gmtoff = time.offset;
    return strftime(buffer, size, format, &fields);
}

void sleep_for(std::int64_t nanoseconds) noexcept {
    timespec time{};
    time.tv_sec = static_cast<time_t>(nanoseconds / 1'000'000'000);
    time.tv_nsec = static_cast<long>(nanoseconds % 1'000'000'000);
    nanosleep(&time, nullptr);
}

} // namespace mp::platform
