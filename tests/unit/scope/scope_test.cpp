// What names mean in which block.
#include <gtest/gtest.h>

#include "interp/scope/scope.h"
#include "interp/syntax/parse.h"

namespace mp {
namespace {

struct Scopes {
    explicit Scopes(std::string_view text) : source(MUST(SourceText::from_utf8(text, "test.py", error))) {
        SyntaxWarnings warnings;
        tree = MUST(parse(source, arena, {}, error, warnings));
        auto built = build_scopes(*tree, source, {}, error);
        if (!built.is_raised()) scopes = built.take();
    }
    // The scope reached by names from the module: {"A", "f"}.
    const Scope& at(std::initializer_list<std::string_view> path) const {
        const Scope* scope = scopes->root;
        for (std::string_view name : path) {
            const Scope* found = nullptr;
            for (const Scope* child : scope->children)
                if (child->name == name) found = child;
            EXPECT_TRUE(found) << name;
            if (!found) return *scope;
            scope = found;
        }
        return *scope;
    }
    Resolution of(std::initializer_list<std::string_view> path, std::string_view name) const {
        const Symbol* symbol = at(path).find(name);
        return symbol ? symbol->resolution : Resolution::Unresolved;
    }

    SyntaxDiagnostic error;
    Arena arena;
    SourceText source;
    ast::Mod* tree;
    std::unique_ptr<ScopeTree> scopes;
};

TEST(Scope, LocalsCellsAndFreeVariables) {
    Scopes s("def f(a):\n  b = a\n  def g(): return b\n  return c\n");
    EXPECT_EQ(s.of({"f"}, "a"), Resolution::Local);
    EXPECT_EQ(s.of({"f"}, "b"), Resolution::Cell);
    EXPECT_EQ(s.of({"f"}, "c"), Resolution::GlobalImplicit);
    EXPECT_EQ(s.of({"f", "g"}, "b"), Resolution::Free);
}

TEST(Scope, FreeVariablesPassThrough) {
    Scopes s("def f(a):\n  def g():\n    def h(): return a\n");
    EXPECT_EQ(s.of({"f", "g"}, "a"), Resolution::Free);
    EXPECT_EQ(s.of({"f", "g", "h"}, "a"), Resolution::Free);
}

TEST(Scope, GlobalAndNonlocal) {
    Scopes s("def f():\n  x = 1\n  def g():\n    nonlocal x\n    x = 2\n  def h():\n    global x\n    x = 3\n");
    EXPECT_EQ(s.of({"f"}, "x"), Resolution::Cell);
    EXPECT_EQ(s.of({"f", "g"}, "x"), Resolution::Free);
    EXPECT_EQ(s.of({"f", "h"}, "x"), Resolution::GlobalExplicit);
}

TEST(Scope, NamesOfAClassAreNotSeenInItsMethods) {
    Scopes s("class A:\n  x = 1\n  def f(self): return x\n");
    EXPECT_EQ(s.of({"A"}, "x"), Resolution::Local);
    EXPECT_EQ(s.of({"A", "f"}, "x"), Resolution::GlobalImplicit);
}

TEST(Scope, AClassMayBindANameThatItsMethodsTakeFromOutside) {
    Scopes s("def f():\n  x = 1\n  class A:\n    x = 2\n    def g(self): return x\n");
    EXPECT_EQ(s.of({"f"}, "x"), Resolution::Cell);
    EXPECT_EQ(s.of({"f", "A"}, "x"), Resolution::Local);
    EXPECT_TRUE(s.at({"f", "A"}).find("x")->flags & symbol::free_class);
    EXPECT_EQ(s.of({"f", "A", "g"}, "x"), Resolution::Free);
}

TEST(Scope, PrivateNamesAreMangled) {
    Scopes s("class _A:\n  __x = 1\n  def f(self, __y):\n    self.__z = __y\n    return __init__\n");
    EXPECT_EQ(s.of({"_A"}, "_A__x"), Resolution::Local);
    EXPECT_EQ(s.of({"_A", "f"}, "_A__y"), Resolution::Local);
    EXPECT_EQ(s.of({"_A", "f"}, "__init__"), Resolution::GlobalImplicit);
    NameMangler mangler;
    EXPECT_EQ(mangler.mangle("__", "__x"), "__x");
    EXPECT_EQ(mangler.mangle("A", "__a.b"), "__a.b");
}

TEST(Scope, SuperNeedsTheClassCell) {
    Scopes s("class A:\n  def f(self): super().f()\n  def g(self): pass\nclass B:\n  def f(self): return __class__\n");
    EXPECT_TRUE(s.at({"A"}).needs_class_cell);
    EXPECT_EQ(s.of({"A", "f"}, "__class__"), Resolution::Free);
    EXPECT_EQ(s.of({"A", "g"}, "__class__"), Resolution::Unresolved);
    EXPECT_TRUE(s.at({"B"}).needs_class_cell);
}

TEST(Scope, ComprehensionsAreInlinedUnlessSomethingCapturesTheirVariables) {
    Scopes s("def f(a):\n  [x for x in a]\n  {y: lambda: y for y in a}\n  (z for z in a)\n");
    EXPECT_TRUE(s.at({"f", "<listcomp>"}).inlined);
    EXPECT_FALSE(s.at({"f", "<dictcomp>"}).inlined);
    EXPECT_FALSE(s.at({"f", "<genexpr>"}).inlined);
}

TEST(Scope, WhatAnInlinedComprehensionUsesStaysLocal) {
    Scopes s("def f(a, b):\n  return [a for _ in b]\n");
    EXPECT_EQ(s.of({"f"}, "a"), Resolution::Local);
    Scopes captured("def f(a, b):\n  return [lambda: a for _ in b]\n");
    EXPECT_EQ(captured.of({"f"}, "a"), Resolution::Cell);
}

TEST(Scope, WalrusBindsOutsideOfComprehensions) {
    Scopes s("def f(a):\n  return [y := x for x in a]\n");
    EXPECT_EQ(s.of({"f"}, "y"), Resolution::Local);
    EXPECT_TRUE(s.at({"f"}).find("y")->flags & symbol::named_target);
    Scopes module("[y := x for x in a]\n");
    EXPECT_EQ(module.of({}, "y"), Resolution::GlobalExplicit);
}

TEST(Scope, ClassBodiesKeepTheirComprehensionsApart) {
    Scopes s("class A:\n  x = [y for y in z]\n");
    EXPECT_FALSE(s.at({"A", "<listcomp>"}).inlined);
}

TEST(Scope, TypeParametersHaveAScopeOfTheirOwn) {
    Scopes s("def f[T](x: T): return T\n");
    const Scope& generic = s.at({"f"});
    EXPECT_EQ(generic.kind, ScopeKind::TypeParameters);
    EXPECT_EQ(generic.find("T")->resolution, Resolution::Cell);
    EXPECT_EQ(s.of({"f", "f"}, "T"), Resolution::Free);
}

TEST(Scope, TypeAliasesInClassesSeeTheClass) {
    Scopes s("class A:\n  y = int\n  type X = y\n");
    EXPECT_TRUE(s.at({"A"}).needs_class_dict_cell);
    EXPECT_TRUE(s.at({"A", "X"}).sees_class);
    EXPECT_EQ(s.of({"A", "X"}, "y"), Resolution::GlobalImplicit);
}

TEST(Scope, FutureImports) {
    EXPECT_TRUE(Scopes("'doc'\nfrom __future__ import annotations\n").scopes->future.annotations);
    EXPECT_FALSE(Scopes("x = 1\n").scopes->future.annotations);
}

} // namespace
} // namespace mp
