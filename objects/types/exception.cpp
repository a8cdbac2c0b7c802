// BaseException, and what the VM asks of exceptions.
#include "objects/types/exception.h"

#include <algorithm>

#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/core/shape.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/exception_parts.h"
#include "objects/types/list.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

ExceptionObject& as_exception(Value value) { return *static_cast<ExceptionObject*>(value.object()); }

void set_link(ExceptionObject*& field, ExceptionObject* exception) noexcept {
    if (exception) retain(exception);
    ExceptionObject* old = std::exchange(field, exception);
    if (old) release(old);
}

} // namespace

bool is_exception(Runtime& rt, Value value) noexcept {
    return value.is_object() && (value.object()->layout == Layout::exception ||
                                 is_subtype(value.object()->type(), &rt.type(TypeId::BaseException)));
}

// ---- making

Ref<ExceptionObject> new_exception(Runtime& rt, Type& type, Ref<TupleObject> arguments) {
    auto* exception = static_cast<ExceptionObject*>(rt.make_instance(type));
    exception->arguments = arguments.release();
    exception->cause = nullptr;
    exception->context = nullptr;
    exception->traceback = nullptr;
    exception->notes = Value();
    exception->suppress_context = false;
    exception->is_stop = false;
    // What derived structs add are values, but for the two fields set below.
    const std::size_t size = type.native_base->size;
    auto* words = reinterpret_cast<Value*>(exception + 1);
    std::fill(words, words + (size - sizeof(ExceptionObject)) / sizeof(Value), Value());
    if (size == sizeof(ExceptionGroupObject) && is_subtype(&type, &rt.type(TypeId::BaseExceptionGroup)))
        static_cast<ExceptionGroupObject*>(exception)->exceptions = nullptr;
    if (size == sizeof(OSErrorObject) && is_subtype(&type, &rt.type(TypeId::OSError)))
        static_cast<OSErrorObject*>(exception)->characters_written = -1;
    return Ref<ExceptionObject>::adopt(exception);
}

Ref<ExceptionObject> make_exception(Runtime& rt, TypeId id, Value argument) {
    auto arguments = argument.is_unbound() ? make_tuple(rt, 0) : tuple_of(rt, argument);
    auto exception = new_exception(rt, rt.type(id), std::move(arguments));
    if (id == TypeId::StopIteration)
        static_cast<StopIterationObject*>(exception.get())->value =
            Owned::share(argument.is_unbound() ? Value::none() : argument).release();
    if (id == TypeId::SystemExit && !argument.is_unbound())
        replace(static_cast<SystemExitObject*>(exception.get())->code, Owned::share(argument));
    if (is_subtype(&rt.type(id), &rt.type(TypeId::SyntaxError)) && !argument.is_unbound())
        replace(static_cast<SyntaxErrorObject*>(exception.get())->msg, Owned::share(argument));
    if (id == TypeId::SystemExit && !argument.is_unbound())
        replace(static_cast<SystemExitObject*>(exception.get())->code, Owned::share(argument));
    return exception;
}

void chain_context(ExceptionObject& exception, ExceptionObject* handled) noexcept {
    if (!handled || handled == &exception) return;
    // Breaks a cycle that the new link would close. A second pointer, half as fast, ends the walk on cycles that user code made.
    ExceptionObject* slow = handled;
    bool step = false;
    for (ExceptionObject* at = handled; at->context;) {
        if (at->context == &exception) {
            set_link(at->context, nullptr);
            break;
        }
        at = at->context;
        if (at == slow) break;
        if (step) slow = slow->context;
        step = !step;
    }
    set_link(exception.context, handled);
}

Result<Ref<ExceptionObject>> exception_from(Runtime& rt, Value value) {
    if (is_exception(rt, value)) return Ref<ExceptionObject>::share(&as_exception(value));
    if (is_subtype(&rt.type_of(value), &rt.type(TypeId::type)) &&
        is_subtype(static_cast<Type*>(value.object()), &rt.type(TypeId::BaseException))) {
        Owned made = TRY(call(rt, value));
        if (!is_exception(rt, made)) {
            auto shown = TRY(repr(rt, value));
            auto got = TRY(repr(rt, &rt.type_of(made)));
            return raise_text(rt, TypeId::TypeError,
                              "calling " + to_utf8(*shown) +
                                  " should have returned an instance of BaseException, not " + to_utf8(*got));
        }
        return Ref<ExceptionObject>::adopt(static_cast<ExceptionObject*>(made.release().object()));
    }
    return raise(rt, TypeId::TypeError, "exceptions must derive from BaseException");
}

namespace {

bool is_exception_class(Runtime& rt, Value value) {
    return is_subtype(&rt.type_of(value), &rt.type(TypeId::type)) &&
           is_subtype(static_cast<Type*>(value.object()), &rt.type(TypeId::BaseException));
}

} // namespace

Result<bool> exception_matches(Runtime& rt, ExceptionObject& exception, Value wanted) {
    if (is_tuple_or_subclass(rt, wanted)) {
        const auto& tuple = *static_cast<TupleObject*>(wanted.object());
        for (std::int64_t i = 0; i < tuple.size; ++i)
            if (!is_exception_class(rt, tuple[i]))
                return raise(rt, TypeId::TypeError,
                             "catching classes that do not inherit from BaseException is not allowed");
        for (std::int64_t i = 0; i < tuple.size; ++i)
            if (is_subtype(exception.type(), static_cast<Type*>(tuple[i].object()))) return true;
        return false;
    }
    if (!is_exception_class(rt, wanted))
        return raise(rt, TypeId::TypeError, "catching classes that do not inherit from BaseException is not allowed");
    return is_subtype(exception.type(), static_cast<Type*>(wanted.object()));
}

// ---- slots

void traverse_base_exception(ExceptionObject& exception, Visitor visit, void* context) {
    visit(exception.arguments, context);
    if (exception.cause) visit(exception.cause, context);
    if (exception.context) visit(exception.context, context);
    if (exception.traceback) visit(exception.traceback, context);
    if (exception.notes.is_object()) visit(exception.notes.object(), context);
}

void clear_base_exception(ExceptionObject& exception) noexcept {
    set_link(exception.cause, nullptr);
    set_link(exception.context, nullptr);
    if (TracebackObject* traceback = std::exchange(exception.traceback, nullptr)) release(traceback);
    replace(exception.notes, Owned());
}

namespace {

Ref<TupleObject> positional_tuple(Runtime& rt, Args args) {
    const std::int64_t keywords = args.names ? args.names->size : 0;
    return make_tuple_sharing(rt, args.values, static_cast<std::int64_t>(args.count) - keywords);
}

Result<Owned> new_base(Runtime& rt, Type* type, Args args) {
    return Owned(new_exception(rt, *type, positional_tuple(rt, args)));
}

Result<Owned> repr_base(Runtime& rt, Value self) {
    const auto arguments = Ref<TupleObject>::share(as_exception(self).arguments);
    StrBuilder builder(rt);
    builder.append(rt.type_of(self).short_name());
    if (arguments->size == 1) {
        auto text = TRY(repr(rt, (*arguments)[0]));
        builder.append("(");
        builder.append(*text);
        builder.append(")");
    } else {
        auto text = TRY(repr(rt, arguments));
        builder.append(*text);
    }
    return Owned(builder.finish());
}

Result<Owned> str_base(Runtime& rt, Value self) {
    const auto arguments = Ref<TupleObject>::share(as_exception(self).arguments);
    if (arguments->size == 0) return Owned::share(rt.empty_str);
    if (arguments->size == 1) return Owned(TRY(str(rt, (*arguments)[0])));
    return Owned(TRY(str(rt, arguments)));
}

// A missing key that is text is quoted: KeyError: ''.
Result<Owned> str_key_error(Runtime& rt, Value self) {
    const auto arguments = Ref<TupleObject>::share(as_exception(self).arguments);
    if (arguments->size == 1) return Owned(TRY(repr(rt, (*arguments)[0])));
    return str_base(rt, self);
}

// ---- attributes

Result<Owned> get_args(Runtime&, Value self) { return Owned::share(as_exception(self).arguments); }
Result<void> set_args(Runtime& rt, Value self, Value value) {
    if (value.is_unbound()) return raise(rt, TypeId::TypeError, "args may not be deleted");
    auto arguments = TRY(tuple_from(rt, value));
    TupleObject* old = std::exchange(as_exception(self).arguments, arguments.release());
    release(old);
    return ok;
}

template <ExceptionObject* ExceptionObject::*Field>
Result<Owned> get_link(Runtime&, Value self) {
    ExceptionObject* link = as_exception(self).*Field;
    return link ? Owned::share(link) : Owned::adopt(Value::none());
}

Result<void> set_cause(Runtime& rt, Value self, Value value) {
    if (value.is_unbound()) return raise(rt, TypeId::TypeError, "__cause__ may not be deleted");
    if (!value.is_none() && !is_exception(rt, value))
        return raise(rt, TypeId::TypeError, "exception cause must be None or derive from BaseException");
    as_exception(self).suppress_context = true;
    set_link(as_exception(self).cause, value.is_none() ? nullptr : &as_exception(value));
    return ok;
}
Result<void> set_context(Runtime& rt, Value self, Value value) {
    if (value.is_unbound()) return raise(rt, TypeId::TypeError, "__context__ may not be deleted");
    if (!value.is_none() && !is_exception(rt, value))
        return raise(rt, TypeId::TypeError, "exception context must be None or derive from BaseException");
    set_link(as_exception(self).context, value.is_none() ? nullptr : &as_exception(value));
    return ok;
}

Result<Owned> get_traceback(Runtime&, Value self) {
    TracebackObject* traceback = as_exception(self).traceback;
    return traceback ? Owned::share(traceback) : Owned::adopt(Value::none());
}
Result<void> set_traceback(Runtime& rt, Value self, Value value) {
    if (value.is_unbound()) return raise(rt, TypeId::TypeError, "__traceback__ may not be deleted");
    if (!value.is_none() && &rt.type_of(value) != &rt.type(TypeId::traceback))
        return raise(rt, TypeId::TypeError, "__traceback__ must be a traceback or None");
    auto* traceback = value.is_none() ? nullptr : static_cast<TracebackObject*>(value.object());
    if (traceback) retain(traceback);
    TracebackObject* old = std::exchange(as_exception(self).traceback, traceback);
    if (old) release(old);
    return ok;
}

Result<Owned> get_suppress(Runtime&, Value self) {
    return Owned::adopt(Value::boolean(as_exception(self).suppress_context));
}
Result<void> set_suppress(Runtime& rt, Value self, Value value) {
    if (value.is_unbound()) return raise(rt, TypeId::TypeError, "can't delete numeric/char attribute");
    if (!value.is_bool()) return raise(rt, TypeId::TypeError, "attribute value type must be bool");
    as_exception(self).suppress_context = value.is_true();
    return ok;
}

Result<Owned> get_notes(Runtime& rt, Value self) {
    const Value notes = as_exception(self).notes;
    if (notes.is_unbound()) return raise_attribute_error(rt, self, *rt.names().dunder_notes);
    return Owned::share(notes);
}
Result<void> set_notes(Runtime& rt, Value self, Value value) {
    if (value.is_unbound() && as_exception(self).notes.is_unbound())
        return raise_attribute_error(rt, self, *rt.names().dunder_notes);
    replace(as_exception(self).notes, Owned::share(value));
    return ok;
}

// ---- methods

Result<Owned> with_traceback(Runtime& rt, Args args) {
    TRY(set_traceback(rt, args[0], args[1]));
    return Owned::share(args[0]);
}

Result<Owned> add_note(Runtime& rt, Args args) {
    if (!is_str_or_subclass(rt, args[1]))
        return raise(rt, TypeId::TypeError, "note must be a str, not '%s'", type_name(rt, args[1]));
    ExceptionObject& exception = as_exception(args[0]);
    if (exception.notes.is_unbound()) exception.notes = Owned(make_list(rt)).release();
    if (!is_list_or_subclass(rt, exception.notes))
        return raise(rt, TypeId::TypeError, "Cannot add note: __notes__ is not a list");
    list_append(rt, *static_cast<ListObject*>(exception.notes.object()), Owned::share(args[1]));
    return Owned::adopt(Value::none());
}

Result<Owned> set_state(Runtime& rt, Args args) {
    if (args[1].is_none()) return Owned::adopt(Value::none());
    if (!is_dict_or_subclass(rt, args[1])) return raise(rt, TypeId::TypeError, "state is not a dictionary");
    auto state = dict_copy(rt, *static_cast<DictObject*>(args[1].object()));
    std::uint32_t position = 0;
    Value key, value;
    while (dict_next(*state, position, key, value)) {
        if (!is_str_or_subclass(rt, key))
            return raise(rt, TypeId::TypeError, "attribute name must be string, not '%.200s'", type_name(rt, key));
        TRY(set_attribute(rt, args[0], *static_cast<StrObject*>(key.object()), value));
    }
    return Owned::adopt(Value::none());
}

// (class, args[, attributes])
Result<Owned> reduce(Runtime& rt, Args args) {
    ExceptionObject& exception = as_exception(args[0]);
    auto state = make_dict(rt);
    if (!exception.notes.is_unbound())
        dict_set_str(rt, *state, *rt.names().dunder_notes, Owned::share(exception.notes));
    if (has_attribute_storage(exception)) TRY(dict_update(rt, *state, instance_dict(exception)));
    if (state->used == 0) return Owned(tuple_of(rt, Value(exception.type()), Value(exception.arguments)));
    return Owned(tuple_of(rt, Value(exception.type()), Value(exception.arguments), Value(state.get())));
}

} // namespace

Result<void> init_exception(Runtime& rt, Value self, Args args) {
    if (args.names && args.names->size > 0)
        return raise(rt, TypeId::TypeError, "%.200s() takes no keyword arguments", rt.type_of(self).name.c_str());
    ExceptionObject& exception = as_exception(self);
    // __new__ has taken the same arguments, in the usual case.
    bool same = exception.arguments->size == static_cast<std::int64_t>(args.count);
    for (std::uint32_t i = 0; same && i < args.count; ++i) same = (*exception.arguments)[i].is(args[i]);
    if (same) return ok;
    auto arguments = positional_tuple(rt, args);
    TupleObject* old = std::exchange(exception.arguments, arguments.release());
    release(old);
    return ok;
}

constinit const Slots base_exception_slots = {
    .dealloc = dealloc_exception<ExceptionObject>,
    .traverse = traverse_exception<ExceptionObject>,
    .clear = clear_exception<ExceptionObject>,
    .new_ = new_base,
    .init = init_exception,
    .repr = repr_base,
    .str = str_base,
};
constinit const Slots key_error_slots = {.str = str_key_error};

const GetSetDef base_exception_getsets[] = {
    {"args", get_args, set_args},
    {"__cause__", get_link<&ExceptionObject::cause>, set_cause, "exception cause"},
    {"__context__", get_link<&ExceptionObject::context>, set_context, "exception context"},
    {"__traceback__", get_traceback, set_traceback},
    {"__suppress_context__", get_suppress, set_suppress},
    {"__notes__", get_notes, set_notes},
    {},
};

const NativeDef base_exception_methods[] = {
    {"with_traceback", native<with_traceback>, 1, 1, nullptr, "Set self.__traceback__ to tb and return self."},
    {"add_note", native<add_note>, 1, 1, nullptr, "Add a note to the exception"},
    {"__setstate__", native<set_state>, 1, 1},
    {"__reduce__", native<reduce>, 0, 0},
    {},
};

} // namespace mp
