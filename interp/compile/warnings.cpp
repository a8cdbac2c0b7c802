// SyntaxWarnings: code that is valid but hardly meant.
#include "interp/compile/compiler.h"

namespace mp {

using namespace ast;

// The type that a display or literal certainly has, or "".
std::string Compiler::inferred_type(const Expression& node) {
    switch (node.kind) {
    case NodeKind::Tuple: return "tuple";
    case NodeKind::List:
    case NodeKind::ListComp: return "list";
    case NodeKind::Dict:
    case NodeKind::DictComp: return "dict";
    case NodeKind::Set:
    case NodeKind::SetComp: return "set";
    case NodeKind::GeneratorExp: return "generator";
    case NodeKind::Lambda: return "function";
    case NodeKind::JoinedStr:
    case NodeKind::FormattedValue: return "str";
    default:
        if (Folded constant = folded(node)) return type_name(*constant);
        return "";
    }
}

// `x is 1` compares identities of numbers and strings.
void Compiler::check_compare(const Compare& node) {
    auto is_literal = [&](const Expression& operand) {
        if (!is<ast::Constant>(&operand) && !is<UnaryOp>(&operand) && !is<BinOp>(&operand) && !is<Tuple>(&operand))
            return false;
        Folded constant = folded(operand);
        if (!constant) return false;
        switch (constant->kind) {
        case mp::Constant::Kind::none:
        case mp::Constant::Kind::true_:
        case mp::Constant::Kind::false_:
        case mp::Constant::Kind::ellipsis: return false;
        default: return true;
        }
    };
    bool asks = false;
    for (CompareOperator op : node.ops) asks |= op == CompareOperator::Is || op == CompareOperator::IsNot;
    if (!asks) return;
    const Expression* left = node.left;
    for (std::size_t i = 0; i < node.ops.size(); ++i) {
        const Expression* right = node.comparators[i];
        CompareOperator op = node.ops[i];
        if (op == CompareOperator::Is || op == CompareOperator::IsNot) {
            const Expression* literal = is_literal(*left) ? left : is_literal(*right) ? right : nullptr;
            if (literal) {
                bool negated = op == CompareOperator::IsNot;
                warn(std::string(negated ? "\"is not\"" : "\"is\"") + " with '" + inferred_type(*literal) +
                         "' literal. Did you mean \"" + (negated ? "!=" : "==") + "\"?",
                     node.span);
                return;
            }
        }
        left = right;
    }
}

// `(1, 2) (3, 4)`: a comma is missing.
void Compiler::check_callee(const Expression& callee) {
    switch (callee.kind) {
    case NodeKind::Constant:
    case NodeKind::Tuple:
    case NodeKind::List:
    case NodeKind::ListComp:
    case NodeKind::Dict:
    case NodeKind::DictComp:
    case NodeKind::Set:
    case NodeKind::SetComp:
    case NodeKind::GeneratorExp:
    case NodeKind::JoinedStr:
    case NodeKind::FormattedValue: break;
    case NodeKind::UnaryOp:
    case NodeKind::BinOp:
        if (!folded(callee)) return;
        break;
    default: return;
    }
    warn("'" + inferred_type(callee) + "' object is not callable; perhaps you missed a comma?", callee.span);
}

void Compiler::check_subscript(const Subscript& node) {
    const Expression& value = *node.value;
    bool unsubscriptable = false, sequence = false;
    switch (value.kind) {
    case NodeKind::Constant:
    case NodeKind::UnaryOp:
    case NodeKind::BinOp: {
        Folded constant = folded(value);
        if (!constant) return;
        sequence = constant->kind == mp::Constant::Kind::str || constant->kind == mp::Constant::Kind::bytes ||
                   constant->kind == mp::Constant::Kind::tuple;
        unsubscriptable = !sequence;
        break;
    }
    case NodeKind::Set:
    case NodeKind::SetComp:
    case NodeKind::GeneratorExp:
    case NodeKind::Lambda: unsubscriptable = true; break;
    case NodeKind::Tuple:
    case NodeKind::List:
    case NodeKind::ListComp:
    case NodeKind::JoinedStr:
    case NodeKind::FormattedValue: sequence = true; break;
    default: return;
    }
    if (unsubscriptable)
        return warn("'" + inferred_type(value) + "' object is not subscriptable; perhaps you missed a comma?",
                    value.span);
    std::string index = inferred_type(*node.slice);
    if (!sequence || index.empty() || index == "int" || index == "bool" || is<Slice>(node.slice)) return;
    warn(inferred_type(value) + " indices must be integers or slices, not " + index + "; perhaps you missed a comma?",
         value.span);
}

} // namespace mp
