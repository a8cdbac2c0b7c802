// SyntaxWarnings of the compiler, in CPython's words.
#include <gtest/gtest.h>

#include "tests/unit/compile/compile_helpers.h"

namespace mp {
namespace {

struct Case {
    const char* source;
    const char* message; // null: none
};

constexpr Case cases[] = {
    {"x is 1", "\"is\" with 'int' literal. Did you mean \"==\"?"},
    {"x is not 'a'", "\"is not\" with 'str' literal. Did you mean \"!=\"?"},
    {"() is x", "\"is\" with 'tuple' literal. Did you mean \"==\"?"},
    {"x is -1", "\"is\" with 'int' literal. Did you mean \"==\"?"},
    {"x is None", nullptr},
    {"x is ...", nullptr},
    {"x == 1", nullptr},
    {"1()", "'int' object is not callable; perhaps you missed a comma?"},
    {"(1, 2)(3)", "'tuple' object is not callable; perhaps you missed a comma?"},
    {"[a](b)", "'list' object is not callable; perhaps you missed a comma?"},
    {"f'x'()", "'str' object is not callable; perhaps you missed a comma?"},
    {"(lambda: 0)()", nullptr},
    {"1[0]", "'int' object is not subscriptable; perhaps you missed a comma?"},
    {"{1}[0]", "'set' object is not subscriptable; perhaps you missed a comma?"},
    {"[1]['a']", "list indices must be integers or slices, not str; perhaps you missed a comma?"},
    {"'ab'[1.0]", "str indices must be integers or slices, not float; perhaps you missed a comma?"},
    {"'ab'[1]", nullptr},
    {"(1, 2)[a:b]", nullptr},
    {"assert (x, 'm')", "assertion is always true, perhaps remove parentheses?"},
    {"assert ()", nullptr},
};

TEST(CompileWarnings, AreCPythons) {
    for (const Case& one : cases) {
        Compiled compiled = compile_text(one.source);
        ASSERT_TRUE(compiled.unit) << one.source;
        if (one.message) {
            ASSERT_EQ(compiled.warnings.size(), 1u) << one.source;
            EXPECT_EQ(compiled.warnings[0].message, one.message);
        } else {
            EXPECT_TRUE(compiled.warnings.empty()) << one.source << ": " << compiled.warnings[0].message;
        }
    }
}

} // namespace
} // namespace mp
