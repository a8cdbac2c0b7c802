#include "objects/core/attribute.h"

#include "objects/core/inherit.h"
#include "objects/core/raise.h"
#include "objects/core/shape.h"
#include "objects/core/slot_names.h"
#include "objects/core/trampolines.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/method.h"
#include "objects/types/module.h"
#include "objects/types/native_function.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

// The interned form of an attribute's name: shapes and the method cache compare addresses.
class InternedName {
public:
    InternedName(Runtime& rt, StrObject& name) : name_(&name) {
        if (!name.is_interned()) {
            kept_ = rt.intern(name);
            name_ = kept_.get();
        }
    }
    StrObject& operator*() const noexcept { return *name_; }
    operator StrObject&() const noexcept { return *name_; }

private:
    StrObject* name_;
    OptRef<StrObject> kept_;
};

bool has_storage(Value object) noexcept { return object.is_object() && object.object()->type()->has(type_has_dict); }

} // namespace

// ---- objects

Result<Owned> generic_find_attribute(Runtime& rt, Value object, StrObject& given_name) {
    const InternedName name(rt, given_name);
    Type& type = rt.type_of(object);
    const Value* cell = type_lookup_cell(type, name);
    decltype(Slots::descriptor_get) get = nullptr;
    if (cell) {
        const Type& kind = rt.type_of(*cell);
        get = kind.slots.descriptor_get;
        if (get && kind.slots.descriptor_set) {
            const Owned descriptor = Owned::share(*cell);
            return get(rt, descriptor, object, &type);
        }
    }
    if (has_storage(object)) {
        const Value own = instance_get(*object.object(), name);
        if (!own.is_unbound()) return Owned::share(own);
    }
    if (!cell) return Owned();
    Owned value = Owned::share(*cell);
    if (get) return get(rt, value, object, &type);
    return value;
}

Result<Owned> generic_get_attribute(Runtime& rt, Value object, StrObject& name) {
    Owned value = TRY(generic_find_attribute(rt, object, name));
    if (value.is_unbound()) return raise_attribute_error(rt, object, name);
    return value;
}

Result<void> generic_set_attribute(Runtime& rt, Value object, StrObject& given_name, Value value) {
    const InternedName name(rt, given_name);
    Type& type = rt.type_of(object);
    const Value* cell = type_lookup_cell(type, name);
    if (cell)
        if (const auto set = rt.type_of(*cell).slots.descriptor_set) {
            const Owned descriptor = Owned::share(*cell);
            return set(rt, descriptor, object, value);
        }
    if (has_storage(object)) {
        if (!value.is_unbound()) return instance_set(*object.object(), name, value);
        if (instance_delete(*object.object(), name)) return ok;
        return raise_attribute_error(rt, object, name);
    }
    const std::string text = to_utf8(name);
    if (cell)
        return raise(rt, TypeId::AttributeError, "'%.100s' object attribute '%s' is read-only", type_name(rt, object),
                     text.c_str());
    return raise_attribute_error_text(rt, object, name,
                                      "'" + std::string(type_name(rt, object)).substr(0, 100) +
                                          "' object has no attribute '" + text +
                                          "' and no __dict__ for setting new attributes");
}

// ---- classes

Result<Owned> type_find_attribute(Runtime& rt, Value value, StrObject& given_name) {
    const InternedName name(rt, given_name);
    Type& type = *static_cast<Type*>(value.object());
    Type& metatype = rt.type_of(value);
    const Value* meta_cell = type_lookup_cell(metatype, name);
    decltype(Slots::descriptor_get) meta_get = nullptr;
    Owned meta_attribute;
    if (meta_cell) {
        meta_attribute = Owned::share(*meta_cell);
        const Type& kind = rt.type_of(*meta_cell);
        meta_get = kind.slots.descriptor_get;
        if (meta_get && kind.slots.descriptor_set) return meta_get(rt, meta_attribute, value, &metatype);
    }
    if (const Value* cell = type_lookup_cell(type, name)) {
        Owned attribute = Owned::share(*cell);
        if (const auto get = rt.type_of(attribute).slots.descriptor_get) return get(rt, attribute, Value(), &type);
        return attribute;
    }
    if (meta_get) return meta_get(rt, meta_attribute, value, &metatype);
    return meta_attribute;
}

Result<Owned> type_get_attribute(Runtime& rt, Value type, StrObject& name) {
    Owned value = TRY(type_find_attribute(rt, type, name));
    if (value.is_unbound()) return raise_attribute_error(rt, type, name);
    return value;
}

namespace {

bool is_dunder(const StrObject& name) noexcept { return name.length > 4 && name[0] == '_' && name[1] == '_'; }

bool is_descriptor(Runtime& rt, Value value) noexcept {
    const Slots& slots = rt.type_of(value).slots;
    return slots.descriptor_get || slots.descriptor_set;
}

} // namespace

Result<void> type_set_attribute(Runtime& rt, Value object, StrObject& given_name, Value value) {
    const InternedName name(rt, given_name);
    Type& type = *static_cast<Type*>(object.object());
    if (!type.has(type_heap))
        return raise(rt, TypeId::TypeError, "cannot set '%s' attribute of immutable type '%s'", to_utf8(name).c_str(),
                     type.name.c_str());
    Type& metatype = rt.type_of(object);
    if (const Value* meta_cell = type_lookup_cell(metatype, name))
        if (const auto set = rt.type_of(*meta_cell).slots.descriptor_set) {
            const Owned descriptor = Owned::share(*meta_cell);
            return set(rt, descriptor, object, value);
        }
    return type_set_own(rt, type, name, value);
}

Result<void> type_set_own(Runtime& rt, Type& type, StrObject& given_name, Value value) {
    const InternedName name(rt, given_name);
    Value* cell = dict_find_str(*type.dict, name);
    Owned old; // released when everything is consistent
    if (value.is_unbound()) {
        if (!cell) return raise_attribute_error(rt, Value(&type), name);
        old = Owned::share(*cell);
        dict_delete_str(rt, *type.dict, name);
    } else {
        if (cell && !is_dunder(name) && !is_descriptor(rt, *cell) && !is_descriptor(rt, value)) {
            // Plain data in place of plain data: whoever caches the cell sees the new value, and nothing else can have relied on the old one.
            replace(*cell, Owned::share(value));
            return ok;
        }
        if (cell) old = Owned::share(*cell);
        dict_set_str(rt, *type.dict, name, Owned::share(value));
    }
    type_modified(rt, type);
    if (is_dunder(name) && feeds_slot(rt, name)) update_slots_for(rt, type, name);
    return ok;
}

// ---- through the slots

Result<Owned> get_attribute(Runtime& rt, Value object, StrObject& name) {
    const auto get = rt.type_of(object).slots.get_attribute;
    if (get == &generic_get_attribute) return generic_get_attribute(rt, object, name);
    return get(rt, object, name);
}

Result<Owned> get_optional_attribute(Runtime& rt, Value object, StrObject& name) {
    const auto get = rt.type_of(object).slots.get_attribute;
    auto result = get == &generic_get_attribute  ? generic_find_attribute(rt, object, name)
                  : get == &type_get_attribute   ? type_find_attribute(rt, object, name)
                  : get == &module_get_attribute ? module_find_attribute(rt, object, name)
                                                 : get(rt, object, name);
    if (!result.is_raised()) return result;
    if (!pending_matches(rt, TypeId::AttributeError)) return raised;
    rt.clear_pending();
    return Owned();
}

Result<void> set_attribute(Runtime& rt, Value object, StrObject& name, Value value) {
    return rt.type_of(object).slots.set_attribute(rt, object, name, value);
}

// ---- special methods

Result<Owned> lookup_special(Runtime& rt, Value object, StrObject& name) {
    Type& type = rt.type_of(object);
    const Value found = type_lookup(type, name);
    if (found.is_unbound()) return Owned();
    Owned attribute = Owned::share(found);
    if (const auto get = rt.type_of(found).slots.descriptor_get) return get(rt, attribute, object, &type);
    return attribute;
}

Result<Owned> call_slot_method_of(Runtime& rt, Value method, Value self, Value argument) {
    if (is_plain_method(method)) return call(rt, method, self, argument);
    if (const auto get = rt.type_of(method).slots.descriptor_get) {
        Owned bound = TRY(get(rt, method, self, &rt.type_of(self)));
        return call(rt, bound, argument);
    }
    return call(rt, method, argument);
}

Result<Owned> call_special(Runtime& rt, Value object, StrObject& name, const Value* args, std::size_t count,
                           bool& absent) {
    Type& type = rt.type_of(object);
    const Value found = type_lookup(type, name);
    absent = found.is_unbound();
    if (absent) return Owned();
    const Owned attribute = Owned::share(found);
    if (is_plain_method(found)) {
        Value values[5] = {object};
        if (count <= 4) {
            for (std::size_t i = 0; i < count; ++i) values[i + 1] = args[i];
            return call(rt, found, Args{values, static_cast<std::uint32_t>(count + 1)});
        }
        return call_with_first(rt, found, object, Args{const_cast<Value*>(args), static_cast<std::uint32_t>(count)});
    }
    Owned bound = attribute;
    if (const auto get = rt.type_of(found).slots.descriptor_get) bound = TRY(get(rt, attribute, object, &type));
    return call(rt, bound, Args{const_cast<Value*>(args), static_cast<std::uint32_t>(count)});
}

bool is_plain_method(Value value) noexcept {
    return value.is_object() &&
           (value.object()->layout == Layout::function || value.object()->layout == Layout::method_descriptor ||
            value.object()->type()->has(type_method_descriptor));
}

Result<Owned> get_method(Runtime& rt, Value object, StrObject& given_name, bool& self_first) {
    self_first = false;
    Type& type = rt.type_of(object);
    if (type.slots.get_attribute != &generic_get_attribute) return type.slots.get_attribute(rt, object, given_name);
    const InternedName name(rt, given_name);
    const Value* cell = type_lookup_cell(type, name);
    if (cell && is_plain_method(*cell)) {
        if (has_storage(object)) {
            const Value own = instance_get(*object.object(), name);
            if (!own.is_unbound()) return Owned::share(own);
        }
        // A method descriptor of another type raises when it is called.
        self_first = true;
        return Owned::share(*cell);
    }
    return generic_get_attribute(rt, object, name);
}

} // namespace mp
