#pragma once
// The types of itertools, by file.
#include "builtins/native_object.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/keys.h"
#include "objects/types/natives.h"
#include "objects/types/tuple.h"

namespace mp::itertools {

extern const TypeSpec count_spec, cycle_spec, repeat_spec; // infinite.cpp
extern const TypeSpec compress_spec, dropwhile_spec, takewhile_spec, filterfalse_spec, starmap_spec,
    islice_spec;                                                                                  // selecting.cpp
extern const TypeSpec accumulate_spec, batched_spec, chain_spec, pairwise_spec, zip_longest_spec; // combining.cpp
extern const TypeSpec groupby_spec, grouper_spec;                                                 // groupby.cpp
extern const TypeSpec tee_spec, tee_data_spec;                                                    // tee.cpp
extern const TypeSpec product_spec, permutations_spec, combinations_spec,
    combinations_with_replacement_spec; // combinatorics.cpp

// tee(iterable, n=2)
Result<Owned> tee(Runtime& rt, Args args);

inline Owned exhausted() noexcept { return Owned::adopt(Value::exhausted()); }
inline TupleObject& as_tuple(Value value) noexcept { return *static_cast<TupleObject*>(value.object()); }

// A class of an iterator that owns what T::owned() says.
template <class T>
constexpr TypeSpec iterator_spec(const char* name, Result<Owned> (*make)(Runtime&, Type*, Args), UnarySlot iternext,
                                 const char* doc, const NativeDef* methods = nullptr, UnarySlot repr = nullptr) {
    return {
        .name = name,
        .module = "itertools",
        .base = TypeId::object,
        .size = sizeof(T),
        .flags = type_has_gc | (make ? type_is_base : type_no_new),
        .slots = {.dealloc = dealloc_owned<T>,
                  .traverse = traverse_owned<T>,
                  .clear = clear_owned<T>,
                  .new_ = make,
                  .repr = repr,
                  .iter = return_self,
                  .iternext = iternext},
        .methods = methods,
        .doc = doc,
    };
}

// Keywords are for the __init__ of subclasses that have one.
inline Result<void> check_keywords(Runtime& rt, const char* name, const Type& type, const Args& args) {
    if (type.slots.init != rt.type(TypeId::object).slots.init) return ok;
    return no_keywords(rt, name, args);
}
// For constructors with positional arguments only.
inline Result<void> check_positional(Runtime& rt, const char* name, const Type& type, const Args& args,
                                     std::uint32_t min, std::uint32_t max) {
    TRY(check_keywords(rt, name, type, args));
    const std::uint32_t given = positional_count(args);
    if (given < min || given > max) return raise_arity(rt, name, min, max, given);
    return ok;
}

} // namespace mp::itertools
