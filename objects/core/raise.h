#pragma once
// Raising Python exceptions from C++: `return raise(rt, TypeId::TypeError, "'%s' object is not iterable", type_name(rt, value));`
// All set the pending exception and give `raised`. They run no Python code. Long names are cut as CPython does with precision ("%.200s").
#include "objects/core/runtime.h"

namespace mp {

[[gnu::format(printf, 3, 4)]] Raised raise(Runtime& rt, TypeId exception, const char* format, ...);
Raised raise_text(Runtime& rt, TypeId exception, std::string_view utf8_message);
Raised raise_value(Runtime& rt, TypeId exception, Value argument); // exception(argument), e.g. KeyError(key)
Raised raise_exception(Runtime& rt, Ref<ExceptionObject> exception);
Raised raise_memory_error(Runtime& rt) noexcept; // allocates nothing
Raised raise_os_error(Runtime& rt, int error_number, Value filename = Value());
Raised raise_stop_iteration(Runtime& rt, Value value); // with its value
Raised raise_key_error(Runtime& rt, Value key);
Raised raise_attribute_error(Runtime& rt, Value object,
                             StrObject& name); // "'T' object has no attribute 'n'", with name and obj for suggestions
Raised raise_attribute_error_text(Runtime& rt, Value object, StrObject& name,
                                  std::string_view utf8_message); // another text, the same attributes
Raised raise_name_error(Runtime& rt, StrObject& name);            // "name 'n' is not defined"

// Whether the pending exception is an instance of `exception`. pending_matches + clear: the way natives swallow an error on purpose.
bool pending_matches(Runtime& rt, TypeId exception) noexcept;

// The type's name as error texts show it; lives as long as the type.
const char* type_name(Runtime& rt, Value value) noexcept;

// Common checks with CPython's texts.
Raised raise_arity(Runtime& rt, const char* function, std::size_t min, std::size_t max, std::size_t given);

} // namespace mp
