#pragma once
// Brings the types of types.def and the names of names.def to life, and takes them down.
#include "objects/core/runtime.h"

namespace mp {

struct CoreSetup {
    static void run(Runtime& rt);
    // Releases what the runtime holds and collects cycles: finalisers run. Leaves the built-in types usable.
    static void release_all(Runtime& rt) noexcept;
    // Frees what is left without running anything. Memory goes with the heap.
    static void free_all(Runtime& rt) noexcept;
    // A type that a module made lives as long as the runtime.
    static void keep(Runtime& rt, Type& type);

private:
    static void make_types(Runtime& rt);
    static void link_types(Runtime& rt);
    static void make_texts(Runtime& rt);
};

// Memory for a Type: a container whose C++ fields are constructed. The metatype's instance shape is set by the caller when it is not known yet.
Type* allocate_type(Runtime& rt, Shape* shape);
// Fills what follows from the spec and the base: sizes, flags, layout, root shape (made when null). Not mro and slots.
void set_up_native_type(Runtime& rt, Type& type, const TypeSpec& spec, Type* base);
Shape* new_shape(Runtime& rt, Type& type);
// The memory of a type's shapes; their names are the caller's.
void free_shapes(Type& type) noexcept;

} // namespace mp
