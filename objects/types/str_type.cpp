// str: its slots and its type.
#include "objects/buffer/span_algorithms.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytes.h"
#include "objects/types/bytes_like.h"
#include "objects/types/codecs.h"
#include "objects/types/numbers.h"
#include "objects/types/slice.h"
#include "objects/types/str_access.h"
#include "objects/types/str_iterator.h"
#include "objects/types/str_methods.h"
#include "objects/types/text_arguments.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

void dealloc(Runtime& rt, Object* object) {
    StrObject& text = *static_cast<StrObject*>(object);
    if (text.is_interned()) rt.forget_interned(text);
    rt.free_object(object, str_allocation(text));
}

// ---- construction

// An instance of a subclass with the characters of `text`.
Ref<StrObject> str_of_type(Runtime& rt, Type& type, StrObject& text) {
    if (&type == &rt.type(TypeId::str)) return exact_str(rt, text);
    const std::size_t bytes = static_cast<std::size_t>(text.length) << (text.aux & 3);
    auto* object = static_cast<StrObject*>(rt.make_instance(type, bytes));
    object->aux = text.aux & 7;
    object->length = text.length;
    object->cached_hash = text.cached_hash;
    object->capacity = 0;
    object->reserved = 0;
    if (bytes) std::memcpy(object->data(), text.data(), bytes);
    return Ref<StrObject>::adopt(object);
}

// str(bytes_like, encoding, errors)
Result<Ref<StrObject>> decode_object(Runtime& rt, Value object, StrObject* encoding, StrObject* errors) {
    if (is_str_or_subclass(rt, object)) return raise(rt, TypeId::TypeError, "decoding str is not supported");
    auto acquired = bytes_like(rt, object);
    if (acquired.is_raised()) { // whatever the exporter says
        rt.clear_pending();
        return raise(rt, TypeId::TypeError, "decoding to str: need a bytes-like object, %.80s found",
                     type_name(rt, object));
    }
    BytesLike bytes = acquired.take();
    if (bytes.span().empty()) return make_str(rt, ""); // in whatever encoding
    const auto options = TRY(codec_options(rt, encoding, errors));
    return decode(rt, bytes.span(), options, object);
}

Result<Owned> new_str(Runtime& rt, Type* type, Args args) {
    static const NativeDef definition = {"str", nullptr, 0, 3, "object='', encoding='utf-8', errors='strict'"};
    Value given[3];
    if (args.count == 1 && !args.names)
        given[0] = args[0];
    else if (args.count > 3 && !args.names && type == &rt.type(TypeId::str))
        return raise_arity(rt, "str", 0, 3, args.count);
    else
        TRY(bind_arguments(rt, definition, args, given));
    if (given[1].is_unbound() && given[2].is_unbound()) {
        if (given[0].is_unbound()) return Owned(str_of_type(rt, *type, *rt.empty_str));
        auto text = TRY(mp::str(rt, given[0]));
        if (type == &rt.type(TypeId::str))
            return Owned(std::move(text)); // may be an instance of a subclass, as in CPython
        return Owned(str_of_type(rt, *type, *text));
    }
    for (int i = 1; i < 3; ++i)
        if (!given[i].is_unbound() && !is_str_or_subclass(rt, given[i]))
            return raise(rt, TypeId::TypeError, "str() argument '%s' must be str, not %s",
                         i == 1 ? "encoding" : "errors", type_name(rt, given[i]));
    StrObject* encoding = given[1].is_unbound() ? nullptr : &as_str(given[1]);
    StrObject* errors = given[2].is_unbound() ? nullptr : &as_str(given[2]);
    if (given[0].is_unbound()) return Owned(str_of_type(rt, *type, *rt.empty_str));
    auto text = TRY(decode_object(rt, given[0], encoding, errors));
    return Owned(str_of_type(rt, *type, *text));
}

// ---- any object

Result<Owned> repr_slot(Runtime& rt, Value self) { return Owned(str_repr(rt, as_str(self))); }
Result<Owned> str_slot(Runtime& rt, Value self) { return Owned(exact_str(rt, as_str(self))); }
Result<std::int64_t> hash_slot(Runtime&, Value self) { return static_cast<std::int64_t>(str_hash(as_str(self))); }

Result<Owned> compare_slot(Runtime& rt, Value left, Value right, CompareOp op) {
    if (!is_str_or_subclass(rt, left) || !is_str_or_subclass(rt, right)) return Owned::adopt(Value::not_implemented());
    const StrObject& a = as_str(left);
    const StrObject& b = as_str(right);
    bool result = false;
    switch (op) {
    case CompareOp::eq: result = str_equal(a, b); break;
    case CompareOp::ne: result = !str_equal(a, b); break;
    case CompareOp::lt: result = str_compare(a, b) < 0; break;
    case CompareOp::le: result = str_compare(a, b) <= 0; break;
    case CompareOp::gt: result = str_compare(a, b) > 0; break;
    case CompareOp::ge: result = str_compare(a, b) >= 0; break;
    }
    return Owned::adopt(Value::boolean(result));
}

Result<Owned> iter_slot(Runtime& rt, Value self) { return Owned(make_str_iterator(rt, as_str(self))); }

// ---- operators

Result<Owned> concat(Runtime& rt, Value left, Value right) {
    if (!is_str_or_subclass(rt, right))
        return raise(rt, TypeId::TypeError, "can only concatenate str (not \"%.200s\") to str", type_name(rt, right));
    return Owned(str_concat(rt, as_str(left), as_str(right)));
}

Result<Owned> repeat(Runtime& rt, Value self, std::int64_t count) {
    StrObject& text = as_str(self);
    if (count <= 0 || text.length == 0) return Owned(Ref<StrObject>::share(rt.empty_str));
    if (count == 1 && is_str(self)) return Owned::share(self);
    std::int64_t length;
    if (__builtin_mul_overflow(text.length, count, &length))
        return raise(rt, TypeId::OverflowError, "repeated string is too long");
    if (length > INT64_MAX / 8 || !rt.heap().would_fit(static_cast<std::size_t>(length) << (text.aux & 3)))
        return raise_memory_error(rt);
    TRY(rt.pay(static_cast<std::uint64_t>(length) >> 8));
    auto result = make_str_uninitialised(rt, length, max_char(text));
    visit_text(text, [&](auto characters) {
        using C = std::remove_const_t<typename decltype(characters)::element_type>;
        repeat_into(writable_text<C>(*result), characters, count);
    });
    return Owned(std::move(result));
}

Result<Owned> remainder(Runtime& rt, Value left, Value right) {
    if (!is_str_or_subclass(rt, left)) return Owned::adopt(Value::not_implemented());
    return str_percent_format(rt, as_str(left), right);
}

// ---- as a container

Result<std::int64_t> length_slot(Runtime&, Value self) { return as_str(self).length; }

Result<Owned> subscript(Runtime& rt, Value self, Value key) {
    if (is_slice(key)) {
        SliceRange range = TRY(slice_unpack(rt, key));
        StrObject& text = as_str(self);
        slice_adjust(range, text.length);
        if (range.count <= 0) return Owned(Ref<StrObject>::share(rt.empty_str));
        if (range.step == 1) return Owned(str_substring(rt, text, range.start, range.start + range.count));
        TRY(rt.pay(static_cast<std::uint64_t>(range.count) >> 4));
        auto result = make_str_uninitialised(rt, range.count, max_char(text));
        visit_text(text, [&](auto characters) {
            using C = std::remove_const_t<typename decltype(characters)::element_type>;
            copy_strided(writable_text<C>(*result), characters.data(), range.start, range.step, range.count);
        });
        if (text.is_ascii() && range.count > 1) return Owned(std::move(result));
        return Owned(visit_text(*result, [&](auto characters) { return make_text(rt, characters); }));
    }
    if (!key.is_int() && !is_any_int(key) && !rt.type_of(key).slots.index)
        return raise(rt, TypeId::TypeError, "string indices must be integers, not '%.200s'", type_name(rt, key));
    std::int64_t i = key.is_int() ? key.as_int() : TRY(index_int64(rt, key, TypeId::IndexError));
    const StrObject& text = as_str(self);
    if (i < 0) i += text.length;
    if (i < 0 || i >= text.length) return raise(rt, TypeId::IndexError, "string index out of range");
    return Owned(char_str(rt, text[i]));
}

Result<bool> contains_slot(Runtime& rt, Value self, Value item) {
    if (!is_str_or_subclass(rt, item))
        return raise(rt, TypeId::TypeError, "'in <string>' requires string as left operand, not %.100s",
                     type_name(rt, item));
    const StrObject& text = as_str(self);
    TRY(rt.pay(static_cast<std::uint64_t>(text.length) >> 8));
    return str_find(text, as_str(item), 0, text.length) >= 0;
}

// ---- methods without a slot of their own

Result<Owned> getnewargs(Runtime& rt, Args args) { return Owned(tuple_of(rt, exact_str(rt, as_str(args[0])))); }

Result<Owned> sizeof_(Runtime& rt, Args args) {
    return make_int(rt, static_cast<std::int64_t>(str_allocation(as_str(args[0]))));
}

namespace s = str_methods;

const NativeDef methods[] = {
    {"capitalize", native<s::capitalize>, 0, 0},
    {"casefold", native<s::casefold>, 0, 0},
    {"center", native<s::center>, 1, 2},
    {"count", native<s::count>, 1, 3},
    {"encode", native<s::encode>, 0, 2, "encoding='utf-8', errors='strict'"},
    {"endswith", native<s::endswith>, 1, 3},
    {"expandtabs", native<s::expandtabs>, 0, 1, "tabsize=8"},
    {"find", native<s::find>, 1, 3},
    {"format", native<s::format>, 0, -1, nullptr, nullptr, takes_keywords},
    {"format_map", native<s::format_map>, 1, 1},
    {"index", native<s::index>, 1, 3},
    {"isalnum", native<s::isalnum>, 0, 0},
    {"isalpha", native<s::isalpha>, 0, 0},
    {"isascii", native<s::isascii>, 0, 0},
    {"isdecimal", native<s::isdecimal>, 0, 0},
    {"isdigit", native<s::isdigit>, 0, 0},
    {"isidentifier", native<s::isidentifier>, 0, 0},
    {"islower", native<s::islower>, 0, 0},
    {"isnumeric", native<s::isnumeric>, 0, 0},
    {"isprintable", native<s::isprintable>, 0, 0},
    {"isspace", native<s::isspace>, 0, 0},
    {"istitle", native<s::istitle>, 0, 0},
    {"isupper", native<s::isupper>, 0, 0},
    {"join", native<s::join>, 1, 1},
    {"ljust", native<s::ljust>, 1, 2},
    {"lower", native<s::lower>, 0, 0},
    {"lstrip", native<s::lstrip>, 0, 1},
    {"maketrans", native<s::maketrans>, 1, 3, nullptr, nullptr, native_static},
    {"partition", native<s::partition>, 1, 1},
    {"removeprefix", native<s::removeprefix>, 1, 1},
    {"removesuffix", native<s::removesuffix>, 1, 1},
    {"replace", native<s::replace>, 2, 3, "old, new, /, count=-1"},
    {"rfind", native<s::rfind>, 1, 3},
    {"rindex", native<s::rindex>, 1, 3},
    {"rjust", native<s::rjust>, 1, 2},
    {"rpartition", native<s::rpartition>, 1, 1},
    {"rsplit", native<s::rsplit>, 0, 2, "sep=None, maxsplit=-1"},
    {"rstrip", native<s::rstrip>, 0, 1},
    {"split", native<s::split>, 0, 2, "sep=None, maxsplit=-1"},
    {"splitlines", native<s::splitlines>, 0, 1, "keepends=False"},
    {"startswith", native<s::startswith>, 1, 3},
    {"strip", native<s::strip>, 0, 1},
    {"swapcase", native<s::swapcase>, 0, 0},
    {"title", native<s::title>, 0, 0},
    {"translate", native<s::translate>, 1, 1},
    {"upper", native<s::upper>, 0, 0},
    {"zfill", native<s::zfill>, 1, 1},
    {"__format__", native<s::dunder_format>, 1, 1},
    {"__getnewargs__", native<getnewargs>, 0, 0},
    {"__sizeof__", native<sizeof_>, 0, 0},
    {},
};

} // namespace

const TypeSpec str_spec = {
    .name = "str",
    .base = TypeId::object,
    .layout = Layout::str,
    .size = sizeof(StrObject),
    .flags = type_is_base | type_variable_size | type_match_self,
    .slots =
        {
            .dealloc = dealloc,
            .new_ = new_str,
            .repr = repr_slot,
            .str = str_slot,
            .hash = hash_slot,
            .compare = compare_slot,
            .iter = iter_slot,
            .remainder = remainder,
            .length = length_slot,
            .concat = concat,
            .repeat = repeat,
            .get_item = subscript,
            .contains = contains_slot,
        },
    .methods = methods,
    .doc = "str(object='') -> str\nstr(bytes_or_buffer[, encoding[, errors]]) -> str\n\nCreate a new string object "
           "from the given object. If encoding or\n"
           "errors is specified, then the object must expose a data buffer\nthat will be decoded using the given "
           "encoding and error handler.\n"
           "Otherwise, returns the result of object.__str__() (if defined)\nor repr(object).\nencoding defaults to "
           "'utf-8'.\nerrors defaults to 'strict'.",
};

} // namespace mp
