// time.struct_time.
#include "objects/core/type_specs.h"
#include "objects/types/struct_sequence.h"

namespace mp {

namespace {

const GetSetDef fields[] = {
    {"tm_year", struct_field<0>, nullptr, "year, for example, 1993"},
    {"tm_mon", struct_field<1>, nullptr, "month of year, range [1, 12]"},
    {"tm_mday", struct_field<2>, nullptr, "day of month, range [1, 31]"},
    {"tm_hour", struct_field<3>, nullptr, "hours, range [0, 23]"},
    {"tm_min", struct_field<4>, nullptr, "minutes, range [0, 59]"},
    {"tm_sec", struct_field<5>, nullptr, "seconds, range [0, 61])"},
    {"tm_wday", struct_field<6>, nullptr, "day of week, range [0, 6], Monday is 0"},
    {"tm_yday", struct_field<7>, nullptr, "day of year, range [1, 366]"},
    {"tm_isdst", struct_field<8>, nullptr, "1 if summer time is in effect, 0 if not, and -1 if unknown"},
    {"tm_zone", struct_field<9>, nullptr, "abbreviation of timezone name"},
    {"tm_gmtoff", struct_field<10>, nullptr, "offset from UTC in seconds"},
    {},
};

} // namespace

const TypeSpec struct_time_spec = {
    .name = "struct_time",
    .module = "time",
    .base = TypeId::tuple,
    .layout = Layout::other,
    .size = sizeof(TupleObject),
    .flags = struct_sequence_flags,
    .slots = struct_sequence_slots<9>(),
    .methods = struct_sequence_methods,
    .getsets = fields,
    .doc = "The time value as returned by gmtime(), localtime(), and strptime(), and\n"
           " accepted by asctime(), mktime() and strftime().  May be considered as a\n"
           " sequence of 9 integers.\n\n"
           " Note that several fields' values are not the same as those defined by\n"
           " the C language standard for struct tm.  For example, the value of the\n"
           " field tm_year is the actual year, not year - 1900.  See individual\n"
           " fields' descriptions for details.",
    .fill = fill_struct_sequence<9>,
};

} // namespace mp
