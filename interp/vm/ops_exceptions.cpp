// Raising, handlers, `with`.
#include "interp/vm/handlers.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/types/list.h"

namespace mp {

static ExceptionObject& as_exception(Value value) noexcept { return *static_cast<ExceptionObject*>(value.object()); }

[[gnu::noinline]] static void raise_operands(Vm& vm, unsigned mode, Value exception, Value cause) {
    if (mode == 0) {
        ExceptionObject* handled = vm.handled();
        if (!handled) {
            raise(vm, TypeId::RuntimeError, "No active exception to reraise");
            return;
        }
        vm.set_pending(Ref<ExceptionObject>::share(handled));
        vm.reraising = true;
        return;
    }
    auto made = exception_from(vm, exception);
    if (made.is_raised()) return;
    Ref<ExceptionObject> raised_exception = made.take();
    if (mode == 2) {
        OptRef<ExceptionObject> because;
        if (!cause.is_none()) {
            if (cause.is_object() && cause.object()->layout == Layout::type &&
                !is_subtype(static_cast<Type*>(cause.object()), &vm.type(TypeId::BaseException))) {
                raise(vm, TypeId::TypeError, "exception causes must derive from BaseException");
                return;
            }
            if (!(cause.is_object() && cause.object()->layout == Layout::type) && !is_exception(vm, cause)) {
                raise(vm, TypeId::TypeError, "exception causes must derive from BaseException");
                return;
            }
            auto cause_made = exception_from(vm, cause);
            if (cause_made.is_raised()) return;
            because = cause_made.take();
        }
        ExceptionObject* old = raised_exception->cause;
        raised_exception->cause = because.release();
        raised_exception->suppress_context = true;
        if (old) release(old);
    }
    chain_context(*raised_exception, vm.handled());
    vm.set_pending(std::move(raised_exception));
}
OP(RAISE) {
    SAVE_PC();
    const unsigned mode = UA;
    raise_operands(vm, mode, mode >= 1 ? R[B] : Value(), mode == 2 ? R[C] : Value());
    if (mode >= 1) consume(R, B);
    if (mode == 2) consume(R, C);
    GO(raise_here);
}
[[gnu::noinline]] static void set_pending_again(Vm& vm, Value exception) noexcept {
    vm.set_pending(Ref<ExceptionObject>::adopt(&as_exception(exception)));
    vm.reraising = true;
}
OP(RERAISE) {
    SAVE_PC();
    set_pending_again(vm, take(R, A));
    GO(raise_here);
}

// The exception handled before is kept in a register. The outermost handler of a generator keeps a mark instead: what is handled outside may have changed when the
// generator is resumed.
[[gnu::noinline]] static void restore_handled(Vm& vm, Value before) noexcept {
    ExceptionObject* previous = nullptr;
    if (before.is(Value::hole())) {
        previous = vm.frame->generator ? vm.frame->generator->outer : nullptr;
        if (previous) retain(previous);
    } else if (before.is_object())
        previous = &as_exception(before);
    if (ExceptionObject* old = vm.exchange_handled(previous)) release(old);
}
OP(ENTER_HANDLER) {
    const int a = A;
    ExceptionObject* const exception = &as_exception(R[a]);
    retain(exception);
    ExceptionObject* const before = vm.exchange_handled(exception);
    const GeneratorObject* const generator = vm.frame->generator;
    if (generator && before == generator->outer) {
        R[a + 1] = Value::hole();
        if (before) {
            SAVE_PC();
            release(before);
        }
    } else
        R[a + 1] = before ? Value(before) : Value();
    NEXT(1);
}
OP(LEAVE_HANDLER) {
    SAVE_PC();
    const int a = A;
    const Value before = R[a + 1];
    R[a + 1] = Value();
    restore_handled(vm, before);
    consume(R, a);
    NEXT(1);
}
OP(RESTORE_HANDLED) {
    SAVE_PC();
    const int a = A;
    const Value before = R[a + 1];
    R[a + 1] = Value();
    restore_handled(vm, before);
    NEXT(1);
}
[[gnu::noinline]] static int matches(Vm& vm, Value exception, Value type) {
    // The common case, an exact class or a base of it, runs nothing.
    if (type.is_object() && type.object()->layout == Layout::type &&
        is_subtype(as_exception(exception).type(), static_cast<Type*>(type.object())))
        return 1;
    Result<bool> result = exception_matches(vm, as_exception(exception), type);
    return result.is_raised() ? -1 : result.take() ? 1 : 0;
}
OP(JUMP_UNLESS_MATCH) {
    SAVE_PC();
    const int answer = matches(vm, R[B], R[C]);
    if (answer < 0) GO(raise_here);
    consume(R, C);
    if (!answer) TAKE_JUMP();
    NEXT(2);
}

// ---- except*
[[gnu::noinline]] static Value star_match(Vm& vm, Value* rest, Value type) {
    if (rest->is_none()) return Value::none();
    auto split = exception_group_split(vm, as_exception(*rest), type);
    if (split.is_raised()) return Value::raised_mark();
    ExceptionSplit parts = split.take();
    const Value old = *rest;
    ExceptionObject* left = parts.rest.release();
    *rest = left ? Value(left) : Value::none();
    release(old);
    ExceptionObject* match = parts.match.release();
    return match ? Value(match) : Value::none();
}
OP(EXC_STAR_MATCH) {
    SAVE_PC();
    const Value match = star_match(vm, R + B, R[C]);
    if (match.is_raised()) GO(raise_here);
    consume(R, C);
    STORE(A, match);
    NEXT(1);
}
[[gnu::noinline]] static Value star_finish(Vm& vm, Value original, Value list) {
    auto result = exception_star_result(vm, original, *static_cast<ListObject*>(list.object()));
    return result.is_raised() ? Value::raised_mark() : result.take().release();
}
OP(EXC_STAR_FINISH) {
    SAVE_PC();
    const Value result = star_finish(vm, R[B], R[C]);
    if (result.is_raised()) GO(raise_here);
    STORE(A, result);
    NEXT(1);
}

OP(LOAD_ASSERTION_ERROR) {
    const Value value = Value(&vm.type(TypeId::AssertionError));
    retain(value);
    STORE(A, value);
    NEXT(1);
}

// ---- with
[[gnu::noinline]] static bool with_setup(Vm& vm, Value* R, int a, int b, bool is_async) {
    const Value manager = R[b];
    const Names& names = vm.names();
    auto entered = lookup_special(vm, manager, is_async ? *names.dunder_aenter : *names.dunder_enter);
    if (entered.is_raised()) return false;
    Owned enter = entered.take();
    const char* protocol = is_async ? "asynchronous context manager" : "context manager";
    if (enter.is_unbound()) {
        raise(vm, TypeId::TypeError, "'%.200s' object does not support the %s protocol", type_name(vm, manager),
              protocol);
        return false;
    }
    auto exited = lookup_special(vm, manager, is_async ? *names.dunder_aexit : *names.dunder_exit);
    if (exited.is_raised()) return false;
    Owned exit = exited.take();
    if (exit.is_unbound()) {
        raise(vm, TypeId::TypeError, "'%.200s' object does not support the %s protocol (missed %s method)",
              type_name(vm, manager), protocol, is_async ? "__aexit__" : "__exit__");
        return false;
    }
    consume(R, b);
    R[a] = exit.release();
    R[a + 1] = enter.release();
    return true;
}
OP(WITH_SETUP) {
    SAVE_PC();
    if (!with_setup(vm, R, A, B, UC != 0)) GO(raise_here);
    NEXT(1);
}
OP(LOAD_EXC_TRIPLE) {
    const int a = A;
    ExceptionObject& exception = as_exception(R[B]);
    retain(Value(exception.type()));
    R[a] = Value(exception.type());
    retain(&exception);
    R[a + 1] = Value(&exception);
    const Value traceback = exception.traceback ? Value(reinterpret_cast<Object*>(exception.traceback)) : Value::none();
    retain(traceback);
    R[a + 2] = traceback;
    NEXT(1);
}

} // namespace mp
