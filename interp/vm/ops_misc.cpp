// Pattern matching, imports and what is too rare for a file of its own.
#include "interp/vm/async.h"
#include "interp/vm/handlers.h"
#include "interp/vm/patterns.h"
#include "interp/vm/typing_support.h"
#include "objects/core/attribute.h"
#include "objects/types/dict.h"
#include "objects/types/list.h"

namespace mp {

#define WORD_OF(expression)                                                                                            \
    auto result = (expression);                                                                                        \
    return result.is_raised() ? Value::raised_mark() : Owned(result.take()).release();

// ---- match (PEP 634)
OP(MATCH_SEQUENCE) {
    STORE(A, Value::boolean(vm.type_of(R[B]).has(type_sequence)));
    NEXT(1);
}
OP(MATCH_MAPPING) {
    STORE(A, Value::boolean(vm.type_of(R[B]).has(type_mapping)));
    NEXT(1);
}
[[gnu::noinline]] static Value match_keys_value(Vm& vm, Value mapping,
                                                Value keys){WORD_OF(match_keys(vm, mapping, keys))} OP(MATCH_KEYS) {
    SAVE_PC();
    const Value value = match_keys_value(vm, R[B], R[C]);
    if (value.is_raised()) GO(raise_here);
    consume(R, C);
    STORE(A, value);
    NEXT(1);
}
[[gnu::noinline]] static Value match_class_value(Vm& vm, Value subject, Value cls, std::uint32_t positional,
                                                 Value names){
    WORD_OF(match_class(vm, subject, cls, positional, names))} OP(MATCH_CLASS) {
    SAVE_PC();
    const Value value = match_class_value(vm, R[B], R[C], AUX(1), K[AUX(2)]);
    if (value.is_raised()) GO(raise_here);
    consume(R, C);
    STORE(A, value);
    NEXT(3);
}
[[gnu::noinline]] static Value length_value(Vm& vm, Value value) {
    auto result = length(vm, value);
    return result.is_raised() ? Value::raised_mark() : Value::from_int(result.take());
}
OP(GET_LEN) {
    SAVE_PC();
    const Value value = length_value(vm, R[B]);
    if (value.is_raised()) GO(raise_here);
    STORE(A, value);
    NEXT(1);
}

// ---- imports
[[gnu::noinline]] static Value import_value(Vm& vm, StrObject& name, Value fromlist, unsigned level){
    WORD_OF(vm.import_name(name, *vm.frame->function->globals, fromlist, static_cast<int>(level)))} OP(IMPORT_NAME) {
    SAVE_PC();
    const Value value = import_value(vm, name_constant(K, AUX(1)), R[B], UC);
    if (value.is_raised()) GO(raise_here);
    consume(R, B);
    STORE(A, value);
    NEXT(2);
}
[[gnu::noinline]] static Value import_from_value(Vm& vm, Value module, StrObject& name){
    WORD_OF(vm.import_from(module, name))} OP(IMPORT_FROM) {
    SAVE_PC();
    const Value value = import_from_value(vm, R[B], name_constant(K, AUX(1)));
    if (value.is_raised()) GO(raise_here);
    STORE(A, value);
    NEXT(2);
}
[[gnu::noinline]] static bool import_all(Vm& vm, Value module) {
    const Value name_space = vm.frame->extra.is_unbound() ? Value(vm.frame->function->globals) : vm.frame->extra;
    return !vm.import_star(module, name_space).is_raised();
}
OP(IMPORT_STAR) {
    SAVE_PC();
    if (!import_all(vm, R[A])) GO(raise_here);
    consume(R, A);
    NEXT(1);
}

// ---- interactive
[[gnu::noinline]] static bool print_expression(Vm& vm, Value value) {
    const Value sys = dict_get_str(*vm.modules, *vm.names().sys);
    if (sys.is_unbound()) return true;
    auto hook = get_attribute(vm, sys, *vm.names().displayhook);
    if (hook.is_raised()) return false;
    return !call(vm, hook.take(), value).is_raised();
}
OP(PRINT_EXPR) {
    SAVE_PC();
    if (!print_expression(vm, R[A])) GO(raise_here);
    consume(R, A);
    NEXT(1);
}

// ---- intrinsics
[[gnu::noinline]] static Value intrinsic_value(Vm& vm, Intrinsic which, Value* operands) {
    switch (which) {
    case Intrinsic::ASYNC_GEN_WRAP: return async_generator_wrap(vm, operands[0]).release();
    case Intrinsic::LIST_APPEND_STAR:
        list_append(vm, *static_cast<ListObject*>(operands[0].object()), Owned::share(operands[1]));
        return Value::none();
    case Intrinsic::STOPITERATION_ERROR: return Owned::share(operands[0]).release();
    default: break;
    }
    WORD_OF(typing_intrinsic(vm, which, operands))
}
OP(INTRINSIC) {
    SAVE_PC();
    const int b = B;
    const Value value = intrinsic_value(vm, static_cast<Intrinsic>(AUX(1)), R + b);
    if (value.is_raised()) GO(raise_here);
    for (unsigned i = 0; i < UC; ++i) consume(R, b + static_cast<int>(i));
    STORE(A, value);
    NEXT(2);
}

} // namespace mp
