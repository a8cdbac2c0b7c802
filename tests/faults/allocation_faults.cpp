// Scripts under failing allocations: allocation_faults [--seconds N] SCRIPT...
//
// Each script runs again and again, in an interpreter of its own, with the k-th allocation failing for k = 1, 2, 3 … (in growing steps for scripts that make
// many), the same for the k-th `operator new` (what the C++ containers inside of the interpreter take), and then under growing memory limits. It may end in any way but a crash; afterwards the same interpreter must still work. `--seconds` bounds the whole; the scripts share it.
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

#include "interp/embed/access.h"
#include "interp/include/minipy/program.hpp"

namespace {

// The n-th operator new from now throws (0: never).
std::uint64_t new_countdown = 0;

} // namespace

// All the forms but the aligned ones: the sanitizers' own must not meet these.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    if (new_countdown && --new_countdown == 0) return nullptr;
    return std::malloc(size ? size : 1);
}
void* operator new(std::size_t size) {
    if (void* memory = operator new(size, std::nothrow)) return memory;
    throw std::bad_alloc();
}
void* operator new[](std::size_t size) { return operator new(size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return operator new(size, std::nothrow); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, const std::nothrow_t&) noexcept { std::free(memory); }

namespace {

using Clock = std::chrono::steady_clock;

// Any allocation count of a script is below.
constexpr std::uint64_t never = std::uint64_t{1} << 62;

int report = 2; // the terminal's standard error, while that of scripts goes nowhere

struct Script {
    std::string name, folder, source;
};

Script read_script(const std::string& name) {
    std::ifstream file(name, std::ios::binary);
    if (!file) {
        dprintf(report, "allocation_faults: cannot read %s\n", name.c_str());
        std::exit(2);
    }
    const std::size_t slash = name.rfind('/');
    return {name,
            slash == std::string::npos ? "" : name.substr(0, slash),
            {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()}};
}

minipy::Interpreter make_interpreter(const Script& script) {
    minipy::Config config;
    config.argv = {script.name};
    config.path = {script.folder};
    config.grants = minipy::Grants::all();
    return minipy::Interpreter(config);
}

// The interpreter works as if nothing had been.
void check_usable(minipy::Interpreter& interpreter, const Script& script, const char* what, std::uint64_t k) {
    constexpr char program[] =
        "def f(n):\n    return sum(i * i for i in range(n))\nassert f(10) == 285 and '%s' % [1] == '[1]'\n";
    if (minipy::Program(interpreter).run_source(program, "afterwards.py") == 0) return;
    dprintf(report, "%s: the interpreter is of no use after %s %llu\n", script.name.c_str(), what,
            static_cast<unsigned long long>(k));
    std::exit(1);
}

// The exit status.
int run(minipy::Interpreter& interpreter, const Script& script) {
    try {
        return minipy::Program(interpreter).run_source(script.source, script.name);
    } catch (const std::bad_alloc&) {
        return 1; // comes through as such
    }
}

// What is being tried, for the report of a crash.
std::string attempt;
void announce(const Script& script, const char* what, std::uint64_t k) {
    attempt = script.name + ": " + what + " " + std::to_string(k) + "\n";
}

struct Cost {
    std::uint64_t allocations;
    std::uint64_t news;
    std::size_t bytes;
};

Cost measure(const Script& script) {
    minipy::Interpreter interpreter = make_interpreter(script);
    mp::Heap& heap = minipy::InterpreterAccess::vm(interpreter).heap();
    const std::size_t before = heap.used();
    heap.fail_after(never);
    new_countdown = never;
    if (run(interpreter, script) != 0) {
        dprintf(report, "%s fails by itself\n", script.name.c_str());
        std::exit(1);
    }
    const std::uint64_t left = heap.until_failure();
    heap.fail_after(0);
    const std::uint64_t news = never - std::exchange(new_countdown, 0);
    return {never - left, news, heap.used() > before ? heap.used() - before : 0};
}

void fail_allocation(const Script& script, std::uint64_t k) {
    announce(script, "failing allocation", k);
    minipy::Interpreter interpreter = make_interpreter(script);
    mp::Heap& heap = minipy::InterpreterAccess::vm(interpreter).heap();
    heap.fail_after(k);
    run(interpreter, script);
    heap.fail_after(0);
    check_usable(interpreter, script, "failing allocation", k);
}

void fail_new(const Script& script, std::uint64_t k) {
    announce(script, "failing operator new", k);
    minipy::Interpreter interpreter = make_interpreter(script);
    new_countdown = k;
    run(interpreter, script);
    new_countdown = 0;
    check_usable(interpreter, script, "failing operator new", k);
}

void limit_memory(const Script& script, std::size_t bytes) {
    announce(script, "memory limit", bytes);
    minipy::Interpreter interpreter = make_interpreter(script);
    mp::Heap& heap = minipy::InterpreterAccess::vm(interpreter).heap();
    heap.set_limit(heap.used() + bytes);
    run(interpreter, script);
    heap.set_limit(SIZE_MAX);
    check_usable(interpreter, script, "a memory limit of", bytes);
}

// Passes with ever smaller steps: what time allows is spread over the whole run of the script.
unsigned long long each(const Script& script, void (*attempt_one)(const Script&, std::uint64_t), std::uint64_t count,
                        Clock::time_point end) {
    unsigned long long runs = 0;
    std::uint64_t step = count / 40 + 1, offset = 1;
    for (bool more = true; more && Clock::now() < end; step = step / 3 + 1, offset += step / 2 + 1) {
        more = step > 1;
        for (std::uint64_t k = more ? offset : 1; k <= count && Clock::now() < end; k += step, ++runs)
            attempt_one(script, k);
    }
    return runs;
}

void sweep(const Script& script, Clock::time_point end) {
    const Cost cost = measure(script);
    unsigned long long runs = 0;
    const Clock::duration part = (end - Clock::now()) / 5;
    runs += each(script, fail_allocation, cost.allocations, Clock::now() + 2 * part);
    runs += each(script, fail_new, cost.news, Clock::now() + 2 * part);
    for (std::size_t bytes = 64; bytes < 2 * cost.bytes + 4096 && Clock::now() < end; bytes += bytes / 4, ++runs)
        limit_memory(script, bytes);
    dprintf(report, "%s: %llu allocations, %llu by operator new, %llu runs\n", script.name.c_str(),
            static_cast<unsigned long long>(cost.allocations), static_cast<unsigned long long>(cost.news), runs);
}

} // namespace

int main(int argc, char** argv) {
    double seconds = 60;
    std::vector<Script> scripts;
    std::uint64_t only = 0;
    bool only_new = false;
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        if (argument == "--seconds" && i + 1 < argc)
            seconds = std::atof(argv[++i]);
        else if (argument == "--only" && i + 1 < argc)
            only = std::strtoull(argv[++i], nullptr, 10);
        else if (argument == "--new")
            only_new = true;
        else
            scripts.push_back(read_script(argument));
    }
    if (scripts.empty()) {
        std::fputs("allocation_faults [--seconds N] [--only K [--new]] SCRIPT...\n", stderr);
        return 2;
    }
    if (only) {
        for (const Script& script : scripts) only_new ? fail_new(script, only) : fail_allocation(script, only);
        return 0;
    }
    std::atexit([] { dprintf(report, "%s", attempt.c_str()); });
    const auto tell = [](int signal) {
        [[maybe_unused]] const auto written = write(report, attempt.data(), attempt.size());
        std::signal(signal, SIG_DFL);
        std::raise(signal);
    };
    std::signal(SIGABRT, tell);
    if constexpr (!mp::checked_heap) std::signal(SIGSEGV, tell); // AddressSanitizer has its own
    // Tracebacks by the thousand are not read by anybody; a sanitizer writes to its own file.
    report = dup(2);
    const int nowhere = open("/dev/null", O_WRONLY);
    dup2(nowhere, 1);
    const Clock::time_point end =
        Clock::now() + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
    for (std::size_t i = 0; i < scripts.size(); ++i)
        sweep(scripts[i], Clock::now() + (end - Clock::now()) / static_cast<int>(scripts.size() - i));
    attempt.clear();
    return 0;
}
