#include "objects/core/raise.h"

#include <cstdio>
#include <cstring>

#include "objects/core/attribute.h"
#include "objects/protocol/protocol.h"
#include "objects/types/exception.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

Raised raise_exception(Runtime& rt, Ref<ExceptionObject> exception) {
    chain_context(*exception, rt.handled());
    rt.set_pending(std::move(exception));
    return raised;
}

Raised raise_value(Runtime& rt, TypeId exception, Value argument) {
    // Raising must work when the budget is used up: MemoryError itself is raised so.
    Heap::Unlimited unlimited(rt.heap());
    return raise_exception(rt, make_exception(rt, exception, argument));
}

Raised raise_text(Runtime& rt, TypeId exception, std::string_view utf8_message) {
    Heap::Unlimited unlimited(rt.heap());
    return raise_exception(rt, make_exception(rt, exception, make_str(rt, utf8_message)));
}

Raised raise(Runtime& rt, TypeId exception, const char* format, ...) {
    char buffer[512];
    va_list arguments;
    va_start(arguments, format);
    va_list again;
    va_copy(again, arguments);
    const int length = std::vsnprintf(buffer, sizeof buffer, format, arguments);
    va_end(arguments);
    if (length < 0) {
        va_end(again);
        return raise_text(rt, exception, format);
    }
    if (static_cast<std::size_t>(length) < sizeof buffer) {
        va_end(again);
        return raise_text(rt, exception, {buffer, static_cast<std::size_t>(length)});
    }
    std::string text(static_cast<std::size_t>(length) + 1, '\0');
    std::vsnprintf(text.data(), text.size(), format, again);
    va_end(again);
    text.pop_back();
    return raise_text(rt, exception, text);
}

Raised raise_memory_error(Runtime& rt) noexcept {
    try {
        Heap::Unlimited unlimited(rt.heap());
        return raise_exception(rt, make_exception(rt, TypeId::MemoryError));
    } catch (const std::bad_alloc&) {
        rt.set_pending(Ref<ExceptionObject>::share(rt.reserve_memory_error()));
        return raised;
    }
}

Raised raise_os_error(Runtime& rt, int error_number, Value filename) {
    Heap::Unlimited unlimited(rt.heap());
    auto text = make_str(rt, std::strerror(error_number));
    return raise_exception(rt, make_os_error(rt, error_number, text, filename));
}

Raised raise_stop_iteration(Runtime& rt, Value value) {
    Heap::Unlimited unlimited(rt.heap());
    auto exception = make_exception(rt, TypeId::StopIteration, value.is_none() ? Value() : value);
    replace(static_cast<StopIterationObject*>(exception.get())->value, Owned::share(value));
    return raise_exception(rt, std::move(exception));
}

Raised raise_key_error(Runtime& rt, Value key) {
    Heap::Unlimited unlimited(rt.heap());
    // A tuple as key must stay one argument: make_exception takes it as it is.
    return raise_exception(rt, make_exception(rt, TypeId::KeyError, key));
}

Raised raise_attribute_error(Runtime& rt, Value object, StrObject& name) {
    const bool is_class = is_subtype(&rt.type_of(object), &rt.type(TypeId::type));
    std::string text = is_class ? "type object '" + static_cast<Type*>(object.object())->name.substr(0, 200)
                                : "'" + std::string(type_name(rt, object)).substr(0, 200);
    text += is_class ? "' has no attribute '" : "' object has no attribute '";
    text += to_utf8(name) + "'";
    return raise_attribute_error_text(rt, object, name, text);
}

Raised raise_attribute_error_text(Runtime& rt, Value object, StrObject& name, std::string_view utf8_message) {
    Heap::Unlimited unlimited(rt.heap());
    auto exception = make_exception(rt, TypeId::AttributeError, make_str(rt, utf8_message));
    auto* attribute_error = static_cast<AttributeErrorObject*>(exception.get());
    replace(attribute_error->name, Owned::share(&name));
    replace(attribute_error->obj, Owned::share(object));
    return raise_exception(rt, std::move(exception));
}

Raised raise_name_error(Runtime& rt, StrObject& name) {
    Heap::Unlimited unlimited(rt.heap());
    const std::string text = "name '" + to_utf8(name) + "' is not defined";
    auto exception = make_exception(rt, TypeId::NameError, make_str(rt, text));
    replace(static_cast<NameErrorObject*>(exception.get())->name, Owned::share(&name));
    return raise_exception(rt, std::move(exception));
}

bool pending_matches(Runtime& rt, TypeId exception) noexcept {
    return rt.pending() && !rt.pending()->is_stop && is_subtype(rt.pending()->type(), &rt.type(exception));
}

const char* type_name(Runtime& rt, Value value) noexcept { return rt.type_of(value).name.c_str(); }

// Argument Clinic's texts for positional arguments: "pop expected at most 1 argument, got 2".
Raised raise_arity(Runtime& rt, const char* function, std::size_t min, std::size_t max, std::size_t given) {
    const bool too_few = given < min;
    const std::size_t bound = too_few ? min : max;
    return raise(rt, TypeId::TypeError, "%s expected %s%zu argument%s, got %zu", function,
                 min == max ? "" : (too_few ? "at least " : "at most "), bound, bound == 1 ? "" : "s", given);
}

} // namespace mp
