// bytearray: assignment and deletion by index and slice. Keys and values are converted first; only then the array is looked at and changed.
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytearray_methods.h"
#include "objects/types/bytes_methods.h"
#include "objects/types/numbers.h"
#include "objects/types/slice.h"
#include "objects/types/str.h"

namespace mp {

namespace {

// What stands on the right of `array[slice] = value`: memory of its own, or another exporter's while the assignment lasts.
Result<BytesLike> assigned_bytes(Runtime& rt, Value self, Value value) {
    if (is_bytes_or_subclass(rt, value)) return BytesLike::of_bytes(value);
    if (is_bytearray_or_subclass(rt, value) && !value.is(self)) return BytesLike::of_bytearray(value);
    if (value.is(self)) return BytesLike::of_bytes(make_bytes(rt, self_bytes(self).span())); // array[1:3] = array
    const Slots& slots = rt.type_of(value).slots;
    const bool is_number = is_any_int(value) || slots.index || slots.int_ || slots.float_ ||
                           is_subtype(&rt.type_of(value), &rt.type(TypeId::complex_));
    if ((is_number && !is_bytes_like(rt, value)) || is_str_or_subclass(rt, value))
        return raise(rt, TypeId::TypeError, "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
    // A view of self would hinder the resizing: its bytes are copied.
    if (is_bytes_like(rt, value)) return BytesLike::of_bytes(TRY(bytes_of_exporter(rt, value)));
    auto iterator = iterate(rt, value);
    if (iterator.is_raised()) {
        if (!pending_matches(rt, TypeId::TypeError)) return raised;
        rt.clear_pending();
        return raise(rt, TypeId::TypeError, "cannot convert '%.200s' object to bytearray", type_name(rt, value));
    }
    return BytesLike::of_bytes(TRY(bytes_of_items(rt, iterator.take(), "byte")));
}

// Takes out every step-th byte: the stretches between move together.
Result<void> delete_strided(Runtime& rt, ByteArrayObject& array, SliceRange range) {
    TRY(array.check_resizable(rt));
    if (range.step < 0) { // the same bytes, read forwards
        range.start += range.step * (range.count - 1);
        range.step = -range.step;
    }
    TRY(rt.pay(static_cast<std::uint64_t>(array.size) >> 8));
    std::uint8_t* to = array.start + range.start;
    for (std::int64_t i = 0; i < range.count; ++i) {
        const std::int64_t from = range.start + i * range.step + 1;
        const std::int64_t next = i + 1 < range.count ? from + range.step - 1 : array.size;
        std::memmove(to, array.start + from, static_cast<std::size_t>(next - from));
        to += next - from;
    }
    return array.resize(rt, array.size - range.count);
}

Result<void> set_slice(Runtime& rt, Value self, Value key, Value value) {
    SliceRange range = TRY(slice_unpack(rt, key));
    auto& array = *static_cast<ByteArrayObject*>(self.object());
    if (value.is_unbound()) {
        slice_adjust(range, array.size);
        if (range.step != 1) TRY(array.check_resizable(rt)); // an empty selection, too
        if (range.count <= 0) return ok;
        if (range.step == 1) return array.splice(rt, range.start, range.count, 0);
        return delete_strided(rt, array, range);
    }
    const BytesLike bytes = TRY(assigned_bytes(rt, self, value));
    slice_adjust(range, array.size); // converting may have changed it
    const auto size = static_cast<std::int64_t>(bytes.span().size());
    if (range.step == 1) {
        const std::int64_t removed = std::max<std::int64_t>(range.count, 0);
        TRY(array.splice(rt, range.start, removed, size));
        if (size > 0) std::memcpy(array.start + range.start, bytes.span().data(), static_cast<std::size_t>(size));
        return ok;
    }
    if (size == 0) {
        TRY(array.check_resizable(rt));
        return range.count > 0 ? delete_strided(rt, array, range) : Result<void>(ok);
    }
    if (size != range.count)
        return raise(rt, TypeId::ValueError, "attempt to assign bytes of size %lld to extended slice of size %lld",
                     static_cast<long long>(size), static_cast<long long>(range.count));
    for (std::int64_t i = 0; i < range.count; ++i)
        array.start[range.start + i * range.step] = bytes.span()[static_cast<std::size_t>(i)];
    return ok;
}

} // namespace

Result<void> bytearray_set_item(Runtime& rt, Value self, Value key, Value value) {
    if (is_slice(key)) return set_slice(rt, self, key, value);
    if (!key.is_int() && !is_any_int(key) && !rt.type_of(key).slots.index)
        return raise(rt, TypeId::TypeError, "bytearray indices must be integers or slices, not %.200s",
                     type_name(rt, key));
    std::int64_t i = key.is_int() ? key.as_int() : TRY(index_int64(rt, key, TypeId::IndexError));
    const std::uint8_t byte = value.is_unbound() ? std::uint8_t{0} : TRY(byte_value(rt, value, "byte"));
    auto& array = *static_cast<ByteArrayObject*>(self.object());
    if (i < 0) i += array.size;
    if (i < 0 || i >= array.size) return raise(rt, TypeId::IndexError, "bytearray index out of range");
    if (value.is_unbound()) return array.splice(rt, i, 1, 0);
    array.start[i] = byte;
    return ok;
}

} // namespace mp
