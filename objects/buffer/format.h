#pragma once
// struct's formats, compiled: "<I2xh5s" as a table of fields. What pack and unpack walk.
#include <string_view>
#include <vector>

#include "objects/buffer/item.h"

namespace mp {

struct FormatField {
    ItemFormat item;
    std::int64_t offset; // of the first item
    std::int64_t count;  // items in a row; for s and p the one value's bytes
};

struct Format {
    std::vector<FormatField> fields; // padding has no field
    std::int64_t size = 0;           // bytes of the whole
    std::int64_t values = 0;         // values that pack takes and unpack gives
};

// Compiles `text`. Null: done. Else the text of struct.error: "bad char in struct format", "total struct size too long",
// "repeat count given without format specifier", "embedded null character". Throws bad_alloc.
const char* compile_format(std::string_view text, Format& format);

// The values at `from` (format.size bytes) into `values` (format.values places, unbound): owned. Pays for long formats; on bad_alloc and "raised" what has been
// made stands in `values` for the caller to release. Runs no Python code.
Result<void> unpack_format(Runtime& rt, const Format& format, const std::uint8_t* from, Value* values);

// Why `value` cannot be packed, in struct's words. `error` is struct.error.
Raised raise_pack_error(Runtime& rt, const ItemFormat& item, Value value, Encoded why, Type& error);

// Packs format.values values into `out` (format.size bytes, whatever they hold: padding is zeroed). Runs Python code (__index__ …) between items, so `out`
// must be memory that such code cannot reach or free.
Result<void> pack_format(Runtime& rt, const Format& format, const Value* values, std::uint8_t* out, Type& error);

} // namespace mp
