// bytearray: the methods that change it, and those that bytes do not have.
#include "objects/types/bytearray_methods.h"

#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytes_methods.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"
#include "objects/types/text_arguments.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

ByteArrayObject& self_of(Value value) { return *static_cast<ByteArrayObject*>(value.object()); }
Owned none() { return Owned::adopt(Value::none()); }

} // namespace

Result<Owned> bytearray_inplace_concat(Runtime& rt, Value self, Value other) {
    if (const auto bytes = other.is(self) ? std::nullopt : momentary_bytes(other)) {
        TRY(rt.pay(bytes->size() >> 8));
        TRY(self_of(self).append(rt, *bytes)); // refused when they are this array's own: then it is exported
        return Owned::share(self);
    }
    auto acquired = bytes_like(rt, other);
    if (acquired.is_raised()) {
        rt.clear_pending();
        return raise(rt, TypeId::TypeError, "can't concat %.100s to %.100s", type_name(rt, other), type_name(rt, self));
    }
    const BytesLike bytes = acquired.take();
    TRY(rt.pay(bytes.span().size() >> 8));
    TRY(self_of(self).append(rt, bytes.span())); // `b += b` is refused: b is exported to itself, as in CPython
    return Owned::share(self);
}

Result<Owned> bytearray_inplace_repeat(Runtime& rt, Value self, std::int64_t count) {
    ByteArrayObject& array = self_of(self);
    if (count < 0) count = 0;
    const std::int64_t unit = array.size;
    std::int64_t size;
    if (__builtin_mul_overflow(unit, count, &size) ||
        (count > 0 && !rt.heap().would_fit(static_cast<std::size_t>(size))))
        return raise_memory_error(rt);
    TRY(rt.pay(static_cast<std::uint64_t>(size) >> 8));
    TRY(array.resize(rt, size));
    if (unit > 0) repeat_into(array.start, ByteSpan(array.start, static_cast<std::size_t>(unit)), count);
    return Owned::share(self);
}

namespace {

Result<Owned> append(Runtime& rt, Args args) {
    const std::uint8_t byte = TRY(byte_value(rt, args[1], "byte"));
    TRY(self_of(args[0]).push_back(rt, byte));
    return none();
}

Result<Owned> extend(Runtime& rt, Args args) {
    const Value items = args[1];
    if (is_bytes_like(rt, items)) {
        if (items.is(args[0])) { // the storage may move: a copy is appended, when nothing is exported any more
            const Ref<BytesObject> copy = make_bytes(rt, self_bytes(items).span());
            TRY(self_of(args[0]).append(rt, copy->span()));
            return none();
        }
        auto acquired = bytes_like(rt, items);
        if (acquired.is_raised()) {
            rt.clear_pending();
            return raise(rt, TypeId::TypeError, "can't set bytearray slice from %.100s", type_name(rt, items));
        }
        const BytesLike bytes = acquired.take();
        TRY(self_of(args[0]).append(rt, bytes.span()));
        return none();
    }
    auto iterator = iterate(rt, items);
    if (iterator.is_raised()) {
        if (!pending_matches(rt, TypeId::TypeError)) return raised;
        rt.clear_pending();
        return raise(rt, TypeId::TypeError, "can't extend bytearray with %.100s", type_name(rt, items));
    }
    auto bytes = bytes_of_items(rt, iterator.take(), "byte");
    if (bytes.is_raised()) {
        if (is_str_or_subclass(rt, items) && pending_matches(rt, TypeId::TypeError)) {
            rt.clear_pending();
            return raise(rt, TypeId::TypeError, "expected iterable of integers; got: 'str'");
        }
        return raised;
    }
    TRY(self_of(args[0]).append(rt, bytes.take()->span()));
    return none();
}

Result<Owned> insert(Runtime& rt, Args args) {
    std::int64_t at = TRY(size_argument(rt, args, 1, 0));
    const std::uint8_t byte = TRY(byte_value(rt, args[2], "byte"));
    ByteArrayObject& array = self_of(args[0]);
    if (at < 0) at = std::max<std::int64_t>(0, at + array.size);
    at = std::min(at, array.size);
    TRY(array.splice(rt, at, 0, 1));
    array.start[at] = byte;
    return none();
}

Result<Owned> pop(Runtime& rt, Args args) {
    std::int64_t at = TRY(size_argument(rt, args, 1, -1));
    ByteArrayObject& array = self_of(args[0]);
    if (array.size == 0) return raise(rt, TypeId::IndexError, "pop from empty bytearray");
    if (at < 0) at += array.size;
    if (at < 0 || at >= array.size) return raise(rt, TypeId::IndexError, "pop index out of range");
    const std::uint8_t byte = array.start[at];
    if (at == array.size - 1)
        TRY(array.resize(rt, at));
    else
        TRY(array.splice(rt, at, 1, 0));
    return Owned::adopt(Value::from_int(byte));
}

Result<Owned> remove(Runtime& rt, Args args) {
    const std::uint8_t byte = TRY(byte_value(rt, args[1], "byte"));
    ByteArrayObject& array = self_of(args[0]);
    const std::int64_t at = search::find_element(ByteSpan(array.span()), byte);
    if (at < 0) return raise(rt, TypeId::ValueError, "value not found in bytearray");
    TRY(array.splice(rt, at, 1, 0));
    return none();
}

Result<Owned> reverse(Runtime&, Args args) {
    ByteArrayObject& array = self_of(args[0]);
    std::reverse(array.start, array.start + array.size);
    return none();
}

Result<Owned> clear(Runtime& rt, Args args) {
    TRY(self_of(args[0]).resize(rt, 0));
    return none();
}

Result<Owned> copy(Runtime& rt, Args args) { return Owned(make_bytearray(rt, self_bytes(args[0]).span())); }

// Since 3.14: new bytes are zero.
Result<Owned> resize(Runtime& rt, Args args) {
    const std::int64_t size = TRY(size_argument(rt, args, 1, 0));
    ByteArrayObject& array = self_of(args[0]);
    if (size < 0)
        return raise(rt, TypeId::ValueError, "Can only resize to positive sizes, got %lld",
                     static_cast<long long>(size));
    const std::int64_t old_size = array.size;
    if (size > old_size && !rt.heap().would_fit(static_cast<std::size_t>(size - old_size)))
        return raise_memory_error(rt);
    TRY(array.resize(rt, size));
    if (size > old_size) std::memset(array.start + old_size, 0, static_cast<std::size_t>(size - old_size));
    return none();
}

// Cuts off the first n bytes (all by default) and gives them as bytes.
Result<Owned> take_bytes(Runtime& rt, Args args) {
    const bool all = !args.has(1) || args[1].is_none();
    std::int64_t count = all ? 0 : TRY(size_argument(rt, args, 1, 0));
    ByteArrayObject& array = self_of(args[0]);
    if (all)
        count = array.size;
    else if (count < 0)
        count += array.size;
    if (count < 0 || count > array.size)
        return raise(rt, TypeId::IndexError, "can't take %lld bytes outside size %lld", static_cast<long long>(count),
                     static_cast<long long>(array.size));
    TRY(array.check_resizable(rt));
    auto taken = make_bytes(rt, ByteSpan(array.span()).first(static_cast<std::size_t>(count)));
    TRY(array.splice(rt, 0, count, 0));
    return Owned(std::move(taken));
}

Result<Owned> alloc(Runtime& rt, Args args) { return make_int(rt, self_of(args[0]).capacity); }

Result<Owned> sizeof_(Runtime& rt, Args args) {
    return make_int(rt, static_cast<std::int64_t>(sizeof(ByteArrayObject)) + self_of(args[0]).capacity);
}

// (type, arguments, state). Protocols below 3 know no bytes.
Result<Owned> reduced(Runtime& rt, Value self, bool as_bytes) {
    Owned state = Owned::adopt(Value::none());
    if (!is_bytearray(self)) {
        state = TRY(get_optional_attribute(rt, self, *rt.names().dunder_dict));
        if (state.is_unbound()) state = Owned::adopt(Value::none());
    }
    const BytesLike bytes = self_bytes(self);
    Ref<TupleObject> arguments =
        bytes.span().empty() ? make_tuple(rt, 0)
        : as_bytes
            ? tuple_of(rt, make_bytes(rt, bytes.span()))
            : tuple_of(rt, make_str_latin1(rt, bytes.span().data(), static_cast<std::int64_t>(bytes.span().size())),
                       make_str(rt, "latin-1"));
    return Owned(tuple_of(rt, Value(self.object()->type()), arguments, state));
}

Result<Owned> reduce(Runtime& rt, Args args) { return reduced(rt, args[0], false); }

Result<Owned> reduce_ex(Runtime& rt, Args args) {
    const int protocol = TRY(int_argument(rt, args, 1, 0));
    return reduced(rt, args[0], protocol >= 3);
}

namespace b = bytes_methods;

} // namespace

const NativeDef bytearray_methods[] = {
#define METHOD(name, min, max, signature, flags) {#name, native<b::name>, min, max, signature, nullptr, flags},
#include "objects/types/bytes_methods.def"
#undef METHOD
    {"append", native<append>, 1, 1},
    {"clear", native<clear>, 0, 0},
    {"copy", native<copy>, 0, 0},
    {"extend", native<extend>, 1, 1},
    {"insert", native<insert>, 2, 2},
    {"pop", native<pop>, 0, 1},
    {"remove", native<remove>, 1, 1},
    {"resize", native<resize>, 1, 1},
    {"reverse", native<reverse>, 0, 0},
    {"take_bytes", native<take_bytes>, 0, 1},
    {"__alloc__", native<alloc>, 0, 0},
    {"__sizeof__", native<sizeof_>, 0, 0},
    {"__reduce__", native<reduce>, 0, 0},
    {"__reduce_ex__", native<reduce_ex>, 0, 1},
    {},
};

} // namespace mp
