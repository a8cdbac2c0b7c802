#include "builtins/granted.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "objects/core/raise.h"
#include "objects/types/exception.h"
#include "objects/types/str.h"

namespace mp {

Raised raise_not_granted(Runtime& rt, const char* what) {
    const std::string text = "the host grants no " + std::string(what);
    return raise_exception(rt, make_os_error(rt, EPERM, make_str(rt, text), Value()));
}

Raised raise_file_error(Runtime& rt, int error_number, Value path) {
    if (error_number != EPERM || files_of(rt).all()) return raise_os_error(rt, error_number, path);
    return raise_exception(rt, make_os_error(rt, EPERM, make_str(rt, "the host grants no access"), path));
}

Result<void> check_descriptor(Runtime& rt, int descriptor) {
    if (!host_of(rt).may_use(descriptor)) return raise_os_error(rt, EBADF);
    return ok;
}

Result<std::int64_t> read_descriptor(Runtime& rt, int descriptor, std::span<char> room, bool waits) {
    if (descriptor == 0 && !host_of(rt).may_use(0)) return 0; // at its end
    TRY(check_descriptor(rt, descriptor));
    TRY(rt.pay(1 + room.size() / 4096));
    for (;;) {
        if (waits) TRY(vm_of(rt).wait_readable(descriptor));
        const ssize_t got = ::read(descriptor, room.data(), room.size());
        if (got >= 0) return static_cast<std::int64_t>(got);
        if (errno == EAGAIN || errno == EWOULDBLOCK) return -1;
        if (errno != EINTR) return raise_os_error(rt, errno);
        TRY(vm_of(rt).look_up());
    }
}

Result<std::int64_t> write_descriptor(Runtime& rt, int descriptor, std::span<const char> bytes) {
    TRY(rt.pay(1 + bytes.size() / 4096));
    if (descriptor == 1 || descriptor == 2) {
        TRY(vm_of(rt).write_standard(descriptor, {bytes.data(), bytes.size()}));
        return static_cast<std::int64_t>(bytes.size());
    }
    TRY(check_descriptor(rt, descriptor));
    for (;;) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written >= 0) return static_cast<std::int64_t>(written);
        if (errno == EAGAIN || errno == EWOULDBLOCK) return -1;
        if (errno != EINTR) return raise_os_error(rt, errno);
        TRY(vm_of(rt).look_up());
    }
}

bool descriptor_waits(int descriptor) noexcept {
    struct stat status;
    return ::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode);
}

bool descriptor_is_terminal(Runtime& rt, int descriptor) noexcept {
    return host_of(rt).may_use(descriptor) && ::isatty(descriptor) != 0;
}

int close_descriptor(Runtime& rt, int descriptor) noexcept {
    if (!host_of(rt).may_use(descriptor)) return EBADF;
    files_of(rt).closed(descriptor);
    return ::close(descriptor) < 0 ? errno : 0;
}

} // namespace mp
