// bool: two special values, no objects. Everything but what stands here is int's.
#include "objects/core/raise.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"

namespace mp {

namespace {

Result<Owned> new_bool(Runtime& rt, Type*, Args args) {
    TRY(no_keywords(rt, "bool", args));
    if (args.count > 1) return raise_arity(rt, "bool", 0, 1, args.count);
    if (args.count == 0) return Owned::adopt(Value::false_());
    return Owned::adopt(Value::boolean(TRY(truth(rt, args[0]))));
}

Result<Owned> repr_slot(Runtime& rt, Value self) { return Owned(rt.intern(self.is_true() ? "True" : "False")); }

// Of two bools a bool, else what int makes of it.
template <auto OfInts, class Operation>
Result<Owned> logical(Runtime& rt, Value left, Value right, Operation operation) {
    if (left.is_bool() && right.is_bool())
        return Owned::adopt(Value::boolean(operation(left.is_true(), right.is_true())));
    if (!is_any_int(left) || !is_any_int(right)) return Owned::adopt(Value::not_implemented());
    return OfInts(rt, left, right);
}
Result<Owned> and_slot(Runtime& rt, Value left, Value right) {
    return logical<int_and>(rt, left, right, [](bool a, bool b) { return a && b; });
}
Result<Owned> or_slot(Runtime& rt, Value left, Value right) {
    return logical<int_or>(rt, left, right, [](bool a, bool b) { return a || b; });
}
Result<Owned> xor_slot(Runtime& rt, Value left, Value right) {
    return logical<int_xor>(rt, left, right, [](bool a, bool b) { return a != b; });
}

Result<Owned> invert_slot(Runtime& rt, Value self) {
    TRY(rt.warn(TypeId::DeprecationWarning, "Bitwise inversion '~' on bool is deprecated and will be removed in Python "
                                            "3.16. This returns the bitwise inversion of the underlying int "
                                            "object and is usually not what you expect from negating a bool. Use the "
                                            "'not' operator for boolean negation or ~int(x) if you really want "
                                            "the bitwise inversion of the underlying int."));
    return int_invert(rt, self);
}

constexpr Slots slots() {
    Slots s{};
    s.new_ = new_bool;
    s.repr = repr_slot;
    s.and_ = and_slot;
    s.or_ = or_slot;
    s.xor_ = xor_slot;
    s.invert = invert_slot;
    return s;
}

} // namespace

const TypeSpec bool_spec = {
    .name = "bool",
    .base = TypeId::int_,
    .layout = Layout::other,
    .size = sizeof(IntObject),
    .flags = type_match_self,
    .slots = slots(),
    .doc = "Returns True when the argument is true, False otherwise.\n"
           "The builtins True and False are the only two instances of the class bool.\n"
           "The class bool is a subclass of the class int, and cannot be subclassed.",
};

} // namespace mp
