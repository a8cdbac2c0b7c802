#pragma once
// The interactive console: reads statements, runs them, shows what they give.
#include <string>

namespace minipy {
class Interpreter;
class Program;
} // namespace minipy

namespace cli {

struct ReplOptions {
    bool terminal = false;    // standard input and output are terminals: lines are edited
    bool colour = false;      // of tracebacks
    std::string startup_file; // run before the first prompt; empty: none
    std::string history_file; // empty: none
};

// Until the input ends or the script exits; the exit status.
int run_repl(minipy::Interpreter& interpreter, minipy::Program& program, const ReplOptions& options);

} // namespace cli
