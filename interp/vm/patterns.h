#pragma once
// Mapping and class patterns (language reference 8.6.4).
#include "interp/vm/vm.h"

namespace mp {

// The values of `mapping` for the tuple `keys`, as a tuple; None when one is missing. Runs get() of mappings.
Result<Owned> match_keys(Vm& vm, Value mapping, Value keys);
// The attributes of `subject` that the class pattern `cls(p1, ..., name=...)` asks for, as a tuple; None when it does not match. Runs isinstance and attribute look-ups.
Result<Owned> match_class(Vm& vm, Value subject, Value cls, std::uint32_t positional, Value names);

} // namespace mp
