#include "objects/core/shape.h"

#include <algorithm>
#include <cstring>

#include "objects/core/core_setup.h"
#include "objects/core/heap.h"
#include "objects/core/runtime.h"
#include "objects/types/dict.h"
#include "objects/types/str.h"

namespace mp {

namespace {

// Beyond these an object goes to dictionary mode: look-up in a shape is linear, and a class whose instances all differ would collect shapes without end.
constexpr std::size_t longest_shape = 64;
constexpr std::size_t most_transitions = 128;

constexpr std::uint64_t dictionary_tag = 1;

bool in_dictionary_mode(std::uint64_t head) noexcept { return (head & dictionary_tag) != 0; }
DictObject* dictionary_of(std::uint64_t head) noexcept { return reinterpret_cast<DictObject*>(head & ~dictionary_tag); }

// The overflow array: a word with its capacity, then the values.
struct Overflow {
    std::uint64_t capacity;
    Value values[1];
};
Overflow* overflow_of(std::uint64_t head) noexcept { return reinterpret_cast<Overflow*>(head); }
std::size_t overflow_bytes(std::uint64_t capacity) noexcept { return 8 + capacity * 8; }

// Room for one more attribute behind the `count` there are.
void reserve_overflow(Runtime& rt, std::uint64_t& head, std::uint64_t count) {
    if (head != 0 && count < overflow_of(head)->capacity) return;
    const std::uint64_t capacity = head == 0 ? 4 : overflow_of(head)->capacity * 2;
    void* old = reinterpret_cast<void*>(head);
    const std::size_t old_bytes = head == 0 ? 0 : overflow_bytes(overflow_of(head)->capacity);
    auto* bigger = static_cast<Overflow*>(rt.heap().reallocate(old, old_bytes, overflow_bytes(capacity)));
    bigger->capacity = capacity;
    head = reinterpret_cast<std::uint64_t>(bigger);
}

Shape* dictionary_shape(Type& type) {
    if (type.dictionary_shape) return type.dictionary_shape;
    Shape* shape = new_shape(type.runtime(), type);
    shape->keys = new ShapeKeys{};
    shape->keys->dictionary = true;
    type.dictionary_shape = shape;
    return shape;
}

// Moves the attributes of an object to a real dict, which the object owns from then on.
DictObject& to_dictionary_mode(Object& object) {
    Runtime& rt = object.runtime();
    std::uint64_t* head = storage_of(object);
    if (in_dictionary_mode(*head)) return *dictionary_of(*head);
    const Shape& old = *object.shape;
    Shape* shape = dictionary_shape(*old.type);
    auto dict = make_dict(rt, old.slot_count);
    for (int i = 0; i < old.slot_count; ++i)
        dict_set_str(rt, *dict, *old.keys->names[static_cast<std::size_t>(i)], Owned::share(*slot_address(object, i)));
    // From here on nothing can fail.
    std::uint64_t overflow = *head;
    const int count = old.slot_count;
    for (int i = 0; i < count; ++i) release(*slot_address(object, i)); // the dict holds them as well
    object.shape = shape;
    *head = reinterpret_cast<std::uint64_t>(dict.release()) | dictionary_tag;
    if (overflow != 0) rt.heap().free(overflow_of(overflow), overflow_bytes(overflow_of(overflow)->capacity));
    return *dictionary_of(*head);
}

// Instances that have outgrown their inline room: after a few of them, new instances of the class are made with more. Old ones keep the room that their shapes tell of.
void learn_capacity(Type& type) {
    constexpr std::uint8_t few = 4;
    constexpr std::uint16_t most = 24;
    const std::uint16_t capacity = type.instance_shape->inline_capacity;
    if (!type.has(type_heap) || type.has(type_variable_size) || capacity >= most || ++type.outgrown < few) return;
    type.outgrown = 0;
    Shape* root = new_shape(type.runtime(), type);
    root->inline_capacity = std::min<std::uint16_t>(most, static_cast<std::uint16_t>(capacity < 4 ? 8 : capacity * 2));
    root->keys = new ShapeKeys{};
    type.instance_shape = root;
    type.tail_size = 8 * (1u + root->inline_capacity);
}

} // namespace

bool has_attribute_storage(const Object& object) noexcept { return object.shape->type->has(type_has_dict); }

std::uint64_t* storage_of(Object& object) noexcept {
    const Type& type = *object.shape->type;
    if (type.dict_offset != 0)
        return reinterpret_cast<std::uint64_t*>(reinterpret_cast<std::byte*>(&object) + type.dict_offset);
    const std::size_t storage = 8 * (std::size_t{1} + type.instance_shape->inline_capacity);
    return reinterpret_cast<std::uint64_t*>(Heap::container_end(object) - storage);
}

MemberSlots member_slots(Object& object) noexcept {
    const Type& type = *object.shape->type;
    if (type.has(type_variable_size)) {
        const std::size_t storage =
            type.has(type_has_dict) ? 8 * (std::size_t{1} + type.instance_shape->inline_capacity) : 0;
        const std::size_t bytes = type.tail_size - storage;
        if (bytes == 0) return {nullptr, 0};
        return {reinterpret_cast<Value*>(Heap::container_end(object) - type.tail_size), bytes / 8};
    }
    const std::size_t begin = (type.native_base->size + 7) & ~std::size_t{7};
    // A built-in base with attribute storage of its own keeps it behind its struct; __slots__ come before the storage of the derived class.
    return {reinterpret_cast<Value*>(reinterpret_cast<std::byte*>(&object) + begin), (type.basic_size - begin) / 8};
}

// ---- shapes

int shape_find(const Shape& shape, StrObject& name) noexcept {
    const ShapeKeys* keys = shape.keys;
    if (!keys) return no_slot;
    StrObject* const* names = keys->names.data();
    for (int i = 0, n = shape.slot_count; i < n; ++i)
        if (names[i] == &name) return i;
    return no_slot;
}

Shape* shape_add(Shape& shape, StrObject& name) {
    ShapeKeys& keys = *shape.keys;
    for (Shape* next : keys.transitions)
        if (next->keys->last_name == &name) return next;
    if (keys.names.size() >= longest_shape || keys.transitions.size() >= most_transitions) return nullptr;
    keys.transitions.reserve(keys.transitions.size() + 1);
    auto next_keys = std::make_unique<ShapeKeys>();
    next_keys->parent = &shape;
    next_keys->names.reserve(keys.names.size() + 1);
    next_keys->names = keys.names;
    next_keys->names.push_back(&name);
    Shape* next = new_shape(*shape.runtime, *shape.type);
    next->slot_count = static_cast<std::uint16_t>(shape.slot_count + 1);
    next->inline_capacity = shape.inline_capacity;
    retain(&name);
    next_keys->last_name = &name;
    next->keys = next_keys.release();
    keys.transitions.push_back(next);
    return next;
}

Value* slot_address(Object& object, int slot) noexcept {
    std::uint64_t* head = storage_of(object);
    const int inline_capacity = object.shape->inline_capacity;
    if (slot < inline_capacity) return reinterpret_cast<Value*>(head) + 1 + slot;
    return overflow_of(*head)->values + (slot - inline_capacity);
}

int slot_offset(const Shape& shape, int slot) noexcept {
    if (slot >= shape.inline_capacity || shape.type->dict_offset == 0) return -1;
    return static_cast<int>(shape.type->dict_offset) + 8 + 8 * slot;
}

// ---- instance attributes

Value instance_get(Object& object, StrObject& name) noexcept {
    const Shape& shape = *object.shape;
    if (!shape.keys) return Value();
    if (shape.keys->dictionary) return dict_get_str(*dictionary_of(*storage_of(object)), name);
    const int slot = shape_find(shape, name);
    return slot == no_slot ? Value() : *slot_address(object, slot);
}

Result<void> instance_set(Object& object, StrObject& name, Value value) {
    Runtime& rt = object.runtime();
    Shape& shape = *object.shape;
    if (!shape.keys->dictionary) {
        const int slot = shape_find(shape, name);
        if (slot != no_slot) {
            replace(*slot_address(object, slot), Owned::share(value));
            return ok;
        }
        if (Shape* next = name.is_interned() ? shape_add(shape, name) : nullptr) {
            std::uint64_t* head = storage_of(object);
            const int added = shape.slot_count;
            if (added >= shape.inline_capacity) {
                reserve_overflow(rt, *head, static_cast<std::uint64_t>(added - shape.inline_capacity));
                if (added == shape.inline_capacity) learn_capacity(*shape.type);
            }
            object.shape = next;
            retain(value);
            *slot_address(object, added) = value;
            return ok;
        }
    }
    DictObject& dict = to_dictionary_mode(object);
    dict_set_str(rt, dict, name, Owned::share(value));
    return ok;
}

bool instance_delete(Object& object, StrObject& name) {
    Runtime& rt = object.runtime();
    Shape& shape = *object.shape;
    if (!shape.keys) return false;
    if (!shape.keys->dictionary) {
        const int slot = shape_find(shape, name);
        if (slot == no_slot) return false;
        if (slot == shape.slot_count - 1) {
            Value* place = slot_address(object, slot);
            const Value old = *place;
            object.shape = shape.keys->parent;
            release(old);
            return true;
        }
    }
    DictObject& dict = to_dictionary_mode(object);
    return dict_delete_str(rt, dict, name);
}

Ref<DictObject> instance_dict(Object& object) { return Ref<DictObject>::share(&to_dictionary_mode(object)); }

void set_instance_dict(Object& object, DictObject& dict) {
    Shape* shape = dictionary_shape(*object.shape->type);
    retain(&dict);
    std::uint64_t* head = storage_of(object);
    if (in_dictionary_mode(*head)) {
        DictObject* old = dictionary_of(*head);
        *head = reinterpret_cast<std::uint64_t>(&dict) | dictionary_tag;
        release(old);
        return;
    }
    // The old attributes are released after the new dict is in place (a finaliser may look).
    std::vector<Value> old;
    const int count = object.shape->slot_count;
    old.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) old.push_back(*slot_address(object, i));
    const std::uint64_t overflow = *head;
    object.shape = shape;
    *head = reinterpret_cast<std::uint64_t>(&dict) | dictionary_tag;
    if (overflow != 0)
        object.runtime().heap().free(overflow_of(overflow), overflow_bytes(overflow_of(overflow)->capacity));
    for (Value value : old) release(value);
}

// ---- for the core

void release_storage(Object& object) noexcept {
    std::uint64_t* head = storage_of(object);
    if (in_dictionary_mode(*head)) {
        DictObject* dict = dictionary_of(*head);
        object.shape = object.shape->type->instance_shape;
        *head = 0;
        release(dict);
        return;
    }
    const Shape& shape = *object.shape;
    for (int i = 0, n = shape.slot_count; i < n; ++i) replace(*slot_address(object, i), Owned());
    const std::uint64_t overflow = *head;
    *head = 0;
    object.shape = shape.type->instance_shape;
    if (overflow != 0)
        object.runtime().heap().free(overflow_of(overflow), overflow_bytes(overflow_of(overflow)->capacity));
}

void traverse_storage(Object& object, Visitor visit, void* context) {
    const std::uint64_t head = *storage_of(object);
    if (in_dictionary_mode(head)) {
        visit(dictionary_of(head), context);
        return;
    }
    for (int i = 0, n = object.shape->slot_count; i < n; ++i)
        if (Value value = *slot_address(object, i); value.is_object()) visit(value.object(), context);
}

void move_to_type(Object& object, Type& type) {
    if (has_attribute_storage(object)) {
        to_dictionary_mode(object);
        object.shape = dictionary_shape(type);
    } else {
        object.shape = type.instance_shape;
    }
    object.layout = type.instance_layout;
}

} // namespace mp
