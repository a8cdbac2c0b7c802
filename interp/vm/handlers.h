#pragma once
// What opcode handlers are made of. Only interp/vm/ops_*.cpp and dispatch.cpp include this.
//
// A handler is one function, `void op_X(pc, R, K, vm, insn)`; all interpreter state at an instruction boundary is in these arguments and in memory. It ends in
// NEXT (go on behind this instruction), JUMP_TO, or a tail call of another function of the same signature (a slow path, `raise_here`). With
// MINIPY_SWITCH_DISPATCH the same bodies run in a loop: NEXT stores the state and returns.
//
// To keep the tail calls sibling calls, a handler holds no object with a destructor and lets no local's address escape where it ends: whatever needs RAII
// stands in a noinline function that takes and returns plain values.
#include "interp/bytecode/code_unit.h"
#include "interp/vm/vm.h"
#include "objects/protocol/protocol.h"

#define HANDLER_PARAMETERS                                                                                             \
    [[maybe_unused]] const ::mp::Word *pc, [[maybe_unused]] ::mp::Value *R, [[maybe_unused]] const ::mp::Value *K,     \
        [[maybe_unused]] ::mp::Vm &vm, [[maybe_unused]] ::mp::Word insn
#define HANDLER_ARGUMENTS pc, R, K, vm, insn
#define OP(name) void op_##name(HANDLER_PARAMETERS)
#define SLOW(name) [[gnu::noinline]] static void name(HANDLER_PARAMETERS)

namespace mp {

using Handler = void (*)(HANDLER_PARAMETERS);
extern const Handler handler_table[256];

#define OPCODE(name, format, words, raises, text) void op_##name(HANDLER_PARAMETERS);
#include "interp/bytecode/opcodes.def"
#undef OPCODE

// Raises the pending exception at this instruction: control goes to its handler, or the run loop ends.
void raise_here(HANDLER_PARAMETERS);

#ifdef MINIPY_SWITCH_DISPATCH
#define DISPATCH(new_pc, new_R, new_K)                                                                                 \
    do {                                                                                                               \
        vm.switch_state_ = {(new_pc), (new_R), (new_K)};                                                               \
        return;                                                                                                        \
    } while (0)
#define END_RUN()                                                                                                      \
    do {                                                                                                               \
        vm.switch_state_.pc = nullptr;                                                                                 \
        return;                                                                                                        \
    } while (0)
#else
#if defined(__clang__)
#define TAIL_CALL [[clang::musttail]] return
#else
#define TAIL_CALL return
#endif
#define DISPATCH(new_pc, new_R, new_K)                                                                                 \
    do {                                                                                                               \
        const ::mp::Word* next_pc_ = (new_pc);                                                                         \
        const ::mp::Word next_insn_ = *next_pc_;                                                                       \
        TAIL_CALL ::mp::handler_table[next_insn_ & 0xff](next_pc_, (new_R), (new_K), vm, next_insn_);                  \
    } while (0)
#define END_RUN() return
#endif

#define NEXT(words) DISPATCH(pc + (words), R, K)
#define GO(function) return function(HANDLER_ARGUMENTS)

// ---- operands
#define A (a_of(insn))
#define B (b_of(insn))
#define C (c_of(insn))
#define UA (ua_of(insn))
#define UB (ub_of(insn))
#define UC (uc_of(insn))
#define WIDE (wide_of(insn))
#define AUX(i) (pc[i])

// The frame remembers where it is before anything that may call out, raise or allocate.
#define SAVE_PC() (vm.frame->pc = pc + 1)

// ---- registers
// Releases a reference in a handler. Like release(), but the rare call that destroys the object saves every register itself: an ordinary call in the
// middle of a handler would make the compiler save them at its entry, on the fast path too (measured: up to twelve instructions a handler).
#if defined(__x86_64__) && defined(__GNUC__) && !defined(MINIPY_SWITCH_DISPATCH)
#define MINIPY_DESTROY_THUNK 1
extern "C" void
minipy_destroy_saving_registers(); // dispatch.cpp; takes the object in rdi, changes vector registers alone
inline void destroy_here(Object* object) noexcept {
    // The stack pointer passes the red zone, which the handler may use.
    __asm__ volatile("leaq -128(%%rsp), %%rsp\n\t"
                     "call minipy_destroy_saving_registers\n\t"
                     "leaq 128(%%rsp), %%rsp"
                     :
                     : "D"(object)
                     : "memory", "cc", "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6", "xmm7", "xmm8", "xmm9",
                       "xmm10", "xmm11", "xmm12", "xmm13", "xmm14", "xmm15");
}
#else
inline void destroy_here(Object* object) noexcept { destroy(object); }
#endif
[[gnu::always_inline]] inline void drop(Object* object) noexcept {
    if (--object->refcount == 0) [[unlikely]]
        destroy_here(object);
}
[[gnu::always_inline]] inline void drop(Value value) noexcept {
    if (value.is_object()) drop(value.object());
}

// Writes a destination: a local releases what it held, a temporary is dead (or was just consumed).
#define STORE(r, value)                                                                                                \
    do {                                                                                                               \
        const int store_r_ = (r);                                                                                      \
        const ::mp::Value store_value_ = (value);                                                                      \
        if (store_r_ >= 0) {                                                                                           \
            R[store_r_] = store_value_;                                                                                \
        } else {                                                                                                       \
            const ::mp::Value store_old_ = R[store_r_];                                                                \
            R[store_r_] = store_value_;                                                                                \
            ::mp::drop(store_old_);                                                                                    \
        }                                                                                                              \
    } while (0)

// Consumes an operand that may hold an object: releases a temporary, leaves a local.
[[gnu::always_inline]] inline void consume(Value* R, int r) noexcept {
    if (r >= 0) {
        const Value value = R[r];
        R[r] = Value();
        drop(value);
    }
}
// An owned copy of an operand: moved out of a temporary, shared from a local.
[[gnu::always_inline]] inline Value take(Value* R, int r) noexcept {
    const Value value = R[r];
    if (r >= 0)
        R[r] = Value();
    else if (value.is_object())
        ++value.object()->refcount;
    return value;
}
inline Value read_cache_value(const Word* words) noexcept {
    std::uint64_t word;
    __builtin_memcpy(&word, words, 8);
    return Value::from_word(word);
}
template <class T>
T* read_cache_pointer(const Word* words) noexcept {
    T* pointer;
    __builtin_memcpy(&pointer, words, 8);
    return pointer;
}
inline void write_cache_pointer(const Word* words, const void* pointer) noexcept {
    __builtin_memcpy(const_cast<Word*>(words), &pointer, 8);
}
inline void write_cache(const Word* word, Word value) noexcept { *const_cast<Word*>(word) = value; }

// Keeps a conditional jump a branch: two dispatch sites and nothing to merge them (a conditional move costs up to x1.5).
#define BRANCH_BARRIER() __asm__ volatile("")

// A jump whose offset stands in auxiliary word 1. Backward jumps, and those of an empty loop to itself, pay one step.
#define TAKE_JUMP()                                                                                                    \
    do {                                                                                                               \
        const std::int32_t offset_ = static_cast<std::int32_t>(AUX(1));                                                \
        if (offset_ <= 0 && --vm.budget_ < 0) [[unlikely]]                                                             \
            GO(jump_out_of_budget);                                                                                    \
        BRANCH_BARRIER();                                                                                              \
        DISPATCH(pc + offset_, R, K);                                                                                  \
    } while (0)

// The slow path of TAKE_JUMP: asks for more budget, then takes the jump. Every instruction that jumps has its offset in auxiliary word 1.
void jump_out_of_budget(HANDLER_PARAMETERS);
// For instructions that call, before they have changed anything: the slice is used up. They are executed again, now or in the task's next turn.
void call_out_of_budget(HANDLER_PARAMETERS);

inline StrObject& name_constant(const Value* K, Word index) noexcept {
    return *static_cast<StrObject*>(static_cast<void*>(K[index].object()));
}

} // namespace mp
