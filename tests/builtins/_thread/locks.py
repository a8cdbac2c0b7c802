# Locks, with the one thread that there is.
import _thread

lock = _thread.allocate_lock()
print(lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(timeout=0.01), repr(lock).partition(' object')[0])  # expect: True True False False <locked _thread.lock
lock.release()
try:
    lock.release()
except RuntimeError as error:
    print(error)  # expect: release unlocked lock
with lock as entered:
    print(entered, lock.locked())  # expect: True True
print(lock.locked())  # expect: False
for wrong in (False, 1), (True, -2), (True, 1e20):
    try:
        lock.acquire(*wrong)
    except (ValueError, OverflowError) as error:
        print(type(error).__name__, error)
# expect: ValueError can't specify a timeout for a non-blocking call
# expect: ValueError timeout value must be a non-negative number
# expect: OverflowError timestamp out of range for platform time_t

nested = _thread.RLock()
print(nested.acquire(), nested.acquire())  # expect: True True
nested.release()
nested.release()
try:
    nested.release()
except RuntimeError as error:
    print(error)  # expect: cannot release un-acquired lock
local = _thread._local()
local.name = 'value'
print(local.name, _thread.get_ident() == _thread.get_ident(), _thread.get_ident() != 0)  # expect: value True True
