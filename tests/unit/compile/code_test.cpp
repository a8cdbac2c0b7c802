// What code the compiler makes: few instructions, in CPython's order of evaluation.
#include <gtest/gtest.h>

#include "tests/unit/compile/compile_helpers.h"

namespace mp {
namespace {

// The code of the only function in `text`, which must verify.
struct FunctionCode {
    explicit FunctionCode(std::string_view text, const char* name = "f") : compiled(compile_text(text)) {
        EXPECT_TRUE(compiled.unit) << compiled.error.message;
        if (!compiled.unit) return;
        EXPECT_EQ(verify(*compiled.unit), "");
        unit = compiled.find(name);
    }
    std::size_t count(Op op) const { return count_of(*unit, op); }
    Compiled compiled;
    const CodeUnit* unit = nullptr;
};

TEST(Code, AResultGoesStraightToItsLocal) {
    FunctionCode code("def f(a, b):\n  x = a + b\n  return x\n");
    ASSERT_TRUE(code.unit);
    EXPECT_EQ(code.unit->words.size(), 2u) << disassemble(*code.unit);
    EXPECT_EQ(op_of(code.unit->words[0]), Op::ADD);
    EXPECT_LT(a_of(code.unit->words[0]), 0);
}

TEST(Code, ALocalThatIsSurelyBoundIsNotChecked) {
    FunctionCode code("def f(a):\n  x = 1\n  while a:\n    x = x + a\n  return x\n");
    EXPECT_EQ(code.count(Op::CHECK_LOCAL), 0u);
}

TEST(Code, ALocalThatMayBeUnboundIsChecked) {
    EXPECT_EQ(FunctionCode("def f(a):\n  if a: x = 1\n  return x\n").count(Op::CHECK_LOCAL), 1u);
    EXPECT_EQ(FunctionCode("def f(a):\n  for x in a: pass\n  return x\n").count(Op::CHECK_LOCAL), 1u);
    EXPECT_EQ(FunctionCode("def f(x):\n  del x\n  return x\n").count(Op::CHECK_LOCAL), 1u);
    EXPECT_EQ(FunctionCode("def f(a):\n  try:\n    x = a()\n  except E: pass\n  return x\n").count(Op::CHECK_LOCAL),
              1u);
    EXPECT_EQ(FunctionCode("def f(a):\n  try:\n    x = a()\n  except E: return\n  return x\n").count(Op::CHECK_LOCAL),
              0u);
    EXPECT_EQ(FunctionCode("def f(x):\n  try: pass\n  except E as x: pass\n  return x\n").count(Op::CHECK_LOCAL), 0u);
    EXPECT_EQ(FunctionCode("def f(x):\n  try: g()\n  except E as x: pass\n  return x\n").count(Op::CHECK_LOCAL), 1u);
}

TEST(Code, AnOperandThatALaterOneRebindsIsCopied) {
    FunctionCode code("def f(a):\n  return a + (a := 1)\n");
    EXPECT_EQ(code.count(Op::MOVE), 1u) << disassemble(*code.unit);
    EXPECT_EQ(FunctionCode("def f(a, b):\n  return a + b\n").count(Op::MOVE), 0u);
}

TEST(Code, ConditionsAreCompareAndBranch) {
    FunctionCode code("def f(a, b):\n  if a < b and a is not None or b == 'x': g()\n");
    EXPECT_EQ(code.count(Op::JLT), 1u);
    EXPECT_EQ(code.count(Op::JNONE), 1u);
    EXPECT_EQ(code.count(Op::JEQK), 1u);
    EXPECT_EQ(code.count(Op::JUMP_IF), 0u);
}

TEST(Code, SwappingLocalsMakesNoTuple) {
    FunctionCode code("def f(a, b):\n  a, b = b, a + b\n  return a\n");
    EXPECT_EQ(code.count(Op::BUILD_TUPLE), 0u);
    EXPECT_EQ(code.unit->words.size(), 4u) << disassemble(*code.unit);
}

TEST(Code, ComprehensionsRunInTheFrameAround) {
    FunctionCode code("def f(a):\n  return [x for x in a]\n");
    EXPECT_EQ(code.count(Op::MAKE_FUNCTION), 0u);
    EXPECT_EQ(code.unit->local_names, (std::vector<std::string>{"a", "x"}));
    EXPECT_EQ(FunctionCode("def f(a):\n  return [lambda: x for x in a]\n").count(Op::MAKE_FUNCTION), 1u);
    EXPECT_EQ(FunctionCode("class f:\n  y = [x for x in a]\n").count(Op::MAKE_FUNCTION), 1u);
}

TEST(Code, ACapturedLocalIsACellAndAnInlinedVariableIsNot) {
    FunctionCode code("def f(a):\n  b = [a for _ in a]\n  return lambda: b\n");
    EXPECT_EQ(code.unit->local_is_cell, (std::vector<bool>{false, true, false}));
}

TEST(Code, SuperNeedsNoBoundMethod) {
    FunctionCode code("class A:\n  def f(self):\n    super().f()\n    return super().x\n", "A.f");
    EXPECT_EQ(code.count(Op::LOAD_SUPER_METHOD), 1u);
    EXPECT_EQ(code.count(Op::GET_SUPER_ATTR), 1u);
    EXPECT_EQ(code.unit->free_names, (std::vector<std::string>{"__class__"}));
}

TEST(Code, CallsWithManyArgumentsComeInPieces) {
    std::string call = "f(";
    for (int i = 0; i < 300; ++i) call += "a" + std::to_string(i) + ",";
    Compiled compiled =
        compile_text(call + ")\n" + "x = " + std::string(150, '(') + "f()" + std::string(150, ')') + "\n");
    ASSERT_TRUE(compiled.unit);
    EXPECT_EQ(verify(*compiled.unit), "");
    EXPECT_EQ(count_of(*compiled.unit, Op::CALL_EX), 1u);
}

TEST(Code, DeeplyNestedCallsFit) {
    std::string text = "def f(a, b):\n  x = ";
    for (int i = 0; i < 90; ++i) text += "a(a, b, ";
    text += "1" + std::string(90, ')') + "\n  return x\n";
    FunctionCode code(text);
    EXPECT_GT(code.count(Op::UNPACK), 0u);
}

TEST(Code, FunctionsMayHaveMoreLocalsThanOperandsReach) {
    std::string text = "def f(p):\n";
    for (int i = 0; i < 300; ++i) text += "  v" + std::to_string(i) + " = p + v" + std::to_string(i / 2) + "\n";
    FunctionCode code(text + "  def g(): return p, v0, v299\n  del v1\n  return [v2 for v2 in v3]\n");
    EXPECT_GT(code.count(Op::STORE_HIGH), 0u);
    EXPECT_EQ(code.count(Op::DELETE_HIGH), 1u);
}

TEST(Code, ConstantsAreFolded) {
    FunctionCode code("def f():\n  return 2 * 3 + 4 ** 2 - (7 // 2), 'a' * 3 + 'b', -1, not 0, (1, (2.5, None))\n");
    EXPECT_EQ(code.unit->words.size(), 2u) << disassemble(*code.unit);
}

TEST(Code, FoldingIsBounded) {
    EXPECT_EQ(FunctionCode("def f():\n  return 'a' * 10000\n").count(Op::MULK), 1u);
    EXPECT_EQ(FunctionCode("def f():\n  return 1 << 100\n").count(Op::LSHIFTK), 1u);
    EXPECT_EQ(FunctionCode("def f():\n  return 1 // 0\n").count(Op::FLOORDIVK), 1u);
    EXPECT_EQ(FunctionCode("def f():\n  return 10 ** 100\n").count(Op::POWK), 1u);
}

TEST(Code, EqualConstantsOfDifferentKindsStayApart) {
    FunctionCode code("def f():\n  return g(100000, 100000.0, 0.0, -0.0, 1.0, 100000, 0.0, 'x', b'x')\n");
    EXPECT_EQ(code.unit->constants.size(), 8u); // and the name g
}

TEST(Code, AssertionsAndDocstringsGoWithOptimization) {
    CompileOptions options;
    options.optimization = 2;
    Compiled compiled = compile_text("def f():\n  'doc'\n  assert x, y\n  if __debug__: g()\n", options);
    const CodeUnit* unit = compiled.find("f");
    ASSERT_TRUE(unit);
    EXPECT_FALSE(unit->has_docstring);
    EXPECT_EQ(unit->words.size(), 1u) << disassemble(*unit);
}

TEST(Code, DocstringsLoseTheirIndentation) {
    Compiled compiled = compile_text("def f():\n  '''First\n\n    second\n  third\n  '''\n");
    const CodeUnit* unit = compiled.find("f");
    ASSERT_TRUE(unit && unit->has_docstring);
    EXPECT_EQ(unit->constants[0].text, "First\n\n  second\nthird\n");
}

TEST(Code, QualifiedNames) {
    Compiled compiled = compile_text("class A:\n  def f(self):\n    def g(): return lambda: 0\n  class B: pass\ndef "
                                     "h():\n  global k\n  def k(): pass\n");
    for (const char* name : {"A", "A.f", "A.f.<locals>.g", "A.f.<locals>.g.<locals>.<lambda>", "A.B", "h", "k"})
        EXPECT_TRUE(compiled.find(name)) << name;
}

TEST(Code, ParametersComeFirst) {
    FunctionCode code("def f(a, /, b, *c, d, **e): g = 1\n");
    EXPECT_EQ(code.unit->local_names, (std::vector<std::string>{"a", "b", "d", "c", "e", "g"}));
    EXPECT_EQ(code.unit->positional_only, 1u);
    EXPECT_EQ(code.unit->positional, 2u);
    EXPECT_EQ(code.unit->keyword_only, 1u);
    EXPECT_TRUE(code.unit->has_varargs && code.unit->has_varkeywords);
}

TEST(Code, KindsOfFunctions) {
    Compiled compiled =
        compile_text("def g(): yield\nasync def c(): await x\nasync def a():\n  yield\nh = (x for x in y)\n");
    EXPECT_TRUE(compiled.find("g")->is_generator);
    EXPECT_TRUE(compiled.find("c")->is_coroutine && !compiled.find("c")->is_generator);
    EXPECT_TRUE(compiled.find("a")->is_async_generator && !compiled.find("a")->is_coroutine);
    EXPECT_TRUE(compiled.find("<genexpr>")->is_generator);
}

TEST(Code, LocationsAreThoseOfTheNodes) {
    Compiled compiled = compile_text("x = a.b(1)[2] +\\\n  c\n");
    ASSERT_TRUE(compiled.unit);
    const CodeUnit& unit = *compiled.unit;
    auto location_of = [&](Op op) {
        std::size_t pc = 0;
        while (op_of(unit.words[pc]) != op) pc += op_info(op_of(unit.words[pc])).words;
        Location found{};
        for (const Location& location : unit.locations)
            if (location.pc <= pc) found = location;
        return found;
    };
    Location call = location_of(Op::CALL_METHOD);
    EXPECT_EQ(call.column, 4u);
    EXPECT_EQ(call.end_column, 10u);
    Location add = location_of(Op::ADD);
    EXPECT_EQ(add.line, 1u);
    EXPECT_EQ(add.end_line, 2u);
    EXPECT_EQ(add.end_column, 3u);
}

TEST(Code, ModesOfCompilation) {
    Compiled value = compile_text("1 + x", {}, ParseMode::Eval);
    ASSERT_TRUE(value.unit) << value.error.message;
    EXPECT_EQ(count_of(*value.unit, Op::RETURN), 1u);
    Compiled interactive = compile_text("f(1)\n", {}, ParseMode::Single);
    ASSERT_TRUE(interactive.unit) << interactive.error.message;
    EXPECT_EQ(count_of(*interactive.unit, Op::PRINT_EXPR), 1u);
    CompileOptions names;
    names.namespace_is_globals = false;
    Compiled separate = compile_text("x = y\n", names);
    EXPECT_EQ(count_of(*separate.unit, Op::LOAD_NAME), 1u);
    EXPECT_EQ(count_of(*separate.unit, Op::STORE_NAME), 1u);
}

TEST(Code, FutureAnnotationsAreText) {
    Compiled compiled = compile_text(
        "from __future__ import annotations\ndef f(x: a[ int,'b' ]|(lambda y=1: y), *z: not q) -> {1:2}: pass\n");
    ASSERT_TRUE(compiled.unit);
    std::vector<std::string> texts;
    for (const Constant& constant : compiled.unit->constants) texts.push_back(constant.text);
    for (const char* text : {"a[int, 'b'] | (lambda y=1: y)", "not q", "{1: 2}"})
        EXPECT_NE(std::find(texts.begin(), texts.end(), text), texts.end()) << text;
}

} // namespace
} // namespace mp
