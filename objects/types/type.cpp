// type: calling classes, their attributes and methods. (Making classes: objects/core/class_maker.cpp.)
#include <algorithm>

#include "objects/core/attribute.h"
#include "objects/core/class_layout.h"
#include "objects/core/core_setup.h"
#include "objects/core/inherit.h"
#include "objects/core/raise.h"
#include "objects/core/shape.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/generic_alias.h"
#include "objects/types/list.h"
#include "objects/types/mapping_proxy.h"
#include "objects/types/numbers.h"
#include "objects/types/object.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

Type& as_type(Value value) { return *static_cast<Type*>(value.object()); }

// ---- life

void dealloc(Runtime& rt, Object* object) {
    auto* type = static_cast<Type*>(object);
    if (type->bases)
        for (std::int64_t i = 0; i < type->bases->size; ++i) std::erase(as_type((*type->bases)[i]).subclasses, type);
    type->each_shape([](Shape& shape) {
        if (shape.keys && shape.keys->last_name) release(shape.keys->last_name);
    });
    free_shapes(*type);
    if (type->slot_names) release(type->slot_names);
    if (type->dict) release(type->dict);
    if (type->mro) release(type->mro);
    if (type->bases) release(type->bases);
    if (type->base) release(type->base);
    type->name.~basic_string();
    type->qualified_name.~basic_string();
    type->subclasses.~vector();
    type->more_shapes.~vector();
    rt.free_object(object, sizeof(Type));
}

void traverse(Object* object, Visitor visit, void* context) {
    auto* type = static_cast<Type*>(object);
    if (type->dict) visit(type->dict, context);
    if (type->mro) visit(type->mro, context);
    if (type->bases) visit(type->bases, context);
    if (type->base) visit(type->base, context);
}

void clear(Runtime& rt, Object* object) {
    auto* type = static_cast<Type*>(object);
    if (!type->has(type_heap)) return;
    type_modified(rt, *type);
    TupleObject* mro = std::exchange(type->mro, nullptr);
    if (type->dict) dict_clear(rt, *type->dict);
    if (mro) release(mro);
}

// ---- construction

Result<Owned> new_type(Runtime& rt, Type* metatype, Args args) {
    const std::uint32_t positional = args.count - (args.names ? static_cast<std::uint32_t>(args.names->size) : 0);
    if (positional != 3) return raise_arity(rt, "type.__new__", 3, 3, positional);
    constexpr const char* wanted[] = {"str", "tuple", "dict"};
    const bool right[] = {is_str_or_subclass(rt, args[0]), is_tuple_or_subclass(rt, args[1]),
                          is_dict_or_subclass(rt, args[2])};
    for (std::uint32_t i = 0; i < 3; ++i)
        if (!right[i])
            return raise(rt, TypeId::TypeError, "type.__new__() argument %u must be %s, not %s", i + 1, wanted[i],
                         type_name(rt, args[i]));
    auto& bases = *static_cast<TupleObject*>(args[1].object());
    for (std::int64_t i = 0; i < bases.size; ++i) {
        if (is_subtype(&rt.type_of(bases[i]), &rt.type(TypeId::type))) continue;
        Owned entries = TRY(get_optional_attribute(rt, bases[i], *rt.names().dunder_mro_entries));
        if (!entries.is_unbound())
            return raise(rt, TypeId::TypeError, "type() doesn't support MRO entry resolution; use types.new_class()");
    }
    Type* winner = TRY(winning_metatype(rt, *metatype, bases));
    if (winner != metatype && winner->slots.new_ != &new_type) return winner->slots.new_(rt, winner, args);
    return make_class(rt, *winner, *static_cast<StrObject*>(args[0].object()), bases,
                      *static_cast<DictObject*>(args[2].object()), args.from(3));
}

Result<void> init_type(Runtime& rt, Value, Args args) {
    const std::uint32_t keywords = args.names ? static_cast<std::uint32_t>(args.names->size) : 0;
    const std::uint32_t positional = args.count - keywords;
    if (positional == 1 && keywords > 0)
        return raise(rt, TypeId::TypeError, "type.__init__() takes no keyword arguments");
    if (positional != 1 && positional != 3)
        return raise(rt, TypeId::TypeError, "type.__init__() takes 1 or 3 arguments");
    return ok;
}

// Calling a class (language reference 6.3.4): __new__, then __init__ when an instance came out.
Result<Owned> call_type(Runtime& rt, Value callee, Args args) {
    Type& type = as_type(callee);
    if (&type == &rt.type(TypeId::type)) {
        const std::uint32_t keywords = args.names ? static_cast<std::uint32_t>(args.names->size) : 0;
        if (args.count - keywords == 1) {
            if (keywords > 0) return raise(rt, TypeId::TypeError, "type() takes no keyword arguments");
            return Owned::share(&rt.type_of(args[0]));
        }
        if (args.count - keywords != 3) return raise(rt, TypeId::TypeError, "type() takes 1 or 3 arguments");
    }
    if (!type.slots.new_) return raise(rt, TypeId::TypeError, "cannot create '%s' instances", type.name.c_str());
    Owned object = TRY(type.slots.new_(rt, &type, args));
    Type& made = rt.type_of(object);
    if (&made != &type && !is_subtype(&made, &type)) return object;
    if (made.slots.init) TRY(made.slots.init(rt, object, args));
    return object;
}

// ---- text

Result<Owned> repr_type(Runtime& rt, Value self) {
    return Owned(make_str(rt, "<class '" + qualified_type_name(rt, as_type(self)) + "'>"));
}

// ---- attributes

Raised raise_immutable(Runtime& rt, const char* verb, const char* name, const Type& type) {
    return raise(rt, TypeId::TypeError, "cannot %s '%s' attribute of immutable type '%s'", verb, name,
                 type.name.c_str());
}

// CPython's texts for attributes that a class cannot lose.
Result<void> check_settable(Runtime& rt, const Type& type, const char* name, Value value) {
    if (!type.has(type_heap)) return raise_immutable(rt, "set", name, type);
    if (value.is_unbound()) return raise_immutable(rt, "delete", name, type);
    return ok;
}

Result<Owned> get_name(Runtime& rt, Value self) { return Owned(make_str(rt, as_type(self).dunder_name())); }
Result<void> set_name(Runtime& rt, Value self, Value value) {
    Type& type = as_type(self);
    TRY(check_settable(rt, type, "__name__", value));
    if (!is_str_or_subclass(rt, value))
        return raise(rt, TypeId::TypeError, "can only assign string to %s.__name__, not '%s'", type.name.c_str(),
                     type_name(rt, value));
    std::string text = to_utf8(*static_cast<StrObject*>(value.object()));
    if (text.find('\0') != std::string::npos)
        return raise(rt, TypeId::ValueError, "type name must not contain null characters");
    type.name = std::move(text);
    return ok;
}

Result<Owned> get_qualified_name(Runtime& rt, Value self) { return Owned(make_str(rt, as_type(self).qualified_name)); }
Result<void> set_qualified_name(Runtime& rt, Value self, Value value) {
    Type& type = as_type(self);
    TRY(check_settable(rt, type, "__qualname__", value));
    if (!is_str_or_subclass(rt, value))
        return raise(rt, TypeId::TypeError, "can only assign string to %s.__qualname__, not '%s'", type.name.c_str(),
                     type_name(rt, value));
    type.qualified_name = to_utf8(*static_cast<StrObject*>(value.object()));
    return ok;
}

DictObject& own_dict(Runtime& rt, Type& type) {
    if (!type.dict_filled) fill_type_dict(rt, type);
    return *type.dict;
}

Result<Owned> get_module(Runtime& rt, Value self) {
    Type& type = as_type(self);
    if (type.spec) return Owned(make_str(rt, type.spec->module));
    const Value module = dict_get_str(*type.dict, *rt.names().dunder_module);
    if (module.is_unbound()) return raise_attribute_error_text(rt, self, *rt.names().dunder_module, "__module__");
    return Owned::share(module);
}
Result<void> set_module(Runtime& rt, Value self, Value value) {
    TRY(check_settable(rt, as_type(self), "__module__", value));
    TRY(type_set_own(rt, as_type(self), *rt.names().dunder_module, value));
    // In another module the line means nothing.
    Ref<StrObject> line = rt.intern("__firstlineno__");
    if (dict_find_str(*as_type(self).dict, *line)) TRY(type_set_own(rt, as_type(self), *line, Value()));
    return ok;
}

Result<Owned> get_doc(Runtime& rt, Value self) {
    Type& type = as_type(self);
    Owned doc = Owned::share(dict_get_str(own_dict(rt, type), *rt.names().dunder_doc));
    if (doc.is_unbound()) return Owned::adopt(Value::none());
    if (const auto get = rt.type_of(doc).slots.descriptor_get) return get(rt, doc, Value(), &type);
    return doc;
}
Result<void> set_doc(Runtime& rt, Value self, Value value) {
    TRY(check_settable(rt, as_type(self), "__doc__", value));
    return type_set_own(rt, as_type(self), *rt.names().dunder_doc, value);
}

Result<Owned> get_dict(Runtime& rt, Value self) { return Owned(make_mapping_proxy(rt, &own_dict(rt, as_type(self)))); }
Result<Owned> get_bases(Runtime&, Value self) { return Owned::share(as_type(self).bases); }
Result<void> set_bases_attribute(Runtime& rt, Value self, Value value) {
    Type& type = as_type(self);
    TRY(check_settable(rt, type, "__bases__", value));
    if (!is_tuple_or_subclass(rt, value))
        return raise(rt, TypeId::TypeError, "can only assign tuple to %s.__bases__, not %s", type.name.c_str(),
                     type_name(rt, value));
    return set_bases(rt, type, *static_cast<TupleObject*>(value.object()));
}
Result<Owned> get_base(Runtime&, Value self) {
    Type* base = as_type(self).base;
    return base ? Owned::share(base) : Owned::adopt(Value::none());
}
Result<Owned> get_mro(Runtime&, Value self) {
    TupleObject* mro = as_type(self).mro;
    return mro ? Owned::share(mro) : Owned::adopt(Value::none());
}

Result<Owned> get_abstract_methods(Runtime& rt, Value self) {
    Type& type = as_type(self);
    const Value found = type.has(type_heap) ? dict_get_str(*type.dict, *rt.names().dunder_abstractmethods) : Value();
    if (found.is_unbound())
        return raise_attribute_error_text(rt, self, *rt.names().dunder_abstractmethods, "__abstractmethods__");
    return Owned::share(found);
}
Result<void> set_abstract_methods(Runtime& rt, Value self, Value value) {
    Type& type = as_type(self);
    if (!type.has(type_heap)) return raise_immutable(rt, "set", "__abstractmethods__", type);
    bool abstract = false;
    if (value.is_unbound()) {
        if (dict_get_str(*type.dict, *rt.names().dunder_abstractmethods).is_unbound())
            return raise_attribute_error_text(rt, self, *rt.names().dunder_abstractmethods, "__abstractmethods__");
    } else {
        abstract = TRY(truth(rt, value));
    }
    TRY(type_set_own(rt, type, *rt.names().dunder_abstractmethods, value));
    type.flags = abstract ? type.flags | type_abstract : type.flags & ~static_cast<std::uint32_t>(type_abstract);
    return ok;
}

Result<Owned> get_annotations(Runtime& rt, Value self) {
    Type& type = as_type(self);
    if (!type.has(type_heap)) return raise_attribute_error(rt, self, *rt.names().dunder_annotations);
    Owned found = Owned::share(dict_get_str(*type.dict, *rt.names().dunder_annotations));
    if (!found.is_unbound()) {
        if (const auto get = rt.type_of(found).slots.descriptor_get) return get(rt, found, Value(), &type);
        return found;
    }
    Owned made = make_dict(rt);
    TRY(type_set_own(rt, type, *rt.names().dunder_annotations, made));
    return made;
}
Result<void> set_annotations(Runtime& rt, Value self, Value value) {
    Type& type = as_type(self);
    if (!type.has(type_heap)) return raise_immutable(rt, "set", "__annotations__", type);
    if (value.is_unbound() && dict_get_str(*type.dict, *rt.names().dunder_annotations).is_unbound())
        return raise_attribute_error_text(rt, self, *rt.names().dunder_annotations, "__annotations__");
    return type_set_own(rt, type, *rt.names().dunder_annotations, value);
}

Result<Owned> get_type_params(Runtime& rt, Value self) {
    Type& type = as_type(self);
    const Value found = type.has(type_heap) ? dict_get_str(*type.dict, *rt.names().dunder_type_params) : Value();
    return found.is_unbound() ? Owned::share(rt.empty_tuple) : Owned::share(found);
}
Result<void> set_type_params(Runtime& rt, Value self, Value value) {
    TRY(check_settable(rt, as_type(self), "__type_params__", value));
    return type_set_own(rt, as_type(self), *rt.names().dunder_type_params, value);
}

Result<Owned> get_text_signature(Runtime& rt, Value self) {
    if (&as_type(self) == &rt.type(TypeId::object)) return Owned(make_str(rt, "()"));
    return Owned::adopt(Value::none());
}
Result<Owned> get_basic_size(Runtime& rt, Value self) {
    return make_int(rt, as_type(self).basic_size + as_type(self).tail_size);
}
Result<Owned> get_item_size(Runtime& rt, Value self) {
    return make_int(rt, as_type(self).has(type_variable_size) ? 1 : 0);
}
Result<Owned> get_dict_offset(Runtime& rt, Value self) {
    return make_int(rt, as_type(self).has(type_has_dict) ? -1 : 0);
}
Result<Owned> get_weakref_offset(Runtime& rt, Value self) {
    return make_int(rt, as_type(self).has(type_weakrefs) ? -1 : 0);
}
Result<Owned> get_flags(Runtime& rt, Value self) {
    // The bits that Python code looks at, by CPython's numbers.
    const Type& type = as_type(self);
    std::int64_t flags = 1 << 12; // ready
    if (type.has(type_heap))
        flags |= 1 << 9;
    else
        flags |= 1 << 8; // immutable
    if (type.has(type_is_base)) flags |= 1 << 10;
    if (type.has(type_has_gc)) flags |= 1 << 14;
    if (type.has(type_abstract)) flags |= 1 << 20;
    if (type.has(type_sequence)) flags |= 1 << 5;
    if (type.has(type_mapping)) flags |= 1 << 6;
    return make_int(rt, flags);
}

// ---- methods

Result<Owned> mro_method(Runtime& rt, Args args) {
    auto mro = TRY(compute_mro(rt, as_type(args[0])));
    return Owned(TRY(list_from(rt, mro)));
}

Result<Owned> subclasses(Runtime& rt, Args args) {
    auto list = make_list(rt);
    for (Type* subclass : as_type(args[0]).subclasses)
        if (subclass->refcount > 0) list_append(rt, *list, Owned::share(subclass));
    return Owned(std::move(list));
}

Result<Owned> prepare(Runtime& rt, Args) { return Owned(make_dict(rt)); }

Result<Owned> instance_check(Runtime& rt, Args args) {
    return Owned::adopt(Value::boolean(TRY(default_is_instance(rt, args[1], args[0]))));
}
Result<Owned> subclass_check(Runtime& rt, Args args) {
    return Owned::adopt(Value::boolean(TRY(default_is_subclass(rt, args[1], args[0]))));
}

Result<Owned> dir_type(Runtime& rt, Args args) {
    auto names = make_dict(rt);
    TRY(merge_class_names(rt, *names, args[0]));
    return Owned(TRY(list_from(rt, names)));
}

Result<Owned> sizeof_type(Runtime& rt, Args) { return make_int(rt, static_cast<std::int64_t>(sizeof(Type))); }

const NativeDef methods[] = {
    {"mro", native<mro_method>, 0, 0, nullptr, "Return a type's method resolution order."},
    {"__subclasses__", native<subclasses>, 0, 0, nullptr, "Return a list of immediate subclasses."},
    {"__prepare__", native<prepare>, 0, -1, nullptr, "Create the namespace for the class statement",
     native_class | takes_keywords},
    {"__instancecheck__", native<instance_check>, 1, 1, "$self, instance, /", "Check if an object is an instance."},
    {"__subclasscheck__", native<subclass_check>, 1, 1, "$self, subclass, /", "Check if a class is a subclass."},
    {"__dir__", native<dir_type>, 0, 0, nullptr, "Specialized __dir__ implementation for types."},
    {"__sizeof__", native<sizeof_type>, 0, 0, nullptr, "Return memory consumption of the type object."},
    {},
};

const GetSetDef getsets[] = {
    {"__name__", get_name, set_name},
    {"__qualname__", get_qualified_name, set_qualified_name},
    {"__bases__", get_bases, set_bases_attribute},
    {"__base__", get_base},
    {"__mro__", get_mro},
    {"__module__", get_module, set_module},
    {"__abstractmethods__", get_abstract_methods, set_abstract_methods},
    {"__dict__", get_dict},
    {"__doc__", get_doc, set_doc},
    {"__text_signature__", get_text_signature},
    {"__annotations__", get_annotations, set_annotations},
    {"__type_params__", get_type_params, set_type_params},
    {"__basicsize__", get_basic_size},
    {"__itemsize__", get_item_size},
    {"__dictoffset__", get_dict_offset},
    {"__weakrefoffset__", get_weakref_offset},
    {"__flags__", get_flags},
    {},
};

} // namespace

const TypeSpec type_spec = {
    .name = "type",
    .base = TypeId::object,
    .layout = Layout::type,
    .size = sizeof(Type),
    .flags = type_has_gc | type_is_base | type_weakrefs,
    .slots = {.dealloc = dealloc,
              .traverse = traverse,
              .clear = clear,
              .new_ = new_type,
              .init = init_type,
              .repr = repr_type,
              .call = call_type,
              .get_attribute = type_get_attribute,
              .set_attribute = type_set_attribute,
              .or_ = union_of},
    .methods = methods,
    .getsets = getsets,
    .doc = "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type",
};

} // namespace mp
