#pragma once
// Bytes to a syntax tree and on to bytecode, with the promises of these stages checked.
#include <cstdint>
#include <memory>
#include <string_view>

#include "interp/compile/compile.h"
#include "interp/syntax/parse.h"
#include "tests/fuzz/finding.h"

namespace fuzz {

// A text and its tree.
struct Parsed {
    std::unique_ptr<mp::SourceText> source;
    mp::Arena arena;
    mp::SyntaxWarnings warnings;
    mp::ast::Mod* tree = nullptr; // null: refused, with an error that has been looked at
};

inline void check_error(const mp::SyntaxDiagnostic& error) {
    if (!error.raised()) finding("refused without a message");
    mp::render(error);
}

inline void parse_into(Parsed& parsed, std::string_view bytes, const mp::ParseOptions& options) {
    mp::SyntaxDiagnostic error;
    auto decoded = mp::SourceText::from_bytes(bytes, "fuzz.py", error);
    if (decoded.is_raised()) return check_error(error);
    parsed.source = std::make_unique<mp::SourceText>(decoded.take());
    auto tree = mp::parse(*parsed.source, parsed.arena, options, error, parsed.warnings);
    if (tree.is_raised()) return check_error(error);
    parsed.tree = tree.take();
}

// Null: refused.
inline std::unique_ptr<mp::CodeUnit> compile_parsed(Parsed& parsed, const mp::CompileOptions& options) {
    mp::SyntaxDiagnostic error;
    auto unit = mp::compile(*parsed.tree, *parsed.source, options, error, parsed.warnings);
    if (unit.is_raised()) {
        check_error(error);
        return nullptr;
    }
    return unit.take();
}

// An input is a text, whose last byte also says how it is read: a file that ends in a newline, with no option set.
struct Input {
    std::string_view text;
    unsigned options;

    Input(const std::uint8_t* data, std::size_t size)
        : text(reinterpret_cast<const char*>(data), size), options(size ? data[size - 1] ^ unsigned{'\n'} : 0) {}
    bool option(int bit) const { return (options >> bit & 1) != 0; }
    mp::ParseMode mode() const {
        if (!option(0)) return mp::ParseMode::Exec;
        return option(1) ? mp::ParseMode::Eval : mp::ParseMode::Single;
    }
};

} // namespace fuzz
