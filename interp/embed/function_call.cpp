// Calls of bound functions: binding arguments to parameters, choosing an overload, error texts.
#include "interp/embed/function_call.h"

#include <boost/container/small_vector.hpp>

#include "interp/embed/class_record.h"
#include "interp/embed/function.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/tuple.h"

namespace minipy::detail {

namespace {

using Words = boost::container::small_vector<Word, 12>;

// No C++ exception crosses frames of the interpreter.
Word invoke(const FunctionRecord& record, const Word* words, Mode mode, int& failed) noexcept {
    try {
        return record.invoke(record.callable, *record.core, words, mode, failed);
    } catch (...) {
        return raise_current_exception(*record.core);
    }
}

// What keeps a bound call's words alive besides the caller.
struct BoundArguments {
    Words words;
    mp::OptRef<mp::TupleObject> rest;
    mp::OptRef<mp::DictObject> keywords;
    std::string problem; // why the arguments do not fit
};

// The parameter that keyword `name` means, or -1.
int find_parameter(const FunctionRecord& record, mp::StrObject& name) {
    const auto count = static_cast<int>(record.parameters.size());
    for (int i = 0; i < count; ++i) {
        const BoundParameter& parameter = record.parameters[static_cast<std::size_t>(i)];
        if ((parameter.kind == ParameterKind::plain || parameter.kind == ParameterKind::keyword_only) &&
            (parameter.name.get() == &name || mp::str_equal(*parameter.name, name)))
            return i;
    }
    return -1;
}

std::string list_names(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i) text += i + 1 == names.size() ? (names.size() == 2 ? " and " : ", and ") : ", ";
        text += "'" + names[i] + "'";
    }
    return text;
}

// Binds as the language does (reference 6.3.4). False: `problem` says why. Throws bad_alloc.
bool bind(mp::Runtime& rt, const FunctionRecord& record, mp::Args args, BoundArguments& bound) {
    const std::uint32_t keyword_count = args.names ? static_cast<std::uint32_t>(args.names->size) : 0;
    const std::uint32_t given = args.count - keyword_count;
    const std::size_t count = record.parameters.size();
    bound.words.assign(count, unmatched_word);
    if (given > record.positional && record.rest < 0) {
        const std::uint32_t self = record.is_method ? 1 : 0;
        const std::uint32_t takes = record.positional - self;
        bound.problem = "takes " + std::string(takes == 0 ? "no" : std::to_string(takes)) + " positional argument" +
                        (takes == 1 ? "" : "s") + " but " + std::to_string(given - std::min(given, self)) +
                        (given - self == 1 ? " was" : " were") + " given";
        return false;
    }
    std::uint32_t used = 0;
    for (std::size_t i = 0; i < count && used < given; ++i)
        if (record.parameters[i].kind <= ParameterKind::plain) bound.words[i] = args[used++].word();
    if (record.rest >= 0) {
        bound.rest = mp::make_tuple_sharing(rt, args.values + used, given - used);
        bound.words[static_cast<std::size_t>(record.rest)] = mp::Value(bound.rest.get()).word();
    }
    if (record.keywords >= 0) {
        bound.keywords = mp::make_dict(rt);
        bound.words[static_cast<std::size_t>(record.keywords)] = mp::Value(bound.keywords.get()).word();
    }
    for (std::uint32_t k = 0; k < keyword_count; ++k) {
        auto& name = *static_cast<mp::StrObject*>((*args.names)[k].object());
        const int place = find_parameter(record, name);
        if (place < 0) {
            if (record.keywords >= 0) {
                mp::dict_set_str(rt, *bound.keywords, *rt.intern(name), mp::Owned::share(args[given + k]));
                continue;
            }
            bound.problem = "got an unexpected keyword argument '" + mp::to_utf8(name) + "'";
            return false;
        }
        Word& word = bound.words[static_cast<std::size_t>(place)];
        if (word != unmatched_word) {
            bound.problem = "got multiple values for argument '" + mp::to_utf8(name) + "'";
            return false;
        }
        word = args[given + k].word();
    }
    std::vector<std::string> missing;
    for (std::size_t i = 0; i < count; ++i) {
        if (bound.words[i] != unmatched_word) continue;
        const BoundParameter& parameter = record.parameters[i];
        if (parameter.fallback.is_unbound())
            missing.push_back(mp::to_utf8(*parameter.name));
        else
            bound.words[i] = parameter.fallback.get().word();
    }
    if (missing.empty()) return true;
    bound.problem = "missing " + std::to_string(missing.size()) + " required argument" +
                    (missing.size() == 1 ? "" : "s") + ": " + list_names(missing);
    return false;
}

std::string mismatch_text(mp::Runtime& rt, const FunctionRecord& record, const Word* words, int failed) {
    const BoundParameter& parameter = record.parameters[static_cast<std::size_t>(failed)];
    return "argument '" + mp::to_utf8(*parameter.name) + "' must be " + parameter.type(record.core) + ", not " +
           mp::type_name(rt, value_of(words[failed]));
}

const Word not_implemented_word = mp::Value::not_implemented().word();

Word raise_problem(mp::Runtime& rt, const FunctionRecord& record, const std::string& problem) {
    mp::raise_text(rt, mp::TypeId::TypeError,
                   record.shown_name + "() " + problem + "; it is " + signature_text(record));
    return raised_word;
}

Word raise_no_overload(mp::Runtime& rt, const FunctionRecord& first, mp::Args args) {
    const std::uint32_t keyword_count = args.names ? static_cast<std::uint32_t>(args.names->size) : 0;
    std::string given;
    for (std::uint32_t i = first.is_method ? 1 : 0; i < args.count; ++i) {
        given += given.empty() ? "" : ", ";
        if (i >= args.count - keyword_count)
            given +=
                mp::to_utf8(*static_cast<mp::StrObject*>((*args.names)[i - (args.count - keyword_count)].object())) +
                "=";
        given += mp::type_name(rt, args[i]);
    }
    std::string text = first.shown_name + "(): no overload takes (" + given + "); there are";
    for (const FunctionRecord* record = &first; record; record = record->next.get())
        text += "\n    " + signature_text(*record);
    mp::raise_text(rt, mp::TypeId::TypeError, text);
    return raised_word;
}

Word finish(const FunctionRecord& record, const Word* words, Word result) {
    if (!record.kept.empty() && result != raised_word &&
        !keep_alive_all(*record.core, record.kept, words, record.parameters.size(), result)) {
        release(result);
        return raised_word;
    }
    return result;
}

// One function without overloads.
Word call_single(mp::Runtime& rt, const FunctionRecord& record, mp::Args args) {
    int failed = 0;
    if (!args.names && args.count == record.plain_count) {
        const Word* words = reinterpret_cast<const Word*>(args.values);
        const Word result = invoke(record, words, Mode::convert, failed);
        if (result != unmatched_word) [[likely]]
            return finish(record, words, result);
        if (rt.has_pending()) return raised_word;
        if (record.is_operator && failed == 1) return not_implemented_word;
        return raise_problem(rt, record, mismatch_text(rt, record, words, failed));
    }
    BoundArguments bound;
    if (!bind(rt, record, args, bound)) return raise_problem(rt, record, bound.problem);
    const Word result = invoke(record, bound.words.data(), Mode::convert, failed);
    if (result != unmatched_word) return finish(record, bound.words.data(), result);
    if (rt.has_pending()) return raised_word;
    return raise_problem(rt, record, mismatch_text(rt, record, bound.words.data(), failed));
}

Word call_overloaded(mp::Runtime& rt, const FunctionRecord& first, mp::Args args) {
    mp::OptRef<mp::ExceptionObject> reason; // what the first conversion that went wrong raised
    for (const Mode mode : {Mode::exact, Mode::convert})
        for (const FunctionRecord* record = &first; record; record = record->next.get()) {
            BoundArguments bound;
            if (!bind(rt, *record, args, bound)) continue;
            int failed = 0;
            const Word result = invoke(*record, bound.words.data(), mode, failed);
            if (result != unmatched_word) return finish(*record, bound.words.data(), result);
            if (!rt.has_pending()) continue;
            if (rt.pending()->is_stop) return raised_word;
            auto raised = rt.take_pending();
            if (!reason) reason = std::move(raised);
        }
    if (reason) {
        rt.set_pending(mp::Ref<mp::ExceptionObject>::adopt(reason.release()));
        return raised_word;
    }
    return first.is_operator ? not_implemented_word : raise_no_overload(rt, first, args);
}

} // namespace

mp::Result<mp::Owned> call_host_function(mp::Runtime& rt, mp::Value callee, mp::Args args) {
    const FunctionRecord& record = *as_host_function(callee).record;
    if (record.core->closing) [[unlikely]]
        return mp::raise(rt, mp::TypeId::RuntimeError, "%.200s() cannot be called while the interpreter ends",
                         record.name.c_str());
    const mp::Owned keep = mp::Owned::share(callee); // the function may take itself out of its module
    const ActiveCall active(record, args);
    const Word result = record.next ? call_overloaded(rt, record, args) : call_single(rt, record, args);
    if (result == raised_word) [[unlikely]]
        return mp::raised;
    return adopt(result);
}

} // namespace minipy::detail
