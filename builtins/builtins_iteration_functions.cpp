// Built-in functions that walk iterables: iter, next, any, all, sum, min, max, sorted, aiter, anext.
#include <cmath>
#include <cstring>
#include <functional>
#include <type_traits>

#include "builtins/builtins_module.h"
#include "interp/vm/vm.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytes.h"
#include "objects/types/int_limbs.h"
#include "objects/types/iterators.h"
#include "objects/types/list.h"
#include "objects/types/memoryview.h"
#include "objects/types/natives.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

Result<Owned> iter(Runtime& rt, Args args) {
    if (!args.has(1)) return iterate(rt, args[0]);
    if (!is_callable(rt, args[0])) return raise(rt, TypeId::TypeError, "iter(v, w): v must be callable");
    return Owned(make_callable_iterator(rt, args[0], args[1]));
}

Result<Owned> next_of(Runtime& rt, Args args) {
    const Type& type = rt.type_of(args[0]);
    if (!type.slots.iternext)
        return raise(rt, TypeId::TypeError, "'%.200s' object is not an iterator", type_name(rt, args[0]));
    if (args.has(1)) {
        Owned item = TRY(next(rt, args[0]));
        return item.is_exhausted() ? Owned::share(args[1]) : item;
    }
    // The StopIteration that comes out carries what a generator returned, or what __next__ put into it.
    if (is_generator(args[0]))
        return generator_send(vm_of(rt), *static_cast<GeneratorObject*>(args[0].object()), Value::none());
    if (type.has(type_heap)) {
        bool absent = false;
        Owned item = TRY(call_special(rt, args[0], *rt.names().dunder_next, nullptr, 0, absent));
        if (!absent) return item;
    }
    Owned item = TRY(next(rt, args[0]));
    if (item.is_exhausted()) return raise_stop_iteration(rt, Value::none());
    return item;
}

// Whether some item's truth is `wanted`.
Result<bool> some_item_is(Runtime& rt, Value iterable, bool wanted) {
    Owned iterator = TRY(iterate(rt, iterable));
    for (;;) {
        Owned item = TRY(next(rt, iterator));
        if (item.is_exhausted()) return false;
        TRY(rt.pay(1));
        if (TRY(truth(rt, item)) == wanted) return true;
    }
}
Result<Owned> any(Runtime& rt, Args args) { return Owned::adopt(Value::boolean(TRY(some_item_is(rt, args[0], true)))); }
Result<Owned> all(Runtime& rt, Args args) {
    return Owned::adopt(Value::boolean(!TRY(some_item_is(rt, args[0], false))));
}

// ---- sum

bool is_exact_float(Value value) noexcept {
    return value.is_float() || (value.is_object() && value.object()->layout == Layout::float_);
}

// Floats are summed with Neumaier's compensation, as CPython does since 3.12.
struct CompensatedSum {
    double high = 0;
    double compensation = 0;

    void add(double x) noexcept {
        const double next = high + x;
        compensation += std::fabs(high) >= std::fabs(x) ? (high - next) + x : (x - next) + high;
        high = next;
    }
    double result() const noexcept {
        return compensation != 0 && std::isfinite(compensation) ? high + compensation : high;
    }
};

// Adds items that are small ints, then floats, without making objects; stops at the first other item, which `item` then holds, or at the end.
Result<Owned> sum_numbers(Runtime& rt, Value iterator, Owned total, Owned& item) {
    if (total.get().is_int()) {
        std::int64_t sum = total.get().as_int();
        for (;;) {
            item = TRY(next(rt, iterator));
            if (item.is_exhausted()) return make_int(rt, sum);
            TRY(rt.pay(1));
            std::int64_t next_sum = 0;
            if (!item.get().is_int() || __builtin_add_overflow(sum, item.get().as_int(), &next_sum)) break;
            sum = next_sum;
        }
        total = make_int(rt, sum);
        total = TRY(binary(rt, BinaryOp::add, total, item));
    }
    if (is_exact_float(total)) {
        CompensatedSum sum{float_value(total)};
        for (;;) {
            item = TRY(next(rt, iterator));
            if (item.is_exhausted()) return make_float(rt, sum.result());
            TRY(rt.pay(1));
            std::int64_t whole = 0;
            if (is_exact_float(item)) {
                sum.add(float_value(item));
            } else if (is_any_int(item) && int_to_int64(item, whole)) {
                sum.high += static_cast<double>(whole);
            } else {
                break;
            }
        }
        total = TRY(binary(rt, BinaryOp::add, make_float(rt, sum.result()), item));
    }
    item = Owned();
    return total;
}

// Adds the small ints that an exact list, tuple, bytes or bytearray begins with, without an iterator, as far as they fit. Gives how many there were: all of
// the items, or the iterator goes on from there.
std::int64_t sum_first(Value iterable, std::int64_t& sum) noexcept {
    if (!iterable.is_object()) return 0;
    const auto add = [&](const Value* items, std::int64_t count) {
        std::int64_t i = 0;
        for (std::int64_t next = 0; i < count; ++i) {
            if (!items[i].is_int() || __builtin_add_overflow(sum, items[i].as_int(), &next)) break;
            sum = next;
        }
        return i;
    };
    const auto add_bytes = [&](const std::uint8_t* bytes, std::int64_t count) {
        std::uint64_t bytes_sum = 0; // 2^56 bytes would be needed to overflow
        for (std::int64_t i = 0; i < count; ++i) bytes_sum += bytes[i];
        return __builtin_add_overflow(sum, bytes_sum, &sum) ? 0 : count;
    };
    Object* const object = iterable.object();
    switch (object->layout) {
    case Layout::list: return add(static_cast<ListObject*>(object)->items, static_cast<ListObject*>(object)->size);
    case Layout::tuple: return add(static_cast<TupleObject*>(object)->items(), static_cast<TupleObject*>(object)->size);
    case Layout::bytes:
        return add_bytes(static_cast<BytesObject*>(object)->data(), static_cast<BytesObject*>(object)->size);
    case Layout::bytearray:
        return add_bytes(static_cast<ByteArrayObject*>(object)->start, static_cast<ByteArrayObject*>(object)->size);
    default: return 0;
    }
}

// Calls f with a null pointer to the type of the items, for formats of plain numbers in the machine's own order; false: another format.
template <class F>
bool with_number_type(const MemoryViewObject& view, F&& f) {
    if (!view.fast_code) return false;
    const auto use = [&f]<class T>(T*) {
        f(static_cast<T*>(nullptr));
        return true;
    };
    switch (view.item.kind) {
    case ItemKind::int8: return use(static_cast<std::int8_t*>(nullptr));
    case ItemKind::uint8: return use(static_cast<std::uint8_t*>(nullptr));
    case ItemKind::int16: return use(static_cast<std::int16_t*>(nullptr));
    case ItemKind::uint16: return use(static_cast<std::uint16_t*>(nullptr));
    case ItemKind::int32: return use(static_cast<std::int32_t*>(nullptr));
    case ItemKind::uint32: return use(static_cast<std::uint32_t*>(nullptr));
    case ItemKind::int64: return use(static_cast<std::int64_t*>(nullptr));
    case ItemKind::uint64: return use(static_cast<std::uint64_t*>(nullptr));
    case ItemKind::float32: return use(static_cast<float*>(nullptr));
    case ItemKind::float64: return use(static_cast<double*>(nullptr));
    default: return false;
    }
}
template <class T>
T item_at(const std::uint8_t* at) noexcept {
    T item;
    std::memcpy(&item, at, sizeof item);
    return item;
}

// The sum of the items in memory, unbound when they must be made one by one.
Owned sum_of_view(Runtime& rt, const MemoryViewObject& view) {
    Owned total;
    if (view.length == 0) return total;
    with_number_type(view, [&]<class T>(T*) {
        const std::uint8_t* at = view.data;
        if constexpr (std::is_floating_point_v<T>) {
            CompensatedSum sum;
            for (std::int64_t i = 0; i < view.length; ++i, at += view.stride) sum.add(item_at<T>(at));
            total = make_float(rt, sum.result());
        } else if constexpr (sizeof(T) < 8) { // of less than 2^31 items
            std::int64_t sum = 0;
            if (view.length >> 31) return;
            if (view.stride == sizeof(T))
                for (std::int64_t i = 0; i < view.length; ++i) sum += item_at<T>(view.data + i * sizeof(T));
            else
                for (std::int64_t i = 0; i < view.length; ++i, at += view.stride) sum += item_at<T>(at);
            total = make_int(rt, sum);
        } else {
            __int128 sum = 0;
            for (std::int64_t i = 0; i < view.length; ++i, at += view.stride) sum += item_at<T>(at);
            const auto magnitude = static_cast<unsigned __int128>(sum);
            total = make_int_from_wide(rt, sum < 0 ? 0 - magnitude : magnitude, sum < 0);
        }
    });
    return total;
}

Result<Owned> sum(Runtime& rt, Args args) {
    if (!args.has(1) && is_memoryview(args[0])) {
        const auto& view = *static_cast<MemoryViewObject*>(args[0].object());
        if (view.fast_code) TRY(rt.pay(static_cast<std::uint64_t>(view.length)));
        Owned total = sum_of_view(rt, view);
        if (!total.is_unbound()) return total;
    } else if (!args.has(1)) {
        std::int64_t quick = 0;
        const std::int64_t count = sum_first(args[0], quick);
        TRY(rt.pay(static_cast<std::uint64_t>(count)));
        if (count > 0 && count == TRY(length(rt, args[0]))) return make_int(rt, quick);
    }
    Owned iterator = TRY(iterate(rt, args[0]));
    Owned total = args.has(1) ? Owned::share(args[1]) : Owned::adopt(Value::from_int(0));
    if (is_str_or_subclass(rt, total))
        return raise(rt, TypeId::TypeError, "sum() can't sum strings [use ''.join(seq) instead]");
    if (is_subtype(&rt.type_of(total), &rt.type(TypeId::bytes)))
        return raise(rt, TypeId::TypeError, "sum() can't sum bytes [use b''.join(seq) instead]");
    if (is_subtype(&rt.type_of(total), &rt.type(TypeId::bytearray)))
        return raise(rt, TypeId::TypeError, "sum() can't sum bytearray [use b''.join(seq) instead]");
    Owned item;
    total = TRY(sum_numbers(rt, iterator, std::move(total), item));
    if (item.is_exhausted()) return total;
    for (;;) {
        item = TRY(next(rt, iterator));
        if (item.is_exhausted()) return total;
        TRY(rt.pay(1));
        // Not in place: the start value belongs to the caller.
        total = TRY(binary(rt, BinaryOp::add, total, item));
    }
}

// ---- min and max

// The first of the least or greatest items in memory, unbound when there is none or they must be compared one by one.
Owned extreme_of_view(Runtime& rt, const MemoryViewObject& view, CompareOp op) {
    const std::uint8_t* best = nullptr;
    if (view.length == 0) return Owned();
    const auto find = [&]<class T>(T*) {
        const auto walk = [&](auto before) {
            best = view.data;
            T found = item_at<T>(best);
            const std::uint8_t* at = view.data;
            for (std::int64_t i = 0; i < view.length; ++i, at += view.stride)
                if (const T item = item_at<T>(at); before(item, found)) {
                    found = item;
                    best = at;
                }
        };
        if (op == CompareOp::lt)
            walk(std::less<T>());
        else
            walk(std::greater<T>());
    };
    return with_number_type(view, find) ? load_item(rt, view.item, best) : Owned();
}

// item < best, or item > best.
Result<bool> goes_before(Runtime& rt, Value item, Value best, CompareOp op) {
    if (item.is_int() && best.is_int())
        return op == CompareOp::lt ? item.as_int() < best.as_int() : item.as_int() > best.as_int();
    return compare_bool(rt, item, best, op);
}

Result<Owned> extreme(Runtime& rt, Args args, CompareOp op) {
    const char* name = op == CompareOp::lt ? "min" : "max";
    const std::uint32_t positional = positional_count(args);
    if (positional == 0) return raise_arity(rt, name, 1, SIZE_MAX, 0);
    Value key = Value::none();
    Value fallback;
    for (std::uint32_t i = 0; i < keyword_count(args); ++i) {
        const auto& keyword = *static_cast<StrObject*>((*args.names)[i].object());
        if (str_equals(keyword, "key"))
            key = args[positional + i];
        else if (str_equals(keyword, "default"))
            fallback = args[positional + i];
        else
            return raise(rt, TypeId::TypeError, "%s() got an unexpected keyword argument '%s'", name,
                         to_utf8(keyword).c_str());
    }
    if (positional > 1 && !fallback.is_unbound())
        return raise(rt, TypeId::TypeError, "Cannot specify a default for %s() with multiple positional arguments",
                     name);

    Owned best, best_key;
    const auto consider = [&](Value item) -> Result<void> {
        if (key.is_none()) {
            if (best.is_unbound() || TRY(goes_before(rt, item, best, op))) best = Owned::share(item);
            return ok;
        }
        Owned item_key = TRY(call(rt, key, item));
        if (best.is_unbound() || TRY(goes_before(rt, item_key, best_key, op))) {
            best = Owned::share(item);
            best_key = std::move(item_key);
        }
        return ok;
    };
    if (positional > 1) {
        for (std::uint32_t i = 0; i < positional; ++i) TRY(consider(args[i]));
        return best;
    }
    if (key.is_none() && is_memoryview(args[0])) {
        const auto& view = *static_cast<MemoryViewObject*>(args[0].object());
        if (view.fast_code) TRY(rt.pay(static_cast<std::uint64_t>(view.length)));
        best = extreme_of_view(rt, view, op);
        if (!best.is_unbound()) return best;
    }
    TRY(for_each(rt, args[0], consider));
    if (!best.is_unbound()) return best;
    if (!fallback.is_unbound()) return Owned::share(fallback);
    return raise(rt, TypeId::ValueError, "%s() iterable argument is empty", name);
}
Result<Owned> min(Runtime& rt, Args args) { return extreme(rt, args, CompareOp::lt); }
Result<Owned> max(Runtime& rt, Args args) { return extreme(rt, args, CompareOp::gt); }

Result<Owned> sorted(Runtime& rt, Args args) {
    const std::uint32_t positional = positional_count(args);
    if (positional != 1) return raise_arity(rt, "sorted", 1, 1, positional);
    Ref<ListObject> list = TRY(list_from(rt, args[0]));
    Value key = Value::none();
    bool reverse = false;
    for (std::uint32_t i = 0; i < keyword_count(args); ++i) {
        const auto& keyword = *static_cast<StrObject*>((*args.names)[i].object());
        if (str_equals(keyword, "key"))
            key = args[1 + i];
        else if (str_equals(keyword, "reverse"))
            reverse = TRY(truth(rt, args[1 + i]));
        else
            return raise(rt, TypeId::TypeError, "sort() got an unexpected keyword argument '%s'",
                         to_utf8(keyword).c_str());
    }
    TRY(list_sort(rt, *list, key, reverse));
    return Owned(std::move(list));
}

// ---- asynchronous iteration

Result<Owned> aiter(Runtime& rt, Args args) {
    const auto slot = rt.type_of(args[0]).slots.aiter;
    if (!slot) return raise(rt, TypeId::TypeError, "'%.200s' object is not an async iterable", type_name(rt, args[0]));
    Owned iterator = TRY(slot(rt, args[0]));
    if (!rt.type_of(iterator).slots.anext)
        return raise(rt, TypeId::TypeError, "aiter() returned not an async iterator of type '%.100s'",
                     type_name(rt, iterator));
    return iterator;
}

Result<Owned> anext(Runtime& rt, Args args) {
    const auto slot = rt.type_of(args[0]).slots.anext;
    if (!slot) return raise(rt, TypeId::TypeError, "'%.200s' object is not an async iterator", type_name(rt, args[0]));
    Owned awaitable = TRY(slot(rt, args[0]));
    if (!args.has(1)) return awaitable;
    // The coroutine that puts the default in place of StopAsyncIteration is written in Python.
    Owned support = TRY(vm_of(rt).import_full("_async_support"));
    Owned with_default = TRY(get_attribute(rt, support, *rt.intern("anext_default")));
    return call(rt, with_default, awaitable, args[1]);
}

} // namespace

const NativeDef builtin_iteration_functions[] = {
    {"iter", native<iter>, 1, 2, nullptr,
     "Get an iterator from an object.\n\nIn the first form, the argument must supply its own iterator, or be a "
     "sequence.\nIn the second form, the callable is called until it returns the "
     "sentinel."},
    {"next", native<next_of>, 1, 2, nullptr,
     "Return the next item from the iterator.\n\nIf default is given and the iterator is exhausted,\nit is returned "
     "instead of raising StopIteration."},
    {"any", native<any>, 1, 1, "iterable, /",
     "Return True if bool(x) is True for any x in the iterable.\n\nIf the iterable is empty, return False."},
    {"all", native<all>, 1, 1, "iterable, /",
     "Return True if bool(x) is True for all values x in the iterable.\n\nIf the iterable is empty, return True."},
    {"sum", native<sum>, 1, 2, "iterable, /, start=0",
     "Return the sum of a 'start' value (default: 0) plus an iterable of numbers\n\nWhen the iterable is empty, return "
     "the start value.\nThis function is intended specifically for use with "
     "numeric values and may\nreject non-numeric types."},
    {"min", native<min>, 0, -1, nullptr,
     "min(iterable, *[, default=obj, key=func]) -> value\nmin(arg1, arg2, *args, *[, key=func]) -> value\n\nWith a "
     "single iterable argument, return its smallest item. The\ndefault keyword-only "
     "argument specifies an object to return if\nthe provided iterable is empty.\nWith two or more positional "
     "arguments, return the smallest argument.",
     takes_keywords},
    {"max", native<max>, 0, -1, nullptr,
     "max(iterable, *[, default=obj, key=func]) -> value\nmax(arg1, arg2, *args, *[, key=func]) -> value\n\nWith a "
     "single iterable argument, return its biggest item. The\ndefault keyword-only "
     "argument specifies an object to return if\nthe provided iterable is empty.\nWith two or more positional "
     "arguments, return the largest argument.",
     takes_keywords},
    {"sorted", native<sorted>, 0, -1, "iterable, /, *, key=None, reverse=False",
     "Return a new list containing all items from the iterable in ascending order.\n\nA custom key function can be "
     "supplied to customize the sort order, and the\nreverse flag can be set to "
     "request the result in descending order.",
     takes_keywords},
    {"aiter", native<aiter>, 1, 1, "async_iterable, /", "Return an AsyncIterator for an AsyncIterable object."},
    {"anext", native<anext>, 1, 2, nullptr,
     "Return the next item from the async iterator.\n\nIf default is given and the async iterator is exhausted,\nit is "
     "returned instead of raising StopAsyncIteration."},
    {},
};

} // namespace mp
