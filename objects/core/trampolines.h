#pragma once
// Slot functions of Python classes: each looks its method up on the type and calls it (the language reference's "special method lookup", 3.3.12).
#include "objects/core/runtime.h"
#include "objects/core/slot_names.h"

namespace mp {

// The dunder method called without arguments, with one, two. Absent: NotImplemented.
Result<Owned> call_or_not_implemented(Runtime& rt, Value self, StrObject& name, const Value* args, std::size_t count);
// Absent: AttributeError with the name (the class was changed meanwhile).
Result<Owned> call_slot_method(Runtime& rt, Value self, StrObject& name, const Value* args, std::size_t count);
// `method`, a class attribute (function or other descriptor), called on `self` with one argument.
Result<Owned> call_slot_method_of(Runtime& rt, Value method, Value self, Value argument);
// callee(first, *args): the array is made on the stack when it is short.
Result<Owned> call_with_first(Runtime& rt, Value callee, Value first, Args args);
// Whether type(right) has a method `name` other than the one of type(left).
Result<bool> method_is_overloaded(Runtime& rt, Value left, Value right, StrObject& name);

namespace trampoline {

template <StrObject* Names::*Name>
Result<Owned> unary(Runtime& rt, Value self) {
    return call_slot_method(rt, self, *(rt.names().*Name), nullptr, 0);
}

template <StrObject* Names::*Name>
Result<Owned> inplace(Runtime& rt, Value self, Value other) {
    return call_slot_method(rt, self, *(rt.names().*Name), &other, 1);
}

// CPython's SLOT1BINFULL: the subclass on the right that overrides the reflected method goes first.
template <BinarySlot Slots::*Slot, StrObject* Names::*Name, StrObject* Names::*Reflected>
Result<Owned> binary(Runtime& rt, Value left, Value right) {
    Type& left_type = rt.type_of(left);
    Type& right_type = rt.type_of(right);
    constexpr BinarySlot self_slot = &binary<Slot, Name, Reflected>;
    bool try_right = &left_type != &right_type && right_type.slots.*Slot == self_slot;
    if (left_type.slots.*Slot == self_slot) {
        if (try_right && is_subtype(&right_type, &left_type)) {
            if (TRY(method_is_overloaded(rt, left, right, *(rt.names().*Reflected)))) {
                Owned result = TRY(call_or_not_implemented(rt, right, *(rt.names().*Reflected), &left, 1));
                if (!result.is_not_implemented()) return result;
                try_right = false;
            }
        }
        Owned result = TRY(call_or_not_implemented(rt, left, *(rt.names().*Name), &right, 1));
        if (!result.is_not_implemented() || &left_type == &right_type) return result;
    }
    if (try_right) return call_or_not_implemented(rt, right, *(rt.names().*Reflected), &left, 1);
    return Owned::adopt(Value::not_implemented());
}

Result<Owned> power(Runtime& rt, Value base, Value exponent, Value modulus);
Result<bool> truth(Runtime& rt, Value self);
Result<std::int64_t> hash(Runtime& rt, Value self);
Result<std::int64_t> length(Runtime& rt, Value self);
Result<Owned> call(Runtime& rt, Value self, Args args);
Result<Owned> get_attribute_hook(Runtime& rt, Value self, StrObject& name);
Result<void> set_attribute(Runtime& rt, Value self, StrObject& name, Value value);
Result<Owned> compare(Runtime& rt, Value left, Value right, CompareOp op);
Result<Owned> iter(Runtime& rt, Value self);
Result<Owned> iternext(Runtime& rt, Value self);
Result<Owned> descriptor_get(Runtime& rt, Value descriptor, Value instance, Type* owner);
Result<void> descriptor_set(Runtime& rt, Value descriptor, Value instance, Value value);
Result<void> init(Runtime& rt, Value self, Args args);
Result<Owned> new_(Runtime& rt, Type* type, Args args);
Result<void> finalise(Runtime& rt, Object* self);
Result<Owned> get_item(Runtime& rt, Value self, Value key);
Result<void> set_item(Runtime& rt, Value self, Value key, Value value);
Result<bool> contains(Runtime& rt, Value self, Value item);

} // namespace trampoline

// The name of the method of a comparison.
StrObject& compare_name(Runtime& rt, CompareOp op) noexcept;

// The buffer slots of Python classes that define __buffer__ (PEP 688); objects/buffer/ has them.
extern Result<void> (*const python_get_buffer)(Runtime&, Object*, const BufferRequest&, BufferFields&);
extern void (*const python_release_buffer)(Runtime&, Object*, BufferFields&);

} // namespace mp
