#pragma once
// Types are tables of slots. A built-in type is described by a constexpr TypeSpec and made (cheaply) when an interpreter starts; its dict is filled at the
// first look-up. A Python class gets trampolines in the slots whose dunder methods it defines (slot_wrappers.cpp).
//
// Every slot may run Python code unless the line says otherwise. Slots never consume their arguments; results are owned.
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "objects/core/ref.h"

namespace mp {

struct StrObject;
struct TupleObject;
struct DictObject;
struct BufferRequest; // objects/buffer/view.h
struct BufferFields;
struct Type;

// ---- native functions

// The arguments of a native call. For methods [0] is self. Functions with a `signature` in their NativeDef get exactly one value per parameter in
// signature order (Value::unbound() where the caller gave none); others get what was passed, `names` naming the last ones (null: no keywords).
struct Args {
    Value* values;
    std::uint32_t count; // positional and keyword values together
    TupleObject* names = nullptr;
    Value operator[](std::size_t i) const noexcept { return values[i]; }
    std::uint32_t size() const noexcept { return count; }
    bool has(std::size_t i) const noexcept { return i < count && !values[i].is_unbound(); } // given by the caller
    Args from(std::uint32_t first) const noexcept { return {values + first, count - first, names}; }
};

// The raw form the VM calls: an owned value or Value::raised_mark(). Written as `Result<Owned> f(Runtime&, Args)` and wrapped: native<f>.
using NativeFn = Value (*)(Runtime&, Value* args, std::uint32_t count, TupleObject* names);

template <auto Function>
Value native(Runtime& runtime, Value* args, std::uint32_t count, TupleObject* names) {
    auto result = Function(runtime, Args{args, count, names});
    if (result.is_raised()) return Value::raised_mark();
    if constexpr (std::same_as<decltype(result), Result<void>>)
        return Value::none();
    else {
        Owned owned(result.take());
        return owned.release();
    }
}

// One native function or method. Arity: `min`..`max` arguments without self; max -1: any number. With `signature` (Python's text, such as
// "iterable, /, *, key=None, reverse=False") keywords are bound to positions before the call; without it the function takes no keywords, unless `flags` says
// takes_keywords (then it gets Args::names and does it itself).
struct NativeDef {
    const char* name;
    NativeFn function;
    std::int16_t min;
    std::int16_t max;
    const char* signature = nullptr;
    const char* doc = nullptr;
    std::uint8_t flags = 0;
};
enum NativeFlags : std::uint8_t { native_plain = 0, native_static = 1, native_class = 2, takes_keywords = 4 };

// A computed attribute. `set` null: read-only; the setter gets Value::unbound() for `del`.
struct GetSetDef {
    const char* name;
    Result<Owned> (*get)(Runtime&, Value self);
    Result<void> (*set)(Runtime&, Value self, Value value) = nullptr;
    const char* doc = nullptr;
};

// ---- slots

enum class CompareOp : std::uint8_t { lt, le, eq, ne, gt, ge };

using UnarySlot = Result<Owned> (*)(Runtime&, Value);
using BinarySlot =
    Result<Owned> (*)(Runtime&, Value left,
                      Value right); // number slots are tried with either operand as "theirs"; may give NotImplemented
using Visitor = void (*)(Object* child, void* context);

struct Slots {
    // -- life. traverse reports every strong reference to a tracked object (runs nothing, allocates nothing); clear drops references that may close cycles;
    // dealloc releases what the object holds and frees its memory (Heap::free_object).
    void (*dealloc)(Runtime&, Object*);
    void (*traverse)(Object*, Visitor, void* context);
    void (*clear)(Runtime&, Object*);
    Result<void> (*finalise)(Runtime&, Object*); // __del__
    // -- construction: type call. `args` are the caller's arguments alone: neither the class nor self stands among them (bind_arguments in
    // objects/protocol/protocol.h binds them to a signature).
    Result<Owned> (*new_)(Runtime&, Type*, Args);
    Result<void> (*init)(Runtime&, Value self, Args);
    // -- any object
    UnarySlot repr, str;
    Result<std::int64_t> (*hash)(Runtime&, Value); // null after type is ready: unhashable
    Result<Owned> (*call)(Runtime&, Value callee, Args);
    Result<Owned> (*get_attribute)(Runtime&, Value, StrObject& name);
    Result<void> (*set_attribute)(Runtime&, Value, StrObject& name, Value value); // unbound: delete
    Result<Owned> (*compare)(Runtime&, Value left, Value right, CompareOp);       // may give NotImplemented
    // -- descriptors. `instance` is unbound when got from the class.
    Result<Owned> (*descriptor_get)(Runtime&, Value descriptor, Value instance, Type* owner);
    Result<void> (*descriptor_set)(Runtime&, Value descriptor, Value instance, Value value); // unbound: delete
    // -- iteration: iternext gives Value::exhausted() at the end without raising
    UnarySlot iter, iternext;
    // -- numbers
    BinarySlot add, subtract, multiply, matrix_multiply, true_divide, floor_divide, remainder, divmod, left_shift,
        right_shift, and_, xor_, or_;
    Result<Owned> (*power)(Runtime&, Value base, Value exponent, Value modulus); // modulus None when absent
    BinarySlot inplace_add, inplace_subtract, inplace_multiply, inplace_matrix_multiply, inplace_true_divide,
        inplace_floor_divide, inplace_remainder, inplace_left_shift, inplace_right_shift, inplace_and, inplace_xor,
        inplace_or, inplace_power;
    UnarySlot negative, positive, absolute, invert, int_, float_, index;
    Result<bool> (*bool_)(Runtime&, Value);
    // -- containers. length: __len__. concat/repeat are tried after the number slots, as CPython's sq_concat/sq_repeat.
    Result<std::int64_t> (*length)(Runtime&, Value);
    BinarySlot concat, inplace_concat;
    Result<Owned> (*repeat)(Runtime&, Value, std::int64_t);
    Result<Owned> (*inplace_repeat)(Runtime&, Value, std::int64_t);
    Result<Owned> (*get_item)(Runtime&, Value, Value key);
    Result<void> (*set_item)(Runtime&, Value, Value key, Value value); // unbound: delete
    Result<bool> (*contains)(Runtime&, Value container, Value item);
    // -- buffers (objects/buffer/): the exporter's two
    Result<void> (*get_buffer)(Runtime&, Object*, const BufferRequest&, BufferFields&);
    void (*release_buffer)(Runtime&, Object*, BufferFields&);
    // -- coroutines
    UnarySlot await, aiter, anext;
};

// ---- descriptions of built-in types

enum class TypeId : std::uint16_t {
#define TYPE(id, spec) id,
#include "objects/core/types.def"
#undef TYPE
    count_
};

enum TypeFlags : std::uint32_t {
    type_has_gc = 1,   // its objects may be part of cycles: allocated in container pages, traverse is there
    type_is_base = 2,  // Python classes may derive from it
    type_has_dict = 4, // its objects have attributes of their own (storage at Type::dict_offset)
    type_weakrefs = 8, // weak references to its objects are allowed
    type_heap = 16,    // made by a class statement (or type()): may be changed
    type_variable_size =
        32, // inline data of varying length after the struct: attribute storage of subclasses stands behind the data
    type_sequence = 64,          // matches a sequence pattern
    type_mapping = 128,          // matches a mapping pattern
    type_match_self = 256,       // `case int(x)`: the one positional pattern matches the subject itself
    type_no_new = 512,           // cannot be made by calling: "cannot create 'x' instances"
    type_abstract = 1024,        // has abstract methods
    type_dynamic_getattr = 2048, // __getattribute__ or __getattr__ is overridden: attribute caches stay away
    type_dynamic_setattr = 4096,
};

struct TypeSpec {
    const char* name; // as Python shows it
    const char* module = "builtins";
    TypeId base; // TypeId::object for most
    Layout layout = Layout::other;
    std::uint32_t size; // sizeof the C++ struct
    std::uint32_t flags = 0;
    Slots slots{};
    const NativeDef* methods = nullptr; // ends with a null name
    const GetSetDef* getsets = nullptr; // ends with a null name
    const char* doc = nullptr;
    // Called once when the type's dict is filled, for attributes that tables cannot hold (constants, class attributes). May be null.
    Result<void> (*fill)(Runtime&, Type&) = nullptr;
};

// ---- types

struct Type : Object {
    // As error texts show it: "deque" is "collections.deque", classes made in Python have their bare __name__.
    std::string name;
    std::string qualified_name;
    const TypeSpec* spec;        // null for Python classes
    const TypeSpec* native_base; // the most derived built-in spec that decides the C++ struct
    Type* base;                  // owned
    TupleObject* bases;          // owned
    TupleObject* mro;            // owned; begins with the type itself (a cycle: classes die by the cycle collector)
    DictObject* dict;            // owned; str keys -> values. Change it only through type_set_attribute (attribute.h)
    bool dict_filled;
    Slots slots;
    std::uint32_t flags;
    std::uint32_t basic_size;      // bytes of an object without attribute storage (variable-size data excluded)
    std::uint32_t dict_offset;     // where the attribute storage begins; 0: objects have none, or type_variable_size
    Shape* instance_shape;         // root shape of new instances
    std::vector<Type*> subclasses; // borrowed; a dying subclass takes itself out
    TupleObject* slot_names = nullptr; // __slots__, owned
    TupleObject* keyword_cache = nullptr;
    Layout instance_layout; // what the headers of its instances say
    std::uint32_t
        tail_size; // bytes of attribute storage (and, for variable-size types, of __slots__) at an instance's end
    Shape* dictionary_shape; // shape of instances whose attributes are in a dict; null until there is one
    std::uint8_t outgrown;   // instances that needed more room for attributes than the root shape foresees (shape.cpp)
    bool ready;              // slots are inherited and mro is set
    Shape first_shape;       // the first of its shapes: most types need no other
    std::vector<Shape*> more_shapes; // owned

    bool has(std::uint32_t flag) const noexcept { return (flags & flag) != 0; }
    template <class F>
    void each_shape(F&& f) {
        f(first_shape);
        for (Shape* shape : more_shapes) f(*shape);
    }
    // The name without its module, as repr() of instances shows it. Lives as long as the name.
    const char* short_name() const noexcept { return name.c_str() + (name.rfind('.') + 1); }
    // __name__; lives as long as the name.
    const char* dunder_name() const noexcept { return spec ? short_name() : name.c_str(); }
};

// Whether `type` is `ancestor` or derives from it (along the real MRO; runs nothing).
bool is_subtype(const Type* type, const Type* ancestor) noexcept;

// Looks `name` up along the MRO: a borrowed value, or unbound. Runs nothing. The address stays valid until a class of the MRO gains or loses an attribute.
const Value* type_lookup_cell(Type& type, StrObject& name) noexcept;
Value type_lookup(Type& type, StrObject& name) noexcept;

} // namespace mp
