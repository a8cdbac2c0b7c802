// _codecs: what codecs (frozen/codecs.py) needs of the codecs that are built in.
#include "builtins/modules.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytes_like.h"
#include "objects/types/codec_registry.h"
#include "objects/types/codecs.h"
#include "objects/types/numbers.h"
#include "objects/types/text_arguments.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

Result<Owned> register_error(Runtime& rt, Args args) {
    StrObject* name = TRY(str_argument(rt, args[0], "register_error() argument 1"));
    TRY(register_error_handler(rt, *name, args[1]));
    return Owned::adopt(Value::none());
}

// The handler registered under a name, or None.
Result<Owned> registered_handler(Runtime& rt, Args args) {
    StrObject* name = TRY(str_argument(rt, args[0], "lookup_error() argument"));
    Owned handler = find_registered_handler(rt, to_utf8(*name));
    return handler.is_unbound() ? Owned::adopt(Value::none()) : handler;
}

// The name by which str.encode knows a built-in encoding, or None.
Result<Owned> built_in_name(Runtime& rt, Args args) {
    StrObject* name = TRY(str_argument(rt, args[0], "lookup() argument"));
    const auto found = find_encoding(to_utf8(*name));
    if (!found) return Owned::adopt(Value::none());
    switch (*found) {
    case Encoding::utf8_sig: return Owned(make_str(rt, "utf-8-sig"));
    case Encoding::latin1: return Owned(make_str(rt, "iso8859-1"));
    case Encoding::unicode_escape: return Owned(make_str(rt, "unicode-escape"));
    case Encoding::raw_unicode_escape: return Owned(make_str(rt, "raw-unicode-escape"));
    default: return Owned(make_str(rt, encoding_name(*found)));
    }
}

// (text, bytes used) of a built-in encoding; without `final` an unfinished sequence at the end is left alone.
Result<Owned> decode_part(Runtime& rt, Args args) {
    StrObject* encoding = TRY(str_argument(rt, args[1], "encoding"));
    StrObject* errors = args[2].is_none() ? nullptr : TRY(str_argument(rt, args[2], "errors"));
    const bool final = TRY(bool_argument(rt, args, 3, false));
    const CodecOptions options = TRY(codec_options(rt, encoding, errors));
    const BytesLike bytes = TRY(bytes_like(rt, args[0]));
    std::size_t consumed = 0;
    Ref<StrObject> text = TRY(decode_partial(rt, bytes.span(), options, final, consumed));
    return Owned(tuple_of(rt, Value(text.get()), make_uint(rt, consumed)));
}

const NativeDef functions[] = {
    {"register_error", native<register_error>, 2, 2, nullptr,
     "Register the specified error handler under the name errors.\n\nhandler must be a callable object, that\nwill be "
     "called with an exception instance containing\ninformation about the location of the encoding/decoding\nerror and "
     "must return a (replacement, new position) tuple."},
    {"_registered_handler", native<registered_handler>, 1, 1},
    {"_built_in_name", native<built_in_name>, 1, 1},
    {"_decode_part", native<decode_part>, 4, 4},
    {},
};

} // namespace

extern const ModuleDef codecs_module_def;
const ModuleDef codecs_module_def = {
    .name = "_codecs",
    .functions = functions,
};

} // namespace mp
