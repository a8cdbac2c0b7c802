// Built-in types get their dicts at the first look-up: methods and attributes from the spec's tables, dunder methods from its slots.
#include "objects/core/attribute.h"
#include "objects/core/core_setup.h"
#include "objects/core/inherit.h"
#include "objects/core/raise.h"
#include "objects/core/shape.h"
#include "objects/core/slot_names.h"
#include "objects/core/weak_table.h"
#include "objects/protocol/protocol.h"
#include "objects/types/descriptors.h"
#include "objects/types/dict.h"
#include "objects/types/method.h"
#include "objects/types/native_function.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"
#include "objects/types/weakref.h"

namespace mp {

namespace {

// T.__new__(S, ...): CPython's checks, then T's slot.
Result<Owned> new_wrapper(Runtime& rt, Args args) {
    Type& type = *static_cast<Type*>(args[0].object());
    const char* name = type.name.c_str();
    if (args.count - (args.names ? static_cast<std::uint32_t>(args.names->size) : 0) < 2)
        return raise(rt, TypeId::TypeError, "%s.__new__(): not enough arguments", name);
    if (!is_subtype(&rt.type_of(args[1]), &rt.type(TypeId::type)))
        return raise(rt, TypeId::TypeError, "%s.__new__(X): X is not a type object (%s)", name, type_name(rt, args[1]));
    Type& subtype = *static_cast<Type*>(args[1].object());
    if (!is_subtype(&subtype, &type))
        return raise(rt, TypeId::TypeError, "%s.__new__(%s): %s is not a subtype of %s", name, subtype.name.c_str(),
                     subtype.name.c_str(), name);
    const Type* native = &subtype;
    while (!native->spec) native = native->base;
    if (native->slots.new_ != type.slots.new_)
        return raise(rt, TypeId::TypeError, "%s.__new__(%s) is not safe, use %s.__new__()", name, subtype.name.c_str(),
                     native->name.c_str());
    return type.slots.new_(rt, &subtype, args.from(2));
}

constexpr NativeDef new_definition = {"__new__",
                                      native<new_wrapper>,
                                      0,
                                      -1,
                                      "($type, *args, **kwargs)",
                                      "Create and return a new object.  See help(type) for accurate signature.",
                                      takes_keywords};

// The descriptor of a class may meet instances of derived classes that keep their attributes elsewhere: classes and modules.
Result<Owned> get_instance_dict(Runtime& rt, Value self) {
    if (!has_attribute_storage(*self.object())) return raise(rt, TypeId::AttributeError, "This object has no __dict__");
    return Owned(instance_dict(*self.object()));
}

Result<void> set_instance_dict_attribute(Runtime& rt, Value self, Value value) {
    if (!has_attribute_storage(*self.object())) return raise(rt, TypeId::AttributeError, "This object has no __dict__");
    if (value.is_unbound()) {
        set_instance_dict(*self.object(), *make_dict(rt));
        return ok;
    }
    if (!is_dict_or_subclass(rt, value))
        return raise(rt, TypeId::TypeError, "__dict__ must be set to a dictionary, not a '%.200s'",
                     type_name(rt, value));
    set_instance_dict(*self.object(), *static_cast<DictObject*>(value.object()));
    return ok;
}

// The newest of the weak references; the others hang behind it.
Result<Owned> get_weakref_list(Runtime& rt, Value self) {
    WeakrefObject* first = self.object()->gc & gc_weakrefs ? rt.weak_table().first(self.object()) : nullptr;
    return first ? Owned::share(Value(first)) : Owned::adopt(Value::none());
}

const GetSetDef dict_getset = {"__dict__", get_instance_dict, set_instance_dict_attribute,
                               "dictionary for instance variables"};
const GetSetDef weakref_getset = {"__weakref__", get_weakref_list, nullptr, "list of weak references to the object"};

Ref<DictObject> make_type_dict(Runtime& rt) {
    auto dict = make_dict(rt, 32);
    untrack(*dict);
    return dict;
}

void add(Runtime& rt, Type& type, StrObject& name, Owned value) {
    if (dict_find_str(*type.dict, name)) return;
    if (!type.has(type_heap) && value.get().is_object())
        untrack(*value.get().object()); // a descriptor: it lives as long as the type
    dict_set_str(rt, *type.dict, name, std::move(value));
}

} // namespace

void add_dict_getset(Runtime& rt, Type& type) {
    add(rt, type, *rt.names().dunder_dict, make_getset_descriptor(rt, dict_getset, type));
}
void add_weakref_getset(Runtime& rt, Type& type) {
    add(rt, type, *rt.names().dunder_weakref, make_getset_descriptor(rt, weakref_getset, type));
}

// What is in the dict already stays.
static void fill(Runtime& rt, Type& type) {
    if (!type.dict) type.dict = make_type_dict(rt).release();
    const TypeSpec& spec = *type.spec;
    if (spec.methods)
        for (const NativeDef* def = spec.methods; def->name; ++def) {
            auto name = rt.intern(def->name);
            if (def->flags & native_static)
                add(rt, type, *name, make_staticmethod(rt, make_native_function(rt, *def)));
            else if (def->flags & native_class)
                add(rt, type, *name, make_class_method_descriptor(rt, *def, type));
            else
                add(rt, type, *name, make_method_descriptor(rt, *def, type));
        }
    if (spec.getsets)
        for (const GetSetDef* def = spec.getsets; def->name; ++def)
            add(rt, type, *rt.intern(def->name), make_getset_descriptor(rt, *def, type));
    for (const SlotName& slot : slot_names())
        if (slot.wrap && slot_at(spec.slots, slot.slot))
            add(rt, type, *(rt.names().*slot.name), make_slot_wrapper(rt, slot, type, type.slots));
    const Names& names = rt.names();
    if (spec.slots.new_ && !type.has(type_no_new)) {
        auto function = make_native_method(rt, new_definition, &type, &type);
        add(rt, type, *names.dunder_new, std::move(function));
    }
    if (spec.slots.compare && !spec.slots.hash) add(rt, type, *names.dunder_hash, Owned::adopt(Value::none()));
    if (type.has(type_has_dict) && !(type.base && type.base->has(type_has_dict))) add_dict_getset(rt, type);
    add(rt, type, *names.dunder_doc, spec.doc ? Owned(make_str(rt, spec.doc)) : Owned::adopt(Value::none()));
    if (spec.fill) {
        if (spec.fill(rt, type).is_raised()) rt.clear_pending();
        type_modified(rt, type); // what was looked up before it was complete
    }
}

void fill_type_dict(Runtime& rt, Type& type) {
    if (type.dict_filled) return;
    // Asked for by look-ups, which cannot fail: the dict is made regardless of the budget, and of the reserve when the process has no memory left.
    Heap::Unlimited unlimited(rt.heap());
    rt.heap().keep_reserve();
    type.dict_filled = true;
    try {
        fill(rt, type);
    } catch (const std::bad_alloc&) {
        rt.heap().give_up_reserve();
        fill(rt, type);
    }
}

Result<Ref<Type>> make_native_type(Runtime& rt, const TypeSpec& spec, Type* base, Type* second_base) {
    Type* type = allocate_type(rt, rt.type(TypeId::type).instance_shape);
    auto result = Ref<Type>::adopt(type);
    set_up_native_type(rt, *type, spec, base ? base : &rt.type(spec.base));
    if (std::string_view(spec.module) != "builtins") { // a module's types say so in their dict
        type->dict = make_type_dict(rt).release();
        dict_set_str(rt, *type->dict, *rt.names().dunder_module, Owned(rt.intern(spec.module)));
    }
    link_native_type(rt, *type, second_base);
    CoreSetup::keep(rt, *type);
    return result;
}

} // namespace mp
