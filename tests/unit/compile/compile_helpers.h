#pragma once
// Compiling a few lines of Python in a test.
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "interp/compile/compile.h"
#include "interp/syntax/parse.h"

namespace mp {

struct Compiled {
    std::shared_ptr<CodeUnit> unit; // null: an error
    SyntaxDiagnostic error;
    SyntaxWarnings warnings;

    // "message|line|offset|end line|end offset", or "OK".
    std::string outcome() const {
        if (unit) return "OK";
        auto end = [](std::int64_t value) { return std::to_string(value); };
        return error.message + '|' + end(error.lineno) + '|' + end(error.offset) + '|' + end(error.end_lineno) + '|' +
               end(error.end_offset);
    }
    // The unit nested in `unit` (or deeper) that has this qualified name.
    const CodeUnit* find(std::string_view qualified_name) const { return unit ? find(*unit, qualified_name) : nullptr; }

private:
    static const CodeUnit* find(const CodeUnit& unit, std::string_view name) {
        if (unit.qualified_name == name) return &unit;
        for (const Constant& constant : unit.constants)
            if (constant.code)
                if (const CodeUnit* found = find(*constant.code, name)) return found;
        return nullptr;
    }
};

inline Compiled compile_text(std::string_view text, const CompileOptions& options = {},
                             ParseMode mode = ParseMode::Exec) {
    Compiled compiled;
    auto source = SourceText::from_utf8(text, "test.py", compiled.error);
    if (source.is_raised()) return compiled;
    SourceText decoded = source.take();
    Arena arena;
    ParseOptions parse_options;
    parse_options.mode = mode;
    parse_options.character_named = [](std::string_view) -> std::optional<char32_t> { return U'?'; };
    auto tree = parse(decoded, arena, parse_options, compiled.error, compiled.warnings);
    if (tree.is_raised()) return compiled;
    auto unit = compile(*tree.take(), decoded, options, compiled.error, compiled.warnings);
    if (!unit.is_raised()) compiled.unit = unit.take();
    return compiled;
}

inline std::size_t count_of(const CodeUnit& unit, Op op) {
    std::size_t count = 0;
    for (std::size_t pc = 0; pc < unit.words.size(); pc += op_info(op_of(unit.words[pc])).words)
        count += op_of(unit.words[pc]) == op;
    return count;
}

} // namespace mp
