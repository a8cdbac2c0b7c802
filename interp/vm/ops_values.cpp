// Moving values: registers, constants, cells, globals and names.
#include <algorithm>

#include "interp/vm/handlers.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/types/cell.h"
#include "objects/types/dict.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

OP(NOP) { NEXT(1); }
OP(MOVE) {
    const Value value = take(R, B);
    STORE(A, value);
    NEXT(1);
}
OP(COPY) {
    const Value value = R[B];
    retain(value);
    STORE(A, value);
    NEXT(1);
}
OP(LOADK) {
    const Value value = K[WIDE];
    retain(value);
    STORE(A, value);
    NEXT(1);
}
OP(LOADK_WIDE) {
    const Value value = K[AUX(1)];
    retain(value);
    STORE(A, value);
    NEXT(2);
}
OP(LOADI) {
    STORE(A, Value::from_int(signed_wide_of(insn)));
    NEXT(1);
}
OP(LOAD_NONE) {
    STORE(A, Value::none());
    NEXT(1);
}
OP(LOAD_TRUE) {
    STORE(A, Value::true_());
    NEXT(1);
}
OP(LOAD_FALSE) {
    STORE(A, Value::false_());
    NEXT(1);
}
OP(LOAD_ELLIPSIS) {
    STORE(A, Value::ellipsis());
    NEXT(1);
}
OP(DROP) {
    SAVE_PC();
    consume(R, A);
    NEXT(1);
}

// ---- locals that may be unbound
[[gnu::noinline]] static void raise_unbound_local(Vm& vm, std::size_t local) {
    const CodeObject& code = *vm.frame->code;
    raise(vm, TypeId::UnboundLocalError, "cannot access local variable '%s' where it is not associated with a value",
          code.unit->local_names[local].c_str());
}
static std::size_t local_of(Vm& vm, int r) noexcept {
    return static_cast<std::size_t>(static_cast<int>(vm.frame->code->local_count) + r);
}

SLOW(slow_unbound_local) {
    SAVE_PC();
    raise_unbound_local(vm, local_of(vm, A));
    GO(raise_here);
}
OP(CHECK_LOCAL) {
    if (R[A].is_unbound()) [[unlikely]]
        GO(slow_unbound_local);
    NEXT(1);
}
OP(DELETE_LOCAL) {
    if (R[A].is_unbound()) [[unlikely]]
        GO(slow_unbound_local);
    SAVE_PC();
    STORE(A, Value());
    NEXT(1);
}
OP(UNBIND_LOCAL) {
    SAVE_PC();
    STORE(A, Value());
    NEXT(1);
}
static Value* high_local(Vm& vm, Value* R, unsigned index) noexcept { return R - vm.frame->code->local_count + index; }
OP(LOAD_HIGH) {
    const Value value = *high_local(vm, R, WIDE);
    retain(value);
    STORE(A, value);
    NEXT(1);
}
OP(STORE_HIGH) {
    SAVE_PC();
    Value* local = high_local(vm, R, WIDE);
    const Value value = take(R, A), old = *local;
    *local = value;
    drop(old);
    NEXT(1);
}
SLOW(slow_unbound_high) {
    SAVE_PC();
    raise_unbound_local(vm, WIDE);
    GO(raise_here);
}
OP(CHECK_HIGH) {
    if (high_local(vm, R, WIDE)->is_unbound()) GO(slow_unbound_high);
    NEXT(1);
}
OP(DELETE_HIGH) {
    Value* local = high_local(vm, R, WIDE);
    if (local->is_unbound()) GO(slow_unbound_high);
    SAVE_PC();
    const Value old = *local;
    *local = Value();
    drop(old);
    NEXT(1);
}

// ---- cells
static CellObject& cell_of(Value value) noexcept { return *static_cast<CellObject*>(value.object()); }
static Value free_cell(Vm& vm, unsigned index) noexcept { return (*vm.frame->function->closure)[index]; }

[[gnu::noinline]] static Value new_cell(Vm& vm, Value content) {
    return make_cell(vm, Owned::adopt(content)).release();
}
OP(MAKE_CELL) {
    SAVE_PC();
    const Value content = R[A];
    R[A] = Value();
    R[A] = new_cell(vm, content);
    NEXT(1);
}
OP(LOAD_CELL) {
    const Value value = cell_of(R[B]).content;
    if (value.is_unbound()) [[unlikely]] {
        SAVE_PC();
        raise_unbound_local(vm, local_of(vm, B));
        GO(raise_here);
    }
    retain(value);
    STORE(A, value);
    NEXT(1);
}
OP(STORE_CELL) {
    SAVE_PC();
    CellObject& cell = cell_of(R[A]);
    const Value value = take(R, B), old = cell.content;
    cell.content = value;
    drop(old);
    NEXT(1);
}
OP(DELETE_CELL) {
    CellObject& cell = cell_of(R[A]);
    SAVE_PC();
    if (cell.content.is_unbound()) {
        raise_unbound_local(vm, local_of(vm, A));
        GO(raise_here);
    }
    const Value old = cell.content;
    cell.content = Value();
    drop(old);
    NEXT(1);
}
// NameError for a global or built-in name. The exception remembers the function's `self`, which may have an attribute of that name.
[[gnu::noinline]] static Raised raise_undefined(Vm& vm, StrObject& name) {
    raise_name_error(vm, name);
    const std::vector<std::string>&locals = vm.frame->code->unit->local_names, &free = vm.frame->code->unit->free_names;
    Value self;
    if (const auto found = std::find(locals.begin(), locals.end(), "self"); found != locals.end())
        self = vm.frame->registers[found - locals.begin() - static_cast<std::ptrdiff_t>(locals.size())];
    else if (const auto outer = std::find(free.begin(), free.end(), "self"); outer != free.end())
        self = (*vm.frame->function->closure)[outer - free.begin()];
    if (self.is_object() && self.object()->layout == Layout::cell)
        self = static_cast<CellObject*>(self.object())->content;
    if (!self.is_unbound()) replace(static_cast<NameErrorObject*>(vm.pending())->receiver, Owned::share(self));
    return raised;
}
[[gnu::noinline]] static void raise_unbound_free(Vm& vm, unsigned index) {
    const CodeObject& code = *vm.frame->code;
    raise(vm, TypeId::NameError,
          "cannot access free variable '%s' where it is not associated with a value in enclosing scope",
          code.unit->free_names[index].c_str());
    static_cast<NameErrorObject*>(vm.pending())->name = Owned::share((*code.free_names)[index]).release();
}
OP(LOAD_FREE) {
    const Value value = cell_of(free_cell(vm, WIDE)).content;
    if (value.is_unbound()) [[unlikely]] {
        SAVE_PC();
        raise_unbound_free(vm, WIDE);
        GO(raise_here);
    }
    retain(value);
    STORE(A, value);
    NEXT(1);
}
OP(STORE_FREE) {
    SAVE_PC();
    CellObject& cell = cell_of(free_cell(vm, WIDE));
    const Value value = take(R, A), old = cell.content;
    cell.content = value;
    drop(old);
    NEXT(1);
}
OP(DELETE_FREE) {
    SAVE_PC();
    CellObject& cell = cell_of(free_cell(vm, WIDE));
    if (cell.content.is_unbound()) {
        raise_unbound_free(vm, WIDE);
        GO(raise_here);
    }
    const Value old = cell.content;
    cell.content = Value();
    drop(old);
    NEXT(1);
}
OP(LOAD_CLOSURE) {
    const Value cell = free_cell(vm, WIDE);
    retain(cell);
    STORE(A, cell);
    NEXT(1);
}

// ---- globals
[[gnu::noinline]] static Value load_global_slow(Vm& vm, const Word* pc, StrObject& name) {
    DictObject& globals = *vm.frame->function->globals;
    DictObject& builtins = *vm.frame->function->builtins;
    if (const std::int64_t index = dict_entry_index(globals, name); index >= 0) {
        write_cache(pc + 1, dict_keys_version(vm, globals));
        write_cache(pc + 2, static_cast<Word>(index));
        return Owned::share(*dict_entry_value(globals, static_cast<std::uint32_t>(index))).release();
    }
    if (const std::int64_t index = dict_entry_index(builtins, name); index >= 0) {
        write_cache(pc + 1, dict_keys_version(vm, globals));
        write_cache(pc + 2, static_cast<Word>(index) | 0x80000000u);
        write_cache(pc + 3, dict_keys_version(vm, builtins));
        return Owned::share(*dict_entry_value(builtins, static_cast<std::uint32_t>(index))).release();
    }
    raise_undefined(vm, name);
    return Value::raised_mark();
}
SLOW(slow_LOAD_GLOBAL) {
    SAVE_PC();
    const Value value = load_global_slow(vm, pc, name_constant(K, WIDE));
    if (value.is_raised()) GO(raise_here);
    STORE(A, value);
    NEXT(4);
}
OP(LOAD_GLOBAL) {
    const FunctionObject& function = *vm.frame->function;
    if (function.globals->keys_version == AUX(1) && AUX(1) != 0) [[likely]] {
        const Word index = AUX(2);
        if (static_cast<std::int32_t>(index) >= 0) {
            const Value value = *dict_entry_value(*function.globals, index);
            retain(value);
            STORE(A, value);
            NEXT(4);
        }
        if (function.builtins->keys_version == AUX(3)) {
            const Value value = *dict_entry_value(*function.builtins, index & 0x7fffffffu);
            retain(value);
            STORE(A, value);
            NEXT(4);
        }
    }
    GO(slow_LOAD_GLOBAL);
}
[[gnu::noinline]] static void store_global_slow(Vm& vm, const Word* pc, StrObject& name, Value value) {
    DictObject& globals = *vm.frame->function->globals;
    dict_set_str(vm, globals, name, Owned::adopt(value));
    if (const std::int64_t index = dict_entry_index(globals, name); index >= 0) {
        write_cache(pc + 1, dict_keys_version(vm, globals));
        write_cache(pc + 2, static_cast<Word>(index));
    }
}
OP(STORE_GLOBAL) {
    SAVE_PC();
    DictObject& globals = *vm.frame->function->globals;
    const Value value = take(R, A);
    if (globals.keys_version == AUX(1) && AUX(1) != 0) [[likely]] {
        Value* place = dict_entry_value(globals, AUX(2));
        const Value old = *place;
        *place = value;
        drop(old);
        NEXT(3);
    }
    store_global_slow(vm, pc, name_constant(K, WIDE), value);
    NEXT(3);
}
[[gnu::noinline]] static bool delete_name_from(Vm& vm, DictObject& dict, StrObject& name) {
    if (dict_delete_str(vm, dict, name)) return true;
    raise_undefined(vm, name);
    return false;
}
OP(DELETE_GLOBAL) {
    SAVE_PC();
    if (!delete_name_from(vm, *vm.frame->function->globals, name_constant(K, WIDE))) GO(raise_here);
    NEXT(1);
}

// ---- names in a namespace: a dict in nearly all cases, any mapping when a metaclass's __prepare__ or exec() gave one.
// Gives unbound when absent.
static Result<Owned> namespace_get(Vm& vm, Value name_space, StrObject& name) {
    if (is_dict(name_space)) return Owned::share(dict_get_str(*static_cast<DictObject*>(name_space.object()), name));
    auto found = get_item(vm, name_space, &name);
    if (!found.is_raised()) return found;
    if (!pending_matches(vm, TypeId::KeyError)) return raised;
    vm.clear_pending();
    return Owned();
}
static Result<Owned> global_or_builtin(Vm& vm, StrObject& name) {
    Value value = dict_get_str(*vm.frame->function->globals, name);
    if (value.is_unbound()) value = dict_get_str(*vm.frame->function->builtins, name);
    if (value.is_unbound()) return raise_undefined(vm, name);
    return Owned::share(value);
}
[[gnu::noinline]] static Value load_name(Vm& vm, StrObject& name, bool then_globals) {
    auto found = namespace_get(vm, vm.frame->extra, name);
    if (found.is_raised()) return Value::raised_mark();
    Owned value = found.take();
    if (value.is_unbound() && then_globals) {
        auto outer = global_or_builtin(vm, name);
        if (outer.is_raised()) return Value::raised_mark();
        value = outer.take();
    }
    return value.release();
}
OP(LOAD_NAME) {
    SAVE_PC();
    const Value value = load_name(vm, name_constant(K, WIDE), true);
    if (value.is_raised()) GO(raise_here);
    STORE(A, value);
    NEXT(1);
}
// The class namespace comes from a free cell when the code is a scope nested in a class body (PEP 695): the compiler names it __classdict__.
[[gnu::noinline]] static Value class_namespace(Vm& vm) noexcept {
    if (!vm.frame->extra.is_unbound()) return vm.frame->extra;
    const auto& names = vm.frame->code->unit->free_names;
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == "__classdict__") return cell_of(free_cell(vm, static_cast<unsigned>(i))).content;
    return Value();
}
[[gnu::noinline]] static Value load_class_name(Vm& vm, StrObject& name) {
    const Value name_space = class_namespace(vm);
    if (name_space.is_unbound()) return Value();
    auto found = namespace_get(vm, name_space, name);
    return found.is_raised() ? Value::raised_mark() : found.take().release();
}
[[gnu::noinline]] static Value global_value(Vm& vm, StrObject& name) {
    auto found = global_or_builtin(vm, name);
    return found.is_raised() ? Value::raised_mark() : found.take().release();
}
OP(LOAD_CLASS_GLOBAL) {
    SAVE_PC();
    Value value = load_class_name(vm, name_constant(K, WIDE));
    if (value.is_unbound()) value = global_value(vm, name_constant(K, WIDE));
    if (value.is_raised()) GO(raise_here);
    STORE(A, value);
    NEXT(1);
}
OP(LOAD_CLASS_FREE) {
    SAVE_PC();
    Value value = load_class_name(vm, name_constant(K, AUX(1)));
    if (value.is_raised()) GO(raise_here);
    if (value.is_unbound()) {
        value = cell_of(free_cell(vm, WIDE)).content;
        if (value.is_unbound()) {
            raise_unbound_free(vm, WIDE);
            GO(raise_here);
        }
        retain(value);
    }
    STORE(A, value);
    NEXT(2);
}
[[gnu::noinline]] static bool store_name(Vm& vm, StrObject& name, Value value) {
    const Value name_space = vm.frame->extra;
    if (is_dict(name_space)) {
        dict_set_str(vm, *static_cast<DictObject*>(name_space.object()), name, Owned::share(value));
        return true;
    }
    return !set_item(vm, name_space, &name, value).is_raised();
}
OP(STORE_NAME) {
    SAVE_PC();
    if (!store_name(vm, name_constant(K, WIDE), R[A])) GO(raise_here);
    consume(R, A);
    NEXT(1);
}
[[gnu::noinline]] static bool delete_name(Vm& vm, StrObject& name) {
    const Value name_space = vm.frame->extra;
    if (is_dict(name_space)) return delete_name_from(vm, *static_cast<DictObject*>(name_space.object()), name);
    if (!delete_item(vm, name_space, &name).is_raised()) return true;
    if (pending_matches(vm, TypeId::KeyError)) {
        vm.clear_pending();
        raise_undefined(vm, name);
    }
    return false;
}
OP(DELETE_NAME) {
    SAVE_PC();
    if (!delete_name(vm, name_constant(K, WIDE))) GO(raise_here);
    NEXT(1);
}
OP(LOAD_LOCALS) {
    const Value name_space = vm.frame->extra;
    retain(name_space);
    STORE(A, name_space);
    NEXT(1);
}
[[gnu::noinline]] static bool setup_annotations(Vm& vm) {
    auto found = namespace_get(vm, vm.frame->extra, *vm.names().dunder_annotations);
    if (found.is_raised()) return false;
    if (!found.take().is_unbound()) return true;
    return store_name(vm, *vm.names().dunder_annotations, make_dict(vm));
}
OP(SETUP_ANNOTATIONS) {
    SAVE_PC();
    if (!setup_annotations(vm)) GO(raise_here);
    NEXT(1);
}

} // namespace mp
