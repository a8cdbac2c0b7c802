#include "objects/core/inherit.h"

#include <algorithm>

#include "objects/core/attribute.h"
#include "objects/core/core_setup.h"
#include "objects/core/raise.h"
#include "objects/core/slot_names.h"
#include "objects/core/trampolines.h"
#include "objects/types/descriptors.h"
#include "objects/types/dict.h"
#include "objects/types/native_function.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

// ---- built-in types

Type* native_second_base(Runtime& rt, TypeId id) noexcept {
    if (id == TypeId::CastError) return &rt.type(TypeId::TypeError);
    if (id == TypeId::ExceptionGroup) return &rt.type(TypeId::Exception);
    return nullptr;
}

namespace {

// Slots of `base` where the type has none of its own. Equality and hash go together: who defines == alone is unhashable.
void inherit_native_slots(Type& type, const Type& base) {
    const Slots& own = type.spec->slots;
    Slots& slots = type.slots;
    for (std::size_t i = 0; i < slot_count; ++i)
        slot_at(slots, i) = slot_at(own, i) ? slot_at(own, i) : slot_at(base.slots, i);
    if (own.compare || own.hash) slots.hash = own.hash;
    // As CPython: what derives straight from object and has no __new__ cannot be made by calling.
    if (!own.new_ && !base.base) type.flags |= type_no_new;
    if (type.has(type_no_new)) slots.new_ = nullptr;
}

} // namespace

void link_native_type(Runtime& rt, Type& type, Type* second_base) {
    if (type.base && !type.base->ready) link_native_type(rt, *type.base, nullptr);
    if (second_base && !second_base->ready) link_native_type(rt, *second_base, nullptr);
    if (type.base) {
        inherit_native_slots(type, *type.base);
        type.base->subclasses.push_back(&type);
        if (second_base) second_base->subclasses.push_back(&type);
        if (second_base)
            type.bases = tuple_of(rt, Value(type.base), Value(second_base)).release();
        else
            type.bases = tuple_of(rt, Value(type.base)).release();
    } else {
        type.slots = type.spec->slots;
        type.bases = make_tuple(rt, 0).release();
    }
    type.mro = MUST(compute_mro(rt, type)).release();
    for (Object* object :
         {static_cast<Object*>(&type), static_cast<Object*>(type.bases), static_cast<Object*>(type.mro)})
        untrack(*object);
    if (type.slots.get_attribute != &generic_get_attribute) type.flags |= type_dynamic_getattr;
    if (type.slots.set_attribute != &generic_set_attribute) type.flags |= type_dynamic_setattr;
    type.ready = true;
}

// ---- mro

namespace {

struct MroList {
    const Value* items;
    std::int64_t size;
    std::int64_t next = 0;
};

bool in_tail(const MroList& list, const Object* candidate) noexcept {
    for (std::int64_t i = list.next + 1; i < list.size; ++i)
        if (list.items[i].object() == candidate) return true;
    return false;
}

Raised raise_inconsistent(Runtime& rt, const std::vector<MroList>& lists) {
    // The heads that are left, each once, as CPython lists them.
    std::vector<const Object*> heads;
    std::string text = "Cannot create a consistent method resolution order (MRO) for bases ";
    for (const MroList& list : lists) {
        if (list.next >= list.size) continue;
        const Object* head = list.items[list.next].object();
        if (std::find(heads.begin(), heads.end(), head) != heads.end()) continue;
        if (!heads.empty()) text += ", ";
        heads.push_back(head);
        text += static_cast<const Type*>(head)->dunder_name();
    }
    return raise_text(rt, TypeId::TypeError, text);
}

} // namespace

Result<Ref<TupleObject>> compute_mro(Runtime& rt, Type& type) {
    const TupleObject& bases = *type.bases;
    if (bases.size == 1) {
        const TupleObject& rest = *static_cast<Type*>(bases[0].object())->mro;
        auto mro = make_tuple(rt, rest.size + 1);
        retain(&type);
        mro->items()[0] = Value(&type);
        for (std::int64_t i = 0; i < rest.size; ++i) {
            retain(rest[i]);
            mro->items()[i + 1] = rest[i];
        }
        return mro;
    }
    std::vector<MroList> lists;
    for (std::int64_t i = 0; i < bases.size; ++i) {
        Type& base = *static_cast<Type*>(bases[i].object());
        for (std::int64_t j = 0; j < i; ++j)
            if (bases[j].is(bases[i]))
                return raise(rt, TypeId::TypeError, "duplicate base class %s", base.dunder_name());
        lists.push_back({base.mro->items(), base.mro->size});
    }
    lists.push_back({bases.items(), bases.size});
    std::vector<Value> merged{Value(&type)};
    for (;;) {
        bool left = false;
        Object* chosen = nullptr;
        for (const MroList& list : lists) {
            if (list.next >= list.size) continue;
            left = true;
            Object* candidate = list.items[list.next].object();
            if (std::none_of(lists.begin(), lists.end(),
                             [&](const MroList& other) { return in_tail(other, candidate); })) {
                chosen = candidate;
                break;
            }
        }
        if (!left) break;
        if (!chosen) return raise_inconsistent(rt, lists);
        merged.push_back(Value(chosen));
        for (MroList& list : lists)
            if (list.next < list.size && list.items[list.next].object() == chosen) ++list.next;
    }
    return make_tuple_sharing(rt, merged.data(), static_cast<std::int64_t>(merged.size()));
}

// ---- slots of Python classes

namespace {

// Chooses the function of one slot (CPython's update_one_slot).
AnyFunction choose_slot(Runtime& rt, Type& type, std::size_t index) {
    AnyFunction native = nullptr;
    AnyFunction generic = nullptr;
    bool use_generic = false;
    for (const SlotName& slot : slot_names()) {
        if (slot.slot != index) continue;
        const Value found = type_lookup(type, *(rt.names().*slot.name));
        if (found.is_unbound()) continue;
        if (is_slot_wrapper(rt, found)) {
            const auto& wrapper = *static_cast<SlotWrapperObject*>(found.object());
            if (wrapper.slot->name != slot.name) { // __str__ = int.__repr__
                if (!slot.trampoline) continue;
                use_generic = true;
                generic = slot.trampoline;
                continue;
            }
            // A wrapper of another slot by the same name (a sequence's + for the number slot) leaves this one empty.
            if (wrapper.slot->slot != index) continue;
            generic = slot.trampoline;
            const AnyFunction wrapped = slot_at(*wrapper.slots, index);
            if ((native == nullptr || native == wrapped) && wrapper.slot == &slot && is_subtype(&type, wrapper.owner))
                native = wrapped;
            else
                use_generic = true;
            continue;
        }
        if (!slot.trampoline) continue;
        if (index == SLOT_INDEX(new_) && is_native_function(found)) {
            // The static __new__ of a built-in type: its slot.
            const auto& function = *static_cast<NativeFunctionObject*>(found.object());
            if (function.owner) {
                native = slot_at(rt.type(TypeId::object).slots, index);
                for (Type* base = type.base; base; base = base->base)
                    if (base->spec && base == function.owner) native = slot_at(base->slots, index);
                continue;
            }
        }
        if (index == SLOT_INDEX(hash) && found.is_none()) return nullptr;
        use_generic = true;
        generic = slot.trampoline;
    }
    return use_generic || !native ? generic : native;
}

void finish_flags(Type& type) {
    type.flags &= ~static_cast<std::uint32_t>(type_dynamic_getattr | type_dynamic_setattr);
    if (type.slots.get_attribute != &generic_get_attribute) type.flags |= type_dynamic_getattr;
    if (type.slots.set_attribute != &generic_set_attribute) type.flags |= type_dynamic_setattr;
}

// Slots without a dunder method of their own, or whose native form a class cannot see by name.
bool is_nameless(std::size_t index) {
    return index == SLOT_INDEX(dealloc) || index == SLOT_INDEX(traverse) || index == SLOT_INDEX(clear);
}

} // namespace

bool dict_defines(Type& type, StrObject& name) noexcept { return dict_find_str(*type.dict, name) != nullptr; }

void update_slots(Runtime& rt, Type& type) {
    // With one base only what the class itself defines can differ from the base's slots.
    Type& base = *type.base;
    type.slots = base.slots;
    std::vector<std::uint16_t> changed;
    const bool single = type.bases->size == 1;
    for (const SlotName& slot : slot_names()) {
        if (single && !dict_defines(type, *(rt.names().*slot.name))) continue;
        if (std::find(changed.begin(), changed.end(), slot.slot) == changed.end()) changed.push_back(slot.slot);
    }
    for (std::uint16_t index : changed)
        if (!is_nameless(index)) {
            // Slots that other built-in bases have without naming them (buffers) stay as inherited.
            AnyFunction chosen = choose_slot(rt, type, index);
            const bool unnamed =
                index == SLOT_INDEX(get_buffer) || index == SLOT_INDEX(release_buffer) || index == SLOT_INDEX(finalise);
            if (chosen || !unnamed) slot_at(type.slots, index) = chosen;
        }
    if (!single && !type.slots.get_buffer)
        for (std::int64_t i = 0; i < type.mro->size; ++i) {
            const Type& ancestor = *static_cast<Type*>((*type.mro)[i].object());
            if (!ancestor.slots.get_buffer) continue;
            type.slots.get_buffer = ancestor.slots.get_buffer;
            type.slots.release_buffer = ancestor.slots.release_buffer;
            break;
        }
    finish_flags(type);
}

void update_slots_for(Runtime& rt, Type& type, StrObject& name) {
    std::vector<Type*> pending{&type};
    while (!pending.empty()) {
        Type* next = pending.back();
        pending.pop_back();
        if (next->has(type_heap)) {
            for (const SlotName& slot : slot_names())
                if (rt.names().*slot.name == &name) slot_at(next->slots, slot.slot) = choose_slot(rt, *next, slot.slot);
            finish_flags(*next);
        }
        pending.insert(pending.end(), next->subclasses.begin(), next->subclasses.end());
    }
}

} // namespace mp
