#include "objects/types/native_function.h"

#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/module.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

NativeFunctionObject& as_native(Value value) { return *static_cast<NativeFunctionObject*>(value.object()); }
MethodDescriptorObject& as_descriptor(Value value) { return *static_cast<MethodDescriptorObject*>(value.object()); }

std::string address_text(Value value) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "0x%llx", static_cast<unsigned long long>(value.word()));
    return buffer;
}

Owned text_or_none(Runtime& rt, const char* text) {
    return text ? Owned(make_str(rt, text)) : Owned::adopt(Value::none());
}

} // namespace

Owned native_text_signature(Runtime& rt, const NativeDef& def, bool has_self) {
    if (def.signature) {
        std::string text = def.signature;
        if (!text.empty() && text.front() == '(') return make_str(rt, text);
        std::string head = has_self ? "($self, " : "($module, ";
        if (text.find('/') == std::string::npos) head += text.empty() ? "/" : "/, ";
        return make_str(rt, head + text + ")");
    }
    if (def.max == 0) return make_str(rt, has_self ? "($self, /)" : "($module, /)");
    return Owned::adopt(Value::none());
}

Owned native_doc(Runtime& rt, const NativeDef& def) { return text_or_none(rt, def.doc); }

// ---- functions

Ref<NativeFunctionObject> make_native_function(Runtime& rt, const NativeDef& def, Value self, StrObject* module) {
    auto* function = rt.make<NativeFunctionObject>(TypeId::native_function);
    function->def = &def;
    function->self = Owned::share(self).release();
    function->has_self = false;
    function->owner = nullptr;
    if (module) retain(module);
    function->module = module;
    return Ref<NativeFunctionObject>::adopt(function);
}

Ref<NativeFunctionObject> make_native_method(Runtime& rt, const NativeDef& def, Value self, const Type* owner) {
    auto function = make_native_function(rt, def, self);
    function->has_self = true;
    function->owner = owner;
    return function;
}

namespace {

void dealloc_function(Runtime& rt, Object* object) {
    auto* function = static_cast<NativeFunctionObject*>(object);
    replace(function->self, Owned());
    if (function->module) release(function->module);
    rt.free_object(object, sizeof(NativeFunctionObject));
}

void traverse_function(Object* object, Visitor visit, void* context) {
    auto* function = static_cast<NativeFunctionObject*>(object);
    if (function->self.is_object()) visit(function->self.object(), context);
}

Result<Owned> call_function(Runtime& rt, Value callee, Args args) {
    auto& function = as_native(callee);
    if (!function.has_self) return call_native(rt, *function.def, args, false, nullptr, function.module);
    const Owned self = Owned::share(function.self);
    // The values go behind self.
    constexpr std::uint32_t few = 10;
    if (args.count < few) {
        Value values[few];
        values[0] = self;
        std::copy(args.values, args.values + args.count, values + 1);
        return call_native(rt, *function.def, Args{values, args.count + 1, args.names}, true, function.owner);
    }
    std::vector<Value> values;
    values.reserve(args.count + 1);
    values.push_back(self);
    values.insert(values.end(), args.values, args.values + args.count);
    return call_native(rt, *function.def, Args{values.data(), args.count + 1, args.names}, true, function.owner);
}

bool shows_self(const NativeFunctionObject& function) {
    return !function.self.is_unbound() && !is_module(function.self);
}

Result<Owned> repr_function(Runtime& rt, Value self) {
    auto& function = as_native(self);
    if (!shows_self(function))
        return Owned(make_str(rt, std::string("<built-in function ") + function.def->name + ">"));
    return Owned(make_str(rt, std::string("<built-in method ") + function.def->name + " of " +
                                  type_name(rt, function.self) + " object at " + address_text(function.self) + ">"));
}

Result<Owned> compare_functions(Runtime& rt, Value left, Value right, CompareOp op) {
    if ((op != CompareOp::eq && op != CompareOp::ne) || &rt.type_of(left) != &rt.type_of(right) ||
        !is_native_function(right))
        return Owned::adopt(Value::not_implemented());
    const bool same = as_native(left).self.is(as_native(right).self) && as_native(left).def == as_native(right).def;
    return Owned::adopt(Value::boolean(same == (op == CompareOp::eq)));
}

Result<std::int64_t> hash_function(Runtime&, Value self) {
    const auto& function = as_native(self);
    const std::uint64_t hash = identity_hash(function.self) ^ (reinterpret_cast<std::uintptr_t>(function.def) >> 4);
    return hash == ~std::uint64_t{0} ? -2 : static_cast<std::int64_t>(hash);
}

Result<Owned> function_name(Runtime& rt, Value self) { return Owned(rt.intern(as_native(self).def->name)); }

Result<Owned> function_qualified_name(Runtime& rt, Value self) {
    const auto& function = as_native(self);
    if (!shows_self(function)) return function_name(rt, self);
    if (is_subtype(&rt.type_of(function.self), &rt.type(TypeId::type)))
        return Owned(
            make_str(rt, static_cast<Type*>(function.self.object())->qualified_name + "." + function.def->name));
    return Owned(make_str(rt, rt.type_of(function.self).qualified_name + "." + function.def->name));
}

Result<Owned> function_module(Runtime&, Value self) {
    StrObject* module = as_native(self).module;
    return module ? Owned::share(module) : Owned::adopt(Value::none());
}

Result<Owned> function_self(Runtime&, Value self) {
    const Value bound = as_native(self).self;
    return bound.is_unbound() ? Owned::adopt(Value::none()) : Owned::share(bound);
}

Result<Owned> function_doc(Runtime& rt, Value self) { return native_doc(rt, *as_native(self).def); }
Result<Owned> function_text_signature(Runtime& rt, Value self) {
    return native_text_signature(rt, *as_native(self).def, as_native(self).has_self);
}

Result<Owned> reduce_function(Runtime& rt, Args args) {
    const auto& function = as_native(args[0]);
    if (!shows_self(function)) return Owned(rt.intern(function.def->name));
    Owned getattr = rt.builtins_dict ? Owned::share(dict_get_text(rt, *rt.builtins_dict, "getattr")) : Owned();
    auto arguments = tuple_of(rt, function.self, Value(rt.intern(function.def->name).get()));
    return Owned(tuple_of(rt, getattr.is_unbound() ? Value::none() : getattr.get(), Value(arguments.get())));
}

const NativeDef function_methods[] = {{"__reduce__", native<reduce_function>, 0, 0}, {}};
const GetSetDef function_getsets[] = {
    {"__name__", function_name},
    {"__qualname__", function_qualified_name},
    {"__module__", function_module},
    {"__self__", function_self},
    {"__doc__", function_doc},
    {"__text_signature__", function_text_signature},
    {},
};

// ---- descriptors

Ref<MethodDescriptorObject> make_descriptor(Runtime& rt, TypeId id, const NativeDef& def, Type& owner) {
    auto name = rt.intern(def.name);
    auto* descriptor = rt.make<MethodDescriptorObject>(id);
    descriptor->def = &def;
    retain(&owner);
    descriptor->owner = &owner;
    descriptor->name = name.release();
    return Ref<MethodDescriptorObject>::adopt(descriptor);
}

void dealloc_descriptor(Runtime& rt, Object* object) {
    auto* descriptor = static_cast<MethodDescriptorObject*>(object);
    release(descriptor->name);
    release(descriptor->owner);
    rt.free_object(object, sizeof(MethodDescriptorObject));
}

void traverse_descriptor(Object* object, Visitor visit, void* context) {
    auto* descriptor = static_cast<MethodDescriptorObject*>(object);
    visit(descriptor->owner, context);
    visit(descriptor->name, context);
}

Result<void> check_receiver(Runtime& rt, const MethodDescriptorObject& descriptor, Value self) {
    if (is_subtype(&rt.type_of(self), descriptor.owner)) return ok;
    return raise(rt, TypeId::TypeError, "descriptor '%s' for '%.100s' objects doesn't apply to a '%.100s' object",
                 descriptor.def->name, descriptor.owner->name.c_str(), type_name(rt, self));
}

Result<Owned> call_descriptor(Runtime& rt, Value callee, Args args) {
    auto& descriptor = as_descriptor(callee);
    const std::uint32_t positional = args.count - (args.names ? static_cast<std::uint32_t>(args.names->size) : 0);
    if (positional == 0)
        return raise(rt, TypeId::TypeError, "unbound method %s.%s() needs an argument",
                     descriptor.owner->qualified_name.c_str(), descriptor.def->name);
    TRY(check_receiver(rt, descriptor, args[0]));
    return call_native(rt, *descriptor.def, args, true, descriptor.owner);
}

Result<Owned> bind_descriptor(Runtime& rt, Value self, Value instance, Type*) {
    if (instance.is_unbound()) return Owned::share(self);
    auto& descriptor = as_descriptor(self);
    TRY(check_receiver(rt, descriptor, instance));
    return Owned(make_native_method(rt, *descriptor.def, instance, descriptor.owner));
}

Result<Owned> bind_class_descriptor(Runtime& rt, Value self, Value instance, Type* type) {
    auto& descriptor = as_descriptor(self);
    if (!type) {
        if (instance.is_unbound())
            return raise(rt, TypeId::TypeError, "descriptor '%s' for type '%s' needs either an object or a type",
                         descriptor.def->name, descriptor.owner->name.c_str());
        type = &rt.type_of(instance);
    }
    if (!is_subtype(type, descriptor.owner))
        return raise(rt, TypeId::TypeError, "descriptor '%s' requires a subtype of '%.100s' but received '%.100s'",
                     descriptor.def->name, descriptor.owner->name.c_str(), type->name.c_str());
    return Owned(make_native_method(rt, *descriptor.def, type, type)); // error texts name the class it was got from
}

Result<Owned> call_class_descriptor(Runtime& rt, Value self, Args args) {
    auto& descriptor = as_descriptor(self);
    const std::uint32_t positional = args.count - (args.names ? static_cast<std::uint32_t>(args.names->size) : 0);
    if (positional == 0)
        return raise(rt, TypeId::TypeError, "descriptor '%s' of '%.100s' object needs an argument",
                     descriptor.def->name, descriptor.owner->name.c_str());
    if (!is_subtype(&rt.type_of(args[0]), &rt.type(TypeId::type)))
        return raise(rt, TypeId::TypeError, "descriptor '%s' requires a type but received a '%.100s' instance",
                     descriptor.def->name, type_name(rt, args[0]));
    Owned bound = TRY(bind_class_descriptor(rt, self, Value(), static_cast<Type*>(args[0].object())));
    return call(rt, bound, args.from(1));
}

Result<Owned> repr_descriptor(Runtime& rt, Value self) {
    auto& descriptor = as_descriptor(self);
    return Owned(make_str(rt, std::string("<method '") + descriptor.def->name + "' of '" + descriptor.owner->name +
                                  "' objects>"));
}

Result<Owned> descriptor_name(Runtime&, Value self) { return Owned::share(as_descriptor(self).name); }
Result<Owned> descriptor_qualified_name(Runtime& rt, Value self) {
    return Owned(make_str(rt, as_descriptor(self).owner->qualified_name + "." + as_descriptor(self).def->name));
}
Result<Owned> descriptor_owner(Runtime&, Value self) { return Owned::share(as_descriptor(self).owner); }
Result<Owned> descriptor_doc(Runtime& rt, Value self) { return native_doc(rt, *as_descriptor(self).def); }
Result<Owned> descriptor_text_signature(Runtime& rt, Value self) {
    return native_text_signature(rt, *as_descriptor(self).def, true);
}

Result<Owned> reduce_descriptor(Runtime& rt, Args args) {
    auto& descriptor = as_descriptor(args[0]);
    Owned getattr = rt.builtins_dict ? Owned::share(dict_get_text(rt, *rt.builtins_dict, "getattr")) : Owned();
    auto arguments = tuple_of(rt, Value(descriptor.owner), Value(descriptor.name));
    return Owned(tuple_of(rt, getattr.is_unbound() ? Value::none() : getattr.get(), Value(arguments.get())));
}

const NativeDef descriptor_methods[] = {{"__reduce__", native<reduce_descriptor>, 0, 0}, {}};
const GetSetDef descriptor_getsets[] = {
    {"__name__", descriptor_name},
    {"__qualname__", descriptor_qualified_name},
    {"__objclass__", descriptor_owner},
    {"__doc__", descriptor_doc},
    {"__text_signature__", descriptor_text_signature},
    {},
};

} // namespace

Ref<MethodDescriptorObject> make_method_descriptor(Runtime& rt, const NativeDef& def, Type& owner) {
    return make_descriptor(rt, TypeId::method_descriptor, def, owner);
}

Ref<MethodDescriptorObject> make_class_method_descriptor(Runtime& rt, const NativeDef& def, Type& owner) {
    return make_descriptor(rt, TypeId::class_method_descriptor, def, owner);
}

const TypeSpec native_function_spec = {
    .name = "builtin_function_or_method",
    .base = TypeId::object,
    .layout = Layout::native_function,
    .size = sizeof(NativeFunctionObject),
    .flags = type_has_gc | type_weakrefs,
    .slots = {.dealloc = dealloc_function,
              .traverse = traverse_function,
              .repr = repr_function,
              .hash = hash_function,
              .call = call_function,
              .compare = compare_functions},
    .methods = function_methods,
    .getsets = function_getsets,
};

const TypeSpec method_descriptor_spec = {
    .name = "method_descriptor",
    .base = TypeId::object,
    .layout = Layout::method_descriptor,
    .size = sizeof(MethodDescriptorObject),
    .flags = type_has_gc,
    .slots = {.dealloc = dealloc_descriptor,
              .traverse = traverse_descriptor,
              .repr = repr_descriptor,
              .call = call_descriptor,
              .descriptor_get = bind_descriptor},
    .methods = descriptor_methods,
    .getsets = descriptor_getsets,
};

const TypeSpec class_method_descriptor_spec = {
    .name = "classmethod_descriptor",
    .base = TypeId::object,
    .size = sizeof(MethodDescriptorObject),
    .flags = type_has_gc,
    .slots = {.dealloc = dealloc_descriptor,
              .traverse = traverse_descriptor,
              .repr = repr_descriptor,
              .call = call_class_descriptor,
              .descriptor_get = bind_class_descriptor},
    .getsets = descriptor_getsets,
};

} // namespace mp
