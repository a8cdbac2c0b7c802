// view[key] and view[key] = value: items, slices, and in several dimensions parts of them.
#include <cstring>
#include <memory>

#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytes_like.h"
#include "objects/types/memoryview_parts.h"
#include "objects/types/slice.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

using namespace view_parts;

bool is_index(Runtime& rt, Value key) noexcept { return key.is_int() || rt.type_of(key).slots.index != nullptr; }

// What a key selects of a view: one item, or a part with fewer or the same dimensions.
struct Selection {
    std::uint8_t* at;
    int ndim = 0;
    bool is_item = false;
    std::int64_t shape[max_dimensions];
    std::int64_t strides[max_dimensions];
};

// The step of a slice; where it does not fit there is at most one item, and it is seen but never used.
std::int64_t wrapping_product(std::int64_t a, std::int64_t b) noexcept {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) * static_cast<std::uint64_t>(b));
}

// One element of a key, converted.
struct KeyPart {
    enum { position, range, rest } kind; // rest: `...`
    SliceRange bounds;                   // position: start
};

Result<KeyPart> convert_key_part(Runtime& rt, Value key) {
    if (is_slice(key)) return KeyPart{KeyPart::range, TRY(slice_unpack(rt, key))};
    if (key.is(Value::ellipsis())) return KeyPart{KeyPart::rest, {}};
    if (!is_index(rt, key)) return raise(rt, TypeId::TypeError, "memoryview: invalid slice key");
    return KeyPart{KeyPart::position, {TRY(index_int64(rt, key, TypeId::IndexError)), 0, 0, 0}};
}

Result<std::int64_t> checked_position(Runtime& rt, std::int64_t index, std::int64_t length, int dimension) {
    if (index < 0) index += length;
    if (index < 0 || index >= length)
        return raise(rt, TypeId::IndexError, "index out of bounds on dimension %d", dimension + 1);
    return index;
}

// Applies converted key parts to a view. Runs nothing.
Result<void> select(Runtime& rt, MemoryViewObject& view, const KeyPart* parts, int count, Selection& selection) {
    int named = 0;
    for (int i = 0; i < count; ++i) named += parts[i].kind != KeyPart::rest;
    if (named > view.ndim)
        return raise(rt, TypeId::TypeError, "cannot index %d-dimension view with %d-element tuple", view.ndim, count);
    if (view.has_suboffsets && named < view.ndim)
        return raise(rt, TypeId::NotImplementedError, "sub-views of indirect memory are not implemented");
    selection.at = view.data;
    int dimension = 0;
    bool rest_seen = false;
    const auto keep = [&] {
        selection.shape[selection.ndim] = view.shape()[dimension];
        selection.strides[selection.ndim++] = view.strides()[dimension++];
    };
    for (int i = 0; i < count; ++i) {
        switch (parts[i].kind) {
        case KeyPart::position: {
            const std::int64_t index =
                TRY(checked_position(rt, parts[i].bounds.start, view.shape()[dimension], dimension));
            selection.at =
                follow_suboffset(selection.at + index * view.strides()[dimension], view.suboffsets(), dimension);
            ++dimension;
            break;
        }
        case KeyPart::range: {
            if (view.has_suboffsets)
                return raise(rt, TypeId::NotImplementedError, "sub-views of indirect memory are not implemented");
            SliceRange range = parts[i].bounds;
            slice_adjust(range, view.shape()[dimension]);
            if (range.count > 0) selection.at += range.start * view.strides()[dimension];
            selection.shape[selection.ndim] = range.count;
            selection.strides[selection.ndim++] = wrapping_product(view.strides()[dimension], range.step);
            ++dimension;
            break;
        }
        case KeyPart::rest:
            if (rest_seen) return raise(rt, TypeId::TypeError, "memoryview: invalid slice key");
            rest_seen = true;
            for (int left = view.ndim - named; left > 0; --left) keep();
            break;
        }
    }
    selection.is_item = dimension == view.ndim && selection.ndim == 0 && !rest_seen;
    while (dimension < view.ndim) keep();
    return ok;
}

// Converts a key (runs __index__), looks again whether the view lives, selects. For a store the bounds come before that look, as in CPython: the store looks
// itself (of indirect memory pointers are read here, so that the look comes first).
Result<void> resolve(Runtime& rt, MemoryViewObject& view, Value key, Selection& selection, bool to_store = false) {
    const bool look = !to_store || view.has_suboffsets;
    if (!is_tuple_or_subclass(rt, key)) {
        if (key.is(Value::ellipsis())) return raise(rt, TypeId::TypeError, "memoryview: invalid slice key");
        const KeyPart part = TRY(convert_key_part(rt, key));
        if (look) TRY(memoryview_check(rt, view));
        return select(rt, view, &part, 1, selection);
    }
    auto& tuple = *static_cast<TupleObject*>(key.object());
    KeyPart parts[max_dimensions + 1];
    std::int64_t named = 0, slices = 0;
    for (std::int64_t i = 0; i < tuple.size; ++i) {
        named += !tuple[i].is(Value::ellipsis());
        slices += is_slice(tuple[i]);
    }
    if (slices > view.ndim && slices == tuple.size) // CPython's word for what it refuses in any number of dimensions
        return raise(rt, TypeId::NotImplementedError, "multi-dimensional slicing is not implemented");
    if (named > view.ndim || tuple.size > view.ndim + 1)
        return raise(rt, TypeId::TypeError, "cannot index %d-dimension view with %lld-element tuple", view.ndim,
                     static_cast<long long>(tuple.size));
    const int count = static_cast<int>(tuple.size);
    bool positions_only = true;
    for (int i = 0; i < count; ++i) {
        // An Ellipsis means something where there is more than one dimension; what CPython takes as an invalid key in one stays one.
        if (tuple[i].is(Value::ellipsis()) && view.ndim < 2)
            return raise(rt, TypeId::TypeError, "memoryview: invalid slice key");
        parts[i] = TRY(convert_key_part(rt, tuple[i]));
        // Positions are checked as they come: what stands behind a wrong one is not converted.
        positions_only = positions_only && parts[i].kind == KeyPart::position;
        if (positions_only) TRY(checked_position(rt, parts[i].bounds.start, view.shape()[i], i));
    }
    if (look) TRY(memoryview_check(rt, view));
    return select(rt, view, parts, count, selection);
}

Result<Owned> load_at(Runtime& rt, MemoryViewObject& view, const std::uint8_t* at) {
    TRY(check_item_format(rt, view));
    return load_item(rt, view.item, at);
}

Ref<MemoryViewObject> view_of_selection(Runtime& rt, MemoryViewObject& view, const Selection& selection) {
    Ref<MemoryViewObject> part = derive_view(rt, view, selection.ndim, false);
    part->data = selection.at;
    for (int i = 0; i < selection.ndim; ++i) {
        part->shape()[i] = selection.shape[i];
        part->strides()[i] = selection.strides[i];
    }
    finish_view(*part);
    return part;
}

// Makes a copy of a view in one dimension the part that the range selects.
void narrow(MemoryViewObject& part, const SliceRange& range) noexcept {
    const std::int64_t stride = part.stride;
    if (range.count > 0) part.data += range.start * stride;
    part.shape()[0] = range.count;
    part.strides()[0] = wrapping_product(stride, range.step);
    finish_view(part);
}

// One dimension, one slice: the common case without arrays.
Result<Owned> slice_one_dimension(Runtime& rt, MemoryViewObject& view, Value key) {
    // The part is there before the bounds are converted: their __index__ may release this view, but not the part's memory.
    Ref<MemoryViewObject> part = copy_view(rt, view);
    SliceRange range = TRY(slice_unpack(rt, key));
    TRY(memoryview_check(rt, *part));
    slice_adjust(range, part->length);
    narrow(*part, range);
    return Owned(std::move(part));
}

Result<void> copy_items(Runtime& rt, const StridedMemory& to, const BufferFields& from, std::int64_t item_size) {
    const StridedMemory source{from.data, from.ndim, from.shape_array(), from.strides_array(), from.suboffsets};
    if (!may_overlap(to, source, item_size)) {
        copy_strided(to, source, item_size);
        return ok;
    }
    if (to.ndim == 1 && !to.suboffsets && !source.suboffsets && to.strides[0] == item_size &&
        source.strides[0] == item_size) {
        std::memmove(to.data, source.data, static_cast<std::size_t>(to.shape[0] * item_size));
        return ok;
    }
    // They may share bytes: through a copy.
    const auto total = static_cast<std::size_t>(total_bytes(to.ndim, to.shape, item_size));
    struct Scratch {
        Heap& heap;
        std::size_t size;
        std::uint8_t* bytes;
        ~Scratch() { heap.free(bytes, size); }
    } scratch{rt.heap(), total, static_cast<std::uint8_t*>(rt.heap().allocate(total))};
    copy_to_contiguous(scratch.bytes, source, item_size, 'C');
    copy_from_contiguous(to, scratch.bytes, item_size);
    return ok;
}

const char* plain_format(const char* format) noexcept { return format[0] == '@' ? format + 1 : format; }

// Assignment between memories of the same structure.
Result<void> assign(Runtime& rt, MemoryViewObject& view, const Selection& selection, const BufferView& source) {
    const BufferFields& from = source.fields();
    bool same = from.ndim == selection.ndim && from.item_size == view.item_size &&
                std::strcmp(plain_format(view.format), plain_format(from.format_text())) == 0;
    for (int i = 0; same && i < selection.ndim; ++i) {
        same = selection.shape[i] == from.shape_array()[i];
        if (selection.shape[i] == 0) break;
    }
    if (!same)
        return raise(rt, TypeId::ValueError, "memoryview assignment: lvalue and rvalue have different structures");
    TRY(rt.pay(static_cast<std::uint64_t>(from.length) / 64));
    return copy_items(rt, {selection.at, selection.ndim, selection.shape, selection.strides}, from, view.item_size);
}

// The item that a tuple of one small int for each dimension names, null where there is more to do.
const std::uint8_t* item_at_positions(MemoryViewObject& view, Value key) noexcept {
    if (!is_tuple(key) || view.released || view.has_suboffsets || !view.item.native) return nullptr;
    const auto& positions = *static_cast<TupleObject*>(key.object());
    if (positions.size != view.ndim) return nullptr;
    const std::int64_t* const shape = view.shape();
    const std::int64_t* const strides = view.strides();
    const std::uint8_t* at = view.data;
    for (int i = 0; i < view.ndim; ++i) {
        if (!positions[i].is_int()) return nullptr;
        std::int64_t position = positions[i].as_int();
        if (position < 0) position += shape[i];
        if (static_cast<std::uint64_t>(position) >= static_cast<std::uint64_t>(shape[i])) return nullptr;
        at += position * strides[i];
    }
    return at;
}

Result<void> set_zero_dimensional(Runtime& rt, MemoryViewObject& view, Value key, Value value) {
    if (!key.is(Value::ellipsis()) &&
        !(is_tuple_or_subclass(rt, key) && static_cast<TupleObject*>(key.object())->size == 0))
        return raise(rt, TypeId::TypeError, "invalid indexing of 0-dim memory");
    return store_item(rt, view, view.data, value);
}

} // namespace

namespace view_parts {

Result<Owned> get_item(Runtime& rt, Value self, Value key) {
    auto& view = self_of(self);
    if (key.is_int() && view.fast_code) [[likely]] {
        std::int64_t i = key.as_int();
        if (i < 0) i += view.length;
        if (static_cast<std::uint64_t>(i) < static_cast<std::uint64_t>(view.length)) [[likely]]
            return load_item(rt, view.item, view.data + i * view.stride);
        return raise(rt, TypeId::IndexError, "index out of bounds on dimension 1");
    }
    if (const std::uint8_t* item = item_at_positions(view, key)) return load_item(rt, view.item, item);
    TRY(memoryview_check(rt, view));
    if (view.ndim == 0) {
        if (key.is(Value::ellipsis())) return Owned::share(self);
        if (is_tuple_or_subclass(rt, key) && static_cast<TupleObject*>(key.object())->size == 0)
            return load_at(rt, view, view.data);
        return raise(rt, TypeId::TypeError, "invalid indexing of 0-dim memory");
    }
    Owned keep = Owned::share(self); // __index__ may drop the caller's reference
    if (is_slice(key) && view.ndim == 1) {
        TRY(check_derivable(rt, view));
        return slice_one_dimension(rt, view, key);
    }
    if (view.ndim == 1 && !is_index(rt, key) && !is_tuple_or_subclass(rt, key))
        return raise(rt, TypeId::TypeError, "memoryview: invalid slice key");
    Selection selection;
    TRY(resolve(rt, view, key, selection));
    if (selection.is_item) return load_at(rt, view, selection.at);
    TRY(check_derivable(rt, view));
    return Owned(view_of_selection(rt, view, selection));
}

Result<void> set_item(Runtime& rt, Value self, Value key, Value value) {
    auto& view = self_of(self);
    TRY(memoryview_check(rt, view));
    TRY(check_format_text(rt, view));
    if (view.readonly) return raise(rt, TypeId::TypeError, "cannot modify read-only memory");
    if (value.is_unbound()) return raise(rt, TypeId::TypeError, "cannot delete memory");
    Owned keep = Owned::share(self);
    if (view.ndim == 0) return set_zero_dimensional(rt, view, key, value);
    if (key.is_int() && view.fast_code) [[likely]]
        return memoryview_set(rt, view, key.as_int(), value);
    Selection selection;
    if (is_slice(key)) {
        // The source first, then the bounds (its __buffer__ and their __index__ may run code), then the look at the target.
        BufferView source = TRY(BufferView::acquire(rt, value, {buffer_full_ro}));
        TRY(resolve(rt, view, key, selection));
        return assign(rt, view, selection, source);
    }
    TRY(resolve(rt, view, key, selection, true));
    if (selection.is_item) return store_item(rt, view, selection.at, value);
    BufferView source = TRY(BufferView::acquire(rt, value, {buffer_full_ro}));
    TRY(memoryview_check(rt, view));
    return assign(rt, view, selection, source);
}

} // namespace view_parts

Owned memoryview_part(Runtime& rt, MemoryViewObject& view, std::int64_t start, std::int64_t count) {
    if (view.has_arrays()) {
        Ref<MemoryViewObject> part = view_parts::copy_view(rt, view);
        narrow(*part, {start, start + count, 1, count});
        return part;
    }
    Ref<MemoryViewObject> part = view_parts::derive_view(rt, view, 1, false);
    if (count > 0) part->data += start * view.stride;
    part->length = count;
    part->stride = view.stride;
    part->byte_length = count * view.item_size;
    part->contiguity =
        count == 1 || view.stride == view.item_size ? view_c_contiguous | view_f_contiguous : 0; // as finish_view()
    part->fast_code = view.fast_code;
    return part;
}

bool memoryview_set_part(MemoryViewObject& view, std::int64_t start, std::int64_t count, Value source) noexcept {
    if (view.fast_code != 'B' || view.readonly || (view.stride != 1 && count != 1)) return false;
    if (is_memoryview(source) && static_cast<MemoryViewObject*>(source.object())->fast_code != 'B') return false;
    const auto bytes = momentary_bytes(source);
    if (!bytes || bytes->size() != static_cast<std::size_t>(count)) return false;
    if (count > 0) std::memmove(view.data + start * view.stride, bytes->data(), static_cast<std::size_t>(count));
    return true;
}

Result<Owned> memoryview_get(Runtime& rt, MemoryViewObject& view, std::int64_t index) {
    return view_parts::get_item(rt, Value(&view), Value::from_int(index));
}

Result<void> memoryview_set(Runtime& rt, MemoryViewObject& view, std::int64_t index, Value value) {
    TRY(memoryview_check(rt, view));
    TRY(check_format_text(rt, view));
    if (view.readonly) return raise(rt, TypeId::TypeError, "cannot modify read-only memory");
    if (view.ndim != 1) return view_parts::set_item(rt, Value(&view), Value::from_int(index), value);
    index = TRY(checked_position(rt, index, view.length, 0));
    return store_item(rt, view, follow_suboffset(view.data + index * view.stride, view.suboffsets(), 0), value);
}

} // namespace mp
