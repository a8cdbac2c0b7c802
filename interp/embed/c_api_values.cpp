// The C interface: values, what objects do, functions of the host's.
#include <cstdlib>
#include <cstring>
#include <new>

#include "interp/embed/c_api.h"

using namespace minipy::c_api;
using minipy::Value;

namespace {

// A list of the values, to be spread in a call or made a container.
Value list_of(minipy::Interpreter& py, const minipy_value* const* items, size_t count) {
    std::vector<Value> values;
    values.reserve(count);
    for (size_t i = 0; i < count; ++i) values.push_back(items[i]->value);
    return py.value(std::move(values));
}

char* text_copy(const std::string& text, size_t* size) {
    auto* copy = static_cast<char*>(std::malloc(text.size() + 1));
    if (!copy) throw std::bad_alloc();
    std::memcpy(copy, text.c_str(), text.size() + 1);
    if (size) *size = text.size();
    return copy;
}

// Releases what the host gave along with a function.
struct HostData {
    void* data;
    void (*free_data)(void*);
    ~HostData() {
        if (free_data) free_data(data);
    }
};

} // namespace

// ---- making values

void minipy_value_free(minipy_value* value) { delete value; }
minipy_value* minipy_value_copy(const minipy_value* value) {
    if (!value) return nullptr;
    return value_of(value->slot, [&] { return value->value; });
}

minipy_value* minipy_none(minipy_interpreter* py) {
    return value_of(py->slot, [&] { return py->py.none(); });
}
minipy_value* minipy_bool(minipy_interpreter* py, int value) {
    return value_of(py->slot, [&] { return py->py.value(value != 0); });
}
minipy_value* minipy_int(minipy_interpreter* py, int64_t value) {
    return value_of(py->slot, [&] { return py->py.value(value); });
}
minipy_value* minipy_uint(minipy_interpreter* py, uint64_t value) {
    return value_of(py->slot, [&] { return py->py.value(value); });
}
minipy_value* minipy_float(minipy_interpreter* py, double value) {
    return value_of(py->slot, [&] { return py->py.value(value); });
}
minipy_value* minipy_str(minipy_interpreter* py, const char* text) {
    return value_of(py->slot, [&] { return py->py.value(std::string_view(text)); });
}
minipy_value* minipy_str_sized(minipy_interpreter* py, const char* text, size_t size) {
    return value_of(py->slot, [&] { return py->py.value(std::string_view(text, size)); });
}
minipy_value* minipy_bytes(minipy_interpreter* py, const void* data, size_t size) {
    return value_of(py->slot, [&] { return py->py.value(minipy::bytes(data, size)); });
}
minipy_value* minipy_list(minipy_interpreter* py, const minipy_value* const* items, size_t count) {
    if (!all_given(items, count)) return nullptr;
    return value_of(py->slot, [&] { return list_of(py->py, items, count); });
}
minipy_value* minipy_tuple(minipy_interpreter* py, const minipy_value* const* items, size_t count) {
    if (!all_given(items, count)) return nullptr;
    return value_of(py->slot, [&] { return py->py.builtin("tuple")(list_of(py->py, items, count)); });
}
minipy_value* minipy_dict(minipy_interpreter* py) {
    return value_of(py->slot, [&] { return py->py.dict(); });
}

// ---- reading them

minipy_kind minipy_kind_of(const minipy_value* value) {
    if (!value) return MINIPY_KIND_OTHER;
    static constexpr std::pair<std::string_view, minipy_kind> kinds[] = {
        {"NoneType", MINIPY_KIND_NONE}, {"bool", MINIPY_KIND_BOOL},   {"int", MINIPY_KIND_INT},
        {"float", MINIPY_KIND_FLOAT},   {"str", MINIPY_KIND_STR},     {"bytes", MINIPY_KIND_BYTES},
        {"list", MINIPY_KIND_LIST},     {"tuple", MINIPY_KIND_TUPLE}, {"dict", MINIPY_KIND_DICT},
    };
    minipy_kind kind = MINIPY_KIND_OTHER;
    status_of(value->slot, [&] {
        minipy::Interpreter& py = value->value.interpreter();
        const Value type = value->value.type();
        for (const auto& [name, named] : kinds) {
            const bool same = named == MINIPY_KIND_NONE ? value->value.is_none() : type.same_as(py.builtin(name));
            if (same) {
                kind = named;
                return;
            }
        }
        if (value->value.is_callable()) kind = MINIPY_KIND_FUNCTION;
    });
    return kind;
}

minipy_status minipy_to_int(const minipy_value* value, int64_t* result) {
    if (!value) return MINIPY_RAISED;
    return status_of(value->slot, [&] { *result = value->value.to<int64_t>(); });
}
minipy_status minipy_to_uint(const minipy_value* value, uint64_t* result) {
    if (!value) return MINIPY_RAISED;
    return status_of(value->slot, [&] { *result = value->value.to<uint64_t>(); });
}
minipy_status minipy_to_float(const minipy_value* value, double* result) {
    if (!value) return MINIPY_RAISED;
    return status_of(value->slot, [&] { *result = value->value.to<double>(); });
}
minipy_status minipy_truth(const minipy_value* value, int* result) {
    if (!value) return MINIPY_RAISED;
    return status_of(value->slot, [&] { *result = value->value.truth(); });
}
char* minipy_to_text(const minipy_value* value, size_t* size) {
    if (!value) return nullptr;
    return pointer_of(value->slot, [&] { return text_copy(value->value.to<std::string>(), size); });
}
char* minipy_to_str(const minipy_value* value, size_t* size) {
    if (!value) return nullptr;
    return pointer_of(value->slot, [&] { return text_copy(value->value.str(), size); });
}
char* minipy_to_repr(const minipy_value* value, size_t* size) {
    if (!value) return nullptr;
    return pointer_of(value->slot, [&] { return text_copy(value->value.repr(), size); });
}
void minipy_text_free(char* text) { std::free(text); }

// ---- what objects do

minipy_value* minipy_call(const minipy_value* function, const minipy_value* const* arguments, size_t count) {
    return minipy_call_named(function, arguments, count, nullptr, nullptr, 0);
}
minipy_value* minipy_call_named(const minipy_value* function, const minipy_value* const* arguments, size_t count,
                                const char* const* names, const minipy_value* const* values, size_t named_count) {
    if (!function || !all_given(arguments, count) || !all_given(values, named_count)) return nullptr;
    return value_of(function->slot, [&]() -> Value {
        minipy::Interpreter& py = function->value.interpreter();
        const minipy::args positional(list_of(py, arguments, count));
        if (named_count == 0) return function->value(positional);
        Value named = py.dict();
        for (size_t i = 0; i < named_count; ++i) named[names[i]] = values[i]->value;
        return function->value(positional, minipy::kwargs(named));
    });
}
minipy_value* minipy_call_method(const minipy_value* object, const char* name, const minipy_value* const* arguments,
                                 size_t count) {
    if (!object || !all_given(arguments, count)) return nullptr;
    return value_of(object->slot, [&] {
        return object->value.call_method(name, minipy::args(list_of(object->value.interpreter(), arguments, count)));
    });
}
minipy_value* minipy_get_attr(const minipy_value* object, const char* name) {
    if (!object) return nullptr;
    return value_of(object->slot, [&] { return object->value.attr(name).value(); });
}
minipy_status minipy_set_attr(const minipy_value* object, const char* name, const minipy_value* value) {
    if (!object || !value) return MINIPY_RAISED;
    return status_of(object->slot, [&] { object->value.set_attr(name, value->value); });
}
minipy_value* minipy_get_item(const minipy_value* container, const minipy_value* key) {
    if (!container || !key) return nullptr;
    return value_of(container->slot, [&] { return container->value[key->value].value(); });
}
minipy_value* minipy_get_index(const minipy_value* container, int64_t index) {
    if (!container) return nullptr;
    return value_of(container->slot, [&] { return container->value[index].value(); });
}
minipy_value* minipy_get_key(const minipy_value* container, const char* key) {
    if (!container) return nullptr;
    return value_of(container->slot, [&] { return container->value[key].value(); });
}
minipy_status minipy_set_item(const minipy_value* container, const minipy_value* key, const minipy_value* value) {
    if (!container || !key || !value) return MINIPY_RAISED;
    return status_of(container->slot, [&] { container->value[key->value] = value->value; });
}
minipy_status minipy_set_key(const minipy_value* container, const char* key, const minipy_value* value) {
    if (!container || !value) return MINIPY_RAISED;
    return status_of(container->slot, [&] { container->value[key] = value->value; });
}
minipy_status minipy_del_item(const minipy_value* container, const minipy_value* key) {
    if (!container || !key) return MINIPY_RAISED;
    return status_of(container->slot, [&] { container->value.del_item(key->value); });
}
minipy_status minipy_len(const minipy_value* container, size_t* result) {
    if (!container) return MINIPY_RAISED;
    return status_of(container->slot, [&] { *result = container->value.len(); });
}
minipy_value* minipy_iter(const minipy_value* iterable) {
    if (!iterable) return nullptr;
    return value_of(iterable->slot, [&] { return iterable->value.interpreter().builtin("iter")(iterable->value); });
}
minipy_status minipy_next(const minipy_value* iterator, minipy_value** item) {
    *item = nullptr;
    if (!iterator) return MINIPY_RAISED;
    return status_of(iterator->slot, [&] {
        // A C++ iterator fetches its first item when it is made: a new one for each is next().
        const minipy::Iterator at(iterator->value);
        if (!(at == std::default_sentinel)) *item = hand_out(iterator->slot, *at);
    });
}

// ---- functions of the host's

minipy_value* minipy_make_function(minipy_interpreter* py, const char* name, minipy_function function, void* data,
                                   void (*free_data)(void* data)) {
    std::shared_ptr<HostData> held;
    return value_of(py->slot, [&] {
        held = std::make_shared<HostData>(data, nullptr);
        Value made = py->py.function(name, [held, function, slot = py->slot](const minipy::args& given) -> Value {
            std::vector<minipy_value> arguments;
            for (Value item : given) arguments.push_back({std::move(item), slot});
            std::vector<const minipy_value*> pointers;
            for (const minipy_value& argument : arguments) pointers.push_back(&argument);
            if (!slot->owner) throw minipy::Error("RuntimeError", "the interpreter is gone");
            slot->error.reset();
            const std::unique_ptr<minipy_value> result(
                function(slot->owner, held->data, pointers.data(), pointers.size()));
            if (result) return result->value;
            if (!slot->error) throw minipy::Error("SystemError", "a function of the host's failed without saying why");
            const minipy::Error error = std::move(slot->error->error);
            slot->error.reset();
            error.raise();
        });
        held->free_data = free_data; // from here on the function's end is the data's
        return made;
    });
}

minipy_value* minipy_raise(minipy_interpreter* py, const char* type, const char* message) {
    try {
        py->slot->error.emplace(minipy_exception{minipy::Error(type, message)});
    } catch (...) {
        keep_error(*py->slot);
    }
    return nullptr;
}
