#pragma once
// co_name and the other attributes of code objects.
#include <vector>

#include "objects/core/type.h"

namespace mp {

struct CodeObject;

extern const GetSetDef code_attributes[];
extern const NativeDef code_methods[]; // replace, co_lines, co_positions

// The constants that instructions use as names of globals, attributes and modules, in the order of the instructions; one may stand several times.
std::vector<std::uint32_t> name_constants(const CodeObject& code); // code_object.cpp

} // namespace mp
