#include "builtins/io/open.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "builtins/granted.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytes.h"
#include "objects/types/codec_registry.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"

namespace mp {

const char open_signature[] =
    "file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None";
const char open_doc[] = "Open file and return a stream.  Raise OSError upon failure.";

namespace {

struct Mode {
    char kind = 0; // r, w, x, a
    bool update = false, text = false, binary = false;
};

Result<Mode> parse_mode(Runtime& rt, Value value) {
    Mode mode;
    if (value.is_unbound()) {
        mode.kind = 'r';
        return mode;
    }
    if (!is_str_or_subclass(rt, value))
        return raise(rt, TypeId::TypeError, "open() argument 'mode' must be str, not %.50s", type_name(rt, value));
    const std::string text = to_utf8(*static_cast<StrObject*>(value.object()));
    int kinds = 0;
    const auto invalid = [&] { return raise(rt, TypeId::ValueError, "invalid mode: '%.200s'", text.c_str()); };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (text.find(c, i + 1) != std::string::npos) return invalid();
        switch (c) {
        case 'r':
        case 'w':
        case 'x':
        case 'a':
            mode.kind = c;
            ++kinds;
            break;
        case '+': mode.update = true; break;
        case 't': mode.text = true; break;
        case 'b': mode.binary = true; break;
        default: return invalid();
        }
    }
    if (mode.text && mode.binary) return raise(rt, TypeId::ValueError, "can't have text and binary mode at once");
    if (kinds == 0)
        return raise(rt, TypeId::ValueError,
                     "Must have exactly one of create/read/write/append mode and at most one plus");
    if (kinds != 1) return raise(rt, TypeId::ValueError, "must have exactly one of create/read/write/append mode");
    return mode;
}

int open_flags(const Mode& mode) noexcept {
    const int access = mode.update ? O_RDWR : mode.kind == 'r' ? O_RDONLY : O_WRONLY;
    switch (mode.kind) {
    case 'w': return access | O_CREAT | O_TRUNC | O_CLOEXEC;
    case 'x': return access | O_CREAT | O_EXCL | O_CLOEXEC;
    case 'a': return access | O_CREAT | O_APPEND | O_CLOEXEC;
    default: return access | O_CLOEXEC;
    }
}

// A path as the system takes it: str, bytes or what __fspath__ gives.
Result<std::string> system_path(Runtime& rt, Value file) {
    Owned path = Owned::share(file);
    if (!is_str_or_subclass(rt, path) && !is_bytes(path)) {
        Ref<StrObject> name = rt.intern("__fspath__");
        Owned method = TRY(lookup_special(rt, path, *name));
        if (method.is_unbound())
            return raise(rt, TypeId::TypeError, "expected str, bytes or os.PathLike object, not %.200s",
                         type_name(rt, file));
        path = TRY(call(rt, method));
    }
    std::string text;
    if (is_str_or_subclass(rt, path)) {
        Ref<BytesObject> bytes = TRY(encode(rt, *static_cast<StrObject*>(path.get().object()),
                                            TRY(codec_options(rt, "utf-8", "surrogateescape"))));
        text.assign(reinterpret_cast<const char*>(bytes->data()), static_cast<std::size_t>(bytes->size));
    } else {
        Ref<BytesObject> bytes = TRY(bytes_from_object(rt, path));
        text.assign(reinterpret_cast<const char*>(bytes->data()), static_cast<std::size_t>(bytes->size));
    }
    if (text.find('\0') != std::string::npos) return raise(rt, TypeId::ValueError, "embedded null byte");
    return text;
}

struct Descriptor {
    Runtime& rt;
    int number = -1;
    bool owns = true;
    ~Descriptor() {
        if (number >= 0 && owns) close_descriptor(rt, number);
    }
};

Result<void> check_no_folder(Runtime& rt, int descriptor, Value name) {
    struct stat status;
    if (fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode)) return raise_os_error(rt, EISDIR, name);
    return ok;
}

Result<void> open_descriptor(Runtime& rt, Value file, const Mode& mode, bool close_descriptor, Value opener,
                             Descriptor& result) {
    if (is_any_int(file)) {
        std::int64_t number = TRY(index_int64(rt, file));
        if (number < 0) return raise(rt, TypeId::ValueError, "negative file descriptor");
        result.owns = false; // until the file object has it
        result.number = static_cast<int>(number);
        if (!host_of(rt).may_use(result.number) || fcntl(result.number, F_GETFD) < 0) {
            result.number = -1;
            return raise_os_error(rt, EBADF);
        }
        return check_no_folder(rt, static_cast<int>(number), file);
    }
    if (!close_descriptor) return raise(rt, TypeId::ValueError, "Cannot use closefd=False with file name");
    if (!opener.is_unbound() && !opener.is_none()) {
        Owned given = TRY(call(rt, opener, file, Value::from_int(open_flags(mode))));
        if (!is_any_int(given)) return raise(rt, TypeId::TypeError, "expected integer from opener");
        result.number = static_cast<int>(TRY(index_int64(rt, given)));
        if (result.number < 0) return raise(rt, TypeId::ValueError, "opener returned %d", result.number);
        result.owns = host_of(rt).may_use(result.number);
        TRY(check_descriptor(rt, result.number));
        return check_no_folder(rt, result.number, file);
    }
    const std::string path = TRY(system_path(rt, file));
    result.number = files_of(rt).open(path, open_flags(mode), 0666);
    if (result.number < 0) return raise_file_error(rt, errno, file);
    return check_no_folder(rt, result.number, file);
}

Result<std::string> option(Runtime& rt, Value value, const char* name, const char* fallback, bool& given) {
    given = !value.is_unbound() && !value.is_none();
    if (!given) return std::string(fallback);
    if (!is_str_or_subclass(rt, value))
        return raise(rt, TypeId::TypeError, "open() argument '%s' must be str or None, not %.50s", name,
                     type_name(rt, value));
    return to_utf8(*static_cast<StrObject*>(value.object()));
}

std::string raw_mode(const Mode& mode) {
    if (mode.kind == 'r') return mode.update ? "rb+" : "rb";
    if (mode.kind == 'w') return mode.update ? "rb+" : "wb";
    return std::string(mode.kind == 'x' ? "xb" : "ab") + (mode.update ? "+" : "");
}

} // namespace

Result<Owned> open_file(Runtime& rt, Args args) {
    const auto argument = [&](std::size_t i) { return args.has(i) ? args[i] : Value(); };
    const Mode mode = TRY(parse_mode(rt, argument(1)));
    std::int64_t buffering = args.has(2) ? TRY(index_int64(rt, args[2])) : -1;
    TextFileOptions options;
    bool encoding_given = false, errors_given = false;
    options.encoding = TRY(option(rt, argument(3), "encoding", "utf-8", encoding_given));
    if (options.encoding == "locale") options.encoding = "utf-8";
    options.errors = TRY(option(rt, argument(4), "errors", "strict", errors_given));
    options.newline = TRY(option(rt, argument(5), "newline", "", options.newline_given));
    if (options.newline != "" && options.newline != "\n" && options.newline != "\r" && options.newline != "\r\n")
        return raise(rt, TypeId::ValueError, "illegal newline value: %s", options.newline.c_str());
    if (mode.binary) {
        if (encoding_given) return raise(rt, TypeId::ValueError, "binary mode doesn't take an encoding argument");
        if (errors_given) return raise(rt, TypeId::ValueError, "binary mode doesn't take an errors argument");
        if (options.newline_given) return raise(rt, TypeId::ValueError, "binary mode doesn't take a newline argument");
    } else {
        TRY(check_text_codec(rt, TRY(codec_options(rt, options.encoding, options.errors))));
        if (buffering == 0) return raise(rt, TypeId::ValueError, "can't have unbuffered text I/O");
    }
    const bool close_descriptor = !args.has(6) || TRY(truth(rt, args[6]));

    Descriptor descriptor{rt};
    TRY(open_descriptor(rt, args[0], mode, close_descriptor, argument(7), descriptor));
    const FileAccess access = mode.update ? FileAccess::both : mode.kind == 'r' ? FileAccess::read : FileAccess::write;
    Ref<ByteFileObject> bytes =
        TRY(make_byte_file(rt, descriptor.number, access, close_descriptor, args[0], raw_mode(mode), buffering == 0));
    if (buffering > 1) bytes->room = static_cast<std::size_t>(std::min<std::int64_t>(buffering, 1 << 30));
    const bool terminal = descriptor_is_terminal(rt, descriptor.number);
    descriptor.number = -1;
    if (mode.kind == 'a') lseek(bytes->descriptor, 0, SEEK_END);
    if (mode.binary) return Owned(std::move(bytes));
    options.line_buffering = buffering == 1 || (buffering < 0 && terminal);
    Ref<Type> type = TRY(io_type(rt, text_file_spec));
    Owned shown_mode = args.has(1) ? Owned::share(args[1]) : Owned(make_str(rt, "r"));
    return Owned(TRY(make_text_file(rt, *type, bytes, options, shown_mode)));
}

Result<void> init_file_io(Runtime& rt, Value self, Args given) {
    static const NativeDef definition = {"FileIO", nullptr, 1, 4, "file, mode='r', closefd=True, opener=None"};
    Value values[4];
    TRY(bind_arguments(rt, definition, given, values));
    Mode mode;
    int kinds = 0, updates = 0;
    std::string text = "r";
    if (!values[1].is_unbound()) {
        if (!is_str_or_subclass(rt, values[1]))
            return raise(rt, TypeId::TypeError, "FileIO() argument 'mode' must be str, not %.50s",
                         type_name(rt, values[1]));
        text = to_utf8(*static_cast<StrObject*>(values[1].object()));
    }
    for (const char c : text) {
        if (c == '+')
            ++updates;
        else if (c == 'r' || c == 'w' || c == 'x' || c == 'a') {
            mode.kind = c;
            ++kinds;
        } else if (c != 'b')
            return raise(rt, TypeId::ValueError, "invalid mode: %.200s", text.c_str());
        if (kinds > 1 || updates > 1) break;
    }
    if (kinds != 1 || updates > 1)
        return raise(rt, TypeId::ValueError,
                     "Must have exactly one of create/read/write/append mode and at most one plus");
    mode.update = updates == 1;
    const bool close_descriptor = values[2].is_unbound() || TRY(truth(rt, values[2]));
    Descriptor descriptor{rt};
    TRY(open_descriptor(rt, values[0], mode, close_descriptor, values[3], descriptor));
    auto& file = as_byte_file(self);
    if (file.is_system() && !file.closed) TRY(raw_close(rt, file)); // __init__ of an open file
    file.readable = mode.kind == 'r' || mode.update;
    file.writable = mode.kind != 'r' || mode.update;
    set_descriptor(rt, file, descriptor.number, close_descriptor, values[0], raw_mode(mode));
    descriptor.number = -1;
    if (mode.kind == 'a') lseek(file.descriptor, 0, SEEK_END);
    return ok;
}

Result<Ref<TextFileObject>> make_standard_stream(Runtime& rt, int descriptor) {
    static const char* const names[] = {"<stdin>", "<stdout>", "<stderr>"};
    Ref<StrObject> name = make_str(rt, names[descriptor]);
    const FileAccess access = descriptor == 0 ? FileAccess::read : FileAccess::write;
    Ref<ByteFileObject> bytes = TRY(make_byte_file(rt, descriptor, access, false, name, descriptor == 0 ? "rb" : "wb"));
    TextFileOptions options;
    options.errors = descriptor == 2 ? "backslashreplace" : "strict";
    options.line_buffering = descriptor == 2 || descriptor_is_terminal(rt, descriptor);
    Ref<Type> type = TRY(io_type(rt, text_file_spec));
    return make_text_file(rt, *type, bytes, options, make_str(rt, descriptor == 0 ? "r" : "w"));
}

} // namespace mp
