// Running generators, coroutines and the bodies of async generators.
#include "interp/vm/generator.h"

#include "interp/vm/calls.h"
#include "interp/vm/traceback.h"
#include "interp/vm/vm.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/str.h"

namespace mp {

Value* GeneratorObject::temporaries() noexcept { return locals() + code->local_count; }

Ref<GeneratorObject> make_generator(Vm& vm, FunctionObject& function, Value* locals) {
    CodeObject& code = *function.code;
    const CodeUnit& unit = *code.unit;
    const TypeId type = unit.is_async_generator ? TypeId::async_generator
                        : unit.is_coroutine && !unit.is_generator
                            ? TypeId::coroutine
                            : TypeId::generator; // with both: one that may be awaited (types.coroutine)
    const std::uint32_t registers = 1 + code.local_count + code.temporaries;
    auto* generator = vm.make<GeneratorObject>(type, registers * sizeof(Value));
    generator->function = &function;
    generator->code = &code;
    generator->name = function.name;
    generator->qualified_name = function.qualified_name;
    retain(&function);
    retain(&code);
    retain(function.name);
    retain(function.qualified_name);
    generator->pc = code.words;
    generator->handled = nullptr;
    generator->outer = nullptr;
    generator->namespace_ = Value();
    generator->state = GeneratorObject::State::created;
    generator->send_register = 0;
    generator->hooks_ran = generator->closed = generator->throwing = false;
    generator->register_count = registers;
    generator->origin = nullptr;
    Value* to = generator->locals();
    to[-1] = Value();
    for (std::uint32_t i = 0; i < code.local_count; ++i) {
        to[i] = locals[i];
        locals[i] = Value();
    }
    for (std::uint32_t i = 0; i < code.temporaries; ++i) to[code.local_count + i] = Value();
    return Ref<GeneratorObject>::adopt(generator);
}

const Word* enter_generator(Vm& vm, GeneratorObject& generator, Value sent, OnReturn on_return,
                            int destination) noexcept {
    Value* const stack_top = vm.frame->stack_top;
    Frame* const frame = vm.push_frame();
    if (!frame) {
        release(sent);
        return nullptr;
    }
    retain(&generator);
    frame->code = generator.code;
    frame->registers = generator.temporaries();
    frame->pc = generator.pc;
    frame->function = generator.function;
    frame->stack_top = stack_top;
    frame->generator = &generator;
    frame->extra = Value();
    frame->destination = static_cast<std::int8_t>(destination);
    frame->on_return = on_return;
    if (generator.state == GeneratorObject::State::suspended) {
        Value& place = frame->registers[generator.send_register];
        const Value old = generator.send_register < 0 ? place : Value();
        place = sent;
        generator.state = GeneratorObject::State::running;
        release(old);
    } else {
        generator.state = GeneratorObject::State::running;
        release(sent);
    }
    generator.outer = vm.handled();
    if (generator.handled)
        vm.exchange_handled(std::exchange(generator.handled, nullptr));
    else if (generator.outer)
        retain(generator.outer); // the runtime's reference, as it were: handled() stays owned
    return generator.pc;
}

// Gives the handled exception back to the resumer; what the generator itself handles goes into `handled`, or is dropped.
static void leave_handled(Vm& vm, GeneratorObject& generator, bool keep) noexcept {
    ExceptionObject* const own = vm.exchange_handled(generator.outer);
    const bool handling = own != generator.outer;
    if (!handling) {
        if (own) release(own);
    } else if (keep)
        generator.handled = own;
    else if (own)
        release(own);
    generator.outer = nullptr;
}

Ref<GeneratorObject> suspend_generator_frame(Vm& vm, const Word* resume_at, int send_register) noexcept {
    GeneratorObject* const generator = vm.frame->generator;
    generator->pc = resume_at;
    generator->send_register = static_cast<std::int8_t>(send_register);
    generator->state = GeneratorObject::State::suspended;
    leave_handled(vm, *generator, true);
    vm.frame->generator = nullptr;
    --vm.frame;
    return Ref<GeneratorObject>::adopt(generator);
}

// Releases what the body holds.
static void clear_generator(GeneratorObject& generator) noexcept {
    Value* const registers = generator.locals();
    for (std::uint32_t i = 0; i + 1 < generator.register_count; ++i) {
        const Value old = registers[i];
        registers[i] = Value();
        release(old);
    }
    if (FunctionObject* function = std::exchange(generator.function, nullptr)) release(function);
    if (ExceptionObject* handled = std::exchange(generator.handled, nullptr)) release(handled);
}

void finish_generator_frame(Vm& vm) noexcept {
    Frame& frame = *vm.frame;
    GeneratorObject* const generator = frame.generator;
    leave_handled(vm, *generator, false);
    clear_generator(*generator); // still running: finalisers cannot resume it
    generator->state = GeneratorObject::State::finished;
    frame.generator = nullptr;
    const Value extra = frame.extra;
    frame.extra = Value();
    --vm.frame;
    release(extra);
    release(generator);
}

static const char* kind_name(const GeneratorObject& generator) noexcept {
    return generator.layout == Layout::coroutine         ? "coroutine"
           : generator.layout == Layout::async_generator ? "async generator"
                                                         : "generator";
}

// Runs the body; with `thrown`, that is raised at the waiting yield. What the generator itself handles there, if anything, is its context.
static Resumed run_generator(Vm& vm, GeneratorObject& generator, Value sent, OptRef<ExceptionObject> thrown = nullptr) {
    if (vm.pay(1).is_raised() || !vm.enter_native()) {
        release(sent);
        return {ResumeOutcome::raised, Owned()};
    }
    Ref<GeneratorObject> keep = Ref<GeneratorObject>::share(&generator);
    if (thrown && generator.handled) chain_context(*thrown, generator.handled);
    const Word* pc = enter_generator(vm, generator, sent, OnReturn::generator, 0);
    bool succeeded = false;
    if (pc && thrown) {
        vm.set_pending(Ref<ExceptionObject>::adopt(thrown.release()));
        succeeded = vm.run_raising();
    } else if (pc)
        succeeded = vm.run(pc);
    vm.leave_native();
    if (!succeeded) return {ResumeOutcome::raised, Owned()};
    Owned value = Owned::adopt(vm.outcome);
    vm.outcome = Value();
    return {generator.state == GeneratorObject::State::suspended ? ResumeOutcome::yielded : ResumeOutcome::returned,
            std::move(value)};
}

Resumed resume_generator(Vm& vm, GeneratorObject& generator, Owned sent) {
    switch (generator.state) {
    case GeneratorObject::State::running:
        raise(vm, TypeId::ValueError, "%s already executing", kind_name(generator));
        return {ResumeOutcome::raised, Owned()};
    case GeneratorObject::State::finished:
        if (generator.layout == Layout::coroutine) {
            raise(vm, TypeId::RuntimeError, "cannot reuse already awaited coroutine");
            return {ResumeOutcome::raised, Owned()};
        }
        return {ResumeOutcome::returned, Owned::adopt(Value::none())};
    case GeneratorObject::State::created:
        if (!sent.is_none()) {
            raise(vm, TypeId::TypeError, "can't send non-None value to a just-started %s", kind_name(generator));
            return {ResumeOutcome::raised, Owned()};
        }
        break;
    default: break;
    }
    return run_generator(vm, generator, sent.release());
}

Value generator_delegate(GeneratorObject& generator) noexcept {
    if (generator.state != GeneratorObject::State::suspended) return Value();
    const Word insn = generator.pc[-1];
    if (op_of(insn) != Op::YIELD_DELEGATE) return Value();
    return generator.temporaries()[c_of(insn)];
}

// `yield from` hands throw() and close() on to what it delegates to. When the delegate ends, the waiting frame goes on as SEND would: its iterator is
// dropped and the result stands in SEND's register.
static Resumed delegate_finished(Vm& vm, GeneratorObject& generator, Owned value) {
    // The YIELD_DELEGATE at pc[-1] is followed by the jump back to its SEND; SEND's own jump says where the loop ends.
    const Word* const yield = generator.pc - 1;
    const Word* jump = generator.pc;
    const Word* send = jump + static_cast<std::int32_t>(jump[1]);
    Value* const R = generator.temporaries();
    Value& iterator = R[c_of(*yield)];
    const Value old = iterator;
    iterator = Value();
    generator.pc = send + static_cast<std::int32_t>(send[1]);
    generator.send_register = static_cast<std::int8_t>(a_of(*send));
    release(old);
    return run_generator(vm, generator, value.release());
}

// target.name(argument), when there is such an attribute.
static Result<Owned> call_if_present(Vm& vm, Value target, StrObject& name, Value argument, bool& absent) {
    Owned method = TRY(get_optional_attribute(vm, target, name));
    absent = method.is_unbound();
    if (absent) return Owned();
    return argument.is_unbound() ? call(vm, method) : call(vm, method, argument);
}

Resumed throw_into_generator(Vm& vm, GeneratorObject& generator, Ref<ExceptionObject> exception) {
    const Resumed failed{ResumeOutcome::raised, Owned()};
    if (generator.state == GeneratorObject::State::running) {
        raise(vm, TypeId::ValueError, "%s already executing", kind_name(generator));
        return failed;
    }
    if (generator.state == GeneratorObject::State::finished) {
        if (generator.layout == Layout::coroutine) {
            raise(vm, TypeId::RuntimeError, "cannot reuse already awaited coroutine");
            return failed;
        }
        vm.set_pending(std::move(exception));
        return failed;
    }
    if (generator.state ==
        GeneratorObject::State::created) { // raised at the definition's first line, without running anything
        add_traceback_entry(vm, *exception, *generator.code, *generator.function->globals, before_code);
        clear_generator(generator);
        generator.state = GeneratorObject::State::finished;
        vm.set_pending(std::move(exception));
        return failed;
    }
    const Value delegate = generator_delegate(generator);
    if (!delegate.is_unbound()) {
        Owned target = Owned::share(delegate);
        generator.state = GeneratorObject::State::running;
        Resumed inner{ResumeOutcome::raised, Owned()};
        bool handled = true;
        if (is_subtype(exception->type(), &vm.type(TypeId::GeneratorExit))) {
            bool closed = true;
            if (is_generator_like(target))
                closed = !close_generator(vm, *static_cast<GeneratorObject*>(target.get().object())).is_raised();
            else {
                bool absent = false;
                closed = !call_if_present(vm, target, *vm.names().close, Value(), absent).is_raised();
            }
            handled = false;
            if (!closed) exception = vm.take_pending();
        } else if (is_generator_like(target) && target.get().object()->layout != Layout::async_generator) {
            inner = throw_into_generator(vm, *static_cast<GeneratorObject*>(target.get().object()), exception);
        } else {
            bool absent = false;
            const Value argument = exception;
            auto result = call_if_present(vm, target, *vm.names().throw_, argument, absent);
            if (absent)
                handled = false;
            else if (!result.is_raised())
                inner = {ResumeOutcome::yielded, result.take()};
            else if (pending_matches(vm, TypeId::StopIteration)) {
                Ref<ExceptionObject> stop = vm.take_pending();
                inner = {ResumeOutcome::returned, Owned::share(static_cast<StopIterationObject*>(stop.get())->value)};
            }
        }
        generator.state = GeneratorObject::State::suspended;
        if (handled) {
            if (inner.outcome == ResumeOutcome::yielded) return inner;
            if (inner.outcome == ResumeOutcome::returned)
                return delegate_finished(vm, generator, std::move(inner.value));
            exception = vm.take_pending();
        }
    }
    return run_generator(vm, generator, Value(), std::move(exception));
}

Result<Owned> close_generator(Vm& vm, GeneratorObject& generator) {
    if (generator.state == GeneratorObject::State::finished) return Owned::adopt(Value::none());
    if (generator.state == GeneratorObject::State::created) {
        clear_generator(generator);
        generator.state = GeneratorObject::State::finished;
        return Owned::adopt(Value::none());
    }
    Resumed resumed = throw_into_generator(vm, generator, make_exception(vm, TypeId::GeneratorExit));
    switch (resumed.outcome) {
    case ResumeOutcome::yielded:
        return raise(vm, TypeId::RuntimeError, "%s ignored GeneratorExit", kind_name(generator));
    case ResumeOutcome::returned: return std::move(resumed.value);
    case ResumeOutcome::raised: break;
    }
    if (pending_matches(vm, TypeId::GeneratorExit) || pending_matches(vm, TypeId::StopIteration)) {
        vm.clear_pending();
        return Owned::adopt(Value::none());
    }
    return raised;
}

Result<Owned> generator_next(Runtime& rt, Value value) {
    auto& generator = *static_cast<GeneratorObject*>(value.object());
    if (generator.state == GeneratorObject::State::suspended) [[likely]] {
        Vm& vm = vm_of(rt);
        if (vm.pay(1).is_raised() || !vm.enter_native()) return raised;
        const Ref<GeneratorObject> keep = Ref<GeneratorObject>::share(&generator);
        const Word* pc = enter_generator(vm, generator, Value::none(), OnReturn::generator, 0);
        const bool succeeded = pc && vm.run(pc);
        vm.leave_native();
        if (!succeeded) return raised;
        Owned item = Owned::adopt(std::exchange(vm.outcome, Value()));
        if (generator.state == GeneratorObject::State::suspended) return item;
        if (item.get().is_none()) return Owned::adopt(Value::exhausted());
        return raise_stop_iteration(rt, item);
    }
    Resumed resumed = resume_generator(vm_of(rt), generator, Owned::adopt(Value::none()));
    switch (resumed.outcome) {
    case ResumeOutcome::yielded: return std::move(resumed.value);
    case ResumeOutcome::returned:
        if (!resumed.value.is_none()) return raise_stop_iteration(rt, resumed.value); // the value must not be lost
        return Owned::adopt(Value::exhausted());
    case ResumeOutcome::raised: break;
    }
    return raised;
}

Result<Owned> generator_send(Vm& vm, GeneratorObject& generator, Value value) {
    Resumed resumed = resume_generator(vm, generator, Owned::share(value));
    if (resumed.outcome == ResumeOutcome::yielded) return std::move(resumed.value);
    if (resumed.outcome == ResumeOutcome::returned) return raise_stop_iteration(vm, resumed.value);
    return raised;
}

// Frees a generator's registers for its dealloc slot.
void release_generator(GeneratorObject& generator) noexcept { clear_generator(generator); }

} // namespace mp
