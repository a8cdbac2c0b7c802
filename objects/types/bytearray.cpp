// bytearray: construction, slots that are its own, and its type. Its size changes through ResizableBytes only.
#include "objects/buffer/view.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytearray_methods.h"
#include "objects/types/bytes_iterator.h"
#include "objects/types/bytes_methods.h"
#include "objects/types/codecs.h"
#include "objects/types/numbers.h"
#include "objects/types/str_access.h"
#include "objects/types/text_arguments.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

ByteArrayObject& self_of(Value value) { return *static_cast<ByteArrayObject*>(value.object()); }

void dealloc(Runtime& rt, Object* object) {
    static_cast<ByteArrayObject*>(object)->free_block(rt);
    rt.free_object(object, sizeof(ByteArrayObject));
}

} // namespace

Ref<ByteArrayObject> make_bytearray_of(Runtime& rt, Type& type) {
    auto* object = static_cast<ByteArrayObject*>(rt.make_instance(type));
    object->make_empty();
    return Ref<ByteArrayObject>::adopt(object);
}

Ref<ByteArrayObject> make_bytearray_uninitialised(Runtime& rt, std::int64_t size) {
    auto* object = rt.make<ByteArrayObject>(TypeId::bytearray);
    object->make_empty();
    auto result = Ref<ByteArrayObject>::adopt(object);
    MUST(result->resize(rt, size)); // nobody has seen it: there are no exports
    return result;
}

Ref<ByteArrayObject> make_bytearray(Runtime& rt, std::span<const std::uint8_t> data) {
    auto result = make_bytearray_uninitialised(rt, static_cast<std::int64_t>(data.size()));
    if (!data.empty()) std::memcpy(result->start, data.data(), data.size());
    return result;
}

namespace {

Result<Owned> new_bytearray(Runtime& rt, Type* type, Args) { return Owned(make_bytearray_of(rt, *type)); }

// bytearray(source, encoding, errors). What stood there before goes first, as in CPython; a source that is converted by Python code comes in whole.
Result<void> init(Runtime& rt, Value self, Args args) {
    static const NativeDef definition = {"bytearray", nullptr, 0, 3, "source=b'', encoding='utf-8', errors='strict'"};
    Value given[3];
    TRY(bind_arguments(rt, definition, args, given));
    StrObject* encoding =
        given[1].is_unbound() ? nullptr : TRY(str_argument(rt, given[1], "bytearray() argument 'encoding'"));
    StrObject* errors =
        given[2].is_unbound() ? nullptr : TRY(str_argument(rt, given[2], "bytearray() argument 'errors'"));
    const Value source = given[0];
    ByteArrayObject& array = self_of(self);
    TRY(array.resize(rt, 0));
    if (!source.is_unbound() && is_str_or_subclass(rt, source)) {
        if (!encoding) return raise(rt, TypeId::TypeError, "string argument without an encoding");
        const auto options = TRY(codec_options(rt, encoding, errors));
        auto bytes = TRY(encode(rt, as_str(source), options));
        return array.append(rt, bytes->span());
    }
    if (encoding) return raise(rt, TypeId::TypeError, "encoding without a string argument");
    if (errors) return raise(rt, TypeId::TypeError, "errors without a string argument");
    if (source.is_unbound()) return ok;
    if (is_any_int(source) || rt.type_of(source).slots.index) {
        auto size = index_int64(rt, source, TypeId::OverflowError);
        if (!size.is_raised()) {
            const std::int64_t count = size.take();
            if (count < 0) return raise(rt, TypeId::ValueError, "negative count");
            if (!rt.heap().would_fit(static_cast<std::size_t>(count))) return raise_memory_error(rt);
            TRY(rt.pay(static_cast<std::uint64_t>(count) >> 10));
            TRY(array.resize(rt, count));
            if (count > 0) std::memset(array.start, 0, static_cast<std::size_t>(count));
            return ok;
        }
        if (!pending_matches(rt, TypeId::TypeError)) return raised;
        rt.clear_pending();
    }
    if (is_bytes_or_subclass(rt, source) || (is_bytearray_or_subclass(rt, source) && !source.is(self))) {
        const BytesLike bytes = self_bytes(source);
        return array.append(rt, bytes.span());
    }
    if (is_bytes_like(rt, source)) {
        const Ref<BytesObject> bytes = TRY(bytes_of_exporter(rt, source));
        TRY(array.resize(rt, 0)); // its __buffer__ may have put something there
        return array.append(rt, bytes->span());
    }
    auto iterator = iterate(rt, source);
    if (iterator.is_raised()) {
        if (!pending_matches(rt, TypeId::TypeError)) return raised;
        rt.clear_pending();
        return raise(rt, TypeId::TypeError, "cannot convert '%.200s' object to bytearray", type_name(rt, source));
    }
    auto bytes = TRY(bytes_of_items(rt, iterator.take(), "byte"));
    return array.append(rt, bytes->span());
}

Result<Owned> repr_slot(Runtime& rt, Value self) {
    const BytesLike bytes = self_bytes(self);
    const std::string prefix = std::string(self.object()->type()->short_name()) + "(";
    return Owned(bytes_repr(rt, bytes.span(), prefix, ")"));
}

Result<Owned> iter_slot(Runtime& rt, Value self) { return Owned(make_bytes_iterator(rt, self)); }
Result<std::int64_t> length_slot(Runtime&, Value self) { return self_of(self).size; }

} // namespace

const TypeSpec bytearray_spec = {
    .name = "bytearray",
    .base = TypeId::object,
    .layout = Layout::bytearray,
    .size = sizeof(ByteArrayObject),
    .flags = type_is_base | type_match_self,
    .slots =
        {
            .dealloc = dealloc,
            .new_ = new_bytearray,
            .init = init,
            .repr = repr_slot,
            .str = repr_slot,
            .compare = bytes_compare,
            .iter = iter_slot,
            .remainder = bytes_remainder,
            .length = length_slot,
            .concat = bytes_concat,
            .inplace_concat = bytearray_inplace_concat,
            .repeat = bytes_repeat,
            .inplace_repeat = bytearray_inplace_repeat,
            .get_item = bytes_subscript,
            .set_item = bytearray_set_item,
            .contains = bytes_contains,
            .get_buffer = bytearray_get_buffer,
            .release_buffer = bytearray_release_buffer,
        },
    .methods = bytearray_methods,
    .doc = "bytearray(iterable_of_ints) -> bytearray\nbytearray(string, encoding[, errors]) -> bytearray\n"
           "bytearray(bytes_or_buffer) -> mutable copy of bytes_or_buffer\nbytearray(int) -> bytes array of size given "
           "by the parameter initialized with null bytes\n"
           "bytearray() -> empty bytes array\n\nConstruct a mutable bytearray object from:\n  - an iterable yielding "
           "integers in range(256)\n"
           "  - a text string encoded using the specified encoding\n  - a bytes or a buffer object\n  - any object "
           "implementing the buffer API.\n  - an integer",
};

} // namespace mp
