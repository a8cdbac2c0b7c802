// _collections: what collections (frozen/collections/__init__.py) takes from C++.
#include "objects/types/module.h"
#include "builtins/collections/deque.h"
#include "builtins/collections/ordered_dict.h"
#include "builtins/modules.h"
#include "builtins/native_object.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/core/repr_guard.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/generic_alias.h"
#include "objects/types/natives.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

// ---- defaultdict

struct DefaultDictObject : DictObject {
    Value factory; // owned; None: none
};
DefaultDictObject& default_dict_of(Value value) noexcept { return *static_cast<DefaultDictObject*>(value.object()); }

Result<Owned> default_dict_new(Runtime& rt, Type* type, Args args) {
    Owned made = TRY(dict_spec.slots.new_(rt, type, args));
    default_dict_of(made).factory = Value::none();
    return made;
}

Result<void> default_dict_init(Runtime& rt, Value self, Args args) {
    const bool has_factory = positional_count(args) > 0;
    if (has_factory && !args[0].is_none() && !is_callable(rt, args[0]))
        return raise(rt, TypeId::TypeError, "first argument must be callable or None");
    replace(default_dict_of(self).factory, has_factory ? Owned::share(args[0]) : Owned::adopt(Value::none()));
    return dict_spec.slots.init(rt, self, has_factory ? args.from(1) : args);
}

void default_dict_dealloc(Runtime& rt, Object* object) {
    replace(static_cast<DefaultDictObject*>(object)->factory, Owned());
    dict_clear(rt, *static_cast<DefaultDictObject*>(object));
    rt.free_object(object, sizeof(DefaultDictObject));
}
void default_dict_traverse(Object* object, Visitor visit, void* context) {
    dict_spec.slots.traverse(object, visit, context);
    const Value factory = static_cast<DefaultDictObject*>(object)->factory;
    if (factory.is_object()) visit(factory.object(), context);
}
void default_dict_clear(Runtime& rt, Object* object) {
    replace(static_cast<DefaultDictObject*>(object)->factory, Owned::adopt(Value::none()));
    dict_spec.slots.clear(rt, object);
}

Result<Owned> missing(Runtime& rt, Args args) {
    Owned factory = Owned::share(default_dict_of(args[0]).factory);
    if (factory.is_none()) return raise_key_error(rt, args[1]);
    Owned value = TRY(call(rt, factory));
    TRY(set_item(rt, args[0], args[1], value));
    return value;
}

Result<Owned> default_dict_repr(Runtime& rt, Value self) {
    Owned items = TRY(dict_spec.slots.repr(rt, self));
    StrBuilder text(rt);
    text.append(std::string(rt.type_of(self).short_name()) + "(");
    {
        ReprScope guard(rt, default_dict_of(self).factory.is_object() ? default_dict_of(self).factory.object()
                                                                      : self.object());
        if (guard.raised()) return raised;
        Owned factory = Owned::share(default_dict_of(self).factory);
        if (guard.seen())
            text.append("...");
        else
            text.append(*TRY(repr(rt, factory)));
    }
    text.append(", ");
    text.append(*static_cast<StrObject*>(items.get().object()));
    text.append(U')');
    return Owned(text.finish());
}

Result<Owned> default_dict_copy(Runtime& rt, Args args) {
    Owned factory = Owned::share(default_dict_of(args[0]).factory);
    return call(rt, Value(&rt.type_of(args[0])), factory, args[0]);
}

Result<Owned> default_dict_reduce(Runtime& rt, Args args) {
    Owned items = TRY(call_method(rt, args[0], *rt.names().items));
    Owned iterator = TRY(iterate(rt, items));
    const Value factory = default_dict_of(args[0]).factory;
    Ref<TupleObject> arguments = factory.is_none() ? tuple_of(rt) : tuple_of(rt, factory);
    return Owned(tuple_of(rt, Value(&rt.type_of(args[0])), arguments, Value::none(), Value::none(), iterator));
}

Result<Owned> default_dict_union(Runtime& rt, Value left, Value right) {
    const auto is_default_dict = [](Value value) {
        return value.is_object() && value.object()->type()->native_base == &default_dict_spec;
    };
    if (!is_dict_or_subclass(rt, left) || !is_dict_or_subclass(rt, right))
        return Owned::adopt(Value::not_implemented());
    const Value owner = is_default_dict(left) ? left : right;
    Owned factory = Owned::share(default_dict_of(owner).factory);
    Owned result = TRY(call(rt, Value(&rt.type_of(owner)), factory, left));
    if (!is_dict_or_subclass(rt, result)) return raise(rt, TypeId::TypeError, "defaultdict() must return a dict");
    TRY(dict_merge(rt, *static_cast<DictObject*>(result.get().object()), right, true));
    return result;
}

Result<Owned> get_factory(Runtime&, Value self) { return Owned::share(default_dict_of(self).factory); }
Result<void> set_factory(Runtime&, Value self, Value value) {
    replace(default_dict_of(self).factory, value.is_unbound() ? Owned::adopt(Value::none()) : Owned::share(value));
    return ok;
}

const NativeDef default_dict_methods[] = {
    {"__missing__", native<missing>, 1, 1, "key, /",
     "__missing__(key) # Called by __getitem__ for missing key; pseudo-code:\n  if self.default_factory is None: raise "
     "KeyError((key,))\n  self[key] = value = self.default_factory()\n  return value"},
    {"copy", native<default_dict_copy>, 0, 0, nullptr, "D.copy() -> a shallow copy of D."},
    {"__copy__", native<default_dict_copy>, 0, 0, nullptr, "D.copy() -> a shallow copy of D."},
    {"__reduce__", native<default_dict_reduce>, 0, 0, nullptr, "Return state information for pickling."},
    {"__class_getitem__", native<class_getitem>, 1, 1, nullptr, "See PEP 585", native_class},
    {},
};
const GetSetDef default_dict_getsets[] = {
    {"default_factory", get_factory, set_factory, "Factory for default value called by __missing__()."}, {}};

// ---- the fields of named tuples

struct TupleGetterObject : Object {
    std::int64_t index;
    Value doc; // owned
    auto owned() noexcept { return std::tie(doc); }
};

Result<Owned> getter_new(Runtime& rt, Type* type, Args args) {
    static const NativeDef definition = {"_tuplegetter", nullptr, 2, 2, "index, doc, /"};
    Value given[2];
    TRY(bind_arguments(rt, definition, args, given));
    const std::int64_t index = TRY(index_int64(rt, given[0]));
    Ref<TupleGetterObject> getter = make_owned<TupleGetterObject>(rt, *type);
    getter->index = index;
    set_field(getter->doc, given[1]);
    return Owned(std::move(getter));
}
Result<Owned> getter_get(Runtime& rt, Value self, Value instance, Type*) {
    if (instance.is_unbound() || instance.is_none()) return Owned::share(self);
    const std::int64_t index = self_as<TupleGetterObject>(self).index;
    if (!is_tuple_or_subclass(rt, instance))
        return raise(rt, TypeId::TypeError,
                     "descriptor for index '%lld' for tuple subclasses doesn't apply to '%s' object",
                     static_cast<long long>(index), type_name(rt, instance));
    auto& tuple = *static_cast<TupleObject*>(instance.object());
    if (index < 0 || index >= tuple.size) return raise(rt, TypeId::IndexError, "tuple index out of range");
    return Owned::share(tuple[index]);
}
Result<void> getter_set(Runtime& rt, Value, Value, Value value) {
    return raise(rt, TypeId::AttributeError, value.is_unbound() ? "can't delete attribute" : "can't set attribute");
}
Result<Owned> getter_repr(Runtime& rt, Value self) {
    StrBuilder text(rt);
    text.append("_tuplegetter(" + std::to_string(self_as<TupleGetterObject>(self).index) + ", ");
    text.append(*TRY(repr(rt, self_as<TupleGetterObject>(self).doc)));
    text.append(U')');
    return Owned(text.finish());
}
Result<Owned> getter_doc(Runtime&, Value self) { return Owned::share(self_as<TupleGetterObject>(self).doc); }
Result<void> getter_set_doc(Runtime&, Value self, Value value) {
    replace(self_as<TupleGetterObject>(self).doc,
            value.is_unbound() ? Owned::adopt(Value::none()) : Owned::share(value));
    return ok;
}
const GetSetDef getter_getsets[] = {{"__doc__", getter_doc, getter_set_doc}, {}};

// ---- functions

// _count_elements(mapping, iterable): mapping[item] += 1 for each.
Result<void> count_elements(Runtime& rt, Args args) {
    Type& type = rt.type_of(args[0]);
    // Straight into the dict where the class overrides neither look-up nor storing.
    const bool direct = is_dict_or_subclass(rt, args[0]) &&
                        type.slots.set_item == rt.type(TypeId::dict).slots.set_item &&
                        type_lookup(type, *rt.names().get).is(type_lookup(rt.type(TypeId::dict), *rt.names().get));
    return for_each(rt, args[1], [&](Value item) -> Result<void> {
        if (direct) {
            auto& dict = *static_cast<DictObject*>(args[0].object());
            Owned old = TRY(dict_get(rt, dict, item));
            Owned sum = old.is_unbound() ? make_int(rt, 1) : TRY(binary(rt, BinaryOp::add, old, Value::from_int(1)));
            return dict_set(rt, dict, item, sum);
        }
        Owned old = TRY(call_method(rt, args[0], *rt.names().get, item, Value::from_int(0)));
        return set_item(rt, args[0], item, TRY(binary(rt, BinaryOp::add, old, Value::from_int(1))));
    });
}

const NativeDef functions[] = {
    {"_count_elements", native<count_elements>, 2, 2, "mapping, iterable, /",
     "Count elements in the iterable, updating the mapping"},
    {},
};

const TypeSpec* const types[] = {&deque_spec,
                                 &deque_iterator_spec,
                                 &deque_reverse_iterator_spec,
                                 &tuple_getter_spec,
                                 &ordered_dict_keys_spec,
                                 &ordered_dict_values_spec,
                                 &ordered_dict_items_spec,
                                 nullptr};

Result<void> fill(Runtime& rt, ModuleObject& module) {
    module_add(rt, module, "defaultdict", TRY(make_native_type(rt, default_dict_spec, &rt.type(TypeId::dict))));
    module_add(rt, module, "OrderedDict", TRY(make_native_type(rt, ordered_dict_spec, &rt.type(TypeId::dict))));
    return ok;
}

} // namespace

const TypeSpec default_dict_spec = {
    .name = "defaultdict",
    .module = "collections",
    .base = TypeId::dict,
    .size = sizeof(DefaultDictObject),
    .flags = type_has_gc | type_is_base | type_mapping,
    .slots = {.dealloc = default_dict_dealloc,
              .traverse = default_dict_traverse,
              .clear = default_dict_clear,
              .new_ = default_dict_new,
              .init = default_dict_init,
              .repr = default_dict_repr,
              .or_ = default_dict_union},
    .methods = default_dict_methods,
    .getsets = default_dict_getsets,
    .doc = "defaultdict(default_factory=None, /, [...]) --> dict with default factory",
};
const TypeSpec tuple_getter_spec = {
    .name = "_tuplegetter",
    .module = "collections",
    .base = TypeId::object,
    .size = sizeof(TupleGetterObject),
    .flags = type_has_gc,
    .slots = {.dealloc = dealloc_owned<TupleGetterObject>,
              .traverse = traverse_owned<TupleGetterObject>,
              .clear = clear_owned<TupleGetterObject>,
              .new_ = getter_new,
              .repr = getter_repr,
              .descriptor_get = getter_get,
              .descriptor_set = getter_set},
    .getsets = getter_getsets,
};

const ModuleDef collections_module_def = {
    .name = "_collections",
    .doc = "High performance data structures.",
    .functions = functions,
    .types = types,
    .fill = fill,
};

} // namespace mp
