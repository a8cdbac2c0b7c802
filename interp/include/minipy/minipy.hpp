#pragma once
// minipy: an embeddable Python. The one header a C++ program includes.
//
// An Interpreter is a value without global state: any number may live side by side, each used by one thread at a time.
#include <memory>
#include <string>
#include <string_view>

#include "minipy/config.hpp"

#define MINIPY_VERSION "0.1.0"

namespace minipy {

class Interpreter {
public:
    Interpreter();
    explicit Interpreter(const Config& config);
    ~Interpreter();
    Interpreter(Interpreter&&) noexcept;
    Interpreter& operator=(Interpreter&&) noexcept;

    // Runs a whole program as module __main__, as `python FILE` would: an uncaught exception's traceback goes to standard error, standard output is flushed.
    // Gives the process exit status: 0, 1 after an exception, or what SystemExit carried. `source` is the file's bytes (an encoding declaration is honoured).
    int run_program(std::string_view source, const std::string& filename);
    // The same for a file; 2 when it cannot be read.
    int run_file(const std::string& filename);

    // The bytecode of a program as text, nested code included. A syntax error is printed as by run_program; then the result is empty.
    std::string disassemble(std::string_view source, const std::string& filename);

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace minipy
