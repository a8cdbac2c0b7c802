#include "objects/types/codec_registry.h"

#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytes_like.h"
#include "objects/types/dict.h"
#include "objects/types/exception.h"
#include "objects/types/text_arguments.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

struct Handlers : ModuleState {
    OptRef<DictObject> by_name;
};

} // namespace

Result<void> register_error_handler(Runtime& rt, StrObject& name, Value handler) {
    if (!is_callable(rt, handler)) return raise(rt, TypeId::TypeError, "handler must be callable");
    Handlers& handlers = rt.module_state<Handlers>();
    if (!handlers.by_name) handlers.by_name = make_dict(rt);
    return dict_set(rt, *handlers.by_name, Value(&name), handler);
}

Owned find_registered_handler(Runtime& rt, const std::string& name) {
    Handlers& handlers = rt.module_state<Handlers>();
    if (!handlers.by_name) return Owned();
    return Owned::share(dict_get_text(rt, *handlers.by_name, name));
}

Result<HandlerAnswer> call_error_handler(Runtime& rt, const std::string& errors, std::int64_t length, bool decoding) {
    Ref<ExceptionObject> exception = rt.take_pending();
    Owned handler = find_registered_handler(rt, errors);
    if (handler.is_unbound())
        return raise_text(rt, TypeId::LookupError, "unknown error handler name '" + errors.substr(0, 400) + "'");
    Owned answer = TRY(call(rt, handler, Value(exception.get())));
    const auto wrong = [&] {
        return raise(rt, TypeId::TypeError, "%s error handler must return (%s, int) tuple",
                     decoding ? "decoding" : "encoding", decoding ? "str" : "str/bytes");
    };
    if (!is_tuple_or_subclass(rt, answer)) return wrong();
    const auto& tuple = *static_cast<TupleObject*>(answer.get().object());
    if (tuple.size != 2) return wrong();
    const bool fits = is_str_or_subclass(rt, tuple[0]) || (!decoding && is_bytes_or_subclass(rt, tuple[0]));
    if (!fits) return wrong();
    Owned replacement = Owned::share(tuple[0]);
    Value place = tuple[1];
    const std::int64_t given = TRY(size_argument(rt, Args{&place, 1}, 0, 0));
    const std::int64_t position = given < 0 ? given + length : given;
    if (position < 0 || position > length)
        return raise(rt, TypeId::IndexError, "position %lld from error handler out of bounds",
                     static_cast<long long>(position));
    TRY(rt.pay(1));
    return HandlerAnswer{std::move(replacement), position};
}

namespace {

Result<Owned> call_codecs(Runtime& rt, const char* function, Value object, const CodecOptions& options) {
    auto imported = rt.import_module(*rt.intern("codecs"));
    if (imported.is_raised()) {
        if (!pending_matches(rt, TypeId::ImportError) || !swallow_pending(rt)) return raised;
        return raise_text(rt, TypeId::LookupError, "unknown encoding: " + options.name); // nothing can be imported here
    }
    Owned codecs = imported.take();
    Owned callee = TRY(get_attribute(rt, codecs, *rt.intern(function)));
    Owned encoding = make_str(rt, options.name), errors = make_str(rt, options.errors);
    return call(rt, callee, object, encoding, errors);
}

} // namespace

Result<void> check_text_codec(Runtime& rt, const CodecOptions& options) {
    if (options.encoding == Encoding::other) TRY(call_codecs(rt, "_check_text_encoding", Value::none(), options));
    return ok;
}

Result<Ref<StrObject>> decode_by_codec(Runtime& rt, Value bytes, const CodecOptions& options) {
    Owned text = TRY(call_codecs(rt, "_decode_text", bytes, options));
    if (!is_str_or_subclass(rt, text)) return raise(rt, TypeId::TypeError, "codecs gave no text");
    return Ref<StrObject>::share(static_cast<StrObject*>(text.get().object()));
}

Result<Ref<BytesObject>> encode_by_codec(Runtime& rt, StrObject& text, const CodecOptions& options) {
    Owned bytes = TRY(call_codecs(rt, "_encode_text", Value(&text), options));
    if (!is_bytes_or_subclass(rt, bytes)) return raise(rt, TypeId::TypeError, "codecs gave no bytes");
    return Ref<BytesObject>::share(static_cast<BytesObject*>(bytes.get().object()));
}

} // namespace mp
