// int: construction, slots, type. The arithmetic behind the slots is numbers.h's.
#include <cstring>

#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytes.h"
#include "objects/types/int_limbs.h"
#include "objects/types/int_methods.h"
#include "objects/types/number_text.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

void dealloc(Runtime& rt, Object* object) {
    auto* number = static_cast<IntObject*>(object);
    rt.free_object(number, sizeof(IntObject) + (static_cast<std::size_t>(number->size) + number->aux) * sizeof(Limb));
}

// An instance of a subclass with the value of `value`.
Result<Owned> int_of_type(Runtime& rt, Type& type, Owned value) {
    if (&type == &rt.type(TypeId::int_)) return value;
    const IntView view(value.get());
    TRY(check_int_size(rt, view.size));
    auto* object = static_cast<IntObject*>(rt.make_instance(type, view.size * sizeof(Limb)));
    object->aux = 0;
    object->size = view.size;
    object->sign = view.is_zero() ? 0 : view.negative ? -1 : 1;
    std::memcpy(object->limbs(), view.limbs(), view.size * sizeof(Limb));
    return Owned::adopt(object);
}

// A str, bytes or other exporter of bytes as an int; unbound when it is none of these.
Result<Owned> int_from_text_object(Runtime& rt, Value value, int base) {
    std::string text;
    if (is_str_or_subclass(rt, value)) {
        text = numeric_text(*static_cast<StrObject*>(value.object()));
    } else if (!TRY(bytes_like_text(rt, value, text))) {
        return Owned();
    } else {
        // Errors show every exporter as the bytes that it holds.
        Owned shown = make_bytes(rt, {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
        return int_from_ascii(rt, text, base, shown);
    }
    return int_from_ascii(rt, text, base, value);
}

// What a conversion method gave, made an exact int.
Result<Owned> checked_int(Runtime& rt, Owned result, const char* method) {
    if (!is_any_int(result))
        return raise(rt, TypeId::TypeError, "%s returned non-int (type %.200s)", method, type_name(rt, result));
    if (!result.get().is_int() && result.get().is_object() && result.get().object()->layout != Layout::big_int) {
        char message[512];
        std::snprintf(message, sizeof message,
                      "%s returned non-int (type %.200s).  The ability to return an instance of a strict subclass of "
                      "int is deprecated, and may not be "
                      "supported in a future version of Python.",
                      method, type_name(rt, result));
        TRY(rt.warn(TypeId::DeprecationWarning, message));
    }
    return exact_int(rt, result);
}

Result<Owned> new_int_object(Runtime& rt, Type* type, Args args) {
    static const NativeDef definition = {"int", nullptr, 0, 2, "x=0, /, base=10"};
    Value given[2];
    if (!args.names) {
        if (args.count > 2) return raise_arity(rt, "int", 0, 2, args.count);
        for (std::uint32_t i = 0; i < args.count; ++i) given[i] = args[i];
    } else {
        TRY(bind_arguments(rt, definition, args, given));
    }
    if (given[1].is_unbound()) {
        if (given[0].is_unbound()) return int_of_type(rt, *type, Owned::adopt(Value::from_int(0)));
        Owned value = TRY(to_int(rt, given[0]));
        return int_of_type(rt, *type, std::move(value));
    }
    if (given[0].is_unbound()) return raise(rt, TypeId::TypeError, "int() missing string argument");
    const std::int64_t base = TRY(index_clamped(rt, given[1]));
    if (base < 0 || base > 36 || base == 1)
        return raise(rt, TypeId::ValueError, "int() base must be >= 2 and <= 36, or 0");
    Owned value;
    if (is_str_or_subclass(rt, given[0]) || TRY(is_instance(rt, given[0], &rt.type(TypeId::bytes))) ||
        TRY(is_instance(rt, given[0], &rt.type(TypeId::bytearray))))
        value = TRY(int_from_text_object(rt, given[0], static_cast<int>(base)));
    if (value.is_unbound()) return raise(rt, TypeId::TypeError, "int() can't convert non-string with explicit base");
    return int_of_type(rt, *type, std::move(value));
}

// ---- any object

Result<Owned> repr_slot(Runtime& rt, Value self) { return Owned(TRY(int_to_str(rt, self))); }
Result<std::int64_t> hash_slot(Runtime&, Value self) { return hash_int(self); }
Result<bool> bool_slot(Runtime&, Value self) { return int_sign(self) != 0; }

Result<Owned> compare_slot(Runtime&, Value left, Value right, CompareOp op) {
    if (!is_any_int(left) || !is_any_int(right)) return Owned::adopt(Value::not_implemented());
    const int order = left.is(right) ? 0 : int_compare(left, right);
    bool result = false;
    switch (op) {
    case CompareOp::lt: result = order < 0; break;
    case CompareOp::le: result = order <= 0; break;
    case CompareOp::eq: result = order == 0; break;
    case CompareOp::ne: result = order != 0; break;
    case CompareOp::gt: result = order > 0; break;
    case CompareOp::ge: result = order >= 0; break;
    }
    return Owned::adopt(Value::boolean(result));
}

// ---- numbers

template <auto Function>
Result<Owned> binary_slot(Runtime& rt, Value left, Value right) {
    if (!is_any_int(left) || !is_any_int(right)) return Owned::adopt(Value::not_implemented());
    return Function(rt, left, right);
}

Result<Owned> divmod_slot(Runtime& rt, Value left, Value right) {
    if (!is_any_int(left) || !is_any_int(right)) return Owned::adopt(Value::not_implemented());
    IntQuotient parts = TRY(int_divmod(rt, left, right));
    return Owned(tuple_of(rt, parts.quotient, parts.remainder));
}

Result<Owned> power_slot(Runtime& rt, Value base, Value exponent, Value modulus) {
    if (!is_any_int(base) || !is_any_int(exponent) || (!modulus.is_none() && !is_any_int(modulus)))
        return Owned::adopt(Value::not_implemented());
    return int_power(rt, base, exponent, modulus);
}

Result<Owned> exact_slot(Runtime& rt, Value self) { return exact_int(rt, self); }
Result<Owned> float_slot(Runtime& rt, Value self) { return make_float(rt, TRY(int_as_double(rt, self))); }

constexpr Slots slots() {
    Slots s{};
    s.dealloc = dealloc;
    s.new_ = new_int_object;
    s.repr = repr_slot;
    s.hash = hash_slot;
    s.compare = compare_slot;
    s.bool_ = bool_slot;
    s.add = binary_slot<int_add>;
    s.subtract = binary_slot<int_subtract>;
    s.multiply = binary_slot<int_multiply>;
    s.true_divide = binary_slot<int_true_divide>;
    s.floor_divide = binary_slot<int_floor_divide>;
    s.remainder = binary_slot<int_remainder>;
    s.divmod = divmod_slot;
    s.left_shift = binary_slot<int_left_shift>;
    s.right_shift = binary_slot<int_right_shift>;
    s.and_ = binary_slot<int_and>;
    s.xor_ = binary_slot<int_xor>;
    s.or_ = binary_slot<int_or>;
    s.power = power_slot;
    s.negative = int_negative;
    s.positive = exact_slot;
    s.absolute = int_absolute;
    s.invert = int_invert;
    s.int_ = exact_slot;
    s.float_ = float_slot;
    s.index = exact_slot;
    return s;
}

} // namespace

Result<Owned> to_int(Runtime& rt, Value value) {
    if (value.is_int()) return Owned::adopt(value);
    Type& type = rt.type_of(value);
    if (type.slots.int_) return checked_int(rt, TRY(type.slots.int_(rt, value)), "__int__");
    if (type.slots.index) return exact_int(rt, TRY(index(rt, value)));
    bool absent = false;
    Owned truncated = TRY(call_special(rt, value, *rt.names().dunder_trunc, nullptr, 0, absent));
    if (!absent) {
        TRY(rt.warn(TypeId::DeprecationWarning, "The delegation of int() to __trunc__ is deprecated."));
        if (is_any_int(truncated)) return exact_int(rt, truncated);
        if (!rt.type_of(truncated).slots.index)
            return raise(rt, TypeId::TypeError, "__trunc__ returned non-Integral (type %.200s)",
                         type_name(rt, truncated));
        return exact_int(rt, TRY(index(rt, truncated)));
    }
    Owned parsed = TRY(int_from_text_object(rt, value, 10));
    if (!parsed.is_unbound()) return parsed;
    return raise(rt, TypeId::TypeError,
                 "int() argument must be a string, a bytes-like object or a real number, not '%.200s'",
                 type_name(rt, value));
}

const TypeSpec int_spec = {
    .name = "int",
    .base = TypeId::object,
    .layout = Layout::big_int,
    .size = sizeof(IntObject),
    .flags = type_is_base | type_variable_size | type_match_self,
    .slots = slots(),
    .methods = int_methods,
    .getsets = int_getsets,
    .doc = "int([x]) -> integer\n"
           "int(x, base=10) -> integer\n\n"
           "Convert a number or string to an integer, or return 0 if no arguments\n"
           "are given.  If x is a number, return x.__int__().  For floating-point\n"
           "numbers, this truncates towards zero.\n\n"
           "If x is not a number or if base is given, then x must be a string,\n"
           "bytes, or bytearray instance representing an integer literal in the\n"
           "given base.  The literal can be preceded by '+' or '-' and be surrounded\n"
           "by whitespace.  The base defaults to 10.  Valid bases are 0 and 2-36.\n"
           "Base 0 means to interpret the base from the string as an integer literal.\n"
           ">>> int('0b100', base=0)\n4",
};

} // namespace mp
