// Any program runs to its end, to an exception or to the end of its budget; afterwards the same interpreter works, and its end finds no leak.
#include <cstdint>

#include "interp/include/minipy/minipy.hpp"
#include "interp/include/minipy/program.hpp"
#include "tests/fuzz/finding.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    minipy::Config config;
    config.limits.steps = 100'000;
    config.limits.memory = std::size_t{64} << 20;
    config.limits.output = std::size_t{1} << 20;
    config.on_stdout = config.on_stderr = [](std::string_view) {};
    // Nothing is granted: the input cannot reach files.
    minipy::Interpreter interpreter(config);
    minipy::Program(interpreter).run_source({reinterpret_cast<const char*>(data), size}, "fuzz.py");
    if (minipy::Program(interpreter)
            .run_source("assert sorted([3, 1, 2]) == [1, 2, 3] and f'{1 + 1}' == '2'\n", "afterwards.py") != 0)
        fuzz::finding("the interpreter is of no use afterwards");
    return 0;
}
