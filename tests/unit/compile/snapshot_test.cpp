// tests/snapshots/*.py beside the code that is made of them, *.dis. MINIPY_UPDATE_SNAPSHOTS=1 writes the files anew, for review.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/unit/compile/compile_helpers.h"

namespace mp {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

TEST(Snapshots, CodeIsAsReviewed) {
    fs::path folder = fs::path(MINIPY_TESTS_DIR) / "snapshots";
    bool update = std::getenv("MINIPY_UPDATE_SNAPSHOTS") != nullptr;
    int count = 0;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() != ".py") continue;
        ++count;
        Compiled compiled = compile_text(read(entry.path()));
        ASSERT_TRUE(compiled.unit) << entry.path() << ": " << compiled.error.message;
        EXPECT_EQ(verify(*compiled.unit), "") << entry.path();
        fs::path expected = entry.path();
        expected.replace_extension(".dis");
        std::string text = disassemble(*compiled.unit);
        if (update)
            std::ofstream(expected, std::ios::binary) << text;
        else
            EXPECT_EQ(text, read(expected)) << entry.path();
    }
    EXPECT_GT(count, 10);
}

} // namespace
} // namespace mp
