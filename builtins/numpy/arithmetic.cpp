// Element-wise operators, with broadcasting and numpy 2's rules for the result's type: Python numbers adapt to the array's.
#include <algorithm>
#include <cmath>

#include "builtins/numpy/ndarray.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/list.h"

namespace mp::numpy {

namespace {

enum class Op : std::uint8_t {
    add,
    subtract,
    multiply,
    divide,
    floor_divide,
    remainder,
    power,
    and_,
    or_,
    xor_,
    left_shift,
    right_shift
};

// ---- one element. Integers wrap.

template <class T>
T wrap(std::uint64_t bits) noexcept {
    return static_cast<T>(bits);
}

template <class T>
T floor_divide(T a, T b) noexcept {
    if constexpr (std::is_floating_point_v<T>) {
        if (b == 0) return a / b;
        return static_cast<T>(float_floor_divide(a, b));
    } else {
        if (b == 0) return 0;
        if constexpr (std::is_signed_v<T>) {
            if (b == -1) return wrap<T>(0 - static_cast<std::uint64_t>(a));
            T quotient = static_cast<T>(a / b);
            if (a % b != 0 && (a < 0) != (b < 0)) --quotient;
            return quotient;
        } else {
            return static_cast<T>(a / b);
        }
    }
}

template <class T>
T remainder(T a, T b) noexcept {
    if constexpr (std::is_floating_point_v<T>) {
        if (b == 0) return std::numeric_limits<T>::quiet_NaN();
        return static_cast<T>(float_remainder(a, b));
    } else {
        if (b == 0) return 0;
        if constexpr (std::is_signed_v<T>) {
            if (b == -1) return 0;
            T rest = static_cast<T>(a % b);
            if (rest != 0 && (rest < 0) != (b < 0)) rest = static_cast<T>(rest + b);
            return rest;
        } else {
            return static_cast<T>(a % b);
        }
    }
}

template <class T>
T power(T a, T b) noexcept {
    if constexpr (std::is_floating_point_v<T>)
        return static_cast<T>(std::pow(a, b));
    else {
        std::uint64_t result = 1, base = static_cast<std::uint64_t>(a), exponent = static_cast<std::uint64_t>(b);
        for (; exponent; exponent >>= 1, base *= base)
            if (exponent & 1) result *= base;
        return wrap<T>(result);
    }
}

// ---- all elements. A step of 0 repeats the one element.

struct Operand {
    const std::uint8_t* data;
    std::int64_t step;
};

template <class T, class R, class F>
void walk(std::uint8_t* out, Operand a, Operand b, std::int64_t count, F&& f) noexcept {
    for (std::int64_t i = 0; i < count; ++i, a.data += a.step, b.data += b.step, out += sizeof(R)) {
        const R result = f(load_element<T>(a.data), load_element<T>(b.data));
        std::memcpy(out, &result, sizeof result);
    }
}

template <class T>
void walk_op(Op op, std::uint8_t* out, Operand a, Operand b, std::int64_t count) noexcept {
    const auto run = [&](auto&& f) { walk<T, T>(out, a, b, count, f); };
    if constexpr (std::is_floating_point_v<T>) {
        switch (op) {
        case Op::add: return run([](T x, T y) { return x + y; });
        case Op::subtract: return run([](T x, T y) { return x - y; });
        case Op::multiply: return run([](T x, T y) { return x * y; });
        case Op::divide: return run([](T x, T y) { return x / y; });
        case Op::floor_divide: return run([](T x, T y) { return floor_divide(x, y); });
        case Op::remainder: return run([](T x, T y) { return remainder(x, y); });
        default: return run([](T x, T y) { return power(x, y); });
        }
    } else {
        switch (op) {
        case Op::add:
            return run([](T x, T y) { return wrap<T>(static_cast<std::uint64_t>(x) + static_cast<std::uint64_t>(y)); });
        case Op::subtract:
            return run([](T x, T y) { return wrap<T>(static_cast<std::uint64_t>(x) - static_cast<std::uint64_t>(y)); });
        case Op::multiply:
            return run([](T x, T y) { return wrap<T>(static_cast<std::uint64_t>(x) * static_cast<std::uint64_t>(y)); });
        case Op::floor_divide: return run([](T x, T y) { return floor_divide(x, y); });
        case Op::remainder: return run([](T x, T y) { return remainder(x, y); });
        case Op::power: return run([](T x, T y) { return power(x, y); });
        case Op::and_: return run([](T x, T y) { return static_cast<T>(x & y); });
        case Op::or_: return run([](T x, T y) { return static_cast<T>(x | y); });
        case Op::xor_: return run([](T x, T y) { return static_cast<T>(x ^ y); });
        case Op::left_shift:
            return run([](T x, T y) {
                return static_cast<std::uint64_t>(y) < sizeof(T) * 8 ? wrap<T>(static_cast<std::uint64_t>(x) << y)
                                                                     : T{0};
            });
        default:
            return run([](T x, T y) {
                if (static_cast<std::uint64_t>(y) < sizeof(T) * 8) return static_cast<T>(x >> y);
                return static_cast<T>(x < 0 ? -1 : 0);
            });
        }
    }
}

void walk_bool_op(Op op, std::uint8_t* out, Operand a, Operand b, std::int64_t count) noexcept {
    const auto run = [&](auto&& f) { walk<Bool8, Bool8>(out, a, b, count, f); };
    switch (op) {
    case Op::multiply:
    case Op::and_: return run([](Bool8 x, Bool8 y) { return Bool8(x.byte && y.byte); });
    case Op::xor_: return run([](Bool8 x, Bool8 y) { return Bool8((x.byte != 0) != (y.byte != 0)); });
    default: return run([](Bool8 x, Bool8 y) { return Bool8(x.byte || y.byte); });
    }
}

template <class T>
void walk_compare(CompareOp op, std::uint8_t* out, Operand a, Operand b, std::int64_t count) noexcept {
    const auto run = [&](auto&& f) { walk<T, Bool8>(out, a, b, count, [&](T x, T y) { return Bool8(f(x, y)); }); };
    switch (op) {
    case CompareOp::lt: return run([](T x, T y) { return x < y; });
    case CompareOp::le: return run([](T x, T y) { return x <= y; });
    case CompareOp::eq: return run([](T x, T y) { return x == y; });
    case CompareOp::ne: return run([](T x, T y) { return x != y; });
    case CompareOp::gt: return run([](T x, T y) { return x > y; });
    default: return run([](T x, T y) { return x >= y; });
    }
}

// ---- operands

// One side of an operator: an array, or a Python number whose type gives way.
struct Side {
    OptRef<ArrayObject> array;
    Value number; // when array is null: an int, float or bool
};

bool is_number(Value value) noexcept { return value.is_bool() || is_any_int(value) || is_any_float(value); }

// False: something that arrays do not work with.
Result<bool> side_of(Runtime& rt, Value value, Side& side) {
    if (is_array(rt, value))
        side.array = Ref<ArrayObject>::share(&array_of(value));
    else if (is_number(value))
        side.number = value;
    else if (is_list_or_subclass(rt, value) || rt.type_of(value).slots.get_buffer ||
             is_subtype(&rt.type_of(value), &rt.type(TypeId::tuple))) {
        if (rt.type_of(value).slots.get_buffer && (is_subtype(&rt.type_of(value), &rt.type(TypeId::bytes))))
            return false;
        side.array = TRY(array_from(rt, value, nullptr, true));
    } else {
        return false;
    }
    return true;
}

DTypeId kind_of(Value number) noexcept {
    return number.is_bool() ? DTypeId::bool_ : is_any_int(number) ? DTypeId::int64 : DTypeId::float64;
}

// The common type: of two arrays the promoted one; a Python number gives way unless its kind is higher.
DTypeId common_type(const Side& a, const Side& b) noexcept {
    if (a.array && b.array) return promote(a.array->dtype, b.array->dtype);
    if (!a.array && !b.array) return promote(kind_of(a.number), kind_of(b.number));
    const DTypeId array = a.array ? a.array->dtype : b.array->dtype;
    const DTypeId number = kind_of(a.array ? b.number : a.number);
    if (number == DTypeId::bool_) return array;
    if (number == DTypeId::int64) return array == DTypeId::bool_ ? DTypeId::int64 : array;
    return is_float(array) ? array : DTypeId::float64;
}

Result<Shape> broadcast_shape(Runtime& rt, Side& a, Side& b) {
    const int a_ndim = a.array ? a.array->ndim : 0, b_ndim = b.array ? b.array->ndim : 0;
    const int ndim = std::max(a_ndim, b_ndim);
    Shape shape(static_cast<std::size_t>(ndim));
    for (int i = 0; i < ndim; ++i) {
        const int ia = i - (ndim - a_ndim), ib = i - (ndim - b_ndim);
        const std::int64_t la = ia >= 0 ? a.array->shape()[ia] : 1, lb = ib >= 0 ? b.array->shape()[ib] : 1;
        if (la != lb && la != 1 && lb != 1)
            return raise(rt, TypeId::ValueError, "operands could not be broadcast together with shapes %s %s ",
                         shape_text(a.array->shape(), a_ndim).c_str(), shape_text(b.array->shape(), b_ndim).c_str());
        shape[static_cast<std::size_t>(i)] = la == 1 ? lb : la;
    }
    return shape;
}

// The elements of one side in the common type and shape: in place when they lie so, else converted.
class Elements {
public:
    Result<void> prepare(Runtime& rt, Side& side, DTypeId dtype, const Shape& shape) {
        const std::int64_t size = dtype_of(dtype).size;
        if (!side.array) {
            TRY(store_value(rt, dtype, side.number, scalar_));
            operand = {scalar_, 0};
            return ok;
        }
        ArrayObject& array = *side.array;
        if (array.size() == 1) {
            convert_elements(scalar_, dtype, array.memory(), array.dtype);
            operand = {scalar_, 0};
            return ok;
        }
        const int ndim = static_cast<int>(shape.size());
        if (array.dtype == dtype && array.ndim == ndim && std::equal(shape.begin(), shape.end(), array.shape()) &&
            array.is_c_contiguous()) {
            operand = {array.data, size};
            return ok;
        }
        std::int64_t strides[max_dimensions] = {};
        for (int i = 0; i < array.ndim; ++i)
            if (array.shape()[i] != 1) strides[ndim - array.ndim + i] = array.strides()[i];
        const std::int64_t bytes = total_bytes(ndim, shape.data(), size);
        if (bytes < 0) return raise(rt, TypeId::ValueError, "array is too big");
        scratch_ = std::make_unique<Scratch>(rt, static_cast<std::size_t>(bytes));
        convert_elements(scratch_->get(), dtype, {array.data, ndim, shape.data(), strides}, array.dtype);
        operand = {scratch_->get(), size};
        return ok;
    }
    Operand operand{};

private:
    alignas(8) std::uint8_t scalar_[8];
    std::unique_ptr<Scratch> scratch_;
};

constexpr const char* op_names[] = {"add",   "subtract",    "multiply",   "divide",      "floor_divide", "remainder",
                                    "power", "bitwise_and", "bitwise_or", "bitwise_xor", "left_shift",   "right_shift"};

// The type the operation is done in; raises for types that it is not defined for.
Result<DTypeId> operation_type(Runtime& rt, Op op, DTypeId common) {
    switch (op) {
    case Op::divide: return is_float(common) ? common : DTypeId::float64;
    case Op::subtract:
        if (common == DTypeId::bool_)
            return raise(rt, TypeId::TypeError,
                         "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` "
                         "operator, or the logical_xor function instead.");
        return common;
    case Op::floor_divide:
    case Op::remainder:
    case Op::power: return common == DTypeId::bool_ ? DTypeId::int8 : common;
    case Op::left_shift:
    case Op::right_shift:
        if (common == DTypeId::bool_) return DTypeId::int8;
        [[fallthrough]];
    case Op::and_:
    case Op::or_:
    case Op::xor_:
        if (is_float(common))
            return raise(rt, TypeId::TypeError,
                         "ufunc '%s' not supported for the input types, and the inputs could not be safely coerced to "
                         "any supported types according to the casting rule "
                         "''safe''",
                         op_names[static_cast<int>(op)]);
        return common;
    default: return common;
    }
}

Result<Ref<ArrayObject>> operate(Runtime& rt, Op op, Side& a, Side& b) {
    const DTypeId dtype = TRY(operation_type(rt, op, common_type(a, b)));
    const Shape shape = TRY(broadcast_shape(rt, a, b));
    Elements left, right;
    TRY(left.prepare(rt, a, dtype, shape));
    TRY(right.prepare(rt, b, dtype, shape));
    Ref<ArrayObject> result = TRY(make_array(rt, dtype, shape, false));
    const std::int64_t count = result->size();
    TRY(rt.pay(static_cast<std::uint64_t>(count) / 4));
    if (op == Op::power && is_integer(dtype) && is_signed(dtype)) {
        bool negative = false;
        visit(dtype, [&]<class T>(T) {
            if constexpr (std::is_signed_v<T> && std::is_integral_v<T>)
                for (std::int64_t i = 0; i < count; ++i)
                    negative |= load_element<T>(right.operand.data + i * right.operand.step) < 0;
        });
        if (negative) return raise(rt, TypeId::ValueError, "Integers to negative integer powers are not allowed.");
    }
    visit(dtype, [&]<class T>(T) {
        if constexpr (std::is_same_v<T, Bool8>)
            walk_bool_op(op, result->data, left.operand, right.operand, count);
        else
            walk_op<T>(op, result->data, left.operand, right.operand, count);
    });
    return result;
}

template <Op O>
Result<Owned> binary(Runtime& rt, Value left, Value right) {
    Side a, b;
    if (!TRY(side_of(rt, left, a)) || !TRY(side_of(rt, right, b))) return Owned::adopt(Value::not_implemented());
    return unwrap(rt, TRY(operate(rt, O, a, b)));
}

Result<Owned> power_slot(Runtime& rt, Value base, Value exponent, Value modulus) {
    if (!modulus.is_none()) return Owned::adopt(Value::not_implemented());
    return binary<Op::power>(rt, base, exponent);
}

// a op= b: into a's own memory.
template <Op O>
Result<Owned> inplace(Runtime& rt, Value left, Value right) {
    Side a, b;
    if (!TRY(side_of(rt, left, a)) || !TRY(side_of(rt, right, b))) return Owned::adopt(Value::not_implemented());
    auto& target = array_of(left);
    if (!target.writable) return raise(rt, TypeId::ValueError, "output array is read-only");
    Ref<ArrayObject> result = TRY(operate(rt, O, a, b));
    const auto rank = [](DTypeId id) { return id == DTypeId::bool_ ? 0 : is_float(id) ? 2 : 1; };
    if (rank(result->dtype) > rank(target.dtype) ||
        (is_integer(result->dtype) && is_signed(result->dtype) && dtype_of(target.dtype).kind == 'u'))
        return raise(rt, TypeId::TypeError,
                     "Cannot cast ufunc '%s' output from dtype('%s') to dtype('%s') with casting rule 'same_kind'",
                     op_names[static_cast<int>(O)], dtype_of(result->dtype).name, dtype_of(target.dtype).name);
    if (result->ndim != target.ndim || !std::equal(target.shape(), target.shape() + target.ndim, result->shape()))
        return raise(rt, TypeId::ValueError,
                     "non-broadcastable output operand with shape %s doesn't match the broadcast shape %s",
                     shape_text(target.shape(), target.ndim).c_str(),
                     shape_text(result->shape(), result->ndim).c_str());
    TRY(assign_elements(rt, target, *result));
    return Owned::share(left);
}

Result<Owned> inplace_power_slot(Runtime& rt, Value left, Value right) { return inplace<Op::power>(rt, left, right); }

template <class F>
Result<Owned> unary(Runtime& rt, Value self, F&& f) {
    auto& array = array_of(self);
    Ref<ArrayObject> result = TRY(copy_as(rt, array, array.dtype));
    const std::int64_t count = result->size();
    visit(array.dtype, [&]<class T>(T) {
        for (std::int64_t i = 0; i < count; ++i) {
            std::uint8_t* at = result->data + i * static_cast<std::int64_t>(sizeof(T));
            const T value = f(load_element<T>(at));
            std::memcpy(at, &value, sizeof value);
        }
    });
    return unwrap(rt, std::move(result));
}

Result<Owned> negative_slot(Runtime& rt, Value self) {
    if (array_of(self).dtype == DTypeId::bool_)
        return raise(rt, TypeId::TypeError,
                     "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the "
                     "logical_not function instead.");
    return unary(rt, self, []<class T>(T value) {
        if constexpr (std::is_same_v<T, Bool8>)
            return value;
        else if constexpr (std::is_floating_point_v<T>)
            return static_cast<T>(-value);
        else
            return wrap<T>(0 - static_cast<std::uint64_t>(value));
    });
}

Result<Owned> positive_slot(Runtime& rt, Value self) {
    return unary(rt, self, []<class T>(T value) { return value; });
}

Result<Owned> absolute_slot(Runtime& rt, Value self) {
    return unary(rt, self, []<class T>(T value) {
        if constexpr (std::is_floating_point_v<T>)
            return std::fabs(value);
        else if constexpr (std::is_integral_v<T> && std::is_signed_v<T>)
            return value < 0 ? wrap<T>(0 - static_cast<std::uint64_t>(value)) : value;
        else
            return value;
    });
}

Result<Owned> invert_slot(Runtime& rt, Value self) {
    if (is_float(array_of(self).dtype))
        return raise(rt, TypeId::TypeError,
                     "ufunc 'invert' not supported for the input types, and the inputs could not be safely coerced to "
                     "any supported types according to the casting rule ''safe''");
    return unary(rt, self, []<class T>(T value) {
        if constexpr (std::is_same_v<T, Bool8>)
            return Bool8(value.byte == 0);
        else if constexpr (std::is_floating_point_v<T>)
            return value;
        else
            return static_cast<T>(~value);
    });
}

Result<bool> truth_slot(Runtime& rt, Value self) {
    auto& array = array_of(self);
    const std::int64_t size = array.size();
    if (size == 0)
        return raise(rt, TypeId::ValueError,
                     "The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an array is "
                     "not empty.");
    if (size > 1)
        return raise(rt, TypeId::ValueError,
                     "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()");
    Owned value = load_value(rt, array.dtype, array.data);
    return truth(rt, value);
}

Result<Owned> only_element(Runtime& rt, Value self) {
    auto& array = array_of(self);
    if (array.size() != 1 || array.ndim != 0) {
        if (array.size() != 1)
            return raise(rt, TypeId::TypeError, "only length-1 arrays can be converted to Python scalars");
    }
    return load_value(rt, array.dtype, array.data);
}

Result<Owned> int_slot(Runtime& rt, Value self) {
    Owned value = TRY(only_element(rt, self));
    return is_any_float(value) ? int_from_double(rt, float_value(value)) : Result<Owned>(exact_int(rt, value));
}

Result<Owned> float_slot(Runtime& rt, Value self) {
    Owned value = TRY(only_element(rt, self));
    return make_float(rt, TRY(to_double(rt, value)));
}

Result<Owned> index_slot(Runtime& rt, Value self) {
    auto& array = array_of(self);
    if (array.ndim != 0 || !is_integer(array.dtype))
        return raise(rt, TypeId::TypeError, "only integer scalar arrays can be converted to a scalar index");
    return load_value(rt, array.dtype, array.data);
}

} // namespace

Result<Owned> compare(Runtime& rt, Value left, Value right, CompareOp op) {
    Side a, b;
    if (!TRY(side_of(rt, left, a)) || !TRY(side_of(rt, right, b))) return Owned::adopt(Value::not_implemented());
    DTypeId dtype = common_type(a, b);
    // A Python int that the array's type cannot hold still compares by value.
    for (const Side* side : {&a, &b}) {
        std::int64_t number;
        if (side->array || !is_any_int(side->number) || !is_integer(dtype)) continue;
        alignas(8) std::uint8_t bytes[8];
        ItemFormat item;
        parse_item_format(dtype_of(dtype).code, item);
        if (encode_item(rt, item, side->number, bytes) != Encoded::done)
            dtype = dtype != DTypeId::uint64 && int_to_int64(side->number, number) ? DTypeId::int64 : DTypeId::float64;
    }
    const Shape shape = TRY(broadcast_shape(rt, a, b));
    Elements x, y;
    TRY(x.prepare(rt, a, dtype, shape));
    TRY(y.prepare(rt, b, dtype, shape));
    Ref<ArrayObject> result = TRY(make_array(rt, DTypeId::bool_, shape, false));
    const std::int64_t count = result->size();
    TRY(rt.pay(static_cast<std::uint64_t>(count) / 4));
    visit(dtype, [&]<class T>(T) {
        if constexpr (std::is_same_v<T, Bool8>) {
            walk<Bool8, Bool8>(result->data, x.operand, y.operand, count, [op](Bool8 p, Bool8 q) {
                const int u = p.byte != 0, v = q.byte != 0;
                switch (op) {
                case CompareOp::lt: return Bool8(u < v);
                case CompareOp::le: return Bool8(u <= v);
                case CompareOp::eq: return Bool8(u == v);
                case CompareOp::ne: return Bool8(u != v);
                case CompareOp::gt: return Bool8(u > v);
                default: return Bool8(u >= v);
                }
            });
        } else {
            walk_compare<T>(op, result->data, x.operand, y.operand, count);
        }
    });
    return unwrap(rt, std::move(result));
}

constinit const Slots arithmetic_slots = {
    .add = binary<Op::add>,
    .subtract = binary<Op::subtract>,
    .multiply = binary<Op::multiply>,
    .true_divide = binary<Op::divide>,
    .floor_divide = binary<Op::floor_divide>,
    .remainder = binary<Op::remainder>,
    .left_shift = binary<Op::left_shift>,
    .right_shift = binary<Op::right_shift>,
    .and_ = binary<Op::and_>,
    .xor_ = binary<Op::xor_>,
    .or_ = binary<Op::or_>,
    .power = power_slot,
    .inplace_add = inplace<Op::add>,
    .inplace_subtract = inplace<Op::subtract>,
    .inplace_multiply = inplace<Op::multiply>,
    .inplace_true_divide = inplace<Op::divide>,
    .inplace_floor_divide = inplace<Op::floor_divide>,
    .inplace_remainder = inplace<Op::remainder>,
    .inplace_left_shift = inplace<Op::left_shift>,
    .inplace_right_shift = inplace<Op::right_shift>,
    .inplace_and = inplace<Op::and_>,
    .inplace_xor = inplace<Op::xor_>,
    .inplace_or = inplace<Op::or_>,
    .inplace_power = inplace_power_slot,
    .negative = negative_slot,
    .positive = positive_slot,
    .absolute = absolute_slot,
    .invert = invert_slot,
    .int_ = int_slot,
    .float_ = float_slot,
    .index = index_slot,
    .bool_ = truth_slot,
};

} // namespace mp::numpy
