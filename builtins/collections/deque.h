#pragma once
// collections.deque: a ring of values.
#include "objects/core/runtime.h"

namespace mp {

struct DequeObject : Object {
    Value* items;          // from the heap; null when capacity is 0
    std::int64_t capacity; // 0 or a power of two
    std::int64_t head;     // place of the first item
    std::int64_t size;
    std::int64_t maxlen;   // -1: none
    std::uint64_t changes; // counts changes of the size: iterators compare
    Value& at(std::int64_t index) noexcept { return items[(head + index) & (capacity - 1)]; }
};

struct DequeIteratorObject : Object {
    Value deque;        // owned; unbound once exhausted
    std::int64_t index; // items given so far
    std::uint64_t changes;
};

extern const TypeSpec deque_spec;
extern const TypeSpec deque_iterator_spec;
extern const TypeSpec deque_reverse_iterator_spec;
extern const TypeSpec default_dict_spec;
extern const TypeSpec tuple_getter_spec;
extern const NativeDef deque_methods[];
extern const GetSetDef deque_getsets[];

inline DequeObject& as_deque(Value value) noexcept { return *static_cast<DequeObject*>(value.object()); }
bool is_deque(Value value) noexcept; // an instance of deque or of a subclass

// Adds at the right or left end; at its maximal length the deque drops an item at the other end. May run finalisers.
void deque_append(Runtime& rt, DequeObject& deque, Owned item);
void deque_append_left(Runtime& rt, DequeObject& deque, Owned item);
Result<void> deque_extend(Runtime& rt, DequeObject& deque, Value iterable);
Result<Owned> deque_pop(Runtime& rt, DequeObject& deque); // IndexError "pop from an empty deque"
Result<Owned> deque_pop_left(Runtime& rt, DequeObject& deque);
void deque_clear(Runtime& rt, DequeObject& deque);
void deque_rotate(DequeObject& deque, std::int64_t steps) noexcept;
// A deque of the same class and maxlen with the same items.
Result<Owned> deque_copy(Runtime& rt, Value deque);
Result<Owned> deque_reversed(Runtime& rt, Args args);
// The type of `spec` as _collections holds it.
Result<Ref<Type>> collections_type(Runtime& rt, const TypeSpec& spec);

} // namespace mp
