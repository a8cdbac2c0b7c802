#pragma once
// The same work through two embedding APIs. Each function does `count` rounds and gives a checksum.
#include <cstdint>

struct Side {
    const char* name;
    std::int64_t (*call_python)(int count);    // C++ calls a Python function of two ints
    std::int64_t (*call_host)(int count);      // Python calls a C++ function of two ints, in a loop of its own
    std::int64_t (*round_trip)(int count);     // C++ calls a Python function that calls a C++ one
    std::int64_t (*call_method)(int count);    // Python calls a method of a C++ object
    std::int64_t (*read_attribute)(int count); // C++ reads an attribute of a Python object
    std::int64_t (*convert_list)(int count);   // a std::vector of 10 ints to Python and back
    void (*end)();
};

Side minipy_side();
Side cpython_side();

inline constexpr const char* bench_script = R"(
import host
def add(a, b): return a + b
def through(a, b): return host.add(a, b)
def loop(n):
    f = host.add
    total = 0
    for i in range(n): total = f(total, i) & 1023
    return total
def methods(counter, n):
    total = 0
    for i in range(n): total = (total + counter.step(i)) & 1023
    return total
class Box: pass
box = Box()
box.value = 7
)";
