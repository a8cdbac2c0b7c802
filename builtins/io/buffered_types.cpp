// io.BufferedReader, BufferedWriter and BufferedRandom.
#include <algorithm>
#include <cstring>

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

ByteFileObject& file_of(Value value) noexcept { return as_byte_file(value); }

// ---- making: __init__(raw, buffer_size)

Result<bool> ask(Runtime& rt, Value raw, const char* question) {
    Ref<StrObject> name = rt.intern(question);
    Owned answer = TRY(call_method(rt, raw, *name));
    return truth(rt, answer);
}

Result<void> initialise(Runtime& rt, Value self, Args given, const NativeDef& definition, bool reads, bool writes) {
    Value values[2];
    TRY(bind_arguments(rt, definition, given, values));
    const std::int64_t room = TRY(size_argument(rt, Args{values, 2}, 1, 8192));
    auto& file = file_of(self);
    if (file.busy) TRY(check_usable(rt, file));
    if (reads && writes && !TRY(ask(rt, values[0], "seekable")))
        return raise_unsupported(rt, "File or stream is not seekable.");
    if (reads && !TRY(ask(rt, values[0], "readable"))) return raise_unsupported(rt, "File or stream is not readable.");
    if (writes && !TRY(ask(rt, values[0], "writable"))) return raise_unsupported(rt, "File or stream is not writable.");
    if (room <= 0) return raise(rt, TypeId::ValueError, "buffer size must be strictly positive");
    if (!rt.heap().would_fit(static_cast<std::size_t>(room))) return raise_memory_error(rt);
    if (file.is_open()) TRY(byte_file_flush(rt, file));
    if (file.is_system()) TRY(byte_file_close(rt, file)); // __init__ of an open file
    file.in.clear();
    file.in_start = 0;
    file.room = static_cast<std::size_t>(room);
    file.readable = reads;
    file.writable = writes;
    file.closed = file.detached = file.at_end = false;
    replace(file.name, Owned());
    replace(file.mode, Owned());
    replace(file.raw, Owned::share(values[0]));
    file.ready = true;
    return ok;
}

template <bool Reads, bool Writes>
Result<void> init(Runtime& rt, Value self, Args args) {
    static const NativeDef definition = {Reads && Writes ? "BufferedRandom"
                                         : Reads         ? "BufferedReader"
                                                         : "BufferedWriter",
                                         nullptr, 1, 2, "raw, buffer_size=8192"};
    return initialise(rt, self, args, definition, Reads, Writes);
}

// ---- reading

Owned take_ahead(Runtime& rt, ByteFileObject& file, std::size_t count) {
    Ref<BytesObject> bytes =
        make_bytes(rt, {reinterpret_cast<const std::uint8_t*>(file.in.data()) + file.in_start, count});
    file.in_start += count;
    return bytes;
}

// `size` bytes at most, of which most come straight from the system; a regular file's rest is known to be as long.
Result<Owned> read_directly(Runtime& rt, ByteFileObject& file, std::int64_t size) {
    if (!rt.heap().would_fit(static_cast<std::size_t>(size))) return raise_memory_error(rt);
    Ref<BytesObject> bytes = make_bytes_uninitialised(rt, size);
    const auto ahead = file.ahead();
    std::memcpy(bytes->data(), ahead.data(), ahead.size());
    auto done = static_cast<std::int64_t>(ahead.size());
    file.in.clear();
    file.in_start = 0;
    while (done < size) {
        const std::int64_t count = TRY(
            raw_read(rt, file, {reinterpret_cast<char*>(bytes->data()) + done, static_cast<std::size_t>(size - done)}));
        if (count <= 0) break;
        done += count;
    }
    if (done == size) return Owned(std::move(bytes));
    return Owned(make_bytes(rt, {bytes->data(), static_cast<std::size_t>(done)})); // the file has become shorter
}

Result<Owned> read_all(Runtime& rt, ByteFileObject& file) {
    TRY(byte_file_flush(rt, file));
    const std::int64_t left = bytes_left(file);
    if (left > static_cast<std::int64_t>(file.room)) {
        Owned most = TRY(read_directly(rt, file, static_cast<std::int64_t>(file.ahead().size()) + left));
        // There is more when somebody else writes.
        if (!TRY(byte_file_fill(rt, file))) return most;
        Owned rest = TRY(read_all(rt, file));
        return binary(rt, BinaryOp::add, most, rest);
    }
    while (TRY(byte_file_fill(rt, file))) TRY(check_usable(rt, file, "read of closed file"));
    if (file.ahead().empty() && !file.at_end && !file.is_system()) return Owned::adopt(Value::none());
    return take_ahead(rt, file, file.ahead().size());
}

Result<Owned> read(Runtime& rt, Args args) {
    ByteFileObject& file = file_of(args[0]);
    const std::int64_t size = TRY(stream_size(rt, args, 1));
    TRY(check_usable(rt, file, "read of closed file"));
    if (size < -1) return raise(rt, TypeId::ValueError, "read length must be non-negative or -1");
    if (size < 0) return read_all(rt, file);
    const std::int64_t missing = size - static_cast<std::int64_t>(file.ahead().size());
    if (missing > static_cast<std::int64_t>(file.room)) {
        TRY(byte_file_flush(rt, file));
        const std::int64_t left = std::min(bytes_left(file), missing);
        if (left > static_cast<std::int64_t>(file.room))
            return read_directly(rt, file, static_cast<std::int64_t>(file.ahead().size()) + left);
    }
    while (static_cast<std::int64_t>(file.ahead().size()) < size)
        if (!TRY(byte_file_fill(rt, file))) break;
    if (size > 0 && file.ahead().empty() && !file.at_end) return Owned::adopt(Value::none()); // nothing yet
    return take_ahead(rt, file, std::min(file.ahead().size(), static_cast<std::size_t>(size)));
}

Result<Owned> read1(Runtime& rt, Args args) {
    ByteFileObject& file = file_of(args[0]);
    const std::int64_t size = TRY(size_argument(rt, args, 1, -1));
    TRY(check_usable(rt, file, "read of closed file"));
    const std::size_t wanted = size < 0 ? file.room : static_cast<std::size_t>(size);
    if (!file.ahead().empty() || wanted == 0) return take_ahead(rt, file, std::min(file.ahead().size(), wanted));
    // One read for exactly this; nothing stays in the buffer.
    if (!rt.heap().would_fit(wanted)) return raise_memory_error(rt);
    TRY(byte_file_flush(rt, file));
    TRY(byte_file_drop_ahead(rt, file));
    Ref<BytesObject> bytes = make_bytes_uninitialised(rt, static_cast<std::int64_t>(wanted));
    const std::int64_t count = TRY(raw_read(rt, file, {reinterpret_cast<char*>(bytes->data()), wanted}));
    if (count == bytes->size) return Owned(std::move(bytes));
    return Owned(make_bytes(rt, {bytes->data(), static_cast<std::size_t>(std::max<std::int64_t>(count, 0))}));
}

Result<Owned> peek(Runtime& rt, Args args) {
    ByteFileObject& file = file_of(args[0]);
    TRY(size_argument(rt, args, 1, 0));
    TRY(check_usable(rt, file, "peek of closed file"));
    if (file.writable) { // as CPython does: from here on
        TRY(byte_file_flush(rt, file));
        TRY(byte_file_drop_ahead(rt, file));
    }
    if (file.ahead().empty()) TRY(byte_file_fill(rt, file));
    const auto ahead = file.ahead();
    return Owned(make_bytes(rt, {reinterpret_cast<const std::uint8_t*>(ahead.data()), ahead.size()}));
}

Result<Owned> read_into(Runtime& rt, Args args, const char* what, bool once) {
    ByteFileObject& file = file_of(args[0]);
    TRY(check_usable(rt, file, "readinto of closed file"));
    BufferView view = TRY(BufferView::acquire_writable(rt, args[1], what));
    TRY(check_usable(rt, file, "readinto of closed file"));
    const std::span<std::uint8_t> target = view.bytes();
    std::size_t done = 0;
    bool nothing_yet = false;
    while (done < target.size()) {
        const auto ahead = file.ahead();
        const std::size_t missing = target.size() - done;
        if (!ahead.empty()) {
            const std::size_t count = std::min(ahead.size(), missing);
            std::memcpy(target.data() + done, ahead.data(), count);
            file.in_start += count;
            done += count;
            continue;
        }
        if (missing > file.room) { // straight into its place
            TRY(byte_file_flush(rt, file));
            const std::int64_t count =
                TRY(raw_read(rt, file, {reinterpret_cast<char*>(target.data()) + done, missing}));
            nothing_yet = count < 0;
            if (count <= 0) break;
            done += static_cast<std::size_t>(count);
            if (once) break;
            continue;
        }
        if (once && done > 0) break;
        if (!TRY(byte_file_fill(rt, file))) {
            nothing_yet = !file.at_end;
            break;
        }
    }
    if (done == 0 && nothing_yet) return Owned::adopt(Value::none());
    return make_uint(rt, done);
}
Result<Owned> readinto(Runtime& rt, Args args) { return read_into(rt, args, "readinto() argument", false); }
Result<Owned> readinto1(Runtime& rt, Args args) { return read_into(rt, args, "readinto1() argument", true); }

Result<Owned> read_line(Runtime& rt, ByteFileObject& file, std::int64_t limit) {
    TRY(check_usable(rt, file, "readline of closed file"));
    std::size_t searched = 0;
    for (;;) {
        const auto ahead = file.ahead();
        const std::string_view text(ahead.data(), ahead.size());
        const std::size_t end = text.find('\n', searched);
        std::size_t count = end == std::string_view::npos ? text.size() : end + 1;
        const bool enough = limit >= 0 && count >= static_cast<std::size_t>(limit);
        if (enough) count = static_cast<std::size_t>(limit);
        if (enough || end != std::string_view::npos) return take_ahead(rt, file, count);
        searched = text.size();
        if (!TRY(byte_file_fill(rt, file))) return take_ahead(rt, file, file.ahead().size());
    }
}

Result<Owned> readline(Runtime& rt, Args args) {
    const std::int64_t limit = TRY(stream_size(rt, args, 1));
    return read_line(rt, file_of(args[0]), limit);
}

Result<Owned> next_line(Runtime& rt, Value self) {
    ByteFileObject& file = file_of(self);
    if (!self.object()->type()->spec || !file.readable) return stream_next(rt, self);
    Owned line = TRY(read_line(rt, file, -1));
    if (static_cast<BytesObject*>(line.get().object())->size == 0) return Owned::adopt(Value::exhausted());
    return line;
}

// ---- writing and the rest

Result<Owned> write(Runtime& rt, Args args) {
    ByteFileObject& file = file_of(args[0]);
    const BytesLike bytes = TRY(bytes_like(rt, args[1]));
    const auto span = bytes.span();
    TRY(byte_file_write(rt, file, {reinterpret_cast<const char*>(span.data()), span.size()}));
    return make_uint(rt, span.size());
}

Result<void> flush(Runtime& rt, Args args) {
    ByteFileObject& file = file_of(args[0]);
    TRY(byte_file_flush(rt, file));
    if (file.readable && file.writable) return byte_file_drop_ahead(rt, file);
    return ok;
}
Result<void> close(Runtime& rt, Args args) { return byte_file_close(rt, file_of(args[0])); }

Result<Owned> detach(Runtime& rt, Args args) {
    ByteFileObject& file = file_of(args[0]);
    if (!file.closed) TRY(byte_file_flush(rt, file));
    TRY(check_usable(rt, file));
    Owned raw = TRY(raw_object(rt, file));
    if (file.is_system()) {
        TRY(byte_file_drop_ahead(rt, file));
        as_byte_file(raw).owns = file.owns;
        file.descriptor = -1;
    }
    replace(file.raw, Owned());
    file.detached = true;
    return raw;
}

Result<Owned> seek(Runtime& rt, Args args) {
    const std::int64_t offset = TRY(index_int64(rt, args[1]));
    const int whence = TRY(int_argument(rt, args, 2, 0));
    if (whence < 0 || whence > 2) return raise(rt, TypeId::ValueError, "whence value %d unsupported", whence);
    return make_int(rt, TRY(byte_file_seek(rt, file_of(args[0]), offset, whence)));
}
Result<Owned> tell(Runtime& rt, Args args) { return make_int(rt, TRY(byte_file_tell(rt, file_of(args[0])))); }

Result<Owned> truncate(Runtime& rt, Args args) {
    ByteFileObject& file = file_of(args[0]);
    const bool given = args.has(1) && !args[1].is_none();
    std::int64_t size = given ? TRY(index_int64(rt, args[1])) : 0;
    TRY(check_usable(rt, file, "truncate of closed file"));
    if (!file.writable) return raise_unsupported(rt, "truncate");
    TRY(byte_file_flush(rt, file));
    TRY(byte_file_drop_ahead(rt, file));
    if (!given) size = TRY(byte_file_tell(rt, file));
    TRY(raw_truncate(rt, file, size));
    return make_int(rt, size);
}

Result<Owned> fileno(Runtime& rt, Args args) {
    TRY(check_usable(rt, file_of(args[0]), "I/O operation on closed file"));
    return raw_question(rt, file_of(args[0]), "fileno");
}
Result<Owned> is_terminal(Runtime& rt, Args args) {
    TRY(check_usable(rt, file_of(args[0]), "I/O operation on closed file"));
    return raw_question(rt, file_of(args[0]), "isatty");
}
Result<Owned> seekable(Runtime& rt, Args args) {
    TRY(check_usable(rt, file_of(args[0]), "I/O operation on closed file"));
    return raw_question(rt, file_of(args[0]), "seekable");
}
Result<Owned> is_readable(Runtime& rt, Args args) {
    TRY(check_usable(rt, file_of(args[0]), "I/O operation on closed file"));
    return Owned::adopt(Value::boolean(file_of(args[0]).readable));
}
Result<Owned> is_writable(Runtime& rt, Args args) {
    TRY(check_usable(rt, file_of(args[0]), "I/O operation on closed file"));
    return Owned::adopt(Value::boolean(file_of(args[0]).writable));
}

Result<void> check_attached(Runtime& rt, const ByteFileObject& file) {
    if (!file.ready || file.detached) return check_usable(rt, file);
    return ok;
}
Result<Owned> get_closed(Runtime& rt, Value self) {
    ByteFileObject& file = file_of(self);
    TRY(check_attached(rt, file));
    if (file.closed || file.is_system() || file.raw.is_unbound()) return Owned::adopt(Value::boolean(file.closed));
    return get_attribute(rt, Owned::share(file.raw), *rt.intern("closed"));
}
Result<Owned> raw_attribute(Runtime& rt, Value self, Value own, const char* name) {
    ByteFileObject& file = file_of(self);
    TRY(check_attached(rt, file));
    if (!own.is_unbound()) return Owned::share(own);
    return get_attribute(rt, Owned::share(file.raw), *rt.intern(name));
}
Result<Owned> get_name(Runtime& rt, Value self) { return raw_attribute(rt, self, file_of(self).name, "name"); }
Result<Owned> get_mode(Runtime& rt, Value self) { return raw_attribute(rt, self, file_of(self).mode, "mode"); }
Result<Owned> get_raw(Runtime& rt, Value self) { return raw_object(rt, file_of(self)); }

Result<Owned> repr_file(Runtime& rt, Value self) {
    const Type& type = *self.object()->type();
    StrBuilder text(rt);
    text.append("<" + type.name);
    Owned name;
    if (file_of(self).ready && !file_of(self).detached) name = TRY(get_optional_attribute(rt, self, *rt.names().name));
    if (!name.is_unbound()) {
        text.append(" name=");
        text.append(*TRY(repr(rt, name)));
    }
    text.append(U'>');
    return Owned(text.finish());
}

// What the other direction's methods say.
template <const char* const& name>
Result<Owned> unsupported(Runtime& rt, Args) {
    return raise_unsupported(rt, name);
}
constexpr const char* read_name = "read";
constexpr const char* read1_name = "read1";
constexpr const char* write_name = "write";

#define BUFFERED_METHODS                                                                                               \
    STREAM_METHODS, {"flush", native<flush>, 0, 0, nullptr, "Flush write buffers, if applicable."},                    \
        {"close", native<close>, 0, 0, nullptr, "Flush and close the IO object."},                                     \
        {"detach", native<detach>, 0,                                                                                  \
         0,        nullptr,        "Disconnect this buffer from its underlying raw stream and return it."},            \
        {"seek", native<seek>, 1, 2, "target, whence=0, /", "Change the stream position to the given byte offset."},   \
        {"tell", native<tell>, 0, 0, nullptr, "Return current stream position."},                                      \
        {"truncate", native<truncate>, 0, 1, "pos=None, /", "Truncate file to size bytes."},                           \
        {"fileno", native<fileno>, 0, 0, nullptr, "Return underlying file descriptor if one exists."},                 \
        {"isatty", native<is_terminal>, 0, 0, nullptr, "Return whether this is an 'interactive' stream."},             \
        {"seekable", native<seekable>, 0, 0, nullptr, "Return whether object supports random access."},                \
        {"readable", native<is_readable>, 0, 0, nullptr, "Return whether object was opened for reading."}, {           \
        "writable", native<is_writable>, 0, 0, nullptr, "Return whether object was opened for writing."                \
    }
#define READING_METHODS                                                                                                \
    {"read", native<read>, 0, 1, "size=-1, /", "Read and return up to n bytes."},                                      \
        {"read1",                                                                                                      \
         native<read1>,                                                                                                \
         0,                                                                                                            \
         1,                                                                                                            \
         "size=-1, /",                                                                                                 \
         "Read and return up to size bytes, with at most one read() call to the underlying raw stream."},              \
        {"peek", native<peek>, 0, 1, "size=0, /"}, {"readinto", native<readinto>, 1, 1, "buffer, /"},                  \
        {"readinto1", native<readinto1>, 1, 1, "buffer, /"}, {                                                         \
        "readline", native<readline>, 0, 1, "size=-1, /", "Read and return a line from the stream."                    \
    }
#define WRITING_METHODS                                                                                                \
    {                                                                                                                  \
        "write", native<write>, 1, 1, "buffer, /",                                                                     \
            "Write buffer b to the IO stream. Returns the number of bytes written."                                    \
    }

const NativeDef reader_methods[] = {
    BUFFERED_METHODS,
    READING_METHODS,
    {"write", native<unsupported<write_name>>, 0, -1},
    {},
};
const NativeDef writer_methods[] = {
    BUFFERED_METHODS,
    WRITING_METHODS,
    {"read", native<unsupported<read_name>>, 0, -1},
    {"read1", native<unsupported<read1_name>>, 0, -1},
    {"readinto", native<unsupported<read_name>>, 0, -1},
    {"readinto1", native<unsupported<read1_name>>, 0, -1},
    {"readline", native<unsupported<read_name>>, 0, -1},
    {},
};
const NativeDef random_methods[] = {BUFFERED_METHODS, READING_METHODS, WRITING_METHODS, {}};

const GetSetDef getsets[] = {{"closed", get_closed}, {"name", get_name}, {"mode", get_mode}, {"raw", get_raw}, {}};

constexpr TypeSpec buffered_type(const char* name, const NativeDef* methods,
                                 Result<void> (*init_slot)(Runtime&, Value, Args), const char* doc) {
    return {.name = name,
            .module = "_io",
            .base = TypeId::object,
            .size = sizeof(ByteFileObject),
            .flags = type_has_gc | type_is_base | type_has_dict | type_weakrefs,
            .slots = {.dealloc = byte_file_dealloc,
                      .traverse = byte_file_traverse,
                      .clear = byte_file_clear,
                      .finalise = byte_file_finalise,
                      .new_ = byte_file_new,
                      .init = init_slot,
                      .repr = repr_file,
                      .iter = stream_iter,
                      .iternext = next_line},
            .methods = methods,
            .getsets = getsets,
            .doc = doc};
}

} // namespace

const TypeSpec buffered_reader_spec =
    buffered_type("BufferedReader", reader_methods, init<true, false>,
                  "Create a new buffered reader using the given readable raw IO object.");
const TypeSpec buffered_writer_spec = buffered_type("BufferedWriter", writer_methods, init<false, true>,
                                                    "A buffer for a writeable sequential RawIO object.");
const TypeSpec buffered_random_spec =
    buffered_type("BufferedRandom", random_methods, init<true, true>, "A buffered interface to random access streams.");

} // namespace mp
