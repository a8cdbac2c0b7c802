#pragma once
// Tasks: scripts that run in turns, thousands of them on one thread; and how to stop what runs.
//
//   minipy::Task task = py.start("while True: think()");
//   while (task.run(10'000) == minipy::Status::yielded) other_work();
//
// A turn ends at a jump backwards or a call in the task's own Python code, generators that it iterates included. Where a built-in function has called back into Python (a
// sort's key, an operator that a class defines, an import), the turn goes on until that function returns: its C++ frames cannot be put aside. What bounds a task
// in every case are its limits. A waiting task takes the memory of its frames, a few hundred bytes.
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "minipy/config.hpp"
#include "minipy/value.hpp"

namespace minipy {

enum class Status {
    yielded, // has not begun, or waits for its next turn
    done,    // returned: result()
    failed,  // raised, was stopped or cancelled: error()
};

struct TaskOptions {
    std::string filename = "<task>"; // what tracebacks call the source
    // Steps, time and output of all turns together; none given: the interpreter's (Config::limits). Only the time of its turns counts. Memory and recursion are the
    // interpreter's in any case.
    std::optional<Limits> limits;
};

// A running script, or a call of a Python function. Belongs to its interpreter's thread; must not be run from within itself. Destroyed, it is cancelled. When its
// interpreter ends first, it is an empty shell.
class MINIPY_API Task {
public:
    Task() noexcept; // none: everything but assignment throws Error
    Task(Task&&) noexcept;
    Task& operator=(Task&&) noexcept;
    ~Task();

    // Runs for about `steps`, at least one. Called from a function that a script called, it spends that script's budgets as well. Throws nothing for what the task
    // does; Error when there is no task, or it runs already.
    Status run(std::uint64_t steps);
    Status status() const;
    // What the function returned; None of source. Throws error() of a task that failed, RuntimeError of one that has not ended.
    Value result() const;
    // Why it failed: BudgetStop::budget() tells which limit ended it. Throws RuntimeError when it has not failed.
    const Error& error() const;
    // The dict that holds the names of its source: a namespace of the task's own. Of a call: the function's globals.
    Value globals() const;
    // Ends it where it stands, as a stop would: nothing of it runs any more, no `finally` and no __del__ of what only it held.
    void cancel();
    std::uint64_t steps() const;     // used so far
    std::size_t frame_bytes() const; // what its frames take while it waits

    struct State; // for the library

private:
    friend class Interpreter;
    explicit Task(std::unique_ptr<State> state) noexcept;
    State& state() const;
    std::unique_ptr<State> state_;
};

// Stops an interpreter from any thread or signal handler. May outlive it. Copies stop the same one.
class MINIPY_API StopHandle {
public:
    // Ends the run under way in BudgetStop, within a fraction of a millisecond; waiting (time.sleep(), input) ends as well. Means nothing when nothing runs.
    void stop() const noexcept;
    // Raises KeyboardInterrupt in the script, which may handle it. Waits for the next run when nothing runs.
    void interrupt() const noexcept;

private:
    friend class Interpreter;
    explicit StopHandle(std::shared_ptr<void> request) noexcept : request_(std::move(request)) {}
    std::shared_ptr<void> request_;
};

} // namespace minipy
