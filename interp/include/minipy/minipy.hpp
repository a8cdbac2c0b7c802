#pragma once
// minipy: an embeddable Python. The one header a C++ program includes.
//
// An Interpreter is a value without global state: any number may live side by side, each used by one thread at a time.
#include <memory>
#include <string>
#include <string_view>

#include "minipy/config.hpp"
#include "minipy/export.hpp"
#include "minipy/version.h"

namespace minipy {

class MINIPY_API Interpreter {
public:
    Interpreter();
    explicit Interpreter(const Config& config);
    ~Interpreter();
    Interpreter(Interpreter&&) noexcept;
    Interpreter& operator=(Interpreter&&) noexcept;

    // The bytecode of a program as text, nested code included. A syntax error goes to sys.excepthook; then the result is empty.
    std::string disassemble(std::string_view source, const std::string& filename);

private:
    friend struct InterpreterAccess;
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace minipy
