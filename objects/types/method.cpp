// Bound methods, staticmethod and classmethod.
#include "objects/types/method.h"

#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/core/shape.h"
#include "objects/core/trampolines.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/natives.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

// ---- bound methods

Ref<BoundMethodObject> make_bound_method(Runtime& rt, Value function, Value self) {
    auto* method = rt.make<BoundMethodObject>(TypeId::bound_method);
    retain(function);
    method->function = function;
    retain(self);
    method->self = self;
    return Ref<BoundMethodObject>::adopt(method);
}

namespace {

BoundMethodObject& as_method(Value value) { return *static_cast<BoundMethodObject*>(value.object()); }

void dealloc_method(Runtime& rt, Object* object) {
    auto* method = static_cast<BoundMethodObject*>(object);
    const Value function = method->function, self = method->self;
    rt.free_object(object, sizeof(BoundMethodObject));
    release(function);
    release(self);
}
void traverse_method(Object* object, Visitor visit, void* context) {
    auto* method = static_cast<BoundMethodObject*>(object);
    if (method->function.is_object()) visit(method->function.object(), context);
    if (method->self.is_object()) visit(method->self.object(), context);
}

Result<Owned> new_method(Runtime& rt, Type*, Args args) {
    TRY(no_keywords(rt, "method", args));
    if (args.count != 2) return raise_arity(rt, "method", 2, 2, args.count);
    if (!is_callable(rt, args[0])) return raise(rt, TypeId::TypeError, "first argument must be callable");
    if (args[1].is_none()) return raise(rt, TypeId::TypeError, "instance must not be None");
    return Owned(make_bound_method(rt, args[0], args[1]));
}

Result<Owned> call_method_object(Runtime& rt, Value callee, Args args) {
    const Owned function = Owned::share(as_method(callee).function), self = Owned::share(as_method(callee).self);
    return call_with_first(rt, function, self, args);
}

Result<Owned> attribute_of_method(Runtime& rt, Value self, StrObject& name) {
    // Own attributes first; whatever else the function has.
    Owned own = TRY(generic_find_attribute(rt, self, name));
    if (!own.is_unbound()) return own;
    return get_attribute(rt, as_method(self).function, name);
}

Result<Owned> compare_methods(Runtime& rt, Value left, Value right, CompareOp op) {
    if ((op != CompareOp::eq && op != CompareOp::ne) || !is_bound_method(left) || !is_bound_method(right))
        return Owned::adopt(Value::not_implemented());
    bool same = as_method(left).self.is(as_method(right).self);
    if (same) same = TRY(equal(rt, Owned::share(as_method(left).function), Owned::share(as_method(right).function)));
    return Owned::adopt(Value::boolean(same == (op == CompareOp::eq)));
}

Result<std::int64_t> hash_method(Runtime& rt, Value self) {
    const std::int64_t function = TRY(hash(rt, as_method(self).function));
    const auto mixed =
        static_cast<std::int64_t>(identity_hash(as_method(self).self) ^ static_cast<std::uint64_t>(function));
    return mixed == -1 ? -2 : mixed;
}

Result<Owned> repr_method(Runtime& rt, Value self) {
    const Owned function = Owned::share(as_method(self).function), object = Owned::share(as_method(self).self);
    std::string name = "?";
    Owned found = TRY(get_optional_attribute(rt, function, *rt.names().dunder_qualname));
    if (!is_str_or_subclass(rt, found)) found = TRY(get_optional_attribute(rt, function, *rt.names().dunder_name));
    if (is_str_or_subclass(rt, found)) name = to_utf8(*static_cast<StrObject*>(found.get().object()));
    StrBuilder builder(rt);
    builder.append("<bound method " + name + " of ");
    builder.append(*TRY(repr(rt, object)));
    builder.append(">");
    return Owned(builder.finish());
}

Result<Owned> bind_method(Runtime&, Value self, Value, Type*) { return Owned::share(self); } // is bound already

Result<Owned> method_function(Runtime&, Value self) { return Owned::share(as_method(self).function); }
Result<Owned> method_self(Runtime&, Value self) { return Owned::share(as_method(self).self); }
Result<Owned> method_doc(Runtime& rt, Value self) {
    return get_attribute(rt, as_method(self).function, *rt.names().dunder_doc);
}

Result<Owned> reduce_method(Runtime& rt, Args args) {
    Owned name = TRY(get_attribute(rt, as_method(args[0]).function, *rt.names().dunder_name));
    const Value getattr = rt.builtins_dict ? dict_get_text(rt, *rt.builtins_dict, "getattr") : Value::none();
    auto arguments = tuple_of(rt, as_method(args[0]).self, name);
    return Owned(tuple_of(rt, getattr, Value(arguments.get())));
}

const NativeDef bound_methods[] = {{"__reduce__", native<reduce_method>, 0, 0}, {}};
const GetSetDef bound_getsets[] = {
    {"__func__", method_function, nullptr, "the function (or other callable) implementing a method"},
    {"__self__", method_self, nullptr, "the instance to which a method is bound"},
    {"__doc__", method_doc},
    {},
};

// ---- staticmethod and classmethod

StaticMethodObject& as_wrapper(Value value) { return *static_cast<StaticMethodObject*>(value.object()); }

StaticMethodObject* make_wrapper(Runtime& rt, Type& type, Value callable) {
    auto* wrapper = static_cast<StaticMethodObject*>(rt.make_instance(type));
    retain(callable);
    wrapper->callable = callable;
    return wrapper;
}

// What functools.wraps copies, from the wrapped function to the wrapper.
Result<void> copy_function_attributes(Runtime& rt, Object& wrapper, Value function) {
    const Names& names = rt.names();
    if (!has_attribute_storage(wrapper)) return ok;
    for (StrObject* name : {names.dunder_module, names.dunder_name, names.dunder_qualname, names.dunder_doc}) {
        Owned value = TRY(get_optional_attribute(rt, function, *name));
        if (!value.is_unbound()) TRY(instance_set(wrapper, *name, value));
    }
    return ok;
}

Result<Owned> new_wrapper(Runtime& rt, Type* type, Args) {
    return Owned::adopt(Value(make_wrapper(rt, *type, Value())));
}

Result<void> init_wrapper(Runtime& rt, Value self, Args args, const char* name) {
    TRY(no_keywords(rt, name, args));
    if (args.count != 1) return raise_arity(rt, name, 1, 1, args.count);
    replace(as_wrapper(self).callable, Owned::share(args[0]));
    return copy_function_attributes(rt, *self.object(), args[0]);
}
Result<void> init_static(Runtime& rt, Value self, Args args) { return init_wrapper(rt, self, args, "staticmethod"); }
Result<void> init_class(Runtime& rt, Value self, Args args) { return init_wrapper(rt, self, args, "classmethod"); }

void dealloc_wrapper(Runtime& rt, Object* object) {
    replace(static_cast<StaticMethodObject*>(object)->callable, Owned());
    rt.free_object(object, sizeof(StaticMethodObject));
}
void traverse_wrapper(Object* object, Visitor visit, void* context) {
    const Value callable = static_cast<StaticMethodObject*>(object)->callable;
    if (callable.is_object()) visit(callable.object(), context);
}
void clear_wrapper(Runtime&, Object* object) { replace(static_cast<StaticMethodObject*>(object)->callable, Owned()); }

Result<Owned> get_static(Runtime& rt, Value self, Value, Type*) {
    const Value callable = as_wrapper(self).callable;
    if (callable.is_unbound()) return raise(rt, TypeId::RuntimeError, "uninitialized staticmethod object");
    return Owned::share(callable);
}

Result<Owned> get_class_bound(Runtime& rt, Value self, Value instance, Type* owner) {
    const Value callable = as_wrapper(self).callable;
    if (callable.is_unbound()) return raise(rt, TypeId::RuntimeError, "uninitialized classmethod object");
    return Owned(make_bound_method(rt, callable, owner ? Value(owner) : Value(&rt.type_of(instance))));
}

Result<Owned> call_static(Runtime& rt, Value callee, Args args) {
    return call(rt, Owned::share(as_wrapper(callee).callable), args);
}

Result<Owned> repr_wrapper(Runtime& rt, Value self) {
    const Value callable = as_wrapper(self).callable;
    StrBuilder builder(rt);
    builder.append(std::string("<") + type_name(rt, self) + "(");
    builder.append(*TRY(repr(rt, Owned::share(callable.is_unbound() ? Value::none() : callable))));
    builder.append(")>");
    return Owned(builder.finish());
}

Result<Owned> wrapped(Runtime& rt, Value self) {
    if (as_wrapper(self).callable.is_unbound()) return Owned::adopt(Value::none());
    (void)rt;
    return Owned::share(as_wrapper(self).callable);
}
Result<Owned> is_abstract(Runtime& rt, Value self) {
    Owned flag = TRY(get_optional_attribute(rt, as_wrapper(self).callable, *rt.names().dunder_isabstractmethod));
    return Owned::adopt(Value::boolean(!flag.is_unbound() && TRY(truth(rt, flag))));
}
Result<Owned> wrapper_annotations(Runtime& rt, Value self) {
    return get_attribute(rt, as_wrapper(self).callable, *rt.names().dunder_annotations);
}

const GetSetDef wrapper_getsets[] = {
    {"__func__", wrapped},
    {"__wrapped__", wrapped},
    {"__isabstractmethod__", is_abstract},
    {"__annotations__", wrapper_annotations},
    {},
};

} // namespace

Ref<StaticMethodObject> make_staticmethod(Runtime& rt, Value callable) {
    auto wrapper = Ref<StaticMethodObject>::adopt(make_wrapper(rt, rt.type(TypeId::staticmethod_), callable));
    if (copy_function_attributes(rt, *wrapper, callable).is_raised()) rt.clear_pending();
    return wrapper;
}

Ref<ClassMethodObject> make_classmethod(Runtime& rt, Value callable) {
    auto wrapper = Ref<ClassMethodObject>::adopt(make_wrapper(rt, rt.type(TypeId::classmethod_), callable));
    if (copy_function_attributes(rt, *wrapper, callable).is_raised()) rt.clear_pending();
    return wrapper;
}

const TypeSpec bound_method_spec = {
    .name = "method",
    .base = TypeId::object,
    .layout = Layout::bound_method,
    .size = sizeof(BoundMethodObject),
    .flags = type_has_gc | type_weakrefs,
    .slots = {.dealloc = dealloc_method,
              .traverse = traverse_method,
              .new_ = new_method,
              .repr = repr_method,
              .hash = hash_method,
              .call = call_method_object,
              .get_attribute = attribute_of_method,
              .compare = compare_methods,
              .descriptor_get = bind_method},
    .methods = bound_methods,
    .getsets = bound_getsets,
    .doc = "Create a bound instance method object.",
};

const TypeSpec staticmethod_spec = {
    .name = "staticmethod",
    .base = TypeId::object,
    .layout = Layout::staticmethod_,
    .size = sizeof(StaticMethodObject),
    .flags = type_has_gc | type_is_base | type_has_dict,
    .slots = {.dealloc = dealloc_wrapper,
              .traverse = traverse_wrapper,
              .clear = clear_wrapper,
              .new_ = new_wrapper,
              .init = init_static,
              .repr = repr_wrapper,
              .call = call_static,
              .descriptor_get = get_static},
    .getsets = wrapper_getsets,
    .doc = "Convert a function to be a static method.\n\nA static method does not receive an implicit first argument.",
};

const TypeSpec classmethod_spec = {
    .name = "classmethod",
    .base = TypeId::object,
    .layout = Layout::classmethod_,
    .size = sizeof(ClassMethodObject),
    .flags = type_has_gc | type_is_base | type_has_dict,
    .slots = {.dealloc = dealloc_wrapper,
              .traverse = traverse_wrapper,
              .clear = clear_wrapper,
              .new_ = new_wrapper,
              .init = init_class,
              .repr = repr_wrapper,
              .descriptor_get = get_class_bound},
    .getsets = wrapper_getsets,
    .doc = "Convert a function to be a class method.\n\nA class method receives the class as implicit first "
           "argument,\njust like an instance method receives "
           "the instance.",
};

} // namespace mp
