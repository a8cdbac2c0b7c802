# struct_time and its conversions. Everything here is in UTC.
import time
from time import *
def attempt(f):
    try:
        return f()
    except Exception as error:
        return f'{type(error).__name__}: {error}'

g = gmtime(0)
print(g)  # expect: time.struct_time(tm_year=1970, tm_mon=1, tm_mday=1, tm_hour=0, tm_min=0, tm_sec=0, tm_wday=3, tm_yday=1, tm_isdst=0)
print(g.tm_year, g.tm_yday, g[0], g[-1], len(g), g.tm_zone, g.tm_gmtoff, g == tuple(g), hash(g) == hash(tuple(g)), type(g[:2]), g + (1,), list(g)[:3], isinstance(g, tuple))  # expect: 1970 1 1970 0 9 GMT 0 True True <class 'tuple'> (1970, 1, 1, 0, 0, 0, 3, 1, 0, 1) [1970, 1, 1] True
print(gmtime(1e9), gmtime(-1), gmtime(1.9) == gmtime(1), gmtime(-0.5) == gmtime(-1), gmtime(951782400).tm_yday, gmtime(2**40).tm_year)  # expect: time.struct_time(tm_year=2001, tm_mon=9, tm_mday=9, tm_hour=1, tm_min=46, tm_sec=40, tm_wday=6, tm_yday=252, tm_isdst=0) time.struct_time(tm_year=1969, tm_mon=12, tm_mday=31, tm_hour=23, tm_min=59, tm_sec=59, tm_wday=2, tm_yday=365, tm_isdst=0) True True 60 36812
print(struct_time(range(9)), struct_time(range(11)).tm_zone, struct_time(range(9)).tm_zone, struct_time((1,) * 9, {'tm_zone': 'a'}).tm_zone, struct_time.n_fields, struct_time.n_sequence_fields, struct_time.n_unnamed_fields, struct_time.__match_args__)  # expect: time.struct_time(tm_year=0, tm_mon=1, tm_mday=2, tm_hour=3, tm_min=4, tm_sec=5, tm_wday=6, tm_yday=7, tm_isdst=8) 9 None a 11 9 0 ('tm_year', 'tm_mon', 'tm_mday', 'tm_hour', 'tm_min', 'tm_sec', 'tm_wday', 'tm_yday', 'tm_isdst')
print(asctime(g), asctime(gmtime(1e9)), strftime('%Y-%m-%d %H:%M:%S %j %a %A %b %B %% %p %y %U %w %x %X %c', g), strftime('', g), strftime('%H:%M', gmtime(86399)))  # expect: Thu Jan  1 00:00:00 1970 Sun Sep  9 01:46:40 2001 1970-01-01 00:00:00 001 Thu Thursday Jan January % AM 70 00 4 01/01/70 00:00:00 Thu Jan  1 00:00:00 1970  23:59
match g:
    case struct_time(tm_year=year, tm_mon=month):
        print(year, month)  # expect: 1970 1
for f in (lambda: struct_time([1, 2]), lambda: struct_time(range(12)), lambda: struct_time(5), lambda: struct_time(range(9), 5), lambda: strftime('%Y', (1, 2)), lambda: strftime('%Y', (2000, 13, 1, 0, 0, 0, 0, 0, 0)), lambda: strftime('%H', (2000, 1, 1, 24, 0, 0, 0, 1, 0)), lambda: strftime('%Y', 'a'), lambda: strftime(5), lambda: strftime('a\0b', g), lambda: asctime((1, 2)), lambda: ctime('a'), lambda: gmtime(1e20), lambda: gmtime('a'), lambda: gmtime(10**30), lambda: gmtime(float('nan')), lambda: mktime('a'), lambda: mktime((1, 2)), lambda: sleep(-1), lambda: sleep('a'), lambda: sleep(float('nan')), lambda: get_clock_info('x')):
    print(attempt(f))
# expect: TypeError: time.struct_time() takes an at least 9-sequence (2-sequence given)
# expect: TypeError: time.struct_time() takes an at most 11-sequence (12-sequence given)
# expect: TypeError: constructor requires a sequence
# expect: TypeError: time.struct_time() takes a dict as second arg, if any
# expect: TypeError: strftime(): illegal time tuple argument
# expect: ValueError: month out of range
# expect: ValueError: hour out of range
# expect: TypeError: Tuple or struct_time argument required
# expect: TypeError: strftime() argument 1 must be str, not int
# expect: ValueError: embedded null character
# expect: TypeError: asctime(): illegal time tuple argument
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: OverflowError: timestamp out of range for platform time_t
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: OverflowError: timestamp out of range for platform time_t
# expect: ValueError: Invalid value NaN (not a number)
# expect: TypeError: Tuple or struct_time argument required
# expect: TypeError: mktime(): illegal time tuple argument
# expect: ValueError: sleep length must be non-negative
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: ValueError: Invalid value NaN (not a number)
# expect: ValueError: unknown clock
for text, format in (('2020-01-02', '%Y-%m-%d'), ('Jan 5 2021 3:04 PM', '%b %d %Y %I:%M %p'), ('31/12/99 23:59:59', '%d/%m/%y %H:%M:%S'), ('366 2020', '%j %Y'), ('Tuesday 3 March 2015', '%A %d %B %Y'), ('2021 05 1', '%Y %W %w'), ('2020-W53-5', '%G-W%V-%u'), ('12 AM', '%I %p'), ('Sat Jun  6 16:26:11 1998', '%a %b %d %H:%M:%S %Y'), ('5% 6 2000', '%d%% %m %Y')):
    print(strptime(text, format))
# expect: time.struct_time(tm_year=2020, tm_mon=1, tm_mday=2, tm_hour=0, tm_min=0, tm_sec=0, tm_wday=3, tm_yday=2, tm_isdst=-1)
# expect: time.struct_time(tm_year=2021, tm_mon=1, tm_mday=5, tm_hour=15, tm_min=4, tm_sec=0, tm_wday=1, tm_yday=5, tm_isdst=-1)
# expect: time.struct_time(tm_year=1999, tm_mon=12, tm_mday=31, tm_hour=23, tm_min=59, tm_sec=59, tm_wday=4, tm_yday=365, tm_isdst=-1)
# expect: time.struct_time(tm_year=2020, tm_mon=12, tm_mday=31, tm_hour=0, tm_min=0, tm_sec=0, tm_wday=3, tm_yday=366, tm_isdst=-1)
# expect: time.struct_time(tm_year=2015, tm_mon=3, tm_mday=3, tm_hour=0, tm_min=0, tm_sec=0, tm_wday=1, tm_yday=62, tm_isdst=-1)
# expect: time.struct_time(tm_year=2021, tm_mon=2, tm_mday=1, tm_hour=0, tm_min=0, tm_sec=0, tm_wday=0, tm_yday=32, tm_isdst=-1)
# expect: time.struct_time(tm_year=2021, tm_mon=1, tm_mday=1, tm_hour=0, tm_min=0, tm_sec=0, tm_wday=4, tm_yday=1, tm_isdst=-1)
# expect: time.struct_time(tm_year=1900, tm_mon=1, tm_mday=1, tm_hour=0, tm_min=0, tm_sec=0, tm_wday=0, tm_yday=1, tm_isdst=-1)
# expect: time.struct_time(tm_year=1998, tm_mon=6, tm_mday=6, tm_hour=16, tm_min=26, tm_sec=11, tm_wday=5, tm_yday=157, tm_isdst=-1)
# expect: time.struct_time(tm_year=2000, tm_mon=6, tm_mday=5, tm_hour=0, tm_min=0, tm_sec=0, tm_wday=0, tm_yday=157, tm_isdst=-1)
for text, format in (('x', '%Y'), ('2020 1', '%Y'), ('2020', '%Q'), ('31 Feb 2021', '%d %b %Y'), ('25', '%H')):
    print(attempt(lambda: strptime(text, format)))
# expect: ValueError: time data 'x' does not match format '%Y'
# expect: ValueError: unconverted data remains:  1
# expect: ValueError: 'Q' is a bad directive in format '%Q'
# expect: ValueError: day is out of range for month
# expect: ValueError: unconverted data remains: 5
