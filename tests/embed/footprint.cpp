// How much an interpreter takes, how long its making and ending, and what it leaves behind: `footprint [COUNT]`. Prints what it measured; fails when the promises about
// memory do not hold (500 KB each, 600 MB for a thousand, nothing lost). Times are printed only: they are the machine's as well.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <vector>

#if defined(__GLIBC__)
#include <malloc.h>
#endif
#include <sys/resource.h>
#include <unistd.h>

#include <minipy/minipy.hpp>

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds(Clock::duration time) { return std::chrono::duration<double, std::milli>(time).count(); }

// Resident bytes of this process.
std::size_t resident() {
    long pages = 0, ignored = 0;
    if (FILE* file = std::fopen("/proc/self/statm", "r")) {
        if (std::fscanf(file, "%ld %ld", &ignored, &pages) != 2) pages = 0;
        std::fclose(file);
    }
    return static_cast<std::size_t>(pages) * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

// Bytes that malloc has given and not got back; 0 where it does not say.
std::size_t allocated() {
#if defined(__GLIBC__)
    const struct mallinfo2 info = mallinfo2();
    return info.uordblks + info.hblkhd;
#else
    return 0;
#endif
}

// How many bytes an interpreter loses. Its script fills the tables of built-in types and makes blocks of every size.
double lost_per_interpreter() {
    constexpr int rounds = 50;
    const auto run = [] {
        minipy::Interpreter py;
        py.exec("import math\nnames = [dir(t) for t in (str, bytes, list, dict, set, int, float)]\n"
                "x = [list(range(n)) for n in (1, 10, 1000)]\nclass C: pass\nC.x = C()\ny = bytearray(5000)");
    };
    for (int i = 0; i < rounds; ++i) run(); // malloc's own caches fill
    const std::size_t before = allocated();
    for (int i = 0; i < rounds; ++i) run();
    return static_cast<double>(allocated() - before) / rounds;
}

} // namespace

int main(int argc, char** argv) {
    const int count = argc > 1 ? std::atoi(argv[1]) : 1000;
    { minipy::Interpreter first; } // what the process needs once
    double best = 1e9, best_end = 1e9;
    for (int i = 0; i < 200; ++i) {
        const auto begin = Clock::now();
        auto py = std::make_unique<minipy::Interpreter>();
        const auto made = Clock::now();
        py.reset();
        best = std::min(best, milliseconds(made - begin));
        best_end = std::min(best_end, milliseconds(Clock::now() - made));
    }
    std::printf("make %.3f ms, end %.3f ms (the fastest of 200)\n", best, best_end);

    const double lost = lost_per_interpreter();
    std::printf("%.0f bytes lost by an interpreter\n", lost);

    const std::size_t before = resident();
    std::vector<std::unique_ptr<minipy::Interpreter>> all;
    for (int i = 0; i < count; ++i) all.push_back(std::make_unique<minipy::Interpreter>());
    const double made = static_cast<double>(resident() - before) / 1024 / count;
    for (auto& py : all) py->exec("def f(n): return n * 2\nx = [f(i) for i in range(100)]");
    const double used = static_cast<double>(resident() - before) / 1024 / count;
    std::printf("%d interpreters: %.0f KB each when made, %.0f KB each after a small script, %.0f MB together\n", count,
                made, used, static_cast<double>(resident()) / 1048576);
    constexpr double smallest_block = 32; // malloc's: who loses one in each interpreter loses as much
    return made < 500 && used * count < 600 * 1024 && lost < smallest_block ? 0 : 1;
}
