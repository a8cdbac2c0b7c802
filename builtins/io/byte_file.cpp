#include "builtins/io/byte_file.h"

#include "builtins/granted.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <new>

#include "builtins/io/stream.h"
#include "builtins/native_object.h"
#include "interp/vm/vm.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/exception.h"
#include "objects/types/module.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

constexpr std::size_t default_room = 8192;
constexpr std::size_t write_threshold = std::size_t{64} << 10;

} // namespace

bool is_byte_file(Value value) noexcept {
    if (!value.is_object()) return false;
    const TypeSpec* spec = value.object()->type()->native_base;
    return spec == &buffered_reader_spec || spec == &buffered_writer_spec || spec == &buffered_random_spec ||
           spec == &file_io_spec;
}

bool is_plain_byte_file(Value value) noexcept {
    return is_byte_file(value) && value.object()->type()->spec && as_byte_file(value).is_system();
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
    const Value found =
        is_module(io) ? dict_get_text(rt, *static_cast<ModuleObject*>(io.get().object())->dict, spec.name) : Value();
    const bool is_type = found.is_object() && found.object()->layout == Layout::type;
    if (!is_type || static_cast<Type*>(found.object())->spec != &spec)
        return raise(rt, TypeId::RuntimeError, "_io.%s has been replaced", spec.name);
    return Ref<Type>::share(static_cast<Type*>(found.object()));
}

// ---- making

Ref<ByteFileObject> make_bare_byte_file(Runtime& rt, Type& type) {
    auto* file = static_cast<ByteFileObject*>(rt.make_instance(type));
    new (&file->out) std::string();
    new (&file->in) std::string();
    file->in_start = 0;
    file->descriptor = -1;
    file->ready = file->closed = file->detached = file->busy = file->at_end = file->waits = false;
    file->readable = file->writable = file->owns = false;
    file->shows_owner = true;
    file->unbuffered = type.native_base == &file_io_spec;
    file->room = default_room;
    file->name = file->mode = file->raw = Value();
    return Ref<ByteFileObject>::adopt(file);
}

void set_descriptor(Runtime& rt, ByteFileObject& file, int descriptor, bool owns, Value name, std::string_view mode) {
    Ref<StrObject> mode_text = make_str(rt, mode);
    file.descriptor = descriptor;
    file.waits = descriptor_waits(descriptor);
    file.owns = file.shows_owner = owns;
    replace(file.name, Owned::share(name));
    replace(file.mode, Owned(std::move(mode_text)));
    file.closed = file.detached = file.at_end = false;
    file.ready = true;
}

Result<Ref<ByteFileObject>> make_byte_file(Runtime& rt, int descriptor, FileAccess access, bool owns, Value name,
                                           std::string_view mode, bool unbuffered) {
    const TypeSpec& spec = unbuffered                    ? file_io_spec
                           : access == FileAccess::read  ? buffered_reader_spec
                           : access == FileAccess::write ? buffered_writer_spec
                                                         : buffered_random_spec;
    Ref<Type> type = TRY(io_type(rt, spec));
    Ref<ByteFileObject> file = make_bare_byte_file(rt, *type);
    file->readable = access != FileAccess::write;
    file->writable = access != FileAccess::read;
    set_descriptor(rt, *file, descriptor, owns, name, mode);
    return file;
}

Result<void> check_usable(Runtime& rt, const ByteFileObject& file, const char* closed_text) {
    if (!file.ready) return raise(rt, TypeId::ValueError, "I/O operation on uninitialized object");
    if (file.detached) return raise(rt, TypeId::ValueError, "raw stream has been detached");
    if (file.closed) return raise_text(rt, TypeId::ValueError, closed_text);
    if (file.busy)
        return raise(rt, TypeId::RuntimeError, "reentrant call inside <%s object at %p>",
                     type_name(rt, Value(const_cast<ByteFileObject*>(&file))), static_cast<const void*>(&file));
    return ok;
}

// ---- the buffer

Result<void> byte_file_drop_ahead(Runtime& rt, ByteFileObject& file) {
    const auto ahead = static_cast<std::int64_t>(file.ahead().size());
    file.in.clear();
    file.in_start = 0;
    if (ahead == 0) return ok;
    if (file.is_system()) {
        if (::lseek(file.descriptor, -ahead, SEEK_CUR) < 0 && errno != ESPIPE) return raise_os_error(rt, errno);
        return ok;
    }
    TRY(raw_seek(rt, file, -ahead, SEEK_CUR));
    return ok;
}

// After an error in the middle of writing `bytes`, of which `done` went down: when the stream just takes no more for now, as many of the rest are accepted
// as the buffer has room for. No error is left if that is all of them.
static Result<void> accept_blocked(Runtime& rt, ByteFileObject& file, std::span<const char> bytes, std::size_t done,
                                   std::size_t room) {
    if (!pending_matches(rt, TypeId::BlockingIOError)) return raised;
    auto error = rt.take_pending();
    const std::size_t accepted = std::min(bytes.size() - done, room - std::min(room, file.out.size()));
    file.out.append(bytes.data() + done, accepted);
    if (done + accepted == bytes.size()) return ok;
    static_cast<OSErrorObject*>(error.get())->characters_written = static_cast<std::int64_t>(done + accepted);
    if (error->arguments->size == 3) {
        auto arguments = tuple_of(rt, (*error->arguments)[0], (*error->arguments)[1],
                                  Value::from_int(static_cast<std::int64_t>(done + accepted)));
        release(std::exchange(error->arguments, arguments.release()));
    }
    rt.set_pending(std::move(error));
    return raised;
}

Result<void> byte_file_write(Runtime& rt, ByteFileObject& file, std::span<const char> bytes) {
    TRY(check_usable(rt, file, "write to closed file"));
    if (!file.writable) return raise_unsupported(rt, "write");
    if (bytes.empty() && !file.unbuffered) return ok;
    if (!file.in.empty()) TRY(byte_file_drop_ahead(rt, file));
    if (file.unbuffered) {
        std::size_t done;
        return raw_write(rt, file, bytes, done);
    }
    // The buffer of a raw stream has the size that was asked for; what does not fit it goes down at once.
    const std::size_t room = file.is_system() ? write_threshold : file.room;
    if (file.out.size() + bytes.size() > room) {
        if (byte_file_flush(rt, file).is_raised()) return accept_blocked(rt, file, bytes, 0, room);
        if (bytes.size() >= room) {
            std::size_t done;
            if (raw_write(rt, file, bytes, done).is_raised()) return accept_blocked(rt, file, bytes, done, room);
            return ok;
        }
    }
    file.out.append(bytes.data(), bytes.size());
    return ok;
}

Result<void> byte_file_flush(Runtime& rt, ByteFileObject& file) {
    TRY(check_usable(rt, file, "flush of closed file"));
    if (file.out.empty()) return ok;
    std::string bytes = std::exchange(file.out, {});
    std::size_t done = 0;
    auto result = raw_write(rt, file, bytes, done);
    // What was not written stays, but for output that is beyond the host's budget: it would use up that of the next run.
    if (result.is_raised() && Vm::stop_kind(*rt.pending()) != StopKind::output)
        file.out = bytes.substr(done) + file.out;
    return result;
}

Result<bool> byte_file_fill(Runtime& rt, ByteFileObject& file, std::size_t wanted) {
    TRY(check_usable(rt, file, "read of closed file"));
    if (!file.readable) return raise_unsupported(rt, "read");
    TRY(byte_file_flush(rt, file));
    if (file.in_start > 0) {
        file.in.erase(0, file.in_start);
        file.in_start = 0;
    }
    const std::size_t old = file.in.size(), room = std::max(wanted, file.room);
    if (!rt.heap().would_fit(old + room)) return raise_memory_error(rt);
    file.in.resize(old + room);
    auto got = raw_read(rt, file, {file.in.data() + old, room});
    const std::int64_t count = got.is_raised() ? 0 : got.take();
    file.in.resize(old + static_cast<std::size_t>(std::max<std::int64_t>(count, 0)));
    if (rt.has_pending()) return raised;
    file.at_end = count == 0;
    return count > 0;
}

Result<void> byte_file_close(Runtime& rt, ByteFileObject& file) {
    if (!file.ready || file.detached || file.busy) TRY(check_usable(rt, file));
    if (file.closed) return ok;
    const bool flushed = !byte_file_flush(rt, file).is_raised();
    OptRef<ExceptionObject> first;
    if (!flushed) first = rt.take_pending();
    file.in.clear();
    file.in_start = 0;
    file.out.clear();
    const bool closed = !raw_close(rt, file).is_raised();
    if (!first) return closed ? Result<void>(ok) : Result<void>(raised);
    if (!closed) rt.clear_pending();
    rt.set_pending(Ref<ExceptionObject>::adopt(first.release()));
    return raised;
}

Result<std::int64_t> byte_file_seek(Runtime& rt, ByteFileObject& file, std::int64_t offset, int whence) {
    TRY(check_usable(rt, file, "seek of closed file"));
    TRY(byte_file_flush(rt, file));
    if (whence != SEEK_END && !file.ahead().empty()) { // it may be in the buffer
        const auto ahead = static_cast<std::int64_t>(file.ahead().size());
        const std::int64_t here = TRY(raw_seek(rt, file, 0, SEEK_CUR)) - ahead;
        std::int64_t distance = offset;
        const bool fits = whence == SEEK_CUR || !__builtin_sub_overflow(offset, here, &distance);
        if (fits && distance >= -static_cast<std::int64_t>(file.in_start) && distance <= ahead) {
            file.in_start = static_cast<std::size_t>(static_cast<std::int64_t>(file.in_start) + distance);
            return here + distance;
        }
    }
    if (whence == SEEK_CUR) offset -= static_cast<std::int64_t>(file.ahead().size());
    // What is read ahead goes only when the seek has succeeded.
    const std::int64_t place = TRY(raw_seek(rt, file, offset, whence));
    file.in.clear();
    file.in_start = 0;
    return place;
}

Result<std::int64_t> byte_file_tell(Runtime& rt, ByteFileObject& file) {
    TRY(check_usable(rt, file, "I/O operation on closed file"));
    const std::int64_t place = TRY(raw_seek(rt, file, 0, SEEK_CUR));
    return place + static_cast<std::int64_t>(file.out.size()) - static_cast<std::int64_t>(file.ahead().size());
}

// ---- life

void byte_file_dealloc(Runtime& rt, Object* object) {
    auto& file = *static_cast<ByteFileObject*>(object);
    if (file.descriptor >= 0) {
        // A file that nobody closed: what it holds is written, errors have nobody to go to. A shared descriptor is another's to close.
        OptRef<ExceptionObject> pending;
        if (rt.has_pending()) pending = rt.take_pending();
        if (byte_file_close(rt, file).is_raised()) rt.clear_pending();
        if (pending) rt.set_pending(Ref<ExceptionObject>::adopt(pending.release()));
    }
    for (Value* field : {&file.name, &file.mode, &file.raw}) replace(*field, Owned());
    file.out.~basic_string();
    file.in.~basic_string();
    rt.free_object(object, sizeof(ByteFileObject));
}

void byte_file_traverse(Object* object, Visitor visit, void* context) {
    const auto& file = *static_cast<ByteFileObject*>(object);
    for (const Value value : {file.name, file.raw})
        if (value.is_object()) visit(value.object(), context);
}

void byte_file_clear(Runtime&, Object* object) {
    auto& file = *static_cast<ByteFileObject*>(object);
    if (file.descriptor < 0) file.detached = true;
    replace(file.raw, Owned());
}

Result<void> byte_file_finalise(Runtime& rt, Object* object) {
    auto& file = *static_cast<ByteFileObject*>(object);
    if (!file.is_open() || file.is_system() || file.raw.is_unbound()) return ok;
    return byte_file_close(rt, file);
}

Result<Owned> byte_file_new(Runtime& rt, Type* type, Args) { return Owned(make_bare_byte_file(rt, *type)); }

} // namespace mp
