// bytes and bytearray: searching, replacing, partitioning.
#include "objects/core/raise.h"
#include "objects/types/bytes_methods.h"
#include "objects/types/numbers.h"
#include "objects/types/text_arguments.h"
#include "objects/types/tuple.h"

namespace mp::bytes_methods {

namespace {

// What find() looks for: a sub-sequence, or one byte given as an int.
class Needle {
public:
    explicit Needle(std::uint8_t byte) noexcept : byte_(byte), is_byte_(true) {}
    explicit Needle(BytesLike bytes) noexcept : bytes_(std::move(bytes)) {}
    ByteSpan span() const noexcept { return is_byte_ ? ByteSpan(&byte_, 1) : bytes_.span(); }

private:
    BytesLike bytes_;
    std::uint8_t byte_ = 0;
    bool is_byte_ = false;
};

Result<Needle> needle_argument(Runtime& rt, Value value) {
    if (is_bytes_like(rt, value)) return Needle(TRY(bytes_like(rt, value)));
    if (!is_any_int(value) && !rt.type_of(value).slots.index)
        return raise(rt, TypeId::TypeError, "argument should be integer or bytes-like object, not '%.200s'",
                     type_name(rt, value));
    return Needle(TRY(byte_value(rt, value, "byte")));
}

ByteSpan within(ByteSpan bytes, const SearchBounds& bounds) {
    return bytes.subspan(static_cast<std::size_t>(bounds.start), static_cast<std::size_t>(bounds.end - bounds.start));
}

// The place of the needle, or -1. Bounds are converted first, then the needle, then self's memory is looked at.
Result<std::int64_t> find_place(Runtime& rt, Args args, bool reverse) {
    SearchBounds bounds = TRY(bounds_arguments(rt, args, 2));
    const Needle needle = TRY(needle_argument(rt, args[1]));
    const BytesLike bytes = self_bytes(args[0]);
    bounds.adjust(static_cast<std::int64_t>(bytes.span().size()));
    TRY(rt.pay(bytes.span().size() >> 8));
    if (bounds.end < bounds.start) return -1;
    const ByteSpan hay = within(bytes.span(), bounds);
    const std::int64_t at = reverse ? search::find_last(hay, needle.span()) : search::find(hay, needle.span());
    return at < 0 ? -1 : at + bounds.start;
}

Result<Owned> index_of(Runtime& rt, Args args, bool reverse) {
    const std::int64_t at = TRY(find_place(rt, args, reverse));
    if (at < 0) return raise(rt, TypeId::ValueError, "subsection not found");
    return Owned::adopt(Value::from_int(at));
}

} // namespace

Result<Owned> find(Runtime& rt, Args args) { return Owned::adopt(Value::from_int(TRY(find_place(rt, args, false)))); }
Result<Owned> rfind(Runtime& rt, Args args) { return Owned::adopt(Value::from_int(TRY(find_place(rt, args, true)))); }
Result<Owned> index(Runtime& rt, Args args) { return index_of(rt, args, false); }
Result<Owned> rindex(Runtime& rt, Args args) { return index_of(rt, args, true); }

Result<Owned> count(Runtime& rt, Args args) {
    SearchBounds bounds = TRY(bounds_arguments(rt, args, 2));
    const Needle needle = TRY(needle_argument(rt, args[1]));
    const BytesLike bytes = self_bytes(args[0]);
    bounds.adjust(static_cast<std::int64_t>(bytes.span().size()));
    TRY(rt.pay(bytes.span().size() >> 8));
    if (bounds.end < bounds.start) return Owned::adopt(Value::from_int(0));
    return Owned::adopt(Value::from_int(search::count(within(bytes.span(), bounds), needle.span())));
}

namespace {

bool has_affix(ByteSpan bytes, ByteSpan affix, SearchBounds bounds, bool at_end) {
    bounds.adjust(static_cast<std::int64_t>(bytes.size()));
    const auto size = static_cast<std::int64_t>(affix.size());
    if (bounds.end - bounds.start < size) return false;
    const std::int64_t at = at_end ? bounds.end - size : bounds.start;
    return affix.empty() || std::memcmp(bytes.data() + at, affix.data(), affix.size()) == 0;
}

Result<Owned> with_affix(Runtime& rt, Args args, const char* name, bool at_end) {
    const SearchBounds bounds = TRY(bounds_arguments(rt, args, 2));
    if (is_tuple_or_subclass(rt, args[1])) {
        const auto& choices = *static_cast<TupleObject*>(args[1].object());
        for (std::int64_t i = 0; i < choices.size; ++i) {
            TRY(rt.pay(1));
            const BytesLike affix = TRY(bytes_like(rt, choices[i]));
            if (has_affix(self_bytes(args[0]).span(), affix.span(), bounds, at_end))
                return Owned::adopt(Value::true_());
        }
        return Owned::adopt(Value::false_());
    }
    if (!is_bytes_like(rt, args[1]))
        return raise(rt, TypeId::TypeError, "%s first arg must be bytes or a tuple of bytes, not %.100s", name,
                     type_name(rt, args[1]));
    const BytesLike affix = TRY(bytes_like(rt, args[1]));
    return Owned::adopt(Value::boolean(has_affix(self_bytes(args[0]).span(), affix.span(), bounds, at_end)));
}

} // namespace

Result<Owned> startswith(Runtime& rt, Args args) { return with_affix(rt, args, "startswith", false); }
Result<Owned> endswith(Runtime& rt, Args args) { return with_affix(rt, args, "endswith", true); }

Result<Owned> removeprefix(Runtime& rt, Args args) {
    const BytesLike prefix = TRY(bytes_like(rt, args[1]));
    const BytesLike bytes = self_bytes(args[0]);
    if (!has_affix(bytes.span(), prefix.span(), {}, false) || prefix.span().empty()) return unchanged(rt, args[0]);
    return make_like(rt, args[0], bytes.span().subspan(prefix.span().size()));
}

Result<Owned> removesuffix(Runtime& rt, Args args) {
    const BytesLike suffix = TRY(bytes_like(rt, args[1]));
    const BytesLike bytes = self_bytes(args[0]);
    if (!has_affix(bytes.span(), suffix.span(), {}, true) || suffix.span().empty()) return unchanged(rt, args[0]);
    return make_like(rt, args[0], bytes.span().first(bytes.span().size() - suffix.span().size()));
}

Result<Owned> replace(Runtime& rt, Args args) {
    const BytesLike what = TRY(bytes_like(rt, args[1]));
    const BytesLike with = TRY(bytes_like(rt, args[2]));
    std::int64_t most = TRY(size_argument(rt, args, 3, -1)); // both are held: whatever __index__ does, they stay
    if (most < 0) most = INT64_MAX;
    const BytesLike bytes = self_bytes(args[0]);
    TRY(rt.pay(bytes.span().size() >> 8));
    const std::int64_t count = most == 0 ? 0 : search::count(bytes.span(), what.span(), most);
    if (count == 0) return unchanged(rt, args[0]);
    const auto old_size = static_cast<std::int64_t>(what.span().size()),
               new_size = static_cast<std::int64_t>(with.span().size());
    std::int64_t growth, size;
    if (__builtin_mul_overflow(new_size - old_size, count, &growth) ||
        __builtin_add_overflow(static_cast<std::int64_t>(bytes.span().size()), growth, &size))
        return raise(rt, TypeId::OverflowError, "replace bytes is too long");
    if (size == 0) return make_like(rt, args[0], ByteSpan());
    if (!rt.heap().would_fit(static_cast<std::size_t>(size))) return raise_memory_error(rt);
    TRY(rt.pay(static_cast<std::uint64_t>(size) >> 8));
    std::uint8_t* out;
    Owned result = make_like(rt, args[0], size, out);
    replace_into(out, bytes.span(), what.span(), with.span(), count);
    return result;
}

namespace {

Result<Owned> partition_at(Runtime& rt, Args args, bool reverse) {
    const Value self = args[0];
    // A bytearray makes a bytearray of the separator first: of any exporter, a strided view, too.
    const BytesLike separator = is_array_self(self) && is_bytes_like(rt, args[1])
                                    ? BytesLike::of_bytes(TRY(bytes_of_exporter(rt, args[1])))
                                    : TRY(bytes_like(rt, args[1]));
    if (separator.span().empty()) return raise(rt, TypeId::ValueError, "empty separator");
    const BytesLike bytes = self_bytes(self);
    TRY(rt.pay(bytes.span().size() >> 8));
    const std::int64_t at =
        reverse ? search::find_last(bytes.span(), separator.span()) : search::find(bytes.span(), separator.span());
    if (at < 0) {
        Owned whole = is_array_self(self) ? unchanged(rt, self) : Owned::share(self); // an instance of a subclass, too
        Owned first_empty = make_like(rt, self, ByteSpan());
        Owned second_empty = make_like(rt, self, ByteSpan());
        return reverse ? Owned(tuple_of(rt, first_empty, second_empty, whole))
                       : Owned(tuple_of(rt, whole, first_empty, second_empty));
    }
    const auto place = static_cast<std::size_t>(at);
    Owned before = make_like(rt, self, bytes.span().first(place));
    // bytes hand the argument itself back, a bytearray copies it.
    Owned middle = is_array_self(self) ? make_like(rt, self, separator.span()) : Owned::share(args[1]);
    Owned behind = make_like(rt, self, bytes.span().subspan(place + separator.span().size()));
    return Owned(tuple_of(rt, before, middle, behind));
}

} // namespace

Result<Owned> partition(Runtime& rt, Args args) { return partition_at(rt, args, false); }
Result<Owned> rpartition(Runtime& rt, Args args) { return partition_at(rt, args, true); }

} // namespace mp::bytes_methods
