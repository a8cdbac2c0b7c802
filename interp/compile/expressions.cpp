// Values of expressions.
#include <algorithm>

#include "interp/compile/compiler.h"

namespace mp {

using namespace ast;

namespace {

Op binary_op(BinaryOperator op) {
    switch (op) {
    case BinaryOperator::Add: return Op::ADD;
    case BinaryOperator::Sub: return Op::SUB;
    case BinaryOperator::Mult: return Op::MUL;
    case BinaryOperator::MatMult: return Op::MATMUL;
    case BinaryOperator::Div: return Op::TRUEDIV;
    case BinaryOperator::Mod: return Op::MOD;
    case BinaryOperator::Pow: return Op::POW;
    case BinaryOperator::LShift: return Op::LSHIFT;
    case BinaryOperator::RShift: return Op::RSHIFT;
    case BinaryOperator::BitOr: return Op::OR;
    case BinaryOperator::BitXor: return Op::XOR;
    case BinaryOperator::BitAnd: return Op::AND;
    case BinaryOperator::FloorDiv: return Op::FLOORDIV;
    }
    __builtin_unreachable();
}

// The form with a constant on the right, or NOP.
Op constant_form(Op op) {
    switch (op) {
    case Op::ADD: return Op::ADDK;
    case Op::SUB: return Op::SUBK;
    case Op::MUL: return Op::MULK;
    case Op::TRUEDIV: return Op::TRUEDIVK;
    case Op::FLOORDIV: return Op::FLOORDIVK;
    case Op::MOD: return Op::MODK;
    case Op::POW: return Op::POWK;
    case Op::LSHIFT: return Op::LSHIFTK;
    case Op::RSHIFT: return Op::RSHIFTK;
    case Op::AND: return Op::ANDK;
    case Op::OR: return Op::ORK;
    case Op::XOR: return Op::XORK;
    default: return Op::NOP;
    }
}

// The form with a constant on the left, or NOP.
Op reversed_form(Op op) {
    switch (op) {
    case Op::ADD: return Op::RADDK;
    case Op::SUB: return Op::RSUBK;
    case Op::MUL: return Op::RMULK;
    case Op::TRUEDIV: return Op::RTRUEDIVK;
    case Op::MOD: return Op::RMODK;
    default: return Op::NOP;
    }
}

bool is_leaf(const Expression& node) { return is<Name>(&node) || is<ast::Constant>(&node); }

} // namespace

Reg Compiler::load_constant(Span span, const mp::Constant& constant, Reg want) {
    Reg to = destination(want);
    switch (constant.kind) {
    case mp::Constant::Kind::none: ins(span, Op::LOAD_NONE, to); break;
    case mp::Constant::Kind::true_: ins(span, Op::LOAD_TRUE, to); break;
    case mp::Constant::Kind::false_: ins(span, Op::LOAD_FALSE, to); break;
    case mp::Constant::Kind::ellipsis: ins(span, Op::LOAD_ELLIPSIS, to); break;
    case mp::Constant::Kind::integer:
        if (constant.integer >= -32768 && constant.integer <= 32767) {
            ins(span, Op::LOADI, to, static_cast<int>(constant.integer));
            break;
        }
        [[fallthrough]];
    default: ins(span, Op::LOADK, to, static_cast<int>(out().constants.add(constant))); break;
    }
    return to;
}

Reg Compiler::none(Span span, Reg want) {
    Reg to = destination(want);
    ins(span, Op::LOAD_NONE, to);
    return to;
}

Reg Compiler::expression(const Expression& node, Reg want) {
    if (const Name* name = try_as<Name>(&node)) return load_name(name->span, name->id, want);
    if (const ast::Constant* constant = try_as<ast::Constant>(&node))
        return load_constant(node.span, *constant_of(constant->value), want);
    if (failed_ || too_deep(node.span)) return none(node.span, want);
    ++depth_;
    Reg value;
    if (out().top() > crowded && out().top() < most_temporaries - 8)
        value = packed_expression(node, want);
    else if (leading_operand(node))
        value = chain(node, want);
    else
        value = simple_expression(node, want);
    --depth_;
    return value;
}

// Many operands wait already: while this one is computed, they stand in a tuple.
Reg Compiler::packed_expression(const Expression& node, Reg want) {
    int top = out().top();
    int low = std::max(state_->statement_top, out().region_depth());
    if (top - low < 8) return leading_operand(node) ? chain(node, want) : simple_expression(node, want);
    ins(no_span, Op::BUILD_TUPLE, low, low, top - low);
    out().set_top(low + 1);
    Reg value = leading_operand(node) ? chain(node, new_temporary) : simple_expression(node, new_temporary);
    if (value != top) ins(no_span, Op::MOVE, top, value);
    ins(no_span, Op::UNPACK, low, low, top - low);
    out().set_top(top);
    out().push();
    return settle(node.span, top, want);
}

Reg Compiler::simple_expression(const Expression& node, Reg want) {
    switch (node.kind) {
    case NodeKind::BoolOp: return boolean(as<BoolOp>(node), want);
    case NodeKind::NamedExpr: return named_expression(as<NamedExpr>(node), want);
    case NodeKind::UnaryOp: return unary(as<UnaryOp>(node), want);
    case NodeKind::Lambda: return lambda(as<Lambda>(node), want);
    case NodeKind::IfExp: return conditional(as<IfExp>(node), want);
    case NodeKind::Dict: return dict_display(as<Dict>(node), want);
    case NodeKind::Set: return set_display(node.span, as<Set>(node).elts, want);
    case NodeKind::ListComp:
        return comprehension({node, as<ListComp>(node).generators, as<ListComp>(node).elt, nullptr, "<listcomp>"},
                             want);
    case NodeKind::SetComp:
        return comprehension({node, as<SetComp>(node).generators, as<SetComp>(node).elt, nullptr, "<setcomp>"}, want);
    case NodeKind::DictComp:
        return comprehension(
            {node, as<DictComp>(node).generators, as<DictComp>(node).key, as<DictComp>(node).value, "<dictcomp>"},
            want);
    case NodeKind::GeneratorExp:
        return comprehension(
            {node, as<GeneratorExp>(node).generators, as<GeneratorExp>(node).elt, nullptr, "<genexpr>"}, want);
    case NodeKind::Await: return await(as<Await>(node), want);
    case NodeKind::Yield: return yield(as<Yield>(node), want);
    case NodeKind::YieldFrom: return yield_from(as<YieldFrom>(node), want);
    case NodeKind::Compare: return compare(as<Compare>(node), want);
    case NodeKind::JoinedStr: return joined_string(as<JoinedStr>(node), want);
    case NodeKind::FormattedValue: return formatted_value(as<FormattedValue>(node), want);
    case NodeKind::Starred:
        raise(as<Starred>(node).ctx == Context::Store ? "starred assignment target must be in a list or tuple"
                                                      : "can't use starred expression here",
              node.span);
        return none(node.span, want);
    case NodeKind::List: return list_display(node.span, as<List>(node).elts, want);
    case NodeKind::Tuple:
        if (Folded constant = folded(node)) return load_constant(node.span, *constant, want);
        return tuple_display(node.span, as<Tuple>(node).elts, want);
    case NodeKind::Slice: return slice_object(as<Slice>(node), want);
    case NodeKind::Name: return load_name(node.span, as<Name>(node).id, want);
    case NodeKind::Constant: return load_constant(node.span, *constant_of(as<ast::Constant>(node).value), want);
    case NodeKind::Attribute: return super_attribute(as<Attribute>(node), want); // all others are chains
    case NodeKind::Call: return super_method_call(as<Call>(node), want);
    default: __builtin_unreachable();
    }
}

// Operators, attributes, subscripts and calls that lean on each other to the left, from the innermost outwards.
Reg Compiler::chain(const Expression& node, Reg want) {
    std::size_t base = spine_.size();
    const Expression* first = &node;
    while (const Expression* operand = leading_operand(*first)) {
        if (const Attribute* attribute = try_as<Attribute>(first); attribute && is_super_attribute(*attribute)) break;
        if (const Call* call = try_as<Call>(first)) {
            if (is_method_call(*call)) {
                if (is_super_attribute(*as<Attribute>(call->func))) break;
                operand = as<Attribute>(call->func)->value;
            }
        }
        spine_.push_back(first);
        first = operand;
    }
    auto wanted = [&] { return spine_.size() == base ? want : any_register; };
    // While the value is a constant, it is in `constant`, from `origin`.
    Folded constant = folded(*first);
    const Expression* origin = first;
    Reg value = 0;
    if (!constant) {
        if (leading_operand(*first))
            value = simple_expression(*first, wanted());
        else
            value = expression(*first, wanted());
    }
    while (spine_.size() > base) {
        const Expression& outer = *spine_.back();
        spine_.pop_back();
        if (constant) {
            if (const BinOp* operation = try_as<BinOp>(&outer)) {
                Folded right = folded(*operation->right);
                if (Folded both = right ? fold_binary(operation->op, *constant, *right) : nullptr) {
                    constant = std::move(both);
                    origin = &outer;
                    continue;
                }
                Op reversed = right ? Op::NOP : reversed_form(binary_op(operation->op));
                std::optional<int> index = reversed == Op::NOP ? std::nullopt : operand_constant(*constant);
                if (index) {
                    constant.reset();
                    Reg operand = expression(*operation->right);
                    out().release(operand);
                    value = destination(wanted());
                    ins(outer.span, reversed, value, operand, *index);
                    continue;
                }
            }
            value = load_constant(origin->span, *constant, any_register);
            constant.reset();
        }
        switch (outer.kind) {
        case NodeKind::BinOp: value = binary(as<BinOp>(outer), value, wanted()); break;
        case NodeKind::Subscript: value = subscript(as<Subscript>(outer), value, wanted()); break;
        case NodeKind::Attribute: value = attribute(as<Attribute>(outer), value, wanted()); break;
        default:
            value = is_method_call(as<Call>(outer)) ? method_call(as<Call>(outer), value, wanted())
                                                    : call(as<Call>(outer), value, wanted());
        }
    }
    return constant ? load_constant(origin->span, *constant, want) : value;
}

// Whether `value` is a local that evaluating `later` (null: anything) may bind to something else.
bool Compiler::may_rebind(Reg value, const Expression* later) {
    if (is_temporary(value) || (later && is_leaf(*later))) return false;
    const Symbol* symbol = state_->scope.find(state_->code->local_names[local_slot(value)]);
    return symbol && (symbol->flags & symbol::named_target);
}

// An operand that stays what it is while `later` is evaluated.
Reg Compiler::hold(Reg value, const Expression* later, Span span) {
    return may_rebind(value, later) ? settle(span, value, new_temporary) : value;
}

// The value of a small int literal that fits an immediate operand.
std::optional<int> Compiler::small_int(const Expression& node) {
    if (!is<ast::Constant>(&node) && !is<UnaryOp>(&node)) return std::nullopt;
    Folded constant = folded(node);
    if (!constant || constant->kind != mp::Constant::Kind::integer) return std::nullopt;
    if (constant->integer < -128 || constant->integer > 127) return std::nullopt;
    return static_cast<int>(constant->integer);
}

// The index of a constant that fits an operand: an int, float, str or bytes.
std::optional<int> Compiler::operand_constant(const Expression& node) {
    Folded constant = folded(node);
    return constant ? operand_constant(*constant) : std::nullopt;
}

std::optional<int> Compiler::operand_constant(const mp::Constant& constant) {
    switch (constant.kind) {
    case mp::Constant::Kind::integer:
    case mp::Constant::Kind::floating:
    case mp::Constant::Kind::str:
    case mp::Constant::Kind::bytes: break;
    default: return std::nullopt;
    }
    std::uint32_t index = out().constants.add(constant);
    if (!out().constants.claim_operand(index)) return std::nullopt;
    return static_cast<int>(index);
}

Reg Compiler::binary(const BinOp& node, Reg left, Reg want) {
    Op op = binary_op(node.op);
    left = hold(left, node.right, node.left->span);
    if (op == Op::ADD || op == Op::SUB) {
        if (auto immediate = small_int(*node.right)) {
            out().release(left);
            Reg to = destination(want);
            ins(node.span, op == Op::ADD ? Op::ADDI : Op::SUBI, to, left, *immediate);
            return to;
        }
    }
    if (Op with_constant = constant_form(op); with_constant != Op::NOP) {
        if (auto constant = operand_constant(*node.right)) {
            out().release(left);
            Reg to = destination(want);
            ins(node.span, with_constant, to, left, *constant);
            return to;
        }
    }
    Reg right = expression(*node.right);
    out().release(right);
    out().release(left);
    Reg to = destination(want);
    ins(node.span, op, to, left, right);
    return to;
}

Reg Compiler::attribute(const Attribute& node, Reg object, Reg want) {
    std::uint32_t name = out().constants.add_name(mangle(node.attr));
    out().release(object);
    Reg to = destination(want);
    ins(attribute_span(node.span, node), Op::GETATTR, to, object).index = name;
    return to;
}

Reg Compiler::subscript(const Subscript& node, Reg container, Reg want) {
    check_subscript(node);
    container = hold(container, node.slice, node.value->span);
    if (const Slice* slice = try_as<Slice>(node.slice); slice && !slice->step) {
        int bounds = out().top();
        slice_bounds(*slice);
        out().set_top(bounds);
        out().release(container);
        Reg to = destination(want);
        ins(node.span, Op::GETSLICE, to, container, bounds);
        return to;
    }
    if (auto immediate = small_int(*node.slice)) {
        out().release(container);
        Reg to = destination(want);
        ins(node.span, Op::GETITEMI, to, container, *immediate);
        return to;
    }
    if (auto constant = operand_constant(*node.slice)) {
        out().release(container);
        Reg to = destination(want);
        ins(node.span, Op::GETITEMK, to, container, *constant);
        return to;
    }
    Reg index = expression(*node.slice);
    out().release(index);
    out().release(container);
    Reg to = destination(want);
    ins(node.span, Op::GETITEM, to, container, index);
    return to;
}

// Lower and upper bound in two new temporaries.
void Compiler::slice_bounds(const Slice& node) {
    for (const Expression* bound : {node.lower, node.upper}) {
        if (bound)
            expression(*bound, new_temporary);
        else
            none(node.span, new_temporary);
    }
}

Reg Compiler::slice_object(const Slice& node, Reg want) {
    int base = out().top();
    slice_bounds(node);
    if (node.step)
        expression(*node.step, new_temporary);
    else
        none(node.span, new_temporary);
    out().set_top(base);
    Reg to = destination(want);
    ins(node.span, Op::BUILD_SLICE, to, base);
    return to;
}

Reg Compiler::unary(const UnaryOp& node, Reg want) {
    if (Folded constant = folded(node)) return load_constant(node.span, *constant, want);
    if (node.op == UnaryOperator::Not) {
        // `not a is b`: the comparison the other way round.
        if (const Compare* inner = try_as<Compare>(node.operand); inner && inner->ops.size() == 1) {
            CompareOperator turned;
            switch (inner->ops[0]) {
            case CompareOperator::Is: turned = CompareOperator::IsNot; break;
            case CompareOperator::IsNot: turned = CompareOperator::Is; break;
            case CompareOperator::In: turned = CompareOperator::NotIn; break;
            case CompareOperator::NotIn: turned = CompareOperator::In; break;
            default: turned = CompareOperator::Eq; break;
            }
            if (turned != CompareOperator::Eq) {
                Compare copy = *inner;
                copy.span = node.span;
                copy.ops = Values<CompareOperator>(&turned, 1);
                return compare(copy, want);
            }
        }
    }
    Reg operand = expression(*node.operand);
    out().release(operand);
    Reg to = destination(want);
    Op op = node.op == UnaryOperator::Not    ? Op::NOT
            : node.op == UnaryOperator::USub ? Op::NEG
            : node.op == UnaryOperator::UAdd ? Op::POS
                                             : Op::INVERT;
    ins(node.span, op, to, operand);
    return to;
}

// a and b and c, a or b or c
Reg Compiler::boolean(const BoolOp& node, Reg want) {
    bool decided_by = node.op == BoolOperator::Or;
    Label end = out().new_label();
    int top = out().top();
    // x = x or ...: the first operand is where the value goes.
    if (want < 0 && node.values.size() == 2) {
        if (plain_local(*node.values[0]) == want) {
            Reg local = expression(*node.values[0], want);
            out().jump(node.span, Op::JUMP_IF, end, decided_by, local);
            expression(*node.values[1], want);
            out().bind(end);
            return want;
        }
    }
    for (std::size_t i = 0; i < node.values.size(); ++i) {
        const Expression& operand = *node.values[i];
        if (i + 1 < node.values.size()) {
            if (Folded constant = folded(operand)) {
                // A constant decides now, or has no part in it.
                if (constant_truth(*constant) != decided_by) continue;
                load_constant(operand.span, *constant, new_temporary);
                break;
            }
        }
        Reg value = expression(operand, new_temporary);
        if (i + 1 == node.values.size()) break;
        out().jump(node.span, Op::JUMP_KEEP, end, decided_by, value);
        out().set_top(top);
    }
    out().bind(end);
    out().set_top(top + 1);
    return settle(node.span, top, want);
}

Reg Compiler::conditional(const IfExp& node, Reg want) {
    if (want == any_register) want = new_temporary;
    Label otherwise = out().new_label(), end = out().new_label();
    int top = out().top();
    jump_if(*node.test, false, otherwise);
    Reg value = expression(*node.body, want);
    out().jump(no_span, Op::JUMP, end);
    out().bind(otherwise);
    out().set_top(top);
    Reg other = expression(*node.orelse, want);
    (void)other;
    out().bind(end);
    return value;
}

Reg Compiler::named_expression(const NamedExpr& node, Reg want) {
    const Name& target = as<Name>(*node.target);
    refuse_debug(target.id, Context::Store, target.span);
    if (auto local = plain_local(target)) {
        Reg value = expression(*node.value, *local);
        return settle(target.span, value, want);
    }
    Reg value = expression(*node.value, new_temporary);
    store_copy(target.span, target.id, value);
    return settle(target.span, value, want);
}

void Compiler::discard(const Expression& node) {
    if (is<ast::Constant>(&node)) return;
    if (const BoolOp* operation = try_as<BoolOp>(&node)) {
        if (too_deep(node.span)) return;
        ++depth_;
        Label end = out().new_label();
        for (const Expression* value : operation->values.first(operation->values.size() - 1))
            jump_if(*value, operation->op == BoolOperator::Or, end);
        discard(*operation->values.back());
        out().bind(end);
        --depth_;
        return;
    }
    Reg value = expression(node);
    if (is_temporary(value)) {
        ins(node.span, Op::DROP, value);
        out().release(value);
    }
}

} // namespace mp
