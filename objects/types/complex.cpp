// complex: arithmetic as complexobject.c does it, construction, text, type.
#include <cmath>
#include <limits>

#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/int_limbs.h"
#include "objects/types/number_format.h"
#include "objects/types/number_text.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

Owned make_complex(Runtime& rt, double real, double imag) {
    auto* object = rt.make<ComplexObject>(TypeId::complex_);
    object->real = real;
    object->imag = imag;
    return Owned::adopt(object);
}

bool is_any_complex(Value value) noexcept {
    if (!value.is_object()) return false;
    const Object* object = value.object();
    return object->layout == Layout::complex ||
           (object->layout == Layout::subclass && object->type()->native_base == &complex_spec);
}

namespace {

ComplexNumber product(ComplexNumber a, ComplexNumber b) noexcept {
    return {a.real * b.real - a.imag * b.imag, a.real * b.imag + a.imag * b.real};
}

// Smith's method: scales by the larger part of the divisor. False: division by zero.
bool quotient(ComplexNumber a, ComplexNumber b, ComplexNumber& result) noexcept {
    const double real_size = std::fabs(b.real), imag_size = std::fabs(b.imag);
    if (real_size >= imag_size) {
        if (real_size == 0) {
            result = {};
            return false;
        }
        const double ratio = b.imag / b.real;
        const double scale = b.real + b.imag * ratio;
        result = {(a.real + a.imag * ratio) / scale, (a.imag - a.real * ratio) / scale};
    } else if (imag_size >= real_size) {
        const double ratio = b.real / b.imag;
        const double scale = b.real * ratio + b.imag;
        result = {(a.real * ratio + a.imag) / scale, (a.imag * ratio - a.real) / scale};
    } else { // one of them is nan
        const double nan = std::numeric_limits<double>::quiet_NaN();
        result = {nan, nan};
    }
    return true;
}

ComplexNumber whole_power(ComplexNumber base, unsigned long exponent) noexcept {
    ComplexNumber result{1, 0};
    for (ComplexNumber square = base; exponent != 0; square = product(square, square)) {
        if (exponent & 1) result = product(result, square);
        exponent >>= 1;
        if (exponent == 0) break;
    }
    return result;
}

} // namespace

Result<ComplexNumber> complex_divide(Runtime& rt, ComplexNumber a, ComplexNumber b) {
    ComplexNumber result;
    if (!quotient(a, b, result)) return raise(rt, TypeId::ZeroDivisionError, "complex division by zero");
    return result;
}

Result<ComplexNumber> complex_power(Runtime& rt, ComplexNumber a, ComplexNumber b) {
    ComplexNumber result;
    bool defined = true;
    if (b.imag == 0 && b.real == std::floor(b.real) && std::fabs(b.real) <= 100.0) { // small whole exponents: multiply
        const long exponent = static_cast<long>(b.real);
        result = whole_power(a, static_cast<unsigned long>(std::labs(exponent)));
        if (exponent < 0) defined = quotient({1, 0}, result, result);
    } else if (b.real == 0 && b.imag == 0) {
        result = {1, 0};
    } else if (a.real == 0 && a.imag == 0) {
        defined = b.imag == 0 && b.real >= 0;
    } else {
        const double size = std::hypot(a.real, a.imag);
        double length = std::pow(size, b.real);
        const double angle = std::atan2(a.imag, a.real);
        double phase = angle * b.real;
        if (b.imag != 0) {
            length /= std::exp(angle * b.imag);
            phase += b.imag * std::log(size);
        }
        result = {length * std::cos(phase), length * std::sin(phase)};
        defined = !std::isinf(phase); // an infinite angle is C's domain error
    }
    if (!defined) return raise(rt, TypeId::ZeroDivisionError, "0.0 to a negative or complex power");
    if (std::isinf(result.real) || std::isinf(result.imag))
        return raise(rt, TypeId::OverflowError, "complex exponentiation");
    return result;
}

Result<ComplexNumber> to_complex(Runtime& rt, Value value) {
    if (is_any_complex(value)) return complex_value(value);
    if (!is_any_float(value) && !is_any_int(value)) {
        bool absent = false;
        Owned converted = TRY(call_special(rt, value, *rt.names().dunder_complex, nullptr, 0, absent));
        if (!absent) {
            if (!is_any_complex(converted))
                return raise(rt, TypeId::TypeError, "__complex__ returned non-complex (type %.200s)",
                             type_name(rt, converted));
            return complex_value(converted);
        }
    }
    return ComplexNumber{TRY(to_double(rt, value)), 0};
}

namespace {

void dealloc(Runtime& rt, Object* object) { rt.free_object(object, sizeof(ComplexObject)); }

// complex()'s grammar: [ ( ] real [ ± imag j ] [ ) ].
bool parse_complex(std::string_view text, ComplexNumber& result) {
    text = strip_space(text);
    if (!text.empty() && text.front() == '(') {
        if (text.back() != ')' || text.size() < 2) return false;
        text = strip_space(text.substr(1, text.size() - 2));
    }
    auto at_j = [&] { return !text.empty() && (text[0] == 'j' || text[0] == 'J'); };
    auto at_sign = [&] { return !text.empty() && (text[0] == '+' || text[0] == '-'); };
    auto lone_sign = [&] { // "j", "+j", "-j"
        double one = 1.0;
        if (at_sign()) {
            one = text[0] == '+' ? 1.0 : -1.0;
            text.remove_prefix(1);
        }
        return one;
    };
    double first = 0;
    const std::size_t length = scan_float(text, first);
    if (length == 0) {
        result.imag = lone_sign();
        if (!at_j()) return false;
        return text.size() == 1;
    }
    text.remove_prefix(length);
    if (at_sign()) {
        result.real = first;
        const std::size_t second = scan_float(text, result.imag);
        if (second == 0) {
            result.imag = lone_sign();
        } else {
            text.remove_prefix(second);
        }
        if (!at_j()) return false;
        text.remove_prefix(1);
    } else if (at_j()) {
        result.imag = first;
        text.remove_prefix(1);
    } else {
        result.real = first;
    }
    return text.empty();
}

Result<ComplexNumber> complex_from_text(Runtime& rt, Value value) {
    const std::string text = numeric_text(*static_cast<StrObject*>(value.object()));
    TRY(rt.pay(text.size() / 16));
    std::string_view number = strip_space(text);
    std::string plain;
    if (number.find('_') != std::string_view::npos) {
        if (!drop_underscores(number, plain)) {
            std::string quoted;
            TRY(quote_for_error(rt, value, quoted));
            return raise(rt, TypeId::ValueError, "could not convert string to complex: %s", quoted.c_str());
        }
        number = plain;
    }
    ComplexNumber result;
    if (!parse_complex(number, result)) return raise(rt, TypeId::ValueError, "complex() arg is a malformed string");
    return result;
}

bool is_number(Runtime& rt, Value value) noexcept {
    const Slots& slots = rt.type_of(value).slots;
    return slots.float_ || slots.index || is_any_complex(value);
}

Result<Owned> complex_of_type(Runtime& rt, Type& type, ComplexNumber value) {
    if (&type == &rt.type(TypeId::complex_)) return make_complex(rt, value.real, value.imag);
    auto* object = static_cast<ComplexObject*>(rt.make_instance(type));
    object->real = value.real;
    object->imag = value.imag;
    return Owned::adopt(object);
}

Result<Owned> new_complex(Runtime& rt, Type* type, Args args) {
    static const NativeDef definition = {"complex", nullptr, 0, 2, "real=0, imag=0"};
    Value given[2];
    TRY(bind_arguments(rt, definition, args, given));
    const bool has_imag = !given[1].is_unbound();
    if (given[0].is_unbound()) given[0] = Value::from_int(0);
    if (!has_imag && is_complex(given[0]) && type == &rt.type(TypeId::complex_)) return Owned::share(given[0]);
    if (is_str_or_subclass(rt, given[0])) {
        if (has_imag) return raise(rt, TypeId::TypeError, "complex() can't take second arg if first is a string");
        return complex_of_type(rt, *type, TRY(complex_from_text(rt, given[0])));
    }
    if (has_imag && is_str_or_subclass(rt, given[1]))
        return raise(rt, TypeId::TypeError, "complex() second arg can't be a string");

    Owned first = Owned::share(given[0]);
    if (!is_any_complex(first) && !is_any_float(first) && !is_any_int(first)) {
        bool absent = false;
        Owned converted = TRY(call_special(rt, first, *rt.names().dunder_complex, nullptr, 0, absent));
        if (!absent) {
            if (!is_any_complex(converted))
                return raise(rt, TypeId::TypeError, "__complex__ returned non-complex (type %.200s)",
                             type_name(rt, converted));
            first = std::move(converted);
        }
    }
    if (!is_number(rt, first))
        return raise(rt, TypeId::TypeError, "complex() first argument must be a string or a number, not '%.200s'",
                     type_name(rt, first));
    if (has_imag && !is_number(rt, given[1]))
        return raise(rt, TypeId::TypeError, "complex() second argument must be a number, not '%.200s'",
                     type_name(rt, given[1]));

    ComplexNumber real, imag;
    real = is_any_complex(first) ? complex_value(first) : ComplexNumber{float_value(TRY(to_float(rt, first))), 0};
    if (!has_imag) return complex_of_type(rt, *type, real);
    const bool imag_is_complex = is_any_complex(given[1]);
    imag = imag_is_complex ? complex_value(given[1]) : ComplexNumber{float_value(TRY(to_float(rt, given[1]))), 0};
    // real + imag * 1j, where both may be complex themselves; parts that are not there are not added, for the sake of signed zeros.
    if (imag_is_complex) real.real -= imag.imag;
    if (is_any_complex(first)) imag.real += real.imag;
    return complex_of_type(rt, *type, {real.real, imag.real});
}

// ---- any object

Result<Owned> repr_slot(Runtime& rt, Value self) {
    const ComplexNumber value = complex_value(self);
    std::string imag = double_to_text(value.imag, 'r', 0, false, false) + "j";
    if (value.real == 0 && !std::signbit(value.real)) return Owned(make_str(rt, imag));
    if (imag[0] != '-') imag.insert(imag.begin(), '+');
    return Owned(make_str(rt, "(" + double_to_text(value.real, 'r', 0, false, false) + imag + ")"));
}

Result<std::int64_t> hash_slot(Runtime&, Value self) {
    const ComplexNumber value = complex_value(self);
    const auto real = static_cast<std::uint64_t>(hash_double(value.real, self));
    const auto imag = static_cast<std::uint64_t>(hash_double(value.imag, self));
    const auto hash = static_cast<std::int64_t>(real + 1000003 * imag);
    return hash == -1 ? -2 : hash;
}

Result<bool> bool_slot(Runtime&, Value self) {
    const ComplexNumber value = complex_value(self);
    return value.real != 0 || value.imag != 0;
}

Result<Owned> compare_slot(Runtime&, Value left, Value right, CompareOp op) {
    if ((op != CompareOp::eq && op != CompareOp::ne) || !is_any_complex(left))
        return Owned::adopt(Value::not_implemented());
    const ComplexNumber value = complex_value(left);
    bool same = false;
    if (is_any_complex(right)) {
        const ComplexNumber other = complex_value(right);
        same = value.real == other.real && value.imag == other.imag;
    } else if (is_any_float(right)) {
        same = value.imag == 0 && value.real == float_value(right);
    } else if (is_any_int(right)) {
        same = value.imag == 0 && value.real == value.real && int_compare_double(right, value.real) == 0;
    } else {
        return Owned::adopt(Value::not_implemented());
    }
    return Owned::adopt(Value::boolean(same == (op == CompareOp::eq)));
}

// ---- numbers

enum class Operand : std::uint8_t { Fine, Foreign, Raised };

Operand operand(Runtime& rt, Value value, ComplexNumber& result) {
    if (is_any_complex(value)) {
        result = complex_value(value);
        return Operand::Fine;
    }
    if (is_any_float(value)) {
        result = {float_value(value), 0};
        return Operand::Fine;
    }
    if (!is_any_int(value)) return Operand::Foreign;
    Result<double> converted = int_as_double(rt, value);
    if (converted.is_raised()) return Operand::Raised;
    result = {converted.take(), 0};
    return Operand::Fine;
}

template <auto Operation>
Result<Owned> binary_slot(Runtime& rt, Value left, Value right) {
    ComplexNumber x, y;
    const Operand first = operand(rt, left, x);
    if (first == Operand::Raised) return raised;
    if (first == Operand::Foreign) return Owned::adopt(Value::not_implemented());
    const Operand second = operand(rt, right, y);
    if (second == Operand::Raised) return raised;
    if (second == Operand::Foreign) return Owned::adopt(Value::not_implemented());
    const ComplexNumber result = TRY(Operation(rt, x, y));
    return make_complex(rt, result.real, result.imag);
}

Result<ComplexNumber> add(Runtime&, ComplexNumber a, ComplexNumber b) {
    return ComplexNumber{a.real + b.real, a.imag + b.imag};
}
Result<ComplexNumber> subtract(Runtime&, ComplexNumber a, ComplexNumber b) {
    return ComplexNumber{a.real - b.real, a.imag - b.imag};
}
Result<ComplexNumber> multiply(Runtime&, ComplexNumber a, ComplexNumber b) { return product(a, b); }

Result<Owned> power_slot(Runtime& rt, Value base, Value exponent, Value modulus) {
    if (!modulus.is_none()) return raise(rt, TypeId::ValueError, "complex modulo");
    return binary_slot<complex_power>(rt, base, exponent);
}

Result<Owned> negative_slot(Runtime& rt, Value self) {
    const ComplexNumber value = complex_value(self);
    return make_complex(rt, -value.real, -value.imag);
}

Result<Owned> positive_slot(Runtime& rt, Value self) {
    if (is_complex(self)) return Owned::share(self);
    const ComplexNumber value = complex_value(self);
    return make_complex(rt, value.real, value.imag);
}

Result<Owned> absolute_slot(Runtime& rt, Value self) {
    const ComplexNumber value = complex_value(self);
    const double size = std::hypot(value.real, value.imag);
    if (std::isinf(size) && std::isfinite(value.real) && std::isfinite(value.imag))
        return raise(rt, TypeId::OverflowError, "absolute value too large");
    return make_float(rt, size);
}

constexpr Slots slots() {
    Slots s{};
    s.dealloc = dealloc;
    s.new_ = new_complex;
    s.repr = repr_slot;
    s.hash = hash_slot;
    s.compare = compare_slot;
    s.bool_ = bool_slot;
    s.add = binary_slot<add>;
    s.subtract = binary_slot<subtract>;
    s.multiply = binary_slot<multiply>;
    s.true_divide = binary_slot<complex_divide>;
    s.power = power_slot;
    s.negative = negative_slot;
    s.positive = positive_slot;
    s.absolute = absolute_slot;
    return s;
}

// ---- methods

Result<Owned> conjugate(Runtime& rt, Args args) {
    const ComplexNumber value = complex_value(args[0]);
    return make_complex(rt, value.real, -value.imag);
}

Result<Owned> to_exact(Runtime& rt, Args args) { return positive_slot(rt, args[0]); }

Result<Owned> getnewargs(Runtime& rt, Args args) {
    const ComplexNumber value = complex_value(args[0]);
    Owned real = make_float(rt, value.real), imag = make_float(rt, value.imag);
    return Owned(tuple_of(rt, real, imag));
}

Result<Owned> format_with(Runtime& rt, Args args) {
    if (!is_str_or_subclass(rt, args[1]))
        return raise(rt, TypeId::TypeError, "__format__() argument must be str, not %.50s", type_name(rt, args[1]));
    return Owned(TRY(format_complex(rt, args[0], *static_cast<StrObject*>(args[1].object()))));
}

Result<Owned> get_real(Runtime& rt, Value self) { return make_float(rt, complex_value(self).real); }
Result<Owned> get_imag(Runtime& rt, Value self) { return make_float(rt, complex_value(self).imag); }

const NativeDef methods[] = {
    {"conjugate", native<conjugate>, 0, 0, nullptr,
     "Return the complex conjugate of its argument. (3-4j).conjugate() == 3+4j."},
    {"__complex__", native<to_exact>, 0, 0, nullptr, "Convert this value to exact type complex."},
    {"__getnewargs__", native<getnewargs>, 0, 0},
    {"__format__", native<format_with>, 1, 1, nullptr, "Convert to a string according to format_spec."},
    {},
};

const GetSetDef getsets[] = {
    {"real", get_real, nullptr, "the real part of a complex number"},
    {"imag", get_imag, nullptr, "the imaginary part of a complex number"},
    {},
};

} // namespace

const TypeSpec complex_spec = {
    .name = "complex",
    .base = TypeId::object,
    .layout = Layout::complex,
    .size = sizeof(ComplexObject),
    .flags = type_is_base,
    .slots = slots(),
    .methods = methods,
    .getsets = getsets,
    .doc = "Create a complex number from a string or numbers.\n\n"
           "If a string is given, parse it as a complex number.\n"
           "If a single number is given, convert it to a complex number.\n"
           "If the 'real' or 'imag' arguments are given, create a complex number\n"
           "with the specified real and imaginary components.",
};

} // namespace mp
