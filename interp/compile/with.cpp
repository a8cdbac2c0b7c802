// with and async with (PEP 343, PEP 492).
#include "interp/compile/compiler.h"

namespace mp {

using namespace ast;
using Kind = CodeBlock::Kind;

// __exit__(None, None, None); `exit` is consumed, the top of the temporaries stays.
void Compiler::exit_call(Span span, Reg exit, bool is_async) {
    Reg base = out().push();
    ins(span, Op::MOVE, base, exit);
    for (int i = 0; i < 3; ++i) none(span, new_temporary);
    out().set_top(base + 1);
    ins(span, Op::CALL, base, base, 3);
    if (is_async) await_top(span, 2);
    ins(span, Op::DROP, base);
    out().release(base);
}

void Compiler::with_statement(const Node& node, Seq<WithItem> items, Seq<Statement> list, bool is_async) {
    if (is_async && !state_->is_async_function) return raise("'async with' outside async function", node.span);
    const WithItem& item = *items[0];
    Span span = item.context_expr->span;
    int outer = out().region();
    Label handler = out().new_label(), cleanup = out().new_label(), suppressed = out().new_label(),
          end = out().new_label();
    Reg manager = expression(*item.context_expr);
    out().release(manager);
    Reg exit = out().push();
    Reg entered = out().push();
    ins(span, Op::WITH_SETUP, exit, manager, is_async);
    // A plain local takes what __enter__ gives at once.
    std::optional<Reg> local = item.optional_vars && !is_async ? plain_local(*item.optional_vars) : std::nullopt;
    if (local) refuse_debug(as<Name>(item.optional_vars)->id, Context::Store, item.optional_vars->span);
    ins(span, Op::CALL, local.value_or(entered), entered, 0);
    if (is_async) await_top(span, 1);

    push_block({is_async ? Kind::AsyncWith : Kind::With, outer, exit, {}, {}, {}, {}, span});
    out().set_region(out().new_region(handler, exit + 1));
    if (!item.optional_vars)
        ins(span, Op::DROP, entered);
    else if (!local)
        store(*item.optional_vars, entered);
    out().release(entered);
    if (items.size() > 1) {
        if (!too_deep(node.span)) {
            ++depth_;
            with_statement(node, items.subspan(1), list, is_async);
            --depth_;
        }
    } else {
        body(list);
    }
    out().set_region(outer);
    pop_block();
    exit_call(span, exit, is_async);
    out().jump(no_span, Op::JUMP, end);

    out().begin_cold();
    out().bind(handler);
    Reg exception = exit + 1;
    out().set_top(exception);
    out().push();
    out().push();
    ins(no_span, Op::ENTER_HANDLER, exception);
    out().set_region(out().new_region(cleanup, exception + 2));
    Reg call = out().push();
    ins(span, Op::COPY, call, exit);
    for (int i = 0; i < 3; ++i) out().push();
    ins(span, Op::LOAD_EXC_TRIPLE, call + 1, exception);
    out().set_top(call + 1);
    ins(span, Op::CALL, call, call, 3);
    if (is_async) await_top(span, 2);
    out().release(call);
    out().jump(span, Op::JUMP_IF, suppressed, 1, call);
    out().set_region(outer);
    ins(no_span, Op::RESTORE_HANDLED, exception);
    ins(no_span, Op::RERAISE, exception);
    out().bind(suppressed);
    ins(no_span, Op::LEAVE_HANDLER, exception);
    ins(no_span, Op::DROP, exit);
    out().jump(no_span, Op::JUMP, end);
    leave_raised_handler(cleanup, exception, outer);
    out().end_cold();
    out().bind(end);
    out().set_top(exit);
}

} // namespace mp
