#pragma once
// await, async for, async generators (language reference 3.4, PEP 492, 525).
#include "interp/vm/vm.h"

namespace mp {

// The iterator for `await value`: coroutines themselves, else what __await__ gives (checked). `mode` as GET_AWAITABLE's C: for the error text.
Result<Owned> awaitable_iterator(Vm& vm, Value value, unsigned mode);
// value.__aiter__(), which must have __anext__.
Result<Owned> async_iterator(Vm& vm, Value value);
// The awaitable iterator of value.__anext__().
Result<Owned> async_next(Vm& vm, Value value);
// One step of an iterator that is no generator, for `yield from` and `await`: 1 a value, 2 finished with its return value, 0 raised.
int iterator_step(Vm& vm, Value iterator, Value* out);
// What an async generator's `yield` hands out: a wrapped value, so that its awaiting asend() knows it from an `await` inside.
Owned async_generator_wrap(Vm& vm, Value value);

} // namespace mp
