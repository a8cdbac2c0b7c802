#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>
#include <new>

#include "builtins/modules.h"
#include "interp/embed/frontend.h"
#include "interp/include/minipy/minipy.hpp"
#include "interp/vm/traceback.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/list.h"
#include "objects/types/module.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"

namespace minipy {

using namespace mp;

struct Interpreter::State {
    Vm vm;
    bool ready = false;

    explicit State(const Config& config) {
        vm.set_frontend(make_frontend());
        vm.set_module_provider(make_module_provider());
        if (config.limits.recursion) vm.set_recursion_limit(config.limits.recursion);
        vm.modules = make_dict(vm).release();
        ready = !setup(config).is_raised();
        if (!ready) report();
        if (config.limits.memory) vm.heap().set_limit(vm.heap().used() + config.limits.memory);
    }

    Result<void> setup(const Config& config) {
        Ref<ModuleObject> builtins = TRY(make_builtin_module(vm, *find_builtin_module("builtins")));
        vm.builtins_module = Ref<ModuleObject>(builtins).release();
        vm.builtins_dict = builtins->dict;
        vm.original_import = dict_get_str(*builtins->dict, *vm.names().dunder_import);
        dict_set_str(vm, *vm.modules, *vm.names().builtins, builtins);
        Owned sys = TRY(vm.import_full("sys"));
        Ref<ListObject> argv = make_list(vm);
        for (const std::string& argument : config.argv) list_append(vm, *argv, make_str(vm, argument));
        Ref<ListObject> path = make_list(vm);
        for (const std::string& folder : config.path) list_append(vm, *path, make_str(vm, folder));
        TRY(set_attribute(vm, sys, *vm.intern("argv"), argv));
        return set_attribute(vm, sys, *vm.intern("path"), path);
    }

    // An attribute of sys, or unbound.
    Value sys_value(StrObject& name) {
        const Value sys = dict_get_str(*vm.modules, *vm.names().sys);
        return is_module(sys) ? dict_get_str(*static_cast<ModuleObject*>(sys.object())->dict, name) : Value();
    }
    void flush() {
        Owned out = Owned::share(sys_value(*vm.names().stdout_));
        if (out.is_unbound() || out.is_none()) return;
        if (call_method(vm, out, *vm.names().flush).is_raised()) vm.clear_pending();
    }
    // Prints the pending exception the way the interpreter's end does, and gives the exit status it means.
    int report() {
        Ref<ExceptionObject> error = vm.take_pending();
        if (is_subtype(error->type(), &vm.type(TypeId::SystemExit)))
            return exit_status(*static_cast<SystemExitObject*>(error.get()));
        flush();
        Owned hook = Owned::share(sys_value(*vm.names().excepthook));
        Owned original = Owned::share(dict_get_text(vm, *vm.modules, "sys"));
        const Value builtin_hook =
            is_module(original)
                ? dict_get_text(vm, *static_cast<ModuleObject*>(original.get().object())->dict, "__excepthook__")
                : Value();
        if (!hook.is_unbound() && !hook.get().is(builtin_hook)) {
            const Value traceback = error->traceback ? Value(error->traceback) : Value::none();
            if (!call(vm, hook, Value(error->type()), error, traceback).is_raised()) return 1;
            Ref<ExceptionObject> second = vm.take_pending();
            vm.write_error_text("Error in sys.excepthook:\n" + format_exception(vm, *second) +
                                "\nOriginal exception was:\n");
        }
        vm.write_error_text(format_exception(vm, *error));
        return is_subtype(error->type(), &vm.type(TypeId::KeyboardInterrupt)) ? 130 : 1;
    }
    int exit_status(SystemExitObject& exit) {
        flush();
        const Value code = exit.code;
        if (code.is_none() || code.is_unbound()) return 0;
        std::int64_t status = 0;
        if (is_any_int(code)) return int_to_int64(code, status) ? static_cast<int>(status & 0xff) : 255;
        auto text = str(vm, code);
        if (text.is_raised())
            vm.clear_pending();
        else
            vm.write_error_text(to_utf8(*text.take()) + "\n");
        return 1;
    }
};

Interpreter::Interpreter() : Interpreter(Config{}) {}
Interpreter::Interpreter(const Config& config) : state_(std::make_unique<State>(config)) {}
Interpreter::~Interpreter() = default;
Interpreter::Interpreter(Interpreter&&) noexcept = default;
Interpreter& Interpreter::operator=(Interpreter&&) noexcept = default;

int Interpreter::run_program(std::string_view source, const std::string& filename) {
    if (!state_->ready) return 1;
    Vm& vm = state_->vm;
    try {
        Ref<ModuleObject> main = vm.main_module();
        module_add(vm, *main, "__file__", make_str(vm, filename));
        auto result = vm.exec(source, filename, CompileMode::exec, *main->dict, Value(main->dict));
        if (result.is_raised()) return state_->report();
        state_->flush();
        return 0;
    } catch (const std::bad_alloc&) {
        vm.clear_pending();
        std::fputs("MemoryError\n", stderr);
        return 1;
    }
}

int Interpreter::run_file(const std::string& filename) {
    errno = 0;
    std::ifstream file(filename, std::ios::binary);
    const std::string source{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    if (!file.is_open() || file.bad()) {
        const int error = errno ? errno : EIO;
        std::fprintf(stderr, "minipy: can't open file '%s': [Errno %d] %s\n", filename.c_str(), error,
                     std::strerror(error));
        return 2;
    }
    return run_program(source, filename);
}

std::string Interpreter::disassemble(std::string_view source, const std::string& filename) {
    Vm& vm = state_->vm;
    auto unit = vm.frontend()->compile(vm, source, filename, FrontendOptions{});
    if (unit.is_raised()) {
        state_->report();
        return "";
    }
    return mp::disassemble(*unit.take());
}

} // namespace minipy
