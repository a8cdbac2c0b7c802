// Jumps on conditions, comparisons.
#include <algorithm>

#include "interp/compile/compiler.h"

namespace mp {

using namespace ast;

namespace {

struct FusedForms {
    Op plain, immediate, constant;
    bool inverted; // `is not` and `not in` have no jump of their own
};

FusedForms fused(CompareOperator op) {
    switch (op) {
    case CompareOperator::Eq: return {Op::JEQ, Op::JEQI, Op::JEQK, false};
    case CompareOperator::NotEq: return {Op::JNE, Op::JNEI, Op::JNEK, false};
    case CompareOperator::Lt: return {Op::JLT, Op::JLTI, Op::JLTK, false};
    case CompareOperator::LtE: return {Op::JLE, Op::JLEI, Op::JLEK, false};
    case CompareOperator::Gt: return {Op::JGT, Op::JGTI, Op::JGTK, false};
    case CompareOperator::GtE: return {Op::JGE, Op::JGEI, Op::JGEK, false};
    case CompareOperator::Is: return {Op::JIS, Op::NOP, Op::NOP, false};
    case CompareOperator::IsNot: return {Op::JIS, Op::NOP, Op::NOP, true};
    case CompareOperator::In: return {Op::JIN, Op::NOP, Op::NOP, false};
    case CompareOperator::NotIn: return {Op::JIN, Op::NOP, Op::NOP, true};
    }
    __builtin_unreachable();
}

Op value_op(CompareOperator op) {
    switch (op) {
    case CompareOperator::Eq: return Op::EQ;
    case CompareOperator::NotEq: return Op::NE;
    case CompareOperator::Lt: return Op::LT;
    case CompareOperator::LtE: return Op::LE;
    case CompareOperator::Gt: return Op::GT;
    case CompareOperator::GtE: return Op::GE;
    case CompareOperator::Is: return Op::IS;
    case CompareOperator::IsNot: return Op::IS_NOT;
    case CompareOperator::In: return Op::IN;
    case CompareOperator::NotIn: return Op::NOT_IN;
    }
    __builtin_unreachable();
}

bool is_none(const Expression& node) {
    const ast::Constant* constant = try_as<ast::Constant>(&node);
    return constant && constant->value.kind == ConstantValue::Kind::None;
}

} // namespace

// Jumps to `target` when the truth of `node` is `sense`, else falls through. No temporaries are left either way.
void Compiler::jump_if(const Expression& node, bool sense, Label target) {
    if (failed_ || too_deep(node.span)) return;
    ++depth_;
    switch (node.kind) {
    case NodeKind::UnaryOp:
        if (as<UnaryOp>(node).op != UnaryOperator::Not) break;
        jump_if(*as<UnaryOp>(node).operand, !sense, target);
        --depth_;
        return;
    case NodeKind::BoolOp: {
        const BoolOp& operation = as<BoolOp>(node);
        bool decided_by = operation.op == BoolOperator::Or;
        Label end = out().new_label();
        Label decided = decided_by == sense ? target : end;
        for (const Expression* value : operation.values.first(operation.values.size() - 1))
            jump_if(*value, decided_by, decided);
        jump_if(*operation.values.back(), sense, target);
        out().bind(end);
        --depth_;
        return;
    }
    case NodeKind::IfExp: {
        const IfExp& choice = as<IfExp>(node);
        Label otherwise = out().new_label(), end = out().new_label();
        jump_if(*choice.test, false, otherwise);
        jump_if(*choice.body, sense, target);
        out().jump(no_span, Op::JUMP, end);
        out().bind(otherwise);
        jump_if(*choice.orelse, sense, target);
        out().bind(end);
        --depth_;
        return;
    }
    case NodeKind::Compare:
        jump_if_compare(as<Compare>(node), sense, target);
        --depth_;
        return;
    default: break;
    }
    if (Folded constant = folded(node)) {
        if (constant_truth(*constant) == sense) out().jump(node.span, Op::JUMP, target);
    } else {
        Reg value = expression(node);
        out().release(value);
        out().jump(node.span, Op::JUMP_IF, target, sense, value);
    }
    --depth_;
}

// The right operand of a comparison. A display that is only searched becomes a constant.
Reg Compiler::comparison_operand(const Expression& node, CompareOperator op) {
    bool is_list = is<List>(&node), is_set = is<Set>(&node);
    if ((op == CompareOperator::In || op == CompareOperator::NotIn) && (is_list || is_set)) {
        mp::Constant constant;
        constant.kind = is_list ? mp::Constant::Kind::tuple : mp::Constant::Kind::frozenset;
        bool all = true;
        for (const Expression* element : is_list ? as<List>(node).elts : as<Set>(node).elts) {
            Folded item = folded(*element);
            if (!item) {
                all = false;
                break;
            }
            constant.items.push_back(std::move(*item));
        }
        if (all) return load_constant(node.span, constant, any_register);
    }
    return expression(node);
}

// Consumes left, and right when it is in a register; else `right_node` is evaluated here.
void Compiler::jump_compare(Span span, CompareOperator op, Reg left, const Expression* right_node, Reg right,
                            bool sense, Label target) {
    FusedForms forms = fused(op);
    bool jump_sense = sense != forms.inverted;
    if (right_node) {
        if (forms.plain == Op::JIS && is_none(*right_node)) {
            out().release(left);
            return out().jump(span, Op::JNONE, target, jump_sense, left);
        }
        if (forms.immediate != Op::NOP) {
            if (auto immediate = small_int(*right_node)) {
                out().release(left);
                return out().jump(span, forms.immediate, target, jump_sense, left, *immediate);
            }
        }
        if (forms.constant != Op::NOP) {
            if (auto constant = operand_constant(*right_node)) {
                out().release(left);
                return out().jump(span, forms.constant, target, jump_sense, left, *constant);
            }
        }
        left = hold(left, right_node, span);
        right = comparison_operand(*right_node, op);
    }
    out().release(right);
    out().release(left);
    out().jump(span, forms.plain, target, jump_sense, left, right);
}

// Long chains of comparisons must not climb over all temporaries.
Reg Compiler::move_down(Reg reg, Reg base) {
    if (reg < base + 8) return reg;
    ins(no_span, Op::MOVE, base, reg);
    out().set_top(base + 1);
    return base;
}

void Compiler::jump_if_compare(const Compare& node, bool sense, Label target) {
    check_compare(node);
    int top = out().top();
    Reg left = expression(*node.left);
    std::size_t last = node.ops.size() - 1;
    if (last == 0) {
        jump_compare(node.span, node.ops[0], left, node.comparators[0], 0, sense, target);
        out().set_top(top);
        return;
    }
    // a < b < c: each operand is evaluated once; one that is in a temporary waits for the next comparison.
    Label failed = sense ? out().new_label() : target;
    struct Waiting {
        Label label;
        Reg reg;
    };
    std::vector<Waiting> cleanups;
    for (std::size_t i = 0; i < last; ++i) {
        const Expression& next = *node.comparators[i];
        left = hold(left, &next, node.span);
        Reg right = comparison_operand(next, node.ops[i]);
        right = hold(right, nullptr, node.span);
        FusedForms forms = fused(node.ops[i]);
        if (is_temporary(right)) {
            Reg copy = out().push();
            ins(node.span, Op::COPY, copy, right);
            cleanups.push_back({out().new_label(), right});
            out().jump(node.span, forms.plain, cleanups.back().label, forms.inverted, left, copy);
            out().set_top(right + 1);
            right = move_down(right, top);
        } else {
            out().jump(node.span, forms.plain, failed, forms.inverted, left, right);
            out().release(left);
        }
        left = right;
    }
    jump_compare(node.span, node.ops[last], left, node.comparators[last], 0, sense, target);
    if (!cleanups.empty()) {
        Label done = out().new_label();
        out().jump(no_span, Op::JUMP, done);
        for (const Waiting& waiting : cleanups) {
            out().bind(waiting.label);
            ins(no_span, Op::DROP, waiting.reg);
            out().jump(no_span, Op::JUMP, failed);
        }
        out().bind(done);
    }
    if (sense) out().bind(failed);
    out().set_top(top);
}

void Compiler::compare_value(Span span, CompareOperator op, Reg to, Reg left, Reg right) {
    ins(span, value_op(op), to, left, right);
}

Reg Compiler::compare(const Compare& node, Reg want) {
    check_compare(node);
    int top = out().top();
    std::size_t last = node.ops.size() - 1;
    if (last == 0) {
        Reg left = hold(expression(*node.left), node.comparators[0], node.span);
        Reg right = comparison_operand(*node.comparators[0], node.ops[0]);
        out().set_top(top);
        Reg to = destination(want);
        compare_value(node.span, node.ops[0], to, left, right);
        return to;
    }
    // The outcome is in the first temporary, the operands stand behind it.
    Reg outcome = out().push();
    Label end = out().new_label();
    struct Waiting {
        Label label;
        Reg reg;
    };
    std::vector<Waiting> cleanups;
    Reg left = expression(*node.left);
    for (std::size_t i = 0; i <= last; ++i) {
        const Expression& next = *node.comparators[i];
        left = hold(left, &next, node.span);
        Reg right = comparison_operand(next, node.ops[i]);
        if (i == last) {
            compare_value(node.span, node.ops[i], outcome, left, right);
            break;
        }
        right = hold(right, nullptr, node.span);
        if (is_temporary(right)) {
            Reg copy = out().push();
            ins(node.span, Op::COPY, copy, right);
            compare_value(node.span, node.ops[i], outcome, left, copy);
            cleanups.push_back({out().new_label(), right});
            out().jump(node.span, Op::JUMP_KEEP, cleanups.back().label, 0, outcome);
            out().set_top(right + 1);
            right = move_down(right, outcome + 1);
        } else {
            compare_value(node.span, node.ops[i], outcome, left, right);
            out().release(left);
            out().jump(node.span, Op::JUMP_KEEP, end, 0, outcome);
        }
        left = right;
    }
    if (!cleanups.empty()) {
        out().jump(no_span, Op::JUMP, end);
        for (const Waiting& waiting : cleanups) {
            out().bind(waiting.label);
            ins(no_span, Op::DROP, waiting.reg);
            out().jump(no_span, Op::JUMP, end);
        }
    }
    out().bind(end);
    out().set_top(outcome + 1);
    return settle(node.span, outcome, want);
}

} // namespace mp
