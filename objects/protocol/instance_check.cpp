// isinstance and issubclass, with the hooks of PEP 3119.
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/generic_alias.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

bool is_type(Runtime& rt, Value value) noexcept { return is_subtype(&rt.type_of(value), &rt.type(TypeId::type)); }

// A class whose metaclass is type itself: it has no hooks.
bool is_plain_class(Runtime& rt, Value value) noexcept { return &rt.type_of(value) == &rt.type(TypeId::type); }

// __bases__ of something that is not a class but behaves like one; unbound when it does not.
Result<Owned> abstract_bases(Runtime& rt, Value value) {
    Owned bases = TRY(get_optional_attribute(rt, value, *rt.names().dunder_bases));
    if (!bases.is_unbound() && !is_tuple_or_subclass(rt, bases)) return Owned();
    return bases;
}

Result<bool> abstract_is_subclass(Runtime& rt, Value derived, Value cls) {
    NativeScope scope(rt);
    if (!scope) return raised;
    if (derived.is(cls)) return true;
    Owned bases = TRY(abstract_bases(rt, derived));
    if (bases.is_unbound()) return false;
    auto& tuple = *static_cast<TupleObject*>(bases.get().object());
    for (std::int64_t i = 0; i < tuple.size; ++i)
        if (TRY(abstract_is_subclass(rt, tuple[i], cls))) return true;
    return false;
}

Result<void> check_class(Runtime& rt, Value cls, const char* text) {
    Owned bases = TRY(abstract_bases(rt, cls));
    if (bases.is_unbound()) return raise_text(rt, TypeId::TypeError, text);
    return ok;
}

// __class__ says something else than the type only where a class overrides it or computes attributes (proxies).
bool may_pretend(Runtime& rt, Type& type) noexcept {
    if (type.slots.get_attribute != &generic_get_attribute) return true;
    if (!type.has(type_heap)) return false;
    StrObject& name = *rt.names().dunder_class;
    return !type_lookup(type, name).is(type_lookup(rt.type(TypeId::object), name));
}

Result<bool> check_each(Runtime& rt, Value value, Value classes, Result<bool> (*check)(Runtime&, Value, Value)) {
    NativeScope scope(rt);
    if (!scope) return raised;
    const auto tuple = Ref<TupleObject>::share(static_cast<TupleObject*>(classes.object()));
    for (std::int64_t i = 0; i < tuple->size; ++i)
        if (TRY(check(rt, value, (*tuple)[i]))) return true;
    return false;
}

} // namespace

Result<bool> default_is_instance(Runtime& rt, Value object, Value cls) {
    if (is_type(rt, cls)) {
        const Type* wanted = static_cast<Type*>(cls.object());
        Type& type = rt.type_of(object);
        if (is_subtype(&type, wanted)) return true;
        if (!may_pretend(rt, type)) return false;
        Owned shown = TRY(get_optional_attribute(rt, object, *rt.names().dunder_class));
        return !shown.is_unbound() && is_type(rt, shown) &&
               is_subtype(static_cast<Type*>(shown.get().object()), wanted);
    }
    TRY(check_class(rt, cls, "isinstance() arg 2 must be a type, a tuple of types, or a union"));
    Owned shown = TRY(get_optional_attribute(rt, object, *rt.names().dunder_class));
    if (shown.is_unbound()) return false;
    return abstract_is_subclass(rt, shown, cls);
}

Result<bool> default_is_subclass(Runtime& rt, Value derived, Value cls) {
    if (is_type(rt, cls) && is_type(rt, derived))
        return is_subtype(static_cast<Type*>(derived.object()), static_cast<Type*>(cls.object()));
    TRY(check_class(rt, derived, "issubclass() arg 1 must be a class"));
    if (!is_union_type(rt, cls))
        TRY(check_class(rt, cls, "issubclass() arg 2 must be a class, a tuple of classes, or a union"));
    return abstract_is_subclass(rt, derived, cls);
}

Result<bool> is_instance(Runtime& rt, Value object, Value cls) {
    if (Value(&rt.type_of(object)).is(cls)) return true;
    if (is_plain_class(rt, cls)) return default_is_instance(rt, object, cls);
    if (is_tuple_or_subclass(rt, cls)) return check_each(rt, object, cls, is_instance);
    bool absent = false;
    Owned answer = TRY(call_special(rt, cls, *rt.names().dunder_instancecheck, &object, 1, absent));
    if (!absent) return truth(rt, answer);
    return default_is_instance(rt, object, cls);
}

Result<bool> is_subclass(Runtime& rt, Value derived, Value cls) {
    if (is_plain_class(rt, cls)) return default_is_subclass(rt, derived, cls);
    if (is_tuple_or_subclass(rt, cls)) return check_each(rt, derived, cls, is_subclass);
    bool absent = false;
    Owned answer = TRY(call_special(rt, cls, *rt.names().dunder_subclasscheck, &derived, 1, absent));
    if (!absent) return truth(rt, answer);
    return default_is_subclass(rt, derived, cls);
}

} // namespace mp
