// The type io.TextIOWrapper.
#include <unistd.h>

#include "builtins/io/stream.h"
#include "builtins/io/text_file.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/codec_registry.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"
#include "objects/types/text_arguments.h"

namespace mp {

namespace {

TextFileObject& file_of(Value value) noexcept { return as_text_file(value); }

void dealloc(Runtime& rt, Object* object) {
    auto& file = *static_cast<TextFileObject*>(object);
    replace(file.buffer, Owned());
    replace(file.encoding, Owned());
    replace(file.errors, Owned());
    replace(file.mode, Owned());
    replace(file.decoded, Owned());
    delete file.state;
    rt.free_object(object, sizeof(TextFileObject));
}
void traverse(Object* object, Visitor visit, void* context) {
    const auto& file = *static_cast<TextFileObject*>(object);
    if (file.buffer.is_object()) visit(file.buffer.object(), context);
}
// A cycle through a buffer that is no ByteFileObject is cut here; the file cannot be used any more.
void clear(Runtime&, Object* object) {
    auto& file = *static_cast<TextFileObject*>(object);
    file.bytes = nullptr;
    file.plain = false;
    replace(file.buffer, Owned::adopt(Value::none()));
}

Result<std::string> text_option(Runtime& rt, Value value, const char* what, std::string fallback) {
    if (value.is_unbound() || value.is_none()) return fallback;
    if (!is_str_or_subclass(rt, value))
        return raise(rt, TypeId::TypeError, "TextIOWrapper() argument '%s' must be str or None, not %.200s", what,
                     type_name(rt, value));
    std::string text = to_utf8(*static_cast<StrObject*>(value.object()));
    return text == "locale" ? std::string("utf-8") : text;
}

Result<void> newline_option(Runtime& rt, Value value, TextFileOptions& options) {
    if (value.is_unbound() || value.is_none()) return ok;
    if (!is_str_or_subclass(rt, value))
        return raise(rt, TypeId::TypeError, "TextIOWrapper() argument 'newline' must be str or None, not %.200s",
                     type_name(rt, value));
    options.newline = to_utf8(*static_cast<StrObject*>(value.object()));
    options.newline_given = true;
    if (options.newline != "" && options.newline != "\n" && options.newline != "\r" && options.newline != "\r\n")
        return raise(rt, TypeId::ValueError, "illegal newline value: %.200s", options.newline.c_str());
    return ok;
}

Result<Owned> make_new(Runtime& rt, Type* type, Args) { return Owned(make_bare_text_file(rt, *type)); }

Result<void> initialise(Runtime& rt, Value self, Args args) {
    static const NativeDef definition = {
        "TextIOWrapper", nullptr, 1, 6,
        "buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False"};
    Value given[6];
    TRY(bind_arguments(rt, definition, args, given));
    TextFileOptions options;
    options.encoding = TRY(text_option(rt, given[1], "encoding", "utf-8"));
    options.errors = TRY(text_option(rt, given[2], "errors", "strict"));
    TRY(newline_option(rt, given[3], options));
    options.line_buffering = !given[4].is_unbound() && TRY(truth(rt, given[4]));
    options.write_through = !given[5].is_unbound() && TRY(truth(rt, given[5]));
    return init_text_file(rt, file_of(self), given[0], options, Value());
}

Result<Owned> read(Runtime& rt, Args args) {
    const std::int64_t size = TRY(stream_size(rt, args, 1));
    return Owned(TRY(text_file_read(rt, file_of(args[0]), size)));
}
Result<Owned> readline(Runtime& rt, Args args) {
    const std::int64_t limit = TRY(stream_size(rt, args, 1));
    return Owned(TRY(text_file_readline(rt, file_of(args[0]), limit)));
}
Result<Owned> next_line(Runtime& rt, Value self) {
    TextFileObject& file = file_of(self);
    file.state->telling = false;
    if (!is_text_file(self)) {
        Owned line = TRY(stream_next(rt, self));
        if (line.is_exhausted()) {
            file.state->telling = true;
            file.state->snapshot = false;
        }
        return line;
    }
    Ref<StrObject> line = TRY(text_file_readline(rt, file));
    if (line->length > 0) return Owned(std::move(line));
    file.state->telling = true;
    file.state->snapshot = false;
    return Owned::adopt(Value::exhausted());
}
Result<Owned> write(Runtime& rt, Args args) {
    if (!is_str_or_subclass(rt, args[1]))
        return raise(rt, TypeId::TypeError, "write() argument must be str, not %.200s", type_name(rt, args[1]));
    auto& text = *static_cast<StrObject*>(args[1].object());
    const std::int64_t length = text.length;
    TRY(text_file_write(rt, file_of(args[0]), text));
    return make_int(rt, length);
}
Result<void> flush(Runtime& rt, Args args) { return text_file_flush(rt, file_of(args[0])); }

Result<void> close(Runtime& rt, Args args) {
    TextFileObject& file = file_of(args[0]);
    if (file.buffer.is_none()) return raise(rt, TypeId::ValueError, "underlying buffer has been detached");
    if (file.bytes) return byte_file_close(rt, *file.bytes);
    if (file.closed) return ok;
    TRY(call_method(rt, file.buffer, *rt.names().flush));
    file.closed = true;
    TRY(call_method(rt, file.buffer, *rt.names().close));
    return ok;
}

Result<Owned> buffer_call(Runtime& rt, TextFileObject& file, const char* method) {
    TRY(check_text_open(rt, file));
    Ref<StrObject> name = rt.intern(method);
    return call_method(rt, file.buffer, *name);
}
Result<Owned> fileno(Runtime& rt, Args args) { return buffer_call(rt, file_of(args[0]), "fileno"); }
Result<Owned> is_terminal(Runtime& rt, Args args) { return buffer_call(rt, file_of(args[0]), "isatty"); }
Result<Owned> seekable(Runtime& rt, Args args) { return buffer_call(rt, file_of(args[0]), "seekable"); }
Result<Owned> is_readable(Runtime& rt, Args args) { return buffer_call(rt, file_of(args[0]), "readable"); }
Result<Owned> is_writable(Runtime& rt, Args args) { return buffer_call(rt, file_of(args[0]), "writable"); }

Result<Owned> tell(Runtime& rt, Args args) {
    TextFileObject& file = file_of(args[0]);
    TRY(check_text_open(rt, file));
    Ref<StrObject> name = rt.intern("seekable");
    Owned can_seek = TRY(call_method(rt, file.buffer, *name));
    if (!TRY(truth(rt, can_seek))) return raise_unsupported(rt, "underlying stream is not seekable");
    if (!file.state->telling) return raise(rt, TypeId::OSError, "telling position disabled by next() call");
    TRY(text_file_flush(rt, file));
    Owned place = TRY(buffer_call(rt, file, "tell"));
    std::int64_t ahead = static_cast<std::int64_t>(file.state->raw.size());
    if (!file.decoded.is_unbound())
        ahead += static_cast<std::int64_t>(file.state->chunk.size()) - TRY(text_file_bytes_before(rt, file));
    if (ahead == 0) return place;
    return int_subtract(rt, place, make_int(rt, ahead));
}

Result<Owned> seek(Runtime& rt, Args args) {
    TextFileObject& file = file_of(args[0]);
    std::int64_t place = TRY(index_int64(rt, args[1]));
    int whence = TRY(int_argument(rt, args, 2, 0));
    TRY(check_text_open(rt, file));
    if (whence == 1) {
        if (place != 0) return raise_unsupported(rt, "can't do nonzero cur-relative seeks");
        Owned here = TRY(tell(rt, args));
        place = TRY(index_int64(rt, here));
        whence = 0;
    } else if (whence == 2) {
        if (place != 0) return raise_unsupported(rt, "can't do nonzero end-relative seeks");
    } else if (whence != 0) {
        return raise(rt, TypeId::ValueError, "invalid whence (%d, should be 0, 1 or 2)", whence);
    }
    if (place < 0) return raise(rt, TypeId::ValueError, "negative seek position %lld", static_cast<long long>(place));
    TRY(text_file_flush(rt, file));
    text_file_forget(rt, file);
    file.state->telling = true;
    Owned result;
    if (file.bytes) {
        result = make_int(rt, TRY(byte_file_seek(rt, *file.bytes, place, whence)));
    } else {
        Ref<StrObject> name = rt.intern("seek");
        Owned given = make_int(rt, place);
        result = TRY(call_method(rt, file.buffer, *name, given, Value::from_int(whence)));
    }
    if (whence == 2 || !TRY(truth(rt, result))) file.state->seen = 0;
    file.state->snapshot = whence != 2;
    // At the start of the stream a byte order mark is looked for, and written, again.
    if (TRY(truth(rt, result))) {
        settle_write(file.state->write_codec);
    } else {
        file.state->read_started = false;
        file.state->read_codec.encoding = file.state->write_codec.encoding = file.state->base;
    }
    return result;
}

Result<Owned> truncate(Runtime& rt, Args args) {
    TextFileObject& file = file_of(args[0]);
    TRY(text_file_flush(rt, file));
    Ref<StrObject> name = rt.intern("truncate");
    return args.has(1) ? call_method(rt, file.buffer, *name, args[1]) : call_method(rt, file.buffer, *name);
}

Result<Owned> detach(Runtime& rt, Args args) {
    TextFileObject& file = file_of(args[0]);
    TRY(text_file_flush(rt, file));
    Owned buffer = Owned::share(file.buffer);
    clear(rt, args[0].object());
    return buffer;
}

Result<void> reconfigure(Runtime& rt, Args args) {
    TextFileObject& file = file_of(args[0]);
    TRY(text_file_flush(rt, file));
    TextFileOptions options;
    TextFileState& state = *file.state;
    if (args.has(1) || args.has(2)) {
        const std::string encoding =
            TRY(text_option(rt, args[1], "encoding", to_utf8(*static_cast<StrObject*>(file.encoding.object()))));
        const std::string old_errors = to_utf8(*static_cast<StrObject*>(file.errors.object()));
        const std::string errors =
            TRY(text_option(rt, args[2], "errors", args.has(1) && !args[1].is_none() ? "strict" : old_errors));
        if (!file.decoded.is_unbound() && args.has(1) && !args[1].is_none())
            return raise_unsupported(
                rt, "It is not possible to set the encoding or newline of stream after the first read");
        CodecOptions codec = TRY(codec_options(rt, encoding, errors));
        TRY(check_text_codec(rt, codec));
        replace(file.encoding, make_str(rt, encoding));
        replace(file.errors, make_str(rt, errors));
        state.read_codec = codec;
        state.write_codec = codec;
        state.base = codec.encoding;
    }
    if (args.has(3)) {
        TRY(newline_option(rt, args[3], options));
        state.translate = !options.newline_given;
        state.universal = options.newline.empty();
        state.read_newline = options.newline;
        state.write_newline = options.newline_given && options.newline != "\n" ? options.newline : "";
    }
    if (args.has(4) && !args[4].is_none()) file.line_buffering = TRY(truth(rt, args[4]));
    if (args.has(5) && !args[5].is_none()) file.write_through = TRY(truth(rt, args[5]));
    file.plain = file.bytes && state.write_codec.encoding == Encoding::utf8 && state.write_newline.empty();
    return ok;
}

Result<Owned> get_buffer(Runtime&, Value self) { return Owned::share(file_of(self).buffer); }
Result<Owned> get_encoding(Runtime&, Value self) { return Owned::share(file_of(self).encoding); }
Result<Owned> get_errors(Runtime&, Value self) { return Owned::share(file_of(self).errors); }
Result<Owned> get_newlines(Runtime& rt, Value self) { return line_ends_object(rt, file_of(self).state->seen); }
Result<Owned> get_line_buffering(Runtime&, Value self) {
    return Owned::adopt(Value::boolean(file_of(self).line_buffering));
}
Result<Owned> get_write_through(Runtime&, Value self) {
    return Owned::adopt(Value::boolean(file_of(self).write_through));
}
Result<Owned> get_name(Runtime& rt, Value self) {
    if (file_of(self).buffer.is_none()) return raise(rt, TypeId::ValueError, "underlying buffer has been detached");
    return get_attribute(rt, file_of(self).buffer, *rt.names().name);
}
Result<Owned> get_mode(Runtime& rt, Value self) {
    if (!file_of(self).mode.is_unbound()) return Owned::share(file_of(self).mode);
    Ref<StrObject> name = rt.intern("mode");
    return get_attribute(rt, file_of(self).buffer, *name);
}
Result<Owned> get_closed(Runtime& rt, Value self) {
    const TextFileObject& file = file_of(self);
    if (file.buffer.is_none()) return raise(rt, TypeId::ValueError, "underlying buffer has been detached");
    return Owned::adopt(Value::boolean(file.bytes ? !file.bytes->is_open() : file.closed));
}

Result<Owned> repr_file(Runtime& rt, Value self) {
    const TextFileObject& file = file_of(self);
    StrBuilder text(rt);
    text.append("<_io.TextIOWrapper");
    Owned name = file.buffer.is_none() ? Owned() : TRY(get_optional_attribute(rt, file.buffer, *rt.names().name));
    if (!name.is_unbound()) {
        text.append(" name=");
        text.append(*TRY(repr(rt, name)));
    }
    if (!file.mode.is_unbound()) {
        text.append(" mode=");
        text.append(*TRY(repr(rt, file.mode)));
    }
    text.append(" encoding=");
    text.append(*TRY(repr(rt, file.encoding)));
    text.append(U'>');
    return Owned(text.finish());
}

const NativeDef methods[] = {
    STREAM_METHODS,
    {"read", native<read>, 0, 1, "size=-1, /", "Read at most size characters from stream."},
    {"readline", native<readline>, 0, 1, "size=-1, /", "Read until newline or EOF."},
    {"write", native<write>, 1, 1, "text, /", "Write string s to stream. Returns the number of characters written."},
    {"flush", native<flush>, 0, 0, nullptr, "Flush write buffers, if applicable."},
    {"close", native<close>, 0, 0, nullptr, "Flush and close the IO object."},
    {"seek", native<seek>, 1, 2, "cookie, whence=0, /", "Set the stream position, and return the new stream position."},
    {"tell", native<tell>, 0, 0, nullptr, "Return the stream position as an opaque number."},
    {"truncate", native<truncate>, 0, 1, "pos=None, /"},
    {"detach", native<detach>, 0, 0, nullptr, "Separate the underlying buffer from the stream and return it."},
    {"reconfigure", native<reconfigure>, 0, 0,
     "*, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None",
     "Reconfigure the text stream with new parameters."},
    {"fileno", native<fileno>, 0, 0, nullptr, "Return underlying file descriptor if one exists."},
    {"isatty", native<is_terminal>, 0, 0, nullptr, "Return whether this is an 'interactive' stream."},
    {"seekable", native<seekable>, 0, 0, nullptr, "Return whether object supports random access."},
    {"readable", native<is_readable>, 0, 0, nullptr, "Return whether object was opened for reading."},
    {"writable", native<is_writable>, 0, 0, nullptr, "Return whether object was opened for writing."},
    {},
};
const GetSetDef getsets[] = {
    {"buffer", get_buffer},
    {"encoding", get_encoding},
    {"errors", get_errors},
    {"newlines", get_newlines},
    {"line_buffering", get_line_buffering},
    {"write_through", get_write_through},
    {"name", get_name},
    {"mode", get_mode},
    {"closed", get_closed},
    {},
};

} // namespace

const TypeSpec text_file_spec = {
    .name = "TextIOWrapper",
    .module = "_io",
    .base = TypeId::object,
    .size = sizeof(TextFileObject),
    .flags = type_has_gc | type_is_base | type_has_dict | type_weakrefs,
    .slots = {.dealloc = dealloc,
              .traverse = traverse,
              .clear = clear,
              .new_ = make_new,
              .init = initialise,
              .repr = repr_file,
              .iter = stream_iter,
              .iternext = next_line},
    .methods = methods,
    .getsets = getsets,
    .doc = "Character and line based layer over a BufferedIOBase object, buffer.",
};

} // namespace mp
