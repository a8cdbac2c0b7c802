#pragma once
// Constant folding: what the compiler can compute itself, with CPython's bounds on sizes. Whatever could raise, or is not plainly the same at run
// time, is left to run time.
#include <memory>

#include "interp/bytecode/code_unit.h"
#include "interp/syntax/ast.h"

namespace mp {

// A constant's value, or null.
using Folded = std::unique_ptr<Constant>;

// The value of a literal.
Folded constant_of(const ast::ConstantValue& value);

// The value of an expression that is constant as a whole, else null (also when it is nested absurdly deep). `debug`: what __debug__ is.
Folded fold(const ast::Expression& node, bool debug, int depth = 0);

// left op right, op operand: null when not foldable.
Folded fold_binary(ast::BinaryOperator op, const Constant& left, const Constant& right);
Folded fold_unary(ast::UnaryOperator op, const Constant& operand);

bool constant_truth(const Constant& constant);

// The type of a constant as messages name it: "int", "str" ...
const char* type_name(const Constant& constant);

// A constant as repr() shows it, for messages (strings and numbers; others by their type).
std::string constant_repr(const Constant& constant);

Constant make_str(std::string_view text);
Constant make_int(std::int64_t value);
Constant make_none();

} // namespace mp
