// _io: streams. The module io (frozen/io.py) adds the base classes.
#include "objects/types/module.h"
#include "builtins/io/memory_streams.h"
#include "builtins/io/open.h"
#include "builtins/modules.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/types/exception.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"

namespace mp {

namespace {

const NativeDef functions[] = {
    {"open", native<open_file>, 1, 8, open_signature, open_doc},
    {},
};

const TypeSpec* const types[] = {
    &text_file_spec,       &buffered_reader_spec, &buffered_writer_spec,
    &buffered_random_spec, &file_io_spec,         &string_io_spec,
    &bytes_io_spec,        &bytes_io_buffer_spec, nullptr,
};

const TypeSpec unsupported_operation_spec = {
    .name = "UnsupportedOperation",
    .module = "io",
    .base = TypeId::OSError,
    .layout = Layout::exception,
    .size = sizeof(OSErrorObject),
    .flags = type_has_gc | type_has_dict | type_is_base | type_weakrefs,
};

Result<void> fill(Runtime& rt, ModuleObject& module) {
    module_add(rt, module, "UnsupportedOperation",
               TRY(make_native_type(rt, unsupported_operation_spec, nullptr, &rt.type(TypeId::ValueError))));
    module_add(rt, module, "BlockingIOError", Owned::share(Value(&rt.type(TypeId::BlockingIOError))));
    module_add(rt, module, "DEFAULT_BUFFER_SIZE", make_int(rt, 8192));
    return ok;
}

} // namespace

const ModuleDef io_module_def = {
    .name = "_io",
    .doc = "Streams.",
    .functions = functions,
    .types = types,
    .fill = fill,
};

} // namespace mp
