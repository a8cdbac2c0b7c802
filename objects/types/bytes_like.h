#pragma once
// The bytes of any object that exports them, for as long as the handle lives. THE way in which str, bytes and bytearray read their arguments' memory.
#include <optional>

#include "objects/buffer/span_algorithms.h"
#include "objects/buffer/view.h"
#include "objects/types/bytes.h"

namespace mp {

// Holds a reference to the exporter and, where its memory could move, one of its exports: while a BytesLike is alive, the bytes stay where they are.
class BytesLike {
public:
    BytesLike() noexcept = default;
    BytesLike(BytesLike&& other) noexcept
        : holder_(std::move(other.holder_)),
          span_(other.span_),
          exported_(std::exchange(other.exported_, nullptr)),
          view_(std::move(other.view_)) {}
    BytesLike& operator=(BytesLike&&) = delete;
    ~BytesLike() {
        if (exported_) --exported_->exports;
    }
    ByteSpan span() const noexcept { return span_; }

    // bytes, bytearray, and instances of subclasses.
    static BytesLike of_bytes(Value bytes) noexcept;
    static BytesLike of_bytearray(Value bytearray) noexcept;

private:
    Owned holder_;
    ByteSpan span_;
    ResizableBytes* exported_ = nullptr; // bytearray: its count was raised here, without the detour through the slots
    BufferView view_;                    // other exporters
    friend Result<BytesLike> bytes_like(Runtime& rt, Value value);
};

// The bytes of an exact bytes or bytearray, or of a view that shows contiguous bytes, for use at once: nothing holds them, so nothing may run or be released
// before they have been used. Nothing of other objects, and of read-only ones when `writable`: these must be acquired. Runs nothing.
std::optional<std::span<std::uint8_t>> momentary_bytes(Value value, bool writable = false) noexcept;
// Whether the object exports memory at all. Runs nothing.
bool is_bytes_like(Runtime& rt, Value value) noexcept;
// Acquires. TypeError "a bytes-like object is required, not 'int'"; BufferError from the exporter. May run Python code (__buffer__).
Result<BytesLike> bytes_like(Runtime& rt, Value value);

bool is_bytes_or_subclass(Runtime& rt, Value value) noexcept;
bool is_bytearray_or_subclass(Runtime& rt, Value value) noexcept;

} // namespace mp
