#pragma once
// Slots and tables of the exception types, by struct: exception_specs.cpp puts them together.
#include "objects/types/exception.h"
#include "objects/types/tuple.h"

namespace mp {

// Calls f(Value&) for every owned value that a struct adds to ExceptionObject.
template <class F>
void each_own_value(ExceptionObject&, F&&) {}
template <class F>
void each_own_value(StopIterationObject& e, F&& f) {
    f(e.value);
}
template <class F>
void each_own_value(SystemExitObject& e, F&& f) {
    f(e.code);
}
template <class F>
void each_own_value(AttributeErrorObject& e, F&& f) {
    f(e.name), f(e.obj);
}
template <class F>
void each_own_value(NameErrorObject& e, F&& f) {
    f(e.name), f(e.receiver);
}
template <class F>
void each_own_value(ImportErrorObject& e, F&& f) {
    f(e.msg), f(e.name), f(e.path), f(e.name_from);
}
template <class F>
void each_own_value(OSErrorObject& e, F&& f) {
    f(e.number), f(e.strerror), f(e.filename), f(e.filename2);
}
template <class F>
void each_own_value(SyntaxErrorObject& e, F&& f) {
    f(e.msg), f(e.filename), f(e.lineno), f(e.offset), f(e.text), f(e.end_lineno), f(e.end_offset),
        f(e.print_file_and_line);
}
template <class F>
void each_own_value(UnicodeErrorObject& e, F&& f) {
    f(e.encoding), f(e.object), f(e.start), f(e.end), f(e.reason);
}
template <class F>
void each_own_value(ExceptionGroupObject& e, F&& f) {
    f(e.message);
}

void clear_base_exception(ExceptionObject& exception) noexcept;
void traverse_base_exception(ExceptionObject& exception, Visitor visit, void* context);

template <class T>
void traverse_exception(Object* object, Visitor visit, void* context) {
    auto& exception = *static_cast<T*>(object);
    traverse_base_exception(exception, visit, context);
    each_own_value(exception, [&](Value& value) {
        if (value.is_object()) visit(value.object(), context);
    });
    if constexpr (std::same_as<T, ExceptionGroupObject>)
        if (exception.exceptions) visit(exception.exceptions, context);
}

template <class T>
void clear_exception(Runtime&, Object* object) {
    auto& exception = *static_cast<T*>(object);
    clear_base_exception(exception);
    each_own_value(exception, [](Value& value) { replace(value, Owned()); });
}

template <class T>
void dealloc_exception(Runtime& rt, Object* object) {
    clear_exception<T>(rt, object);
    auto& exception = *static_cast<T*>(object);
    release(exception.arguments);
    if constexpr (std::same_as<T, ExceptionGroupObject>)
        if (exception.exceptions) release(exception.exceptions);
    rt.free_object(object, sizeof(T));
}

// An instance with args set and everything else empty.
Ref<ExceptionObject> new_exception(Runtime& rt, Type& type, Ref<TupleObject> arguments);
Result<void> init_exception(Runtime& rt, Value self, Args args);

extern const Slots base_exception_slots, key_error_slots, stop_iteration_slots, system_exit_slots,
    attribute_error_slots, name_error_slots, import_error_slots, os_error_slots, syntax_error_slots,
    unicode_encode_error_slots, unicode_decode_error_slots, unicode_translate_error_slots, exception_group_slots;
extern const GetSetDef base_exception_getsets[], stop_iteration_getsets[], system_exit_getsets[],
    attribute_error_getsets[], name_error_getsets[], import_error_getsets[], os_error_getsets[], syntax_error_getsets[],
    unicode_error_getsets[], exception_group_getsets[];
extern const NativeDef base_exception_methods[], import_error_methods[], attribute_error_methods[], os_error_methods[],
    exception_group_methods[];

} // namespace mp
