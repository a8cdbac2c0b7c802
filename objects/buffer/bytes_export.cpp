// bytes and bytearray as exporters.
#include "objects/buffer/view.h"
#include "objects/types/bytes.h"

namespace mp {

Result<void> bytes_get_buffer(Runtime& rt, Object* bytes, const BufferRequest& request, BufferFields& fields) {
    auto* object = static_cast<BytesObject*>(bytes);
    return fill_simple(rt, request, fields, object->data(), object->size, true);
}

Result<void> bytearray_get_buffer(Runtime& rt, Object* bytearray, const BufferRequest& request, BufferFields& fields) {
    auto* object = static_cast<ByteArrayObject*>(bytearray);
    // An empty bytearray has no block; a pointer that is not null spares consumers a case.
    auto* nothing = reinterpret_cast<std::uint8_t*>(object + 1);
    TRY(fill_simple(rt, request, fields, object->start ? object->start : nothing, object->size, false));
    ++object->exports;
    return ok;
}

void bytearray_release_buffer(Runtime&, Object* bytearray, BufferFields&) {
    --static_cast<ByteArrayObject*>(bytearray)->exports;
}

} // namespace mp
