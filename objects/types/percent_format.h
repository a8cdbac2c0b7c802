#pragma once
// printf-style formatting: str % values and bytes % values (library reference, "printf-style String Formatting"; PEP 461 for bytes).
#include "objects/types/str.h"

namespace mp {

// bytes % arguments. The format's bytes come as a Latin-1 str, and the result goes as one: the caller makes bytes of it.
// Runs Python code (__bytes__, __repr__, __int__, …).
Result<Ref<StrObject>> bytes_percent_format(Runtime& rt, StrObject& format, Value arguments);

} // namespace mp
