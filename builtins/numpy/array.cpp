// Making arrays, and the type with its attributes and shape-changing methods.
#include <cstring>

#include "builtins/numpy/ndarray.h"
#include "interp/support/checked.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytes.h"
#include "objects/types/bytes_like.h"
#include "objects/types/iterators.h"
#include "objects/types/list.h"
#include "objects/types/memoryview.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp::numpy {

std::int64_t ArrayObject::size() noexcept {
    std::int64_t count = 1;
    for (int i = 0; i < ndim; ++i) count *= shape()[i];
    return count;
}

bool is_array(Runtime& rt, Value value) noexcept {
    State& state = state_of(rt);
    return state.ndarray && value.is_object() && is_subtype(value.object()->type(), state.ndarray.get());
}

namespace {

std::size_t extra_bytes(int ndim) noexcept { return static_cast<std::size_t>(ndim) * 2 * sizeof(std::int64_t); }

Ref<ArrayObject> allocate(Runtime& rt, DTypeId dtype, int ndim) {
    auto* array = static_cast<ArrayObject*>(
        rt.make_object(*state_of(rt).ndarray->instance_shape, sizeof(ArrayObject) + extra_bytes(ndim)));
    array->data = nullptr;
    array->dtype = dtype;
    array->ndim = static_cast<std::uint8_t>(ndim);
    array->writable = true;
    array->base = nullptr;
    array->block = nullptr;
    array->block_size = 0;
    array->held = {};
    return Ref<ArrayObject>::adopt(array);
}

void dealloc(Runtime& rt, Object* object) {
    auto* array = static_cast<ArrayObject*>(object);
    release_fields(array->held);
    if (array->block) rt.heap().free(array->block, array->block_size);
    if (array->base) release(array->base);
    rt.free_object(object, sizeof(ArrayObject) + extra_bytes(array->ndim));
}

void traverse(Object* object, Visitor visit, void* context) {
    auto* array = static_cast<ArrayObject*>(object);
    if (array->base) visit(array->base, context);
    if (array->held.owner) visit(array->held.owner, context);
}

Result<void> get_buffer(Runtime& rt, Object* object, const BufferRequest& request, BufferFields& fields) {
    auto& array = *static_cast<ArrayObject*>(object);
    if (request.wants(buffer_writable) && !array.writable)
        return raise(rt, TypeId::ValueError, "buffer source array is read-only");
    const bool c = array.is_c_contiguous();
    const bool f = is_f_contiguous(array.ndim, array.shape(), array.strides(), array.item_size());
    if ((request.wants(buffer_c_contiguous) || !request.wants(buffer_strides)) && !c)
        return raise(rt, TypeId::ValueError, "ndarray is not C-contiguous");
    if (request.wants(buffer_f_contiguous) && !f)
        return raise(rt, TypeId::ValueError, "ndarray is not Fortran contiguous");
    if (request.wants(buffer_any_contiguous) && !c && !f)
        return raise(rt, TypeId::ValueError, "ndarray is not contiguous");
    fields.data = array.data;
    fields.item_size = array.item_size();
    fields.length = array.size() * array.item_size();
    fields.format = dtype_of(array.dtype).code;
    fields.ndim = array.ndim;
    fields.readonly = !array.writable;
    fields.shape = array.shape();
    fields.strides = array.strides();
    return ok;
}

} // namespace

Result<Ref<ArrayObject>> make_array(Runtime& rt, DTypeId dtype, const Shape& shape, bool zeroed) {
    if (shape.size() > max_dimensions)
        return raise(rt, TypeId::ValueError, "maximum supported dimension for an ndarray is currently %d, found %zu",
                     max_dimensions, shape.size());
    for (std::int64_t length : shape)
        if (length < 0) return raise(rt, TypeId::ValueError, "negative dimensions are not allowed");
    const int ndim = static_cast<int>(shape.size());
    const std::int64_t bytes = total_bytes(ndim, shape.data(), dtype_of(dtype).size);
    std::int64_t extents = 1; // of the dimensions that are not zero: strides must fit
    for (std::int64_t length : shape)
        if (length > 0 && !checked_mul_into(extents, length)) extents = INT64_MAX;
    if (bytes < 0 || extents > INT64_MAX / 8)
        return raise(rt, TypeId::ValueError,
                     "array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum possible size.");
    TRY(rt.pay(static_cast<std::uint64_t>(bytes) / 128));
    Ref<ArrayObject> array = allocate(rt, dtype, ndim);
    std::copy(shape.begin(), shape.end(), array->shape());
    fill_c_strides(ndim, array->shape(), array->item_size(), array->strides());
    const std::size_t block_size = bytes > 0 ? static_cast<std::size_t>(bytes) : 1;
    array->block = rt.heap().allocate(block_size);
    array->block_size = block_size;
    array->data = static_cast<std::uint8_t*>(array->block);
    if (zeroed) std::memset(array->block, 0, block_size);
    return array;
}

Ref<ArrayObject> make_view(Runtime& rt, ArrayObject& base, std::uint8_t* data, int ndim, const std::int64_t* shape,
                           const std::int64_t* strides) {
    Ref<ArrayObject> view = allocate(rt, base.dtype, ndim);
    view->data = data;
    view->writable = base.writable;
    std::copy_n(shape, ndim, view->shape());
    std::copy_n(strides, ndim, view->strides());
    view->base = base.base && !base.held.owner
                     ? base.base
                     : static_cast<Object*>(&base); // views of views keep the owner of the memory alone
    retain(view->base);
    return view;
}

Result<Ref<ArrayObject>> copy_as(Runtime& rt, ArrayObject& array, DTypeId dtype) {
    Ref<ArrayObject> copy = TRY(make_array(rt, dtype, Shape(array.shape(), array.shape() + array.ndim), false));
    TRY(rt.pay(static_cast<std::uint64_t>(array.size()) / 16));
    convert_elements(copy->data, dtype, array.memory(), array.dtype);
    return copy;
}

Owned unwrap(Runtime& rt, Ref<ArrayObject> array) {
    if (array->ndim == 0) return load_value(rt, array->dtype, array->data);
    return Owned(std::move(array));
}

// ---- from Python values

namespace {

// Nested sequences, flattened: the numbers in C order and the shape found on the way.
struct Flattened {
    std::vector<Owned> values;
    Shape shape;
    bool shape_known = false; // the depth of the first leaf is reached
};

bool is_nested(Runtime& rt, Value value) noexcept {
    if (is_list_or_subclass(rt, value) || is_tuple_or_subclass(rt, value)) return true;
    if (!value.is_object() || is_str_or_subclass(rt, value) || is_bytes_or_subclass(rt, value)) return false;
    const Slots& slots = rt.type_of(value).slots;
    return is_array(rt, value) || (slots.length && slots.get_item && slots.iter &&
                                   !is_subtype(value.object()->type(), &rt.type(TypeId::dict)) &&
                                   !is_subtype(value.object()->type(), &rt.type(TypeId::set)));
}

Raised raise_inhomogeneous(Runtime& rt, const Shape& shape, std::size_t depth) {
    const std::string text = shape_text(shape.data(), static_cast<int>(depth));
    return raise(rt, TypeId::ValueError,
                 "setting an array element with a sequence. The requested array has an inhomogeneous shape after %zu "
                 "dimensions. The detected shape was %s + "
                 "inhomogeneous part.",
                 depth, text.c_str());
}

// Runs Python code: the items are copied to a tuple before they are looked at.
Result<void> flatten(Runtime& rt, Value value, std::size_t depth, Flattened& result) {
    NativeScope scope(rt);
    if (!scope) return raised;
    TRY(rt.pay(1));
    if (!is_nested(rt, value)) {
        if (!result.shape_known) result.shape_known = true;
        if (depth != result.shape.size()) return raise_inhomogeneous(rt, result.shape, depth);
        result.values.push_back(Owned::share(value));
        return ok;
    }
    if (depth >= max_dimensions)
        return raise(rt, TypeId::ValueError,
                     "setting an array element with a sequence. The requested array would exceed the maximum number of "
                     "dimension of %d.",
                     max_dimensions);
    Ref<TupleObject> items = TRY(tuple_from(rt, value));
    if (depth == result.shape.size()) {
        if (result.shape_known) return raise_inhomogeneous(rt, result.shape, depth);
        result.shape.push_back(items->size);
    } else if (result.shape[depth] != items->size) {
        return raise_inhomogeneous(rt, result.shape, depth);
    }
    for (std::int64_t i = 0; i < items->size; ++i) TRY(flatten(rt, items->items()[i], depth + 1, result));
    if (items->size == 0) result.shape_known = true;
    return ok;
}

Result<DTypeId> found_dtype(Runtime& rt, const Flattened& flat) {
    if (flat.values.empty()) return DTypeId::float64;
    DTypeId result = DTypeId::bool_;
    bool beyond_int64 = false, negative = false;
    for (const Owned& owned : flat.values) {
        const Value value = owned;
        if (value.is_bool()) continue;
        if (is_any_int(value)) {
            std::int64_t number;
            std::uint64_t large;
            if (!int_to_int64(value, number)) {
                if (!int_to_uint64(value, large))
                    return raise(rt, TypeId::OverflowError, "Python int too large to convert to C long");
                beyond_int64 = true;
            } else if (number < 0) {
                negative = true;
            }
            result = std::max(result, DTypeId::int64);
        } else if (is_any_float(value) || rt.type_of(value).slots.float_) {
            result = DTypeId::float64;
        } else if (rt.type_of(value).slots.index) {
            result = std::max(result, DTypeId::int64);
        } else {
            return raise(rt, TypeId::TypeError, "numpy: elements of type '%.100s' are not supported",
                         type_name(rt, value));
        }
    }
    if (result == DTypeId::int64 && beyond_int64) return negative ? DTypeId::float64 : DTypeId::uint64;
    return result;
}

// The dtype of a buffer's format; false: none.
bool dtype_of_format(const char* format, DTypeId& id) noexcept {
    ItemFormat item;
    if (!parse_item_format(format, item) || item.swapped) return false;
    switch (item.kind) {
    case ItemKind::boolean: id = DTypeId::bool_; return true;
    case ItemKind::int8: id = DTypeId::int8; return true;
    case ItemKind::uint8: id = DTypeId::uint8; return true;
    case ItemKind::int16: id = DTypeId::int16; return true;
    case ItemKind::uint16: id = DTypeId::uint16; return true;
    case ItemKind::int32: id = DTypeId::int32; return true;
    case ItemKind::uint32: id = DTypeId::uint32; return true;
    case ItemKind::int64: id = DTypeId::int64; return true;
    case ItemKind::uint64: id = DTypeId::uint64; return true;
    case ItemKind::float32: id = DTypeId::float32; return true;
    case ItemKind::float64: id = DTypeId::float64; return true;
    default: return false;
    }
}

} // namespace

Result<Ref<ArrayObject>> array_from(Runtime& rt, Value value, const DTypeId* dtype, bool share) {
    if (is_array(rt, value)) {
        auto& array = array_of(value);
        if (share && (!dtype || *dtype == array.dtype)) return Ref<ArrayObject>::share(&array);
        return copy_as(rt, array, dtype ? *dtype : array.dtype);
    }
    if (is_str_or_subclass(rt, value) || is_bytes_or_subclass(rt, value))
        return raise(rt, TypeId::TypeError, "numpy: elements of type '%.100s' are not supported", type_name(rt, value));
    if (exports_buffer(rt, value)) {
        BufferView view = TRY(BufferView::acquire(rt, value, {buffer_full_ro}));
        const BufferFields& fields = view.fields();
        DTypeId found;
        if (!fields.suboffsets && fields.ndim <= max_dimensions && dtype_of_format(fields.format_text(), found)) {
            Ref<ArrayObject> array = TRY(make_array(
                rt, dtype ? *dtype : found, Shape(fields.shape_array(), fields.shape_array() + fields.ndim), false));
            convert_elements(array->data, array->dtype,
                             {fields.data, fields.ndim, fields.shape_array(), fields.strides_array()}, found);
            return array;
        }
    }
    Flattened flat;
    TRY(flatten(rt, value, 0, flat));
    const DTypeId id = dtype ? *dtype : TRY(found_dtype(rt, flat));
    Ref<ArrayObject> array = TRY(make_array(rt, id, flat.shape, false));
    std::uint8_t* out = array->data;
    for (const Owned& element : flat.values) {
        TRY(store_value(rt, id, element, out)); // the array is not yet known to anybody
        out += array->item_size();
    }
    return array;
}

Result<Shape> shape_argument(Runtime& rt, Value value) {
    Shape shape;
    if (is_list_or_subclass(rt, value) || is_tuple_or_subclass(rt, value)) {
        Ref<TupleObject> items = TRY(tuple_from(rt, value));
        for (std::int64_t i = 0; i < items->size; ++i) shape.push_back(TRY(index_int64(rt, items->items()[i])));
        return shape;
    }
    shape.push_back(TRY(index_int64(rt, value)));
    return shape;
}

// ---- the type

namespace {

Owned int_tuple(Runtime& rt, const std::int64_t* numbers, int count) {
    Ref<TupleObject> tuple = make_tuple(rt, count);
    for (int i = 0; i < count; ++i) tuple->items()[i] = make_int(rt, numbers[i]).release();
    return tuple;
}

Result<Owned> get_shape(Runtime& rt, Value self) { return int_tuple(rt, array_of(self).shape(), array_of(self).ndim); }
Result<Owned> get_strides(Runtime& rt, Value self) {
    return int_tuple(rt, array_of(self).strides(), array_of(self).ndim);
}
Result<Owned> get_dtype(Runtime& rt, Value self) { return dtype_object(rt, array_of(self).dtype); }
Result<Owned> get_ndim(Runtime&, Value self) { return Owned::adopt(Value::from_int(array_of(self).ndim)); }
Result<Owned> get_size(Runtime& rt, Value self) { return make_int(rt, array_of(self).size()); }
Result<Owned> get_itemsize(Runtime& rt, Value self) { return make_int(rt, array_of(self).item_size()); }
Result<Owned> get_nbytes(Runtime& rt, Value self) {
    return make_int(rt, array_of(self).size() * array_of(self).item_size());
}
Result<Owned> get_base(Runtime&, Value self) {
    auto& array = array_of(self);
    Object* base = array.base ? array.base : array.held.owner;
    return base ? Owned::share(Value(base)) : Owned::adopt(Value::none());
}
Result<Owned> get_data(Runtime& rt, Value self) { return Owned(TRY(make_memoryview(rt, self))); }

Ref<ArrayObject> transposed(Runtime& rt, ArrayObject& array, const int* order) {
    Shape shape, strides;
    for (int i = 0; i < array.ndim; ++i) {
        const int from = order ? order[i] : array.ndim - 1 - i;
        shape.push_back(array.shape()[from]);
        strides.push_back(array.strides()[from]);
    }
    return make_view(rt, array, array.data, array.ndim, shape.data(), strides.data());
}

Result<Owned> get_transposed(Runtime& rt, Value self) { return Owned(transposed(rt, array_of(self), nullptr)); }

Result<Owned> transpose(Runtime& rt, Args args) {
    auto& array = array_of(args[0]);
    if (args.count == 1 || (args.count == 2 && args[1].is_none())) return Owned(transposed(rt, array, nullptr));
    Shape axes;
    if (args.count == 2)
        axes = TRY(shape_argument(rt, args[1]));
    else
        for (std::uint32_t i = 1; i < args.count; ++i) axes.push_back(TRY(index_int64(rt, args[i])));
    if (axes.size() != array.ndim) return raise(rt, TypeId::ValueError, "axes don't match array");
    int order[max_dimensions];
    bool seen[max_dimensions] = {};
    for (int i = 0; i < array.ndim; ++i) {
        const std::int64_t axis = axes[static_cast<std::size_t>(i)] < 0 ? axes[static_cast<std::size_t>(i)] + array.ndim
                                                                        : axes[static_cast<std::size_t>(i)];
        if (axis < 0 || axis >= array.ndim)
            return raise(rt, TypeId::ValueError, "axis %lld is out of bounds for array of dimension %d",
                         static_cast<long long>(axes[static_cast<std::size_t>(i)]), array.ndim);
        if (std::exchange(seen[axis], true)) return raise(rt, TypeId::ValueError, "repeated axis in transpose");
        order[i] = static_cast<int>(axis);
    }
    return Owned(transposed(rt, array, order));
}

Result<Owned> reshaped(Runtime& rt, ArrayObject& array, Shape shape) {
    const Shape wanted = shape;
    std::int64_t known = 1, unknown = -1;
    bool fits = true;
    for (std::size_t i = 0; i < shape.size(); ++i) {
        if (shape[i] == -1) {
            if (unknown >= 0) return raise(rt, TypeId::ValueError, "can only specify one unknown dimension");
            unknown = static_cast<std::int64_t>(i);
        } else if (shape[i] < 0) {
            return raise(rt, TypeId::ValueError, "negative dimensions not allowed");
        } else if (!checked_mul_into(known, shape[i])) {
            fits = false;
        }
    }
    const std::int64_t size = array.size();
    if (fits && unknown >= 0) {
        if (known == 0 || size % known != 0)
            fits = false;
        else
            shape[static_cast<std::size_t>(unknown)] = size / known;
    } else if (known != size) {
        fits = false;
    }
    if (!fits)
        return raise(rt, TypeId::ValueError, "cannot reshape array of size %lld into shape %s",
                     static_cast<long long>(size), shape_text(wanted.data(), static_cast<int>(wanted.size())).c_str());
    if (shape.size() > max_dimensions)
        return raise(rt, TypeId::ValueError, "maximum supported dimension for an ndarray is currently %d, found %zu",
                     max_dimensions, shape.size());
    // Contiguous memory is shown in its new shape; other memory is copied.
    Ref<ArrayObject> source =
        array.is_c_contiguous() ? Ref<ArrayObject>::share(&array) : TRY(copy_as(rt, array, array.dtype));
    Shape strides(shape.size());
    fill_c_strides(static_cast<int>(shape.size()), shape.data(), array.item_size(), strides.data());
    return Owned(make_view(rt, *source, source->data, static_cast<int>(shape.size()), shape.data(), strides.data()));
}

Result<Owned> reshape(Runtime& rt, Args args) {
    if (args.count == 1) return raise(rt, TypeId::TypeError, "reshape() takes exactly 1 argument (0 given)");
    Shape shape;
    if (args.count == 2)
        shape = TRY(shape_argument(rt, args[1]));
    else
        for (std::uint32_t i = 1; i < args.count; ++i) shape.push_back(TRY(index_int64(rt, args[i])));
    return reshaped(rt, array_of(args[0]), std::move(shape));
}

Result<Owned> ravel(Runtime& rt, Args args) {
    auto& array = array_of(args[0]);
    return reshaped(rt, array, {array.size()});
}

Result<Owned> flatten_copy(Runtime& rt, Args args) {
    Ref<ArrayObject> copy = TRY(copy_as(rt, array_of(args[0]), array_of(args[0]).dtype));
    return reshaped(rt, *copy, {copy->size()});
}

Result<Owned> list_level(Runtime& rt, ArrayObject& array, const std::uint8_t* at, int dimension) {
    if (dimension == array.ndim) return load_value(rt, array.dtype, at);
    const std::int64_t count = array.shape()[dimension];
    TRY(rt.pay(static_cast<std::uint64_t>(count)));
    Ref<ListObject> list = make_list(rt, count);
    for (std::int64_t i = 0; i < count; ++i, at += array.strides()[dimension])
        list_append(rt, *list, TRY(list_level(rt, array, at, dimension + 1)));
    return Owned(std::move(list));
}

Result<Owned> tolist(Runtime& rt, Args args) { return list_level(rt, array_of(args[0]), array_of(args[0]).data, 0); }

Result<Owned> tobytes(Runtime& rt, Args args) {
    auto& array = array_of(args[0]);
    char order = 'C';
    if (args.has(1) && !args[1].is_none()) {
        if (!is_str_or_subclass(rt, args[1]))
            return raise(rt, TypeId::TypeError, "order must be str, not %.100s", type_name(rt, args[1]));
        const auto& text = *static_cast<StrObject*>(args[1].object());
        if (text.length != 1 || (text[0] != 'C' && text[0] != 'F' && text[0] != 'A'))
            return raise(rt, TypeId::ValueError, "order must be one of 'C', 'F', 'A', or 'K'");
        order = static_cast<char>(text[0]);
    }
    const std::int64_t bytes = array.size() * array.item_size();
    TRY(rt.pay(static_cast<std::uint64_t>(bytes) / 64));
    Ref<BytesObject> result = make_bytes_uninitialised(rt, bytes);
    copy_to_contiguous(result->data(), array.memory(), array.item_size(), order);
    return Owned(std::move(result));
}

Result<Owned> copy(Runtime& rt, Args args) {
    return Owned(TRY(copy_as(rt, array_of(args[0]), array_of(args[0]).dtype)));
}

Result<Owned> astype(Runtime& rt, Args args) {
    const DTypeId id = TRY(dtype_argument(rt, args[1]));
    return Owned(TRY(copy_as(rt, array_of(args[0]), id)));
}

Result<Owned> fill(Runtime& rt, Args args) {
    auto& array = array_of(args[0]);
    alignas(8) std::uint8_t bytes[8];
    TRY(store_value(rt, array.dtype, args[1], bytes));
    if (!array.writable) return raise(rt, TypeId::ValueError, "assignment destination is read-only");
    TRY(rt.pay(static_cast<std::uint64_t>(array.size()) / 16));
    const auto size = static_cast<std::size_t>(array.item_size());
    for_each_item(array.data, array.ndim, array.shape(), array.strides(), nullptr, [&](std::uint8_t* at) {
        std::memcpy(at, bytes, size);
        return true;
    });
    return Owned::adopt(Value::none());
}

Result<Owned> item(Runtime& rt, Args args) {
    auto& array = array_of(args[0]);
    if (args.count == 1) {
        if (array.size() != 1)
            return raise(rt, TypeId::ValueError, "can only convert an array of size 1 to a Python scalar");
        return load_value(rt, array.dtype, array.data);
    }
    std::int64_t place = TRY(index_int64(rt, args[1], TypeId::IndexError));
    const std::int64_t size = array.size(), given = place;
    if (place < 0) place += size;
    if (place < 0 || place >= size)
        return raise(rt, TypeId::IndexError, "index %lld is out of bounds for size %lld", static_cast<long long>(given),
                     static_cast<long long>(size));
    const std::uint8_t* at = array.data;
    for (int i = array.ndim - 1; i >= 0; --i) {
        at += place % array.shape()[i] * array.strides()[i];
        place /= array.shape()[i];
    }
    return load_value(rt, array.dtype, at);
}

Result<std::int64_t> array_length(Runtime& rt, Value self) {
    if (array_of(self).ndim == 0) return raise(rt, TypeId::TypeError, "len() of unsized object");
    return array_of(self).shape()[0];
}

Result<Owned> array_iter(Runtime& rt, Value self) {
    if (array_of(self).ndim == 0) return raise(rt, TypeId::TypeError, "iteration over a 0-d array");
    return Owned(make_sequence_iterator(rt, self));
}

Result<bool> array_contains(Runtime& rt, Value self, Value item) {
    Owned same = TRY(mp::compare(rt, self, item, CompareOp::eq));
    if (!is_array(rt, same)) return truth(rt, same);
    auto& array = array_of(same);
    return !for_each_item(array.data, array.ndim, array.shape(), array.strides(), nullptr,
                          [](std::uint8_t* at) { return *at == 0; });
}

const GetSetDef getsets[] = {
    {"shape", get_shape, nullptr, "Tuple of array dimensions."},
    {"strides", get_strides, nullptr, "Tuple of bytes to step in each dimension when traversing an array."},
    {"dtype", get_dtype, nullptr, "Data-type of the array's elements."},
    {"ndim", get_ndim, nullptr, "Number of array dimensions."},
    {"size", get_size, nullptr, "Number of elements in the array."},
    {"itemsize", get_itemsize, nullptr, "Length of one array element in bytes."},
    {"nbytes", get_nbytes, nullptr, "Total bytes consumed by the elements of the array."},
    {"base", get_base, nullptr, "Base object if memory is from some other object."},
    {"data", get_data, nullptr, "Python buffer object pointing to the start of the array's data."},
    {"T", get_transposed, nullptr, "View of the transposed array."},
    {},
};

const NativeDef methods[] = {
    {"reshape", native<reshape>, 0, -1, nullptr, "Returns an array containing the same data with a new shape."},
    {"ravel", native<ravel>, 0, 0, nullptr, "Return a flattened array."},
    {"flatten", native<flatten_copy>, 0, 0, nullptr, "Return a copy of the array collapsed into one dimension."},
    {"transpose", native<transpose>, 0, -1, nullptr, "Returns a view of the array with axes transposed."},
    {"tolist", native<tolist>, 0, 0, nullptr,
     "Return the array as an ``a.ndim``-levels deep nested list of Python scalars."},
    {"tobytes", native<tobytes>, 0, 1, "order='C'",
     "Construct Python bytes containing the raw data bytes in the array."},
    {"copy", native<copy>, 0, 1, "order='C'", "Return a copy of the array."},
    {"astype", native<astype>, 1, 1, "dtype", "Copy of the array, cast to a specified type."},
    {"fill", native<fill>, 1, 1, nullptr, "Fill the array with a scalar value."},
    {"item", native<item>, 0, 1, nullptr, "Copy an element of an array to a standard Python scalar and return it."},
    {"sum", native<numpy::sum>, 0, 1, "axis=None", "Return the sum of the array elements over the given axis."},
    {"prod", native<numpy::prod>, 0, 1, "axis=None", "Return the product of the array elements over the given axis."},
    {"min", native<numpy::min>, 0, 1, "axis=None", "Return the minimum along a given axis."},
    {"max", native<numpy::max>, 0, 1, "axis=None", "Return the maximum along a given axis."},
    {"mean", native<numpy::mean>, 0, 1, "axis=None", "Returns the average of the array elements along given axis."},
    {"any", native<numpy::any>, 0, 1, "axis=None", "Returns True if any of the elements of `a` evaluate to True."},
    {"all", native<numpy::all>, 0, 1, "axis=None", "Returns True if all elements evaluate to True."},
    {},
};

// What arithmetic.cpp knows, with what every object needs.
const Slots slots = [] {
    Slots result = arithmetic_slots;
    result.dealloc = dealloc;
    result.traverse = traverse;
    result.repr = numpy::repr;
    result.str = numpy::str;
    result.compare = numpy::compare;
    result.iter = array_iter;
    result.length = array_length;
    result.get_item = numpy::get_item;
    result.set_item = numpy::set_item;
    result.contains = array_contains;
    result.get_buffer = get_buffer;
    return result;
}();

} // namespace

const TypeSpec ndarray_spec = {
    .name = "ndarray",
    .module = "numpy",
    .base = TypeId::object,
    .size = sizeof(ArrayObject),
    .flags = type_has_gc | type_weakrefs | type_no_new,
    .slots = slots,
    .methods = methods,
    .getsets = getsets,
    .doc = "An N-dimensional array of elements of one type.",
};

} // namespace mp::numpy
