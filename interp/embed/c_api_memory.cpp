// The C interface: memory shared with Python, both ways.
#include "interp/embed/c_api.h"

using namespace minipy::c_api;

namespace {

// What `ask` gives of a buffer that is still held; `otherwise` when its interpreter is gone.
template <class Result, class Ask>
Result asked(const minipy_buffer* buffer, Result otherwise, Ask&& ask) noexcept {
    if (!buffer || !buffer->buffer.is_held()) return otherwise;
    try {
        return ask(buffer->buffer);
    } catch (...) {
        return otherwise;
    }
}

} // namespace

minipy_buffer* minipy_get_buffer(const minipy_value* object, int writable) {
    if (!object) return nullptr;
    return pointer_of(object->slot, [&] {
        minipy::Buffer buffer = object->value.buffer(writable != 0);
        std::string format(buffer.format());
        return new minipy_buffer{std::move(buffer), object->slot, std::move(format)};
    });
}
void minipy_buffer_free(minipy_buffer* buffer) { delete buffer; }
void* minipy_buffer_data(const minipy_buffer* buffer) {
    return asked(buffer, static_cast<void*>(nullptr),
                 [](const minipy::Buffer& it) { return const_cast<void*>(it.data()); });
}
size_t minipy_buffer_size(const minipy_buffer* buffer) {
    return asked(buffer, size_t{0}, [](const minipy::Buffer& it) { return it.size_bytes(); });
}
size_t minipy_buffer_item_size(const minipy_buffer* buffer) {
    return asked(buffer, size_t{0}, [](const minipy::Buffer& it) { return it.item_size(); });
}
const char* minipy_buffer_format(const minipy_buffer* buffer) { return buffer ? buffer->format.c_str() : ""; }
size_t minipy_buffer_dimensions(const minipy_buffer* buffer) {
    return asked(buffer, size_t{0}, [](const minipy::Buffer& it) { return it.dimensions(); });
}
int64_t minipy_buffer_shape(const minipy_buffer* buffer, size_t dimension) {
    return asked(buffer, int64_t{0},
                 [&](const minipy::Buffer& it) { return dimension < it.dimensions() ? it.shape()[dimension] : 0; });
}
int64_t minipy_buffer_stride(const minipy_buffer* buffer, size_t dimension) {
    return asked(buffer, int64_t{0},
                 [&](const minipy::Buffer& it) { return dimension < it.dimensions() ? it.strides()[dimension] : 0; });
}
int minipy_buffer_is_readonly(const minipy_buffer* buffer) {
    return asked(buffer, 1, [](const minipy::Buffer& it) { return static_cast<int>(it.readonly()); });
}
int minipy_buffer_is_contiguous(const minipy_buffer* buffer) {
    return asked(buffer, 0, [](const minipy::Buffer& it) { return static_cast<int>(it.is_contiguous()); });
}

minipy_lease* minipy_lend(minipy_interpreter* py, void* data, size_t size, int readonly) {
    const int64_t shape = static_cast<int64_t>(size);
    return minipy_lend_array(py, data, "B", 1, 1, &shape, nullptr, readonly);
}
minipy_lease* minipy_lend_array(minipy_interpreter* py, void* data, const char* format, size_t item_size,
                                size_t dimensions, const int64_t* shape, const int64_t* strides, int readonly) {
    return pointer_of(py->slot, [&] {
        minipy::BufferInfo info;
        info.data = data;
        info.format = format;
        info.item_size = item_size;
        info.readonly = readonly != 0;
        info.shape.assign(shape, shape + dimensions);
        if (strides) info.strides.assign(strides, strides + dimensions);
        return new minipy_lease{py->py.lend(info), py->slot};
    });
}
minipy_value* minipy_lease_view(const minipy_lease* lease) {
    if (!lease) return nullptr;
    return value_of(lease->slot, [&] { return lease->lease.view(); });
}
minipy_status minipy_lease_revoke(minipy_lease* lease) {
    if (!lease) return MINIPY_RAISED;
    return status_of(lease->slot, [&] { lease->lease.revoke(); });
}
void minipy_lease_free(minipy_lease* lease) { delete lease; }
