#include "objects/buffer/view.h"

#include "objects/buffer/strided.h"
#include "objects/core/raise.h"
#include "objects/types/exception.h"

namespace mp {

bool BufferFields::is_contiguous(char order) const noexcept {
    if (suboffsets) return false;
    const bool c = order != 'F' && is_c_contiguous(ndim, shape_array(), strides_array(), item_size);
    return c || (order != 'C' && is_f_contiguous(ndim, shape_array(), strides_array(), item_size));
}

Result<void> fill_simple(Runtime& rt, const BufferRequest& request, BufferFields& fields, std::uint8_t* data,
                         std::int64_t length, bool readonly) {
    if (readonly && request.wants(buffer_writable)) return raise(rt, TypeId::BufferError, "Object is not writable.");
    fields.data = data;
    fields.length = length;
    fields.item_size = 1;
    fields.format = "B";
    fields.readonly = readonly;
    return ok;
}

Result<BufferView> BufferView::acquire(Runtime& rt, Value exporter, BufferRequest request) {
    const Slots& slots = rt.type_of(exporter).slots;
    if (!slots.get_buffer)
        return raise(rt, TypeId::TypeError, "a bytes-like object is required, not '%.100s'", type_name(rt, exporter));
    if (request.flags == buffer_read || request.flags == buffer_write)
        return raise(rt, TypeId::SystemError, "bad argument to internal function");
    Object* object = exporter.object();
    const auto get = slots.get_buffer;
    const auto release_slot = slots.release_buffer; // read now: the class may change its slots before the release
    Owned keep = Owned::share(exporter);            // get_buffer may run code that drops the caller's reference
    BufferFields fields;
    TRY(get(rt, object, request, fields));
    if (!fields.owner) {
        // A slot that hands its export on (the trampoline of __buffer__) has named the owner itself.
        fields.owner = object;
        fields.release_slot = release_slot;
        static_cast<void>(keep.release());
    }
    if (!request.wants(buffer_format)) fields.format = nullptr;
    if (!request.wants(buffer_nd)) {
        fields.ndim = 1;
        fields.shape = fields.strides = nullptr;
    }
    fields.items = fields.item_size > 0 ? fields.length / fields.item_size : 0;
    BufferView view;
    view.fields_ = fields;
    return view;
}

Result<BufferView> BufferView::acquire_writable(Runtime& rt, Value exporter, const char* what) {
    auto view = acquire(rt, exporter, {buffer_writable});
    if (!view.is_raised()) return view;
    if (!swallow_pending(rt)) return raised; // whatever it was, as in CPython
    return raise(rt, TypeId::TypeError, "%s must be read-write bytes-like object, not %.50s", what,
                 exporter.is_none() ? "None" : type_name(rt, exporter));
}

BufferView BufferView::take(BufferFields fields, Object* owner,
                            void (*release_slot)(Runtime&, Object*, BufferFields&)) noexcept {
    BufferView view;
    view.fields_ = fields;
    if (!fields.owner) {
        retain(owner);
        view.fields_.owner = owner;
        view.fields_.release_slot = release_slot;
    }
    view.fields_.items = fields.item_size > 0 ? fields.length / fields.item_size : 0;
    return view;
}

void BufferView::release() noexcept {
    if (fields_.owner) release_fields(fields_);
}

void release_fields(BufferFields& fields) noexcept {
    Object* owner = std::exchange(fields.owner, nullptr);
    if (!owner) return;
    if (fields.release_slot) fields.release_slot(owner->runtime(), owner, fields);
    release(owner);
}

} // namespace mp
