#include "interp/vm/code_attributes.h"

#include <algorithm>

#include "interp/vm/code_object.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytes.h"
#include "objects/types/list.h"
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
                  (code.unit->is_generator ? 0x20 : 0) |
                  (code.unit->is_coroutine ? (code.unit->is_generator ? 0x100 : 0x80) : 0) |
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

// ---- methods

// (start, end, line) of each run of instructions from one line; offsets in bytes.
static Result<Owned> lines(Runtime& rt, Args args) {
    const CodeObject& code = code_of(args[0]);
    Ref<ListObject> found = make_list(rt);
    const auto& locations = code.unit->locations;
    for (std::size_t i = 0; i < locations.size();) {
        std::size_t next = i + 1;
        while (next < locations.size() && locations[next].line == locations[i].line) ++next;
        const std::uint32_t end = next < locations.size() ? locations[next].pc : code.word_count;
        const Owned line = locations[i].line ? make_int(rt, locations[i].line) : Owned::adopt(Value::none());
        list_append(rt, *found, tuple_of(rt, make_int(rt, locations[i].pc * 4), make_int(rt, end * 4), line));
        i = next;
    }
    return iterate(rt, found);
}

// (line, last line, column, end column) of each word; columns in bytes of UTF-8.
static Result<Owned> positions(Runtime& rt, Args args) {
    const CodeObject& code = code_of(args[0]);
    Ref<ListObject> found = make_list(rt);
    for (std::uint32_t pc = 0; pc < code.word_count; ++pc) {
        const Location* place = find_location(code, pc);
        if (!place || !place->line)
            list_append(rt, *found, tuple_of(rt, Value::none(), Value::none(), Value::none(), Value::none()));
        else
            list_append(rt, *found,
                        tuple_of(rt, make_int(rt, place->line), make_int(rt, place->end_line),
                                 make_int(rt, place->column), make_int(rt, place->end_column)));
    }
    return iterate(rt, found);
}

// A copy under other names, from another place of a file. The instructions are what they are: anything else about the code stays.
static Result<Owned> replace_fields(Runtime& rt, Args args) {
    const CodeObject& code = code_of(args[0]);
    auto unit = std::make_shared<CodeUnit>(*code.unit);
    const std::uint32_t given = args.names ? static_cast<std::uint32_t>(args.names->size) : 0;
    if (args.count != 1 + given) return raise(rt, TypeId::TypeError, "replace() takes 0 positional arguments");
    for (std::uint32_t i = 0; i < given; ++i) {
        const std::string field = to_utf8(*static_cast<StrObject*>((*args.names)[i].object()));
        const Value value = args[1 + i];
        std::string* text = field == "co_name"       ? &unit->name
                            : field == "co_qualname" ? &unit->qualified_name
                            : field == "co_filename" ? &unit->filename
                                                     : nullptr;
        if (text) {
            if (!is_str_or_subclass(rt, value))
                return raise(rt, TypeId::TypeError, "replace() argument '%s' must be str, not %.50s", field.c_str(),
                             value.is_none() ? "None" : type_name(rt, value));
            *text = to_utf8(*static_cast<StrObject*>(value.object()));
        } else if (field == "co_firstlineno") {
            const std::int64_t first = TRY(index_int64(rt, value));
            if (first < 1 || first > INT32_MAX / 2)
                return raise(rt, TypeId::ValueError, "code: co_firstlineno must be a positive integer");
            const std::uint32_t shift = static_cast<std::uint32_t>(first) - unit->first_line; // may wrap: added below
            unit->first_line = static_cast<std::uint32_t>(first);
            for (Location& place : unit->locations)
                if (place.line) {
                    place.line += shift;
                    place.end_line += shift;
                }
        } else if (field == "co_flags" && unit->is_generator) { // a generator may become one that can be awaited
            unit->is_coroutine = (TRY(index_int64(rt, value)) & 0x100) != 0;
        } else {
            Owned now = TRY(get_optional_attribute(rt, args[0], *rt.intern(field)));
            if (now.is_unbound() || !field.starts_with("co_"))
                return raise(rt, TypeId::TypeError, "replace() got an unexpected keyword argument '%s'", field.c_str());
            if (!TRY(equal(rt, now, value)))
                return raise(rt, TypeId::ValueError, "code: %s cannot be replaced", field.c_str());
        }
    }
    return Owned(load_code(rt, std::move(unit)));
}

const NativeDef code_methods[] = {
    {"replace", native<replace_fields>, 0, -1, nullptr,
     "Return a copy of the code object with new co_name, co_qualname, co_filename or co_firstlineno.", takes_keywords},
    {"__replace__", native<replace_fields>, 0, -1, nullptr, "The same as replace().", takes_keywords},
    {"co_lines", native<lines>, 0, 0, nullptr, "Return an iterator of (start, end, line), offsets in bytes."},
    {"co_positions", native<positions>, 0, 0, nullptr,
     "Return an iterator of (line, last line, column, end column), one for each word."},
    {},
};

} // namespace mp
