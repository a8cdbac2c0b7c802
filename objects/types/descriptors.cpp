#include "objects/types/descriptors.h"

#include <algorithm>
#include <string>

#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/core/shape.h"
#include "objects/core/slot_names.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

SlotWrapperObject& as_wrapper(Value value) { return *static_cast<SlotWrapperObject*>(value.object()); }
MethodWrapperObject& as_bound(Value value) { return *static_cast<MethodWrapperObject*>(value.object()); }
GetSetDescriptorObject& as_getset(Value value) { return *static_cast<GetSetDescriptorObject*>(value.object()); }
MemberDescriptorObject& as_member(Value value) { return *static_cast<MemberDescriptorObject*>(value.object()); }

Owned text_or_none(Runtime& rt, const char* text) {
    return text ? Owned(make_str(rt, text)) : Owned::adopt(Value::none());
}

Owned builtin(Runtime& rt, const char* name) {
    const Value found = rt.builtins_dict ? dict_get_text(rt, *rt.builtins_dict, name) : Value();
    return found.is_unbound() ? Owned::adopt(Value::none()) : Owned::share(found);
}

Owned reduce_as_attribute(Runtime& rt, Value owner, StrObject& name) {
    auto arguments = tuple_of(rt, owner, Value(&name));
    return Owned(tuple_of(rt, builtin(rt, "getattr").get(), Value(arguments.get())));
}

} // namespace

// ---- slot wrappers

Ref<SlotWrapperObject> make_slot_wrapper(Runtime& rt, const SlotName& slot, Type& owner, const Slots& slots) {
    auto* wrapper = rt.make<SlotWrapperObject>(TypeId::slot_wrapper);
    wrapper->slot = &slot;
    retain(&owner);
    wrapper->owner = &owner;
    wrapper->slots = &slots;
    return Ref<SlotWrapperObject>::adopt(wrapper);
}

namespace {

Result<Owned> invoke(Runtime& rt, const SlotWrapperObject& wrapper, Value self, Args args) {
    const SlotName& slot = *wrapper.slot;
    const bool takes_any = slot.slot == SLOT_INDEX(init) || slot.slot == SLOT_INDEX(call);
    if (args.names && args.names->size > 0 && !takes_any)
        return raise(rt, TypeId::TypeError, "wrapper %s() takes no keyword arguments", slot.text);
    return slot.wrap(rt, slot, slot_at(*wrapper.slots, slot.slot), self, args);
}

void dealloc_wrapper(Runtime& rt, Object* object) {
    release(static_cast<SlotWrapperObject*>(object)->owner);
    rt.free_object(object, sizeof(SlotWrapperObject));
}
void traverse_wrapper(Object* object, Visitor visit, void* context) {
    visit(static_cast<SlotWrapperObject*>(object)->owner, context);
}

Result<Owned> call_wrapper(Runtime& rt, Value callee, Args args) {
    auto& wrapper = as_wrapper(callee);
    const std::uint32_t positional = args.count - (args.names ? static_cast<std::uint32_t>(args.names->size) : 0);
    if (positional == 0)
        return raise(rt, TypeId::TypeError, "descriptor '%s' of '%.100s' object needs an argument", wrapper.slot->text,
                     wrapper.owner->name.c_str());
    if (!is_subtype(&rt.type_of(args[0]), wrapper.owner))
        return raise(rt, TypeId::TypeError, "descriptor '%s' requires a '%.100s' object but received a '%.100s'",
                     wrapper.slot->text, wrapper.owner->name.c_str(), type_name(rt, args[0]));
    return invoke(rt, wrapper, args[0], args.from(1));
}

Result<Owned> bind_wrapper(Runtime& rt, Value self, Value instance, Type*) {
    if (instance.is_unbound()) return Owned::share(self);
    auto& wrapper = as_wrapper(self);
    if (!is_subtype(&rt.type_of(instance), wrapper.owner))
        return raise(rt, TypeId::TypeError, "descriptor '%s' for '%.100s' objects doesn't apply to a '%.100s' object",
                     wrapper.slot->text, wrapper.owner->name.c_str(), type_name(rt, instance));
    auto* bound = rt.make<MethodWrapperObject>(TypeId::method_wrapper);
    retain(&wrapper);
    bound->descriptor = &wrapper;
    retain(instance);
    bound->self = instance;
    return Owned::adopt(Value(bound));
}

Result<Owned> repr_wrapper(Runtime& rt, Value self) {
    return Owned(make_str(rt, std::string("<slot wrapper '") + as_wrapper(self).slot->text + "' of '" +
                                  as_wrapper(self).owner->name + "' objects>"));
}

Result<Owned> wrapper_name(Runtime& rt, Value self) { return Owned::share(rt.names().*as_wrapper(self).slot->name); }
Result<Owned> wrapper_qualified_name(Runtime& rt, Value self) {
    return Owned(make_str(rt, as_wrapper(self).owner->qualified_name + "." + as_wrapper(self).slot->text));
}
Result<Owned> wrapper_owner(Runtime&, Value self) { return Owned::share(as_wrapper(self).owner); }
Result<Owned> wrapper_doc(Runtime& rt, Value self) { return text_or_none(rt, as_wrapper(self).slot->doc); }
Result<Owned> wrapper_text_signature(Runtime& rt, Value self) {
    return text_or_none(rt, as_wrapper(self).slot->signature);
}
Result<Owned> reduce_wrapper(Runtime& rt, Args args) {
    auto& wrapper = as_wrapper(args[0]);
    return reduce_as_attribute(rt, wrapper.owner, *(rt.names().*wrapper.slot->name));
}

const NativeDef wrapper_methods[] = {{"__reduce__", native<reduce_wrapper>, 0, 0}, {}};
const GetSetDef wrapper_getsets[] = {
    {"__name__", wrapper_name}, {"__qualname__", wrapper_qualified_name},       {"__objclass__", wrapper_owner},
    {"__doc__", wrapper_doc},   {"__text_signature__", wrapper_text_signature}, {},
};

// ---- bound slot wrappers

void dealloc_bound(Runtime& rt, Object* object) {
    auto* bound = static_cast<MethodWrapperObject*>(object);
    release(bound->descriptor);
    release(bound->self);
    rt.free_object(object, sizeof(MethodWrapperObject));
}
void traverse_bound(Object* object, Visitor visit, void* context) {
    auto* bound = static_cast<MethodWrapperObject*>(object);
    visit(bound->descriptor, context);
    if (bound->self.is_object()) visit(bound->self.object(), context);
}
Result<Owned> call_bound(Runtime& rt, Value callee, Args args) {
    const Owned self = Owned::share(as_bound(callee).self);
    return invoke(rt, *as_bound(callee).descriptor, self, args);
}
Result<Owned> repr_bound(Runtime& rt, Value self) {
    auto& bound = as_bound(self);
    char address[32];
    std::snprintf(address, sizeof address, "0x%llx", static_cast<unsigned long long>(bound.self.word()));
    return Owned(make_str(rt, std::string("<method-wrapper '") + bound.descriptor->slot->text + "' of " +
                                  type_name(rt, bound.self) + " object at " + address + ">"));
}
Result<Owned> compare_bound(Runtime& rt, Value left, Value right, CompareOp op) {
    if ((op != CompareOp::eq && op != CompareOp::ne) || &rt.type_of(left) != &rt.type_of(right))
        return Owned::adopt(Value::not_implemented());
    const bool same =
        as_bound(left).descriptor == as_bound(right).descriptor && as_bound(left).self.is(as_bound(right).self);
    return Owned::adopt(Value::boolean(same == (op == CompareOp::eq)));
}
Result<std::int64_t> hash_bound(Runtime&, Value self) {
    const std::uint64_t hash = identity_hash(as_bound(self).self) ^ identity_hash(as_bound(self).descriptor);
    return hash == ~std::uint64_t{0} ? -2 : static_cast<std::int64_t>(hash);
}
Result<Owned> bound_self(Runtime&, Value self) { return Owned::share(as_bound(self).self); }
Result<Owned> bound_name(Runtime& rt, Value self) { return wrapper_name(rt, as_bound(self).descriptor); }
Result<Owned> bound_qualified_name(Runtime& rt, Value self) {
    return wrapper_qualified_name(rt, as_bound(self).descriptor);
}
Result<Owned> bound_owner(Runtime& rt, Value self) { return wrapper_owner(rt, as_bound(self).descriptor); }
Result<Owned> bound_doc(Runtime& rt, Value self) { return wrapper_doc(rt, as_bound(self).descriptor); }
Result<Owned> bound_text_signature(Runtime& rt, Value self) {
    return wrapper_text_signature(rt, as_bound(self).descriptor);
}
Result<Owned> reduce_bound(Runtime& rt, Args args) {
    auto& bound = as_bound(args[0]);
    return reduce_as_attribute(rt, bound.self, *(rt.names().*bound.descriptor->slot->name));
}

const NativeDef bound_methods[] = {{"__reduce__", native<reduce_bound>, 0, 0}, {}};
const GetSetDef bound_getsets[] = {
    {"__self__", bound_self},
    {"__name__", bound_name},
    {"__qualname__", bound_qualified_name},
    {"__objclass__", bound_owner},
    {"__doc__", bound_doc},
    {"__text_signature__", bound_text_signature},
    {},
};

} // namespace

// ---- getsets

Ref<GetSetDescriptorObject> make_getset_descriptor(Runtime& rt, const GetSetDef& def, Type& owner) {
    auto* descriptor = rt.make<GetSetDescriptorObject>(TypeId::getset_descriptor);
    descriptor->def = &def;
    retain(&owner);
    descriptor->owner = &owner;
    return Ref<GetSetDescriptorObject>::adopt(descriptor);
}

namespace {

Raised raise_wrong_receiver(Runtime& rt, const char* name, const Type& owner, Value instance) {
    return raise(rt, TypeId::TypeError, "descriptor '%s' for '%.100s' objects doesn't apply to a '%.100s' object", name,
                 owner.name.c_str(), type_name(rt, instance));
}

void dealloc_getset(Runtime& rt, Object* object) {
    release(static_cast<GetSetDescriptorObject*>(object)->owner);
    rt.free_object(object, sizeof(GetSetDescriptorObject));
}
void traverse_getset(Object* object, Visitor visit, void* context) {
    visit(static_cast<GetSetDescriptorObject*>(object)->owner, context);
}

Result<Owned> get_getset(Runtime& rt, Value self, Value instance, Type*) {
    if (instance.is_unbound()) return Owned::share(self);
    auto& descriptor = as_getset(self);
    if (!is_subtype(&rt.type_of(instance), descriptor.owner))
        return raise_wrong_receiver(rt, descriptor.def->name, *descriptor.owner, instance);
    if (!descriptor.def->get)
        return raise(rt, TypeId::AttributeError, "attribute '%s' of '%.100s' objects is not readable",
                     descriptor.def->name, descriptor.owner->name.c_str());
    return descriptor.def->get(rt, instance);
}

Result<void> set_getset(Runtime& rt, Value self, Value instance, Value value) {
    auto& descriptor = as_getset(self);
    if (!is_subtype(&rt.type_of(instance), descriptor.owner))
        return raise_wrong_receiver(rt, descriptor.def->name, *descriptor.owner, instance);
    if (!descriptor.def->set)
        return raise(rt, TypeId::AttributeError, "attribute '%s' of '%.100s' objects is not writable",
                     descriptor.def->name, descriptor.owner->name.c_str());
    return descriptor.def->set(rt, instance, value);
}

Result<Owned> repr_getset(Runtime& rt, Value self) {
    return Owned(make_str(rt, std::string("<attribute '") + as_getset(self).def->name + "' of '" +
                                  as_getset(self).owner->name + "' objects>"));
}
Result<Owned> getset_name(Runtime& rt, Value self) { return Owned(rt.intern(as_getset(self).def->name)); }
Result<Owned> getset_qualified_name(Runtime& rt, Value self) {
    return Owned(make_str(rt, as_getset(self).owner->qualified_name + "." + as_getset(self).def->name));
}
Result<Owned> getset_owner(Runtime&, Value self) { return Owned::share(as_getset(self).owner); }
Result<Owned> getset_doc(Runtime& rt, Value self) { return text_or_none(rt, as_getset(self).def->doc); }

const GetSetDef getset_getsets[] = {
    {"__name__", getset_name},
    {"__qualname__", getset_qualified_name},
    {"__objclass__", getset_owner},
    {"__doc__", getset_doc},
    {},
};

} // namespace

// ---- members

Ref<MemberDescriptorObject> make_member_descriptor(Runtime& rt, StrObject& name, Type& owner, std::int64_t offset) {
    auto* member = rt.make<MemberDescriptorObject>(TypeId::member_descriptor);
    retain(&name);
    member->name = &name;
    retain(&owner);
    member->owner = &owner;
    member->offset = offset;
    return Ref<MemberDescriptorObject>::adopt(member);
}

Value* member_address(const MemberDescriptorObject& member, Object& object) noexcept {
    if (member.offset > 0) return reinterpret_cast<Value*>(reinterpret_cast<std::byte*>(&object) + member.offset);
    std::byte* end =
        has_attribute_storage(object) ? reinterpret_cast<std::byte*>(storage_of(object)) : Heap::container_end(object);
    return reinterpret_cast<Value*>(end + member.offset);
}

namespace {

void dealloc_member(Runtime& rt, Object* object) {
    auto* member = static_cast<MemberDescriptorObject*>(object);
    release(member->name);
    release(member->owner);
    rt.free_object(object, sizeof(MemberDescriptorObject));
}
void traverse_member(Object* object, Visitor visit, void* context) {
    visit(static_cast<MemberDescriptorObject*>(object)->owner, context);
}

Result<Value*> find_member(Runtime& rt, MemberDescriptorObject& member, Value instance) {
    if (!is_subtype(&rt.type_of(instance), member.owner))
        return raise_wrong_receiver(rt, to_utf8(*member.name).c_str(), *member.owner, instance);
    return member_address(member, *instance.object());
}

Result<Owned> get_member(Runtime& rt, Value self, Value instance, Type*) {
    if (instance.is_unbound()) return Owned::share(self);
    Value* place = TRY(find_member(rt, as_member(self), instance));
    if (place->is_unbound()) return raise_attribute_error(rt, instance, *as_member(self).name);
    return Owned::share(*place);
}

Result<void> set_member(Runtime& rt, Value self, Value instance, Value value) {
    Value* place = TRY(find_member(rt, as_member(self), instance));
    if (value.is_unbound() && place->is_unbound())
        return raise_attribute_error_text(rt, instance, *as_member(self).name, to_utf8(*as_member(self).name));
    replace(*place, Owned::share(value));
    return ok;
}

Result<Owned> repr_member(Runtime& rt, Value self) {
    return Owned(make_str(rt, "<member '" + to_utf8(*as_member(self).name) + "' of '" + as_member(self).owner->name +
                                  "' objects>"));
}
Result<Owned> member_name(Runtime&, Value self) { return Owned::share(as_member(self).name); }
Result<Owned> member_qualified_name(Runtime& rt, Value self) {
    return Owned(make_str(rt, as_member(self).owner->qualified_name + "." + to_utf8(*as_member(self).name)));
}
Result<Owned> member_owner(Runtime&, Value self) { return Owned::share(as_member(self).owner); }
Result<Owned> member_doc(Runtime&, Value) { return Owned::adopt(Value::none()); }
Result<Owned> reduce_member(Runtime& rt, Args args) {
    return reduce_as_attribute(rt, as_member(args[0]).owner, *as_member(args[0]).name);
}

const NativeDef member_methods[] = {{"__reduce__", native<reduce_member>, 0, 0}, {}};
const GetSetDef member_getsets[] = {
    {"__name__", member_name},
    {"__qualname__", member_qualified_name},
    {"__objclass__", member_owner},
    {"__doc__", member_doc},
    {},
};

} // namespace

const TypeSpec slot_wrapper_spec = {
    .name = "wrapper_descriptor",
    .base = TypeId::object,
    .size = sizeof(SlotWrapperObject),
    .flags = type_has_gc,
    .slots = {.dealloc = dealloc_wrapper,
              .traverse = traverse_wrapper,
              .repr = repr_wrapper,
              .call = call_wrapper,
              .descriptor_get = bind_wrapper},
    .methods = wrapper_methods,
    .getsets = wrapper_getsets,
};

const TypeSpec method_wrapper_spec = {
    .name = "method-wrapper",
    .base = TypeId::object,
    .size = sizeof(MethodWrapperObject),
    .flags = type_has_gc,
    .slots = {.dealloc = dealloc_bound,
              .traverse = traverse_bound,
              .repr = repr_bound,
              .hash = hash_bound,
              .call = call_bound,
              .compare = compare_bound},
    .methods = bound_methods,
    .getsets = bound_getsets,
};

const TypeSpec getset_descriptor_spec = {
    .name = "getset_descriptor",
    .base = TypeId::object,
    .size = sizeof(GetSetDescriptorObject),
    .flags = type_has_gc,
    .slots = {.dealloc = dealloc_getset,
              .traverse = traverse_getset,
              .repr = repr_getset,
              .descriptor_get = get_getset,
              .descriptor_set = set_getset},
    .getsets = getset_getsets,
};

const TypeSpec member_descriptor_spec = {
    .name = "member_descriptor",
    .base = TypeId::object,
    .size = sizeof(MemberDescriptorObject),
    .flags = type_has_gc,
    .slots = {.dealloc = dealloc_member,
              .traverse = traverse_member,
              .repr = repr_member,
              .descriptor_get = get_member,
              .descriptor_set = set_member},
    .methods = member_methods,
    .getsets = member_getsets,
};

} // namespace mp
