// class statements.
#include "interp/compile/compiler.h"

namespace mp {

using namespace ast;

// The function that runs a class's body with the class's namespace, and gives the cell __class__ (or None) back.
std::shared_ptr<CodeUnit> Compiler::class_body(const ClassDef& node) {
    Scope& scope = scopes_.of(node);
    enter(scope, node.name, node.decorator_list.empty() ? node.span : node.decorator_list[0]->span);
    state_->private_class = node.name;
    auto store_here = [&](std::string_view name, Reg value) {
        store_place(no_span, place(name), value);
        out().release(value);
    };
    store_here("__module__", load_place(no_span, place("__name__"), any_register));
    store_here("__qualname__", load_constant(no_span, make_str(state_->code->qualified_name), any_register));
    store_here("__firstlineno__", load_constant(no_span, make_int(state_->code->first_line), any_register));
    if (!node.type_params.empty())
        store_here("__type_params__", load_place(no_span, place(".type_params"), any_register));
    if (scope.needs_class_dict_cell) {
        Reg dict = out().push();
        ins(no_span, Op::LOAD_LOCALS, dict);
        ins(no_span, Op::STORE_CELL, local_register(state_->slots.at("__classdict__")), dict);
        out().release(dict);
    }
    Seq<Statement> list = node.body;
    if (scope.annotations_used) ins(no_span, Op::SETUP_ANNOTATIONS);
    std::string text;
    if (docstring(list, text)) {
        if (options_.optimization < 2)
            store_here("__doc__", load_constant(list[0]->span, make_str(text), any_register));
        list = list.subspan(1);
    }
    body(list);
    mp::Constant attributes;
    attributes.kind = mp::Constant::Kind::tuple;
    for (std::string_view name : state_->static_attributes) attributes.items.push_back(make_str(name));
    store_here("__static_attributes__", load_constant(no_span, attributes, any_register));
    if (scope.needs_class_dict_cell) {
        Reg cell = out().push();
        ins(no_span, Op::MOVE, cell, local_register(state_->slots.at("__classdict__")));
        store_here("__classdictcell__", cell);
    }
    if (scope.needs_class_cell) {
        Reg own = local_register(state_->slots.at("__class__"));
        Reg cell = out().push();
        ins(no_span, Op::MOVE, cell, own);
        store_here("__classcell__", cell);
        ins(no_span, Op::RETURN, own);
    } else {
        ins(no_span, Op::RETURN_NONE);
    }
    return leave();
}

// The class in a new temporary: __build_class__(body, name, *bases, **keywords).
void Compiler::class_call(const ClassDef& node, bool generic) {
    Reg callee = out().push();
    ins(node.span, Op::LOAD_BUILD_CLASS, callee);
    std::shared_ptr<CodeUnit> code = class_body(node);
    make_function(node.span, std::move(code), scopes_.of(node), 0, out().top(), new_temporary);
    load_constant(node.span, make_str(node.name), new_temporary);
    std::vector<Expression*> bases(node.bases.begin(), node.bases.end());
    Name generic_base;
    if (generic) {
        generic_base.kind = NodeKind::Name;
        generic_base.span = node.span;
        generic_base.id = ".generic_base";
        bases.push_back(&generic_base);
    }
    finish_call(node.span, callee, false, 2, bases, node.keywords, new_temporary);
}

void Compiler::class_definition(const ClassDef& node) {
    refuse_debug(node.name, Context::Store, node.span);
    Reg base = out().top();
    for (const Expression* decorator : node.decorator_list) expression(*decorator, new_temporary);
    if (node.type_params.empty()) {
        class_call(node, false);
    } else {
        Scope& scope = scopes_.of(node, Role::TypeParameters);
        Reg callee = out().top();
        enter(scope, "<generic parameters of " + std::string(node.name) + ">",
              node.decorator_list.empty() ? node.span : node.decorator_list[0]->span);
        state_->private_class = node.name;
        type_parameters(node.type_params);
        Reg params = out().top() - 1;
        store_place(node.span, place(".type_params"), params);
        out().release(params);
        load_place(node.span, place(".type_params"), new_temporary);
        intrinsic(node.span, Intrinsic::SUBSCRIPT_GENERIC, params, params, 1);
        store_place(node.span, place(".generic_base"), params);
        out().release(params);
        class_call(node, true);
        ins(node.span, Op::RETURN, out().top() - 1);
        std::shared_ptr<CodeUnit> code = leave();
        make_function(node.span, std::move(code), scope, 0, callee, new_temporary);
        ins(node.span, Op::CALL, callee, callee, 0);
        out().set_top(callee + 1);
    }
    decorate(node.decorator_list, base);
    store_name(node.span, node.name, base);
    out().set_top(base);
}

} // namespace mp
