// What is under a buffer: a descriptor, or a raw stream written in Python.
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "builtins/granted.h"
#include "builtins/io/byte_file.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytes.h"
#include "objects/types/memoryview.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

// While a raw stream runs, its buffers are out of bounds.
class Busy {
public:
    explicit Busy(ByteFileObject& file) noexcept : file_(file) { file.busy = true; }
    ~Busy() { file_.busy = false; }
    Busy(const Busy&) = delete;

private:
    ByteFileObject& file_;
};

Result<Owned> call_raw(Runtime& rt, ByteFileObject& file, const char* name, Value a = Value(), Value b = Value()) {
    Owned raw = Owned::share(file.raw);
    Ref<StrObject> method = rt.intern(name);
    const Busy busy(file);
    if (a.is_unbound()) return call_method(rt, raw, *method);
    if (b.is_unbound()) return call_method(rt, raw, *method, a);
    return call_method(rt, raw, *method, a, b);
}

// A stream that takes nothing for now. Whoever knows what became of the bytes says in characters_written how many were accepted.
Raised raise_blocked(Runtime& rt) {
    Ref<StrObject> text = make_str(rt, "write could not complete without blocking");
    auto error = make_os_error(rt, EAGAIN, Value(text.get()), Value::none());
    static_cast<OSErrorObject*>(error.get())->characters_written = 0;
    auto arguments = tuple_of(rt, Value::from_int(EAGAIN), text, Value::from_int(0));
    release(std::exchange(error->arguments, arguments.release()));
    rt.set_pending(std::move(error));
    return raised;
}

// What readinto() or write() of `size` bytes gave; -1 for None.
Result<std::int64_t> count_of(Runtime& rt, Value result, std::size_t size, const char* function) {
    if (result.is_none()) return -1;
    const std::int64_t count = TRY(index_int64(rt, result));
    if (count < 0 || static_cast<std::uint64_t>(count) > size)
        return raise(rt, TypeId::OSError, "raw %s() returned invalid length %lld (should have been between 0 and %zu)",
                     function, static_cast<long long>(count), size);
    return count;
}

} // namespace

Result<std::int64_t> raw_read(Runtime& rt, ByteFileObject& file, std::span<char> room) {
    if (file.is_system()) return read_descriptor(rt, file.descriptor, room, file.waits);
    TRY(rt.pay(1 + room.size() / 4096));
    Ref<ByteArrayObject> array = make_bytearray(rt, {});
    TRY(array->resize(rt, static_cast<std::int64_t>(room.size())));
    if (!room.empty()) std::memset(array->start, 0, room.size());
    Ref<MemoryViewObject> view = TRY(make_memoryview(rt, Value(array.get())));
    Owned result = TRY(call_raw(rt, file, "readinto", Value(view.get())));
    const std::int64_t count = TRY(count_of(rt, result, room.size(), "readinto"));
    if (count > 0) std::memcpy(room.data(), array->start, static_cast<std::size_t>(count)); // the view kept its size
    return count;
}

Result<void> raw_write(Runtime& rt, ByteFileObject& file, std::span<const char> bytes, std::size_t& done) {
    done = 0;
    while (done < bytes.size()) {
        const auto rest = bytes.subspan(done);
        if (file.is_system()) {
            const std::int64_t written = TRY(write_descriptor(rt, file.descriptor, rest));
            if (written < 0) return raise_blocked(rt);
            done += static_cast<std::size_t>(written);
            continue;
        }
        TRY(rt.pay(1 + rest.size() / 4096));
        Ref<BytesObject> copy = make_bytes(rt, {reinterpret_cast<const std::uint8_t*>(rest.data()), rest.size()});
        Owned result = TRY(call_raw(rt, file, "write", Value(copy.get())));
        const std::int64_t count = TRY(count_of(rt, result, rest.size(), "write"));
        if (count < 0) return raise_blocked(rt);
        done += static_cast<std::size_t>(count);
    }
    return ok;
}

Result<std::int64_t> raw_seek(Runtime& rt, ByteFileObject& file, std::int64_t offset, int whence) {
    if (file.is_system()) {
        TRY(check_descriptor(rt, file.descriptor));
        const off_t place = ::lseek(file.descriptor, offset, whence);
        if (place < 0) return raise_os_error(rt, errno);
        return static_cast<std::int64_t>(place);
    }
    Owned given = make_int(rt, offset);
    Owned result = whence == SEEK_CUR && offset == 0 ? TRY(call_raw(rt, file, "tell"))
                                                     : TRY(call_raw(rt, file, "seek", given, Value::from_int(whence)));
    const std::int64_t place = TRY(index_int64(rt, result));
    if (place < 0)
        return raise(rt, TypeId::OSError, "Raw stream returned invalid position %lld", static_cast<long long>(place));
    return place;
}

Result<void> raw_truncate(Runtime& rt, ByteFileObject& file, std::int64_t size) {
    if (file.is_system()) {
        TRY(check_descriptor(rt, file.descriptor));
        if (::ftruncate(file.descriptor, size) < 0) return raise_os_error(rt, errno);
        return ok;
    }
    Owned given = make_int(rt, size);
    TRY(call_raw(rt, file, "truncate", given));
    return ok;
}

Result<void> raw_close(Runtime& rt, ByteFileObject& file) {
    file.closed = true;
    if (file.is_system()) {
        const int descriptor = std::exchange(file.descriptor, -1);
        if (file.raw.is_object()) { // the FileIO that shares the descriptor
            as_byte_file(file.raw).descriptor = -1;
            as_byte_file(file.raw).closed = true;
        }
        if (file.owns)
            if (const int error = close_descriptor(rt, descriptor)) return raise_os_error(rt, error);
        return ok;
    }
    if (file.raw.is_unbound()) return ok;
    TRY(call_raw(rt, file, "close"));
    return ok;
}

Result<Owned> raw_question(Runtime& rt, ByteFileObject& file, const char* name) {
    if (!file.is_system()) return call_raw(rt, file, name);
    const std::string_view question = name;
    if (question == "fileno") return make_int(rt, file.descriptor);
    if (question == "isatty") return Owned::adopt(Value::boolean(descriptor_is_terminal(rt, file.descriptor)));
    return Owned::adopt(
        Value::boolean(host_of(rt).may_use(file.descriptor) && ::lseek(file.descriptor, 0, SEEK_CUR) >= 0));
}

Result<Owned> raw_object(Runtime& rt, ByteFileObject& file) {
    if (file.raw.is_unbound() && file.is_system()) {
        Ref<Type> type = TRY(io_type(rt, file_io_spec));
        Ref<ByteFileObject> raw = make_bare_byte_file(rt, *type);
        raw->readable = file.readable;
        raw->writable = file.writable;
        raw->descriptor = file.descriptor;
        raw->waits = file.waits;
        raw->owns = false; // the file closes it
        raw->shows_owner = file.owns;
        raw->ready = true;
        raw->name = Owned::share(file.name).release();
        raw->mode = Owned::share(file.mode).release();
        file.raw = Owned(std::move(raw)).release();
    }
    if (file.raw.is_unbound()) return Owned::adopt(Value::none());
    return Owned::share(file.raw);
}

std::int64_t bytes_left(const ByteFileObject& file) noexcept {
    struct stat status;
    if (!file.is_system() || file.waits || ::fstat(file.descriptor, &status) < 0 || !S_ISREG(status.st_mode)) return -1;
    const off_t place = ::lseek(file.descriptor, 0, SEEK_CUR);
    return place < 0 ? -1 : std::max<std::int64_t>(status.st_size - place, 0);
}

} // namespace mp
