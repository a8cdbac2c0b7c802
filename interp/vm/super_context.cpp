// What natives may ask of the running Python function: super() without arguments, and the module that a new class belongs to.
#include "interp/vm/vm.h"
#include "objects/core/raise.h"
#include "objects/types/dict.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

Value content_of(Value variable) noexcept {
    if (variable.is_object() && variable.object()->layout == Layout::cell)
        return static_cast<CellObject*>(variable.object())->content;
    return variable;
}

} // namespace

Result<void> Vm::current_super_context(Owned& cls, Owned& self) {
    const Frame* running = current_frame();
    if (!running) return raise(*this, TypeId::RuntimeError, "super(): no current frame");
    const CodeObject& code = *running->code;
    if (code.unit->positional == 0) return raise(*this, TypeId::RuntimeError, "super(): no arguments");
    const Value first = running->registers[-static_cast<std::ptrdiff_t>(code.local_count)];
    self = Owned::share(code.unit->local_is_cell[0] ? content_of(first) : first);
    if (self.is_unbound()) return raise(*this, TypeId::RuntimeError, "super(): arg[0] deleted");
    for (std::int64_t i = 0; i < code.free_names->size; ++i) {
        if (!(*code.free_names)[i].is(Value(names().dunder_class))) continue;
        cls = Owned::share(content_of((*running->function->closure)[i]));
        if (cls.is_unbound()) return raise(*this, TypeId::RuntimeError, "super(): empty __class__ cell");
        if (!is_subtype(&type_of(cls), &type(TypeId::type)))
            return raise(*this, TypeId::RuntimeError, "super(): __class__ is not a type (%s)", type_name(*this, cls));
        return ok;
    }
    return raise(*this, TypeId::RuntimeError, "super(): __class__ cell not found");
}

Owned Vm::current_module_name() {
    const Frame* running = current_frame();
    return running ? Owned::share(dict_get_str(*running->function->globals, *names().dunder_name)) : Owned();
}

} // namespace mp
