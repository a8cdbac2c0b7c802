// From a raise to its handler: tables, tracebacks, frames that end on the way.
#include "interp/vm/calls.h"
#include "interp/vm/traceback.h"
#include "interp/vm/vm.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"

namespace mp {

// PEP 479: StopIteration must not leave a generator's body.
static void convert_stop_iteration(Vm& vm, const GeneratorObject& generator) {
    const bool async = generator.layout == Layout::async_generator;
    const bool stop = pending_matches(vm, TypeId::StopIteration);
    if (!stop && !(async && pending_matches(vm, TypeId::StopAsyncIteration))) return;
    const char* kind = async ? "async generator" : generator.layout == Layout::coroutine ? "coroutine" : "generator";
    Ref<ExceptionObject> original = vm.take_pending();
    raise(vm, TypeId::RuntimeError, "%s raised %s", kind, stop ? "StopIteration" : "StopAsyncIteration");
    ExceptionObject& error = *vm.pending();
    if (error.context) release(error.context);
    error.context = Ref<ExceptionObject>(original).release();
    error.cause = original.release();
    error.suppress_context = true;
}

const Word* Vm::unwind() noexcept {
    for (;;) {
        Frame& current = *frame;
        CodeObject& code = *current.code;
        const auto position = static_cast<std::uint32_t>(current.pc - code.words - (current.pc > code.words ? 1 : 0));
        try {
            if (!std::exchange(reraising, false))
                add_traceback_entry(*this, *pending(), code, *current.function->globals, position);
        } catch (const std::bad_alloc&) {
            if (!pending()->is_stop) raise_memory_error(*this); // goes the way that the other would have gone
        }
        if (!pending()->is_stop) {
            if (const ExceptionEntry* entry = find_handler(code, position)) {
                Value* const R = current.registers;
                for (std::uint32_t t = entry->depth; t < code.temporaries; ++t) {
                    const Value old = R[t];
                    R[t] = Value();
                    if (old.is_object()) release(old.object());
                }
                R[entry->depth] = Value(take_pending().release());
                return code.words + entry->handler;
            }
        }
        try {
            if (current.generator) convert_stop_iteration(*this, *current.generator);
        } catch (const std::bad_alloc&) { // never a budget's stop: that is none of the exceptions converted
            raise_memory_error(*this);
        }
        const OnReturn how = current.on_return;
        Ref<ExceptionObject> travelling = take_pending(); // finalisers of what the frame held must not see it
        pop_frame();
        set_pending(std::move(travelling));
        if (how == OnReturn::leave || how == OnReturn::generator) return nullptr;
    }
}

} // namespace mp
