#include "objects/types/mapping_proxy.h"

#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/core/repr_guard.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/list.h"
#include "objects/types/natives.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

Ref<MappingProxyObject> make_mapping_proxy(Runtime& rt, Value mapping) {
    auto* proxy = rt.make<MappingProxyObject>(TypeId::mapping_proxy);
    retain(mapping);
    proxy->mapping = mapping;
    return Ref<MappingProxyObject>::adopt(proxy);
}

namespace {

Value mapping_of(Value self) { return static_cast<MappingProxyObject*>(self.object())->mapping; }
Value unwrapped(Runtime& rt, Value value) {
    return &rt.type_of(value) == &rt.type(TypeId::mapping_proxy) ? mapping_of(value) : value;
}

void dealloc(Runtime& rt, Object* object) {
    replace(static_cast<MappingProxyObject*>(object)->mapping, Owned());
    rt.free_object(object, sizeof(MappingProxyObject));
}
void traverse(Object* object, Visitor visit, void* context) {
    const Value mapping = static_cast<MappingProxyObject*>(object)->mapping;
    if (mapping.is_object()) visit(mapping.object(), context);
}

constexpr NativeDef constructor = {"mappingproxy", nullptr, 1, 1, "mapping"};

Result<Owned> new_proxy(Runtime& rt, Type*, Args args) {
    Value mapping;
    TRY(bind_arguments(rt, constructor, args, &mapping));
    Type& type = rt.type_of(mapping);
    if (!type.slots.get_item || is_list_or_subclass(rt, mapping) || is_tuple_or_subclass(rt, mapping))
        return raise(rt, TypeId::TypeError, "mappingproxy() argument must be a mapping, not %s", type.name.c_str());
    return Owned(make_mapping_proxy(rt, mapping));
}

Result<Owned> repr_proxy(Runtime& rt, Value self) {
    ReprScope guard(rt, self);
    if (guard.raised()) return raised;
    const Owned mapping = Owned::share(mapping_of(self));
    auto text = TRY(repr(rt, mapping));
    StrBuilder builder(rt);
    builder.append("mappingproxy(");
    builder.append(*text);
    builder.append(")");
    return Owned(builder.finish());
}
Result<Owned> str_proxy(Runtime& rt, Value self) { return Owned(TRY(str(rt, Owned::share(mapping_of(self))))); }
Result<std::int64_t> hash_proxy(Runtime& rt, Value self) { return hash(rt, Owned::share(mapping_of(self))); }
Result<std::int64_t> length_proxy(Runtime& rt, Value self) { return length(rt, Owned::share(mapping_of(self))); }
Result<Owned> item_of_proxy(Runtime& rt, Value self, Value key) {
    return get_item(rt, Owned::share(mapping_of(self)), key);
}
Result<bool> proxy_contains(Runtime& rt, Value self, Value item) {
    return contains(rt, Owned::share(mapping_of(self)), item);
}
Result<Owned> iterate_proxy(Runtime& rt, Value self) { return iterate(rt, Owned::share(mapping_of(self))); }
Result<Owned> compare_proxy(Runtime& rt, Value left, Value right, CompareOp op) {
    return compare(rt, Owned::share(mapping_of(left)), right, op);
}
Result<Owned> or_proxy(Runtime& rt, Value left, Value right) {
    return binary(rt, BinaryOp::or_, Owned::share(unwrapped(rt, left)), Owned::share(unwrapped(rt, right)));
}
Result<Owned> inplace_or_proxy(Runtime& rt, Value left, Value) {
    return raise(rt, TypeId::TypeError, "'|=' is not supported by %s; use '|' instead", type_name(rt, left));
}

Result<Owned> get_proxy(Runtime& rt, Args args) {
    Owned method = TRY(get_attribute(rt, mapping_of(args[0]), *rt.names().get));
    return call(rt, method, args[1], args.has(2) ? args[2] : Value::none());
}
Result<Owned> keys_of_proxy(Runtime& rt, Args args) { return call_method(rt, mapping_of(args[0]), *rt.names().keys); }
Result<Owned> values_of_proxy(Runtime& rt, Args args) {
    return call_method(rt, mapping_of(args[0]), *rt.names().values);
}
Result<Owned> items_of_proxy(Runtime& rt, Args args) { return call_method(rt, mapping_of(args[0]), *rt.names().items); }
Result<Owned> copy_of_proxy(Runtime& rt, Args args) { return call_method(rt, mapping_of(args[0]), *rt.names().copy); }
Result<Owned> reversed_proxy(Runtime& rt, Args args) {
    return call_method(rt, mapping_of(args[0]), *rt.names().dunder_reversed);
}

const NativeDef methods[] = {
    {"get", native<get_proxy>, 1, 2, nullptr, "Return the value for key if key is in the mapping, else default."},
    {"keys", native<keys_of_proxy>, 0, 0, nullptr, "D.keys() -> a set-like object providing a view on D's keys"},
    {"values", native<values_of_proxy>, 0, 0, nullptr, "D.values() -> an object providing a view on D's values"},
    {"items", native<items_of_proxy>, 0, 0, nullptr, "D.items() -> a set-like object providing a view on D's items"},
    {"copy", native<copy_of_proxy>, 0, 0, nullptr, "D.copy() -> a shallow copy of D"},
    {"__class_getitem__", native<class_getitem>, 1, 1, nullptr, "See PEP 585", native_class},
    {"__reversed__", native<reversed_proxy>, 0, 0, nullptr, "D.__reversed__() -> reverse iterator"},
    {},
};

} // namespace

const TypeSpec mapping_proxy_spec = {
    .name = "mappingproxy",
    .base = TypeId::object,
    .size = sizeof(MappingProxyObject),
    .flags = type_has_gc | type_mapping,
    .slots = {.dealloc = dealloc,
              .traverse = traverse,
              .new_ = new_proxy,
              .repr = repr_proxy,
              .str = str_proxy,
              .hash = hash_proxy,
              .compare = compare_proxy,
              .iter = iterate_proxy,
              .or_ = or_proxy,
              .inplace_or = inplace_or_proxy,
              .length = length_proxy,
              .get_item = item_of_proxy,
              .contains = proxy_contains},
    .methods = methods,
    .doc = "Read-only proxy of a mapping.",
};

} // namespace mp
