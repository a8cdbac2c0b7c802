#pragma once
// Struct sequences: tuples whose items have names, like time.struct_time. The named fields are the type's getsets, in order: first the visible ones, which are the
// tuple's items, then hidden ones, which stand behind them and are reached by name alone. A type of this kind is never a base.
//
//   const GetSetDef fields[] = {{"tm_year", struct_field<0>}, …, {}};
//   const TypeSpec struct_time_spec = {.name = "struct_time", …, .slots = struct_sequence_slots<9>(), .methods = struct_sequence_methods, .getsets = fields,
//                                      .fill = fill_struct_sequence<9>};
#include "objects/core/runtime.h"
#include "objects/types/tuple.h"

namespace mp {

inline constexpr std::uint32_t struct_sequence_flags = type_has_gc | type_variable_size | type_sequence;

// A struct sequence of all fields of `type`, hidden ones included (new references are taken). The type tells how many those are.
Ref<TupleObject> make_struct_sequence(Runtime& rt, Type& type, const Value* fields, std::int64_t visible);
Ref<TupleObject> make_struct_sequence(Runtime& rt, TypeId type, const Value* fields, std::int64_t visible);

// What the tables below are made of.
Result<Owned> new_struct_sequence(Runtime& rt, Type* type, Args args, std::int64_t visible);
Result<Owned> struct_sequence_repr(Runtime& rt, Value self);
void struct_sequence_dealloc(Runtime& rt, Object* object);
void struct_sequence_traverse(Object* object, Visitor visit, void* context);
Result<void> fill_struct_sequence_type(Runtime& rt, Type& type, std::int64_t visible);
extern const NativeDef struct_sequence_methods[]; // __reduce__, __replace__

template <std::size_t Index>
Result<Owned> struct_field(Runtime&, Value self) {
    return Owned::share(static_cast<TupleObject*>(self.object())->items()[Index]);
}

template <std::int64_t Visible>
Result<void> fill_struct_sequence(Runtime& rt, Type& type) {
    return fill_struct_sequence_type(rt, type, Visible);
}

template <std::int64_t Visible>
constexpr Slots struct_sequence_slots() {
    Slots slots{};
    slots.dealloc = struct_sequence_dealloc;
    slots.traverse = struct_sequence_traverse;
    slots.new_ = [](Runtime& rt, Type* type, Args args) { return new_struct_sequence(rt, type, args, Visible); };
    slots.repr = struct_sequence_repr;
    return slots;
}

} // namespace mp
