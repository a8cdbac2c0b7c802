#pragma once
// The 16-byte object header and reference counting. Counts are not atomic: an interpreter belongs to one thread at a time.
#include <cassert>
#include <cstdint>

#include "objects/core/value.h"

namespace mp {

class Runtime;
struct Type;

// Exact built-in layouts; fast paths compare this one byte. A Python subclass of a built-in type has the layout `subclass` instead (its C++ struct is
// still the built-in's: Type::native_base says which), so `layout == Layout::list` means exactly list.
enum class Layout : std::uint8_t {
    other,
    instance,
    subclass,
    big_int,
    float_,
    complex,
    str,
    bytes,
    bytearray,
    memoryview,
    list,
    tuple,
    dict,
    set,
    frozenset,
    range,
    slice,
    list_iterator,
    tuple_iterator,
    range_iterator,
    str_iterator,
    dict_iterator,
    function,
    native_function,
    bound_method,
    method_descriptor,
    property,
    staticmethod_,
    classmethod_,
    cell,
    generator,
    coroutine,
    async_generator,
    module,
    type,
    code,
    exception,
    bytes_iterator,
    memory_iterator,
};

// A hidden class: which type, and for types with instance attributes which names stand in which slots. The id is what inline caches compare; it is
// unique in the runtime and changes when anything that a cache may have relied on changes.
struct Shape {
    std::uint32_t id;
    std::uint16_t slot_count = 0;      // attributes held
    std::uint16_t inline_capacity = 0; // how many of them stand in the object itself, the rest in its overflow array
    Type* type;
    Runtime* runtime;
    struct ShapeKeys* keys =
        nullptr; // names and transitions (objects/core/shape.h); null for types without instance attributes
};

struct Object {
    std::uint32_t refcount;
    Layout layout;
    std::uint8_t gc;   // 0: not tracked by the cycle collector (heap.h)
    std::uint16_t aux; // free for the type's own use
    Shape* shape;

    Type* type() const noexcept { return shape->type; }
    Runtime& runtime() const noexcept { return *shape->runtime; }
};
static_assert(sizeof(Object) == 16);

// Frees an object whose count has reached zero. Deep structures are freed by a worklist, never by recursion. May run Python code (`__del__`, weak
// reference callbacks).
void destroy(Object* object) noexcept;

inline void retain(Object* object) noexcept { ++object->refcount; }
inline void retain(Value value) noexcept {
    if (value.is_object()) ++value.object()->refcount;
}
inline void release(Object* object) noexcept {
    assert(object->refcount != 0);
    if (--object->refcount == 0) destroy(object);
}
inline void release(Value value) noexcept {
    if (value.is_object()) release(value.object());
}

} // namespace mp
