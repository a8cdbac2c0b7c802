#include "interp/bytecode/code_unit.h"

#include "interp/bytecode/format.h"

namespace mp {

namespace {

constexpr OpInfo table[] = {
#define OPCODE(name, format, words, raises, text) {#name, format, words, raises, text},
#include "interp/bytecode/opcodes.def"
#undef OPCODE
};

// Two or three operands, then at most one letter per auxiliary word.
constexpr bool well_formed(const OpInfo& info) {
    int letters = 0;
    while (info.format[letters]) ++letters;
    int operands = has_wide_operand(info.format) ? 2 : 3;
    return letters >= operands && letters - operands <= info.words - 1;
}

constexpr bool all_well_formed() {
    for (const OpInfo& info : table)
        if (!well_formed(info)) return false;
    return true;
}
static_assert(all_well_formed());

} // namespace

const OpInfo& op_info(Op op) noexcept { return table[static_cast<int>(op)]; }

} // namespace mp
