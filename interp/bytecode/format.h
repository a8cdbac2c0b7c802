#pragma once
// How the letters of an opcode's format are read (see opcodes.def).
#include "interp/bytecode/code_unit.h"

namespace mp {

// B and C of the first word are one 16-bit operand.
constexpr bool has_wide_operand(const char* format) noexcept { return format[1] == 'X' || format[1] == 'S'; }

// The letters of the auxiliary words, which begin in the instruction's second word.
constexpr const char* auxiliary_letters(const char* format) noexcept {
    return format + (has_wide_operand(format) ? 2 : 3);
}

// Which auxiliary word (0: none, 1: the second word ...) has this letter.
constexpr int auxiliary_word(const char* format, char letter) noexcept {
    int word = 1;
    for (const char* at = auxiliary_letters(format); *at; ++at, ++word)
        if (*at == letter) return word;
    return 0;
}

} // namespace mp
