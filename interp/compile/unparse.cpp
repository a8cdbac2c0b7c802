#include "interp/compile/unparse.h"

#include <charconv>
#include <cmath>

#include "interp/compile/fold.h"

namespace mp {

using namespace ast;

namespace {

// Levels of precedence; what stands at a higher level than its own is put in parentheses.
enum Level {
    tuple_level,
    test_level,
    or_level,
    and_level,
    not_level,
    compare_level,
    expr_level,
    xor_level,
    and_bits_level,
    shift_level,
    sum_level,
    term_level,
    factor_level,
    power_level,
    await_level,
    atom_level
};

constexpr int deepest = 400;

class Unparser {
public:
    std::string text;

    void expression(const Expression& node, int level);

private:
    struct Parentheses {
        Parentheses(std::string& text, bool needed) : text(text), needed(needed) {
            if (needed) text += '(';
        }
        ~Parentheses() {
            if (needed) text += ')';
        }
        std::string& text;
        bool needed;
    };

    void list(Seq<Expression> elements) {
        for (std::size_t i = 0; i < elements.size(); ++i) {
            if (i) text += ", ";
            expression(*elements[i], test_level);
        }
    }
    void binary(const BinOp& node, int level);
    void compare(const Compare& node);
    void call(const Call& node);
    void lambda_parameters(const Arguments& args);
    void generators(Seq<Comprehension> list);
    void dict(const Dict& node);
    void constant(const ast::Constant& node);
    void f_string_part(const Expression& node, std::string& out);

    int depth_ = 0;
};

void Unparser::constant(const ast::Constant& node) {
    if (node.is_u) text += 'u';
    Folded value = constant_of(node.value);
    switch (value->kind) {
    case mp::Constant::Kind::ellipsis: text += "..."; break;
    case mp::Constant::Kind::floating: text += std::isinf(value->real) ? "1e309" : float_repr(value->real); break;
    case mp::Constant::Kind::complex: {
        std::string number = std::isinf(value->imag) ? "1e309" : float_repr(value->imag);
        if (number.ends_with(".0")) number.resize(number.size() - 2);
        text += number + 'j';
        break;
    }
    default: text += constant_repr(*value);
    }
}

void Unparser::binary(const BinOp& node, int level) {
    struct Operator {
        const char* text;
        int level;
    };
    auto of = [](BinaryOperator op) -> Operator {
        switch (op) {
        case BinaryOperator::Add: return {" + ", sum_level};
        case BinaryOperator::Sub: return {" - ", sum_level};
        case BinaryOperator::Mult: return {" * ", term_level};
        case BinaryOperator::MatMult: return {" @ ", term_level};
        case BinaryOperator::Div: return {" / ", term_level};
        case BinaryOperator::Mod: return {" % ", term_level};
        case BinaryOperator::LShift: return {" << ", shift_level};
        case BinaryOperator::RShift: return {" >> ", shift_level};
        case BinaryOperator::BitOr: return {" | ", expr_level};
        case BinaryOperator::BitXor: return {" ^ ", xor_level};
        case BinaryOperator::BitAnd: return {" & ", and_bits_level};
        case BinaryOperator::FloorDiv: return {" // ", term_level};
        case BinaryOperator::Pow: return {" ** ", power_level};
        }
        return {"", atom_level};
    };
    Operator op = of(node.op);
    bool right_associative = node.op == BinaryOperator::Pow;
    Parentheses parentheses(text, level > op.level);
    expression(*node.left, op.level + right_associative);
    text += op.text;
    expression(*node.right, op.level + !right_associative);
}

void Unparser::compare(const Compare& node) {
    constexpr const char* names[] = {" == ", " != ", " < ",      " <= ", " > ",
                                     " >= ", " is ", " is not ", " in ", " not in "};
    expression(*node.left, compare_level + 1);
    for (std::size_t i = 0; i < node.ops.size(); ++i) {
        text += names[static_cast<int>(node.ops[i])];
        expression(*node.comparators[i], compare_level + 1);
    }
}

void Unparser::call(const Call& node) {
    expression(*node.func, atom_level);
    if (node.args.size() == 1 && node.keywords.empty() && is<GeneratorExp>(node.args[0]))
        return expression(*node.args[0], atom_level);
    text += '(';
    list(node.args);
    bool first = node.args.empty();
    for (const Keyword* keyword : node.keywords) {
        if (!first) text += ", ";
        first = false;
        if (keyword->arg.empty())
            text += "**";
        else
            (text += keyword->arg) += '=';
        expression(*keyword->value, test_level);
    }
    text += ')';
}

void Unparser::lambda_parameters(const Arguments& args) {
    bool first = true;
    auto separate = [&] {
        if (!first) text += ", ";
        first = false;
    };
    std::size_t total = args.posonlyargs.size() + args.args.size(), undefaulted = total - args.defaults.size();
    for (std::size_t i = 0; i < total; ++i) {
        separate();
        text += i < args.posonlyargs.size() ? args.posonlyargs[i]->arg : args.args[i - args.posonlyargs.size()]->arg;
        if (i >= undefaulted) {
            text += '=';
            expression(*args.defaults[i - undefaulted], test_level);
        }
        if (!args.posonlyargs.empty() && i + 1 == args.posonlyargs.size()) text += ", /";
    }
    if (args.vararg || !args.kwonlyargs.empty()) {
        separate();
        text += '*';
        if (args.vararg) text += args.vararg->arg;
    }
    for (std::size_t i = 0; i < args.kwonlyargs.size(); ++i) {
        separate();
        text += args.kwonlyargs[i]->arg;
        if (args.kw_defaults[i]) {
            text += '=';
            expression(*args.kw_defaults[i], test_level);
        }
    }
    if (args.kwarg) {
        separate();
        text += "**";
        text += args.kwarg->arg;
    }
}

void Unparser::generators(Seq<Comprehension> list) {
    for (const Comprehension* generator : list) {
        text += generator->is_async ? " async for " : " for ";
        expression(*generator->target, tuple_level);
        text += " in ";
        expression(*generator->iter, test_level + 1);
        for (const Expression* condition : generator->ifs) {
            text += " if ";
            expression(*condition, test_level + 1);
        }
    }
}

void Unparser::dict(const Dict& node) {
    text += '{';
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        if (i) text += ", ";
        if (node.keys[i]) {
            expression(*node.keys[i], test_level);
            text += ": ";
            expression(*node.values[i], test_level);
        } else {
            text += "**";
            expression(*node.values[i], expr_level);
        }
    }
    text += '}';
}

void Unparser::f_string_part(const Expression& node, std::string& out) {
    if (const ast::Constant* literal = try_as<ast::Constant>(&node)) {
        for (char c : literal->value.text) {
            out += c;
            if (c == '{' || c == '}') out += c;
        }
    } else if (const JoinedStr* joined = try_as<JoinedStr>(&node)) {
        for (const Expression* part : joined->values) f_string_part(*part, out);
    } else if (const FormattedValue* value = try_as<FormattedValue>(&node)) {
        Unparser inner;
        inner.depth_ = depth_ + 1;
        inner.expression(*value->value, test_level + 1);
        out += inner.text.starts_with('{') ? "{ " : "{";
        out += inner.text;
        if (value->conversion > 0) (out += '!') += static_cast<char>(value->conversion);
        if (value->format_spec) {
            out += ':';
            f_string_part(*value->format_spec, out);
        }
        out += '}';
    }
}

void Unparser::expression(const Expression& node, int level) {
    if (depth_ > deepest) {
        text += "...";
        return;
    }
    ++depth_;
    switch (node.kind) {
    case NodeKind::BoolOp: {
        const BoolOp& operation = as<BoolOp>(node);
        int own = operation.op == BoolOperator::And ? and_level : or_level;
        Parentheses parentheses(text, level > own);
        for (std::size_t i = 0; i < operation.values.size(); ++i) {
            if (i) text += operation.op == BoolOperator::And ? " and " : " or ";
            expression(*operation.values[i], own + 1);
        }
        break;
    }
    case NodeKind::BinOp: binary(as<BinOp>(node), level); break;
    case NodeKind::UnaryOp: {
        const UnaryOp& operation = as<UnaryOp>(node);
        int own = operation.op == UnaryOperator::Not ? not_level : factor_level;
        Parentheses parentheses(text, level > own);
        text += operation.op == UnaryOperator::Not    ? "not "
                : operation.op == UnaryOperator::USub ? "-"
                : operation.op == UnaryOperator::UAdd ? "+"
                                                      : "~";
        expression(*operation.operand, own);
        break;
    }
    case NodeKind::Lambda: {
        const Lambda& lambda = as<Lambda>(node);
        Parentheses parentheses(text, level > test_level);
        text += "lambda";
        std::size_t before = text.size();
        text += ' ';
        lambda_parameters(*lambda.args);
        if (text.size() == before + 1) text.resize(before);
        text += ": ";
        expression(*lambda.body, test_level);
        break;
    }
    case NodeKind::IfExp: {
        const IfExp& choice = as<IfExp>(node);
        Parentheses parentheses(text, level > test_level);
        expression(*choice.body, test_level + 1);
        text += " if ";
        expression(*choice.test, test_level + 1);
        text += " else ";
        expression(*choice.orelse, test_level);
        break;
    }
    case NodeKind::Dict: dict(as<Dict>(node)); break;
    case NodeKind::Set:
        text += '{';
        list(as<Set>(node).elts);
        text += '}';
        break;
    case NodeKind::GeneratorExp:
        text += '(';
        expression(*as<GeneratorExp>(node).elt, test_level);
        generators(as<GeneratorExp>(node).generators);
        text += ')';
        break;
    case NodeKind::ListComp:
        text += '[';
        expression(*as<ListComp>(node).elt, test_level);
        generators(as<ListComp>(node).generators);
        text += ']';
        break;
    case NodeKind::SetComp:
        text += '{';
        expression(*as<SetComp>(node).elt, test_level);
        generators(as<SetComp>(node).generators);
        text += '}';
        break;
    case NodeKind::DictComp:
        text += '{';
        expression(*as<DictComp>(node).key, test_level);
        text += ": ";
        expression(*as<DictComp>(node).value, test_level);
        generators(as<DictComp>(node).generators);
        text += '}';
        break;
    case NodeKind::Yield:
        text += "(yield";
        if (as<Yield>(node).value) {
            text += ' ';
            expression(*as<Yield>(node).value, test_level);
        }
        text += ')';
        break;
    case NodeKind::YieldFrom:
        text += "(yield from ";
        expression(*as<YieldFrom>(node).value, test_level);
        text += ')';
        break;
    case NodeKind::Await: {
        Parentheses parentheses(text, level > await_level);
        text += "await ";
        expression(*as<Await>(node).value, atom_level);
        break;
    }
    case NodeKind::Compare: {
        Parentheses parentheses(text, level > compare_level);
        compare(as<Compare>(node));
        break;
    }
    case NodeKind::Call: call(as<Call>(node)); break;
    case NodeKind::FormattedValue:
    case NodeKind::JoinedStr: {
        std::string body;
        f_string_part(node, body);
        text += 'f';
        text += constant_repr(make_str(body));
        break;
    }
    case NodeKind::Constant: constant(as<ast::Constant>(node)); break;
    case NodeKind::Attribute: {
        const Attribute& attribute = as<Attribute>(node);
        expression(*attribute.value, atom_level);
        const ast::Constant* number = try_as<ast::Constant>(attribute.value);
        text += number && (number->value.kind == ConstantValue::Kind::Int ||
                           number->value.kind == ConstantValue::Kind::BigInt)
                    ? " ."
                    : ".";
        text += attribute.attr;
        break;
    }
    case NodeKind::Subscript:
        expression(*as<Subscript>(node).value, atom_level);
        text += '[';
        expression(*as<Subscript>(node).slice, tuple_level);
        text += ']';
        break;
    case NodeKind::Starred:
        text += '*';
        expression(*as<Starred>(node).value, expr_level);
        break;
    case NodeKind::Name: text += as<Name>(node).id; break;
    case NodeKind::List:
        text += '[';
        list(as<List>(node).elts);
        text += ']';
        break;
    case NodeKind::Tuple: {
        Seq<Expression> elements = as<Tuple>(node).elts;
        Parentheses parentheses(text, elements.empty() || level > tuple_level);
        list(elements);
        if (elements.size() == 1) text += ',';
        break;
    }
    case NodeKind::Slice: {
        const Slice& slice = as<Slice>(node);
        if (slice.lower) expression(*slice.lower, test_level);
        text += ':';
        if (slice.upper) expression(*slice.upper, test_level);
        if (slice.step) {
            text += ':';
            expression(*slice.step, test_level);
        }
        break;
    }
    case NodeKind::NamedExpr: {
        Parentheses parentheses(text, level > tuple_level);
        expression(*as<NamedExpr>(node).target, atom_level);
        text += " := ";
        expression(*as<NamedExpr>(node).value, atom_level);
        break;
    }
    default: break;
    }
    --depth_;
}

} // namespace

std::string unparse(const Expression& node) {
    Unparser unparser;
    unparser.expression(node, test_level);
    return std::move(unparser.text);
}

std::string float_repr(double value) {
    if (std::isnan(value)) return "nan";
    if (std::isinf(value)) return value < 0 ? "-inf" : "inf";
    char digits[40];
    auto [end, error] = std::to_chars(digits, digits + sizeof digits, value, std::chars_format::scientific);
    (void)error;
    std::string_view scientific(digits, static_cast<std::size_t>(end - digits));
    std::size_t e = scientific.find('e');
    int exponent = 0;
    const char* exponent_start = digits + e + 1;
    if (*exponent_start == '+') ++exponent_start;
    std::from_chars(exponent_start, end, exponent);
    if (exponent >= -4 && exponent < 16) {
        auto fixed = std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed);
        std::string text(digits, fixed.ptr);
        if (text.find('.') == std::string::npos) text += ".0";
        return text;
    }
    std::string text(scientific.substr(0, e));
    text += exponent < 0 ? "e-" : "e+";
    std::string magnitude = std::to_string(std::abs(exponent));
    if (magnitude.size() < 2) magnitude.insert(0, 1, '0');
    return text + magnitude;
}

std::string clean_docstring(std::string_view original) {
    std::string expanded;
    std::size_t column = 0;
    for (char c : original) {
        if (c == '\t') {
            std::size_t spaces = 8 - column % 8;
            expanded.append(spaces, ' ');
            column += spaces;
            continue;
        }
        expanded += c;
        if (c == '\n' || c == '\r')
            column = 0;
        else if ((static_cast<unsigned char>(c) & 0xc0) != 0x80)
            ++column;
    }
    std::string_view text = expanded;
    auto line_end = [&](std::size_t from) {
        std::size_t newline = text.find('\n', from);
        return newline == text.npos ? text.size() : newline + 1;
    };
    auto indent_of = [&](std::size_t from) {
        std::size_t at = text.find_first_not_of(' ', from);
        return (at == text.npos ? text.size() : at) - from;
    };
    std::size_t margin = text.npos;
    for (std::size_t at = line_end(0); at < text.size(); at = line_end(at)) {
        std::size_t indent = indent_of(at);
        if (at + indent < text.size() && text[at + indent] != '\n' && indent < margin) margin = indent;
    }
    if (margin == text.npos) margin = 0;
    std::size_t first = indent_of(0);
    if (first == 0 && margin == 0) return expanded;
    std::string cleaned(text.substr(first, line_end(first) - first));
    for (std::size_t at = line_end(first); at < text.size();) {
        std::size_t end = line_end(at);
        std::size_t skip = std::min(margin, indent_of(at));
        cleaned += text.substr(at + skip, end - at - skip);
        at = end;
    }
    return cleaned;
}

} // namespace mp
