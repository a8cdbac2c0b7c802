// type.__new__: what a class statement does once its body has run (language reference 3.3.3).
#include <algorithm>

#include "objects/core/attribute.h"
#include "objects/core/class_layout.h"
#include "objects/core/core_setup.h"
#include "objects/core/inherit.h"
#include "objects/core/raise.h"
#include "objects/core/shape.h"
#include "objects/protocol/protocol.h"
#include "objects/types/cell.h"
#include "objects/types/descriptors.h"
#include "objects/types/dict.h"
#include "objects/types/exception.h"
#include "objects/types/list.h"
#include "objects/types/method.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

struct ClassMaker {
    Runtime& rt;
    Type& metatype;
    StrObject& name;
    TupleObject& bases;
    Args keywords;
    Type& base; // the best base
    Ref<DictObject> dict;
    OptRef<TupleObject> slots; // names of __slots__, mangled and sorted; null: no __slots__
    bool add_dict = false;
    bool add_weakrefs = false;
    Owned class_cell;
    Owned qualified_name;

    Result<Ref<Type>> make();
    Result<void> read_slots();
    Result<void> take_special_entries();
    void fill_entries(Type& type);
    void lay_out(Type& type);
    Result<void> wrap(StrObject& method, bool as_static);
    Result<void> set_mro(Type& type);
    Result<void> tell_descriptors(Type& type);
    Result<void> tell_base(Type& type);
};

bool is_identifier_text(const StrObject& text) noexcept {
    if (text.length == 0) return false;
    for (std::int64_t i = 0; i < text.length; ++i) {
        const char32_t c = text[i];
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
        if (!letter && !(i > 0 && c >= '0' && c <= '9')) return false;
    }
    return true;
}

// __private becomes _Class__private (language reference 6.2.1).
Ref<StrObject> mangle(Runtime& rt, const StrObject& class_name, StrObject& text) {
    const std::string plain = to_utf8(text);
    if (!plain.starts_with("__") || plain.ends_with("__") || plain.find('.') != std::string::npos)
        return rt.intern(text);
    std::string prefix = to_utf8(class_name);
    prefix.erase(0, prefix.find_first_not_of('_'));
    if (prefix.empty()) return rt.intern(text);
    return rt.intern("_" + prefix + plain);
}

Result<void> ClassMaker::read_slots() {
    const Names& names = rt.names();
    const bool may_add_dict = !base.has(type_has_dict) && !keeps_own_dict(base);
    const bool may_add_weakrefs = !base.has(type_weakrefs) && !base.has(type_variable_size);
    const Owned given = Owned::share(dict_get_str(*dict, *names.dunder_slots));
    if (given.is_unbound()) {
        add_dict = may_add_dict;
        add_weakrefs = may_add_weakrefs;
        return ok;
    }
    Ref<TupleObject> wanted = is_str_or_subclass(rt, given) ? tuple_of(rt, given) : TRY(tuple_from(rt, given));
    if (wanted->size > 0 && base.has(type_variable_size) && !allows_slots(base))
        return raise(rt, TypeId::TypeError, "nonempty __slots__ not supported for subtype of '%s'", base.name.c_str());
    std::vector<Ref<StrObject>> members;
    for (std::int64_t i = 0; i < wanted->size; ++i) {
        const Value item = (*wanted)[i];
        if (!is_str_or_subclass(rt, item))
            return raise(rt, TypeId::TypeError, "__slots__ items must be strings, not '%.200s'", type_name(rt, item));
        auto& text = *static_cast<StrObject*>(item.object());
        if (!is_identifier_text(text)) return raise(rt, TypeId::TypeError, "__slots__ must be identifiers");
        if (str_equal(text, *names.dunder_dict)) {
            if (!may_add_dict || add_dict)
                return raise(rt, TypeId::TypeError, "__dict__ slot disallowed: we already got one");
            add_dict = true;
            continue;
        }
        if (str_equal(text, *names.dunder_weakref)) {
            if (!may_add_weakrefs || add_weakrefs)
                return raise(rt, TypeId::TypeError, "__weakref__ slot disallowed: we already got one");
            add_weakrefs = true;
            continue;
        }
        auto member = mangle(rt, name, text);
        if (dict_find_str(*dict, *member)) {
            const bool harmless = member.get() == names.dunder_qualname || member.get() == names.dunder_classcell;
            if (!harmless)
                return raise(rt, TypeId::ValueError, "'%s' in __slots__ conflicts with class variable",
                             to_utf8(text).c_str());
        }
        if (std::none_of(members.begin(), members.end(),
                         [&](const auto& other) { return other.get() == member.get(); }))
            members.push_back(member);
    }
    std::sort(members.begin(), members.end(), [](const auto& a, const auto& b) { return str_compare(*a, *b) < 0; });
    // Other bases may bring a dict or weak references along.
    for (std::int64_t i = 0; i < bases.size; ++i) {
        const Type& other = *static_cast<Type*>(bases[i].object());
        if (may_add_dict && other.has(type_has_dict)) add_dict = true;
        if (may_add_weakrefs && other.has(type_weakrefs)) add_weakrefs = true;
    }
    auto sorted = make_tuple(rt, static_cast<std::int64_t>(members.size()));
    for (std::size_t i = 0; i < members.size(); ++i) sorted->items()[i] = Value(members[i].release());
    slots = std::move(sorted);
    return ok;
}

// __classcell__ and __qualname__ leave the namespace.
Result<void> ClassMaker::take_special_entries() {
    const Names& names = rt.names();
    class_cell = Owned::share(dict_get_str(*dict, *names.dunder_classcell));
    if (!class_cell.is_unbound()) {
        if (&rt.type_of(class_cell) != &rt.type(TypeId::cell)) {
            auto shown = TRY(repr(rt, &rt.type_of(class_cell)));
            return raise(rt, TypeId::TypeError, "__classcell__ must be a nonlocal cell, not %s",
                         to_utf8(*shown).c_str());
        }
        dict_delete_str(rt, *dict, *names.dunder_classcell);
    }
    qualified_name = Owned::share(dict_get_str(*dict, *names.dunder_qualname));
    if (qualified_name.is_unbound()) {
        qualified_name = Owned::share(&name);
    } else {
        if (!is_str_or_subclass(rt, qualified_name))
            return raise(rt, TypeId::TypeError, "type __qualname__ must be a str, not %s",
                         type_name(rt, qualified_name));
        dict_delete_str(rt, *dict, *names.dunder_qualname);
    }
    return ok;
}

void ClassMaker::lay_out(Type& type) {
    type.native_base = base.native_base;
    // Every instance refers to its class, which may refer to it: also those without attributes are the collector's.
    type.flags = (base.flags & (type_has_dict | type_weakrefs | type_variable_size | type_match_self | type_no_new)) |
                 type_heap | type_is_base | type_has_gc;
    if (add_dict) type.flags |= type_has_dict;
    if (add_weakrefs) type.flags |= type_weakrefs;

    type.instance_layout = type.native_base == rt.type(TypeId::object).spec ? Layout::instance : Layout::subclass;
    const std::uint32_t own_slots = slots ? static_cast<std::uint32_t>(slots->size) * 8 : 0;
    const std::uint16_t inherited = base.instance_shape->inline_capacity;
    type.basic_size = base.basic_size;
    std::uint32_t tail_slots = 0;
    if (type.has(type_variable_size))
        tail_slots = base.tail_size - (base.has(type_has_dict) ? 8u * (1u + inherited) : 0u) + own_slots;
    else
        type.basic_size += own_slots;

    Shape* root = new_shape(rt, type);
    type.instance_shape = root;
    type.tail_size = tail_slots;
    if (type.has(type_has_dict)) {
        // Room for a few attributes. It is the same for all classes of a layout: assigning to __class__ or __bases__ leaves the objects where they are.
        const std::size_t capacity =
            inherited == 0 && type.instance_layout == Layout::instance ? std::size_t{3} : std::size_t{inherited};
        root->inline_capacity = static_cast<std::uint16_t>(std::min<std::size_t>(capacity, 24));
        root->keys = new ShapeKeys{};
        type.tail_size += 8 * (1u + root->inline_capacity);
        if (!type.has(type_variable_size)) type.dict_offset = type.basic_size;
    }
    if (slots && slots->size > 0) {
        for (std::int64_t i = 0; i < slots->size; ++i) {
            auto& member = *static_cast<StrObject*>((*slots)[i].object());
            std::int64_t offset = static_cast<std::int64_t>(base.basic_size) + 8 * i;
            // In the tail, the slots of derived classes stand before those of their bases.
            if (type.has(type_variable_size)) offset = -static_cast<std::int64_t>(tail_slots) + 8 * i;
            dict_set_str(rt, *dict, member, make_member_descriptor(rt, member, type, offset));
        }
    }
    if (slots) type.slot_names = slots.release();
}

Result<void> ClassMaker::wrap(StrObject& method, bool as_static) {
    const Value found = dict_get_str(*dict, method);
    if (found.is_object() && found.object()->layout == Layout::function) {
        Owned wrapped = as_static ? Owned(make_staticmethod(rt, found)) : Owned(make_classmethod(rt, found));
        dict_set_str(rt, *dict, method, std::move(wrapped));
    }
    return ok;
}

void ClassMaker::fill_entries(Type& type) {
    const Names& names = rt.names();
    if (!dict_find_str(*dict, *names.dunder_module)) {
        Owned module = rt.current_module_name();
        if (!module.is_unbound()) dict_set_str(rt, *dict, *names.dunder_module, std::move(module));
    }
    if (!dict_find_str(*dict, *names.dunder_doc))
        dict_set_str(rt, *dict, *names.dunder_doc, Owned::adopt(Value::none()));
    (void)wrap(*names.dunder_new, true);
    (void)wrap(*names.dunder_init_subclass, false);
    (void)wrap(*names.dunder_class_getitem, false);
    if (add_dict) add_dict_getset(rt, type);
    if (add_weakrefs) add_weakref_getset(rt, type);
    // Who defines equality alone is unhashable (object.__hash__ in the reference).
    if (dict_find_str(*dict, *names.dunder_eq) && !dict_find_str(*dict, *names.dunder_hash))
        dict_set_str(rt, *dict, *names.dunder_hash, Owned::adopt(Value::none()));
}

Result<void> ClassMaker::set_mro(Type& type) {
    type.mro = TRY(compute_mro(rt, type)).release();
    if (&metatype == &rt.type(TypeId::type)) return ok;
    const Value method = type_lookup(metatype, *rt.names().mro);
    if (method.is(type_lookup(rt.type(TypeId::type), *rt.names().mro))) return ok;
    return call_mro_method(rt, type);
}

Result<void> ClassMaker::tell_descriptors(Type& type) {
    // __set_name__ may change the class: a copy is walked.
    auto snapshot = dict_copy(rt, *type.dict);
    std::uint32_t position = 0;
    Value key, value;
    while (dict_next(*snapshot, position, key, value)) {
        Type& kind = rt.type_of(value);
        if (&kind == &rt.type(TypeId::function)) continue;
        if (type_lookup(kind, *rt.names().dunder_set_name).is_unbound()) continue;
        const Value args[] = {Value(&type), key};
        bool absent = false;
        const Owned keep = Owned::share(value);
        auto told = call_special(rt, value, *rt.names().dunder_set_name, args, 2, absent);
        if (told.is_raised()) {
            if (rt.has_pending()) {
                auto text = "Error calling __set_name__ on '" + kind.name.substr(0, 100) + "' instance " +
                            [&] {
                                auto exception = rt.take_pending();
                                auto shown = repr(rt, key);
                                std::string result = shown.is_raised() ? "?" : to_utf8(*shown.take());
                                rt.set_pending(std::move(exception));
                                return result;
                            }() +
                            " in '" + type.name.substr(0, 100) + "'";
                add_note_to_pending(rt, text);
            }
            return raised;
        }
    }
    return ok;
}

// super(cls, cls).__init_subclass__(**keywords)
Result<void> ClassMaker::tell_base(Type& type) {
    bool self_first = false;
    Owned method = TRY(super_method(rt, &type, &type, *rt.names().dunder_init_subclass, self_first));
    if (self_first) {
        std::vector<Value> values{Value(&type)};
        values.insert(values.end(), keywords.values, keywords.values + keywords.count);
        TRY(call(rt, method, Args{values.data(), static_cast<std::uint32_t>(values.size()), keywords.names}));
        return ok;
    }
    TRY(call(rt, method, keywords));
    return ok;
}

Result<Ref<Type>> ClassMaker::make() {
    TRY(read_slots());
    TRY(take_special_entries());
    Type* type = allocate_type(rt, metatype.instance_shape);
    if (metatype.has(type_heap)) retain(&metatype);
    auto result = Ref<Type>::adopt(type);
    type->dict_filled = true;
    type->native_base = base.native_base;
    type->instance_shape = nullptr;
    type->name = to_utf8(name);
    type->qualified_name = to_utf8(*static_cast<StrObject*>(qualified_name.get().object()));
    retain(&base);
    type->base = &base;
    retain(&bases);
    type->bases = &bases;
    retain(dict.get());
    type->dict = dict.get();
    type->slots.dealloc = base.slots.dealloc;
    lay_out(*type);
    fill_entries(*type);
    if (!class_cell.is_unbound())
        replace(static_cast<CellObject*>(class_cell.get().object())->content, Owned::share(type));
    TRY(set_mro(*type));
    // The first class of the method resolution order that is a collection says which patterns match (PEP 634).
    for (std::int64_t i = 1; i < type->mro->size && !(type->flags & (type_sequence | type_mapping)); ++i)
        type->flags |= static_cast<Type*>((*type->mro)[i].object())->flags & (type_sequence | type_mapping);
    for (std::int64_t i = 0; i < bases.size; ++i) static_cast<Type*>(bases[i].object())->subclasses.push_back(type);
    update_slots(rt, *type);
    inherit_abstractness(rt, *type);
    type->ready = true;
    TRY(tell_descriptors(*type));
    TRY(tell_base(*type));
    return result;
}

} // namespace

Result<Owned> make_class(Runtime& rt, Type& metatype, StrObject& name, TupleObject& given_bases, DictObject& name_space,
                         Args keywords) {
    auto bases =
        given_bases.size == 0 ? tuple_of(rt, Value(&rt.type(TypeId::object))) : Ref<TupleObject>::share(&given_bases);
    for (std::int64_t i = 0; i < bases->size; ++i)
        for (std::int64_t j = 0; j < i; ++j)
            if ((*bases)[i].is((*bases)[j]))
                return raise(rt, TypeId::TypeError, "duplicate base class %s",
                             static_cast<Type*>((*bases)[i].object())->dunder_name());
    Type* base = TRY(best_base(rt, *bases));
    for (std::int64_t i = 0; i < name.length; ++i)
        if (name[i] == 0) return raise(rt, TypeId::ValueError, "type name must not contain null characters");
    ClassMaker maker{rt, metatype, name, *bases, keywords, *base, dict_copy(rt, name_space), {}, false, false, {}, {}};
    return Owned(TRY(maker.make()));
}

} // namespace mp
