// Modules and SimpleNamespace.
#include "objects/types/module.h"

#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/core/repr_guard.h"
#include "objects/core/shape.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/exception.h"
#include "objects/types/list.h"
#include "objects/types/native_function.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

static ModuleObject& module_of(Value self) noexcept { return *static_cast<ModuleObject*>(self.object()); }

bool is_module_or_subclass(Runtime& rt, Value value) noexcept {
    return is_module(value) || (value.is_object() && is_subtype(&rt.type_of(value), &rt.type(TypeId::module)));
}

static void set_module_names(Runtime& rt, ModuleObject& module, Value name, Value doc) {
    DictObject& dict = *module.dict;
    const Names& names = rt.names();
    dict_set_str(rt, dict, *names.dunder_name, Owned::share(name));
    dict_set_str(rt, dict, *names.dunder_doc, Owned::share(doc));
    dict_set_str(rt, dict, *names.dunder_package, Owned::adopt(Value::none()));
    dict_set_str(rt, dict, *names.dunder_loader, Owned::adopt(Value::none()));
    dict_set_str(rt, dict, *names.dunder_spec, Owned::adopt(Value::none()));
}

Ref<ModuleObject> make_module(Runtime& rt, StrObject& name, Value doc) {
    Ref<DictObject> dict = make_dict(rt);
    auto* module = static_cast<ModuleObject*>(rt.make_instance(rt.type(TypeId::module)));
    module->dict = dict.release();
    Ref<ModuleObject> owner = Ref<ModuleObject>::adopt(module);
    set_module_names(rt, *module, &name, doc);
    return owner;
}

void module_add_functions(Runtime& rt, ModuleObject& module, const NativeDef* functions) {
    const Value name = dict_get_str(*module.dict, *rt.names().dunder_name);
    StrObject* module_name = is_str(name) ? static_cast<StrObject*>(name.object()) : nullptr;
    for (const NativeDef* def = functions; def->name; ++def) module_add(rt, module, def->name, make_native_function(rt, *def, &module, module_name));
}

void module_add(Runtime& rt, ModuleObject& module, std::string_view name, Owned value) {
    dict_set_str(rt, *module.dict, *rt.intern(name), std::move(value));
}

Result<Owned> module_get_attribute(Runtime& rt, Value self, StrObject& name) {
    DictObject& dict = *module_of(self).dict;
    const Value in_type = type_lookup(rt.type_of(self), name);
    if (in_type.is_object() && rt.type_of(in_type).slots.descriptor_set) return generic_get_attribute(rt, self, name);
    if (const Value own = dict_get_str(dict, name); !own.is_unbound()) return Owned::share(own);
    if (!in_type.is_unbound()) return generic_get_attribute(rt, self, name);
    if (const Value fallback = dict_get_str(dict, *rt.names().dunder_getattr); !fallback.is_unbound()) // PEP 562
        return call(rt, Owned::share(fallback), &name);
    const Value module_name = dict_get_str(dict, *rt.names().dunder_name);
    const std::string wanted = to_utf8(name);
    if (is_str(module_name))
        raise(rt, TypeId::AttributeError, "module '%s' has no attribute '%s'", to_utf8(*static_cast<StrObject*>(module_name.object())).c_str(), wanted.c_str());
    else
        raise(rt, TypeId::AttributeError, "module has no attribute '%s'", wanted.c_str());
    if (ExceptionObject* error = rt.pending(); error && is_subtype(error->type(), &rt.type(TypeId::AttributeError))) {
        replace(static_cast<AttributeErrorObject*>(error)->name, Owned::share(Value(&name)));
        replace(static_cast<AttributeErrorObject*>(error)->obj, Owned::share(self));
    }
    return raised;
}

namespace {

Result<void> module_set_attribute(Runtime& rt, Value self, StrObject& name, Value value) {
    const Value in_type = type_lookup(rt.type_of(self), name);
    if (in_type.is_object() && rt.type_of(in_type).slots.descriptor_set) return generic_set_attribute(rt, self, name, value);
    DictObject& dict = *module_of(self).dict;
    if (!value.is_unbound()) {
        dict_set_str(rt, dict, name, Owned::share(value));
        return ok;
    }
    if (dict_delete_str(rt, dict, name)) return ok;
    return raise_attribute_error(rt, self, name);
}
Result<Owned> module_new(Runtime& rt, Type* type, Args) {
    Ref<DictObject> dict = make_dict(rt);
    auto* module = static_cast<ModuleObject*>(rt.make_instance(*type));
    module->dict = dict.release();
    return Owned::adopt(Value(module));
}
Result<void> module_init(Runtime& rt, Value self, Args args) {
    Value values[2];
    const std::uint32_t positional = args.count - (args.names ? static_cast<std::uint32_t>(args.names->size) : 0);
    if (positional > 3) return raise_arity(rt, "module", 1, 2, positional - 1);
    for (std::uint32_t i = 1; i < positional; ++i) values[i - 1] = args[i];
    for (std::int64_t i = 0; args.names && i < args.names->size; ++i) {
        const auto& keyword = *static_cast<StrObject*>((*args.names)[i].object());
        const int place = str_equals(keyword, "name") ? 0 : str_equals(keyword, "doc") ? 1 : -1;
        if (place < 0) return raise(rt, TypeId::TypeError, "module() got an unexpected keyword argument '%s'", to_utf8(keyword).c_str());
        values[place] = args[positional + static_cast<std::uint32_t>(i)];
    }
    if (values[0].is_unbound()) return raise(rt, TypeId::TypeError, "module() missing required argument 'name' (pos 1)");
    if (!is_str_or_subclass(rt, values[0])) return raise(rt, TypeId::TypeError, "module() argument 'name' must be str, not %s", type_name(rt, values[0]));
    set_module_names(rt, module_of(self), values[0], values[1].is_unbound() ? Value::none() : values[1]);
    return ok;
}
Result<Owned> module_repr(Runtime& rt, Value self) {
    DictObject& dict = *module_of(self).dict;
    const Value name = dict_get_str(dict, *rt.names().dunder_name);
    const std::string shown = name.is_unbound() ? "'?'" : to_utf8(*TRY(repr(rt, name)));
    const Value file = dict_get_str(dict, *rt.names().dunder_file);
    if (is_str(file)) return Owned(make_str(rt, "<module " + shown + " from " + to_utf8(*TRY(repr(rt, file))) + ">"));
    return Owned(make_str(rt, "<module " + shown + " (built-in)>"));
}
Result<Owned> module_dict(Runtime&, Value self) { return Owned::share(Value(module_of(self).dict)); }
Result<Owned> module_annotations(Runtime& rt, Value self) {
    DictObject& dict = *module_of(self).dict;
    const Value found = dict_get_str(dict, *rt.names().dunder_annotations);
    if (!found.is_unbound()) return Owned::share(found);
    Ref<DictObject> annotations = make_dict(rt);
    dict_set_str(rt, dict, *rt.names().dunder_annotations, annotations);
    return Owned(std::move(annotations));
}
Result<void> set_module_annotations(Runtime& rt, Value self, Value value) {
    DictObject& dict = *module_of(self).dict;
    if (!value.is_unbound())
        dict_set_str(rt, dict, *rt.names().dunder_annotations, Owned::share(value));
    else if (!dict_delete_str(rt, dict, *rt.names().dunder_annotations))
        return raise_attribute_error(rt, self, *rt.names().dunder_annotations);
    return ok;
}
Result<Owned> module_dir(Runtime& rt, Args args) {
    DictObject& dict = *module_of(args[0]).dict;
    if (const Value own = dict_get_str(dict, *rt.names().dunder_dir); !own.is_unbound()) return call(rt, Owned::share(own));
    return Owned(TRY(list_from(rt, &dict)));
}
void module_traverse(Object* object, Visitor visit, void* context) {
    if (DictObject* dict = static_cast<ModuleObject*>(object)->dict) visit(dict, context);
}
void module_clear(Runtime& rt, Object* object) {
    if (DictObject* dict = static_cast<ModuleObject*>(object)->dict) dict_clear(rt, *dict);
}
void module_dealloc(Runtime& rt, Object* object) {
    if (DictObject* dict = static_cast<ModuleObject*>(object)->dict) release(dict);
    rt.free_object(object, sizeof(ModuleObject));
}
const NativeDef module_methods[] = {{"__dir__", native<module_dir>, 0, 0}, {}};
const GetSetDef module_getsets[] = {{"__dict__", module_dict}, {"__annotations__", module_annotations, set_module_annotations}, {}};

// ---- SimpleNamespace
Result<void> namespace_init(Runtime& rt, Value self, Args args) {
    const std::uint32_t keywords = args.names ? static_cast<std::uint32_t>(args.names->size) : 0;
    const std::uint32_t positional = args.count - keywords - 1;
    if (positional > 1) return raise(rt, TypeId::TypeError, "SimpleNamespace expected at most 1 argument, got %u", positional);
    if (positional == 1) {
        Ref<DictObject> values = make_dict(rt);
        TRY(dict_update(rt, *values, args[1]));
        std::uint32_t position = 0;
        Value key, value;
        while (dict_next(*values, position, key, value)) {
            if (!is_str_or_subclass(rt, key)) return raise(rt, TypeId::TypeError, "keywords must be strings");
            TRY(set_attribute(rt, self, *rt.intern(*static_cast<StrObject*>(key.object())), value));
        }
    }
    for (std::uint32_t i = 0; i < keywords; ++i)
        TRY(set_attribute(rt, self, *static_cast<StrObject*>((*args.names)[i].object()), args[positional + 1 + i]));
    return ok;
}
Result<Owned> namespace_new(Runtime& rt, Type* type, Args) { return Owned::adopt(Value(rt.make_instance(*type))); }
Result<Owned> namespace_repr(Runtime& rt, Value self) {
    Type& type = rt.type_of(self);
    const std::string name = &type == &rt.type(TypeId::simple_namespace) ? "namespace" : type.name;
    ReprScope guard(rt, self);
    if (guard.raised()) return raised;
    if (guard.seen()) return Owned(make_str(rt, name + "(...)"));
    Ref<DictObject> values = instance_dict(*self.object());
    Ref<DictObject> copy = dict_copy(rt, *values); // repr() of a value may change the namespace
    StrBuilder text(rt);
    text.append(name + "(");
    std::uint32_t position = 0;
    bool first = true;
    Value key, value;
    while (dict_next(*copy, position, key, value)) {
        if (!is_str_or_subclass(rt, key)) continue;
        if (!first) text.append(", ");
        first = false;
        text.append(*static_cast<StrObject*>(key.object()));
        text.append("=");
        text.append(*TRY(repr(rt, value)));
    }
    text.append(")");
    return Owned(text.finish());
}
Result<Owned> namespace_compare(Runtime& rt, Value left, Value right, CompareOp op) {
    Type* type = &rt.type(TypeId::simple_namespace);
    if (!is_subtype(&rt.type_of(left), type) || !is_subtype(&rt.type_of(right), type)) return Owned::adopt(Value::not_implemented());
    return compare(rt, instance_dict(*left.object()), instance_dict(*right.object()), op);
}
Result<Owned> namespace_replace(Runtime& rt, Args args) {
    const std::uint32_t keywords = args.names ? static_cast<std::uint32_t>(args.names->size) : 0;
    if (args.count - keywords != 1) return raise(rt, TypeId::TypeError, "__replace__() takes no positional arguments");
    Owned copy = TRY(call(rt, &rt.type_of(args[0])));
    Ref<DictObject> own = instance_dict(*args[0].object());
    std::uint32_t position = 0;
    Value key, value;
    while (dict_next(*own, position, key, value))
        if (is_str(key)) TRY(set_attribute(rt, copy, *static_cast<StrObject*>(key.object()), value));
    for (std::uint32_t i = 0; i < keywords; ++i) TRY(set_attribute(rt, copy, *static_cast<StrObject*>((*args.names)[i].object()), args[1 + i]));
    return copy;
}
void namespace_traverse(Object*, Visitor, void*) {} // attributes are traversed with the storage
void namespace_dealloc(Runtime& rt, Object* object) { rt.free_object(object, sizeof(SimpleNamespaceObject)); }
const NativeDef namespace_methods[] = {{"__replace__", native<namespace_replace>, 0, -1, nullptr, nullptr, takes_keywords}, {}};

} // namespace

Ref<Object> make_simple_namespace(Runtime& rt) { return Ref<Object>::adopt(rt.make_instance(rt.type(TypeId::simple_namespace))); }

const TypeSpec module_spec = {
    .name = "module",
    .base = TypeId::object,
    .layout = Layout::module,
    .size = sizeof(ModuleObject),
    .flags = type_has_gc | type_is_base | type_weakrefs,
    .slots = {.dealloc = module_dealloc,
              .traverse = module_traverse,
              .clear = module_clear,
              .new_ = module_new,
              .init = module_init,
              .repr = module_repr,
              .get_attribute = module_get_attribute,
              .set_attribute = module_set_attribute},
    .methods = module_methods,
    .getsets = module_getsets,
    .doc = "Create a module object.",
};
const TypeSpec simple_namespace_spec = {
    .name = "SimpleNamespace",
    .module = "types",
    .base = TypeId::object,
    .size = sizeof(SimpleNamespaceObject),
    .flags = type_has_gc | type_is_base | type_has_dict | type_weakrefs,
    .slots = {.dealloc = namespace_dealloc,
              .traverse = namespace_traverse,
              .new_ = namespace_new,
              .init = namespace_init,
              .repr = namespace_repr,
              .compare = namespace_compare},
    .methods = namespace_methods,
    .doc = "A simple attribute-based namespace.",
};

} // namespace mp
