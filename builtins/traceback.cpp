// _traceback: the texts that uncaught exceptions print. The module traceback (frozen/traceback.py) gives them out.
#include "interp/vm/traceback.h"

#include "builtins/modules.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/module.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"

namespace mp {

namespace {

template <std::string (*Format)(Vm&, ExceptionObject&)>
Result<Owned> text_of(Runtime& rt, Args args) {
    if (!is_exception(rt, args[0]))
        return raise(rt, TypeId::TypeError, "Exception expected for value, %.200s found", type_name(rt, args[0]));
    return Owned(make_str(rt, Format(vm_of(rt), *static_cast<ExceptionObject*>(args[0].object()))));
}

Result<Owned> kept_line_of(Runtime& rt, Args args) {
    if (!is_str_or_subclass(rt, args[0])) return Owned(make_str(rt, ""));
    const std::int64_t number = TRY(index_int64(rt, args[1]));
    if (number < 1 || number > INT32_MAX) return Owned(make_str(rt, ""));
    return Owned(make_str(rt, kept_line(vm_of(rt), to_utf8(*static_cast<StrObject*>(args[0].object())),
                                        static_cast<std::uint32_t>(number))));
}

const NativeDef functions[] = {
    {"exception_text", native<text_of<format_exception>>, 1, 1, "exception, /",
     "The whole text, causes and contexts first."},
    {"exception_only_text", native<text_of<format_exception_only>>, 1, 1, "exception, /",
     "The last lines: type and text."},
    {"kept_line", native<kept_line_of>, 2, 2, "filename, number, /",
     "A line of a program that no file holds (-c, the console); empty when there is none."},
    {},
};

} // namespace

const ModuleDef traceback_module_def = {
    .name = "_traceback",
    .doc = "Texts of exceptions.",
    .functions = functions,
};

} // namespace mp
