# differs: no thread can be started — COMPATIBILITY.md#threads
import _thread

try:
    _thread.start_new_thread(print, ())
except RuntimeError as error:
    print(error)  # expect: can't start new thread
lock = _thread.allocate_lock()
lock.acquire()
try:
    lock.acquire()
except RuntimeError as error:
    print(error)  # expect: waiting for a lock that no other thread can release
