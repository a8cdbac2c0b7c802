#pragma once
// The native half of functools; the other half is builtins/frozen/functools.py.
#include "builtins/native_object.h"

namespace mp::functools {

extern const TypeSpec partial_spec;           // partial.cpp
extern const TypeSpec lru_cache_wrapper_spec; // lru_cache.cpp
extern const TypeSpec key_wrapper_spec;       // comparing.cpp

// cmp_to_key(mycmp)
Result<Owned> cmp_to_key(Runtime& rt, Args args);

} // namespace mp::functools
