// Attributes and their inline caches.
//
// The cache of GETATTR, SETATTR and LOAD_METHOD: word 2 is the id of a shape, word 3 what was found there, words 4 and 5 an address. A shape id stands for
// a type with all it inherits and for the object's own attribute names; any change that a cache could care about gives the shapes concerned new ids (type_modified),
// so comparing the id is all there is to check. Behind the caches of the instructions stands one that they share (attribute_cache.h). Word 3 below first_kind is the byte offset of an attribute in the object itself: the commonest case, handled in
// the first comparison.
#include "interp/vm/calls.h"
#include "interp/vm/handlers.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/core/shape.h"
#include "objects/types/descriptors.h"
#include "objects/types/dict.h"
#include "objects/types/method.h"
#include "objects/types/module.h"
#include "objects/types/native_function.h"
#include "objects/types/str.h"

namespace mp {

namespace {
enum Kind : Word {
    first_kind = 1u << 24,
    overflow_slot = first_kind, // + slot number: in the overflow array
    class_value = 2u << 24,     // words 4, 5: the address of a class attribute that is no descriptor
    method = 3u << 24,          // words 4, 5: the address of a function in the class: bound to the object
    module_value = 4u << 24,    // + entry index; word 4: keys version of the module's dict
    property_getter = 5u << 24, // words 4, 5: the address of a property with a Python getter
    class_attribute =
        6u << 24, // the object is a class: word 2 is its instances' shape id; words 4, 5: the address of the value
    add_slot = 7u << 24,      // SETATTR: + byte offset; words 4, 5: the shape that the object gets
    native_getter = 8u << 24, // words 4, 5: the GetSetDef of an attribute that is computed
    native_class_method =
        9u << 24, // LOAD_METHOD on a class: words 2, 4, 5 as for class_attribute; wants the class as first argument
};
constexpr Word kind_mask = 0xff000000u;

bool plain_instance_access(const Type& type) noexcept {
    return type.slots.get_attribute == generic_get_attribute && !type.has(type_dynamic_getattr);
}
// Whether binding `value` to an instance would do anything.
bool is_descriptor(Runtime& rt, Value value) noexcept {
    return value.is_object() && rt.type_of(value).slots.descriptor_get != nullptr;
}
bool is_data_descriptor(Runtime& rt, Value value) noexcept {
    return value.is_object() && rt.type_of(value).slots.descriptor_set != nullptr;
}
// What an attribute is looked up in the caches by: instances by their shape, classes by the shape of their instances.
Word cache_id(const Object& object) noexcept {
    return object.layout == Layout::type ? static_cast<const Type&>(object).instance_shape->id : object.shape->id;
}
enum Access : Word { reading = 0, reading_class = 1u << 31, writing = 1u << 30 };
Word reading_of(const Object& object) noexcept { return object.layout == Layout::type ? reading_class : reading; }

// Takes what another instruction (or this one, before) has found for such an object into the cache of this one; false: nothing is known, or the
// cache is for such objects already. Keeps instructions that meet several types from searching each time.
bool refill_cache(Vm& vm, const Word* pc, const Object& object, StrObject& name, Word access) noexcept {
    const Word id = cache_id(object);
    if (id == AUX(2)) return false;
    const AttributeCache::Entry* found = vm.attribute_cache.find(id ^ access, name);
    if (!found) return false;
    write_cache(pc + 2, id);
    write_cache(pc + 3, found->kind);
    write_cache(pc + 4, found->address[0]);
    write_cache(pc + 5, found->address[1]);
    return true;
}
void remember_cache(Vm& vm, const Word* pc, StrObject& name, Word access) noexcept {
    vm.attribute_cache.put(AUX(2) ^ access, name, AUX(3), AUX(4), AUX(5));
}

void find_cache(Vm& vm, const Word* pc, Value value, StrObject& name);
// Remembers how `name` is found on `value`, after it has been found once.
[[gnu::noinline]] void fill_cache(Vm& vm, const Word* pc, Value value, StrObject& name) {
    if (!value.is_object()) return;
    find_cache(vm, pc, value, name);
    if (AUX(2) == cache_id(*value.object())) remember_cache(vm, pc, name, reading_of(*value.object()));
}
void find_cache(Vm& vm, const Word* pc, Value value, StrObject& name) {
    Object& object = *value.object();
    if (object.layout == Layout::module) {
        DictObject& dict = *static_cast<ModuleObject&>(object).dict;
        const std::int64_t index = dict_entry_index(dict, name);
        if (index < 0 || index >= static_cast<std::int64_t>(first_kind)) return;
        write_cache(pc + 2, object.shape->id);
        write_cache(pc + 3, module_value + static_cast<Word>(index));
        write_cache(pc + 4, dict_keys_version(vm, dict));
        return;
    }
    if (object.layout == Layout::type) {
        Type& type = static_cast<Type&>(object);
        Type& metatype = *type.type();
        if (metatype.slots.get_attribute != type_get_attribute || metatype.has(type_dynamic_getattr)) return;
        if (type_lookup_cell(metatype, name)) return; // might be a data descriptor of the metatype
        const Value* cell = type_lookup_cell(type, name);
        if (!cell) return;
        const bool binds_class = cell->is_object() &&
                                 cell->object()->shape->type == &vm.type(TypeId::class_method_descriptor) &&
                                 is_subtype(&type, static_cast<ClassMethodDescriptorObject*>(cell->object())->owner);
        if (is_descriptor(vm, *cell) && !is_plain_method(*cell) && !binds_class) return;
        write_cache(pc + 2, type.instance_shape->id);
        write_cache(pc + 3, binds_class ? native_class_method : class_attribute);
        write_cache_pointer(pc + 4, cell);
        return;
    }
    Type& type = *object.type();
    if (!plain_instance_access(type)) return;
    const Value* cell = type_lookup_cell(type, name);
    if (cell && is_data_descriptor(vm, *cell)) {
        if (cell->object()->shape->type == &vm.type(TypeId::member_descriptor)) {
            const auto& member = *static_cast<MemberDescriptorObject*>(cell->object());
            if (member.offset <= 0 || member.offset >= static_cast<std::int64_t>(first_kind)) return;
            write_cache(pc + 2, object.shape->id);
            write_cache(pc + 3, static_cast<Word>(member.offset));
        } else if (is_property(*cell)) {
            write_cache(pc + 2, object.shape->id);
            write_cache(pc + 3, property_getter);
            write_cache_pointer(pc + 4, cell);
        } else if (cell->object()->shape->type == &vm.type(TypeId::getset_descriptor)) {
            const auto& getset = *static_cast<GetSetDescriptorObject*>(cell->object());
            if (!getset.def->get || !is_subtype(&type, getset.owner)) return;
            write_cache(pc + 2, object.shape->id);
            write_cache(pc + 3, native_getter);
            write_cache_pointer(pc + 4, getset.def);
        }
        return;
    }
    if (object.shape->keys) {
        if (object.shape->keys->dictionary) return;
        if (const int slot = shape_find(*object.shape, name); slot != no_slot) {
            const int offset = slot_offset(*object.shape, slot);
            write_cache(pc + 2, object.shape->id);
            write_cache(pc + 3, offset > 0 ? static_cast<Word>(offset) : overflow_slot + static_cast<Word>(slot));
            return;
        }
    } else if (has_attribute_storage(object))
        return;
    if (!cell) return;
    if (is_plain_method(*cell)) {
        write_cache(pc + 2, object.shape->id);
        write_cache(pc + 3, method);
        write_cache_pointer(pc + 4, cell);
    } else if (!is_descriptor(vm, *cell)) {
        write_cache(pc + 2, object.shape->id);
        write_cache(pc + 3, class_value);
        write_cache_pointer(pc + 4, cell);
    }
}

// A borrowed value through the cache, of the kinds that need no binding; unbound when the cache does not apply. `self_first`: the value is a function that
// wants the object as first argument.
inline Value cached_value(const Word* pc, Object& object, bool& self_first) noexcept {
    self_first = false;
    if (object.layout == Layout::type) {
        if ((AUX(3) & kind_mask) == class_attribute && static_cast<Type&>(object).instance_shape->id == AUX(2))
            return *read_cache_pointer<const Value>(pc + 4);
        return Value();
    }
    if (object.shape->id != AUX(2)) return Value();
    switch (AUX(3) & kind_mask) {
    case 0: return *reinterpret_cast<const Value*>(reinterpret_cast<const char*>(&object) + AUX(3));
    case overflow_slot: return *slot_address(object, static_cast<int>(AUX(3) & ~kind_mask));
    case class_value: return *read_cache_pointer<const Value>(pc + 4);
    case method: self_first = true; return *read_cache_pointer<const Value>(pc + 4);
    case module_value: {
        DictObject& dict = *static_cast<ModuleObject&>(object).dict;
        return dict.keys_version == AUX(4) ? *dict_entry_value(dict, AUX(3) & ~kind_mask) : Value();
    }
    default: return Value();
    }
}

[[gnu::noinline]] Value computed_attribute(Vm& vm, const GetSetDef& def, Value object) {
    Result<Owned> result = def.get(vm, object);
    return result.is_raised() ? Value::raised_mark() : result.take().release();
}
[[gnu::noinline]] Value get_attribute_value(Vm& vm, const Word* pc, Value object, StrObject& name) {
    Result<Owned> result = get_attribute(vm, object, name);
    if (result.is_raised()) return Value::raised_mark();
    fill_cache(vm, pc, object, name);
    return result.take().release();
}
[[gnu::noinline]] Value bind_method(Vm& vm, Value function, Value self) {
    if (is_method_descriptor(function)) {
        const auto& descriptor = *static_cast<MethodDescriptorObject*>(function.object());
        return make_native_method(vm, *descriptor.def, self, descriptor.owner).release();
    }
    return make_bound_method(vm, function, self).release();
}
} // namespace

[[gnu::noinline]] static bool refill_reading(Vm& vm, const Word* pc, const Object& object, StrObject& name) noexcept {
    return refill_cache(vm, pc, object, name, reading_of(object));
}
SLOW(slow_GETATTR) {
    if (R[B].is_object() && refill_reading(vm, pc, *R[B].object(), name_constant(K, AUX(1)))) GO(op_GETATTR);
    SAVE_PC();
    const Value value = get_attribute_value(vm, pc, R[B], name_constant(K, AUX(1)));
    if (value.is_raised()) [[unlikely]]
        GO(raise_here);
    consume(R, B);
    STORE(A, value);
    NEXT(6);
}
// The cached kinds other than an own attribute in the object.
SLOW(cached_GETATTR) {
    const Value b = R[B];
    if (!b.is_object()) GO(slow_GETATTR);
    if (b.object()->shape->id == AUX(2) && AUX(3) == property_getter) {
        const Value getter = static_cast<PropertyObject*>(read_cache_pointer<Value>(pc + 4)->object())->getter;
        if (is_function(getter)) {
            if (vm.budget_ <= 0) [[unlikely]]
                GO(call_out_of_budget);
            vm.frame->pc = pc + 6;
            const Word* callee = enter_with_one(vm, as_function(getter), b, A, B >= 0 ? R + B : nullptr);
            if (callee) DISPATCH(callee, vm.frame->registers, vm.frame->code->constants);
        }
        GO(slow_GETATTR);
    }
    if (b.object()->shape->id == AUX(2) && AUX(3) == native_getter) {
        SAVE_PC();
        const Value value = computed_attribute(vm, *read_cache_pointer<const GetSetDef>(pc + 4), b);
        if (value.is_raised()) GO(raise_here);
        consume(R, B);
        STORE(A, value);
        NEXT(6);
    }
    bool self_first;
    Value value = cached_value(pc, *b.object(), self_first);
    if (value.is_unbound()) GO(slow_GETATTR);
    SAVE_PC();
    if (self_first)
        value = bind_method(vm, value, b);
    else
        retain(value);
    consume(R, B);
    STORE(A, value);
    NEXT(6);
}
OP(GETATTR) {
    const Value b = R[B];
    if (b.is_object() && b.object()->shape->id == AUX(2) && AUX(3) < first_kind) [[likely]] {
        const Value value = *reinterpret_cast<const Value*>(reinterpret_cast<const char*>(b.object()) + AUX(3));
        if (!value.is_unbound()) [[likely]] {
            retain(value);
            consume(R, B);
            STORE(A, value);
            NEXT(6);
        }
    }
    GO(cached_GETATTR);
}

// ---- SETATTR
namespace {
[[gnu::noinline]] void fill_set_cache(Vm& vm, const Word* pc, Object& object, StrObject& name, Shape* before) {
    Type& type = *object.type();
    if (type.slots.set_attribute != generic_set_attribute || type.has(type_dynamic_setattr)) return;
    const Value* cell = type_lookup_cell(type, name);
    if (cell && is_data_descriptor(vm, *cell)) {
        if (cell->object()->shape->type != &vm.type(TypeId::member_descriptor)) return;
        const auto& member = *static_cast<MemberDescriptorObject*>(cell->object());
        if (member.offset <= 0 || member.offset >= static_cast<std::int64_t>(first_kind)) return;
        write_cache(pc + 2, object.shape->id);
        write_cache(pc + 3, static_cast<Word>(member.offset));
        return;
    }
    if (!object.shape->keys || object.shape->keys->dictionary) return;
    const int slot = shape_find(*object.shape, name);
    if (slot == no_slot) return;
    const int offset = slot_offset(*object.shape, slot);
    if (offset <= 0) return;
    if (before == object.shape) {
        write_cache(pc + 2, object.shape->id);
        write_cache(pc + 3, static_cast<Word>(offset));
    } else if (before->keys && object.shape->keys->parent == before && slot == before->slot_count) {
        write_cache(pc + 2, before->id);
        write_cache(pc + 3, add_slot + static_cast<Word>(offset));
        write_cache_pointer(pc + 4, object.shape);
    }
}
[[gnu::noinline]] bool set_attribute_value(Vm& vm, const Word* pc, Value object, StrObject& name, Value value) {
    Shape* before = object.is_object() ? object.object()->shape : nullptr;
    if (set_attribute(vm, object, name, value).is_raised()) return false;
    if (!before) return true;
    fill_set_cache(vm, pc, *object.object(), name, before);
    if (AUX(2) == before->id) remember_cache(vm, pc, name, writing);
    return true;
}
[[gnu::noinline]] bool refill_writing(Vm& vm, const Word* pc, const Object& object, StrObject& name) noexcept {
    return object.layout != Layout::type && refill_cache(vm, pc, object, name, writing);
}
} // namespace

SLOW(slow_SETATTR) {
    const Value a = R[A];
    if (a.is_object() && a.object()->shape->id == AUX(2) && (AUX(3) & kind_mask) == add_slot) {
        Object* const object = a.object();
        *reinterpret_cast<Value*>(reinterpret_cast<char*>(object) + (AUX(3) & ~kind_mask)) = take(R, B);
        object->shape = read_cache_pointer<Shape>(pc + 4);
        consume(R, A);
        NEXT(6);
    }
    if (a.is_object() && refill_writing(vm, pc, *a.object(), name_constant(K, AUX(1)))) GO(op_SETATTR);
    SAVE_PC();
    if (!set_attribute_value(vm, pc, a, name_constant(K, AUX(1)), R[B])) [[unlikely]]
        GO(raise_here);
    consume(R, B);
    consume(R, A);
    NEXT(6);
}
OP(SETATTR) {
    const Value a = R[A];
    if (a.is_object() && a.object()->shape->id == AUX(2) && AUX(3) < first_kind) [[likely]] {
        Value* const place = reinterpret_cast<Value*>(reinterpret_cast<char*>(a.object()) + AUX(3));
        const Value old = *place;
        *place = take(R, B);
        if (old.is_object()) {
            SAVE_PC();
            drop(old.object());
        }
        consume(R, A);
        NEXT(6);
    }
    GO(slow_SETATTR);
}
[[gnu::noinline]] static bool delete_attribute_value(Vm& vm, Value object, StrObject& name) {
    return !set_attribute(vm, object, name, Value()).is_raised();
}
OP(DELATTR) {
    SAVE_PC();
    if (!delete_attribute_value(vm, R[A], name_constant(K, AUX(1)))) GO(raise_here);
    consume(R, A);
    NEXT(2);
}

// ---- LOAD_METHOD: function and self, without a bound method
[[gnu::noinline]] static Value get_method_value(Vm& vm, const Word* pc, Value object, StrObject& name,
                                                bool* self_first) {
    Result<Owned> result = get_method(vm, object, name, *self_first);
    if (result.is_raised()) return Value::raised_mark();
    fill_cache(vm, pc, object, name);
    return result.take().release();
}
[[gnu::noinline]] static Value load_method(Vm& vm, const Word* pc, Value* R, int a, int b, StrObject& name) {
    bool self_first = false;
    const Value value = get_method_value(vm, pc, R[b], name, &self_first);
    if (value.is_raised()) return value;
    const Value self = take(R, b);
    R[a] = value;
    if (self_first)
        R[a + 1] = self;
    else {
        R[a + 1] = Value();
        release(self);
    }
    return value;
}
SLOW(slow_LOAD_METHOD) {
    if (R[B].is_object() && refill_reading(vm, pc, *R[B].object(), name_constant(K, AUX(1)))) GO(op_LOAD_METHOD);
    SAVE_PC();
    if (load_method(vm, pc, R, A, B, name_constant(K, AUX(1))).is_raised()) GO(raise_here);
    NEXT(6);
}
SLOW(cached_LOAD_METHOD) {
    const Value b = R[B];
    if (!b.is_object()) GO(slow_LOAD_METHOD);
    bool self_first;
    Value value = cached_value(pc, *b.object(), self_first);
    if (AUX(3) == native_class_method && b.object()->layout == Layout::type &&
        static_cast<Type*>(b.object())->instance_shape->id == AUX(2)) {
        value = *read_cache_pointer<const Value>(pc + 4);
        self_first = true;
    }
    if (value.is_unbound()) GO(slow_LOAD_METHOD);
    retain(value);
    const Value self = take(R, B);
    R[A] = value;
    if (self_first)
        R[A + 1] = self;
    else {
        R[A + 1] = Value();
        SAVE_PC();
        release(self);
    }
    NEXT(6);
}
OP(LOAD_METHOD) {
    const Value b = R[B];
    if (b.is_object() && b.object()->shape->id == AUX(2) && AUX(3) == method && b.object()->layout != Layout::type)
        [[likely]] {
        const Value function = *read_cache_pointer<const Value>(pc + 4);
        ++function.object()->refcount;
        const Value self = take(R, B);
        R[A] = function;
        R[A + 1] = self;
        NEXT(6);
    }
    GO(cached_LOAD_METHOD);
}

// ---- super(): the three temporaries are the name `super` as found, the class, and self. When `super` is the built-in, no super object is made.
[[gnu::noinline]] static bool load_super(Vm& vm, Value* base, StrObject& name, bool for_call) {
    Owned callee = Owned::adopt(base[0]), cls = Owned::adopt(base[1]), self = Owned::adopt(base[2]);
    base[0] = base[1] = base[2] = Value();
    bool self_first = false;
    Owned value;
    if (callee.get().is_object() && callee.get().object() == &vm.type(TypeId::super_)) {
        auto found = for_call ? super_method(vm, cls, self, name, self_first) : super_attribute(vm, cls, self, name);
        if (found.is_raised()) return false;
        value = found.take();
    } else {
        auto made = call(vm, callee);
        if (made.is_raised()) return false;
        Owned object = made.take();
        auto found = get_attribute(vm, object, name);
        if (found.is_raised()) return false;
        value = found.take();
    }
    base[0] = value.release();
    if (self_first) base[1] = self.release();
    return true;
}
OP(LOAD_SUPER_METHOD) {
    SAVE_PC();
    if (!load_super(vm, R + A, name_constant(K, AUX(1)), true)) GO(raise_here);
    NEXT(2);
}
OP(GET_SUPER_ATTR) {
    SAVE_PC();
    const int b = B;
    if (!load_super(vm, R + b, name_constant(K, AUX(1)), false)) GO(raise_here);
    const Value value = R[b];
    R[b] = Value();
    STORE(A, value);
    NEXT(2);
}

} // namespace mp
