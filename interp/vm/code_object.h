#pragma once
// A code unit loaded into an interpreter: constants as objects, instruction words copied so that inline caches can be written.
#include <memory>

#include "interp/bytecode/code_unit.h"
#include "objects/core/runtime.h"

namespace mp {

struct CodeObject : Object {
    // What the call path reads, together.
    Word* words;      // owned, mutable (caches)
    Value* constants; // owned values
    std::uint32_t local_count;
    std::uint32_t temporaries;
    std::int32_t
        simple_arguments; // the exact count of a plain call, or -1 when binding is needed (defaults do not matter here, see bind.cpp)
    std::uint32_t word_count;
    std::uint32_t constant_count;
    std::uint32_t parameter_count; // all parameters including *args and **kwargs
    std::shared_ptr<const CodeUnit> unit;
    StrObject* name;           // owned
    StrObject* qualified_name; // owned
    StrObject* filename;       // owned
    TupleObject* local_names;  // owned, interned
    TupleObject* free_names;   // owned, interned
    bool built_in;             // of a module that the binary carries

    bool is_generator_like() const noexcept {
        return unit->is_generator || unit->is_coroutine || unit->is_async_generator;
    }
};

// Loads a verified unit. Constants are made now; code nested in it is loaded with it. `built_in`: it is of a module that the binary carries. Throws bad_alloc.
Ref<CodeObject> load_code(Runtime& rt, std::shared_ptr<const CodeUnit> unit, bool built_in = false);

// A position before the first instruction: its line is the one where the code's definition begins, and it has no range.
inline constexpr std::uint32_t before_code = UINT32_MAX;

// The source range of the instruction that contains word `pc`; null: none.
const Location* find_location(const CodeObject& code, std::uint32_t pc) noexcept;
// The entry of the exception table that covers word `pc`, or null.
const ExceptionEntry* find_handler(const CodeObject& code, std::uint32_t pc) noexcept;

inline bool is_code(Value value) noexcept { return value.is_object() && value.object()->layout == Layout::code; }

} // namespace mp
