// What names mean, and how they are read, bound and deleted.
#include "interp/compile/compiler.h"

namespace mp {

using namespace ast;

Place Compiler::place(std::string_view name) {
    CodeState& state = *state_;
    for (std::size_t i = state.inlined.size(); i-- > 0;) {
        const Scope* scope = state.inlined[i];
        const Symbol* symbol = scope->find(name);
        if (!symbol || symbol->resolution != Resolution::Local) continue;
        for (auto [variable, slot] : state.inlined_slots[scope])
            if (variable == name)
                return {slot >= state.reachable_from ? Place::Kind::Local : Place::Kind::HighLocal, slot, name};
    }
    const Symbol* symbol = state.scope.find(name);
    Resolution resolution = symbol ? symbol->resolution : Resolution::GlobalImplicit;
    ScopeKind kind = state.scope.kind;
    bool dict_first = state.scope.sees_class && name != "__classdict__";
    Place::Kind in_namespace =
        kind == ScopeKind::Module && options_.namespace_is_globals ? Place::Kind::Global : Place::Kind::Name;
    switch (resolution) {
    case Resolution::Local:
        if (!state.scope.is_function_like()) return {in_namespace, 0, name};
        [[fallthrough]];
    case Resolution::Cell: {
        int slot = state.slots.at(name);
        bool high = slot < state.reachable_from;
        if (resolution == Resolution::Cell) return {high ? Place::Kind::HighCell : Place::Kind::Cell, slot, name};
        return {high ? Place::Kind::HighLocal : Place::Kind::Local, slot, name};
    }
    case Resolution::Free:
        return {kind == ScopeKind::Class ? Place::Kind::ClassFree
                : dict_first             ? Place::Kind::ClassDictFree
                                         : Place::Kind::Free,
                state.free_index.at(name), name};
    case Resolution::GlobalExplicit: return {Place::Kind::Global, 0, name};
    default:
        if (!state.scope.is_function_like()) return {in_namespace, 0, name};
        return {dict_first ? Place::Kind::ClassDictGlobal : Place::Kind::Global, 0, name};
    }
}

std::optional<Reg> Compiler::plain_local(std::string_view name) {
    Place where = place(mangle(name));
    if (where.kind != Place::Kind::Local) return std::nullopt;
    return local_register(where.index);
}

std::optional<Reg> Compiler::plain_local(const Expression& node) {
    const Name* name = try_as<Name>(&node);
    if (!name || name->id == "__debug__") return std::nullopt;
    return plain_local(name->id);
}

Reg Compiler::destination(Reg want) { return want < 0 ? want : out().push(); }

// A value that is in `value`, put where it is wanted.
Reg Compiler::settle(Span span, Reg value, Reg want) {
    if (value == want || want == any_register || (want == new_temporary && is_temporary(value))) return value;
    out().release(value);
    Reg to = destination(want);
    ins(span, Op::MOVE, to, value);
    return to;
}

Reg Compiler::load_name(Span span, std::string_view name, Reg want) {
    if (name == "__debug__") {
        mp::Constant debug;
        debug.kind = options_.optimization == 0 ? mp::Constant::Kind::true_ : mp::Constant::Kind::false_;
        return load_constant(span, debug, want);
    }
    return load_place(span, place(mangle(name)), want);
}

Reg Compiler::load_place(Span span, const Place& where, Reg want) {
    switch (where.kind) {
    case Place::Kind::Local: {
        Reg local = local_register(where.index);
        ins(span, Op::CHECK_LOCAL, local);
        return settle(span, local, want);
    }
    case Place::Kind::HighLocal: {
        ins(span, Op::CHECK_HIGH, 0, where.index);
        Reg to = destination(want);
        ins(span, Op::LOAD_HIGH, to, where.index);
        return to;
    }
    case Place::Kind::Cell: {
        Reg to = destination(want);
        ins(span, Op::LOAD_CELL, to, local_register(where.index));
        return to;
    }
    case Place::Kind::HighCell: {
        Reg to = destination(want);
        Reg cell = out().push();
        ins(span, Op::LOAD_HIGH, cell, where.index);
        ins(span, Op::LOAD_CELL, to, cell);
        ins(span, Op::DROP, cell);
        out().release(cell);
        return to;
    }
    case Place::Kind::Free: {
        Reg to = destination(want);
        ins(span, Op::LOAD_FREE, to, where.index);
        return to;
    }
    case Place::Kind::Global: {
        int index = static_cast<int>(out().constants.add_name(where.name));
        Reg to = destination(want);
        ins(span, Op::LOAD_GLOBAL, to, index);
        return to;
    }
    case Place::Kind::Name: {
        int index = static_cast<int>(out().constants.add_name(where.name));
        Reg to = destination(want);
        ins(span, Op::LOAD_NAME, to, index);
        return to;
    }
    case Place::Kind::ClassFree: {
        Reg to = destination(want);
        ins(span, Op::LOAD_CLASS_FREE, to, where.index).index = out().constants.add_name(where.name);
        return to;
    }
    case Place::Kind::ClassDictFree:
    case Place::Kind::ClassDictGlobal: {
        // The class namespace first (PEP 695, "Lazy evaluation"), which a cell of the class holds.
        Label elsewhere = out().new_label(), done = out().new_label();
        int index = static_cast<int>(out().constants.add_name(where.name));
        int dict = state_->free_index.at("__classdict__");
        Reg to = out().push(), second = out().push();
        ins(span, Op::LOADK, to, index);
        ins(span, Op::LOAD_FREE, second, dict);
        out().jump(span, Op::JIN, elsewhere, 0, to, second);
        ins(span, Op::LOAD_FREE, to, dict);
        ins(span, Op::LOADK, second, index);
        ins(span, Op::GETITEM, to, to, second);
        out().jump(span, Op::JUMP, done);
        out().bind(elsewhere);
        if (where.kind == Place::Kind::ClassDictFree)
            ins(span, Op::LOAD_FREE, to, where.index);
        else
            ins(span, Op::LOAD_GLOBAL, to, index);
        out().bind(done);
        out().set_top(to + 1);
        return settle(span, to, want);
    }
    }
    __builtin_unreachable();
}

bool Compiler::refuse_debug(std::string_view name, Context context, Span span) {
    if (name != "__debug__" || context == Context::Load) return false;
    raise(context == Context::Store ? "cannot assign to __debug__" : "cannot delete __debug__", span);
    return true;
}

void Compiler::store_name(Span span, std::string_view name, Reg value) {
    refuse_debug(name, Context::Store, span);
    store_place(span, place(mangle(name)), value);
}

void Compiler::store_place(Span span, const Place& where, Reg value) {
    switch (where.kind) {
    case Place::Kind::Local:
        if (value != local_register(where.index)) ins(span, Op::MOVE, local_register(where.index), value);
        break;
    case Place::Kind::HighLocal: ins(span, Op::STORE_HIGH, value, where.index); break;
    case Place::Kind::Cell: ins(span, Op::STORE_CELL, local_register(where.index), value); break;
    case Place::Kind::HighCell: {
        Reg cell = out().push();
        ins(span, Op::LOAD_HIGH, cell, where.index);
        ins(span, Op::STORE_CELL, cell, value);
        ins(span, Op::DROP, cell);
        out().release(cell);
        break;
    }
    case Place::Kind::Free:
    case Place::Kind::ClassFree:
    case Place::Kind::ClassDictFree: ins(span, Op::STORE_FREE, value, where.index); break;
    case Place::Kind::Global:
    case Place::Kind::ClassDictGlobal:
        ins(span, Op::STORE_GLOBAL, value, static_cast<int>(out().constants.add_name(where.name)));
        break;
    case Place::Kind::Name:
        ins(span, Op::STORE_NAME, value, static_cast<int>(out().constants.add_name(where.name)));
        break;
    }
}

// Binds a name to a copy of what is in temporary `value`.
void Compiler::store_copy(Span span, std::string_view name, Reg value) {
    refuse_debug(name, Context::Store, span);
    Place where = place(mangle(name));
    if (where.kind == Place::Kind::Local) {
        ins(span, Op::COPY, local_register(where.index), value);
        return;
    }
    Reg copy = out().push();
    ins(span, Op::COPY, copy, value);
    store_place(span, where, copy);
    out().release(copy);
}

void Compiler::delete_name(Span span, std::string_view name) {
    refuse_debug(name, Context::Del, span);
    Place where = place(mangle(name));
    switch (where.kind) {
    case Place::Kind::Local: ins(span, Op::DELETE_LOCAL, local_register(where.index)); break;
    case Place::Kind::HighLocal: ins(span, Op::DELETE_HIGH, 0, where.index); break;
    case Place::Kind::Cell: ins(span, Op::DELETE_CELL, local_register(where.index)); break;
    case Place::Kind::HighCell: {
        Reg cell = out().push();
        ins(span, Op::LOAD_HIGH, cell, where.index);
        ins(span, Op::DELETE_CELL, cell);
        ins(span, Op::DROP, cell);
        out().release(cell);
        break;
    }
    case Place::Kind::Free:
    case Place::Kind::ClassFree:
    case Place::Kind::ClassDictFree: ins(span, Op::DELETE_FREE, 0, where.index); break;
    case Place::Kind::Global:
    case Place::Kind::ClassDictGlobal:
        ins(span, Op::DELETE_GLOBAL, 0, static_cast<int>(out().constants.add_name(where.name)));
        break;
    case Place::Kind::Name:
        ins(span, Op::DELETE_NAME, 0, static_cast<int>(out().constants.add_name(where.name)));
        break;
    }
}

// `name = None; del name`, so that it does not matter whether the body has deleted it.
void Compiler::unbind_name(Span span, std::string_view name) {
    Place where = place(mangle(name));
    if (where.kind == Place::Kind::Local) {
        ins(span, Op::UNBIND_LOCAL, local_register(where.index));
        return;
    }
    Reg none_value = none(span, new_temporary);
    store_place(span, where, none_value);
    out().release(none_value);
    delete_name(span, name);
}

void Compiler::push_cell(Span span, std::string_view name) {
    CodeState& state = *state_;
    Reg to = out().push();
    auto slot = state.slots.find(name);
    if (slot != state.slots.end() && state.code->local_is_cell[slot->second]) {
        if (slot->second < state.reachable_from)
            ins(span, Op::LOAD_HIGH, to, slot->second);
        else
            ins(span, Op::MOVE, to, local_register(slot->second));
        return;
    }
    auto free = state.free_index.find(name);
    if (free == state.free_index.end()) return raise("no cell for '" + std::string(name) + "'", span);
    ins(span, Op::LOAD_CLOSURE, to, free->second);
}

} // namespace mp
