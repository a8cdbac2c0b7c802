// Tasks: scripts that run in turns.
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <minipy/minipy.hpp>

using minipy::Budget;
using minipy::BudgetStop;
using minipy::Error;
using minipy::Interpreter;
using minipy::Status;
using minipy::Task;
using minipy::Value;

namespace {

// Runs to the end in turns of `steps`; gives the number of turns.
int finish(Task& task, std::uint64_t steps) {
    int turns = 1;
    while (task.run(steps) == Status::yielded) ++turns;
    return turns;
}

TEST(Tasks, RunInTurns) {
    Interpreter py;
    Task task = py.start("n = 0\nwhile n < 1000: n += 1\n");
    EXPECT_EQ(task.status(), Status::yielded);
    EXPECT_EQ(task.run(100), Status::yielded);
    const int after_one = task.globals()["n"].to<int>();
    EXPECT_GT(after_one, 90);
    EXPECT_LT(after_one, 110);
    EXPECT_EQ(task.run(100), Status::yielded);
    EXPECT_GT(task.globals()["n"].to<int>(), after_one);
    EXPECT_GT(finish(task, 100), 5);
    EXPECT_EQ(task.status(), Status::done);
    EXPECT_EQ(task.globals()["n"].to<int>(), 1000);
    EXPECT_TRUE(task.result().is_none());
    EXPECT_EQ(task.run(100), Status::done);
    EXPECT_GE(task.steps(), 1000u);
    EXPECT_FALSE(py.globals().contains("n")); // names of its own
}

TEST(Tasks, CallsGiveTheirResult) {
    Interpreter py;
    py.exec("def fibonacci(n): return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)\n"
            "def fail(): raise ValueError('no')\n"
            "def numbers(n):\n  for i in range(n): yield i * i\n"
            "def total(n, *rest, step=1): return sum(numbers(n)) + len(rest)");
    Task task = py.start(py["fibonacci"].value(), 12);
    EXPECT_GT(finish(task, 10), 20); // calls are where it waits: there is no loop
    EXPECT_EQ(task.result().to<int>(), 144);
    Task with_more = py.start(py["total"].value(), 5, "a", "b");
    finish(with_more, 3);
    EXPECT_EQ(with_more.result().to<int>(), 32);
    Task generator = py.start(py["numbers"].value(), 3);
    EXPECT_EQ(generator.run(1), Status::done);
    EXPECT_EQ(py.builtin("list")(generator.result()).repr(), "[0, 1, 4]");
    Task failing = py.start(py["fail"].value());
    EXPECT_EQ(failing.run(100), Status::failed);
    EXPECT_EQ(failing.error().type(), "ValueError");
    EXPECT_THROW(failing.result(), Error);
    Task wrong = py.start(py["fail"].value(), 1, 2, 3);
    EXPECT_EQ(wrong.run(100), Status::failed);
    EXPECT_EQ(wrong.error().type(), "TypeError");
    EXPECT_THROW(py.start(py.value(3)), Error);
    EXPECT_THROW(py.start("this is no Python"), Error);
    EXPECT_EQ(py.eval("1 + 1").to<int>(), 2);
}

// Whatever the length of the turns, the result is the same.
TEST(Tasks, AnyTurnWillDo) {
    const char* source = R"(
import json, sys
class Account:
    total = 0
    def __init__(self, name): self.name = name; self.entries = []
    @property
    def balance(self): return sum(self.entries)
    def add(self, *entries, note=None):
        for entry in entries: self.entries.append(entry)
        Account.total += len(entries)
        return self
    def __iter__(self): yield from self.entries
    def __enter__(self): return self
    def __exit__(self, *error): self.left = True
def walk(n):
    try:
        while n: yield n; n -= 1
    finally: log.append('walked')
def retry(n):
    try:
        if n: raise KeyError(n)
    except KeyError as error:
        for _ in range(3): assert sys.exception() is error
        return retry(n - 1)
    return sys.exception() is None
async def compute(n):
    for _ in range(n): pass
    return n
async def both(): return await compute(3) + await compute(4)
log = []
accounts = {name: Account(name) for name in 'abc'}
for i, name in enumerate('abcab'):
    with accounts[name].add(i, i * 2, note=name) as account: log.append(account.balance)
    log.extend(x for x in account)
log += [x for x in walk(4)] + sorted(walk(3), key=lambda x: -x)
try: both().send(None)
except StopIteration as stop: log.append(stop.value)
log.append(retry(5)); log.append(Account.total); log.append(getattr(account, 'left', None))
log.append(json.loads(json.dumps({'a': [1, 2, {'b': None}]})))
match log:
    case [first, *_]: log.append(first)
result = repr(log)
)";
    Interpreter py;
    Value once = py.new_namespace();
    py.exec(source, "once.py", once);
    const std::string expected = once["result"].to<std::string>();
    for (const std::uint64_t steps : {1, 2, 3, 5, 7, 20, 100, 100'000}) {
        Task task = py.start(source);
        const int turns = finish(task, steps);
        ASSERT_EQ(task.status(), Status::done) << task.error().what();
        EXPECT_EQ(task.globals()["result"].to<std::string>(), expected) << steps;
        if (steps < 10) {
            EXPECT_GT(turns, 10) << steps;
        }
    }
}

TEST(Tasks, ManyOnOneThread) {
    Interpreter py;
    py.exec("finished = []\n"
            "def player(name, rounds):\n"
            "  state = {'name': name, 'score': 0}\n"
            "  for i in range(rounds):\n"
            "    for j in range(5): state['score'] += j\n"
            "  finished.append(name)\n"
            "  return state['score']");
    constexpr int count = 5'000;
    std::vector<Task> tasks;
    for (int i = 0; i < count; ++i) tasks.push_back(py.start(py["player"].value(), i, 3 + i % 5));
    std::size_t running = count, most = 0;
    while (running) {
        running = 0;
        for (Task& task : tasks) {
            running += task.run(7) == Status::yielded;
            most = std::max(most, task.frame_bytes());
        }
    }
    for (int i = 0; i < count; ++i) EXPECT_EQ(tasks[i].result().to<int>(), 10 * (3 + i % 5));
    EXPECT_EQ(py.eval("len(finished)").to<int>(), count);
    EXPECT_LT(most, 1024u);
    EXPECT_EQ(py.eval("finished != sorted(finished)").to<bool>(), true); // they took turns
}

TEST(Tasks, LimitsAreOfAllTurnsTogether) {
    Interpreter py;
    minipy::TaskOptions options;
    options.limits = minipy::Limits{.steps = 1'000};
    Task task = py.start("try:\n  while True: pass\nfinally: ran = 1", options);
    int turns = finish(task, 100);
    EXPECT_EQ(turns, 10);
    EXPECT_EQ(task.status(), Status::failed);
    try {
        task.result();
        FAIL();
    } catch (const BudgetStop& stop) {
        EXPECT_EQ(stop.budget(), Budget::steps);
    }
    EXPECT_FALSE(task.globals().contains("ran"));
    // A native function that calls back cannot be left; the limit holds inside it.
    Task inside = py.start("sorted(range(10), key=lambda x: [0 for _ in iter(int, 1)])", options);
    EXPECT_EQ(inside.run(10), Status::failed);
    EXPECT_EQ(py.eval("1 + 1").to<int>(), 2);
    // The interpreter's own limits, where none are given.
    py.set_limits({.steps = 500});
    Task usual = py.start("while True: pass");
    EXPECT_EQ(finish(usual, 100), 5);
    py.set_limits({});
}

TEST(Tasks, CanBeCancelledAnywhere) {
    Interpreter py;
    py.exec("dropped = []\nclass D:\n  def __del__(self): dropped.append(1)\n"
            "def inner():\n  d = D()\n  try:\n    while True: yield d\n  finally: dropped.append('finally')\n"
            "def outer(depth):\n"
            "  d = D()\n"
            "  if depth: return outer(depth - 1)\n"
            "  try: raise KeyError\n"
            "  except KeyError:\n"
            "    for _ in inner(): pass");
    for (const std::uint64_t steps : {1, 3, 6, 7, 8, 20, 51}) {
        py.exec("dropped.clear()");
        Task task = py.start(py["outer"].value(), 5);
        EXPECT_EQ(task.run(steps), Status::yielded);
        task.cancel();
        EXPECT_EQ(task.status(), Status::failed);
        EXPECT_EQ(py.eval("dropped").repr(), "[]");
        EXPECT_THROW(task.result(), BudgetStop);
    }
    {
        Task forgotten = py.start("while True: pass");
        forgotten.run(10);
    }
    Task moved = py.start("while True: pass");
    Task to = std::move(moved);
    EXPECT_EQ(to.run(10), Status::yielded);
    EXPECT_THROW(moved.run(10), Error);
    EXPECT_EQ(py.eval("__import__('sys').exception()").repr(), "None");
}

TEST(Tasks, OutliveTheInterpreterAsShells) {
    Task task;
    {
        Interpreter py;
        task = py.start("x = object()\nwhile True: pass");
        task.run(10);
    }
    EXPECT_THROW(task.run(10), Error);
}

TEST(Tasks, ScriptsMayRunTasks) {
    Interpreter py;
    std::vector<Task> tasks;
    auto host = py.module("host");
    host.def("spawn", [&](const Value& function) { tasks.push_back(py.start(function)); });
    host.def("turn",
             [&](int i, int steps) { return tasks[static_cast<std::size_t>(i)].run(steps) == Status::yielded; });
    py.exec(R"(
import host
def worker():
    n = 0
    while n < 100: n += 1
    done.append(n)
def deeper(depth, i): return deeper(depth - 1, i) if depth else host.turn(i, 10)
done = []
host.spawn(worker); host.spawn(worker)
depth = 0
while deeper(depth % 7, 0) | deeper(depth % 5, 1): depth += 1
)");
    EXPECT_EQ(py.eval("done").repr(), "[100, 100]");
    EXPECT_GT(py["depth"].to<int>(), 5);
    // A task cannot run itself, and the outer run's budget holds for it.
    py.exec("def own(): return host.turn(2, 10)\nhost.spawn(own)");
    EXPECT_THROW(py.exec("host.turn(2, 100); raise SystemError"), Error);
    EXPECT_EQ(tasks[2].status(), Status::failed);
    py.exec("def spin():\n  while True: pass\nhost.spawn(spin)");
    py.set_limits({.steps = 1'000});
    EXPECT_THROW(py.exec("while True: host.turn(3, 100)"), BudgetStop);
}

TEST(Tasks, DeepOnesToo) {
    Interpreter py;
    py.exec("import sys\nsys.setrecursionlimit(20000)\ndef deep(n):\n  if n: return deep(n - 1) + 1\n  for _ in "
            "range(100): pass\n  return 0");
    Task task = py.start(py["deep"].value(), 10'000);
    EXPECT_GT(finish(task, 1000), 5);
    EXPECT_EQ(task.result().to<int>(), 10'000);
    Task endless = py.start("def f(): f()\nf()");
    finish(endless, 100);
    EXPECT_EQ(endless.error().type(), "RecursionError");
}

} // namespace
