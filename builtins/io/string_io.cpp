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
    static constexpr const char* closed_text = "I/O operation on closed file";
    char32_t* text; // from the heap; null when capacity is 0
    std::int64_t size, capacity;
    std::int64_t position;
    bool closed;
    bool translate;    // \r\n and \r written become \n (newline=None)
    bool universal;    // \r and \r\n end lines too (newline='')
    std::uint8_t seen; // LineEnds that were written, where they matter
    char newline[3];   // what \n becomes and what ends a line: "\n", "\r" or "\r\n"
    auto owned() noexcept { return std::tuple<>(); }
    void free_memory(Runtime& rt) noexcept {
        if (text) rt.heap().free(text, static_cast<std::size_t>(capacity) * sizeof(char32_t));
        text = nullptr;
        size = capacity = 0;
    }
    bool is_closed() const noexcept { return closed; }
    std::int64_t length() const noexcept { return size; }
    Owned value(Runtime& rt) {
        return size == 0 ? Owned::share(Value(rt.empty_str)) : Owned(make_str_ucs4(rt, text, size));
    }
};

using Stream = MemoryStream<StringIOObject>;

StringIOObject& stream_of(Value value) noexcept { return self_as<StringIOObject>(value); }
Result<StringIOObject*> open_stream(Runtime& rt, Value self) { return Stream::open(rt, self); }
std::int64_t available(StringIOObject& stream, std::int64_t size) noexcept { return Stream::available(stream, size); }

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
    if (text.length > (INT64_MAX - stream.position) / 2) throw std::bad_alloc();
    if (stream.translate || stream.universal) stream.seen |= line_ends_of(text);
    reserve(rt, stream, stream.position + text.length * (stream.newline[1] ? 2 : 1));
    if (stream.position > stream.size) std::fill(stream.text + stream.size, stream.text + stream.position, U'\0');
    std::int64_t at = stream.position;
    for (std::int64_t i = 0; i < text.length; ++i) {
        char32_t c = text[i];
        if (c == U'\r' && stream.translate) {
            if (i + 1 < text.length && text[i + 1] == U'\n') continue;
            c = U'\n';
        } else if (c == U'\n' && !stream.translate && !stream.universal) {
            stream.text[at++] = static_cast<unsigned char>(stream.newline[0]);
            if (!stream.newline[1]) continue;
            c = static_cast<unsigned char>(stream.newline[1]);
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

void set_newline(StringIOObject& stream, std::string_view newline) noexcept {
    stream.newline[0] = newline.empty() ? '\n' : newline[0];
    stream.newline[1] = newline.size() == 2 ? newline[1] : '\0';
    stream.newline[2] = '\0';
}

Result<Owned> make_new(Runtime& rt, Type* type, Args) {
    Ref<StringIOObject> stream = make_owned<StringIOObject>(rt, *type);
    stream->text = nullptr;
    stream->size = stream->capacity = stream->position = 0;
    stream->closed = false;
    stream->translate = false;
    stream->universal = false;
    stream->seen = 0;
    set_newline(*stream, "\n");
    return Owned(std::move(stream));
}

Result<void> initialise(Runtime& rt, Value self, Args args) {
    static const NativeDef definition = {"StringIO", nullptr, 0, 2, "initial_value='', newline='\\n'"};
    Value given[2];
    TRY(bind_arguments(rt, definition, args, given));
    StringIOObject& stream = stream_of(self);
    std::string newline = "\n";
    bool translate = false, universal = false;
    if (given[1].is_none()) {
        translate = true;
    } else if (!given[1].is_unbound()) {
        if (!is_str_or_subclass(rt, given[1]))
            return raise(rt, TypeId::TypeError, "newline must be str or None, not %.200s", type_name(rt, given[1]));
        newline = to_utf8(*static_cast<StrObject*>(given[1].object()));
        if (newline != "" && newline != "\n" && newline != "\r" && newline != "\r\n")
            return raise(rt, TypeId::ValueError, "illegal newline value: %s",
                         to_utf8(*TRY(repr(rt, given[1]))).c_str());
        universal = newline.empty();
    }
    const bool has_text = !given[0].is_unbound() && !given[0].is_none();
    if (has_text && !is_str_or_subclass(rt, given[0]))
        return raise(rt, TypeId::TypeError, "initial_value must be str or None, not %.200s", type_name(rt, given[0]));
    stream.size = stream.position = 0;
    stream.closed = false;
    stream.translate = translate;
    stream.universal = universal;
    stream.seen = 0;
    set_newline(stream, newline);
    if (!has_text) return ok;
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
    const char32_t first = static_cast<unsigned char>(stream.newline[0]);
    const char32_t second = static_cast<unsigned char>(stream.newline[1]);
    while (count < most) {
        const char32_t c = stream.text[stream.position + count++];
        const char32_t next = count < most ? stream.text[stream.position + count] : U'\0';
        if (stream.universal ? c == U'\n' || c == U'\r' : c == first && (!second || next == second)) {
            if (stream.universal ? c == U'\r' && next == U'\n' : second != 0) ++count;
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
Result<void> flush(Runtime&, Args) { return ok; }

Result<Owned> get_newlines(Runtime& rt, Value self) { return line_ends_object(rt, TRY(open_stream(rt, self))->seen); }

// (contents, newline, position, attributes)
Result<Owned> get_state(Runtime& rt, Args args) {
    StringIOObject& stream = *TRY(open_stream(rt, args[0]));
    Owned value = stream.value(rt), position = make_int(rt, stream.position);
    Owned newline = stream.translate   ? Owned::adopt(Value::none())
                    : stream.universal ? Owned::share(Value(rt.empty_str))
                                       : Owned(make_str(rt, stream.newline));
    Owned attributes = TRY(Stream::attributes(rt, args[0]));
    return Owned(tuple_of(rt, value, newline, position, attributes));
}

Result<void> set_state(Runtime& rt, Args args) {
    TRY(Stream::open(rt, args[0]));
    if (!is_tuple_or_subclass(rt, args[1]) || static_cast<TupleObject*>(args[1].object())->size < 4)
        return raise(rt, TypeId::TypeError, "%.200s.__setstate__ argument should be 4-tuple, got %.200s",
                     type_name(rt, args[0]), type_name(rt, args[1]));
    const auto& state = *static_cast<TupleObject*>(args[1].object());
    Value values[] = {Value(rt.empty_str), state[1]};
    TRY(initialise(rt, args[0], Args{values, 2}));
    if (!is_str_or_subclass(rt, state[0]))
        return raise(rt, TypeId::TypeError, "initial_value must be str or None, not %.200s", type_name(rt, state[0]));
    const std::int64_t position = TRY(Stream::position_of_state(rt, state[2]));
    StringIOObject& stream = stream_of(args[0]);
    // The contents as they are: line ends were translated before.
    const auto& text = *static_cast<StrObject*>(state[0].object());
    reserve(rt, stream, text.length);
    for (std::int64_t i = 0; i < text.length; ++i) stream.text[i] = text[i];
    stream.size = text.length;
    stream.position = position;
    return Stream::set_attributes(rt, args[0], state[3]);
}

Result<Owned> get_none(Runtime& rt, Value self) {
    TRY(open_stream(rt, self));
    return Owned::adopt(Value::none());
}
Result<Owned> get_line_buffering(Runtime& rt, Value self) {
    TRY(open_stream(rt, self));
    return Owned::adopt(Value::false_());
}

const NativeDef methods[] = {
    MEMORY_STREAM_METHODS(StringIOObject),
    {"write", native<write>, 1, 1, "s, /", "Write string to file."},
    {"read", native<read>, 0, 1, "size=-1, /", "Read at most size characters, returned as a string."},
    {"readline", native<readline>, 0, 1, "size=-1, /", "Read until newline or EOF."},
    {"seek", native<seek>, 1, 2, "pos, whence=0, /", "Change stream position."},
    {"truncate", native<truncate>, 0, 1, "pos=None, /", "Truncate size to pos."},
    {"close", native<close>, 0, 0, nullptr, "Close the IO object."},
    {"flush", native<flush>, 0, 0, nullptr, "Does nothing."},
    {"__getstate__", native<get_state>, 0, 0},
    {"__setstate__", native<set_state>, 1, 1},
    {},
};
const GetSetDef getsets[] = {
    {"closed", Stream::closed},
    {"newlines", get_newlines},
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
