// Functions of sys about exceptions and frames, and the hooks that show values and errors.
#include <vector>

#include "builtins/builtins_module.h"
#include "builtins/io/text_file.h"
#include "builtins/sys_module.h"
#include "interp/vm/frame_object.h"
#include "interp/vm/traceback.h"
#include "interp/vm/vm.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/module.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"
#include "objects/types/text_arguments.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

Value sys_value(Runtime& rt, StrObject& name) {
    const Value sys = dict_get_str(*rt.modules, *rt.names().sys);
    return is_module(sys) ? dict_get_str(*static_cast<ModuleObject*>(sys.object())->dict, name) : Value();
}

Result<Owned> exc_info(Runtime& rt, Args) {
    ExceptionObject* handled = rt.handled();
    if (!handled) return Owned(tuple_of(rt, Value::none(), Value::none(), Value::none()));
    return Owned(tuple_of(rt, Value(handled->type()), Value(handled),
                          handled->traceback ? Value(handled->traceback) : Value::none()));
}
Result<Owned> exception(Runtime& rt, Args) {
    return rt.handled() ? Owned::share(Value(rt.handled())) : Owned::adopt(Value::none());
}

Result<void> displayhook(Runtime& rt, Args args) {
    if (args[0].is_none()) return ok;
    Ref<ModuleObject> builtins = Ref<ModuleObject>::share(rt.builtins_module);
    dict_set_str(rt, *builtins->dict, *rt.names().underscore, Owned::adopt(Value::none()));
    Owned out = Owned::share(sys_value(rt, *rt.names().stdout_));
    if (out.is_unbound() || out.is_none()) return raise(rt, TypeId::RuntimeError, "lost sys.stdout");
    Ref<StrObject> shown = TRY(repr(rt, args[0]));
    TRY(call_method(rt, out, *rt.names().write, shown));
    TRY(call_method(rt, out, *rt.names().write, Value(rt.latin1_char('\n'))));
    dict_set_str(rt, *builtins->dict, *rt.names().underscore, Owned::share(args[0]));
    return ok;
}

Result<void> write_error(Runtime& rt, std::string_view text) {
    Owned error = Owned::share(sys_value(rt, *rt.names().stderr_));
    if (error.is_unbound() || error.is_none()) return ok;
    TRY(call_method(rt, error, *rt.names().write, make_str(rt, text)));
    return ok;
}

Result<void> excepthook(Runtime& rt, Args args) {
    if (!is_exception(rt, args[1]))
        return write_error(rt, std::string("TypeError: print_exception(): Exception expected for value, ") +
                                   type_name(rt, args[1]) + " found\n");
    return write_error(rt, format_exception(vm_of(rt), *static_cast<ExceptionObject*>(args[1].object())));
}

Result<void> unraisablehook(Runtime& rt, Args args) {
    const auto field = [&](const char* name) { return get_attribute(rt, args[0], *rt.intern(name)); };
    Owned error = TRY(field("exc_value"));
    Owned message = TRY(field("err_msg"));
    Owned where = TRY(field("object"));
    std::string text = message.is_none() ? "Exception ignored in" : to_utf8(*TRY(str(rt, message)));
    if (!where.is_none()) text += ": " + to_utf8(*TRY(repr(rt, where)));
    text += message.is_none() || !where.is_none() ? "\n" : ":\n";
    if (is_exception(rt, error))
        text += format_exception(vm_of(rt), *static_cast<ExceptionObject*>(error.get().object()));
    return write_error(rt, text);
}

Result<Owned> breakpointhook(Runtime& rt, Args args) {
    Owned module = TRY(rt.import_module(*rt.intern("_breakpoint")));
    Owned hook = TRY(get_attribute(rt, module, *rt.intern("hook")));
    return call(rt, hook, args);
}

// ---- frames

Result<const Frame*> frame_at(Runtime& rt, std::int64_t depth) {
    Vm& vm = vm_of(rt);
    if (depth < 0) depth = 0;
    if (depth >= vm.frame - vm.frames_begin) return raise(rt, TypeId::ValueError, "call stack is not deep enough");
    return static_cast<const Frame*>(vm.frame - depth);
}

// A snapshot of the frame and of those that called it.
Result<Owned> getframe(Runtime& rt, Args args) {
    Vm& vm = vm_of(rt);
    const Frame* wanted = TRY(frame_at(rt, TRY(int_argument(rt, args, 0, 0))));
    OptRef<FrameObject> made;
    for (const Frame* frame = vm.frames_begin + 1; frame <= wanted; ++frame) {
        Ref<FrameObject> object = make_frame(rt, *frame->code, *frame->function->globals, running_line(*frame));
        object->locals = frame_locals(rt, *frame).release();
        object->back = made.release();
        made = std::move(object);
    }
    return Owned::adopt(Value(made.release()));
}

Result<Owned> getframemodulename(Runtime& rt, Args args) {
    Vm& vm = vm_of(rt);
    const int depth = TRY(int_argument(rt, args, 0, 0));
    if (depth < 0 || depth >= vm.frame - vm.frames_begin) return Owned::adopt(Value::none());
    const Value name = dict_get_str(*(vm.frame - depth)->function->globals, *rt.names().dunder_name);
    return name.is_unbound() ? Owned::adopt(Value::none()) : Owned::share(name);
}

} // namespace

const NativeDef sys_error_functions[] = {
    {"exc_info", native<exc_info>, 0, 0, nullptr,
     "Return current exception information: (type, value, traceback).\n\nReturn information about the most recent "
     "exception caught by an except\nclause in the current stack frame or in an older stack frame."},
    {"exception", native<exception>, 0, 0, nullptr,
     "Return the current exception.\n\nReturn the most recent exception caught by an except clause\nin the current "
     "stack frame or in an older stack frame, or None\nif no such clause exists."},
    {"displayhook", native<displayhook>, 1, 1, "object, /",
     "Print an object to sys.stdout and also save it in builtins._"},
    {"excepthook", native<excepthook>, 3, 3, "exctype, value, traceback, /",
     "Handle an exception by displaying it with a traceback on sys.stderr."},
    {"unraisablehook", native<unraisablehook>, 1, 1, "unraisable, /", "Handle an unraisable exception."},
    {"breakpointhook", native<breakpointhook>, 0, -1, nullptr,
     "Called by breakpoint(): calls what the environment variable PYTHONBREAKPOINT names, pdb.set_trace by default.",
     takes_keywords},
    {"_getframe", native<getframe>, 0, 1, "depth=0, /", "Return a frame object from the call stack."},
    {"_getframemodulename", native<getframemodulename>, 0, 1, "depth=0",
     "Return the name of the module for a calling frame."},
    {},
};

} // namespace mp
