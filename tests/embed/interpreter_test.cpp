// Running code, namespaces, modules, imports.
#include <gtest/gtest.h>

#include <minipy/minipy.hpp>

using minipy::Error;
using minipy::Interpreter;
using minipy::Value;

namespace {

TEST(InterpreterTest, MainLasts) {
    Interpreter py;
    py.exec("x = 3\ndef f(n): return n * x");
    EXPECT_EQ(py["x"].to<int>(), 3);
    py["x"] = 4;
    EXPECT_EQ(py["f"](2).to<int>(), 8);
    EXPECT_EQ(py.eval("f(1) + 1").to<int>(), 5);
    EXPECT_EQ(py.eval("__name__").to<std::string>(), "__main__");
    EXPECT_THROW(py.eval("x = 3"), Error);
    EXPECT_THROW(py["nothing"].value(), Error);
}

TEST(InterpreterTest, NamespacesAreApart) {
    Interpreter py;
    py.exec("x = 1");
    Value own = py.new_namespace();
    py.exec("y = 2\nimport math", "own.py", own);
    EXPECT_FALSE(py.globals().contains("y"));
    EXPECT_EQ(py.eval("y + math.floor(0.5)", own).to<int>(), 2);
    EXPECT_THROW(py.eval("x", own), Error);
    Value locals = py.dict();
    py.exec("z = x + 1", "<string>", py.globals(), locals);
    EXPECT_EQ(locals.repr(), "{'z': 2}");
    EXPECT_THROW(py.exec("1", "<string>", py.value(3)), Error);
}

TEST(InterpreterTest, InterpretersAreApart) {
    Interpreter one, two;
    one.exec("x = 1\nimport math\nmath.pi = 3");
    EXPECT_FALSE(two.globals().contains("x"));
    EXPECT_GT(two.eval("__import__('math').pi").to<double>(), 3.1);
    Interpreter moved = std::move(one);
    EXPECT_EQ(moved["x"].to<int>(), 1);
    EXPECT_THROW(one.exec("1"), Error);
}

TEST(InterpreterTest, ModulesOfTheHost) {
    Interpreter py;
    auto host = py.module("host", "What the host offers.");
    host.attr("VERSION") = 7;
    host.module("net").def("ping", [] { return "pong"; });
    py.exec("import host\nimport host.net\nfrom host.net import ping\nresult = ping(), host.VERSION, "
            "host.net.ping.__module__, host.__doc__");
    EXPECT_EQ(py["result"].value().repr(), "('pong', 7, 'host.net', 'What the host offers.')");
    EXPECT_TRUE(py.module("host").same_as(host));
    py.module("math").attr("tau2") = 2; // additions to a built-in module
    EXPECT_EQ(py.eval("__import__('math').tau2").to<int>(), 2);
    py.exec("import sys\ndel sys.modules['host']\nimport host as again");
    EXPECT_TRUE(py["again"].same_as(host));
}

TEST(InterpreterTest, ModulesFromMemory) {
    Interpreter py;
    py.add_module_source("shapes", "from . import round\n", true);
    py.add_module_source("shapes.round", "def area(r): return 3 * r * r\n");
    EXPECT_EQ(py.import("shapes.round").attr("area")(2).to<int>(), 12);
    std::vector<std::string> asked;
    py.on_import([&](std::string_view name) -> std::optional<Interpreter::ModuleSource> {
        asked.emplace_back(name);
        if (name == "plugin") return Interpreter::ModuleSource{"value = __name__ + '!'"};
        return std::nullopt;
    });
    py.exec("import plugin\nimport plugin, heapq");
    EXPECT_EQ(py.eval("plugin.value").to<std::string>(), "plugin!");
    EXPECT_EQ(asked.front(), "plugin");
    EXPECT_THROW(py.exec("import missing"), Error);
    py.on_import([](std::string_view) -> std::optional<Interpreter::ModuleSource> {
        throw std::runtime_error("the archive is broken");
    });
    EXPECT_EQ(py.try_exec("import other").error().message(), "the archive is broken");
}

TEST(InterpreterTest, ThirtyLineProgram) {
    minipy::Interpreter py;
    auto game = py.module("game");
    int score = 0;
    game.def(
        "add_score",
        [&score](int points) {
            score += points;
            return score;
        },
        minipy::arg("points"), "Adds points and gives the total.");
    py.exec(R"(
import game

def on_hit(enemy, damage=1):
    enemy['health'] -= damage
    if enemy['health'] <= 0:
        game.add_score(enemy['worth'])
        return True
    return False
)");
    auto enemy = py.eval("{'health': 3, 'worth': 50}");
    int hits = 1;
    while (!py["on_hit"](enemy).to<bool>()) ++hits;
    EXPECT_EQ(hits, 3);
    EXPECT_EQ(score, 50);
}

} // namespace
