// Loops: the test stands at the bottom.
#include "interp/compile/compiler.h"

namespace mp {

using namespace ast;

Reg Compiler::iterable(const Expression& node) {
    // A list that is only iterated over is a constant when its items are.
    if (const List* list = try_as<List>(&node)) {
        mp::Constant constant;
        constant.kind = mp::Constant::Kind::tuple;
        for (const Expression* element : list->elts) {
            Folded item = folded(*element);
            if (!item) return expression(node);
            constant.items.push_back(std::move(*item));
        }
        return load_constant(node.span, constant, any_register);
    }
    return expression(node);
}

void Compiler::while_loop(const While& node) {
    Label test = out().new_label(), again = out().new_label(), end = out().new_label();
    push_block({CodeBlock::Kind::While, out().region(), 0, test, end, {}, {}, node.span});
    out().jump(no_span, Op::JUMP, test);
    out().bind(again);
    body(node.body);
    out().bind(test);
    jump_if(*node.test, true, again);
    pop_block();
    body(node.orelse);
    out().bind(end);
}

void Compiler::for_loop(const For& node) {
    Label test = out().new_label(), again = out().new_label(), end = out().new_label();
    int top = out().top();
    Reg source = iterable(*node.iter);
    out().release(source);
    Reg iterator = out().push();
    ins(node.iter->span, Op::GET_ITER, iterator, source);
    push_block({CodeBlock::Kind::For, out().region(), iterator, test, end, {}, {}, node.span});
    out().jump(no_span, Op::JUMP, test);
    out().bind(again);
    std::optional<Reg> local = plain_local(*node.target);
    Reg item = local ? *local : out().push();
    if (local) {
        refuse_debug(as<Name>(node.target)->id, Context::Store, node.target->span);
    } else {
        store(*node.target, item);
        out().release(item);
    }
    body(node.body);
    out().bind(test);
    out().jump(node.iter->span, Op::FOR_ITER, again, item, iterator);
    pop_block();
    out().set_top(top);
    body(node.orelse);
    out().bind(end);
}

void Compiler::async_for_loop(const AsyncFor& node) {
    if (!state_->is_async_function) return raise("'async for' outside async function", node.span);
    Label next = out().new_label(), finished = out().new_label(), end = out().new_label();
    int top = out().top();
    Reg source = expression(*node.iter);
    out().release(source);
    Reg iterator = out().push();
    ins(node.iter->span, Op::GET_AITER, iterator, source);
    push_block({CodeBlock::Kind::AsyncFor, out().region(), iterator, next, end, {}, {}, node.span});
    out().bind(next);
    int outer = out().region();
    out().set_region(out().new_region(finished, iterator + 1));
    ins(node.span, Op::GET_ANEXT, iterator + 2, iterator);
    delegate(node.span);
    out().set_region(outer);
    Reg item = iterator + 1;
    store(*node.target, item);
    out().set_top(item);
    body(node.body);
    out().jump(no_span, Op::JUMP, next);
    pop_block();
    out().bind(finished);
    out().set_top(item);
    Reg exception = out().push();
    ins(node.iter->span, Op::END_ASYNC_FOR, exception, iterator);
    out().set_top(top);
    body(node.orelse);
    out().bind(end);
}

} // namespace mp
