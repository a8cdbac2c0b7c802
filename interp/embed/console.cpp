// Console: whole statements out of lines, run and shown; completion.
#include <algorithm>
#include <set>

#include "interp/embed/access.h"
#include "interp/embed/uncaught.h"
#include "interp/include/minipy/program.hpp"
#include "interp/vm/code_object.h"
#include "interp/vm/kept_sources.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/list.h"
#include "objects/types/module.h"
#include "objects/types/str.h"

namespace minipy {

using namespace mp;

namespace {

// Nothing but blank lines and comments.
bool is_blank_text(std::string_view text) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        const std::size_t first = line.find_first_not_of(" \t\f\r");
        if (first != std::string_view::npos && line[first] != '#') return false;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return true;
}

bool is_name_byte(char c) noexcept {
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           static_cast<unsigned char>(c) >= 0x80;
}

} // namespace

struct Console::State {
    Vm& vm;
    bool colour;
    int status = 0;

    Result<Ref<CodeObject>> compile(std::string_view text, const std::string& filename, bool allow_incomplete,
                                    CompileMode mode = CompileMode::single) {
        FrontendOptions options;
        options.mode = mode;
        options.allow_incomplete = allow_incomplete;
        return load_code(vm, TRY(vm.frontend()->compile(vm, text, filename, options)));
    }

    // Whether the syntax error pending for `text` may be mended by another line; where it may not, the error that the text has as it stands is pending
    // (codeop's rules).
    bool may_go_on(std::string_view text, const std::string& filename) {
        if (!pending_matches(vm, TypeId::SyntaxError)) return false;
        vm.clear_pending();
        if (!compile(std::string(text) + "\n", filename, true).is_raised()) return true;
        const bool more = pending_matches(vm, TypeId::_IncompleteInputError);
        vm.clear_pending();
        return more || !compile(text, filename, false).is_raised();
    }

    Entry show_error() {
        const UncaughtOutcome outcome = show_uncaught(vm, {.colour = colour});
        status = outcome.status;
        return outcome.exits ? Entry::exit : Entry::done;
    }

    Entry enter(std::string_view text, const std::string& filename) {
        if (is_blank_text(text)) return Entry::done;
        if (filename.starts_with('<')) keep_source(vm, filename, text);
        auto code = compile(text, filename, true);
        if (!code.is_raised()) return run(*code.take());
        if (may_go_on(text, filename)) return Entry::incomplete;
        Ref<ExceptionObject> error = vm.take_pending();
        // Several statements, pasted or edited as one text, are a program.
        auto program = compile(text, filename, false, CompileMode::exec);
        if (!program.is_raised()) return run(*program.take());
        vm.set_pending(std::move(error));
        return show_error();
    }

    Entry run(CodeObject& code) {
        Ref<ModuleObject> main = vm.main_module();
        if (vm.run_code(code, *main->dict, mp::Value(main->dict)).is_raised()) return show_error();
        flush_streams(vm);
        return Entry::done;
    }

    std::string text_of(mp::Value value, const char* otherwise) {
        Owned held = Owned::share(value);
        if (held.is_unbound()) return otherwise;
        auto text = str(vm, held);
        if (!text.is_raised()) return to_utf8(*text.take());
        vm.clear_pending();
        return "";
    }

    // ---- completion

    void add_names(DictObject& dict, std::string_view begin, std::set<std::string>& words) {
        std::uint32_t position = 0;
        mp::Value key, value;
        while (dict_next(dict, position, key, value)) {
            if (!is_str(key)) continue;
            std::string name = to_utf8(*static_cast<StrObject*>(key.object()));
            if (!name.starts_with(begin)) continue;
            words.insert(is_callable(vm, value) ? name + "(" : name);
        }
    }

    Result<void> complete_name(std::string_view begin, std::set<std::string>& words) {
        add_names(*vm.main_module()->dict, begin, words);
        add_names(*vm.builtins_dict, begin, words);
        Owned keywords = TRY(get_attribute(vm, TRY(vm.import_full("keyword")), *vm.intern("kwlist")));
        if (!is_list(keywords)) return ok;
        auto& list = *static_cast<ListObject*>(keywords.get().object());
        for (std::int64_t i = 0; i < list.size; ++i)
            if (is_str(list.items[i]))
                if (std::string word = to_utf8(*static_cast<StrObject*>(list.items[i].object()));
                    word.starts_with(begin))
                    words.insert(std::move(word));
        return ok;
    }

    Result<void> complete_attribute(std::string_view object_text, std::string_view begin,
                                    std::set<std::string>& words) {
        Ref<ModuleObject> main = vm.main_module();
        Owned object = TRY(vm.exec(object_text, "<completion>", CompileMode::eval, *main->dict, mp::Value(main->dict)));
        Owned dir = Owned::share(dict_get_text(vm, *vm.builtins_dict, "dir"));
        if (dir.is_unbound()) return ok;
        Owned names = TRY(call(vm, dir, object));
        if (!is_list_or_subclass(vm, names)) return ok;
        auto& list = *static_cast<ListObject*>(names.get().object());
        for (std::int64_t i = 0; i < list.size; ++i) {
            Owned item = Owned::share(list.items[i]);
            if (!is_str(item)) continue;
            std::string name = to_utf8(*static_cast<StrObject*>(item.get().object()));
            if (!name.starts_with(begin) || (begin.empty() && name.starts_with('_'))) continue;
            // What the class says of the name is enough to know whether it is callable; a property is not run for it.
            const mp::Value found = type_lookup(vm.type_of(object), *vm.intern(name));
            if (found.is_unbound()) {
                auto value = get_optional_attribute(vm, object, *vm.intern(name));
                if (value.is_raised()) {
                    vm.clear_pending();
                    continue;
                }
                const Owned held = value.take();
                words.insert(!held.is_unbound() && is_callable(vm, held) ? name + "(" : name);
            } else
                words.insert(is_callable(vm, found) ? name + "(" : name);
        }
        return ok;
    }

    Completions complete(std::string_view line) {
        std::size_t start = line.size();
        while (start > 0 && is_name_byte(line[start - 1])) --start;
        const std::string_view begin = line.substr(start);
        std::set<std::string> words;
        if (start > 0 && line[start - 1] == '.') {
            // Names with dots before the last one: nothing else is evaluated.
            std::size_t from = start - 1;
            while (from > 0 && (is_name_byte(line[from - 1]) || line[from - 1] == '.')) --from;
            const std::string_view object = line.substr(from, start - 1 - from);
            if (!object.empty() && !(object.front() >= '0' && object.front() <= '9') && object.front() != '.' &&
                complete_attribute(object, begin, words).is_raised())
                vm.clear_pending();
        } else if (!begin.empty() && !(begin.front() >= '0' && begin.front() <= '9')) {
            if (complete_name(begin, words).is_raised()) vm.clear_pending();
        }
        return {start, {words.begin(), words.end()}};
    }
};

Console::Console(Interpreter& interpreter, bool colour_tracebacks)
    : state_(new State{InterpreterAccess::vm(interpreter), colour_tracebacks}) {
    Vm& vm = state_->vm;
    const mp::Value sys = dict_get_str(*vm.modules, *vm.names().sys);
    if (!is_module(sys)) return;
    auto& module = *static_cast<ModuleObject*>(sys.object());
    const auto set_prompt = [&](const char* name, const char* text) {
        if (dict_get_text(vm, *module.dict, name).is_unbound()) module_add(vm, module, name, make_str(vm, text));
    };
    set_prompt("ps1", ">>> ");
    set_prompt("ps2", "... ");
}
Console::~Console() = default;

Console::Entry Console::enter(std::string_view text, const std::string& filename) {
    return state_->enter(text, filename);
}
int Console::exit_status() const noexcept { return state_->status; }

std::string Console::prompt(bool more) {
    Vm& vm = state_->vm;
    return state_->text_of(sys_attribute(vm, *vm.intern(more ? "ps2" : "ps1")), more ? "... " : ">>> ");
}

Console::Completions Console::complete(std::string_view line) { return state_->complete(line); }

} // namespace minipy
