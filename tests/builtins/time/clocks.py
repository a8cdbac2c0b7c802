# Clocks go forward, in the units that they promise.
import time
a, b = time.perf_counter(), time.perf_counter()
print(a <= b, type(a), type(time.perf_counter_ns()), time.monotonic() <= time.monotonic(), type(time.time()), type(time.time_ns()), time.time() > 1.6e9, abs(time.time() - time.time_ns() / 1e9) < 5)  # expect: True <class 'float'> <class 'int'> True <class 'float'> <class 'int'> True True
print(time.process_time() >= 0, type(time.process_time_ns()), type(time.thread_time()), time.monotonic_ns() <= time.monotonic_ns())  # expect: True <class 'int'> <class 'float'> True
start = time.monotonic()
time.sleep(0.02)
time.sleep(0)
print(0.019 < time.monotonic() - start < 5)  # expect: True
print(type(time.timezone), type(time.altzone), time.daylight in (0, 1), len(time.tzname))  # expect: <class 'int'> <class 'int'> True 2
now = time.time()
print(abs(time.mktime(time.localtime(now)) - now) <= 1, time.localtime(now).tm_zone in time.tzname, len(time.ctime(now)) >= 24, time.gmtime()[:3] >= (2023, 1, 1))  # expect: True True True True
print(time.get_clock_info('monotonic').monotonic, time.get_clock_info('time').adjustable)  # expect: True True
