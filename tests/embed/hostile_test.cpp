// What scripts and careless hosts may do in the middle of things: nothing crashes, and the interpreter goes on.
#include <gtest/gtest.h>

#include <map>
#include <minipy/minipy.hpp>

using minipy::Error;
using minipy::Interpreter;
using minipy::Value;

namespace {

struct Hostile : testing::Test {
    Interpreter py;
    minipy::Module host = py.module("host");
    std::string run(std::string_view code) {
        const auto result = py.try_eval(code);
        return result ? result->repr() : result.error().type() + ": " + result.error().message();
    }
    void SetUp() override { py.exec("import host"); }
    void TearDown() override { EXPECT_EQ(run("1 + 1"), "2"); }
};

TEST_F(Hostile, AFunctionMayVanishWhileItRuns) {
    std::string text = "alive";
    host.def("vanish", [this, text](Value f) {
        py.exec("del host.vanish");
        f();
        return text;
    });
    EXPECT_EQ(run("host.vanish(lambda: None)"), "'alive'");
    EXPECT_EQ(run("host.vanish(1)").substr(0, 14), "AttributeError");
}

TEST_F(Hostile, ContainersMayChangeWhileTheyAreConverted) {
    py.exec(R"(
class Clearing:
    def __index__(self):
        numbers.clear()
        return 1
    def __hash__(self): return 1
    def __eq__(self, other): return True
numbers = [0, Clearing(), 2, 3]
class Shrinking:
    def __index__(self):
        mapping.clear()
        return 5
mapping = {'a': Shrinking(), 'b': Shrinking()}
)");
    EXPECT_EQ(py["numbers"].to<std::vector<int>>(), (std::vector<int>{0, 1}));
    EXPECT_EQ((py["mapping"].to<std::map<std::string, int>>()), (std::map<std::string, int>{{"a", 5}, {"b", 5}}));
}

struct Chatty {
    Interpreter* py;
    ~Chatty() {
        if (auto result = py->try_eval("count + 1")) (*py)["count"] = *result;
    }
};

TEST_F(Hostile, DestructorsMayCallPythonWhileAnExceptionPasses) {
    host.cls<Chatty>("Chatty").init_from([](Interpreter& in) { return std::make_unique<Chatty>(&in); });
    py["count"] = 0;
    EXPECT_EQ(py.try_exec("def f():\n    c = host.Chatty()\n    raise KeyError('kept')\nf()").error().message(),
              "'kept'");
    EXPECT_EQ(run("count"), "1");
}

TEST_F(Hostile, ErrorsMayBeKeptAndThrownLater) {
    std::optional<Error> kept;
    host.def("keep", [&kept](Value f) {
        if (auto result = f.try_call(); !result) kept = result.error();
    });
    host.def("rethrow", [&kept] { kept->raise(); });
    py.exec("host.keep(lambda: 1 / 0)");
    for (int i = 0; i < 3; ++i) EXPECT_EQ(run("host.rethrow()"), "ZeroDivisionError: division by zero");
}

TEST_F(Hostile, HugeResultsAreMemoryErrors) {
    host.def("huge", [] { return std::string(16, 'x'); });
    EXPECT_EQ(run("host.huge() * 10**17").substr(0, 11), "MemoryError");
    host.def("bad_alloc", []() -> int { throw std::bad_alloc(); });
    EXPECT_EQ(run("host.bad_alloc()").substr(0, 11), "MemoryError");
}

TEST(HostileLimits, MemoryRunsOutInTheMiddleOfConversions) {
    minipy::Config config;
    config.limits.memory = 4 << 20;
    Interpreter py(config);
    std::vector<std::string> many(100'000, "a text of some length, over and over again");
    try {
        py["big"] = many;
        FAIL() << "it cannot fit";
    } catch (const Error& error) {
        EXPECT_EQ(error.type(), "MemoryError");
    }
    EXPECT_EQ(py.eval("len('x' * 1000)").to<int>(), 1000);
}

TEST_F(Hostile, ReentrancyIsBounded) {
    host.def("again", [this](int n) { return py.eval("host.again(" + std::to_string(n + 1) + ")"); });
    EXPECT_EQ(run("host.again(0)").substr(0, 14), "RecursionError");
}

TEST_F(Hostile, ClassesMayBeTamperedWith) {
    struct Thing {
        int value = 3;
    };
    host.cls<Thing>("Thing").init<>().readwrite("value", &Thing::value).def("get", [](const Thing& t) {
        return t.value;
    });
    py.exec(R"(
raw = host.Thing.__new__(host.Thing)
class Other: pass
class Sub(host.Thing):
    def __init__(self): pass
get = host.Thing.get
)");
    EXPECT_EQ(run("raw.get()"), "TypeError: Thing.__init__() must be called when overriding __init__");
    EXPECT_EQ(run("Sub().value"), "TypeError: Sub.__init__() must be called when overriding __init__");
    EXPECT_EQ(run("get(Other())").substr(0, 46), "TypeError: get() argument 'self' must be Thing");
    EXPECT_EQ(run("get()").substr(0, 45), "TypeError: get() missing 1 required argument:");
    EXPECT_EQ(run("host.Thing.__init__(Other())").substr(0, 10), "TypeError:");
    EXPECT_EQ(run("setattr(Other(), '__class__', host.Thing)").substr(0, 10), "TypeError:");
    EXPECT_EQ(run("host.Thing.__init__(raw)"), "None");
    EXPECT_EQ(run("raw.value, raw.__init__(), raw.value"), "(3, None, 3)"); // a second __init__ makes a new object
    py.exec("del host.Thing.get\nhost.Thing.get = lambda self: 'mine'");
    EXPECT_EQ(run("host.Thing().get()"), "'mine'");
    EXPECT_EQ(run("__import__('copy').copy(host.Thing())").substr(0, 10), "TypeError:");
    EXPECT_EQ(run("__import__('copy').deepcopy(host.Thing())").substr(0, 10), "TypeError:");
}

TEST(HostileEnd, FinalisersMayCallTheHostAtTheEnd) {
    int calls = 0;
    Value kept;
    {
        Interpreter py;
        py.module("host").def("note", [&calls, &kept](Value v) {
            ++calls;
            kept = v;
        });
        py.exec("import host\nclass A:\n    def __del__(self): host.note([self])\na = A()\nb = [A()]\nb.append(b)");
    }
    EXPECT_GE(calls, 1);
    EXPECT_THROW(kept.str(), Error);
}

} // namespace
