#pragma once
// The host's descriptions of memory, as the interpreter's.
#include "interp/include/minipy/minipy.hpp"
#include "objects/buffer/described.h"

namespace minipy::detail {

// Complete and checked. Throws Error (ValueError).
std::unique_ptr<mp::DescribedMemory> describe(const BufferInfo& info);

} // namespace minipy::detail
