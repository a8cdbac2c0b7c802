# Handlers are kept, and called by raise_signal().
import signal

print(signal.SIGINT, signal.SIGINT == 2, signal.Signals(15).name, repr(signal.SIGTERM), repr(signal.SIG_IGN), signal.strsignal(11))  # expect: 2 True SIGTERM <Signals.SIGTERM: 15> <Handlers.SIG_IGN: 1> Segmentation fault
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler, signal.getsignal(signal.SIGTERM))  # expect: True 0


def handler(number, frame):
    print('got', number, frame.f_code.co_name)


print(signal.signal(signal.SIGUSR1, handler))  # expect: 0


def sends():
    signal.raise_signal(signal.SIGUSR1)


sends()
# expect: got 10 sends
print(signal.signal(signal.SIGUSR1, signal.SIG_IGN) is handler, signal.getsignal(signal.SIGUSR1))  # expect: True 1
signal.raise_signal(signal.SIGUSR1)
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt:
    print('interrupted')  # expect: interrupted
for wrong in (0, signal.SIG_IGN), (signal.SIGKILL, signal.SIG_IGN), (signal.SIGUSR1, 7), (signal.SIGUSR1, 'text'):
    try:
        signal.signal(*wrong)
    except (ValueError, OSError, TypeError) as error:
        print(type(error).__name__, error)
# expect: ValueError signal number out of range
# expect: OSError [Errno 22] Invalid argument
# expect: TypeError signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object
# expect: TypeError signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object
