#pragma once
// io.StringIO and io.BytesIO, and what both are: a place in something that is all in memory.
#include <algorithm>

#include "builtins/io/byte_file.h"
#include "builtins/io/stream.h"
#include "builtins/native_object.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/numbers.h"
#include "objects/types/tuple.h"

namespace mp {

extern const TypeSpec string_io_spec;
extern const TypeSpec bytes_io_spec;
extern const TypeSpec bytes_io_buffer_spec; // what getbuffer() makes a view of

// Methods of a stream in memory. `Stream` is an object with `position`, `length()`, `is_closed()`, `closed_text`, and `value(rt)`: all of it as a Python object.
template <class Stream>
struct MemoryStream {
    static Result<Stream*> open(Runtime& rt, Value self) {
        Stream& stream = self_as<Stream>(self);
        if (stream.is_closed()) return raise(rt, TypeId::ValueError, "%s", Stream::closed_text);
        return &stream;
    }
    // How much a read of `size` (-1: all) may take.
    static std::int64_t available(Stream& stream, std::int64_t size) noexcept {
        const std::int64_t left = std::max<std::int64_t>(stream.length() - stream.position, 0);
        return size < 0 ? left : std::min(left, size);
    }

    static Result<Owned> tell(Runtime& rt, Args args) { return make_int(rt, TRY(open(rt, args[0]))->position); }
    static Result<Owned> getvalue(Runtime& rt, Args args) { return TRY(open(rt, args[0]))->value(rt); }
    static Result<void> nothing(Runtime& rt, Args args) {
        TRY(open(rt, args[0]));
        return ok;
    }
    static Result<Owned> yes(Runtime& rt, Args args) {
        TRY(open(rt, args[0]));
        return Owned::adopt(Value::true_());
    }
    static Result<Owned> no(Runtime& rt, Args args) {
        if (self_as<Stream>(args[0]).is_closed()) return raise_closed(rt);
        return Owned::adopt(Value::false_());
    }
    static Result<Owned> no_fileno(Runtime& rt, Args) { return raise_unsupported(rt, "fileno"); }
    static Result<Owned> no_detach(Runtime& rt, Args) { return raise_unsupported(rt, "detach"); }
    static Result<Owned> closed(Runtime&, Value self) {
        return Owned::adopt(Value::boolean(self_as<Stream>(self).is_closed()));
    }

    // The attributes of an instance as pickles hold them: a copy, or None.
    static Result<Owned> attributes(Runtime& rt, Value self) {
        Owned dict = TRY(get_optional_attribute(rt, self, *rt.names().dunder_dict));
        if (dict.is_unbound()) return Owned::adopt(Value::none());
        if (TRY(length(rt, dict)) == 0) return Owned::adopt(Value::none());
        Ref<StrObject> copy = rt.intern("copy");
        return call_method(rt, dict, *copy);
    }
    static Result<void> set_attributes(Runtime& rt, Value self, Value given) {
        if (given.is_none()) return ok;
        if (!is_dict_or_subclass(rt, given))
            return raise(rt, TypeId::TypeError, "third item of state should be a dict, got a %.200s",
                         type_name(rt, given));
        Owned dict = TRY(get_attribute(rt, self, *rt.names().dunder_dict));
        Ref<StrObject> update = rt.intern("update");
        TRY(call_method(rt, dict, *update, given));
        return ok;
    }
    // The place of a state tuple.
    static Result<std::int64_t> position_of_state(Runtime& rt, Value value) {
        if (!is_any_int(value))
            return raise(rt, TypeId::TypeError, "second item of state must be an integer, got %.200s",
                         type_name(rt, value));
        const std::int64_t position = TRY(index_int64(rt, value));
        if (position < 0) return raise(rt, TypeId::ValueError, "position value cannot be negative");
        return position;
    }
};

#define MEMORY_STREAM_METHODS(Stream)                                                                                    \
    STREAM_METHODS,                                                                                                      \
        {"getvalue", native<MemoryStream<Stream>::getvalue>, 0, 0, nullptr, "Retrieve the entire contents."},            \
        {"tell", native<MemoryStream<Stream>::tell>, 0, 0, nullptr, "Current position, an integer."},                    \
        {"isatty", native<MemoryStream<Stream>::no>, 0, 0, nullptr, "Always returns False."},                            \
        {"readable", native<MemoryStream<Stream>::yes>, 0, 0, nullptr, "Returns True if the IO object can be read."},    \
        {"writable", native<MemoryStream<Stream>::yes>, 0, 0, nullptr, "Returns True if the IO object can be written."}, \
        {"seekable", native<MemoryStream<Stream>::yes>, 0, 0, nullptr, "Returns True if the IO object can be seeked."},  \
        {"fileno", native<MemoryStream<Stream>::no_fileno>,           0, 0,                                              \
         nullptr,  "Return underlying file descriptor if one exists."},                                                  \
    {                                                                                                                    \
        "detach", native<MemoryStream<Stream>::no_detach>, 0, 0, nullptr, "Separate the underlying buffer."              \
    }

} // namespace mp
