#include "interp/vm/patterns.h"

#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/set.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

Result<Owned> match_keys(Vm& vm, Value mapping, Value keys_value) {
    auto& keys = *static_cast<TupleObject*>(keys_value.object());
    Ref<SetObject> seen = make_set(vm);
    std::vector<Owned> values;
    Owned get;
    for (std::int64_t i = 0; i < keys.size; ++i) {
        if (!TRY(set_add(vm, *seen, keys[i]))) {
            Ref<StrObject> shown = TRY(repr(vm, keys[i]));
            return raise(vm, TypeId::ValueError, "mapping pattern checks duplicate key (%s)", to_utf8(*shown).c_str());
        }
        if (is_dict(mapping)) {
            Owned value = TRY(dict_get(vm, *static_cast<DictObject*>(mapping.object()), keys[i]));
            if (value.is_unbound()) return Owned::adopt(Value::none());
            values.push_back(std::move(value));
            continue;
        }
        // get(key, marker): __missing__ must not make new entries. A fresh object is a marker that no value can be.
        Ref<SetObject> marker = make_set(vm);
        if (get.is_unbound()) get = TRY(get_attribute(vm, mapping, *vm.names().get));
        Owned value = TRY(call(vm, get, keys[i], marker));
        if (value.get().is(marker)) return Owned::adopt(Value::none());
        values.push_back(std::move(value));
    }
    Ref<TupleObject> result = make_tuple(vm, static_cast<std::int64_t>(values.size()));
    for (std::size_t i = 0; i < values.size(); ++i) result->items()[i] = values[i].release();
    return Owned(std::move(result));
}

Result<Owned> match_class(Vm& vm, Value subject, Value cls, std::uint32_t positional, Value names_value) {
    if (!cls.is_object() || !is_subtype(&vm.type_of(cls), &vm.type(TypeId::type)))
        return raise(vm, TypeId::TypeError, "called match pattern must be a class");
    Type& type = *static_cast<Type*>(cls.object());
    if (!TRY(is_instance(vm, subject, cls))) return Owned::adopt(Value::none());
    auto& keywords = *static_cast<TupleObject*>(names_value.object());
    std::vector<Owned> values;
    std::vector<Owned> names; // attributes named so far: none may come twice
    const auto attribute = [&](Value name) -> Result<bool> {
        for (const Owned& other : names)
            if (TRY(equal(vm, other, name)))
                return raise(vm, TypeId::TypeError, "%s() got multiple sub-patterns for attribute %s",
                             type.name.c_str(), to_utf8(*TRY(repr(vm, name))).c_str());
        names.push_back(Owned::share(name));
        Owned value = TRY(get_optional_attribute(vm, subject, *static_cast<StrObject*>(name.object())));
        if (value.is_unbound()) return false;
        values.push_back(std::move(value));
        return true;
    };
    if (positional) {
        Owned match_args = TRY(get_optional_attribute(vm, cls, *vm.names().dunder_match_args));
        bool self_match = false;
        std::int64_t allowed = 0;
        if (match_args.is_unbound()) {
            self_match = type.has(type_match_self);
            allowed = self_match ? 1 : 0;
        } else {
            if (!is_tuple(match_args))
                return raise(vm, TypeId::TypeError, "%s.__match_args__ must be a tuple (got %s)", type.name.c_str(),
                             type_name(vm, match_args));
            allowed = static_cast<TupleObject*>(match_args.get().object())->size;
        }
        if (allowed < static_cast<std::int64_t>(positional))
            return raise(vm, TypeId::TypeError, "%s() accepts %lld positional sub-pattern%s (%u given)",
                         type.name.c_str(), static_cast<long long>(allowed), allowed == 1 ? "" : "s", positional);
        if (self_match)
            values.push_back(Owned::share(subject));
        else {
            auto& list = *static_cast<TupleObject*>(match_args.get().object());
            for (std::uint32_t i = 0; i < positional; ++i) {
                if (!is_str_or_subclass(vm, list[i]))
                    return raise(vm, TypeId::TypeError, "__match_args__ elements must be strings (got %s)",
                                 type_name(vm, list[i]));
                if (!TRY(attribute(list[i]))) return Owned::adopt(Value::none());
            }
        }
    }
    for (std::int64_t i = 0; i < keywords.size; ++i)
        if (!TRY(attribute(keywords[i]))) return Owned::adopt(Value::none());
    Ref<TupleObject> result = make_tuple(vm, static_cast<std::int64_t>(values.size()));
    for (std::size_t i = 0; i < values.size(); ++i) result->items()[i] = values[i].release();
    return Owned(std::move(result));
}

} // namespace mp
