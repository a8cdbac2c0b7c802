#include "interp/compile/fold.h"

#include <bit>
#include <cmath>
#include <limits>

#include "interp/compile/unparse.h"
#include "interp/support/checked.h"
#include "interp/support/utf8.h"

namespace mp {

using namespace ast;

namespace {

using Kind = mp::Constant::Kind;

// CPython's safe_* limits (Python/ast_opt.c): folding must not make code large or slow to load.
constexpr std::size_t most_string_size = 4096;
constexpr std::size_t most_collection_size = 256;
constexpr int deepest = 60;

Folded make(mp::Constant constant) { return std::make_unique<mp::Constant>(std::move(constant)); }
Folded make_float(double value) {
    mp::Constant constant;
    constant.kind = Kind::floating;
    constant.real = value;
    return make(std::move(constant));
}
Folded make_complex(double real, double imag) {
    mp::Constant constant;
    constant.kind = Kind::complex;
    constant.real = real;
    constant.imag = imag;
    return make(std::move(constant));
}

// bool is an int here.
bool is_int(const mp::Constant& constant) {
    return constant.kind == Kind::integer || constant.kind == Kind::true_ || constant.kind == Kind::false_;
}
std::int64_t int_of(const mp::Constant& constant) {
    return constant.kind == Kind::integer ? constant.integer : constant.kind == Kind::true_;
}
bool is_real(const mp::Constant& constant) { return is_int(constant) || constant.kind == Kind::floating; }
double real_of(const mp::Constant& constant) {
    return constant.kind == Kind::floating ? constant.real : static_cast<double>(int_of(constant));
}
bool fits_double(const mp::Constant& constant) {
    if (constant.kind == Kind::floating) return true;
    std::int64_t value = int_of(constant);
    return value >= -(std::int64_t(1) << 53) && value <= (std::int64_t(1) << 53);
}

std::optional<std::int64_t> int_power(std::int64_t base, std::int64_t exponent) {
    std::int64_t result = 1;
    while (exponent > 0) {
        if (exponent & 1) {
            auto product = checked_mul(result, base);
            if (!product) return std::nullopt;
            result = *product;
        }
        exponent >>= 1;
        if (exponent == 0) break;
        auto square = checked_mul(base, base);
        if (!square) return std::nullopt;
        base = *square;
    }
    return result;
}

Folded from(std::optional<std::int64_t> value) { return value ? make(make_int(*value)) : nullptr; }

Folded fold_ints(BinaryOperator op, std::int64_t a, std::int64_t b) {
    switch (op) {
    case BinaryOperator::Add: return from(checked_add(a, b));
    case BinaryOperator::Sub: return from(checked_sub(a, b));
    case BinaryOperator::Mult: return from(checked_mul(a, b));
    case BinaryOperator::Div: {
        constexpr std::int64_t exact = std::int64_t(1) << 53;
        if (b == 0 || a > exact || a < -exact || b > exact || b < -exact) return nullptr;
        return make_float(static_cast<double>(a) / static_cast<double>(b));
    }
    case BinaryOperator::FloorDiv:
    case BinaryOperator::Mod: {
        if (b == 0 || (b == -1 && a == std::numeric_limits<std::int64_t>::min())) return nullptr;
        std::int64_t quotient = a / b, remainder = a % b;
        if (remainder != 0 && (remainder < 0) != (b < 0)) {
            remainder += b;
            --quotient;
        }
        return make(make_int(op == BinaryOperator::Mod ? remainder : quotient));
    }
    case BinaryOperator::Pow:
        if (b < 0) return nullptr;
        return from(int_power(a, b));
    case BinaryOperator::LShift: {
        if (b < 0 || b > 62) return nullptr;
        return from(checked_mul(a, std::int64_t(1) << b));
    }
    case BinaryOperator::RShift:
        if (b < 0) return nullptr;
        return make(make_int(b > 63 ? (a < 0 ? -1 : 0) : a >> b));
    case BinaryOperator::BitAnd: return make(make_int(a & b));
    case BinaryOperator::BitOr: return make(make_int(a | b));
    case BinaryOperator::BitXor: return make(make_int(a ^ b));
    case BinaryOperator::MatMult: return nullptr;
    }
    return nullptr;
}

Folded fold_reals(BinaryOperator op, double a, double b) {
    switch (op) {
    case BinaryOperator::Add: return make_float(a + b);
    case BinaryOperator::Sub: return make_float(a - b);
    case BinaryOperator::Mult: return make_float(a * b);
    case BinaryOperator::Div: return b == 0 ? nullptr : make_float(a / b);
    case BinaryOperator::Pow: {
        // Zero to a negative power raises, a negative number to a fraction is complex, overflow raises.
        if (a <= 0) return nullptr;
        double result = std::pow(a, b);
        return std::isfinite(result) ? make_float(result) : nullptr;
    }
    default: return nullptr;
    }
}

Folded fold_repetition(const mp::Constant& sequence, std::int64_t count) {
    std::size_t size = sequence.kind == Kind::tuple ? sequence.items.size() : sequence.text.size();
    std::size_t limit = sequence.kind == Kind::tuple ? most_collection_size : most_string_size;
    if (count < 0) count = 0;
    if (size != 0 && static_cast<std::uint64_t>(count) > limit / size) return nullptr;
    mp::Constant result;
    result.kind = sequence.kind;
    for (std::int64_t i = 0; size != 0 && i < count; ++i) {
        result.text += sequence.text;
        result.items.insert(result.items.end(), sequence.items.begin(), sequence.items.end());
    }
    return make(std::move(result));
}

bool is_sequence(const mp::Constant& constant) {
    return constant.kind == Kind::str || constant.kind == Kind::bytes || constant.kind == Kind::tuple;
}

} // namespace

mp::Constant make_str(std::string_view text) {
    mp::Constant constant;
    constant.kind = Kind::str;
    constant.text = text;
    return constant;
}

mp::Constant make_int(std::int64_t value) {
    mp::Constant constant;
    constant.kind = Kind::integer;
    constant.integer = value;
    return constant;
}

mp::Constant make_none() { return {}; }

Folded constant_of(const ConstantValue& value) {
    mp::Constant constant;
    switch (value.kind) {
    case ConstantValue::Kind::None: constant.kind = Kind::none; break;
    case ConstantValue::Kind::True: constant.kind = Kind::true_; break;
    case ConstantValue::Kind::False: constant.kind = Kind::false_; break;
    case ConstantValue::Kind::Ellipsis: constant.kind = Kind::ellipsis; break;
    case ConstantValue::Kind::Int:
        constant.kind = Kind::integer;
        constant.integer = value.integer;
        break;
    case ConstantValue::Kind::BigInt:
        constant.kind = Kind::big_integer;
        constant.text = value.base == 2 ? "0b" : value.base == 8 ? "0o" : value.base == 16 ? "0x" : "";
        constant.text += value.text;
        break;
    case ConstantValue::Kind::Float:
        constant.kind = Kind::floating;
        constant.real = value.number;
        break;
    case ConstantValue::Kind::Complex:
        constant.kind = Kind::complex;
        constant.imag = value.number;
        break;
    case ConstantValue::Kind::Str:
        constant.kind = Kind::str;
        constant.text = value.text;
        break;
    case ConstantValue::Kind::Bytes:
        constant.kind = Kind::bytes;
        constant.text = value.text;
        break;
    }
    return make(std::move(constant));
}

Folded fold_unary(UnaryOperator op, const mp::Constant& operand) {
    switch (op) {
    case UnaryOperator::Not: {
        mp::Constant result;
        result.kind = constant_truth(operand) ? Kind::false_ : Kind::true_;
        return make(std::move(result));
    }
    case UnaryOperator::USub:
        if (is_int(operand)) return from(checked_sub(std::int64_t(0), int_of(operand)));
        if (operand.kind == Kind::floating) return make_float(-operand.real);
        if (operand.kind == Kind::complex) return make_complex(-operand.real, -operand.imag);
        if (operand.kind == Kind::big_integer && operand.text == "9223372036854775808")
            return make(make_int(std::numeric_limits<std::int64_t>::min()));
        return nullptr;
    case UnaryOperator::UAdd:
        if (is_int(operand)) return make(make_int(int_of(operand)));
        if (operand.kind == Kind::floating || operand.kind == Kind::complex) return make(operand);
        return nullptr;
    case UnaryOperator::Invert:
        // ~True warns at run time.
        if (operand.kind == Kind::integer) return make(make_int(~operand.integer));
        return nullptr;
    }
    return nullptr;
}

Folded fold_binary(BinaryOperator op, const mp::Constant& left, const mp::Constant& right) {
    if (is_int(left) && is_int(right)) {
        bool both_bool = left.kind != Kind::integer && right.kind != Kind::integer;
        bool bitwise = op == BinaryOperator::BitAnd || op == BinaryOperator::BitOr || op == BinaryOperator::BitXor;
        if (both_bool && bitwise) return nullptr; // a bool again
        return fold_ints(op, int_of(left), int_of(right));
    }
    if (is_real(left) && is_real(right)) {
        if (!fits_double(left) || !fits_double(right)) return nullptr;
        return fold_reals(op, real_of(left), real_of(right));
    }
    bool add = op == BinaryOperator::Add, sub = op == BinaryOperator::Sub;
    auto is_number = [](const mp::Constant& c) { return (is_real(c) && fits_double(c)) || c.kind == Kind::complex; };
    if ((add || sub) && is_number(left) && is_number(right)) {
        double a = left.kind == Kind::complex ? left.real : real_of(left),
               ai = left.kind == Kind::complex ? left.imag : 0;
        double b = right.kind == Kind::complex ? right.real : real_of(right),
               bi = right.kind == Kind::complex ? right.imag : 0;
        return add ? make_complex(a + b, ai + bi) : make_complex(a - b, ai - bi);
    }
    if (add && left.kind == right.kind && is_sequence(left)) {
        std::size_t size = left.text.size() + right.text.size() + left.items.size() + right.items.size();
        if (size > most_string_size) return nullptr;
        mp::Constant result = left;
        result.text += right.text;
        result.items.insert(result.items.end(), right.items.begin(), right.items.end());
        return make(std::move(result));
    }
    if (op == BinaryOperator::Mult) {
        if (is_sequence(left) && is_int(right)) return fold_repetition(left, int_of(right));
        if (is_int(left) && is_sequence(right)) return fold_repetition(right, int_of(left));
    }
    return nullptr;
}

Folded fold(const Expression& node, bool debug, int depth) {
    if (depth > deepest) return nullptr;
    switch (node.kind) {
    case NodeKind::Constant: return constant_of(as<ast::Constant>(node).value);
    case NodeKind::Name: {
        if (as<Name>(node).id != "__debug__") return nullptr;
        mp::Constant constant;
        constant.kind = debug ? Kind::true_ : Kind::false_;
        return make(std::move(constant));
    }
    case NodeKind::UnaryOp: {
        Folded operand = fold(*as<UnaryOp>(node).operand, debug, depth + 1);
        return operand ? fold_unary(as<UnaryOp>(node).op, *operand) : nullptr;
    }
    case NodeKind::BinOp: {
        // The chain is as deep as it is long.
        std::vector<const BinOp*> spine;
        const Expression* first = &node;
        while (const BinOp* operation = try_as<BinOp>(first)) {
            spine.push_back(operation);
            first = operation->left;
        }
        Folded value = fold(*first, debug, depth + 1);
        while (value && !spine.empty()) {
            Folded right = fold(*spine.back()->right, debug, depth + 1);
            if (!right) return nullptr;
            value = fold_binary(spine.back()->op, *value, *right);
            spine.pop_back();
        }
        return value;
    }
    case NodeKind::Tuple: {
        if (as<Tuple>(node).ctx != Context::Load) return nullptr;
        mp::Constant result;
        result.kind = Kind::tuple;
        for (const Expression* element : as<Tuple>(node).elts) {
            Folded item = fold(*element, debug, depth + 1);
            if (!item) return nullptr;
            result.items.push_back(std::move(*item));
        }
        return make(std::move(result));
    }
    default: return nullptr;
    }
}

bool constant_truth(const mp::Constant& constant) {
    switch (constant.kind) {
    case Kind::none:
    case Kind::false_: return false;
    case Kind::integer: return constant.integer != 0;
    case Kind::floating: return constant.real != 0;
    case Kind::complex: return constant.real != 0 || constant.imag != 0;
    case Kind::str:
    case Kind::bytes: return !constant.text.empty();
    case Kind::tuple:
    case Kind::frozenset: return !constant.items.empty();
    default: return true;
    }
}

const char* type_name(const mp::Constant& constant) {
    switch (constant.kind) {
    case Kind::none: return "NoneType";
    case Kind::true_:
    case Kind::false_: return "bool";
    case Kind::ellipsis: return "ellipsis";
    case Kind::integer:
    case Kind::big_integer: return "int";
    case Kind::floating: return "float";
    case Kind::complex: return "complex";
    case Kind::str: return "str";
    case Kind::bytes: return "bytes";
    case Kind::tuple: return "tuple";
    case Kind::frozenset: return "frozenset";
    case Kind::code: return "code";
    }
    return "object";
}

std::string constant_repr(const mp::Constant& constant) {
    switch (constant.kind) {
    case Kind::none: return "None";
    case Kind::true_: return "True";
    case Kind::false_: return "False";
    case Kind::ellipsis: return "Ellipsis";
    case Kind::integer: return std::to_string(constant.integer);
    case Kind::big_integer: return constant.text;
    case Kind::floating: return float_repr(constant.real);
    case Kind::complex: {
        auto part = [](double value) {
            std::string text = float_repr(value);
            if (text.ends_with(".0")) text.resize(text.size() - 2);
            return text;
        };
        std::string imaginary = part(constant.imag) + 'j';
        if (constant.real == 0 && !std::signbit(constant.real)) return imaginary;
        return '(' + part(constant.real) + (imaginary[0] == '-' ? "" : "+") + imaginary + ')';
    }
    case Kind::str:
    case Kind::bytes: {
        char quote =
            constant.text.find('\'') != std::string::npos && constant.text.find('"') == std::string::npos ? '"' : '\'';
        std::string text = constant.kind == Kind::bytes ? "b" : "";
        text += quote;
        for (char c : constant.text) {
            unsigned char byte = static_cast<unsigned char>(c);
            if (c == quote || c == '\\')
                (text += '\\') += c;
            else if (c == '\n')
                text += "\\n";
            else if (c == '\t')
                text += "\\t";
            else if (c == '\r')
                text += "\\r";
            else if (byte < 0x20 || byte == 0x7f || (byte >= 0x80 && constant.kind == Kind::bytes)) {
                constexpr char digits[] = "0123456789abcdef";
                text += "\\x";
                text += digits[byte >> 4];
                text += digits[byte & 15];
            } else
                text += c;
        }
        return text + quote;
    }
    default: return std::string("<") + type_name(constant) + ">";
    }
}

} // namespace mp
