#pragma once
// Descriptors that built-in types and __slots__ are made of: slot wrappers (int.__add__), getsets (type.__name__), members (__slots__).
#include "objects/core/runtime.h"

namespace mp {

struct SlotName; // objects/core/slot_names.h

// int.__add__ and the like: a dunder method made from a slot.
struct SlotWrapperObject : Object {
    const SlotName* slot;
    Type* owner; // owned
    const Slots*
        slots; // where the slot's function is read: the owner's spec's own, or inherited, table as it was when the wrapper was made
};
// (3).__add__: a slot wrapper bound to its object.
struct MethodWrapperObject : Object {
    SlotWrapperObject* descriptor; // owned
    Value self;                    // owned
};
struct GetSetDescriptorObject : Object {
    const GetSetDef* def;
    Type* owner; // owned
};
// One name of __slots__.
struct MemberDescriptorObject : Object {
    StrObject* name; // owned
    Type* owner;     // owned
    std::int64_t
        offset; // bytes from the object's start; negative: from the attribute storage at the end of its block (variable-size types)
};

Ref<SlotWrapperObject> make_slot_wrapper(Runtime& rt, const SlotName& slot, Type& owner, const Slots& slots);
Ref<GetSetDescriptorObject> make_getset_descriptor(Runtime& rt, const GetSetDef& def, Type& owner);
Ref<MemberDescriptorObject> make_member_descriptor(Runtime& rt, StrObject& name, Type& owner, std::int64_t offset);

inline bool is_slot_wrapper(Runtime& rt, Value value) noexcept {
    return &rt.type_of(value) == &rt.type(TypeId::slot_wrapper);
}
// The place of a member in an object of its owner.
Value* member_address(const MemberDescriptorObject& member, Object& object) noexcept;

} // namespace mp
