#include "objects/types/module.h"
#include "builtins/error_class.h"
#include "builtins/modules.h"
#include "builtins/struct/struct.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/list.h"

namespace mp {

namespace struct_module {

namespace {

Result<Owned> function_pack(Runtime& rt, Args args) {
    if (args.count == 0) return raise(rt, TypeId::TypeError, "missing format argument");
    const FormatPointer format = TRY(format_of(rt, args[0]));
    return pack(rt, format, {args.values + 1, args.count - 1});
}
Result<Owned> function_pack_into(Runtime& rt, Args args) {
    if (args.count == 0) return raise(rt, TypeId::TypeError, "missing format argument");
    const FormatPointer format = TRY(format_of(rt, args[0]));
    return pack_into(rt, format, {args.values + 1, args.count - 1});
}
Result<Owned> function_unpack(Runtime& rt, Args args) {
    const FormatPointer format = TRY(format_of(rt, args[0]));
    return unpack(rt, format, args[1]);
}
Result<Owned> function_unpack_from(Runtime& rt, Args args) {
    const FormatPointer format = TRY(format_of(rt, args[0]));
    return unpack_from(rt, format, args[1], args.has(2) ? args[2] : Value());
}
Result<Owned> function_iter_unpack(Runtime& rt, Args args) {
    const FormatPointer format = TRY(format_of(rt, args[0]));
    return iter_unpack(rt, format, args[1]);
}
Result<Owned> function_calcsize(Runtime& rt, Args args) {
    const FormatPointer format = TRY(format_of(rt, args[0]));
    return make_int(rt, format->size);
}
Result<Owned> function_clear_cache(Runtime& rt, Args) {
    state_of(rt).clear_cache();
    return Owned::adopt(Value::none());
}

const NativeDef functions[] = {
    {"_clearcache", native<function_clear_cache>, 0, 0, nullptr, "Clear the internal cache."},
    {"calcsize", native<function_calcsize>, 1, 1, nullptr,
     "Return size in bytes of the struct described by the format string."},
    {"iter_unpack", native<function_iter_unpack>, 2, 2, nullptr,
     "Return an iterator yielding tuples unpacked from the given bytes.\n\nThe bytes are unpacked according to the "
     "format string, like\na repeated invocation of "
     "unpack_from().\n\nRequires that the bytes length be a multiple of the format struct size."},
    {"pack", native<function_pack>, 0, -1, nullptr,
     "pack(format, v1, v2, ...) -> bytes\n\nReturn a bytes object containing the values v1, v2, ... packed "
     "according\nto the format string.  See help(struct) for more on "
     "format strings."},
    {"pack_into", native<function_pack_into>, 0, -1, nullptr,
     "pack_into(format, buffer, offset, v1, v2, ...)\n\nPack the values v1, v2, ... according to the format string and "
     "write\nthe packed bytes into the writable buffer buf "
     "starting at offset.  Note\nthat the offset is a required argument.  See help(struct) for more\non format "
     "strings."},
    {"unpack", native<function_unpack>, 2, 2, nullptr,
     "Return a tuple containing values unpacked according to the format string.\n\nThe buffer's size in bytes must be "
     "calcsize(format).\n\nSee help(struct) for more on "
     "format strings."},
    {"unpack_from", native<function_unpack_from>, 2, 3, "format, /, buffer, offset=0",
     "Return a tuple containing values unpacked according to the format string.\n\nThe buffer's size, minus offset, "
     "must be at least calcsize(format).\n\nSee help(struct) "
     "for more on format strings."},
    {},
};

Result<void> fill(Runtime& rt, ModuleObject& module) {
    State& state = state_of(rt);
    if (!state.error) {
        state.error = TRY(make_error_class(rt, "struct", "error", TypeId::Exception));
        state.struct_type = TRY(make_native_type(rt, struct_spec));
        state.unpack_iterator = TRY(make_native_type(rt, unpack_iterator_spec));
    }
    module_add(rt, module, "error", Owned::share(Value(state.error.get())));
    module_add(rt, module, "Struct", Owned::share(Value(state.struct_type.get())));
    Ref<ListObject> all = make_list(rt);
    for (const char* name :
         {"calcsize", "pack", "pack_into", "unpack", "unpack_from", "iter_unpack", "Struct", "error"})
        list_append(rt, *all, rt.intern(name));
    module_add(rt, module, "__all__", std::move(all));
    return ok;
}

} // namespace

} // namespace struct_module

extern const ModuleDef struct_module_def;
const ModuleDef struct_module_def = {
    .name = "struct",
    .doc = "Functions to convert between Python values and C structs.\n"
           "Python bytes objects are used to hold the data representing the C struct\n"
           "and also as format strings (explained below) to describe the layout of data\n"
           "in the C struct.\n\n"
           "The optional first format char indicates byte order, size and alignment:\n"
           "  @: native order, size & alignment (default)\n"
           "  =: native order, std. size & alignment\n"
           "  <: little-endian, std. size & alignment\n"
           "  >: big-endian, std. size & alignment\n"
           "  !: same as >\n\n"
           "The remaining chars indicate types of args and must match exactly;\n"
           "these can be preceded by a decimal repeat count:\n"
           "  x: pad byte (no data); c:char; b:signed byte; B:unsigned byte;\n"
           "  ?: _Bool; h:short; H:unsigned short; i:int; I:unsigned int;\n"
           "  l:long; L:unsigned long; f:float; d:double; e:half-float.\n"
           "  F: float complex; D: double complex.\n"
           "Special cases (preceding decimal count indicates length):\n"
           "  s:string (array of char); p: pascal string (with count byte).\n"
           "Special cases (only available in native format):\n"
           "  n:ssize_t; N:size_t;\n"
           "  P:an integer type that is wide enough to hold a pointer.\n"
           "  q:long long; Q:unsigned long long\n"
           "Whitespace between formats is ignored.\n\n"
           "The variable struct.error is an exception raised on errors.\n",
    .functions = struct_module::functions,
    .fill = struct_module::fill,
};

} // namespace mp
