#pragma once
// What bytes and bytearray share. Every method here serves both: args[0] is self, an instance of either or of a subclass, and results are of the same kind
// (bytes for bytes, bytearray for bytearray). Only objects/types includes this.
#include "objects/types/bytes.h"
#include "objects/types/bytes_like.h"

namespace mp {

// Whether self is a bytearray (or a subclass instance) rather than bytes. Runs nothing.
bool is_array_self(Value self) noexcept;
// Self's memory. While the handle lives a bytearray cannot change its size, whatever finalisers do.
BytesLike self_bytes(Value self) noexcept;
// A new exact object of self's kind. The second gives memory to fill.
Owned make_like(Runtime& rt, Value self, ByteSpan bytes);
Owned make_like(Runtime& rt, Value self, std::int64_t size, std::uint8_t*& data);
// The result of a method that changed nothing: bytes themselves when exact, else a copy.
Owned unchanged(Runtime& rt, Value self);

Ref<ByteArrayObject> make_bytearray_uninitialised(Runtime& rt, std::int64_t size);
// A new bytearray of `type` (a subclass): empty.
Ref<ByteArrayObject> make_bytearray_of(Runtime& rt, Type& type);

// An int 0-255: "<what> must be in range(0, 256)" (`what`: "byte" or "bytes"). Runs __index__.
Result<std::uint8_t> byte_value(Runtime& rt, Value value, const char* what);
// A copy of what an exporter shows, in C order. BufferError and TypeError from the exporter. May run __buffer__.
Result<Ref<BytesObject>> bytes_of_exporter(Runtime& rt, Value exporter);
// The ints of an iterable. May run anything.
Result<Ref<BytesObject>> bytes_of_items(Runtime& rt, Value iterable, const char* what);

// ---- slots of both (bytes_operators.cpp)
Result<Owned> bytes_compare(Runtime& rt, Value left, Value right, CompareOp op);
Result<Owned> bytes_concat(Runtime& rt, Value left, Value right);
Result<Owned> bytes_repeat(Runtime& rt, Value self, std::int64_t count);
Result<Owned> bytes_remainder(Runtime& rt, Value left, Value right);
Result<Owned> bytes_subscript(Runtime& rt, Value self, Value key);
Result<bool> bytes_contains(Runtime& rt, Value self, Value item);

namespace bytes_methods {

#define METHOD(name) Result<Owned> name(Runtime& rt, Args args);
// bytes_search.cpp
METHOD(find)
METHOD(rfind)
METHOD(index)
METHOD(rindex)
METHOD(count) METHOD(startswith) METHOD(endswith) METHOD(replace) METHOD(removeprefix) METHOD(removesuffix)
    METHOD(partition) METHOD(rpartition)
    // bytes_split.cpp
    METHOD(split) METHOD(rsplit) METHOD(splitlines) METHOD(join) METHOD(strip) METHOD(lstrip) METHOD(rstrip)
    // bytes_text.cpp
    METHOD(lower) METHOD(upper) METHOD(title) METHOD(capitalize) METHOD(swapcase) METHOD(isalnum) METHOD(isalpha)
        METHOD(isascii) METHOD(isdigit) METHOD(islower) METHOD(isspace) METHOD(istitle) METHOD(isupper) METHOD(center)
            METHOD(ljust) METHOD(rjust) METHOD(zfill) METHOD(expandtabs) METHOD(translate) METHOD(maketrans)
                METHOD(decode) METHOD(hex) METHOD(fromhex)
#undef METHOD

} // namespace bytes_methods
} // namespace mp
