// The types generator and coroutine: methods and attributes. Async generators: async.cpp.
#include "interp/vm/generator_types.h"

#include "interp/vm/frame_object.h"
#include "interp/vm/vm.h"
#include "objects/core/raise.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/cell.h"
#include "objects/types/dict.h"
#include "objects/types/generic_alias.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

static GeneratorObject& self_of(Value self) noexcept { return *static_cast<GeneratorObject*>(self.object()); }

// ---- life
void generator_traverse(Object* object, Visitor visit, void* context) {
    auto& generator = *static_cast<GeneratorObject*>(object);
    if (generator.state == GeneratorObject::State::running)
        return; // its registers are in use: whatever they hold is alive
    if (generator.function) visit(generator.function, context);
    visit(generator.code, context);
    if (generator.handled) visit(generator.handled, context);
    Value* const registers = generator.locals();
    for (std::uint32_t i = 0; i + 1 < generator.register_count; ++i)
        if (registers[i].is_object()) visit(registers[i].object(), context);
}
void generator_clear(Runtime&, Object* object) {
    auto& generator = *static_cast<GeneratorObject*>(object);
    if (generator.state == GeneratorObject::State::running) return;
    release_generator(generator);
    generator.state = GeneratorObject::State::finished;
}
// PEP 342: a generator that is dropped while it waits is closed, so that its finally blocks run.
Result<void> generator_finalise(Runtime& rt, Object* object) {
    auto& generator = *static_cast<GeneratorObject*>(object);
    if (generator.state == GeneratorObject::State::created && generator.layout == Layout::coroutine)
        TRY(rt.warn(TypeId::RuntimeWarning,
                    ("coroutine '" + to_utf8(*generator.qualified_name) + "' was never awaited").c_str()));
    if (generator.state != GeneratorObject::State::suspended) return ok;
    // Without a handler around the waiting yield nothing would run.
    const auto position = static_cast<std::uint32_t>(generator.pc - generator.code->words - 1);
    if (!find_handler(*generator.code, position) && generator_delegate(generator).is_unbound()) return ok;
    TRY(close_generator(vm_of(rt), generator));
    return ok;
}
void generator_dealloc(Runtime& rt, Object* object) {
    auto& generator = *static_cast<GeneratorObject*>(object);
    release_generator(generator);
    release(generator.code);
    release(generator.name);
    release(generator.qualified_name);
    rt.free_object(object, sizeof(GeneratorObject) + generator.register_count * sizeof(Value));
}

static Result<Owned> repr_generator(Runtime& rt, Value self) {
    char address[32];
    std::snprintf(address, sizeof address, "%p", static_cast<const void*>(self.object()));
    return Owned(make_str(rt, "<" + rt.type_of(self).name + " object " + to_utf8(*self_of(self).qualified_name) +
                                  " at " + address + ">"));
}
static Result<Owned> itself(Runtime&, Value self) { return Owned::share(self); }

// ---- methods
Result<Owned> generator_send_method(Runtime& rt, Args args) {
    return generator_send(vm_of(rt), self_of(args[0]), args[1]);
}

Result<void> warn_of_old_throw(Runtime& rt, const char* method) {
    return rt.warn(TypeId::DeprecationWarning, (std::string("the (type, exc, tb) signature of ") + method +
                                                "() is deprecated, use the single-arg signature instead.")
                                                   .c_str());
}

// throw(type[, value[, traceback]]) or throw(exception).
Result<Ref<ExceptionObject>> exception_to_throw(Runtime& rt, Value type, Value value, Value traceback) {
    if (!traceback.is_unbound() && !traceback.is_none() && &rt.type_of(traceback) != &rt.type(TypeId::traceback))
        return raise(rt, TypeId::TypeError, "throw() third argument must be a traceback object");
    if (value.is_none()) value = Value();
    if (type.is_object() && type.object()->layout == Layout::type &&
        is_subtype(static_cast<Type*>(type.object()), &rt.type(TypeId::BaseException))) {
        if (value.is_unbound()) return exception_from(rt, type);
        if (is_exception(rt, value) && is_subtype(&rt.type_of(value), static_cast<Type*>(type.object())))
            return exception_from(rt, value);
        Owned made = TRY(call(rt, type, value));
        return exception_from(rt, made);
    }
    if (is_exception(rt, type)) {
        if (!value.is_unbound())
            return raise(rt, TypeId::TypeError, "instance exception may not have a separate value");
        return exception_from(rt, type);
    }
    return raise(rt, TypeId::TypeError, "exceptions must be classes or instances deriving from BaseException, not %s",
                 type_name(rt, type));
}
Result<Owned> finish_throw(Runtime& rt, Resumed resumed) {
    if (resumed.outcome == ResumeOutcome::yielded) return std::move(resumed.value);
    if (resumed.outcome == ResumeOutcome::returned) return raise_stop_iteration(rt, resumed.value);
    return raised;
}
Result<Owned> generator_throw_method(Runtime& rt, Args args) {
    if (args.has(2)) TRY(warn_of_old_throw(rt, "throw"));
    Ref<ExceptionObject> exception =
        TRY(exception_to_throw(rt, args[1], args.has(2) ? args[2] : Value(), args.has(3) ? args[3] : Value()));
    return finish_throw(rt, throw_into_generator(vm_of(rt), self_of(args[0]), std::move(exception)));
}
Result<Owned> generator_close_method(Runtime& rt, Args args) {
    return close_generator(vm_of(rt), self_of(args[0])); // 3.13: what the body returns
}

// ---- attributes
#define TEXT(field, python)                                                                                            \
    static Result<Owned> get_##field(Runtime&, Value self) { return Owned::share(Value(self_of(self).field)); }        \
    static Result<void> set_##field(Runtime& rt, Value self, Value value) {                                            \
        if (value.is_unbound() || !is_str_or_subclass(rt, value))                                                      \
            return raise(rt, TypeId::TypeError, python " must be set to a string object");                             \
        retain(value);                                                                                                 \
        release(std::exchange(self_of(self).field, static_cast<StrObject*>(value.object())));                          \
        return ok;                                                                                                     \
    }
TEXT(name, "__name__")
TEXT(qualified_name, "__qualname__")
static Result<Owned> get_running(Runtime&, Value self) {
    return Owned::adopt(Value::boolean(self_of(self).state == GeneratorObject::State::running));
}
static Result<Owned> get_suspended(Runtime&, Value self) {
    return Owned::adopt(Value::boolean(self_of(self).state == GeneratorObject::State::suspended));
}
static Result<Owned> get_code(Runtime&, Value self) { return Owned::share(Value(self_of(self).code)); }
static Result<Owned> get_delegate(Runtime&, Value self) {
    const Value delegate = generator_delegate(self_of(self));
    return Owned::share(delegate.is_unbound() ? Value::none() : delegate);
}
// A snapshot of the frame; None once finished.
static Result<Owned> get_frame(Runtime& rt, Value self) {
    GeneratorObject& generator = self_of(self);
    if (generator.state == GeneratorObject::State::finished || !generator.function) return Owned::adopt(Value::none());
    CodeObject& code = *generator.code;
    std::uint32_t line = code.unit->first_line;
    if (generator.state != GeneratorObject::State::created)
        if (const Location* location = find_location(code, static_cast<std::uint32_t>(generator.pc - code.words - 1)))
            line = location->line;
    Ref<DictObject> locals = make_dict(rt);
    const auto add = [&](const TupleObject& names, std::int64_t i, Value value) {
        if (value.is_object() && value.object()->layout == Layout::cell)
            value = static_cast<CellObject*>(value.object())->content;
        if (!value.is_unbound())
            dict_set_str(rt, *locals, *static_cast<StrObject*>(names[i].object()), Owned::share(value));
    };
    for (std::int64_t i = 0; i < code.local_names->size; ++i) add(*code.local_names, i, generator.locals()[i]);
    if (const TupleObject* closure = generator.function->closure)
        for (std::int64_t i = 0; i < closure->size; ++i) add(*code.free_names, i, (*closure)[i]);
    Ref<FrameObject> frame = make_frame(rt, code, *generator.function->globals, line);
    frame->locals = Value(locals.release());
    return Owned(std::move(frame));
}

#define COMMON_ATTRIBUTES(prefix)                                                                                      \
    {"__name__", get_name, set_name}, {"__qualname__", get_qualified_name, set_qualified_name},                        \
        {prefix "_running", get_running}, {prefix "_suspended", get_suspended}, {prefix "_code", get_code}, {          \
        prefix "_frame", get_frame                                                                                     \
    }
static const GetSetDef generator_getsets[] = {COMMON_ATTRIBUTES("gi"), {"gi_yieldfrom", get_delegate}, {}};
static const GetSetDef coroutine_getsets[] = {COMMON_ATTRIBUTES("cr"), {"cr_await", get_delegate}, {}};
const GetSetDef async_generator_getsets[] = {COMMON_ATTRIBUTES("ag"), {"ag_await", get_delegate}, {}};

static const NativeDef generator_methods[] = {
    {"send", native<generator_send_method>, 1, 1},
    {"throw", native<generator_throw_method>, 1, 3},
    {"close", native<generator_close_method>, 0, 0},
    {"__class_getitem__", native<class_getitem>, 1, 1, nullptr, nullptr, native_class},
    {},
};

const TypeSpec generator_spec = {
    .name = "generator",
    .base = TypeId::object,
    .layout = Layout::generator,
    .size = sizeof(GeneratorObject),
    .flags = type_has_gc | type_weakrefs | type_no_new,
    .slots = {.dealloc = generator_dealloc,
              .traverse = generator_traverse,
              .clear = generator_clear,
              .finalise = generator_finalise,
              .repr = repr_generator,
              .iter = itself,
              .iternext = generator_next},
    .methods = generator_methods,
    .getsets = generator_getsets,
};

// ---- coroutines: awaiting one drives it through a wrapper that has __next__
struct CoroutineWrapperObject : Object {
    GeneratorObject* coroutine; // owned
};
static Result<Owned> coroutine_await(Runtime& rt, Value self) {
    auto* wrapper = rt.make<CoroutineWrapperObject>(TypeId::coroutine_wrapper);
    wrapper->coroutine = &self_of(self);
    retain(self);
    return Owned::adopt(Value(wrapper));
}
static const NativeDef coroutine_methods[] = {
    {"send", native<generator_send_method>, 1, 1},
    {"throw", native<generator_throw_method>, 1, 3},
    {"close", native<generator_close_method>, 0, 0},
    {"__class_getitem__", native<class_getitem>, 1, 1, nullptr, nullptr, native_class},
    {},
};
const TypeSpec coroutine_spec = {
    .name = "coroutine",
    .base = TypeId::object,
    .layout = Layout::coroutine,
    .size = sizeof(GeneratorObject),
    .flags = type_has_gc | type_weakrefs | type_no_new,
    .slots = {.dealloc = generator_dealloc,
              .traverse = generator_traverse,
              .clear = generator_clear,
              .finalise = generator_finalise,
              .repr = repr_generator,
              .await = coroutine_await},
    .methods = coroutine_methods,
    .getsets = coroutine_getsets,
};

static Value coroutine_of(Value self) noexcept {
    return Value(static_cast<CoroutineWrapperObject*>(self.object())->coroutine);
}
static Result<Owned> wrapper_send(Runtime& rt, Args args) {
    return generator_send(vm_of(rt), self_of(coroutine_of(args[0])), args[1]);
}
static Result<Owned> wrapper_throw(Runtime& rt, Args args) {
    if (args.has(2)) TRY(warn_of_old_throw(rt, "throw"));
    Ref<ExceptionObject> exception =
        TRY(exception_to_throw(rt, args[1], args.has(2) ? args[2] : Value(), args.has(3) ? args[3] : Value()));
    return finish_throw(rt, throw_into_generator(vm_of(rt), self_of(coroutine_of(args[0])), std::move(exception)));
}
static Result<Owned> wrapper_close(Runtime& rt, Args args) {
    return close_generator(vm_of(rt), self_of(coroutine_of(args[0])));
}
static Result<Owned> wrapper_next(Runtime& rt, Value self) { return generator_next(rt, coroutine_of(self)); }
static void wrapper_traverse(Object* object, Visitor visit, void* context) {
    visit(static_cast<CoroutineWrapperObject*>(object)->coroutine, context);
}
static void wrapper_dealloc(Runtime& rt, Object* object) {
    release(static_cast<CoroutineWrapperObject*>(object)->coroutine);
    rt.free_object(object, sizeof(CoroutineWrapperObject));
}
static const NativeDef wrapper_methods[] = {
    {"send", native<wrapper_send>, 1, 1},
    {"throw", native<wrapper_throw>, 1, 3},
    {"close", native<wrapper_close>, 0, 0},
    {},
};
const TypeSpec coroutine_wrapper_spec = {
    .name = "coroutine_wrapper",
    .base = TypeId::object,
    .size = sizeof(CoroutineWrapperObject),
    .flags = type_has_gc | type_no_new,
    .slots = {.dealloc = wrapper_dealloc, .traverse = wrapper_traverse, .iter = itself, .iternext = wrapper_next},
    .methods = wrapper_methods,
};

} // namespace mp
