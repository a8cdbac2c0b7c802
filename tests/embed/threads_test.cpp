// Isolation: interpreters run in parallel threads and share nothing. The preset `tsan` runs this under ThreadSanitizer.
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include <minipy/minipy.hpp>

namespace {

// A bit of everything that could be shared by mistake: caches, tables made at first use, modules with state, libraries.
const char* const program = R"(
import array, base64, collections, copy, dataclasses, enum, functools, hashlib, io, itertools, json, math, operator, random, re, reprlib, string, struct, textwrap, zlib
class Colour(enum.Enum): RED = 1; BLUE = 2
@dataclasses.dataclass
class Point:
    x: int
    y: float = 0.5
    def __del__(self): pass
@functools.lru_cache
def fibonacci(n): return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)
def numbers(n):
    for i in range(n): yield i
random.seed(7)
log = [fibonacci(60), str(2 ** 300), hash('x') == hash('x'), Colour(2).name, repr(Point(1)), f'{math.pi:>10.3f}', '%s %r' % (1, 'a')]
log.append(json.loads(json.dumps({'a': [1, 2.5, None, 'caf\u00e9']})))
log.append(re.sub(r'(\w+)@(\w+)', r'\2 at \1', 'me@home you@work'))
log.append(hashlib.sha256(b'abc').hexdigest() + hashlib.md5(b'abc').hexdigest())
log.append(zlib.decompress(zlib.compress(b'abc' * 1000)) == b'abc' * 1000)
log.append(base64.b64encode(struct.pack('<IHd', 1, 2, 3.5)))
log.append(sorted(random.sample(range(1000), 5)))
log.append(collections.Counter('mississippi').most_common(2))
log.append([x for x in itertools.islice(itertools.permutations(numbers(4)), 5)])
log.append('\N{GREEK SMALL LETTER ALPHA}'.upper() + 'stra\u00dfe'.casefold() + ' '.join(textwrap.wrap('one two three four', 9)))
log.append(memoryview(array.array('i', [1, 2, 3])).cast('B').nbytes)
try:
    {}['missing']
except KeyError as error:
    log.append(repr(error))
a = []; a.append(a); del a
import gc; gc.collect()
result = repr(log)
)";

std::string run_once() {
    minipy::Interpreter py;
    py.exec(program);
    return py["result"].to<std::string>();
}

TEST(Threads, InterpretersInParallel) {
    const std::string expected = run_once();
    constexpr int count = 4, rounds = 3;
    std::vector<std::string> results(count * rounds);
    std::vector<std::thread> threads;
    for (int t = 0; t < count; ++t)
        threads.emplace_back([&results, t] {
            for (int round = 0; round < rounds; ++round)
                results[static_cast<std::size_t>(t * rounds + round)] = run_once();
        });
    for (std::thread& thread : threads) thread.join();
    for (const std::string& result : results) EXPECT_EQ(result, expected);
}

TEST(Threads, AnInterpreterMayMoveBetweenThreads) {
    minipy::Interpreter py;
    py.exec("def deep(n): return [deep(n - 1)] if n else []\nn = 0");
    for (int i = 0; i < 4; ++i)
        std::thread([&py] {
            py.exec("n += 1\nx = repr(deep(100))\ntry:\n  y = []\n  for _ in range(100000): y = [y]\n  repr(y)\nexcept "
                    "RecursionError: pass");
        }).join();
    EXPECT_EQ(py["n"].to<int>(), 4);
}

TEST(Threads, StopsComeFromElsewhere) {
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([] {
            minipy::Interpreter py;
            const minipy::StopHandle handle = py.stop_handle();
            std::thread watchdog;
            py.module("host").def("begin", [&] { watchdog = std::thread([handle] { handle.stop(); }); });
            EXPECT_THROW(py.exec("import host\nhost.begin()\nwhile True: pass"), minipy::BudgetStop);
            watchdog.join();
            EXPECT_EQ(py.eval("6 * 7").to<int>(), 42);
        });
    for (std::thread& thread : threads) thread.join();
}

} // namespace
