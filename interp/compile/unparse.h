#pragma once
// Expressions as text: what annotations become under `from __future__ import annotations`, in the form that CPython gives them.
#include <string>
#include <string_view>

#include "interp/syntax/ast.h"

namespace mp {

// Nesting deeper than the native stack bears is cut short with "...".
std::string unparse(const ast::Expression& node);

// repr() of a float: the shortest text that reads back as the same number.
std::string float_repr(double value);

// A docstring without the indentation that its lines share (inspect.cleandoc, as CPython's compiler applies it).
std::string clean_docstring(std::string_view text);

} // namespace mp
