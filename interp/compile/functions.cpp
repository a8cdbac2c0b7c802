// def, lambda: parameters, defaults, annotations, closures, decorators.
#include "interp/compile/compiler.h"
#include "interp/compile/unparse.h"

namespace mp {

using namespace ast;

namespace {

constexpr int has_defaults = 1, has_keyword_defaults = 2, has_annotations = 4, has_closure = 8;

} // namespace

// Emits `flags`' parts as far as they are there: the closure is added here, the others stand in the temporaries from `base`.
Reg Compiler::make_function(Span span, std::shared_ptr<CodeUnit> code, const Scope&, int flags, Reg base, Reg want) {
    if (!code->free_names.empty()) {
        Reg cells = out().top();
        int count = 0;
        bool chunked = false;
        for (const std::string& name : code->free_names) {
            push_cell(span, name);
            if (++count < most_items) continue;
            if (chunked) {
                for (int i = 0; i < count; ++i) ins(span, Op::LIST_APPEND, cells, cells + 1 + i);
            } else {
                ins(span, Op::BUILD_LIST, cells, cells, count);
            }
            chunked = true;
            count = 0;
            out().set_top(cells + 1);
        }
        if (chunked) {
            for (int i = 0; i < count; ++i) ins(span, Op::LIST_APPEND, cells, cells + 1 + i);
            ins(span, Op::LIST_TO_TUPLE, cells, cells);
        } else {
            ins(span, Op::BUILD_TUPLE, cells, cells, count);
        }
        flags |= has_closure;
    }
    mp::Constant constant;
    constant.kind = mp::Constant::Kind::code;
    constant.code = std::move(code);
    std::uint32_t index = out().constants.add(constant);
    out().set_top(base);
    Reg to = destination(want);
    ins(span, Op::MAKE_FUNCTION, to, base, flags).index = index;
    return to;
}

// Default values in new temporaries: a tuple, a dict. Gives the flags of MAKE_FUNCTION.
int Compiler::default_values(const Arguments& args) {
    int flags = 0;
    if (!args.defaults.empty()) {
        flags |= has_defaults;
        mp::Constant constant;
        constant.kind = mp::Constant::Kind::tuple;
        for (const Expression* value : args.defaults) {
            Folded item = folded(*value);
            if (!item) break;
            constant.items.push_back(std::move(*item));
        }
        Span span = Span::cover(args.defaults.front()->span, args.defaults.back()->span);
        if (constant.items.size() == args.defaults.size())
            load_constant(span, constant, new_temporary);
        else
            tuple_display(span, args.defaults, new_temporary);
    }
    Reg dict = out().top();
    for (std::size_t i = 0; i < args.kw_defaults.size(); ++i) {
        const Expression* value = args.kw_defaults[i];
        if (!value) continue;
        if (!(flags & has_keyword_defaults)) {
            ins(value->span, Op::BUILD_DICT, out().push(), dict, 0);
            flags |= has_keyword_defaults;
        }
        Reg key = load_constant(value->span, make_str(mangle(args.kwonlyargs[i]->arg)), new_temporary);
        Reg item = expression(*value);
        ins(value->span, Op::DICT_SET, dict, key, item);
        out().set_top(dict + 1);
    }
    return flags;
}

// An annotation's value, or its text (PEP 563), in a new temporary.
void Compiler::annotation_value(const Expression& node) {
    if (scopes_.future.annotations) {
        load_constant(node.span, make_str(unparse(node)), new_temporary);
        return;
    }
    if (const Starred* starred = try_as<Starred>(&node)) {
        // *args: *Ts (PEP 646)
        Reg value = expression(*starred->value, new_temporary);
        ins(node.span, Op::UNPACK, value, value, 1);
        return;
    }
    expression(node, new_temporary);
}

int Compiler::annotations(Span span, const Arguments& args, const Expression* returns) {
    Reg dict = out().top();
    bool any = false;
    auto add = [&](std::string_view name, const Expression* annotation) {
        if (!annotation) return;
        if (!any) ins(span, Op::BUILD_DICT, out().push(), dict, 0);
        any = true;
        Reg key = load_constant(span, make_str(mangle(name)), new_temporary);
        annotation_value(*annotation);
        ins(span, Op::DICT_SET, dict, key, key + 1);
        out().set_top(dict + 1);
    };
    auto add_arg = [&](const Arg* arg) {
        if (arg) add(arg->arg, arg->annotation);
    };
    for (const Arg* arg : args.posonlyargs) add_arg(arg);
    for (const Arg* arg : args.args) add_arg(arg);
    add_arg(args.vararg);
    for (const Arg* arg : args.kwonlyargs) add_arg(arg);
    add_arg(args.kwarg);
    add("return", returns);
    return any ? has_annotations : 0;
}

void Compiler::set_parameters(const Arguments& args) {
    CodeUnit& code = *state_->code;
    code.positional_only = static_cast<std::uint32_t>(args.posonlyargs.size());
    code.positional = static_cast<std::uint32_t>(args.posonlyargs.size() + args.args.size());
    code.keyword_only = static_cast<std::uint32_t>(args.kwonlyargs.size());
    code.has_varargs = args.vararg != nullptr;
    code.has_varkeywords = args.kwarg != nullptr;
    auto check = [&](const Arg* arg) {
        if (arg) refuse_debug(arg->arg, Context::Store, arg->span);
    };
    for (const Arg* arg : args.posonlyargs) check(arg);
    for (const Arg* arg : args.args) check(arg);
    for (const Arg* arg : args.kwonlyargs) check(arg);
    check(args.vararg);
    check(args.kwarg);
}

// The function itself, of defaults that stand in the temporaries from `base` as `flags` says.
Reg Compiler::function_object(const Node& node, std::string_view name, const Arguments& args, const Expression* returns,
                              Seq<Statement> list, bool is_async, int flags, Reg base, Span first_line) {
    flags |= annotations(node.span, args, returns);
    Scope& scope = scopes_.of(node);
    enter(scope, name, first_line);
    state_->is_async_function = is_async;
    if (is_async && !state_->code->is_async_generator) state_->code->is_coroutine = true;
    if (!is_async && state_->code->is_coroutine)
        state_->code->is_coroutine = false; // an error has been or will be raised
    set_parameters(args);
    std::string text;
    if (docstring(list, text)) {
        list = list.subspan(1);
        if (options_.optimization < 2) {
            out().constants.add_name(text);
            state_->code->has_docstring = true;
        }
    }
    body(list);
    ins(no_span, Op::RETURN_NONE);
    return make_function(node.span, leave(), scope, flags, base, new_temporary);
}

// Applies the decorators from `base` on to the function or class behind them.
void Compiler::decorate(Seq<Expression> decorators, Reg base) {
    for (std::size_t i = decorators.size(); i-- > 0;) {
        Reg decorator = base + static_cast<int>(i);
        ins(decorators[i]->span, Op::CALL, decorator, decorator, 1);
        out().set_top(decorator + 1);
    }
}

template <class Function>
void Compiler::function_definition(const Function& node, bool is_async) {
    refuse_debug(node.name, Context::Store, node.span);
    Reg base = out().top();
    for (const Expression* decorator : node.decorator_list) expression(*decorator, new_temporary);
    Span first_line = node.decorator_list.empty() ? node.span : node.decorator_list[0]->span;
    if (node.type_params.empty()) {
        Reg parts = out().top();
        int flags = default_values(*node.args);
        function_object(node, node.name, *node.args, node.returns, node.body, is_async, flags, parts, first_line);
    } else {
        // def f[T](x=1): a function that holds T makes f (PEP 695); the defaults are its arguments.
        Reg callee = out().push();
        int flags = default_values(*node.args);
        Scope& scope = scopes_.of(node, Role::TypeParameters);
        enter(scope, "<generic parameters of " + std::string(node.name) + ">", first_line);
        type_parameters(node.type_params);
        Reg function = out().top();
        if (flags & has_defaults) load_place(no_span, place(".defaults"), new_temporary);
        if (flags & has_keyword_defaults) load_place(no_span, place(".kwdefaults"), new_temporary);
        function_object(node, node.name, *node.args, node.returns, node.body, is_async, flags, function, first_line);
        // The intrinsic takes the function first.
        Reg pair = out().push();
        ins(node.span, Op::MOVE, pair, function);
        out().push();
        ins(node.span, Op::MOVE, pair + 1, function - 1);
        intrinsic(node.span, Intrinsic::SET_FUNCTION_TYPE_PARAMS, pair, pair, 2);
        ins(node.span, Op::RETURN, pair);
        std::shared_ptr<CodeUnit> code = leave();
        Reg made = make_function(node.span, std::move(code), scope, 0, out().top(), new_temporary);
        ins(node.span, Op::MOVE, callee, made);
        int count = ((flags & has_defaults) != 0) + ((flags & has_keyword_defaults) != 0);
        ins(node.span, Op::CALL, callee, callee, count);
        out().set_top(callee + 1);
    }
    decorate(node.decorator_list, base);
    store_name(node.span, node.name, base);
    out().set_top(base);
}

template void Compiler::function_definition(const FunctionDef& node, bool is_async);
template void Compiler::function_definition(const AsyncFunctionDef& node, bool is_async);

Reg Compiler::lambda(const Lambda& node, Reg want) {
    Reg base = out().top();
    int flags = default_values(*node.args);
    Scope& scope = scopes_.of(node);
    enter(scope, "<lambda>", node.span);
    state_->code->is_coroutine = false;
    set_parameters(*node.args);
    Reg value = expression(*node.body);
    ins(node.body->span, Op::RETURN, value);
    std::shared_ptr<CodeUnit> code = leave();
    return make_function(node.span, std::move(code), scope, flags, base, want);
}

// The docstring that a body begins with, without its common indentation.
bool Compiler::docstring(Seq<Statement> list, std::string& text) const {
    const Expr* statement = list.empty() ? nullptr : try_as<Expr>(list[0]);
    const ast::Constant* constant = statement ? try_as<ast::Constant>(statement->value) : nullptr;
    if (!constant || constant->value.kind != ConstantValue::Kind::Str) return false;
    text = clean_docstring(constant->value.text);
    return true;
}

} // namespace mp
