// The types whose slots the VM defines, as empty shells: objects/ is tested without a VM.
#include "objects/core/type_specs.h"

namespace mp {

#define STAND_IN(spec, type_name, layout_)                                                                             \
    const TypeSpec spec = {                                                                                            \
        .name = type_name, .base = TypeId::object, .layout = layout_, .size = sizeof(Object), .flags = type_no_new};
STAND_IN(code_spec, "code", Layout::code)
STAND_IN(function_spec, "function", Layout::function)
STAND_IN(generator_spec, "generator", Layout::generator)
STAND_IN(coroutine_spec, "coroutine", Layout::coroutine)
STAND_IN(coroutine_wrapper_spec, "coroutine_wrapper", Layout::other)
STAND_IN(async_generator_spec, "async_generator", Layout::async_generator)
STAND_IN(async_generator_asend_spec, "async_generator_asend", Layout::other)
STAND_IN(async_generator_athrow_spec, "async_generator_athrow", Layout::other)
STAND_IN(async_generator_wrapped_spec, "async_generator_wrapped_value", Layout::other)
STAND_IN(frame_spec, "frame", Layout::other)
STAND_IN(traceback_spec, "traceback", Layout::other)
#undef STAND_IN

} // namespace mp
