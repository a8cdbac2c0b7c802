// weakref.ref and weakref.proxy.
#include "objects/types/weakref.h"

#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/core/type_specs.h"
#include "objects/core/weak_table.h"
#include "objects/protocol/protocol.h"
#include "objects/types/generic_alias.h"
#include "objects/types/list.h"
#include "objects/types/natives.h"
#include "objects/types/str.h"

namespace mp {

namespace {

WeakrefObject& reference_of(Value self) noexcept { return *static_cast<WeakrefObject*>(self.object()); }

Result<void> check_target(Runtime& rt, Value target) {
    if (!target.is_object() || !rt.type_of(target).has(type_weakrefs))
        return raise(rt, TypeId::TypeError, "cannot create weak reference to '%.200s' object", type_name(rt, target));
    return ok;
}

Ref<WeakrefObject> make_reference(Runtime& rt, Type& type, Object* target, Value callback) {
    auto* reference = static_cast<WeakrefObject*>(rt.make_instance(type));
    reference->target = nullptr;
    reference->callback = Value();
    reference->hash = -1;
    reference->next = reference->previous = nullptr;
    Ref<WeakrefObject> owner = Ref<WeakrefObject>::adopt(reference);
    rt.weak_table().add(target, reference);
    if (!callback.is_unbound() && !callback.is_none()) reference->callback = Owned::share(callback).release();
    return owner;
}

Result<Ref<WeakrefObject>> get_or_make(Runtime& rt, Type& type, Type& exact, Value target, Value callback) {
    TRY(check_target(rt, target));
    if (&type == &exact && (callback.is_unbound() || callback.is_none()))
        for (WeakrefObject* known = rt.weak_table().first(target.object()); known; known = known->next)
            if (known->type() == &exact && known->callback.is_unbound() && known->refcount > 0)
                return Ref<WeakrefObject>::share(known);
    return make_reference(rt, type, target.object(), callback);
}

// The living target, owned; unbound when it died (or is dying: its count is zero).
Owned target_of(WeakrefObject& reference) noexcept {
    return reference.target && reference.target->refcount > 0 ? Owned::share(Value(reference.target)) : Owned();
}

Result<Owned> new_reference(Runtime& rt, Type* type, Args args) {
    const std::uint32_t given = positional_count(args);
    if (given < 1 || given > 2) return raise_arity(rt, "__new__", 1, 2, given);
    return Owned(TRY(get_or_make(rt, *type, rt.type(TypeId::weakref), args[0], given > 1 ? args[1] : Value())));
}
Result<void> init_reference(Runtime& rt, Value, Args args) {
    if (args.names) return raise(rt, TypeId::TypeError, "ref() takes no keyword arguments");
    return ok;
}
Result<Owned> call_reference(Runtime& rt, Value self, Args args) {
    if (args.count) return raise_arity(rt, "__call__", 0, 0, args.count);
    Owned target = target_of(reference_of(self));
    return target.is_unbound() ? Owned::adopt(Value::none()) : target;
}
Result<std::int64_t> hash_reference(Runtime& rt, Value self) {
    WeakrefObject& reference = reference_of(self);
    if (reference.hash != -1) return reference.hash;
    Owned target = target_of(reference);
    if (target.is_unbound()) return raise(rt, TypeId::TypeError, "weak object has gone away");
    const std::int64_t value = TRY(hash(rt, target));
    reference.hash = value;
    return value;
}
Result<Owned> compare_references(Runtime& rt, Value left, Value right, CompareOp op) {
    Type* type = &rt.type(TypeId::weakref);
    if ((op != CompareOp::eq && op != CompareOp::ne) || !is_subtype(&rt.type_of(left), type) ||
        !is_subtype(&rt.type_of(right), type))
        return Owned::adopt(Value::not_implemented());
    Owned a = target_of(reference_of(left)), b = target_of(reference_of(right));
    if (a.is_unbound() || b.is_unbound()) return Owned::adopt(Value::boolean(left.is(right) == (op == CompareOp::eq)));
    return compare(rt, a, b, op);
}
Result<Owned> repr_reference(Runtime& rt, Value self) {
    Owned target = target_of(reference_of(self));
    char text[400];
    if (target.is_unbound())
        std::snprintf(text, sizeof text, "<weakref at %p; dead>", static_cast<const void*>(self.object()));
    else
        std::snprintf(text, sizeof text, "<weakref at %p; to '%.200s' at %p>", static_cast<const void*>(self.object()),
                      type_name(rt, target), static_cast<const void*>(target.get().object()));
    return Owned(make_str(rt, text));
}
Result<Owned> get_callback(Runtime&, Value self) {
    const Value callback = reference_of(self).callback;
    return callback.is_unbound() ? Owned::adopt(Value::none()) : Owned::share(callback);
}
void traverse(Object* object, Visitor visit, void* context) {
    const Value callback = static_cast<WeakrefObject*>(object)->callback;
    if (callback.is_object()) visit(callback.object(), context);
}
void clear(Runtime&, Object* object) { replace(static_cast<WeakrefObject*>(object)->callback, Owned()); }
void dealloc(Runtime& rt, Object* object) {
    auto& reference = *static_cast<WeakrefObject*>(object);
    rt.weak_table().remove(&reference);
    const Value callback = reference.callback;
    reference.callback = Value();
    release(callback);
    rt.free_object(object, sizeof(WeakrefObject));
}

// ---- proxies: every operation goes to the target
Result<Owned> proxy_target(Runtime& rt, Value self) {
    if (!self.is_object() || &rt.type_of(self) != &rt.type(TypeId::weak_proxy)) return Owned::share(self);
    Owned target = target_of(reference_of(self));
    if (target.is_unbound()) return raise(rt, TypeId::ReferenceError, "weakly-referenced object no longer exists");
    return target;
}
template <Result<Owned> (*Operation)(Runtime&, Value)>
Result<Owned> proxy_unary(Runtime& rt, Value self) {
    return Operation(rt, TRY(proxy_target(rt, self)));
}
template <BinaryOp Op>
Result<Owned> proxy_binary(Runtime& rt, Value left, Value right) {
    return binary(rt, Op, TRY(proxy_target(rt, left)), TRY(proxy_target(rt, right)));
}
// What comes of it takes the proxy's place, also where that is the target itself.
template <BinaryOp Op>
Result<Owned> proxy_inplace(Runtime& rt, Value left, Value right) {
    return inplace(rt, Op, TRY(proxy_target(rt, left)), TRY(proxy_target(rt, right)));
}
Result<Owned> proxy_next(Runtime& rt, Value self) {
    Owned target = TRY(proxy_target(rt, self));
    if (!rt.type_of(target).slots.iternext)
        return raise(rt, TypeId::TypeError, "Weakref proxy referenced a non-iterator '%.200s' object",
                     type_name(rt, target));
    return next(rt, target);
}
template <const char* const& Name>
Result<Owned> proxy_method(Runtime& rt, Args args) {
    return call_method(rt, TRY(proxy_target(rt, args[0])), *rt.intern(Name));
}
Result<Owned> proxy_power(Runtime& rt, Value base, Value exponent, Value modulus) {
    return power(rt, TRY(proxy_target(rt, base)), TRY(proxy_target(rt, exponent)), TRY(proxy_target(rt, modulus)));
}
Result<Owned> proxy_repr(Runtime& rt, Value self) {
    Owned target = target_of(reference_of(self));
    char text[400];
    std::snprintf(text, sizeof text, "<weakproxy at %p to %.100s at %p>", static_cast<const void*>(self.object()),
                  target.is_unbound() ? "NoneType" : type_name(rt, target),
                  target.is_unbound() ? nullptr : static_cast<const void*>(target.get().object()));
    return Owned(make_str(rt, text));
}
Result<Owned> proxy_str(Runtime& rt, Value self) { return Owned(TRY(str(rt, TRY(proxy_target(rt, self))))); }
Result<Owned> proxy_call(Runtime& rt, Value self, Args args) { return call(rt, TRY(proxy_target(rt, self)), args); }
Result<Owned> proxy_get_attribute(Runtime& rt, Value self, StrObject& name) {
    return get_attribute(rt, TRY(proxy_target(rt, self)), name);
}
Result<void> proxy_set_attribute(Runtime& rt, Value self, StrObject& name, Value value) {
    return set_attribute(rt, TRY(proxy_target(rt, self)), name, value);
}
Result<Owned> proxy_compare(Runtime& rt, Value left, Value right, CompareOp op) {
    return compare(rt, TRY(proxy_target(rt, left)), TRY(proxy_target(rt, right)), op);
}
Result<bool> proxy_bool(Runtime& rt, Value self) { return truth(rt, TRY(proxy_target(rt, self))); }
Result<std::int64_t> proxy_length(Runtime& rt, Value self) { return length(rt, TRY(proxy_target(rt, self))); }
Result<Owned> proxy_get_item(Runtime& rt, Value self, Value key) {
    return get_item(rt, TRY(proxy_target(rt, self)), key);
}
Result<void> proxy_set_item(Runtime& rt, Value self, Value key, Value value) {
    Owned target = TRY(proxy_target(rt, self));
    return value.is_unbound() ? delete_item(rt, target, key) : set_item(rt, target, key, value);
}
Result<bool> proxy_contains(Runtime& rt, Value self, Value item) {
    return contains(rt, TRY(proxy_target(rt, self)), item);
}

constexpr const char* bytes_name = "__bytes__";
constexpr const char* reversed_name = "__reversed__";
const NativeDef proxy_methods[] = {
    {bytes_name, native<proxy_method<bytes_name>>, 0, 0},
    {reversed_name, native<proxy_method<reversed_name>>, 0, 0},
    {},
};
const NativeDef reference_methods[] = {
    {"__class_getitem__", native<class_getitem>, 1, 1, nullptr, nullptr, native_class}, {}};
const GetSetDef reference_getsets[] = {{"__callback__", get_callback}, {}};

} // namespace

Result<Ref<WeakrefObject>> make_weakref(Runtime& rt, Value target, Value callback) {
    return get_or_make(rt, rt.type(TypeId::weakref), rt.type(TypeId::weakref), target, callback);
}
Result<Ref<WeakrefObject>> make_weak_proxy(Runtime& rt, Value target, Value callback) {
    return get_or_make(rt, rt.type(TypeId::weak_proxy), rt.type(TypeId::weak_proxy), target, callback);
}

std::int64_t weakref_count(Runtime& rt, Value target) noexcept {
    std::int64_t count = 0;
    if (target.is_object())
        for (WeakrefObject* walk = rt.weak_table().first(target.object()); walk; walk = walk->next) ++count;
    return count;
}
Ref<ListObject> weakrefs_of(Runtime& rt, Value target) {
    Ref<ListObject> list = make_list(rt);
    std::vector<Ref<WeakrefObject>> found;
    if (target.is_object())
        for (WeakrefObject* walk = rt.weak_table().first(target.object()); walk; walk = walk->next)
            if (walk->refcount > 0) found.push_back(Ref<WeakrefObject>::share(walk));
    for (const auto& reference : found) list_append(rt, *list, reference);
    return list;
}

const TypeSpec weakref_spec = {
    .name = "ReferenceType",
    .module = "weakref",
    .base = TypeId::object,
    .size = sizeof(WeakrefObject),
    .flags = type_has_gc | type_is_base,
    .slots = {.dealloc = dealloc,
              .traverse = traverse,
              .clear = clear,
              .new_ = new_reference,
              .init = init_reference,
              .repr = repr_reference,
              .hash = hash_reference,
              .call = call_reference,
              .compare = compare_references},
    .methods = reference_methods,
    .getsets = reference_getsets,
};
const TypeSpec weak_proxy_spec = {
    .name = "ProxyType",
    .module = "weakref",
    .base = TypeId::object,
    .size = sizeof(WeakrefObject),
    .flags = type_has_gc | type_no_new,
    .slots = {.dealloc = dealloc,
              .traverse = traverse,
              .clear = clear,
              .repr = proxy_repr,
              .str = proxy_str,
              .call = proxy_call,
              .get_attribute = proxy_get_attribute,
              .set_attribute = proxy_set_attribute,
              .compare = proxy_compare,
              .iter = proxy_unary<iterate>,
              .iternext = proxy_next,
              .add = proxy_binary<BinaryOp::add>,
              .subtract = proxy_binary<BinaryOp::sub>,
              .multiply = proxy_binary<BinaryOp::mul>,
              .matrix_multiply = proxy_binary<BinaryOp::matmul>,
              .true_divide = proxy_binary<BinaryOp::truediv>,
              .floor_divide = proxy_binary<BinaryOp::floordiv>,
              .remainder = proxy_binary<BinaryOp::mod>,
              .divmod = proxy_binary<BinaryOp::divmod>,
              .left_shift = proxy_binary<BinaryOp::lshift>,
              .right_shift = proxy_binary<BinaryOp::rshift>,
              .and_ = proxy_binary<BinaryOp::and_>,
              .xor_ = proxy_binary<BinaryOp::xor_>,
              .or_ = proxy_binary<BinaryOp::or_>,
              .power = proxy_power,
              .inplace_add = proxy_inplace<BinaryOp::add>,
              .inplace_subtract = proxy_inplace<BinaryOp::sub>,
              .inplace_multiply = proxy_inplace<BinaryOp::mul>,
              .inplace_matrix_multiply = proxy_inplace<BinaryOp::matmul>,
              .inplace_true_divide = proxy_inplace<BinaryOp::truediv>,
              .inplace_floor_divide = proxy_inplace<BinaryOp::floordiv>,
              .inplace_remainder = proxy_inplace<BinaryOp::mod>,
              .inplace_left_shift = proxy_inplace<BinaryOp::lshift>,
              .inplace_right_shift = proxy_inplace<BinaryOp::rshift>,
              .inplace_and = proxy_inplace<BinaryOp::and_>,
              .inplace_xor = proxy_inplace<BinaryOp::xor_>,
              .inplace_or = proxy_inplace<BinaryOp::or_>,
              .inplace_power = proxy_inplace<BinaryOp::pow>,
              .negative = proxy_unary<negative>,
              .positive = proxy_unary<positive>,
              .absolute = proxy_unary<absolute>,
              .invert = proxy_unary<invert>,
              .index = proxy_unary<index>,
              .bool_ = proxy_bool,
              .length = proxy_length,
              .get_item = proxy_get_item,
              .set_item = proxy_set_item,
              .contains = proxy_contains},
    .methods = proxy_methods,
};

} // namespace mp
