#include "objects/buffer/described.h"

#include "objects/buffer/strided.h"
#include "objects/core/raise.h"

namespace mp {

std::int64_t DescribedMemory::length() const noexcept {
    return total_bytes(static_cast<int>(shape.size()), shape.data(), item_size);
}

bool complete_description(DescribedMemory& memory) {
    if (memory.shape.size() > max_dimensions || memory.item_size <= 0) return false;
    for (const std::int64_t extent : memory.shape)
        if (extent < 0) return false;
    if (memory.length() < 0) return false;
    if (memory.strides.empty() && !memory.shape.empty()) {
        memory.strides.resize(memory.shape.size());
        fill_c_strides(static_cast<int>(memory.shape.size()), memory.shape.data(), memory.item_size,
                       memory.strides.data());
    }
    return memory.strides.size() == memory.shape.size();
}

Result<void> fill_described(Runtime& rt, const BufferRequest& request, BufferFields& fields,
                            const DescribedMemory& memory) {
    const int ndim = static_cast<int>(memory.shape.size());
    const bool c = is_c_contiguous(ndim, memory.shape.data(), memory.strides.data(), memory.item_size);
    const bool f = is_f_contiguous(ndim, memory.shape.data(), memory.strides.data(), memory.item_size);
    if (request.wants(buffer_writable) && memory.readonly)
        return raise(rt, TypeId::BufferError, "Object is not writable.");
    if ((request.wants(buffer_c_contiguous) || !request.wants(buffer_strides)) && !c)
        return raise(rt, TypeId::BufferError, "the memory is not C-contiguous");
    if (request.wants(buffer_f_contiguous) && !f)
        return raise(rt, TypeId::BufferError, "the memory is not Fortran contiguous");
    if (request.wants(buffer_any_contiguous) && !c && !f)
        return raise(rt, TypeId::BufferError, "the memory is not contiguous");
    fields.data = memory.data;
    fields.length = memory.length();
    fields.item_size = memory.item_size;
    fields.format = memory.format.c_str();
    fields.ndim = ndim;
    fields.readonly = memory.readonly;
    fields.shape = memory.shape.data();
    fields.strides = memory.strides.data();
    return ok;
}

} // namespace mp
