#pragma once
// What codecs leave to Python: error handlers that were registered, and encodings that are not built in (the codecs module finds those). All of it runs Python code.
#include "objects/types/codecs.h"

namespace mp {

// codecs.register_error. TypeError "handler must be callable".
Result<void> register_error_handler(Runtime& rt, StrObject& name, Value handler);
// The handler registered under a name, or unbound. The built-in names are never found here. Runs nothing.
Owned find_registered_handler(Runtime& rt, const std::string& name);

// What a handler wants: a replacement, and where to go on.
struct HandlerAnswer {
    Owned replacement; // a str; for encoding errors also bytes
    std::int64_t position;
};
// Calls the handler that `errors` names with the pending UnicodeError, which is taken. `length` is that of what is being coded: positions are checked against it.
// LookupError when there is no such handler; whatever the handler raises.
Result<HandlerAnswer> call_error_handler(Runtime& rt, const std::string& errors, std::int64_t length, bool decoding);

// codecs.lookup() for encodings that are not built in: "unknown encoding: x", "'x' is not a text encoding; use codecs.open() to handle arbitrary codecs".
Result<void> check_text_codec(Runtime& rt, const CodecOptions& options);
Result<Ref<StrObject>> decode_by_codec(Runtime& rt, Value bytes, const CodecOptions& options);
Result<Ref<BytesObject>> encode_by_codec(Runtime& rt, StrObject& text, const CodecOptions& options);

} // namespace mp
