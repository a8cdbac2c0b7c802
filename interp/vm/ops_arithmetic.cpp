// Operators: small ints and unboxed floats here, everything else through objects/protocol/.
#include "interp/vm/handlers.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"

namespace mp {

// ---- slow paths: one noinline function an operation, shared by all forms

[[gnu::noinline]] static Value binary_value(Vm& vm, BinaryOp op, Value left, Value right) {
    Result<Owned> result = binary(vm, op, left, right);
    return result.is_raised() ? Value::raised_mark() : result.take().release();
}
[[gnu::noinline]] static Value inplace_value(Vm& vm, BinaryOp op, Value left, Value right) {
    Result<Owned> result = inplace(vm, op, left, right);
    return result.is_raised() ? Value::raised_mark() : result.take().release();
}

// The number of a small int or unboxed float; false for anything else.
static inline bool quick_double(Value value, double& result) noexcept {
    if (value.is_float()) {
        result = value.as_float();
        return true;
    }
    if (value.is_int()) { // exact up to 2^53, and otherwise rounded to nearest, as CPython converts
        result = static_cast<double>(value.as_int());
        return true;
    }
    return false;
}

#define FINISH_BINARY(result)                                                                                          \
    do {                                                                                                               \
        const Value finish_result_ = (result);                                                                         \
        if (finish_result_.is_raised()) [[unlikely]]                                                                   \
            GO(raise_here);                                                                                            \
        consume(R, B);                                                                                                 \
        STORE(A, finish_result_);                                                                                      \
        NEXT(1);                                                                                                       \
    } while (0)

#define FLOAT_RESULT(expression)                                                                                       \
    do {                                                                                                               \
        const double float_result_ = (expression);                                                                     \
        if (Value::fits_float(float_result_)) [[likely]] {                                                             \
            STORE(A, Value::from_float(float_result_));                                                                \
            NEXT(1);                                                                                                   \
        }                                                                                                              \
    } while (0)

#define INT_RESULT(expression)                                                                                         \
    do {                                                                                                               \
        STORE(A, (expression));                                                                                        \
        NEXT(1);                                                                                                       \
    } while (0)

// Fast paths: `b` and `c` are the operands; a path that does not apply falls out.
#define FAST_ADD                                                                                                       \
    if (Value::both_ints(b, c)) {                                                                                      \
        std::int64_t r;                                                                                                \
        if (!__builtin_add_overflow(static_cast<std::int64_t>(b.word()), static_cast<std::int64_t>(c.word() - 3), &r)) \
            [[likely]]                                                                                                 \
            INT_RESULT(Value::from_word(static_cast<std::uint64_t>(r)));                                               \
    } else if (Value::both_floats(b, c))                                                                               \
        FLOAT_RESULT(b.as_float() + c.as_float());
#define FAST_SUB                                                                                                       \
    if (Value::both_ints(b, c)) {                                                                                      \
        std::int64_t r;                                                                                                \
        if (!__builtin_sub_overflow(static_cast<std::int64_t>(b.word()), static_cast<std::int64_t>(c.word() - 3), &r)) \
            [[likely]]                                                                                                 \
            INT_RESULT(Value::from_word(static_cast<std::uint64_t>(r)));                                               \
    } else if (Value::both_floats(b, c))                                                                               \
        FLOAT_RESULT(b.as_float() - c.as_float());
#define FAST_MUL                                                                                                       \
    if (Value::both_ints(b, c)) {                                                                                      \
        std::int64_t r;                                                                                                \
        if (!__builtin_mul_overflow(static_cast<std::int64_t>(b.word() - 3), c.as_int(), &r)) [[likely]]               \
            INT_RESULT(Value::from_word(static_cast<std::uint64_t>(r) | 3));                                           \
    } else if (Value::both_floats(b, c))                                                                               \
        FLOAT_RESULT(b.as_float() * c.as_float());
#define FAST_TRUEDIV                                                                                                   \
    if (Value::both_floats(b, c)) {                                                                                    \
        if (c.as_float() != 0.0) FLOAT_RESULT(b.as_float() / c.as_float());                                            \
    } else if (Value::both_ints(b, c)) {                                                                               \
        constexpr std::int64_t exact = std::int64_t{1} << 53;                                                          \
        const std::int64_t x = b.as_int(), y = c.as_int();                                                             \
        if (y != 0 && x <= exact && x >= -exact && y <= exact && y >= -exact)                                          \
            FLOAT_RESULT(static_cast<double>(x) / static_cast<double>(y));                                             \
    }
#define FAST_FLOORDIV                                                                                                  \
    if (Value::both_ints(b, c)) {                                                                                      \
        const std::int64_t x = b.as_int(), y = c.as_int();                                                             \
        if (y > 0) { /* a negative divisor might overflow 62 bits: slow path */                                        \
            std::int64_t q = x / y;                                                                                    \
            if (x - q * y < 0) --q;                                                                                    \
            INT_RESULT(Value::from_int(q));                                                                            \
        }                                                                                                              \
    }
#define FAST_MOD                                                                                                       \
    if (Value::both_ints(b, c)) {                                                                                      \
        const std::int64_t x = b.as_int(), y = c.as_int();                                                             \
        if (y > 0) {                                                                                                   \
            std::int64_t r = x % y;                                                                                    \
            if (r < 0) r += y;                                                                                         \
            INT_RESULT(Value::from_int(r));                                                                            \
        }                                                                                                              \
    }
#define FAST_POW
#define FAST_MATMUL
#define FAST_LSHIFT                                                                                                    \
    if (Value::both_ints(b, c)) {                                                                                      \
        const std::int64_t x = b.as_int(), n = c.as_int();                                                             \
        if (n >= 0 && n < 62) {                                                                                        \
            const std::int64_t r = static_cast<std::int64_t>(static_cast<std::uint64_t>(x) << n);                      \
            if ((r >> n) == x && Value::fits_int(r)) INT_RESULT(Value::from_int(r));                                   \
        }                                                                                                              \
    }
#define FAST_RSHIFT                                                                                                    \
    if (Value::both_ints(b, c)) {                                                                                      \
        const std::int64_t n = c.as_int();                                                                             \
        if (n >= 0) INT_RESULT(Value::from_int(b.as_int() >> (n > 62 ? 62 : n)));                                      \
    }
#define FAST_AND                                                                                                       \
    if (Value::both_ints(b, c)) INT_RESULT(Value::from_word(b.word() & c.word()));
#define FAST_OR                                                                                                        \
    if (Value::both_ints(b, c)) INT_RESULT(Value::from_word(b.word() | c.word()));
#define FAST_XOR                                                                                                       \
    if (Value::both_ints(b, c)) INT_RESULT(Value::from_word((b.word() ^ c.word()) | 3));

// Mixed small ints and floats, before the general path.
#define MIXED_NONE
#define MIXED(op)                                                                                                      \
    double x;                                                                                                          \
    double y;                                                                                                          \
    if (quick_double(b, x) && quick_double(c, y) && !Value::both_ints(b, c)) FLOAT_RESULT(x op y);
#define MIXED_DIVIDE                                                                                                   \
    double x;                                                                                                          \
    double y;                                                                                                          \
    if (quick_double(b, x) && quick_double(c, y) && y != 0.0 && !Value::both_ints(b, c)) FLOAT_RESULT(x / y);

#define BINARY(NAME, operation, ...)                                                                                   \
    SLOW(slow_##NAME) {                                                                                                \
        [[maybe_unused]] const Value b = R[B], c = R[C];                                                               \
        __VA_ARGS__ SAVE_PC();                                                                                         \
        const Value result = binary_value(vm, BinaryOp::operation, b, c);                                              \
        if (result.is_raised()) [[unlikely]]                                                                           \
            GO(raise_here);                                                                                            \
        consume(R, C);                                                                                                 \
        FINISH_BINARY(result);                                                                                         \
    }                                                                                                                  \
    OP(NAME) {                                                                                                         \
        [[maybe_unused]] const Value b = R[B], c = R[C];                                                               \
        FAST_##NAME GO(slow_##NAME);                                                                                   \
    }                                                                                                                  \
    SLOW(slow_##NAME##K) {                                                                                             \
        const Value b = R[B], c = K[UC];                                                                               \
        __VA_ARGS__ SAVE_PC();                                                                                         \
        FINISH_BINARY(binary_value(vm, BinaryOp::operation, b, c));                                                    \
    }

#define BINARY_WITH_CONSTANT(NAME, operation, ...)                                                                     \
    BINARY(NAME, operation, __VA_ARGS__)                                                                               \
    OP(NAME##K) {                                                                                                      \
        [[maybe_unused]] const Value b = R[B], c = K[UC];                                                              \
        FAST_##NAME GO(slow_##NAME##K);                                                                                \
    }

BINARY_WITH_CONSTANT(ADD, add, MIXED(+))
BINARY_WITH_CONSTANT(SUB, sub, MIXED(-))
BINARY_WITH_CONSTANT(MUL, mul, MIXED(*))
BINARY_WITH_CONSTANT(TRUEDIV, truediv, MIXED_DIVIDE)
BINARY_WITH_CONSTANT(FLOORDIV, floordiv, MIXED_NONE)
BINARY_WITH_CONSTANT(MOD, mod, MIXED_NONE)
BINARY_WITH_CONSTANT(POW, pow, MIXED_NONE)
BINARY_WITH_CONSTANT(LSHIFT, lshift, MIXED_NONE)
BINARY_WITH_CONSTANT(RSHIFT, rshift, MIXED_NONE)
BINARY_WITH_CONSTANT(AND, and_, MIXED_NONE)
BINARY_WITH_CONSTANT(OR, or_, MIXED_NONE)
BINARY_WITH_CONSTANT(XOR, xor_, MIXED_NONE)

// Constants on the left.
#define REVERSED(NAME, operation, ...)                                                                                 \
    SLOW(slow_R##NAME##K) {                                                                                            \
        const Value b = K[UC], c = R[B];                                                                               \
        __VA_ARGS__ SAVE_PC();                                                                                         \
        FINISH_BINARY(binary_value(vm, BinaryOp::operation, b, c));                                                    \
    }                                                                                                                  \
    OP(R##NAME##K) {                                                                                                   \
        const Value b = K[UC], c = R[B];                                                                               \
        FAST_##NAME GO(slow_R##NAME##K);                                                                               \
    }
REVERSED(ADD, add, MIXED(+))
REVERSED(SUB, sub, MIXED(-))
REVERSED(MUL, mul, MIXED(*))
REVERSED(TRUEDIV, truediv, MIXED_DIVIDE)
REVERSED(MOD, mod, MIXED_NONE)

OP(MATMUL) {
    SAVE_PC();
    const Value result = binary_value(vm, BinaryOp::matmul, R[B], R[C]);
    if (result.is_raised()) GO(raise_here);
    consume(R, C);
    FINISH_BINARY(result);
}

// ---- immediates and in-place forms
#define IMMEDIATE(NAME, PLAIN, function, operation, ...)                                                               \
    SLOW(slow_##NAME) {                                                                                                \
        const Value b = R[B], c = Value::from_int(C);                                                                  \
        __VA_ARGS__ SAVE_PC();                                                                                         \
        FINISH_BINARY(function(vm, BinaryOp::operation, b, c));                                                        \
    }                                                                                                                  \
    OP(NAME) {                                                                                                         \
        const Value b = R[B], c = Value::from_int(C);                                                                  \
        FAST_##PLAIN GO(slow_##NAME);                                                                                  \
    }
IMMEDIATE(ADDI, ADD, binary_value, add, MIXED(+))
IMMEDIATE(SUBI, SUB, binary_value, sub, MIXED(-))
IMMEDIATE(IADDI, ADD, inplace_value, add, MIXED(+))
IMMEDIATE(ISUBI, SUB, inplace_value, sub, MIXED(-))

#define INPLACE_FORM(NAME, PLAIN, operation, ...)                                                                      \
    SLOW(slow_##NAME) {                                                                                                \
        [[maybe_unused]] const Value b = R[B], c = R[C];                                                               \
        __VA_ARGS__ SAVE_PC();                                                                                         \
        const Value result = inplace_value(vm, BinaryOp::operation, b, c);                                             \
        if (result.is_raised()) [[unlikely]]                                                                           \
            GO(raise_here);                                                                                            \
        consume(R, C);                                                                                                 \
        FINISH_BINARY(result);                                                                                         \
    }                                                                                                                  \
    OP(NAME) {                                                                                                         \
        const Value b = R[B], c = R[C];                                                                                \
        FAST_##PLAIN GO(slow_##NAME);                                                                                  \
    }
INPLACE_FORM(ISUB, SUB, sub, MIXED(-))
INPLACE_FORM(IMUL, MUL, mul, MIXED(*))
INPLACE_FORM(ITRUEDIV, TRUEDIV, truediv, MIXED_DIVIDE)
INPLACE_FORM(IFLOORDIV, FLOORDIV, floordiv, MIXED_NONE)
INPLACE_FORM(IMOD, MOD, mod, MIXED_NONE)
INPLACE_FORM(ILSHIFT, LSHIFT, lshift, MIXED_NONE)
INPLACE_FORM(IRSHIFT, RSHIFT, rshift, MIXED_NONE)
INPLACE_FORM(IAND, AND, and_, MIXED_NONE)
INPLACE_FORM(IOR, OR, or_, MIXED_NONE)
INPLACE_FORM(IXOR, XOR, xor_, MIXED_NONE)

#define INPLACE_WITH_CONSTANT(NAME, PLAIN, operation, ...)                                                             \
    SLOW(slow_##NAME##K) {                                                                                             \
        const Value b = R[B], c = K[UC];                                                                               \
        __VA_ARGS__ SAVE_PC();                                                                                         \
        FINISH_BINARY(inplace_value(vm, BinaryOp::operation, b, c));                                                   \
    }                                                                                                                  \
    OP(NAME##K) {                                                                                                      \
        const Value b = R[B], c = K[UC];                                                                               \
        FAST_##PLAIN GO(slow_##NAME##K);                                                                               \
    }
INPLACE_WITH_CONSTANT(ISUB, SUB, sub, MIXED(-))
INPLACE_WITH_CONSTANT(IMUL, MUL, mul, MIXED(*))
INPLACE_WITH_CONSTANT(ITRUEDIV, TRUEDIV, truediv, MIXED_DIVIDE)
INPLACE_WITH_CONSTANT(IFLOORDIV, FLOORDIV, floordiv, MIXED_NONE)
INPLACE_WITH_CONSTANT(IMOD, MOD, mod, MIXED_NONE)
INPLACE_WITH_CONSTANT(ILSHIFT, LSHIFT, lshift, MIXED_NONE)
INPLACE_WITH_CONSTANT(IRSHIFT, RSHIFT, rshift, MIXED_NONE)
INPLACE_WITH_CONSTANT(IAND, AND, and_, MIXED_NONE)
INPLACE_WITH_CONSTANT(IOR, OR, or_, MIXED_NONE)
INPLACE_WITH_CONSTANT(IXOR, XOR, xor_, MIXED_NONE)

// s += t on a text that nobody else holds grows it where it is: the register's reference is handed over, so that the count tells.
[[gnu::noinline]] static Value append_text(Vm& vm, Value* target, Value piece) {
    Ref<StrObject> text = Ref<StrObject>::adopt(static_cast<StrObject*>(target->object()));
    *target = Value();
    return str_append(vm, std::move(text), *static_cast<StrObject*>(piece.object())).release();
}
SLOW(slow_IADD) {
    const Value b = R[B], c = R[C];
    MIXED(+)
    SAVE_PC();
    if (is_str(b) && is_str(c) && A == B && b.object()->refcount == 1 && !b.is(c)) {
        const Value result = append_text(vm, &R[B], c);
        R[A] = result;
        consume(R, C);
        NEXT(1);
    }
    const Value result = inplace_value(vm, BinaryOp::add, b, c);
    if (result.is_raised()) [[unlikely]]
        GO(raise_here);
    consume(R, C);
    FINISH_BINARY(result);
}
OP(IADD) {
    const Value b = R[B], c = R[C];
    FAST_ADD GO(slow_IADD);
}
SLOW(slow_IADDK) {
    const Value b = R[B], c = K[UC];
    MIXED(+)
    SAVE_PC();
    if (is_str(b) && is_str(c) && A == B && b.object()->refcount == 1) {
        const Value result = append_text(vm, &R[B], c);
        R[A] = result;
        NEXT(1);
    }
    FINISH_BINARY(inplace_value(vm, BinaryOp::add, b, c));
}
OP(IADDK) {
    const Value b = R[B], c = K[UC];
    FAST_ADD GO(slow_IADDK);
}

static BinaryOp binary_op_of(Op op) noexcept {
    switch (op) {
    case Op::ADD: return BinaryOp::add;
    case Op::SUB: return BinaryOp::sub;
    case Op::MUL: return BinaryOp::mul;
    case Op::TRUEDIV: return BinaryOp::truediv;
    case Op::FLOORDIV: return BinaryOp::floordiv;
    case Op::MOD: return BinaryOp::mod;
    case Op::POW: return BinaryOp::pow;
    case Op::MATMUL: return BinaryOp::matmul;
    case Op::LSHIFT: return BinaryOp::lshift;
    case Op::RSHIFT: return BinaryOp::rshift;
    case Op::AND: return BinaryOp::and_;
    case Op::OR: return BinaryOp::or_;
    default: return BinaryOp::xor_;
    }
}
OP(INPLACE) {
    SAVE_PC();
    const Value result = inplace_value(vm, binary_op_of(static_cast<Op>(AUX(1))), R[B], R[C]);
    if (result.is_raised()) [[unlikely]]
        GO(raise_here);
    consume(R, C);
    consume(R, B);
    STORE(A, result);
    NEXT(2);
}

// ---- unary
[[gnu::noinline]] static Value unary_value(Vm& vm, Result<Owned> (*operation)(Runtime&, Value), Value operand) {
    Result<Owned> result = operation(vm, operand);
    return result.is_raised() ? Value::raised_mark() : result.take().release();
}
#define UNARY_SLOW(NAME, function)                                                                                     \
    SLOW(slow_##NAME) {                                                                                                \
        SAVE_PC();                                                                                                     \
        FINISH_BINARY(unary_value(vm, function, R[B]));                                                                \
    }
UNARY_SLOW(NEG, negative)
UNARY_SLOW(POS, positive)
UNARY_SLOW(INVERT, invert)
OP(NEG) {
    const Value b = R[B];
    if (b.is_int() && b.as_int() != Value::int_min) INT_RESULT(Value::from_int(-b.as_int()));
    if (b.is_float()) INT_RESULT(Value::from_float(-b.as_float()));
    GO(slow_NEG);
}
OP(POS) {
    const Value b = R[B];
    if (b.is_int() || b.is_float()) INT_RESULT(b);
    GO(slow_POS);
}
OP(INVERT) {
    const Value b = R[B];
    if (b.is_int()) INT_RESULT(Value::from_int(~b.as_int()));
    GO(slow_INVERT);
}

// Truth as 0 or 1, -1 when raised.
[[gnu::noinline]] int truth_value(Vm& vm, Value value) {
    Result<bool> result = truth(vm, value);
    return result.is_raised() ? -1 : result.take() ? 1 : 0;
}
SLOW(slow_NOT) {
    SAVE_PC();
    const int answer = truth_value(vm, R[B]);
    if (answer < 0) GO(raise_here);
    consume(R, B);
    STORE(A, Value::boolean(!answer));
    NEXT(1);
}
OP(NOT) {
    const Value b = R[B];
    if (b.is_bool()) INT_RESULT(Value::boolean(b.is_false()));
    if (b.is_int()) INT_RESULT(Value::boolean(b.as_int() == 0));
    if (b.is_none()) INT_RESULT(Value::true_());
    GO(slow_NOT);
}

} // namespace mp
