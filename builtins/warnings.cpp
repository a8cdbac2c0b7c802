// _warnings: issuing warnings. The filters, and what shows a warning, are those of the module warnings (frozen/warnings.py) where that is imported: scripts
// replace them there. Warnings of the interpreter itself come this way too (Vm::warn).
#include "builtins/modules.h"
#include "interp/vm/code_object.h"
#include "interp/vm/frame_object.h"
#include "interp/vm/vm.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/list.h"
#include "objects/types/module.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"
#include "objects/types/text_arguments.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

struct WarningsState : ModuleState {
    std::int64_t version = 0; // of the filters: registries made for others are forgotten
};

// A setting: the attribute `name` of the module warnings where that is imported, else `own_name` of _warnings. Unbound: neither has it.
Result<Owned> setting(Runtime& rt, const char* name, const char* own_name) {
    Owned module = Owned::share(dict_get_text(rt, *rt.modules, "warnings"));
    if (!module.is_unbound()) {
        Owned found = TRY(get_optional_attribute(rt, module, *rt.intern(name)));
        if (!found.is_unbound()) return found;
    }
    module = Owned::share(dict_get_text(rt, *rt.modules, "_warnings"));
    if (module.is_unbound()) return Owned();
    return get_optional_attribute(rt, module, *rt.intern(own_name));
}

// One field of a filter: None takes anything, a str equal text, other objects what their match() takes.
Result<bool> matches(Runtime& rt, Value pattern, Value text) {
    if (pattern.is_none()) return true;
    if (is_str(pattern)) return equal(rt, pattern, text);
    Owned match = TRY(call_method(rt, pattern, *rt.intern("match"), text));
    return truth(rt, match);
}

struct Action {
    std::string name;
    Owned filter;
};

Result<Action> action_of(Runtime& rt, Value text, Value category, std::int64_t line, Value module) {
    Owned filters = TRY(setting(rt, "filters", "filters"));
    if (!is_list_or_subclass(rt, filters)) return raise(rt, TypeId::ValueError, "_warnings.filters must be a list");
    auto& list = *static_cast<ListObject*>(filters.get().object());
    for (std::int64_t i = 0; i < list.size; ++i) {
        Owned item = Owned::share(list.items[i]);
        if (!is_tuple(item) || static_cast<TupleObject*>(item.get().object())->size != 5)
            return raise(rt, TypeId::ValueError, "_warnings.filters item %lld isn't a 5-tuple",
                         static_cast<long long>(i));
        auto& filter = *static_cast<TupleObject*>(item.get().object());
        if (!is_str_or_subclass(rt, filter[0]))
            return raise(rt, TypeId::TypeError, "action must be a string, not '%.200s'", type_name(rt, filter[0]));
        if (!TRY(matches(rt, filter[1], text))) continue;
        if (!TRY(matches(rt, filter[3], module))) continue;
        if (!TRY(is_subclass(rt, category, filter[2]))) continue;
        const std::int64_t wanted = TRY(index_int64(rt, filter[4]));
        if (wanted == 0 || wanted == line)
            return Action{to_utf8(*static_cast<StrObject*>(filter[0].object())), std::move(item)};
    }
    Owned action = TRY(setting(rt, "defaultaction", "_defaultaction"));
    if (action.is_unbound()) return Action{"default", Owned::adopt(Value::none())};
    if (!is_str_or_subclass(rt, action))
        return raise(rt, TypeId::TypeError, "_warnings.defaultaction must be a string, not '%.200s'",
                     type_name(rt, action));
    return Action{to_utf8(*static_cast<StrObject*>(action.get().object())), Owned::adopt(Value::none())};
}

// Whether the registry has the key already, set for the filters of now; with `enter` it has it from now on.
Result<bool> seen(Runtime& rt, DictObject& registry, Value key, bool enter) {
    auto version_name = rt.intern("version");
    const std::int64_t version = rt.module_state<WarningsState>().version;
    std::int64_t known = -1;
    Owned value = TRY(dict_get(rt, registry, version_name));
    if (!value.is_unbound() && int_to_int64(value, known) && known == version) {
        Owned already = TRY(dict_get(rt, registry, key));
        if (!already.is_unbound() && TRY(truth(rt, already))) return true;
    } else {
        dict_clear(rt, registry);
        TRY(dict_set(rt, registry, version_name, make_int(rt, version)));
    }
    if (enter) TRY(dict_set(rt, registry, key, Value::true_()));
    return false;
}

// Hands the warning to warnings._showwarnmsg. Where that module cannot be imported, plain text goes to standard error.
Result<void> show(Runtime& rt, Value message, Value category, Value filename, std::int64_t line, Value source) {
    auto imported = rt.import_module(*rt.intern("warnings"));
    if (imported.is_raised()) {
        if (!pending_matches(rt, TypeId::ImportError)) return raised;
        rt.clear_pending();
        Ref<StrObject> where = TRY(str(rt, filename)), what = TRY(str(rt, message));
        vm_of(rt).write_error_text(to_utf8(*where) + ":" + std::to_string(line) + ": " +
                                   static_cast<Type*>(category.object())->dunder_name() + ": " + to_utf8(*what) + "\n");
        return ok;
    }
    Owned module = imported.take();
    Owned shower = TRY(get_attribute(rt, module, *rt.intern("_showwarnmsg")));
    if (!is_callable(rt, shower))
        return raise(rt, TypeId::TypeError, "warnings._showwarnmsg() must be set to a callable");
    Owned make = TRY(get_attribute(rt, module, *rt.intern("WarningMessage")));
    Owned number = make_int(rt, line);
    Value values[] = {message, category, filename, number, Value::none(), Value::none(), source};
    Owned shown = TRY(call(rt, make, Args{values, std::size(values)}));
    TRY(call(rt, shower, shown));
    return ok;
}

// `message` is a text or a Warning; `registry` a dict or None.
Result<void> issue(Runtime& rt, Value given_message, Value given_category, Value filename, std::int64_t line,
                   Value module, Value registry, Value source) {
    Owned message = Owned::share(given_message), category = Owned::share(given_category), text;
    if (TRY(is_instance(rt, message, Value(&rt.type(TypeId::Warning))))) {
        text = TRY(str(rt, message));
        category = Owned::share(Value(&rt.type_of(message)));
    } else {
        text = Owned::share(message);
        message = TRY(call(rt, category, message));
    }
    auto* known = is_dict(registry) ? static_cast<DictObject*>(registry.object()) : nullptr;
    auto key = tuple_of(rt, text, category, make_int(rt, line));
    if (known && TRY(seen(rt, *known, key, false))) return ok;
    const Action action = TRY(action_of(rt, text, category, line, module));
    if (action.name == "ignore") return ok;
    if (action.name == "error") {
        if (!is_exception(rt, message))
            return raise(rt, TypeId::TypeError, "exceptions must derive from BaseException");
        return raise_exception(rt, Ref<ExceptionObject>::share(static_cast<ExceptionObject*>(message.get().object())));
    }
    if (action.name != "always" && action.name != "all") {
        if (known) TRY(dict_set(rt, *known, key, Value::true_()));
        bool already = false;
        if (action.name == "once") {
            Owned once = known ? Owned::share(registry) : TRY(setting(rt, "onceregistry", "_onceregistry"));
            if (!is_dict(once))
                return raise(rt, TypeId::TypeError, "_warnings.onceregistry must be a dict, not '%.200s'",
                             once.is_unbound() ? "NULL" : type_name(rt, once));
            already = TRY(seen(rt, *static_cast<DictObject*>(once.get().object()), tuple_of(rt, text, category), true));
        } else if (action.name == "module") {
            if (known) already = TRY(seen(rt, *known, tuple_of(rt, text, category, Value::from_int(0)), true));
        } else if (action.name != "default") {
            Ref<StrObject> item = TRY(repr(rt, action.filter));
            return raise(rt, TypeId::RuntimeError, "Unrecognized action ('%s') in warnings.filters:\n %s",
                         action.name.c_str(), to_utf8(*item).c_str());
        }
        if (already) return ok;
    }
    return show(rt, message, category, filename, line, source);
}

// ---- where the warning is about

bool is_skipped(Runtime& rt, const Frame& frame, const TupleObject& prefixes) {
    const std::string& filename = frame.code->unit->filename;
    (void)rt;
    if (filename.find("importlib") != filename.npos && filename.find("_bootstrap") != filename.npos) return true;
    for (std::int64_t i = 0; i < prefixes.size; ++i)
        if (filename.starts_with(to_utf8(*static_cast<StrObject*>(prefixes[i].object())))) return true;
    return false;
}

Result<void> warn(Runtime& rt, Args args) {
    Owned category = args.has(1) && !args[1].is_none() ? Owned::share(args[1]) : Owned();
    std::int64_t level = args.has(2) ? TRY(index_int64(rt, args[2])) : 1;
    const Value source = args.has(3) ? args[3] : Value::none();
    if (args.has(4) && !is_tuple_or_subclass(rt, args[4]))
        return raise(rt, TypeId::TypeError, "warn() argument 'skip_file_prefixes' must be tuple, not %.50s",
                     args[4].is_none() ? "None" : type_name(rt, args[4]));
    auto& prefixes = *static_cast<TupleObject*>(args.has(4) ? args[4].object() : rt.empty_tuple);
    for (std::int64_t i = 0; i < prefixes.size; ++i)
        if (!is_str_or_subclass(rt, prefixes[i]))
            return raise(rt, TypeId::TypeError, "Found non-str '%s' in skip_file_prefixes.",
                         type_name(rt, prefixes[i]));
    if (TRY(is_instance(rt, args[0], Value(&rt.type(TypeId::Warning)))))
        category = Owned::share(Value(&rt.type_of(args[0])));
    else if (category.is_unbound())
        category = Owned::share(Value(&rt.type(TypeId::UserWarning)));
    if (!is_subtype(&rt.type_of(category), &rt.type(TypeId::type)) ||
        !TRY(is_subclass(rt, category, Value(&rt.type(TypeId::Warning)))))
        return raise(rt, TypeId::TypeError, "category must be a Warning subclass, not '%s'", type_name(rt, category));
    if (prefixes.size > 0 && level < 2) level = 2;

    Vm& vm = vm_of(rt);
    const Frame* frame = vm.current_frame();
    const bool plain = level <= 0 || (frame && is_skipped(rt, *frame, *static_cast<TupleObject*>(rt.empty_tuple)));
    while (--level > 0 && frame) {
        do frame = frame - 1 > vm.frames_begin ? frame - 1 : nullptr;
        while (frame && !plain && is_skipped(rt, *frame, prefixes));
    }
    Owned globals, filename;
    std::int64_t line = 0;
    if (frame) {
        globals = Owned::share(Value(frame->function->globals));
        filename = make_str(rt, frame->code->unit->filename);
        line = running_line(*frame);
    } else {
        const Value sys = dict_get_str(*rt.modules, *rt.names().sys);
        globals = is_module(sys) ? Owned::share(Value(static_cast<ModuleObject*>(sys.object())->dict)) : make_dict(rt);
        filename = make_str(rt, "<sys>");
    }
    auto& names = *static_cast<DictObject*>(globals.get().object());
    auto registry_name = rt.intern("__warningregistry__");
    Owned registry = Owned::share(dict_get_str(names, *registry_name));
    if (registry.is_unbound()) {
        registry = make_dict(rt);
        dict_set_str(rt, names, *registry_name, registry);
    }
    Owned module = Owned::share(dict_get_str(names, *rt.names().dunder_name));
    if (!is_str_or_subclass(rt, module)) module = make_str(rt, "<string>");
    return issue(rt, args[0], category, filename, line, module, registry, source);
}

Result<void> warn_explicit(Runtime& rt, Args args) {
    const std::int64_t line = TRY(index_int64(rt, args[3]));
    const Value registry = args.has(5) ? args[5] : Value::none();
    if (!registry.is_none() && !is_dict_or_subclass(rt, registry))
        return raise(rt, TypeId::TypeError, "'registry' must be a dict or None");
    if (!is_str_or_subclass(rt, args[2]))
        return raise(rt, TypeId::TypeError, "warn_explicit() argument 'filename' must be str, not %.50s",
                     args[2].is_none() ? "None" : type_name(rt, args[2]));
    Owned module = args.has(4) ? Owned::share(args[4]) : Owned();
    if (module.is_unbound() || module.is_none()) { // the file's name, without .py
        std::string name = to_utf8(*static_cast<StrObject*>(args[2].object()));
        if (name.ends_with(".py")) name.resize(name.size() - 3);
        module = make_str(rt, name.empty() ? "<unknown>" : name);
    }
    return issue(rt, args[0], args[1], args[2], line, module, registry, args.has(7) ? args[7] : Value::none());
}

Result<void> filters_mutated(Runtime& rt, Args) {
    ++rt.module_state<WarningsState>().version;
    return ok;
}

const NativeDef functions[] = {
    {"warn", native<warn>, 1, 5, "message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()",
     "Issue a warning, or maybe ignore it or raise an exception."},
    {"warn_explicit", native<warn_explicit>, 4, 8,
     "message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None",
     "Issue a warning, or maybe ignore it or raise an exception."},
    {"_filters_mutated", native<filters_mutated>, 0, 0, nullptr, "Forget what was warned of under other filters."},
    {},
};

// What CPython begins with: deprecations are shown where the main program causes them.
Result<void> fill(Runtime& rt, ModuleObject& module) {
    auto filters = make_list(rt);
    const auto add = [&](const char* action, TypeId category, const char* where) {
        const auto action_name = rt.intern(action);
        const Owned name = where ? Owned(make_str(rt, where)) : Owned::adopt(Value::none());
        const Value fields[] = {Value(action_name.get()), Value::none(), Value(&rt.type(category)), name,
                                Value::from_int(0)};
        list_append(rt, *filters, make_tuple_sharing(rt, fields, std::size(fields)));
    };
    add("default", TypeId::DeprecationWarning, "__main__");
    add("ignore", TypeId::DeprecationWarning, nullptr);
    add("ignore", TypeId::PendingDeprecationWarning, nullptr);
    add("ignore", TypeId::ImportWarning, nullptr);
    add("ignore", TypeId::ResourceWarning, nullptr);
    module_add(rt, module, "filters", std::move(filters));
    module_add(rt, module, "_defaultaction", rt.intern("default"));
    module_add(rt, module, "_onceregistry", make_dict(rt));
    return ok;
}

} // namespace

const ModuleDef warnings_module_def = {
    .name = "_warnings",
    .doc = "_warnings provides basic warning filtering support.\n"
           "It is a helper module to speed up interpreter start-up.",
    .functions = functions,
    .fill = fill,
};

} // namespace mp
