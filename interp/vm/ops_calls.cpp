// Calls and returns. A plain call of a Python function is a frame push in place: the arguments already stand where the callee's first locals are.
#include "interp/vm/calls.h"
#include "interp/vm/handlers.h"
#include "objects/core/gc.h"
#include "objects/core/raise.h"
#include "objects/types/descriptors.h"
#include "objects/types/dict.h"
#include "objects/types/method.h"
#include "objects/types/native_function.h"
#include "objects/types/tuple.h"

namespace mp {

// At the beginning of calls that may enter Python code.
#define NEED_STEP()                                                                                                    \
    do {                                                                                                               \
        if (vm.budget_ <= 0) [[unlikely]]                                                                              \
            GO(call_out_of_budget);                                                                                    \
    } while (0)

// Whether the registers of a callee would lie on the stack and ready (false for callers whose registers live in a generator, too).
static inline bool stack_has(Vm& vm, const Value* end) noexcept {
    return static_cast<std::size_t>(reinterpret_cast<const char*>(end) -
                                    reinterpret_cast<const char*>(vm.stack_begin)) <=
           static_cast<std::size_t>(reinterpret_cast<const char*>(vm.stack_ready) -
                                    reinterpret_cast<const char*>(vm.stack_begin));
}

// Pushes the frame of a plain function whose exact arguments begin at `args`, or falls out when something is not plain.
#define ENTER_PLAIN(function_object, args, after_pc, dst)                                                              \
    {                                                                                                                  \
        FunctionObject* const function = (function_object);                                                            \
        CodeObject* const code = function->code;                                                                       \
        Value* const locals = (args);                                                                                  \
        Value* const registers = locals + code->local_count;                                                           \
        Value* const top = registers + code->temporaries;                                                              \
        if (stack_has(vm, top) && vm.frame + 1 < vm.frames_end && --vm.budget_ >= 0) [[likely]] {                      \
            for (Value* p = locals + code->simple_arguments; p < registers; ++p) *p = Value();                         \
            Frame* const caller = vm.frame;                                                                            \
            caller->pc = (after_pc);                                                                                   \
            Frame* const frame = caller + 1;                                                                           \
            frame->code = code;                                                                                        \
            frame->registers = registers;                                                                              \
            frame->function = function;                                                                                \
            frame->stack_top = top;                                                                                    \
            frame->generator = nullptr;                                                                                \
            frame->extra = Value();                                                                                    \
            frame->destination = static_cast<std::int8_t>(dst);                                                        \
            frame->on_return = OnReturn::store;                                                                        \
            vm.frame = frame;                                                                                          \
            DISPATCH(code->words, registers, code->constants);                                                         \
        }                                                                                                              \
    }

[[gnu::noinline]] static void release_values(Value* values, std::uint32_t count) noexcept {
    for (std::uint32_t i = 0; i < count; ++i) {
        const Value value = values[i];
        values[i] = Value();
        release(value);
    }
}

// Everything callable that is not a Python function. Does not consume. A safe point of the cycle collector, as making an instance is.
[[gnu::noinline]] static Value call_other(Vm& vm, Value callee, Value* args, std::uint32_t count, TupleObject* names) {
    vm.collector().maybe_collect();
    Result<Owned> result = call(vm, callee, Args{args, count, names});
    return result.is_raised() ? Value::raised_mark() : result.take().release();
}
// A class whose instances come from object.__new__ and whose __init__ is a Python function: the instance is made here and __init__ entered in place.
// 0: not such a class; -1: raised; 1: R[base] is __init__, R[base + 1] the instance.
[[gnu::noinline]] static int prepare_instance(Vm& vm, Value* base, std::uint32_t count) {
    Type& type = *static_cast<Type*>(base[0].object());
    if (&type == &vm.type(TypeId::type) || type.type() != &vm.type(TypeId::type) || type.has(type_abstract)) return 0;
    if (type.slots.new_ != vm.type(TypeId::object).slots.new_) return 0;
    const Value init = type_lookup(type, *vm.names().dunder_init);
    if (!is_function(init)) return 0;
    Value* const room = base + count + 2;
    if (!stack_has(vm, room) && !vm.reserve_stack(room)) return -1;
    vm.collector().maybe_collect();
    const Value instance = Value(vm.make_instance(type));
    for (std::uint32_t i = count; i > 0; --i) base[i + 1] = base[i];
    base[1] = instance;
    retain(init);
    const Value cls = base[0];
    base[0] = init;
    release(cls);
    return 1;
}

// The general call: callee at R[base], `count` values (the last ones keywords when names) behind it, all consumed. `after`: where the caller goes on.
[[gnu::noinline]] static const Word* call_general(Vm& vm, Value* base, std::uint32_t count, TupleObject* names,
                                                  int destination, Value* out) {
    Value callee = base[0];
    *out = Value();
    if (is_bound_method(callee) && is_function(static_cast<BoundMethodObject*>(callee.object())->function) &&
        stack_has(vm, base + count + 2)) {
        auto& method = *static_cast<BoundMethodObject*>(callee.object());
        for (std::uint32_t i = count; i > 0; --i) base[i + 1] = base[i];
        base[1] = Owned::share(method.self).release();
        base[0] = Owned::share(method.function).release();
        ++count;
        release(callee);
        callee = base[0];
    }
    if (is_function(callee)) return enter_function(vm, base, count, names, destination);
    if (callee.is_object() && callee.object()->layout == Layout::type && stack_has(vm, base)) {
        const int prepared = prepare_instance(vm, base, count);
        if (prepared < 0) return nullptr;
        if (prepared > 0) {
            Owned instance = Owned::share(base[1]);
            Frame* const caller = vm.frame;
            const Word* pc = enter_function(vm, base, count + 1, names, destination);
            if (pc && vm.frame != caller) {
                vm.frame->on_return = OnReturn::initialise;
                vm.frame->extra = instance.release();
                return pc;
            }
            if (pc) { // __init__ is a generator function: it was not run
                raise(vm, TypeId::TypeError, "__init__() should return None, not 'generator'");
                return nullptr;
            }
            return nullptr;
        }
    }
    *out = call_other(vm, callee, base + 1, count, names);
    if (out->is_raised()) return nullptr;
    release_values(base, count + 1);
    return vm.frame->pc;
}

// Ends a handler after call_general: goes into the callee, or stores the result and goes on.
#define FINISH_CALL(next, result, words)                                                                               \
    do {                                                                                                               \
        const Word* const next_ = (next);                                                                              \
        if (!next_) [[unlikely]]                                                                                       \
            GO(raise_here);                                                                                            \
        if (next_ != pc + (words)) DISPATCH(next_, vm.frame->registers, vm.frame->code->constants);                    \
        const Value result_ = (result);                                                                                \
        if (!result_.is_unbound()) STORE(A, result_);                                                                  \
        NEXT(words);                                                                                                   \
    } while (0)

struct CallStep {
    const Word* next;
    Value result;
};
[[gnu::noinline]] static CallStep general_step(Vm& vm, Value* base, std::uint32_t count, TupleObject* names,
                                               int destination) {
    CallStep step;
    step.next = call_general(vm, base, count, names, destination, &step.result);
    return step;
}

SLOW(slow_CALL) {
    NEED_STEP();
    vm.frame->pc = pc + 1;
    const CallStep step = general_step(vm, R + B, UC, nullptr, A);
    FINISH_CALL(step.next, step.result, 1);
}
// Natives with the right number of arguments are called as they stand.
static inline bool takes_exactly(const NativeDef& def, std::uint32_t count) noexcept {
    return (def.flags & ~takes_keywords) == 0 &&
           (def.signature ? static_cast<std::int32_t>(count) == def.max
                          : static_cast<std::int32_t>(count) >= def.min &&
                                (def.max < 0 || static_cast<std::int32_t>(count) <= def.max));
}
[[gnu::noinline]] static Value call_native_plain(Vm& vm, const NativeDef& def, Value* args, std::uint32_t count) {
    NativeScope scope(vm);
    return scope ? def.function(vm, args, count, nullptr) : Value::raised_mark();
}
// Natives that are bound, or called without some of their optional arguments: the values are laid out as the native takes them. Consumes nothing. Unbound: not
// such a call; the general way does it.
[[gnu::noinline]] static Value call_native_laid_out(Vm& vm, const NativeDef& def, Value self, const Value* args,
                                                    std::uint32_t count) {
    constexpr std::int64_t room = 8;
    const std::int64_t total = native_value_count(vm, def, count);
    if (total < 0 || total >= room) return Value();
    Value values[room];
    Value* to = values;
    if (!self.is_unbound()) *to++ = self;
    for (std::uint32_t i = 0; i < count; ++i) to[i] = args[i];
    NativeScope scope(vm);
    return scope ? def.function(vm, values, static_cast<std::uint32_t>(to - values + total), nullptr)
                 : Value::raised_mark();
}
// Releases the callee and the arguments of a call, R[b] to R[b + count].
#define DROP_CALL(b, count)                                                                                            \
    do {                                                                                                               \
        Value* const last_ = R + (b) + (count);                                                                        \
        for (Value* p = R + (b); p <= last_; ++p) {                                                                    \
            const Value dropped_ = *p;                                                                                 \
            *p = Value();                                                                                              \
            drop(dropped_);                                                                                            \
        }                                                                                                              \
    } while (0)

SLOW(laid_out_CALL) {
    const int b = B;
    const auto& function = *static_cast<NativeFunctionObject*>(R[b].object());
    vm.frame->pc = pc + 1;
    const Value result =
        call_native_laid_out(vm, *function.def, function.has_self ? function.self : Value(), R + b + 1, UC);
    if (result.is_unbound()) GO(slow_CALL);
    if (result.is_raised()) [[unlikely]]
        GO(raise_here);
    DROP_CALL(b, UC);
    STORE(A, result);
    NEXT(1);
}
SLOW(native_CALL) {
    const int b = B;
    const auto& function = *static_cast<NativeFunctionObject*>(R[b].object());
    if (function.has_self || !takes_exactly(*function.def, UC)) GO(laid_out_CALL);
    vm.frame->pc = pc + 1;
    const Value result = call_native_plain(vm, *function.def, R + b + 1, UC);
    if (result.is_raised()) [[unlikely]]
        GO(raise_here);
    DROP_CALL(b, UC);
    STORE(A, result);
    NEXT(1);
}
// Callable objects of other built-in types: through their slot, with the arguments where they stand. Consumes nothing.
[[gnu::noinline]] static Value call_object(Vm& vm, Value callee, Value* args, std::uint32_t count) {
    const auto slot = callee.object()->type()->slots.call;
    if (!slot) return call_other(vm, callee, args, count, nullptr);
    vm.collector().maybe_collect();
    NativeScope scope(vm);
    if (!scope) return Value::raised_mark();
    Result<Owned> result = slot(vm, callee, Args{args, count});
    return result.is_raised() ? Value::raised_mark() : result.take().release();
}
SLOW(object_CALL) {
    const int b = B;
    vm.frame->pc = pc + 1;
    const Value result = call_object(vm, R[b], R + b + 1, UC);
    if (result.is_raised()) [[unlikely]]
        GO(raise_here);
    DROP_CALL(b, UC);
    STORE(A, result);
    NEXT(1);
}
static inline bool is_built_in_class(Value callee) noexcept {
    return callee.object()->layout == Layout::type && !static_cast<Type*>(callee.object())->has(type_heap);
}
OP(CALL) {
    const Value callee = R[B];
    if (callee.is_object()) [[likely]] {
        if (callee.object()->layout == Layout::function) [[likely]] {
            if (static_cast<FunctionObject*>(callee.object())->code->simple_arguments == static_cast<std::int32_t>(UC))
                [[likely]]
                ENTER_PLAIN(static_cast<FunctionObject*>(callee.object()), R + B + 1, pc + 1, A)
        } else if (callee.object()->layout == Layout::native_function)
            GO(native_CALL);
        else if (callee.object()->layout == Layout::other || is_built_in_class(callee))
            GO(object_CALL);
    }
    GO(slow_CALL);
}

SLOW(slow_CALL_METHOD) {
    NEED_STEP();
    vm.frame->pc = pc + 1;
    const int b = B;
    std::uint32_t count = UC;
    if (!R[b + 1].is_unbound())
        ++count;
    else // [value][absent][args]: the value moves next to its arguments
        for (R[b + 1] = R[b], R[b] = Value(); false;) {}
    const CallStep step = general_step(vm, R + (count == UC ? b + 1 : b), count, nullptr, A);
    FINISH_CALL(step.next, step.result, 1);
}
// The callee is a method descriptor with its object or class behind it, or a native function found on a module or bound.
SLOW(laid_out_CALL_METHOD) {
    const int b = B;
    Object* const callee = R[b].object();
    const NativeDef* def;
    Value self = R[b + 1];
    if (callee->layout == Layout::native_function) {
        const auto& function = *static_cast<NativeFunctionObject*>(callee);
        if (!self.is_unbound()) GO(slow_CALL_METHOD);
        def = function.def;
        if (function.has_self) self = function.self;
    } else {
        if (self.is_unbound()) GO(slow_CALL_METHOD);
        def = static_cast<MethodDescriptorObject*>(callee)->def;
    }
    vm.frame->pc = pc + 1;
    const Value result = call_native_laid_out(vm, *def, self, R + b + 2, UC);
    if (result.is_unbound()) GO(slow_CALL_METHOD);
    if (result.is_raised()) [[unlikely]]
        GO(raise_here);
    DROP_CALL(b, UC + 1);
    STORE(A, result);
    NEXT(1);
}
SLOW(native_CALL_METHOD) {
    const int b = B;
    const NativeDef& def = *static_cast<MethodDescriptorObject*>(R[b].object())->def;
    if (R[b + 1].is_unbound() || !takes_exactly(def, UC)) GO(laid_out_CALL_METHOD);
    vm.frame->pc = pc + 1;
    const Value result = call_native_plain(vm, def, R + b + 1, UC + 1);
    if (result.is_raised()) [[unlikely]]
        GO(raise_here);
    DROP_CALL(b, UC + 1);
    STORE(A, result);
    NEXT(1);
}
// A built-in function found on a module.
SLOW(function_CALL_METHOD) {
    const int b = B;
    const auto& function = *static_cast<NativeFunctionObject*>(R[b].object());
    if (!R[b + 1].is_unbound() || function.has_self || !takes_exactly(*function.def, UC)) GO(laid_out_CALL_METHOD);
    vm.frame->pc = pc + 1;
    const Value result = call_native_plain(vm, *function.def, R + b + 2, UC);
    if (result.is_raised()) [[unlikely]]
        GO(raise_here);
    DROP_CALL(b, UC + 1);
    STORE(A, result);
    NEXT(1);
}
// A Python function that was found without binding: on a module, a class, or in the object itself.
SLOW(plain_CALL_METHOD) {
    const int b = B;
    const Value callee = R[b];
    FunctionObject* const target = static_cast<FunctionObject*>(callee.object());
    if (target->code->simple_arguments != static_cast<std::int32_t>(UC)) GO(slow_CALL_METHOD);
    R[b + 1] = callee;
    R[b] = Value();
    ENTER_PLAIN(target, R + b + 2, pc + 1, A)
    R[b] = callee;
    R[b + 1] = Value();
    GO(slow_CALL_METHOD);
}
SLOW(object_CALL_METHOD) {
    const int b = B;
    // LOAD_METHOD gives those of classes together with a class that they apply to.
    if (R[b].object()->type() == &vm.type(TypeId::class_method_descriptor)) GO(laid_out_CALL_METHOD);
    const std::uint32_t absent = R[b + 1].is_unbound() ? 1 : 0;
    vm.frame->pc = pc + 1;
    const Value result = call_object(vm, R[b], R + b + 1 + absent, UC + 1 - absent);
    if (result.is_raised()) [[unlikely]]
        GO(raise_here);
    DROP_CALL(b, UC + 1);
    STORE(A, result);
    NEXT(1);
}
OP(CALL_METHOD) {
    const int b = B;
    const Value callee = R[b];
    if (callee.is_object()) [[likely]] {
        if (callee.object()->layout == Layout::function) [[likely]] {
            FunctionObject* const target = static_cast<FunctionObject*>(callee.object());
            if (!R[b + 1].is_unbound()) [[likely]] {
                if (target->code->simple_arguments == static_cast<std::int32_t>(UC) + 1) [[likely]]
                    ENTER_PLAIN(target, R + b + 1, pc + 1, A)
            } else
                GO(plain_CALL_METHOD);
        } else if (callee.object()->layout == Layout::method_descriptor)
            GO(native_CALL_METHOD);
        else if (callee.object()->layout == Layout::native_function)
            GO(function_CALL_METHOD);
        else if (callee.object()->layout == Layout::other || is_built_in_class(callee))
            GO(object_CALL_METHOD);
    }
    GO(slow_CALL_METHOD);
}
OP(CALL_KW) {
    NEED_STEP();
    vm.frame->pc = pc + 2;
    const CallStep step = general_step(vm, R + B, UC, static_cast<TupleObject*>(K[AUX(1)].object()), A);
    FINISH_CALL(step.next, step.result, 2);
}
OP(CALL_METHOD_KW) {
    NEED_STEP();
    vm.frame->pc = pc + 2;
    int b = B;
    std::uint32_t count = UC;
    if (R[b + 1].is_unbound()) {
        R[b + 1] = R[b];
        R[b] = Value();
        ++b;
    } else
        ++count;
    const CallStep step = general_step(vm, R + b, count, static_cast<TupleObject*>(K[AUX(1)].object()), A);
    FINISH_CALL(step.next, step.result, 2);
}

// f(*args, **kwargs): the values are laid out on the free stack as a plain call would have them.
[[gnu::noinline]] static CallStep spread_step(Vm& vm, Value* base, bool with_keywords, int destination) {
    auto& positional = *static_cast<TupleObject*>(base[1].object());
    DictObject* keywords = with_keywords ? static_cast<DictObject*>(base[2].object()) : nullptr;
    const std::size_t keyword_count = keywords ? keywords->used : 0;
    const std::size_t count = static_cast<std::size_t>(positional.size) + keyword_count;
    OptRef<TupleObject> names;
    CallStep step{nullptr, Value()};
    if (count > (std::size_t{1} << 24)) {
        raise(vm, TypeId::MemoryError, "too many arguments");
        return step;
    }
    Value* const callee = vm.frame->stack_top;
    if (!vm.reserve_stack(callee + count + 2)) return step;
    if (keyword_count) names = make_tuple(vm, static_cast<std::int64_t>(keyword_count));
    for (std::int64_t i = 0; i < positional.size; ++i) {
        retain(positional[i]);
        callee[1 + i] = positional[i];
    }
    std::uint32_t position = 0;
    std::int64_t n = 0;
    Value key, value;
    while (keywords && dict_next(*keywords, position, key, value)) {
        retain(key);
        retain(value);
        names->items()[n] = key;
        callee[1 + positional.size + n++] = value;
    }
    callee[0] = base[0];
    base[0] = Value();
    StackValues values(callee, static_cast<std::uint32_t>(count) + 1);
    {
        StackTop top(vm, callee + count + 1); // natives called now must not use these registers
        step.next = call_general(vm, callee, static_cast<std::uint32_t>(count), names.get(), destination, &step.result);
    }
    if (!step.next) return step;
    values.hand_over();
    release_values(base + 1, with_keywords ? 2 : 1);
    return step;
}
OP(CALL_EX) {
    NEED_STEP();
    vm.frame->pc = pc + 1;
    const CallStep step = spread_step(vm, R + B, UC != 0, A);
    FINISH_CALL(step.next, step.result, 1);
}

// ---- returns
// Frames that end in another way than "store": gives where to go on, or null (the run loop ends or something was raised).
[[gnu::noinline]] static const Word* finish_special(Vm& vm, OnReturn how, Frame& ended, Value value) {
    Frame* const caller = vm.frame;
    Value* R = caller->registers;
    switch (how) {
    case OnReturn::initialise: {
        const Value instance = ended.extra;
        ended.extra = Value();
        if (!value.is_none()) {
            raise(vm, TypeId::TypeError, "__init__() should return None, not '%.200s'", type_name(vm, value));
            release(value);
            release(instance);
            return nullptr;
        }
        STORE(ended.destination, instance);
        return caller->pc;
    }
    case OnReturn::discard: release(value); return caller->pc;
    case OnReturn::generator_for: { // FOR_ITER at pc - 1: exhausted
        release(value);
        const Word loop = caller->pc[-1];
        consume(R, b_of(loop));
        return caller->pc + 1;
    }
    case OnReturn::generator_send: { // SEND at pc - 1: the result of `yield from`
        const Word send = caller->pc[-1];
        consume(R, b_of(send));
        STORE(a_of(send), value);
        return caller->pc - 1 + static_cast<std::int32_t>(caller->pc[0]);
    }
    default: release(value); return caller->pc;
    }
}

static inline void clear_locals(Value* R, std::uint32_t count) noexcept {
    for (Value* p = R - count; p < R; ++p) {
        const Value old = *p;
        if (old.is_object()) {
            *p = Value();
            drop(old.object());
        }
    }
}

// The end of a function that C++ called. No call in it that needs registers saved: it is as quick as a return to Python code.
SLOW(leave_return) {
    const Value value = vm.outcome;
    SAVE_PC();
    Frame* const frame = vm.frame;
    const std::uint32_t local_count = frame->code->local_count;
    clear_locals(R, local_count);
    Object* const function = R[-static_cast<int>(local_count) - 1].object();
    R[-static_cast<int>(local_count) - 1] = Value();
    vm.frame = frame - 1;
    const Value extra = frame->extra;
    frame->extra = Value();
    drop(extra);
    drop(function);
    vm.outcome = value;
    END_RUN();
}

// The end of a frame that is not a plain call: generators, C++ callers, __init__.
SLOW(slow_return) {
    if (vm.frame->on_return == OnReturn::leave && !vm.frame->generator) [[likely]]
        GO(leave_return);
    const Value value = vm.outcome; // put there by RETURN
    vm.outcome = Value();
    Frame& frame = *vm.frame;
    SAVE_PC();
    const OnReturn how = frame.on_return;
    if (frame.generator) {
        finish_generator_frame(vm); // releases its registers, pops it
    } else {
        clear_locals(R, frame.code->local_count);
        --vm.frame;
        if (how != OnReturn::initialise) {
            const Value extra = frame.extra;
            frame.extra = Value();
            release(extra);
        }
        Value& callee = R[-static_cast<int>(frame.code->local_count) - 1];
        const Value function = callee;
        callee = Value();
        release(function);
    }
    if (how == OnReturn::leave || how == OnReturn::generator) {
        vm.outcome = value;
        END_RUN();
    }
    const Word* next = finish_special(vm, how, frame, value);
    if (!next) {
        pc = vm.frame->pc - 1;
        GO(raise_here);
    }
    DISPATCH(next, vm.frame->registers, vm.frame->code->constants);
}

#define LEAVE_FRAME(value)                                                                                             \
    do {                                                                                                               \
        Frame* const frame = vm.frame;                                                                                 \
        const Value returned = (value);                                                                                \
        if (frame->on_return != OnReturn::store || frame->generator) [[unlikely]] {                                    \
            vm.outcome = returned;                                                                                     \
            GO(slow_return);                                                                                           \
        }                                                                                                              \
        const std::uint32_t local_count = frame->code->local_count;                                                    \
        clear_locals(R, local_count);                                                                                  \
        Object* const function = R[-static_cast<int>(local_count) - 1].object();                                       \
        R[-static_cast<int>(local_count) - 1] = Value();                                                               \
        const int destination = frame->destination;                                                                    \
        vm.frame = frame - 1;                                                                                          \
        drop(function);                                                                                                \
        R = frame[-1].registers;                                                                                       \
        STORE(destination, returned);                                                                                  \
        DISPATCH(frame[-1].pc, R, frame[-1].code->constants);                                                          \
    } while (0)

OP(RETURN) {
    SAVE_PC();
    LEAVE_FRAME(take(R, A));
}
OP(RETURN_NONE) {
    SAVE_PC();
    LEAVE_FRAME(Value::none());
}

// ---- making functions and classes
[[gnu::noinline]] static Value make_function_value(Vm& vm, CodeObject& code, Value* parts, unsigned flags) {
    Ref<FunctionObject> function = make_function(vm, code, *vm.frame->function->globals);
    unsigned i = 0;
    const auto part = [&] {
        const Value value = parts[i];
        parts[i++] = Value();
        return value.object();
    };
    if (flags & 1) function->defaults = static_cast<TupleObject*>(part());
    if (flags & 2) function->keyword_defaults = static_cast<DictObject*>(part());
    if (flags & 4) function->annotations = Value(part());
    if (flags & 8) function->closure = static_cast<TupleObject*>(part());
    return Value(function.release());
}
OP(MAKE_FUNCTION) {
    SAVE_PC();
    const Value function = make_function_value(vm, *static_cast<CodeObject*>(K[AUX(1)].object()), R + B, UC);
    STORE(A, function);
    NEXT(2);
}
[[gnu::noinline]] static Value build_class_function(Vm& vm) {
    const Value value = dict_get_str(*vm.frame->function->builtins, *vm.names().dunder_build_class);
    if (value.is_unbound()) {
        raise(vm, TypeId::NameError, "__build_class__ not found");
        return Value::raised_mark();
    }
    return Owned::share(value).release();
}
OP(LOAD_BUILD_CLASS) {
    SAVE_PC();
    const Value value = build_class_function(vm);
    if (value.is_raised()) GO(raise_here);
    STORE(A, value);
    NEXT(1);
}

} // namespace mp
