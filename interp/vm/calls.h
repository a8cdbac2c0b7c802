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

// How error texts name a callable: "f()" by qualified name, "Foo object" otherwise.
std::string callable_text(Vm& vm, Value callee);

// The running frame belongs to a generator whose body has ended: releases its registers, marks it finished, pops the frame.
void finish_generator_frame(Vm& vm) noexcept;

} // namespace mp
