// Names in expressions: uses, := and comprehensions.
#include "interp/scope/declare.h"

namespace mp {

using namespace ast;

void ScopeDeclarer::expressions(Seq<Expression> list) {
    for (const Expression* node : list) expression(node);
}

void ScopeDeclarer::expression(const Expression& node) {
    if (limit_.reached(depth_)) return errors_.raise_recursion(node.span);
    if (errors_.raised()) return;
    ++depth_;
    std::size_t base = spine_.size();
    const Expression* first = &node;
    while (const Expression* operand = leading_operand(*first)) {
        spine_.push_back(first);
        first = operand;
    }
    simple_expression(*first);
    while (spine_.size() > base) {
        const Expression* chained = spine_.back();
        spine_.pop_back();
        rest_of_chain(*chained);
    }
    --depth_;
}

// What stands behind the leading operand.
void ScopeDeclarer::rest_of_chain(const Expression& node) {
    switch (node.kind) {
    case NodeKind::BinOp: return expression(as<BinOp>(node).right);
    case NodeKind::Subscript: return expression(as<Subscript>(node).slice);
    case NodeKind::Call: expressions(as<Call>(node).args); return keywords(as<Call>(node).keywords);
    default: return; // an attribute's name is no variable
    }
}

void ScopeDeclarer::keywords(Seq<Keyword> list) {
    for (const Keyword* keyword : list) expression(keyword->value);
}

void ScopeDeclarer::simple_expression(const Expression& node) {
    switch (node.kind) {
    case NodeKind::BoolOp: return expressions(as<BoolOp>(node).values);
    case NodeKind::NamedExpr: return named_expression(as<NamedExpr>(node));
    case NodeKind::UnaryOp: return expression(as<UnaryOp>(node).operand);
    case NodeKind::Lambda: {
        const Lambda& lambda = as<Lambda>(node);
        default_values(*lambda.args);
        Block block(*this, ScopeKind::Lambda, "lambda", node, node.span);
        parameters(*lambda.args);
        return expression(lambda.body);
    }
    case NodeKind::IfExp: {
        const IfExp& choice = as<IfExp>(node);
        expression(choice.test);
        expression(choice.body);
        return expression(choice.orelse);
    }
    case NodeKind::Dict: expressions(as<Dict>(node).keys); return expressions(as<Dict>(node).values);
    case NodeKind::Set: return expressions(as<Set>(node).elts);
    case NodeKind::ListComp: {
        const ListComp& comp = as<ListComp>(node);
        return comprehension(node, ScopeKind::ListComprehension, "<listcomp>", comp.generators, nullptr, comp.elt);
    }
    case NodeKind::SetComp: {
        const SetComp& comp = as<SetComp>(node);
        return comprehension(node, ScopeKind::SetComprehension, "<setcomp>", comp.generators, nullptr, comp.elt);
    }
    case NodeKind::DictComp: {
        const DictComp& comp = as<DictComp>(node);
        return comprehension(node, ScopeKind::DictComprehension, "<dictcomp>", comp.generators, comp.value, comp.key);
    }
    case NodeKind::GeneratorExp: {
        const GeneratorExp& comp = as<GeneratorExp>(node);
        return comprehension(node, ScopeKind::GeneratorExpression, "<genexpr>", comp.generators, nullptr, comp.elt);
    }
    case NodeKind::Await:
        refuse_in_annotation("await expression", node.span);
        expression(as<Await>(node).value);
        current_->coroutine = true;
        return;
    case NodeKind::Yield:
    case NodeKind::YieldFrom:
        refuse_in_annotation("yield expression", node.span);
        expression(node.kind == NodeKind::Yield ? as<Yield>(node).value : as<YieldFrom>(node).value);
        current_->generator = true;
        if (current_->is_comprehension()) {
            const char* kind = current_->kind == ScopeKind::ListComprehension   ? "list comprehension"
                               : current_->kind == ScopeKind::SetComprehension  ? "set comprehension"
                               : current_->kind == ScopeKind::DictComprehension ? "dict comprehension"
                                                                                : "generator expression";
            errors_.raise(std::string("'yield' inside ") + kind, node.span);
        }
        return;
    case NodeKind::Compare: expression(as<Compare>(node).left); return expressions(as<Compare>(node).comparators);
    case NodeKind::FormattedValue:
        expression(as<FormattedValue>(node).value);
        return expression(as<FormattedValue>(node).format_spec);
    case NodeKind::JoinedStr: return expressions(as<JoinedStr>(node).values);
    case NodeKind::Constant: return;
    case NodeKind::Starred: return expression(as<Starred>(node).value);
    case NodeKind::Name: {
        const Name& name = as<Name>(node);
        add(name.id, name.ctx == Context::Load ? symbol::use : symbol::local, name.span);
        // super() finds its class in the cell __class__.
        if (name.ctx == Context::Load && current_->is_function_like() && name.id == "super")
            add("__class__", symbol::use, name.span);
        return;
    }
    case NodeKind::List: return expressions(as<List>(node).elts);
    case NodeKind::Tuple: return expressions(as<Tuple>(node).elts);
    case NodeKind::Slice:
        expression(as<Slice>(node).lower);
        expression(as<Slice>(node).upper);
        return expression(as<Slice>(node).step);
    default: return; // chains are walked by expression()
    }
}

void ScopeDeclarer::named_expression(const NamedExpr& node) {
    refuse_in_annotation("named expression", node.span);
    // Inside the iterable of a comprehension it would be evaluated in one scope and bound in another (PEP 572, "Exceptional cases").
    if (current_->comprehension_iterable_ > 0)
        return errors_.raise("assignment expression cannot be used in a comprehension iterable expression", node.span);
    const Name& target = as<Name>(*node.target);
    if (current_->is_comprehension()) extend_named_expression(target);
    expression(node.value);
    expression(node.target);
    if (Symbol* symbol = current_->find(mangle(target.id))) symbol->flags |= symbol::named_target;
}

// A := in a comprehension binds in the innermost block that is no comprehension.
void ScopeDeclarer::extend_named_expression(const Name& target) {
    std::string name(target.id);
    for (Scope* scope = current_; scope; scope = scope->parent) {
        std::uint16_t known = flags_of(*scope, target.id);
        switch (scope->kind) {
        case ScopeKind::ListComprehension:
        case ScopeKind::SetComprehension:
        case ScopeKind::DictComprehension:
        case ScopeKind::GeneratorExpression:
            if ((known & symbol::comp_iter) && (known & symbol::local))
                return errors_.raise(
                    "assignment expression cannot rebind comprehension iteration variable '" + name + "'", target.span);
            continue;
        case ScopeKind::Function:
        case ScopeKind::Lambda:
            add(target.id, known & symbol::global ? symbol::global : symbol::nonlocal, target.span);
            directives_.push_back({current_, mangle(target.id), target.span});
            return add(*scope, target.id, symbol::local | symbol::named_target, target.span);
        case ScopeKind::Module:
            add(target.id, symbol::global, target.span);
            directives_.push_back({current_, mangle(target.id), target.span});
            return add(*scope, target.id, symbol::global, target.span);
        case ScopeKind::Class:
            return errors_.raise("assignment expression within a comprehension cannot be used in a class body",
                                 target.span);
        case ScopeKind::TypeVariable:
            return errors_.raise("assignment expression within a comprehension cannot be used in a TypeVar bound",
                                 target.span);
        case ScopeKind::TypeAlias:
            return errors_.raise("assignment expression within a comprehension cannot be used in a type alias",
                                 target.span);
        case ScopeKind::TypeParameters:
            return errors_.raise(
                "assignment expression within a comprehension cannot be used within the definition of a generic",
                target.span);
        case ScopeKind::Annotation:
            return errors_.raise("named expression cannot be used within an annotation", target.span);
        }
    }
}

void ScopeDeclarer::iteration_target(const Expression& target) {
    current_->in_iteration_target_ = true;
    expression(target);
    current_->in_iteration_target_ = false;
}

void ScopeDeclarer::iterable(const Expression& node) {
    ++current_->comprehension_iterable_;
    expression(node);
    --current_->comprehension_iterable_;
}

void ScopeDeclarer::comprehension(const Expression& node, ScopeKind kind, std::string_view name,
                                  Seq<Comprehension> generators, const Expression* value, const Expression* element) {
    const Comprehension& outermost = *generators[0];
    iterable(*outermost.iter); // in the enclosing scope
    bool in_class = current_->sees_class;
    bool asynchronous;
    {
        Block block(*this, kind, name, node, node.span);
        Scope& scope = block.scope();
        scope.sees_class = in_class;
        if (in_class) add("__classdict__", symbol::use, node.span);
        if (outermost.is_async) scope.coroutine = true;
        add(".0", symbol::param, node.span);
        iteration_target(*outermost.target);
        expressions(outermost.ifs);
        for (const Comprehension* generator : generators.subspan(1)) {
            iteration_target(*generator->target);
            iterable(*generator->iter);
            expressions(generator->ifs);
            if (generator->is_async) scope.coroutine = true;
        }
        expression(value);
        expression(element);
        scope.generator = kind == ScopeKind::GeneratorExpression;
        asynchronous = scope.coroutine && !scope.generator;
    }
    if (asynchronous) current_->coroutine = true;
}

} // namespace mp
