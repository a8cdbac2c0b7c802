// posix: what os (frozen/os.py) asks of the operating system.
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>

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
    char buffer[PATH_MAX];
    if (!getcwd(buffer, sizeof buffer)) return raise_os_error(rt, errno);
    return Owned(TRY(text_from_system(rt, buffer)));
}

// A system call that takes a path and gives 0 or an error.
template <int (*Function)(const char*)>
Result<void> on_path(Runtime& rt, Args args) {
    const std::string path = TRY(path_of(rt, args[0], "path"));
    if (Function(path.c_str()) < 0) return raise_os_error(rt, errno, args[0]);
    return ok;
}
int change_folder(const char* path) { return chdir(path); }
int remove_file(const char* path) { return unlink(path); }
int remove_folder(const char* path) { return rmdir(path); }

Result<void> mkdir_(Runtime& rt, Args args) {
    const std::string path = TRY(path_of(rt, args[0], "mkdir"));
    const int mode = TRY(int_argument(rt, args, 1, 0777));
    if (mkdir(path.c_str(), static_cast<mode_t>(mode)) < 0) return raise_os_error(rt, errno, args[0]);
    return ok;
}

Result<void> rename_(Runtime& rt, Args args) {
    const std::string from = TRY(path_of(rt, args[0], "rename"));
    const std::string to = TRY(path_of(rt, args[1], "rename"));
    if (std::rename(from.c_str(), to.c_str()) < 0) return raise_os_error(rt, errno, args[0]);
    return ok;
}

Result<Owned> listdir(Runtime& rt, Args args) {
    const bool given = args.has(0) && !args[0].is_none();
    const std::string path = given ? TRY(path_of(rt, args[0], "listdir")) : std::string(".");
    struct Folder {
        DIR* handle;
        ~Folder() {
            if (handle) closedir(handle);
        }
    } folder{opendir(path.c_str())};
    if (!folder.handle) return given ? raise_os_error(rt, errno, args[0]) : raise_os_error(rt, errno);
    Ref<ListObject> names = make_list(rt);
    while (const dirent* entry = readdir(folder.handle)) {
        const std::string_view name = entry->d_name;
        if (name != "." && name != "..") list_append(rt, *names, TRY(text_from_system(rt, name)));
        TRY(rt.pay(1));
    }
    return Owned(std::move(names));
}

// (mode, inode, device, links, user, group, size, access, modification and change time in nanoseconds)
Result<Owned> stat_values(Runtime& rt, Args args) {
    const bool follow = !args.has(1) || TRY(truth(rt, args[1]));
    struct stat status;
    if (is_any_int(args[0])) {
        const int descriptor = TRY(int_argument(rt, args, 0, 0));
        if (fstat(descriptor, &status) < 0) return raise_os_error(rt, errno, args[0]);
    } else {
        const std::string path = TRY(path_of(rt, args[0], "stat"));
        if ((follow ? stat(path.c_str(), &status) : lstat(path.c_str(), &status)) < 0)
            return raise_os_error(rt, errno, args[0]);
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
    char buffer[PATH_MAX];
    const ssize_t size = readlink(path.c_str(), buffer, sizeof buffer);
    if (size < 0) return raise_os_error(rt, errno, args[0]);
    return Owned(TRY(text_from_system(rt, {buffer, static_cast<std::size_t>(size)})));
}

Result<Owned> access_(Runtime& rt, Args args) {
    const std::string path = TRY(path_of(rt, args[0], "access"));
    const int mode = TRY(int_argument(rt, args, 1, 0));
    return Owned::adopt(Value::boolean(access(path.c_str(), mode) == 0));
}

Result<void> putenv_(Runtime& rt, Args args) {
    const std::string name = TRY(path_of(rt, args[0], "putenv"));
    const std::string value = TRY(path_of(rt, args[1], "putenv"));
    if (name.empty() || name.find('=') != std::string::npos)
        return raise(rt, TypeId::ValueError, "illegal environment variable name");
    if (setenv(name.c_str(), value.c_str(), 1) < 0) return raise_os_error(rt, errno);
    return ok;
}
Result<void> unsetenv_(Runtime& rt, Args args) {
    const std::string name = TRY(path_of(rt, args[0], "unsetenv"));
    if (unsetenv(name.c_str()) < 0) return raise_os_error(rt, errno);
    return ok;
}
// The environment as it is when the module is imported.
Result<Owned> environment(Runtime& rt, Args) {
    Ref<DictObject> dict = make_dict(rt);
    for (char** entry = environ; entry && *entry; ++entry) {
        const std::string_view text = *entry;
        const std::size_t equals = text.find('=', 1);
        if (equals == std::string_view::npos) continue;
        Ref<StrObject> name = TRY(text_from_system(rt, text.substr(0, equals)));
        dict_set_str(rt, *dict, *name, Owned(TRY(text_from_system(rt, text.substr(equals + 1)))));
    }
    return Owned(std::move(dict));
}

Result<Owned> urandom(Runtime& rt, Args args) {
    const std::int64_t size = TRY(index_int64(rt, args[0]));
    if (size < 0) return raise(rt, TypeId::ValueError, "negative argument not allowed");
    if (!rt.heap().would_fit(static_cast<std::size_t>(size))) return raise_memory_error(rt);
    Ref<BytesObject> bytes = make_bytes_uninitialised(rt, size);
    std::FILE* source = std::fopen("/dev/urandom", "rb");
    if (!source) return raise_os_error(rt, errno);
    const std::size_t got = std::fread(bytes->data(), 1, static_cast<std::size_t>(size), source);
    std::fclose(source);
    if (got != static_cast<std::size_t>(size)) return raise_os_error(rt, EIO);
    return Owned(std::move(bytes));
}

Result<Owned> strerror_(Runtime& rt, Args args) {
    return Owned(make_str(rt, std::strerror(TRY(int_argument(rt, args, 0, 0)))));
}
Result<Owned> getpid_(Runtime& rt, Args) { return make_int(rt, getpid()); }
Result<Owned> isatty_(Runtime& rt, Args args) {
    return Owned::adopt(Value::boolean(isatty(TRY(int_argument(rt, args, 0, 0))) != 0));
}
Result<Owned> cpu_count(Runtime& rt, Args) {
    const long count = sysconf(_SC_NPROCESSORS_ONLN);
    return count > 0 ? make_int(rt, count) : Owned::adopt(Value::none());
}
const NativeDef functions[] = {
    {"getcwd", native<getcwd_>, 0, 0, nullptr, "Return a unicode string representing the current working directory."},
    {"chdir", native<on_path<change_folder>>, 1, 1, "path, /",
     "Change the current working directory to the specified path."},
    {"unlink", native<on_path<remove_file>>, 1, 1, "path, /", "Remove a file."},
    {"rmdir", native<on_path<remove_folder>>, 1, 1, "path, /", "Remove a directory."},
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
