// time: clocks, sleeping, and the module's table.
#include <cmath>

#include "builtins/granted.h"
#include "builtins/modules.h"
#include "builtins/time/time.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/module.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp::time {

Result<void> check_clock(Runtime& rt) {
    if (!host_of(rt).clock) return raise_not_granted(rt, "clock");
    return ok;
}

namespace {

using platform::Clock;

template <Clock Which>
Result<Owned> seconds_of(Runtime& rt, Args) {
    TRY(check_clock(rt));
    return make_float(rt, static_cast<double>(platform::clock_now(Which)) * 1e-9);
}
template <Clock Which>
Result<Owned> nanoseconds_of(Runtime& rt, Args) {
    TRY(check_clock(rt));
    return make_int(rt, platform::clock_now(Which));
}

Result<Owned> sleep(Runtime& rt, Args args) {
    constexpr double most = 9.2e9; // seconds whose nanoseconds fit 64 bits
    std::int64_t left = 0;
    if (is_any_float(args[0])) {
        const double seconds = float_value(args[0]);
        if (std::isnan(seconds)) return raise(rt, TypeId::ValueError, "Invalid value NaN (not a number)");
        if (std::fabs(seconds) > most)
            return raise(rt, TypeId::OverflowError, "timestamp out of range for platform time_t");
        left = static_cast<std::int64_t>(std::ceil(seconds * 1e9));
    } else {
        const std::int64_t seconds = TRY(seconds_argument(rt, args[0]));
        if (seconds > static_cast<std::int64_t>(most))
            return raise(rt, TypeId::OverflowError, "timestamp out of range for platform time_t");
        left = seconds < 0 ? -1 : seconds * 1'000'000'000;
    }
    if (left < 0) return raise(rt, TypeId::ValueError, "sleep length must be non-negative");
    TRY(check_clock(rt));
    TRY(vm_of(rt).wait_until(platform::clock_now(Clock::Monotonic) + left));
    return Owned::adopt(Value::none());
}

struct NamedClock {
    const char* name;
    Clock clock;
    bool monotonic, adjustable;
};
constexpr NamedClock named_clocks[] = {
    {"time", Clock::Real, false, true},
    {"monotonic", Clock::Monotonic, true, false},
    {"perf_counter", Clock::Monotonic, true, false},
    {"process_time", Clock::ProcessTime, true, false},
    {"thread_time", Clock::ThreadTime, true, false},
};

Result<Owned> get_clock_info(Runtime& rt, Args args) {
    if (!is_str_or_subclass(rt, args[0]))
        return raise(rt, TypeId::TypeError, "get_clock_info() argument 1 must be str, not %.50s",
                     type_name(rt, args[0]));
    const auto& name = *static_cast<StrObject*>(args[0].object());
    for (const NamedClock& clock : named_clocks) {
        if (!str_equals(name, clock.name)) continue;
        Ref<Object> info = make_simple_namespace(rt);
        auto set = [&](const char* attribute, Owned value) {
            return set_attribute(rt, info, *rt.intern(attribute), value);
        };
        TRY(set("implementation", make_str(rt, platform::clock_implementation(clock.clock))));
        TRY(set("monotonic", Owned::adopt(Value::boolean(clock.monotonic))));
        TRY(set("adjustable", Owned::adopt(Value::boolean(clock.adjustable))));
        TRY(set("resolution", make_float(rt, static_cast<double>(platform::clock_resolution(clock.clock)) * 1e-9)));
        return Owned(std::move(info));
    }
    return raise(rt, TypeId::ValueError, "unknown clock");
}

Result<void> fill(Runtime& rt, ModuleObject& module) {
    module_add(rt, module, "struct_time", Owned::share(&rt.type(TypeId::struct_time)));
    // The zone's offsets now, in winter and in summer. The zone is the clock's; without one it is UTC.
    constexpr std::int64_t year = (365 * 24 + 6) * 3600;
    const bool local = host_of(rt).clock;
    const std::int64_t start = local ? platform::clock_now(Clock::Real) / 1'000'000'000 / year * year : 0;
    platform::CalendarTime january, july;
    platform::split_time(start, local, january);
    platform::split_time(start + year / 2, local, july);
    const bool south = january.offset > july.offset; // summer is in January
    const platform::CalendarTime &standard = south ? july : january, &summer = south ? january : july;
    module_add(rt, module, "timezone", make_int(rt, -standard.offset));
    module_add(rt, module, "altzone", make_int(rt, -summer.offset));
    module_add(rt, module, "daylight", make_int(rt, january.offset != july.offset));
    Ref<StrObject> first = make_str(rt, standard.zone ? standard.zone : "UTC"),
                   second = make_str(rt, summer.zone ? summer.zone : "UTC");
    module_add(rt, module, "tzname", tuple_of(rt, first, second));
    return ok;
}

const NativeDef functions[] = {
    {"time", native<seconds_of<Clock::Real>>, 0, 0, nullptr,
     "time() -> floating-point number\n\nReturn the current time in seconds since the Epoch."},
    {"time_ns", native<nanoseconds_of<Clock::Real>>, 0, 0, nullptr,
     "time_ns() -> int\n\nReturn the current time in nanoseconds since the Epoch."},
    {"monotonic", native<seconds_of<Clock::Monotonic>>, 0, 0, nullptr,
     "monotonic() -> float\n\nMonotonic clock, cannot go backward."},
    {"monotonic_ns", native<nanoseconds_of<Clock::Monotonic>>, 0, 0, nullptr,
     "monotonic_ns() -> int\n\nMonotonic clock, cannot go backward, as nanoseconds."},
    {"perf_counter", native<seconds_of<Clock::Monotonic>>, 0, 0, nullptr,
     "perf_counter() -> float\n\nPerformance counter for benchmarking."},
    {"perf_counter_ns", native<nanoseconds_of<Clock::Monotonic>>, 0, 0, nullptr,
     "perf_counter_ns() -> int\n\nPerformance counter for benchmarking as nanoseconds."},
    {"process_time", native<seconds_of<Clock::ProcessTime>>, 0, 0, nullptr,
     "process_time() -> float\n\nProcess time for profiling: sum of the kernel and user-space CPU time."},
    {"process_time_ns", native<nanoseconds_of<Clock::ProcessTime>>, 0, 0, nullptr,
     "process_time_ns() -> int\n\nProcess time for profiling as nanoseconds."},
    {"thread_time", native<seconds_of<Clock::ThreadTime>>, 0, 0, nullptr,
     "thread_time() -> float\n\nThread time for profiling: sum of the kernel and user-space CPU time."},
    {"thread_time_ns", native<nanoseconds_of<Clock::ThreadTime>>, 0, 0, nullptr,
     "thread_time_ns() -> int\n\nThread time for profiling as nanoseconds."},
    {"sleep", native<sleep>, 1, 1, nullptr,
     "sleep(seconds)\n\nDelay execution for a given number of seconds.  The argument may be\na floating-point number "
     "for subsecond precision."},
    {"gmtime", native<gmtime>, 0, 1, nullptr,
     "gmtime([seconds]) -> (tm_year, tm_mon, tm_mday, tm_hour, tm_min,\n                       tm_sec, tm_wday, "
     "tm_yday, tm_isdst)\n\nConvert seconds since the Epoch to a time tuple expressing UTC (a.k.a.\nGMT).  When "
     "'seconds' is not passed in, convert the current time instead."},
    {"localtime", native<localtime>, 0, 1, nullptr,
     "localtime([seconds]) -> (tm_year,tm_mon,tm_mday,tm_hour,tm_min,\n                          "
     "tm_sec,tm_wday,tm_yday,tm_isdst)\n\nConvert seconds since the Epoch to a time tuple expressing local time.\nWhen "
     "'seconds' is not passed in, convert the current time instead."},
    {"asctime", native<asctime>, 0, 1, nullptr,
     "asctime([tuple]) -> string\n\nConvert a time tuple to a string, e.g. 'Sat Jun 06 16:26:11 1998'.\nWhen the time "
     "tuple is not present, current time as returned by localtime()\nis used."},
    {"ctime", native<ctime>, 0, 1, nullptr,
     "ctime(seconds) -> string\n\nConvert a time in seconds since the Epoch to a string in local time."},
    {"mktime", native<mktime>, 1, 1, nullptr,
     "mktime(tuple) -> floating-point number\n\nConvert a time tuple in local time to seconds since the Epoch."},
    {"strftime", native<strftime>, 1, 2, nullptr,
     "strftime(format[, tuple]) -> string\n\nConvert a time tuple to a string according to a format specification."},
    {"strptime", native<strptime>, 1, 2, nullptr,
     "strptime(string, format) -> struct_time\n\nParse a string to a time tuple according to a format specification."},
    {"get_clock_info", native<get_clock_info>, 1, 1, nullptr,
     "get_clock_info(name: str) -> dict\n\nGet information of the specified clock."},
    {},
};

} // namespace
} // namespace mp::time

namespace mp {

extern const ModuleDef time_module_def;
const ModuleDef time_module_def = {
    .name = "time",
    .doc = "This module provides various functions to manipulate time values.",
    .functions = time::functions,
    .fill = time::fill,
};

} // namespace mp
