# Operations on a BytesIO whose argument closes, writes to, truncates or exports the stream meanwhile.
import io

from _hostile import Hostile, Lender, attempt

ACTS = {
    "close": lambda s, kept: s.close(),
    "write": lambda s, kept: s.write(b"xyz"),
    "truncate": lambda s, kept: s.truncate(0),
    "export": lambda s, kept: kept.append(s.getbuffer()),
}


def attempt_all(operations):
    """Each operation takes the stream, and what makes a number and an exporter that act."""
    for name, act in ACTS.items():
        for operation_name, operation in operations.items():
            kept = []
            s = io.BytesIO(b"abcdefgh")
            once = [act]

            def do():
                if once:
                    once.pop()(s, kept)

            attempt(f"BytesIO {operation_name} {name}", lambda: operation(s, lambda value: Hostile(do, value), lambda data: Lender(do, data)))
            print("closed" if s.closed else (s.getvalue(), s.tell()))
            kept.clear()
