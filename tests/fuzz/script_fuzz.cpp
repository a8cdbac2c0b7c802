// A door of the library, driven by a script: `fuzz_script --door=tests/fuzz/doors/NAME.py`. The script defines door(data), which is called with the bytes of
// every input. It handles the exceptions that belong to bad input and asserts what must hold; any other exception is a finding.
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>

#include "interp/include/minipy/minipy.hpp"
#include "interp/include/minipy/program.hpp"
#include "tests/fuzz/finding.h"

namespace {

std::string door_file;
std::optional<minipy::Interpreter> interpreter;
unsigned calls = 0;

void open_door() {
    minipy::Config config;
    config.limits.memory = std::size_t{256} << 20;
    config.grants = minipy::Grants::all();
    interpreter.emplace(config);
    if (minipy::Program(*interpreter).run_path(door_file) != 0) fuzz::finding("cannot run " + door_file);
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv) {
    constexpr char option[] = "--door=";
    for (int i = 1; i < *argc; ++i)
        if (std::strncmp((*argv)[i], option, sizeof option - 1) == 0) door_file = (*argv)[i] + sizeof option - 1;
    if (door_file.empty()) fuzz::finding("which door? --door=FILE");
    open_door();
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    // A new interpreter now and then: what the last one leaked is reported at its end.
    if (++calls % 20'000 == 0) open_door();
    std::string call = "door(bytes.fromhex('";
    for (std::size_t i = 0; i < size; ++i) {
        constexpr char digits[] = "0123456789abcdef";
        call += digits[data[i] >> 4];
        call += digits[data[i] & 15];
    }
    call += "'))";
    if (minipy::Program(*interpreter).run_source(call, "input.py") != 0)
        fuzz::finding("an exception that the door does not expect");
    return 0;
}
