#include "objects/types/cell.h"

#include "objects/core/raise.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/object.h"
#include "objects/types/str.h"

namespace mp {

Ref<CellObject> make_cell(Runtime& rt, Owned content) {
    auto* cell = rt.make<CellObject>(TypeId::cell);
    cell->content = content.release();
    return Ref<CellObject>::adopt(cell);
}

namespace {

CellObject& as_cell(Value value) { return *static_cast<CellObject*>(value.object()); }

void dealloc(Runtime& rt, Object* object) {
    const Value content = static_cast<CellObject*>(object)->content;
    rt.free_object(object, sizeof(CellObject));
    release(content);
}
void traverse(Object* object, Visitor visit, void* context) {
    const Value content = static_cast<CellObject*>(object)->content;
    if (content.is_object()) visit(content.object(), context);
}
void clear(Runtime&, Object* object) { replace(static_cast<CellObject*>(object)->content, Owned()); }

Result<Owned> new_cell(Runtime& rt, Type*, Args args) {
    TRY(no_keywords(rt, "cell", args));
    if (args.count > 1) return raise_arity(rt, "cell", 0, 1, args.count);
    return Owned(make_cell(rt, args.count == 1 ? Owned::share(args[0]) : Owned()));
}

Result<Owned> repr_cell(Runtime& rt, Value self) {
    const Value content = as_cell(self).content;
    std::string text = "<cell at " + address_text(self) + ": ";
    if (content.is_unbound())
        text += "empty>";
    else
        text += std::string(type_name(rt, content)) + " object at " + address_text(content) + ">";
    return Owned(make_str(rt, text));
}

// Cells compare by content; empty ones come first.
Result<Owned> compare_cells(Runtime& rt, Value left, Value right, CompareOp op) {
    const Type* type = &rt.type(TypeId::cell);
    if (&rt.type_of(left) != type || &rt.type_of(right) != type) return Owned::adopt(Value::not_implemented());
    const Owned a = Owned::share(as_cell(left).content), b = Owned::share(as_cell(right).content);
    if (!a.is_unbound() && !b.is_unbound()) return compare(rt, a, b, op);
    return compare(rt, Value::from_int(!a.is_unbound()), Value::from_int(!b.is_unbound()), op);
}

Result<Owned> get_contents(Runtime& rt, Value self) {
    const Value content = as_cell(self).content;
    if (content.is_unbound()) return raise(rt, TypeId::ValueError, "Cell is empty");
    return Owned::share(content);
}
Result<void> set_contents(Runtime&, Value self, Value value) {
    replace(as_cell(self).content, Owned::share(value));
    return ok;
}

const GetSetDef getsets[] = {{"cell_contents", get_contents, set_contents}, {}};

} // namespace

const TypeSpec cell_spec = {
    .name = "cell",
    .base = TypeId::object,
    .layout = Layout::cell,
    .size = sizeof(CellObject),
    .flags = type_has_gc,
    .slots = {.dealloc = dealloc,
              .traverse = traverse,
              .clear = clear,
              .new_ = new_cell,
              .repr = repr_cell,
              .compare = compare_cells},
    .getsets = getsets,
    .doc = "Create a new cell object.\n\n  contents\n    the contents of the cell. If not specified, the cell will be "
           "empty,\n    and \n further attempts to "
           "access its cell_contents attribute will\n    raise a ValueError.",
};

} // namespace mp
