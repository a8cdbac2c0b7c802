// struct.Struct and the iterator of iter_unpack.
#include "builtins/struct/struct.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytes.h"
#include "objects/types/codecs.h"
#include "objects/types/memoryview.h"
#include "objects/types/reused_tuple.h"

namespace mp::struct_module {

namespace {

// ---- Struct

StructObject& struct_of(Value value) noexcept { return *static_cast<StructObject*>(value.object()); }

Result<Owned> struct_new(Runtime& rt, Type* type, Args) {
    auto* object = static_cast<StructObject*>(rt.make_instance(*type));
    new (&object->format) FormatPointer();
    object->text = nullptr;
    return Owned::adopt(object);
}

Result<void> struct_init(Runtime& rt, Value self, Args args) {
    static const NativeDef def = {"Struct", nullptr, 1, 1, "format"};
    Value values[1];
    TRY(bind_arguments(rt, def, args, values));
    FormatPointer format = TRY(compile(rt, values[0]));
    Ref<StrObject> text =
        is_str_or_subclass(rt, values[0])
            ? exact_str(rt, *static_cast<StrObject*>(values[0].object()))
            : TRY(decode(rt, static_cast<BytesObject*>(values[0].object())->span(),
                         CodecOptions{Encoding::ascii, ErrorHandler::surrogateescape, "surrogateescape"}));
    auto& object = struct_of(self);
    object.format = std::move(format);
    if (StrObject* old = std::exchange(object.text, text.release())) release(old);
    return ok;
}

void struct_dealloc(Runtime& rt, Object* object) {
    auto* self = static_cast<StructObject*>(object);
    self->format.~FormatPointer();
    if (self->text) release(self->text);
    rt.free_object(object, sizeof(StructObject));
}

Result<Owned> struct_repr(Runtime& rt, Value self) {
    auto& object = struct_of(self);
    StrBuilder builder(rt);
    builder.append(rt.type_of(self).short_name());
    builder.append(U'(');
    Ref<StrObject> text = object.text ? Ref<StrObject>::share(object.text) : Ref<StrObject>::share(rt.empty_str);
    builder.append(*str_repr(rt, *text));
    builder.append(U')');
    return Owned(builder.finish());
}

Result<Owned> get_format(Runtime& rt, Value self) {
    auto& object = struct_of(self);
    return Owned::share(object.text ? Value(object.text) : Value(rt.empty_str));
}

Result<Owned> get_size(Runtime& rt, Value self) {
    auto& object = struct_of(self);
    return make_int(rt, object.format ? object.format->size : -1);
}

// Each holds the format itself: code that runs meanwhile may call __init__ again.
Result<Owned> struct_pack(Runtime& rt, Args args) {
    const FormatPointer format = struct_of(args[0]).format;
    return pack(rt, format, {args.values + 1, args.count - 1});
}
Result<Owned> struct_pack_into(Runtime& rt, Args args) {
    const FormatPointer format = struct_of(args[0]).format;
    return pack_into(rt, format, {args.values + 1, args.count - 1});
}
Result<Owned> struct_unpack(Runtime& rt, Args args) {
    const FormatPointer format = struct_of(args[0]).format;
    return unpack(rt, format, args[1]);
}
Result<Owned> struct_unpack_from(Runtime& rt, Args args) {
    const FormatPointer format = struct_of(args[0]).format;
    return unpack_from(rt, format, args[1], args.has(2) ? args[2] : Value());
}
Result<Owned> struct_iter_unpack(Runtime& rt, Args args) {
    const FormatPointer format = struct_of(args[0]).format;
    return iter_unpack(rt, format, args[1]);
}
Result<Owned> struct_sizeof(Runtime& rt, Args args) {
    auto& object = struct_of(args[0]);
    return make_int(
        rt, static_cast<std::int64_t>(sizeof(StructObject) +
                                      (object.format ? object.format->fields.size() * sizeof(FormatField) : 0)));
}

const NativeDef struct_methods[] = {
    {"pack", native<struct_pack>, 0, -1, nullptr,
     "S.pack(v1, v2, ...) -> bytes\n\nReturn a bytes object containing values v1, v2, ... packed according\nto the "
     "format string S.format.  See help(struct) for more "
     "on format\nstrings."},
    {"pack_into", native<struct_pack_into>, 0, -1, nullptr,
     "S.pack_into(buffer, offset, v1, v2, ...)\n\nPack the values v1, v2, ... according to the format string "
     "S.format\nand write the packed bytes into the writable buffer "
     "buf starting at\noffset.  Note that the offset is a required argument.  See\nhelp(struct) for more on format "
     "strings."},
    {"unpack", native<struct_unpack>, 1, 1, nullptr,
     "Return a tuple containing unpacked values.\n\nUnpack according to the format string Struct.format. The buffer's "
     "size\nin bytes must be Struct.size.\n\nSee "
     "help(struct) for more on format strings."},
    {"unpack_from", native<struct_unpack_from>, 1, 2, "buffer, offset=0",
     "Return a tuple containing unpacked values.\n\nValues are unpacked according to the format string "
     "Struct.format.\n\nThe buffer's size in bytes, starting at position "
     "offset, must be\nat least Struct.size.\n\nSee help(struct) for more on format strings."},
    {"iter_unpack", native<struct_iter_unpack>, 1, 1, nullptr,
     "Return an iterator yielding tuples.\n\nTuples are unpacked from the given bytes source, like a "
     "repeated\ninvocation of unpack_from().\n\nRequires that the bytes "
     "length be a multiple of the struct size."},
    {"__sizeof__", native<struct_sizeof>, 0, 0, nullptr, "S.__sizeof__() -> size of S in memory, in bytes"},
    {},
};

const GetSetDef struct_getsets[] = {
    {"format", get_format, nullptr, "struct format string"},
    {"size", get_size, nullptr, "struct size in bytes"},
    {},
};

// ---- the iterator

UnpackIteratorObject& iterator_of(Value value) noexcept { return *static_cast<UnpackIteratorObject*>(value.object()); }

void iterator_dealloc(Runtime& rt, Object* object) {
    auto* iterator = static_cast<UnpackIteratorObject*>(object);
    iterator->format.~FormatPointer();
    if (iterator->view) release(iterator->view);
    if (iterator->values) release(iterator->values);
    rt.free_object(object, sizeof(UnpackIteratorObject));
}

void iterator_traverse(Object* object, Visitor visit, void* context) {
    auto* iterator = static_cast<UnpackIteratorObject*>(object);
    if (iterator->view) visit(iterator->view, context);
    if (iterator->values) visit(iterator->values, context);
}

void iterator_clear(Runtime&, Object* object) {
    auto* iterator = static_cast<UnpackIteratorObject*>(object);
    if (auto* view = std::exchange(iterator->view, nullptr)) release(view);
    if (auto* values = std::exchange(iterator->values, nullptr)) release(values);
}

Result<Owned> iterator_iter(Runtime&, Value self) { return Owned::share(self); }

Result<Owned> iterator_next(Runtime& rt, Value self) {
    auto& iterator = iterator_of(self);
    if (!iterator.view) return Owned::adopt(Value::exhausted());
    TRY(memoryview_check(rt, *iterator.view)); // the host may have taken its memory back
    if (iterator.index >= iterator.view->byte_length) {
        release(std::exchange(iterator.view, nullptr));
        return Owned::adopt(Value::exhausted());
    }
    const Format& format = *iterator.format;
    const std::uint8_t* const from = iterator.view->data + iterator.index;
    iterator.index += format.size;
    if (format.values == 0 || format.values > 64) return unpack_at(rt, format, from);
    Ref<TupleObject> values = reused_tuple(rt, iterator.values, format.values);
    for (std::int64_t i = 0; i < format.values; ++i) replace(values->items()[i], Owned());
    TRY(unpack_format(rt, format, from, values->items()));
    return Owned(std::move(values));
}

Result<Owned> iterator_length_hint(Runtime& rt, Args args) {
    auto& iterator = iterator_of(args[0]);
    if (!iterator.view || iterator.view->released) return Owned::adopt(Value::from_int(0));
    return make_int(rt, (iterator.view->byte_length - iterator.index) / iterator.format->size);
}

const NativeDef iterator_methods[] = {
    {"__length_hint__", native<iterator_length_hint>, 0, 0},
    {},
};

} // namespace

const TypeSpec struct_spec = {
    .name = "Struct",
    .module = "_struct",
    .base = TypeId::object,
    .size = sizeof(StructObject),
    .flags = type_is_base | type_weakrefs,
    .slots = {.dealloc = struct_dealloc, .new_ = struct_new, .init = struct_init, .repr = struct_repr},
    .methods = struct_methods,
    .getsets = struct_getsets,
    .doc = "Struct(fmt) --> compiled struct object\n\n",
};

const TypeSpec unpack_iterator_spec = {
    .name = "unpack_iterator",
    .module = "_struct",
    .base = TypeId::object,
    .size = sizeof(UnpackIteratorObject),
    .flags = type_has_gc | type_no_new,
    .slots = {.dealloc = iterator_dealloc,
              .traverse = iterator_traverse,
              .clear = iterator_clear,
              .iter = iterator_iter,
              .iternext = iterator_next},
    .methods = iterator_methods,
};

} // namespace mp::struct_module
