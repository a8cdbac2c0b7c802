#include "interp/include/minipy/minipy.hpp"

#include "builtins/modules.h"
#include "interp/embed/access.h"
#include "interp/embed/frontend.h"
#include "interp/embed/system_text.h"
#include "interp/embed/uncaught.h"
#include "objects/core/attribute.h"
#include "objects/types/dict.h"
#include "objects/types/list.h"
#include "objects/types/module.h"

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
        if (!ready) show_uncaught(vm, {});
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
        for (const std::string& argument : config.argv) list_append(vm, *argv, system_text(vm, argument));
        Ref<ListObject> path = make_list(vm);
        for (const std::string& folder : config.path) list_append(vm, *path, system_text(vm, folder));
        TRY(set_attribute(vm, sys, *vm.intern("argv"), argv));
        return set_attribute(vm, sys, *vm.intern("path"), path);
    }
};

Interpreter::Interpreter() : Interpreter(Config{}) {}
Interpreter::Interpreter(const Config& config) : state_(std::make_unique<State>(config)) {}
Interpreter::~Interpreter() = default;
Interpreter::Interpreter(Interpreter&&) noexcept = default;
Interpreter& Interpreter::operator=(Interpreter&&) noexcept = default;

mp::Vm& InterpreterAccess::vm(Interpreter& interpreter) noexcept { return interpreter.state_->vm; }

std::string Interpreter::disassemble(std::string_view source, const std::string& filename) {
    Vm& vm = state_->vm;
    auto unit = vm.frontend()->compile(vm, source, filename, FrontendOptions{});
    if (unit.is_raised()) {
        show_uncaught(vm, {});
        return "";
    }
    return mp::disassemble(*unit.take());
}

} // namespace minipy
