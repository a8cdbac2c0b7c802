#pragma once
// Generators, coroutines and async generators. The registers live in the object, while it runs and while it waits: resuming is a frame push, nothing is
// copied.
#include "interp/vm/function.h"
#include "objects/types/exception.h"

namespace mp {

struct GeneratorObject : Object {
    enum class State : std::uint8_t { created, suspended, running, finished };
    FunctionObject* function;  // owned; keeps the code alive; null once finished
    CodeObject* code;          // owned; stays for gi_code
    StrObject* name;           // owned
    StrObject* qualified_name; // owned
    const Word* pc;            // where it goes on
    ExceptionObject* handled;  // the exception handled inside while suspended, owned; null: none
    ExceptionObject*
        outer; // the one its resumer handles, while running; borrowed (the resumer's registers or the runtime hold it)
    Value namespace_; // unbound
    State state;
    std::int8_t send_register; // where the sent value goes when resumed (of the YIELD's A)
    bool hooks_ran;            // async generators: first iteration hooks
    bool closed;               // async generators: aclose() or exhaustion
    std::uint32_t register_count;
    bool throwing;  // the resume raises at the yield instead of sending
    Object* origin; // async generators: the running asend/athrow, or null (borrowed)

    Value* locals() noexcept {
        return reinterpret_cast<Value*>(this + 1) + 1;
    } // [-1]: the function again (as on the stack), unowned
    Value* temporaries() noexcept;
};

// What a resume gives back. yielded: a value; returned: the generator's return value; raised: an exception is pending.
enum class ResumeOutcome : std::uint8_t { yielded, returned, raised };
struct Resumed {
    ResumeOutcome outcome;
    Owned value;
};

inline bool is_generator(Value value) noexcept {
    return value.is_object() && value.object()->layout == Layout::generator;
}
inline bool is_generator_like(Value value) noexcept {
    return value.is_object() && value.object()->layout >= Layout::generator &&
           value.object()->layout <= Layout::async_generator;
}

struct Frame;
class Vm;
enum class OnReturn : std::uint8_t;

// Pushes the frame of a generator that is not running (created or suspended) and gives where it goes on; `sent` is consumed. Null: RecursionError is
// pending, `sent` is released.
const Word* enter_generator(Vm& vm, GeneratorObject& generator, Value sent, OnReturn on_return,
                            int destination) noexcept;
// The running frame's generator is suspended at its yield: swaps the handled exceptions back and pops the frame. The frame's reference to the generator goes
// to the caller.
Ref<GeneratorObject> suspend_generator_frame(Vm& vm, const Word* resume_at, int send_register) noexcept;

// A generator (or coroutine, async generator) for a call of `function` whose bound locals are handed over in `locals` (they become unbound).
Ref<GeneratorObject> make_generator(Vm& vm, FunctionObject& function, Value* locals);
// Runs the body until it yields, returns or raises. `sent` is what the waiting yield gives (None at first). ValueError/RuntimeError when it runs already.
Resumed resume_generator(Vm& vm, GeneratorObject& generator, Owned sent);
// Raises the pending exception at the waiting yield.
Resumed throw_into_generator(Vm& vm, GeneratorObject& generator, Ref<ExceptionObject> exception);
// Raises GeneratorExit at the waiting yield. Gives what the body returns then, else None.
Result<Owned> close_generator(Vm& vm, GeneratorObject& generator);
// The iterator a waiting `yield from` or `await` delegates to; unbound when there is none.
Value generator_delegate(GeneratorObject& generator) noexcept;

// Iterates: next item, or exhausted() (return value dropped) without making StopIteration.
Result<Owned> generator_next(Runtime& rt, Value generator);
// send(value): a StopIteration with the return value is raised at the end.
Result<Owned> generator_send(Vm& vm, GeneratorObject& generator, Value value);

// Releases the registers and everything else a body holds (dealloc, clear).
void release_generator(GeneratorObject& generator) noexcept;

} // namespace mp
