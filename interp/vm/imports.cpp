// The import system (language reference 5): sys.modules, built-in and frozen modules, .py files and packages on sys.path.
#include "interp/vm/imports.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <string>

#include "interp/vm/host.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/list.h"
#include "objects/types/module.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

bool is_file(Vm& vm, const std::string& path) {
    struct stat status;
    return vm.host().files.stat(path, status, true) == 0 && S_ISREG(status.st_mode);
}
bool is_folder(Vm& vm, const std::string& path) {
    struct stat status;
    return vm.host().files.stat(path, status, true) == 0 && S_ISDIR(status.st_mode);
}

Raised raise_not_found(Vm& vm, std::string_view name, const std::string& message) {
    raise_text(vm, TypeId::ModuleNotFoundError, message);
    if (ExceptionObject* error = vm.pending(); error && is_subtype(error->type(), &vm.type(TypeId::ImportError)))
        replace(static_cast<ImportErrorObject*>(error)->name, make_str(vm, name));
    return raised;
}

// Where a module was found in the file system.
struct Found {
    std::string file;   // the .py file; empty for a namespace package
    std::string folder; // of a package; empty for a plain module
};

// Looks for `name` (one part) in the folders of `path` (a list).
Result<bool> find_on_path(Vm& vm, Value path, std::string_view name, Found& found,
                          std::vector<std::string>& namespace_folders) {
    // Only what stands in a folder: not the folder itself, its parent or something below.
    if (name.empty() || name == "." || name == ".." || name.find('/') != std::string_view::npos) return false;
    if (!is_list_or_subclass(vm, path)) return false;
    auto& folders = *static_cast<ListObject*>(path.object());
    for (std::int64_t i = 0; i < folders.size; ++i) {
        if (!is_str_or_subclass(vm, folders.items[i])) continue;
        std::string folder = to_utf8(*static_cast<StrObject*>(folders.items[i].object()));
        if (folder.empty()) folder = ".";
        const std::string base = folder + "/" + std::string(name);
        if (is_folder(vm, base)) {
            if (is_file(vm, base + "/__init__.py")) {
                found = {base + "/__init__.py", base};
                return true;
            }
            if (!is_file(vm, base + ".py")) {
                namespace_folders.push_back(base);
                continue;
            }
        }
        if (is_file(vm, base + ".py")) {
            found = {base + ".py", ""};
            return true;
        }
    }
    return false;
}

Result<bool> is_initialising(Vm& vm, Value module) {
    Owned spec = TRY(get_optional_attribute(vm, module, *vm.names().dunder_spec));
    if (spec.is_unbound() || spec.is_none()) return false;
    Owned flag = TRY(get_optional_attribute(vm, spec, *vm.intern("_initializing")));
    return !flag.is_unbound() && TRY(truth(vm, flag));
}

// Runs `source` as module `name`, which is entered in sys.modules before and taken out again when it raises.
Result<Owned> run_module(Vm& vm, StrObject& name, std::string_view text_name, std::string_view source,
                         const std::string& file, const std::string& folder, bool built_in) {
    Ref<ModuleObject> module = make_module(vm, name);
    const bool package = !folder.empty();
    const std::size_t dot = text_name.rfind('.');
    module_add(vm, *module, "__package__",
               make_str(vm, package                         ? text_name
                            : dot == std::string_view::npos ? std::string_view()
                                                            : text_name.substr(0, dot)));
    module_add(vm, *module, "__file__", make_str(vm, file));
    module_add(vm, *module, "__builtins__", Owned::share(Value(vm.builtins_module)));
    if (package) {
        Ref<ListObject> path = make_list(vm);
        list_append(vm, *path, make_str(vm, folder));
        module_add(vm, *module, "__path__", std::move(path));
    }
    Ref<Object> spec = TRY(make_module_spec(vm, name, file, *module));
    module_add(vm, *module, "__spec__", Owned(spec));
    TRY(dict_set(vm, *vm.modules, &name, module));
    auto result = vm.exec(source, file, CompileMode::exec, *module->dict, Value(module->dict), built_in);
    if (result.is_raised()) {
        Ref<ExceptionObject> error = vm.take_pending();
        auto removed = dict_delete(vm, *vm.modules, &name);
        if (removed.is_raised()) vm.clear_pending();
        vm.set_pending(std::move(error));
        return raised;
    }
    TRY(set_attribute(vm, spec, *vm.intern("_initializing"), Value::false_()));
    return dict_get(vm, *vm.modules, &name); // a module may replace itself
}

Result<std::string> read_source(Vm& vm, const std::string& name) {
    std::string source;
    const std::size_t room = vm.heap().limit() - std::min(vm.heap().used(), vm.heap().limit());
    const int error = vm.host().files.read(name, room, source);
    if (error == EFBIG) return raise_memory_error(vm);
    if (error != 0) return raise_os_error(vm, error, make_str(vm, name));
    return source;
}

Result<Owned> load_module(Vm& vm, std::string_view full_name, std::string_view part, Value path) {
    Ref<StrObject> name = vm.intern(full_name);
    if (ModuleProvider* provider = vm.module_provider()) {
        Owned made = TRY(provider->make_module(vm, *name));
        if (!made.is_unbound()) {
            TRY(dict_set(vm, *vm.modules, name, made));
            return made;
        }
        std::string_view source;
        bool is_package = false;
        if (provider->frozen_source(full_name, source, is_package)) {
            const std::string label = "<frozen " + std::string(full_name) + ">";
            return run_module(vm, *name, full_name, source, label, is_package ? label : "", true);
        }
    }
    Found found;
    std::vector<std::string> namespace_folders;
    if (TRY(find_on_path(vm, path, part, found, namespace_folders))) {
        const std::string source = TRY(read_source(vm, found.file));
        return run_module(vm, *name, full_name, source, found.file, found.folder, false);
    }
    if (!namespace_folders.empty()) { // PEP 420
        Ref<ModuleObject> module = make_module(vm, *name);
        Ref<ListObject> folders = make_list(vm);
        for (const std::string& folder : namespace_folders) list_append(vm, *folders, make_str(vm, folder));
        module_add(vm, *module, "__path__", std::move(folders));
        module_add(vm, *module, "__package__", Owned(name));
        TRY(dict_set(vm, *vm.modules, name, module));
        return Owned(std::move(module));
    }
    return Owned();
}

Owned sys_path(Vm& vm) {
    const Value sys = dict_get_str(*vm.modules, *vm.names().sys);
    if (!is_module(sys)) return Owned();
    return Owned::share(dict_get_str(*static_cast<ModuleObject*>(sys.object())->dict, *vm.names().path));
}

} // namespace

// __spec__ of a module made from source. `_initializing` tells circular imports why a name is missing.
Result<Ref<Object>> make_module_spec(Vm& vm, StrObject& name, const std::string& file, const ModuleObject& module) {
    Ref<Object> spec = make_simple_namespace(vm);
    const auto set = [&](const char* attribute, Owned value) {
        return set_attribute(vm, spec, *vm.intern(attribute), value);
    };
    TRY(set("name", Owned::share(Value(&name))));
    TRY(set("loader", Owned::adopt(Value::none())));
    TRY(set("origin", make_str(vm, file)));
    const Value path = dict_get_str(*module.dict, *vm.names().dunder_path);
    TRY(set("submodule_search_locations", path.is_unbound() ? Owned::adopt(Value::none()) : Owned::share(path)));
    TRY(set("parent", Owned::share(dict_get_text(vm, *module.dict, "__package__"))));
    TRY(set("_initializing", Owned::adopt(Value::true_())));
    return spec;
}

Result<bool> find_module_source(Vm& vm, std::string_view name, ModuleSource& source) {
    const std::size_t dot = name.rfind('.');
    const std::string_view parent_name = name.substr(0, dot == std::string_view::npos ? 0 : dot);
    Owned path;
    if (parent_name.empty())
        path = sys_path(vm);
    else {
        Owned parent = TRY(vm.import_full(parent_name));
        path = TRY(get_optional_attribute(vm, parent, *vm.names().dunder_path));
        if (path.is_unbound())
            return raise_not_found(vm, name,
                                   "__path__ attribute not found on '" + std::string(parent_name) +
                                       "' while trying to find '" + std::string(name) + "'");
    }
    const auto place = [&](bool is_package) {
        source.is_package = is_package;
        source.package = is_package ? name : parent_name;
    };
    if (ModuleProvider* provider = vm.module_provider()) {
        std::string_view text;
        bool is_package = false;
        if (provider->frozen_source(name, text, is_package)) {
            source.file = "<frozen " + std::string(name) + ">";
            source.text = text;
            place(is_package);
            return true;
        }
        if (!TRY(provider->make_module(vm, *vm.intern(name))).is_unbound()) {
            source.has_source = false;
            place(false);
            return true;
        }
    }
    Found found;
    std::vector<std::string> namespace_folders;
    if (!TRY(find_on_path(vm, path, name.substr(dot + 1), found, namespace_folders))) {
        source.has_source = false;
        place(true);
        return !namespace_folders.empty();
    }
    place(!found.folder.empty());
    source.file = found.file;
    source.text = TRY(read_source(vm, found.file));
    return true;
}

Result<Owned> Vm::import_full(std::string_view name) {
    Owned parent;
    for (std::size_t end = 0; end != std::string_view::npos;) {
        const std::size_t start = end ? end + 1 : 0;
        end = name.find('.', std::max<std::size_t>(start, 1)); // a dot in front belongs to the name
        const std::string_view full = name.substr(0, end);
        const std::string_view part = full.substr(start);
        Ref<StrObject> key = intern(full);
        Owned module = TRY(dict_get(*this, *modules, key));
        if (module.is_none())
            return raise_not_found(*this, full, "import of " + std::string(full) + " halted; None in sys.modules");
        if (module.is_unbound()) {
            Owned path;
            if (parent.is_unbound())
                path = sys_path(*this);
            else {
                path = TRY(get_optional_attribute(*this, parent, *names().dunder_path));
                if (path.is_unbound())
                    return raise_not_found(*this, full,
                                           "No module named '" + std::string(full) + "'; '" +
                                               std::string(name.substr(0, start - 1)) + "' is not a package");
            }
            module = TRY(load_module(*this, full, part, path));
            if (module.is_unbound()) return raise_not_found(*this, full, "No module named '" + std::string(full) + "'");
            if (!parent.is_unbound()) TRY(set_attribute(*this, parent, *intern(part), module));
        }
        parent = std::move(module);
    }
    return parent;
}

Result<Owned> Vm::import_module(StrObject& name) { return import_full(to_utf8(name)); }

// The absolute name that `level` dots and `name` mean in a module with these globals.
static Result<std::string> resolve_relative(Vm& vm, std::string name, DictObject& globals, int level) {
    std::string package;
    const Value given = dict_get_text(vm, globals, "__package__");
    if (is_str(given))
        package = to_utf8(*static_cast<StrObject*>(given.object()));
    else if (const Value own = dict_get_str(globals, *vm.names().dunder_name); is_str(own)) {
        package = to_utf8(*static_cast<StrObject*>(own.object()));
        if (dict_get_str(globals, *vm.names().dunder_path).is_unbound())
            package.erase(package.rfind('.') == std::string::npos ? 0 : package.rfind('.'));
    }
    if (package.empty())
        return raise(vm, TypeId::ImportError, "attempted relative import with no known parent package");
    for (int i = 1; i < level; ++i) {
        const std::size_t dot = package.rfind('.');
        if (dot == std::string::npos)
            return raise(vm, TypeId::ImportError, "attempted relative import beyond top-level package");
        package.erase(dot);
    }
    return name.empty() ? package : package + "." + name;
}

Result<Owned> Vm::import_name(StrObject& name, DictObject& globals, Value fromlist, int level) {
    // A replaced builtins.__import__ is called instead (the built-in one comes back here).
    const Value hook = dict_get_str(*builtins_dict, *names().dunder_import);
    if (hook.is_unbound()) return raise(*this, TypeId::ImportError, "__import__ not found");
    if (!original_import.is_unbound() && !hook.is(original_import)) {
        const Value locals = Value(&globals);
        Value args[] = {Value(&name), Value(&globals), locals, fromlist, Value::from_int(level)};
        return call(*this, hook, Args{args, 5});
    }
    const Frame* importer = current_frame();
    return import_absolute(to_utf8(name), globals, fromlist, level, !importer || !importer->code->built_in);
}

Result<Owned> Vm::import_absolute(std::string name, DictObject& globals, Value fromlist, int level, bool by_script) {
    std::string full = name;
    if (level > 0)
        full = TRY(resolve_relative(*this, name, globals, level));
    else if (name.empty())
        return raise(*this, TypeId::ValueError, "Empty module name");
    if (by_script && !host_->may_import(full))
        return raise_not_found(*this, full, "No module named '" + full + "': the host does not grant it");
    Owned module = TRY(import_full(full));
    const bool wants_names = is_tuple(fromlist) ? static_cast<TupleObject*>(fromlist.object())->size > 0
                                                : !fromlist.is_none() && TRY(truth(*this, fromlist));
    if (!wants_names) {
        if (level == 0) {
            const std::size_t dot = full.find('.');
            return dot == std::string::npos ? std::move(module)
                                            : TRY(import_full(std::string_view(full).substr(0, dot)));
        }
        const std::size_t keep = full.size() - name.size() + std::min(name.find('.'), name.size());
        return import_full(std::string_view(full).substr(0, keep));
    }
    // Names in the list may be submodules.
    Owned path = TRY(get_optional_attribute(*this, module, *names().dunder_path));
    if (!path.is_unbound()) {
        TRY(for_each(*this, fromlist, [&](Value item) -> Result<void> {
            if (!is_str_or_subclass(*this, item))
                return raise(*this, TypeId::TypeError, "Item in ``from list'' must be str, not %s",
                             type_name(*this, item));
            auto& wanted = *static_cast<StrObject*>(item.object());
            if (str_equals(wanted, "*")) return ok;
            if (!TRY(get_optional_attribute(*this, module, wanted)).is_unbound()) return ok;
            const std::string submodule = full + "." + to_utf8(wanted);
            auto imported = import_full(submodule);
            if (!imported.is_raised()) return ok;
            if (!pending_matches(*this, TypeId::ModuleNotFoundError)) return raised;
            const Value missing = static_cast<ImportErrorObject*>(pending())->name;
            if (!is_str(missing) || to_utf8(*static_cast<StrObject*>(missing.object())) != submodule) return raised;
            clear_pending();
            return ok;
        }));
    }
    return module;
}

Result<Owned> Vm::import_from(Value module, StrObject& name) {
    Owned value = TRY(get_optional_attribute(*this, module, name));
    if (!value.is_unbound()) return value;
    Owned module_name = TRY(get_optional_attribute(*this, module, *names().dunder_name));
    std::string shown = "<unknown module name>";
    if (is_str(module_name)) {
        shown = to_utf8(*static_cast<StrObject*>(module_name.get().object()));
        const Value submodule = dict_get_text(*this, *modules, shown + "." + to_utf8(name));
        if (!submodule.is_unbound()) return Owned::share(submodule);
    }
    Owned file = TRY(get_optional_attribute(*this, module, *names().dunder_file));
    const std::string wanted = to_utf8(name);
    if (TRY(is_initialising(*this, module))) {
        raise_text(*this, TypeId::ImportError,
                   "cannot import name '" + wanted + "' from partially initialized module '" + shown +
                       "' (most likely due to a circular import) (" +
                       (is_str(file) ? to_utf8(*static_cast<StrObject*>(file.get().object())) : "unknown location") +
                       ")");
    } else if (is_str(file)) {
        const std::string where = to_utf8(*static_cast<StrObject*>(file.get().object()));
        raise_text(*this, TypeId::ImportError,
                   "cannot import name '" + wanted + "' from '" + shown + "' (" + where + ")");
    } else
        raise_text(*this, TypeId::ImportError,
                   "cannot import name '" + wanted + "' from '" + shown + "' (unknown location)");
    if (ExceptionObject* error = pending(); error && is_subtype(error->type(), &type(TypeId::ImportError))) {
        replace(static_cast<ImportErrorObject*>(error)->name, make_str(*this, shown));
        replace(static_cast<ImportErrorObject*>(error)->name_from, Owned::share(Value(&name)));
    }
    return raised;
}

Result<void> Vm::import_star(Value module, Value name_space) {
    Owned all = TRY(get_optional_attribute(*this, module, *names().dunder_all));
    const bool explicit_list = !all.is_unbound();
    if (!explicit_list) {
        Owned dict = TRY(get_optional_attribute(*this, module, *names().dunder_dict));
        if (dict.is_unbound())
            return raise(*this, TypeId::ImportError, "from-import-* object has no __dict__ and no __all__");
        all = TRY(list_from(*this, dict));
    }
    return for_each(*this, all, [&](Value item) -> Result<void> {
        if (!is_str_or_subclass(*this, item))
            return raise(*this, TypeId::TypeError, "Item in %s must be str, not %s",
                         explicit_list ? "__all__" : "__dict__", type_name(*this, item));
        auto& name = *static_cast<StrObject*>(item.object());
        if (!explicit_list && name.length && name[0] == U'_') return ok;
        Owned value = TRY(get_attribute(*this, module, name));
        if (is_dict(name_space)) return dict_set(*this, *static_cast<DictObject*>(name_space.object()), item, value);
        return set_item(*this, name_space, item, value);
    });
}

} // namespace mp
