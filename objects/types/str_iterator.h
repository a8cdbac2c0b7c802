#pragma once
// iter(str).
#include "objects/core/runtime.h"

namespace mp {

struct StrIteratorObject : Object { // Layout::str_iterator
    std::int64_t index;
    StrObject* text; // owned; null once exhausted
};

Ref<StrIteratorObject> make_str_iterator(Runtime& rt, StrObject& text);

} // namespace mp
