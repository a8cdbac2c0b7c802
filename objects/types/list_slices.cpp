// list[i], list[a:b:c], and assignment and deletion of them.
#include <algorithm>
#include <boost/container/small_vector.hpp>
#include <cstring>

#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/list_internal.h"
#include "objects/types/natives.h"
#include "objects/types/slice.h"

namespace mp::list_internal {

static Raised bad_index_type(Runtime& rt, Value key) {
    return raise(rt, TypeId::TypeError, "list indices must be integers or slices, not %.200s", type_name(rt, key));
}

Result<Owned> subscript(Runtime& rt, Value self, Value key) {
    ListObject& list = self_of(self);
    std::int64_t i;
    if (key.is_int()) {
        i = key.as_int();
    } else if (is_slice(key)) {
        SliceRange range = TRY(slice_unpack(rt, key)); // may change the list
        slice_adjust(range, list.size);
        auto result = list_slice(rt, list, range.start, range.step, range.count);
        TRY(rt.pay(static_cast<std::uint64_t>(range.count) / 16));
        return Owned(std::move(result));
    } else if (has_index(rt, key)) {
        i = TRY(index_int64(rt, key, TypeId::IndexError));
    } else {
        return bad_index_type(rt, key);
    }
    if (i < 0) i += list.size;
    if (i < 0 || i >= list.size) return raise(rt, TypeId::IndexError, "list index out of range");
    return Owned::share(list.items[i]);
}

// list[start:start + count] = values[0..new_count).
static void replace_run(Runtime& rt, ListObject& list, std::int64_t start, std::int64_t count, const Value* values,
                        std::int64_t new_count) {
    // What leaves is released last; everything that can fail comes before the first change.
    boost::container::small_vector<Value, 16> leaving(static_cast<std::size_t>(count));
    const std::int64_t old_size = list.size;
    const std::int64_t tail = old_size - start - count;
    if (new_count > count) resize(rt, list, old_size + new_count - count);
    std::copy_n(list.items + start, count, leaving.begin());
    if (tail && new_count != count)
        std::memmove(static_cast<void*>(list.items + start + new_count), list.items + start + count,
                     static_cast<std::size_t>(tail) * sizeof(Value));
    copy_shared(list.items + start, values, new_count);
    if (new_count < count) shrink(rt, list, old_size + new_count - count);
    for (const Value value : leaving) release(value);
}

static Result<void> assign_slice(Runtime& rt, ListObject& list, Value slice, Value iterable) {
    SliceRange range = TRY(slice_unpack(rt, slice));
    // The values as a run of their own: the list itself is copied first.
    OptRef<ListObject> copied;
    const Value* values;
    std::int64_t count;
    if (is_tuple(iterable)) {
        values = static_cast<TupleObject*>(iterable.object())->items();
        count = static_cast<TupleObject*>(iterable.object())->size;
    } else if (is_list(iterable) && iterable.object() != &list) {
        values = static_cast<ListObject*>(iterable.object())->items;
        count = static_cast<ListObject*>(iterable.object())->size;
    } else {
        auto items = list_from(rt, iterable);
        if (items.is_raised()) {
            if (!pending_matches(rt, TypeId::TypeError) || rt.type_of(iterable).slots.iter) return raised;
            return raise(rt, TypeId::TypeError, "must assign iterable to extended slice");
        }
        copied = items.take();
        values = copied->items;
        count = copied->size;
    }
    slice_adjust(range, list.size);
    TRY(rt.pay(static_cast<std::uint64_t>(count + list.size) / 16));
    if (range.step == 1) {
        replace_run(rt, list, range.start, range.count, values, count);
        return ok;
    }
    if (count != range.count)
        return raise(rt, TypeId::ValueError, "attempt to assign sequence of size %lld to extended slice of size %lld",
                     static_cast<long long>(count), static_cast<long long>(range.count));
    auto leaving = make_list(rt, count);
    for (std::int64_t n = 0, at = range.start; n < count; ++n, at += range.step) {
        leaving->items[n] = list.items[at];
        retain(values[n]);
        list.items[at] = values[n];
    }
    leaving->size = count;
    return ok;
}

static Result<void> delete_slice(Runtime& rt, ListObject& list, Value slice) {
    SliceRange range = TRY(slice_unpack(rt, slice));
    slice_adjust(range, list.size);
    if (range.count == 0) return ok;
    TRY(rt.pay(static_cast<std::uint64_t>(list.size) / 16));
    if (range.step == 1) {
        replace_run(rt, list, range.start, range.count, nullptr, 0);
        return ok;
    }
    if (range.step < 0) { // the same items from the front
        range.start += range.step * (range.count - 1);
        range.step = -range.step;
    }
    auto leaving = make_list(rt, range.count);
    std::int64_t to = range.start, next = range.start;
    for (std::int64_t from = range.start; from < list.size; ++from) {
        if (from == next && leaving->size < range.count) {
            leaving->items[leaving->size++] = list.items[from];
            next += range.step;
        } else {
            list.items[to++] = list.items[from];
        }
    }
    shrink(rt, list, to);
    return ok;
}

Result<void> set_subscript(Runtime& rt, Value self, Value key, Value value) {
    ListObject& list = self_of(self);
    std::int64_t i;
    if (key.is_int()) {
        i = key.as_int();
    } else if (is_slice(key)) {
        return value.is_unbound() ? delete_slice(rt, list, key) : assign_slice(rt, list, key, value);
    } else if (has_index(rt, key)) {
        i = TRY(index_int64(rt, key, TypeId::IndexError));
    } else {
        return bad_index_type(rt, key);
    }
    if (i < 0) i += list.size;
    if (i < 0 || i >= list.size) return raise(rt, TypeId::IndexError, "list assignment index out of range");
    if (value.is_unbound())
        take(rt, list, i);
    else
        replace(list.items[i], Owned::share(value));
    return ok;
}

} // namespace mp::list_internal
