// repr(), str(), ascii(), format().
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/str.h"

namespace mp {

static Result<Ref<StrObject>> checked(Runtime& rt, Owned text, const char* method) {
    if (!is_str_or_subclass(rt, text))
        return raise(rt, TypeId::TypeError, "%s returned non-string (type %.200s)", method, type_name(rt, text));
    return Ref<StrObject>::adopt(static_cast<StrObject*>(text.release().object()));
}

Result<Ref<StrObject>> repr(Runtime& rt, Value value) {
    NativeScope scope(rt);
    if (!scope) return raised;
    const auto slot = rt.type_of(value).slots.repr;
    Ref<StrObject> text = TRY(checked(rt, TRY(slot(rt, value)), "__repr__"));
    // A short name of a class is one step of its object's repr(); one of thousands of characters is not.
    if (text->length > 64) TRY(rt.pay(static_cast<std::uint64_t>(text->length) >> 6));
    return text;
}

Result<Ref<StrObject>> str(Runtime& rt, Value value) {
    if (is_str(value)) return Ref<StrObject>::share(static_cast<StrObject*>(value.object()));
    const auto slot = rt.type_of(value).slots.str;
    if (!slot) return repr(rt, value);
    NativeScope scope(rt);
    if (!scope) return raised;
    return checked(rt, TRY(slot(rt, value)), "__str__");
}

Result<Ref<StrObject>> ascii(Runtime& rt, Value value) {
    Ref<StrObject> text = TRY(repr(rt, value));
    if (text->is_ascii()) return text;
    StrBuilder builder(rt);
    for (std::int64_t i = 0; i < text->length; ++i) {
        const char32_t c = (*text)[i];
        if (c < 0x80) {
            builder.append(c);
            continue;
        }
        char escape[12];
        std::snprintf(escape, sizeof escape,
                      c < 0x100     ? "\\x%02x"
                      : c < 0x10000 ? "\\u%04x"
                                    : "\\U%08x",
                      static_cast<unsigned>(c));
        builder.append(std::string_view(escape));
    }
    return builder.finish();
}

Result<Ref<StrObject>> format(Runtime& rt, Value value, StrObject& spec) {
    bool absent = false;
    const Value argument = Value(&spec);
    Owned text = TRY(call_special(rt, value, *rt.names().dunder_format, &argument, 1, absent));
    if (absent) return raise(rt, TypeId::TypeError, "Type %.100s doesn't define __format__", type_name(rt, value));
    if (!is_str_or_subclass(rt, text))
        return raise(rt, TypeId::TypeError, "__format__ must return a str, not %.200s", type_name(rt, text));
    return Ref<StrObject>::adopt(static_cast<StrObject*>(text.release().object()));
}

} // namespace mp
