// pack and unpack, for the module's functions and Struct's methods alike.
#include <algorithm>
#include <cstdarg>
#include <cstdio>

#include "builtins/struct/struct.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytes.h"
#include "objects/types/bytes_like.h"
#include "objects/types/codecs.h"
#include "objects/types/exception.h"
#include "objects/types/memoryview.h"
#include "objects/types/text_arguments.h"
#include "objects/types/tuple.h"

namespace mp::struct_module {

namespace {

long long long_of(std::int64_t value) { return static_cast<long long>(value); }

std::int64_t size_of(const FormatPointer& format) noexcept { return format ? format->size : -1; }
std::int64_t values_of(const FormatPointer& format) noexcept { return format ? format->values : -1; }

// Where in `available` bytes an offset given by the caller lies; `packing` decides the words of the errors.
Result<std::int64_t> place(Runtime& rt, std::int64_t offset, std::int64_t size, std::int64_t available, bool packing) {
    const std::int64_t given = offset;
    if (offset < 0) {
        if (size > 0 && offset + size > 0)
            return raise_error(rt,
                               packing ? "no space to pack %lld bytes at offset %lld"
                                       : "not enough data to unpack %lld bytes at offset %lld",
                               long_of(size), long_of(given));
        if (offset + available < 0)
            return raise_error(rt, "offset %lld out of range for %lld-byte buffer", long_of(given), long_of(available));
        offset += available;
    }
    if (available - offset < size)
        return raise_error(rt,
                           packing ? "pack_into requires a buffer of at least %llu bytes for packing %lld bytes at "
                                     "offset %llu (actual buffer size is %lld)"
                                   : "unpack_from requires a buffer of at least %llu bytes for unpacking %lld bytes at "
                                     "offset %llu (actual buffer size is %lld)",
                           static_cast<unsigned long long>(size) + static_cast<unsigned long long>(offset),
                           long_of(size), static_cast<unsigned long long>(offset), long_of(available));
    return offset;
}

} // namespace

Raised raise_error(Runtime& rt, const char* format, ...) {
    char text[256];
    va_list arguments;
    va_start(arguments, format);
    std::vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    Owned message = make_str(rt, text);
    State& state = state_of(rt);
    if (!state.error) return raise_text(rt, TypeId::ValueError, text); // the interpreter is being taken down
    auto exception = call(rt, Value(state.error.get()), message);
    if (exception.is_raised()) return raised;
    return raise_exception(
        rt, Ref<ExceptionObject>::adopt(static_cast<ExceptionObject*>(exception.take().release().object())));
}

Result<FormatPointer> compile(Runtime& rt, Value text) {
    std::string copy;
    if (is_bytes_or_subclass(rt, text)) {
        const auto bytes = static_cast<BytesObject*>(text.object())->span();
        copy.assign(bytes.begin(), bytes.end());
    } else if (is_str_or_subclass(rt, text)) {
        auto& str = *static_cast<StrObject*>(text.object());
        if (!str.is_ascii())
            TRY(encode(rt, str,
                       CodecOptions{Encoding::ascii, ErrorHandler::strict, "strict"})); // raises UnicodeEncodeError
        copy = to_utf8(str);
    } else {
        return raise(rt, TypeId::TypeError, "Struct() argument 1 must be a str or bytes object, not %.200s",
                     type_name(rt, text));
    }
    TRY(rt.pay(copy.size() / 8));
    Format format;
    if (const char* error = compile_format(copy, format)) return raise_error(rt, "%s", error);
    return FormatPointer(std::move(format));
}

namespace {

bool equal_texts(Value a, Value b) noexcept {
    if (is_str(a))
        return is_str(b) && str_equal(*static_cast<StrObject*>(a.object()), *static_cast<StrObject*>(b.object()));
    return is_bytes(a) && is_bytes(b) &&
           std::ranges::equal(static_cast<BytesObject*>(a.object())->span(),
                              static_cast<BytesObject*>(b.object())->span());
}

[[gnu::noinline]] Result<FormatPointer> find_format(Runtime& rt, State& state, Value text) {
    const std::int64_t hashed = TRY(hash(rt, text)); // CPython looks it up in its cache first
    if (!is_bytes(text) && !is_str(text)) return compile(rt, text);
    State::Entry& equal = state.entry_of_hash(hashed);
    if (!equal_texts(equal.text, text)) {
        FormatPointer format = TRY(compile(rt, text));
        equal = {Owned::share(text), std::move(format)};
    }
    state.entry_of(text) = {Owned::share(text), equal.format};
    return FormatPointer(equal.format);
}

} // namespace

Result<FormatPointer> format_of(Runtime& rt, Value text) {
    State& state = state_of(rt);
    const State::Entry& entry = state.entry_of(text);
    if (entry.text.get().is(text)) [[likely]]
        return FormatPointer(entry.format);
    return find_format(rt, state, text);
}

Result<Owned> unpack_at(Runtime& rt, const Format& format, const std::uint8_t* from) {
    if (format.values > INT64_MAX / 16 || !rt.heap().would_fit(static_cast<std::size_t>(format.values) * sizeof(Value)))
        throw std::bad_alloc();
    Ref<TupleObject> tuple = make_tuple(rt, format.values);
    TRY(unpack_format(rt, format, from, tuple->items()));
    return Owned(std::move(tuple));
}

Result<Owned> pack(Runtime& rt, const FormatPointer& format, std::span<const Value> values) {
    if (static_cast<std::int64_t>(values.size()) != values_of(format))
        return raise_error(rt, "pack expected %lld items for packing (got %zu)", long_of(values_of(format)),
                           values.size());
    if (format->size > INT64_MAX - static_cast<std::int64_t>(sizeof(BytesObject)) - 1)
        return raise(rt, TypeId::OverflowError, "byte string is too large");
    if (format->size > INT64_MAX / 4 || !rt.heap().would_fit(static_cast<std::size_t>(format->size)))
        throw std::bad_alloc();
    TRY(rt.pay(static_cast<std::uint64_t>(format->size) / 64));
    Ref<BytesObject> bytes = make_bytes_uninitialised(rt, format->size);
    TRY(pack_format(rt, *format, values.data(), bytes->data(), *state_of(rt).error));
    return Owned(std::move(bytes));
}

namespace {

bool is_immediate_number(Value value) noexcept { return value.is_int() || value.is_float(); }

Result<Owned> pack_at(Runtime& rt, const FormatPointer& format, std::span<std::uint8_t> bytes,
                      std::span<const Value> arguments) {
    const std::int64_t offset = TRY(index_int64(rt, arguments[1], TypeId::IndexError));
    const std::int64_t at = TRY(place(rt, offset, size_of(format), static_cast<std::int64_t>(bytes.size()), true));
    if (!format) return Owned::adopt(Value::none());
    if (format->size > 0) std::memset(bytes.data() + at, 0, static_cast<std::size_t>(format->size));
    TRY(pack_format(rt, *format, arguments.data() + 2, bytes.data() + at, *state_of(rt).error));
    return Owned::adopt(Value::none());
}

} // namespace

Result<Owned> pack_into(Runtime& rt, const FormatPointer& format, std::span<const Value> arguments) {
    const auto expected = values_of(format);
    if (static_cast<std::int64_t>(arguments.size()) != expected + 2) {
        if (arguments.empty()) return raise_error(rt, "pack_into expected buffer argument");
        if (arguments.size() == 1) return raise_error(rt, "pack_into expected offset argument");
        return raise_error(rt, "pack_into expected %lld items for packing (got %zu)", long_of(expected),
                           arguments.size() - 2);
    }
    if (arguments[1].is_int() && std::ranges::all_of(arguments.subspan(2), is_immediate_number)) {
        if (const auto bytes = momentary_bytes(arguments[0], true)) // no conversion runs code
            return pack_at(rt, format, *bytes, arguments);
    }
    // While the view is held nothing that the conversions run can resize, release or revoke the memory.
    BufferView buffer = TRY(BufferView::acquire_writable(rt, arguments[0]));
    return pack_at(rt, format, buffer.bytes(), arguments);
}

Result<Owned> unpack(Runtime& rt, const FormatPointer& format, Value buffer) {
    BufferView view;
    ByteSpan bytes;
    if (const auto quick = momentary_bytes(buffer)) {
        bytes = *quick;
    } else {
        view = TRY(BufferView::acquire(rt, buffer));
        bytes = view.bytes();
    }
    if (static_cast<std::int64_t>(bytes.size()) != size_of(format))
        return raise_error(rt, "unpack requires a buffer of %lld bytes", long_of(size_of(format)));
    return unpack_at(rt, *format, bytes.data());
}

Result<Owned> unpack_from(Runtime& rt, const FormatPointer& format, Value buffer, Value offset_value) {
    // CPython's order: the buffer, then the offset, whose __index__ may run code.
    const bool runs_nothing = offset_value.is_unbound() || offset_value.is_int();
    BufferView view;
    ByteSpan bytes;
    if (const auto quick = runs_nothing ? momentary_bytes(buffer) : std::nullopt) {
        bytes = *quick;
    } else {
        view = TRY(BufferView::acquire(rt, buffer));
        bytes = view.bytes();
    }
    const std::int64_t offset = TRY(size_argument(rt, Args{&offset_value, 1}, 0, 0));
    const std::int64_t at = TRY(place(rt, offset, size_of(format), static_cast<std::int64_t>(bytes.size()), false));
    if (!format) return raise_error(rt, "Struct is not initialized");
    return unpack_at(rt, *format, bytes.data() + at);
}

Result<Owned> iter_unpack(Runtime& rt, const FormatPointer& format, Value buffer) {
    if (!format) return raise(rt, TypeId::RuntimeError, "Struct object is not initialized");
    if (format->size == 0) return raise_error(rt, "cannot iteratively unpack with a struct of length 0");
    BufferView held = TRY(BufferView::acquire(rt, buffer));
    if (held.fields().length % format->size != 0)
        return raise_error(rt, "iterative unpacking requires a buffer of a multiple of %lld bytes",
                           long_of(format->size));
    State& state = state_of(rt);
    if (!state.unpack_iterator) return raise(rt, TypeId::RuntimeError, "struct is being taken down");
    // The memory is kept by a view, which the host's revoke() reaches; of a view, by one that shares its export.
    Ref<MemoryViewObject> view =
        is_memoryview(buffer) ? TRY(make_memoryview(rt, buffer)) : TRY(make_memoryview_of(rt, std::move(held)));
    auto* iterator = static_cast<UnpackIteratorObject*>(
        rt.make_object(*state.unpack_iterator->instance_shape, sizeof(UnpackIteratorObject)));
    new (&iterator->format) FormatPointer(format);
    iterator->view = view.release();
    iterator->values = nullptr;
    iterator->index = 0;
    return Owned::adopt(iterator);
}

} // namespace mp::struct_module
