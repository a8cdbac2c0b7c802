// Numeric operators with reflection (language reference 3.3.8), and conversions.
#include <cmath>

#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/native_function.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"

namespace mp {

namespace {

struct Operator {
    BinarySlot Slots::*plain;
    BinarySlot Slots::*inplace;
    const char* text;
    const char* inplace_text;
};
const Operator operators[] = {
    {&Slots::add, &Slots::inplace_add, "+", "+="},
    {&Slots::subtract, &Slots::inplace_subtract, "-", "-="},
    {&Slots::multiply, &Slots::inplace_multiply, "*", "*="},
    {&Slots::true_divide, &Slots::inplace_true_divide, "/", "/="},
    {&Slots::floor_divide, &Slots::inplace_floor_divide, "//", "//="},
    {&Slots::remainder, &Slots::inplace_remainder, "%", "%="},
    {nullptr, &Slots::inplace_power, "** or pow()", "**="},
    {&Slots::matrix_multiply, &Slots::inplace_matrix_multiply, "@", "@="},
    {&Slots::left_shift, &Slots::inplace_left_shift, "<<", "<<="},
    {&Slots::right_shift, &Slots::inplace_right_shift, ">>", ">>="},
    {&Slots::and_, &Slots::inplace_and, "&", "&="},
    {&Slots::or_, &Slots::inplace_or, "|", "|="},
    {&Slots::xor_, &Slots::inplace_xor, "^", "^="},
    {&Slots::divmod, nullptr, "divmod()", "divmod()"},
};
const Operator& operator_of(BinaryOp op) noexcept { return operators[static_cast<std::size_t>(op)]; }

Raised raise_unsupported(Runtime& rt, const char* op, Value left, Value right) {
    return raise(rt, TypeId::TypeError, "unsupported operand type(s) for %s: '%.100s' and '%.100s'", op,
                 type_name(rt, left), type_name(rt, right));
}

// The number slots of both sides: the right one first when its type is a subclass of the left one's that has a slot of its own. May give NotImplemented.
Result<Owned> try_slots(Runtime& rt, BinarySlot Slots::*slot, Value left, Value right) {
    Type& left_type = rt.type_of(left);
    Type& right_type = rt.type_of(right);
    const BinarySlot left_slot = left_type.slots.*slot;
    BinarySlot right_slot = &left_type == &right_type ? nullptr : right_type.slots.*slot;
    if (right_slot == left_slot) right_slot = nullptr;
    if (left_slot) {
        if (right_slot && is_subtype(&right_type, &left_type)) {
            Owned result = TRY(right_slot(rt, left, right));
            if (!result.is_not_implemented()) return result;
            right_slot = nullptr;
        }
        Owned result = TRY(left_slot(rt, left, right));
        if (!result.is_not_implemented()) return result;
    }
    if (right_slot) return right_slot(rt, left, right);
    return Owned::adopt(Value::not_implemented());
}

// The count of `sequence * count`.
Result<Owned> repeat(Runtime& rt, Result<Owned> (*slot)(Runtime&, Value, std::int64_t), Value sequence, Value count) {
    if (!count.is_int() && !rt.type_of(count).slots.index)
        return raise(rt, TypeId::TypeError, "can't multiply sequence by non-int of type '%.200s'",
                     type_name(rt, count));
    const std::int64_t times = TRY(index_int64(rt, count));
    return slot(rt, sequence, times);
}

Result<Owned> try_sequence(Runtime& rt, BinaryOp op, Value left, Value right) {
    const Slots& left_slots = rt.type_of(left).slots;
    if (op == BinaryOp::add && left_slots.concat) return left_slots.concat(rt, left, right);
    if (op == BinaryOp::mul) {
        if (left_slots.repeat) return repeat(rt, left_slots.repeat, left, right);
        const Slots& right_slots = rt.type_of(right).slots;
        if (right_slots.repeat) return repeat(rt, right_slots.repeat, right, left);
    }
    return Owned::adopt(Value::not_implemented());
}

Result<Owned> try_power(Runtime& rt, Value base, Value exponent, Value modulus) {
    Type& left_type = rt.type_of(base);
    Type& right_type = rt.type_of(exponent);
    const auto left_slot = left_type.slots.power;
    auto right_slot = &left_type == &right_type ? nullptr : right_type.slots.power;
    if (right_slot == left_slot) right_slot = nullptr;
    if (left_slot) {
        if (right_slot && is_subtype(&right_type, &left_type)) {
            Owned result = TRY(right_slot(rt, base, exponent, modulus));
            if (!result.is_not_implemented()) return result;
            right_slot = nullptr;
        }
        Owned result = TRY(left_slot(rt, base, exponent, modulus));
        if (!result.is_not_implemented()) return result;
    }
    if (right_slot) {
        Owned result = TRY(right_slot(rt, base, exponent, modulus));
        if (!result.is_not_implemented()) return result;
    }
    const auto modulus_slot = modulus.is_none() ? nullptr : rt.type_of(modulus).slots.power;
    if (modulus_slot && modulus_slot != left_slot && modulus_slot != right_slot)
        return modulus_slot(rt, base, exponent, modulus);
    return Owned::adopt(Value::not_implemented());
}

Raised raise_bad_unary(Runtime& rt, const char* op, Value value) {
    return raise(rt, TypeId::TypeError, "bad operand type for %s: '%.200s'", op, type_name(rt, value));
}

} // namespace

Result<Owned> power(Runtime& rt, Value base, Value exponent, Value modulus) {
    Owned result = TRY(try_power(rt, base, exponent, modulus));
    if (!result.is_not_implemented()) return result;
    if (modulus.is_none()) return raise_unsupported(rt, "** or pow()", base, exponent);
    return raise(rt, TypeId::TypeError, "unsupported operand type(s) for ** or pow(): '%.100s', '%.100s', '%.100s'",
                 type_name(rt, base), type_name(rt, exponent), type_name(rt, modulus));
}

Result<Owned> binary(Runtime& rt, BinaryOp op, Value left, Value right) {
    if (op == BinaryOp::pow) return power(rt, left, right, Value::none());
    const Operator& entry = operator_of(op);
    Owned result = TRY(try_slots(rt, entry.plain, left, right));
    if (!result.is_not_implemented()) return result;
    result = TRY(try_sequence(rt, op, left, right));
    if (!result.is_not_implemented()) return result;
    // `print >> file` is Python 2's statement.
    if (op == BinaryOp::rshift && is_native_function(left) &&
        std::string_view(static_cast<NativeFunctionObject*>(left.object())->def->name) == "print")
        return raise(rt, TypeId::TypeError,
                     "unsupported operand type(s) for >>: '%.100s' and '%.100s'. Did you mean \"print(<message>, "
                     "file=<output_stream>)\"?",
                     type_name(rt, left), type_name(rt, right));
    return raise_unsupported(rt, entry.text, left, right);
}

Result<Owned> inplace(Runtime& rt, BinaryOp op, Value left, Value right) {
    const Operator& entry = operator_of(op);
    const Slots& slots = rt.type_of(left).slots;
    if (entry.inplace && slots.*entry.inplace) {
        Owned result = TRY((slots.*entry.inplace)(rt, left, right));
        if (!result.is_not_implemented()) return result;
    }
    if (op == BinaryOp::pow) {
        Owned result = TRY(try_power(rt, left, right, Value::none()));
        if (!result.is_not_implemented()) return result;
        return raise_unsupported(rt, entry.inplace_text, left, right);
    }
    Owned result = TRY(try_slots(rt, entry.plain, left, right));
    if (!result.is_not_implemented()) return result;
    if (op == BinaryOp::add && slots.inplace_concat) return slots.inplace_concat(rt, left, right);
    if (op == BinaryOp::mul && slots.inplace_repeat) return repeat(rt, slots.inplace_repeat, left, right);
    // CPython asks the right operand of `*=` only when the left one's type has none of a sequence's slots; classes are made with all of them.
    if (op == BinaryOp::mul && !slots.repeat && (slots.length || (rt.type_of(left).flags & type_heap)))
        return raise_unsupported(rt, entry.inplace_text, left, right);
    result = TRY(try_sequence(rt, op, left, right));
    if (!result.is_not_implemented()) return result;
    return raise_unsupported(rt, entry.inplace_text, left, right);
}

Result<Owned> negative(Runtime& rt, Value value) {
    const auto slot = rt.type_of(value).slots.negative;
    return slot ? slot(rt, value) : raise_bad_unary(rt, "unary -", value);
}
Result<Owned> positive(Runtime& rt, Value value) {
    const auto slot = rt.type_of(value).slots.positive;
    return slot ? slot(rt, value) : raise_bad_unary(rt, "unary +", value);
}
Result<Owned> invert(Runtime& rt, Value value) {
    const auto slot = rt.type_of(value).slots.invert;
    return slot ? slot(rt, value) : raise_bad_unary(rt, "unary ~", value);
}
Result<Owned> absolute(Runtime& rt, Value value) {
    const auto slot = rt.type_of(value).slots.absolute;
    return slot ? slot(rt, value) : raise_bad_unary(rt, "abs()", value);
}

Result<Owned> index(Runtime& rt, Value value) {
    if (value.is_int()) return Owned::adopt(value);
    // Exact: True gives 1, an instance of a subclass its plain value.
    if (is_any_int(value)) return int_add(rt, value, Value::from_int(0));
    const auto slot = rt.type_of(value).slots.index;
    if (!slot)
        return raise(rt, TypeId::TypeError, "'%.200s' object cannot be interpreted as an integer",
                     type_name(rt, value));
    Owned result = TRY(slot(rt, value));
    if (result.get().is_int()) return result;
    if (!is_any_int(result))
        return raise(rt, TypeId::TypeError, "__index__ returned non-int (type %.200s)", type_name(rt, result));
    if (result.get().is_bool() || result.get().object()->layout != Layout::big_int) {
        const std::string text =
            std::string("__index__ returned non-int (type ") + type_name(rt, result) +
            ").  The ability to return an instance of a strict subclass of int is deprecated, and may not be "
            "supported in a future version of Python.";
        TRY(rt.warn(TypeId::DeprecationWarning, text.c_str()));
        return int_add(rt, result, Value::from_int(0));
    }
    return result;
}

Result<std::int64_t> index_int64(Runtime& rt, Value value, TypeId overflow) {
    if (value.is_int()) return value.as_int();
    Owned number = TRY(index(rt, value));
    std::int64_t result = 0;
    if (!int_to_int64(number, result))
        return raise(rt, overflow, "cannot fit '%.200s' into an index-sized integer", type_name(rt, value));
    return result;
}

Result<std::int64_t> index_clamped(Runtime& rt, Value value) {
    if (value.is_int()) return value.as_int();
    Owned number = TRY(index(rt, value));
    std::int64_t result = 0;
    if (int_to_int64(number, result)) return result;
    return int_sign(number) < 0 ? INT64_MIN : INT64_MAX;
}

bool is_any_float(Value value) noexcept {
    if (value.is_float()) return true;
    if (!value.is_object()) return false;
    const Object& object = *value.object();
    if (object.layout == Layout::float_) return true;
    return object.layout == Layout::subclass && object.type()->native_base->layout == Layout::float_;
}

double float_value(Value value) noexcept {
    return value.is_float() ? value.as_float() : static_cast<FloatObject*>(value.object())->value;
}

static Result<double> double_of_int(Runtime& rt, Value value) {
    if (value.is_int()) return static_cast<double>(value.as_int());
    const auto slot = rt.type(TypeId::int_).slots.float_;
    Owned result = TRY(slot(rt, value));
    return float_value(result);
}

Result<double> to_double(Runtime& rt, Value value) {
    if (is_any_float(value)) return float_value(value);
    if (value.is_int()) return static_cast<double>(value.as_int());
    const Slots& slots = rt.type_of(value).slots;
    if (slots.float_) {
        Owned result = TRY(slots.float_(rt, value));
        if (!is_any_float(result))
            return raise(rt, TypeId::TypeError, "%.50s.__float__ returned non-float (type %.50s)", type_name(rt, value),
                         type_name(rt, result));
        return float_value(result);
    }
    if (slots.index) return double_of_int(rt, TRY(index(rt, value)));
    return raise(rt, TypeId::TypeError, "must be real number, not %.50s", type_name(rt, value));
}

} // namespace mp
