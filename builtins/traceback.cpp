// _traceback: the texts that uncaught exceptions print. The module traceback (frozen/traceback.py) gives them out.
#include "interp/vm/traceback.h"
#include "interp/vm/code_object.h"

#include "builtins/modules.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/module.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

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

Result<TracebackObject*> entry_argument(Runtime& rt, Value value) {
    if (&rt.type_of(value) != &rt.type(TypeId::traceback))
        return raise(rt, TypeId::TypeError, "expected a traceback object, not '%.200s'", type_name(rt, value));
    return static_cast<TracebackObject*>(value.object());
}
Result<Owned> entry_text_of(Runtime& rt, Args args) {
    return Owned(make_str(rt, entry_text(vm_of(rt), *TRY(entry_argument(rt, args[0])))));
}
// (line, last line, column, end column): columns in bytes of UTF-8; None where the compiler made the instruction.
Result<Owned> entry_position(Runtime& rt, Args args) {
    const TracebackObject& entry = *TRY(entry_argument(rt, args[0]));
    const Location* place = find_location(*static_cast<CodeObject*>(entry.code), entry.pc);
    const auto line = make_int(rt, entry.line);
    if (!place || place->line != entry.line)
        return Owned(tuple_of(rt, line, Value::none(), Value::none(), Value::none()));
    return Owned(tuple_of(rt, line, make_int(rt, place->end_line), make_int(rt, place->column),
                          make_int(rt, place->end_column)));
}

const NativeDef functions[] = {
    {"exception_text", native<text_of<format_exception>>, 1, 1, "exception, /",
     "The whole text, causes and contexts first."},
    {"exception_only_text", native<text_of<format_exception_only>>, 1, 1, "exception, /",
     "The last lines: type and text."},
    {"entry_text", native<entry_text_of>, 1, 1, "tb, /",
     "The source lines of a traceback's entry with their marks; empty when there are none."},
    {"entry_position", native<entry_position>, 1, 1, "tb, /", "The entry's (line, last line, column, end column)."},
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
