#pragma once
// Small natives and checks that many types share.
#include "objects/core/runtime.h"
#include "objects/types/tuple.h"

namespace mp {

inline std::uint32_t keyword_count(const Args& args) noexcept {
    return args.names ? static_cast<std::uint32_t>(args.names->size) : 0;
}
inline std::uint32_t positional_count(const Args& args) noexcept { return args.count - keyword_count(args); }

// The usual constructor of a built-in: keywords are refused unless `type` overrides __init__ (then they are for that), and min..max positional
// arguments wanted.
Result<void> check_constructor(Runtime& rt, const char* function, TypeId id, Type* type, const Args& args,
                               std::uint32_t min, std::uint32_t max);
// index_clamped() for the bounds of index(): "slice indices must be integers or have an __index__ method". Runs __index__.
Result<std::int64_t> slice_bound(Runtime& rt, Value value);
// Whether the value has __index__. Runs nothing.
bool has_index(Runtime& rt, Value value) noexcept;

// cls.__class_getitem__(item): list[int] and the like.
Result<Owned> class_getitem(Runtime& rt, Args args);
// iter(iterator) is the iterator.
Result<Owned> return_self(Runtime& rt, Value self);

} // namespace mp
