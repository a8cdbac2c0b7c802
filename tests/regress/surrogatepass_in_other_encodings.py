# The error handler surrogatepass belongs to the encodings of Unicode: in others it raises what it was given.
for action in lambda: b'ab\x81'.decode('cp1252', 'surrogatepass'), lambda: 'a\ud800'.encode('cp1252', 'surrogatepass'), lambda: 'a\ud800'.encode('latin-1', 'surrogatepass'), lambda: b'\x80'.decode('ascii', 'surrogatepass'):
    try:
        print(action())
    except UnicodeError as error:
        print(type(error).__name__, error)
# expect: UnicodeDecodeError 'charmap' codec can't decode byte 0x81 in position 2: character maps to <undefined>
# expect: UnicodeEncodeError 'charmap' codec can't encode character '\ud800' in position 1: character maps to <undefined>
# expect: UnicodeEncodeError 'latin-1' codec can't encode character '\ud800' in position 1: ordinal not in range(256)
# expect: UnicodeDecodeError 'ascii' codec can't decode byte 0x80 in position 0: ordinal not in range(128)
