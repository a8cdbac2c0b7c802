#pragma once
// What an interpreter may use and touch: budgets, grants, and where its output goes.
//
// Nothing here is a request to the script's good will. Budgets hold inside built-in functions, grants are checked where the system is called.
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace minipy {

// Budgets. Steps, wall time and output are per run: each outermost call into the interpreter (exec, eval, a call of a Python function, a task's whole life)
// begins with the full amounts; what the host calls from a function that a script called spends the script's. 0 means: no limit of this kind.
//
// A run that spends its steps, time or output ends in BudgetStop, which the script can neither catch nor delay: no `except`, `finally`, `__exit__` or `__del__`
// runs on its way. Memory and recursion end in MemoryError and RecursionError, which scripts may handle.
struct Limits {
    // Jumps backwards, calls, and pieces of work of built-in functions, each about the cost of a few bytecodes.
    std::uint64_t steps = 0;
    // Time from the run's begin. Looked at every few thousand steps, and while the script waits (sleep, input).
    std::chrono::nanoseconds wall{0};
    // Bytes that the script's objects may take together, beyond what the new interpreter itself holds.
    std::size_t memory = 0;
    // Python frames. When given, sys.setrecursionlimit() cannot pass it; 0: Python's 1000, which scripts may raise.
    unsigned recursion = 0;
    // Bytes written to standard output and standard error.
    std::size_t output = 0;
};

// A folder of the host that scripts can reach.
struct Mount {
    std::string host;      // the folder, as the process names it
    std::string at;        // the absolute path under which scripts see it; empty: the same as `host`
    bool writable = false; // create, write, rename and delete below it
};

// What reaches beyond the interpreter. By default nothing does but `print`: a script computes, and talks to its host. What is not granted raises PermissionError
// (imports: ModuleNotFoundError) where the script asks for it.
struct Grants {
    // Folders that scripts see, and no file besides: neither `..` nor a symbolic link leads out of one.
    std::vector<Mount> files;
    // The whole file system with the process's rights, its working folder and its descriptors. `files` does not matter then.
    bool all_files = false;

    // sys.stdout and sys.stderr are the process's own, where Config's callbacks do not take their place.
    bool standard_output = true;
    // sys.stdin and input(). Denied, they are at their end.
    bool standard_input = false;

    // os.environ shows the process's environment, and changes to it are made there.
    bool process_environment = false;
    // What os.environ holds otherwise: names and values, the interpreter's own.
    std::vector<std::pair<std::string, std::string>> environment;

    // os._exit() and whatever else ends the process. sys.exit() is no such thing: it raises SystemExit, which ends the script.
    bool exit = false;
    // time.time() and the like, time.sleep().
    bool clock = false;
    // os.urandom(), random.SystemRandom, seeds from the system. Denied, the module random begins with the same seed in every run.
    bool randomness = false;

    // Names of the modules that scripts may import, with what lies in them ("os" allows os.path). None given: all. What modules that come with minipy import
    // themselves is not asked for.
    std::optional<std::vector<std::string>> imports;

    // Everything that a program run by its own user has: what the command line grants.
    static Grants all();
};

struct Config {
    Limits limits;
    Grants grants;
    std::vector<std::string> argv; // sys.argv; the first entry is the script's name
    std::vector<std::string>
        path; // sys.path, by the paths that scripts see: where `import` looks for files and packages
    // Called with what scripts write to sys.stdout and sys.stderr, UTF-8, on the thread that runs them, whenever the streams are flushed: exec() and eval() do it at their end. They must not call the
    // interpreter. Empty: the process's own streams (Grants::standard_output).
    std::function<void(std::string_view)> on_stdout;
    std::function<void(std::string_view)> on_stderr;
};

// Which budget ended a run (BudgetStop::budget()).
enum class Budget {
    steps,
    wall,
    output,
    stopped, // the host asked: StopHandle::stop()
};

} // namespace minipy
