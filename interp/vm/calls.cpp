// Argument binding and frames.
#include "interp/vm/calls.h"

#include <algorithm>
#include <boost/container/small_vector.hpp>
#include <string>

#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/method.h"
#include "objects/types/native_function.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

// "'a'", "'a' and 'b'", "'a', 'b', and 'c'"
std::string list_names(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i) text += i + 1 == names.size() ? (names.size() == 2 ? " and " : ", and ") : ", ";
        text += "'" + names[i] + "'";
    }
    return text;
}

std::string function_text(FunctionObject& function) { return to_utf8(*function.qualified_name); }

Raised raise_missing(Vm& vm, FunctionObject& function, const Value* locals, std::uint32_t first, std::uint32_t last,
                     const char* kind) {
    const CodeUnit& unit = *function.code->unit;
    std::vector<std::string> missing;
    for (std::uint32_t i = first; i < last; ++i)
        if (locals[i].is_unbound()) missing.push_back(unit.local_names[i]);
    return raise(vm, TypeId::TypeError, "%s() missing %zu required %s argument%s: %s", function_text(function).c_str(),
                 missing.size(), kind, missing.size() == 1 ? "" : "s", list_names(missing).c_str());
}

Raised raise_too_many(Vm& vm, FunctionObject& function, const Value* locals, std::uint32_t given) {
    const CodeUnit& unit = *function.code->unit;
    const std::uint32_t expected = unit.positional;
    const std::uint32_t defaults = function.defaults ? static_cast<std::uint32_t>(function.defaults->size) : 0;
    std::uint32_t keyword_only_given = 0;
    for (std::uint32_t i = expected; i < expected + unit.keyword_only; ++i)
        if (!locals[i].is_unbound()) ++keyword_only_given;
    const bool plural = defaults ? true : expected != 1;
    std::string takes = defaults ? "from " + std::to_string(expected - defaults) + " to " + std::to_string(expected)
                                 : std::to_string(expected);
    std::string keywords;
    if (keyword_only_given)
        keywords = std::string(" positional argument") + (given != 1 ? "s" : "") + " (and " +
                   std::to_string(keyword_only_given) + " keyword-only argument" +
                   (keyword_only_given != 1 ? "s" : "") + ")";
    return raise(vm, TypeId::TypeError, "%s() takes %s positional argument%s but %u%s %s given",
                 function_text(function).c_str(), takes.c_str(), plural ? "s" : "", given, keywords.c_str(),
                 given == 1 && !keyword_only_given ? "was" : "were");
}

// The parameter that keyword `name` means, or -1. Interned names are found by identity first.
std::int64_t find_parameter(const CodeObject& code, StrObject& name, std::uint32_t first) noexcept {
    const CodeUnit& unit = *code.unit;
    const std::uint32_t last = unit.positional + unit.keyword_only;
    const Value* names = code.local_names->items();
    for (std::uint32_t i = first; i < last; ++i)
        if (names[i].object() == &name) return i;
    for (std::uint32_t i = first; i < last; ++i)
        if (str_equal(*static_cast<StrObject*>(names[i].object()), name)) return i;
    return -1;
}

Raised raise_unexpected_keyword(Vm& vm, FunctionObject& function, Args args, std::uint32_t positional_given) {
    // All positional-only names that were passed by keyword are named together.
    const CodeUnit& unit = *function.code->unit;
    std::string wrong;
    for (std::int64_t i = 0; i < args.names->size; ++i) {
        const std::string name = to_utf8(*static_cast<StrObject*>((*args.names)[i].object()));
        for (std::uint32_t p = 0; p < unit.positional_only; ++p)
            if (unit.local_names[p] == name) wrong += (wrong.empty() ? "" : ", ") + name;
    }
    if (!wrong.empty())
        return raise(vm, TypeId::TypeError, "%s() got some positional-only arguments passed as keyword arguments: '%s'",
                     function_text(function).c_str(), wrong.c_str());
    (void)positional_given;
    for (std::int64_t i = 0; i < args.names->size; ++i) {
        StrObject& name = *static_cast<StrObject*>((*args.names)[i].object());
        if (find_parameter(*function.code, name, unit.positional_only) >= 0) continue;
        return raise(vm, TypeId::TypeError, "%s() got an unexpected keyword argument '%s'",
                     function_text(function).c_str(), to_utf8(name).c_str());
    }
    return raised;
}

void release_all(Value* values, std::uint32_t count) noexcept {
    for (std::uint32_t i = 0; i < count; ++i) {
        const Value value = values[i];
        values[i] = Value();
        release(value);
    }
}

// The common cases, with nothing to allocate and nothing that can raise: positional arguments where they stand, keywords whose names are the parameters'
// own (interned) objects, defaults for the rest. False: not such a call, nothing has changed.
bool bind_plainly(FunctionObject& function, std::uint32_t count, TupleObject* names, Value* locals) noexcept {
    const CodeObject& code = *function.code;
    const CodeUnit& unit = *code.unit;
    if (unit.has_varargs || unit.has_varkeywords) return false;
    constexpr std::uint32_t most = 12;
    const std::uint32_t keywords = names ? static_cast<std::uint32_t>(names->size) : 0;
    const std::uint32_t given = count - keywords, parameters = unit.positional + unit.keyword_only;
    if (given > unit.positional || keywords > most || parameters > 64) return false;
    // Which parameters the keywords are, and whether defaults fill what is left.
    std::uint64_t bound = (std::uint64_t{1} << given) - 1;
    std::uint8_t target[most];
    const Value* own_names = code.local_names->items();
    for (std::uint32_t k = 0; k < keywords; ++k) {
        const Object* name = (*names)[k].object();
        std::uint32_t i = std::max(given, unit.positional_only);
        while (i < parameters && own_names[i].object() != name) ++i;
        if (i == parameters || (bound >> i & 1)) return false;
        bound |= std::uint64_t{1} << i;
        target[k] = static_cast<std::uint8_t>(i);
    }
    const std::uint32_t defaults = function.defaults ? static_cast<std::uint32_t>(function.defaults->size) : 0;
    if (defaults > unit.positional) return false;
    const std::uint32_t required = unit.positional - defaults;
    for (std::uint32_t i = given; i < required; ++i)
        if (!(bound >> i & 1)) return false;
    Value keyword_only_defaults[most];
    if (unit.keyword_only > most) return false;
    for (std::uint32_t i = unit.positional; i < parameters; ++i) {
        if (bound >> i & 1) continue;
        if (!function.keyword_defaults) return false;
        const Value value = dict_get_str(*function.keyword_defaults, *static_cast<StrObject*>(own_names[i].object()));
        if (value.is_unbound()) return false;
        keyword_only_defaults[i - unit.positional] = value;
    }
    Value moved[most];
    for (std::uint32_t k = 0; k < keywords; ++k) moved[k] = locals[given + k];
    for (std::uint32_t i = std::min(given, code.local_count); i < code.local_count; ++i) locals[i] = Value();
    for (std::uint32_t i = code.local_count; i < count; ++i) locals[i] = Value();
    for (std::uint32_t k = 0; k < keywords; ++k) locals[target[k]] = moved[k];
    for (std::uint32_t i = std::max(given, required); i < unit.positional; ++i) {
        if (bound >> i & 1) continue;
        locals[i] = (*function.defaults)[i - required];
        retain(locals[i]);
    }
    for (std::uint32_t i = unit.positional; i < parameters; ++i) {
        if (bound >> i & 1) continue;
        locals[i] = keyword_only_defaults[i - unit.positional];
        retain(locals[i]);
    }
    return true;
}

// `locals` and `args.values` may be the same memory. Parameters beyond the positional ones are built up in `extra` first.
Result<void> bind(Vm& vm, FunctionObject& function, Args args, Value* locals) {
    CodeObject& code = *function.code;
    const CodeUnit& unit = *code.unit;
    const std::uint32_t parameters = unit.positional + unit.keyword_only;
    const std::uint32_t keyword_count = args.names ? static_cast<std::uint32_t>(args.names->size) : 0;
    const std::uint32_t given = args.count - keyword_count;
    const std::uint32_t direct = std::min(given, unit.positional);

    // Everything beyond the direct positional arguments is moved out of the way first.
    OptRef<TupleObject> varargs;
    if (unit.has_varargs) {
        const std::uint32_t rest = given - direct;
        varargs = rest ? make_tuple(vm, rest) : Ref<TupleObject>::share(static_cast<TupleObject*>(vm.empty_tuple));
        for (std::uint32_t i = 0; i < rest; ++i) {
            varargs->items()[i] = args.values[direct + i];
            args.values[direct + i] = Value();
        }
    }
    boost::container::small_vector<Owned, 8> keyword_values;
    for (std::uint32_t i = 0; i < keyword_count; ++i) {
        keyword_values.push_back(Owned::adopt(args.values[given + i]));
        args.values[given + i] = Value();
    }
    boost::container::small_vector<Owned, 4> surplus;
    if (!unit.has_varargs)
        for (std::uint32_t i = direct; i < given; ++i) {
            surplus.push_back(Owned::adopt(args.values[i]));
            args.values[i] = Value();
        }
    if (locals != args.values)
        for (std::uint32_t i = 0; i < direct; ++i) {
            locals[i] = args.values[i];
            args.values[i] = Value();
        }
    for (std::uint32_t i = direct; i < code.local_count; ++i) locals[i] = Value();

    OptRef<DictObject> extra_keywords;
    if (unit.has_varkeywords) extra_keywords = make_dict(vm);
    for (std::uint32_t i = 0; i < keyword_count; ++i) {
        const Value name_value = (*args.names)[i];
        if (!is_str_or_subclass(vm, name_value))
            return raise(vm, TypeId::TypeError, "%s() keywords must be strings", function_text(function).c_str());
        StrObject& name = *static_cast<StrObject*>(name_value.object());
        const std::int64_t index = find_parameter(code, name, unit.positional_only);
        if (index < 0) {
            if (!extra_keywords) return raise_unexpected_keyword(vm, function, args, given);
            TRY(dict_set(vm, *extra_keywords, name_value, keyword_values[i]));
            continue;
        }
        if (!locals[index].is_unbound())
            return raise(vm, TypeId::TypeError, "%s() got multiple values for argument '%s'",
                         function_text(function).c_str(), to_utf8(name).c_str());
        locals[index] = keyword_values[i].release();
    }
    if (given > unit.positional && !unit.has_varargs) return raise_too_many(vm, function, locals, given);
    if (given < unit.positional) {
        const std::uint32_t defaults = function.defaults ? static_cast<std::uint32_t>(function.defaults->size) : 0;
        const std::uint32_t required = unit.positional > defaults ? unit.positional - defaults : 0;
        for (std::uint32_t i = given; i < required; ++i)
            if (locals[i].is_unbound()) return raise_missing(vm, function, locals, given, required, "positional");
        const std::uint32_t skip = defaults > unit.positional ? defaults - unit.positional : 0;
        for (std::uint32_t i = std::max(given, required); i < unit.positional; ++i)
            if (locals[i].is_unbound()) locals[i] = Owned::share((*function.defaults)[i - required + skip]).release();
    }
    if (unit.keyword_only) {
        bool missing = false;
        for (std::uint32_t i = unit.positional; i < parameters; ++i) {
            if (!locals[i].is_unbound()) continue;
            Value value;
            if (function.keyword_defaults)
                value =
                    dict_get_str(*function.keyword_defaults, *static_cast<StrObject*>((*code.local_names)[i].object()));
            if (value.is_unbound())
                missing = true;
            else
                locals[i] = Owned::share(value).release();
        }
        if (missing) return raise_missing(vm, function, locals, unit.positional, parameters, "keyword-only");
    }
    std::uint32_t next = parameters;
    if (unit.has_varargs) locals[next++] = Value(varargs.release());
    if (unit.has_varkeywords) locals[next] = Value(extra_keywords.release());
    return ok;
}

} // namespace

Result<void> bind_arguments(Vm& vm, FunctionObject& function, Value* args, std::uint32_t count, TupleObject* names,
                            Value* locals) {
    struct Cleanup { // whatever happens, no argument stays behind
        Value* args;
        std::uint32_t count;
        Value* locals;
        std::uint32_t local_count;
        bool done = false;
        ~Cleanup() {
            if (done) return;
            release_all(locals, local_count);
            if (args != locals) release_all(args, count);
        }
    } cleanup{args, count, locals, function.code->local_count};
    // Arguments beyond the callee's locals stand where nothing else will look: bind() moves them out first.
    TRY(bind(vm, function, Args{args, count, names}, locals));
    cleanup.done = true;
    return ok;
}

std::string callable_text(Vm& vm, Value callee) {
    const auto attribute = [&](const char* name) {
        auto found = get_optional_attribute(vm, callee, *vm.intern(name));
        if (!found.is_raised()) return found.take();
        vm.clear_pending();
        return Owned();
    };
    const Owned name = attribute("__qualname__");
    if (!is_str_or_subclass(vm, name)) {
        auto shown = str(vm, callee);
        if (!shown.is_raised()) return to_utf8(*shown.take());
        vm.clear_pending();
        return std::string(type_name(vm, callee)) + " object";
    }
    const std::string text = to_utf8(*static_cast<StrObject*>(name.get().object())) + "()";
    const Owned module = attribute("__module__");
    if (!is_str_or_subclass(vm, module)) return text;
    const auto& module_name = *static_cast<StrObject*>(module.get().object());
    return str_equals(module_name, "builtins") ? text : to_utf8(module_name) + "." + text;
}

Frame* push_function_frame(Vm& vm, FunctionObject& function, Value* locals, OnReturn on_return,
                           int destination) noexcept {
    CodeObject& code = *function.code;
    Value* const registers = locals + code.local_count;
    if (!vm.reserve_stack(registers + code.temporaries)) return nullptr;
    Frame* const frame = vm.push_frame();
    if (!frame) return nullptr;
    frame->code = &code;
    frame->registers = registers;
    frame->pc = code.words;
    frame->function = &function;
    frame->stack_top = registers + code.temporaries;
    frame->generator = nullptr;
    frame->extra = Value();
    frame->destination = static_cast<std::int8_t>(destination);
    frame->on_return = on_return;
    return frame;
}

const Word* enter_function(Vm& vm, Value* callee, std::uint32_t count, TupleObject* names, int destination) {
    FunctionObject& function = as_function(callee[0]);
    CodeObject& code = *function.code;
    if (vm.pay(1).is_raised()) return nullptr;
    // Where the callee's registers go: where they stand, when the caller's are on the stack; else on the free part of it.
    Value* base = callee;
    const auto on_stack = [&](const Value* p) { return p >= vm.stack_begin && p < vm.stack_end; };
    if (!on_stack(callee)) base = vm.frame->stack_top;
    Value* const locals = base + 1;
    if (!vm.reserve_stack(locals + std::max(code.local_count, count) + code.temporaries + 1)) return nullptr;
    if (base != callee) {
        for (std::uint32_t i = 0; i <= count; ++i) {
            base[i] = callee[i];
            callee[i] = Value();
        }
    }
    StackValues moved_callee(base, base != callee ? 1 : 0);
    const std::uint32_t room = std::max(code.local_count, count);
    StackValues bound(locals, room);
    if (!names && code.parameter_count == code.unit->positional && count == code.parameter_count) {
        for (std::uint32_t i = count; i < code.local_count; ++i) locals[i] = Value();
    } else if (!bind_plainly(function, count, names, locals)) {
        // While binding runs finalisers, the stack above these registers is what they may use.
        StackTop top(vm, std::max(vm.frame->stack_top, locals + room));
        if (bind_arguments(vm, function, locals, count, names, locals).is_raised()) return nullptr;
    }
    if (code.is_generator_like()) {
        Value generator = Value(make_generator(vm, function, locals).release());
        moved_callee.hand_over();
        release_all(base, 1);
        Value* const R = vm.frame->registers;
        const Value old = R[destination];
        R[destination] = generator;
        if (destination < 0) release(old);
        return vm.frame->pc;
    }
    if (!push_function_frame(vm, function, locals, OnReturn::store, destination)) return nullptr;
    bound.hand_over();
    moved_callee.hand_over();
    return code.words;
}

const Word* enter_with_one(Vm& vm, FunctionObject& function, Value argument, int destination, Value* consumed) {
    CodeObject& code = *function.code;
    if (code.simple_arguments != 1 || vm.frame + 1 >= vm.frames_end || vm.budget_ <= 0) return nullptr;
    Value* const base = vm.frame->stack_top;
    if (base + code.local_count + code.temporaries + 2 > vm.stack_ready) return nullptr;
    retain(Value(&function));
    base[0] = Value(&function);
    if (consumed)
        *consumed = Value();
    else
        retain(argument);
    base[1] = argument;
    for (std::uint32_t i = 1; i < code.local_count; ++i) base[1 + i] = Value();
    push_function_frame(vm, function, base + 1, OnReturn::store, destination);
    --vm.budget_;
    return code.words;
}

} // namespace mp
