// The run loop and the table of handlers.
#include <new>

#include "interp/vm/handlers.h"
#include "objects/core/gc.h"
#include "objects/core/raise.h"

namespace mp {

#ifdef MINIPY_DESTROY_THUNK
extern "C" [[gnu::used, gnu::visibility("hidden")]] void minipy_destroy(Object* object) noexcept { destroy(object); }
extern "C" [[gnu::naked, gnu::used, gnu::visibility("hidden")]] void minipy_destroy_saving_registers() {
    __asm__("pushq %rbp\n\t"
            "movq %rsp, %rbp\n\t"
            "pushq %rax\n\tpushq %rcx\n\tpushq %rdx\n\tpushq %rsi\n\tpushq %rdi\n\t"
            "pushq %r8\n\tpushq %r9\n\tpushq %r10\n\tpushq %r11\n\t"
            "andq $-16, %rsp\n\t"
            "call minipy_destroy\n\t"
            "leaq -72(%rbp), %rsp\n\t"
            "popq %r11\n\tpopq %r10\n\tpopq %r9\n\tpopq %r8\n\t"
            "popq %rdi\n\tpopq %rsi\n\tpopq %rdx\n\tpopq %rcx\n\tpopq %rax\n\t"
            "popq %rbp\n\t"
            "ret");
}
#endif

const Handler handler_table[256] = {
#define OPCODE(name, format, words, raises, text) op_##name,
#include "interp/bytecode/opcodes.def"
#undef OPCODE
};

#ifdef MINIPY_SWITCH_DISPATCH
static void op_invalid(HANDLER_PARAMETERS) {
    raise(vm, TypeId::SystemError, "unknown opcode %u", insn & 0xff);
    GO(raise_here);
}

static void run_from(const Word* pc, Value* R, const Value* K, Vm& vm) {
    vm.switch_state_ = {pc, R, K};
    while (vm.switch_state_.pc) {
        const auto state = vm.switch_state_;
#ifdef MINIPY_GC_STRESS // every instruction is a safe point
        if (vm.collector().due()) {
            vm.frame->pc = state.pc + 1;
            vm.collector().maybe_collect();
            vm.switch_state_ = state;
        }
#endif
        const Word insn = *state.pc;
        switch (op_of(insn)) {
#define OPCODE(name, format, words, raises, text)                                                                      \
    case Op::name:                                                                                                     \
        op_##name(state.pc, state.registers, state.constants, vm, insn);                                               \
        break;
#include "interp/bytecode/opcodes.def"
#undef OPCODE
        default: op_invalid(state.pc, state.registers, state.constants, vm, insn); break;
        }
    }
}
#else
static void run_from(const Word* pc, Value* R, const Value* K, Vm& vm) {
    const Word insn = *pc;
    handler_table[insn & 0xff](pc, R, K, vm, insn);
}
#endif

// std::bad_alloc is the one C++ exception that crosses handlers: it becomes MemoryError at the instruction the running frame has saved.
bool Vm::run(const Word* pc) noexcept {
#ifdef MINIPY_SWITCH_DISPATCH
    const auto outer = switch_state_;
#endif
    outcome = Value();
    suspended_at = nullptr;
    const bool own_run = !in_run_; // a finaliser, say, when the host drops an object
    if (own_run) begin_run();
    const std::uint32_t depth = native_depth();
    while (pc) {
        try {
            run_from(pc, frame->registers, frame->code->constants, *this);
            break;
        } catch (const std::bad_alloc&) {
            while (native_depth() > depth) leave_native(); // the natives between do not count themselves out
            raise_memory_error(*this);
            pc = unwind();
        }
    }
#ifdef MINIPY_SWITCH_DISPATCH
    switch_state_ = outer;
#endif
    if (own_run) end_run();
    if (account_.turn_over)
        settle_slice(); // back in the task's own loop it is suspended at the next instruction that can be
    return !has_pending();
}

bool Vm::run_raising() noexcept { return run(unwind()); }

void raise_here(HANDLER_PARAMETERS) {
    (void)R, (void)K, (void)insn;
    vm.frame->pc = pc + 1;
    const Word* handler = vm.unwind();
    if (!handler) END_RUN();
    DISPATCH(handler, vm.frame->registers, vm.frame->code->constants);
}

// Leaves the run loop, which goes on at `pc` when the task has its next turn (suspension.h).
#define SUSPEND_AT(new_pc)                                                                                             \
    do {                                                                                                               \
        vm.suspended_at = (new_pc);                                                                                    \
        END_RUN();                                                                                                     \
    } while (0)

void jump_out_of_budget(HANDLER_PARAMETERS) {
    SAVE_PC();
    const Word* const target = pc + static_cast<std::int32_t>(AUX(1));
    switch (vm.at_boundary(false)) {
    case Vm::Boundary::raise: GO(raise_here);
    case Vm::Boundary::suspend: SUSPEND_AT(target);
    case Vm::Boundary::go_on: break;
    }
    DISPATCH(target, R, K);
}

void call_out_of_budget(HANDLER_PARAMETERS) {
    SAVE_PC();
    switch (vm.at_boundary(true)) {
    case Vm::Boundary::raise: GO(raise_here);
    case Vm::Boundary::suspend: SUSPEND_AT(pc);
    case Vm::Boundary::go_on: break;
    }
    DISPATCH(pc, R, K);
}

} // namespace mp
