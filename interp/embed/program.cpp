// Program: what `python` does with a script, a folder, a module.
#include "interp/include/minipy/program.hpp"

#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "builtins/sys_module.h"
#include "interp/embed/access.h"
#include "interp/embed/frontend.h"
#include "interp/embed/system_text.h"
#include "interp/embed/uncaught.h"
#include "interp/vm/imports.h"
#include "interp/vm/kept_sources.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/list.h"
#include "objects/types/module.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace minipy {

using namespace mp;

struct Program::State {
    Vm& vm;
    ProgramSettings settings;
    bool interrupted = false;

    State(Vm& given_vm, const ProgramSettings& given) : vm(given_vm), settings(given) {
        if (tell_sys().is_raised()) show();
    }

    Ref<ListObject> texts(const std::vector<std::string>& items) {
        Ref<ListObject> list = make_list(vm);
        for (const std::string& item : items) list_append(vm, *list, system_text(vm, item));
        return list;
    }

    Result<void> tell_sys() {
        Owned sys_owned = TRY(vm.import_full("sys"));
        if (!is_module(sys_owned)) return raise(vm, TypeId::RuntimeError, "lost sys");
        auto& sys = *static_cast<ModuleObject*>(sys_owned.get().object());
        module_add(vm, sys, "executable", system_text(vm, settings.executable));
        module_add(vm, sys, "orig_argv", texts(settings.orig_argv));
        module_add(vm, sys, "warnoptions", texts(settings.warnings));
        Ref<DictObject> options = make_dict(vm);
        for (const auto& [name, value] : settings.options)
            dict_set_str(vm, *options, *vm.intern(name),
                         value ? Owned(system_text(vm, *value)) : Owned::adopt(mp::Value::true_()));
        module_add(vm, sys, "_xoptions", std::move(options));
        SysFlags flags;
        flags.inspect = settings.inspect;
        flags.interactive = settings.interactive;
        flags.optimize = settings.optimize;
        flags.no_user_site = settings.no_user_site;
        flags.no_site = settings.no_site;
        flags.ignore_environment = settings.ignore_environment;
        flags.bytes_warning = settings.bytes_warning;
        flags.quiet = settings.quiet;
        flags.isolated = settings.isolated;
        flags.dev_mode = settings.dev_mode;
        flags.safe_path = settings.safe_path;
        if (settings.int_max_str_digits) vm.int_max_str_digits = *settings.int_max_str_digits;
        if (settings.optimize > 0) {
            vm.set_frontend(make_frontend(settings.optimize));
            dict_set_str(vm, *vm.builtins_dict, *vm.names().dunder_debug, Owned::adopt(mp::Value::false_()));
        }
        TRY(set_sys_flags(vm, sys, flags));
        if (settings.unbuffered)
            for (StrObject* name : {vm.names().stdout_, vm.names().stderr_}) {
                Owned stream = Owned::share(dict_get_str(*sys.dict, *name));
                if (stream.is_unbound() || stream.is_none()) continue;
                Owned reconfigure = TRY(get_attribute(vm, stream, *vm.intern("reconfigure")));
                mp::Value write_through = mp::Value::true_();
                Ref<TupleObject> names = tuple_of(vm, mp::Value(vm.intern("write_through").get()));
                TRY(call(vm, reconfigure, Args{&write_through, 1, names.get()}));
            }
        if (!settings.warnings.empty()) {
            Owned warnings = TRY(vm.import_full("warnings"));
            TRY(call_method(vm, warnings, *vm.intern("_processoptions"), texts(settings.warnings)));
        }
        return ok;
    }

    UncaughtOutcome show() {
        return show_uncaught(vm, {.colour = settings.colour_tracebacks, .inspect = settings.inspect != 0});
    }

    // Ends a run that raised.
    int ended_in_exception() {
        const UncaughtOutcome outcome = show();
        interrupted = outcome.interrupted;
        return outcome.status;
    }

    // A failure to find the program, as one line with the interpreter's name.
    int complain(const std::string& text, int status) {
        write_to_stderr(vm, (settings.executable.empty() ? "minipy" : settings.executable) + ": " + text + "\n");
        return status;
    }

    int run(std::string_view source, const std::string& filename) {
        interrupted = false;
        const auto whole_run = [&] {
            RunScope run(vm);
            Ref<ModuleObject> main = vm.main_module();
            return !vm.exec(source, filename, CompileMode::exec, *main->dict, mp::Value(main->dict)).is_raised();
        };
        if (!whole_run()) return ended_in_exception(); // with the budgets of a run of its own
        flush_streams(vm);
        return 0;
    }

    int run_file(const std::string& filename, bool skip_first_line = false) {
        errno = 0;
        std::ifstream file(filename, std::ios::binary);
        std::string source{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
        if (!file.is_open() || file.bad()) {
            const int error = errno ? errno : EIO;
            return complain(
                "can't open file '" + filename + "': [Errno " + std::to_string(error) + "] " + std::strerror(error), 2);
        }
        if (skip_first_line) source.erase(0, source.find('\n')); // its newline stays: lines keep their numbers
        set_file(filename, true);
        return run(source, filename);
    }

    void set_file(const std::string& filename, bool cached) {
        Ref<ModuleObject> main = vm.main_module();
        module_add(vm, *main, "__file__", system_text(vm, filename));
        if (cached) module_add(vm, *main, "__cached__", Owned::adopt(mp::Value::none()));
    }

    Ref<ListObject> sys_list(const char* name) {
        Owned list = Owned::share(sys_attribute(vm, *vm.intern(name)));
        if (list.is_unbound() || !is_list_or_subclass(vm, list)) return make_list(vm);
        return Ref<ListObject>::share(static_cast<ListObject*>(list.get().object()));
    }

    // The source that `-m name` runs; empty file: not found, and `problem` says why (or it is pending when that is empty too).
    bool find_main(std::string name, ModuleSource& source, std::string& spec_name, std::string& problem) {
        spec_name = name;
        auto found = find_module_source(vm, name, source);
        if (found.is_raised()) return explain_missing(name, problem);
        if (!found.take()) {
            problem = "No module named " + name;
            return false;
        }
        if (!source.is_package) {
            if (!source.has_source) problem = "No code object available for " + name;
            return source.has_source;
        }
        source = {};
        spec_name = name + ".__main__";
        auto inner = find_module_source(vm, spec_name, source);
        if (inner.is_raised()) return explain_missing(spec_name, problem);
        if (inner.take() && source.has_source) return true;
        problem = "No module named " + spec_name + "; '" + name + "' is a package and cannot be directly executed";
        return false;
    }
    bool explain_missing(const std::string& name, std::string& problem) {
        if (!pending_matches(vm, TypeId::ImportError)) return false;
        Ref<ExceptionObject> error = vm.take_pending();
        auto text = str(vm, mp::Value(error.get()));
        if (text.is_raised()) vm.clear_pending();
        problem = "Error while finding module specification for '" + name + "' (" + error->type()->name + ": " +
                  (text.is_raised() ? std::string() : to_utf8(*text.take())) + ")";
        return false;
    }

    int run_module(const std::string& name) {
        interrupted = false;
        ModuleSource source;
        std::string spec_name, problem;
        if (!find_main(name, source, spec_name, problem))
            return problem.empty() ? ended_in_exception() : complain(problem, 1);
        const std::string full = source.file.front() == '<' ? source.file : from_root(source.file);
        if (prepare_module(source, spec_name, full).is_raised()) return ended_in_exception();
        return run(source.text, full);
    }

    Result<void> prepare_module(const ModuleSource& source, const std::string& spec_name, const std::string& file) {
        if (!dict_get_text(vm, *vm.modules, spec_name.c_str()).is_unbound())
            TRY(vm.warn(TypeId::RuntimeWarning,
                        ("'" + spec_name + "' found in sys.modules after import of package '" + source.package +
                         "', but prior to execution of '" + spec_name + "'; this may result in unpredictable behaviour")
                            .c_str()));
        Ref<ModuleObject> main = vm.main_module();
        set_file(file, true);
        Ref<StrObject> package = make_str(vm, source.package);
        module_add(vm, *main, "__package__", Owned(package));
        Ref<StrObject> spec = make_str(vm, spec_name);
        module_add(vm, *main, "__spec__", Owned(TRY(make_module_spec(vm, *spec, file, *main))));
        Ref<ListObject> argv = sys_list("argv");
        if (argv->size > 0) return set_item(vm, argv, mp::Value::from_int(0), system_text(vm, file));
        list_append(vm, *argv, system_text(vm, file));
        return ok;
    }

    static std::string from_root(const std::string& path) {
        if (path.empty() || path.front() == '/') return path;
        std::error_code error;
        const std::filesystem::path folder = std::filesystem::current_path(error);
        if (error) return path;
        return (folder / path).lexically_normal().string();
    }

    int run_folder(const std::string& folder) {
        const std::string main = folder + "/__main__.py";
        struct stat status;
        if (stat(main.c_str(), &status) != 0) return complain("can't find '__main__' module in '" + folder + "'", 1);
        Ref<ListObject> path = sys_list("path");
        if (call_method(vm, path, *vm.intern("insert"), mp::Value::from_int(0), system_text(vm, folder)).is_raised())
            return ended_in_exception();
        ModuleObject& module = *vm.main_module();
        module_add(vm, module, "__package__", make_str(vm, ""));
        return run_file(main, false);
    }
};

Program::Program(Interpreter& interpreter, const ProgramSettings& settings)
    : state_(std::make_unique<State>(InterpreterAccess::vm(interpreter), settings)) {}
Program::~Program() = default;

int Program::run_source(std::string_view source, const std::string& filename) {
    if (filename == "<string>")
        keep_source(state_->vm, filename, source);
    else
        state_->set_file(filename, filename == "<stdin>");
    return state_->run(source, filename);
}

int Program::run_path(const std::string& path) {
    struct stat status;
    if (stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode)) return state_->run_folder(path);
    return state_->run_file(path, state_->settings.skip_first_line);
}

int Program::run_module(const std::string& name) { return state_->run_module(name); }

void Program::run_startup(const std::string& path) {
    state_->run_file(path);
    Vm& vm = state_->vm;
    for (const char* name : {"__file__", "__cached__"}) dict_delete_str(vm, *vm.main_module()->dict, *vm.intern(name));
}

bool Program::interrupted() const noexcept { return state_->interrupted; }

int Program::finish(int status) { return finish_program(state_->vm, status); }

} // namespace minipy
