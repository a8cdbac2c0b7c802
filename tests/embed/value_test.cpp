// Values: conversions both ways, attributes, items, calls, iteration, operators, and outliving the interpreter.
#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <cmath>
#include <complex>
#include <deque>
#include <map>
#include <minipy/minipy.hpp>
#include <set>
#include <sstream>
#include <unordered_map>
#include <unordered_set>

using minipy::Error;
using minipy::Interpreter;
using minipy::Value;

namespace {

// The type of the error that `body` throws; empty: none.
template <class F>
std::string error_of(F&& body) {
    try {
        body();
        return "";
    } catch (const Error& error) {
        return error.type() + ": " + error.message();
    }
}

struct Values : testing::Test {
    Interpreter py;
    // To Python and back.
    template <class T>
    T there_and_back(const T& value) {
        return py.value(value).template to<T>();
    }
};

TEST_F(Values, NumbersGoThereAndBack) {
    EXPECT_EQ(there_and_back(true), true);
    EXPECT_EQ(there_and_back(std::numeric_limits<std::int64_t>::min()), std::numeric_limits<std::int64_t>::min());
    EXPECT_EQ(there_and_back(std::numeric_limits<std::uint64_t>::max()), std::numeric_limits<std::uint64_t>::max());
    EXPECT_EQ(there_and_back(std::int8_t{-128}), -128);
    EXPECT_EQ(there_and_back(1e300), 1e300);
    EXPECT_EQ(there_and_back(0.1f), 0.1f);
    EXPECT_EQ(there_and_back(std::complex<double>(1, -2)), std::complex<double>(1, -2));
    EXPECT_EQ(py.value(std::byte{7}).to<int>(), 7);
    EXPECT_EQ(py.value(3).repr(), "3");
    EXPECT_EQ(py.value(3.0).repr(), "3.0");
    EXPECT_EQ(py.value(nullptr).repr(), "None");
}

TEST_F(Values, IntegersAreRangeChecked) {
    EXPECT_EQ(error_of([&] { py.eval("256").to<std::uint8_t>(); }), "OverflowError: 256 does not fit (0 to 255)");
    EXPECT_EQ(error_of([&] { py.eval("-1").to<unsigned>(); }), "OverflowError: -1 does not fit (0 to 4294967295)");
    EXPECT_EQ(error_of([&] { py.eval("2**70").to<std::int64_t>(); }),
              "OverflowError: 1180591620717411303424 does not fit (-9223372036854775808 to 9223372036854775807)");
    EXPECT_EQ(error_of([&] { py.eval("1e300").to<float>(); }), "OverflowError: float too large to convert");
}

TEST_F(Values, OnlyWhatIsOneConverts) {
    EXPECT_EQ(error_of([&] { py.eval("1.5").to<int>(); }), "TypeError: expected int, not float");
    EXPECT_EQ(error_of([&] { py.eval("1").to<bool>(); }), "TypeError: expected bool, not int");
    EXPECT_EQ(error_of([&] { py.eval("b'x'").to<std::string>(); }), "TypeError: expected str, not bytes");
    EXPECT_EQ(error_of([&] { py.eval("['a', 1]").to<std::vector<std::string>>(); }),
              "TypeError: expected list[str], not list");
    EXPECT_EQ(py.eval("3").to<double>(), 3.0); // an int is a number
    py.exec("class Index:\n    def __index__(self): return 5\nclass Broken:\n    def __index__(self): raise "
            "KeyError('no')");
    EXPECT_EQ(py.eval("Index()").to<int>(), 5);
    EXPECT_EQ(error_of([&] { py.eval("Broken()").to<int>(); }), "KeyError: 'no'");
}

TEST_F(Values, Texts) {
    EXPECT_EQ(there_and_back(std::string("gr\xc3\xbc\xc3\x9f dich \xf0\x9f\x90\x8d")),
              "gr\xc3\xbc\xc3\x9f dich \xf0\x9f\x90\x8d");
    EXPECT_TRUE(there_and_back(std::u8string(u8"ä")) == u8"ä");
    EXPECT_EQ(py.value("text").to<std::string>(), "text");
    EXPECT_EQ(py.value('x').repr(), "'x'");
    EXPECT_EQ(py.value(U'\u00e9').to<std::string>(), "\xc3\xa9");
    EXPECT_EQ(py.eval("'\\u20ac'").to<char32_t>(), U'\u20ac');
    EXPECT_EQ(py.value(static_cast<const char*>(nullptr)).repr(), "None");
    EXPECT_EQ(error_of([&] { py.value("\xff"); }).substr(0, 18), "UnicodeDecodeError");
    EXPECT_EQ(error_of([&] { py.eval("'\\udc80'").to<std::string>(); }).substr(0, 18), "UnicodeEncodeError");
    EXPECT_EQ(py.value(std::string("a\0b", 3)).len(), 3u);
}

TEST_F(Values, Bytes) {
    EXPECT_EQ(py.value(minipy::bytes("a\xff")).repr(), "b'a\\xff'");
    EXPECT_EQ(py.eval("bytearray(b'ab')").to<minipy::bytes>(), "ab");
    EXPECT_EQ(py.value(std::vector<std::uint8_t>{1, 2}).repr(), "b'\\x01\\x02'");
    EXPECT_EQ(py.eval("[1, 2]").to<std::vector<std::uint8_t>>(), (std::vector<std::uint8_t>{1, 2}));
    EXPECT_EQ(py.eval("memoryview(b'abc')[1:]").to<std::vector<std::byte>>(),
              (std::vector<std::byte>{std::byte{'b'}, std::byte{'c'}}));
}

TEST_F(Values, Containers) {
    EXPECT_EQ(py.value(std::vector<int>{1, 2}).repr(), "[1, 2]");
    EXPECT_EQ(there_and_back(std::vector<std::vector<double>>{{1.5}, {}}),
              (std::vector<std::vector<double>>{{1.5}, {}}));
    EXPECT_EQ(py.eval("(i * i for i in range(3))").to<std::vector<int>>(), (std::vector<int>{0, 1, 4}));
    EXPECT_EQ(there_and_back(std::deque<std::string>{"a", "b"}), (std::deque<std::string>{"a", "b"}));
    EXPECT_EQ(there_and_back(std::array<int, 2>{3, 4}), (std::array<int, 2>{3, 4}));
    EXPECT_EQ(error_of([&] { (py.eval("[1, 2, 3]").to<std::array<int, 2>>()); }),
              "TypeError: expected list[int], not list");
    EXPECT_EQ(py.value(std::set<int>{2, 1}).repr(), "{1, 2}");
    EXPECT_EQ(there_and_back(std::unordered_set<std::string>{"a"}), (std::unordered_set<std::string>{"a"}));
    EXPECT_EQ(py.value(std::map<std::string, int>{{"a", 1}, {"b", 2}}).repr(), "{'a': 1, 'b': 2}");
    EXPECT_EQ((there_and_back(std::unordered_map<int, std::vector<int>>{{1, {2, 3}}})),
              (std::unordered_map<int, std::vector<int>>{{1, {2, 3}}}));
    EXPECT_EQ(py.value(std::tuple(1, "x", 2.5)).repr(), "(1, 'x', 2.5)");
    EXPECT_EQ((py.eval("[1, 'x']").to<std::pair<int, std::string>>()), (std::pair<int, std::string>{1, "x"}));
    EXPECT_EQ(error_of([&] { (py.eval("(1, 2, 3)").to<std::pair<int, int>>()); }),
              "TypeError: expected tuple[int, int], not tuple");
    EXPECT_EQ(error_of([&] { py.eval("'text'").to<std::vector<std::string>>(); }),
              "TypeError: expected list[str], not str");
    EXPECT_EQ(error_of([&] { py.eval("(1 // 0 for _ in 'a')").to<std::vector<int>>(); }),
              "ZeroDivisionError: integer division or modulo by zero");
    const int array[] = {7, 8};
    EXPECT_EQ(py.value(std::span(array)).repr(), "[7, 8]");
}

TEST_F(Values, OptionalAndVariant) {
    EXPECT_EQ(py.value(std::optional<int>()).repr(), "None");
    EXPECT_EQ(there_and_back(std::optional<int>(3)), 3);
    EXPECT_EQ(py.eval("None").to<std::optional<std::string>>(), std::nullopt);
    using Either = std::variant<int, double, std::string>;
    EXPECT_EQ(py.eval("1").to<Either>(), Either(1));
    EXPECT_EQ(py.eval("1.0").to<Either>(), Either(1.0));
    EXPECT_EQ(py.eval("'1'").to<Either>(), Either("1"));
    EXPECT_EQ(py.value(Either(2.5)).repr(), "2.5");
    EXPECT_EQ(error_of([&] { py.eval("[]").to<Either>(); }), "TypeError: expected int | float | str, not list");
}

TEST_F(Values, Time) {
    using namespace std::chrono;
    EXPECT_EQ(py.value(milliseconds(1500)).repr(), "1.5");
    EXPECT_EQ(py.eval("0.25").to<milliseconds>(), 250ms);
    EXPECT_EQ(there_and_back(system_clock::time_point(seconds(1700000000))),
              system_clock::time_point(seconds(1700000000)));
    EXPECT_EQ(error_of([&] { py.eval("1e30").to<nanoseconds>(); }),
              "OverflowError: the time does not fit the parameter's type");
}

TEST_F(Values, TryToGivesTheErrorInstead) {
    auto good = py.eval("3").try_to<int>();
    ASSERT_TRUE(good);
    EXPECT_EQ(*good, 3);
    auto bad = py.eval("'3'").try_to<int>();
    ASSERT_FALSE(bad);
    EXPECT_EQ(bad.error().type(), "TypeError");
    EXPECT_EQ(bad.value_or(7), 7);
    EXPECT_THROW(bad.value(), Error);
}

TEST_F(Values, IsAsksWithoutConversion) {
    EXPECT_TRUE(py.eval("1").is<int>());
    EXPECT_FALSE(py.eval("1").is<double>());
    EXPECT_FALSE(py.eval("True").is<int>());
    EXPECT_FALSE(py.eval("300").is<std::uint8_t>());
    EXPECT_TRUE(py.eval("[1]").is<std::vector<int>>());
    EXPECT_FALSE(py.eval("(1,)").is<std::vector<int>>());
    EXPECT_TRUE(py.eval("None").is_none());
}

TEST_F(Values, ItemsAndAttributes) {
    Value config = py.eval("{'size': [640, 480]}");
    EXPECT_EQ(config["size"][0].to<int>(), 640);
    config["title"] = "hello";
    config["size"][1] = config["size"][0];
    EXPECT_EQ(config.repr(), "{'size': [640, 640], 'title': 'hello'}");
    EXPECT_TRUE(config.contains("title"));
    config.del_item("title");
    EXPECT_EQ(config.len(), 1u);
    EXPECT_EQ(config["none"].get(5), 5);
    EXPECT_EQ(error_of([&] { config["none"].to<int>(); }), "KeyError: 'none'");

    py.exec("class Box: pass\nbox = Box()");
    Value box = py["box"];
    box.attr("x") = 3;
    box.set_attr("y", std::vector<int>{1});
    EXPECT_EQ(box.attr("x").to<int>(), 3);
    EXPECT_TRUE(box.has_attr("y"));
    box.del_attr("y");
    EXPECT_FALSE(box.has_attr("y"));
    EXPECT_EQ(error_of([&] { box.attr("y").value(); }), "AttributeError: 'Box' object has no attribute 'y'");
}

TEST_F(Values, Calls) {
    py.exec("def scale(x, *more, factor=2, **options): return (x * factor, more, options)");
    Value scale = py["scale"];
    using minipy::kw;
    EXPECT_EQ(scale(3).repr(), "(6, (), {})");
    EXPECT_EQ(scale(3, kw("factor") = 10, kw("z") = "z").repr(), "(30, (), {'z': 'z'})");
    EXPECT_EQ(scale(1, minipy::args(py.list(2, 3)), kw("factor") = 1, minipy::kwargs(py.eval("{'a': 1}"))).repr(),
              "(1, (2, 3), {'a': 1})");
    EXPECT_EQ(py["scale"](1).repr(), "(2, (), {})");
    EXPECT_EQ(py.value("a,b").call_method("split", ",").repr(), "['a', 'b']");
    EXPECT_EQ(error_of([&] { scale(); }), "TypeError: scale() missing 1 required positional argument: 'x'");
    EXPECT_EQ(error_of([&] { py.value(3)(); }), "TypeError: 'int' object is not callable");
    auto wrong = scale.try_call();
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().type(), "TypeError");
    EXPECT_EQ(py.builtin("sorted")(py.list(3, 1, 2), kw("reverse") = true).repr(), "[3, 2, 1]");
}

TEST_F(Values, Iteration) {
    int sum = 0;
    for (Value item : py.eval("range(5)")) sum += item.to<int>();
    EXPECT_EQ(sum, 10);
    std::string text;
    Value dict = py.eval("{'a': 1, 'b': 2}");
    for (auto [key, value] : dict.items()) text += key.to<std::string>() + value.str();
    EXPECT_EQ(text, "a1b2");
    EXPECT_EQ(error_of([&] {
                  for (Value item : py.value(3)) static_cast<void>(item);
              }),
              "TypeError: 'int' object is not iterable");
}

TEST_F(Values, Operators) {
    Value two = py.value(2), half = py.value(0.5);
    EXPECT_TRUE(two == 2 && 2 == two && two != 3 && two < 3 && 1 < two && two >= half);
    EXPECT_EQ((two + half).repr(), "2.5");
    EXPECT_EQ((10 - two).repr(), "8");
    EXPECT_EQ((two * "ab").repr(), "'abab'");
    EXPECT_EQ((two / 4).repr(), "0.5");
    EXPECT_EQ((-two).repr(), "-2");
    EXPECT_EQ((~two).repr(), "-3");
    EXPECT_EQ(error_of([&] { static_cast<void>(two < "a"); }),
              "TypeError: '<' not supported between instances of 'int' and 'str'");
    EXPECT_EQ(py.eval("'a'").hash(), py.value("a").hash());
    EXPECT_TRUE(py.eval("[0]").truth());
    EXPECT_EQ(two.type_name(), "int");
    EXPECT_TRUE(two.type().same_as(py.builtin("int")));
    std::ostringstream out;
    out << py.eval("[1, 'x']");
    EXPECT_EQ(out.str(), "[1, 'x']");
    std::unordered_map<Value, int> counts;
    ++counts[py.value("k")];
    ++counts[py.eval("'k'")];
    EXPECT_EQ(counts.size(), 1u);
}

TEST_F(Values, CopiesShareTheObject) {
    Value list = py.list(1);
    Value same = list;
    same.call_method("append", 2);
    EXPECT_EQ(list.repr(), "[1, 2]");
    Value moved = std::move(same);
    EXPECT_TRUE(same.is_empty());
    EXPECT_TRUE(moved.same_as(list));
    EXPECT_EQ(error_of([&] { same.str(); }), "RuntimeError: this Value is empty");
    EXPECT_EQ(py.list(Value()).repr(), "[None]");
}

TEST(ValueLifetime, AValueThatOutlivesItsInterpreterIsHarmless) {
    Value left, copy;
    std::optional<Error> error;
    std::string log;
    {
        Interpreter py;
        py.module("host").def("log", [&log](std::string text) { log += text; });
        py.exec("import host\nclass Noisy:\n    def __del__(self): host.log('gone')\nkept = Noisy()");
        left = py.eval("[Noisy()]");
        error = py.try_exec("1 / 0").error();
    }
    EXPECT_EQ(error_of([&] { left.repr(); }), "RuntimeError: the interpreter of this value is gone");
    EXPECT_EQ(log, "gonegone"); // finalisers ran, and could call the host
    copy = left;
    EXPECT_EQ(error_of([&] { copy[0].value(); }), "RuntimeError: the interpreter of this value is gone");
    EXPECT_EQ(error->message(), "division by zero");
}

TEST(ValueLifetime, InterpretersDoNotMix) {
    Interpreter one, two;
    Value list = one.list();
    EXPECT_EQ(error_of([&] { two["x"] = list; }), "TypeError: a value of another interpreter cannot be used here");
}

// A type of the program's own.
struct Vec2 {
    double x, y;
    bool operator==(const Vec2&) const = default;
};

} // namespace

template <>
struct minipy::Convert<Vec2> {
    static constexpr const char* name = "tuple[float, float]";
    static Value to_python(Interpreter& py, const Vec2& v) { return py.tuple(v.x, v.y); }
    static std::optional<Vec2> from_python(const Value& value) {
        auto pair = value.try_to<std::pair<double, double>>();
        if (!pair) return std::nullopt;
        return Vec2{pair->first, pair->second};
    }
};

namespace {

TEST_F(Values, TypesOfTheProgramsOwn) {
    EXPECT_EQ(py.value(Vec2{1, 2}).repr(), "(1.0, 2.0)");
    EXPECT_EQ(there_and_back(std::vector<Vec2>{{1, 2}}), (std::vector<Vec2>{{1, 2}}));
    EXPECT_EQ(error_of([&] { py.eval("(1, 'x')").to<Vec2>(); }), "TypeError: expected tuple[float, float], not tuple");
    py.module("host").def(
        "norm", [](const Vec2& v) { return v.x * v.x + v.y * v.y; }, minipy::arg("v"));
    EXPECT_EQ(py.import("host").attr("norm")(Vec2{3, 4}).to<double>(), 25);
    EXPECT_EQ(error_of([&] { py.import("host").attr("norm")(3); }),
              "TypeError: norm() argument 'v' must be tuple[float, float], not int; it is norm(v: tuple[float, float]) "
              "-> float");
}

// Plain calls of Python functions have a way of their own: what goes wrong on it, and who owns what.
TEST_F(Values, PlainCallsOfPythonFunctions) {
    py.exec(R"(
import weakref
class Thing: pass
def first(a, b): return a
def drop(a):
    global drop
    del drop
    return 'dropped'
def fail(a): raise KeyError(a)
def deep(n): return 0 if n == 0 else 1 + deep(n - 1)
def locals_after(a):
    b = [a, Thing()]
    return len(b)
)");
    Value thing = py["Thing"]();
    py["alive"] = py.import("weakref").attr("ref")(thing);
    EXPECT_TRUE(py["first"](thing, 1).same_as(thing));
    EXPECT_EQ(py["locals_after"](thing).to<int>(), 2);
    EXPECT_EQ(error_of([&] { py["fail"](thing); }).substr(0, 9), "KeyError:");
    EXPECT_EQ(error_of([&] { py["first"](thing); }), "TypeError: first() missing 1 required positional argument: 'b'");
    EXPECT_EQ(error_of([&] { py["deep"](100'000); }), "RecursionError: maximum recursion depth exceeded");
    EXPECT_EQ(py["deep"](500).to<int>(), 500);
    thing = Value();
    EXPECT_TRUE(py.eval("alive() is None").to<bool>()); // no call kept it
    const Value drop = py["drop"];
    py.exec("kept = drop");
    EXPECT_EQ(drop(1).to<std::string>(), "dropped");
    EXPECT_EQ(error_of([&] { py["drop"](1); }).substr(0, 9), "KeyError:");
    // The host's functions within, and calls from those.
    py.module("host").def("again", [&](int n) { return n == 0 ? 0 : 1 + py["through"](n - 1).to<int>(); });
    py.exec("import host\ndef through(n): return host.again(n)");
    EXPECT_EQ(py["through"](50).to<int>(), 50);
    EXPECT_EQ(error_of([&] { py["through"](100'000); }), "RecursionError: maximum recursion depth exceeded");
    EXPECT_EQ(py["through"](50).to<int>(), 50);
}

TEST_F(Values, NamesOfEveryKind) {
    py.exec("class Box: pass\nbox = Box()");
    const Value box = py["box"];
    const std::string names[] = {"",
                                 "a",
                                 "seven_7",
                                 "eight_88",
                                 "a_long_name_with_many_letters",
                                 "\u00e9",
                                 "\u00c3\u00a9",
                                 "\u65e5\u672c",
                                 "a b",
                                 std::string("nul\0l", 5)};
    for (int round = 0; round < 2; ++round) {
        int n = 0;
        for (const std::string& name : names) box.set_attr(name, ++n);
        n = 0;
        for (const std::string& name : names) {
            EXPECT_EQ(box.attr(name).to<int>(), ++n) << name;
            EXPECT_TRUE(box.has_attr(name));
        }
    }
    for (int i = 0; i < 1000; ++i) box.set_attr("x" + std::to_string(i), i); // more than are kept
    for (int i = 0; i < 1000; ++i) EXPECT_EQ(box.attr("x" + std::to_string(i)).to<int>(), i);
    EXPECT_FALSE(box.has_attr("y"));
}

TEST_F(Values, IntegersAtTheEdgesOfWords) {
    const std::int64_t edge = std::int64_t{1} << 61;
    for (const std::int64_t value : {edge - 1, edge, edge + 1, -edge - 1, -edge, -edge + 1, INT64_MAX, INT64_MIN}) {
        EXPECT_EQ(there_and_back(value), value);
        EXPECT_EQ(py.value(value).str(), std::to_string(value));
    }
    for (const std::uint64_t value :
         {std::uint64_t{1} << 61, (std::uint64_t{1} << 63) - 1, std::uint64_t{1} << 63, std::uint64_t{UINT64_MAX}}) {
        EXPECT_EQ(there_and_back(value), value);
        EXPECT_EQ(py.value(value).str(), std::to_string(value));
    }
    EXPECT_EQ(error_of([&] { py.eval("-1").to<std::uint64_t>(); }),
              "OverflowError: -1 does not fit (0 to 18446744073709551615)");
    EXPECT_EQ(error_of([&] { py.eval("-1").to<std::uint8_t>(); }), "OverflowError: -1 does not fit (0 to 255)");
    EXPECT_EQ(error_of([&] { py.eval("128").to<std::int8_t>(); }), "OverflowError: 128 does not fit (-128 to 127)");
    EXPECT_EQ(there_and_back(-0.0), 0.0);
    EXPECT_EQ(there_and_back(1e300), 1e300);
    EXPECT_EQ(there_and_back(1e-320), 1e-320);
    EXPECT_TRUE(std::isnan(there_and_back(std::nan(""))));
}

} // namespace
