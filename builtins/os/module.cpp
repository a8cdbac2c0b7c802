// posix: what os (frozen/os.py) asks of the operating system.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "builtins/granted.h"
#include "builtins/modules.h"
#include "builtins/os/descriptors.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytes_like.h"
#include "objects/types/codecs.h"
#include "objects/types/dict.h"
#include "objects/types/list.h"
#include "objects/types/module.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"
#include "objects/types/text_arguments.h"
#include "objects/types/tuple.h"

extern char** environ;

namespace mp {

namespace os_module {

Result<std::string> path_of(Runtime& rt, Value value, const char* function) {
    Owned path = Owned::share(value);
    if (!is_str_or_subclass(rt, path) && !is_bytes_or_subclass(rt, path)) {
        Ref<StrObject> name = rt.intern("__fspath__");
        Owned method = TRY(lookup_special(rt, path, *name));
        if (method.is_unbound())
            return raise(rt, TypeId::TypeError, "%s: path should be string, bytes or os.PathLike, not %.200s", function,
                         type_name(rt, value));
        path = TRY(call(rt, method));
    }
    std::string text;
    if (is_str_or_subclass(rt, path)) {
        const CodecOptions codec = TRY(codec_options(rt, "utf-8", "surrogateescape"));
        Ref<BytesObject> bytes = TRY(encode(rt, *static_cast<StrObject*>(path.get().object()), codec));
        text.assign(reinterpret_cast<const char*>(bytes->data()), static_cast<std::size_t>(bytes->size));
    } else {
        BytesLike bytes = TRY(bytes_like(rt, path));
        text.assign(reinterpret_cast<const char*>(bytes.span().data()), bytes.span().size());
    }
    if (text.find('\0') != std::string::npos) return raise(rt, TypeId::ValueError, "embedded null byte");
    return text;
}

} // namespace os_module

namespace {

using os_module::path_of;

Result<Ref<StrObject>> text_from_system(Runtime& rt, std::string_view bytes) {
    const CodecOptions codec = TRY(codec_options(rt, "utf-8", "surrogateescape"));
    return decode(rt, {reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()}, codec);
}

Result<Owned> getcwd_(Runtime& rt, Args) {
    std::string path;
    if (files_of(rt).getcwd(path) < 0) return raise_file_error(rt, errno);
    return Owned(TRY(text_from_system(rt, path)));
}

// A call that takes a path and gives 0 or an error.
template <int (platform::FileSystem::*Function)(const std::string&)>
Result<void> on_path(Runtime& rt, Args args) {
    const std::string path = TRY(path_of(rt, args[0], "path"));
    if ((files_of(rt).*Function)(path) < 0) return raise_file_error(rt, errno, args[0]);
    return ok;
}

Result<void> mkdir_(Runtime& rt, Args args) {
    const std::string path = TRY(path_of(rt, args[0], "mkdir"));
    const int mode = TRY(int_argument(rt, args, 1, 0777));
    if (files_of(rt).mkdir(path, static_cast<mode_t>(mode)) < 0) return raise_file_error(rt, errno, args[0]);
    return ok;
}

Result<void> rename_(Runtime& rt, Args args) {
    const std::string from = TRY(path_of(rt, args[0], "rename"));
    const std::string to = TRY(path_of(rt, args[1], "rename"));
    if (files_of(rt).rename(from, to) < 0) return raise_file_error(rt, errno, args[0]);
    return ok;
}

Result<Owned> listdir(Runtime& rt, Args args) {
    const bool given = args.has(0) && !args[0].is_none();
    const std::string path = given ? TRY(path_of(rt, args[0], "listdir")) : std::string(".");
    Ref<ListObject> names = make_list(rt);
    const auto add = [&](std::string_view name) -> Result<void> {
        list_append(rt, *names, TRY(text_from_system(rt, name)));
        return rt.pay(1);
    };
    if (files_of(rt).list(path, [&](std::string_view name) { return !add(name).is_raised(); }) < 0)
        return raise_file_error(rt, errno, given ? args[0] : Value());
    if (rt.has_pending()) return raised;
    return Owned(std::move(names));
}

// (mode, inode, device, links, user, group, size, access, modification and change time in nanoseconds)
Result<Owned> stat_values(Runtime& rt, Args args) {
    const bool follow = !args.has(1) || TRY(truth(rt, args[1]));
    struct stat status;
    if (is_any_int(args[0])) {
        const int descriptor = TRY(int_argument(rt, args, 0, 0));
        TRY(check_descriptor(rt, descriptor));
        if (fstat(descriptor, &status) < 0) return raise_os_error(rt, errno, args[0]);
    } else {
        const std::string path = TRY(path_of(rt, args[0], "stat"));
        if (files_of(rt).stat(path, status, follow) < 0) return raise_file_error(rt, errno, args[0]);
    }
    const auto time_of = [&](const timespec& time) {
        return make_int(rt, static_cast<std::int64_t>(time.tv_sec) * 1000000000 + time.tv_nsec);
    };
    return Owned(tuple_of(rt, make_uint(rt, status.st_mode), make_uint(rt, status.st_ino), make_uint(rt, status.st_dev),
                          make_uint(rt, status.st_nlink), make_uint(rt, status.st_uid), make_uint(rt, status.st_gid),
                          make_int(rt, status.st_size),
#if defined(__APPLE__)
                          time_of(status.st_atimespec), time_of(status.st_mtimespec), time_of(status.st_ctimespec)));
#else
                          time_of(status.st_atim), time_of(status.st_mtim), time_of(status.st_ctim)));
#endif
}

Result<Owned> readlink_(Runtime& rt, Args args) {
    const std::string path = TRY(path_of(rt, args[0], "readlink"));
    std::string target;
    if (files_of(rt).readlink(path, target) < 0) return raise_file_error(rt, errno, args[0]);
    return Owned(TRY(text_from_system(rt, target)));
}

Result<Owned> access_(Runtime& rt, Args args) {
    const std::string path = TRY(path_of(rt, args[0], "access"));
    const int mode = TRY(int_argument(rt, args, 1, 0));
    return Owned::adopt(Value::boolean(files_of(rt).access(path, mode) == 0));
}

// Without a grant the environment is what os.environ holds, and nothing of the process's.
Result<void> putenv_(Runtime& rt, Args args) {
    const std::string name = TRY(path_of(rt, args[0], "putenv"));
    const std::string value = TRY(path_of(rt, args[1], "putenv"));
    if (name.empty() || name.find('=') != std::string::npos)
        return raise(rt, TypeId::ValueError, "illegal environment variable name");
    if (host_of(rt).process_environment && setenv(name.c_str(), value.c_str(), 1) < 0) return raise_os_error(rt, errno);
    return ok;
}
Result<void> unsetenv_(Runtime& rt, Args args) {
    const std::string name = TRY(path_of(rt, args[0], "unsetenv"));
    if (host_of(rt).process_environment && unsetenv(name.c_str()) < 0) return raise_os_error(rt, errno);
    return ok;
}
// The environment as it is when the module is imported.
Result<Owned> environment(Runtime& rt, Args) {
    Ref<DictObject> dict = make_dict(rt);
    const auto add = [&](std::string_view name, std::string_view value) -> Result<void> {
        Ref<StrObject> key = TRY(text_from_system(rt, name));
        dict_set_str(rt, *dict, *key, Owned(TRY(text_from_system(rt, value))));
        return ok;
    };
    if (!host_of(rt).process_environment) {
        for (const auto& [name, value] : host_of(rt).environment) TRY(add(name, value));
        return Owned(std::move(dict));
    }
    for (char** entry = environ; entry && *entry; ++entry) {
        const std::string_view text = *entry;
        const std::size_t equals = text.find('=', 1);
        if (equals != std::string_view::npos) TRY(add(text.substr(0, equals), text.substr(equals + 1)));
    }
    return Owned(std::move(dict));
}

Result<Owned> urandom(Runtime& rt, Args args) {
    const std::int64_t size = TRY(index_int64(rt, args[0]));
    if (size < 0) return raise(rt, TypeId::ValueError, "negative argument not allowed");
    if (!host_of(rt).randomness) return raise_not_granted(rt, "randomness");
    if (!rt.heap().would_fit(static_cast<std::size_t>(size))) return raise_memory_error(rt);
    Ref<BytesObject> bytes = make_bytes_uninitialised(rt, size);
    constexpr std::int64_t chunk = std::int64_t{1} << 16;
    struct Source {
        std::FILE* file = std::fopen("/dev/urandom", "rb");
        ~Source() {
            if (file) std::fclose(file);
        }
    } source;
    if (!source.file) return raise_os_error(rt, errno);
    for (std::int64_t done = 0; done < size; done += chunk) {
        const auto part = static_cast<std::size_t>(std::min(chunk, size - done));
        TRY(rt.pay(1 + part / 8));
        if (std::fread(bytes->data() + done, 1, part, source.file) != part) return raise_os_error(rt, EIO);
    }
    return Owned(std::move(bytes));
}

Result<void> exit_now(Runtime& rt, Args args) {
    const int status = TRY(int_argument(rt, args, 0, 0));
    if (!host_of(rt).exit) return raise_not_granted(rt, "exit of the process");
    ::_exit(status);
}

Result<Owned> strerror_(Runtime& rt, Args args) {
    return Owned(make_str(rt, std::strerror(TRY(int_argument(rt, args, 0, 0)))));
}
Result<Owned> getpid_(Runtime& rt, Args) { return make_int(rt, getpid()); }
Result<Owned> isatty_(Runtime& rt, Args args) {
    return Owned::adopt(Value::boolean(descriptor_is_terminal(rt, TRY(int_argument(rt, args, 0, 0)))));
}
Result<Owned> cpu_count(Runtime& rt, Args) {
    const long count = sysconf(_SC_NPROCESSORS_ONLN);
    return count > 0 ? make_int(rt, count) : Owned::adopt(Value::none());
}
const NativeDef functions[] = {
    {"getcwd", native<getcwd_>, 0, 0, nullptr, "Return a unicode string representing the current working directory."},
    {"chdir", native<on_path<&platform::FileSystem::chdir>>, 1, 1, "path, /",
     "Change the current working directory to the specified path."},
    {"unlink", native<on_path<&platform::FileSystem::unlink>>, 1, 1, "path, /", "Remove a file."},
    {"rmdir", native<on_path<&platform::FileSystem::rmdir>>, 1, 1, "path, /", "Remove a directory."},
    {"mkdir", native<mkdir_>, 1, 2, "path, mode=511", "Create a directory."},
    {"rename", native<rename_>, 2, 2, "src, dst, /", "Rename a file or directory."},
    {"listdir", native<listdir>, 0, 1, "path=None",
     "Return a list containing the names of the files in the directory."},
    {"_stat", native<stat_values>, 1, 2, nullptr},
    {"readlink", native<readlink_>, 1, 1, "path, /",
     "Return a string representing the path to which the symbolic link points."},
    {"access", native<access_>, 2, 2, "path, mode", "Use the real uid/gid to test for access to a path."},
    {"putenv", native<putenv_>, 2, 2, "name, value, /", "Change or add an environment variable."},
    {"unsetenv", native<unsetenv_>, 1, 1, "name, /", "Delete an environment variable."},
    {"_environment", native<environment>, 0, 0},
    {"urandom", native<urandom>, 1, 1, "size, /",
     "Return a bytes object containing random bytes suitable for cryptographic use."},
    {"_exit", native<exit_now>, 1, 1, "status",
     "Exit to the system with specified status, without normal exit processing."},
    {"strerror", native<strerror_>, 1, 1, "code, /", "Translate an error code to a message string."},
    {"getpid", native<getpid_>, 0, 0, nullptr, "Return the current process id."},
    {"isatty", native<isatty_>, 1, 1, "fd, /", "Return True if the fd is connected to a terminal."},
    {"cpu_count", native<cpu_count>, 0, 0, nullptr, "Return the number of logical CPUs in the system."},
    {},
};

Result<void> fill(Runtime& rt, ModuleObject& module) {
    module_add_functions(rt, module, os_module::descriptor_functions);
    os_module::add_descriptor_constants(rt, module);
    return ok;
}

} // namespace

const ModuleDef posix_module_def = {
    .name = "posix",
    .doc = "This module provides access to operating system functionality.",
    .functions = functions,
    .fill = fill,
};

} // namespace mp
