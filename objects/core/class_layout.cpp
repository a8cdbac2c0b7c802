#include "objects/core/class_layout.h"

#include <algorithm>

#include "objects/core/attribute.h"
#include "objects/core/inherit.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/exception.h"
#include "objects/types/list.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

// Whether instances of the type have more fixed parts than those of its base.
bool adds_layout(const Type& type) noexcept {
    if (!type.base) return true;
    if (type.spec)
        return type.spec->size > type.base->native_base->size ||
               (type.has(type_variable_size) && !type.base->has(type_variable_size));
    return type.slot_names && type.slot_names->size > 0;
}

const Type* solid_base(const Type* type) noexcept {
    while (!adds_layout(*type)) type = type->base;
    return type;
}

} // namespace

Result<Type*> best_base(Runtime& rt, TupleObject& bases) {
    const Type* winner = nullptr;
    Type* best = nullptr;
    for (std::int64_t i = 0; i < bases.size; ++i) {
        if (!is_subtype(&rt.type_of(bases[i]), &rt.type(TypeId::type)))
            return raise(rt, TypeId::TypeError, "bases must be types");
        Type& base = *static_cast<Type*>(bases[i].object());
        if (!base.has(type_is_base))
            return raise(rt, TypeId::TypeError, "type '%.100s' is not an acceptable base type", base.name.c_str());
        const Type* candidate = solid_base(&base);
        if (!winner || (winner != candidate && is_subtype(candidate, winner))) {
            winner = candidate;
            best = &base;
        } else if (!is_subtype(winner, candidate)) {
            return raise(rt, TypeId::TypeError, "multiple bases have instance lay-out conflict");
        }
    }
    return best;
}

bool compatible_layout(const Type& a, const Type& b) noexcept {
    const std::uint32_t same = type_has_dict | type_has_gc | type_variable_size | type_weakrefs;
    if (a.native_base != b.native_base || a.basic_size != b.basic_size || (a.flags & same) != (b.flags & same))
        return false;
    if (a.has(type_variable_size) && a.tail_size != b.tail_size) return false;
    const Type* solid_a = solid_base(&a);
    const Type* solid_b = solid_base(&b);
    if (solid_a == solid_b) return true;
    // Two classes with the same __slots__ on the same base.
    if (!solid_a->slot_names || !solid_b->slot_names || solid_base(solid_a->base) != solid_base(solid_b->base))
        return false;
    if (solid_a->slot_names->size != solid_b->slot_names->size) return false;
    for (std::int64_t i = 0; i < solid_a->slot_names->size; ++i)
        if (!(*solid_a->slot_names)[i].is((*solid_b->slot_names)[i])) return false;
    return true;
}

Result<Type*> winning_metatype(Runtime& rt, Type& metatype, TupleObject& bases) {
    Type* winner = &metatype;
    for (std::int64_t i = 0; i < bases.size; ++i) {
        Type& kind = rt.type_of(bases[i]);
        if (is_subtype(winner, &kind)) continue;
        if (is_subtype(&kind, winner)) {
            winner = &kind;
            continue;
        }
        return raise(rt, TypeId::TypeError,
                     "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the "
                     "metaclasses of all its bases");
    }
    return winner;
}

bool keeps_own_dict(const Type& type) noexcept {
    return type.native_base->layout == Layout::type || type.native_base->layout == Layout::module;
}

bool allows_slots(const Type& type) noexcept { return type.native_base->layout == Layout::str; }

Result<void> call_mro_method(Runtime& rt, Type& type) {
    bool absent = false;
    Owned given = TRY(call_special(rt, &type, *rt.names().mro, nullptr, 0, absent));
    auto mro = TRY(tuple_from(rt, given));
    const Type* solid = solid_base(&type);
    for (std::int64_t i = 0; i < mro->size; ++i) {
        const Value item = (*mro)[i];
        if (!is_subtype(&rt.type_of(item), &rt.type(TypeId::type)))
            return raise(rt, TypeId::TypeError, "mro() returned a non-class ('%.500s')", type_name(rt, item));
        const Type& base = *static_cast<Type*>(item.object());
        if (!is_subtype(solid, solid_base(&base)))
            return raise(rt, TypeId::TypeError, "mro() returned base with unsuitable layout ('%.500s')",
                         base.name.c_str());
    }
    TupleObject* old = type.mro;
    type.mro = mro.release();
    if (old) release(old);
    return ok;
}

void inherit_abstractness(Runtime& rt, Type& type) {
    const Value methods = dict_get_str(*type.dict, *rt.names().dunder_abstractmethods);
    type.flags &= ~static_cast<std::uint32_t>(type_abstract);
    if (methods.is_unbound()) return;
    auto any = truth(rt, methods);
    if (any.is_raised())
        rt.clear_pending();
    else if (any.take())
        type.flags |= type_abstract;
}

void add_note_to_pending(Runtime& rt, std::string_view utf8_text) {
    ExceptionObject* exception = rt.pending();
    if (!exception) return;
    if (exception->notes.is_unbound()) exception->notes = Owned(make_list(rt)).release();
    if (is_list(exception->notes))
        list_append(rt, *static_cast<ListObject*>(exception->notes.object()), make_str(rt, utf8_text));
}

// ---- __bases__

namespace {

Result<void> recompute_mro(Runtime& rt, Type& type) {
    auto mro = TRY(compute_mro(rt, type));
    TupleObject* old = type.mro;
    type.mro = mro.release();
    release(old);
    Type& metatype = rt.type_of(&type);
    if (&metatype != &rt.type(TypeId::type) &&
        !type_lookup(metatype, *rt.names().mro).is(type_lookup(rt.type(TypeId::type), *rt.names().mro)))
        TRY(call_mro_method(rt, type));
    return ok;
}

// The type and all its subclasses, bases first.
std::vector<Type*> family(Type& type) {
    std::vector<Type*> result{&type};
    for (std::size_t i = 0; i < result.size(); ++i)
        for (Type* subclass : result[i]->subclasses) {
            std::erase(result, subclass); // it comes after the last of its bases
            result.push_back(subclass);
        }
    return result;
}

void leave_bases(Type& type) {
    for (std::int64_t i = 0; i < type.bases->size; ++i)
        std::erase(static_cast<Type*>((*type.bases)[i].object())->subclasses, &type);
}

void join_bases(Type& type) {
    for (std::int64_t i = 0; i < type.bases->size; ++i)
        static_cast<Type*>((*type.bases)[i].object())->subclasses.push_back(&type);
}

} // namespace

Result<void> set_bases(Runtime& rt, Type& type, TupleObject& bases) {
    if (bases.size == 0)
        return raise(rt, TypeId::TypeError, "can only assign non-empty tuple to %s.__bases__, not ()",
                     type.name.c_str());
    for (std::int64_t i = 0; i < bases.size; ++i) {
        if (!is_subtype(&rt.type_of(bases[i]), &rt.type(TypeId::type)))
            return raise(rt, TypeId::TypeError, "%s.__bases__ must be tuple of classes, not '%s'", type.name.c_str(),
                         type_name(rt, bases[i]));
        if (is_subtype(static_cast<Type*>(bases[i].object()), &type))
            return raise(rt, TypeId::TypeError, "a __bases__ item causes an inheritance cycle");
    }
    Type* best = TRY(best_base(rt, bases));
    if (!compatible_layout(*best, *type.base))
        return raise(rt, TypeId::TypeError, "__bases__ assignment: '%s' object layout differs from '%s'",
                     best->name.c_str(), type.base->name.c_str());

    const auto old_bases = Ref<TupleObject>::adopt(type.bases);
    const auto old_base = Ref<Type>::adopt(type.base);
    leave_bases(type);
    retain(&bases);
    type.bases = &bases;
    retain(best);
    type.base = best;
    join_bases(type);
    const std::vector<Type*> changed = family(type);
    for (Type* member : changed)
        if (recompute_mro(rt, *member).is_raised()) {
            leave_bases(type);
            release(type.bases);
            release(type.base);
            type.bases = Ref<TupleObject>(old_bases).release();
            type.base = Ref<Type>(old_base).release();
            join_bases(type);
            auto error = rt.take_pending();
            for (Type* restored : changed)
                if (recompute_mro(rt, *restored).is_raised()) rt.clear_pending();
            rt.set_pending(std::move(error));
            return raised;
        }
    type_modified(rt, type);
    for (Type* member : changed)
        if (member->has(type_heap)) update_slots(rt, *member);
    return ok;
}

} // namespace mp
