// Cells.
#include "objects/types/cell.h"

#include "objects/core/raise.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/str.h"

namespace mp {

Ref<CellObject> make_cell(Runtime& rt, Owned content) {
    auto* cell = rt.make<CellObject>(TypeId::cell);
    cell->content = content.release();
    return Ref<CellObject>::adopt(cell);
}

namespace {
CellObject& cell_of(Value self) noexcept { return *static_cast<CellObject*>(self.object()); }

void traverse(Object* object, Visitor visit, void* context) {
    const Value content = static_cast<CellObject*>(object)->content;
    if (content.is_object()) visit(content.object(), context);
}
void clear(Runtime&, Object* object) { replace(static_cast<CellObject*>(object)->content, Owned()); }
void dealloc(Runtime& rt, Object* object) {
    release(static_cast<CellObject*>(object)->content);
    rt.free_object(object, sizeof(CellObject));
}
Result<Owned> new_cell(Runtime& rt, Type*, Args args) {
    if (args.names || args.size() > 1) return raise(rt, TypeId::TypeError, "cell expected at most 1 argument, got %u", args.size());
    return Owned(make_cell(rt, args.size() ? Owned::share(args[0]) : Owned()));
}
Result<Owned> get_content(Runtime& rt, Value self) {
    const Value content = cell_of(self).content;
    if (content.is_unbound()) return raise(rt, TypeId::ValueError, "cell is empty");
    return Owned::share(content);
}
Result<void> set_content(Runtime&, Value self, Value value) {
    replace(cell_of(self).content, Owned::share(value));
    return ok;
}
Result<Owned> repr_cell(Runtime& rt, Value self) {
    const Value content = cell_of(self).content;
    char text[300];
    if (content.is_unbound())
        std::snprintf(text, sizeof text, "<cell at %p: empty>", static_cast<const void*>(self.object()));
    else
        std::snprintf(text, sizeof text, "<cell at %p: %.80s object at %p>", static_cast<const void*>(self.object()), type_name(rt, content),
                      reinterpret_cast<const void*>(content.word()));
    return Owned(make_str(rt, text));
}
const GetSetDef getsets[] = {{"cell_contents", get_content, set_content}, {}};
} // namespace

const TypeSpec cell_spec = {
    .name = "cell",
    .base = TypeId::object,
    .layout = Layout::cell,
    .size = sizeof(CellObject),
    .flags = type_has_gc,
    .slots = {.dealloc = dealloc, .traverse = traverse, .clear = clear, .new_ = new_cell, .repr = repr_cell},
    .getsets = getsets,
};

} // namespace mp
