// Comprehensions: in the frame around them where that is possible (PEP 709), else as functions of their own that are called at once.
#include "interp/compile/compiler.h"

namespace mp {

using namespace ast;

namespace {

bool is_singleton(const Expression& node) {
    Seq<Expression> elements;
    if (const List* list = try_as<List>(&node))
        elements = list->elts;
    else if (const Tuple* tuple = try_as<Tuple>(&node))
        elements = tuple->elts;
    return elements.size() == 1 && !is<Starred>(elements[0]);
}

} // namespace

Reg Compiler::comprehension(const ComprehensionParts& parts, Reg want) {
    Scope& scope = scopes_.of(parts.node);
    bool generator = is<GeneratorExp>(&parts.node);
    if (scope.coroutine && !generator && !state_->is_async_function && !state_->scope.is_comprehension()) {
        raise("asynchronous comprehension outside of an asynchronous function", parts.node.span);
        return none(parts.node.span, want);
    }
    if (scope.inlined) return inlined_comprehension(parts, scope, want);

    const Comprehension& outermost = *parts.generators[0];
    Span span = parts.node.span;
    enter(scope, parts.name, span);
    Reg result = 0;
    if (!generator) {
        result = out().push();
        ins(span,
            is<ListComp>(&parts.node)  ? Op::BUILD_LIST
            : is<SetComp>(&parts.node) ? Op::BUILD_SET
                                       : Op::BUILD_DICT,
            result, result, 0);
    }
    load_place(no_span, place(".0"), new_temporary);
    comprehension_loops(parts, 0, result);
    if (generator)
        ins(no_span, Op::RETURN_NONE);
    else
        ins(span, Op::RETURN, result);
    std::shared_ptr<CodeUnit> code = leave();

    Reg base = out().top();
    make_function(span, std::move(code), scope, 0, base, new_temporary);
    Reg source = iterable(*outermost.iter);
    out().release(source);
    Reg iterator = out().push();
    ins(outermost.iter->span, outermost.is_async ? Op::GET_AITER : Op::GET_ITER, iterator, source);
    out().set_top(base);
    bool awaits = scope.coroutine && !generator;
    Reg to = destination(awaits ? new_temporary : want);
    ins(span, Op::CALL, to, base, 1);
    if (!awaits) return to;
    await_top(span, 0);
    return settle(span, to, want);
}

Reg Compiler::inlined_comprehension(const ComprehensionParts& parts, Scope& scope, Reg want) {
    CodeState& state = *state_;
    Span span = parts.node.span;
    const Comprehension& outermost = *parts.generators[0];
    Reg result = out().push();
    // The outermost iterable is evaluated outside, before the result exists.
    Reg source = iterable(*outermost.iter);
    out().release(source);
    Reg iterator = out().push();
    ins(outermost.iter->span, outermost.is_async ? Op::GET_AITER : Op::GET_ITER, iterator, source);

    ColdUnbind cold{{}, out().region(), result, {}};
    for (auto [name, slot] : state.inlined_slots[&scope])
        if (slot >= state.reachable_from) cold.variables.push_back(local_register(slot));
    bool guarded = !cold.variables.empty() && (out().region() >= 0 || !state.blocks.empty());
    if (guarded) {
        cold.handler = out().new_label();
        out().set_region(out().new_region(cold.handler, result));
    }
    ins(span,
        is<ListComp>(&parts.node)  ? Op::BUILD_LIST
        : is<SetComp>(&parts.node) ? Op::BUILD_SET
                                   : Op::BUILD_DICT,
        result, result, 0);
    state.inlined.push_back(&scope);
    comprehension_loops(parts, 0, result);
    state.inlined.pop_back();
    out().set_region(cold.region);
    for (Reg variable : cold.variables) ins(no_span, Op::UNBIND_LOCAL, variable);
    if (guarded) state.cold_unbinds.push_back(std::move(cold));
    out().set_top(result + 1);
    return settle(span, result, want);
}

// The loop of generators[index] and those inside it. The outermost iterator is in the top temporary already.
void Compiler::comprehension_loops(const ComprehensionParts& parts, std::size_t index, Reg result) {
    const Comprehension& generator = *parts.generators[index];
    if (failed_ || too_deep(generator.span)) return;
    ++depth_;
    auto inner = [&] {
        if (index + 1 < parts.generators.size())
            comprehension_loops(parts, index + 1, result);
        else
            comprehension_element(parts, result);
    };
    int top = out().top();
    if (index > 0 && !generator.is_async && is_singleton(*generator.iter)) {
        // `for x in [value]` is an assignment.
        Label next = out().new_label();
        const Expression& value =
            is<List>(generator.iter) ? *as<List>(generator.iter)->elts[0] : *as<Tuple>(generator.iter)->elts[0];
        std::optional<Reg> local = plain_local(*generator.target);
        Reg item = expression(value, local.value_or(any_register));
        if (!local) store(*generator.target, item);
        out().release(item);
        for (const Expression* condition : generator.ifs) jump_if(*condition, false, next);
        inner();
        out().bind(next);
        --depth_;
        return;
    }
    Reg iterator;
    if (index == 0) {
        iterator = top - 1;
    } else {
        Reg source = iterable(*generator.iter);
        out().release(source);
        iterator = out().push();
        ins(generator.iter->span, generator.is_async ? Op::GET_AITER : Op::GET_ITER, iterator, source);
    }
    Label next = out().new_label();
    if (generator.is_async) {
        Label finished = out().new_label();
        out().bind(next);
        int outer = out().region();
        out().set_region(out().new_region(finished, iterator + 1));
        ins(parts.node.span, Op::GET_ANEXT, iterator + 2, iterator);
        delegate(parts.node.span);
        out().set_region(outer);
        Reg item = iterator + 1;
        store(*generator.target, item);
        out().set_top(item);
        for (const Expression* condition : generator.ifs) jump_if(*condition, false, next);
        inner();
        out().jump(no_span, Op::JUMP, next);
        out().bind(finished);
        out().set_top(iterator + 1);
        Reg exception = out().push();
        ins(generator.iter->span, Op::END_ASYNC_FOR, exception, iterator);
    } else {
        Label again = out().new_label();
        out().jump(no_span, Op::JUMP, next);
        out().bind(again);
        std::optional<Reg> local = plain_local(*generator.target);
        Reg item = local ? *local : out().push();
        if (!local) {
            store(*generator.target, item);
            out().release(item);
        }
        for (const Expression* condition : generator.ifs) jump_if(*condition, false, next);
        inner();
        out().bind(next);
        out().jump(generator.iter->span, Op::FOR_ITER, again, item, iterator);
    }
    out().set_top(index == 0 ? iterator : top);
    --depth_;
}

void Compiler::comprehension_element(const ComprehensionParts& parts, Reg result) {
    int top = out().top();
    const Expression& element = *parts.element;
    switch (parts.node.kind) {
    case NodeKind::ListComp:
    case NodeKind::SetComp: {
        Reg value = expression(element);
        ins(element.span, is<ListComp>(&parts.node) ? Op::LIST_APPEND : Op::SET_ADD, result, value);
        break;
    }
    case NodeKind::DictComp: {
        Reg key = hold(expression(element), parts.value, element.span);
        Reg value = expression(*parts.value);
        ins(Span::cover(element.span, parts.value->span), Op::DICT_SET, result, key, value);
        break;
    }
    default: {
        Reg value = expression(element);
        if (state_->code->is_async_generator) {
            value = settle(element.span, value, new_temporary);
            intrinsic(element.span, Intrinsic::ASYNC_GEN_WRAP, value, value, 1);
        }
        out().release(value);
        Reg sent = out().push();
        ins(element.span, Op::YIELD, sent, value);
        ins(element.span, Op::DROP, sent);
        break;
    }
    }
    out().set_top(top);
}

} // namespace mp
