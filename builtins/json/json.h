#pragma once
// The two directions of JSON (RFC 8259, with CPython's NaN and Infinity).
#include "objects/core/runtime.h"

namespace mp {

// _json.scan(text, index, strict, object_hook, object_pairs_hook, parse_float, parse_int, parse_constant, error): (value, end). Hooks may be None.
// `error(message, text, position)` makes the exception to raise.
Result<Owned> json_scan(Runtime& rt, Args args);
// _json.encode(value, default, skipkeys, ensure_ascii, check_circular, allow_nan, sort_keys, indent, item_separator, key_separator): text.
// `indent` is a str or None.
Result<Owned> json_encode(Runtime& rt, Args args);
// _json.quote(text, ensure_ascii): the text of a JSON string.
Result<Owned> json_quote(Runtime& rt, Args args);

} // namespace mp
