// object: what every class has.
#include "objects/types/object.h"

#include "objects/core/attribute.h"
#include "objects/core/class_layout.h"
#include "objects/core/raise.h"
#include "objects/core/shape.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/list.h"
#include "objects/types/module.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

std::string qualified_type_name(Runtime& rt, Type& type) {
    std::string module = type.spec ? type.spec->module : "";
    if (!type.spec) {
        const Value name = dict_get_str(*type.dict, *rt.names().dunder_module);
        if (is_str_or_subclass(rt, name)) module = to_utf8(*static_cast<StrObject*>(name.object()));
    }
    if (module.empty() || module == "builtins") return type.qualified_name;
    return module + "." + type.qualified_name;
}

std::string address_text(Value value) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "0x%llx", static_cast<unsigned long long>(value.word()));
    return buffer;
}

namespace {

void dealloc(Runtime& rt, Object* object) { rt.free_object(object, object->shape->type->native_base->size); }

Raised raise_abstract(Runtime& rt, Type& type) {
    Owned methods = TRY(type_get_attribute(rt, &type, *rt.names().dunder_abstractmethods));
    auto names = TRY(list_from(rt, methods));
    TRY(list_sort(rt, *names, Value::none(), false));
    std::string text;
    for (std::int64_t i = 0; i < names->size; ++i) {
        if (i > 0) text += ", ";
        if (is_str_or_subclass(rt, names->items[i]))
            text += "'" + to_utf8(*static_cast<StrObject*>(names->items[i].object())) + "'";
    }
    return raise_text(rt, TypeId::TypeError,
                      "Can't instantiate abstract class " + type.name +
                          " without an implementation for abstract method" + (names->size == 1 ? " " : "s ") + text);
}

// Excess arguments are an error unless the other of __new__ and __init__ is overridden and takes them.
Result<Owned> new_object(Runtime& rt, Type* type, Args args) {
    const Slots& own = rt.type(TypeId::object).slots;
    if (args.count > 0) {
        if (type->slots.new_ != own.new_)
            return raise(rt, TypeId::TypeError,
                         "object.__new__() takes exactly one argument (the type to instantiate)");
        if (type->slots.init == own.init)
            return raise(rt, TypeId::TypeError, "%.200s() takes no arguments", type->name.c_str());
    }
    if (type->has(type_abstract)) return raise_abstract(rt, *type);
    return Owned::adopt(Value(rt.make_instance(*type)));
}

Result<void> init_object(Runtime& rt, Value self, Args args) {
    if (args.count == 0) return ok;
    const Slots& own = rt.type(TypeId::object).slots;
    Type& type = rt.type_of(self);
    if (type.slots.init != own.init)
        return raise(rt, TypeId::TypeError,
                     "object.__init__() takes exactly one argument (the instance to initialize)");
    if (type.slots.new_ == own.new_)
        return raise(rt, TypeId::TypeError, "%.200s.__init__() takes exactly one argument (the instance to initialize)",
                     type.name.c_str());
    return ok;
}

Result<Owned> repr_object(Runtime& rt, Value self) {
    return Owned(
        make_str(rt, "<" + qualified_type_name(rt, rt.type_of(self)) + " object at " + address_text(self) + ">"));
}

Result<Owned> str_object(Runtime& rt, Value self) { return rt.type_of(self).slots.repr(rt, self); }

Result<std::int64_t> hash_object(Runtime&, Value self) {
    const auto hash = static_cast<std::int64_t>(identity_hash(self));
    return hash == -1 ? -2 : hash;
}

Result<Owned> compare_objects(Runtime& rt, Value left, Value right, CompareOp op) {
    if (op == CompareOp::eq) return Owned::adopt(left.is(right) ? Value::true_() : Value::not_implemented());
    if (op != CompareOp::ne) return Owned::adopt(Value::not_implemented());
    // != is the opposite of what == says.
    Owned equality = TRY(rt.type_of(left).slots.compare(rt, left, right, CompareOp::eq));
    if (equality.is_not_implemented()) return equality;
    return Owned::adopt(Value::boolean(!TRY(truth(rt, equality))));
}

// ---- __class__

Result<Owned> get_class(Runtime& rt, Value self) { return Owned::share(&rt.type_of(self)); }

Result<void> set_class(Runtime& rt, Value self, Value value) {
    if (value.is_unbound()) return raise(rt, TypeId::TypeError, "can't delete __class__ attribute");
    if (!is_subtype(&rt.type_of(value), &rt.type(TypeId::type)))
        return raise(rt, TypeId::TypeError, "__class__ must be set to a class, not '%s' object", type_name(rt, value));
    Type& to = *static_cast<Type*>(value.object());
    Type& from = rt.type_of(self);
    const Type* module = &rt.type(TypeId::module);
    const bool modules = is_subtype(&from, module) && is_subtype(&to, module);
    if (!modules && (!from.has(type_heap) || !to.has(type_heap)))
        return raise(rt, TypeId::TypeError,
                     "__class__ assignment only supported for mutable types or ModuleType subclasses");
    if (&to == &from) return ok;
    if (!compatible_layout(from, to))
        return raise(rt, TypeId::TypeError, "__class__ assignment: '%s' object layout differs from '%s'",
                     to.name.c_str(), from.name.c_str());
    if (to.has(type_heap)) retain(&to);
    move_to_type(*self.object(), to);
    if (from.has(type_heap)) release(&from);
    return ok;
}

// ---- methods

Result<Owned> format_object(Runtime& rt, Args args) {
    if (!is_str_or_subclass(rt, args[1]))
        return raise(rt, TypeId::TypeError, "__format__() argument must be str, not %s", type_name(rt, args[1]));
    if (static_cast<StrObject*>(args[1].object())->length > 0)
        return raise(rt, TypeId::TypeError, "unsupported format string passed to %.200s.__format__",
                     type_name(rt, args[0]));
    return Owned(TRY(str(rt, args[0])));
}

Result<Owned> sizeof_object(Runtime& rt, Args args) {
    const Type& type = rt.type_of(args[0]);
    return make_int(rt, static_cast<std::int64_t>(type.basic_size) + type.tail_size);
}

Result<Owned> init_subclass(Runtime&, Args) { return Owned::adopt(Value::none()); }
Result<Owned> subclass_hook(Runtime&, Args) { return Owned::adopt(Value::not_implemented()); }

Result<Owned> dir_object(Runtime& rt, Args args) {
    auto names = make_dict(rt);
    Owned own = TRY(get_optional_attribute(rt, args[0], *rt.names().dunder_dict));
    if (!own.is_unbound() && is_dict_or_subclass(rt, own)) TRY(dict_update(rt, *names, own));
    Owned cls = TRY(get_optional_attribute(rt, args[0], *rt.names().dunder_class));
    if (!cls.is_unbound()) TRY(merge_class_names(rt, *names, cls));
    return Owned(TRY(list_from(rt, names)));
}

// ---- pickling and copying (copy.copy relies on it)

Result<Owned> copyreg(Runtime& rt, const char* name) {
    auto module_name = rt.intern("copyreg");
    Owned module = TRY(rt.import_module(*module_name));
    return get_attribute(rt, module, *rt.intern(name));
}

Result<Owned> getstate(Runtime& rt, Value self) {
    Type& type = rt.type_of(self);
    Owned state = Owned::adopt(Value::none());
    if (type.has(type_has_dict) && self.is_object()) {
        auto dict = instance_dict(*self.object());
        if (dict->used > 0) state = dict_copy(rt, *dict);
    } else if (!type.has(type_heap)) {
        Owned dict = TRY(get_optional_attribute(rt, self, *rt.names().dunder_dict));
        if (is_dict(dict) && static_cast<DictObject*>(dict.get().object())->used > 0)
            state = dict_copy(rt, *static_cast<DictObject*>(dict.get().object()));
    }
    auto slots = make_dict(rt);
    for (const Type* ancestor = &type; ancestor; ancestor = ancestor->base) {
        if (!ancestor->slot_names) continue;
        for (std::int64_t i = 0; i < ancestor->slot_names->size; ++i) {
            auto& name = *static_cast<StrObject*>((*ancestor->slot_names)[i].object());
            Owned value = TRY(get_optional_attribute(rt, self, name));
            if (!value.is_unbound()) dict_set_str(rt, *slots, name, std::move(value));
        }
    }
    if (slots->used > 0) return Owned(tuple_of(rt, state, slots));
    return state;
}

Result<Owned> getstate_object(Runtime& rt, Args args) { return getstate(rt, args[0]); }

Result<Owned> state_of(Runtime& rt, Value self) {
    Owned method = TRY(get_attribute(rt, self, *rt.names().dunder_getstate));
    return call(rt, method);
}

Result<Owned> reduce_new_object(Runtime& rt, Value self) {
    Type& type = rt.type_of(self);
    if (type.spec && type.has(type_no_new))
        return raise(rt, TypeId::TypeError, "cannot pickle '%.200s' object", type.name.c_str());
    std::vector<Owned> arguments{Owned::share(&type)};
    Owned keywords;
    bool absent = false;
    auto getnewargs_ex = rt.intern("__getnewargs_ex__");
    Owned given = TRY(call_special(rt, self, *getnewargs_ex, nullptr, 0, absent));
    Owned positional;
    if (!absent) {
        if (!is_tuple_or_subclass(rt, given) || static_cast<TupleObject*>(given.get().object())->size != 2)
            return raise(rt, TypeId::TypeError, "__getnewargs_ex__ should return a tuple, not '%.200s'",
                         type_name(rt, given));
        auto& pair = *static_cast<TupleObject*>(given.get().object());
        positional = Owned::share(pair[0]);
        keywords = Owned::share(pair[1]);
    } else {
        positional = TRY(call_special(rt, self, *rt.names().dunder_getnewargs, nullptr, 0, absent));
        if (!absent && !is_tuple_or_subclass(rt, positional))
            return raise(rt, TypeId::TypeError, "__getnewargs__ should return a tuple, not '%.200s'",
                         type_name(rt, positional));
    }
    const bool with_keywords = is_dict(keywords) && static_cast<DictObject*>(keywords.get().object())->used > 0;
    Owned function = TRY(copyreg(rt, with_keywords ? "__newobj_ex__" : "__newobj__"));
    Owned new_arguments;
    if (with_keywords) {
        new_arguments = tuple_of(rt, Value(&type), positional, keywords);
    } else {
        if (is_tuple_or_subclass(rt, positional)) {
            auto& tuple = *static_cast<TupleObject*>(positional.get().object());
            for (std::int64_t i = 0; i < tuple.size; ++i) arguments.push_back(Owned::share(tuple[i]));
        }
        std::vector<Value> values(arguments.begin(), arguments.end());
        new_arguments = make_tuple_sharing(rt, values.data(), static_cast<std::int64_t>(values.size()));
    }
    Owned state = TRY(state_of(rt, self));
    Owned list_items = Owned::adopt(Value::none()), dict_items = Owned::adopt(Value::none());
    if (is_list_or_subclass(rt, self)) list_items = TRY(iterate(rt, self));
    if (is_dict_or_subclass(rt, self)) {
        Owned items = TRY(call_method(rt, self, *rt.names().items));
        dict_items = TRY(iterate(rt, items));
    }
    return Owned(tuple_of(rt, function, new_arguments, state, list_items, dict_items));
}

Result<Owned> reduce_by_protocol(Runtime& rt, Value self, std::int64_t protocol) {
    if (protocol >= 2) return reduce_new_object(rt, self);
    Owned function = TRY(copyreg(rt, "_reduce_ex"));
    Owned number = make_int(rt, protocol);
    return call(rt, function, self, number);
}

Result<Owned> reduce_object(Runtime& rt, Args args) { return reduce_by_protocol(rt, args[0], 0); }

Result<Owned> reduce_ex_object(Runtime& rt, Args args) {
    const std::int64_t protocol = TRY(index_int64(rt, args[1]));
    // A class that overrides __reduce__ means it for every protocol.
    const Value own = type_lookup(rt.type_of(args[0]), *rt.names().dunder_reduce);
    if (!own.is(type_lookup(rt.type(TypeId::object), *rt.names().dunder_reduce))) {
        Owned method = TRY(get_attribute(rt, args[0], *rt.names().dunder_reduce));
        return call(rt, method);
    }
    return reduce_by_protocol(rt, args[0], protocol);
}

const NativeDef methods[] = {
    {"__reduce_ex__", native<reduce_ex_object>, 1, 1, "$self, protocol, /", "Helper for pickle."},
    {"__reduce__", native<reduce_object>, 0, 0, nullptr, "Helper for pickle."},
    {"__getstate__", native<getstate_object>, 0, 0, nullptr, "Helper for pickle."},
    {"__subclasshook__", native<subclass_hook>, 0, -1, nullptr,
     "Abstract classes can override this to customize issubclass().\n\nThis is invoked early on by "
     "abc.ABCMeta.__subclasscheck__().\nIt should return "
     "True, False or NotImplemented.  If it returns\nNotImplemented, the normal algorithm is used.  Otherwise, "
     "it\noverrides the normal algorithm (and the "
     "outcome is cached).\n",
     native_class},
    {"__init_subclass__", native<init_subclass>, 0, 0, nullptr,
     "This method is called when a class is subclassed.\n\nThe default implementation does nothing. It may "
     "be\noverridden to extend subclasses.\n",
     native_class},
    {"__format__", native<format_object>, 1, 1, "$self, format_spec, /",
     "Default object formatter.\n\nReturn str(self) if format_spec is empty. Raise TypeError otherwise."},
    {"__sizeof__", native<sizeof_object>, 0, 0, nullptr, "Size of object in memory, in bytes."},
    {"__dir__", native<dir_object>, 0, 0, nullptr, "Default dir() implementation."},
    {},
};

const GetSetDef getsets[] = {{"__class__", get_class, set_class, "the object's class"}, {}};

} // namespace

// The names of a class and its bases, as dir() collects them.
Result<void> merge_class_names(Runtime& rt, DictObject& names, Value cls) {
    NativeScope scope(rt);
    if (!scope) return raised;
    Owned dict = TRY(get_optional_attribute(rt, cls, *rt.names().dunder_dict));
    if (!dict.is_unbound()) TRY(dict_update(rt, names, dict));
    Owned bases = TRY(get_optional_attribute(rt, cls, *rt.names().dunder_bases));
    if (!is_tuple_or_subclass(rt, bases)) return ok;
    auto& tuple = *static_cast<TupleObject*>(bases.get().object());
    for (std::int64_t i = 0; i < tuple.size; ++i) TRY(merge_class_names(rt, names, tuple[i]));
    return ok;
}

const TypeSpec object_spec = {
    .name = "object",
    .base = TypeId::object,
    .layout = Layout::other,
    .size = sizeof(Object),
    .flags = type_is_base,
    .slots = {.dealloc = dealloc,
              .new_ = new_object,
              .init = init_object,
              .repr = repr_object,
              .str = str_object,
              .hash = hash_object,
              .get_attribute = generic_get_attribute,
              .set_attribute = generic_set_attribute,
              .compare = compare_objects},
    .methods = methods,
    .getsets = getsets,
    .doc = "The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and returns a new "
           "featureless\ninstance that has no instance "
           "attributes and cannot be given any.\n",
};

} // namespace mp
