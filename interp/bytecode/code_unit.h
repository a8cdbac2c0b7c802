#pragma once
// What the compiler hands to the VM: plain data, no object pointers. The VM makes objects of the constants when it loads a unit.
#include <complex>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mp {

enum class Op : std::uint8_t {
#define OPCODE(name, format, words, raises, text) name,
#include "interp/bytecode/opcodes.def"
#undef OPCODE
    count_
};
static_assert(static_cast<int>(Op::count_) <= 256);

enum class Intrinsic : std::uint8_t {
#define INTRINSIC_OP(name, arguments, text) name,
#include "interp/bytecode/intrinsics.def"
#undef INTRINSIC_OP
};

// What opcodes.def says of one opcode.
struct OpInfo {
    const char* name;
    const char* format;
    std::uint8_t words;
    bool raises;
    const char* text;
};
const OpInfo& op_info(Op op) noexcept;

using Word = std::uint32_t;

constexpr Word encode(Op op, int a = 0, int b = 0, int c = 0) noexcept {
    return static_cast<Word>(op) | (static_cast<Word>(a) & 0xff) << 8 | (static_cast<Word>(b) & 0xff) << 16 |
           (static_cast<Word>(c) & 0xff) << 24;
}
constexpr Word encode_wide(Op op, int a, unsigned wide) noexcept {
    return static_cast<Word>(op) | (static_cast<Word>(a) & 0xff) << 8 | (static_cast<Word>(wide) & 0xffff) << 16;
}
constexpr Op op_of(Word word) noexcept { return static_cast<Op>(word & 0xff); }
constexpr int a_of(Word word) noexcept { return static_cast<std::int8_t>(word >> 8); }
constexpr int b_of(Word word) noexcept { return static_cast<std::int8_t>(word >> 16); }
constexpr int c_of(Word word) noexcept { return static_cast<std::int8_t>(word >> 24); }
constexpr unsigned ua_of(Word word) noexcept { return (word >> 8) & 0xff; }
constexpr unsigned ub_of(Word word) noexcept { return (word >> 16) & 0xff; }
constexpr unsigned uc_of(Word word) noexcept { return word >> 24; }
constexpr unsigned wide_of(Word word) noexcept { return word >> 16; }
constexpr int signed_wide_of(Word word) noexcept { return static_cast<std::int16_t>(word >> 16); }

struct CodeUnit;

// A constant: `text` holds generalised UTF-8 (lone surrogates encoded as three bytes) for str, raw bytes for bytes, decimal or 0x/0o/0b digits for a
// big int (no underscores).
struct Constant {
    enum class Kind : std::uint8_t {
        none,
        true_,
        false_,
        ellipsis,
        integer,
        big_integer,
        floating,
        complex,
        str,
        bytes,
        tuple,
        frozenset,
        code
    };
    Kind kind = Kind::none;
    std::int64_t integer = 0;
    double real = 0;
    double imag = 0;
    std::string text;
    std::vector<Constant> items; // tuple, frozenset
    std::shared_ptr<CodeUnit> code;
};

// Where an exception raised at a pc in [start, end) goes: temporaries at or above `depth` are released, the exception is put into temporary
// `depth`, control goes to `handler`. The first matching entry of the table wins: inner regions stand before outer ones. pcs are word indices.
struct ExceptionEntry {
    std::uint32_t start, end, handler;
    std::uint32_t depth;
};

// The source range of the instructions from pc on, up to the next entry. Lines from 1; columns are UTF-8 byte offsets from 0 in their line (tracebacks
// convert); line 0: no position (the compiler made this instruction).
struct Location {
    std::uint32_t pc;
    std::uint32_t line, end_line;
    std::uint32_t column, end_column;
};

struct CodeUnit {
    std::string name, qualified_name, filename;
    std::uint32_t first_line = 1;
    std::vector<Word> words;
    std::vector<Constant> constants;

    // Parameters are the first locals, in this order: positional-only, positional-or-keyword, keyword-only, *args, **kwargs (as co_varnames).
    std::uint32_t positional_only = 0; // how many of `positional` are positional-only
    std::uint32_t positional = 0;      // co_argcount: includes the positional-only ones
    std::uint32_t keyword_only = 0;
    bool has_varargs = false, has_varkeywords = false;

    bool is_generator = false, is_coroutine = false, is_async_generator = false;
    bool uses_namespace =
        false; // module, class body, exec/eval: names live in a mapping, not in registers (LOAD_NAME ...)
    bool is_nested = false;
    bool has_docstring = false; // constant 0 is the docstring
    bool future_annotations = false;

    std::vector<std::string>
        local_names; // all locals, parameters first; a local captured by an inner function holds a cell (its prologue MAKE_CELL)
    std::vector<bool> local_is_cell;     // beside local_names
    std::vector<std::string> free_names; // in the order of the closure tuple; "__class__" is an ordinary free name
    std::uint32_t temporaries = 0;       // how many temporaries the code uses at most

    std::vector<ExceptionEntry> exceptions;
    std::vector<Location> locations; // sorted by pc

    std::size_t local_count() const noexcept { return local_names.size(); }
};

// Text of one unit, as `--dis` prints it; nested code follows when `recursive`.
std::string disassemble(const CodeUnit& unit, bool recursive = true);

// Checks that `unit` and the units nested in it can be run safely: opcodes and lengths, register, constant and jump ranges, temporaries written
// before they are read and balanced on every path, tables. Returns "" or what is wrong.
std::string verify(const CodeUnit& unit);

} // namespace mp
