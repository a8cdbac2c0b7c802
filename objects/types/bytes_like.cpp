#include "objects/types/bytes_like.h"

#include "objects/types/memoryview.h"

namespace mp {

bool is_bytes_or_subclass(Runtime& rt, Value value) noexcept {
    return is_bytes(value) || (value.is_object() && value.object()->layout == Layout::subclass &&
                               is_subtype(value.object()->type(), &rt.type(TypeId::bytes)));
}

bool is_bytearray_or_subclass(Runtime& rt, Value value) noexcept {
    return is_bytearray(value) || (value.is_object() && value.object()->layout == Layout::subclass &&
                                   is_subtype(value.object()->type(), &rt.type(TypeId::bytearray)));
}

BytesLike BytesLike::of_bytes(Value bytes) noexcept {
    BytesLike result;
    result.holder_ = Owned::share(bytes);
    result.span_ = static_cast<BytesObject*>(bytes.object())->span();
    return result;
}

BytesLike BytesLike::of_bytearray(Value bytearray) noexcept {
    BytesLike result;
    auto* object = static_cast<ByteArrayObject*>(bytearray.object());
    result.holder_ = Owned::share(bytearray);
    result.span_ = std::as_const(*object).span();
    result.exported_ = object;
    ++object->exports;
    return result;
}

std::optional<std::span<std::uint8_t>> momentary_bytes(Value value, bool writable) noexcept {
    if (!value.is_object()) return std::nullopt;
    Object* const object = value.object();
    switch (object->layout) {
    case Layout::bytes: {
        auto& bytes = *static_cast<BytesObject*>(object);
        if (writable) return std::nullopt;
        return std::span(bytes.data(), static_cast<std::size_t>(bytes.size));
    }
    case Layout::bytearray: return static_cast<ByteArrayObject*>(object)->span();
    case Layout::memoryview: {
        auto& view = *static_cast<MemoryViewObject*>(object);
        if (view.released || view.restricted || view.has_suboffsets || !(view.contiguity & view_c_contiguous) ||
            (writable && view.readonly))
            return std::nullopt;
        return std::span(view.data, static_cast<std::size_t>(view.byte_length));
    }
    default: return std::nullopt;
    }
}

bool is_bytes_like(Runtime& rt, Value value) noexcept {
    return is_bytes_or_subclass(rt, value) || is_bytearray_or_subclass(rt, value) || exports_buffer(rt, value);
}

Result<BytesLike> bytes_like(Runtime& rt, Value value) {
    if (is_bytes_or_subclass(rt, value)) return BytesLike::of_bytes(value);
    if (is_bytearray_or_subclass(rt, value)) return BytesLike::of_bytearray(value);
    BytesLike result;
    result.view_ = TRY(BufferView::acquire(rt, value));
    result.span_ = result.view_.bytes();
    return result;
}

} // namespace mp
