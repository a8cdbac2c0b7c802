#pragma once
// How slot wrappers (int.__add__) call the slots they stand for. All may run Python.
#include "objects/core/slot_names.h"

namespace mp::slot_wraps {

#define WRAP(name) Result<Owned> name(Runtime& rt, const SlotName& slot, AnyFunction function, Value self, Args args);
WRAP(unary)
WRAP(binary_left)
WRAP(binary_right)
WRAP(power)
WRAP(reflected_power)
WRAP(truth)
WRAP(hash)
WRAP(length)
WRAP(call)
WRAP(get_attribute)
WRAP(set_attribute)
WRAP(delete_attribute)
WRAP(compare_lt)
WRAP(compare_le)
WRAP(compare_eq)
WRAP(compare_ne)
WRAP(compare_gt)
WRAP(compare_ge)
WRAP(next)
WRAP(descriptor_get)
WRAP(descriptor_set)
WRAP(descriptor_delete)
WRAP(init)
WRAP(set_item)
WRAP(delete_item)
WRAP(contains)
WRAP(repeat)
WRAP(get_buffer)     // objects/buffer/python_export.cpp
WRAP(release_buffer) // the same
#undef WRAP

} // namespace mp::slot_wraps
