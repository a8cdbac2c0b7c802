// The module: functions that make arrays, and its names.
#include <cmath>
#include <limits>
#include <numbers>

#include "builtins/modules.h"
#include "builtins/numpy/ndarray.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/module.h"
#include "objects/types/str.h"

namespace mp {

namespace numpy {

namespace {

// A dtype argument that may be left out.
struct OptionalDType {
    DTypeId id = DTypeId::float64;
    bool given = false;
    const DTypeId* pointer() const noexcept { return given ? &id : nullptr; }
};
Result<OptionalDType> optional_dtype(Runtime& rt, Args args, std::size_t i) {
    if (!args.has(i) || args[i].is_none()) return OptionalDType{};
    return OptionalDType{TRY(dtype_argument(rt, args[i])), true};
}

Result<Owned> function_array(Runtime& rt, Args args) {
    const OptionalDType dtype = TRY(optional_dtype(rt, args, 1));
    const bool copy = !args.has(2) || TRY(truth(rt, args[2]));
    return Owned(TRY(array_from(rt, args[0], dtype.pointer(), !copy)));
}

Result<Owned> function_asarray(Runtime& rt, Args args) {
    const OptionalDType dtype = TRY(optional_dtype(rt, args, 1));
    return Owned(TRY(array_from(rt, args[0], dtype.pointer(), true)));
}

Result<void> fill_with(Runtime& rt, ArrayObject& array, Value value) {
    Ref<ArrayObject> source = TRY(array_from(rt, value, &array.dtype, true));
    return assign_elements(rt, array, *source);
}

Result<Owned> function_zeros(Runtime& rt, Args args) {
    const Shape shape = TRY(shape_argument(rt, args[0]));
    const OptionalDType dtype = TRY(optional_dtype(rt, args, 1));
    return Owned(TRY(make_array(rt, dtype.id, shape, true)));
}

Result<Owned> function_ones(Runtime& rt, Args args) {
    const Shape shape = TRY(shape_argument(rt, args[0]));
    const OptionalDType dtype = TRY(optional_dtype(rt, args, 1));
    Ref<ArrayObject> array = TRY(make_array(rt, dtype.id, shape, false));
    TRY(fill_with(rt, *array, Value::from_int(1)));
    return Owned(std::move(array));
}

Result<Owned> function_full(Runtime& rt, Args args) {
    const Shape shape = TRY(shape_argument(rt, args[0]));
    const OptionalDType dtype = TRY(optional_dtype(rt, args, 2));
    Ref<ArrayObject> source = TRY(array_from(rt, args[1], dtype.pointer(), true));
    Ref<ArrayObject> array = TRY(make_array(rt, source->dtype, shape, false));
    TRY(assign_elements(rt, *array, *source));
    return Owned(std::move(array));
}

Result<Owned> like(Runtime& rt, Args args, bool ones) {
    Ref<ArrayObject> model = TRY(array_from(rt, args[0], nullptr, true));
    const OptionalDType dtype = TRY(optional_dtype(rt, args, 1));
    Ref<ArrayObject> array = TRY(make_array(rt, dtype.given ? dtype.id : model->dtype,
                                            Shape(model->shape(), model->shape() + model->ndim), !ones));
    if (ones) TRY(fill_with(rt, *array, Value::from_int(1)));
    return Owned(std::move(array));
}
Result<Owned> function_zeros_like(Runtime& rt, Args args) { return like(rt, args, false); }
Result<Owned> function_ones_like(Runtime& rt, Args args) { return like(rt, args, true); }

// arange(stop), arange(start, stop, step): computed as start + i * step, in ints when all are.
Result<Owned> function_arange(Runtime& rt, Args args) {
    Value start = Value::from_int(0), stop = args[0], step = Value::from_int(1);
    if (args.has(1) && !args[1].is_none()) {
        start = args[0];
        stop = args[1];
    }
    if (args.has(2) && !args[2].is_none()) step = args[2];
    const OptionalDType dtype = TRY(optional_dtype(rt, args, 3));
    const bool ints = is_any_int(start) && is_any_int(stop) && is_any_int(step);
    if (ints) {
        const std::int64_t first = TRY(index_int64(rt, start)), end = TRY(index_int64(rt, stop)),
                           by = TRY(index_int64(rt, step));
        if (by == 0) return raise(rt, TypeId::ZeroDivisionError, "division by zero");
        std::int64_t count = 0;
        if (by > 0 ? first < end : first > end) {
            const std::uint64_t distance = by > 0 ? static_cast<std::uint64_t>(end) - static_cast<std::uint64_t>(first)
                                                  : static_cast<std::uint64_t>(first) - static_cast<std::uint64_t>(end);
            const std::uint64_t size = by > 0 ? static_cast<std::uint64_t>(by) : 0 - static_cast<std::uint64_t>(by);
            const std::uint64_t steps = (distance - 1) / size;
            if (steps >= static_cast<std::uint64_t>(INT64_MAX))
                return raise(rt, TypeId::ValueError, "Maximum allowed size exceeded");
            count = static_cast<std::int64_t>(steps) + 1;
        }
        const DTypeId id = dtype.given ? dtype.id : DTypeId::int64;
        Ref<ArrayObject> array = TRY(make_array(rt, id, {count}, false));
        TRY(rt.pay(static_cast<std::uint64_t>(count) / 8));
        // The ends must fit the type; what lies between then does.
        alignas(8) std::uint8_t bytes[8];
        if (count > 0) {
            TRY(store_value(rt, id, start, bytes));
            Owned last = make_int(rt, first + (count - 1) * by);
            TRY(store_value(rt, id, last, bytes));
        }
        visit(id, [&]<class T>(T) {
            for (std::int64_t i = 0; i < count; ++i) {
                const T value = convert<T>(first + i * by);
                std::memcpy(array->data + i * static_cast<std::int64_t>(sizeof(T)), &value, sizeof value);
            }
        });
        return Owned(std::move(array));
    }
    const double first = TRY(to_double(rt, start)), end = TRY(to_double(rt, stop)), by = TRY(to_double(rt, step));
    if (by == 0) return raise(rt, TypeId::ZeroDivisionError, "float division by zero");
    const double steps = std::ceil((end - first) / by);
    if (std::isnan(steps)) return raise(rt, TypeId::ValueError, "arange: cannot compute length");
    if (steps >= 9e18) return raise(rt, TypeId::ValueError, "Maximum allowed size exceeded");
    const std::int64_t count = steps > 0 ? static_cast<std::int64_t>(steps) : 0;
    const DTypeId id = dtype.given ? dtype.id : DTypeId::float64;
    Ref<ArrayObject> array = TRY(make_array(rt, id, {count}, false));
    TRY(rt.pay(static_cast<std::uint64_t>(count) / 8));
    const double delta = first + by - first; // numpy's: the difference of the first two elements
    visit(id, [&]<class T>(T) {
        for (std::int64_t i = 0; i < count; ++i) {
            const T value = convert<T>(first + static_cast<double>(i) * delta);
            std::memcpy(array->data + i * static_cast<std::int64_t>(sizeof(T)), &value, sizeof value);
        }
    });
    return Owned(std::move(array));
}

// frombuffer(buffer, dtype=float, count=-1, offset=0): an array on the exporter's memory, which it holds.
Result<Owned> function_frombuffer(Runtime& rt, Args args) {
    const OptionalDType dtype = TRY(optional_dtype(rt, args, 1));
    std::int64_t count = args.has(2) ? TRY(index_int64(rt, args[2])) : -1;
    const std::int64_t offset = args.has(3) ? TRY(index_int64(rt, args[3])) : 0;
    BufferView view = TRY(BufferView::acquire(rt, args[0]));
    const std::int64_t length = view.fields().length, size = dtype_of(dtype.id).size;
    if (offset < 0 || offset > length)
        return raise(rt, TypeId::ValueError, "offset must be non-negative and no greater than buffer length (%lld)",
                     static_cast<long long>(length));
    if (count < 0) {
        if ((length - offset) % size != 0)
            return raise(rt, TypeId::ValueError, "buffer size must be a multiple of element size");
        count = (length - offset) / size;
    } else if (count > (length - offset) / size) {
        return raise(rt, TypeId::ValueError, "buffer is smaller than requested size");
    }
    // Whether it may be written to is asked for, not assumed.
    Ref<ArrayObject> array = TRY(make_array(rt, dtype.id, {0}, false));
    array->data = view.fields().data + offset;
    array->writable = !view.fields().readonly;
    array->shape()[0] = count;
    array->held = view.detach();
    return Owned(std::move(array));
}

// numpy.sum(a, axis=None) and so on: the method of the array.
template <Result<Owned> (*Method)(Runtime&, Args)>
Result<Owned> function_reduce(Runtime& rt, Args args) {
    Ref<ArrayObject> array = TRY(array_from(rt, args[0], nullptr, true));
    Value values[2] = {Value(array.get()), args.has(1) ? args[1] : Value::none()};
    return Method(rt, Args{values, 2});
}

const NativeDef functions_table[] = {
    {"array", native<function_array>, 1, 3, "object, dtype=None, copy=True", "Create an array."},
    {"asarray", native<function_asarray>, 1, 2, "a, dtype=None", "Convert the input to an array."},
    {"zeros", native<function_zeros>, 1, 2, "shape, dtype=float",
     "Return a new array of given shape and type, filled with zeros."},
    {"ones", native<function_ones>, 1, 2, "shape, dtype=None",
     "Return a new array of given shape and type, filled with ones."},
    {"empty", native<function_zeros>, 1, 2, "shape, dtype=float",
     "Return a new array of given shape and type. Its elements are zeros."},
    {"full", native<function_full>, 2, 3, "shape, fill_value, dtype=None",
     "Return a new array of given shape and type, filled with `fill_value`."},
    {"zeros_like", native<function_zeros_like>, 1, 2, "a, dtype=None",
     "Return an array of zeros with the same shape and type as a given array."},
    {"ones_like", native<function_ones_like>, 1, 2, "a, dtype=None",
     "Return an array of ones with the same shape and type as a given array."},
    {"arange", native<function_arange>, 1, 4, "start, stop=None, step=1, dtype=None",
     "Return evenly spaced values within a given interval."},
    {"frombuffer", native<function_frombuffer>, 1, 4, "buffer, dtype=float, count=-1, offset=0",
     "Interpret a buffer as a 1-dimensional array."},
    {"sum", native<function_reduce<numpy::sum>>, 1, 2, "a, axis=None", "Sum of array elements over a given axis."},
    {"prod", native<function_reduce<numpy::prod>>, 1, 2, "a, axis=None",
     "Return the product of array elements over a given axis."},
    {"min", native<function_reduce<numpy::min>>, 1, 2, "a, axis=None",
     "Return the minimum of an array or minimum along an axis."},
    {"max", native<function_reduce<numpy::max>>, 1, 2, "a, axis=None",
     "Return the maximum of an array or maximum along an axis."},
    {"mean", native<function_reduce<numpy::mean>>, 1, 2, "a, axis=None",
     "Compute the arithmetic mean along the specified axis."},
    {"any", native<function_reduce<numpy::any>>, 1, 2, "a, axis=None",
     "Test whether any array element evaluates to True."},
    {"all", native<function_reduce<numpy::all>>, 1, 2, "a, axis=None",
     "Test whether all array elements evaluate to True."},
    {},
};

Result<void> fill(Runtime& rt, ModuleObject& module) {
    State& state = state_of(rt);
    if (!state.ndarray) {
        state.ndarray = TRY(make_native_type(rt, ndarray_spec));
        state.dtype = TRY(make_native_type(rt, dtype_spec));
        for (int i = 0; i < dtype_count; ++i) state.scalars[i] = TRY(make_native_type(rt, scalar_specs[i]));
    }
    module_add(rt, module, "ndarray", Owned::share(Value(state.ndarray.get())));
    module_add(rt, module, "dtype", Owned::share(Value(state.dtype.get())));
    const auto add_scalar = [&](const char* name, DTypeId id) {
        module_add(rt, module, name, Owned::share(Value(state.scalars[static_cast<int>(id)].get())));
    };
    for (const DType& dtype : dtypes) add_scalar(dtype.name, dtype.id);
    add_scalar("bool_", DTypeId::bool_);
    add_scalar("byte", DTypeId::int8);
    add_scalar("ubyte", DTypeId::uint8);
    add_scalar("short", DTypeId::int16);
    add_scalar("ushort", DTypeId::uint16);
    add_scalar("intc", DTypeId::int32);
    add_scalar("uintc", DTypeId::uint32);
    add_scalar("int_", DTypeId::int64);
    add_scalar("intp", DTypeId::int64);
    add_scalar("uint", DTypeId::uint64);
    add_scalar("single", DTypeId::float32);
    add_scalar("double", DTypeId::float64);
    module_add(rt, module, "pi", make_float(rt, std::numbers::pi));
    module_add(rt, module, "e", make_float(rt, std::numbers::e));
    module_add(rt, module, "inf", make_float(rt, std::numeric_limits<double>::infinity()));
    module_add(rt, module, "nan", make_float(rt, std::numeric_limits<double>::quiet_NaN()));
    module_add(rt, module, "newaxis", Owned::adopt(Value::none()));
    module_add(rt, module, "__version__", Owned(make_str(rt, "2.0.0")));
    return ok;
}

} // namespace

} // namespace numpy

extern const ModuleDef numpy_module_def;
const ModuleDef numpy_module_def = {
    .name = "numpy",
    .doc = "A built-in subset of NumPy: N-dimensional arrays that export their memory.",
    .functions = numpy::functions_table,
    .fill = numpy::fill,
};

} // namespace mp
