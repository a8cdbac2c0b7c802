// C++ functions in Python: parameters, defaults, overloads, docstrings and signatures, results, errors, callbacks.
#include <gtest/gtest.h>

#include <minipy/minipy.hpp>

using minipy::arg;
using minipy::Error;
using minipy::Interpreter;
using minipy::Value;

namespace {

int triple(int n) { return 3 * n; }

struct Functions : testing::Test {
    Interpreter py;
    minipy::Module host = py.module("host", "The host's functions.");

    std::string run(std::string_view code) {
        const auto result = py.try_eval(code);
        return result ? result->repr() : result.error().type() + ": " + result.error().message();
    }
    void SetUp() override { py.exec("import host, inspect"); }
};

TEST_F(Functions, AnyCallableServes) {
    int calls = 0;
    host.def("pointer", &triple).def("lambda_", [&calls](std::string text) { return text + std::to_string(++calls); });
    host.def("function", std::function<double(double)>([](double x) { return x / 2; }));
    host.def("nothing", [] {});
    host.def("move_only", [p = std::make_unique<int>(5)] { return *p; });
    EXPECT_EQ(run("host.pointer(2)"), "6");
    EXPECT_EQ(run("host.lambda_('a') + host.lambda_('b')"), "'a1b2'");
    EXPECT_EQ(run("host.function(3)"), "1.5");
    EXPECT_EQ(run("host.nothing()"), "None");
    EXPECT_EQ(run("host.move_only()"), "5");
}

TEST_F(Functions, DefaultsAndKeywords) {
    host.def(
        "scale", [](double x, double by, int digits) { return std::to_string(digits) + ":" + std::to_string(x * by); },
        arg("x"), arg("by") = 2.0, minipy::kw_only, arg("digits") = 3, "Scales x.");
    EXPECT_EQ(run("host.scale(1)"), "'3:2.000000'");
    EXPECT_EQ(run("host.scale(by=5, x=2, digits=1)"), "'1:10.000000'");
    EXPECT_EQ(run("host.scale(1, 2, 3)"), "TypeError: scale() takes 2 positional arguments but 3 were given; it is "
                                          "scale(x: float, by: float = 2.0, *, digits: int = 3) -> str");
    EXPECT_EQ(run("host.scale()"), "TypeError: scale() missing 1 required argument: 'x'; it is scale(x: float, by: "
                                   "float = 2.0, *, digits: int = 3) -> str");
    EXPECT_EQ(run("host.scale(1, size=2)"), "TypeError: scale() got an unexpected keyword argument 'size'; it is "
                                            "scale(x: float, by: float = 2.0, *, digits: int = 3) -> str");
    EXPECT_EQ(run("host.scale(1, x=2)"), "TypeError: scale() got multiple values for argument 'x'; it is scale(x: "
                                         "float, by: float = 2.0, *, digits: int = 3) -> str");
    EXPECT_EQ(run("host.scale('1')"), "TypeError: scale() argument 'x' must be float, not str; it is scale(x: float, "
                                      "by: float = 2.0, *, digits: int = 3) -> str");
}

TEST_F(Functions, PositionalOnly) {
    host.def(
        "f", [](int a, int b) { return a - b; }, arg("a"), minipy::pos_only, arg("b"));
    EXPECT_EQ(run("host.f(3, b=1)"), "2");
    EXPECT_EQ(run("host.f(a=3, b=1)"),
              "TypeError: f() got an unexpected keyword argument 'a'; it is f(a: int, /, b: int) -> int");
    host.def("g", [](int a) { return a; }); // no names: by position alone
    EXPECT_EQ(run("host.g(1)"), "1");
    EXPECT_EQ(run("host.g(arg0=1)"),
              "TypeError: g() got an unexpected keyword argument 'arg0'; it is g(arg0: int, /) -> int");
}

TEST_F(Functions, RestAndKeywords) {
    host.def(
        "all",
        [](int first, minipy::args rest, minipy::kwargs options) {
            return std::to_string(first) + rest.repr() + options.repr();
        },
        arg("first"));
    EXPECT_EQ(run("host.all(1)"), "'1(){}'");
    EXPECT_EQ(run("host.all(1, 2, 3, x=4)"), "\"1(2, 3){'x': 4}\"");
    EXPECT_EQ(run("host.all(*range(3), **{'k': 0})"), "\"0(1, 2){'k': 0}\"");
    EXPECT_EQ(run("str(inspect.signature(host.all))"), "'(first: int, *args, **kwargs) -> str'");
}

TEST_F(Functions, TheRunningInterpreterIsNoParameter) {
    host.def(
        "make", [](Interpreter& interpreter, int n) { return interpreter.list(n, n + 1); }, arg("n"));
    EXPECT_EQ(run("host.make(1)"), "[1, 2]");
    EXPECT_EQ(run("str(inspect.signature(host.make))"), "'(n: int) -> object'");
}

TEST_F(Functions, Overloads) {
    host.def("kind", [](int) { return "int"; });
    host.def("kind", [](double) { return "float"; });
    host.def("kind", [](const std::string&) { return "str"; });
    host.def("kind", [](const std::vector<int>&) { return "list"; });
    EXPECT_EQ(run("[host.kind(x) for x in (1, 1.5, 'a', [1], (1, 2))]"), "['int', 'float', 'str', 'list', 'list']");
    EXPECT_EQ(run("host.kind(None)"), "TypeError: kind(): no overload takes (NoneType); there are\n    kind(arg0: int, "
                                      "/) -> str\n    kind(arg0: float, /) -> str\n    kind(arg0: str, /) -> str\n"
                                      "    kind(arg0: list[int], /) -> str");
    EXPECT_EQ(run("host.kind(2**40)"), "'float'");
}

TEST_F(Functions, DocumentationShows) {
    host.def(
        "add", [](int a, int b) { return a + b; }, arg("a"), arg("b") = 1, "Adds.");
    host.def(
        "pick", [](std::optional<std::string> name, std::vector<int> list) { return list.size() + (name ? 1 : 0); },
        arg("name") = std::nullopt, arg("list") = std::vector<int>{1});
    EXPECT_EQ(run("host.__doc__"), "\"The host's functions.\"");
    EXPECT_EQ(run("host.add.__doc__"), "'Adds.'");
    EXPECT_EQ(run("host.add.__name__, host.add.__qualname__, host.add.__module__"), "('add', 'add', 'host')");
    EXPECT_EQ(run("host.add.__text_signature__"), "'(a, b=1)'");
    EXPECT_EQ(run("str(inspect.signature(host.add))"), "'(a: int, b: int = 1) -> int'");
    EXPECT_EQ(run("str(inspect.signature(host.pick))"), "'(name: str | None = None, list: list[int] = [1]) -> int'");
    EXPECT_EQ(run("repr(host.add)"), "'<host function add>'");
}

TEST_F(Functions, CppExceptionsBecomePythons) {
    host.def("fail", [](int kind) {
        switch (kind) {
        case 0: throw std::out_of_range("range");
        case 1: throw std::invalid_argument("argument");
        case 2: throw std::domain_error("domain");
        case 3: throw std::overflow_error("overflow");
        case 4: throw std::bad_alloc();
        case 5: throw std::runtime_error("runtime");
        case 6: throw Error("KeyError", "key");
        case 7: throw std::system_error(ENOENT, std::generic_category());
        default: throw 7;
        }
    });
    py.exec("def caught(n):\n    try: host.fail(n)\n    except BaseException as e: return f'{type(e).__name__}: {e}'");
    EXPECT_EQ(run("caught(0)"), "'IndexError: range'");
    EXPECT_EQ(run("caught(1)"), "'ValueError: argument'");
    EXPECT_EQ(run("caught(2)"), "'ValueError: domain'");
    EXPECT_EQ(run("caught(3)"), "'OverflowError: overflow'");
    EXPECT_EQ(run("caught(4)"), "'MemoryError: '");
    EXPECT_EQ(run("caught(5)"), "'RuntimeError: runtime'");
    EXPECT_EQ(run("caught(6)"), "\"KeyError: 'key'\"");
    EXPECT_EQ(run("caught(7)"), "'FileNotFoundError: [Errno 2] No such file or directory'");
    EXPECT_EQ(run("caught(8)"), "'RuntimeError: a C++ exception of unknown type'");
}

struct ParseError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

TEST_F(Functions, RegisteredExceptionTypes) {
    host.exception<ParseError>("ParseError", py.builtin("ValueError"));
    host.def("parse", [] { throw ParseError("line 3"); });
    py.exec("try: host.parse()\nexcept host.ParseError as e: text = f'{e!r} {isinstance(e, ValueError)}'");
    EXPECT_EQ(py["text"].to<std::string>(), "ParseError('line 3') True");
    EXPECT_EQ(run("host.parse()"), "host.ParseError: line 3");
}

TEST_F(Functions, APythonExceptionComesBackAsTheSameObject) {
    host.def("through", [](Value callback) { callback(); });
    py.exec(R"(
original = KeyError('mine')
def thrower(): raise original
try: host.through(thrower)
except KeyError as e: same = e is original
)");
    EXPECT_TRUE(py["same"].to<bool>());
}

TEST_F(Functions, CallbacksAreKeptAlive) {
    std::function<int(int)> kept;
    host.def("on_event", [&kept](std::function<int(int)> callback) { kept = std::move(callback); });
    py.exec("def register():\n    base = 40\n    host.on_event(lambda n: base + n)\nregister()");
    EXPECT_EQ(kept(2), 42);
    py.exec("host.on_event(lambda n: 'text')");
    EXPECT_THROW(kept(1), Error);
    py.exec("host.on_event(None)");
    EXPECT_FALSE(kept);
    EXPECT_EQ(
        run("host.on_event(3)"),
        "TypeError: on_event() argument 'arg0' must be Callable, not int; it is on_event(arg0: Callable, /) -> None");
}

TEST_F(Functions, LambdasAreValues) {
    Value twice = py.function(
        "twice", [](int n) { return 2 * n; }, arg("n"));
    EXPECT_EQ(twice(4).to<int>(), 8);
    py["negate"] = [](int n) { return -n; };
    EXPECT_EQ(run("list(map(negate, [1, 2]))"), "[-1, -2]");
}

TEST_F(Functions, ASpanSeesTheArgumentsMemory) {
    host.def("fill", [](std::span<double> numbers, double value) {
        for (double& n : numbers) n = value;
    });
    host.def("sum", [](std::span<const std::byte> bytes) {
        int sum = 0;
        for (std::byte b : bytes) sum += static_cast<int>(b);
        return sum;
    });
    py.exec("import array\nnumbers = array.array('d', [1, 2])\nhost.fill(numbers, 7)");
    EXPECT_EQ(run("list(numbers)"), "[7.0, 7.0]");
    EXPECT_EQ(run("host.sum(b'ab')"), "195");
    EXPECT_EQ(run("host.fill(array.array('i', [1]), 1)"),
              "TypeError: the memory has items of format 'i' (4 bytes), not 'd' (8 bytes)");
    EXPECT_EQ(run("host.fill(b'12345678', 1)"), "BufferError: Object is not writable.");
    EXPECT_EQ(run("host.sum(3)").substr(0, 56), "TypeError: sum() argument 'arg0' must be Buffer, not int");
}

TEST_F(Functions, DeepRecursionBetweenBothEndsInAnError) {
    host.def("call", [](Value f) { return f(); });
    py.exec("def f(): return host.call(f)");
    EXPECT_EQ(run("f()").substr(0, 14), "RecursionError");
    EXPECT_EQ(run("1 + 1"), "2");
}

TEST_F(Functions, MistakesInTheHostAreErrors) {
    EXPECT_THROW(host.def(
                     "f", [](int a) { return a; }, arg("a"), arg("b")),
                 Error);
    EXPECT_THROW(host.def(
                     "f", [](int a, int) { return a; }, arg("a") = 1, arg("b")),
                 Error);
}

} // namespace
