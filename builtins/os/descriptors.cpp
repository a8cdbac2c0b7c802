#include "builtins/os/descriptors.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "builtins/granted.h"
#include "objects/buffer/view.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytes.h"
#include "objects/types/bytes_like.h"
#include "objects/types/module.h"
#include "objects/types/numbers.h"
#include "objects/types/text_arguments.h"
#include "objects/types/tuple.h"

namespace mp::os_module {

namespace {

// A system call again and again until no signal comes in between.
template <class Call>
auto retry(Call&& call) {
    decltype(call()) result;
    do result = call();
    while (result < 0 && errno == EINTR);
    return result;
}

Result<std::int64_t> read_part(Runtime& rt, int descriptor, std::span<char> room) {
    const std::int64_t got = TRY(read_descriptor(rt, descriptor, room, descriptor_waits(descriptor)));
    if (got < 0) return raise_os_error(rt, EAGAIN);
    return got;
}

Result<Owned> open_(Runtime& rt, Args args) {
    const std::string path = TRY(path_of(rt, args[0], "open"));
    const int flags = TRY(int_argument(rt, args, 1, 0));
    const int mode = TRY(int_argument(rt, args, 2, 0777));
    const int descriptor = files_of(rt).open(path, flags, static_cast<mode_t>(mode));
    if (descriptor < 0) return raise_file_error(rt, errno, args[0]);
    return make_int(rt, descriptor);
}

Result<void> close_(Runtime& rt, Args args) {
    if (const int error = close_descriptor(rt, TRY(int_argument(rt, args, 0, 0)))) return raise_os_error(rt, error);
    return ok;
}

Result<Owned> read_(Runtime& rt, Args args) {
    const int descriptor = TRY(int_argument(rt, args, 0, 0));
    const std::int64_t size = TRY(size_argument(rt, args, 1, 0));
    if (size < 0) return raise_os_error(rt, EINVAL);
    if (!rt.heap().would_fit(static_cast<std::size_t>(size))) return raise_memory_error(rt);
    Ref<BytesObject> bytes = make_bytes_uninitialised(rt, size);
    const std::int64_t got =
        TRY(read_part(rt, descriptor, {reinterpret_cast<char*>(bytes->data()), static_cast<std::size_t>(size)}));
    if (got == size) return Owned(std::move(bytes));
    return Owned(make_bytes(rt, {bytes->data(), static_cast<std::size_t>(got)}));
}

Result<Owned> readinto(Runtime& rt, Args args) { // since 3.14
    const int descriptor = TRY(int_argument(rt, args, 0, 0));
    BufferView view = TRY(BufferView::acquire_writable(rt, args[1], "readinto() argument 2"));
    return make_int(
        rt, TRY(read_part(rt, descriptor, {reinterpret_cast<char*>(view.bytes().data()), view.bytes().size()})));
}

Result<Owned> write_(Runtime& rt, Args args) {
    const int descriptor = TRY(int_argument(rt, args, 0, 0));
    const BytesLike bytes = TRY(bytes_like(rt, args[1]));
    const std::int64_t written = TRY(
        write_descriptor(rt, descriptor, {reinterpret_cast<const char*>(bytes.span().data()), bytes.span().size()}));
    if (written < 0) return raise_os_error(rt, EAGAIN);
    return make_int(rt, written);
}

Result<Owned> lseek_(Runtime& rt, Args args) {
    const int descriptor = TRY(int_argument(rt, args, 0, 0));
    const std::int64_t offset = TRY(size_argument(rt, args, 1, 0));
    const int whence = TRY(int_argument(rt, args, 2, 0));
    TRY(check_descriptor(rt, descriptor));
    const off_t place = ::lseek(descriptor, offset, whence);
    if (place < 0) return raise_os_error(rt, errno);
    return make_int(rt, place);
}

Result<void> ftruncate_(Runtime& rt, Args args) {
    const int descriptor = TRY(int_argument(rt, args, 0, 0));
    const std::int64_t length = TRY(size_argument(rt, args, 1, 0));
    TRY(check_descriptor(rt, descriptor));
    if (retry([&] { return ::ftruncate(descriptor, length); }) < 0) return raise_os_error(rt, errno);
    return ok;
}

Result<void> truncate_(Runtime& rt, Args args) {
    const std::int64_t length = TRY(size_argument(rt, args, 1, 0));
    if (is_any_int(args[0])) return ftruncate_(rt, args);
    const std::string path = TRY(path_of(rt, args[0], "truncate"));
    if (files_of(rt).truncate(path, length) < 0) return raise_file_error(rt, errno, args[0]);
    return ok;
}

Result<void> fsync_(Runtime& rt, Args args) {
    int descriptor;
    if (is_any_int(args[0])) {
        descriptor = TRY(int_argument(rt, args, 0, 0));
    } else {
        Ref<StrObject> name = rt.intern("fileno");
        Owned number = TRY(call_method(rt, args[0], *name));
        Value value = number;
        descriptor = TRY(int_argument(rt, Args{&value, 1}, 0, 0));
    }
    TRY(check_descriptor(rt, descriptor));
    if (retry([&] { return ::fsync(descriptor); }) < 0) return raise_os_error(rt, errno);
    return ok;
}

Result<Owned> dup_(Runtime& rt, Args args) {
    const int given = TRY(int_argument(rt, args, 0, 0));
    TRY(check_descriptor(rt, given));
    const int descriptor = ::fcntl(given, F_DUPFD_CLOEXEC, 0);
    if (descriptor < 0) return raise_os_error(rt, errno);
    files_of(rt).opened(descriptor);
    return make_int(rt, descriptor);
}

Result<Owned> pipe_(Runtime& rt, Args) {
    int ends[2];
    if (::pipe(ends) < 0) return raise_os_error(rt, errno);
    for (const int end : ends) {
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
        files_of(rt).opened(end);
    }
    return Owned(tuple_of(rt, Value::from_int(ends[0]), Value::from_int(ends[1])));
}

} // namespace

const NativeDef descriptor_functions[] = {
    {"open", native<open_>, 2, 3, "path, flags, mode=511",
     "Open a file for low level IO.  Returns a file descriptor (integer)."},
    {"close", native<close_>, 1, 1, "fd", "Close a file descriptor."},
    {"read", native<read_>, 2, 2, "fd, length, /", "Read from a file descriptor.  Returns a bytes object."},
    {"readinto", native<readinto>, 2, 2, "fd, buffer, /",
     "Read into a buffer object from a file descriptor. Returns the number of bytes read."},
    {"write", native<write_>, 2, 2, "fd, data, /", "Write a bytes object to a file descriptor."},
    {"lseek", native<lseek_>, 3, 3, "fd, position, whence, /",
     "Set the position of a file descriptor.  Return the new position."},
    {"ftruncate", native<ftruncate_>, 2, 2, "fd, length, /",
     "Truncate a file, specified by file descriptor, to a specific length."},
    {"truncate", native<truncate_>, 2, 2, "path, length", "Truncate a file, specified by path, to a specific length."},
    {"fsync", native<fsync_>, 1, 1, "fd", "Force write of fd to disk."},
    {"dup", native<dup_>, 1, 1, "fd, /", "Return a duplicate of a file descriptor."},
    {"pipe", native<pipe_>, 0, 0, nullptr, "Create a pipe: a tuple of two file descriptors, (read_fd, write_fd)."},
    {},
};

void add_descriptor_constants(Runtime& rt, ModuleObject& module) {
    static constexpr struct {
        const char* name;
        int value;
    } constants[] = {
        {"O_RDONLY", O_RDONLY},   {"O_WRONLY", O_WRONLY}, {"O_RDWR", O_RDWR},           {"O_CREAT", O_CREAT},
        {"O_EXCL", O_EXCL},       {"O_TRUNC", O_TRUNC},   {"O_APPEND", O_APPEND},       {"O_NONBLOCK", O_NONBLOCK},
        {"O_CLOEXEC", O_CLOEXEC}, {"O_SYNC", O_SYNC},     {"O_DIRECTORY", O_DIRECTORY}, {"O_NOFOLLOW", O_NOFOLLOW},
    };
    for (const auto& constant : constants)
        module_add(rt, module, constant.name, Owned::adopt(Value::from_int(constant.value)));
}

} // namespace mp::os_module
