// Python exceptions in the host's hands.
#include <gtest/gtest.h>

#include <minipy/minipy.hpp>

using minipy::Error;
using minipy::Interpreter;

namespace {

struct Errors : testing::Test {
    Interpreter py;
    Error error_of(std::string_view code) { return py.try_exec(code, "script.py").error(); }
};

TEST_F(Errors, TypeMessageAndTraceback) {
    const Error error = error_of("def f(x):\n    return 1 / x\nf(0)\n");
    EXPECT_EQ(error.type(), "ZeroDivisionError");
    EXPECT_EQ(error.message(), "division by zero");
    EXPECT_TRUE(error.is("ArithmeticError"));
    EXPECT_FALSE(error.is("ValueError"));
    ASSERT_EQ(error.frames().size(), 2u);
    EXPECT_EQ(error.frames()[0].function, "<module>");
    EXPECT_EQ(error.frames()[0].line, 3u);
    EXPECT_EQ(error.frames()[1].file, "script.py");
    EXPECT_EQ(error.frames()[1].function, "f");
    EXPECT_EQ(error.frames()[1].line, 2u);
    EXPECT_EQ(error.frames()[1].column, 11u);
    EXPECT_EQ(error.frames()[1].end_column, 16u);
    EXPECT_EQ(std::string(error.what()).substr(0, 34), "Traceback (most recent call last):");
    EXPECT_NE(std::string(error.what()).find("ZeroDivisionError: division by zero"), std::string::npos);
    EXPECT_EQ(error.value().attr("args").value().repr(), "('division by zero',)");
}

TEST_F(Errors, NotesCausesAndContexts) {
    const Error error = error_of(R"(
try:
    try: {}['k']
    except KeyError as e: raise ValueError('v') from e
except ValueError as e:
    e.add_note('first')
    e.add_note('second')
    raise
)");
    EXPECT_EQ(error.notes(), (std::vector<std::string>{"first", "second"}));
    ASSERT_NE(error.cause(), nullptr);
    EXPECT_EQ(error.cause()->type(), "KeyError");
    EXPECT_EQ(error.context(), nullptr); // suppressed by the cause
    const Error other = error_of("try: 1 / 0\nexcept ZeroDivisionError: undefined");
    EXPECT_EQ(other.message(), "name 'undefined' is not defined");
    ASSERT_NE(other.context(), nullptr);
    EXPECT_EQ(other.context()->type(), "ZeroDivisionError");
}

TEST_F(Errors, ClassesOfModulesShowTheirModule) {
    EXPECT_EQ(error_of("import json\njson.loads('[')").type(), "json.decoder.JSONDecodeError");
    EXPECT_EQ(error_of("class Mine(LookupError): pass\nraise Mine('x')").type(), "Mine");
    EXPECT_TRUE(error_of("class Mine(LookupError): pass\nraise Mine('x')").is("LookupError"));
}

TEST_F(Errors, SyntaxErrors) {
    const Error error = error_of("x = (\n");
    EXPECT_EQ(error.type(), "SyntaxError");
    EXPECT_EQ(error.message().substr(0, 20), "'(' was never closed");
    EXPECT_EQ(error.value().attr("lineno").to<int>(), 1);
}

TEST_F(Errors, SystemExitIsAnErrorToo) {
    const Error error = error_of("raise SystemExit(3)");
    EXPECT_EQ(error.type(), "SystemExit");
    EXPECT_EQ(error.value().attr("code").to<int>(), 3);
}

TEST_F(Errors, OnesMadeInCpp) {
    const Error error("KeyError", "no such user");
    EXPECT_EQ(error.type(), "KeyError");
    EXPECT_STREQ(error.what(), "KeyError: no such user");
    EXPECT_TRUE(error.value().is_empty());
}

TEST_F(Errors, TheInterpreterIsUsableAfterwards) {
    for (const char* code : {"1 / 0", "raise SystemExit", "def f(): f()\nf()", "x = [\n", "import nothing_of_that_name",
                             "b'x' * 10**18"}) {
        EXPECT_FALSE(py.try_exec(code)) << code;
        EXPECT_EQ(py.eval("1 + 1").to<int>(), 2) << code;
    }
}

TEST_F(Errors, TheTracebackSpansCppFrames) {
    py.module("host").def("call", [](minipy::Value f) { return f(); });
    const Error error =
        error_of("import host\ndef inner(): raise ValueError('deep')\ndef outer(): host.call(inner)\nouter()");
    std::string functions;
    for (const minipy::Frame& frame : error.frames()) functions += frame.function + " ";
    EXPECT_EQ(functions, "<module> outer inner ");
}

} // namespace
