// Recording tracebacks; the types traceback and frame. The text: traceback_text.cpp.
#include "interp/vm/traceback.h"

#include <algorithm>

#include "interp/vm/frame_object.h"
#include "objects/core/raise.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"
#include "objects/types/text_arguments.h"

namespace mp {

void add_traceback_entry(Vm& vm, ExceptionObject& exception, CodeObject& code, DictObject& globals,
                         std::uint32_t position) {
    auto* entry = vm.make<TracebackObject>(TypeId::traceback);
    entry->next = exception.traceback;
    retain(&code);
    entry->code = &code;
    entry->frame = nullptr;
    retain(&globals);
    entry->globals = &globals;
    entry->pc = position;
    const Location* location = find_location(code, position);
    entry->line = location && location->line ? location->line : code.unit->first_line;
    exception.traceback = entry;
}

std::uint32_t running_line(const Frame& frame) noexcept {
    const CodeObject& code = *frame.code;
    const Location* location = find_location(code, static_cast<std::uint32_t>(frame.pc - code.words - 1));
    return location && location->line ? location->line : code.unit->first_line;
}

Ref<FrameObject> make_frame(Runtime& rt, CodeObject& code, DictObject& globals, std::uint32_t line) {
    auto* frame = rt.make<FrameObject>(TypeId::frame);
    retain(&code);
    retain(&globals);
    frame->code = &code;
    frame->globals = &globals;
    frame->locals = Value();
    frame->back = nullptr;
    frame->line = line;
    return Ref<FrameObject>::adopt(frame);
}

namespace {

TracebackObject& traceback_of(Value self) noexcept { return *static_cast<TracebackObject*>(self.object()); }
CodeObject& code_of(const TracebackObject& entry) noexcept { return *static_cast<CodeObject*>(entry.code); }

Result<Owned> get_next(Runtime&, Value self) {
    TracebackObject* next = traceback_of(self).next;
    return next ? Owned::share(Value(next)) : Owned::adopt(Value::none());
}
Result<void> set_next(Runtime& rt, Value self, Value value) {
    if (value.is_unbound() || (!value.is_none() && &rt.type_of(value) != &rt.type(TypeId::traceback)))
        return raise(rt, TypeId::TypeError, "expected traceback object, got '%s'",
                     value.is_unbound() ? "NULL" : type_name(rt, value));
    TracebackObject* next = value.is_none() ? nullptr : &traceback_of(value);
    for (TracebackObject* walk = next; walk; walk = walk->next)
        if (walk == &traceback_of(self)) return raise(rt, TypeId::ValueError, "traceback loop detected");
    if (next) retain(next);
    if (TracebackObject* old = std::exchange(traceback_of(self).next, next)) release(old);
    return ok;
}
Result<Owned> get_line(Runtime& rt, Value self) { return make_int(rt, traceback_of(self).line); }
Result<Owned> get_last_instruction(Runtime& rt, Value self) { return make_int(rt, traceback_of(self).pc * 4); }
Result<Owned> get_frame(Runtime& rt, Value self) {
    TracebackObject& entry = traceback_of(self);
    if (!entry.frame) entry.frame = make_frame(rt, code_of(entry), *entry.globals, entry.line).release();
    return Owned::share(Value(entry.frame));
}
constexpr NativeDef traceback_constructor = {"traceback", nullptr, 4, 4, "tb_next, tb_frame, tb_lasti, tb_lineno"};

// types.TracebackType(tb_next, tb_frame, tb_lasti, tb_lineno).
Result<Owned> new_traceback(Runtime& rt, Type*, Args args) {
    Value given[4];
    TRY(bind_arguments(rt, traceback_constructor, args, given));
    if (!given[0].is_none() && &rt.type_of(given[0]) != &rt.type(TypeId::traceback))
        return raise(rt, TypeId::TypeError, "expected traceback object or None, got '%s'", type_name(rt, given[0]));
    if (&rt.type_of(given[1]) != &rt.type(TypeId::frame))
        return raise(rt, TypeId::TypeError, "traceback() argument 'tb_frame' must be frame, not %.50s",
                     given[1].is_none() ? "None" : type_name(rt, given[1]));
    const int last_instruction = TRY(int_argument(rt, Args{given, 4}, 2, 0));
    const int line = TRY(int_argument(rt, Args{given, 4}, 3, 0));
    auto& frame = *static_cast<FrameObject*>(given[1].object());
    auto* entry = rt.make<TracebackObject>(TypeId::traceback);
    entry->next = given[0].is_none() ? nullptr : &traceback_of(given[0]);
    if (entry->next) retain(entry->next);
    entry->code = frame.code;
    entry->frame = &frame;
    entry->globals = frame.globals;
    retain(entry->code);
    retain(entry->frame);
    retain(entry->globals);
    entry->pc = std::min(static_cast<std::uint32_t>(std::max(last_instruction, 0)) / 4, frame.code->word_count);
    entry->line = static_cast<std::uint32_t>(std::max(line, 0));
    return Owned::adopt(Value(entry));
}

void traceback_traverse(Object* object, Visitor visit, void* context) {
    auto& entry = *static_cast<TracebackObject*>(object);
    if (entry.next) visit(entry.next, context);
    if (entry.frame) visit(entry.frame, context);
    visit(entry.globals, context);
}
void traceback_dealloc(Runtime& rt, Object* object) {
    auto& entry = *static_cast<TracebackObject*>(object);
    if (entry.next) release(entry.next); // long chains are freed by destroy()'s worklist
    if (entry.frame) release(entry.frame);
    release(entry.code);
    release(entry.globals);
    rt.free_object(object, sizeof(TracebackObject));
}
const GetSetDef traceback_getsets[] = {
    {"tb_next", get_next, set_next},
    {"tb_lineno", get_line},
    {"tb_frame", get_frame},
    {"tb_lasti", get_last_instruction},
    {},
};

FrameObject& frame_of(Value self) noexcept { return *static_cast<FrameObject*>(self.object()); }
Result<Owned> frame_code(Runtime&, Value self) { return Owned::share(Value(frame_of(self).code)); }
Result<Owned> frame_globals(Runtime&, Value self) { return Owned::share(Value(frame_of(self).globals)); }
Result<Owned> frame_builtins(Runtime& rt, Value) { return Owned::share(Value(rt.builtins_dict)); }
Result<Owned> frame_locals(Runtime& rt, Value self) {
    FrameObject& frame = frame_of(self);
    if (frame.locals.is_unbound()) frame.locals = Value(make_dict(rt).release());
    return Owned::share(frame.locals);
}
Result<Owned> frame_line(Runtime& rt, Value self) { return make_int(rt, frame_of(self).line); }
Result<Owned> frame_back(Runtime&, Value self) {
    FrameObject* back = frame_of(self).back;
    return back ? Owned::share(Value(back)) : Owned::adopt(Value::none());
}
Result<Owned> frame_repr(Runtime& rt, Value self) {
    FrameObject& frame = frame_of(self);
    char address[32];
    std::snprintf(address, sizeof address, "%p", static_cast<const void*>(&frame));
    return Owned(make_str(rt, std::string("<frame at ") + address + ", file '" + frame.code->unit->filename +
                                  "', line " + std::to_string(frame.line) + ", code " + frame.code->unit->name + ">"));
}
void frame_traverse(Object* object, Visitor visit, void* context) {
    auto& frame = *static_cast<FrameObject*>(object);
    visit(frame.globals, context);
    if (frame.locals.is_object()) visit(frame.locals.object(), context);
    if (frame.back) visit(frame.back, context);
}
void frame_dealloc(Runtime& rt, Object* object) {
    auto& frame = *static_cast<FrameObject*>(object);
    release(frame.code);
    release(frame.globals);
    release(frame.locals);
    if (frame.back) release(frame.back);
    rt.free_object(object, sizeof(FrameObject));
}
const GetSetDef frame_getsets[] = {
    {"f_code", frame_code},
    {"f_globals", frame_globals},
    {"f_locals", frame_locals},
    {"f_builtins", frame_builtins},
    {"f_lineno", frame_line},
    {"f_back", frame_back},
    {},
};

} // namespace

const TypeSpec traceback_spec = {
    .name = "traceback",
    .base = TypeId::object,
    .size = sizeof(TracebackObject),
    .flags = type_has_gc,
    .slots = {.dealloc = traceback_dealloc, .traverse = traceback_traverse, .new_ = new_traceback},
    .getsets = traceback_getsets,
};
const TypeSpec frame_spec = {
    .name = "frame",
    .base = TypeId::object,
    .size = sizeof(FrameObject),
    .flags = type_has_gc | type_no_new,
    .slots = {.dealloc = frame_dealloc, .traverse = frame_traverse, .repr = frame_repr},
    .getsets = frame_getsets,
};

} // namespace mp
