#include <memory>
#include <minipy/minipy.hpp>

#include "sides.h"

namespace {

struct Counter {
    std::int64_t total = 0;
    std::int64_t step(std::int64_t by) { return total = (total + by) & 1023; }
};

struct State {
    minipy::Interpreter py;
    minipy::Value add, through, loop, methods, box;
};
std::unique_ptr<State> state;

std::int64_t call_python(int count) {
    std::int64_t total = 0;
    for (int i = 0; i < count; ++i) total = state->add(total, i).to<std::int64_t>() & 1023;
    return total;
}
std::int64_t call_host(int count) { return state->loop(count).to<std::int64_t>(); }
std::int64_t round_trip(int count) {
    std::int64_t total = 0;
    for (int i = 0; i < count; ++i) total = state->through(total, i).to<std::int64_t>() & 1023;
    return total;
}
std::int64_t call_method(int count) { return state->methods(Counter{}, count).to<std::int64_t>(); }
std::int64_t read_attribute(int count) {
    std::int64_t total = 0;
    for (int i = 0; i < count; ++i) total += state->box.attr("value").to<std::int64_t>();
    return total;
}
std::int64_t convert_list(int count) {
    std::vector<std::int64_t> numbers{1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    std::int64_t total = 0;
    for (int i = 0; i < count; ++i) total += state->py.value(numbers).to<std::vector<std::int64_t>>()[i % 10];
    return total;
}

} // namespace

Side minipy_side() {
    state = std::make_unique<State>();
    auto host = state->py.module("host");
    host.def("add", [](std::int64_t a, std::int64_t b) { return a + b; });
    host.cls<Counter>("Counter").def("step", &Counter::step);
    state->py.exec(bench_script);
    state->add = state->py["add"];
    state->through = state->py["through"];
    state->loop = state->py["loop"];
    state->methods = state->py["methods"];
    state->box = state->py["box"];
    return {"minipy",    call_python,    call_host,    round_trip,
            call_method, read_attribute, convert_list, [] { state.reset(); }};
}
