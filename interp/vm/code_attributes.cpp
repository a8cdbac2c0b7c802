#include "interp/vm/code_attributes.h"

#include <algorithm>

#include "interp/vm/code_object.h"
#include "objects/types/bytes.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

static CodeObject& code_of(Value self) noexcept { return *static_cast<CodeObject*>(self.object()); }

#define NUMBER(name, expression)                                                                                       \
    static Result<Owned> name(Runtime& rt, Value self) {                                                               \
        const CodeObject& code = code_of(self);                                                                        \
        return make_int(rt, static_cast<std::int64_t>(expression));                                                    \
    }
NUMBER(argument_count, code.unit->positional)
NUMBER(positional_only_count, code.unit->positional_only)
NUMBER(keyword_only_count, code.unit->keyword_only)
NUMBER(first_line, code.unit->first_line)
NUMBER(local_count, code.local_count)
NUMBER(stack_size, code.temporaries)
// The CO_ flags of CPython's inspect module.
NUMBER(flags, (code.unit->uses_namespace ? 0 : 0x1 | 0x2) | (code.unit->has_varargs ? 0x4 : 0) |
                  (code.unit->has_varkeywords ? 0x8 : 0) | (code.unit->is_nested ? 0x10 : 0) |
                  (code.unit->is_generator ? 0x20 : 0) | (code.unit->is_coroutine ? 0x80 : 0) |
                  (code.unit->is_async_generator ? 0x200 : 0))
#define OBJECT(name, expression)                                                                                       \
    static Result<Owned> name(Runtime&, Value self) {                                                                  \
        const CodeObject& code = code_of(self);                                                                        \
        return Owned::share(Value(expression));                                                                        \
    }
OBJECT(name, code.name)
OBJECT(qualified_name, code.qualified_name)
OBJECT(filename, code.filename)
OBJECT(free_names, code.free_names)

static Result<Owned> local_names(Runtime& rt, Value self) {
    const CodeObject& code = code_of(self);
    std::vector<Value> plain; // cells that are no parameters are listed in co_cellvars only
    for (std::uint32_t i = 0; i < code.local_count; ++i)
        if (i < code.parameter_count || !code.unit->local_is_cell[i]) plain.push_back((*code.local_names)[i]);
    return Owned(make_tuple_sharing(rt, plain.data(), static_cast<std::int64_t>(plain.size())));
}
static Result<Owned> cell_names(Runtime& rt, Value self) {
    const CodeObject& code = code_of(self);
    std::vector<Value> cells;
    for (std::uint32_t i = 0; i < code.local_count; ++i)
        if (code.unit->local_is_cell[i]) cells.push_back((*code.local_names)[i]);
    return Owned(make_tuple_sharing(rt, cells.data(), static_cast<std::int64_t>(cells.size())));
}
static Result<Owned> names(Runtime& rt, Value self) {
    const CodeObject& code = code_of(self);
    std::vector<Value> found;
    for (const std::uint32_t index : name_constants(code)) {
        const Value name = code.constants[index];
        if (std::none_of(found.begin(), found.end(), [&](Value other) { return other.is(name); }))
            found.push_back(name);
    }
    return Owned(make_tuple_sharing(rt, found.data(), static_cast<std::int64_t>(found.size())));
}
static Result<Owned> constants(Runtime& rt, Value self) {
    const CodeObject& code = code_of(self);
    return Owned(make_tuple_sharing(rt, code.constants, code.constant_count));
}
static Result<Owned> bytecode(Runtime& rt, Value self) {
    const CodeObject& code = code_of(self);
    return Owned(make_bytes(
        rt, {reinterpret_cast<const std::uint8_t*>(code.unit->words.data()), code.unit->words.size() * sizeof(Word)}));
}

const GetSetDef code_attributes[] = {
    {"co_name", name},
    {"co_qualname", qualified_name},
    {"co_filename", filename},
    {"co_firstlineno", first_line},
    {"co_argcount", argument_count},
    {"co_posonlyargcount", positional_only_count},
    {"co_kwonlyargcount", keyword_only_count},
    {"co_nlocals", local_count},
    {"co_stacksize", stack_size},
    {"co_flags", flags},
    {"co_varnames", local_names},
    {"co_cellvars", cell_names},
    {"co_freevars", free_names},
    {"co_names", names},
    {"co_consts", constants},
    {"co_code", bytecode},
    {},
};

} // namespace mp
