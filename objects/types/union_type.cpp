// int | None (PEP 604).
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/generic_alias.h"
#include "objects/types/list.h"
#include "objects/types/set.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

Result<void> append_type_text(Runtime& rt, StrBuilder& text, Value item);

bool is_union_type(Runtime& rt, Value value) noexcept {
    return value.is_object() && &rt.type_of(value) == &rt.type(TypeId::union_type);
}

namespace {

UnionTypeObject& self_of(Value self) noexcept { return *static_cast<UnionTypeObject*>(self.object()); }

// What may stand in a union: classes, None, aliases, unions, type parameters.
bool is_unionable(Runtime& rt, Value value) noexcept {
    if (value.is_none() || is_generic_alias(rt, value) || is_union_type(rt, value)) return true;
    if (!value.is_object()) return false;
    if (is_subtype(&rt.type_of(value), &rt.type(TypeId::type))) return true;
    return !type_lookup(rt.type_of(value), *rt.names().dunder_typing_subst).is_unbound();
}
Result<void> add_members(Runtime& rt, ListObject& members, Value value) {
    if (is_union_type(rt, value)) {
        TupleObject& arguments = *self_of(value).arguments;
        for (std::int64_t i = 0; i < arguments.size; ++i) TRY(add_members(rt, members, arguments[i]));
        return ok;
    }
    const Value member = value.is_none() ? Value(&rt.type(TypeId::none)) : value;
    for (std::int64_t i = 0; i < members.size; ++i)
        if (TRY(same_or_equal(rt, Owned::share(members.items[i]), member))) return ok;
    list_append(rt, members, Owned::share(member));
    return ok;
}

Result<Owned> repr_union(Runtime& rt, Value self) {
    TupleObject& arguments = *self_of(self).arguments;
    StrBuilder text(rt);
    for (std::int64_t i = 0; i < arguments.size; ++i) {
        if (i) text.append(" | ");
        const Value item = arguments[i];
        TRY(append_type_text(rt, text,
                             item.is_object() && item.object() == &rt.type(TypeId::none) ? Value::none() : item));
    }
    return Owned(text.finish());
}
Result<std::int64_t> hash_union(Runtime& rt, Value self) {
    Ref<SetObject> set = TRY(frozenset_from(rt, Value(self_of(self).arguments)));
    return hash(rt, set);
}
Result<Owned> compare_unions(Runtime& rt, Value left, Value right, CompareOp op) {
    if ((op != CompareOp::eq && op != CompareOp::ne) || !is_union_type(rt, left) || !is_union_type(rt, right))
        return Owned::adopt(Value::not_implemented());
    Ref<SetObject> a = TRY(frozenset_from(rt, Value(self_of(left).arguments)));
    Ref<SetObject> b = TRY(frozenset_from(rt, Value(self_of(right).arguments)));
    return compare(rt, a, b, op);
}
Result<Owned> check_members(Runtime& rt, Value self, Value value, Result<bool> (*check)(Runtime&, Value, Value),
                            const char* function) {
    TupleObject& arguments = *self_of(self).arguments;
    for (std::int64_t i = 0; i < arguments.size; ++i)
        if (is_generic_alias(rt, arguments[i]))
            return raise(rt, TypeId::TypeError, "%s() argument 2 cannot be a parameterized generic", function);
    for (std::int64_t i = 0; i < arguments.size; ++i)
        if (TRY(check(rt, value, arguments[i]))) return Owned::adopt(Value::true_());
    return Owned::adopt(Value::false_());
}
Result<Owned> instance_check(Runtime& rt, Args args) {
    return check_members(rt, args[0], args[1], is_instance, "isinstance");
}
Result<Owned> subclass_check(Runtime& rt, Args args) {
    return check_members(rt, args[0], args[1], is_subclass, "issubclass");
}
Result<Owned> get_arguments(Runtime&, Value self) { return Owned::share(Value(self_of(self).arguments)); }
Result<Owned> get_parameters(Runtime& rt, Value self) {
    UnionTypeObject& type = self_of(self);
    Ref<GenericAliasObject> alias = make_generic_alias(rt, Value(&rt.type(TypeId::tuple)), Value(type.arguments));
    return get_attribute(rt, alias, *rt.names().dunder_parameters);
}
void traverse(Object* object, Visitor visit, void* context) {
    auto& type = *static_cast<UnionTypeObject*>(object);
    visit(type.arguments, context);
    if (type.parameters) visit(type.parameters, context);
}
void dealloc(Runtime& rt, Object* object) {
    auto& type = *static_cast<UnionTypeObject*>(object);
    release(type.arguments);
    if (type.parameters) release(type.parameters);
    rt.free_object(object, sizeof(UnionTypeObject));
}
const NativeDef methods[] = {
    {"__instancecheck__", native<instance_check>, 1, 1}, {"__subclasscheck__", native<subclass_check>, 1, 1}, {}};
const GetSetDef getsets[] = {{"__args__", get_arguments}, {"__parameters__", get_parameters}, {}};

} // namespace

Result<Owned> union_of(Runtime& rt, Value left, Value right) {
    if (!is_unionable(rt, left) || !is_unionable(rt, right)) return Owned::adopt(Value::not_implemented());
    Ref<ListObject> members = make_list(rt);
    TRY(add_members(rt, *members, left));
    TRY(add_members(rt, *members, right));
    if (members->size == 1) return Owned::share(members->items[0]);
    Ref<TupleObject> arguments = TRY(tuple_from(rt, members));
    auto* type = rt.make<UnionTypeObject>(TypeId::union_type);
    type->arguments = arguments.release();
    type->parameters = nullptr;
    return Owned::adopt(Value(type));
}

const TypeSpec union_type_spec = {
    .name = "UnionType",
    .module = "types",
    .base = TypeId::object,
    .size = sizeof(UnionTypeObject),
    .flags = type_has_gc | type_no_new,
    .slots = {.dealloc = dealloc,
              .traverse = traverse,
              .repr = repr_union,
              .hash = hash_union,
              .compare = compare_unions,
              .or_ = union_of},
    .methods = methods,
    .getsets = getsets,
};

} // namespace mp
