// strptime, without regular expressions: each directive takes the longest text it can, as _strptime.py's alternatives do.
#include <cstring>
#include <string>

#include "builtins/time/time.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/number_text.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"

namespace mp::time {

namespace {

bool is_leap(int year) noexcept { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

// Days before the first of a month.
int days_before(int year, int month) noexcept {
    static constexpr int before[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};
    return before[month - 1] + (month > 2 && is_leap(year));
}

int days_in(int year, int month) noexcept {
    return month == 12 ? 31 : days_before(year, month + 1) - days_before(year, month);
}

// Days of a date since 0001-01-01, which was a Monday.
long ordinal(int year, int month, int day) noexcept {
    const long y = year - 1;
    return y * 365 + y / 4 - y / 100 + y / 400 + days_before(year, month) + day - 1;
}

char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
bool is_space(char c) noexcept { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

struct Parsed {
    int year = 1900, month = 1, day = 1, hour = 0, minute = 0, second = 0;
    int weekday = -1, day_of_year = -1;
    int week = -1; // %U, %W
    bool week_from_monday = false;
    int iso_year = -1, iso_week = -1;
    bool has_year = false, has_date = false;
    int half = -1; // %p: 0 AM, 1 PM
    bool twelve_hours = false;
    int dst = -1;
    long offset = 0;
    bool has_offset = false;
    std::string zone;
};

class Reader {
public:
    explicit Reader(std::string_view text) : text_(text) {}

    enum class Outcome : std::uint8_t { Fine, Mismatch, BadDirective };

    Outcome read(std::string_view format) {
        for (std::size_t i = 0; i < format.size(); ++i) {
            const char c = format[i];
            if (is_space(c)) { // any space stands for any amount of it
                if (at_ >= text_.size() || !is_space(text_[at_])) return Outcome::Mismatch;
                while (at_ < text_.size() && is_space(text_[at_])) ++at_;
                while (i + 1 < format.size() && is_space(format[i + 1])) ++i;
            } else if (c != '%') {
                if (at_ >= text_.size() || lower(text_[at_]) != lower(c)) return Outcome::Mismatch;
                ++at_;
            } else {
                if (++i == format.size()) {
                    directive = 0;
                    return Outcome::BadDirective;
                }
                const Outcome outcome = read_directive(format[i]);
                if (outcome != Outcome::Fine) return outcome;
            }
        }
        return Outcome::Fine;
    }

    std::string_view rest() const noexcept { return text_.substr(at_); }
    Parsed parsed;
    char directive = 0; // the bad one

private:
    // A number of one to `digits` digits within [low, high]; the longest that fits.
    bool number(int digits, int low, int high, int& result, bool exactly = false) {
        std::size_t length = 0;
        while (length < static_cast<std::size_t>(digits) && at_ + length < text_.size() &&
               is_digit(text_[at_ + length]))
            ++length;
        for (; length > 0; --length) {
            if (exactly && length != static_cast<std::size_t>(digits)) return false;
            int value = 0;
            for (std::size_t i = 0; i < length; ++i) value = value * 10 + (text_[at_ + i] - '0');
            if (value >= low && value <= high) {
                result = value;
                at_ += length;
                return true;
            }
        }
        return false;
    }

    // One of some names, in any case; the longest. `abbreviated`: only their first three letters.
    bool name(const char* const* names, int count, bool abbreviated, int& result) {
        std::size_t best = 0;
        for (int i = 0; i < count; ++i) {
            const std::string_view candidate = abbreviated ? std::string_view(names[i], 3) : names[i];
            if (candidate.size() <= best || !ahead(candidate)) continue;
            best = candidate.size();
            result = i;
        }
        at_ += best;
        return best > 0;
    }

    bool ahead(std::string_view word) const {
        if (text_.size() - at_ < word.size()) return false;
        for (std::size_t i = 0; i < word.size(); ++i)
            if (lower(text_[at_ + i]) != lower(word[i])) return false;
        return true;
    }

    bool read_offset() { // Z, ±HHMM, ±HH:MM, with seconds
        if (ahead("z")) {
            ++at_;
            parsed.offset = 0;
            return parsed.has_offset = true;
        }
        if (at_ >= text_.size() || (text_[at_] != '+' && text_[at_] != '-')) return false;
        const bool negative = text_[at_++] == '-';
        int hours = 0, minutes = 0, seconds = 0;
        if (!number(2, 0, 99, hours, true)) return false;
        const bool colons = at_ < text_.size() && text_[at_] == ':';
        if (colons) ++at_;
        if (!number(2, 0, 59, minutes, true)) return false;
        if (at_ + 1 < text_.size() && (colons ? text_[at_] == ':' && is_digit(text_[at_ + 1]) : is_digit(text_[at_]))) {
            if (colons) ++at_;
            if (!number(2, 0, 59, seconds, true)) return false;
        }
        parsed.offset = (negative ? -1L : 1L) * (hours * 3600L + minutes * 60L + seconds);
        return parsed.has_offset = true;
    }

    bool read_fraction() {
        std::size_t digits = 0;
        while (digits < 6 && at_ < text_.size() && is_digit(text_[at_])) ++at_, ++digits;
        return digits > 0;
    }

    bool read_zone() {
        static const char* const zones[] = {"utc", "gmt"};
        int which = 0;
        if (!name(zones, 2, true, which)) return false;
        parsed.dst = 0;
        parsed.zone = which == 0 ? "UTC" : "GMT";
        return true;
    }

    Outcome read_directive(char d) {
        Parsed& p = parsed;
        int value = 0;
        auto matched = [](bool fine) { return fine ? Outcome::Fine : Outcome::Mismatch; };
        switch (d) {
        case 'Y': p.has_year = true; return matched(number(4, 0, 9999, p.year, true));
        case 'y':
            if (!number(2, 0, 99, value, true)) return Outcome::Mismatch;
            p.year = value + (value <= 68 ? 2000 : 1900);
            p.has_year = true;
            return Outcome::Fine;
        case 'm': p.has_date = true; return matched(number(2, 1, 12, p.month));
        case 'd':
            p.has_date = true;
            if (at_ + 1 < text_.size() && text_[at_] == ' ' && is_digit(text_[at_ + 1])) ++at_; // " 5"
            return matched(number(2, 1, 31, p.day));
        case 'H': return matched(number(2, 0, 23, p.hour));
        case 'I': p.twelve_hours = true; return matched(number(2, 1, 12, p.hour));
        case 'M': return matched(number(2, 0, 59, p.minute));
        case 'S': return matched(number(2, 0, 61, p.second));
        case 'j': return matched(number(3, 1, 366, p.day_of_year));
        case 'w':
            if (!number(1, 0, 6, value)) return Outcome::Mismatch;
            p.weekday = value == 0 ? 6 : value - 1;
            return Outcome::Fine;
        case 'u':
            if (!number(1, 1, 7, value)) return Outcome::Mismatch;
            p.weekday = value - 1;
            return Outcome::Fine;
        case 'U':
        case 'W': p.week_from_monday = d == 'W'; return matched(number(2, 0, 53, p.week));
        case 'G': return matched(number(4, 0, 9999, p.iso_year, true));
        case 'V': return matched(number(2, 1, 53, p.iso_week));
        case 'a': return matched(name(day_names, 7, true, p.weekday));
        case 'A': return matched(name(day_names, 7, false, p.weekday));
        case 'b':
        case 'B':
            p.has_date = true;
            if (!name(month_names, 12, d == 'b', value)) return Outcome::Mismatch;
            p.month = value + 1;
            return Outcome::Fine;
        case 'p': {
            static const char* const halves[] = {"am", "pm"};
            for (int i = 0; i < 2; ++i)
                if (ahead(halves[i])) {
                    at_ += 2;
                    p.half = i;
                    return Outcome::Fine;
                }
            return Outcome::Mismatch;
        }
        case 'f': return matched(read_fraction());
        case 'z': return matched(read_offset());
        case 'Z': return matched(read_zone());
        case 'c': return read("%a %b %d %H:%M:%S %Y");
        case 'x': return read("%m/%d/%y");
        case 'X': return read("%H:%M:%S");
        case '%':
            if (at_ >= text_.size() || text_[at_] != '%') return Outcome::Mismatch;
            ++at_;
            return Outcome::Fine;
        default: directive = d; return Outcome::BadDirective;
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

// Month and day from a day of the year.
void from_day_of_year(Parsed& p) {
    int left = p.day_of_year;
    p.month = 1;
    while (p.month < 12 && left > days_in(p.year, p.month)) left -= days_in(p.year, p.month++);
    p.day = left;
}

// Fills what follows from the rest: the day of the year, the date from weeks, the weekday.
void complete(Parsed& p) {
    if (p.half >= 0 || p.twelve_hours) {
        if (p.half == 1) {
            if (p.hour != 12) p.hour += 12;
        } else if (p.twelve_hours && p.hour == 12) {
            p.hour = 0;
        }
    }
    const bool leap_day = !p.has_year && p.month == 2 && p.day == 29; // a leap year stands in for the missing one
    const int year = p.year;
    if (leap_day) p.year = 1904;
    if (p.day_of_year < 0 && p.weekday >= 0 && p.week >= 0) {
        int first_weekday = static_cast<int>(ordinal(p.year, 1, 1) % 7), weekday = p.weekday;
        if (!p.week_from_monday) {
            first_weekday = (first_weekday + 1) % 7;
            weekday = (weekday + 1) % 7;
        }
        const int week_0_length = (7 - first_weekday) % 7;
        p.day_of_year = p.week == 0 ? 1 + weekday - first_weekday : 1 + week_0_length + 7 * (p.week - 1) + weekday;
        if (p.day_of_year <= 0) {
            p.year -= 1;
            p.day_of_year += is_leap(p.year) ? 366 : 365;
        }
        from_day_of_year(p);
    } else if (p.iso_year >= 0 && p.iso_week >= 0 && p.weekday >= 0) {
        const long fourth = ordinal(p.iso_year, 1, 4); // always in week 1
        const long day = fourth - fourth % 7 + (p.iso_week - 1) * 7L + p.weekday;
        p.year = p.iso_year;
        if (day < ordinal(p.year, 1, 1))
            --p.year;
        else if (day >= ordinal(p.year, 1, 1) + (is_leap(p.year) ? 366 : 365))
            ++p.year;
        p.day_of_year = static_cast<int>(day - ordinal(p.year, 1, 1)) + 1;
        from_day_of_year(p);
    } else if (p.day_of_year < 0) {
        p.day_of_year = days_before(p.year, p.month) + p.day;
    } else {
        from_day_of_year(p);
    }
    if (p.weekday < 0) p.weekday = static_cast<int>(ordinal(p.year, p.month, p.day) % 7);
    if (leap_day) p.year = year;
}

} // namespace

Result<Owned> strptime(Runtime& rt, Args args) {
    for (std::uint32_t i = 0; i < args.count; ++i)
        if (!is_str_or_subclass(rt, args[i]))
            return raise(rt, TypeId::TypeError, "strptime() argument %u must be str, not %s", i,
                         ("<class '" + std::string(type_name(rt, args[i])) + "'>").c_str());
    const std::string text = numeric_text(*static_cast<StrObject*>(args[0].object()));
    const std::string format =
        args.has(1) ? to_utf8(*static_cast<StrObject*>(args[1].object())) : "%a %b %d %H:%M:%S %Y";
    TRY(rt.pay(text.size() + format.size()));
    Reader reader(text);
    std::string shown_format;
    Owned format_object = args.has(1) ? Owned::share(args[1]) : Owned(make_str(rt, format));
    switch (reader.read(format)) {
    case Reader::Outcome::Fine: break;
    case Reader::Outcome::BadDirective:
        if (reader.directive == 0) return raise(rt, TypeId::ValueError, "stray %%%% in format '%s'", format.c_str());
        TRY(quote_for_error(rt, format_object, shown_format));
        return raise(rt, TypeId::ValueError, "'%c' is a bad directive in format %s", reader.directive,
                     shown_format.c_str());
    case Reader::Outcome::Mismatch: {
        std::string shown_text;
        TRY(quote_for_error(rt, args[0], shown_text));
        TRY(quote_for_error(rt, format_object, shown_format));
        return raise(rt, TypeId::ValueError, "time data %s does not match format %s", shown_text.c_str(),
                     shown_format.c_str());
    }
    }
    if (!reader.rest().empty())
        return raise(rt, TypeId::ValueError, "unconverted data remains: %s", std::string(reader.rest()).c_str());
    Parsed& p = reader.parsed;
    if (p.year == 0) return raise(rt, TypeId::ValueError, "year 0 is out of range");
    if (p.day > days_in(p.has_year ? p.year : 1904, p.month))
        return raise(rt, TypeId::ValueError, "day is out of range for month");
    complete(p);
    platform::CalendarTime time;
    time.fields.tm_year = p.year - 1900;
    time.fields.tm_mon = p.month - 1;
    time.fields.tm_mday = p.day;
    time.fields.tm_hour = p.hour;
    time.fields.tm_min = p.minute;
    time.fields.tm_sec = p.second;
    time.fields.tm_wday = (p.weekday + 1) % 7;
    time.fields.tm_yday = p.day_of_year - 1;
    time.fields.tm_isdst = p.dst;
    time.offset = p.offset;
    if (!p.zone.empty()) time.zone = p.zone.c_str();
    return make_struct_time(rt, time);
}

} // namespace mp::time
