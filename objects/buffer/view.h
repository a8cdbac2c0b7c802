#pragma once
// The one mechanism by which memory is lent and read. An exporter fills two type slots (Slots::get_buffer, release_buffer); a consumer holds a BufferView.
//
// The rule for consumers: convert every argument first (that may run Python code), acquire the view second, touch memory last. Memory that a BufferView describes
// neither moves nor goes away while the view lives: exporters refuse to be resized, and the host's revoke() is refused too.
#include <cstdint>
#include <span>

#include "objects/core/runtime.h"

namespace mp {

inline constexpr int max_dimensions = 64; // PyBUF_MAX_NDIM

// What a consumer needs, as PEP 3118 numbers it (inspect.BufferFlags shows these numbers to Python code).
enum BufferFlag : std::uint32_t {
    buffer_simple = 0,
    buffer_writable = 0x1,
    buffer_format = 0x4,
    buffer_nd = 0x8,
    buffer_strides = 0x10 | buffer_nd,
    buffer_c_contiguous = 0x20 | buffer_strides,
    buffer_f_contiguous = 0x40 | buffer_strides,
    buffer_any_contiguous = 0x80 | buffer_strides,
    buffer_indirect = 0x100 | buffer_strides,
    buffer_contig = buffer_nd | buffer_writable,
    buffer_contig_ro = buffer_nd,
    buffer_strided = buffer_strides | buffer_writable,
    buffer_strided_ro = buffer_strides,
    buffer_records = buffer_strides | buffer_writable | buffer_format,
    buffer_records_ro = buffer_strides | buffer_format,
    buffer_full = buffer_indirect | buffer_writable | buffer_format,
    buffer_full_ro = buffer_indirect | buffer_format,
    buffer_read = 0x100,
    buffer_write = 0x200,
};

struct BufferRequest {
    std::uint32_t flags = buffer_simple;
    bool wants(std::uint32_t flag) const noexcept { return (flags & flag) == flag; }
};

// What an exporter describes. It fills data, length, item_size, readonly and what differs from the defaults; arrays and texts that it points to stay valid until
// the buffer is released. Plain data: the handle that owns it is BufferView.
struct BufferFields {
    std::uint8_t* data = nullptr; // of the first item
    std::int64_t length = 0;      // bytes of all items: product(shape) * item_size
    std::int64_t item_size = 1;
    const char* format = nullptr; // struct's notation; null: unsigned bytes
    int ndim = 1;
    bool readonly = true;
    const std::int64_t* shape = nullptr;   // ndim lengths; null (one dimension only): length / item_size
    const std::int64_t* strides = nullptr; // ndim byte steps; null (one dimension only): item_size
    const std::int64_t* suboffsets =
        nullptr;              // null: none (PEP 3118's indirection; a negative one means none in that dimension)
    void* internal = nullptr; // the exporter's own note
    // ---- kept by the handle
    Object* owner = nullptr; // owned: whose release slot ends the export
    void (*release_slot)(Runtime&, Object*, BufferFields&) = nullptr;
    std::int64_t items = 0; // length / item_size

    const char* format_text() const noexcept { return format ? format : "B"; }
    const std::int64_t* shape_array() const noexcept { return shape ? shape : &items; }
    const std::int64_t* strides_array() const noexcept { return strides ? strides : &item_size; }
    bool is_contiguous(char order) const noexcept; // 'C', 'F', or 'A': any of both
};

// For exporters of plain bytes (bytes, bytearray, mmap): checks the request and fills the fields. BufferError "Object is not writable.".
Result<void> fill_simple(Runtime& rt, const BufferRequest& request, BufferFields& fields, std::uint8_t* data,
                         std::int64_t length, bool readonly);

// Owns one export: a strong reference to the exporter and one unit of its export count.
class BufferView {
public:
    BufferView() noexcept = default; // holds nothing
    BufferView(BufferView&& other) noexcept : fields_(other.fields_) { other.fields_.owner = nullptr; }
    BufferView& operator=(BufferView&& other) noexcept {
        if (this != &other) {
            release();
            fields_ = other.fields_;
            other.fields_.owner = nullptr;
        }
        return *this;
    }
    ~BufferView() { release(); }

    // TypeError "a bytes-like object is required, not 'int'"; BufferError (and whatever __buffer__ raises) from the exporter. May run Python code.
    static Result<BufferView> acquire(Runtime& rt, Value exporter, BufferRequest request = {});
    // For arguments that are written to: "argument must be read-write bytes-like object, not bytes" (or, with a name as in
    // "readinto() argument", that instead of "argument"). The bytes are contiguous.
    static Result<BufferView> acquire_writable(Runtime& rt, Value exporter, const char* what = "argument");
    // Takes over what an exporter's own function filled; `owner` (borrowed) and its release slot end the export.
    static BufferView take(BufferFields fields, Object* owner,
                           void (*release_slot)(Runtime&, Object*, BufferFields&)) noexcept;

    // Ends the export now. May run Python code (__release_buffer__); never fails.
    void release() noexcept;
    // Gives the fields away: the receiver must end the export with release_fields().
    BufferFields detach() noexcept {
        BufferFields fields = fields_;
        fields_.owner = nullptr;
        return fields;
    }

    bool is_held() const noexcept { return fields_.owner != nullptr; }
    const BufferFields& fields() const noexcept { return fields_; }
    // All bytes, of a view acquired as contiguous (every request without strides).
    std::span<std::uint8_t> bytes() const noexcept { return {fields_.data, static_cast<std::size_t>(fields_.length)}; }

private:
    BufferFields fields_;
};

// Ends an export that detach() gave away.
void release_fields(BufferFields& fields) noexcept;

// Whether the value exports memory at all. Runs nothing.
inline bool exports_buffer(Runtime& rt, Value value) noexcept { return rt.type_of(value).slots.get_buffer != nullptr; }

// ---- the exporters that stand in objects/buffer/bytes_export.cpp: slots of bytes and bytearray
Result<void> bytes_get_buffer(Runtime& rt, Object* bytes, const BufferRequest& request, BufferFields& fields);
Result<void> bytearray_get_buffer(Runtime& rt, Object* bytearray, const BufferRequest& request, BufferFields& fields);
void bytearray_release_buffer(Runtime& rt, Object* bytearray, BufferFields& fields);

} // namespace mp
