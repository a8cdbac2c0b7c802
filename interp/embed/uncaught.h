#pragma once
// The end of a program: what an uncaught exception prints and means, and what runs before the interpreter goes.
#include <string_view>

#include "interp/vm/vm.h"

namespace mp {

struct UncaughtOptions {
    bool colour = false;  // a terminal's colours, where sys.excepthook is the built-in one
    bool inspect = false; // SystemExit is an exception like others (python -i)
};

constexpr int stopped_status = 124; // as the command `timeout` has it

struct UncaughtOutcome {
    int status = 1;
    bool exits = false;       // it was a SystemExit, which `status` comes from
    bool interrupted = false; // it was a KeyboardInterrupt
};

// Takes the pending exception (of a stop, only its traceback is shown: the script has no say any more), sets sys.last_exc and its kin, flushes sys.stdout and shows the exception through sys.excepthook, as CPython does. Runs Python;
// errors in that are shown too.
UncaughtOutcome show_uncaught(Vm& vm, const UncaughtOptions& options);

// Writes to sys.stderr, or the process's when the script took it away. Errors are dropped.
void write_to_stderr(Vm& vm, std::string_view text);

// Flushes sys.stdout and sys.stderr. Raises what their flush() does.
Result<void> flush_output(Vm& vm);
// The same while a program goes on; errors are dropped.
void flush_streams(Vm& vm);
// The same with an exception pending, which stays, as far as no Python code is needed: outside of a run, after one that was stopped.
void flush_native_streams(Vm& vm);

// Runs what atexit holds, flushes the streams. Gives `status`, or 120 when standard output cannot be flushed.
int finish_program(Vm& vm, int status);

// An attribute of sys, borrowed; unbound when there is none.
Value sys_attribute(Vm& vm, StrObject& name);

} // namespace mp
