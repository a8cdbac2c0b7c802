#pragma once
// iter(bytes) and iter(bytearray): one struct, two types.
#include "objects/core/runtime.h"

namespace mp {

struct BytesIteratorObject : Object { // Layout::bytes_iterator
    std::int64_t index;
    Object* bytes; // owned BytesObject or ByteArrayObject; null once exhausted
};

// Of bytes or bytearray (or an instance of a subclass).
Ref<BytesIteratorObject> make_bytes_iterator(Runtime& rt, Value bytes);

} // namespace mp
