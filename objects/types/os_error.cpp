// OSError: the number of the error chooses the class (PEP 3151).
#include <cerrno>

#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/exception_parts.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

OSErrorObject& as_os_error(Value value) { return *static_cast<OSErrorObject*>(value.object()); }

TypeId class_of_number(std::int64_t number) noexcept {
    switch (number) {
    case EAGAIN:
    case EALREADY:
    case EINPROGRESS: return TypeId::BlockingIOError;
#if EWOULDBLOCK != EAGAIN
    case EWOULDBLOCK: return TypeId::BlockingIOError;
#endif
    case EPIPE:
    case ESHUTDOWN: return TypeId::BrokenPipeError;
    case ECHILD: return TypeId::ChildProcessError;
    case ECONNABORTED: return TypeId::ConnectionAbortedError;
    case ECONNREFUSED: return TypeId::ConnectionRefusedError;
    case ECONNRESET: return TypeId::ConnectionResetError;
    case EEXIST: return TypeId::FileExistsError;
    case ENOENT: return TypeId::FileNotFoundError;
    case EISDIR: return TypeId::IsADirectoryError;
    case ENOTDIR: return TypeId::NotADirectoryError;
    case EINTR: return TypeId::InterruptedError;
    case EACCES:
    case EPERM: return TypeId::PermissionError;
    case ESRCH: return TypeId::ProcessLookupError;
    case ETIMEDOUT: return TypeId::TimeoutError;
    default: return TypeId::OSError;
    }
}

bool is_number(Runtime& rt, Value value) noexcept {
    const Slots& slots = rt.type_of(value).slots;
    return slots.index || slots.int_ || slots.float_;
}

// (number, strerror[, filename[, winerror[, filename2]]]): fields and args. BlockingIOError takes a count of characters as third argument.
Result<void> fill(Runtime& rt, OSErrorObject& exception, Args args) {
    if (args.count < 2 || args.count > 5) return ok;
    auto share = [](Value value) { return Owned::share(value); };
    bool file = args.count >= 3 && !args[2].is_none();
    if (file && is_subtype(exception.type(), &rt.type(TypeId::BlockingIOError)) && is_number(rt, args[2])) {
        exception.characters_written = TRY(index_int64(rt, args[2], TypeId::ValueError));
        file = false;
    }
    replace(exception.number, share(args[0]));
    replace(exception.strerror, share(args[1]));
    if (file) {
        replace(exception.filename, share(args[2]));
        if (args.count == 5 && !args[4].is_none()) replace(exception.filename2, share(args[4]));
        // args is (number, strerror) then, for compatibility.
        auto pair = tuple_of(rt, args[0], args[1]);
        TupleObject* old = std::exchange(exception.arguments, pair.release());
        release(old);
    }
    return ok;
}

// Subclasses that override __init__ but not __new__ get their arguments there.
bool uses_init(Runtime& rt, const Type& type) {
    const Slots& own = rt.type(TypeId::OSError).slots;
    return type.slots.init != own.init && type.slots.new_ == own.new_;
}

Result<Owned> new_os_error(Runtime& rt, Type* type, Args args) {
    const std::uint32_t positional = args.count - (args.names ? static_cast<std::uint32_t>(args.names->size) : 0);
    if (uses_init(rt, *type)) return Owned(new_exception(rt, *type, make_tuple(rt, 0)));
    if (positional != args.count)
        return raise(rt, TypeId::TypeError, "%.200s() takes no keyword arguments", type->name.c_str());
    std::int64_t number;
    if (type == &rt.type(TypeId::OSError) && args.count >= 2 && args.count <= 5 && is_any_int(args[0]) &&
        int_to_int64(args[0], number))
        type = &rt.type(class_of_number(number));
    auto exception = new_exception(rt, *type, make_tuple_sharing(rt, args.values, args.count));
    TRY(fill(rt, *static_cast<OSErrorObject*>(exception.get()), args));
    return Owned(std::move(exception));
}

Result<void> init_os_error(Runtime& rt, Value self, Args args) {
    if (!uses_init(rt, rt.type_of(self))) return ok;
    if (args.names && args.names->size > 0)
        return raise(rt, TypeId::TypeError, "%.200s() takes no keyword arguments", rt.type_of(self).name.c_str());
    auto arguments = make_tuple_sharing(rt, args.values, args.count);
    TupleObject* old = std::exchange(as_os_error(self).arguments, arguments.release());
    release(old);
    return fill(rt, as_os_error(self), args);
}

Result<Owned> str_os_error(Runtime& rt, Value self) {
    OSErrorObject& exception = as_os_error(self);
    auto text = [&](Value value) { return str(rt, value.is_unbound() ? Value::none() : value); };
    const bool file = !exception.filename.is_unbound();
    const bool numbered = !exception.number.is_unbound() && !exception.strerror.is_unbound();
    if (!file && !numbered) return base_exception_slots.str(rt, self);
    auto number = TRY(text(exception.number));
    auto message = TRY(text(exception.strerror));
    StrBuilder builder(rt);
    builder.append("[Errno ");
    builder.append(*number);
    builder.append("] ");
    builder.append(*message);
    if (file) {
        builder.append(": ");
        builder.append(*TRY(repr(rt, exception.filename)));
        if (!exception.filename2.is_unbound()) {
            builder.append(" -> ");
            builder.append(*TRY(repr(rt, exception.filename2)));
        }
    }
    return Owned(builder.finish());
}

template <Value OSErrorObject::*Field>
Result<Owned> get_field(Runtime&, Value self) {
    const Value value = as_os_error(self).*Field;
    return value.is_unbound() ? Owned::adopt(Value::none()) : Owned::share(value);
}
template <Value OSErrorObject::*Field>
Result<void> set_field(Runtime&, Value self, Value value) {
    replace(as_os_error(self).*Field, Owned::share(value));
    return ok;
}

Result<Owned> get_characters_written(Runtime& rt, Value self) {
    if (as_os_error(self).characters_written == -1)
        return raise_attribute_error_text(rt, self, *rt.intern("characters_written"), "characters_written");
    return make_int(rt, as_os_error(self).characters_written);
}
Result<void> set_characters_written(Runtime& rt, Value self, Value value) {
    if (value.is_unbound()) {
        if (as_os_error(self).characters_written == -1)
            return raise_attribute_error_text(rt, self, *rt.intern("characters_written"), "characters_written");
        as_os_error(self).characters_written = -1;
        return ok;
    }
    as_os_error(self).characters_written = TRY(index_int64(rt, value, TypeId::ValueError));
    return ok;
}

Result<Owned> reduce_os_error(Runtime& rt, Args args) {
    OSErrorObject& exception = as_os_error(args[0]);
    auto arguments = Ref<TupleObject>::share(exception.arguments);
    if (arguments->size == 2 && !exception.filename.is_unbound()) {
        if (!exception.filename2.is_unbound())
            arguments =
                tuple_of(rt, (*arguments)[0], (*arguments)[1], exception.filename, Value::none(), exception.filename2);
        else
            arguments = tuple_of(rt, (*arguments)[0], (*arguments)[1], exception.filename);
    }
    return Owned(tuple_of(rt, Value(exception.type()), Value(arguments.get())));
}

} // namespace

Ref<ExceptionObject> make_os_error(Runtime& rt, int number, Value strerror, Value filename) {
    auto exception =
        new_exception(rt, rt.type(class_of_number(number)), tuple_of(rt, Value::from_int(number), strerror));
    auto& error = *static_cast<OSErrorObject*>(exception.get());
    error.number = Value::from_int(number);
    replace(error.strerror, Owned::share(strerror));
    if (!filename.is_none()) replace(error.filename, Owned::share(filename));
    return exception;
}

constinit const Slots os_error_slots = {
    .dealloc = dealloc_exception<OSErrorObject>,
    .traverse = traverse_exception<OSErrorObject>,
    .clear = clear_exception<OSErrorObject>,
    .new_ = new_os_error,
    .init = init_os_error,
    .str = str_os_error,
};

const GetSetDef os_error_getsets[] = {
    {"errno", get_field<&OSErrorObject::number>, set_field<&OSErrorObject::number>, "POSIX exception code"},
    {"strerror", get_field<&OSErrorObject::strerror>, set_field<&OSErrorObject::strerror>, "exception strerror"},
    {"filename", get_field<&OSErrorObject::filename>, set_field<&OSErrorObject::filename>, "exception filename"},
    {"filename2", get_field<&OSErrorObject::filename2>, set_field<&OSErrorObject::filename2>,
     "second exception filename"},
    {"characters_written", get_characters_written, set_characters_written},
    {},
};

const NativeDef os_error_methods[] = {{"__reduce__", native<reduce_os_error>, 0, 0}, {}};

} // namespace mp
