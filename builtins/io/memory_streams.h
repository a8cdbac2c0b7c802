#pragma once
// io.StringIO and io.BytesIO.
#include "objects/core/runtime.h"

namespace mp {
extern const TypeSpec string_io_spec;
extern const TypeSpec bytes_io_spec;
} // namespace mp
