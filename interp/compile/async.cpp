// yield, yield from and await. That a StopIteration leaving a generator's body becomes a RuntimeError (PEP 479) is the VM's business, at the
// generator's boundary.
#include "interp/compile/compiler.h"

namespace mp {

using namespace ast;

void Compiler::intrinsic(Span span, Intrinsic operation, Reg to, Reg base, int count) {
    ins(span, Op::INTRINSIC, to, base, count).number = static_cast<std::uint32_t>(operation);
}

Reg Compiler::yield(const Yield& node, Reg want) {
    if (!in_function()) raise("'yield' outside function", node.span);
    Reg value = node.value ? expression(*node.value) : none(node.span, new_temporary);
    if (state_->code->is_async_generator) {
        value = settle(node.span, value, new_temporary);
        intrinsic(node.span, Intrinsic::ASYNC_GEN_WRAP, value, value, 1);
    }
    out().release(value);
    Reg to = destination(want);
    ins(node.span, Op::YIELD, to, value);
    return to;
}

// The SEND that stands first is where VM and compiler meet: the YIELD_DELEGATE is followed by the jump back to it, and its own jump leads to where
// the outcome is in the top temporary.
void Compiler::delegate(Span span) {
    Reg value = out().top(), iterator = value + 1;
    Label again = out().new_label(), done = out().new_label();
    out().push();
    out().push();
    ins(span, Op::LOAD_NONE, value);
    out().bind(again);
    out().jump(span, Op::SEND, done, value, iterator);
    ins(span, Op::YIELD_DELEGATE, value, value, iterator);
    out().jump(span, Op::JUMP, again);
    out().bind(done);
    out().set_top(value + 1);
}

Reg Compiler::yield_from(const YieldFrom& node, Reg want) {
    if (!in_function())
        raise("'yield from' outside function", node.span);
    else if (state_->is_async_function)
        raise("'yield from' inside async function", node.span);
    Reg top = out().top();
    Reg source = expression(*node.value);
    out().set_top(top);
    ins(node.span, Op::GET_YIELD_FROM_ITER, top + 1, source);
    delegate(node.span);
    return settle(node.span, top, want);
}

// Awaits the value in the top temporary, where the outcome is put.
void Compiler::await_top(Span span, int kind) {
    Reg value = out().top() - 1;
    out().push();
    ins(span, Op::GET_AWAITABLE, value + 1, value, kind);
    out().set_top(value);
    delegate(span);
}

Reg Compiler::await(const Await& node, Reg want) {
    if (!in_function()) {
        raise("'await' outside function", node.span);
    } else if (ScopeKind kind = state_->scope.kind;
               !(state_->scope.is_comprehension() || (kind == ScopeKind::Function && state_->is_async_function))) {
        raise("'await' outside async function", node.span);
    }
    Reg top = out().top();
    Reg source = expression(*node.value);
    out().set_top(top);
    ins(node.span, Op::GET_AWAITABLE, top + 1, source, 0);
    delegate(node.span);
    return settle(node.span, top, want);
}

} // namespace mp
