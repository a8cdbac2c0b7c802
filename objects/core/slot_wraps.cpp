#include "objects/core/slot_wraps.h"

#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"

namespace mp::slot_wraps {

namespace {

template <class F>
F as(AnyFunction function) noexcept {
    return reinterpret_cast<F>(function);
}

Result<void> check_arguments(Runtime& rt, const Args& args, std::uint32_t min, std::uint32_t max) {
    if (args.count >= min && args.count <= max) return ok;
    if (min == max)
        return raise(rt, TypeId::TypeError, "expected %u argument%s, got %u", min, min == 1 ? "" : "s", args.count);
    return raise_arity(rt, "expected", min, max, args.count);
}

Result<StrObject*> attribute_name(Runtime& rt, Value name) {
    if (is_str_or_subclass(rt, name)) return static_cast<StrObject*>(name.object());
    return raise(rt, TypeId::TypeError, "attribute name must be string, not '%.200s'", type_name(rt, name));
}

// object.__setattr__(int, ...) would change a built-in type behind type.__setattr__'s back.
Result<void> check_base_setattr(Runtime& rt, const SlotName& slot, AnyFunction function, Value self) {
    Type& type = rt.type_of(self);
    if (as<decltype(Slots::set_attribute)>(function) == &generic_set_attribute &&
        is_subtype(&type, &rt.type(TypeId::type)))
        return raise(rt, TypeId::TypeError, "can't apply this %s to %s object", slot.text, type.name.c_str());
    return ok;
}

Result<Owned> none(Result<void> result) {
    TRY(std::move(result));
    return Owned::adopt(Value::none());
}

Result<Owned> compare(Runtime& rt, AnyFunction function, Value self, Args args, CompareOp op) {
    TRY(check_arguments(rt, args, 1, 1));
    return as<decltype(Slots::compare)>(function)(rt, self, args[0], op);
}

} // namespace

#define WRAP(name)                                                                                                     \
    Result<Owned> name([[maybe_unused]] Runtime& rt, [[maybe_unused]] const SlotName& slot, AnyFunction function,      \
                       Value self, [[maybe_unused]] Args args)

WRAP(unary) {
    TRY(check_arguments(rt, args, 0, 0));
    return as<UnarySlot>(function)(rt, self);
}
WRAP(binary_left) {
    TRY(check_arguments(rt, args, 1, 1));
    return as<BinarySlot>(function)(rt, self, args[0]);
}
WRAP(binary_right) {
    TRY(check_arguments(rt, args, 1, 1));
    return as<BinarySlot>(function)(rt, args[0], self);
}
WRAP(power) {
    TRY(check_arguments(rt, args, 1, 2));
    return as<decltype(Slots::power)>(function)(rt, self, args[0], args.count > 1 ? args[1] : Value::none());
}
WRAP(reflected_power) {
    TRY(check_arguments(rt, args, 1, 2));
    return as<decltype(Slots::power)>(function)(rt, args[0], self, args.count > 1 ? args[1] : Value::none());
}
WRAP(truth) {
    TRY(check_arguments(rt, args, 0, 0));
    return Owned::adopt(Value::boolean(TRY(as<decltype(Slots::bool_)>(function)(rt, self))));
}
WRAP(hash) {
    TRY(check_arguments(rt, args, 0, 0));
    return make_int(rt, TRY(as<decltype(Slots::hash)>(function)(rt, self)));
}
WRAP(length) {
    TRY(check_arguments(rt, args, 0, 0));
    return make_int(rt, TRY(as<decltype(Slots::length)>(function)(rt, self)));
}
WRAP(call) { return as<decltype(Slots::call)>(function)(rt, self, args); }
WRAP(get_attribute) {
    TRY(check_arguments(rt, args, 1, 1));
    StrObject* name = TRY(attribute_name(rt, args[0]));
    return as<decltype(Slots::get_attribute)>(function)(rt, self, *name);
}
WRAP(set_attribute) {
    TRY(check_arguments(rt, args, 2, 2));
    StrObject* name = TRY(attribute_name(rt, args[0]));
    TRY(check_base_setattr(rt, slot, function, self));
    return none(as<decltype(Slots::set_attribute)>(function)(rt, self, *name, args[1]));
}
WRAP(delete_attribute) {
    TRY(check_arguments(rt, args, 1, 1));
    StrObject* name = TRY(attribute_name(rt, args[0]));
    TRY(check_base_setattr(rt, slot, function, self));
    return none(as<decltype(Slots::set_attribute)>(function)(rt, self, *name, Value()));
}
WRAP(compare_lt) { return compare(rt, function, self, args, CompareOp::lt); }
WRAP(compare_le) { return compare(rt, function, self, args, CompareOp::le); }
WRAP(compare_eq) { return compare(rt, function, self, args, CompareOp::eq); }
WRAP(compare_ne) { return compare(rt, function, self, args, CompareOp::ne); }
WRAP(compare_gt) { return compare(rt, function, self, args, CompareOp::gt); }
WRAP(compare_ge) { return compare(rt, function, self, args, CompareOp::ge); }
WRAP(next) {
    TRY(check_arguments(rt, args, 0, 0));
    Owned item = TRY(as<UnarySlot>(function)(rt, self));
    if (item.is_exhausted()) return raise_stop_iteration(rt, Value::none());
    return item;
}
WRAP(descriptor_get) {
    TRY(check_arguments(rt, args, 1, 2));
    const Value instance = args[0].is_none() ? Value() : args[0];
    const Value owner = args.count > 1 && !args[1].is_none() ? args[1] : Value();
    if (instance.is_unbound() && owner.is_unbound())
        return raise(rt, TypeId::TypeError, "__get__(None, None) is invalid");
    Type* type = nullptr;
    if (!owner.is_unbound() && is_subtype(&rt.type_of(owner), &rt.type(TypeId::type)))
        type = static_cast<Type*>(owner.object());
    else if (!instance.is_unbound())
        type = &rt.type_of(instance);
    return as<decltype(Slots::descriptor_get)>(function)(rt, self, instance, type);
}
WRAP(descriptor_set) {
    TRY(check_arguments(rt, args, 2, 2));
    return none(as<decltype(Slots::descriptor_set)>(function)(rt, self, args[0], args[1]));
}
WRAP(descriptor_delete) {
    TRY(check_arguments(rt, args, 1, 1));
    return none(as<decltype(Slots::descriptor_set)>(function)(rt, self, args[0], Value()));
}
WRAP(init) { return none(as<decltype(Slots::init)>(function)(rt, self, args)); }
WRAP(set_item) {
    TRY(check_arguments(rt, args, 2, 2));
    return none(as<decltype(Slots::set_item)>(function)(rt, self, args[0], args[1]));
}
WRAP(delete_item) {
    TRY(check_arguments(rt, args, 1, 1));
    return none(as<decltype(Slots::set_item)>(function)(rt, self, args[0], Value()));
}
WRAP(contains) {
    TRY(check_arguments(rt, args, 1, 1));
    return Owned::adopt(Value::boolean(TRY(as<decltype(Slots::contains)>(function)(rt, self, args[0]))));
}
WRAP(repeat) {
    TRY(check_arguments(rt, args, 1, 1));
    const std::int64_t count = TRY(index_int64(rt, args[0]));
    return as<decltype(Slots::repeat)>(function)(rt, self, count);
}

#undef WRAP

} // namespace mp::slot_wraps
