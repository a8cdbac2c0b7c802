// Truth, comparison and hash.
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"

namespace mp {

// ---- truth

Result<bool> truth(Runtime& rt, Value value) {
    if (value.is_bool()) return value.is_true();
    if (value.is_none()) return false;
    if (value.is_int()) return value.as_int() != 0;
    if (value.is_float()) return value.as_float() != 0.0;
    const Slots& slots = rt.type_of(value).slots;
    if (slots.bool_) return slots.bool_(rt, value);
    if (slots.length) return TRY(slots.length(rt, value)) != 0;
    return true;
}

// ---- comparison

namespace {

constexpr const char* symbols[] = {"<", "<=", "==", "!=", ">", ">="};

constexpr CompareOp mirrored(CompareOp op) noexcept {
    switch (op) {
    case CompareOp::lt: return CompareOp::gt;
    case CompareOp::le: return CompareOp::ge;
    case CompareOp::gt: return CompareOp::lt;
    case CompareOp::ge: return CompareOp::le;
    default: return op;
    }
}

template <class T>
constexpr bool decide(CompareOp op, T a, T b) noexcept {
    switch (op) {
    case CompareOp::lt: return a < b;
    case CompareOp::le: return a <= b;
    case CompareOp::eq: return a == b;
    case CompareOp::ne: return a != b;
    case CompareOp::gt: return a > b;
    default: return a >= b;
    }
}

// Exact ints, floats and strs are compared without a call. False: not of these.
bool compare_fast(Value left, Value right, CompareOp op, bool& result) noexcept {
    if (Value::both_ints(left, right)) {
        result = decide(op, left.as_int(), right.as_int());
        return true;
    }
    if (Value::both_floats(left, right)) {
        result = decide(op, left.as_float(), right.as_float());
        return true;
    }
    if (is_str(left) && is_str(right)) {
        const auto& a = *static_cast<StrObject*>(left.object());
        const auto& b = *static_cast<StrObject*>(right.object());
        if (op == CompareOp::eq || op == CompareOp::ne)
            result = str_equal(a, b) == (op == CompareOp::eq);
        else
            result = decide(op, str_compare(a, b), 0);
        return true;
    }
    return false;
}

} // namespace

// Language reference 6.10.1: the reflected method of a right operand whose type is a subclass of the left one's goes first; identity is the last resort of == and !=.
Result<Owned> compare(Runtime& rt, Value left, Value right, CompareOp op) {
    bool known;
    if (compare_fast(left, right, op, known)) return Owned::adopt(Value::boolean(known));
    NativeScope scope(rt);
    if (!scope) return raised;
    // The operands may be dropped by the code they run.
    const Owned keep_left = Owned::share(left), keep_right = Owned::share(right);
    Type& left_type = rt.type_of(left);
    Type& right_type = rt.type_of(right);
    bool tried_right = false;
    if (&left_type != &right_type && right_type.slots.compare && is_subtype(&right_type, &left_type)) {
        tried_right = true;
        Owned result = TRY(right_type.slots.compare(rt, right, left, mirrored(op)));
        if (!result.is_not_implemented()) return result;
    }
    if (left_type.slots.compare) {
        Owned result = TRY(left_type.slots.compare(rt, left, right, op));
        if (!result.is_not_implemented()) return result;
    }
    if (!tried_right && right_type.slots.compare) {
        Owned result = TRY(right_type.slots.compare(rt, right, left, mirrored(op)));
        if (!result.is_not_implemented()) return result;
    }
    if (op == CompareOp::eq) return Owned::adopt(Value::boolean(left.is(right)));
    if (op == CompareOp::ne) return Owned::adopt(Value::boolean(!left.is(right)));
    return raise(rt, TypeId::TypeError, "'%s' not supported between instances of '%.100s' and '%.100s'",
                 symbols[static_cast<int>(op)], type_name(rt, left), type_name(rt, right));
}

Result<bool> compare_bool(Runtime& rt, Value left, Value right, CompareOp op) {
    bool known;
    if (compare_fast(left, right, op, known)) return known;
    Owned result = TRY(compare(rt, left, right, op));
    return truth(rt, result);
}

Result<bool> equal(Runtime& rt, Value left, Value right) { return compare_bool(rt, left, right, CompareOp::eq); }

Result<bool> same_or_equal(Runtime& rt, Value left, Value right) {
    if (left.is(right)) return true;
    return compare_bool(rt, left, right, CompareOp::eq);
}

// ---- hash

Result<std::int64_t> hash(Runtime& rt, Value value) {
    if (value.is_int()) return hash_int(value);
    if (is_str(value)) return static_cast<std::int64_t>(str_hash(*static_cast<StrObject*>(value.object())));
    const auto slot = rt.type_of(value).slots.hash;
    if (!slot) return raise(rt, TypeId::TypeError, "unhashable type: '%.200s'", type_name(rt, value));
    return slot(rt, value);
}

std::uint64_t identity_hash(Value value) noexcept {
    const std::uint64_t word = value.word(); // addresses are multiples of 16: their low bits say nothing
    return word >> 4 | word << 60;
}

} // namespace mp
