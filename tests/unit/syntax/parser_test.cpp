#include "interp/syntax/parse.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "interp/syntax/ast_dump.h"

namespace mp {
namespace {

// A text and what came of it: the tree's dump, or the error as errors.txt writes it.
struct Parsed {
    explicit Parsed(std::string_view text, const ParseOptions& options = {}, bool positions = false) {
        auto loaded = SourceText::from_utf8(text, "t.py", error);
        if (!loaded) return;
        SourceText source = loaded.take();
        Arena arena;
        SyntaxWarnings warnings;
        auto tree = parse(source, arena, options, error, warnings);
        if (tree) {
            ok = true;
            this->tree = dump(*tree.peek(), {positions, &source});
        }
    }

    std::string message() const {
        if (ok) return "ok";
        if (error.incomplete && error.message == "incomplete input") return "incomplete";
        std::string name = exception_name(error.kind);
        if (!error.has_position) return name + ' ' + error.message;
        auto place = [](std::int64_t line, std::int64_t offset) {
            return std::to_string(line) + ':' + std::to_string(offset);
        };
        return name + ' ' + place(error.lineno, error.offset) + '-' + place(error.end_lineno, error.end_offset) + ' ' +
               error.message;
    }

    bool ok = false;
    std::string tree;
    SyntaxDiagnostic error;
};

// A snippet of the files that expectations.py writes.
struct Snippet {
    int line = 0;
    std::string mode, text, expected;
};

std::vector<Snippet> read_snippets(const char* name) {
    std::ifstream file(std::filesystem::path(MINIPY_TESTS_DIR) / "unit/syntax" / name);
    EXPECT_TRUE(file) << name;
    std::vector<Snippet> snippets;
    std::string line;
    bool inside = false;
    for (int number = 1; std::getline(file, line); ++number) {
        if (!inside && line.starts_with("### ")) {
            snippets.push_back({number, line.substr(4), {}, {}});
            inside = true;
        } else if (inside && line.starts_with("-->")) {
            snippets.back().expected = line.substr(4);
            inside = false;
        } else if (inside) {
            snippets.back().text += line + '\n';
        }
    }
    return snippets;
}

ParseOptions options_for(Snippet& snippet) {
    if (snippet.mode.ends_with('-')) {
        snippet.mode.pop_back();
        snippet.text.pop_back();
    }
    ParseOptions options;
    if (snippet.mode == "eval") options.mode = ParseMode::Eval;
    if (snippet.mode == "single" || snippet.mode == "incomplete") options.mode = ParseMode::Single;
    options.allow_incomplete = snippet.mode == "incomplete";
    return options;
}

TEST(Parser, ReportsMistakesAsCPythonDoes) {
    std::vector<Snippet> snippets = read_snippets("errors.txt");
    EXPECT_GT(snippets.size(), 500u);
    for (Snippet& snippet : snippets) {
        ParseOptions options = options_for(snippet);
        EXPECT_EQ(Parsed(snippet.text, options).message(), snippet.expected)
            << "errors.txt:" << snippet.line << " (" << snippet.mode << ")\n"
            << snippet.text;
    }
}

TEST(Parser, CallsTextIncompleteOnlyForARepl) {
    ParseOptions repl;
    repl.mode = ParseMode::Single;
    repl.allow_incomplete = true;
    EXPECT_TRUE(Parsed("f(1,\n", repl).error.incomplete);
    EXPECT_FALSE(Parsed("f(1,\n").error.incomplete);
}

TEST(Parser, BuildsTheTreesCPythonBuilds) {
    std::vector<Snippet> snippets = read_snippets("trees.txt");
    EXPECT_GT(snippets.size(), 50u);
    for (Snippet& snippet : snippets) {
        Parsed parsed(snippet.text);
        EXPECT_EQ(parsed.tree, snippet.expected) << "trees.txt:" << snippet.line << '\n'
                                                 << snippet.text << parsed.message();
    }
}

TEST(Parser, GivesNodesTheirPlaces) {
    EXPECT_EQ(Parsed("é = f(1)\n", {}, true).tree,
              "Module(body=[Assign(targets=[Name(id='é', ctx=Store(), lineno=1, col_offset=0, end_lineno=1, "
              "end_col_offset=2)], "
              "value=Call(func=Name(id='f', ctx=Load(), lineno=1, col_offset=5, end_lineno=1, end_col_offset=6), "
              "args=[Constant(value=1, lineno=1, col_offset=7, end_lineno=1, end_col_offset=8)], "
              "lineno=1, col_offset=5, end_lineno=1, end_col_offset=9), lineno=1, col_offset=0, end_lineno=1, "
              "end_col_offset=9)])");
}

TEST(Parser, EndsABlockBehindItsLastStatement) {
    Parsed parsed("if a:\n    b\n\n# comment\nelif c: d\n\n", {}, true);
    EXPECT_TRUE(parsed.tree.ends_with("lineno=1, col_offset=0, end_lineno=5, end_col_offset=9)])")) << parsed.tree;
}

TEST(Parser, KeepsLargeNumbersAsDigits) {
    EXPECT_EQ(Parsed("0xffff_ffff_ffff_ffff").tree, "Module(body=[Expr(value=Constant(value=18446744073709551615))])");
    EXPECT_EQ(Parsed("123456789012345678901234567890").tree,
              "Module(body=[Expr(value=Constant(value=123456789012345678901234567890))])");
}

TEST(Parser, ShowsTheExpressionOfAnEqualsField) {
    EXPECT_EQ(Parsed("f'{ x = }'").tree,
              "Module(body=[Expr(value=JoinedStr(values=[Constant(value=' x = '), FormattedValue(value=Name(id='x', "
              "ctx=Load()), conversion=114)]))])");
    EXPECT_EQ(Parsed("f'{x=:>5}'").tree, "Module(body=[Expr(value=JoinedStr(values=[Constant(value='x='), "
                                         "FormattedValue(value=Name(id='x', ctx=Load()), "
                                         "conversion=-1, format_spec=JoinedStr(values=[Constant(value='>5')]))]))])");
}

std::string repeat(std::string_view part, int count) {
    std::string out;
    for (int i = 0; i < count; ++i) out += part;
    return out;
}

constexpr const char* overflow = "MemoryError Parser stack overflowed - Python source too complex to parse";

TEST(Parser, BoundsNesting) {
    for (const char* prefix : {"-", "not ", "lambda: ", "1 if 2 else ", "2**", "lambda x="}) {
        EXPECT_EQ(Parsed(repeat(prefix, 400) + "1" + (prefix == std::string("lambda x=") ? repeat(": 1", 400) : ""))
                      .message(),
                  "ok")
            << prefix;
        EXPECT_EQ(Parsed(repeat(prefix, 100000) + "1").message(), overflow) << prefix;
    }
    EXPECT_EQ(Parsed(repeat("(", 200) + repeat(")", 200)).message(), "ok");
}

TEST(Parser, NeedsNoDepthForChains) {
    for (const char* link : {"+a", ".a", "(a)", "[a]", " and a", " < a", ", a", " a", "| a", "\nelif x: pass"})
        for (int length : {1000, 100000}) {
            std::string text = link[0] == '\n' ? "if x: pass" : "a";
            EXPECT_NE(Parsed(text + repeat(link, length)).message(), overflow) << link;
        }
}

TEST(Parser, StaysWithinASmallStack) {
    ParseOptions options;
    std::vector<std::string> messages;
    auto run = [&] {
        char here;
        options.stack_low = reinterpret_cast<std::uintptr_t>(&here) - (96 << 10);
        for (const char* text : {"-", "(", "lambda x=", "print ", "a{", "[x for "})
            messages.push_back(Parsed(repeat(text, 5000) + "1", options).message());
    };
    std::thread(run).join();
    EXPECT_EQ(messages.size(), 6u);
    EXPECT_EQ(messages[0], overflow);
}

// What takes exponential time when every level is parsed twice by the level around it.
TEST(Parser, ExplainsNestedMistakesInLinearTime) {
    for (const char* open :
         {"(", "[", "{", "f(x=", "a[b:", "{1:", "[x for ", "[x for y[", "(x:=", "(lambda x=(", "a{", "(print "})
        EXPECT_FALSE(Parsed(repeat(open, 190) + "1 2").ok) << open;
    std::string blocks, cases;
    for (int i = 0; i < 90; ++i) blocks += std::string(i, ' ') + "with (a):\n";
    EXPECT_EQ(Parsed(blocks + std::string(90, ' ') + "a b").error.message, "invalid syntax");
    for (int i = 0; i < 45; ++i)
        cases += std::string(2 * i, ' ') + "match (a):\n" + std::string(2 * i + 1, ' ') + "case 1:\n";
    EXPECT_EQ(Parsed(cases + std::string(90, ' ') + "a b").error.message, "invalid syntax");
}

} // namespace
} // namespace mp
