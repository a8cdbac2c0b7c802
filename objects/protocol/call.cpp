#include <algorithm>

#include <boost/container/small_vector.hpp>

#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/protocol/signature.h"
#include "objects/types/native_function.h"
#include "objects/types/tuple.h"

namespace mp {

Result<void> bind_signature(Runtime& rt, const NativeDef& def, const Signature& signature, Args args, Value* out);

namespace {

Result<Owned> finish(Value result) {
    if (result.is_raised()) return raised;
    return Owned::adopt(result);
}

std::string full_name(const NativeDef& def, const Type* owner, const StrObject* module) {
    if (owner) return owner->qualified_name + "." + def.name;
    if (module && !str_equals(*module, "builtins")) return to_utf8(*module) + "." + def.name;
    return def.name;
}

Raised raise_count(Runtime& rt, const NativeDef& def, const Type* owner, const StrObject* module, std::uint32_t given) {
    // The forms of METH_NOARGS, METH_O, and Argument Clinic's positional functions.
    if (def.max == 0)
        return raise(rt, TypeId::TypeError, "%.200s() takes no arguments (%u given)",
                     full_name(def, owner, module).c_str(), given);
    if (def.min == 1 && def.max == 1)
        return raise(rt, TypeId::TypeError, "%.200s() takes exactly one argument (%u given)",
                     full_name(def, owner, module).c_str(), given);
    return raise_arity(rt, def.name, static_cast<std::size_t>(def.min), static_cast<std::size_t>(def.max), given);
}

} // namespace

std::int64_t native_value_count(Runtime& rt, const NativeDef& def, std::uint32_t given) {
    if (def.flags & takes_keywords) return -1;
    if (def.signature) {
        const Signature& signature = rt.signatures().get(rt, def);
        if (!signature.variadic) {
            const std::uint32_t count = signature.count();
            const std::uint32_t least =
                signature.positional_only == count ? static_cast<std::uint32_t>(def.min) : signature.min_given;
            return given < least || given > signature.positional ? -1 : static_cast<std::int64_t>(count);
        }
    }
    return given < static_cast<std::uint32_t>(def.min) || (def.max >= 0 && given > static_cast<std::uint32_t>(def.max))
               ? -1
               : static_cast<std::int64_t>(given);
}

Result<Owned> call_native(Runtime& rt, const NativeDef& def, Args args, bool has_self, const Type* owner,
                          const StrObject* module) {
    const std::uint32_t self = has_self ? 1 : 0;
    const std::uint32_t given = args.count - self;
    if (def.flags & takes_keywords) {
        const std::uint32_t positional = given - (args.names ? static_cast<std::uint32_t>(args.names->size) : 0);
        if (positional < static_cast<std::uint32_t>(def.min) ||
            (def.max >= 0 && positional > static_cast<std::uint32_t>(def.max)))
            return raise_count(rt, def, owner, module, positional);
        return finish(def.function(rt, args.values, args.count, args.names));
    }
    const bool keywords = args.names && args.names->size > 0;
    if (def.signature) {
        const Signature& signature = rt.signatures().get(rt, def);
        const std::uint32_t count = signature.count();
        // Positional-only signatures serve introspection and optional trailing parameters; keywords are refused as without a signature.
        if (!signature.variadic && (signature.positional_only < count || !keywords)) {
            if (given == count && !keywords && signature.positional == count)
                return finish(def.function(rt, args.values, args.count, nullptr));
            boost::container::small_vector<Value, 12> bound(count + self);
            if (has_self) bound[0] = args[0];
            if (signature.positional_only == count) {
                if (given < static_cast<std::uint32_t>(def.min) || given > count)
                    return raise_count(rt, def, owner, module, given);
                std::copy(args.values + self, args.values + args.count, bound.data() + self);
                std::fill(bound.data() + args.count, bound.data() + bound.size(), Value());
            } else {
                TRY(bind_signature(rt, def, signature, args.from(self), bound.data() + self));
            }
            return finish(def.function(rt, bound.data(), count + self, nullptr));
        }
    }
    if (keywords)
        return raise(rt, TypeId::TypeError, "%.200s() takes no keyword arguments",
                     full_name(def, owner, module).c_str());
    if (given < static_cast<std::uint32_t>(def.min) || (def.max >= 0 && given > static_cast<std::uint32_t>(def.max)))
        return raise_count(rt, def, owner, module, given);
    return finish(def.function(rt, args.values, args.count, nullptr));
}

Result<Owned> call(Runtime& rt, Value callee, Args args) {
    const auto slot = rt.type_of(callee).slots.call;
    if (!slot) return raise(rt, TypeId::TypeError, "'%.200s' object is not callable", type_name(rt, callee));
    if (callee.object()->layout == Layout::function) return slot(rt, callee, args); // counts its depth itself
    NativeScope scope(rt);
    if (!scope) return raised;
    return slot(rt, callee, args);
}

Result<Owned> call(Runtime& rt, Value callee) { return call(rt, callee, Args{nullptr, 0}); }

Result<Owned> call(Runtime& rt, Value callee, Value a) { return call(rt, callee, Args{&a, 1}); }

Result<Owned> call(Runtime& rt, Value callee, Value a, Value b) {
    Value values[] = {a, b};
    return call(rt, callee, Args{values, 2});
}

Result<Owned> call(Runtime& rt, Value callee, Value a, Value b, Value c) {
    Value values[] = {a, b, c};
    return call(rt, callee, Args{values, 3});
}

namespace {

Result<Owned> call_method_values(Runtime& rt, Value object, StrObject& name, Value* values, std::uint32_t count) {
    // values[0] is room for self.
    bool self_first = false;
    Owned method = TRY(get_method(rt, object, name, self_first));
    if (self_first) {
        values[0] = object;
        return call(rt, method, Args{values, count + 1});
    }
    return call(rt, method, Args{values + 1, count});
}

} // namespace

Result<Owned> call_method(Runtime& rt, Value object, StrObject& name) {
    Value values[1];
    return call_method_values(rt, object, name, values, 0);
}

Result<Owned> call_method(Runtime& rt, Value object, StrObject& name, Value a) {
    Value values[] = {Value(), a};
    return call_method_values(rt, object, name, values, 1);
}

Result<Owned> call_method(Runtime& rt, Value object, StrObject& name, Value a, Value b) {
    Value values[] = {Value(), a, b};
    return call_method_values(rt, object, name, values, 2);
}

bool is_callable(Runtime& rt, Value value) noexcept { return rt.type_of(value).slots.call != nullptr; }

} // namespace mp
