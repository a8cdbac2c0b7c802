// Moments in calendars: struct_time from and to seconds and text.
#include <cerrno>
#include <climits>
#include <cmath>
#include <cstring>
#include <string>
#include <vector>

#include "builtins/granted.h"
#include "builtins/time/time.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"
#include "objects/types/struct_sequence.h"

namespace mp::time {

const char* const day_names[7] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
const char* const month_names[12] = {"January", "February", "March",     "April",   "May",      "June",
                                     "July",    "August",   "September", "October", "November", "December"};

Owned make_struct_time(Runtime& rt, const platform::CalendarTime& time) {
    const std::tm& tm = time.fields;
    Owned zone = time.zone ? Owned(make_str(rt, time.zone)) : Owned::adopt(Value::none());
    Owned offset = time.zone ? make_int(rt, time.offset) : Owned::adopt(Value::none());
    auto number = [](int i) { return Value::from_int(i); };
    const Value fields[] = {
        Value::from_int(static_cast<std::int64_t>(tm.tm_year) + 1900),
        number(tm.tm_mon + 1),
        number(tm.tm_mday),
        number(tm.tm_hour),
        number(tm.tm_min),
        number(tm.tm_sec),
        number((tm.tm_wday + 6) % 7),
        number(tm.tm_yday + 1),
        number(tm.tm_isdst),
        zone,
        offset,
    };
    return make_struct_sequence(rt, TypeId::struct_time, fields, 9);
}

Result<std::int64_t> seconds_argument(Runtime& rt, Value value) {
    auto out_of_range = [&] { return raise(rt, TypeId::OverflowError, "timestamp out of range for platform time_t"); };
    if (is_any_float(value)) {
        const double seconds = std::floor(float_value(value));
        if (std::isnan(seconds)) return raise(rt, TypeId::ValueError, "Invalid value NaN (not a number)");
        if (!(seconds >= -0x1p63 && seconds < 0x1p63)) return out_of_range();
        return static_cast<std::int64_t>(seconds);
    }
    Owned whole = TRY(index(rt, value));
    std::int64_t seconds = 0;
    if (!int_to_int64(whole, seconds)) return out_of_range();
    return seconds;
}

namespace {

Result<platform::CalendarTime> split(Runtime& rt, Args args, bool local) {
    std::int64_t seconds = 0;
    if (args.has(0) && !args[0].is_none()) {
        seconds = TRY(seconds_argument(rt, args[0]));
    } else {
        TRY(check_clock(rt));
        seconds = platform::clock_now(platform::Clock::Real) / 1'000'000'000;
    }
    local = local && host_of(rt).clock; // the zone is the clock's
    platform::CalendarTime result;
    if (!platform::split_time(seconds, local, result)) return raise_os_error(rt, errno);
    return result;
}

// A calendar time of a struct_time or tuple of nine ints. `zone` keeps the text that CalendarTime::zone points to.
Result<platform::CalendarTime> calendar_argument(Runtime& rt, Value value, const char* function, std::string& zone) {
    if (!is_tuple_or_subclass(rt, value)) return raise(rt, TypeId::TypeError, "Tuple or struct_time argument required");
    auto& tuple = *static_cast<TupleObject*>(value.object());
    if (tuple.size != 9) return raise(rt, TypeId::TypeError, "%s(): illegal time tuple argument", function);
    int numbers[9];
    for (int i = 0; i < 9; ++i) {
        const std::int64_t number = TRY(index_int64(rt, tuple[i]));
        if (number > INT_MAX) return raise(rt, TypeId::OverflowError, "signed integer is greater than maximum");
        if (number < INT_MIN) return raise(rt, TypeId::OverflowError, "signed integer is less than minimum");
        numbers[i] = static_cast<int>(number);
    }
    if (numbers[0] < INT_MIN + 1900) return raise(rt, TypeId::OverflowError, "year out of range");
    platform::CalendarTime result;
    std::tm& tm = result.fields;
    tm.tm_year = numbers[0] - 1900;
    tm.tm_mon = numbers[1] - 1;
    tm.tm_mday = numbers[2];
    tm.tm_hour = numbers[3];
    tm.tm_min = numbers[4];
    tm.tm_sec = numbers[5];
    tm.tm_wday = static_cast<int>((static_cast<std::int64_t>(numbers[6]) + 1) % 7);
    tm.tm_yday = static_cast<int>(static_cast<std::int64_t>(numbers[7]) - 1);
    tm.tm_isdst = numbers[8];
    if (&rt.type_of(value) == &rt.type(TypeId::struct_time)) {
        const Value name = tuple.items()[9], offset = tuple.items()[10]; // the hidden fields
        if (is_str(name)) {
            zone = to_utf8(*static_cast<StrObject*>(name.object()));
            result.zone = zone.c_str();
        }
        std::int64_t seconds = 0;
        if (is_any_int(offset) && int_to_int64(offset, seconds)) result.offset = static_cast<long>(seconds);
    }
    return result;
}

// The checks that make strftime and asctime safe: C's library indexes tables by these fields.
Result<void> check_fields(Runtime& rt, std::tm& tm) {
    auto out_of_range = [&](const char* what) { return raise(rt, TypeId::ValueError, "%s out of range", what); };
    if (tm.tm_mon == -1)
        tm.tm_mon = 0;
    else if (tm.tm_mon < 0 || tm.tm_mon > 11)
        return out_of_range("month");
    if (tm.tm_mday == 0)
        tm.tm_mday = 1;
    else if (tm.tm_mday < 0 || tm.tm_mday > 31)
        return out_of_range("day of month");
    if (tm.tm_hour < 0 || tm.tm_hour > 23) return out_of_range("hour");
    if (tm.tm_min < 0 || tm.tm_min > 59) return out_of_range("minute");
    if (tm.tm_sec < 0 || tm.tm_sec > 61) return out_of_range("seconds");
    if (tm.tm_wday < 0) return out_of_range("day of week");
    if (tm.tm_yday == -1)
        tm.tm_yday = 0;
    else if (tm.tm_yday < 0 || tm.tm_yday > 365)
        return out_of_range("day of year");
    return ok;
}

Owned ascii_time(Runtime& rt, const std::tm& tm) {
    char text[64];
    std::snprintf(text, sizeof text, "%.3s %.3s%3d %.2d:%.2d:%.2d %lld", day_names[(tm.tm_wday + 6) % 7],
                  month_names[tm.tm_mon], tm.tm_mday, tm.tm_hour, tm.tm_min, tm.tm_sec, 1900LL + tm.tm_year);
    return make_str(rt, text);
}

} // namespace

Result<Owned> gmtime(Runtime& rt, Args args) { return make_struct_time(rt, TRY(split(rt, args, false))); }
Result<Owned> localtime(Runtime& rt, Args args) { return make_struct_time(rt, TRY(split(rt, args, true))); }

Result<Owned> mktime(Runtime& rt, Args args) {
    std::string zone;
    platform::CalendarTime time = TRY(calendar_argument(rt, args[0], "mktime", zone));
    std::int64_t seconds = 0;
    if (!platform::join_time(time.fields, seconds))
        return raise(rt, TypeId::OverflowError, "mktime argument out of range");
    return make_float(rt, static_cast<double>(seconds));
}

Result<Owned> asctime(Runtime& rt, Args args) {
    if (!args.has(0)) return ascii_time(rt, TRY(split(rt, args, true)).fields);
    std::string zone;
    platform::CalendarTime time = TRY(calendar_argument(rt, args[0], "asctime", zone));
    TRY(check_fields(rt, time.fields));
    return ascii_time(rt, time.fields);
}

Result<Owned> ctime(Runtime& rt, Args args) { return ascii_time(rt, TRY(split(rt, args, true)).fields); }

Result<Owned> strftime(Runtime& rt, Args args) {
    if (!is_str_or_subclass(rt, args[0]))
        return raise(rt, TypeId::TypeError, "strftime() argument 1 must be str, not %.50s", type_name(rt, args[0]));
    std::string zone;
    platform::CalendarTime time;
    if (args.has(1)) {
        time = TRY(calendar_argument(rt, args[1], "strftime", zone));
        TRY(check_fields(rt, time.fields));
    } else {
        time = TRY(split(rt, Args{args.values, 0}, true));
    }
    if (time.fields.tm_isdst < -1) time.fields.tm_isdst = -1;
    if (time.fields.tm_isdst > 1) time.fields.tm_isdst = 1;
    const std::string format = to_utf8(*static_cast<StrObject*>(args[0].object()));
    if (format.find('\0') != std::string::npos) return raise(rt, TypeId::ValueError, "embedded null character");
    if (format.empty()) return Owned(make_str(rt, ""));
    TRY(rt.pay(format.size()));
    // A directive gives at most some dozens of characters; "%999999d" pads as the C library likes: it is refused beyond 256 times the format.
    const std::size_t most = 1024 + 256 * format.size();
    std::vector<char> buffer(std::min<std::size_t>(most, 1024 + 16 * format.size()));
    for (;;) {
        const std::size_t length = platform::format_time(buffer.data(), buffer.size(), format.c_str(), time);
        if (length != 0 || buffer.size() >= most) return Owned(make_str(rt, {buffer.data(), length}));
        buffer.resize(std::min(most, buffer.size() * 4));
    }
}

} // namespace mp::time
