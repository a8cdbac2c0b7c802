// Truth, comparison, hash, isinstance.
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/list.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

Result<bool> truth(Runtime& rt, Value value) {
    if (value.is_bool()) return value.is_true();
    if (value.is_int()) return value.as_int() != 0;
    if (value.is_none()) return false;
    if (value.is_float()) return value.as_float() != 0.0;
    const Slots& slots = rt.type_of(value).slots;
    if (slots.bool_) return slots.bool_(rt, value);
    if (slots.length) return TRY(slots.length(rt, value)) != 0;
    return true;
}

static const char* const operator_texts[] = {"<", "<=", "==", "!=", ">", ">="};
static CompareOp mirrored(CompareOp op) noexcept {
    switch (op) {
    case CompareOp::lt: return CompareOp::gt;
    case CompareOp::le: return CompareOp::ge;
    case CompareOp::gt: return CompareOp::lt;
    case CompareOp::ge: return CompareOp::le;
    default: return op;
    }
}
static bool decide(CompareOp op, int order) noexcept {
    switch (op) {
    case CompareOp::lt: return order < 0;
    case CompareOp::le: return order <= 0;
    case CompareOp::eq: return order == 0;
    case CompareOp::ne: return order != 0;
    case CompareOp::gt: return order > 0;
    default: return order >= 0;
    }
}

// Language reference 6.10.1: the reflected method of a right operand whose type is a subclass of the left one's goes first; identity is the last resort of == and !=.
Result<Owned> compare(Runtime& rt, Value left, Value right, CompareOp op) {
    if (Value::both_ints(left, right)) {
        const std::int64_t a = left.as_int(), b = right.as_int();
        return Owned::adopt(Value::boolean(decide(op, a < b ? -1 : a > b)));
    }
    if (is_str(left) && is_str(right)) {
        const auto& a = *static_cast<StrObject*>(left.object());
        const auto& b = *static_cast<StrObject*>(right.object());
        if (op == CompareOp::eq || op == CompareOp::ne) return Owned::adopt(Value::boolean(str_equal(a, b) == (op == CompareOp::eq)));
        return Owned::adopt(Value::boolean(decide(op, str_compare(a, b))));
    }
    NativeScope scope(rt);
    if (!scope) return raised;
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
    return raise(rt, TypeId::TypeError, "'%s' not supported between instances of '%.100s' and '%.100s'", operator_texts[static_cast<int>(op)],
                 left_type.name.c_str(), right_type.name.c_str());
}

Result<bool> compare_bool(Runtime& rt, Value left, Value right, CompareOp op) {
    Owned result = TRY(compare(rt, left, right, op));
    return truth(rt, result);
}

Result<bool> equal(Runtime& rt, Value left, Value right) {
    if (Value::both_ints(left, right)) return left.is(right);
    return compare_bool(rt, left, right, CompareOp::eq);
}

Result<bool> same_or_equal(Runtime& rt, Value left, Value right) {
    if (left.is(right)) return true;
    return equal(rt, left, right);
}

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

// ---- isinstance, issubclass
namespace {

Result<bool> check_each(Runtime& rt, Value value, TupleObject& classes, Result<bool> (*check)(Runtime&, Value, Value)) {
    NativeScope scope(rt);
    if (!scope) return raised;
    Ref<TupleObject> keep = Ref<TupleObject>::share(&classes);
    for (std::int64_t i = 0; i < classes.size; ++i)
        if (TRY(check(rt, value, classes[i]))) return true;
    return false;
}
bool is_type(Runtime& rt, Value value) noexcept { return value.is_object() && is_subtype(&rt.type_of(value), &rt.type(TypeId::type)); }

} // namespace

Result<bool> is_instance(Runtime& rt, Value object, Value classes) {
    if (is_type(rt, classes) && &rt.type_of(object) == static_cast<Type*>(classes.object())) return true;
    if (is_type(rt, classes) && &rt.type_of(classes) == &rt.type(TypeId::type)) {
        Type* type = static_cast<Type*>(classes.object());
        if (is_subtype(&rt.type_of(object), type)) return true;
        // __class__ may be overridden (proxies): looked at only when the type of the object says something of its own.
        if (rt.type_of(object).slots.get_attribute == generic_get_attribute &&
            type_lookup(rt.type_of(object), *rt.names().dunder_class).is(type_lookup(rt.type(TypeId::object), *rt.names().dunder_class)))
            return false;
        Owned shown = TRY(get_optional_attribute(rt, object, *rt.names().dunder_class));
        return is_type(rt, shown) && is_subtype(static_cast<Type*>(shown.get().object()), type);
    }
    if (is_tuple_or_subclass(rt, classes)) return check_each(rt, object, *static_cast<TupleObject*>(classes.object()), is_instance);
    bool absent = false;
    Owned answer = TRY(call_special(rt, classes, *rt.names().dunder_instancecheck, &object, 1, absent));
    if (absent) return raise(rt, TypeId::TypeError, "isinstance() arg 2 must be a type, a tuple of types, or a union");
    return truth(rt, answer);
}

Result<bool> is_subclass(Runtime& rt, Value type, Value classes) {
    if (is_tuple_or_subclass(rt, classes)) return check_each(rt, type, *static_cast<TupleObject*>(classes.object()), is_subclass);
    if (is_type(rt, classes) && &rt.type_of(classes) == &rt.type(TypeId::type)) {
        if (!is_type(rt, type)) return raise(rt, TypeId::TypeError, "issubclass() arg 1 must be a class");
        return is_subtype(static_cast<Type*>(type.object()), static_cast<Type*>(classes.object()));
    }
    bool absent = false;
    Owned answer = TRY(call_special(rt, classes, *rt.names().dunder_subclasscheck, &type, 1, absent));
    if (absent) return raise(rt, TypeId::TypeError, "issubclass() arg 2 must be a class, a tuple of classes, or a union");
    return truth(rt, answer);
}

} // namespace mp
