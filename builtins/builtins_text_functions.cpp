// print, input and open.
#include <charconv>
#include <cstdio>

#include "builtins/builtins_module.h"
#include "builtins/io/open.h"
#include "interp/vm/vm.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/module.h"
#include "objects/types/natives.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"

namespace mp {

namespace {

// An attribute of sys as it is now; unbound when sys or the attribute is gone.
Owned sys_attribute(Runtime& rt, StrObject& name) {
    const Value sys = dict_get_str(*rt.modules, *rt.names().sys);
    return is_module(sys) ? Owned::share(dict_get_str(*static_cast<ModuleObject*>(sys.object())->dict, name)) : Owned();
}

// Where print() writes: straight into a text file, or through any object's write().
class Output {
public:
    Output(Runtime& rt, Value file)
        : rt_(rt), file_(Owned::share(file)), direct_(is_text_file(file) && as_text_file(file).plain) {}

    Result<void> literal(std::string_view text) {
        if (direct_) return text_file_write_utf8(rt_, as_text_file(file_), text);
        return written(call_method(rt_, file_, *rt_.names().write, make_str(rt_, text)));
    }
    Result<void> text(StrObject& text) {
        if (direct_) return text_file_write(rt_, as_text_file(file_), text);
        return written(call_method(rt_, file_, *rt_.names().write, Value(&text)));
    }
    Result<void> value(Value value) {
        if (direct_) {
            char digits[32];
            if (value.is_int()) {
                const auto end = std::to_chars(digits, digits + sizeof digits, value.as_int()).ptr;
                return literal({digits, static_cast<std::size_t>(end - digits)});
            }
            if (value.is_float()) return literal({digits, float_repr(value.as_float(), digits)});
        }
        if (is_str(value)) return text(*static_cast<StrObject*>(value.object()));
        Ref<StrObject> shown = TRY(str(rt_, value));
        return text(*shown);
    }
    Result<void> flush() {
        TRY(call_method(rt_, file_, *rt_.names().flush));
        return ok;
    }

private:
    static Result<void> written(Result<Owned> result) {
        if (result.is_raised()) return raised;
        return ok;
    }
    Runtime& rt_;
    Owned file_;
    bool direct_;
};

// sep and end: a str, or null for the default.
Result<StrObject*> separator(Runtime& rt, Value value, const char* name, StrObject* fallback) {
    if (value.is_unbound() || value.is_none()) return fallback;
    if (!is_str_or_subclass(rt, value))
        return raise(rt, TypeId::TypeError, "%s must be None or a string, not %.200s", name, type_name(rt, value));
    return static_cast<StrObject*>(value.object());
}

Result<Owned> print(Runtime& rt, Args args) {
    Value options[4]; // sep, end, file, flush
    const std::uint32_t positional = positional_count(args);
    for (std::uint32_t i = 0; i < keyword_count(args); ++i) {
        const auto& keyword = *static_cast<StrObject*>((*args.names)[i].object());
        const int which = str_equals(keyword, "sep")     ? 0
                          : str_equals(keyword, "end")   ? 1
                          : str_equals(keyword, "file")  ? 2
                          : str_equals(keyword, "flush") ? 3
                                                         : -1;
        if (which < 0)
            return raise(rt, TypeId::TypeError, "print() got an unexpected keyword argument '%s'",
                         to_utf8(keyword).c_str());
        options[which] = args[positional + i];
    }
    const bool flush = !options[3].is_unbound() && TRY(truth(rt, options[3]));
    Owned file = Owned::share(options[2]);
    if (file.is_unbound() || file.is_none()) {
        file = sys_attribute(rt, *rt.names().stdout_);
        if (file.is_unbound()) return raise(rt, TypeId::RuntimeError, "lost sys.stdout");
        if (file.is_none()) return Owned::adopt(Value::none());
    }
    StrObject* const sep = TRY(separator(rt, options[0], "sep", rt.latin1_char(' ')));
    StrObject* const end = TRY(separator(rt, options[1], "end", rt.latin1_char('\n')));
    Output output(rt, file);
    for (std::uint32_t i = 0; i < positional; ++i) {
        if (i > 0) TRY(output.text(*sep));
        TRY(output.value(args[i]));
    }
    TRY(output.text(*end));
    if (flush) TRY(output.flush());
    return Owned::adopt(Value::none());
}

Result<Owned> input(Runtime& rt, Args args) {
    Owned in = sys_attribute(rt, *rt.names().stdin_);
    Owned out = sys_attribute(rt, *rt.names().stdout_);
    Owned error = sys_attribute(rt, *rt.names().stderr_);
    if (in.is_unbound() || in.is_none()) return raise(rt, TypeId::RuntimeError, "input(): lost sys.stdin");
    if (out.is_unbound() || out.is_none()) return raise(rt, TypeId::RuntimeError, "input(): lost sys.stdout");
    if (error.is_unbound() || error.is_none()) return raise(rt, TypeId::RuntimeError, "input(): lost sys.stderr");
    if (call_method(rt, error, *rt.names().flush).is_raised()) rt.clear_pending();
    Output output(rt, out);
    if (args.has(0)) TRY(output.value(args[0]));
    TRY(output.flush());
    Owned line = TRY(call_method(rt, in, *rt.names().readline));
    if (!is_str_or_subclass(rt, line)) return raise(rt, TypeId::TypeError, "object.readline() returned non-string");
    auto& text = *static_cast<StrObject*>(line.get().object());
    if (text.length == 0) return raise(rt, TypeId::EOFError, "EOF when reading a line");
    if (text[text.length - 1] != U'\n') return line;
    return Owned(str_substring(rt, text, 0, text.length - 1));
}

} // namespace

const NativeDef builtin_text_functions[] = {
    {"print", native<print>, 0, -1, "*args, sep=' ', end='\\n', file=None, flush=False",
     "Prints the values to a stream, or to sys.stdout by default.\n\n  sep\n    string inserted between values, "
     "default a space.\n  end\n    string appended after the last value, default a "
     "newline.\n  file\n    a file-like object (stream); defaults to the current sys.stdout.\n  flush\n    whether to "
     "forcibly flush the stream.",
     takes_keywords},
    {"input", native<input>, 0, 1, "prompt='', /",
     "Read a string from standard input.  The trailing newline is stripped.\n\nThe prompt string, if given, is printed "
     "to standard output without a\ntrailing newline before reading input.\n\nIf the "
     "user hits EOF (*nix: Ctrl-D, Windows: Ctrl-Z+Return), raise EOFError."},
    {"open", native<open_file>, 1, 8, open_signature, open_doc},
    {},
};

} // namespace mp
