// Subscripts: lists, tuples, dicts and texts by the spot, everything else through objects/protocol/.
#include <utility>

#include "interp/vm/handlers.h"
#include "objects/types/bytes.h"
#include "objects/types/dict.h"
#include "objects/types/list.h"
#include "objects/types/memoryview.h"
#include "objects/types/numbers.h"
#include "objects/types/slice.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

[[gnu::noinline]] static Value get_item_value(Vm& vm, Value container, Value key) {
    Result<Owned> result = get_item(vm, container, key);
    return result.is_raised() ? Value::raised_mark() : result.take().release();
}

SLOW(slow_GETITEM) {
    const Value b = R[B], c = R[C];
    SAVE_PC();
    const Value value = get_item_value(vm, b, c);
    if (value.is_raised()) [[unlikely]]
        GO(raise_here);
    consume(R, C);
    consume(R, B);
    STORE(A, value);
    NEXT(1);
}

// A dict by a str key.
SLOW(dict_GETITEM) {
    const Value b = R[B], c = R[C];
    const Value value = dict_get_str(*static_cast<DictObject*>(b.object()), *static_cast<StrObject*>(c.object()));
    if (value.is_unbound()) GO(slow_GETITEM);
    retain(value);
    consume(R, C);
    consume(R, B);
    STORE(A, value);
    NEXT(1);
}

// `b[i]` for a small int: found values are stored and the instruction ends; anything else falls out.
#define FAST_INDEX(index, words)                                                                                       \
    if (b.is_object()) {                                                                                               \
        Object* const object = b.object();                                                                             \
        std::int64_t i = (index);                                                                                      \
        if (object->layout == Layout::list) {                                                                          \
            const ListObject& list = *static_cast<ListObject*>(object);                                                \
            if (i < 0) i += list.size;                                                                                 \
            if (static_cast<std::uint64_t>(i) < static_cast<std::uint64_t>(list.size)) [[likely]] {                    \
                const Value value = list.items[i];                                                                     \
                retain(value);                                                                                         \
                consume(R, B);                                                                                         \
                STORE(A, value);                                                                                       \
                NEXT(words);                                                                                           \
            }                                                                                                          \
        } else if (object->layout == Layout::tuple) {                                                                  \
            const TupleObject& tuple = *static_cast<TupleObject*>(object);                                             \
            if (i < 0) i += tuple.size;                                                                                \
            if (static_cast<std::uint64_t>(i) < static_cast<std::uint64_t>(tuple.size)) [[likely]] {                   \
                const Value value = tuple[i];                                                                          \
                retain(value);                                                                                         \
                consume(R, B);                                                                                         \
                STORE(A, value);                                                                                       \
                NEXT(words);                                                                                           \
            }                                                                                                          \
        } else if (object->layout == Layout::str) {                                                                    \
            const StrObject& text = *static_cast<StrObject*>(object);                                                  \
            if (i < 0) i += text.length;                                                                               \
            if (static_cast<std::uint64_t>(i) < static_cast<std::uint64_t>(text.length) && (text.aux & 3) == 0) {      \
                const Value value = vm.latin1_char(text.latin1()[i]);                                                  \
                retain(value);                                                                                         \
                consume(R, B);                                                                                         \
                STORE(A, value);                                                                                       \
                NEXT(words);                                                                                           \
            }                                                                                                          \
        } else if (object->layout == Layout::bytearray) {                                                              \
            const ByteArrayObject& array = *static_cast<ByteArrayObject*>(object);                                     \
            if (i < 0) i += array.size;                                                                                \
            if (static_cast<std::uint64_t>(i) < static_cast<std::uint64_t>(array.size)) {                              \
                const Value value = Value::from_int(array.start[i]);                                                   \
                consume(R, B);                                                                                         \
                STORE(A, value);                                                                                       \
                NEXT(words);                                                                                           \
            }                                                                                                          \
        } else if (object->layout == Layout::bytes) {                                                                  \
            const BytesObject& bytes = *static_cast<BytesObject*>(object);                                             \
            if (i < 0) i += bytes.size;                                                                                \
            if (static_cast<std::uint64_t>(i) < static_cast<std::uint64_t>(bytes.size)) {                              \
                const Value value = Value::from_int(bytes.data()[i]);                                                  \
                consume(R, B);                                                                                         \
                STORE(A, value);                                                                                       \
                NEXT(words);                                                                                           \
            }                                                                                                          \
        }                                                                                                              \
    }

// An item of a memoryview of one dimension that needs no object.
static inline Value view_item(const MemoryViewObject& view, std::int64_t i) noexcept {
    return view.fast_code ? immediate_item(view.item, view.data + i * view.stride) : Value();
}
SLOW(view_GETITEM) {
    const MemoryViewObject& view = *static_cast<MemoryViewObject*>(R[B].object());
    std::int64_t i = R[C].as_int();
    if (i < 0) i += view.length;
    if (static_cast<std::uint64_t>(i) >= static_cast<std::uint64_t>(view.length)) GO(slow_GETITEM);
    const Value value = view_item(view, i);
    if (value.is_unbound()) GO(slow_GETITEM);
    consume(R, B);
    STORE(A, value);
    NEXT(1);
}
OP(GETITEM) {
    const Value b = R[B], c = R[C];
    if (c.is_int()) {
        FAST_INDEX(c.as_int(), 1)
        if (is_memoryview(b)) GO(view_GETITEM);
    } else if (is_dict(b) && is_str(c))
        GO(dict_GETITEM);
    GO(slow_GETITEM);
}
SLOW(slow_GETITEMI) {
    SAVE_PC();
    const Value value = get_item_value(vm, R[B], Value::from_int(C));
    if (value.is_raised()) GO(raise_here);
    consume(R, B);
    STORE(A, value);
    NEXT(1);
}
SLOW(view_GETITEMI) {
    const MemoryViewObject& view = *static_cast<MemoryViewObject*>(R[B].object());
    std::int64_t i = C;
    if (i < 0) i += view.length;
    if (static_cast<std::uint64_t>(i) >= static_cast<std::uint64_t>(view.length)) GO(slow_GETITEMI);
    const Value value = view_item(view, i);
    if (value.is_unbound()) GO(slow_GETITEMI);
    consume(R, B);
    STORE(A, value);
    NEXT(1);
}
OP(GETITEMI) {
    const Value b = R[B];
    FAST_INDEX(C, 1)
    if (is_memoryview(b)) GO(view_GETITEMI);
    GO(slow_GETITEMI);
}
SLOW(slow_GETITEMK) {
    SAVE_PC();
    const Value value = get_item_value(vm, R[B], K[UC]);
    if (value.is_raised()) GO(raise_here);
    consume(R, B);
    STORE(A, value);
    NEXT(1);
}
OP(GETITEMK) {
    const Value b = R[B], c = K[UC];
    if (!is_dict(b) || !is_str(c)) GO(slow_GETITEMK);
    const Value value = dict_get_str(*static_cast<DictObject*>(b.object()), *static_cast<StrObject*>(c.object()));
    if (value.is_unbound()) GO(slow_GETITEMK);
    retain(value);
    consume(R, B);
    STORE(A, value);
    NEXT(1);
}

[[gnu::noinline]] static bool set_item_value(Vm& vm, Value container, Value key, Value value) {
    return !set_item(vm, container, key, value).is_raised();
}
SLOW(slow_SETITEM) {
    SAVE_PC();
    if (!set_item_value(vm, R[A], R[B], R[C])) [[unlikely]]
        GO(raise_here);
    consume(R, C);
    consume(R, B);
    consume(R, A);
    NEXT(1);
}
#define FAST_SET(index)                                                                                                \
    if (a.is_object()) {                                                                                               \
        Object* const object = a.object();                                                                             \
        std::int64_t i = (index);                                                                                      \
        if (object->layout == Layout::list) {                                                                          \
            ListObject& list = *static_cast<ListObject*>(object);                                                      \
            if (i < 0) i += list.size;                                                                                 \
            if (static_cast<std::uint64_t>(i) < static_cast<std::uint64_t>(list.size)) [[likely]] {                    \
                const Value old = list.items[i];                                                                       \
                list.items[i] = take(R, C);                                                                            \
                if (old.is_object()) {                                                                                 \
                    SAVE_PC();                                                                                         \
                    drop(old.object());                                                                                \
                }                                                                                                      \
                consume(R, A);                                                                                         \
                NEXT(1);                                                                                               \
            }                                                                                                          \
        } else if (object->layout == Layout::bytearray) {                                                              \
            ByteArrayObject& array = *static_cast<ByteArrayObject*>(object);                                           \
            const Value c = R[C];                                                                                      \
            if (i < 0) i += array.size;                                                                                \
            if (static_cast<std::uint64_t>(i) < static_cast<std::uint64_t>(array.size) && c.is_int() &&                \
                static_cast<std::uint64_t>(c.as_int()) < 256) {                                                        \
                array.start[i] = static_cast<std::uint8_t>(c.as_int());                                                \
                consume(R, A);                                                                                         \
                NEXT(1);                                                                                               \
            }                                                                                                          \
        }                                                                                                              \
    }
// Stores a small int or an unboxed float that fits into an item of a memoryview; false: there is more to do.
static inline bool set_view_item(const MemoryViewObject& view, std::int64_t i, Value value) noexcept {
    std::uint8_t* const at = view.data + i * view.stride;
    const auto write = [&](auto item) {
        __builtin_memcpy(at, &item, sizeof item);
        return true;
    };
    if (value.is_int()) {
        const std::int64_t item = value.as_int();
        const auto write_fitting = [&]<class T>(T) { return std::in_range<T>(item) && write(static_cast<T>(item)); };
        switch (view.fast_code) {
        case 'B': return write_fitting(std::uint8_t{});
        case 'b': return write_fitting(std::int8_t{});
        case 'H': return write_fitting(std::uint16_t{});
        case 'h': return write_fitting(std::int16_t{});
        case 'I': return write_fitting(std::uint32_t{});
        case 'i': return write_fitting(std::int32_t{});
        case 'l':
        case 'q':
        case 'n': return write(item);
        case 'L':
        case 'Q':
        case 'N': return item >= 0 && write(item);
        default: return false;
        }
    }
    return value.is_float() && view.fast_code == 'd' && write(value.as_float());
}
SLOW(view_SETITEM) {
    const MemoryViewObject& view = *static_cast<MemoryViewObject*>(R[A].object());
    std::int64_t i = R[B].as_int();
    if (i < 0) i += view.length;
    if (view.readonly || static_cast<std::uint64_t>(i) >= static_cast<std::uint64_t>(view.length) ||
        !set_view_item(view, i, R[C]))
        GO(slow_SETITEM);
    consume(R, A);
    NEXT(1);
}
OP(SETITEM) {
    const Value a = R[A], b = R[B];
    if (b.is_int()) {
        FAST_SET(b.as_int())
        if (is_memoryview(a)) GO(view_SETITEM);
    }
    GO(slow_SETITEM);
}
SLOW(slow_SETITEMI) {
    SAVE_PC();
    if (!set_item_value(vm, R[A], Value::from_int(B), R[C])) GO(raise_here);
    consume(R, C);
    consume(R, A);
    NEXT(1);
}
SLOW(view_SETITEMI) {
    const MemoryViewObject& view = *static_cast<MemoryViewObject*>(R[A].object());
    std::int64_t i = B;
    if (i < 0) i += view.length;
    if (view.readonly || static_cast<std::uint64_t>(i) >= static_cast<std::uint64_t>(view.length) ||
        !set_view_item(view, i, R[C]))
        GO(slow_SETITEMI);
    consume(R, A);
    NEXT(1);
}
OP(SETITEMI) {
    const Value a = R[A];
    FAST_SET(B)
    if (is_memoryview(a)) GO(view_SETITEMI);
    GO(slow_SETITEMI);
}
[[gnu::noinline]] static bool delete_item_value(Vm& vm, Value container, Value key) {
    return !delete_item(vm, container, key).is_raised();
}
OP(DELITEM) {
    SAVE_PC();
    if (!delete_item_value(vm, R[A], R[B])) GO(raise_here);
    consume(R, B);
    consume(R, A);
    NEXT(1);
}

// ---- slices
// Bounds of a slice over an exact sequence with small int or None bounds, without a slice object.
static inline bool quick_bound(Value bound, std::int64_t length, std::int64_t absent, std::int64_t& result) noexcept {
    if (bound.is_none()) {
        result = absent;
        return true;
    }
    if (!bound.is_int()) return false;
    std::int64_t i = bound.as_int();
    if (i < 0) i = i + length < 0 ? 0 : i + length;
    result = i > length ? length : i;
    return true;
}
static std::span<const std::uint8_t> part_of(std::span<const std::uint8_t> bytes, std::int64_t start,
                                             std::int64_t stop) noexcept {
    return bytes.subspan(static_cast<std::size_t>(start), static_cast<std::size_t>(stop > start ? stop - start : 0));
}
[[gnu::noinline]] static Value get_slice_value(Vm& vm, Value container, Value low, Value high) {
    if (container.is_object()) {
        Object* object = container.object();
        std::int64_t start, stop;
        if (object->layout == Layout::list) {
            auto& list = *static_cast<ListObject*>(object);
            if (quick_bound(low, list.size, 0, start) && quick_bound(high, list.size, list.size, stop))
                return list_slice(vm, list, start, 1, stop > start ? stop - start : 0).release();
        } else if (object->layout == Layout::str) {
            auto& text = *static_cast<StrObject*>(object);
            if (quick_bound(low, text.length, 0, start) && quick_bound(high, text.length, text.length, stop))
                return str_substring(vm, text, start, stop > start ? stop : start).release();
        } else if (object->layout == Layout::bytes) {
            auto& bytes = *static_cast<BytesObject*>(object);
            if (quick_bound(low, bytes.size, 0, start) && quick_bound(high, bytes.size, bytes.size, stop)) {
                if (start == 0 && stop == bytes.size) return Owned::share(container).release();
                return Owned(make_bytes(vm, part_of(bytes.span(), start, stop))).release();
            }
        } else if (object->layout == Layout::bytearray) {
            auto& array = *static_cast<ByteArrayObject*>(object);
            if (quick_bound(low, array.size, 0, start) && quick_bound(high, array.size, array.size, stop))
                return Owned(make_bytearray(vm, part_of(std::as_const(array).span(), start, stop))).release();
        } else if (object->layout == Layout::memoryview) {
            auto& view = *static_cast<MemoryViewObject*>(object);
            if (view.ndim == 1 && !view.released && !view.restricted && quick_bound(low, view.length, 0, start) &&
                quick_bound(high, view.length, view.length, stop))
                return memoryview_part(vm, view, start, stop > start ? stop - start : 0).release();
        }
    }
    Owned slice = make_slice(vm, low, high, Value::none());
    Result<Owned> result = get_item(vm, container, slice);
    return result.is_raised() ? Value::raised_mark() : result.take().release();
}
OP(GETSLICE) {
    SAVE_PC();
    const int c = C;
    const Value value = get_slice_value(vm, R[B], R[c], R[c + 1]);
    if (value.is_raised()) [[unlikely]]
        GO(raise_here);
    consume(R, c + 1);
    consume(R, c);
    consume(R, B);
    STORE(A, value);
    NEXT(1);
}
[[gnu::noinline]] static bool set_slice_value(Vm& vm, Value container, Value low, Value high, Value value) {
    if (is_memoryview(container)) {
        auto& view = *static_cast<MemoryViewObject*>(container.object());
        std::int64_t start, stop;
        if (quick_bound(low, view.length, 0, start) && quick_bound(high, view.length, view.length, stop)) {
            const std::int64_t count = stop > start ? stop - start : 0;
            if (vm.pay(static_cast<std::uint64_t>(count) / 64).is_raised()) return false;
            if (memoryview_set_part(view, start, count, value)) return true;
        }
    }
    Owned slice = make_slice(vm, low, high, Value::none());
    return !set_item(vm, container, slice, value).is_raised();
}
OP(SETSLICE) {
    SAVE_PC();
    const int c = C;
    if (!set_slice_value(vm, R[A], R[c], R[c + 1], R[B])) GO(raise_here);
    consume(R, c + 1);
    consume(R, c);
    consume(R, B);
    consume(R, A);
    NEXT(1);
}
[[gnu::noinline]] static Value slice_value(Vm& vm, const Value* parts) {
    Owned slice = make_slice(vm, parts[0], parts[1], parts[2]);
    return slice.release();
}
OP(BUILD_SLICE) {
    SAVE_PC();
    const int b = B;
    const Value value = slice_value(vm, R + b);
    consume(R, b + 2);
    consume(R, b + 1);
    consume(R, b);
    STORE(A, value);
    NEXT(1);
}

} // namespace mp
