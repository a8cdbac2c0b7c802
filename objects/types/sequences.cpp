#include "objects/types/sequences.h"

#include <algorithm>

#include "interp/support/checked.h"
#include "objects/core/raise.h"
#include "objects/core/repr_guard.h"
#include "objects/protocol/protocol.h"
#include "objects/types/keys.h"
#include "objects/types/natives.h"

namespace mp {

Result<Owned> run_repr(Runtime& rt, Object* object, RunOf run_of, const char* open, const char* close, const char* seen,
                       bool comma_after_one) {
    ReprScope guard(rt, object);
    if (guard.raised()) return raised;
    if (guard.seen()) return Owned(make_str(rt, seen));
    StrBuilder text(rt);
    text.append(open);
    PayMeter meter(rt);
    for (std::int64_t i = 0; i < run_of(object).size; ++i) {
        TRY(meter.tick());
        if (i) text.append(", ");
        Owned item = Owned::share(run_of(object).items[i]);
        auto item_text = TRY(repr(rt, item));
        text.append(*item_text);
    }
    if (comma_after_one && run_of(object).size == 1) text.append(U',');
    text.append(close);
    return Owned(text.finish());
}

Result<Owned> run_compare(Runtime& rt, Object* left, Object* right, RunOf run_of, CompareOp op) {
    const bool equality = op == CompareOp::eq || op == CompareOp::ne;
    if (equality && run_of(left).size != run_of(right).size) return Owned::adopt(Value::boolean(op == CompareOp::ne));
    NativeScope scope(rt);
    if (!scope) return raised;
    PayMeter meter(rt);
    std::int64_t i = 0;
    for (;; ++i) {
        const Run a = run_of(left), b = run_of(right);
        if (i >= a.size || i >= b.size) break;
        TRY(meter.tick());
        const Quick quick = quick_equal(a.items[i], b.items[i]);
        if (quick == Quick::yes) continue;
        Owned x = Owned::share(a.items[i]), y = Owned::share(b.items[i]);
        if (quick == Quick::unknown && TRY(same_or_equal(rt, x, y))) continue;
        if (equality) return Owned::adopt(Value::boolean(op == CompareOp::ne));
        return compare(rt, x, y, op);
    }
    const std::int64_t a = run_of(left).size, b = run_of(right).size;
    bool result = false;
    switch (op) {
    case CompareOp::lt: result = a < b; break;
    case CompareOp::le: result = a <= b; break;
    case CompareOp::eq: result = a == b; break;
    case CompareOp::ne: result = a != b; break;
    case CompareOp::gt: result = a > b; break;
    case CompareOp::ge: result = a >= b; break;
    }
    return Owned::adopt(Value::boolean(result));
}

Result<std::int64_t> run_find(Runtime& rt, Object* object, RunOf run_of, Value item, std::int64_t start,
                              std::int64_t stop) {
    PayMeter meter(rt);
    for (std::int64_t i = start; i < stop; ++i) {
        const Run run = run_of(object);
        if (i >= run.size) break;
        TRY(meter.tick());
        const Quick quick = quick_equal(run.items[i], item);
        if (quick == Quick::yes) return i;
        if (quick == Quick::no) continue;
        Owned kept = Owned::share(run.items[i]);
        if (TRY(same_or_equal(rt, kept, item))) return i;
    }
    return std::int64_t{-1};
}

Result<std::int64_t> run_count(Runtime& rt, Object* object, RunOf run_of, Value item) {
    std::int64_t count = 0;
    for (std::int64_t i = 0;; ++i) {
        i = TRY(run_find(rt, object, run_of, item, i, INT64_MAX));
        if (i < 0) return count;
        ++count;
    }
}

Result<Bounds> run_bounds(Runtime& rt, Object* object, RunOf run_of, Args args, std::uint32_t from) {
    Bounds bounds{0, INT64_MAX};
    if (args.has(from)) bounds.start = TRY(slice_bound(rt, args[from]));
    if (args.has(from + 1)) bounds.stop = TRY(slice_bound(rt, args[from + 1]));
    const std::int64_t size = run_of(object).size;
    if (bounds.start < 0) bounds.start = std::max<std::int64_t>(bounds.start + size, 0);
    if (bounds.stop < 0) bounds.stop = std::max<std::int64_t>(bounds.stop + size, 0);
    return bounds;
}

void copy_shared(Value* to, const Value* from, std::int64_t count) noexcept {
    for (std::int64_t i = 0; i < count; ++i) {
        retain(from[i]);
        to[i] = from[i];
    }
}

std::int64_t repeated_size(Runtime& rt, std::int64_t count, std::int64_t times) noexcept {
    const auto size = checked_mul(count, times);
    const auto bytes = size ? checked_mul(*size, std::int64_t{sizeof(Value)}) : std::nullopt;
    // Counts of references have 32 bits: no item may be repeated more often than that.
    if (times <= INT32_MAX && bytes && rt.heap().would_fit(static_cast<std::size_t>(*bytes))) return *size;
    (void)raise_memory_error(rt);
    return -1;
}

Result<void> copy_repeated(Runtime& rt, Value* to, const Value* from, std::int64_t count, std::int64_t times) {
    for (std::int64_t i = 0; i < count; ++i)
        if (from[i].is_object()) from[i].object()->refcount += static_cast<std::uint32_t>(times);
    if (count == 1) {
        std::fill_n(to, times, from[0]);
    } else {
        for (std::int64_t i = 0; i < times; ++i) std::copy_n(from, count, to + i * count);
    }
    return rt.pay(static_cast<std::uint64_t>(count * times) / 16);
}

} // namespace mp
