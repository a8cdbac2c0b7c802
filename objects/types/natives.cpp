#include "objects/types/natives.h"

#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"

namespace mp {

Result<void> check_constructor(Runtime& rt, const char* function, TypeId id, Type* type, const Args& args,
                               std::uint32_t min, std::uint32_t max) {
    Type& exact = rt.type(id);
    if (type == &exact || type->slots.init == exact.slots.init) TRY(no_keywords(rt, function, args));
    const std::uint32_t given = positional_count(args);
    if (given < min || given > max) return raise_arity(rt, function, min, max, given);
    return ok;
}

bool has_index(Runtime& rt, Value value) noexcept { return value.is_int() || rt.type_of(value).slots.index != nullptr; }

Result<std::int64_t> slice_bound(Runtime& rt, Value value) {
    if (value.is_int()) return value.as_int();
    if (!has_index(rt, value))
        return raise(rt, TypeId::TypeError, "slice indices must be integers or have an __index__ method");
    return index_clamped(rt, value);
}

Result<Owned> class_getitem(Runtime& rt, Args args) {
    return call(rt, &rt.type(TypeId::generic_alias), args[0], args[1]);
}

Result<Owned> return_self(Runtime&, Value self) { return Owned::share(self); }

} // namespace mp
