// bytes: construction, slots that are its own, and its type.
#include "objects/buffer/view.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytes_iterator.h"
#include "objects/types/bytes_methods.h"
#include "objects/types/codecs.h"
#include "objects/types/memoryview.h"
#include "objects/types/numbers.h"
#include "objects/types/str_access.h"
#include "objects/types/text_arguments.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

BytesObject& self_of(Value value) { return *static_cast<BytesObject*>(value.object()); }

void dealloc(Runtime& rt, Object* object) {
    rt.free_object(object, sizeof(BytesObject) + static_cast<std::size_t>(static_cast<BytesObject*>(object)->size) + 1);
}

// An instance of a subclass with these bytes.
Ref<BytesObject> bytes_of_type(Runtime& rt, Type& type, Ref<BytesObject> bytes) {
    if (&type == &rt.type(TypeId::bytes)) return bytes;
    auto* object = static_cast<BytesObject*>(rt.make_instance(type, static_cast<std::size_t>(bytes->size) + 1));
    object->size = bytes->size;
    object->cached_hash = bytes->cached_hash;
    std::memcpy(object->data(), bytes->data(), static_cast<std::size_t>(bytes->size) + 1);
    return Ref<BytesObject>::adopt(object);
}

// bytes(value): __bytes__ first, then a size, then a buffer or items.
Result<Ref<BytesObject>> bytes_of_value(Runtime& rt, Value value) {
    if (is_bytes(value)) return Ref<BytesObject>::share(&self_of(value));
    const bool has_no_method = value.is_int() || is_memoryview(value) || is_walked_by_index(value);
    if (!has_no_method) {
        bool absent = false;
        Owned given = TRY(call_special(rt, value, *rt.names().dunder_bytes, nullptr, 0, absent));
        if (!absent) {
            if (!is_bytes_or_subclass(rt, given))
                return raise(rt, TypeId::TypeError, "__bytes__ returned non-bytes (type %.200s)", type_name(rt, given));
            return Ref<BytesObject>::adopt(static_cast<BytesObject*>(given.release().object()));
        }
    }
    if (is_str_or_subclass(rt, value)) return raise(rt, TypeId::TypeError, "string argument without an encoding");
    if (is_any_int(value) || rt.type_of(value).slots.index) {
        auto size = index_int64(rt, value, TypeId::OverflowError);
        if (!size.is_raised()) {
            const std::int64_t count = size.take();
            if (count < 0) return raise(rt, TypeId::ValueError, "negative count");
            if (!rt.heap().would_fit(static_cast<std::size_t>(count))) return raise_memory_error(rt);
            TRY(rt.pay(static_cast<std::uint64_t>(count) >> 10));
            if (count == 0) return make_bytes(rt, {});
            auto zeros = make_bytes_uninitialised(rt, count);
            std::memset(zeros->data(), 0, static_cast<std::size_t>(count));
            return zeros;
        }
        if (!pending_matches(rt, TypeId::TypeError)) return raised;
        rt.clear_pending();
    }
    return bytes_from_object(rt, value);
}

Result<Owned> new_bytes_object(Runtime& rt, Type* type, Args args) {
    static const NativeDef definition = {"bytes", nullptr, 0, 3, "source=b'', encoding='utf-8', errors='strict'"};
    Value given[3];
    TRY(bind_arguments(rt, definition, args, given));
    StrObject* encoding =
        given[1].is_unbound() ? nullptr : TRY(str_argument(rt, given[1], "bytes() argument 'encoding'"));
    StrObject* errors = given[2].is_unbound() ? nullptr : TRY(str_argument(rt, given[2], "bytes() argument 'errors'"));
    const Value source = given[0];
    if (!source.is_unbound() && encoding && is_str_or_subclass(rt, source)) {
        const auto options = TRY(codec_options(rt, encoding, errors));
        return Owned(bytes_of_type(rt, *type, TRY(encode(rt, as_str(source), options))));
    }
    if (encoding) return raise(rt, TypeId::TypeError, "encoding without a string argument");
    if (errors)
        return raise(rt, TypeId::TypeError,
                     !source.is_unbound() && is_str_or_subclass(rt, source) ? "string argument without an encoding"
                                                                            : "errors without a string argument");
    if (source.is_unbound()) return Owned(bytes_of_type(rt, *type, make_bytes(rt, {})));
    return Owned(bytes_of_type(rt, *type, TRY(bytes_of_value(rt, source))));
}

Result<Owned> repr_slot(Runtime& rt, Value self) { return Owned(bytes_repr(rt, self_of(self).span())); }

Result<std::int64_t> hash_slot(Runtime& rt, Value self) {
    BytesObject& bytes = self_of(self);
    if (bytes.cached_hash == -1) bytes.cached_hash = hash_of_bytes(rt, bytes.span());
    return bytes.cached_hash;
}

Result<Owned> iter_slot(Runtime& rt, Value self) { return Owned(make_bytes_iterator(rt, self)); }
Result<std::int64_t> length_slot(Runtime&, Value self) { return self_of(self).size; }

Result<Owned> dunder_bytes(Runtime& rt, Args args) {
    if (is_bytes(args[0])) return Owned::share(args[0]);
    return Owned(make_bytes(rt, self_of(args[0]).span()));
}

Result<Owned> getnewargs(Runtime& rt, Args args) {
    return Owned(tuple_of(rt, make_bytes(rt, self_of(args[0]).span())));
}

Result<Owned> sizeof_(Runtime& rt, Args args) {
    return make_int(rt, static_cast<std::int64_t>(sizeof(BytesObject)) + self_of(args[0]).size + 1);
}

namespace b = bytes_methods;

const NativeDef methods[] = {
#define METHOD(name, min, max, signature, flags) {#name, native<b::name>, min, max, signature, nullptr, flags},
#include "objects/types/bytes_methods.def"
#undef METHOD
    {"__bytes__", native<dunder_bytes>, 0, 0},
    {"__getnewargs__", native<getnewargs>, 0, 0},
    {"__sizeof__", native<sizeof_>, 0, 0},
    {},
};

} // namespace

const TypeSpec bytes_spec = {
    .name = "bytes",
    .base = TypeId::object,
    .layout = Layout::bytes,
    .size = sizeof(BytesObject),
    .flags = type_is_base | type_variable_size | type_match_self,
    .slots =
        {
            .dealloc = dealloc,
            .new_ = new_bytes_object,
            .repr = repr_slot,
            .str = repr_slot,
            .hash = hash_slot,
            .compare = bytes_compare,
            .iter = iter_slot,
            .remainder = bytes_remainder,
            .length = length_slot,
            .concat = bytes_concat,
            .repeat = bytes_repeat,
            .get_item = bytes_subscript,
            .contains = bytes_contains,
            .get_buffer = bytes_get_buffer,
        },
    .methods = methods,
    .doc = "bytes(iterable_of_ints) -> bytes\nbytes(string, encoding[, errors]) -> bytes\nbytes(bytes_or_buffer) -> "
           "immutable copy of bytes_or_buffer\n"
           "bytes(int) -> bytes object of size given by the parameter initialized with null bytes\nbytes() -> empty "
           "bytes object\n\n"
           "Construct an immutable array of bytes from:\n  - an iterable yielding integers in range(256)\n"
           "  - a text string encoded using the specified encoding\n  - any object implementing the buffer API.\n  - "
           "an integer",
};

} // namespace mp
