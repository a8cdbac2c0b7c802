// io.BytesIO: a stream of bytes over a bytearray. While getbuffer()'s view lives, the array refuses to change its size.
#include <algorithm>
#include <cstring>

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
    static constexpr const char* closed_text = "I/O operation on closed file.";
    Value data; // owned bytearray; None once closed
    std::int64_t position;
    auto owned() noexcept { return std::tie(data); }
    ByteArrayObject& bytes() noexcept { return *static_cast<ByteArrayObject*>(data.object()); }
    bool is_closed() const noexcept { return data.is_none(); }
    std::int64_t length() noexcept { return bytes().size; }
    Owned value(Runtime& rt) { return make_bytes(rt, bytes().span()); }
};

using Stream = MemoryStream<BytesIOObject>;

BytesIOObject& stream_of(Value value) noexcept { return self_as<BytesIOObject>(value); }
Result<BytesIOObject*> open_stream(Runtime& rt, Value self) { return Stream::open(rt, self); }
std::int64_t available(BytesIOObject& stream, std::int64_t size) noexcept { return Stream::available(stream, size); }

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
    if (!stream.is_closed()) TRY(stream.bytes().check_resizable(rt));
    Ref<ByteArrayObject> data = make_bytearray(rt, {});
    if (!given[0].is_unbound() && !given[0].is_none()) {
        BytesLike bytes = TRY(bytes_like(rt, given[0]));
        TRY(data->append(rt, bytes.span()));
    }
    if (!stream.is_closed()) TRY(stream.bytes().check_resizable(rt)); // __buffer__ may have exported it
    replace(stream.data, Owned(std::move(data)));
    stream.position = 0;
    return ok;
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

Result<Ref<BytesObject>> read_line(Runtime& rt, Value self, std::int64_t limit) {
    BytesIOObject& stream = *TRY(open_stream(rt, self));
    std::int64_t count = available(stream, limit);
    const std::uint8_t* const start = stream.bytes().start + stream.position;
    const void* end = count > 0 ? std::memchr(start, '\n', static_cast<std::size_t>(count)) : nullptr;
    if (end) count = static_cast<const std::uint8_t*>(end) - start + 1;
    return take(rt, stream, count);
}

Result<Owned> readline(Runtime& rt, Args args) {
    const std::int64_t limit = TRY(stream_size(rt, args, 1));
    return Owned(TRY(read_line(rt, args[0], limit)));
}

Result<Owned> next_line(Runtime& rt, Value self) {
    Ref<BytesObject> line = TRY(read_line(rt, self, -1));
    if (line->size == 0) return Owned::adopt(Value::exhausted());
    return Owned(std::move(line));
}

Result<Owned> read_into(Runtime& rt, Args args, const char* what) {
    BufferView view = TRY(BufferView::acquire_writable(rt, args[1], what));
    BytesIOObject& stream = *TRY(open_stream(rt, args[0]));
    const std::int64_t count = available(stream, static_cast<std::int64_t>(view.bytes().size()));
    std::copy_n(stream.bytes().start + stream.position, count, view.bytes().data());
    stream.position += count;
    return make_int(rt, count);
}
Result<Owned> readinto(Runtime& rt, Args args) { return read_into(rt, args, "readinto() argument"); }
Result<Owned> readinto1(Runtime& rt, Args args) { return read_into(rt, args, "readinto1() argument"); }

Result<Owned> write(Runtime& rt, Args args) {
    TRY(TRY(open_stream(rt, args[0]))
            ->bytes()
            .check_resizable(rt)); // both again below: __buffer__ may close or export it
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

Result<Owned> readlines(Runtime& rt, Args args) {
    if (args.has(1) && !args[1].is_none() && !is_any_int(args[1])) // as CPython's: no __index__ here
        return raise(rt, TypeId::TypeError, "integer argument expected, got '%.200s'", type_name(rt, args[1]));
    return stream_readlines(rt, args);
}

// What getbuffer()'s view shows as its object: it lends the stream's array and nothing else, so that scripts do not reach the array itself.
struct BytesIOBufferObject : Object {
    Value data; // owned
    auto owned() noexcept { return std::tie(data); }
};

Result<void> lend(Runtime& rt, Object* object, const BufferRequest& request, BufferFields& fields) {
    return bytearray_get_buffer(rt, static_cast<BytesIOBufferObject*>(object)->data.object(), request, fields);
}
void take_back(Runtime& rt, Object* object, BufferFields& fields) {
    bytearray_release_buffer(rt, static_cast<BytesIOBufferObject*>(object)->data.object(), fields);
}

Result<Owned> getbuffer(Runtime& rt, Args args) {
    BytesIOObject& stream = *TRY(open_stream(rt, args[0]));
    Ref<BytesIOBufferObject> buffer = make_owned<BytesIOBufferObject>(rt, *TRY(io_type(rt, bytes_io_buffer_spec)));
    set_field(buffer->data, stream.data);
    return Owned(TRY(make_memoryview(rt, buffer)));
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

Result<Owned> truncate(Runtime& rt, Args args) {
    std::int64_t size = TRY(stream_size(rt, args, 1));
    BytesIOObject& stream = *TRY(open_stream(rt, args[0]));
    if (!args.has(1) || args[1].is_none()) size = stream.position;
    TRY(stream.bytes().check_resizable(rt));
    if (size < 0) return raise(rt, TypeId::ValueError, "negative size value %lld", static_cast<long long>(size));
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

Result<Owned> get_state(Runtime& rt, Args args) {
    BytesIOObject& stream = *TRY(open_stream(rt, args[0]));
    Owned value = stream.value(rt), position = make_int(rt, stream.position);
    Owned attributes = TRY(Stream::attributes(rt, args[0]));
    return Owned(tuple_of(rt, value, position, attributes));
}

Result<void> set_state(Runtime& rt, Args args) {
    TRY(open_stream(rt, args[0]));
    if (!is_tuple_or_subclass(rt, args[1]) || static_cast<TupleObject*>(args[1].object())->size != 3)
        return raise(rt, TypeId::TypeError, "%.200s.__setstate__ argument should be 3-tuple, got %.200s",
                     type_name(rt, args[0]), type_name(rt, args[1]));
    const auto& state = *static_cast<TupleObject*>(args[1].object());
    BytesIOObject& stream = stream_of(args[0]);
    if (!stream.is_closed()) TRY(stream.bytes().check_resizable(rt));
    Ref<ByteArrayObject> data = make_bytearray(rt, {});
    {
        BytesLike bytes = TRY(bytes_like(rt, state[0]));
        TRY(data->append(rt, bytes.span()));
    }
    const std::int64_t position = TRY(Stream::position_of_state(rt, state[1]));
    if (!stream.is_closed()) TRY(stream.bytes().check_resizable(rt)); // __buffer__ may have exported it
    replace(stream.data, Owned(std::move(data)));
    stream.position = position;
    return Stream::set_attributes(rt, args[0], state[2]);
}

const NativeDef methods[] = {
    {"readlines", native<readlines>, 0, 1, "size=None, /", "List of bytes objects, each a line from the file."},
    MEMORY_STREAM_METHODS(BytesIOObject),
    {"read", native<read>, 0, 1, "size=-1, /", "Read at most size bytes, returned as a bytes object."},
    {"read1", native<read>, 0, 1, "size=-1, /", "Read at most size bytes, returned as a bytes object."},
    {"readline", native<readline>, 0, 1, "size=-1, /", "Next line from the file, as a bytes object."},
    {"readinto", native<readinto>, 1, 1, "buffer, /", "Read bytes into buffer."},
    {"readinto1", native<readinto1>, 1, 1, "buffer, /"},
    {"write", native<write>, 1, 1, "b, /", "Write bytes to file. Return the number of bytes written."},
    {"getbuffer", native<getbuffer>, 0, 0, nullptr, "Get a read-write view over the contents of the BytesIO object."},
    {"seek", native<seek>, 1, 2, "pos, whence=0, /", "Change stream position."},
    {"truncate", native<truncate>, 0, 1, "size=None, /", "Truncate the file to at most size bytes."},
    {"close", native<close>, 0, 0, nullptr, "Disable all I/O operations."},
    {"flush", native<Stream::nothing>, 0, 0, nullptr, "Does nothing."},
    {"__getstate__", native<get_state>, 0, 0},
    {"__setstate__", native<set_state>, 1, 1},
    {},
};
const GetSetDef getsets[] = {{"closed", Stream::closed}, {}};

} // namespace

const TypeSpec bytes_io_buffer_spec = {
    .name = "_BytesIOBuffer",
    .module = "_io",
    .base = TypeId::object,
    .size = sizeof(BytesIOBufferObject),
    .flags = type_has_gc | type_no_new,
    .slots = {.dealloc = dealloc_owned<BytesIOBufferObject>,
              .traverse = traverse_owned<BytesIOBufferObject>, // no clear: an export needs the array until it ends
              .get_buffer = lend,
              .release_buffer = take_back},
};

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
              .iternext = next_line},
    .methods = methods,
    .getsets = getsets,
    .doc = "Buffered I/O implementation using an in-memory bytes buffer.",
};

} // namespace mp
