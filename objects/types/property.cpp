#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/core/shape.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/method.h"
#include "objects/types/object.h"
#include "objects/types/str.h"

namespace mp {

namespace {

PropertyObject& as_property(Value value) { return *static_cast<PropertyObject*>(value.object()); }

Value none_if_unbound(Value value) { return value.is_unbound() ? Value::none() : value; }

PropertyObject* allocate(Runtime& rt, Type& type) {
    auto* property = static_cast<PropertyObject*>(rt.make_instance(type));
    property->getter = property->setter = property->deleter = property->doc = Value::none();
    property->name = Value();
    property->doc_from_getter = false;
    return property;
}

// Subclasses keep the doc in their __dict__ or a slot, where help() and assignment find it. Where they have neither, only the getter's doc is missed.
Result<void> set_doc(Runtime& rt, PropertyObject& property, Value doc) {
    if (property.type() == &rt.type(TypeId::property)) {
        replace(property.doc, Owned::share(doc));
        return ok;
    }
    auto set = set_attribute(rt, &property, *rt.names().dunder_doc, doc);
    if (!set.is_raised()) return ok;
    if (property.doc_from_getter || !pending_matches(rt, TypeId::AttributeError)) return raised;
    rt.clear_pending();
    return ok;
}

Result<void> fill(Runtime& rt, PropertyObject& property, Value getter, Value setter, Value deleter, Value doc) {
    replace(property.getter, Owned::share(getter));
    replace(property.setter, Owned::share(setter));
    replace(property.deleter, Owned::share(deleter));
    property.doc_from_getter = false;
    if (doc.is_none() && !getter.is_none()) {
        Owned found = TRY(get_optional_attribute(rt, getter, *rt.names().dunder_doc));
        if (!found.is_unbound() && !found.is_none()) {
            property.doc_from_getter = true;
            return set_doc(rt, property, found);
        }
    }
    return set_doc(rt, property, doc);
}

constexpr NativeDef constructor = {"property", nullptr, 0, 4, "fget=None, fset=None, fdel=None, doc=None"};

Result<Owned> new_property(Runtime& rt, Type* type, Args) { return Owned::adopt(Value(allocate(rt, *type))); }

Result<void> init_property(Runtime& rt, Value self, Args args) {
    Value given[4];
    TRY(bind_arguments(rt, constructor, args, given));
    PropertyObject& property = as_property(self);
    replace(property.name, Owned());
    return fill(rt, property, none_if_unbound(given[0]), none_if_unbound(given[1]), none_if_unbound(given[2]),
                none_if_unbound(given[3]));
}

void dealloc(Runtime& rt, Object* object) {
    auto* property = static_cast<PropertyObject*>(object);
    for (Value* field : {&property->getter, &property->setter, &property->deleter, &property->doc, &property->name})
        replace(*field, Owned());
    rt.free_object(object, sizeof(PropertyObject));
}
void traverse(Object* object, Visitor visit, void* context) {
    auto* property = static_cast<PropertyObject*>(object);
    for (Value field : {property->getter, property->setter, property->deleter, property->doc, property->name})
        if (field.is_object()) visit(field.object(), context);
}
void clear(Runtime&, Object* object) {
    auto* property = static_cast<PropertyObject*>(object);
    for (Value* field : {&property->getter, &property->setter, &property->deleter, &property->doc})
        replace(*field, Owned::adopt(Value::none()));
}

// The name for error texts: from __set_name__, else the getter's.
Result<Owned> name_of(Runtime& rt, PropertyObject& property) {
    if (!property.name.is_unbound()) return Owned::share(property.name);
    if (property.getter.is_none()) return Owned();
    return get_optional_attribute(rt, property.getter, *rt.names().dunder_name);
}

Raised raise_missing(Runtime& rt, PropertyObject& property, Value instance, const char* what) {
    Owned name = TRY(name_of(rt, property));
    const std::string type = rt.type_of(instance).qualified_name;
    if (name.is_unbound())
        return raise(rt, TypeId::AttributeError, "property of '%s' object has no %s", type.c_str(), what);
    auto shown = TRY(repr(rt, name));
    return raise(rt, TypeId::AttributeError, "property %s of '%s' object has no %s", to_utf8(*shown).c_str(),
                 type.c_str(), what);
}

Result<Owned> get(Runtime& rt, Value self, Value instance, Type*) {
    if (instance.is_unbound()) return Owned::share(self);
    PropertyObject& property = as_property(self);
    if (property.getter.is_none()) return raise_missing(rt, property, instance, "getter");
    const Owned getter = Owned::share(property.getter);
    return call(rt, getter, instance);
}

Result<void> set(Runtime& rt, Value self, Value instance, Value value) {
    PropertyObject& property = as_property(self);
    if (value.is_unbound()) {
        if (property.deleter.is_none()) return raise_missing(rt, property, instance, "deleter");
        TRY(call(rt, Owned::share(property.deleter), instance));
        return ok;
    }
    if (property.setter.is_none()) return raise_missing(rt, property, instance, "setter");
    TRY(call(rt, Owned::share(property.setter), instance, value));
    return ok;
}

// getter(), setter(), deleter(): a copy with one function replaced.
Result<Owned> copy_with(Runtime& rt, Value self, Value getter, Value setter, Value deleter) {
    PropertyObject& property = as_property(self);
    const Value new_getter = getter.is_unbound() || getter.is_none() ? property.getter : getter;
    const Value new_setter = setter.is_unbound() || setter.is_none() ? property.setter : setter;
    const Value new_deleter = deleter.is_unbound() || deleter.is_none() ? property.deleter : deleter;
    const Value doc = property.doc_from_getter && !new_getter.is_none() ? Value::none() : property.doc;
    Value values[] = {new_getter, new_setter, new_deleter, doc};
    Owned copy = TRY(call(rt, &rt.type_of(self), Args{values, 4}));
    if (is_subtype(&rt.type_of(copy), &rt.type(TypeId::property)) && !property.name.is_unbound())
        replace(as_property(copy).name, Owned::share(property.name));
    return copy;
}
Result<Owned> with_getter(Runtime& rt, Args args) { return copy_with(rt, args[0], args[1], Value(), Value()); }
Result<Owned> with_setter(Runtime& rt, Args args) { return copy_with(rt, args[0], Value(), args[1], Value()); }
Result<Owned> with_deleter(Runtime& rt, Args args) { return copy_with(rt, args[0], Value(), Value(), args[1]); }

Result<Owned> set_name(Runtime& rt, Args args) {
    if (args.count != 3)
        return raise(rt, TypeId::TypeError, "__set_name__() takes 2 positional arguments but %u were given",
                     args.count - 1);
    replace(as_property(args[0]).name, Owned::share(args[2]));
    return Owned::adopt(Value::none());
}

template <Value PropertyObject::*Field>
Result<Owned> get_field(Runtime&, Value self) {
    return Owned::share(as_property(self).*Field);
}

Result<Owned> get_doc(Runtime&, Value self) { return Owned::share(as_property(self).doc); }
Result<void> set_doc_attribute(Runtime&, Value self, Value value) {
    replace(as_property(self).doc, value.is_unbound() ? Owned::adopt(Value::none()) : Owned::share(value));
    return ok;
}

Result<Owned> get_name_attribute(Runtime& rt, Value self) {
    Owned name = TRY(name_of(rt, as_property(self)));
    if (name.is_unbound()) return raise_attribute_error(rt, self, *rt.names().dunder_name);
    return name;
}
Result<void> set_name_attribute(Runtime&, Value self, Value value) {
    replace(as_property(self).name, Owned::share(value));
    return ok;
}

Result<Owned> is_abstract(Runtime& rt, Value self) {
    PropertyObject& property = as_property(self);
    for (Value function : {property.getter, property.setter, property.deleter}) {
        if (function.is_none()) continue;
        Owned flag = TRY(get_optional_attribute(rt, function, *rt.names().dunder_isabstractmethod));
        if (!flag.is_unbound() && TRY(truth(rt, flag))) return Owned::adopt(Value::true_());
    }
    return Owned::adopt(Value::false_());
}

const NativeDef methods[] = {
    {"getter", native<with_getter>, 1, 1, nullptr,
     "Descriptor to obtain a copy of the property with a different getter."},
    {"setter", native<with_setter>, 1, 1, nullptr,
     "Descriptor to obtain a copy of the property with a different setter."},
    {"deleter", native<with_deleter>, 1, 1, nullptr,
     "Descriptor to obtain a copy of the property with a different deleter."},
    {"__set_name__", native<set_name>, 0, -1, nullptr, "Method to set name of a property."},
    {},
};
const GetSetDef getsets[] = {
    {"fget", get_field<&PropertyObject::getter>},
    {"fset", get_field<&PropertyObject::setter>},
    {"fdel", get_field<&PropertyObject::deleter>},
    {"__doc__", get_doc, set_doc_attribute},
    {"__name__", get_name_attribute, set_name_attribute},
    {"__isabstractmethod__", is_abstract},
    {},
};

} // namespace

Ref<PropertyObject> make_property(Runtime& rt, Value getter, Value setter, Value deleter) {
    auto property = Ref<PropertyObject>::adopt(allocate(rt, rt.type(TypeId::property)));
    if (fill(rt, *property, getter, setter, deleter, Value::none()).is_raised()) rt.clear_pending();
    return property;
}

const TypeSpec property_spec = {
    .name = "property",
    .base = TypeId::object,
    .layout = Layout::property,
    .size = sizeof(PropertyObject),
    .flags = type_has_gc | type_is_base,
    .slots = {.dealloc = dealloc,
              .traverse = traverse,
              .clear = clear,
              .new_ = new_property,
              .init = init_property,
              .descriptor_get = get,
              .descriptor_set = set},
    .methods = methods,
    .getsets = getsets,
    .doc = "Property attribute.\n\n  fget\n    function to be used for getting an attribute value\n  fset\n    "
           "function to be used for setting an attribute "
           "value\n  fdel\n    function to be used for del'ing an attribute\n  doc\n    docstring\n\nTypical use is to "
           "define a managed attribute x:\n\nclass "
           "C(object):\n    def getx(self): return self._x\n    def setx(self, value): self._x = value\n    def "
           "delx(self): del self._x\n    x = property(getx, "
           "setx, delx, \"I'm the 'x' property.\")\n\nDecorators make defining new properties or modifying existing "
           "ones easy:\n\nclass C(object):\n    "
           "@property\n    def x(self):\n        \"I am the 'x' property.\"\n        return self._x\n    @x.setter\n   "
           " def x(self, value):\n        self._x = "
           "value\n    @x.deleter\n    def x(self):\n        del self._x",
};

} // namespace mp
