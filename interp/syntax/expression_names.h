#pragma once
// What syntax errors call an expression.
#include <string_view>

#include "interp/syntax/ast.h"

namespace mp {

// As in "cannot assign to {}": "function call", "literal", "None", ...
std::string_view expression_name(const ast::Expression& node);

} // namespace mp
