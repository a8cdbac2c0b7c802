// _traceback: the texts that uncaught exceptions print. The module traceback (frozen/traceback.py) gives them out.
#include "interp/vm/traceback.h"

#include "builtins/modules.h"
#include "objects/core/raise.h"
#include "objects/types/module.h"
#include "objects/types/str.h"

namespace mp {

namespace {

template <std::string (*Format)(Vm&, ExceptionObject&)>
Result<Owned> text_of(Runtime& rt, Args args) {
    if (!is_exception(rt, args[0]))
        return raise(rt, TypeId::TypeError, "Exception expected for value, %.200s found", type_name(rt, args[0]));
    return Owned(make_str(rt, Format(vm_of(rt), *static_cast<ExceptionObject*>(args[0].object()))));
}

const NativeDef functions[] = {
    {"exception_text", native<text_of<format_exception>>, 1, 1, "exception, /",
     "The whole text, causes and contexts first."},
    {"exception_only_text", native<text_of<format_exception_only>>, 1, 1, "exception, /",
     "The last lines: type and text."},
    {},
};

} // namespace

const ModuleDef traceback_module_def = {
    .name = "_traceback",
    .doc = "Texts of exceptions.",
    .functions = functions,
};

} // namespace mp
