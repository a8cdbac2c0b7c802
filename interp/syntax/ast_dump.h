#pragma once
// The tree as text, in the notation of Python's ast.dump: for snapshots, and for comparison with CPython.
#include <string>

#include "interp/syntax/ast.h"

namespace mp {

struct DumpOptions {
    bool positions = false; // lineno, col_offset, end_lineno, end_col_offset (include_attributes=True); needs `source`
    const SourceText* source = nullptr;
};

// One line, without blanks but those behind commas. What nests deeper than some thousand levels (long chains of
// operators) is cut to "...".
std::string dump(const ast::Node& node, const DumpOptions& options = {});

} // namespace mp
