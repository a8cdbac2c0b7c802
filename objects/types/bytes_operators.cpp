// The operators that bytes and bytearray share.
#include "objects/buffer/strided.h"
#include "objects/core/raise.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytes_methods.h"
#include "objects/types/exception.h"
#include "objects/types/numbers.h"
#include "objects/types/percent_format.h"
#include "objects/types/slice.h"
#include "objects/types/str.h"

namespace mp {

bool is_array_self(Value self) noexcept {
    const Object* object = self.object();
    return object->layout == Layout::bytearray ||
           (object->layout == Layout::subclass && object->type()->native_base == &bytearray_spec);
}

BytesLike self_bytes(Value self) noexcept {
    return is_array_self(self) ? BytesLike::of_bytearray(self) : BytesLike::of_bytes(self);
}

Owned make_like(Runtime& rt, Value self, ByteSpan bytes) {
    if (is_array_self(self)) return Owned(make_bytearray(rt, bytes));
    return Owned(make_bytes(rt, bytes));
}

Owned make_like(Runtime& rt, Value self, std::int64_t size, std::uint8_t*& data) {
    if (is_array_self(self)) {
        auto result = make_bytearray_uninitialised(rt, size);
        data = result->start;
        return Owned(std::move(result));
    }
    auto result = make_bytes_uninitialised(rt, size);
    data = result->data();
    return Owned(std::move(result));
}

Owned unchanged(Runtime& rt, Value self) {
    if (is_bytes(self)) return Owned::share(self);
    const BytesLike bytes = self_bytes(self);
    return make_like(rt, self, bytes.span());
}

// bytes compare with bytes, bytearray with every exporter of a simple buffer.
Result<Owned> bytes_compare(Runtime& rt, Value left, Value right, CompareOp op) {
    const bool comparable = is_bytearray_or_subclass(rt, left) || is_bytearray_or_subclass(rt, right)
                                ? is_bytes_like(rt, left) && is_bytes_like(rt, right)
                                : is_bytes_or_subclass(rt, left) && is_bytes_or_subclass(rt, right);
    if (!comparable) return Owned::adopt(Value::not_implemented());
    auto first = bytes_like(rt, left);
    if (first.is_raised()) {
        rt.clear_pending();
        return Owned::adopt(Value::not_implemented());
    }
    const BytesLike a = first.take();
    auto second = bytes_like(rt, right);
    if (second.is_raised()) {
        rt.clear_pending();
        return Owned::adopt(Value::not_implemented());
    }
    const BytesLike b = second.take();
    if (op == CompareOp::eq || op == CompareOp::ne) {
        const bool equal = a.span().size() == b.span().size() &&
                           (a.span().empty() || std::memcmp(a.span().data(), b.span().data(), a.span().size()) == 0);
        return Owned::adopt(Value::boolean(equal == (op == CompareOp::eq)));
    }
    const int order = compare_bytes(a.span(), b.span());
    const bool result = op == CompareOp::lt   ? order < 0
                        : op == CompareOp::le ? order <= 0
                        : op == CompareOp::gt ? order > 0
                                              : order >= 0;
    return Owned::adopt(Value::boolean(result));
}

Result<Owned> bytes_concat(Runtime& rt, Value left, Value right) {
    const BytesLike a = self_bytes(left); // exported while the other's __buffer__ runs, as in CPython
    auto acquired = bytes_like(rt, right);
    if (acquired.is_raised()) {
        rt.clear_pending();
        return raise(rt, TypeId::TypeError, "can't concat %.100s to %.100s", type_name(rt, right), type_name(rt, left));
    }
    const BytesLike b = acquired.take();
    if (b.span().empty() && is_bytes(left)) return Owned::share(left);
    if (a.span().empty() && is_bytes(right) && !is_array_self(left)) return Owned::share(right);
    std::uint8_t* out;
    Owned result = make_like(rt, left, static_cast<std::int64_t>(a.span().size() + b.span().size()), out);
    if (!a.span().empty()) std::memcpy(out, a.span().data(), a.span().size());
    if (!b.span().empty()) std::memcpy(out + a.span().size(), b.span().data(), b.span().size());
    return result;
}

Result<Owned> bytes_repeat(Runtime& rt, Value self, std::int64_t count) {
    const BytesLike bytes = self_bytes(self);
    if (count <= 0 || bytes.span().empty()) return make_like(rt, self, ByteSpan());
    if (count == 1) return unchanged(rt, self);
    std::int64_t size;
    if (__builtin_mul_overflow(static_cast<std::int64_t>(bytes.span().size()), count, &size)) {
        if (is_array_self(self)) return raise_memory_error(rt);
        return raise(rt, TypeId::OverflowError, "repeated bytes are too long");
    }
    if (!rt.heap().would_fit(static_cast<std::size_t>(size))) return raise_memory_error(rt);
    TRY(rt.pay(static_cast<std::uint64_t>(size) >> 8));
    std::uint8_t* out;
    Owned result = make_like(rt, self, size, out);
    repeat_into(out, bytes.span(), count);
    return result;
}

Result<Owned> bytes_remainder(Runtime& rt, Value left, Value right) {
    if (!is_bytes_or_subclass(rt, left) && !is_bytearray_or_subclass(rt, left))
        return Owned::adopt(Value::not_implemented());
    // A copy of the format, so that a bytearray may change while the values' code runs.
    const ByteSpan bytes = self_bytes(left).span();
    auto format = make_str_latin1(rt, bytes.data(), static_cast<std::int64_t>(bytes.size()));
    auto text = TRY(bytes_percent_format(rt, *format, right));
    return make_like(rt, left, ByteSpan(text->latin1(), static_cast<std::size_t>(text->length)));
}

Result<Owned> bytes_subscript(Runtime& rt, Value self, Value key) {
    const bool array = is_array_self(self);
    if (is_slice(key)) {
        SliceRange range = TRY(slice_unpack(rt, key));
        const BytesLike bytes = self_bytes(self);
        slice_adjust(range, static_cast<std::int64_t>(bytes.span().size()));
        if (range.count <= 0) return make_like(rt, self, ByteSpan());
        if (range.step == 1) {
            if (!array && is_bytes(self) && range.count == static_cast<std::int64_t>(bytes.span().size()))
                return Owned::share(self);
            return make_like(
                rt, self,
                bytes.span().subspan(static_cast<std::size_t>(range.start), static_cast<std::size_t>(range.count)));
        }
        TRY(rt.pay(static_cast<std::uint64_t>(range.count) >> 6));
        std::uint8_t* out;
        Owned result = make_like(rt, self, range.count, out);
        copy_strided(out, bytes.span().data(), range.start, range.step, range.count);
        return result;
    }
    if (!key.is_int() && !is_any_int(key) && !rt.type_of(key).slots.index)
        return raise(rt, TypeId::TypeError, "%s indices must be integers or slices, not %.200s",
                     array ? "bytearray" : "byte", type_name(rt, key));
    std::int64_t i = key.is_int() ? key.as_int() : TRY(index_int64(rt, key, TypeId::IndexError));
    const ByteSpan bytes = self_bytes(self).span();
    if (i < 0) i += static_cast<std::int64_t>(bytes.size());
    if (i < 0 || i >= static_cast<std::int64_t>(bytes.size()))
        return raise(rt, TypeId::IndexError, array ? "bytearray index out of range" : "index out of range");
    return Owned::adopt(Value::from_int(bytes[static_cast<std::size_t>(i)]));
}

Result<bool> bytes_contains(Runtime& rt, Value self, Value item) {
    Owned number;
    if (is_any_int(item)) {
        number = Owned::share(item);
    } else if (rt.type_of(item).slots.index) {
        auto converted = index(rt, item); // of what is no number after all the memory counts
        if (!converted.is_raised())
            number = converted.take();
        else if (!swallow_pending(rt))
            return raised;
    }
    if (!number.is_unbound()) {
        const std::uint8_t byte = TRY(byte_value(rt, number, "byte"));
        return search::find_element(self_bytes(self).span(), byte) >= 0;
    }
    const BytesLike wanted = TRY(bytes_like(rt, item));
    const BytesLike bytes = self_bytes(self);
    TRY(rt.pay(bytes.span().size() >> 8));
    return search::find(bytes.span(), wanted.span()) >= 0;
}

} // namespace mp
