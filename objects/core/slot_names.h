#pragma once
// Which dunder method belongs to which slot: one table (slot_names.cpp) from which both directions follow. A built-in type's slots become methods (slot wrappers);
// a Python class's methods become slots (trampolines).
#include <cstddef>
#include <span>

#include "objects/core/runtime.h"

namespace mp {

using AnyFunction = void (*)(); // a slot's function, cast to its real type by whoever knows the slot

struct SlotName;

// A call of a slot wrapper: `args` without self.
using SlotWrap = Result<Owned> (*)(Runtime& rt, const SlotName& slot, AnyFunction function, Value self, Args args);

struct SlotName {
    StrObject* Names::*name;
    const char* text;
    std::uint16_t slot; // which function pointer of Slots
    AnyFunction
        trampoline; // what fills the slot when the method is not the built-in's own; null: this name does not feed the slot
    SlotWrap wrap;         // null: the slot makes no method
    const char* signature; // "($self, value, /)"
    const char* doc;
};

inline constexpr std::size_t slot_count = sizeof(Slots) / sizeof(AnyFunction);
#define SLOT_INDEX(member) (offsetof(::mp::Slots, member) / sizeof(::mp::AnyFunction))

// Slots as an array.
inline AnyFunction& slot_at(Slots& slots, std::size_t index) noexcept {
    return reinterpret_cast<AnyFunction*>(&slots)[index];
}
inline AnyFunction slot_at(const Slots& slots, std::size_t index) noexcept {
    return reinterpret_cast<const AnyFunction*>(&slots)[index];
}

std::span<const SlotName> slot_names() noexcept;
// Whether a class attribute of this name may feed a slot.
bool feeds_slot(Runtime& rt, StrObject& name) noexcept;

} // namespace mp
