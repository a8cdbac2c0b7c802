// The exception types of exceptions.def: what each adds to its base.
#include "objects/core/type_specs.h"
#include "objects/types/exception_parts.h"

namespace mp {

namespace {

struct Parts {
    Slots slots{};
    const NativeDef* methods = nullptr;
    const GetSetDef* getsets = nullptr;
    std::uint32_t flags = 0;
};

Parts parts_of(TypeId id) {
    switch (id) {
    case TypeId::BaseException: return {base_exception_slots, base_exception_methods, base_exception_getsets};
    case TypeId::KeyError: return {key_error_slots};
    case TypeId::StopIteration: return {stop_iteration_slots, nullptr, stop_iteration_getsets};
    case TypeId::SystemExit: return {system_exit_slots, nullptr, system_exit_getsets};
    case TypeId::AttributeError: return {attribute_error_slots, attribute_error_methods, attribute_error_getsets};
    case TypeId::NameError: return {name_error_slots, nullptr, name_error_getsets};
    case TypeId::ImportError: return {import_error_slots, import_error_methods, import_error_getsets};
    case TypeId::OSError: return {os_error_slots, os_error_methods, os_error_getsets};
    case TypeId::SyntaxError: return {syntax_error_slots, nullptr, syntax_error_getsets};
    case TypeId::UnicodeEncodeError: return {unicode_encode_error_slots, nullptr, unicode_error_getsets};
    case TypeId::UnicodeDecodeError: return {unicode_decode_error_slots, nullptr, unicode_error_getsets};
    case TypeId::UnicodeTranslateError: return {unicode_translate_error_slots, nullptr, unicode_error_getsets};
    case TypeId::BaseExceptionGroup:
        return {exception_group_slots, exception_group_methods, exception_group_getsets, type_weakrefs};
    default: return {};
    }
}

TypeSpec make_spec(TypeId id, const char* name, TypeId base, std::uint32_t size, const char* doc) {
    const Parts parts = parts_of(id);
    return {.name = name,
            .base = base,
            .layout = Layout::exception,
            .size = size,
            .flags = type_has_gc | type_has_dict | type_is_base | parts.flags,
            .slots = parts.slots,
            .methods = parts.methods,
            .getsets = parts.getsets,
            .doc = doc};
}

} // namespace

#define EXCEPTION(name, base, layout_, doc)                                                                            \
    const TypeSpec name##_spec = make_spec(TypeId::name, #name, TypeId::base, sizeof(layout_), doc);
#include "objects/core/exceptions.def"
#undef EXCEPTION

} // namespace mp
