// Type parameters are instances of classes of the frozen module `typing`: the VM hands their parts over.
#include "interp/vm/typing_support.h"

#include "interp/vm/function.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/str.h"

namespace mp {

static Result<Owned> call_typing(Vm& vm, const char* factory, Value* operands, unsigned count) {
    Owned typing = TRY(vm.import_full("_typing_support"));
    Owned function = TRY(get_attribute(vm, typing, *vm.intern(factory)));
    return call(vm, function, Args{operands, count});
}

Result<Owned> typing_intrinsic(Vm& vm, Intrinsic which, Value* operands) {
    switch (which) {
    case Intrinsic::TYPEVAR: return call_typing(vm, "typevar", operands, 1);
    case Intrinsic::TYPEVAR_WITH_BOUND: return call_typing(vm, "typevar_with_bound", operands, 2);
    case Intrinsic::TYPEVAR_WITH_CONSTRAINTS: return call_typing(vm, "typevar_with_constraints", operands, 2);
    case Intrinsic::PARAMSPEC: return call_typing(vm, "paramspec", operands, 1);
    case Intrinsic::TYPEVARTUPLE: return call_typing(vm, "typevartuple", operands, 1);
    case Intrinsic::SET_TYPEPARAM_DEFAULT: return call_typing(vm, "set_default", operands, 2);
    case Intrinsic::SUBSCRIPT_GENERIC: return call_typing(vm, "subscript_generic", operands, 1);
    case Intrinsic::TYPE_ALIAS: return call_typing(vm, "type_alias", operands, 3);
    case Intrinsic::SET_FUNCTION_TYPE_PARAMS:
        if (is_function(operands[0])) replace(as_function(operands[0]).type_params, Owned::share(operands[1]));
        return Owned::share(operands[0]);
    default: return raise(vm, TypeId::SystemError, "unknown intrinsic");
    }
}

} // namespace mp
