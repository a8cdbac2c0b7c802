#pragma once
// What a fuzzer does when a promise is broken.
#include <cstdio>
#include <cstdlib>
#include <string>

namespace fuzz {

// Ends the process: libFuzzer keeps the input.
[[noreturn]] inline void finding(const std::string& what) {
    std::fprintf(stderr, "fuzz: %s\n", what.c_str());
    std::abort();
}

} // namespace fuzz
