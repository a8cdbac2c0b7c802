#pragma once
// Cells: variables that closures share.
#include "objects/core/runtime.h"

namespace mp {

struct CellObject : Object {
    Value content; // owned; unbound: empty
};

Ref<CellObject> make_cell(Runtime& rt, Owned content);

} // namespace mp
