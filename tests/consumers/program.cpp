// The smallest program of each way to get minipy: it runs a script, and is told how it ended.
#include <minipy/minipy.hpp>
#include <minipy/program.hpp>

int main() {
    minipy::Interpreter interpreter;
    minipy::Program program(interpreter);
    const int status = program.run_source(
        "import sys\nprint('minipy', '" MINIPY_VERSION "', sum(range(10)))\nsys.exit(7)", "consumer.py");
    return program.finish(status) == 7 ? 0 : 1;
}
