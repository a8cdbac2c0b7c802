def attempt(action):
    try:
        action()
        print('done')
    except (MemoryError, OverflowError, ValueError) as error:
        print(type(error).__name__)


big = 2 ** 62
attempt(lambda: 'x' * big)
# expect: MemoryError
attempt(lambda: b'x' * big)
# expect: MemoryError
attempt(lambda: bytearray(big))
# expect: MemoryError
attempt(lambda: bytes(big))
# expect: MemoryError
attempt(lambda: [0] * big)
# expect: MemoryError
attempt(lambda: (0,) * big)
# expect: MemoryError
attempt(lambda: 'ab' * (2 ** 63 - 1))
# expect: OverflowError
attempt(lambda: [0] * 2 ** 80)
# expect: OverflowError
attempt(lambda: 'x'.ljust(big))
# expect: MemoryError
attempt(lambda: 'x'.zfill(big))
# expect: MemoryError
attempt(lambda: 'x'.center(big))
# expect: MemoryError
attempt(lambda: f'{1:{2 ** 80}}')
# expect: ValueError
attempt(lambda: 'a\tb'.expandtabs(2 ** 63))
# expect: OverflowError
attempt(lambda: bytearray(b'x') * big)
# expect: MemoryError
attempt(lambda: 1 << 2 ** 80)
# expect: OverflowError
attempt(lambda: bytes(-1))
# expect: ValueError
attempt(lambda: range(2 ** 200)[2 ** 100])
# expect: done
attempt(lambda: (10).to_bytes(2 ** 62, 'big'))
# expect: MemoryError
attempt(lambda: len(range(2 ** 62)))
# expect: done
attempt(lambda: len(range(2 ** 64)))
# expect: OverflowError
attempt(lambda: '-'.join(['x' * 2 ** 20] * 2 ** 40))
# expect: MemoryError
attempt(lambda: ('x' * 2 ** 20).replace('x', 'y' * 2 ** 50))
# expect: MemoryError
