#pragma once
// Tasks: scripts that run in turns.
//
// All state of a run loop at an instruction boundary is its frames, their registers and a pc. When a task's turn is over, these are copied from the interpreter's one stack
// to a block of just that size, and back for the next turn: a waiting task takes what its frames hold, a few hundred bytes, and no address space.
//
// A turn ends at a jump backwards or a call, in Python code that the task's own run loop executes. While a native function has called back (a sort's key, a class's
// __add__, an import), there are C++ frames in between, which cannot be put aside: the turn goes on until the native is back. What bounds a turn in every case is the
// task's limits.
#include <vector>

#include "interp/vm/vm.h"
#include "objects/types/dict.h"

namespace mp {

class Suspension {
public:
    // A call that has not begun. `name_space`: of a module's body, its globals; unbound for functions. The limits are those of all turns together.
    Suspension(Vm& vm, Ref<FunctionObject> function, std::vector<Owned> arguments, Owned name_space,
               const RunLimits& limits);
    ~Suspension(); // drop()
    Suspension(const Suspension&) = delete;

    enum class Outcome : std::uint8_t { suspended, returned, raised };
    struct Turn {
        Outcome outcome;
        Owned value; // what the task returned
    };
    // Runs for about `steps`, at least one. Within a run of the interpreter, that run's budgets hold as well. `raised`: the exception is pending.
    // Must not be called while the task runs, or when it has ended.
    Turn run(std::uint64_t steps);

    // Ends the task where it stands, as a stop would: releases what its frames hold, and none of its code runs.
    void drop() noexcept;

    bool ended() const noexcept { return state_ == State::ended; }
    bool running() const noexcept { return state_ == State::running; }
    std::uint64_t steps_used() const noexcept { return steps_used_; }
    // Bytes that the task's frames take while it waits.
    std::size_t size() const noexcept;

private:
    enum class State : std::uint8_t { created, suspended, running, ended };

    enum class Entry : std::uint8_t { entered, raised, returned };
    Entry enter(Owned& value);
    Entry begin(Owned& value);
    void put_aside(Frame* base);

    Vm& vm_;
    OptRef<FunctionObject> function_;
    std::vector<Owned> arguments_;
    Owned name_space_;
    std::vector<Frame> frames_;
    std::vector<Value> registers_;
    const Value* registers_from_ = nullptr; // where registers_[0] stood
    const Word* pc_ = nullptr;
    OptRef<ExceptionObject> handled_;
    std::uint64_t steps_left_ = Account::unlimited, output_left_ = Account::unlimited, steps_used_ = 0;
    std::int64_t wall_left_ = Account::never;
    State state_ = State::created;
};

} // namespace mp
