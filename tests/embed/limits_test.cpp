// Budgets: what ends a run, that nothing can delay it, and that the interpreter is as good as new afterwards.
#include <atomic>
#include <chrono>
#include <string>
#include <thread>

#include <gtest/gtest.h>

#include <minipy/minipy.hpp>

using minipy::Budget;
using minipy::BudgetStop;
using minipy::Config;
using minipy::Error;
using minipy::Interpreter;
using minipy::Limits;
using namespace std::chrono_literals;

namespace {

Config limited(Limits limits) {
    Config config;
    config.limits = limits;
    config.grants.clock = true;
    return config;
}

// How a run ends: "" when it does, the budget's name, or the type of the exception. It runs in a namespace of its own, which is gone afterwards.
std::string end_of(Interpreter& py, const std::string& source) {
    try {
        py.exec(source, "<string>", py.new_namespace());
        return "";
    } catch (const BudgetStop& stop) {
        static const char* const names[] = {"steps", "wall", "output", "stopped"};
        return names[static_cast<int>(stop.budget())];
    } catch (const Error& error) {
        return error.type();
    }
}

void expect_usable(Interpreter& py) {
    EXPECT_EQ(py.eval("1 + 1").to<int>(), 2);
    EXPECT_EQ(py.eval("[x * x for x in range(5)]").repr(), "[0, 1, 4, 9, 16]");
    EXPECT_EQ(py.eval("__import__('sys').exception()").repr(), "None");
}

TEST(Limits, EndlessCodeUsesItsStepsUp) {
    Interpreter py(limited({.steps = 100'000}));
    for (const char* source : {
             "while True: pass",
             "while True:\n  try: pass\n  except: pass",
             "def f(): return f()\nwhile True:\n  try: f()\n  except RecursionError: pass",
             "for x in iter(int, 1): pass",
             "def g():\n  while True: yield\nfor x in g(): pass",
             "def g(): yield from g()\nwhile True:\n  try: list(g())\n  except RecursionError: pass",
             "list(iter(int, 1))",
             "sum(iter(int, 1))",
             "class A:\n  def __getattr__(self, name): return getattr(self, name + 'x')\nwhile True:\n  try: A().x\n  "
             "except RecursionError: pass",
             "class A:\n  @property\n  def x(self):\n    while True: pass\nA().x",
             "class A:\n  def __add__(self, other):\n    while True: pass\nA() + 1",
             "class A:\n  def __iter__(self): return self\n  def __next__(self): return 1\nany(x == 2 for x in A())",
             "import itertools\nfor x in itertools.filterfalse(None, itertools.repeat(1)): pass",
             "sorted(range(100000), key=lambda x: -x)",
             "while True: exec('pass')",
             "async def f():\n  while True: pass\ntry: f().send(None)\nexcept StopIteration: pass",
             "import json\njson.dumps([[]] * 1000000)",
             "class C: pass\nC.__qualname__ = 'C' * 50000\nrepr([C() for _ in range(300)])",
         }) {
        EXPECT_EQ(end_of(py, source), "steps") << source;
        expect_usable(py);
    }
}

TEST(Limits, NothingOfTheScriptRunsOnTheWay) {
    Interpreter py(limited({.steps = 50'000}));
    for (const char* source : {
             "try:\n  while True: pass\nexcept: ran = 1",
             "try:\n  while True: pass\nexcept BaseException: ran = 1",
             "try:\n  while True: pass\nfinally: ran = 1",
             "while True:\n  try:\n    while True: pass\n  finally: ran = 1; continue",
             "class C:\n  def __enter__(self): return self\n  def __exit__(self, *e):\n    global ran; ran = 1; return "
             "True\nwith C():\n  while True: pass",
             "import contextlib\n@contextlib.contextmanager\ndef c():\n  global ran\n  try: yield\n  except: ran = "
             "1\nwith c():\n  while True: pass",
             "import contextlib\nwith contextlib.suppress(BaseException):\n  while True: pass\nran = 1",
             "class D:\n  def __del__(self):\n    global ran; ran = 1\ndef f():\n  d = D()\n  while True: pass\nf()",
             "def g():\n  global ran\n  try: yield\n  finally: ran = 1\ndef f():\n  h = g(); next(h)\n  while True: "
             "pass\nf()",
             "def g():\n  global ran\n  try:\n    while True: pass\n  except GeneratorExit: pass\n  except: ran = 1\n  "
             "yield\nlist(g())",
             "def key(x):\n  while True: pass\ntry: sorted([1, 2], key=key)\nexcept: ran = 1",
             "class C:\n  def __eq__(self, other):\n    while True: pass\ntry: C() in [1]\nfinally: ran = 1",
             "class C:\n  def __hash__(self):\n    while True: pass\ntry: {C(): 1}\nfinally: ran = 1",
             "class C:\n  def __getattr__(self, name):\n    while True: pass\nran = hasattr(C(), 'x') and None or 1",
             "def spin():\n  while True: pass\nclass C:\n  def __len__(self): spin()\ntry: bool(C())\nexcept: ran = 1",
             "import warnings\nclass C:\n  def __repr__(self):\n    while True: pass\ntry: print([C()])\nexcept: ran = "
             "1",
             "try:\n  try:\n    while True: pass\n  except* ValueError: ran = 1\nfinally: ran = 2",
             "import sys\nsys.excepthook = sys.unraisablehook = lambda *a: globals().update(ran=1)\nwhile True: pass",
             "import weakref\nclass C: pass\nc = C()\nr = weakref.ref(c, lambda r: globals().update(ran=1))\ndef "
             "f(c):\n  while True: pass\nx = c; del c\nf(globals().pop('x'))",
         }) {
        py.exec("ran = None");
        EXPECT_EQ(end_of(py, source), "steps") << source;
        EXPECT_TRUE(py["ran"].value().is_none()) << source;
        expect_usable(py);
    }
}

TEST(Limits, HostileScriptsEndWithTheRightError) {
    Interpreter py(limited({.steps = 3'000'000, .wall = 200s, .memory = 8 << 20, .output = 10'000}));
    const struct {
        const char* source;
        const char* end;
    } scripts[] = {
        {"while True: pass", "steps"},
        {"def bomb():\n  while True: yield [bomb() for _ in range(100)]\nqueue = [bomb()]\nfor g in queue: "
         "queue.extend(next(g))",
         "MemoryError"},
        {"def bomb():\n  a, b = bomb(), bomb()\n  yield from a\n  yield from b\nfor x in bomb(): pass",
         "RecursionError"},
        {"'x' * 10**12", "MemoryError"},
        {"[0] * 10**9", "MemoryError"},
        {"bytes(10**12)", "MemoryError"},
        {"bytearray(10**12)", "MemoryError"},
        {"10**10**10", "MemoryError"},
        {"1 << 10**12", "MemoryError"},
        {"'%999999999d' % 1", "MemoryError"},
        {"'{:>999999999}'.format(1)", "MemoryError"},
        {"f'{1:>999999999}'", "MemoryError"},
        {"'x'.ljust(10**10)", "MemoryError"},
        {"'x'.center(10**10)", "MemoryError"},
        {"'1'.zfill(10**10)", "MemoryError"},
        {"('\\t' * 1000).expandtabs(10**9)", "MemoryError"},
        {"('x' * 10**6).join(['y'] * 10**5)", "MemoryError"},
        {"('x' * 10**5).replace('x', 'y' * 10**5)", "MemoryError"},
        {"(b'x' * 10**6).join([b'y'] * 10**5)", "MemoryError"},
        {"bytearray(b'x' * 10**5).replace(b'x', b'y' * 10**5)", "MemoryError"},
        {"list(range(10**12))", "MemoryError"},
        {"tuple(range(10**12))", "MemoryError"},
        {"set(range(10**12))", "MemoryError"},
        {"import struct\nstruct.pack('999999999x')", "MemoryError"},
        {"import itertools\nlist(itertools.product(range(1000), repeat=1000000000))", "MemoryError"},
        {"import itertools\ntuple(itertools.repeat(0, 10**10))", "MemoryError"},
        {"import itertools\nmax(itertools.repeat(1))", "steps"},
        {"import itertools, collections\ncollections.deque(itertools.count(), maxlen=0)", "steps"},
        {"x = []\nwhile True: x += [x] * 100", "MemoryError"},
        {"x = {}\nwhile True: x[len(x)] = x", "MemoryError"},
        {"x = 'x'\nwhile True: x += x", "MemoryError"},
        {"x = 3\nwhile True: x = x * x", "steps"},
        {"while True:\n  try: [0] * 10**9\n  except MemoryError: pass", "steps"},
        {"while True:\n  try: 1 / 0\n  except: pass", "steps"},
        {"def f(): f()\nf()", "RecursionError"},
        {"eval('[' * 5000 + ']' * 5000)", "SyntaxError"},
        {"eval('(' * 5000 + ')' * 5000)", "SyntaxError"},
        {"x = None\nfor _ in range(5000): x = [x]\nrepr(x)", "RecursionError"},
        {"x = y = None\nfor _ in range(5000): x, y = [x], [y]\nx == y", "RecursionError"},
        {"x = ()\nfor _ in range(5000): x = (x,)\nhash(x)", ""},
        {"kept = []\nclass D:\n  def __del__(self): kept.append(D())\nD()\nwhile True: kept.clear()", "steps"},
        {"class D:\n  def __del__(self): D()\nD()\nwhile True: pass", "steps"},
        {"sorted(range(10**6), key=bytes)", "MemoryError"},
        {"x = list(range(1000))\ndef key(i):\n  x.append(i); return i\ntry: x.sort(key=key)\nexcept ValueError: raise "
         "KeyError",
         "KeyError"},
        {"while True: print('x' * 100)", "output"},
        {"import sys\nwhile True: sys.stderr.write('x' * 100)", "output"},
        {"import re\nre.match('(a|aa)+$', 'a' * 100 + 'b')", "steps"},
        {"int('9' * 4300) ** 100000", "MemoryError"},
        {"int('9' * 4300) ** 1000", "steps"},
        {"import sys\nsys.set_int_max_str_digits(0)\nint('9' * 10**6)", "steps"},
        {"import sys\nsys.set_int_max_str_digits(0)\nstr((1 << 10**6 * 4) - 1)", "steps"},
    };
    py.exec("import sys");
    for (const auto& script : scripts) {
        const std::string end = end_of(py, script.source);
        EXPECT_EQ(end, script.end) << script.source;
        expect_usable(py);
        py.exec("import gc; gc.collect()");
    }
}

TEST(Limits, TimeEndsWhatStepsDoNotCount) {
    Interpreter py(limited({.wall = 50ms}));
    for (const char* source : {
             "while True: pass",
             "import time\ntime.sleep(1000)",
             "import time\nwhile True:\n  try: time.sleep(0.001)\n  except: pass",
             "(1 << 10**8) // 3 ** 10**7",
             "list(map(sorted, [range(10**6)] * 100))",
         }) {
        const auto begin = std::chrono::steady_clock::now();
        EXPECT_EQ(end_of(py, source), "wall") << source;
        EXPECT_LT(std::chrono::steady_clock::now() - begin, 20s) << source; // a hang, not slowness, is what this finds
        EXPECT_EQ(py.eval("1 + 1").to<int>(), 2);
    }
}

TEST(Limits, EachRunBeginsWithTheFullAmounts) {
    Interpreter py(limited({.steps = 10'000}));
    for (int i = 0; i < 10; ++i) py.exec("for i in range(8000): pass");
    EXPECT_EQ(end_of(py, "for i in range(12000): pass"), "steps");
    py.set_limits({.steps = 20'000});
    EXPECT_EQ(end_of(py, "for i in range(12000): pass"), "");
    py.set_limits({});
    EXPECT_EQ(end_of(py, "for i in range(120000): pass"), "");
}

// Whatever the step at which a run ends: the heap is consistent. (Under AddressSanitizer this looks for what was left half done.)
TEST(Limits, EveryStepIsASafeEnd) {
    const char* source = R"(
import collections, itertools
class Node:
    def __init__(self, *items): self.items = list(items)
    def __eq__(self, other): return isinstance(other, Node) and self.items == other.items
    def __lt__(self, other): return len(self.items) < len(other.items)
    def __hash__(self): return hash(tuple(self.items))
    def __iter__(self): yield from self.items
    def __del__(self): pass
    def __enter__(self): return self
    def __exit__(self, *error): return False
def numbers(n):
    try:
        for i in range(n): yield i
    finally:
        pass
nodes = sorted([Node(*range(i % 4)) for i in range(12)], key=lambda node: -len(node.items))
counts = collections.Counter(itertools.chain.from_iterable(nodes))
table = {node: list(numbers(3)) for node in nodes}
with Node(1) as node:
    text = ' '.join(f'{x!r:>4}' for x in numbers(5)).replace(' ', '--').split('-')
try:
    max(numbers(0))
except ValueError as error:
    kept = error
pairs = dict(zip(text, numbers(100)))
values = bytearray(b'abc') * 5 + bytes(numbers(9))
total = sum(x ** 40 for x in numbers(9)) % 1007
first, *rest = map(str, numbers(6))
nodes.sort(); nodes.reverse(); del nodes[::2]
)";
    Interpreter py;
    unsigned ends = 0;
    for (unsigned steps = 1; steps < 900; ++steps) {
        py.set_limits({.steps = steps});
        ends += end_of(py, source) == "steps";
        py.set_limits({});
        ASSERT_EQ(py.eval("1 + 1").to<int>(), 2) << steps;
    }
    EXPECT_GT(ends, 100u);
    EXPECT_EQ(end_of(py, source), "");
}

TEST(Limits, StepsAreCountedAlike) {
    const auto needs = [](const char* source) {
        Interpreter py;
        py.exec("import json"); // not the first import's work
        std::uint64_t low = 0, high = 1 << 20;
        while (low < high) {
            const std::uint64_t middle = (low + high) / 2;
            py.set_limits({.steps = middle + 1});
            if (end_of(py, source).empty())
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    };
    const char* source = "def f(n): return n and f(n - 1)\nfor i in range(50): f(i)\njson.dumps(list(range(50)))";
    EXPECT_EQ(needs(source), needs(source));
    EXPECT_GT(needs(source), 1000u);
}

TEST(Limits, MemoryIsGivenBack) {
    Interpreter py(limited({.memory = 16 << 20}));
    for (int i = 0; i < 5; ++i) {
        EXPECT_EQ(py.eval("len([0] * 1000000)").to<int>(), 1'000'000);
        py.exec("try:\n  x = [0] * 10000000\n  answer = 'made'\nexcept MemoryError: answer = 'refused'");
        EXPECT_EQ(py["answer"].to<std::string>(), "refused");
        py.exec("x = []\ntry:\n  while True: x.append(bytes(1000))\nexcept MemoryError: n = len(x); x = None");
        EXPECT_GT(py["n"].to<int>(), 10'000);
    }
    // Registers are memory too.
    EXPECT_EQ(end_of(py, "import sys\nsys.setrecursionlimit(500000)"), "MemoryError");
    EXPECT_EQ(end_of(py, "print(*range(3000000), file=None)"), "MemoryError");
    expect_usable(py);
}

TEST(Limits, RecursionIsTheHosts) {
    Interpreter py(limited({.recursion = 50}));
    py.exec("def depth(n=1):\n  try: return depth(n + 1)\n  except RecursionError: return n");
    EXPECT_LT(py.eval("depth()").to<int>(), 52);
    py.exec("import sys\nsys.setrecursionlimit(100000)");
    EXPECT_EQ(py.eval("sys.getrecursionlimit()").to<int>(), 50);
    EXPECT_LT(py.eval("depth()").to<int>(), 52);
    py.exec("sys.setrecursionlimit(20)");
    EXPECT_LT(py.eval("depth()").to<int>(), 22);

    Interpreter deep;
    deep.exec("import sys\nsys.setrecursionlimit(100000)\ndef f(n): return n and f(n - 1)");
    EXPECT_EQ(deep.eval("f(90000)").to<int>(), 0);
}

TEST(Limits, OutputIsCountedInBytes) {
    std::string written;
    Config config = limited({.output = 1000});
    config.on_stdout = [&](std::string_view text) { written += text; };
    Interpreter py(config);
    EXPECT_EQ(end_of(py, "for i in range(1000): print(i, flush=True)"), "output");
    EXPECT_EQ(written.size(), 1000u);
    EXPECT_EQ(written.substr(0, 6), "0\n1\n2\n");
    written.clear();
    EXPECT_EQ(end_of(py, "import sys\nsys.stdout.write('x' * 999 + '\\n'); sys.stdout.flush()"), "");
    EXPECT_EQ(written.size(), 1000u);
}

TEST(Limits, StopFromAnotherThread) {
    Interpreter py(limited({}));
    const minipy::StopHandle handle = py.stop_handle();
    std::atomic<bool> running{false};
    py.module("host").def("ready", [&] { running = true; });
    for (const char* source : {
             "while True: pass",
             "import time\ntime.sleep(1000)",
             "while True:\n  try: sum(iter(int, 1))\n  finally: continue",
         }) {
        running = false;
        std::thread other([&] {
            while (!running) std::this_thread::yield();
            handle.stop();
        });
        EXPECT_EQ(end_of(py, std::string("import host\nhost.ready()\n") + source), "stopped") << source;
        other.join();
        expect_usable(py);
    }
    handle.stop(); // nothing runs: it means nothing
    expect_usable(py);
    handle.interrupt(); // waits for the next run
    EXPECT_EQ(end_of(py, "for i in range(10**12): pass"), "KeyboardInterrupt");
    // In a running loop it is an exception like others, whatever jump ends the loop's turn.
    for (const char* loop :
         {"for i in range(10**12): pass", "while True: pass", "while True:\n    if True: continue",
          "while True:\n    try: pass\n    finally: continue", "while 1 < 2: pass", "for i in iter(int, 1): pass",
          "[0 for i in range(10**12) if i < 0]", "sum(iter(int, 1))"}) {
        running = false;
        std::thread other([&] {
            while (!running) std::this_thread::yield();
            handle.interrupt();
        });
        const std::string source = std::string("import host\ncaught = False\ntry:\n  host.ready()\n  ") + loop +
                                   "\nexcept KeyboardInterrupt:\n  caught = True\nassert caught";
        EXPECT_EQ(end_of(py, source), "") << loop;
        other.join();
    }
    EXPECT_EQ(end_of(py, "for i in range(100000): pass"), "");
}

TEST(Limits, AHandleOutlivesItsInterpreter) {
    auto py = std::make_unique<Interpreter>();
    const minipy::StopHandle handle = py->stop_handle();
    py.reset();
    handle.stop();
    handle.interrupt();
}

TEST(Limits, WhatTheHostCallsInTheMiddleIsPartOfTheRun) {
    Interpreter py(limited({.steps = 20'000}));
    int stops = 0, afterwards = 0;
    py.module("host").def("again", [&] {
        try {
            py.exec("while True: pass");
        } catch (const BudgetStop&) { // swallowed here: the script ends all the same
            ++stops;
        }
    });
    py.module("host").def("after", [&] { ++afterwards; });
    EXPECT_EQ(end_of(py, "import host\nhost.again()\nfor i in range(10): host.after()"), "steps");
    EXPECT_EQ(stops, 1);
    EXPECT_EQ(afterwards, 0);
    expect_usable(py);
}

TEST(Limits, FinalisersOfDroppedObjectsAreRunsOfTheirOwn) {
    Interpreter py(limited({.steps = 10'000}));
    minipy::Value value = py.eval("type('D', (), {'__del__': lambda self: [0 for _ in iter(int, 1)]})()");
    value = minipy::Value(); // ends within the budget
    expect_usable(py);
    py.exec("class D:\n  def __del__(self):\n    while True: pass\nkept = [D() for _ in range(100)]");
} // and so does the interpreter's end

} // namespace
