// Iteration, generators, await.
#include "interp/vm/async.h"
#include "interp/vm/handlers.h"
#include "objects/core/raise.h"
#include "objects/types/bytes.h"
#include "objects/types/bytes_iterator.h"
#include "objects/types/dict.h"
#include "objects/types/dict_iterator.h"
#include "objects/types/list.h"
#include "objects/types/list_iterator.h"
#include "objects/types/memoryview.h"
#include "objects/types/range_iterator.h"
#include "objects/types/tuple.h"
#include "objects/types/tuple_iterator.h"

namespace mp {

[[gnu::noinline]] static Value iterator_of(Vm& vm, Value iterable) {
    Result<Owned> result = iterate(vm, iterable);
    return result.is_raised() ? Value::raised_mark() : result.take().release();
}
OP(GET_ITER) {
    SAVE_PC();
    const Value iterator = iterator_of(vm, R[B]);
    if (iterator.is_raised()) [[unlikely]]
        GO(raise_here);
    consume(R, B);
    STORE(A, iterator);
    NEXT(1);
}

// An owned item, exhausted, or raised.
[[gnu::noinline]] static Value next_value(Vm& vm, Value iterator) {
    if (iterator.is_object() && iterator.object()->layout == Layout::dict_iterator) {
        auto& walk = *static_cast<DictIterator*>(iterator.object());
        if (walk.kind() != DictIteratorKind::items) {
            Value key, value;
            auto step = dict_iterator_step(vm, walk, key, value);
            if (step.is_raised()) return Value::raised_mark();
            if (!step.take()) return Value::exhausted();
            return Owned::share(walk.kind() == DictIteratorKind::keys ? key : value).release();
        }
    }
    Result<Owned> result = next(vm, iterator);
    return result.is_raised() ? Value::raised_mark() : result.take().release();
}
// The loop goes on with `item` (owned).
#define LOOP_WITH(item)                                                                                                \
    do {                                                                                                               \
        STORE(A, item);                                                                                                \
        if (--vm.budget_ < 0) [[unlikely]]                                                                             \
            GO(jump_out_of_budget);                                                                                    \
        DISPATCH(pc + static_cast<std::int32_t>(AUX(1)), R, K);                                                        \
    } while (0)

SLOW(slow_FOR_ITER) {
    SAVE_PC();
    const Value item = next_value(vm, R[B]);
    if (item.is_raised()) [[unlikely]]
        GO(raise_here);
    if (item.is_exhausted()) {
        consume(R, B);
        NEXT(2);
    }
    LOOP_WITH(item);
}
SLOW(generator_FOR_ITER) {
    GeneratorObject& generator = *static_cast<GeneratorObject*>(R[B].object());
    if (generator.state != GeneratorObject::State::suspended && generator.state != GeneratorObject::State::created)
        GO(slow_FOR_ITER);
    SAVE_PC();
    const Word* next_pc = enter_generator(vm, generator, Value::none(), OnReturn::generator_for, A);
    if (!next_pc) GO(raise_here);
    DISPATCH(next_pc, vm.frame->registers, vm.frame->code->constants);
}
SLOW(view_FOR_ITER) {
    MemoryIteratorObject& walk = *static_cast<MemoryIteratorObject*>(R[B].object());
    const MemoryViewObject* const view = walk.view;
    if (!view || walk.index >= walk.length || !view->fast_code) GO(slow_FOR_ITER);
    const Value item = immediate_item(view->item, view->data + walk.index * view->stride);
    if (item.is_unbound()) GO(slow_FOR_ITER);
    ++walk.index;
    LOOP_WITH(item);
}
OP(FOR_ITER) {
    const Value iterator = R[B];
    switch (iterator.object()->layout) {
    case Layout::range_iterator: {
        RangeIterator& range = *static_cast<RangeIterator*>(iterator.object());
        if (range.remaining <= 0) break;
        const Value item = Value::from_int(range.current);
        range.current += range.step;
        --range.remaining;
        LOOP_WITH(item);
    }
    case Layout::list_iterator: {
        ListIterator& walk = *static_cast<ListIterator*>(iterator.object());
        if (!walk.list || walk.index >= walk.list->size) break;
        const Value item = walk.list->items[walk.index++];
        retain(item);
        LOOP_WITH(item);
    }
    case Layout::tuple_iterator: {
        TupleIterator& walk = *static_cast<TupleIterator*>(iterator.object());
        if (!walk.tuple || walk.index >= walk.tuple->size) break;
        const Value item = (*walk.tuple)[walk.index++];
        retain(item);
        LOOP_WITH(item);
    }
    case Layout::bytes_iterator: {
        BytesIteratorObject& walk = *static_cast<BytesIteratorObject*>(iterator.object());
        const Object* const bytes = walk.bytes;
        if (!bytes) break;
        Value item;
        if (bytes->layout == Layout::bytes) {
            if (walk.index >= static_cast<const BytesObject*>(bytes)->size) break;
            item = Value::from_int(static_cast<const BytesObject*>(bytes)->data()[walk.index]);
        } else if (bytes->layout == Layout::bytearray) {
            if (walk.index >= static_cast<const ByteArrayObject*>(bytes)->size) break;
            item = Value::from_int(static_cast<const ByteArrayObject*>(bytes)->start[walk.index]);
        } else
            break;
        ++walk.index;
        LOOP_WITH(item);
    }
    case Layout::memory_iterator: GO(view_FOR_ITER);
    case Layout::generator: GO(generator_FOR_ITER);
    default: break;
    }
    GO(slow_FOR_ITER);
}

// ---- yield
// The generator's frame is left, suspended, with `value` for whoever resumed it.
#define SUSPEND(value)                                                                                                 \
    do {                                                                                                               \
        const Value yielded = (value);                                                                                 \
        const OnReturn how = vm.frame->on_return;                                                                      \
        leave_suspended(vm, pc + 1, A);                                                                                \
        R = vm.frame->registers;                                                                                       \
        if (how == OnReturn::generator_for) {                                                                          \
            pc = vm.frame->pc - 1;                                                                                     \
            insn = *pc;                                                                                                \
            K = vm.frame->code->constants;                                                                             \
            LOOP_WITH(yielded);                                                                                        \
        }                                                                                                              \
        if (how == OnReturn::generator_send) {                                                                         \
            pc = vm.frame->pc - 1;                                                                                     \
            insn = *pc;                                                                                                \
            K = vm.frame->code->constants;                                                                             \
            STORE(A, yielded);                                                                                         \
            NEXT(2);                                                                                                   \
        }                                                                                                              \
        vm.outcome = yielded;                                                                                          \
        END_RUN();                                                                                                     \
    } while (0)
[[gnu::noinline]] static void leave_suspended(Vm& vm, const Word* resume_at, int send_register) noexcept {
    suspend_generator_frame(vm, resume_at, send_register); // the frame's reference goes here
}
OP(YIELD) { SUSPEND(take(R, B)); }
OP(YIELD_DELEGATE) { SUSPEND(take(R, B)); }

// ---- delegation
[[gnu::noinline]] static Value yield_from_iterator(Vm& vm, Value iterable) {
    if (iterable.is_object() && iterable.object()->layout == Layout::coroutine) {
        const CodeUnit& unit = *vm.frame->code->unit;
        if (!unit.is_coroutine) {
            raise(vm, TypeId::TypeError, "cannot 'yield from' a coroutine object in a non-coroutine generator");
            return Value::raised_mark();
        }
        return Owned::share(iterable).release();
    }
    if (is_generator(iterable)) return Owned::share(iterable).release();
    return iterator_of(vm, iterable);
}
OP(GET_YIELD_FROM_ITER) {
    SAVE_PC();
    const Value iterator = yield_from_iterator(vm, R[B]);
    if (iterator.is_raised()) GO(raise_here);
    consume(R, B);
    STORE(A, iterator);
    NEXT(1);
}
// One send: 1 yielded, 2 returned, 0 raised.
[[gnu::noinline]] static int send_value(Vm& vm, Value iterator, Value sent, Value* out) {
    const auto finished_by_stop = [&]() -> int {
        if (!pending_matches(vm, TypeId::StopIteration)) return 0;
        Ref<ExceptionObject> stop = vm.take_pending();
        *out = Owned::share(static_cast<StopIterationObject*>(stop.get())->value).release();
        if (out->is_unbound()) *out = Value::none();
        return 2;
    };
    if (is_generator_like(iterator) && iterator.object()->layout != Layout::async_generator) {
        Resumed resumed = resume_generator(vm, *static_cast<GeneratorObject*>(iterator.object()), Owned::share(sent));
        if (resumed.outcome == ResumeOutcome::raised) return finished_by_stop();
        *out = resumed.value.release();
        return resumed.outcome == ResumeOutcome::yielded ? 1 : 2;
    }
    Result<Owned> result = sent.is_none() ? next(vm, iterator) : call_method(vm, iterator, *vm.names().send, sent);
    if (result.is_raised()) return finished_by_stop();
    *out = result.take().release();
    if (out->is_exhausted()) {
        *out = Value::none();
        return 2;
    }
    return 1;
}
struct SendStep {
    int outcome;
    Value value;
};
[[gnu::noinline]] static SendStep send_step(Vm& vm, Value iterator, Value sent) {
    SendStep step{0, Value()};
    if (sent.is_none() && iterator.is_object() && iterator.object()->layout != Layout::generator &&
        iterator.object()->layout != Layout::coroutine) {
        // next() swallows the StopIteration with its value: ask the slot itself where it matters.
        step.outcome = iterator_step(vm, iterator, &step.value);
        return step;
    }
    step.outcome = send_value(vm, iterator, sent, &step.value);
    return step;
}
OP(SEND) {
    SAVE_PC();
    const int a = A;
    const Value iterator = R[B];
    if (is_generator_like(iterator) && iterator.object()->layout != Layout::async_generator) {
        GeneratorObject& generator = *static_cast<GeneratorObject*>(iterator.object());
        if (generator.state == GeneratorObject::State::suspended ||
            (generator.state == GeneratorObject::State::created && R[a].is_none())) {
            const Value sent = take(R, a);
            const Word* next_pc = enter_generator(vm, generator, sent, OnReturn::generator_send, a);
            if (!next_pc) GO(raise_here);
            DISPATCH(next_pc, vm.frame->registers, vm.frame->code->constants);
        }
    }
    const SendStep step = send_step(vm, iterator, R[a]);
    if (step.outcome == 0) GO(raise_here);
    consume(R, a);
    STORE(a, step.value);
    if (step.outcome == 1) NEXT(2);
    consume(R, B);
    DISPATCH(pc + static_cast<std::int32_t>(AUX(1)), R, K);
}

// ---- async
#define VALUE_OR_RAISE(NAME, function)                                                                                 \
    [[gnu::noinline]] static Value value_##NAME(Vm& vm, Value operand, [[maybe_unused]] unsigned mode) {               \
        Result<Owned> result = function;                                                                               \
        return result.is_raised() ? Value::raised_mark() : result.take().release();                                    \
    }
VALUE_OR_RAISE(GET_AWAITABLE, awaitable_iterator(vm, operand, mode))
VALUE_OR_RAISE(GET_AITER, async_iterator(vm, operand))
VALUE_OR_RAISE(GET_ANEXT, async_next(vm, operand))
OP(GET_AWAITABLE) {
    SAVE_PC();
    const Value value = value_GET_AWAITABLE(vm, R[B], UC);
    if (value.is_raised()) GO(raise_here);
    consume(R, B);
    STORE(A, value);
    NEXT(1);
}
OP(GET_AITER) {
    SAVE_PC();
    const Value value = value_GET_AITER(vm, R[B], 0);
    if (value.is_raised()) GO(raise_here);
    consume(R, B);
    STORE(A, value);
    NEXT(1);
}
OP(GET_ANEXT) {
    SAVE_PC();
    const Value value = value_GET_ANEXT(vm, R[B], 0);
    if (value.is_raised()) GO(raise_here);
    STORE(A, value);
    NEXT(1);
}
[[gnu::noinline]] static bool ends_async_for(Vm& vm, Value exception) noexcept {
    return is_subtype(exception.object()->type(), &vm.type(TypeId::StopAsyncIteration));
}
[[gnu::noinline]] static void raise_again(Vm& vm, Value exception) noexcept {
    vm.set_pending(Ref<ExceptionObject>::adopt(static_cast<ExceptionObject*>(exception.object())));
    vm.reraising = true;
}
OP(END_ASYNC_FOR) {
    SAVE_PC();
    if (ends_async_for(vm, R[A])) {
        consume(R, A);
        consume(R, B);
        NEXT(1);
    }
    consume(R, B);
    raise_again(vm, take(R, A));
    GO(raise_here);
}

} // namespace mp
