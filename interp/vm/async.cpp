// await, async for, and async generators with the awaitables that drive them (PEP 492, 525).
#include "interp/vm/async.h"

#include "interp/vm/generator_types.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/generic_alias.h"
#include "objects/types/str.h"

namespace mp {

Result<Owned> awaitable_iterator(Vm& vm, Value value, unsigned mode) {
    if (value.is_object() && value.object()->layout == Layout::coroutine) {
        if (!generator_delegate(*static_cast<GeneratorObject*>(value.object())).is_unbound())
            return raise(vm, TypeId::RuntimeError, "coroutine is being awaited already");
        return Owned::share(value);
    }
    if (is_generator(value) && static_cast<GeneratorObject*>(value.object())->code->unit->is_coroutine)
        return Owned::share(value); // of a function that types.coroutine() marked
    Type& type = vm.type_of(value);
    if (!type.slots.await) {
        if (mode) {
            const char* method = mode == 1 ? "__aenter__" : "__aexit__";
            return raise(vm, TypeId::TypeError,
                         "'async with' received an object from %s that does not implement __await__: %.100s", method,
                         type.name.c_str());
        }
        return raise(vm, TypeId::TypeError, "object %.100s can't be used in 'await' expression", type.name.c_str());
    }
    Owned iterator = TRY(type.slots.await(vm, value));
    if (iterator.get().is_object() && iterator.get().object()->layout == Layout::coroutine)
        return raise(vm, TypeId::TypeError, "__await__() returned a coroutine");
    if (!vm.type_of(iterator).slots.iternext)
        return raise(vm, TypeId::TypeError, "__await__() returned non-iterator of type '%.100s'",
                     type_name(vm, iterator));
    return iterator;
}

Result<Owned> async_iterator(Vm& vm, Value value) {
    Type& type = vm.type_of(value);
    if (!type.slots.aiter)
        return raise(vm, TypeId::TypeError, "'async for' requires an object with __aiter__ method, got %.100s",
                     type.name.c_str());
    Owned iterator = TRY(type.slots.aiter(vm, value));
    if (!vm.type_of(iterator).slots.anext)
        return raise(vm, TypeId::TypeError,
                     "'async for' received an object from __aiter__ that does not implement __anext__: %.100s",
                     type_name(vm, iterator));
    return iterator;
}

Result<Owned> async_next(Vm& vm, Value value) {
    Type& type = vm.type_of(value);
    if (!type.slots.anext)
        return raise(vm, TypeId::TypeError, "'async for' requires an iterator with __anext__ method, got %.100s",
                     type.name.c_str());
    Owned awaitable = TRY(type.slots.anext(vm, value));
    auto iterator = awaitable_iterator(vm, awaitable, 0);
    if (!iterator.is_raised()) return iterator;
    if (vm.pending()->is_stop) return raised;
    Ref<ExceptionObject> cause = vm.take_pending();
    raise(vm, TypeId::TypeError, "'async for' received an invalid object from __anext__: %.100s",
          type_name(vm, awaitable));
    if (ExceptionObject* old = std::exchange(vm.pending()->cause, cause.release())) release(old);
    vm.pending()->suppress_context = true;
    return raised;
}

int iterator_step(Vm& vm, Value iterator, Value* out) {
    Type& type = vm.type_of(iterator);
    if (!type.slots.iternext) {
        raise(vm, TypeId::TypeError, "'%.200s' object is not an iterator", type.name.c_str());
        return 0;
    }
    auto result = type.slots.iternext(vm, iterator);
    if (result.is_raised()) {
        if (!pending_matches(vm, TypeId::StopIteration)) return 0;
        Ref<ExceptionObject> stop = vm.take_pending();
        const Value value = static_cast<StopIterationObject*>(stop.get())->value;
        *out = value.is_unbound() ? Value::none() : Owned::share(value).release();
        return 2;
    }
    *out = result.take().release();
    if (!out->is_exhausted()) return 1;
    *out = Value::none();
    return 2;
}

// ---- async generators
namespace {

struct WrappedValueObject : Object {
    Value value; // owned
};
GeneratorObject& generator_of(Value self) noexcept { return *static_cast<GeneratorObject*>(self.object()); }

// asend(), athrow(), aclose() and __anext__() give one of these: an awaitable that does its work when first stepped.
enum class Work : std::uint16_t { send, throw_, close };
struct AwaitableObject : Object { // aux: Work
    GeneratorObject* generator;   // owned
    Value argument;               // owned: what to send, or the exception to throw
    enum class State : std::uint8_t { init, iterating, closed } state;
};
AwaitableObject& awaitable_of(Value self) noexcept { return *static_cast<AwaitableObject*>(self.object()); }

Owned make_awaitable(Runtime& rt, GeneratorObject& generator, Work work, Value argument) {
    auto* awaitable =
        rt.make<AwaitableObject>(work == Work::send ? TypeId::async_generator_asend : TypeId::async_generator_athrow);
    awaitable->aux = static_cast<std::uint16_t>(work);
    awaitable->generator = &generator;
    retain(&generator);
    awaitable->argument = Owned::share(argument).release();
    awaitable->state = AwaitableObject::State::init;
    return Owned::adopt(Value(awaitable));
}
Result<Owned> anext(Runtime& rt, Value self) {
    return make_awaitable(rt, generator_of(self), Work::send, Value::none());
}
Result<Owned> asend(Runtime& rt, Args args) { return make_awaitable(rt, generator_of(args[0]), Work::send, args[1]); }
Result<Owned> athrow(Runtime& rt, Args args) {
    if (args.has(2)) TRY(warn_of_old_throw(rt, "athrow"));
    Ref<ExceptionObject> exception =
        TRY(exception_to_throw(rt, args[1], args.has(2) ? args[2] : Value(), args.has(3) ? args[3] : Value()));
    return make_awaitable(rt, generator_of(args[0]), Work::throw_, exception);
}
Result<Owned> aclose(Runtime& rt, Args args) { return make_awaitable(rt, generator_of(args[0]), Work::close, Value()); }
Result<Owned> itself(Runtime&, Value self) { return Owned::share(self); }

// What a step of the body means to the awaiting coroutine: a wrapped value is the result (StopIteration carries it), any other is an await inside and
// goes up to the event loop.
Result<Owned> interpret(Runtime& rt, AwaitableObject& awaitable, Resumed resumed) {
    GeneratorObject& generator = *awaitable.generator;
    const Work work = static_cast<Work>(awaitable.aux);
    if (resumed.outcome == ResumeOutcome::yielded) {
        const Value value = resumed.value;
        if (value.is_object() && &rt.type_of(value) == &rt.type(TypeId::async_generator_wrapped)) {
            awaitable.state = AwaitableObject::State::closed;
            generator.origin = nullptr;
            if (work == Work::close) return raise(rt, TypeId::RuntimeError, "async generator ignored GeneratorExit");
            return raise_stop_iteration(rt, static_cast<WrappedValueObject*>(value.object())->value);
        }
        return std::move(resumed.value);
    }
    awaitable.state = AwaitableObject::State::closed;
    generator.origin = nullptr;
    generator.closed = true;
    if (resumed.outcome == ResumeOutcome::returned) {
        if (work == Work::close) return raise_stop_iteration(rt, Value::none());
        return raise_exception(rt, make_exception(rt, TypeId::StopAsyncIteration));
    }
    if (work == Work::close &&
        (pending_matches(rt, TypeId::StopAsyncIteration) || pending_matches(rt, TypeId::GeneratorExit))) {
        rt.clear_pending();
        return raise_stop_iteration(rt, Value::none());
    }
    return raised;
}

Result<Owned> step(Runtime& rt, AwaitableObject& awaitable, Value sent, OptRef<ExceptionObject> thrown) {
    Vm& vm = vm_of(rt);
    GeneratorObject& generator = *awaitable.generator;
    const Work work = static_cast<Work>(awaitable.aux);
    if (awaitable.state == AwaitableObject::State::closed)
        return raise(rt, TypeId::RuntimeError, "cannot reuse already awaited %s",
                     work == Work::send ? "__anext__()/asend()" : "aclose()/athrow()");
    if (awaitable.state == AwaitableObject::State::init) {
        if (generator.origin && generator.origin != &awaitable) {
            awaitable.state = AwaitableObject::State::closed;
            return raise(rt, TypeId::RuntimeError, "%s: asynchronous generator is already running",
                         work == Work::send    ? "anext()"
                         : work == Work::close ? "aclose()"
                                               : "athrow()");
        }
        if (generator.closed || generator.state == GeneratorObject::State::finished) {
            awaitable.state = AwaitableObject::State::closed;
            if (work == Work::close) return raise_stop_iteration(rt, Value::none());
            return raise_exception(rt, make_exception(rt, TypeId::StopAsyncIteration));
        }
        awaitable.state = AwaitableObject::State::iterating;
        generator.origin = &awaitable;
        if (work == Work::send) {
            if (sent.is_none()) sent = awaitable.argument;
        } else if (!thrown) {
            if (!sent.is_none())
                return raise(rt, TypeId::RuntimeError, "can't send non-None value to a just-started coroutine");
            if (work == Work::close && generator.state == GeneratorObject::State::created) {
                awaitable.state = AwaitableObject::State::closed;
                generator.origin = nullptr;
                generator.closed = true;
                TRY(close_generator(vm, generator));
                return raise_stop_iteration(rt, Value::none());
            }
            thrown = work == Work::close
                         ? make_exception(rt, TypeId::GeneratorExit)
                         : Ref<ExceptionObject>::share(static_cast<ExceptionObject*>(awaitable.argument.object()));
        }
    }
    Ref<AwaitableObject> keep = Ref<AwaitableObject>::share(&awaitable);
    Resumed resumed = thrown ? throw_into_generator(vm, generator, Ref<ExceptionObject>::adopt(thrown.release()))
                             : resume_generator(vm, generator, Owned::share(sent));
    return interpret(rt, awaitable, std::move(resumed));
}
Result<Owned> awaitable_next(Runtime& rt, Value self) { return step(rt, awaitable_of(self), Value::none(), nullptr); }
Result<Owned> awaitable_send(Runtime& rt, Args args) { return step(rt, awaitable_of(args[0]), args[1], nullptr); }
Result<Owned> awaitable_throw(Runtime& rt, Args args) {
    if (args.has(2)) TRY(warn_of_old_throw(rt, "throw"));
    Ref<ExceptionObject> exception =
        TRY(exception_to_throw(rt, args[1], args.has(2) ? args[2] : Value(), args.has(3) ? args[3] : Value()));
    return step(rt, awaitable_of(args[0]), Value::none(), std::move(exception));
}
// As a coroutine's close(): GeneratorExit is raised at the waiting await, and must come out again.
Result<void> awaitable_close(Runtime& rt, Args args) {
    AwaitableObject& awaitable = awaitable_of(args[0]);
    if (awaitable.state == AwaitableObject::State::closed) return ok;
    auto stepped = step(rt, awaitable, Value::none(), make_exception(rt, TypeId::GeneratorExit));
    if (!stepped.is_raised()) return raise(rt, TypeId::RuntimeError, "coroutine ignored GeneratorExit");
    if (!pending_matches(rt, TypeId::StopIteration) && !pending_matches(rt, TypeId::StopAsyncIteration) &&
        !pending_matches(rt, TypeId::GeneratorExit))
        return raised;
    rt.clear_pending();
    return ok;
}
Result<void> awaitable_finalise(Runtime& rt, Object* object) {
    auto& awaitable = *static_cast<AwaitableObject*>(object);
    if (awaitable.state != AwaitableObject::State::init) return ok;
    const Work work = static_cast<Work>(awaitable.aux);
    const std::string method = work == Work::send ? "asend" : work == Work::throw_ ? "athrow" : "aclose";
    return rt.warn(TypeId::RuntimeWarning, ("coroutine method '" + method + "' of '" +
                                            to_utf8(*awaitable.generator->qualified_name) + "' was never awaited")
                                               .c_str());
}
void awaitable_traverse(Object* object, Visitor visit, void* context) {
    auto& awaitable = *static_cast<AwaitableObject*>(object);
    visit(awaitable.generator, context);
    if (awaitable.argument.is_object()) visit(awaitable.argument.object(), context);
}
void awaitable_dealloc(Runtime& rt, Object* object) {
    auto& awaitable = *static_cast<AwaitableObject*>(object);
    if (awaitable.generator->origin == &awaitable) awaitable.generator->origin = nullptr;
    release(awaitable.generator);
    release(awaitable.argument);
    rt.free_object(object, sizeof(AwaitableObject));
}
void wrapped_dealloc(Runtime& rt, Object* object) {
    release(static_cast<WrappedValueObject*>(object)->value);
    rt.free_object(object, sizeof(WrappedValueObject));
}
void wrapped_traverse(Object* object, Visitor visit, void* context) {
    const Value value = static_cast<WrappedValueObject*>(object)->value;
    if (value.is_object()) visit(value.object(), context);
}
Result<Owned> repr_async_generator(Runtime& rt, Value self) {
    char address[32];
    std::snprintf(address, sizeof address, "%p", static_cast<const void*>(self.object()));
    return Owned(make_str(rt, "<async_generator object " + to_utf8(*generator_of(self).qualified_name) + " at " +
                                  address + ">"));
}

const NativeDef async_generator_methods[] = {
    {"asend", native<asend>, 1, 1},
    {"athrow", native<athrow>, 1, 3},
    {"aclose", native<aclose>, 0, 0},
    {"__class_getitem__", native<class_getitem>, 1, 1, nullptr, nullptr, native_class},
    {},
};
const NativeDef awaitable_methods[] = {
    {"send", native<awaitable_send>, 1, 1},
    {"throw", native<awaitable_throw>, 1, 3},
    {"close", native<awaitable_close>, 0, 0},
    {},
};

} // namespace

Owned async_generator_wrap(Vm& vm, Value value) {
    auto* wrapped = vm.make<WrappedValueObject>(TypeId::async_generator_wrapped);
    wrapped->value = Owned::share(value).release();
    return Owned::adopt(Value(wrapped));
}

const TypeSpec async_generator_spec = {
    .name = "async_generator",
    .base = TypeId::object,
    .layout = Layout::async_generator,
    .size = sizeof(GeneratorObject),
    .flags = type_has_gc | type_weakrefs | type_no_new,
    .slots = {.dealloc = generator_dealloc,
              .traverse = generator_traverse,
              .clear = generator_clear,
              .finalise = generator_finalise,
              .repr = repr_async_generator,
              .aiter = itself,
              .anext = anext},
    .methods = async_generator_methods,
    .getsets = async_generator_getsets,
};
const TypeSpec async_generator_asend_spec = {
    .name = "async_generator_asend",
    .base = TypeId::object,
    .size = sizeof(AwaitableObject),
    .flags = type_has_gc | type_no_new,
    .slots = {.dealloc = awaitable_dealloc,
              .traverse = awaitable_traverse,
              .finalise = awaitable_finalise,
              .iter = itself,
              .iternext = awaitable_next,
              .await = itself},
    .methods = awaitable_methods,
};
const TypeSpec async_generator_athrow_spec = {
    .name = "async_generator_athrow",
    .base = TypeId::object,
    .size = sizeof(AwaitableObject),
    .flags = type_has_gc | type_no_new,
    .slots = {.dealloc = awaitable_dealloc,
              .traverse = awaitable_traverse,
              .finalise = awaitable_finalise,
              .iter = itself,
              .iternext = awaitable_next,
              .await = itself},
    .methods = awaitable_methods,
};
const TypeSpec async_generator_wrapped_spec = {
    .name = "async_generator_wrapped_value",
    .base = TypeId::object,
    .size = sizeof(WrappedValueObject),
    .flags = type_has_gc | type_no_new,
    .slots = {.dealloc = wrapped_dealloc, .traverse = wrapped_traverse},
};

} // namespace mp
