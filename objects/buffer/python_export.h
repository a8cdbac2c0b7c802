#pragma once
// PEP 688: Python classes as exporters (__buffer__, __release_buffer__). Their slots stand in objects/core/trampolines.h, the same methods of built-in exporters in
// objects/core/slot_wraps.h.
#include "objects/buffer/view.h"

namespace mp {

struct MemoryViewObject;

// What stands as owner in a view of memory that a Python class's __buffer__ gave: it ends the export of the memoryview that the method returned, then calls
// __release_buffer__.
struct BufferWrapperObject : Object {
    BufferFields inner;     // the memoryview's export
    MemoryViewObject* view; // what __buffer__ returned, owned; null once released
    Value exporter;         // owned; unbound once released
};

} // namespace mp
