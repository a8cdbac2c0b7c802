#include "builtins/error_class.h"

#include <cstdarg>
#include <cstdio>

#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/exception.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

Result<Ref<Type>> make_error_class(Runtime& rt, const char* module, const char* name, TypeId base) {
    Ref<DictObject> name_space = make_dict(rt);
    dict_set_str(rt, *name_space, *rt.names().dunder_module, rt.intern(module));
    Ref<TupleObject> bases = tuple_of(rt, Value(&rt.type(base)));
    Owned made = TRY(make_class(rt, rt.type(TypeId::type), *rt.intern(name), *bases, *name_space, Args{nullptr, 0}));
    return Ref<Type>::adopt(static_cast<Type*>(made.release().object()));
}

Raised raise_error_class(Runtime& rt, Type* error, const char* format, ...) {
    char text[512];
    va_list arguments;
    va_start(arguments, format);
    std::vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    if (!error) return raise_text(rt, TypeId::ValueError, text);
    auto exception = call(rt, Value(error), make_str(rt, text));
    if (exception.is_raised()) return raised;
    return raise_exception(
        rt, Ref<ExceptionObject>::adopt(static_cast<ExceptionObject*>(exception.take().release().object())));
}

} // namespace mp
