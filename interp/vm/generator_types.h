#pragma once
// What the types generator, coroutine and async_generator share.
#include "interp/vm/generator.h"

namespace mp {

void generator_traverse(Object* object, Visitor visit, void* context);
void generator_clear(Runtime& rt, Object* object);
Result<void> generator_finalise(Runtime& rt, Object* object);
void generator_dealloc(Runtime& rt, Object* object);
extern const GetSetDef async_generator_getsets[];

// The exception that throw(type, value, traceback) means. May run the exception's constructor.
Result<Ref<ExceptionObject>> exception_to_throw(Runtime& rt, Value type, Value value, Value traceback);
// Warns that throw(type, value, traceback) is deprecated. Raises what the filters make of it.
Result<void> warn_of_old_throw(Runtime& rt, const char* method);
// The result of throw() and send(): a value, StopIteration at the end, or what was raised.
Result<Owned> finish_throw(Runtime& rt, Resumed resumed);

} // namespace mp
