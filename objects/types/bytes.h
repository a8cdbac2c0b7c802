#pragma once
// bytes: immutable, inline. bytearray: resizable, through the one door of objects/buffer/.
#include <span>
#include <string_view>

#include "objects/buffer/resizable.h"
#include "objects/core/runtime.h"

namespace mp {

struct BytesObject : Object {
    std::int64_t size;
    std::int64_t cached_hash;                                                           // -1: not yet known
    std::uint8_t* data() noexcept { return reinterpret_cast<std::uint8_t*>(this + 1); } // a zero byte follows
    const std::uint8_t* data() const noexcept { return reinterpret_cast<const std::uint8_t*>(this + 1); }
    std::span<const std::uint8_t> span() const noexcept { return {data(), static_cast<std::size_t>(size)}; }
};

// The storage's fields (start, size, base, capacity, exports) are read in place; they change through the functions of ResizableBytes only.
struct ByteArrayObject : Object, ResizableBytes {};

inline bool is_bytes(Value value) noexcept { return value.is_object() && value.object()->layout == Layout::bytes; }
inline bool is_bytearray(Value value) noexcept {
    return value.is_object() && value.object()->layout == Layout::bytearray;
}

// ---- making. Throw bad_alloc. Empty bytes and single bytes are shared.
Ref<BytesObject> make_bytes(Runtime& rt, std::span<const std::uint8_t> data);
// For the caller to fill before anything else sees it.
Ref<BytesObject> make_bytes_uninitialised(Runtime& rt, std::int64_t size);
Ref<ByteArrayObject> make_bytearray(Runtime& rt, std::span<const std::uint8_t> data);

// bytes(value) without encoding: the buffer of an exporter, or the items of an iterable of ints ("'float' object cannot be interpreted as an integer",
// "bytes must be in range(0, 256)"), or what __bytes__ gives. Not an int (which the constructors read as a size). May run Python code.
Result<Ref<BytesObject>> bytes_from_object(Runtime& rt, Value value);

// ---- reading; run nothing
// hash() of these bytes under the runtime's seed: bytes, and read-only memoryviews, which must agree with it.
std::int64_t hash_of_bytes(const Runtime& rt, std::span<const std::uint8_t> bytes) noexcept;
// b'...' as repr shows it; `prefix` and `suffix` stand around it ("bytearray(" and ")").
Ref<StrObject> bytes_repr(Runtime& rt, std::span<const std::uint8_t> bytes, std::string_view prefix = "",
                          std::string_view suffix = "");

// hex(sep, bytes_per_sep) of bytes, bytearray and memoryview. The separator argument: "sep must be length 1." and so on (runs __len__). bytes_to_hex()
// takes -1 for none.
Result<int> hex_separator(Runtime& rt, Value value);
Result<Ref<StrObject>> bytes_to_hex(Runtime& rt, std::span<const std::uint8_t> bytes, int separator,
                                    std::int64_t group);

// Builds a bytes object piece by piece in one growing buffer. Throws bad_alloc; what stands so far stays as it was.
class BytesBuilder {
public:
    explicit BytesBuilder(Runtime& rt) noexcept : rt_(rt) {}
    ~BytesBuilder();
    BytesBuilder(const BytesBuilder&) = delete;
    BytesBuilder& operator=(const BytesBuilder&) = delete;
    void append(std::span<const std::uint8_t> bytes);
    void append(std::string_view bytes) { append({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()}); }
    void append(std::uint8_t byte) {
        if (size_ == capacity_) reserve(1);
        object_->data()[size_++] = byte;
    }
    // `count` bytes for the caller to fill.
    std::uint8_t* extend(std::int64_t count);
    void reserve(std::int64_t more);
    std::int64_t size() const noexcept { return size_; }
    std::span<std::uint8_t> span() noexcept {
        return {object_ ? object_->data() : nullptr, static_cast<std::size_t>(size_)};
    }
    // The bytes; the builder is empty afterwards.
    Ref<BytesObject> finish();

private:
    Runtime& rt_;
    BytesObject* object_ = nullptr; // not yet a proper bytes object: finish() completes it
    std::int64_t size_ = 0;
    std::int64_t capacity_ = 0;
};

} // namespace mp
