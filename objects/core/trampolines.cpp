#include "objects/core/trampolines.h"

#include <algorithm>

#include <boost/container/small_vector.hpp>

#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/descriptors.h"
#include "objects/types/exception.h"
#include "objects/types/native_function.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

Result<Owned> call_or_not_implemented(Runtime& rt, Value self, StrObject& name, const Value* args, std::size_t count) {
    bool absent = false;
    Owned result = TRY(call_special(rt, self, name, args, count, absent));
    if (absent) return Owned::adopt(Value::not_implemented());
    return result;
}

Result<Owned> call_slot_method(Runtime& rt, Value self, StrObject& name, const Value* args, std::size_t count) {
    bool absent = false;
    Owned result = TRY(call_special(rt, self, name, args, count, absent));
    if (absent) return raise_text(rt, TypeId::AttributeError, to_utf8(name));
    return result;
}

Result<Owned> call_with_first(Runtime& rt, Value callee, Value first, Args args) {
    boost::container::small_vector<Value, 12> values;
    values.reserve(args.count + 1);
    values.push_back(first);
    values.insert(values.end(), args.values, args.values + args.count);
    return call(rt, callee, Args{values.data(), args.count + 1, args.names});
}

Result<bool> method_is_overloaded(Runtime& rt, Value left, Value right, StrObject& name) {
    const Value of_right = type_lookup(rt.type_of(right), name);
    if (of_right.is_unbound()) return false;
    const Value of_left = type_lookup(rt.type_of(left), name);
    if (of_left.is_unbound()) return true;
    if (of_left.is(of_right)) return false;
    const Owned a = Owned::share(of_left), b = Owned::share(of_right);
    return compare_bool(rt, a, b, CompareOp::ne);
}

StrObject& compare_name(Runtime& rt, CompareOp op) noexcept {
    const Names& names = rt.names();
    switch (op) {
    case CompareOp::lt: return *names.dunder_lt;
    case CompareOp::le: return *names.dunder_le;
    case CompareOp::eq: return *names.dunder_eq;
    case CompareOp::ne: return *names.dunder_ne;
    case CompareOp::gt: return *names.dunder_gt;
    default: return *names.dunder_ge;
    }
}

namespace trampoline {

Result<Owned> power(Runtime& rt, Value base, Value exponent, Value modulus) {
    const Names& names = rt.names();
    Type& base_type = rt.type_of(base);
    Type& exponent_type = rt.type_of(exponent);
    if (modulus.is_none()) {
        bool try_right = &base_type != &exponent_type && exponent_type.slots.power == &power;
        if (base_type.slots.power == &power) {
            if (try_right && is_subtype(&exponent_type, &base_type) &&
                TRY(method_is_overloaded(rt, base, exponent, *names.dunder_rpow))) {
                Owned result = TRY(call_or_not_implemented(rt, exponent, *names.dunder_rpow, &base, 1));
                if (!result.is_not_implemented()) return result;
                try_right = false;
            }
            Owned result = TRY(call_or_not_implemented(rt, base, *names.dunder_pow, &exponent, 1));
            if (!result.is_not_implemented() || &base_type == &exponent_type) return result;
        }
        if (try_right) return call_or_not_implemented(rt, exponent, *names.dunder_rpow, &base, 1);
        return Owned::adopt(Value::not_implemented());
    }
    // Three arguments are never reflected (3.13).
    if (base_type.slots.power == &power) {
        const Value args[] = {exponent, modulus};
        return call_slot_method(rt, base, *names.dunder_pow, args, 2);
    }
    return Owned::adopt(Value::not_implemented());
}

Result<bool> truth(Runtime& rt, Value self) {
    bool absent = false;
    Owned result = TRY(call_special(rt, self, *rt.names().dunder_bool, nullptr, 0, absent));
    if (absent) return true;
    if (!result.get().is_bool())
        return raise(rt, TypeId::TypeError, "__bool__ should return bool, returned %s", type_name(rt, result));
    return result.get().is_true();
}

Result<std::int64_t> hash(Runtime& rt, Value self) {
    bool absent = false;
    const Value method = type_lookup(rt.type_of(self), *rt.names().dunder_hash);
    if (method.is_unbound() || method.is_none())
        return raise(rt, TypeId::TypeError, "unhashable type: '%.200s'", type_name(rt, self));
    Owned result = TRY(call_special(rt, self, *rt.names().dunder_hash, nullptr, 0, absent));
    if (absent || !is_any_int(result)) return raise(rt, TypeId::TypeError, "__hash__ method should return an integer");
    std::int64_t value;
    // Larger ints are folded, as hash() of them is.
    if (!int_to_int64(result, value)) value = hash_int(result);
    return value == -1 ? -2 : value;
}

Result<std::int64_t> length(Runtime& rt, Value self) {
    Owned result = TRY(call_slot_method(rt, self, *rt.names().dunder_len, nullptr, 0));
    Owned number = TRY(index(rt, result));
    if (int_sign(number) < 0) return raise(rt, TypeId::ValueError, "__len__() should return >= 0");
    std::int64_t value;
    if (!int_to_int64(number, value))
        return raise(rt, TypeId::OverflowError, "cannot fit 'int' into an index-sized integer");
    return value;
}

Result<Owned> call(Runtime& rt, Value self, Args args) {
    const Value found = type_lookup(rt.type_of(self), *rt.names().dunder_call);
    if (found.is_unbound()) return raise(rt, TypeId::TypeError, "'%.200s' object is not callable", type_name(rt, self));
    const Owned keep = Owned::share(found);
    if (found.is_object() && found.object()->layout == Layout::function) return call_with_first(rt, found, self, args);
    Owned bound = TRY(lookup_special(rt, self, *rt.names().dunder_call));
    return mp::call(rt, bound, args);
}

// __getattribute__ first (the class's own, or object's), __getattr__ when that raises AttributeError.
Result<Owned> get_attribute_hook(Runtime& rt, Value self, StrObject& name) {
    Type& type = rt.type_of(self);
    const Names& names = rt.names();
    const Owned fallback = Owned::share(type_lookup(type, *names.dunder_getattr));
    const Value getter = type_lookup(type, *names.dunder_getattribute);
    const bool plain = is_slot_wrapper(rt, getter);
    if (plain) {
        const auto& wrapper = *static_cast<SlotWrapperObject*>(getter.object());
        const auto native = wrapper.slots->get_attribute;
        if (native == &generic_get_attribute && !fallback.is_unbound()) {
            auto found = generic_find_attribute(rt, self, name);
            if (!found.is_raised()) {
                Owned value = found.take();
                if (!value.is_unbound()) return value;
                return mp::call_slot_method_of(rt, fallback, self, &name);
            }
        } else {
            auto found = native(rt, self, name);
            if (!found.is_raised() || fallback.is_unbound()) return found;
        }
    } else {
        const Value argument = &name;
        auto found = call_slot_method(rt, self, *names.dunder_getattribute, &argument, 1);
        if (!found.is_raised() || fallback.is_unbound()) return found;
    }
    if (!pending_matches(rt, TypeId::AttributeError)) return raised;
    rt.clear_pending();
    return mp::call_slot_method_of(rt, fallback, self, &name);
}

Result<void> set_attribute(Runtime& rt, Value self, StrObject& name, Value value) {
    const Names& names = rt.names();
    const Value args[] = {&name, value};
    if (value.is_unbound())
        TRY(call_slot_method(rt, self, *names.dunder_delattr, args, 1));
    else
        TRY(call_slot_method(rt, self, *names.dunder_setattr, args, 2));
    return ok;
}

Result<Owned> compare(Runtime& rt, Value left, Value right, CompareOp op) {
    return call_or_not_implemented(rt, left, compare_name(rt, op), &right, 1);
}

Result<Owned> iter(Runtime& rt, Value self) {
    const Value method = type_lookup(rt.type_of(self), *rt.names().dunder_iter);
    if (method.is_none()) return raise(rt, TypeId::TypeError, "'%.200s' object is not iterable", type_name(rt, self));
    return call_slot_method(rt, self, *rt.names().dunder_iter, nullptr, 0);
}

Result<Owned> iternext(Runtime& rt, Value self) {
    auto item = call_slot_method(rt, self, *rt.names().dunder_next, nullptr, 0);
    if (!item.is_raised()) return item;
    if (!pending_matches(rt, TypeId::StopIteration)) return raised;
    const Value result = static_cast<StopIterationObject*>(rt.pending())->value;
    if (!result.is_unbound() && !result.is_none()) return raised; // `yield from` wants it
    rt.clear_pending();
    return Owned::adopt(Value::exhausted());
}

Result<Owned> descriptor_get(Runtime& rt, Value descriptor, Value instance, Type* owner) {
    const Value args[] = {instance.is_unbound() ? Value::none() : instance, owner ? Value(owner) : Value::none()};
    bool absent = false;
    Owned result = TRY(call_special(rt, descriptor, *rt.names().dunder_get, args, 2, absent));
    if (absent) return Owned::share(descriptor);
    return result;
}

Result<void> descriptor_set(Runtime& rt, Value descriptor, Value instance, Value value) {
    const Value args[] = {instance, value};
    const Names& names = rt.names();
    if (value.is_unbound())
        TRY(call_slot_method(rt, descriptor, *names.dunder_delete, args, 1));
    else
        TRY(call_slot_method(rt, descriptor, *names.dunder_set, args, 2));
    return ok;
}

Result<void> init(Runtime& rt, Value self, Args args) {
    const Value found = type_lookup(rt.type_of(self), *rt.names().dunder_init);
    const Owned keep = Owned::share(found);
    Owned result;
    if (found.is_object() && found.object()->layout == Layout::function) {
        result = TRY(call_with_first(rt, found, self, args));
    } else {
        Owned bound = TRY(lookup_special(rt, self, *rt.names().dunder_init));
        result = TRY(mp::call(rt, bound, args));
    }
    if (!result.is_none())
        return raise(rt, TypeId::TypeError, "__init__() should return None, not '%.200s'", type_name(rt, result));
    return ok;
}

Result<Owned> new_(Runtime& rt, Type* type, Args args) {
    Owned function = TRY(type_get_attribute(rt, type, *rt.names().dunder_new));
    return call_with_first(rt, function, type, args);
}

Result<void> finalise(Runtime& rt, Object* self) {
    bool absent = false;
    TRY(call_special(rt, self, *rt.names().dunder_del, nullptr, 0, absent));
    return ok;
}

Result<Owned> get_item(Runtime& rt, Value self, Value key) {
    return call_slot_method(rt, self, *rt.names().dunder_getitem, &key, 1);
}

Result<void> set_item(Runtime& rt, Value self, Value key, Value value) {
    const Value args[] = {key, value};
    const Names& names = rt.names();
    if (value.is_unbound())
        TRY(call_slot_method(rt, self, *names.dunder_delitem, args, 1));
    else
        TRY(call_slot_method(rt, self, *names.dunder_setitem, args, 2));
    return ok;
}

Result<bool> contains(Runtime& rt, Value self, Value item) {
    const Value method = type_lookup(rt.type_of(self), *rt.names().dunder_contains);
    if (method.is_none())
        return raise(rt, TypeId::TypeError, "'%.200s' object is not a container", type_name(rt, self));
    Owned result = TRY(call_slot_method(rt, self, *rt.names().dunder_contains, &item, 1));
    return mp::truth(rt, result);
}

} // namespace trampoline
} // namespace mp
