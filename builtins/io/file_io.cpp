// io.FileIO: a descriptor without a buffer.
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "builtins/granted.h"
#include "builtins/io/byte_file.h"
#include "builtins/io/stream.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytes.h"
#include "objects/types/bytes_like.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"
#include "objects/types/text_arguments.h"

namespace mp {

namespace {

constexpr const char* closed_text = "I/O operation on closed file";

Result<ByteFileObject*> open_file(Runtime& rt, Value self) {
    ByteFileObject& file = as_byte_file(self);
    if (!file.ready || file.closed || file.descriptor < 0) return raise_text(rt, TypeId::ValueError, closed_text);
    return &file;
}
Result<ByteFileObject*> readable_file(Runtime& rt, Value self) {
    ByteFileObject& file = *TRY(open_file(rt, self));
    if (!file.readable) return raise_unsupported(rt, "File not open for reading");
    return &file;
}
Result<ByteFileObject*> writable_file(Runtime& rt, Value self) {
    ByteFileObject& file = *TRY(open_file(rt, self));
    if (!file.writable) return raise_unsupported(rt, "File not open for writing");
    return &file;
}

Result<Owned> readall(Runtime& rt, Args args) {
    ByteFileObject& file = *TRY(open_file(rt, args[0]));
    BytesBuilder all(rt);
    for (;;) {
        const std::int64_t left = bytes_left(file);
        const std::int64_t room = std::max<std::int64_t>(left + 1, 8192);
        if (!rt.heap().would_fit(static_cast<std::size_t>(room + all.size()))) return raise_memory_error(rt);
        std::string part(static_cast<std::size_t>(room), '\0');
        const std::int64_t count = TRY(raw_read(rt, file, part));
        if (count < 0 && all.size() == 0) return Owned::adopt(Value::none());
        if (count <= 0) return Owned(all.finish());
        all.append(std::string_view(part.data(), static_cast<std::size_t>(count)));
    }
}

Result<Owned> read(Runtime& rt, Args args) {
    const std::int64_t size = TRY(stream_size(rt, args, 1));
    ByteFileObject& file = *TRY(readable_file(rt, args[0]));
    if (size < 0) return readall(rt, args);
    if (!rt.heap().would_fit(static_cast<std::size_t>(size))) return raise_memory_error(rt);
    Ref<BytesObject> bytes = make_bytes_uninitialised(rt, size);
    const std::int64_t count =
        TRY(raw_read(rt, file, {reinterpret_cast<char*>(bytes->data()), static_cast<std::size_t>(size)}));
    if (count < 0) return Owned::adopt(Value::none());
    if (count == size) return Owned(std::move(bytes));
    return Owned(make_bytes(rt, {bytes->data(), static_cast<std::size_t>(count)}));
}

Result<Owned> readinto(Runtime& rt, Args args) {
    TRY(readable_file(rt, args[0]));
    BufferView view = TRY(BufferView::acquire_writable(rt, args[1], "readinto() argument"));
    ByteFileObject& file = *TRY(readable_file(rt, args[0]));
    const std::int64_t count =
        TRY(raw_read(rt, file, {reinterpret_cast<char*>(view.bytes().data()), view.bytes().size()}));
    return count < 0 ? Owned::adopt(Value::none()) : make_int(rt, count);
}

// Byte by byte: nothing may be read ahead.
Result<Owned> readline(Runtime& rt, Args args) {
    const std::int64_t limit = TRY(stream_size(rt, args, 1));
    std::string line;
    while (limit < 0 || static_cast<std::int64_t>(line.size()) < limit) {
        ByteFileObject& file = *TRY(readable_file(rt, args[0]));
        char c;
        if (TRY(raw_read(rt, file, {&c, 1})) <= 0) break;
        line += c;
        if (c == '\n') break;
    }
    return Owned(make_bytes(rt, {reinterpret_cast<const std::uint8_t*>(line.data()), line.size()}));
}

Result<Owned> write(Runtime& rt, Args args) {
    const BytesLike bytes = TRY(bytes_like(rt, args[1]));
    ByteFileObject& file = *TRY(writable_file(rt, args[0]));
    const std::int64_t count = TRY(write_descriptor(
        rt, file.descriptor, {reinterpret_cast<const char*>(bytes.span().data()), bytes.span().size()}));
    return count < 0 ? Owned::adopt(Value::none()) : make_int(rt, count);
}

Result<void> flush(Runtime& rt, Args args) {
    if (!as_byte_file(args[0]).is_open()) return raise_closed(rt);
    return ok;
}
Result<void> close(Runtime& rt, Args args) {
    ByteFileObject& file = as_byte_file(args[0]);
    if (!file.ready || file.closed) {
        file.closed = true;
        return ok;
    }
    return raw_close(rt, file);
}

Result<Owned> seek(Runtime& rt, Args args) {
    const std::int64_t offset = TRY(index_int64(rt, args[1]));
    const int whence = TRY(int_argument(rt, args, 2, 0));
    ByteFileObject& file = *TRY(open_file(rt, args[0]));
    return make_int(rt, TRY(raw_seek(rt, file, offset, whence)));
}
Result<Owned> tell(Runtime& rt, Args args) {
    ByteFileObject& file = *TRY(open_file(rt, args[0]));
    return make_int(rt, TRY(raw_seek(rt, file, 0, SEEK_CUR)));
}

Result<Owned> truncate(Runtime& rt, Args args) {
    const bool given = args.has(1) && !args[1].is_none();
    std::int64_t size = given ? TRY(index_int64(rt, args[1])) : 0;
    ByteFileObject& file = *TRY(writable_file(rt, args[0]));
    if (!given) size = TRY(raw_seek(rt, file, 0, SEEK_CUR));
    TRY(raw_truncate(rt, file, size));
    return make_int(rt, size);
}

template <const char* const& name>
Result<Owned> question(Runtime& rt, Args args) {
    ByteFileObject& file = *TRY(open_file(rt, args[0]));
    return raw_question(rt, file, name);
}
constexpr const char* fileno_name = "fileno";
constexpr const char* isatty_name = "isatty";
constexpr const char* seekable_name = "seekable";

Result<Owned> is_readable(Runtime& rt, Args args) {
    return Owned::adopt(Value::boolean(TRY(open_file(rt, args[0]))->readable));
}
Result<Owned> is_writable(Runtime& rt, Args args) {
    return Owned::adopt(Value::boolean(TRY(open_file(rt, args[0]))->writable));
}

Result<Owned> get_closed(Runtime&, Value self) {
    return Owned::adopt(Value::boolean(!as_byte_file(self).ready || as_byte_file(self).closed));
}
Result<Owned> get_closefd(Runtime&, Value self) { return Owned::adopt(Value::boolean(as_byte_file(self).shows_owner)); }
Result<Owned> get_name(Runtime& rt, Value self) {
    const Value name = as_byte_file(self).name;
    if (name.is_unbound()) return raise_attribute_error(rt, self, *rt.names().name);
    return Owned::share(name);
}
Result<void> set_name(Runtime&, Value self, Value value) {
    replace(as_byte_file(self).name, Owned::share(value));
    return ok;
}
Result<Owned> get_mode(Runtime& rt, Value self) {
    const Value mode = as_byte_file(self).mode;
    return mode.is_unbound() ? Owned(make_str(rt, "rb")) : Owned::share(mode);
}

Result<Owned> repr_file(Runtime& rt, Value self) {
    const Type& type = *self.object()->type();
    ByteFileObject& file = as_byte_file(self);
    StrBuilder text(rt);
    text.append("<" + type.name);
    if (file.closed || file.descriptor < 0) {
        text.append(" [closed]>");
        return Owned(text.finish());
    }
    if (file.name.is_unbound()) {
        text.append(" fd=" + std::to_string(file.descriptor));
    } else {
        text.append(" name=");
        text.append(*TRY(repr(rt, Owned::share(file.name))));
    }
    text.append(" mode=");
    text.append(*TRY(repr(rt, TRY(get_mode(rt, self)))));
    text.append(file.shows_owner ? " closefd=True>" : " closefd=False>");
    return Owned(text.finish());
}

const NativeDef methods[] = {
    STREAM_METHODS,
    {"read", native<read>, 0, 1, "size=-1, /", "Read at most size bytes, returned as bytes."},
    {"readall", native<readall>, 0, 0, nullptr, "Read all data from the file, returned as bytes."},
    {"readinto", native<readinto>, 1, 1, "buffer, /", "Same as RawIOBase.readinto()."},
    {"readline", native<readline>, 0, 1, "size=-1, /", "Read and return a line from the stream."},
    {"write", native<write>, 1, 1, "b, /", "Write buffer b to file, return number of bytes written."},
    {"flush", native<flush>, 0, 0, nullptr, "Flush write buffers, if applicable."},
    {"close", native<close>, 0, 0, nullptr, "Close the file."},
    {"seek", native<seek>, 1, 2, "pos, whence=0, /", "Move to new file position and return the file position."},
    {"tell", native<tell>, 0, 0, nullptr, "Current file position."},
    {"truncate", native<truncate>, 0, 1, "size=None, /",
     "Truncate the file to at most size bytes and return the truncated size."},
    {"fileno", native<question<fileno_name>>, 0, 0, nullptr, "Return the underlying file descriptor (an integer)."},
    {"isatty", native<question<isatty_name>>, 0, 0, nullptr, "True if the file is connected to a TTY device."},
    {"seekable", native<question<seekable_name>>, 0, 0, nullptr, "True if file supports random-access."},
    {"readable", native<is_readable>, 0, 0, nullptr, "True if file was opened in a read mode."},
    {"writable", native<is_writable>, 0, 0, nullptr, "True if file was opened in a write mode."},
    {},
};
const GetSetDef getsets[] = {
    {"closed", get_closed, nullptr, "True if the file is closed"},
    {"closefd", get_closefd, nullptr, "True if the file descriptor will be closed by close()."},
    {"mode", get_mode, nullptr, "String giving the file mode"},
    {"name", get_name, set_name},
    {},
};

} // namespace

const TypeSpec file_io_spec = {
    .name = "FileIO",
    .module = "_io",
    .base = TypeId::object,
    .size = sizeof(ByteFileObject),
    .flags = type_has_gc | type_is_base | type_has_dict | type_weakrefs,
    .slots = {.dealloc = byte_file_dealloc,
              .traverse = byte_file_traverse,
              .clear = byte_file_clear,
              .new_ = byte_file_new,
              .init = init_file_io,
              .repr = repr_file,
              .iter = stream_iter,
              .iternext = stream_next},
    .methods = methods,
    .getsets = getsets,
    .doc =
        "Open a file.\n\nThe mode can be 'r' (default), 'w', 'x' or 'a' for reading,\nwriting, exclusive creation or "
        "appending.",
};

} // namespace mp
