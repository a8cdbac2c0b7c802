#pragma once
// printf-style formatting: str % values and bytes % values (library reference, "printf-style String Formatting"; PEP 461 for bytes).
#include "objects/types/bytes.h"
#include "objects/types/str.h"

namespace mp {

// bytes % arguments, for bytes and bytearray (which are copied first). Gives the bytes as a Latin-1 str, which the caller makes bytes of.
// Runs Python code (__bytes__, __repr__, __int__, …).
Result<Ref<StrObject>> bytes_percent_format(Runtime& rt, std::span<const std::uint8_t> format, Value arguments);

} // namespace mp
