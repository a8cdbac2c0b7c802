#pragma once
// ICU's functions, loaded at the first use (interp/support/platform/shared_library.h). Only for sources that are built with MINIPY_WITH_ICU.
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uversion.h>

namespace mp {

// ICU's headers rename each function to one with the version behind it (u_charName_72): the names here are renamed alike.
#define MINIPY_ICU_FUNCTIONS(FUNCTION)                                                                                 \
    FUNCTION(u_charDirection)                                                                                          \
    FUNCTION(u_charFromName)                                                                                           \
    FUNCTION(u_charName)                                                                                               \
    FUNCTION(u_charType)                                                                                               \
    FUNCTION(u_getCombiningClass)                                                                                      \
    FUNCTION(u_getIntPropertyValue)                                                                                    \
    FUNCTION(u_getNumericValue)                                                                                        \
    FUNCTION(u_getUnicodeVersion)                                                                                      \
    FUNCTION(u_isMirrored)                                                                                             \
    FUNCTION(unorm2_getNFCInstance)                                                                                    \
    FUNCTION(unorm2_getNFDInstance)                                                                                    \
    FUNCTION(unorm2_getNFKCInstance)                                                                                   \
    FUNCTION(unorm2_getNFKDInstance)                                                                                   \
    FUNCTION(unorm2_getRawDecomposition)                                                                               \
    FUNCTION(unorm2_isNormalized)                                                                                      \
    FUNCTION(unorm2_normalize)

struct Icu {
#define MINIPY_FUNCTION(name) decltype(&::name) name = nullptr;
    MINIPY_ICU_FUNCTIONS(MINIPY_FUNCTION)
#undef MINIPY_FUNCTION
};

// Null: the library is not on this machine.
const Icu* icu() noexcept;

} // namespace mp
