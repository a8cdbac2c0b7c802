// Modules and types.SimpleNamespace.
#include "objects/types/module.h"

#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/core/repr_guard.h"
#include "objects/core/shape.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/list.h"
#include "objects/types/native_function.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

ModuleObject& as_module(Value value) { return *static_cast<ModuleObject*>(value.object()); }

ModuleObject* allocate(Runtime& rt, Type& type) {
    auto dict = make_dict(rt);
    auto* module = static_cast<ModuleObject*>(rt.make_instance(type));
    module->dict = dict.release();
    return module;
}

void fill(Runtime& rt, ModuleObject& module, Value name, Value doc) {
    DictObject& dict = *module.dict;
    dict_set_str(rt, dict, *rt.names().dunder_name, Owned::share(name));
    dict_set_str(rt, dict, *rt.names().dunder_doc, Owned::share(doc));
    for (StrObject* empty : {rt.names().dunder_package, rt.names().dunder_loader, rt.names().dunder_spec})
        dict_set_str(rt, dict, *empty, Owned::adopt(Value::none()));
}

} // namespace

bool is_module_or_subclass(Runtime& rt, Value value) noexcept {
    return is_subtype(&rt.type_of(value), &rt.type(TypeId::module));
}

Ref<ModuleObject> make_module(Runtime& rt, StrObject& name, Value doc) {
    auto module = Ref<ModuleObject>::adopt(allocate(rt, rt.type(TypeId::module)));
    fill(rt, *module, &name, doc);
    return module;
}

void module_add_functions(Runtime& rt, ModuleObject& module, const NativeDef* functions) {
    const Value name = dict_get_str(*module.dict, *rt.names().dunder_name);
    for (const NativeDef* def = functions; def->name; ++def) {
        auto function =
            make_native_function(rt, *def, &module, is_str(name) ? static_cast<StrObject*>(name.object()) : nullptr);
        dict_set_str(rt, *module.dict, *rt.intern(def->name), std::move(function));
    }
}

void module_add(Runtime& rt, ModuleObject& module, std::string_view name, Owned value) {
    dict_set_str(rt, *module.dict, *rt.intern(name), std::move(value));
}

// ---- attributes

namespace {

Raised raise_no_attribute(Runtime& rt, Value self, StrObject& name) {
    const Value module_name = dict_get_str(*as_module(self).dict, *rt.names().dunder_name);
    if (!is_str_or_subclass(rt, module_name))
        return raise_attribute_error_text(rt, self, name, "module has no attribute '" + to_utf8(name) + "'");
    const std::string shown = to_utf8(*static_cast<StrObject*>(module_name.object()));
    // A module that is still being imported, in a circle perhaps.
    const Value spec = dict_get_str(*as_module(self).dict, *rt.names().dunder_spec);
    bool initialising = false;
    if (!spec.is_unbound() && !spec.is_none()) {
        Owned flag = TRY(get_optional_attribute(rt, spec, *rt.intern("_initializing")));
        initialising = !flag.is_unbound() && TRY(truth(rt, flag));
    }
    if (initialising)
        return raise_attribute_error_text(rt, self, name,
                                          "partially initialized module '" + shown + "' has no attribute '" +
                                              to_utf8(name) + "' (most likely due to a circular import)");
    return raise_attribute_error_text(rt, self, name,
                                      "module '" + shown + "' has no attribute '" + to_utf8(name) + "'");
}

} // namespace

Result<Owned> module_find_attribute(Runtime& rt, Value self, StrObject& given_name) {
    auto name = rt.intern(given_name);
    Type& type = rt.type_of(self);
    const Value* cell = type_lookup_cell(type, *name);
    if (cell) {
        const Slots& kind = rt.type_of(*cell).slots;
        if (kind.descriptor_get && kind.descriptor_set)
            return kind.descriptor_get(rt, Owned::share(*cell), self, &type);
    }
    Owned own = Owned::share(dict_get_str(*as_module(self).dict, *name));
    if (!own.is_unbound()) return own;
    if (cell) {
        Owned attribute = Owned::share(*cell);
        if (const auto get = rt.type_of(attribute).slots.descriptor_get) return get(rt, attribute, self, &type);
        return attribute;
    }
    // PEP 562
    Owned getattr = Owned::share(dict_get_str(*as_module(self).dict, *rt.names().dunder_getattr));
    if (!getattr.is_unbound()) return call(rt, getattr, name.get());
    return Owned();
}

Result<Owned> module_get_attribute(Runtime& rt, Value self, StrObject& name) {
    Owned value = TRY(module_find_attribute(rt, self, name));
    if (value.is_unbound()) return raise_no_attribute(rt, self, name);
    return value;
}

namespace {

Result<void> module_set_attribute(Runtime& rt, Value self, StrObject& given_name, Value value) {
    auto name = rt.intern(given_name);
    if (const Value* cell = type_lookup_cell(rt.type_of(self), *name))
        if (const auto set = rt.type_of(*cell).slots.descriptor_set) return set(rt, Owned::share(*cell), self, value);
    if (!value.is_unbound()) {
        dict_set_str(rt, *as_module(self).dict, *name, Owned::share(value));
        return ok;
    }
    if (dict_delete_str(rt, *as_module(self).dict, *name)) return ok;
    return raise_attribute_error(rt, self, *name);
}

constexpr NativeDef constructor = {"module", nullptr, 1, 2, "name, doc=None"};

Result<Owned> new_module(Runtime& rt, Type* type, Args) { return Owned::adopt(Value(allocate(rt, *type))); }

Result<void> init_module(Runtime& rt, Value self, Args args) {
    Value given[2];
    TRY(bind_arguments(rt, constructor, args, given));
    if (!is_str_or_subclass(rt, given[0]))
        return raise(rt, TypeId::TypeError, "module() argument 'name' must be str, not %.50s", type_name(rt, given[0]));
    fill(rt, as_module(self), given[0], given[1].is_unbound() ? Value::none() : given[1]);
    return ok;
}

void dealloc_module(Runtime& rt, Object* object) {
    release(static_cast<ModuleObject*>(object)->dict);
    rt.free_object(object, sizeof(ModuleObject));
}
void traverse_module(Object* object, Visitor visit, void* context) {
    visit(static_cast<ModuleObject*>(object)->dict, context);
}
void clear_module(Runtime& rt, Object* object) { dict_clear(rt, *static_cast<ModuleObject*>(object)->dict); }

Result<Owned> repr_module(Runtime& rt, Value self) {
    DictObject& dict = *as_module(self).dict;
    auto text = [&](StrObject& name) -> std::string {
        const Value value = dict_get_str(dict, name);
        return is_str_or_subclass(rt, value) ? to_utf8(*static_cast<StrObject*>(value.object())) : "?";
    };
    const std::string name = text(*rt.names().dunder_name);
    const Value file = dict_get_str(dict, *rt.names().dunder_file);
    if (is_str_or_subclass(rt, file))
        return Owned(make_str(rt, "<module '" + name + "' from '" + text(*rt.names().dunder_file) + "'>"));
    const Value spec = dict_get_str(dict, *rt.names().dunder_spec);
    const Value loader = dict_get_str(dict, *rt.names().dunder_loader);
    const bool built_in = (!spec.is_unbound() && !spec.is_none()) || (!loader.is_unbound() && !loader.is_none());
    return Owned(make_str(rt, "<module '" + name + (built_in ? "' (built-in)>" : "'>")));
}

Result<Owned> get_dict(Runtime&, Value self) { return Owned::share(as_module(self).dict); }

Result<Owned> get_annotations(Runtime& rt, Value self) {
    DictObject& dict = *as_module(self).dict;
    Owned found = Owned::share(dict_get_str(dict, *rt.names().dunder_annotations));
    if (!found.is_unbound()) return found;
    Owned made = make_dict(rt);
    dict_set_str(rt, dict, *rt.names().dunder_annotations, made);
    return made;
}
Result<void> set_annotations(Runtime& rt, Value self, Value value) {
    DictObject& dict = *as_module(self).dict;
    if (!value.is_unbound()) {
        dict_set_str(rt, dict, *rt.names().dunder_annotations, Owned::share(value));
        return ok;
    }
    if (dict_delete_str(rt, dict, *rt.names().dunder_annotations)) return ok;
    return raise_attribute_error_text(rt, self, *rt.names().dunder_annotations, "__annotations__");
}

Result<Owned> dir_module(Runtime& rt, Args args) {
    DictObject& dict = *as_module(args[0]).dict;
    Owned own = Owned::share(dict_get_text(rt, dict, "__dir__"));
    if (!own.is_unbound()) return call(rt, own);
    return Owned(TRY(list_from(rt, &dict)));
}

const NativeDef module_methods[] = {
    {"__dir__", native<dir_module>, 0, 0, nullptr, "__dir__() -> list\nspecialized dir() implementation"}, {}};
const GetSetDef module_getsets[] = {{"__dict__", get_dict}, {"__annotations__", get_annotations, set_annotations}, {}};

} // namespace

const TypeSpec module_spec = {
    .name = "module",
    .base = TypeId::object,
    .layout = Layout::module,
    .size = sizeof(ModuleObject),
    .flags = type_has_gc | type_is_base | type_weakrefs,
    .slots = {.dealloc = dealloc_module,
              .traverse = traverse_module,
              .clear = clear_module,
              .new_ = new_module,
              .init = init_module,
              .repr = repr_module,
              .get_attribute = module_get_attribute,
              .set_attribute = module_set_attribute},
    .methods = module_methods,
    .getsets = module_getsets,
    .doc = "Create a module object.\n\nThe name must be a string; the optional docstring can have any type.",
};

// ---- SimpleNamespace

Ref<Object> make_simple_namespace(Runtime& rt) {
    return Ref<Object>::adopt(rt.make_instance(rt.type(TypeId::simple_namespace)));
}

namespace {

Result<Owned> new_namespace(Runtime& rt, Type* type, Args) { return Owned::adopt(Value(rt.make_instance(*type))); }

Result<void> init_namespace(Runtime& rt, Value self, Args args) {
    const std::uint32_t keywords = args.names ? static_cast<std::uint32_t>(args.names->size) : 0;
    const std::uint32_t positional = args.count - keywords;
    if (positional > 1) return raise_arity(rt, rt.type_of(self).short_name(), 0, 1, positional);
    if (positional == 1) {
        auto given = make_dict(rt);
        TRY(dict_update(rt, *given, args[0]));
        std::uint32_t position = 0;
        Value key, value;
        while (dict_next(*given, position, key, value)) {
            if (!is_str_or_subclass(rt, key)) return raise(rt, TypeId::TypeError, "keywords must be strings");
            TRY(instance_set(*self.object(), *rt.intern(*static_cast<StrObject*>(key.object())), value));
        }
    }
    for (std::uint32_t i = 0; i < keywords; ++i)
        TRY(instance_set(*self.object(), *rt.intern(*static_cast<StrObject*>((*args.names)[i].object())),
                         args[positional + i]));
    return ok;
}

Result<Owned> repr_namespace(Runtime& rt, Value self) {
    Type& type = rt.type_of(self);
    const std::string name = &type == &rt.type(TypeId::simple_namespace) ? "namespace" : type.name;
    ReprScope guard(rt, self);
    if (guard.raised()) return raised;
    if (guard.seen()) return Owned(make_str(rt, name + "(...)"));
    auto attributes = dict_copy(rt, *instance_dict(*self.object()));
    StrBuilder builder(rt);
    builder.append(name + "(");
    std::uint32_t position = 0;
    Value key, value;
    bool first = true;
    while (dict_next(*attributes, position, key, value)) {
        if (!is_str_or_subclass(rt, key) || static_cast<StrObject*>(key.object())->length == 0) continue;
        if (!first) builder.append(", ");
        first = false;
        builder.append(*static_cast<StrObject*>(key.object()));
        builder.append("=");
        builder.append(*TRY(repr(rt, value)));
    }
    builder.append(")");
    return Owned(builder.finish());
}

Result<Owned> compare_namespaces(Runtime& rt, Value left, Value right, CompareOp op) {
    const Type* type = &rt.type(TypeId::simple_namespace);
    if (!is_subtype(&rt.type_of(left), type) || !is_subtype(&rt.type_of(right), type))
        return Owned::adopt(Value::not_implemented());
    Owned a = instance_dict(*left.object()), b = instance_dict(*right.object());
    return compare(rt, a, b, op);
}

Result<Owned> reduce_namespace(Runtime& rt, Args args) {
    return Owned(tuple_of(rt, Value(&rt.type_of(args[0])), Value(rt.empty_tuple),
                          Value(instance_dict(*args[0].object()).get())));
}

Result<Owned> replace_namespace(Runtime& rt, Args args) {
    if (args.count - (args.names ? static_cast<std::uint32_t>(args.names->size) : 0) != 1)
        return raise(rt, TypeId::TypeError, "__replace__() takes no positional arguments");
    Owned copy = TRY(call(rt, &rt.type_of(args[0])));
    auto attributes = dict_copy(rt, *instance_dict(*args[0].object()));
    TRY(dict_update(rt, *instance_dict(*copy.get().object()), attributes));
    for (std::int64_t i = 0; args.names && i < args.names->size; ++i)
        TRY(instance_set(*copy.get().object(), *rt.intern(*static_cast<StrObject*>((*args.names)[i].object())),
                         args[1 + static_cast<std::uint32_t>(i)]));
    return copy;
}

const NativeDef namespace_methods[] = {
    {"__reduce__", native<reduce_namespace>, 0, 0, nullptr, "Return state information for pickling"},
    {"__replace__", native<replace_namespace>, 0, -1, nullptr,
     "Return a copy of the namespace object with new values for the specified attributes.", takes_keywords},
    {},
};

} // namespace

const TypeSpec simple_namespace_spec = {
    .name = "SimpleNamespace",
    .module = "types",
    .base = TypeId::object,
    .size = sizeof(SimpleNamespaceObject),
    .flags = type_has_gc | type_is_base | type_has_dict,
    .slots = {.new_ = new_namespace, .init = init_namespace, .repr = repr_namespace, .compare = compare_namespaces},
    .methods = namespace_methods,
    .doc = "A simple attribute-based namespace.",
};

} // namespace mp
