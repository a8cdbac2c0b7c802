#pragma once
// Running an interpreter as the command `python` runs: a whole program as the module __main__, its uncaught exception to sys.excepthook, exit statuses, and the
// interactive console. The command line stands on this, and so can an application that has a prompt of its own.
//
// Nothing here throws for what a script does. std::bad_alloc alone comes through.
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "minipy/export.hpp"

namespace minipy {

class Interpreter;

// What the module sys tells of how the program was started. Each number is what sys.flags shows under that name.
struct ProgramSettings {
    std::string executable;             // sys.executable
    std::vector<std::string> orig_argv; // sys.orig_argv
    std::vector<std::string>
        warnings; // sys.warnoptions, put into the warnings filters: "action:message:category:module:lineno"
    std::vector<std::pair<std::string, std::optional<std::string>>> options; // sys._xoptions
    std::optional<unsigned> int_max_str_digits; // sys.get_int_max_str_digits(); 0: no limit
    int inspect = 0;
    int interactive = 0;
    int optimize = 0;
    int no_user_site = 0;
    int no_site = 0;
    int ignore_environment = 0;
    int bytes_warning = 0;
    int quiet = 0;
    int isolated = 0;
    bool dev_mode = false;
    bool safe_path = false;
    bool skip_first_line = false;   // of the script: what other systems need there
    bool unbuffered = false;        // sys.stdout and sys.stderr pass on every write at once
    bool colour_tracebacks = false; // uncaught exceptions are printed with a terminal's colours, as CPython 3.13 does
};

// One program. The interpreter must outlive it.
class MINIPY_API Program {
public:
    explicit Program(Interpreter& interpreter, const ProgramSettings& settings = {});
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    // Each runs to the end and gives the exit status: 0; 1 after an uncaught exception, whose traceback went to sys.excepthook; 130 after an uncaught
    // KeyboardInterrupt; what SystemExit carried (its text, if it is one, was printed). With ProgramSettings::inspect SystemExit is an exception like others.

    // `source`: the program's bytes; an encoding declaration is honoured. `filename` stands in tracebacks, and becomes __file__ unless it is "<string>".
    int run_source(std::string_view source, const std::string& filename);
    // A script, or a folder with a __main__.py, which then is the first place of sys.path. 2 when there is no such file, 1 when the folder holds no __main__.py.
    int run_path(const std::string& path);
    // `-m name`: the module's or package's source as __main__; sys.argv[0] becomes its path. 1 when there is none.
    int run_module(const std::string& name);

    // Whether the last program ended in an uncaught KeyboardInterrupt.
    bool interrupted() const noexcept;

    // A file run in __main__ before an interactive session (PYTHONSTARTUP). What it raises is shown; the session goes on.
    void run_startup(const std::string& path);

    // The end of the process's Python: runs what was registered with atexit, flushes sys.stdout and sys.stderr. Gives `status`, or 120 when standard output
    // could not be flushed (which is told on standard error).
    int finish(int status);

private:
    struct State;
    std::unique_ptr<State> state_;
};

// The interactive console of an interpreter: takes input line by line, runs whole statements in __main__, shows what expressions give through sys.displayhook and
// exceptions through sys.excepthook. It reads and edits nothing itself.
class MINIPY_API Console {
public:
    enum class Entry {
        done,       // run, or its error was shown
        incomplete, // more lines could make it a statement
        exit,       // SystemExit: exit_status() tells what it carried
    };

    explicit Console(Interpreter& interpreter, bool colour_tracebacks = false);
    ~Console();
    Console(const Console&) = delete;
    Console& operator=(const Console&) = delete;

    // `text`: the lines since the last whole statement, without a newline at the end. A compound statement ends with an empty line, which is a text that ends in
    // a newline. `filename` stands in tracebacks; when it is like no file's name, the text is kept, so that tracebacks show it.
    Entry enter(std::string_view text, const std::string& filename = "<stdin>");
    int exit_status() const noexcept;

    // str(sys.ps1), or of sys.ps2 when `more` lines are wanted. May run Python.
    std::string prompt(bool more);

    // What the name (with attributes) at the end of `line` may go on as: whole words in place of the last one's beginning, sorted. Evaluates what stands before the
    // last dot, which may run __getattr__ and properties. Names end in "(" when they are callable. Errors give none.
    struct Completions {
        std::size_t start; // where in `line` the word begins that they replace (bytes)
        std::vector<std::string> words;
    };
    Completions complete(std::string_view line);

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace minipy
