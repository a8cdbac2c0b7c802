#pragma once
// Hidden classes: which attributes an instance has, and where. All instances of a class begin at its root shape; adding an attribute follows a transition, so
// instances made alike share shapes and an inline cache needs one comparison. Deleting an attribute (other than the last) or touching __dict__ turns
// the one instance to a real dict ("dictionary mode").
//
// Attribute storage stands at Type::dict_offset of an object:
//   word 0: 0, or a pointer to the overflow array (Value[]: attributes beyond the inline capacity), or a DictObject* | 1 in dictionary mode
//   words 1..inline_capacity: the first attributes
// Instances of Python classes that derive from a type of variable size (int, tuple, str, bytes) have it at the end of their block instead: dict_offset is 0 there,
// slot_offset gives -1 for every slot and slot_address finds it.
#include <cstdint>
#include <vector>

#include "objects/core/ref.h"
#include "objects/core/type.h"

namespace mp {

struct StrObject;
struct DictObject;

// The names of one shape and the ways on from it.
struct ShapeKeys {
    Shape* parent = nullptr;
    StrObject* last_name = nullptr;  // the attribute this shape adds to its parent (owned); null for a root
    std::vector<StrObject*> names;   // in slot order (borrowed from the chain)
    std::vector<Shape*> transitions; // shapes that add one more
    bool dictionary = false;         // objects of this shape keep their attributes in a dict
};

inline constexpr int no_slot = -1;

// The slot of `name` (interned) in `shape`, or no_slot. Runs nothing.
int shape_find(const Shape& shape, StrObject& name) noexcept;

// The shape that `shape` plus `name` leads to, made when new; null when the shape has grown too long (then the object goes to dictionary mode).
Shape* shape_add(Shape& shape, StrObject& name);

// The address of an attribute slot of an object that is not in dictionary mode.
Value* slot_address(Object& object, int slot) noexcept;

// Byte offset of an inline slot from the object's start, or -1 when it is in the overflow array.
int slot_offset(const Shape& shape, int slot) noexcept;

// ---- instance attributes (own ones only: no class look-up, no descriptors). Run nothing (releasing an old value may).
Value instance_get(Object& object, StrObject& name) noexcept; // borrowed, unbound when absent
Result<void> instance_set(Object& object, StrObject& name, Value value);
bool instance_delete(Object& object, StrObject& name); // false: absent
// obj.__dict__: the instance's dict; switches it to dictionary mode. The object must have attribute storage.
Ref<DictObject> instance_dict(Object& object);
void set_instance_dict(Object& object, DictObject& dict);
bool has_attribute_storage(const Object& object) noexcept;

// ---- for the core
// Word 0 of an object's attribute storage.
std::uint64_t* storage_of(Object& object) noexcept;
// Releases the attributes (not the memory of the object).
void release_storage(Object& object) noexcept;
// The object's attributes seen by the collector: reports and drops.
void traverse_storage(Object& object, Visitor visit, void* context);
// The values of __slots__ of an object of a Python class, all of the class and its bases.
struct MemberSlots {
    Value* slots;
    std::size_t count;
};
MemberSlots member_slots(Object& object) noexcept;
// Gives an object the (empty) attribute storage of another type with the same layout: assignment to __class__.
void move_to_type(Object& object, Type& type);

} // namespace mp
