#include "interp/embed/uncaught.h"

#include <cstdio>

#include "builtins/io/text_file.h"
#include "interp/vm/budget.h"
#include "interp/vm/traceback.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/module.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"

namespace mp {

namespace {

ModuleObject* sys_module(Vm& vm) {
    const Value sys = dict_get_str(*vm.modules, *vm.names().sys);
    return is_module(sys) ? static_cast<ModuleObject*>(sys.object()) : nullptr;
}

// The status that SystemExit carries (sys.exit): None is 0, an int itself, anything else is printed and means 1.
int exit_status(Vm& vm, SystemExitObject& exit) {
    flush_streams(vm);
    Owned code = Owned::share(exit.code);
    if (code.is_none() || code.is_unbound()) return 0;
    std::int64_t status = 0;
    if (is_any_int(code)) return int_to_int64(code, status) ? static_cast<int>(status & 0xff) : 255;
    auto text = str(vm, code);
    if (text.is_raised())
        vm.clear_pending();
    else
        write_to_stderr(vm, to_utf8(*text.take()) + "\n");
    return 1;
}

void set_last_exception(Vm& vm, ExceptionObject& error) {
    ModuleObject* sys = sys_module(vm);
    if (!sys) return;
    module_add(vm, *sys, "last_exc", Owned::share(Value(&error)));
    module_add(vm, *sys, "last_type", Owned::share(Value(error.type())));
    module_add(vm, *sys, "last_value", Owned::share(Value(&error)));
    module_add(vm, *sys, "last_traceback",
               error.traceback ? Owned::share(Value(error.traceback)) : Owned::adopt(Value::none()));
}

// Whether `name` in sys is still what the interpreter put there (sys.__NAME__ says so, unless the script changed both).
bool is_builtin_hook(Vm& vm, Value hook) {
    ModuleObject* sys = sys_module(vm);
    return sys && hook.is(dict_get_text(vm, *sys->dict, "__excepthook__"));
}

// Flushes one stream; false: it failed, and the exception is pending.
bool flush(Vm& vm, StrObject& name) {
    Owned stream = Owned::share(sys_attribute(vm, name));
    if (stream.is_unbound() || stream.is_none()) return true;
    auto closed = get_optional_attribute(vm, stream, *vm.intern("closed"));
    if (closed.is_raised())
        vm.clear_pending();
    else if (const Owned is_closed = closed.take(); !is_closed.is_unbound()) {
        auto answer = truth(vm, is_closed);
        if (answer.is_raised())
            vm.clear_pending();
        else if (answer.take())
            return true;
    }
    return !call_method(vm, stream, *vm.names().flush).is_raised();
}

} // namespace

Value sys_attribute(Vm& vm, StrObject& name) {
    ModuleObject* sys = sys_module(vm);
    return sys ? dict_get_str(*sys->dict, name) : Value();
}

void write_to_stderr(Vm& vm, std::string_view text) {
    Owned stream = Owned::share(sys_attribute(vm, *vm.names().stderr_));
    if (stream.is_none()) return;
    if (!stream.is_unbound()) {
        if (!call_method(vm, stream, *vm.names().write, make_str(vm, text)).is_raised()) {
            if (call_method(vm, stream, *vm.names().flush).is_raised()) vm.clear_pending();
            return;
        }
        vm.clear_pending();
    }
    vm.write_error_text(text);
}

Result<void> flush_output(Vm& vm) {
    for (StrObject* name : {vm.names().stdout_, vm.names().stderr_})
        if (!flush(vm, *name)) return raised;
    return ok;
}

void flush_streams(Vm& vm) {
    for (StrObject* name : {vm.names().stdout_, vm.names().stderr_})
        if (!flush(vm, *name)) vm.clear_pending();
}

void flush_native_streams(Vm& vm) {
    const RunScope run(vm);
    Ref<ExceptionObject> error = vm.take_pending();
    for (StrObject* name : {vm.names().stdout_, vm.names().stderr_}) {
        const Owned stream = Owned::share(sys_attribute(vm, *name));
        if (!is_text_file(stream) || !as_text_file(stream).bytes) continue;
        if (text_file_flush(vm, as_text_file(stream)).is_raised()) vm.clear_pending();
    }
    vm.set_pending(std::move(error));
}

UncaughtOutcome show_uncaught(Vm& vm, const UncaughtOptions& options) {
    Ref<ExceptionObject> error = vm.take_pending();
    UncaughtOutcome outcome;
    if (error->is_stop) {
        flush_streams(vm);
        vm.write_error_text(format_exception(vm, *error, options.colour));
        outcome.status = stopped_status;
        return outcome;
    }
    if (!options.inspect && is_subtype(error->type(), &vm.type(TypeId::SystemExit))) {
        outcome.exits = true;
        outcome.status = exit_status(vm, *static_cast<SystemExitObject*>(error.get()));
        return outcome;
    }
    if (is_subtype(error->type(), &vm.type(TypeId::KeyboardInterrupt))) {
        outcome.interrupted = true;
        outcome.status = 130;
    }
    set_last_exception(vm, *error);
    flush_streams(vm);
    Owned hook = Owned::share(sys_attribute(vm, *vm.names().excepthook));
    if (hook.is_unbound()) {
        write_to_stderr(vm, "sys.excepthook is missing\n");
    } else if (!is_builtin_hook(vm, hook)) {
        const Value traceback = error->traceback ? Value(error->traceback) : Value::none();
        if (!call(vm, hook, Value(error->type()), error, traceback).is_raised()) return outcome;
        Ref<ExceptionObject> second = vm.take_pending();
        if (is_subtype(second->type(), &vm.type(TypeId::SystemExit))) {
            outcome.exits = true;
            outcome.status = exit_status(vm, *static_cast<SystemExitObject*>(second.get()));
            return outcome;
        }
        write_to_stderr(vm, "Error in sys.excepthook:\n" + format_exception(vm, *second, options.colour) +
                                "\nOriginal exception was:\n");
    }
    write_to_stderr(vm, format_exception(vm, *error, options.colour));
    return outcome;
}

int finish_program(Vm& vm, int status) {
    Ref<StrObject> name = vm.intern("atexit");
    Owned handlers = Owned::share(dict_get_str(*vm.modules, *name));
    if (!handlers.is_unbound() && call_method(vm, handlers, *vm.intern("_run_exitfuncs")).is_raised())
        show_uncaught(vm, {});
    if (!flush(vm, *vm.names().stdout_)) {
        vm.write_unraisable(sys_attribute(vm, *vm.names().stdout_));
        status = 120;
    }
    if (!flush(vm, *vm.names().stderr_)) {
        vm.clear_pending();
        status = 120;
    }
    return status;
}

} // namespace mp
