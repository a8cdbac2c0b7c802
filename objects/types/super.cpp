// super: attributes of the classes that come after one in an object's MRO.
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/method.h"
#include "objects/types/natives.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

SuperObject& as_super(Value value) { return *static_cast<SuperObject*>(value.object()); }

bool is_type(Runtime& rt, Value value) { return is_subtype(&rt.type_of(value), &rt.type(TypeId::type)); }

// The class in whose MRO super(type, object) looks: object itself when it is a subclass of type, else its class.
Result<Ref<Type>> super_check(Runtime& rt, Type& type, Value object) {
    if (is_type(rt, object) && is_subtype(static_cast<Type*>(object.object()), &type))
        return Ref<Type>::share(static_cast<Type*>(object.object()));
    if (is_subtype(&rt.type_of(object), &type)) return Ref<Type>::share(&rt.type_of(object));
    Owned shown = TRY(get_optional_attribute(rt, object, *rt.names().dunder_class));
    if (!shown.is_unbound() && is_type(rt, shown) && is_subtype(static_cast<Type*>(shown.get().object()), &type))
        return Ref<Type>::adopt(static_cast<Type*>(shown.release().object()));
    const bool object_is_type = is_type(rt, object);
    return raise(
        rt, TypeId::TypeError, "super(type, obj): obj (%s %.200s) is not an instance or subtype of type (%.200s).",
        object_is_type ? "type" : "instance of",
        object_is_type ? static_cast<Type*>(object.object())->name.c_str() : type_name(rt, object), type.name.c_str());
}

// The attribute in the dicts behind `type` in the MRO of `start`; borrowed, unbound when there is none.
Value find_behind(Runtime& rt, Type& type, Type& start, StrObject& name) {
    const TupleObject* mro = start.mro;
    if (!mro) return Value();
    std::int64_t i = 0;
    while (i < mro->size && (*mro)[i].object() != &type) ++i;
    for (++i; i < mro->size; ++i) {
        Type& ancestor = *static_cast<Type*>((*mro)[i].object());
        if (!ancestor.dict_filled) fill_type_dict(rt, ancestor);
        if (const Value* cell = dict_find_str(*ancestor.dict, name)) return *cell;
    }
    return Value();
}

// The attribute bound to the object; unbound when there is none.
Result<Owned> find_bound(Runtime& rt, Type& type, Value object, Type& start, StrObject& name) {
    Owned found = Owned::share(find_behind(rt, type, start, name));
    if (found.is_unbound()) return found;
    const auto get = rt.type_of(found).slots.descriptor_get;
    if (!get) return found;
    // For super(type, type2) the result is a class attribute.
    return get(rt, found, Value(&start).is(object) ? Value() : object, &start);
}

Raised raise_no_attribute(Runtime& rt, StrObject& name) {
    return raise(rt, TypeId::AttributeError, "'super' object has no attribute '%.200s'", to_utf8(name).c_str());
}

Result<Type*> checked_type(Runtime& rt, Value cls) {
    if (!is_type(rt, cls))
        return raise(rt, TypeId::TypeError, "super() argument 1 must be a type, not %.200s", type_name(rt, cls));
    return static_cast<Type*>(cls.object());
}

void set(SuperObject& object, Type& type, Value self, OptRef<Type> self_type) {
    retain(&type);
    Type* old_type = std::exchange(object.type, &type);
    if (old_type) release(old_type);
    replace(object.object, Owned::share(self));
    Type* old_object_type = std::exchange(object.object_type, self_type.release());
    if (old_object_type) release(old_object_type);
}

// ---- slots

Result<Owned> new_super(Runtime& rt, Type* type, Args) {
    auto* object = static_cast<SuperObject*>(rt.make_instance(*type));
    object->type = nullptr;
    object->object = Value::none();
    object->object_type = nullptr;
    return Owned::adopt(Value(object));
}

Result<void> init_super(Runtime& rt, Value self, Args args) {
    TRY(no_keywords(rt, "super", args));
    if (args.count > 2) return raise_arity(rt, "super()", 0, 2, args.count);
    Owned cls, object = Owned::adopt(Value::none());
    if (args.count == 0) {
        TRY(rt.current_super_context(cls, object));
    } else {
        cls = Owned::share(args[0]);
        if (args.count == 2) object = Owned::share(args[1]);
    }
    Type* type = TRY(checked_type(rt, cls));
    OptRef<Type> object_type;
    if (!object.is_none()) object_type = TRY(super_check(rt, *type, object));
    set(as_super(self), *type, object, std::move(object_type));
    return ok;
}

void dealloc(Runtime& rt, Object* object) {
    auto* super = static_cast<SuperObject*>(object);
    if (super->type) release(super->type);
    if (super->object_type) release(super->object_type);
    replace(super->object, Owned());
    rt.free_object(object, sizeof(SuperObject));
}
void traverse(Object* object, Visitor visit, void* context) {
    auto* super = static_cast<SuperObject*>(object);
    if (super->type) visit(super->type, context);
    if (super->object_type) visit(super->object_type, context);
    if (super->object.is_object()) visit(super->object.object(), context);
}

Result<Owned> attribute(Runtime& rt, Value self, StrObject& name) {
    SuperObject& super = as_super(self);
    if (super.object_type && !str_equal(name, *rt.names().dunder_class)) {
        const auto type = Ref<Type>::share(super.type), start = Ref<Type>::share(super.object_type);
        const Owned object = Owned::share(super.object);
        auto interned = rt.intern(name);
        Owned found = TRY(find_bound(rt, *type, object, *start, *interned));
        if (!found.is_unbound()) return found;
    }
    return generic_get_attribute(rt, self, name);
}

Result<Owned> bind(Runtime& rt, Value self, Value instance, Type*) {
    SuperObject& super = as_super(self);
    if (instance.is_unbound() || instance.is_none() || super.object_type) return Owned::share(self);
    if (&rt.type_of(self) != &rt.type(TypeId::super_)) return call(rt, &rt.type_of(self), super.type, instance);
    return make_super(rt, super.type, instance);
}

Result<Owned> repr_super(Runtime& rt, Value self) {
    SuperObject& super = as_super(self);
    const std::string type = super.type ? super.type->name : "NULL";
    if (super.object_type)
        return Owned(make_str(rt, "<super: <class '" + type + "'>, <" + super.object_type->name + " object>>"));
    return Owned(make_str(rt, "<super: <class '" + type + "'>, NULL>"));
}

Result<Owned> this_class(Runtime&, Value self) {
    return as_super(self).type ? Owned::share(as_super(self).type) : Owned::adopt(Value::none());
}
Result<Owned> this_self(Runtime&, Value self) { return Owned::share(as_super(self).object); }
Result<Owned> self_class(Runtime&, Value self) {
    return as_super(self).object_type ? Owned::share(as_super(self).object_type) : Owned::adopt(Value::none());
}

const GetSetDef getsets[] = {
    {"__thisclass__", this_class, nullptr, "the class invoking super()"},
    {"__self__", this_self, nullptr, "the instance invoking super(); may be None"},
    {"__self_class__", self_class, nullptr, "the type of the instance invoking super(); may be None"},
    {},
};

} // namespace

Result<Owned> make_super(Runtime& rt, Value cls, Value self) {
    Type* type = TRY(checked_type(rt, cls));
    auto object_type = TRY(super_check(rt, *type, self));
    Owned made = TRY(new_super(rt, &rt.type(TypeId::super_), Args{nullptr, 0}));
    set(as_super(made), *type, self, std::move(object_type));
    return made;
}

Result<Owned> super_attribute(Runtime& rt, Value cls, Value self, StrObject& name) {
    Type* type = TRY(checked_type(rt, cls));
    auto start = TRY(super_check(rt, *type, self));
    Owned found = TRY(find_bound(rt, *type, self, *start, name));
    if (!found.is_unbound()) return found;
    // __class__ and the like are the super object's own.
    Owned super = TRY(make_super(rt, cls, self));
    Owned own = TRY(generic_find_attribute(rt, super, name));
    if (own.is_unbound()) return raise_no_attribute(rt, name);
    return own;
}

Result<Owned> super_method(Runtime& rt, Value cls, Value self, StrObject& name, bool& self_first) {
    self_first = false;
    Type* type = TRY(checked_type(rt, cls));
    auto start = TRY(super_check(rt, *type, self));
    const Value found = find_behind(rt, *type, *start, name);
    if (is_plain_method(found) && !Value(start.get()).is(self)) {
        self_first = true;
        return Owned::share(found);
    }
    return super_attribute(rt, cls, self, name);
}

const TypeSpec super_spec = {
    .name = "super",
    .base = TypeId::object,
    .size = sizeof(SuperObject),
    .flags = type_has_gc | type_is_base,
    .slots = {.dealloc = dealloc,
              .traverse = traverse,
              .new_ = new_super,
              .init = init_super,
              .repr = repr_super,
              .get_attribute = attribute,
              .descriptor_get = bind},
    .getsets = getsets,
    .doc = "super() -> same as super(__class__, <first argument>)\nsuper(type) -> unbound super object\nsuper(type, "
           "obj) -> bound super object; requires "
           "isinstance(obj, type)\nsuper(type, type2) -> bound super object; requires issubclass(type2, type)\nTypical "
           "use to call a cooperative superclass "
           "method:\nclass C(B):\n    def meth(self, arg):\n        super().meth(arg)\nThis works for class methods "
           "too:\nclass C(B):\n    @classmethod\n    def "
           "cmeth(cls, arg):\n        super().cmeth(arg)\n",
};

} // namespace mp
