// Loading code units, and the code type.
#include "interp/vm/code_object.h"

#include <algorithm>
#include <new>

#include "interp/vm/code_attributes.h"
#include "objects/core/raise.h"
#include "objects/core/type_specs.h"
#include "objects/types/bytes.h"
#include "objects/types/numbers.h"
#include "objects/types/set.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

bool is_identifier_like(const std::string& text) noexcept {
    return !text.empty() && text.size() <= 40 && std::all_of(text.begin(), text.end(), [](unsigned char c) {
        return c == '_' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    });
}

Owned load_constant(Runtime& rt, const Constant& constant, bool built_in) {
    switch (constant.kind) {
    case Constant::Kind::none: return Owned::adopt(Value::none());
    case Constant::Kind::true_: return Owned::adopt(Value::true_());
    case Constant::Kind::false_: return Owned::adopt(Value::false_());
    case Constant::Kind::ellipsis: return Owned::adopt(Value::ellipsis());
    case Constant::Kind::integer: return make_int(rt, constant.integer);
    case Constant::Kind::big_integer: {
        auto value = int_from_text(rt, constant.text, 0);
        if (!value.is_raised()) return value.take();
        rt.clear_pending(); // the compiler has read it before: only memory can be wanting
        throw std::bad_alloc();
    }
    case Constant::Kind::floating: return make_float(rt, constant.real);
    case Constant::Kind::complex: return make_complex(rt, constant.real, constant.imag);
    case Constant::Kind::str:
        return is_identifier_like(constant.text) ? rt.intern(constant.text) : make_str(rt, constant.text);
    case Constant::Kind::bytes:
        return make_bytes(rt, {reinterpret_cast<const std::uint8_t*>(constant.text.data()), constant.text.size()});
    case Constant::Kind::tuple: {
        Ref<TupleObject> tuple = make_tuple(rt, static_cast<std::int64_t>(constant.items.size()));
        for (std::size_t i = 0; i < constant.items.size(); ++i)
            tuple->items()[i] = load_constant(rt, constant.items[i], built_in).release();
        return tuple;
    }
    case Constant::Kind::frozenset: {
        // CPython's compiler makes such a constant twice, the second time from the first one's items in their order: which decides the order of both.
        Ref<SetObject> first = make_frozenset(rt), set = make_frozenset(rt);
        for (const Constant& item : constant.items) MUST(set_add(rt, *first, load_constant(rt, item, built_in)));
        std::int64_t position = 0, hash;
        Value item;
        while (set_next(*first, position, item, hash)) MUST(set_add(rt, *set, item));
        return set;
    }
    case Constant::Kind::code: return load_code(rt, constant.code, built_in);
    }
    return Owned::adopt(Value::none());
}

} // namespace

std::vector<std::uint32_t> name_constants(const CodeObject& code) {
    std::vector<std::uint32_t> indices;
    for (std::uint32_t pc = 0; pc < code.word_count;) {
        const Op op = op_of(code.words[pc]);
        const OpInfo& info = op_info(op);
        for (unsigned i = 0, word = 1; info.format[i]; ++i)
            if (i >= 2 && std::string_view("JNxcm").find(info.format[i]) != std::string_view::npos) {
                if (info.format[i] == 'N') indices.push_back(code.words[pc + word]);
                ++word;
            }
        switch (op) {
        case Op::LOAD_GLOBAL:
        case Op::STORE_GLOBAL:
        case Op::DELETE_GLOBAL:
        case Op::LOAD_NAME:
        case Op::STORE_NAME:
        case Op::DELETE_NAME:
        case Op::LOAD_CLASS_GLOBAL: indices.push_back(wide_of(code.words[pc])); break;
        default: break;
        }
        pc += info.words;
    }
    return indices;
}

namespace {

// Names (attributes, globals, keywords) are found by identity first: they are interned wherever an instruction uses them.
void intern_names(Runtime& rt, CodeObject& code) {
    for (const std::uint32_t index : name_constants(code)) {
        Value& constant = code.constants[index];
        if (!is_str(constant)) continue;
        const Value old = constant;
        constant = Value(rt.intern(*static_cast<StrObject*>(old.object())).release());
        release(old);
    }
    for (std::uint32_t i = 0; i < code.constant_count; ++i) { // tuples of keyword names
        if (!is_tuple(code.constants[i])) continue;
        auto& tuple = *static_cast<TupleObject*>(code.constants[i].object());
        for (std::int64_t j = 0; j < tuple.size; ++j)
            if (is_str(tuple[j])) {
                const Value old = tuple[j];
                tuple.items()[j] = Value(rt.intern(*static_cast<StrObject*>(old.object())).release());
                release(old);
            }
    }
}

Ref<TupleObject> name_tuple(Runtime& rt, const std::vector<std::string>& names) {
    Ref<TupleObject> tuple = make_tuple(rt, static_cast<std::int64_t>(names.size()));
    for (std::size_t i = 0; i < names.size(); ++i) tuple->items()[i] = Value(rt.intern(names[i]).release());
    return tuple;
}

} // namespace

Ref<CodeObject> load_code(Runtime& rt, std::shared_ptr<const CodeUnit> unit, bool built_in) {
    auto* code = rt.make<CodeObject>(TypeId::code);
    new (&code->unit) std::shared_ptr<const CodeUnit>(unit);
    code->words = nullptr;
    code->constants = nullptr;
    code->constant_count = code->word_count = 0;
    code->name = code->qualified_name = code->filename = nullptr;
    code->local_names = code->free_names = nullptr;
    code->built_in = built_in;
    Ref<CodeObject> owner = Ref<CodeObject>::adopt(code);
    code->local_count = static_cast<std::uint32_t>(unit->local_count());
    code->temporaries = unit->temporaries;
    code->parameter_count = unit->positional + unit->keyword_only + unit->has_varargs + unit->has_varkeywords;
    const bool simple = code->parameter_count == unit->positional && !code->is_generator_like();
    code->simple_arguments = simple ? static_cast<std::int32_t>(unit->positional) : -1;
    code->words = static_cast<Word*>(rt.heap().allocate(unit->words.size() * sizeof(Word)));
    code->word_count = static_cast<std::uint32_t>(unit->words.size());
    std::copy(unit->words.begin(), unit->words.end(), code->words);
    const std::size_t constants = std::max<std::size_t>(unit->constants.size(), 1);
    code->constants = static_cast<Value*>(rt.heap().allocate(constants * sizeof(Value)));
    for (const Constant& constant : unit->constants) {
        code->constants[code->constant_count] = load_constant(rt, constant, built_in).release();
        ++code->constant_count;
    }
    code->name = rt.intern(unit->name).release();
    code->qualified_name = rt.intern(unit->qualified_name).release();
    code->filename = rt.intern(unit->filename).release();
    code->local_names = name_tuple(rt, unit->local_names).release();
    code->free_names = name_tuple(rt, unit->free_names).release();
    intern_names(rt, *code);
    return owner;
}

const Location* find_location(const CodeObject& code, std::uint32_t pc) noexcept {
    if (pc == before_code) return nullptr;
    const auto& locations = code.unit->locations;
    auto after = std::upper_bound(locations.begin(), locations.end(), pc,
                                  [](std::uint32_t at, const Location& entry) { return at < entry.pc; });
    return after == locations.begin() ? nullptr : &*std::prev(after);
}

const ExceptionEntry* find_handler(const CodeObject& code, std::uint32_t pc) noexcept {
    for (const ExceptionEntry& entry : code.unit->exceptions)
        if (pc >= entry.start && pc < entry.end) return &entry;
    return nullptr;
}

static void code_dealloc(Runtime& rt, Object* object) {
    auto& code = *static_cast<CodeObject*>(object);
    for (std::uint32_t i = 0; i < code.constant_count; ++i) release(code.constants[i]);
    if (code.constants)
        rt.heap().free(code.constants, std::max<std::size_t>(code.unit->constants.size(), 1) * sizeof(Value));
    if (code.words) rt.heap().free(code.words, code.word_count * sizeof(Word));
    for (StrObject* text : {code.name, code.qualified_name, code.filename})
        if (text) release(text);
    for (TupleObject* tuple : {code.local_names, code.free_names})
        if (tuple) release(tuple);
    code.unit.~shared_ptr();
    rt.free_object(object, sizeof(CodeObject));
}

static Result<Owned> code_repr(Runtime& rt, Value self) {
    const auto& code = *static_cast<CodeObject*>(self.object());
    char address[32];
    std::snprintf(address, sizeof address, "%p", static_cast<const void*>(&code));
    return Owned(make_str(rt, "<code object " + code.unit->name + " at " + address + ", file \"" + code.unit->filename +
                                  "\", line " + std::to_string(code.unit->first_line) + ">"));
}

const TypeSpec code_spec = {
    .name = "code",
    .base = TypeId::object,
    .layout = Layout::code,
    .size = sizeof(CodeObject),
    .flags = type_no_new | type_weakrefs,
    .slots = {.dealloc = code_dealloc, .repr = code_repr},
    .methods = code_methods,
    .getsets = code_attributes,
};

} // namespace mp
