// Comparisons as values, and conditional jumps with the comparison in them.
#include "interp/vm/handlers.h"
#include "objects/types/str.h"

namespace mp {

int truth_value(Vm& vm, Value value);

[[gnu::noinline]] static Value compare_value(Vm& vm, CompareOp op, Value left, Value right) {
    Result<Owned> result = compare(vm, left, right, op);
    return result.is_raised() ? Value::raised_mark() : result.take().release();
}
// 0, 1, or -1 when raised.
[[gnu::noinline]] static int compare_truth(Vm& vm, CompareOp op, Value left, Value right) {
    Result<bool> result = compare_bool(vm, left, right, op);
    return result.is_raised() ? -1 : result.take() ? 1 : 0;
}
[[gnu::noinline]] static int contains_truth(Vm& vm, Value container, Value item) {
    Result<bool> result = contains(vm, container, item);
    return result.is_raised() ? -1 : result.take() ? 1 : 0;
}

// The words of two small ints compare as the ints do.
#define INTS(op) (static_cast<std::int64_t>(b.word()) op static_cast<std::int64_t>(c.word()))

#define COMPARISON(NAME, operation, op)                                                                                \
    SLOW(slow_##NAME) {                                                                                                \
        SAVE_PC();                                                                                                     \
        const Value result = compare_value(vm, CompareOp::operation, R[B], R[C]);                                      \
        if (result.is_raised()) [[unlikely]]                                                                           \
            GO(raise_here);                                                                                            \
        consume(R, C);                                                                                                 \
        consume(R, B);                                                                                                 \
        STORE(A, result);                                                                                              \
        NEXT(1);                                                                                                       \
    }                                                                                                                  \
    OP(NAME) {                                                                                                         \
        const Value b = R[B], c = R[C];                                                                                \
        if (Value::both_ints(b, c)) {                                                                                  \
            STORE(A, Value::boolean(INTS(op)));                                                                        \
            NEXT(1);                                                                                                   \
        }                                                                                                              \
        if (Value::both_floats(b, c)) {                                                                                \
            STORE(A, Value::boolean(b.as_float() op c.as_float()));                                                    \
            NEXT(1);                                                                                                   \
        }                                                                                                              \
        GO(slow_##NAME);                                                                                               \
    }
COMPARISON(LT, lt, <)
COMPARISON(LE, le, <=)
COMPARISON(EQ, eq, ==)
COMPARISON(NE, ne, !=)
COMPARISON(GT, gt, >)
COMPARISON(GE, ge, >=)

OP(IS) {
    const Value result = Value::boolean(R[B].is(R[C]));
    consume(R, C);
    consume(R, B);
    STORE(A, result);
    NEXT(1);
}
OP(IS_NOT) {
    const Value result = Value::boolean(!R[B].is(R[C]));
    consume(R, C);
    consume(R, B);
    STORE(A, result);
    NEXT(1);
}
#define CONTAINMENT(NAME, negate)                                                                                      \
    OP(NAME) {                                                                                                         \
        SAVE_PC();                                                                                                     \
        const int answer = contains_truth(vm, R[C], R[B]);                                                             \
        if (answer < 0) [[unlikely]]                                                                                   \
            GO(raise_here);                                                                                            \
        consume(R, C);                                                                                                 \
        consume(R, B);                                                                                                 \
        STORE(A, Value::boolean((answer != 0) != negate));                                                             \
        NEXT(1);                                                                                                       \
    }
CONTAINMENT(IN, false)
CONTAINMENT(NOT_IN, true)

// ---- jumps
OP(JUMP) { NEXT(static_cast<std::int32_t>(AUX(1))); }
OP(JUMP_BACK) { TAKE_JUMP(); }

#define JUMP_WHEN(condition)                                                                                           \
    do {                                                                                                               \
        if ((condition) == (UA != 0)) TAKE_JUMP();                                                                     \
        BRANCH_BARRIER();                                                                                              \
        NEXT(2);                                                                                                       \
    } while (0)

SLOW(slow_JUMP_IF) {
    SAVE_PC();
    const int answer = truth_value(vm, R[B]);
    if (answer < 0) GO(raise_here);
    consume(R, B);
    JUMP_WHEN(answer != 0);
}
OP(JUMP_IF) {
    const Value b = R[B];
    if (b.is_bool()) JUMP_WHEN(b.is_true());
    if (b.is_int()) JUMP_WHEN(b.as_int() != 0);
    if (b.is_none()) JUMP_WHEN(false);
    GO(slow_JUMP_IF);
}
SLOW(slow_JUMP_KEEP) {
    SAVE_PC();
    const int answer = truth_value(vm, R[B]);
    if (answer < 0) GO(raise_here);
    if ((answer != 0) == (UA != 0)) TAKE_JUMP();
    consume(R, B);
    NEXT(2);
}
OP(JUMP_KEEP) {
    const int b = B;
    if (!R[b].is_bool() && !R[b].is_none()) GO(slow_JUMP_KEEP);
    if (R[b].is_true() == (UA != 0)) TAKE_JUMP();
    if (b >= 0) R[b] = Value();
    NEXT(2);
}

// EQUALITY: texts are compared without leaving.
#define NO_TEXT(op)
#define TEXT(op)                                                                                                       \
    if (b.is_object() && c.is_object() && b.object()->layout == Layout::str && c.object()->layout == Layout::str) {    \
        const bool answer =                                                                                            \
            str_equal(static_cast<const StrObject&>(*b.object()), static_cast<const StrObject&>(*c.object())) op true; \
        CONSUME_BOTH                                                                                                   \
        JUMP_WHEN(answer);                                                                                             \
    }

#define COMPARE_AND_JUMP(NAME, operation, op, text)                                                                    \
    SLOW(slow_##NAME) {                                                                                                \
        const Value b = R[B], c = OPERAND_C;                                                                           \
        text(op) SAVE_PC();                                                                                            \
        const int answer = compare_truth(vm, CompareOp::operation, b, c);                                              \
        if (answer < 0) [[unlikely]]                                                                                   \
            GO(raise_here);                                                                                            \
        CONSUME_BOTH                                                                                                   \
        JUMP_WHEN(answer != 0);                                                                                        \
    }                                                                                                                  \
    OP(NAME) {                                                                                                         \
        const Value b = R[B], c = OPERAND_C;                                                                           \
        if (Value::both_ints(b, c)) JUMP_WHEN(INTS(op));                                                               \
        if (Value::both_floats(b, c)) JUMP_WHEN(b.as_float() op c.as_float());                                         \
        GO(slow_##NAME);                                                                                               \
    }

#define OPERAND_C R[C]
#define CONSUME_BOTH                                                                                                   \
    consume(R, C);                                                                                                     \
    consume(R, B);
COMPARE_AND_JUMP(JLT, lt, <, NO_TEXT)
COMPARE_AND_JUMP(JLE, le, <=, NO_TEXT)
COMPARE_AND_JUMP(JEQ, eq, ==, TEXT)
COMPARE_AND_JUMP(JNE, ne, !=, TEXT)
COMPARE_AND_JUMP(JGT, gt, >, NO_TEXT)
COMPARE_AND_JUMP(JGE, ge, >=, NO_TEXT)
#undef OPERAND_C
#undef CONSUME_BOTH

#define CONSUME_BOTH consume(R, B);
#define OPERAND_C Value::from_int(C)
COMPARE_AND_JUMP(JLTI, lt, <, NO_TEXT)
COMPARE_AND_JUMP(JLEI, le, <=, NO_TEXT)
COMPARE_AND_JUMP(JEQI, eq, ==, NO_TEXT)
COMPARE_AND_JUMP(JNEI, ne, !=, NO_TEXT)
COMPARE_AND_JUMP(JGTI, gt, >, NO_TEXT)
COMPARE_AND_JUMP(JGEI, ge, >=, NO_TEXT)
#undef OPERAND_C
#define OPERAND_C K[UC]
COMPARE_AND_JUMP(JEQK, eq, ==, TEXT)
COMPARE_AND_JUMP(JNEK, ne, !=, TEXT)
COMPARE_AND_JUMP(JLTK, lt, <, NO_TEXT)
COMPARE_AND_JUMP(JLEK, le, <=, NO_TEXT)
COMPARE_AND_JUMP(JGTK, gt, >, NO_TEXT)
COMPARE_AND_JUMP(JGEK, ge, >=, NO_TEXT)
#undef OPERAND_C
#undef CONSUME_BOTH

OP(JIS) {
    const bool same = R[B].is(R[C]);
    consume(R, C);
    consume(R, B);
    JUMP_WHEN(same);
}
OP(JNONE) {
    const bool none = R[B].is_none();
    consume(R, B);
    JUMP_WHEN(none);
}
OP(JIN) {
    SAVE_PC();
    const int answer = contains_truth(vm, R[C], R[B]);
    if (answer < 0) GO(raise_here);
    consume(R, C);
    consume(R, B);
    JUMP_WHEN(answer != 0);
}

} // namespace mp
