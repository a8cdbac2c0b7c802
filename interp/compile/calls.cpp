// Calls: callee and arguments in consecutive temporaries, which become the callee's first locals.
#include <algorithm>

#include "interp/compile/compiler.h"

namespace mp {

using namespace ast;

bool Compiler::needs_unpacking(Seq<Expression> args, Seq<Keyword> keywords, int extra) {
    if (extra + args.size() + keywords.size() > static_cast<std::size_t>(most_items)) return true;
    return std::any_of(args.begin(), args.end(), [](const Expression* arg) { return is<Starred>(arg); }) ||
           std::any_of(keywords.begin(), keywords.end(), [](const Keyword* keyword) { return keyword->arg.empty(); });
}

// object.name(...) without * and **: looked up and called without making a bound method.
bool Compiler::is_method_call(const Call& node) {
    return is<Attribute>(node.func) && !needs_unpacking(node.args, node.keywords);
}

// super().name or super(C, self).name in a method, where `super` can only be the built-in one (or a global of that name).
bool Compiler::is_super_attribute(const Attribute& node) {
    // super().__class__ is the class of the super object itself.
    if (node.ctx != Context::Load || node.attr == "__class__") return false;
    const Call* call = try_as<Call>(node.value);
    const Name* callee = call ? try_as<Name>(call->func) : nullptr;
    if (!callee || callee->id != "super" || !call->keywords.empty()) return false;
    if (!in_function() || place("super").kind != Place::Kind::Global) return false;
    if (call->args.size() == 2) return !is<Starred>(call->args[0]) && !is<Starred>(call->args[1]);
    if (!call->args.empty()) return false;
    const CodeState& state = *state_;
    return !state.scope.parameters.empty() && state.code->positional > 0 && state.free_index.contains("__class__");
}

// The three temporaries of the super instructions: super, the class, the object.
void Compiler::super_operands(const Call& node) {
    load_name(node.func->span, "super", new_temporary);
    if (node.args.size() == 2) {
        expression(*node.args[0], new_temporary);
        expression(*node.args[1], new_temporary);
        return;
    }
    load_place(node.span, place("__class__"), new_temporary);
    load_place(node.span, place(state_->scope.parameters[0]), new_temporary);
}

Reg Compiler::super_attribute(const Attribute& node, Reg want) {
    const Call& super_call = as<Call>(*node.value);
    int base = out().top();
    super_operands(super_call);
    out().set_top(base);
    Reg to = destination(want);
    ins(attribute_span(node.span, node), Op::GET_SUPER_ATTR, to, base).index =
        out().constants.add_name(mangle(node.attr));
    return to;
}

Reg Compiler::super_method_call(const Call& node, Reg want) {
    const Attribute& method = as<Attribute>(*node.func);
    int base = out().top();
    super_operands(as<Call>(*method.value));
    ins(attribute_span(method.span, method), Op::LOAD_SUPER_METHOD, base, base).index =
        out().constants.add_name(mangle(method.attr));
    out().set_top(base + 2);
    return finish_call(attribute_span(node.span, method), base, true, 0, node.args, node.keywords, want);
}

bool Compiler::validate_keywords(Seq<Keyword> keywords) {
    for (std::size_t i = 0; i < keywords.size(); ++i) {
        if (keywords[i]->arg.empty()) continue;
        if (refuse_debug(keywords[i]->arg, Context::Store, keywords[i]->span)) return false;
        // Quadratic, but calls with that many keywords are short of a hundred.
        for (std::size_t j = i + 1; j < keywords.size() && keywords.size() < 2000; ++j) {
            if (keywords[j]->arg != keywords[i]->arg) continue;
            raise("keyword argument repeated: " + std::string(keywords[i]->arg), keywords[j]->span);
            return false;
        }
    }
    return true;
}

Reg Compiler::call(const Call& node, Reg callee, Reg want) {
    check_callee(*node.func);
    Reg base = settle(node.func->span, callee, new_temporary);
    return finish_call(node.span, base, false, 0, node.args, node.keywords, want);
}

Reg Compiler::method_call(const Call& node, Reg object, Reg want) {
    const Attribute& method = as<Attribute>(*node.func);
    out().release(object);
    Reg base = out().push();
    out().push();
    ins(attribute_span(method.span, method), Op::LOAD_METHOD, base, object).index =
        out().constants.add_name(mangle(method.attr));
    return finish_call(attribute_span(node.span, method), base, true, 0, node.args, node.keywords, want);
}

Reg Compiler::finish_call(Span span, Reg base, bool method, int extra, Seq<Expression> args, Seq<Keyword> keywords,
                          Reg want) {
    validate_keywords(keywords);
    if (needs_unpacking(args, keywords, extra)) return finish_unpacking_call(span, base, extra, args, keywords, want);
    for (const Expression* arg : args) expression(*arg, new_temporary);
    mp::Constant names;
    names.kind = mp::Constant::Kind::tuple;
    for (const Keyword* keyword : keywords) {
        names.items.push_back(make_str(mangle(keyword->arg)));
        expression(*keyword->value, new_temporary);
    }
    int count = extra + static_cast<int>(args.size() + keywords.size());
    out().set_top(base);
    Reg to = destination(want);
    if (keywords.empty()) {
        ins(span, method ? Op::CALL_METHOD : Op::CALL, to, base, count);
    } else {
        std::uint32_t index = out().constants.add(names);
        ins(span, method ? Op::CALL_METHOD_KW : Op::CALL_KW, to, base, count).index = index;
    }
    return to;
}

// f(*args, **keywords): a tuple and perhaps a dict behind the callee.
Reg Compiler::finish_unpacking_call(Span span, Reg base, int extra, Seq<Expression> args, Seq<Keyword> keywords,
                                    Reg want) {
    bool starred = std::any_of(args.begin(), args.end(), [](const Expression* arg) { return is<Starred>(arg); });
    Reg positional = base + 1;
    if (!starred && extra + args.size() <= static_cast<std::size_t>(most_items)) {
        if (extra + args.size() == 0) {
            mp::Constant empty;
            empty.kind = mp::Constant::Kind::tuple;
            load_constant(span, empty, new_temporary);
        } else {
            for (const Expression* arg : args) expression(*arg, new_temporary);
            ins(span, Op::BUILD_TUPLE, positional, positional, extra + static_cast<int>(args.size()));
        }
    } else {
        const Starred* only = extra == 0 && args.size() == 1 ? try_as<Starred>(args[0]) : nullptr;
        if (only) { // f(*items): the error names f
            Reg items = expression(*only->value);
            out().set_top(positional);
            out().push();
            ins(span, Op::ARGUMENT_TUPLE, positional, items, base);
        } else {
            list_in_pieces(span, args, extra);
            ins(span, Op::LIST_TO_TUPLE, positional, positional);
        }
    }
    out().set_top(positional + 1);
    if (!keywords.empty()) keyword_dict(span, base, keywords);
    out().set_top(base);
    Reg to = destination(want);
    ins(span, Op::CALL_EX, to, base, !keywords.empty());
    return to;
}

// All keyword arguments in a dict, in order; a key that comes twice raises TypeError, naming the callee.
void Compiler::keyword_dict(Span span, Reg callee, Seq<Keyword> keywords) {
    Reg dict = out().top();
    bool begun = false;
    for (std::size_t i = 0; i < keywords.size();) {
        if (keywords[i]->arg.empty()) {
            if (!begun) {
                out().push();
                ins(span, Op::BUILD_DICT, dict, dict, 0);
                begun = true;
            }
            Reg mapping = expression(*keywords[i]->value);
            ins(span, Op::DICT_MERGE, dict, mapping, callee);
            out().release(mapping);
            ++i;
            continue;
        }
        Reg base = out().top();
        int pairs = 0;
        for (; i < keywords.size() && !keywords[i]->arg.empty() && pairs < most_items / 2; ++i, ++pairs) {
            load_constant(keywords[i]->span, make_str(mangle(keywords[i]->arg)), new_temporary);
            expression(*keywords[i]->value, new_temporary);
        }
        ins(span, Op::BUILD_DICT, base, base, pairs);
        out().set_top(base + 1);
        if (begun) {
            ins(span, Op::DICT_MERGE, dict, base, callee);
            out().release(base);
        }
        begun = true;
    }
    out().set_top(dict + 1);
}

} // namespace mp
