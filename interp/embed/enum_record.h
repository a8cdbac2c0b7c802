#pragma once
// Enumerations that the host bound.
#include "interp/embed/core.h"

namespace minipy::detail {

struct EnumRecord {
    std::string name;
    EnumKind kind;
    mp::Owned python; // the class; unbound when the interpreter ends
    std::vector<std::pair<std::int64_t, mp::Owned>> members;
};

} // namespace minipy::detail
