// The exceptions with attributes of their own, but for OSError and the groups.
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/core/shape.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytes.h"
#include "objects/types/dict.h"
#include "objects/types/exception_parts.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

// Attributes that are plain fields: deleted ones read as None.
template <class T, Value T::*Field>
Result<Owned> get_field(Runtime&, Value self) {
    const Value value = static_cast<T*>(self.object())->*Field;
    return value.is_unbound() ? Owned::adopt(Value::none()) : Owned::share(value);
}
template <class T, Value T::*Field>
Result<void> set_field(Runtime&, Value self, Value value) {
    replace(static_cast<T*>(self.object())->*Field, Owned::share(value));
    return ok;
}
#define FIELD(name, T, member)                                                                                         \
    { name, get_field<T, &T::member>, set_field<T, &T::member> }

// A field for the unicode errors, which cannot do without theirs.
template <class T, Value T::*Field>
void put(T& object, Value value) {
    replace(object.*Field, Owned::share(value));
}

// The positional arguments alone, for args.
Args positional_of(Args args) {
    return {args.values, args.count - (args.names ? static_cast<std::uint32_t>(args.names->size) : 0)};
}

// ---- StopIteration, SystemExit

Result<void> init_stop_iteration(Runtime& rt, Value self, Args args) {
    TRY(init_exception(rt, self, args));
    auto& exception = *static_cast<StopIterationObject*>(self.object());
    put<StopIterationObject, &StopIterationObject::value>(exception, args.count > 0 ? args[0] : Value::none());
    return ok;
}

Result<void> init_system_exit(Runtime& rt, Value self, Args args) {
    TRY(init_exception(rt, self, args));
    auto& exception = *static_cast<SystemExitObject*>(self.object());
    if (args.count == 0) return ok;
    Owned code = args.count == 1 ? Owned::share(args[0]) : Owned::share(exception.arguments);
    replace(exception.code, std::move(code));
    return ok;
}

// ---- AttributeError, NameError, ImportError: keyword arguments

// The keyword arguments by name; `out` gets them, unbound where not given.
Result<void> take_keywords_of(Runtime& rt, const char* type, Args args, std::initializer_list<const char*> names,
                              Value* out) {
    std::fill(out, out + names.size(), Value());
    if (!args.names) return ok;
    const std::uint32_t positional = positional_of(args).count;
    for (std::int64_t i = 0; i < args.names->size; ++i) {
        const auto& keyword = *static_cast<StrObject*>((*args.names)[i].object());
        std::size_t index = 0;
        bool found = false;
        for (const char* name : names) {
            if (str_equals(keyword, name)) {
                out[index] = args[positional + static_cast<std::uint32_t>(i)];
                found = true;
                break;
            }
            ++index;
        }
        if (!found)
            return raise(rt, TypeId::TypeError, "%s() got an unexpected keyword argument '%s'", type,
                         to_utf8(keyword).c_str());
    }
    return ok;
}

Result<void> init_attribute_error(Runtime& rt, Value self, Args args) {
    Value given[2];
    TRY(take_keywords_of(rt, "AttributeError", args, {"name", "obj"}, given));
    TRY(init_exception(rt, self, positional_of(args)));
    auto& exception = *static_cast<AttributeErrorObject*>(self.object());
    put<AttributeErrorObject, &AttributeErrorObject::name>(exception, given[0]);
    put<AttributeErrorObject, &AttributeErrorObject::obj>(exception, given[1]);
    return ok;
}

Result<void> init_name_error(Runtime& rt, Value self, Args args) {
    Value given[1];
    TRY(take_keywords_of(rt, "NameError", args, {"name"}, given));
    TRY(init_exception(rt, self, positional_of(args)));
    put<NameErrorObject, &NameErrorObject::name>(*static_cast<NameErrorObject*>(self.object()), given[0]);
    return ok;
}

Result<void> init_import_error(Runtime& rt, Value self, Args args) {
    Value given[3];
    TRY(take_keywords_of(rt, "ImportError", args, {"name", "path", "name_from"}, given));
    const Args positional = positional_of(args);
    TRY(init_exception(rt, self, positional));
    auto& exception = *static_cast<ImportErrorObject*>(self.object());
    put<ImportErrorObject, &ImportErrorObject::name>(exception, given[0]);
    put<ImportErrorObject, &ImportErrorObject::path>(exception, given[1]);
    put<ImportErrorObject, &ImportErrorObject::name_from>(exception, given[2]);
    put<ImportErrorObject, &ImportErrorObject::msg>(exception, positional.count == 1 ? positional[0] : Value());
    return ok;
}

Result<Owned> str_import_error(Runtime& rt, Value self) {
    auto& exception = *static_cast<ImportErrorObject*>(self.object());
    if (is_str(exception.msg)) return Owned::share(exception.msg);
    return base_exception_slots.str(rt, self);
}

// (class, args, {attributes})
template <class T>
Result<Owned> reduce_with(Runtime& rt, Value self, std::initializer_list<std::pair<const char*, Value>> fields) {
    auto& exception = *static_cast<T*>(self.object());
    auto state = make_dict(rt);
    for (const auto& [name, value] : fields)
        if (!value.is_unbound()) dict_set_text(rt, *state, name, Owned::share(value));
    TRY(dict_update(rt, *state, instance_dict(exception)));
    if (state->used == 0) return Owned(tuple_of(rt, Value(exception.type()), Value(exception.arguments)));
    return Owned(tuple_of(rt, Value(exception.type()), Value(exception.arguments), Value(state.get())));
}

Result<Owned> reduce_import_error(Runtime& rt, Args args) {
    auto& e = *static_cast<ImportErrorObject*>(args[0].object());
    return reduce_with<ImportErrorObject>(rt, args[0],
                                          {{"name", e.name}, {"path", e.path}, {"name_from", e.name_from}});
}
Result<Owned> reduce_attribute_error(Runtime& rt, Args args) {
    auto& e = *static_cast<AttributeErrorObject*>(args[0].object());
    return reduce_with<AttributeErrorObject>(rt, args[0], {{"name", e.name}, {"args", e.arguments}});
}

Result<Owned> state_of_attribute_error(Runtime& rt, Args args) {
    auto& e = *static_cast<AttributeErrorObject*>(args[0].object());
    auto state = dict_copy(rt, *instance_dict(e));
    if (!e.name.is_unbound()) dict_set_str(rt, *state, *rt.names().name, Owned::share(e.name));
    dict_set_str(rt, *state, *rt.names().args, Owned::share(e.arguments));
    return Owned(std::move(state));
}

// ---- SyntaxError

constexpr Value SyntaxErrorObject::*detail_fields[] = {&SyntaxErrorObject::filename,   &SyntaxErrorObject::lineno,
                                                       &SyntaxErrorObject::offset,     &SyntaxErrorObject::text,
                                                       &SyntaxErrorObject::end_lineno, &SyntaxErrorObject::end_offset};

Result<void> init_syntax_error(Runtime& rt, Value self, Args args) {
    TRY(init_exception(rt, self, args));
    auto& exception = *static_cast<SyntaxErrorObject*>(self.object());
    if (args.count >= 1) put<SyntaxErrorObject, &SyntaxErrorObject::msg>(exception, args[0]);
    if (args.count != 2) return ok;
    auto details = TRY(tuple_from(rt, args[1]));
    if (details->size < 4 || details->size > 6)
        return raise(rt, TypeId::TypeError, "function takes at %s arguments (%lld given)",
                     details->size < 4 ? "least 4" : "most 6", static_cast<long long>(details->size));
    for (std::int64_t i = 0; i < 6; ++i)
        replace(exception.*detail_fields[i], i < details->size ? Owned::share((*details)[i]) : Owned());
    if (details->size == 5)
        return raise(rt, TypeId::TypeError, "end_offset must be provided when end_lineno is provided");
    return ok;
}

// "message (file, line N)"
Result<Owned> str_syntax_error(Runtime& rt, Value self) {
    auto& exception = *static_cast<SyntaxErrorObject*>(self.object());
    const Value msg = exception.msg.is_unbound() ? Value::none() : exception.msg;
    auto message = TRY(str(rt, Owned::share(msg)));
    std::string place;
    if (is_str_or_subclass(rt, exception.filename)) {
        place = to_utf8(*static_cast<StrObject*>(exception.filename.object()));
        if (const auto slash = place.rfind('/'); slash != std::string::npos) place.erase(0, slash + 1);
    }
    std::int64_t line = 0;
    const bool has_line =
        is_any_int(exception.lineno) && !exception.lineno.is_bool() && int_to_int64(exception.lineno, line);
    if (place.empty() && !has_line) return Owned(std::move(message));
    std::string suffix = " (" + place;
    if (has_line) suffix += (place.empty() ? "line " : ", line ") + std::to_string(line);
    StrBuilder builder(rt);
    builder.append(*message);
    builder.append(suffix + ")");
    return Owned(builder.finish());
}

// ---- UnicodeError

UnicodeErrorObject& as_unicode(Value value) { return *static_cast<UnicodeErrorObject*>(value.object()); }

Result<void> check_count(Runtime& rt, Args args, std::uint32_t wanted) {
    if (args.count != wanted)
        return raise(rt, TypeId::TypeError, "function takes exactly %u arguments (%u given)", wanted, args.count);
    return ok;
}

Result<void> check_text(Runtime& rt, Args args, std::uint32_t index) {
    if (!is_str_or_subclass(rt, args[index]))
        return raise(rt, TypeId::TypeError, "argument %u must be str, not %.50s", index + 1,
                     args[index].is_none() ? "None" : type_name(rt, args[index]));
    return ok;
}

Result<void> set_unicode_fields(Runtime& rt, UnicodeErrorObject& exception, Value encoding, Value object, Value start,
                                Value end, Value reason) {
    Owned first = make_int(rt, TRY(index_int64(rt, start)));
    Owned last = make_int(rt, TRY(index_int64(rt, end)));
    put<UnicodeErrorObject, &UnicodeErrorObject::encoding>(exception, encoding);
    put<UnicodeErrorObject, &UnicodeErrorObject::object>(exception, object);
    put<UnicodeErrorObject, &UnicodeErrorObject::start>(exception, first);
    put<UnicodeErrorObject, &UnicodeErrorObject::end>(exception, last);
    put<UnicodeErrorObject, &UnicodeErrorObject::reason>(exception, reason);
    return ok;
}

Result<void> init_encode_error(Runtime& rt, Value self, Args args) {
    TRY(init_exception(rt, self, args));
    TRY(check_count(rt, args, 5));
    TRY(check_text(rt, args, 0));
    TRY(check_text(rt, args, 1));
    TRY(check_text(rt, args, 4));
    return set_unicode_fields(rt, as_unicode(self), args[0], args[1], args[2], args[3], args[4]);
}

Result<void> init_decode_error(Runtime& rt, Value self, Args args) {
    TRY(init_exception(rt, self, args));
    TRY(check_count(rt, args, 5));
    TRY(check_text(rt, args, 0));
    TRY(check_text(rt, args, 4));
    Owned object = Owned::share(args[1]);
    if (!is_bytes(object) && !is_subtype(&rt.type_of(object), &rt.type(TypeId::bytes))) {
        if (!rt.type_of(object).slots.get_buffer)
            return raise(rt, TypeId::TypeError, "a bytes-like object is required, not '%.100s'", type_name(rt, object));
        object = TRY(call(rt, &rt.type(TypeId::bytes), object));
    }
    return set_unicode_fields(rt, as_unicode(self), args[0], object, args[2], args[3], args[4]);
}

Result<void> init_translate_error(Runtime& rt, Value self, Args args) {
    TRY(init_exception(rt, self, args));
    TRY(check_count(rt, args, 4));
    TRY(check_text(rt, args, 0));
    TRY(check_text(rt, args, 3));
    return set_unicode_fields(rt, as_unicode(self), Value(), args[0], args[1], args[2], args[3]);
}

struct UnicodeRange {
    std::int64_t start, end, length;
    bool single() const noexcept { return start >= 0 && start < length && end == start + 1; }
};

Result<UnicodeRange> range_of(Runtime& rt, UnicodeErrorObject& exception) {
    UnicodeRange range{0, 0, 0};
    if (!exception.start.is_unbound()) range.start = TRY(index_int64(rt, exception.start));
    if (!exception.end.is_unbound()) range.end = TRY(index_int64(rt, exception.end));
    if (!exception.object.is_unbound()) range.length = TRY(length(rt, exception.object));
    return range;
}

std::string escaped(char32_t c) {
    char text[16];
    std::snprintf(text, sizeof text,
                  c <= 0xff     ? "\\x%02x"
                  : c <= 0xffff ? "\\u%04x"
                                : "\\U%08x",
                  static_cast<unsigned>(c));
    return text;
}

Result<std::string> text_of(Runtime& rt, Value value) {
    return to_utf8(*TRY(str(rt, value.is_unbound() ? Value::none() : value)));
}

Result<Owned> str_encode_error(Runtime& rt, Value self) {
    UnicodeErrorObject& exception = as_unicode(self);
    if (exception.object.is_unbound()) return Owned::share(rt.empty_str);
    const std::string reason = TRY(text_of(rt, exception.reason)), encoding = TRY(text_of(rt, exception.encoding));
    const UnicodeRange range = TRY(range_of(rt, exception));
    std::string text = "'" + encoding + "' codec can't encode character";
    if (range.single() && is_str_or_subclass(rt, exception.object))
        text += " '" + escaped((*static_cast<StrObject*>(exception.object.object()))[range.start]) + "' in position " +
                std::to_string(range.start);
    else
        text += "s in position " + std::to_string(range.start) + "-" + std::to_string(range.end - 1);
    return Owned(make_str(rt, text + ": " + reason));
}

Result<Owned> str_decode_error(Runtime& rt, Value self) {
    UnicodeErrorObject& exception = as_unicode(self);
    if (exception.object.is_unbound()) return Owned::share(rt.empty_str);
    const std::string reason = TRY(text_of(rt, exception.reason)), encoding = TRY(text_of(rt, exception.encoding));
    const UnicodeRange range = TRY(range_of(rt, exception));
    std::string text = "'" + encoding + "' codec can't decode byte";
    if (range.single() && is_bytes(exception.object)) {
        char byte[8];
        std::snprintf(byte, sizeof byte, " 0x%02x",
                      static_cast<BytesObject*>(exception.object.object())->data()[range.start]);
        text += byte + std::string(" in position ") + std::to_string(range.start);
    } else {
        text += "s in position " + std::to_string(range.start) + "-" + std::to_string(range.end - 1);
    }
    return Owned(make_str(rt, text + ": " + reason));
}

Result<Owned> str_translate_error(Runtime& rt, Value self) {
    UnicodeErrorObject& exception = as_unicode(self);
    if (exception.object.is_unbound()) return Owned::share(rt.empty_str);
    const std::string reason = TRY(text_of(rt, exception.reason));
    const UnicodeRange range = TRY(range_of(rt, exception));
    std::string text = "can't translate character";
    if (range.single() && is_str_or_subclass(rt, exception.object))
        text += " '" + escaped((*static_cast<StrObject*>(exception.object.object()))[range.start]) + "' in position " +
                std::to_string(range.start);
    else
        text += "s in position " + std::to_string(range.start) + "-" + std::to_string(range.end - 1);
    return Owned(make_str(rt, text + ": " + reason));
}

} // namespace

#define LIFE(T) .dealloc = dealloc_exception<T>, .traverse = traverse_exception<T>, .clear = clear_exception<T>

constinit const Slots stop_iteration_slots = {LIFE(StopIterationObject), .init = init_stop_iteration};
constinit const Slots system_exit_slots = {LIFE(SystemExitObject), .init = init_system_exit};
constinit const Slots attribute_error_slots = {LIFE(AttributeErrorObject), .init = init_attribute_error};
constinit const Slots name_error_slots = {LIFE(NameErrorObject), .init = init_name_error};
constinit const Slots import_error_slots = {LIFE(ImportErrorObject), .init = init_import_error,
                                            .str = str_import_error};
constinit const Slots syntax_error_slots = {LIFE(SyntaxErrorObject), .init = init_syntax_error,
                                            .str = str_syntax_error};
constinit const Slots unicode_encode_error_slots = {LIFE(UnicodeErrorObject), .init = init_encode_error,
                                                    .str = str_encode_error};
constinit const Slots unicode_decode_error_slots = {LIFE(UnicodeErrorObject), .init = init_decode_error,
                                                    .str = str_decode_error};
constinit const Slots unicode_translate_error_slots = {LIFE(UnicodeErrorObject), .init = init_translate_error,
                                                       .str = str_translate_error};

const GetSetDef stop_iteration_getsets[] = {FIELD("value", StopIterationObject, value), {}};
const GetSetDef system_exit_getsets[] = {FIELD("code", SystemExitObject, code), {}};
const GetSetDef attribute_error_getsets[] = {
    FIELD("name", AttributeErrorObject, name), FIELD("obj", AttributeErrorObject, obj), {}};
const GetSetDef name_error_getsets[] = {FIELD("name", NameErrorObject, name), {}};
const GetSetDef import_error_getsets[] = {
    FIELD("msg", ImportErrorObject, msg),
    FIELD("name", ImportErrorObject, name),
    FIELD("path", ImportErrorObject, path),
    FIELD("name_from", ImportErrorObject, name_from),
    {},
};
const GetSetDef syntax_error_getsets[] = {
    FIELD("msg", SyntaxErrorObject, msg),
    FIELD("filename", SyntaxErrorObject, filename),
    FIELD("lineno", SyntaxErrorObject, lineno),
    FIELD("offset", SyntaxErrorObject, offset),
    FIELD("text", SyntaxErrorObject, text),
    FIELD("end_lineno", SyntaxErrorObject, end_lineno),
    FIELD("end_offset", SyntaxErrorObject, end_offset),
    FIELD("print_file_and_line", SyntaxErrorObject, print_file_and_line),
    {},
};
const GetSetDef unicode_error_getsets[] = {
    FIELD("encoding", UnicodeErrorObject, encoding), FIELD("object", UnicodeErrorObject, object),
    FIELD("start", UnicodeErrorObject, start),       FIELD("end", UnicodeErrorObject, end),
    FIELD("reason", UnicodeErrorObject, reason),     {},
};

const NativeDef import_error_methods[] = {{"__reduce__", native<reduce_import_error>, 0, 0}, {}};
const NativeDef attribute_error_methods[] = {
    {"__getstate__", native<state_of_attribute_error>, 0, 0}, {"__reduce__", native<reduce_attribute_error>, 0, 0}, {}};

} // namespace mp
