// io.BytesIO: a stream of bytes over a bytearray. While getbuffer()'s view lives, the array refuses to change its size.
#include <algorithm>

#include "builtins/io/memory_streams.h"
#include "builtins/io/stream.h"
#include "builtins/native_object.h"
#include "objects/buffer/view.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytes.h"
#include "objects/types/bytes_like.h"
#include "objects/types/memoryview.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"
#include "objects/types/text_arguments.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

struct BytesIOObject : Object {
    Value data; // owned bytearray; None once closed
    std::int64_t position;
    auto owned() noexcept { return std::tie(data); }
    ByteArrayObject& bytes() noexcept { return *static_cast<ByteArrayObject*>(data.object()); }
};

BytesIOObject& stream_of(Value value) noexcept { return self_as<BytesIOObject>(value); }

Result<BytesIOObject*> open_stream(Runtime& rt, Value self) {
    BytesIOObject& stream = stream_of(self);
    if (stream.data.is_none()) return raise_closed(rt);
    return &stream;
}

Result<Owned> make_new(Runtime& rt, Type* type, Args) {
    Ref<BytesIOObject> stream = make_owned<BytesIOObject>(rt, *type);
    stream->position = 0;
    replace(stream->data, Owned(make_bytearray(rt, {})));
    return Owned(std::move(stream));
}

Result<void> initialise(Runtime& rt, Value self, Args args) {
    static const NativeDef definition = {"BytesIO", nullptr, 0, 1, "initial_bytes=b''"};
    Value given[1];
    TRY(bind_arguments(rt, definition, args, given));
    BytesIOObject& stream = stream_of(self);
    Ref<ByteArrayObject> data = make_bytearray(rt, {});
    if (!given[0].is_unbound() && !given[0].is_none()) {
        BytesLike bytes = TRY(bytes_like(rt, given[0]));
        TRY(data->append(rt, bytes.span()));
    }
    replace(stream.data, Owned(std::move(data)));
    stream.position = 0;
    return ok;
}

// How many bytes a read of `size` (-1: all) may take.
std::int64_t available(BytesIOObject& stream, std::int64_t size) noexcept {
    const std::int64_t left = std::max<std::int64_t>(stream.bytes().size - stream.position, 0);
    return size < 0 ? left : std::min(left, size);
}

Ref<BytesObject> take(Runtime& rt, BytesIOObject& stream, std::int64_t count) {
    if (count == 0) return make_bytes(rt, {});
    Ref<BytesObject> result = make_bytes(rt, {stream.bytes().start + stream.position, static_cast<std::size_t>(count)});
    stream.position += count;
    return result;
}

Result<Owned> read(Runtime& rt, Args args) {
    const std::int64_t size = TRY(stream_size(rt, args, 1));
    BytesIOObject& stream = *TRY(open_stream(rt, args[0]));
    return Owned(take(rt, stream, available(stream, size)));
}

Result<Owned> readline(Runtime& rt, Args args) {
    const std::int64_t limit = TRY(stream_size(rt, args, 1));
    BytesIOObject& stream = *TRY(open_stream(rt, args[0]));
    std::int64_t count = available(stream, limit);
    const std::uint8_t* const start = stream.bytes().start + stream.position;
    const std::uint8_t* const end = std::find(start, start + count, '\n');
    if (end != start + count) count = end - start + 1;
    return Owned(take(rt, stream, count));
}

Result<Owned> readinto(Runtime& rt, Args args) {
    BufferView view = TRY(BufferView::acquire_writable(rt, args[1], "readinto() argument"));
    BytesIOObject& stream = *TRY(open_stream(rt, args[0]));
    const std::int64_t count = available(stream, static_cast<std::int64_t>(view.bytes().size()));
    std::copy_n(stream.bytes().start + stream.position, count, view.bytes().data());
    stream.position += count;
    return make_int(rt, count);
}

Result<Owned> write(Runtime& rt, Args args) {
    if (is_str_or_subclass(rt, args[1]))
        return raise(rt, TypeId::TypeError, "a bytes-like object is required, not 'str'");
    BytesLike given = TRY(bytes_like(rt, args[1]));
    BytesIOObject& stream = *TRY(open_stream(rt, args[0]));
    const auto span = given.span();
    const auto count = static_cast<std::int64_t>(span.size());
    TRY(stream.bytes().check_resizable(rt));
    if (count == 0) return make_int(rt, 0);
    const std::int64_t old_size = stream.bytes().size;
    const std::int64_t end = stream.position + count;
    if (end > old_size) {
        TRY(stream.bytes().resize(rt, end));
        if (stream.position > old_size)
            std::fill(stream.bytes().start + old_size, stream.bytes().start + stream.position, std::uint8_t{0});
    }
    std::copy(span.begin(), span.end(), stream.bytes().start + stream.position);
    stream.position = end;
    return make_int(rt, count);
}

Result<Owned> getvalue(Runtime& rt, Args args) {
    BytesIOObject& stream = *TRY(open_stream(rt, args[0]));
    const auto span = stream.bytes().span();
    return Owned(make_bytes(rt, {span.data(), span.size()}));
}

Result<Owned> getbuffer(Runtime& rt, Args args) {
    BytesIOObject& stream = *TRY(open_stream(rt, args[0]));
    return Owned(TRY(make_memoryview(rt, stream.data)));
}

Result<Owned> seek(Runtime& rt, Args args) {
    std::int64_t place = TRY(index_int64(rt, args[1]));
    const int whence = TRY(int_argument(rt, args, 2, 0));
    BytesIOObject& stream = *TRY(open_stream(rt, args[0]));
    if (whence == 0 && place < 0)
        return raise(rt, TypeId::ValueError, "negative seek value %lld", static_cast<long long>(place));
    const std::int64_t base = whence == 1 ? stream.position : whence == 2 ? stream.bytes().size : 0;
    if (whence < 0 || whence > 2)
        return raise(rt, TypeId::ValueError, "invalid whence (%i, should be 0, 1 or 2)", whence);
    if (__builtin_add_overflow(place, base, &place)) return raise(rt, TypeId::OverflowError, "new position too large");
    stream.position = std::max<std::int64_t>(place, 0);
    return make_int(rt, stream.position);
}
Result<Owned> tell(Runtime& rt, Args args) { return make_int(rt, TRY(open_stream(rt, args[0]))->position); }

Result<Owned> truncate(Runtime& rt, Args args) {
    std::int64_t size = TRY(stream_size(rt, args, 1));
    BytesIOObject& stream = *TRY(open_stream(rt, args[0]));
    if (!args.has(1) || args[1].is_none()) size = stream.position;
    if (size < 0) return raise(rt, TypeId::ValueError, "negative size value %lld", static_cast<long long>(size));
    TRY(stream.bytes().check_resizable(rt));
    if (size < stream.bytes().size) TRY(stream.bytes().resize(rt, size));
    return make_int(rt, size);
}

Result<void> close(Runtime& rt, Args args) {
    BytesIOObject& stream = stream_of(args[0]);
    if (stream.data.is_none()) return ok;
    TRY(stream.bytes().check_resizable(rt));
    replace(stream.data, Owned::adopt(Value::none()));
    return ok;
}

Result<void> nothing_if_open(Runtime& rt, Args args) {
    TRY(open_stream(rt, args[0]));
    return ok;
}
Result<Owned> true_if_open(Runtime& rt, Args args) {
    TRY(open_stream(rt, args[0]));
    return Owned::adopt(Value::true_());
}
Result<Owned> false_if_open(Runtime& rt, Args args) {
    TRY(open_stream(rt, args[0]));
    return Owned::adopt(Value::false_());
}
Result<Owned> get_closed(Runtime&, Value self) { return Owned::adopt(Value::boolean(stream_of(self).data.is_none())); }

const NativeDef methods[] = {
    STREAM_METHODS,
    {"read", native<read>, 0, 1, "size=-1, /", "Read at most size bytes, returned as a bytes object."},
    {"read1", native<read>, 0, 1, "size=-1, /", "Read at most size bytes, returned as a bytes object."},
    {"readline", native<readline>, 0, 1, "size=-1, /", "Next line from the file, as a bytes object."},
    {"readinto", native<readinto>, 1, 1, "buffer, /", "Read bytes into buffer."},
    {"readinto1", native<readinto>, 1, 1, "buffer, /"},
    {"write", native<write>, 1, 1, "b, /", "Write bytes to file. Return the number of bytes written."},
    {"getvalue", native<getvalue>, 0, 0, nullptr, "Retrieve the entire contents of the BytesIO object."},
    {"getbuffer", native<getbuffer>, 0, 0, nullptr, "Get a read-write view over the contents of the BytesIO object."},
    {"seek", native<seek>, 1, 2, "pos, whence=0, /", "Change stream position."},
    {"tell", native<tell>, 0, 0, nullptr, "Current file position, an integer."},
    {"truncate", native<truncate>, 0, 1, "size=None, /", "Truncate the file to at most size bytes."},
    {"close", native<close>, 0, 0, nullptr, "Disable all I/O operations."},
    {"flush", native<nothing_if_open>, 0, 0, nullptr, "Does nothing."},
    {"isatty", native<false_if_open>, 0, 0, nullptr, "Always returns False."},
    {"readable", native<true_if_open>, 0, 0, nullptr, "Returns True if the IO object can be read."},
    {"writable", native<true_if_open>, 0, 0, nullptr, "Returns True if the IO object can be written."},
    {"seekable", native<true_if_open>, 0, 0, nullptr, "Returns True if the IO object can be seeked."},
    {},
};
const GetSetDef getsets[] = {{"closed", get_closed}, {}};

} // namespace

const TypeSpec bytes_io_spec = {
    .name = "BytesIO",
    .module = "_io",
    .base = TypeId::object,
    .size = sizeof(BytesIOObject),
    .flags = type_has_gc | type_is_base | type_has_dict | type_weakrefs,
    .slots = {.dealloc = dealloc_owned<BytesIOObject>,
              .traverse = traverse_owned<BytesIOObject>,
              .new_ = make_new,
              .init = initialise,
              .iter = stream_iter,
              .iternext = stream_next},
    .methods = methods,
    .getsets = getsets,
    .doc = "Buffered I/O implementation using an in-memory bytes buffer.",
};

} // namespace mp
