// Budgets hold inside every built-in function: each one that can be found, with arguments that would take for ever or all memory (hostile_calls.py).
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>

#include <gtest/gtest.h>

#include <minipy/minipy.hpp>

using minipy::BudgetStop;
using minipy::Error;
using minipy::Interpreter;
using minipy::Limits;

namespace {

double thread_seconds() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

// Slower builds take a part of the calls, another one for each function. Where cycles are collected all the time, each step takes as long as the heap is large: few
// modules are loaded, and the clock says nothing.
#if defined(MINIPY_GC_STRESS)
constexpr std::int64_t stride = 48, functions = 300;
constexpr const char* modules = "['array', 'binascii', 'builtins', 'struct']";
constexpr double far_too_long = 1000;
#else
constexpr std::int64_t functions = 3000;
constexpr const char* modules = "sorted(sys.stdlib_module_names)";
constexpr double far_too_long =
    2; // seconds: 20,000 steps are some hundred microseconds. What takes this long has not paid.
#ifdef NDEBUG
constexpr std::int64_t stride = 1;
#else
constexpr std::int64_t stride = 12;
#endif
#endif

TEST(LimitsOfBuiltins, EveryOneEndsInTime) {
    const Limits budget{
        .steps = 20'000, .wall = std::chrono::seconds(20), .memory = std::size_t{256} << 20, .output = 1'000'000};
    minipy::Config config;
    config.limits = {.memory = std::size_t{256} << 20, .recursion = 500};
    config.on_stdout = config.on_stderr = [](std::string_view) {};
    Interpreter py(config);
    std::ifstream file(MINIPY_TESTS_DIR "/embed/hostile_calls.py");
    py.exec(std::string{std::istreambuf_iterator<char>(file), {}}, "hostile_calls.py");
    py.exec(std::string("modules[:] = ") + modules + "\nprepare()");
    const auto count = py["count"]().to<std::int64_t>(), variants = py["variants"].to<std::int64_t>();
    ASSERT_GT(count, functions);
    const minipy::Value call = py["call"], label = py["label"], restore = py["restore"];
    std::int64_t stops = 0, errors = 0, memory = 0;
    for (std::int64_t i = 0; i < count; ++i) {
        py.set_limits({});
        restore();
        for (std::int64_t k = i % stride; k < variants; k += stride) {
            py.set_limits(budget);
            const double begin = thread_seconds();
            try {
                call(i, k);
            } catch (const BudgetStop&) {
                ++stops;
            } catch (const Error& error) {
                ++(error.is("MemoryError") ? memory : errors);
            }
            const double used = thread_seconds() - begin;
            if (used > far_too_long) {
                py.set_limits({});
                ADD_FAILURE() << label(i, k).to<std::string>() << " took " << used << " s";
            }
        }
        py.set_limits({});
        ASSERT_EQ(py.eval("1 + 1").to<int>(), 2) << label(i, 0).to<std::string>();
    }
    constexpr std::int64_t share = 3000 / functions;
    EXPECT_GT(stops, 100 / share);
    EXPECT_GT(memory, 10 / share);
    EXPECT_GT(errors, 1000 / share);
}

} // namespace
