// Interpreter: running code, namespaces.
#include "interp/embed/access.h"
#include "interp/embed/core.h"
#include "interp/embed/uncaught.h"
#include "interp/vm/kept_sources.h"
#include "objects/core/attribute.h"
#include "objects/core/gc.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/module.h"
#include "objects/types/str.h"

namespace minipy {

Interpreter::Interpreter() : Interpreter(Config{}) {}
Interpreter::Interpreter(const Config& config) : core_(new detail::Core(config.limits)) {
    try {
        core_->start(config);
    } catch (...) {
        core_->close();
        throw;
    }
}

Interpreter::~Interpreter() {
    if (owner_ && core_) core_->close();
}

Interpreter::Interpreter(Interpreter&& other) noexcept
    : core_(std::exchange(other.core_, nullptr)), owner_(other.owner_) {}

Interpreter& Interpreter::operator=(Interpreter&& other) noexcept {
    std::swap(core_, other.core_);
    std::swap(owner_, other.owner_);
    return *this;
}

detail::Core& Interpreter::core() const {
    if (!core_ || !core_->vm || core_->closing) detail::Core::throw_gone();
    return *core_;
}

namespace {

using detail::Core;
using detail::value_of;
using detail::Word;

constexpr std::string_view default_filename = "<string>";

Word run_source(Core& core, std::string_view source, std::string_view filename, mp::CompileMode mode,
                const Value* globals, const Value* locals) noexcept {
    const Word result = detail::guarded(core, [&]() -> mp::Result<mp::Owned> {
        mp::Vm& vm = *core.vm;
        mp::Owned names;
        if (!globals || globals->is_empty()) {
            names = mp::Owned::share(mp::Value(vm.main_module()->dict));
        } else {
            names = mp::Owned::share(value_of(globals->word()));
            if (mp::is_module(names))
                names = mp::Owned::share(mp::Value(static_cast<mp::ModuleObject*>(names.get().object())->dict));
            if (!mp::is_dict_or_subclass(vm, names))
                return mp::raise(vm, mp::TypeId::TypeError, "globals must be a dict or a module, not %.100s",
                                 mp::type_name(vm, names));
        }
        // Tracebacks show the lines of what has a name of its own.
        if (mode == mp::CompileMode::exec && filename != default_filename)
            mp::keep_source(vm, std::string(filename), source);
        const mp::Owned own = locals && !locals->is_empty() ? mp::Owned::share(value_of(locals->word())) : names;
        auto value = vm.exec(source, filename, mode, *static_cast<mp::DictObject*>(names.get().object()), own);
        if (!value.is_raised()) {
            TRY(mp::flush_output(vm));
            return value;
        }
        // What a script printed before it failed is shown too.
        if (vm.pending()->is_stop) return mp::raised;
        mp::Ref<mp::ExceptionObject> error = vm.take_pending();
        mp::flush_streams(vm);
        vm.set_pending(std::move(error));
        return mp::raised;
    });
    if (result == detail::raised_word && core.vm && !core.closing && !core.vm->in_run() && core.vm->has_pending())
        mp::flush_native_streams(*core.vm); // after a stop
    return result;
}

} // namespace

void Interpreter::exec(std::string_view source, std::string_view filename) {
    Core& core = this->core();
    detail::release(detail::checked(core, run_source(core, source, filename, mp::CompileMode::exec, nullptr, nullptr)));
}

void Interpreter::exec(std::string_view source, std::string_view filename, const Value& globals, const Value& locals) {
    Core& core = this->core();
    detail::release(
        detail::checked(core, run_source(core, source, filename, mp::CompileMode::exec, &globals, &locals)));
}

Value Interpreter::eval(std::string_view expression, std::string_view filename) {
    Core& core = this->core();
    return Value::adopt(
        core, detail::checked(core, run_source(core, expression, filename, mp::CompileMode::eval, nullptr, nullptr)));
}

Value Interpreter::eval(std::string_view expression, const Value& globals, const Value& locals) {
    Core& core = this->core();
    return Value::adopt(core, detail::checked(core, run_source(core, expression, "<string>", mp::CompileMode::eval,
                                                               &globals, &locals)));
}

Expected<void> Interpreter::try_exec(std::string_view source, std::string_view filename) {
    Core& core = this->core();
    const Word result = run_source(core, source, filename, mp::CompileMode::exec, nullptr, nullptr);
    if (result == detail::raised_word) return detail::take_pending(core);
    detail::release(result);
    return {};
}

Expected<Value> Interpreter::try_eval(std::string_view expression, std::string_view filename) {
    Core& core = this->core();
    const Word result = run_source(core, expression, filename, mp::CompileMode::eval, nullptr, nullptr);
    if (result == detail::raised_word) return detail::take_pending(core);
    return Value::adopt(core, result);
}

Value Interpreter::globals() {
    Core& core = this->core();
    return Value::adopt(core, detail::checked(core, detail::guarded(core, [&] {
                                                  return mp::Result<mp::Owned>(
                                                      mp::Owned::share(mp::Value(core.vm->main_module()->dict)));
                                              })));
}

Item Interpreter::operator[](std::string_view name) { return globals()[name]; }

Value Interpreter::dict() {
    Core& core = this->core();
    return Value::adopt(core, detail::checked(core, detail::make_container(core, detail::Container::dict, 0)));
}

Value Interpreter::new_namespace() {
    Value names = dict();
    names["__name__"] = "__main__";
    names["__builtins__"] = Value::share(core(), mp::Value(core().vm->builtins_module).word());
    return names;
}

Value Interpreter::builtin(std::string_view name) {
    Core& core = this->core();
    const mp::Value found = mp::dict_get_text(*core.vm, *core.vm->builtins_dict, name);
    if (found.is_unbound()) throw Error("NameError", "name '" + std::string(name) + "' is not defined");
    return Value::share(core, found.word());
}

mp::Vm& InterpreterAccess::vm(Interpreter& interpreter) noexcept { return *interpreter.core().vm; }

std::string Interpreter::disassemble(std::string_view source, const std::string& filename) {
    mp::Vm& vm = core().running();
    auto unit = vm.frontend()->compile(vm, source, filename, mp::FrontendOptions{});
    if (unit.is_raised()) {
        mp::show_uncaught(vm, {});
        return "";
    }
    return mp::disassemble(*unit.take());
}

std::size_t Interpreter::collect() { return core().vm->collector().collect(); }

} // namespace minipy
