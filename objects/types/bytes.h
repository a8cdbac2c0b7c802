#pragma once
// bytes: immutable, inline. bytearray: resizable, through the one door of objects/buffer/.
#include <span>
#include <string_view>

#include "objects/buffer/resizable.h"
#include "objects/core/runtime.h"

namespace mp {

struct BytesObject : Object {
    std::int64_t size;
    std::int64_t cached_hash; // -1: not yet known
    std::uint8_t* data() noexcept { return reinterpret_cast<std::uint8_t*>(this + 1); } // a zero byte follows
    const std::uint8_t* data() const noexcept { return reinterpret_cast<const std::uint8_t*>(this + 1); }
    std::span<const std::uint8_t> span() const noexcept { return {data(), static_cast<std::size_t>(size)}; }
};

// The storage's fields (start, size, base, capacity, exports) are read in place; they change through the functions of ResizableBytes only.
struct ByteArrayObject : Object, ResizableBytes {};

inline bool is_bytes(Value value) noexcept { return value.is_object() && value.object()->layout == Layout::bytes; }
inline bool is_bytearray(Value value) noexcept { return value.is_object() && value.object()->layout == Layout::bytearray; }

Ref<BytesObject> make_bytes(Runtime& rt, std::span<const std::uint8_t> data);
Ref<BytesObject> make_bytes_uninitialised(Runtime& rt, std::int64_t size);
Ref<ByteArrayObject> make_bytearray(Runtime& rt, std::span<const std::uint8_t> data);

} // namespace mp
