# differs: streams derive from object alone (COMPATIBILITY.md#classes-of-streams)
import io

print(io.BytesIO.__mro__)  # expect: (<class '_io.BytesIO'>, <class 'object'>)
for cls in (io.BytesIO, io.StringIO, io.FileIO, io.BufferedReader, io.BufferedWriter, io.BufferedRandom, io.BufferedRWPair, io.TextIOWrapper):
    print(cls.__name__, *(base.__name__ for base in (io.IOBase, io.RawIOBase, io.BufferedIOBase, io.TextIOBase) if issubclass(cls, base)))
# expect: BytesIO IOBase BufferedIOBase
# expect: StringIO IOBase TextIOBase
# expect: FileIO IOBase RawIOBase
# expect: BufferedReader IOBase BufferedIOBase
# expect: BufferedWriter IOBase BufferedIOBase
# expect: BufferedRandom IOBase BufferedIOBase
# expect: BufferedRWPair IOBase BufferedIOBase
# expect: TextIOWrapper IOBase TextIOBase
