#pragma once
// __format__ of int, float and complex: the format mini-language's numeric presentation types.
#include "objects/types/numbers.h"

namespace mp {

struct FormatSpec;

// All raise ValueError with CPython's texts for what the type does not understand; OverflowError, MemoryError. An empty spec is str(value), which may run
// Python code when value is an instance of a subclass.
Result<Ref<StrObject>> format_int(Runtime& rt, Value value, const StrObject& spec);
Result<Ref<StrObject>> format_float(Runtime& rt, Value value, const StrObject& spec);
Result<Ref<StrObject>> format_complex(Runtime& rt, Value value, const StrObject& spec);

} // namespace mp
