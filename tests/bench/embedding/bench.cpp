// Prints, for each kind of crossing, nanoseconds a round of both and the ratio: the median of interleaved runs.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <vector>

#include "sides.h"

namespace {

constexpr int runs = 15, rounds = 100'000;

double nanoseconds(std::int64_t (*work)(int), std::int64_t& checksum) {
    const auto begin = std::chrono::steady_clock::now();
    checksum = work(rounds);
    return std::chrono::duration<double, std::nano>(std::chrono::steady_clock::now() - begin).count() / rounds;
}

double median(std::vector<double> values) {
    std::nth_element(values.begin(), values.begin() + values.size() / 2, values.end());
    return values[values.size() / 2];
}

} // namespace

int main() {
    const Side sides[] = {minipy_side(), cpython_side()};
    struct Work {
        const char* name;
        std::int64_t (*Side::*work)(int);
    };
    const Work all[] = {
        {"C++ calls Python", &Side::call_python},          {"Python calls C++", &Side::call_host},
        {"C++ -> Python -> C++", &Side::round_trip},       {"Python calls a method", &Side::call_method},
        {"C++ reads an attribute", &Side::read_attribute}, {"vector there and back", &Side::convert_list}};
    std::printf("%-24s %10s %10s %8s\n", "ns a round", sides[0].name, sides[1].name, "ratio");
    double product = 0;
    for (const Work& work : all) {
        std::vector<double> times[2];
        std::int64_t checksums[2];
        for (int run = 0; run < runs; ++run)
            for (int side = 0; side < 2; ++side)
                times[side].push_back(nanoseconds(sides[side].*work.work, checksums[side]));
        if (checksums[0] != checksums[1]) {
            std::printf("%s: the results differ: %lld and %lld\n", work.name, static_cast<long long>(checksums[0]),
                        static_cast<long long>(checksums[1]));
            return 1;
        }
        const double ours = median(times[0]), theirs = median(times[1]);
        product += std::log(theirs / ours);
        std::printf("%-24s %10.1f %10.1f %8.2f\n", work.name, ours, theirs, theirs / ours);
    }
    std::printf("%-24s %10s %10s %8.2f\n", "geometric mean", "", "", std::exp(product / std::size(all)));
    for (const Side& side : sides) side.end();
}
