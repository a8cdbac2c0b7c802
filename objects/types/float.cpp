// float: making, arithmetic with Python's sign rules, slots, type.
#include <cmath>

#include "objects/core/raise.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/exception.h"
#include "objects/types/float_methods.h"
#include "objects/types/int_limbs.h"
#include "objects/types/number_text.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

Owned make_float(Runtime& rt, double value) {
    if (Value::fits_float(value)) [[likely]]
        return Owned::adopt(Value::from_float(value));
    auto* object = rt.make<FloatObject>(TypeId::float_);
    object->value = value;
    return Owned::adopt(object);
}

Raised raise_range_error(Runtime& rt) {
    Ref<StrObject> text = make_str(rt, "Numerical result out of range");
    Ref<TupleObject> arguments = tuple_of(rt, Value::from_int(34), text);
    Ref<ExceptionObject> exception = make_exception(rt, TypeId::OverflowError);
    TupleObject* old = exception->arguments;
    exception->arguments = arguments.release();
    if (old) release(old);
    return raise_exception(rt, std::move(exception));
}

double float_remainder(double a, double b) noexcept {
    double rest = std::fmod(a, b);
    if (rest == 0) return std::copysign(0.0, b);
    if ((b < 0) != (rest < 0)) rest += b;
    return rest;
}

double float_floor_divide(double a, double b) noexcept {
    double rest = std::fmod(a, b);
    double quotient = (a - rest) / b; // an integer, but for rounding
    if (rest != 0 && (b < 0) != (rest < 0)) quotient -= 1.0;
    if (quotient == 0) return std::copysign(0.0, a / b);
    double whole = std::floor(quotient);
    if (quotient - whole > 0.5) whole += 1.0;
    return whole;
}

// C's pow() with CPython's answers for the cases where platforms differ (floatobject.c, float_pow).
Result<Owned> float_power(Runtime& rt, double a, double b) {
    if (b == 0) return make_float(rt, 1.0);
    if (std::isnan(a)) return make_float(rt, a);
    if (std::isnan(b)) return make_float(rt, a == 1.0 ? 1.0 : b);
    if (std::isinf(b)) {
        const double size = std::fabs(a);
        if (size == 1.0) return make_float(rt, 1.0);
        return make_float(rt, (b > 0) == (size > 1.0) ? std::fabs(b) : 0.0);
    }
    const bool odd = std::fmod(std::fabs(b), 2.0) == 1.0;
    if (std::isinf(a)) {
        if (b > 0) return make_float(rt, odd ? a : std::fabs(a));
        return make_float(rt, odd ? std::copysign(0.0, a) : 0.0);
    }
    if (a == 0) {
        if (b < 0) return raise(rt, TypeId::ZeroDivisionError, "0.0 cannot be raised to a negative power");
        return make_float(rt, odd ? a : 0.0);
    }
    bool negate = false;
    if (a < 0) {
        if (b != std::floor(b)) { // a root of a negative number is complex
            const ComplexNumber result = TRY(complex_power(rt, {a, 0}, {b, 0}));
            return make_complex(rt, result.real, result.imag);
        }
        a = -a;
        negate = odd;
    }
    const double result = a == 1.0 ? 1.0 : std::pow(a, b);
    if (std::isinf(result)) return raise_range_error(rt);
    return make_float(rt, negate ? -result : result);
}

namespace {

void dealloc(Runtime& rt, Object* object) { rt.free_object(object, sizeof(FloatObject)); }

Owned exact_float(Runtime& rt, Value self) {
    if (self.is_float() || self.object()->layout == Layout::float_) return Owned::share(self);
    return make_float(rt, float_value(self));
}

Result<Owned> new_float(Runtime& rt, Type* type, Args args) {
    const bool exact = type == &rt.type(TypeId::float_);
    if (exact || type->slots.init == rt.type(TypeId::float_).slots.init) TRY(no_keywords(rt, "float", args));
    const std::uint32_t positional = args.count - (args.names ? static_cast<std::uint32_t>(args.names->size) : 0);
    if (positional > 1) return raise_arity(rt, "float", 0, 1, positional);
    Owned value = Owned::adopt(Value::from_float(0.0));
    if (positional == 1) value = TRY(to_float(rt, args[0]));
    if (exact) return value;
    const double number = float_value(value);
    auto* object = static_cast<FloatObject*>(rt.make_instance(*type));
    object->value = number;
    return Owned::adopt(object);
}

Result<Owned> repr_slot(Runtime& rt, Value self) {
    char buffer[40];
    const std::size_t length = float_repr(float_value(self), buffer);
    return Owned(make_str_latin1(rt, reinterpret_cast<const std::uint8_t*>(buffer), static_cast<std::int64_t>(length)));
}
Result<std::int64_t> hash_slot(Runtime&, Value self) { return hash_double(float_value(self), self); }
Result<bool> bool_slot(Runtime&, Value self) { return float_value(self) != 0; }

bool holds(CompareOp op, int order) noexcept {
    switch (op) {
    case CompareOp::lt: return order < 0;
    case CompareOp::le: return order <= 0;
    case CompareOp::eq: return order == 0;
    case CompareOp::ne: return order != 0;
    case CompareOp::gt: return order > 0;
    case CompareOp::ge: return order >= 0;
    }
    return false;
}

Result<Owned> compare_slot(Runtime&, Value left, Value right, CompareOp op) {
    const bool left_float = is_any_float(left), right_float = is_any_float(right);
    if ((!left_float && !is_any_int(left)) || (!right_float && !is_any_int(right)))
        return Owned::adopt(Value::not_implemented());
    const double x = left_float ? float_value(left) : 0, y = right_float ? float_value(right) : 0;
    if (x != x || y != y) return Owned::adopt(Value::boolean(op == CompareOp::ne));
    int order = 0;
    if (left_float && right_float) {
        order = x < y ? -1 : x > y;
    } else if (right_float) {
        order = int_compare_double(left, y);
    } else {
        order = -int_compare_double(right, x);
    }
    return Owned::adopt(Value::boolean(holds(op, order)));
}

// ---- numbers

enum class Operand : std::uint8_t { Fine, Foreign, Raised };

Operand operand(Runtime& rt, Value value, double& result) {
    if (is_any_float(value)) {
        result = float_value(value);
        return Operand::Fine;
    }
    if (!is_any_int(value)) return Operand::Foreign;
    Result<double> converted = int_as_double(rt, value);
    if (converted.is_raised()) return Operand::Raised;
    result = converted.take();
    return Operand::Fine;
}

// Converts both operands, then operation(rt, x, y) gives the result.
template <auto Operation>
Result<Owned> binary_slot(Runtime& rt, Value left, Value right) {
    double x = 0, y = 0;
    const Operand first = operand(rt, left, x);
    if (first == Operand::Raised) return raised;
    if (first == Operand::Foreign) return Owned::adopt(Value::not_implemented());
    const Operand second = operand(rt, right, y);
    if (second == Operand::Raised) return raised;
    if (second == Operand::Foreign) return Owned::adopt(Value::not_implemented());
    return Operation(rt, x, y);
}

Result<Owned> add(Runtime& rt, double x, double y) { return make_float(rt, x + y); }
Result<Owned> subtract(Runtime& rt, double x, double y) { return make_float(rt, x - y); }
Result<Owned> multiply(Runtime& rt, double x, double y) { return make_float(rt, x * y); }
Result<Owned> divide(Runtime& rt, double x, double y) {
    if (y == 0) return raise(rt, TypeId::ZeroDivisionError, "float division by zero");
    return make_float(rt, x / y);
}
Result<Owned> floor_divide(Runtime& rt, double x, double y) {
    if (y == 0) return raise(rt, TypeId::ZeroDivisionError, "float floor division by zero");
    return make_float(rt, float_floor_divide(x, y));
}
Result<Owned> modulo(Runtime& rt, double x, double y) {
    if (y == 0) return raise(rt, TypeId::ZeroDivisionError, "float modulo by zero");
    return make_float(rt, float_remainder(x, y));
}
Result<Owned> divide_with_rest(Runtime& rt, double x, double y) {
    if (y == 0) return raise(rt, TypeId::ZeroDivisionError, "float divmod()");
    Owned quotient = make_float(rt, float_floor_divide(x, y));
    Owned rest = make_float(rt, float_remainder(x, y));
    return Owned(tuple_of(rt, quotient, rest));
}

Result<Owned> power_slot(Runtime& rt, Value base, Value exponent, Value modulus) {
    if (!modulus.is_none())
        return raise(rt, TypeId::TypeError, "pow() 3rd argument not allowed unless all arguments are integers");
    return binary_slot<float_power>(rt, base, exponent);
}

Result<Owned> negative_slot(Runtime& rt, Value self) { return make_float(rt, -float_value(self)); }
Result<Owned> positive_slot(Runtime& rt, Value self) { return exact_float(rt, self); }
Result<Owned> absolute_slot(Runtime& rt, Value self) { return make_float(rt, std::fabs(float_value(self))); }
Result<Owned> int_slot(Runtime& rt, Value self) { return int_from_double(rt, float_value(self)); }

constexpr Slots slots() {
    Slots s{};
    s.dealloc = dealloc;
    s.new_ = new_float;
    s.repr = repr_slot;
    s.hash = hash_slot;
    s.compare = compare_slot;
    s.bool_ = bool_slot;
    s.add = binary_slot<add>;
    s.subtract = binary_slot<subtract>;
    s.multiply = binary_slot<multiply>;
    s.true_divide = binary_slot<divide>;
    s.floor_divide = binary_slot<floor_divide>;
    s.remainder = binary_slot<modulo>;
    s.divmod = binary_slot<divide_with_rest>;
    s.power = power_slot;
    s.negative = negative_slot;
    s.positive = positive_slot;
    s.absolute = absolute_slot;
    s.int_ = int_slot;
    s.float_ = positive_slot;
    return s;
}

// A str, bytes or other exporter of bytes as a float; unbound when it is none of these.
Result<Owned> float_from_text_object(Runtime& rt, Value value) {
    std::string text;
    if (is_str_or_subclass(rt, value)) {
        text = numeric_text(*static_cast<StrObject*>(value.object()));
    } else if (!TRY(bytes_like_text(rt, value, text))) {
        return Owned();
    }
    TRY(rt.pay(text.size() / 16));
    std::string_view number = strip_space(text);
    std::string plain;
    double result = 0;
    bool fine = true;
    if (number.find('_') != std::string_view::npos) {
        fine = drop_underscores(number, plain);
        number = plain;
    }
    if (!fine || !parse_float_text(number, result)) {
        std::string quoted;
        TRY(quote_for_error(rt, value, quoted));
        return raise(rt, TypeId::ValueError, "could not convert string to float: %s", quoted.c_str());
    }
    return make_float(rt, result);
}

} // namespace

Result<Owned> to_float(Runtime& rt, Value value) {
    if (value.is_float()) return Owned::adopt(value);
    Type& type = rt.type_of(value);
    if (type.slots.float_) {
        Owned result = TRY(type.slots.float_(rt, value));
        if (!is_any_float(result))
            return raise(rt, TypeId::TypeError, "%.50s.__float__ returned non-float (type %.50s)", type.name.c_str(),
                         type_name(rt, result));
        if (!result.get().is_float() && result.get().object()->layout != Layout::float_) {
            char message[400];
            std::snprintf(message, sizeof message,
                          "%.50s.__float__ returned non-float (type %.50s).  The ability to return an instance of a "
                          "strict subclass of float is deprecated, "
                          "and may be removed in a future version of Python.",
                          type.name.c_str(), type_name(rt, result));
            TRY(rt.warn(TypeId::DeprecationWarning, message));
        }
        return exact_float(rt, result);
    }
    if (type.slots.index) {
        Owned whole = TRY(index(rt, value));
        return make_float(rt, TRY(int_as_double(rt, whole)));
    }
    Owned parsed = TRY(float_from_text_object(rt, value));
    if (!parsed.is_unbound()) return parsed;
    return raise(rt, TypeId::TypeError, "float() argument must be a string or a real number, not '%.200s'",
                 type_name(rt, value));
}

const TypeSpec float_spec = {
    .name = "float",
    .base = TypeId::object,
    .layout = Layout::float_,
    .size = sizeof(FloatObject),
    .flags = type_is_base | type_match_self,
    .slots = slots(),
    .methods = float_methods,
    .getsets = float_getsets,
    .doc = "Convert a string or number to a floating-point number, if possible.",
};

} // namespace mp
