// list[int] (PEP 585).
#include "objects/types/generic_alias.h"

#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/list.h"
#include "objects/types/native_function.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

Ref<GenericAliasObject> make_generic_alias(Runtime& rt, Value origin, Value item) {
    Ref<TupleObject> arguments =
        is_tuple(item) ? Ref<TupleObject>::share(static_cast<TupleObject*>(item.object())) : tuple_of(rt, item);
    auto* alias = rt.make<GenericAliasObject>(TypeId::generic_alias);
    alias->origin = Owned::share(origin).release();
    alias->arguments = arguments.release();
    alias->parameters = nullptr;
    alias->starred = false;
    return Ref<GenericAliasObject>::adopt(alias);
}

bool is_generic_alias(Runtime&, Value value) noexcept {
    return value.is_object() && value.object()->type()->native_base == &generic_alias_spec;
}

// How types show themselves inside an alias or a union: "int", "mymodule.Class", repr() of anything else.
Result<void> append_type_text(Runtime& rt, StrBuilder& text, Value item) {
    if (item.is(Value::ellipsis())) {
        text.append("...");
        return ok;
    }
    if (item.is_none()) {
        text.append("None");
        return ok;
    }
    if (item.is_object() && !is_generic_alias(rt, item)) {
        Owned origin = TRY(get_optional_attribute(rt, item, *rt.names().dunder_origin));
        Owned arguments =
            origin.is_unbound() ? Owned() : TRY(get_optional_attribute(rt, item, *rt.names().dunder_args));
        Owned name =
            arguments.is_unbound() ? TRY(get_optional_attribute(rt, item, *rt.names().dunder_qualname)) : Owned();
        Owned module = name.is_unbound() ? Owned() : TRY(get_optional_attribute(rt, item, *rt.names().dunder_module));
        if (!module.is_unbound() && !module.is_none()) {
            if (!is_str(module) || !str_equals(*static_cast<StrObject*>(module.get().object()), "builtins")) {
                text.append(*TRY(str(rt, module)));
                text.append(".");
            }
            text.append(*TRY(str(rt, name)));
            return ok;
        }
    }
    if (is_list(item)) { // Callable[[int, str], bool]
        text.append("[");
        auto& list = *static_cast<ListObject*>(item.object());
        for (std::int64_t i = 0; i < list.size; ++i) {
            if (i) text.append(", ");
            TRY(append_type_text(rt, text, Owned::share(list.items[i])));
        }
        text.append("]");
        return ok;
    }
    text.append(*TRY(repr(rt, item)));
    return ok;
}

namespace {

GenericAliasObject& self_of(Value self) noexcept { return *static_cast<GenericAliasObject*>(self.object()); }

Result<Owned> repr_alias(Runtime& rt, Value self) {
    NativeScope scope(rt);
    if (!scope) return raised;
    GenericAliasObject& alias = self_of(self);
    StrBuilder text(rt);
    if (alias.starred) text.append("*");
    TRY(append_type_text(rt, text, alias.origin));
    text.append("[");
    for (std::int64_t i = 0; i < alias.arguments->size; ++i) {
        if (i) text.append(", ");
        TRY(append_type_text(rt, text, (*alias.arguments)[i]));
    }
    if (alias.arguments->size == 0) text.append("()");
    text.append("]");
    return Owned(text.finish());
}
Result<Owned> call_alias(Runtime& rt, Value self, Args args) {
    Owned made = TRY(call(rt, self_of(self).origin, args));
    // The instance remembers its alias where it can (typing.Generic).
    if (set_attribute(rt, made, *rt.intern("__orig_class__"), self).is_raised()) {
        if (!pending_matches(rt, TypeId::AttributeError) && !pending_matches(rt, TypeId::TypeError)) return raised;
        rt.clear_pending();
    }
    return made;
}
// The type parameters among the arguments, in order, each once (PEP 695: objects with __typing_subst__).
Result<void> collect_parameters(Runtime& rt, Value item, ListObject& found) {
    const auto add = [&](Value parameter) -> Result<void> {
        for (std::int64_t i = 0; i < found.size; ++i)
            if (found.items[i].is(parameter)) return ok;
        list_append(rt, found, Owned::share(parameter));
        return ok;
    };
    if (item.is_object() && item.object()->layout == Layout::type) return ok;
    if (!type_lookup(rt.type_of(item), *rt.names().dunder_typing_subst).is_unbound()) return add(item);
    Owned inner = TRY(get_optional_attribute(rt, item, *rt.names().dunder_parameters));
    if (is_tuple(inner)) {
        auto& parameters = *static_cast<TupleObject*>(inner.get().object());
        for (std::int64_t i = 0; i < parameters.size; ++i) TRY(add(parameters[i]));
    }
    return ok;
}
Result<Ref<TupleObject>> parameters_of(Runtime& rt, GenericAliasObject& alias) {
    if (!alias.parameters) {
        Ref<ListObject> found = make_list(rt);
        for (std::int64_t i = 0; i < alias.arguments->size; ++i)
            TRY(collect_parameters(rt, (*alias.arguments)[i], *found));
        Ref<TupleObject> parameters = TRY(tuple_from(rt, found));
        if (!alias.parameters) alias.parameters = parameters.release();
    }
    return Ref<TupleObject>::share(alias.parameters);
}
// alias[item]: type parameters replaced. Their own methods decide how (__typing_subst__), so this is the work of the module that defines them.
Result<Owned> get_item_alias(Runtime& rt, Value self, Value item) {
    Ref<StrObject> name = rt.intern("_typing_support");
    Owned support = TRY(rt.import_module(*name));
    Owned substitute = TRY(get_attribute(rt, support, *rt.intern("substitute")));
    Owned arguments = TRY(call(rt, substitute, self, item));
    Ref<GenericAliasObject> made = make_generic_alias(rt, self_of(self).origin, arguments);
    made->starred = self_of(self).starred;
    return Owned(std::move(made));
}
Result<std::int64_t> hash_alias(Runtime& rt, Value self) {
    const std::int64_t origin = TRY(hash(rt, self_of(self).origin));
    return origin ^ TRY(hash(rt, Value(self_of(self).arguments)));
}
Result<Owned> compare_aliases(Runtime& rt, Value left, Value right, CompareOp op) {
    if ((op != CompareOp::eq && op != CompareOp::ne) || !is_generic_alias(rt, left) || !is_generic_alias(rt, right))
        return Owned::adopt(Value::not_implemented());
    const bool same = self_of(left).starred == self_of(right).starred &&
                      TRY(equal(rt, self_of(left).origin, self_of(right).origin)) &&
                      TRY(equal(rt, Value(self_of(left).arguments), Value(self_of(right).arguments)));
    return Owned::adopt(Value::boolean(same == (op == CompareOp::eq)));
}
// Attributes are the origin's, but for the alias's own.
Result<Owned> get_attribute_alias(Runtime& rt, Value self, StrObject& name) {
    const std::string text = to_utf8(name);
    const bool own = text == "__origin__" || text == "__args__" || text == "__parameters__" ||
                     text == "__mro_entries__" || text == "__reduce_ex__" || text == "__reduce__" ||
                     text == "__copy__" || text == "__deepcopy__" || text == "__unpacked__" ||
                     text == "__typing_unpacked_tuple_args__" || text == "__class__";
    if (own || !(self_of(self).origin.is_object())) return generic_get_attribute(rt, self, name);
    if (text.size() > 4 && text.starts_with("__") && text.ends_with("__") &&
        !type_lookup(rt.type_of(self), name).is_unbound())
        return generic_get_attribute(rt, self, name);
    return get_attribute(rt, self_of(self).origin, name);
}
Result<Owned> get_origin(Runtime&, Value self) { return Owned::share(self_of(self).origin); }
Result<Owned> get_arguments(Runtime&, Value self) { return Owned::share(Value(self_of(self).arguments)); }
Result<Owned> get_parameters(Runtime& rt, Value self) { return Owned(TRY(parameters_of(rt, self_of(self)))); }
Result<Owned> get_unpacked(Runtime&, Value self) { return Owned::adopt(Value::boolean(self_of(self).starred)); }
Result<Owned> mro_entries(Runtime& rt, Args args) { return Owned(tuple_of(rt, self_of(args[0]).origin)); }
Result<Owned> refuse_instance(Runtime& rt, Args) {
    return raise(rt, TypeId::TypeError, "isinstance() argument 2 cannot be a parameterized generic");
}
Result<Owned> refuse_subclass(Runtime& rt, Args) {
    return raise(rt, TypeId::TypeError, "issubclass() argument 2 cannot be a parameterized generic");
}
Result<Owned> or_alias(Runtime& rt, Value left, Value right) { return union_of(rt, left, right); }
// iter(alias) gives *alias once: what `*tuple[int, ...]` unpacks.
Result<Owned> iterate_alias(Runtime& rt, Value self) {
    Ref<GenericAliasObject> starred = make_generic_alias(rt, self_of(self).origin, Value(self_of(self).arguments));
    starred->starred = true;
    return iterate(rt, tuple_of(rt, starred));
}
Result<Owned> new_alias(Runtime& rt, Type* type, Args args) {
    if (args.names || args.size() != 2) return raise_arity(rt, "GenericAlias", 2, 2, args.size());
    Ref<GenericAliasObject> made = make_generic_alias(rt, args[0], args[1]);
    if (type == &rt.type(TypeId::generic_alias)) return Owned(std::move(made));
    auto* alias = static_cast<GenericAliasObject*>(rt.make_instance(*type));
    alias->origin = Owned::share(made->origin).release();
    alias->arguments = Ref<TupleObject>::share(made->arguments).release();
    alias->parameters = nullptr;
    alias->starred = false;
    return Owned::adopt(Value(alias));
}
void traverse(Object* object, Visitor visit, void* context) {
    auto& alias = *static_cast<GenericAliasObject*>(object);
    if (alias.origin.is_object()) visit(alias.origin.object(), context);
    visit(alias.arguments, context);
    if (alias.parameters) visit(alias.parameters, context);
}
void dealloc(Runtime& rt, Object* object) {
    auto& alias = *static_cast<GenericAliasObject*>(object);
    release(alias.origin);
    release(alias.arguments);
    if (alias.parameters) release(alias.parameters);
    rt.free_object(object, sizeof(GenericAliasObject));
}
const NativeDef methods[] = {
    {"__mro_entries__", native<mro_entries>, 1, 1},
    {"__instancecheck__", native<refuse_instance>, 1, 1},
    {"__subclasscheck__", native<refuse_subclass>, 1, 1},
    {},
};
const GetSetDef getsets[] = {
    {"__origin__", get_origin},
    {"__args__", get_arguments},
    {"__parameters__", get_parameters},
    {"__unpacked__", get_unpacked},
    {},
};

} // namespace

const TypeSpec generic_alias_spec = {
    .name = "GenericAlias",
    .module = "types",
    .base = TypeId::object,
    .size = sizeof(GenericAliasObject),
    .flags = type_has_gc | type_is_base | type_weakrefs,
    .slots = {.dealloc = dealloc,
              .traverse = traverse,
              .new_ = new_alias,
              .repr = repr_alias,
              .hash = hash_alias,
              .call = call_alias,
              .get_attribute = get_attribute_alias,
              .compare = compare_aliases,
              .iter = iterate_alias,
              .or_ = or_alias,
              .get_item = get_item_alias},
    .methods = methods,
    .getsets = getsets,
};

} // namespace mp
