#include "objects/types/text_arguments.h"

#include <climits>

#include "objects/core/raise.h"
#include "objects/types/numbers.h"

namespace mp {

Result<std::int64_t> slice_bound(Runtime& rt, Value value, std::int64_t fallback) {
    if (value.is_unbound() || value.is_none()) return fallback;
    if (value.is_int()) return value.as_int();
    if (!is_any_int(value) && !rt.type_of(value).slots.index)
        return raise(rt, TypeId::TypeError, "slice indices must be integers or None or have an __index__ method");
    return index_clamped(rt, value);
}

Result<std::int64_t> size_argument(Runtime& rt, Args args, std::size_t i, std::int64_t fallback) {
    if (!args.has(i)) return fallback;
    if (args[i].is_int()) return args[i].as_int();
    Owned value = TRY(index(rt, args[i]));
    std::int64_t result;
    if (!int_to_int64(value, result))
        return raise(rt, TypeId::OverflowError, "Python int too large to convert to C ssize_t");
    return result;
}

Result<int> int_argument(Runtime& rt, Args args, std::size_t i, int fallback) {
    if (!args.has(i)) return fallback;
    Owned value = TRY(index(rt, args[i]));
    std::int64_t result;
    if (!int_to_int64(value, result) || result < INT_MIN || result > INT_MAX)
        return raise(rt, TypeId::OverflowError, "Python int too large to convert to C int");
    return static_cast<int>(result);
}

Result<bool> bool_argument(Runtime& rt, Args args, std::size_t i, bool fallback) {
    if (!args.has(i)) return fallback;
    if (args[i].is_bool()) return args[i].is_true();
    return truth(rt, args[i]);
}

Result<StrObject*> str_argument(Runtime& rt, Value value, const char* what) {
    if (is_str_or_subclass(rt, value)) return static_cast<StrObject*>(value.object());
    return raise(rt, TypeId::TypeError, "%s must be str, not %s", what,
                 value.is_none() ? "None" : type_name(rt, value));
}

Result<SearchBounds> bounds_arguments(Runtime& rt, Args args, std::size_t first) {
    SearchBounds bounds;
    if (args.has(first)) bounds.start = TRY(slice_bound(rt, args[first], 0));
    if (args.has(first + 1)) bounds.end = TRY(slice_bound(rt, args[first + 1], INT64_MAX));
    return bounds;
}

} // namespace mp
