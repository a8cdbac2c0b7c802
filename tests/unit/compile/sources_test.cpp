// Every Python file that is at hand compiles to code that verifies: the test scripts of this tree, and the standard library of an installed Python.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/unit/compile/compile_helpers.h"

namespace mp {
namespace {

namespace fs = std::filesystem;

// How many files were compiled. Files with syntax errors of their own are passed over: errors have tests elsewhere.
int compile_tree(const fs::path& root) {
    int count = 0;
    std::error_code ignored;
    for (fs::recursive_directory_iterator at(root, fs::directory_options::skip_permission_denied, ignored), end;
         at != end; at.increment(ignored)) {
        if (at->path().extension() != ".py" || !at->is_regular_file()) continue;
        std::ifstream file(at->path(), std::ios::binary);
        std::stringstream text;
        text << file.rdbuf();
        Compiled compiled = compile_text(text.str());
        if (!compiled.unit) continue;
        EXPECT_EQ(verify(*compiled.unit), "") << at->path();
        ++count;
    }
    return count;
}

TEST(Sources, ScriptsOfThisTreeVerify) { EXPECT_GT(compile_tree(MINIPY_TESTS_DIR), 20); }

TEST(Sources, StandardLibraryVerifies) {
    const char* given = std::getenv("MINIPY_TEST_STDLIB");
    for (const char* root : {given, "/usr/lib/python3.13", "/usr/lib/python3.12", "/usr/lib/python3.11"}) {
        if (!root || !fs::exists(root)) continue;
        EXPECT_GT(compile_tree(root), 100);
        return;
    }
    GTEST_SKIP() << "no Python library installed";
}

} // namespace
} // namespace mp
