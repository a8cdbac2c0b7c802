// Type parameters and aliases (PEP 695, PEP 696): their bounds, defaults and values are functions, called when somebody asks.
#include "interp/compile/compiler.h"

namespace mp {

using namespace ast;

std::shared_ptr<CodeUnit> Compiler::lazy_value(const Node& node, Role role, std::string_view name,
                                               const Expression& value) {
    enter(scopes_.of(node, role), name, node.span);
    if (const Starred* starred = try_as<Starred>(&value); starred && role == Role::Default) {
        // *Ts = *default (PEP 696)
        Reg result = expression(*starred->value, new_temporary);
        ins(value.span, Op::UNPACK, result, result, 1);
        ins(value.span, Op::RETURN, result);
    } else {
        Reg result = expression(value);
        ins(value.span, Op::RETURN, result);
    }
    return leave();
}

// A tuple of the type parameters in a new temporary; each is bound to its name too.
void Compiler::type_parameters(Seq<TypeParam> list) {
    Reg base = out().top();
    int count = 0;
    bool chunked = false, seen_default = false;
    for (const TypeParam* node : list) {
        Reg param = out().top();
        std::string_view name;
        const Expression* default_value = nullptr;
        auto begin = [&](std::string_view param_name, Intrinsic plain, const Expression* bound) {
            name = param_name;
            load_constant(node->span, make_str(name), new_temporary);
            if (!bound) return intrinsic(node->span, plain, param, param, 1);
            std::shared_ptr<CodeUnit> code = lazy_value(*node, Role::Bound, name, *bound);
            make_function(bound->span, std::move(code), scopes_.of(*node, Role::Bound), 0, out().top(), new_temporary);
            intrinsic(node->span,
                      is<Tuple>(bound) ? Intrinsic::TYPEVAR_WITH_CONSTRAINTS : Intrinsic::TYPEVAR_WITH_BOUND, param,
                      param, 2);
            out().set_top(param + 1);
        };
        visit(*node, overloaded{
                         [&](const TypeVar& variable) {
                             begin(variable.name, Intrinsic::TYPEVAR, variable.bound);
                             default_value = variable.default_value;
                         },
                         [&](const ParamSpec& spec) {
                             begin(spec.name, Intrinsic::PARAMSPEC, nullptr);
                             default_value = spec.default_value;
                         },
                         [&](const TypeVarTuple& tuple) {
                             begin(tuple.name, Intrinsic::TYPEVARTUPLE, nullptr);
                             default_value = tuple.default_value;
                         },
                     });
        if (default_value) {
            seen_default = true;
            std::shared_ptr<CodeUnit> code = lazy_value(*node, Role::Default, name, *default_value);
            make_function(default_value->span, std::move(code), scopes_.of(*node, Role::Default), 0, out().top(),
                          new_temporary);
            intrinsic(node->span, Intrinsic::SET_TYPEPARAM_DEFAULT, param, param, 2);
            out().set_top(param + 1);
        } else if (seen_default) {
            return raise("non-default type parameter '" + std::string(name) + "' follows default type parameter",
                         node->span);
        }
        store_copy(node->span, name, param);
        if (chunked) {
            ins(node->span, Op::LIST_APPEND, base, param);
            out().set_top(base + 1);
        } else if (++count == most_items) {
            ins(node->span, Op::BUILD_LIST, base, base, count);
            out().set_top(base + 1);
            chunked = true;
        }
    }
    ins(list.front()->span, chunked ? Op::LIST_TO_TUPLE : Op::BUILD_TUPLE, base, base, chunked ? 0 : count);
    out().set_top(base + 1);
}

void Compiler::type_alias(const TypeAlias& node) {
    std::string_view name = as<Name>(node.name)->id;
    Reg result = out().top();
    auto alias = [&](bool generic) {
        // name, type parameters, function
        Reg base = out().top();
        load_constant(node.span, make_str(name), new_temporary);
        if (generic)
            type_parameters(node.type_params);
        else
            none(node.span, new_temporary);
        std::shared_ptr<CodeUnit> code = lazy_value(node, Role::Block, name, *node.value);
        make_function(node.span, std::move(code), scopes_.of(node), 0, out().top(), new_temporary);
        intrinsic(node.span, Intrinsic::TYPE_ALIAS, base, base, 3);
        out().set_top(base + 1);
    };
    if (node.type_params.empty()) {
        alias(false);
    } else {
        Scope& scope = scopes_.of(node, Role::TypeParameters);
        enter(scope, "<generic parameters of " + std::string(name) + ">", node.span);
        alias(true);
        ins(node.span, Op::RETURN, out().top() - 1);
        std::shared_ptr<CodeUnit> code = leave();
        make_function(node.span, std::move(code), scope, 0, result, new_temporary);
        ins(node.span, Op::CALL, result, result, 0);
        out().set_top(result + 1);
    }
    store_name(node.name->span, name, result);
    out().set_top(result);
}

} // namespace mp
