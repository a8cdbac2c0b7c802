// _json: the native half of json (frozen/json/).
#include "builtins/json/json.h"
#include "builtins/modules.h"

namespace mp {

static const NativeDef functions[] = {
    {"scan", native<json_scan>, 9, 9, nullptr,
     "scan(text, index, strict, object_hook, object_pairs_hook, parse_float, parse_int, parse_constant, error) -> "
     "(value, end)"},
    {"encode", native<json_encode>, 10, 10, nullptr,
     "encode(value, default, skipkeys, ensure_ascii, check_circular, allow_nan, sort_keys, indent, item_separator, "
     "key_separator) -> text"},
    {"quote", native<json_quote>, 2, 2, nullptr, "quote(text, ensure_ascii) -> the text of a JSON string"},
    {},
};

const ModuleDef json_module_def = {
    .name = "_json",
    .doc = "JSON, read and written.",
    .functions = functions,
};

} // namespace mp
