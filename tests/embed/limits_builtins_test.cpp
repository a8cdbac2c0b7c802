// Budgets hold inside every built-in function: each one that can be found, with arguments that would take for ever or all memory (hostile_calls.py).
#include <algorithm>
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

// Slower builds take a part of the calls, another one for each function: those without optimisation and with sanitizers, and those that collect cycles all the time.
#if defined(MINIPY_GC_STRESS)
constexpr std::int64_t stride = 120;
#elif defined(NDEBUG)
constexpr std::int64_t stride = 1;
#else
constexpr std::int64_t stride = 12;
#endif

TEST(LimitsOfBuiltins, EveryOneEndsInTime) {
    // 20,000 steps are some hundred microseconds. What takes this long has not paid.
    constexpr double far_too_long = 2.0;
    const Limits budget{
        .steps = 20'000, .wall = std::chrono::seconds(20), .memory = std::size_t{256} << 20, .output = 1'000'000};
    minipy::Config config;
    config.limits = {.memory = std::size_t{256} << 20, .recursion = 500};
    config.on_stdout = config.on_stderr = [](std::string_view) {};
    Interpreter py(config);
    std::ifstream file(MINIPY_TESTS_DIR "/embed/hostile_calls.py");
    py.exec(std::string{std::istreambuf_iterator<char>(file), {}}, "hostile_calls.py");
    py.exec("modules[:] = sorted(sys.stdlib_module_names)\nprepare()");
    const auto count = py["count"]().to<std::int64_t>(), variants = py["variants"].to<std::int64_t>();
    ASSERT_GT(count, 3000);
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
    constexpr std::int64_t share = std::max<std::int64_t>(stride / 12, 1);
    EXPECT_GT(stops, 100 / share);
    EXPECT_GT(memory, 10 / share);
    EXPECT_GT(errors, 1000 / share);
}

} // namespace
