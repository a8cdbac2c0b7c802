#pragma once
// Exception instances. Their C++ structs extend ExceptionObject; attributes are fields with getset descriptors.
#include "objects/core/runtime.h"

namespace mp {

struct TracebackObject;

struct ExceptionObject : Object {
    TupleObject* arguments;     // args, owned
    ExceptionObject* cause;     // owned, may be null
    ExceptionObject* context;   // owned, may be null
    TracebackObject* traceback; // owned, may be null; newest frame first added at the head
    Value notes;                // __notes__ (list) or unbound
    bool suppress_context;
    bool is_stop; // a budget stop: no except clause or finally of Python code catches it
};
struct StopIterationObject : ExceptionObject {
    Value value;
};
struct SystemExitObject : ExceptionObject {
    Value code;
};
struct AttributeErrorObject : ExceptionObject {
    Value name, obj;
};
struct NameErrorObject : ExceptionObject {
    Value name;
    Value receiver; // the local variable `self` of the function that raised it, for "Did you mean: 'self.name'?"
};
struct ImportErrorObject : ExceptionObject {
    Value msg, name, path, name_from;
};
struct OSErrorObject : ExceptionObject {
    Value number, strerror, filename, filename2;
    std::int64_t characters_written;
};
struct SyntaxErrorObject : ExceptionObject {
    Value msg, filename, lineno, offset, text, end_lineno, end_offset, print_file_and_line;
};
struct UnicodeErrorObject : ExceptionObject {
    Value encoding, object, start, end, reason;
};
struct ExceptionGroupObject : ExceptionObject {
    Value message;
    TupleObject* exceptions;
};

// One line of a traceback, as the VM records it: enough to print without keeping frames alive.
struct TracebackObject : Object {
    TracebackObject* next; // towards the raise; owned
    Object* code;          // owned CodeObject
    Object* frame;         // owned frame object, made when asked for; or null
    DictObject* globals;   // owned
    std::uint32_t pc;      // word index of the instruction
    std::uint32_t line;
};

bool is_exception(Runtime& rt, Value value) noexcept; // an instance of BaseException
// For natives that go on after any error: clears the pending exception. False (and it stays) for a budget stop, which nobody may swallow.
inline bool swallow_pending(Runtime& rt) noexcept {
    if (rt.pending()->is_stop) return false;
    rt.clear_pending();
    return true;
}
Ref<ExceptionObject> make_exception(Runtime& rt, TypeId type, Value argument = Value()); // args: () or (argument,)
// OSError(number, strerror[, filename]) as the subclass that the number asks for (FileNotFoundError …).
Ref<ExceptionObject> make_os_error(Runtime& rt, int number, Value strerror, Value filename);
// Normalises `raise X`: a class is called (may run Python), an instance is taken; TypeError "exceptions must derive from BaseException".
Result<Ref<ExceptionObject>> exception_from(Runtime& rt, Value class_or_instance);
// Whether `exception` matches an except clause's class or tuple; TypeError "catching classes that do not inherit from BaseException is not allowed".
Result<bool> exception_matches(Runtime& rt, ExceptionObject& exception, Value class_or_tuple);
// Sets __context__ to the exception being handled, breaking a cycle through itself (as _PyErr_SetObject).
void chain_context(ExceptionObject& exception, ExceptionObject* handled) noexcept;
// except*: splits; either side may be null.
struct ExceptionSplit {
    OptRef<ExceptionObject> match, rest;
};
Result<ExceptionSplit> exception_group_split(Runtime& rt, ExceptionObject& exception, Value class_or_tuple);
// except*, at its end: what to raise from `original` (the exception that the try block raised) and `results`, the list of exceptions that the clauses raised or that nobody
// matched (None entries are skipped); None when everything was handled (PEP 654, _PyExc_PrepReraiseStar).
Result<Owned> exception_star_result(Runtime& rt, Value original, ListObject& results);

} // namespace mp
