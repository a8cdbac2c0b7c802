// Length, items, containment, slices.
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/generic_alias.h"
#include "objects/types/list.h"
#include "objects/types/natives.h"
#include "objects/types/numbers.h"
#include "objects/types/slice.h"

namespace mp {

Result<std::int64_t> length(Runtime& rt, Value value) {
    const auto slot = rt.type_of(value).slots.length;
    if (!slot) return raise(rt, TypeId::TypeError, "object of type '%.200s' has no len()", type_name(rt, value));
    return slot(rt, value);
}

Result<std::int64_t> length_hint(Runtime& rt, Value value, std::int64_t fallback) {
    if (rt.type_of(value).slots.length) {
        auto known = length(rt, value);
        if (!known.is_raised()) return known;
        if (!pending_matches(rt, TypeId::TypeError)) return raised;
        rt.clear_pending();
    }
    bool absent = false;
    auto hinted = call_special(rt, value, *rt.names().dunder_length_hint, nullptr, 0, absent);
    if (hinted.is_raised()) {
        if (!pending_matches(rt, TypeId::TypeError)) return raised;
        rt.clear_pending();
        return fallback;
    }
    Owned hint = hinted.take();
    if (absent || hint.is_not_implemented()) return fallback;
    if (!is_any_int(hint))
        return raise(rt, TypeId::TypeError, "__length_hint__ must be an integer, not %.100s", type_name(rt, hint));
    std::int64_t result = 0;
    if (!int_to_int64(hint, result) || result < 0)
        return raise(rt, TypeId::ValueError, "__length_hint__() should return >= 0");
    return result;
}

Result<Owned> get_item(Runtime& rt, Value container, Value key) {
    Type& type = rt.type_of(container);
    if (type.slots.get_item) return type.slots.get_item(rt, container, key);
    if (container.is_object() && is_subtype(&type, &rt.type(TypeId::type))) { // C[...]
        if (container.object() == &rt.type(TypeId::type)) return Owned(make_generic_alias(rt, container, key));
        Owned method = TRY(get_optional_attribute(rt, container, *rt.names().dunder_class_getitem));
        if (!method.is_unbound() && !method.is_none()) return call(rt, method, key);
        return raise(rt, TypeId::TypeError, "type '%.200s' is not subscriptable",
                     static_cast<Type*>(container.object())->name.c_str());
    }
    return raise(rt, TypeId::TypeError, "'%.200s' object is not subscriptable", type.name.c_str());
}

Result<void> set_item(Runtime& rt, Value container, Value key, Value value) {
    const auto slot = rt.type_of(container).slots.set_item;
    if (!slot)
        return raise(rt, TypeId::TypeError, "'%.200s' object does not support item assignment",
                     type_name(rt, container));
    return slot(rt, container, key, value);
}

Result<void> delete_item(Runtime& rt, Value container, Value key) {
    const Type& type = rt.type_of(container);
    if (type.slots.set_item) return type.slots.set_item(rt, container, key, Value());
    // CPython's two texts: the second comes from the sequence protocol, which index-like keys of sequences reach.
    const bool sequence =
        (type.has(type_heap) || (type.slots.get_item && type.slots.length)) && rt.type_of(key).slots.index;
    return raise(rt, TypeId::TypeError, "'%.200s' object %s support item deletion", type.name.c_str(),
                 sequence ? "doesn't" : "does not");
}

Result<bool> contains(Runtime& rt, Value container, Value item) {
    Type& type = rt.type_of(container);
    if (type.slots.contains) return type.slots.contains(rt, container, item);
    auto made = iterate(rt, container);
    if (made.is_raised()) {
        if (pending_matches(rt, TypeId::TypeError)) {
            rt.clear_pending();
            return raise(rt, TypeId::TypeError, "argument of type '%.200s' is not iterable", type.name.c_str());
        }
        return raised;
    }
    Owned iterator = made.take();
    for (;;) {
        Owned candidate = TRY(next(rt, iterator));
        if (candidate.is_exhausted()) return false;
        TRY(rt.pay(1));
        if (TRY(same_or_equal(rt, candidate, item))) return true;
    }
}

// ---- slices
static Result<std::int64_t> slice_part(Runtime& rt, Value value) {
    if (!has_index(rt, value))
        return raise(rt, TypeId::TypeError, "slice indices must be integers or None or have an __index__ method");
    return slice_bound(rt, value);
}

Result<SliceRange> slice_unpack(Runtime& rt, Value value) {
    auto& slice = *static_cast<SliceObject*>(value.object());
    Ref<SliceObject> keep = Ref<SliceObject>::share(&slice);
    SliceRange range{0, INT64_MAX, 1, 0};
    if (!slice.step.is_none()) {
        range.step = TRY(slice_part(rt, slice.step));
        if (range.step == 0) return raise(rt, TypeId::ValueError, "slice step cannot be zero");
        if (range.step < -INT64_MAX) range.step = -INT64_MAX;
    }
    if (slice.start.is_none())
        range.start = range.step < 0 ? INT64_MAX : 0;
    else
        range.start = TRY(slice_part(rt, slice.start));
    if (slice.stop.is_none())
        range.stop = range.step < 0 ? INT64_MIN : INT64_MAX;
    else
        range.stop = TRY(slice_part(rt, slice.stop));
    return range;
}

void slice_adjust(SliceRange& range, std::int64_t length) noexcept {
    const auto clamp = [&](std::int64_t& bound) {
        if (bound < 0) {
            bound = bound < -length ? -1 : bound + length;
            if (bound < 0) bound = range.step < 0 ? -1 : 0;
        } else if (bound >= length)
            bound = range.step < 0 ? length - 1 : length;
    };
    clamp(range.start);
    clamp(range.stop);
    range.count = 0;
    if (range.step < 0) {
        if (range.stop < range.start) range.count = (range.start - range.stop - 1) / -range.step + 1;
    } else if (range.start < range.stop)
        range.count = (range.stop - range.start - 1) / range.step + 1;
}

Result<SliceRange> slice_range(Runtime& rt, Value slice, std::int64_t length) {
    SliceRange range = TRY(slice_unpack(rt, slice));
    slice_adjust(range, length);
    return range;
}

} // namespace mp
