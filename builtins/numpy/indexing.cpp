// array[key]: numbers, slices, Ellipsis and None (a new dimension) give views; masks of bools and lists of numbers give copies.
#include "builtins/numpy/ndarray.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/list.h"
#include "objects/types/slice.h"
#include "objects/types/tuple.h"

namespace mp::numpy {

namespace {

struct Part {
    enum { position, range, rest, fresh } kind;
    SliceRange bounds;
};

// What a key of numbers, slices, Ellipsis and None selects.
struct Selection {
    std::uint8_t* at;
    Shape shape, strides;
    bool is_element = false;
};

constexpr const char* bad_key = "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or "
                                "boolean arrays are valid indices";

Result<Part> convert_part(Runtime& rt, Value key) {
    if (is_slice(key)) return Part{Part::range, TRY(slice_unpack(rt, key))};
    if (key.is(Value::ellipsis())) return Part{Part::rest, {}};
    if (key.is_none()) return Part{Part::fresh, {}};
    if (key.is_bool() || (!key.is_int() && !rt.type_of(key).slots.index))
        return raise(rt, TypeId::IndexError, "%s", bad_key);
    return Part{Part::position, {TRY(index_int64(rt, key, TypeId::IndexError)), 0, 0, 0}};
}

// Converts the key (runs __index__), then selects (runs nothing).
Result<Selection> select(Runtime& rt, ArrayObject& array, Value key) {
    std::vector<Part> parts;
    if (is_tuple_or_subclass(rt, key)) {
        auto& tuple = *static_cast<TupleObject*>(key.object());
        if (tuple.size > 3 * max_dimensions) return raise(rt, TypeId::IndexError, "too many indices for array");
        for (std::int64_t i = 0; i < tuple.size; ++i) parts.push_back(TRY(convert_part(rt, tuple[i])));
    } else {
        parts.push_back(TRY(convert_part(rt, key)));
    }
    int named = 0, rests = 0;
    for (const Part& part : parts) {
        named += part.kind == Part::position || part.kind == Part::range;
        rests += part.kind == Part::rest;
    }
    if (rests > 1) return raise(rt, TypeId::IndexError, "an index can only have a single ellipsis ('...')");
    if (named > array.ndim)
        return raise(rt, TypeId::IndexError, "too many indices for array: array is %d-dimensional, but %d were indexed",
                     array.ndim, named);
    Selection selection;
    selection.at = array.data;
    int dimension = 0;
    const auto keep = [&](int count) {
        for (; count > 0; --count, ++dimension) {
            selection.shape.push_back(array.shape()[dimension]);
            selection.strides.push_back(array.strides()[dimension]);
        }
    };
    for (const Part& part : parts) {
        switch (part.kind) {
        case Part::position: {
            const std::int64_t length = array.shape()[dimension];
            std::int64_t i = part.bounds.start;
            if (i < 0) i += length;
            if (i < 0 || i >= length)
                return raise(rt, TypeId::IndexError, "index %lld is out of bounds for axis %d with size %lld",
                             static_cast<long long>(part.bounds.start), dimension, static_cast<long long>(length));
            selection.at += i * array.strides()[dimension++];
            break;
        }
        case Part::range: {
            SliceRange range = part.bounds;
            slice_adjust(range, array.shape()[dimension]);
            if (range.count > 0) selection.at += range.start * array.strides()[dimension];
            std::int64_t stride;
            if (__builtin_mul_overflow(array.strides()[dimension], range.step, &stride))
                stride = array.strides()[dimension];
            selection.shape.push_back(range.count);
            selection.strides.push_back(stride);
            ++dimension;
            break;
        }
        case Part::rest: keep(array.ndim - named); break;
        case Part::fresh:
            selection.shape.push_back(1);
            selection.strides.push_back(0);
            break;
        }
    }
    keep(array.ndim - dimension);
    if (selection.shape.size() > max_dimensions)
        return raise(rt, TypeId::IndexError, "number of dimensions must be within [0, %d]", max_dimensions);
    selection.is_element = selection.shape.empty() && rests == 0;
    return selection;
}

Ref<ArrayObject> view_of(Runtime& rt, ArrayObject& array, const Selection& selection) {
    return make_view(rt, array, selection.at, static_cast<int>(selection.shape.size()), selection.shape.data(),
                     selection.strides.data());
}

// Whether the key is an array or list of bools or numbers.
bool is_fancy(Runtime& rt, Value key) noexcept { return is_array(rt, key) || is_list_or_subclass(rt, key); }

// The elements (or rows) that a mask or a list of positions names, as addresses.
struct Picked {
    std::vector<std::uint8_t*> places;
    Shape shape;      // of the result: that of the key, then that of one row
    int row_ndim = 0; // dimensions of the array beyond those that the key covers
};

Result<Picked> pick(Runtime& rt, ArrayObject& array, Value key) {
    Ref<ArrayObject> index_array = TRY(array_from(rt, key, nullptr, true));
    Picked picked;
    if (index_array->dtype == DTypeId::bool_) {
        if (index_array->ndim > array.ndim)
            return raise(rt, TypeId::IndexError,
                         "too many indices for array: array is %d-dimensional, but %d were indexed", array.ndim,
                         index_array->ndim);
        for (int i = 0; i < index_array->ndim; ++i)
            if (index_array->shape()[i] != array.shape()[i])
                return raise(rt, TypeId::IndexError,
                             "boolean index did not match indexed array along axis %d; size of axis is %lld but size "
                             "of corresponding boolean axis is %lld",
                             i, static_cast<long long>(array.shape()[i]),
                             static_cast<long long>(index_array->shape()[i]));
        picked.row_ndim = array.ndim - index_array->ndim;
        TRY(rt.pay(static_cast<std::uint64_t>(index_array->size())));
        // Both are walked together by their positions.
        Shape at(static_cast<std::size_t>(index_array->ndim));
        for (std::int64_t n = index_array->size(); n > 0; --n) {
            std::uint8_t* flag = index_array->data;
            std::uint8_t* place = array.data;
            for (int i = 0; i < index_array->ndim; ++i) {
                flag += at[static_cast<std::size_t>(i)] * index_array->strides()[i];
                place += at[static_cast<std::size_t>(i)] * array.strides()[i];
            }
            if (*flag) picked.places.push_back(place);
            for (int i = index_array->ndim - 1; i >= 0 && ++at[static_cast<std::size_t>(i)] == index_array->shape()[i];
                 --i)
                at[static_cast<std::size_t>(i)] = 0;
        }
        picked.shape.push_back(static_cast<std::int64_t>(picked.places.size()));
    } else {
        if (index_array->size() > 0 && !is_integer(index_array->dtype))
            return raise(rt, TypeId::IndexError, "arrays used as indices must be of integer (or boolean) type");
        if (array.ndim == 0)
            return raise(rt, TypeId::IndexError,
                         "too many indices for array: array is 0-dimensional, but 1 were indexed");
        picked.row_ndim = array.ndim - 1;
        picked.shape.assign(index_array->shape(), index_array->shape() + index_array->ndim);
        const std::int64_t count = index_array->size(), length = array.shape()[0];
        TRY(rt.pay(static_cast<std::uint64_t>(count)));
        Scratch positions(rt, static_cast<std::size_t>(count) * sizeof(std::int64_t));
        convert_elements(positions.get(), DTypeId::int64, index_array->memory(), index_array->dtype);
        for (std::int64_t i = 0; i < count; ++i) {
            const auto given = load_element<std::int64_t>(positions.get() + i * 8);
            const std::int64_t position = given < 0 ? given + length : given;
            if (position < 0 || position >= length)
                return raise(rt, TypeId::IndexError, "index %lld is out of bounds for axis 0 with size %lld",
                             static_cast<long long>(given), static_cast<long long>(length));
            picked.places.push_back(array.data + position * array.strides()[0]);
        }
    }
    for (int i = array.ndim - picked.row_ndim; i < array.ndim; ++i) picked.shape.push_back(array.shape()[i]);
    return picked;
}

Result<Owned> get_picked(Runtime& rt, ArrayObject& array, Value key) {
    const Picked picked = TRY(pick(rt, array, key));
    Ref<ArrayObject> result = TRY(make_array(rt, array.dtype, picked.shape, false));
    const int first = array.ndim - picked.row_ndim;
    const std::int64_t row = total_bytes(picked.row_ndim, array.shape() + first, array.item_size());
    std::uint8_t* out = result->data;
    for (std::uint8_t* place : picked.places) {
        copy_to_contiguous(out, {place, picked.row_ndim, array.shape() + first, array.strides() + first},
                           array.item_size(), 'C');
        out += row;
    }
    return Owned(std::move(result));
}

Result<void> set_picked(Runtime& rt, ArrayObject& array, Value key, Value value) {
    const Picked picked = TRY(pick(rt, array, key));
    Ref<ArrayObject> source = TRY(array_from(rt, value, is_array(rt, value) ? nullptr : &array.dtype, true));
    if (!array.writable) return raise(rt, TypeId::ValueError, "assignment destination is read-only");
    // The values, broadcast to the shape of what is picked.
    Ref<ArrayObject> values = TRY(make_array(rt, array.dtype, picked.shape, false));
    TRY(assign_elements(rt, *values, *source));
    const int first = array.ndim - picked.row_ndim;
    const std::int64_t row = total_bytes(picked.row_ndim, array.shape() + first, array.item_size());
    const std::uint8_t* from = values->data;
    for (std::uint8_t* place : picked.places) {
        copy_from_contiguous({place, picked.row_ndim, array.shape() + first, array.strides() + first}, from,
                             array.item_size());
        from += row;
    }
    return ok;
}

} // namespace

Result<Owned> get_item(Runtime& rt, Value self, Value key) {
    auto& array = array_of(self);
    if (is_fancy(rt, key)) return get_picked(rt, array, key);
    const Selection selection = TRY(select(rt, array, key));
    if (selection.is_element) return load_value(rt, array.dtype, selection.at);
    return Owned(view_of(rt, array, selection));
}

Result<void> set_item(Runtime& rt, Value self, Value key, Value value) {
    auto& array = array_of(self);
    if (value.is_unbound()) return raise(rt, TypeId::ValueError, "cannot delete array elements");
    if (is_fancy(rt, key)) return set_picked(rt, array, key, value);
    const Selection selection = TRY(select(rt, array, key));
    if (!array.writable) return raise(rt, TypeId::ValueError, "assignment destination is read-only");
    if (selection.is_element && !is_array(rt, value)) {
        alignas(8) std::uint8_t bytes[8];
        TRY(store_value(rt, array.dtype, value, bytes)); // an array's memory never moves: the place stays good
        std::memcpy(selection.at, bytes, static_cast<std::size_t>(array.item_size()));
        return ok;
    }
    Ref<ArrayObject> source = TRY(array_from(rt, value, is_array(rt, value) ? nullptr : &array.dtype, true));
    Ref<ArrayObject> target = view_of(rt, array, selection);
    return assign_elements(rt, *target, *source);
}

} // namespace mp::numpy
