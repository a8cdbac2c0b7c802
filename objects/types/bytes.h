#pragma once
// bytes: immutable, inline. bytearray: resizable, through the one door of objects/buffer/.
#include <span>
#include <string_view>

#include "objects/core/runtime.h"

namespace mp {

struct BytesObject : Object {
    std::int64_t size;
    std::int64_t cached_hash; // -1: not yet known
    std::uint8_t* data() noexcept { return reinterpret_cast<std::uint8_t*>(this + 1); } // a zero byte follows
    const std::uint8_t* data() const noexcept { return reinterpret_cast<const std::uint8_t*>(this + 1); }
    std::span<const std::uint8_t> span() const noexcept { return {data(), static_cast<std::size_t>(size)}; }
};

struct ByteArrayObject : Object {
    std::uint8_t* start;      // first byte; popping from the front moves it (start >= base)
    std::int64_t size;
    std::uint8_t* base;       // allocated block; null when capacity is 0
    std::int64_t capacity;    // bytes of the block
    std::int64_t exports;     // views alive; resizing is refused while > 0 (objects/buffer/resizable.h is the one door)
};

inline bool is_bytes(Value value) noexcept { return value.is_object() && value.object()->layout == Layout::bytes; }
inline bool is_bytearray(Value value) noexcept { return value.is_object() && value.object()->layout == Layout::bytearray; }

Ref<BytesObject> make_bytes(Runtime& rt, std::span<const std::uint8_t> data);
Ref<BytesObject> make_bytes_uninitialised(Runtime& rt, std::int64_t size);
Ref<ByteArrayObject> make_bytearray(Runtime& rt, std::span<const std::uint8_t> data);

} // namespace mp
