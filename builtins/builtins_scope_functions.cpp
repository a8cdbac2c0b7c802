// Built-in functions about code and names: exec, eval, compile, globals, locals, vars, dir, __import__.
#include "builtins/builtins_module.h"
#include "interp/vm/vm.h"
#include "objects/buffer/view.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytes.h"
#include "objects/types/codecs.h"
#include "objects/types/dict.h"
#include "objects/types/list.h"
#include "objects/types/module.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

DictObject* caller_globals(Runtime& rt) noexcept {
    const Frame* running = vm_of(rt).current_frame();
    return running ? running->function->globals : nullptr;
}

Owned caller_locals(Runtime& rt) {
    const Frame* running = vm_of(rt).current_frame();
    return running ? frame_locals(rt, *running) : Owned();
}

Owned frame_locals(Runtime& rt, const Frame& frame) {
    const CodeObject& code = *frame.code;
    if (code.unit->uses_namespace)
        return Owned::share(frame.extra.is_unbound() ? Value(frame.function->globals) : frame.extra);
    Ref<DictObject> names = make_dict(rt);
    const auto add = [&](Value name, Value variable) {
        auto& text = *static_cast<StrObject*>(name.object());
        if (text.length > 0 && text[0] == U'.' && !str_equals(text, ".0")) return; // the compiler's own
        if (variable.is_object() && variable.object()->layout == Layout::cell)
            variable = static_cast<CellObject*>(variable.object())->content;
        if (!variable.is_unbound()) dict_set_str(rt, *names, text, Owned::share(variable));
    };
    const Value* const locals = frame.registers - code.local_count;
    for (std::uint32_t i = 0; i < code.local_count; ++i) add((*code.local_names)[i], locals[i]);
    for (std::int64_t i = 0; i < code.free_names->size; ++i) add((*code.free_names)[i], (*frame.function->closure)[i]);
    return Owned(std::move(names));
}

namespace {

bool is_mapping(Runtime& rt, Value value) noexcept { return rt.type_of(value).slots.get_item != nullptr; }

// ---- source text

struct Source {
    std::string text;
    bool is_text = false; // a str: an encoding declaration in it means nothing
};

// The source that compile(), eval() and exec() take: str, or bytes of any exporter. `what`: for the TypeError.
Result<Source> source_text(Runtime& rt, Value value, const char* function, const char* what) {
    Source source;
    if (is_str_or_subclass(rt, value)) {
        Ref<BytesObject> bytes = TRY(encode_utf8(rt, *static_cast<StrObject*>(value.object())));
        source.text.assign(reinterpret_cast<const char*>(bytes->data()), static_cast<std::size_t>(bytes->size));
        source.is_text = true;
    } else {
        if (!value.is_object() || !rt.type_of(value).slots.get_buffer)
            return raise(rt, TypeId::TypeError, "%s() arg 1 must be a %s", function, what);
        Ref<BytesObject> bytes = TRY(bytes_from_object(rt, value));
        source.text.assign(reinterpret_cast<const char*>(bytes->data()), static_cast<std::size_t>(bytes->size));
    }
    if (source.text.find('\0') != std::string::npos)
        return raise(rt, TypeId::SyntaxError, "source code string cannot contain null bytes");
    return source;
}

// ---- exec and eval

struct Namespaces {
    Ref<DictObject> globals;
    Owned locals;
};

// The namespaces to run in: the caller's own where none are given.
Result<Namespaces> namespaces(Runtime& rt, Value globals, Value locals, bool is_eval) {
    const bool no_globals = globals.is_unbound() || globals.is_none();
    const bool no_locals = locals.is_unbound() || locals.is_none();
    if (is_eval && !no_locals && !is_mapping(rt, locals))
        return raise(rt, TypeId::TypeError, "locals must be a mapping");
    if (!no_globals && !is_dict_or_subclass(rt, globals)) {
        if (!is_eval)
            return raise(rt, TypeId::TypeError, "exec() globals must be a dict, not %.100s", type_name(rt, globals));
        return raise(rt, TypeId::TypeError, "%s",
                     is_mapping(rt, globals) ? "globals must be a real dict; try eval(code, {}, mapping)"
                                             : "globals must be a dict");
    }
    if (!no_locals && !is_mapping(rt, locals))
        return raise(rt, TypeId::TypeError, "locals must be a mapping or None, not %.100s", type_name(rt, locals));
    DictObject* dict = no_globals ? caller_globals(rt) : static_cast<DictObject*>(globals.object());
    if (!dict)
        return raise(rt, TypeId::TypeError, "%s must be given globals and locals when called without a frame",
                     is_eval ? "eval" : "exec");
    Ref<DictObject> kept = Ref<DictObject>::share(dict);
    Owned names = !no_locals ? Owned::share(locals) : no_globals ? caller_locals(rt) : Owned::share(globals);
    if (dict_get_str(*kept, *rt.names().dunder_builtins).is_unbound())
        dict_set_str(rt, *kept, *rt.names().dunder_builtins, Owned::share(Value(rt.builtins_module)));
    return Namespaces{std::move(kept), std::move(names)};
}

Result<Owned> run_compiled(Runtime& rt, CodeObject& code, Namespaces& names, TupleObject* closure) {
    if (!code.is_generator_like()) return vm_of(rt).run_code(code, *names.globals, names.locals, closure);
    // The code of a generator or coroutine makes one.
    Ref<FunctionObject> function = make_function(rt, code, *names.globals);
    if (closure) function->closure = Ref<TupleObject>::share(closure).release();
    return vm_of(rt).call_function(*function, Args{nullptr, 0});
}

Result<Owned> eval(Runtime& rt, Args args) {
    Namespaces names = TRY(namespaces(rt, args[1], args[2], true));
    if (is_code(args[0])) {
        auto& code = *static_cast<CodeObject*>(args[0].object());
        if (code.free_names->size > 0)
            return raise(rt, TypeId::TypeError, "code object passed to eval() may not contain free variables");
        return run_compiled(rt, code, names, nullptr);
    }
    Source source = TRY(source_text(rt, args[0], "eval", "string, bytes or code object"));
    std::string_view text = source.text;
    text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
    return vm_of(rt).exec(text, "<string>", CompileMode::eval, *names.globals, names.locals);
}

Result<void> check_closure(Runtime& rt, Value closure, const CodeObject& code) {
    const std::int64_t wanted = code.free_names->size;
    if (wanted == 0) {
        if (closure.is_none()) return ok;
        return raise(rt, TypeId::TypeError, "cannot use a closure with this code object");
    }
    bool fits = is_tuple(closure) && static_cast<TupleObject*>(closure.object())->size == wanted;
    for (std::int64_t i = 0; fits && i < wanted; ++i) {
        const Value cell = (*static_cast<TupleObject*>(closure.object()))[i];
        fits = cell.is_object() && cell.object()->layout == Layout::cell;
    }
    if (fits) return ok;
    return raise(rt, TypeId::TypeError, "code object requires a closure of exactly length %lld",
                 static_cast<long long>(wanted));
}

Result<void> exec(Runtime& rt, Args args) {
    Namespaces names = TRY(namespaces(rt, args[1], args[2], false));
    const Value closure = args.has(3) ? args[3] : Value::none();
    if (is_code(args[0])) {
        auto& code = *static_cast<CodeObject*>(args[0].object());
        TRY(check_closure(rt, closure, code));
        TRY(run_compiled(rt, code, names, closure.is_none() ? nullptr : static_cast<TupleObject*>(closure.object())));
        return ok;
    }
    if (!closure.is_none())
        return raise(rt, TypeId::TypeError, "closure can only be used when source is a code object");
    Source source = TRY(source_text(rt, args[0], "exec", "string, bytes or code object"));
    TRY(vm_of(rt).exec(source.text, "<string>", CompileMode::exec, *names.globals, names.locals));
    return ok;
}

// ---- compile

// Flags of the __future__ module and of the ast module that compile() knows; all but annotations change nothing here.
constexpr std::int64_t future_annotations_flag = 0x1000000;
constexpr std::int64_t known_flags = 0x1fe0000 | 0x200 | 0x1000 | 0x2000 | 0x4000 | 0x10;
constexpr std::int64_t only_ast_flag = 0x400;

Result<std::string> filename_text(Runtime& rt, Value value) {
    Owned path = Owned::share(value);
    if (!is_str_or_subclass(rt, value) && !is_bytes(value)) {
        Owned fspath = TRY(lookup_special(rt, value, *rt.intern("__fspath__")));
        if (fspath.is_unbound())
            return raise(rt, TypeId::TypeError, "expected str, bytes or os.PathLike object, not %.200s",
                         type_name(rt, value));
        path = TRY(call(rt, fspath));
    }
    if (is_str_or_subclass(rt, path)) return to_utf8(*static_cast<StrObject*>(path.get().object()));
    Ref<BytesObject> bytes = TRY(bytes_from_object(rt, path));
    return std::string(reinterpret_cast<const char*>(bytes->data()), static_cast<std::size_t>(bytes->size));
}

Result<Owned> compile(Runtime& rt, Args args) {
    Vm& vm = vm_of(rt);
    const std::string filename = TRY(filename_text(rt, args[1]));
    if (!is_str_or_subclass(rt, args[2]))
        return raise(rt, TypeId::TypeError, "compile() argument 'mode' must be str, not %.50s", type_name(rt, args[2]));
    const std::int64_t flags = args.has(3) ? TRY(index_int64(rt, args[3])) : 0;
    const std::int64_t optimize = args.has(5) ? TRY(index_int64(rt, args[5])) : -1;
    if ((flags & ~(known_flags | only_ast_flag)) != 0)
        return raise(rt, TypeId::ValueError, "compile(): unrecognised flags");
    if (optimize < -1 || optimize > 2) return raise(rt, TypeId::ValueError, "compile(): invalid optimize value");
    FrontendOptions options;
    const auto& mode = *static_cast<StrObject*>(args[2].object());
    if (str_equals(mode, "exec"))
        options.mode = CompileMode::exec;
    else if (str_equals(mode, "eval"))
        options.mode = CompileMode::eval;
    else if (str_equals(mode, "single"))
        options.mode = CompileMode::single;
    else
        return raise(rt, TypeId::ValueError, "compile() mode must be 'exec', 'eval' or 'single'");
    if (flags & only_ast_flag) return raise(rt, TypeId::ValueError, "compile(): syntax trees are not supported");
    if (is_code(args[0])) return raise(rt, TypeId::TypeError, "compile() arg 1 must be a string, bytes or AST object");
    options.namespace_is_globals = false; // nobody knows yet where it will run
    options.future_annotations = (flags & future_annotations_flag) != 0;
    options.allow_incomplete = (flags & 0x4000) != 0;
    Source source = TRY(source_text(rt, args[0], "compile", "string, bytes or AST object"));
    if (!vm.frontend()) return raise(rt, TypeId::RuntimeError, "this build has no compiler");
    return Owned(load_code(rt, TRY(vm.frontend()->compile(vm, source.text, filename, options))));
}

// ---- names

Result<Owned> globals(Runtime& rt, Args) {
    DictObject* dict = caller_globals(rt);
    if (!dict) return raise(rt, TypeId::RuntimeError, "globals(): no current frame");
    return Owned::share(Value(dict));
}

Result<Owned> locals(Runtime& rt, Args) {
    Owned names = caller_locals(rt);
    if (names.is_unbound()) return raise(rt, TypeId::SystemError, "frame does not exist");
    return names;
}

Result<Owned> vars(Runtime& rt, Args args) {
    if (!args.has(0)) return locals(rt, args);
    Owned dict = TRY(get_optional_attribute(rt, args[0], *rt.names().dunder_dict));
    if (dict.is_unbound()) return raise(rt, TypeId::TypeError, "vars() argument must have __dict__ attribute");
    return dict;
}

Result<Owned> dir(Runtime& rt, Args args) {
    Owned names;
    if (args.has(0)) {
        bool absent = false;
        names = TRY(call_special(rt, args[0], *rt.names().dunder_dir, nullptr, 0, absent));
        if (absent) return raise(rt, TypeId::TypeError, "object does not provide __dir__");
    } else {
        Owned own = TRY(locals(rt, args));
        names = is_dict(own) ? own : TRY(call_method(rt, own, *rt.names().keys));
    }
    Ref<ListObject> list = TRY(list_from(rt, names));
    TRY(list_sort(rt, *list, Value::none(), false));
    return Owned(std::move(list));
}

// __import__(name, globals=None, locals=None, fromlist=(), level=0)
Result<Owned> import(Runtime& rt, Args args) {
    if (!is_str_or_subclass(rt, args[0])) return raise(rt, TypeId::TypeError, "module name must be a string");
    const std::int64_t level = args.has(4) ? TRY(index_int64(rt, args[4])) : 0;
    if (level < 0) return raise(rt, TypeId::ValueError, "level must be >= 0");
    const Value from_list = args.has(3) ? args[3] : Value(rt.empty_tuple);
    Ref<DictObject> names = make_dict(rt);
    if (args.has(1) && is_dict_or_subclass(rt, args[1]))
        names = Ref<DictObject>::share(static_cast<DictObject*>(args[1].object()));
    if (level > 0) {
        if (args.has(1) && !args[1].is_none() && !is_dict_or_subclass(rt, args[1]))
            return raise(rt, TypeId::TypeError, "globals must be a dict");
        if (dict_get_text(rt, *names, "__package__").is_unbound() &&
            dict_get_str(*names, *rt.names().dunder_name).is_unbound())
            return raise_value(rt, TypeId::KeyError, make_str(rt, "'__name__' not in globals"));
    }
    return vm_of(rt).import_absolute(to_utf8(*static_cast<StrObject*>(args[0].object())), *names, from_list,
                                     static_cast<int>(std::min<std::int64_t>(level, 1 << 20)));
}

} // namespace

const NativeDef builtin_scope_functions[] = {
    {"eval", native<eval>, 1, 3, "source, /, globals=None, locals=None",
     "Evaluate the given source in the context of globals and locals.\n\nThe source may be a string representing a "
     "Python expression\nor a code object as returned by compile().\nThe globals must "
     "be a dictionary and locals can be any mapping,\ndefaulting to the current globals and locals.\nIf only globals "
     "is given, locals defaults to it."},
    {"exec", native<exec>, 1, 3, "source, /, globals=None, locals=None, *, closure=None",
     "Execute the given source in the context of globals and locals.\n\nThe source may be a string representing one or "
     "more Python statements\nor a code object as returned by compile().\nThe "
     "globals must be a dictionary and locals can be any mapping,\ndefaulting to the current globals and locals.\nIf "
     "only globals is given, locals defaults to it.\nThe closure must be a tuple of "
     "cellvars, and can only be used\nwhen source is a code object requiring exactly that many cellvars."},
    {"compile", native<compile>, 3, 6,
     "source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1",
     "Compile source into a code object that can be executed by exec() or eval().\n\nThe source code may represent a "
     "Python module, statement or expression.\nThe filename will be used for run-time "
     "error messages.\nThe mode must be 'exec' to compile a module, 'single' to compile a\nsingle (interactive) "
     "statement, or 'eval' to compile an expression."},
    {"globals", native<globals>, 0, 0, "",
     "Return the dictionary containing the current scope's global variables.\n\nNOTE: Updates to this dictionary "
     "*will* affect name lookups in the current\nglobal scope and vice-versa."},
    {"locals", native<locals>, 0, 0, "", "Return a dictionary containing the current scope's local variables."},
    {"vars", native<vars>, 0, 1, nullptr,
     "vars([object]) -> dictionary\n\nWithout arguments, equivalent to locals().\nWith an argument, equivalent to "
     "object.__dict__."},
    {"dir", native<dir>, 0, 1, nullptr,
     "dir([object]) -> list of strings\n\nIf called without an argument, return the names in the current scope.\nElse, "
     "return an alphabetized list of names comprising (some of) the attributes\nof "
     "the given object, and of attributes reachable from it."},
    {"__import__", native<import>, 1, 5, "name, globals=None, locals=None, fromlist=(), level=0",
     "Import a module.\n\nBecause this function is meant for use by the Python\ninterpreter and not for general use, "
     "it is better to use\nimportlib.import_module() to programmatically import a "
     "module."},
    {},
};

} // namespace mp
