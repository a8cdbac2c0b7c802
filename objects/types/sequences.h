#pragma once
// What list and tuple share: both are runs of values. Only objects/types includes this.
#include "objects/core/runtime.h"

namespace mp {

struct StrObject;

// How a run of values is reached anew after Python code ran: a list may have shrunk meanwhile.
struct Run {
    const Value* items;
    std::int64_t size;
};
using RunOf = Run (*)(const Object*) noexcept;

// "[a, b]": repr of the items between `open` and `close`. Runs their __repr__.
Result<Owned> run_repr(Runtime& rt, Object* object, RunOf run_of, const char* open, const char* close, const char* seen,
                       bool comma_after_one);
// Lexicographical comparison, items by identity or ==. Runs __eq__ and, for the first differing pair, `op`.
Result<Owned> run_compare(Runtime& rt, Object* left, Object* right, RunOf run_of, CompareOp op);
// The first position in start..stop whose item is or equals `item`, or -1. Runs __eq__.
Result<std::int64_t> run_find(Runtime& rt, Object* object, RunOf run_of, Value item, std::int64_t start,
                              std::int64_t stop);
Result<std::int64_t> run_count(Runtime& rt, Object* object, RunOf run_of, Value item);
// The bounds of index(value, start=0, stop=max): args[from] and args[from + 1], negative ones counted from the end of the size as it is after conversion.
struct Bounds {
    std::int64_t start, stop;
};
Result<Bounds> run_bounds(Runtime& rt, Object* object, RunOf run_of, Args args, std::uint32_t from);
// Copies values and counts their references.
void copy_shared(Value* to, const Value* from, std::int64_t count) noexcept;
// count * times, or -1 and a pending MemoryError when such a sequence cannot be.
std::int64_t repeated_size(Runtime& rt, std::int64_t count, std::int64_t times) noexcept;
// Fills to[0..count * times) from the `count` shared items at `from`.
Result<void> copy_repeated(Runtime& rt, Value* to, const Value* from, std::int64_t count, std::int64_t times);

} // namespace mp
