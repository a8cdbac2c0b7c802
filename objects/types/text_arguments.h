#pragma once
// Converting the arguments of str's, bytes' and bytearray's methods, with CPython's texts. All may run __index__ or __bool__ of the argument: convert
// everything before memory is looked at.
#include "objects/protocol/protocol.h"
#include "objects/types/str.h"

namespace mp {

// A start or end as slices take it: `fallback` when absent or None, clamped to 64 bits;
// TypeError "slice indices must be integers or None or have an __index__ method".
Result<std::int64_t> slice_bound(Runtime& rt, Value value, std::int64_t fallback);
// Argument i as Py_ssize_t: `fallback` when absent; OverflowError "Python int too large to convert to C ssize_t".
Result<std::int64_t> size_argument(Runtime& rt, Args args, std::size_t i, std::int64_t fallback);
// Argument i as C int: OverflowError "Python int too large to convert to C int".
Result<int> int_argument(Runtime& rt, Args args, std::size_t i, int fallback);
// Argument i by its truth.
Result<bool> bool_argument(Runtime& rt, Args args, std::size_t i, bool fallback);
// A str: "<what> must be str, not int" ("None" for None, as CPython's argument clinic says it).
Result<StrObject*> str_argument(Runtime& rt, Value value, const char* what);

// [start, end) of find() and friends for a sequence of `length`: negative bounds count from the end. Runs nothing. start may remain beyond end or length.
struct SearchBounds {
    std::int64_t start = 0;
    std::int64_t end = INT64_MAX;
    void adjust(std::int64_t length) noexcept {
        if (end > length)
            end = length;
        else if (end < 0 && (end += length) < 0)
            end = 0;
        if (start < 0 && (start += length) < 0) start = 0;
    }
};
// Arguments `first` and `first + 1`.
Result<SearchBounds> bounds_arguments(Runtime& rt, Args args, std::size_t first);

} // namespace mp
