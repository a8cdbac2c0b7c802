#pragma once
// Entering functions: frames, argument binding.
#include <string>

#include "interp/vm/vm.h"

namespace mp {

// Binds `args` to the parameters of `function` (language reference 6.3.4): moves them into `locals`, which has room for all locals; the rest become unbound. The
// arguments are consumed, also when it raises (TypeError with CPython's texts). Runs nothing but finalisers.
Result<void> bind_arguments(Vm& vm, FunctionObject& function, Value* args, std::uint32_t count, TupleObject* names,
                            Value* locals);

// Pushes a frame for `function` whose locals already stand, bound, at `locals` on the stack, the callee (owned) before them. Null: RecursionError is pending, nothing is
// consumed.
Frame* push_function_frame(Vm& vm, FunctionObject& function, Value* locals, OnReturn on_return,
                           int destination) noexcept;

// Calls a Python function from a handler without C recursion: R[callee] is the function, `count` values from R[callee + 1] on are consumed. Gives where to go on: the callee's first
// instruction, the caller's own frame->pc (a generator was made and stored), or null (raised). The caller has set frame->pc behind its instruction.
const Word* enter_function(Vm& vm, Value* callee, std::uint32_t count, TupleObject* names, int destination);

// The same for a getter: one argument, shared. `consumed`: a temporary to release when the call is made. Null: not done, nothing has happened.
const Word* enter_with_one(Vm& vm, FunctionObject& function, Value argument, int destination, Value* consumed);

// Keeps the running frame's part of the stack up to `top` from what is called meanwhile.
class StackTop {
public:
    StackTop(Vm& vm, Value* top) noexcept : frame_(*vm.frame), old_(frame_.stack_top) { frame_.stack_top = top; }
    ~StackTop() { frame_.stack_top = old_; }
    StackTop(const StackTop&) = delete;

private:
    Frame& frame_;
    Value* old_;
};

// Owns registers on the stack that no frame owns yet: an error on the way releases them.
class StackValues {
public:
    StackValues(Value* first, std::uint32_t count) noexcept : first_(first), count_(count) {}
    ~StackValues() {
        for (std::uint32_t i = 0; i < count_; ++i) {
            const Value value = first_[i];
            first_[i] = Value();
            release(value);
        }
    }
    StackValues(const StackValues&) = delete;
    void hand_over() noexcept { count_ = 0; }

private:
    Value* first_;
    std::uint32_t count_;
};

// How error texts name a callable: "f()" by qualified name, "Foo object" otherwise.
std::string callable_text(Vm& vm, Value callee);

// The running frame belongs to a generator whose body has ended: releases its registers, marks it finished, pops the frame.
void finish_generator_frame(Vm& vm) noexcept;

} // namespace mp
