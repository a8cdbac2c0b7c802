#include "interp/embed/modules.h"

#include "builtins/modules.h"
#include "objects/core/attribute.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/list.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace minipy {

namespace detail {

mp::Result<mp::Owned> HostModules::make_module(mp::Vm& vm, mp::StrObject& name) {
    const std::string text = mp::to_utf8(name);
    if (const auto found = made.find(text); found != made.end()) return mp::Owned(found->second);
    if (hook || sources.contains(text)) {
        // Source of the host's is run by the import system: frozen_source() gives it.
        if (hook && !sources.contains(text)) {
            try {
                if (auto source = hook(text))
                    sources.insert_or_assign(text, Source{std::move(source->source), source->is_package});
            } catch (...) {
                raise_current_exception(core);
                return mp::raised;
            }
        }
        if (sources.contains(text)) return mp::Owned();
    }
    const mp::ModuleDef* def = mp::find_builtin_module(text);
    if (!def) return mp::Owned();
    return mp::Owned(TRY(mp::make_builtin_module(vm, *def)));
}

bool HostModules::frozen_source(std::string_view name, std::string_view& source, bool& is_package) {
    if (const auto found = sources.find(name); found != sources.end()) {
        source = found->second.text;
        is_package = found->second.is_package;
        return true;
    }
    const mp::FrozenModule* module = mp::find_frozen_module(name);
    if (!module) return false;
    source = module->source;
    is_package = module->is_package;
    return true;
}

} // namespace detail

Module Interpreter::module(const char* name, const char* doc) {
    detail::Core& core = this->core();
    mp::Vm& vm = core.running();
    const std::string_view text = name;
    if (const auto found = core.modules->made.find(text); found != core.modules->made.end())
        return Module(Value::share(core, mp::Value(found->second).word()));
    if (mp::find_builtin_module(text) || mp::find_frozen_module(text)) return Module(import(text));
    const detail::Word made = detail::guarded(core, [&]() -> mp::Result<mp::Owned> {
        auto module = mp::make_module(vm, *vm.intern(text),
                                      doc ? mp::Owned(mp::make_str(vm, doc)) : mp::Owned::adopt(mp::Value::none()));
        // A part of a module of the host's stands in it, which is a package then.
        if (const std::size_t dot = text.rfind('.'); dot != text.npos) {
            Module parent = this->module(std::string(text.substr(0, dot)).c_str());
            mp::Owned owner = mp::Owned::share(detail::value_of(parent.word()));
            if (!parent.has_attr("__path__"))
                TRY(mp::set_attribute(vm, owner, *vm.names().dunder_path, mp::make_list(vm)));
            TRY(mp::set_attribute(vm, owner, *vm.intern(text.substr(dot + 1)), module));
        }
        core.modules->made.emplace(text, module);
        return mp::Owned(module);
    });
    return Module(Value::adopt(core, detail::checked(core, made)));
}

Module Module::module(const char* name, const char* doc) {
    return interpreter().module((attr("__name__").to<std::string>() + "." + name).c_str(), doc);
}

Module& Module::doc(const char* text) {
    set_attr("__doc__", text);
    return *this;
}

void Module::detail_add_exception(const char* name, const Value& base,
                                  bool (*matches)(std::exception_ptr, std::string&)) {
    detail::Core& core = this->core();
    mp::Vm& vm = core.running();
    const detail::Word made = detail::guarded(core, [&]() -> mp::Result<mp::Owned> {
        mp::Value parent = mp::Value(&vm.type(mp::TypeId::Exception));
        if (!base.is_empty()) parent = detail::value_of(base.word());
        if (!parent.is_object() || parent.object()->layout != mp::Layout::type ||
            !mp::is_subtype(static_cast<mp::Type*>(parent.object()), &vm.type(mp::TypeId::BaseException)))
            return mp::raise(vm, mp::TypeId::TypeError, "the base of an exception must be an exception class");
        auto entries = mp::make_dict(vm);
        mp::dict_set_str(vm, *entries, *vm.names().dunder_module,
                         mp::Owned::share(detail::value_of(attr("__name__").value().word())));
        auto bases = mp::tuple_of(vm, parent);
        const auto text = vm.intern(name);
        mp::Owned type = TRY(mp::make_class(vm, vm.type(mp::TypeId::type), *text, *bases, *entries, {}));
        TRY(mp::set_attribute(vm, detail::value_of(word()), *text, type));
        return type;
    });
    if (made == detail::raised_word) detail::throw_pending(core);
    core.exceptions.push_back(
        {matches, mp::Ref<mp::Type>::adopt(static_cast<mp::Type*>(detail::value_of(made).object()))});
}

void Interpreter::add_module_source(std::string_view name, std::string_view source, bool is_package) {
    core().modules->sources.insert_or_assign(std::string(name),
                                             detail::HostModules::Source{std::string(source), is_package});
}

void Interpreter::on_import(std::function<std::optional<ModuleSource>(std::string_view)> hook) {
    core().modules->hook = std::move(hook);
}

Value Interpreter::import(std::string_view name) {
    detail::Core& core = this->core();
    return Value::adopt(core,
                        detail::checked(core, detail::guarded(core, [&] { return core.running().import_full(name); })));
}

} // namespace minipy
