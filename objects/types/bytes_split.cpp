// bytes and bytearray: splitting, joining, stripping.
#include <boost/container/small_vector.hpp>

#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytes_methods.h"
#include "objects/types/exception.h"
#include "objects/types/list.h"
#include "objects/types/text_arguments.h"
#include "objects/types/tuple.h"

namespace mp::bytes_methods {

namespace {

// A list of parts of self.
class PartList {
public:
    PartList(Runtime& rt, Value self) : rt_(rt), self_(self), list_(make_list(rt)), bytes_(self_bytes(self)) {}
    ByteSpan bytes() const noexcept { return bytes_.span(); }
    Result<void> operator()(std::int64_t start, std::int64_t end) {
        TRY(rt_.pay(1));
        const bool whole = start == 0 && end == static_cast<std::int64_t>(bytes().size());
        list_append(
            rt_, *list_,
            whole ? unchanged(rt_, self_)
                  : make_like(rt_, self_,
                              bytes().subspan(static_cast<std::size_t>(start), static_cast<std::size_t>(end - start))));
        return ok;
    }
    void reverse() noexcept { std::reverse(list_->items, list_->items + list_->size); }
    Owned finish() { return Owned(std::move(list_)); }

private:
    Runtime& rt_;
    Value self_;
    Ref<ListObject> list_;
    BytesLike bytes_;
};

Result<Owned> split_bytes(Runtime& rt, Args args, bool reverse) {
    const std::int64_t most = TRY(size_argument(rt, args, 2, -1));
    if (!args.has(1) || args[1].is_none()) {
        PartList parts(rt, args[0]);
        TRY(rt.pay(parts.bytes().size() >> 6));
        if (reverse) {
            TRY(rsplit_space(parts.bytes(), most, bytes_ctype::is_space, parts));
            parts.reverse();
        } else {
            TRY(split_space(parts.bytes(), most, bytes_ctype::is_space, parts));
        }
        return parts.finish();
    }
    const BytesLike separator = TRY(bytes_like(rt, args[1]));
    if (separator.span().empty()) return raise(rt, TypeId::ValueError, "empty separator");
    PartList parts(rt, args[0]);
    TRY(rt.pay(parts.bytes().size() >> 8));
    if (reverse) {
        TRY(rsplit_on(parts.bytes(), separator.span(), most, parts));
        parts.reverse();
    } else {
        TRY(split_on(parts.bytes(), separator.span(), most, parts));
    }
    return parts.finish();
}

} // namespace

Result<Owned> split(Runtime& rt, Args args) { return split_bytes(rt, args, false); }
Result<Owned> rsplit(Runtime& rt, Args args) { return split_bytes(rt, args, true); }

Result<Owned> splitlines(Runtime& rt, Args args) {
    const bool keep_ends = TRY(bool_argument(rt, args, 1, false));
    PartList parts(rt, args[0]);
    TRY(rt.pay(parts.bytes().size() >> 6));
    TRY(split_lines(parts.bytes(), keep_ends, bytes_ctype::is_line_break, parts));
    return parts.finish();
}

// Items are collected, then their memory is acquired (which may run __buffer__), then all of it is read: nothing can move meanwhile. Self is exported from the
// beginning on: an iterator that resizes it gets the BufferError, as in CPython.
Result<Owned> join(Runtime& rt, Args args) {
    const Value iterable = args[1];
    const Slots& slots = rt.type_of(iterable).slots;
    if (!slots.iter && !slots.get_item) return raise(rt, TypeId::TypeError, "can only join an iterable");
    const BytesLike separator = self_bytes(args[0]);
    auto items = TRY(tuple_from(rt, iterable));
    boost::container::small_vector<BytesLike, 10> pieces;
    pieces.reserve(static_cast<std::size_t>(items->size));
    std::int64_t size = 0;
    for (std::int64_t i = 0; i < items->size; ++i) {
        auto piece = bytes_like(rt, (*items)[i]);
        if (piece.is_raised()) {
            if (!swallow_pending(rt)) return raised; // whatever it was, as in CPython
            return raise(rt, TypeId::TypeError, "sequence item %lld: expected a bytes-like object, %.80s found",
                         static_cast<long long>(i), type_name(rt, (*items)[i]));
        }
        pieces.push_back(piece.take());
        if (__builtin_add_overflow(size, static_cast<std::int64_t>(pieces.back().span().size()), &size))
            return raise(rt, TypeId::OverflowError, "join() result is too long");
    }
    std::int64_t separators = 0;
    if (items->size > 1 &&
        (__builtin_mul_overflow(static_cast<std::int64_t>(separator.span().size()), items->size - 1, &separators) ||
         __builtin_add_overflow(size, separators, &size)))
        return raise(rt, TypeId::OverflowError, "join() result is too long");
    if (!rt.heap().would_fit(static_cast<std::size_t>(size))) return raise_memory_error(rt);
    TRY(rt.pay(static_cast<std::uint64_t>(items->size) + (static_cast<std::uint64_t>(size) >> 8)));
    if (items->size == 1 && is_bytes((*items)[0]) && !is_array_self(args[0])) return Owned::share((*items)[0]);
    if (size == 0) return make_like(rt, args[0], ByteSpan());
    std::uint8_t* out;
    Owned result = make_like(rt, args[0], size, out);
    auto put = [&out](ByteSpan bytes) {
        if (bytes.empty()) return;
        std::memcpy(out, bytes.data(), bytes.size());
        out += bytes.size();
    };
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (i > 0) put(separator.span());
        put(pieces[i].span());
    }
    return result;
}

namespace {

Result<Owned> strip_bytes(Runtime& rt, Args args, bool left, bool right) {
    Part part;
    const Value self = args[0];
    if (!args.has(1) || args[1].is_none()) {
        part = trim(self_bytes(self).span(), left, right, bytes_ctype::is_space);
    } else {
        const BytesLike characters = TRY(bytes_like(rt, args[1]));
        const ByteSet set(characters.span());
        part = trim(self_bytes(self).span(), left, right, [&](std::uint8_t c) { return set.has(c); });
    }
    const BytesLike bytes = self_bytes(self);
    if (part.start == 0 && part.end == static_cast<std::int64_t>(bytes.span().size())) return unchanged(rt, self);
    return make_like(
        rt, self,
        bytes.span().subspan(static_cast<std::size_t>(part.start), static_cast<std::size_t>(part.end - part.start)));
}

} // namespace

Result<Owned> strip(Runtime& rt, Args args) { return strip_bytes(rt, args, true, true); }
Result<Owned> lstrip(Runtime& rt, Args args) { return strip_bytes(rt, args, true, false); }
Result<Owned> rstrip(Runtime& rt, Args args) { return strip_bytes(rt, args, false, true); }

} // namespace mp::bytes_methods
