#pragma once
// mappingproxy: a read-only view of a mapping (type.__dict__).
#include "objects/core/runtime.h"

namespace mp {

struct MappingProxyObject : Object {
    Value mapping; // owned
};

Ref<MappingProxyObject> make_mapping_proxy(Runtime& rt, Value mapping);

} // namespace mp
