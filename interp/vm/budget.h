#pragma once
// Budgets of a run: steps, time and output; what other threads ask of it; and where a task may be suspended.
//
// The running code counts one number down, Runtime::budget_, at jumps backwards, calls and in native loops: a slice of at most `slice_steps`. Only when a slice is used
// up does anyone look at the clock, at the rest of the run's steps or at what another thread wants (Vm::out_of_budget): the hot path has no atomic and no second
// counter, and a stop is seen within a slice, a fraction of a millisecond.
//
// A stop sticks: until the run ends, budget_ stays below zero and each further jump, call or payment raises it again. Native code that swallows an exception can
// therefore delay a stop by a straight line of code, never prevent it; and no function, so no __del__ and no generator's cleanup, is entered on its way.
#include <atomic>
#include <cstdint>
#include <limits>

namespace mp {

// Which budget ended a run; `asked`: another thread did.
enum class StopKind : std::uint8_t { none, steps, wall, output, asked };

// Of one run. 0: no limit.
struct RunLimits {
    std::uint64_t steps = 0;
    std::int64_t wall = 0; // nanoseconds
    std::uint64_t output = 0;
    bool any() const noexcept { return (steps | static_cast<std::uint64_t>(wall) | output) != 0; }
};

// What another thread, or a signal handler, asks of the run under way. Shared by the interpreter and those who may ask.
enum class Request : std::uint8_t {
    none,
    interrupt, // KeyboardInterrupt is raised in the script; waits for the next run when there is none
    stop,      // the run ends; means nothing when there is none
};
static_assert(std::atomic<Request>::is_always_lock_free);

// What a run may still use.
struct Account {
    static constexpr std::uint64_t unlimited = std::numeric_limits<std::uint64_t>::max();
    static constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();

    std::uint64_t steps_left = unlimited; // besides the slice
    std::uint64_t output_left = unlimited;
    std::int64_t deadline = never; // of the monotonic clock, nanoseconds
    std::uint64_t slice = 0;       // what the current slice began with
    std::uint64_t steps_used = 0;  // in slices before the current one
    StopKind stopped = StopKind::none;

    // ---- of a task's turn
    std::uint64_t turn_left = unlimited; // steps, besides the slice, until the task should be suspended
    std::uint32_t task_depth = 0;        // the native depth of the run loop that can be; 0: no task runs
    bool turn_over = false;              // to be suspended at the next instruction boundary of that loop
};

class Vm;

// Makes what happens in its scope a run with budgets of its own, unless one is under way: then it is part of that. Everything that runs Python code for the host stands
// in one; Vm::run() makes one for what does not.
class RunScope {
public:
    explicit RunScope(Vm& vm) noexcept;
    ~RunScope();
    RunScope(const RunScope&) = delete;

private:
    Vm& vm_;
    bool outermost_;
};

} // namespace mp
