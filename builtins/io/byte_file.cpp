#include "builtins/io/byte_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <new>

#include "builtins/io/stream.h"
#include "builtins/native_object.h"
#include "interp/vm/vm.h"
#include "objects/buffer/view.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytes.h"
#include "objects/types/bytes_like.h"
#include "objects/types/list.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"
#include "objects/types/text_arguments.h"

namespace mp {

namespace {

constexpr std::size_t buffer_size = 8192;
constexpr std::size_t write_threshold = std::size_t{64} << 10;

ByteFileObject& file_of(Value value) noexcept { return *static_cast<ByteFileObject*>(value.object()); }

Result<void> check_readable(Runtime& rt, const ByteFileObject& file) {
    TRY(check_open(rt, file));
    if (!file.readable) return raise_unsupported(rt, "read");
    return ok;
}
Result<void> check_writable(Runtime& rt, const ByteFileObject& file) {
    TRY(check_open(rt, file));
    if (!file.writable) return raise_unsupported(rt, "write");
    return ok;
}

Result<void> write_out(Runtime& rt, ByteFileObject& file, std::span<const char> bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file.descriptor, bytes.data(), bytes.size());
        if (written < 0) {
            if (errno == EINTR) continue;
            return raise_os_error(rt, errno);
        }
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return ok;
}

// Puts the system's position where the reader is: what was read ahead is dropped.
Result<void> drop_ahead(Runtime& rt, ByteFileObject& file) {
    const auto ahead = static_cast<off_t>(file.ahead().size());
    file.in.clear();
    file.in_start = 0;
    if (ahead > 0 && lseek(file.descriptor, -ahead, SEEK_CUR) < 0 && errno != ESPIPE) return raise_os_error(rt, errno);
    return ok;
}

Ref<BytesObject> take_ahead(Runtime& rt, ByteFileObject& file, std::size_t count) {
    Ref<BytesObject> bytes =
        make_bytes(rt, {reinterpret_cast<const std::uint8_t*>(file.in.data()) + file.in_start, count});
    file.in_start += count;
    return bytes;
}

} // namespace

bool is_byte_file(Value value) noexcept {
    if (!value.is_object()) return false;
    const TypeSpec* spec = value.object()->type()->native_base;
    return spec == &buffered_reader_spec || spec == &buffered_writer_spec || spec == &buffered_random_spec ||
           spec == &file_io_spec;
}

Result<void> check_open(Runtime& rt, const ByteFileObject& file) {
    if (file.descriptor < 0) return raise_closed(rt);
    return ok;
}

Raised raise_unsupported(Runtime& rt, const char* text) {
    Owned io = TRY(vm_of(rt).import_full("_io"));
    Owned type = TRY(get_attribute(rt, io, *rt.intern("UnsupportedOperation")));
    Owned error = TRY(call(rt, type, make_str(rt, text)));
    if (!is_exception(rt, error)) return raise(rt, TypeId::OSError, "%s", text);
    return raise_exception(rt, Ref<ExceptionObject>::share(static_cast<ExceptionObject*>(error.get().object())));
}

Result<Ref<Type>> io_type(Runtime& rt, const TypeSpec& spec) {
    Owned io = TRY(vm_of(rt).import_full("_io"));
    Owned found = TRY(get_attribute(rt, io, *rt.intern(spec.name)));
    const bool is_type = found.get().is_object() && found.get().object()->layout == Layout::type;
    if (!is_type || static_cast<Type*>(found.get().object())->spec != &spec)
        return raise(rt, TypeId::RuntimeError, "_io.%s has been replaced", spec.name);
    return Ref<Type>::share(static_cast<Type*>(found.get().object()));
}

Result<Ref<ByteFileObject>> make_byte_file(Runtime& rt, int descriptor, FileAccess access, bool owns, Value name,
                                           std::string_view mode, bool unbuffered) {
    const TypeSpec& spec = unbuffered                    ? file_io_spec
                           : access == FileAccess::read  ? buffered_reader_spec
                           : access == FileAccess::write ? buffered_writer_spec
                                                         : buffered_random_spec;
    Ref<Type> type = TRY(io_type(rt, spec));
    Ref<StrObject> mode_text = make_str(rt, mode);
    auto* file = static_cast<ByteFileObject*>(rt.make_instance(*type));
    new (&file->out) std::string();
    new (&file->in) std::string();
    file->in_start = 0;
    file->descriptor = descriptor;
    file->readable = access != FileAccess::write;
    file->writable = access != FileAccess::read;
    file->owns = owns;
    file->unbuffered = unbuffered;
    file->at_end = false;
    file->name = Owned::share(name).release();
    file->mode = Owned(std::move(mode_text)).release();
    return Ref<ByteFileObject>::adopt(file);
}

Result<void> byte_file_write(Runtime& rt, ByteFileObject& file, std::span<const char> bytes) {
    TRY(check_writable(rt, file));
    if (!file.in.empty()) TRY(drop_ahead(rt, file));
    if (file.unbuffered) return write_out(rt, file, bytes);
    file.out.append(bytes.data(), bytes.size());
    if (file.out.size() >= write_threshold) return byte_file_flush(rt, file);
    return ok;
}

Result<void> byte_file_flush(Runtime& rt, ByteFileObject& file) {
    TRY(check_open(rt, file));
    if (file.out.empty()) return ok;
    const std::string bytes = std::exchange(file.out, {});
    return write_out(rt, file, bytes);
}

Result<bool> byte_file_fill(Runtime& rt, ByteFileObject& file) {
    TRY(check_readable(rt, file));
    TRY(byte_file_flush(rt, file));
    if (file.in_start > 0) {
        file.in.erase(0, file.in_start);
        file.in_start = 0;
    }
    const std::size_t old = file.in.size();
    file.in.resize(old + buffer_size);
    ssize_t got;
    do got = ::read(file.descriptor, file.in.data() + old, buffer_size);
    while (got < 0 && errno == EINTR);
    const int error = errno;
    file.in.resize(old + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (got < 0) return raise_os_error(rt, error);
    file.at_end = got == 0;
    TRY(rt.pay(1));
    return got > 0;
}

Result<void> byte_file_close(Runtime& rt, ByteFileObject& file) {
    if (file.descriptor < 0) return ok;
    const bool flushed = !byte_file_flush(rt, file).is_raised();
    const int descriptor = std::exchange(file.descriptor, -1);
    file.in.clear();
    file.out.clear();
    if (file.owns && ::close(descriptor) < 0 && flushed) return raise_os_error(rt, errno);
    if (!flushed) return raised;
    return ok;
}

Result<std::int64_t> byte_file_seek(Runtime& rt, ByteFileObject& file, std::int64_t offset, int whence) {
    TRY(byte_file_flush(rt, file));
    TRY(drop_ahead(rt, file));
    const off_t place = lseek(file.descriptor, offset, whence);
    if (place < 0) return raise_os_error(rt, errno);
    return static_cast<std::int64_t>(place);
}

Result<std::int64_t> byte_file_tell(Runtime& rt, ByteFileObject& file) {
    TRY(check_open(rt, file));
    const off_t place = lseek(file.descriptor, 0, SEEK_CUR);
    if (place < 0) return raise_os_error(rt, errno);
    return static_cast<std::int64_t>(place) + static_cast<std::int64_t>(file.out.size()) -
           static_cast<std::int64_t>(file.ahead().size());
}

namespace {

void dealloc(Runtime& rt, Object* object) {
    auto& file = *static_cast<ByteFileObject*>(object);
    if (file.descriptor >= 0) {
        // A file that nobody closed: what it holds is written, errors have nobody to go to.
        OptRef<ExceptionObject> pending;
        if (rt.has_pending()) pending = rt.take_pending();
        if (byte_file_close(rt, file).is_raised()) rt.clear_pending();
        if (pending) rt.set_pending(Ref<ExceptionObject>::adopt(pending.release()));
    }
    replace(file.name, Owned());
    replace(file.mode, Owned());
    file.out.~basic_string();
    file.in.~basic_string();
    rt.free_object(object, sizeof(ByteFileObject));
}

void traverse(Object* object, Visitor visit, void* context) {
    const auto& file = *static_cast<ByteFileObject*>(object);
    if (file.name.is_object()) visit(file.name.object(), context);
}

Result<Owned> read(Runtime& rt, Args args) {
    ByteFileObject& file = file_of(args[0]);
    const std::int64_t size = TRY(stream_size(rt, args, 1));
    TRY(check_readable(rt, file));
    while (size < 0 || static_cast<std::int64_t>(file.ahead().size()) < size) {
        if (!rt.heap().would_fit(file.in.size() * 2)) return raise_memory_error(rt);
        if (!TRY(byte_file_fill(rt, file))) break;
    }
    const std::size_t have = file.ahead().size();
    return Owned(take_ahead(rt, file, size < 0 ? have : std::min(have, static_cast<std::size_t>(size))));
}

Result<Owned> read1(Runtime& rt, Args args) {
    ByteFileObject& file = file_of(args[0]);
    const std::int64_t size = TRY(stream_size(rt, args, 1));
    TRY(check_readable(rt, file));
    if (file.ahead().empty() && size != 0) TRY(byte_file_fill(rt, file));
    const std::size_t have = file.ahead().size();
    return Owned(take_ahead(rt, file, size < 0 ? have : std::min(have, static_cast<std::size_t>(size))));
}

Result<Owned> peek(Runtime& rt, Args args) {
    ByteFileObject& file = file_of(args[0]);
    TRY(check_readable(rt, file));
    if (file.ahead().empty()) TRY(byte_file_fill(rt, file));
    const auto ahead = file.ahead();
    return Owned(make_bytes(rt, {reinterpret_cast<const std::uint8_t*>(ahead.data()), ahead.size()}));
}

Result<Owned> readinto(Runtime& rt, Args args) {
    ByteFileObject& file = file_of(args[0]);
    BufferView view = TRY(BufferView::acquire_writable(rt, args[1], "readinto() argument"));
    TRY(check_readable(rt, file));
    const std::span<std::uint8_t> target = view.bytes();
    while (file.ahead().size() < target.size())
        if (!TRY(byte_file_fill(rt, file))) break;
    const std::size_t count = std::min(file.ahead().size(), target.size());
    std::copy_n(file.ahead().data(), count, reinterpret_cast<char*>(target.data()));
    file.in_start += count;
    return make_uint(rt, count);
}

Result<Owned> readline(Runtime& rt, Args args) {
    ByteFileObject& file = file_of(args[0]);
    const std::int64_t limit = TRY(stream_size(rt, args, 1));
    TRY(check_readable(rt, file));
    std::size_t searched = 0;
    for (;;) {
        const auto ahead = file.ahead();
        const std::string_view text(ahead.data(), ahead.size());
        const std::size_t end = text.find('\n', searched);
        std::size_t count = end == std::string_view::npos ? text.size() : end + 1;
        const bool enough = limit >= 0 && count >= static_cast<std::size_t>(limit);
        if (enough) count = static_cast<std::size_t>(limit);
        if (enough || end != std::string_view::npos) return Owned(take_ahead(rt, file, count));
        searched = text.size();
        if (!TRY(byte_file_fill(rt, file))) return Owned(take_ahead(rt, file, file.ahead().size()));
    }
}

Result<Owned> write(Runtime& rt, Args args) {
    ByteFileObject& file = file_of(args[0]);
    if (is_str_or_subclass(rt, args[1]))
        return raise(rt, TypeId::TypeError, "a bytes-like object is required, not 'str'");
    BytesLike bytes = TRY(bytes_like(rt, args[1]));
    const auto span = bytes.span();
    TRY(byte_file_write(rt, file, {reinterpret_cast<const char*>(span.data()), span.size()}));
    return make_uint(rt, span.size());
}

Result<void> flush(Runtime& rt, Args args) { return byte_file_flush(rt, file_of(args[0])); }
Result<void> close(Runtime& rt, Args args) { return byte_file_close(rt, file_of(args[0])); }

Result<Owned> seek(Runtime& rt, Args args) {
    const std::int64_t offset = TRY(index_int64(rt, args[1]));
    const int whence = TRY(int_argument(rt, args, 2, 0));
    if (whence < 0 || whence > 2) return raise(rt, TypeId::ValueError, "whence value %d unsupported", whence);
    return make_int(rt, TRY(byte_file_seek(rt, file_of(args[0]), offset, whence)));
}
Result<Owned> tell(Runtime& rt, Args args) { return make_int(rt, TRY(byte_file_tell(rt, file_of(args[0])))); }

Result<Owned> truncate(Runtime& rt, Args args) {
    ByteFileObject& file = file_of(args[0]);
    std::int64_t size = TRY(stream_size(rt, args, 1));
    TRY(check_writable(rt, file));
    TRY(byte_file_flush(rt, file));
    if (size < 0) size = TRY(byte_file_tell(rt, file));
    if (ftruncate(file.descriptor, size) < 0) return raise_os_error(rt, errno);
    return make_int(rt, size);
}

Result<Owned> fileno(Runtime& rt, Args args) {
    TRY(check_open(rt, file_of(args[0])));
    return make_int(rt, file_of(args[0]).descriptor);
}
Result<Owned> is_terminal(Runtime& rt, Args args) {
    TRY(check_open(rt, file_of(args[0])));
    return Owned::adopt(Value::boolean(isatty(file_of(args[0]).descriptor) != 0));
}
Result<Owned> seekable(Runtime& rt, Args args) {
    TRY(check_open(rt, file_of(args[0])));
    return Owned::adopt(Value::boolean(lseek(file_of(args[0]).descriptor, 0, SEEK_CUR) >= 0));
}
Result<Owned> is_readable(Runtime& rt, Args args) {
    TRY(check_open(rt, file_of(args[0])));
    return Owned::adopt(Value::boolean(file_of(args[0]).readable));
}
Result<Owned> is_writable(Runtime& rt, Args args) {
    TRY(check_open(rt, file_of(args[0])));
    return Owned::adopt(Value::boolean(file_of(args[0]).writable));
}

Result<Owned> get_closed(Runtime&, Value self) { return Owned::adopt(Value::boolean(file_of(self).descriptor < 0)); }
Result<Owned> get_name(Runtime&, Value self) { return Owned::share(file_of(self).name); }
Result<Owned> get_mode(Runtime&, Value self) { return Owned::share(file_of(self).mode); }
Result<Owned> get_raw(Runtime&, Value self) { return Owned::share(self); }

Result<Owned> repr_file(Runtime& rt, Value self) {
    const Type& type = *self.object()->type();
    StrBuilder text(rt);
    text.append("<_io." + type.name + " name=");
    text.append(*TRY(repr(rt, file_of(self).name)));
    if (type.native_base == &file_io_spec) {
        text.append(" mode=");
        text.append(*TRY(repr(rt, file_of(self).mode)));
        text.append(file_of(self).owns ? " closefd=True" : " closefd=False");
    }
    text.append(U'>');
    return Owned(text.finish());
}

const NativeDef methods[] = {
    STREAM_METHODS,
    {"read", native<read>, 0, 1, "size=-1, /", "Read and return up to n bytes."},
    {"read1", native<read1>, 0, 1, "size=-1, /",
     "Read and return up to size bytes, with at most one read() call to the underlying raw stream."},
    {"peek", native<peek>, 0, 1, "size=0, /"},
    {"readinto", native<readinto>, 1, 1, "buffer, /"},
    {"readinto1", native<readinto>, 1, 1, "buffer, /"},
    {"readline", native<readline>, 0, 1, "size=-1, /", "Read and return a line from the stream."},
    {"write", native<write>, 1, 1, "buffer, /",
     "Write buffer b to the IO stream. Returns the number of bytes written."},
    {"flush", native<flush>, 0, 0, nullptr, "Flush write buffers, if applicable."},
    {"close", native<close>, 0, 0, nullptr, "Flush and close the IO object."},
    {"seek", native<seek>, 1, 2, "offset, whence=0, /", "Change the stream position to the given byte offset."},
    {"tell", native<tell>, 0, 0, nullptr, "Return current stream position."},
    {"truncate", native<truncate>, 0, 1, "pos=None, /", "Truncate file to size bytes."},
    {"fileno", native<fileno>, 0, 0, nullptr, "Return underlying file descriptor if one exists."},
    {"isatty", native<is_terminal>, 0, 0, nullptr, "Return whether this is an 'interactive' stream."},
    {"seekable", native<seekable>, 0, 0, nullptr, "Return whether object supports random access."},
    {"readable", native<is_readable>, 0, 0, nullptr, "Return whether object was opened for reading."},
    {"writable", native<is_writable>, 0, 0, nullptr, "Return whether object was opened for writing."},
    {},
};
const GetSetDef getsets[] = {{"closed", get_closed}, {"name", get_name}, {"mode", get_mode}, {"raw", get_raw}, {}};

constexpr TypeSpec byte_file_type(const char* name, const char* doc) {
    return {.name = name,
            .module = "_io",
            .base = TypeId::object,
            .size = sizeof(ByteFileObject),
            .flags = type_has_gc | type_is_base | type_has_dict | type_weakrefs | type_no_new,
            .slots = {.dealloc = dealloc,
                      .traverse = traverse,
                      .repr = repr_file,
                      .iter = stream_iter,
                      .iternext = stream_next},
            .methods = methods,
            .getsets = getsets,
            .doc = doc};
}

} // namespace

const TypeSpec buffered_reader_spec = byte_file_type("BufferedReader", "A buffered stream of bytes to read from.");
const TypeSpec buffered_writer_spec = byte_file_type("BufferedWriter", "A buffered stream of bytes to write to.");
const TypeSpec buffered_random_spec =
    byte_file_type("BufferedRandom", "A buffered stream of bytes to read from and write to.");
const TypeSpec file_io_spec = byte_file_type("FileIO", "A stream of bytes without a buffer.");

} // namespace mp
