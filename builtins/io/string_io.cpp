// io.StringIO: a stream of text in memory, four bytes a character.
#include <algorithm>
#include <cstring>

#include "builtins/io/memory_streams.h"
#include "builtins/io/stream.h"
#include "builtins/native_object.h"
#include "interp/support/checked.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"
#include "objects/types/text_arguments.h"

namespace mp {

namespace {

struct StringIOObject : Object {
    char32_t* text; // from the heap; null when capacity is 0
    std::int64_t size, capacity;
    std::int64_t position;
    bool closed;
    bool translate; // \r\n and \r written become \n
    bool universal; // \r and \r\n end lines too (newline='')
    auto owned() noexcept { return std::tuple<>(); }
    void free_memory(Runtime& rt) noexcept {
        if (text) rt.heap().free(text, static_cast<std::size_t>(capacity) * sizeof(char32_t));
        text = nullptr;
        size = capacity = 0;
    }
};

StringIOObject& stream_of(Value value) noexcept { return self_as<StringIOObject>(value); }

Result<StringIOObject*> open_stream(Runtime& rt, Value self) {
    StringIOObject& stream = stream_of(self);
    if (stream.closed) return raise(rt, TypeId::ValueError, "I/O operation on closed file");
    return &stream;
}

void reserve(Runtime& rt, StringIOObject& stream, std::int64_t total) {
    if (total <= stream.capacity) return;
    if (total > INT64_MAX / 16) throw std::bad_alloc();
    const std::int64_t capacity = std::max<std::int64_t>(total + total / 2, 16);
    const std::size_t bytes = static_cast<std::size_t>(capacity) * sizeof(char32_t);
    stream.text = static_cast<char32_t*>(
        stream.text
            ? rt.heap().reallocate(stream.text, static_cast<std::size_t>(stream.capacity) * sizeof(char32_t), bytes)
            : rt.heap().allocate(bytes));
    stream.capacity = capacity;
}

void put(Runtime& rt, StringIOObject& stream, const StrObject& text) {
    if (text.length == 0) return;
    if (text.length > INT64_MAX - stream.position) throw std::bad_alloc();
    reserve(rt, stream, stream.position + text.length);
    if (stream.position > stream.size) std::fill(stream.text + stream.size, stream.text + stream.position, U'\0');
    std::int64_t at = stream.position;
    for (std::int64_t i = 0; i < text.length; ++i) {
        char32_t c = text[i];
        if (c == U'\r' && stream.translate) {
            if (i + 1 < text.length && text[i + 1] == U'\n') continue;
            c = U'\n';
        }
        stream.text[at++] = c;
    }
    stream.position = at;
    stream.size = std::max(stream.size, at);
}

Ref<StrObject> take(Runtime& rt, StringIOObject& stream, std::int64_t count) {
    if (count == 0) return Ref<StrObject>::share(rt.empty_str);
    Ref<StrObject> result = make_str_ucs4(rt, stream.text + stream.position, count);
    stream.position += count;
    return result;
}

std::int64_t available(const StringIOObject& stream, std::int64_t size) noexcept {
    const std::int64_t left = std::max<std::int64_t>(stream.size - stream.position, 0);
    return size < 0 ? left : std::min(left, size);
}

Result<Owned> make_new(Runtime& rt, Type* type, Args) {
    Ref<StringIOObject> stream = make_owned<StringIOObject>(rt, *type);
    stream->text = nullptr;
    stream->size = stream->capacity = stream->position = 0;
    stream->closed = false;
    stream->translate = false;
    stream->universal = false;
    return Owned(std::move(stream));
}

Result<void> initialise(Runtime& rt, Value self, Args args) {
    static const NativeDef definition = {"StringIO", nullptr, 0, 2, "initial_value='', newline='\\n'"};
    Value given[2];
    TRY(bind_arguments(rt, definition, args, given));
    StringIOObject& stream = stream_of(self);
    std::string newline = "\n";
    if (given[1].is_none()) {
        stream.translate = true;
    } else if (!given[1].is_unbound()) {
        if (!is_str_or_subclass(rt, given[1]))
            return raise(rt, TypeId::TypeError, "newline must be str or None, not %.200s", type_name(rt, given[1]));
        newline = to_utf8(*static_cast<StrObject*>(given[1].object()));
        if (newline != "" && newline != "\n" && newline != "\r" && newline != "\r\n")
            return raise(rt, TypeId::ValueError, "illegal newline value: %s",
                         to_utf8(*TRY(repr(rt, given[1]))).c_str());
        stream.universal = newline.empty();
    }
    stream.size = stream.position = 0;
    stream.closed = false;
    if (given[0].is_unbound() || given[0].is_none()) return ok;
    if (!is_str_or_subclass(rt, given[0]))
        return raise(rt, TypeId::TypeError, "initial_value must be str or None, not %.200s", type_name(rt, given[0]));
    put(rt, stream, *static_cast<StrObject*>(given[0].object()));
    stream.position = 0;
    return ok;
}

Result<Owned> write(Runtime& rt, Args args) {
    if (!is_str_or_subclass(rt, args[1]))
        return raise(rt, TypeId::TypeError, "string argument expected, got '%.200s'", type_name(rt, args[1]));
    StringIOObject& stream = *TRY(open_stream(rt, args[0]));
    const auto& text = *static_cast<StrObject*>(args[1].object());
    put(rt, stream, text);
    return make_int(rt, text.length);
}

Result<Owned> read(Runtime& rt, Args args) {
    const std::int64_t size = TRY(stream_size(rt, args, 1));
    StringIOObject& stream = *TRY(open_stream(rt, args[0]));
    return Owned(take(rt, stream, available(stream, size)));
}

Ref<StrObject> take_line(Runtime& rt, StringIOObject& stream, std::int64_t limit) {
    const std::int64_t most = available(stream, limit);
    std::int64_t count = 0;
    while (count < most) {
        const char32_t c = stream.text[stream.position + count++];
        if (c == U'\n') break;
        if (c == U'\r' && stream.universal) {
            if (count < most && stream.text[stream.position + count] == U'\n') ++count;
            break;
        }
    }
    return take(rt, stream, count);
}
Result<Owned> readline(Runtime& rt, Args args) {
    const std::int64_t limit = TRY(stream_size(rt, args, 1));
    return Owned(take_line(rt, *TRY(open_stream(rt, args[0])), limit));
}
Result<Owned> next_line(Runtime& rt, Value self) {
    if (self.object()->type()->spec != &string_io_spec) return stream_next(rt, self);
    Ref<StrObject> line = take_line(rt, *TRY(open_stream(rt, self)), -1);
    if (line->length == 0) return Owned::adopt(Value::exhausted());
    return Owned(std::move(line));
}

Result<Owned> getvalue(Runtime& rt, Args args) {
    StringIOObject& stream = *TRY(open_stream(rt, args[0]));
    if (stream.size == 0) return Owned::share(Value(rt.empty_str));
    return Owned(make_str_ucs4(rt, stream.text, stream.size));
}

Result<Owned> seek(Runtime& rt, Args args) {
    const std::int64_t place = TRY(index_int64(rt, args[1]));
    const int whence = TRY(int_argument(rt, args, 2, 0));
    StringIOObject& stream = *TRY(open_stream(rt, args[0]));
    if (whence < 0 || whence > 2)
        return raise(rt, TypeId::ValueError, "Invalid whence (%i, should be 0, 1 or 2)", whence);
    if (whence == 0 && place < 0)
        return raise(rt, TypeId::ValueError, "Negative seek position %lld", static_cast<long long>(place));
    if (whence != 0 && place != 0) return raise(rt, TypeId::OSError, "Can't do nonzero cur-relative seeks");
    stream.position = whence == 0 ? place : whence == 1 ? stream.position : stream.size;
    return make_int(rt, stream.position);
}
Result<Owned> tell(Runtime& rt, Args args) { return make_int(rt, TRY(open_stream(rt, args[0]))->position); }

Result<Owned> truncate(Runtime& rt, Args args) {
    std::int64_t size = TRY(stream_size(rt, args, 1));
    StringIOObject& stream = *TRY(open_stream(rt, args[0]));
    if (!args.has(1) || args[1].is_none()) size = stream.position;
    if (size < 0) return raise(rt, TypeId::ValueError, "Negative size value %lld", static_cast<long long>(size));
    stream.size = std::min(stream.size, size);
    return make_int(rt, size);
}

Result<void> close(Runtime& rt, Args args) {
    StringIOObject& stream = stream_of(args[0]);
    stream.free_memory(rt);
    stream.closed = true;
    return ok;
}
Result<void> nothing_if_open(Runtime& rt, Args args) {
    TRY(open_stream(rt, args[0]));
    return ok;
}
Result<Owned> true_if_open(Runtime& rt, Args args) {
    TRY(open_stream(rt, args[0]));
    return Owned::adopt(Value::true_());
}
Result<Owned> false_if_open(Runtime& rt, Args args) {
    TRY(open_stream(rt, args[0]));
    return Owned::adopt(Value::false_());
}
Result<Owned> get_closed(Runtime&, Value self) { return Owned::adopt(Value::boolean(stream_of(self).closed)); }
Result<Owned> get_none(Runtime& rt, Value self) {
    TRY(open_stream(rt, self));
    return Owned::adopt(Value::none());
}
Result<Owned> get_line_buffering(Runtime& rt, Value self) {
    TRY(open_stream(rt, self));
    return Owned::adopt(Value::false_());
}

const NativeDef methods[] = {
    STREAM_METHODS,
    {"write", native<write>, 1, 1, "s, /", "Write string to file."},
    {"read", native<read>, 0, 1, "size=-1, /", "Read at most size characters, returned as a string."},
    {"readline", native<readline>, 0, 1, "size=-1, /", "Read until newline or EOF."},
    {"getvalue", native<getvalue>, 0, 0, nullptr, "Retrieve the entire contents of the object."},
    {"seek", native<seek>, 1, 2, "pos, whence=0, /", "Change stream position."},
    {"tell", native<tell>, 0, 0, nullptr, "Tell the current file position."},
    {"truncate", native<truncate>, 0, 1, "pos=None, /", "Truncate size to pos."},
    {"close", native<close>, 0, 0, nullptr, "Close the IO object."},
    {"flush", native<nothing_if_open>, 0, 0, nullptr, "Does nothing."},
    {"isatty", native<false_if_open>, 0, 0, nullptr, "Always returns False."},
    {"readable", native<true_if_open>, 0, 0, nullptr, "Returns True if the IO object can be read."},
    {"writable", native<true_if_open>, 0, 0, nullptr, "Returns True if the IO object can be written."},
    {"seekable", native<true_if_open>, 0, 0, nullptr, "Returns True if the IO object can be seeked."},
    {},
};
const GetSetDef getsets[] = {
    {"closed", get_closed},
    {"newlines", get_none},
    {"encoding", get_none},
    {"errors", get_none},
    {"line_buffering", get_line_buffering},
    {},
};

} // namespace

const TypeSpec string_io_spec = {
    .name = "StringIO",
    .module = "_io",
    .base = TypeId::object,
    .size = sizeof(StringIOObject),
    .flags = type_has_gc | type_is_base | type_has_dict | type_weakrefs,
    .slots = {.dealloc = dealloc_owned<StringIOObject>,
              .traverse = traverse_owned<StringIOObject>,
              .new_ = make_new,
              .init = initialise,
              .iter = stream_iter,
              .iternext = next_line},
    .methods = methods,
    .getsets = getsets,
    .doc = "Text I/O implementation using an in-memory buffer.",
};

} // namespace mp
