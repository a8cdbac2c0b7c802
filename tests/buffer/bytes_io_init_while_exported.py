# differs: CPython empties the stream before it refuses (COMPATIBILITY.md#memory-safety)
import io

stream = io.BytesIO(b"abc")
view = stream.getbuffer()
try:
    stream.__init__(b"other")
except BufferError as error:
    print(error)  # expect: Existing exports of data: object cannot be re-sized
print(stream.getvalue(), bytes(view))  # expect: b'abc' b'abc'
view.release()
stream.__init__(b"other")
print(stream.getvalue())  # expect: b'other'
