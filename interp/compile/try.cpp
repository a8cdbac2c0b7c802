// try: except, finally, except*.
//
// A handler finds its exception in the temporary that was on top when the block began (`base`). ENTER_HANDLER makes it the handled one and keeps
// the one handled before in base + 1; every way out of the handler gives that back (LEAVE_HANDLER), also when another exception leaves it.
#include "interp/compile/compiler.h"

namespace mp {

using namespace ast;
using Kind = CodeBlock::Kind;

// What an exception passes that leaves a handler: `base` as above, the new exception behind it. Emitted in cold code.
void Compiler::leave_raised_handler(Label cleanup, Reg base, int outer_region) {
    out().bind(cleanup);
    out().set_region(outer_region);
    out().set_top(base + 2);
    Reg exception = out().push();
    ins(no_span, Op::LEAVE_HANDLER, base);
    ins(no_span, Op::RERAISE, exception);
}

void Compiler::try_statement(const Try& node) {
    if (node.finalbody.empty()) return try_except(node);
    try_finally(node, node.finalbody, &Compiler::inner_try);
}

void Compiler::try_star_statement(const TryStar& node) {
    if (node.finalbody.empty()) return try_except_star(node);
    try_finally(node, node.finalbody, &Compiler::inner_try_star);
}

void Compiler::inner_try(const Node& node) {
    const Try& block = as<Try>(node);
    if (block.handlers.empty())
        body(block.body);
    else
        try_except(block);
}

void Compiler::inner_try_star(const Node& node) { try_except_star(as<TryStar>(node)); }

// The finally body stands once on the normal way, once on that of exceptions, and once more for every break, continue and return that leaves.
void Compiler::try_finally(const Node& node, Seq<Statement> finalbody, void (Compiler::*inner)(const Node&)) {
    Reg base = out().top();
    int outer = out().region();
    Label handler = out().new_label(), cleanup = out().new_label(), end = out().new_label();
    push_block({Kind::FinallyTry, outer, base, {}, {}, finalbody, {}, node.span});
    out().set_region(out().new_region(handler, base));
    (this->*inner)(node);
    out().set_region(outer);
    pop_block();
    body(finalbody);
    out().jump(no_span, Op::JUMP, end);

    out().begin_cold();
    out().bind(handler);
    out().set_top(base);
    out().push();
    out().push();
    ins(no_span, Op::ENTER_HANDLER, base);
    push_block({Kind::FinallyEnd, outer, base, {}, {}, {}, {}, node.span});
    out().set_region(out().new_region(cleanup, base + 2));
    body(finalbody);
    out().set_region(outer);
    pop_block();
    ins(no_span, Op::RESTORE_HANDLED, base);
    ins(no_span, Op::RERAISE, base);
    leave_raised_handler(cleanup, base, outer);
    out().end_cold();
    out().bind(end);
    out().set_top(base);
}

void Compiler::try_except(const Try& node) {
    Reg base = out().top();
    int outer = out().region();
    Label handler = out().new_label(), cleanup = out().new_label(), end = out().new_label();
    push_block({Kind::Try, outer, base, {}, {}, {}, {}, node.span});
    out().set_region(out().new_region(handler, base));
    body(node.body);
    out().set_region(outer);
    pop_block();
    body(node.orelse);
    out().jump(no_span, Op::JUMP, end);

    out().begin_cold();
    out().bind(handler);
    out().set_top(base);
    out().push();
    out().push();
    ins(no_span, Op::ENTER_HANDLER, base);
    int inside = out().new_region(cleanup, base + 2);
    bool catches_all = false;
    for (std::size_t i = 0; i < node.handlers.size(); ++i) {
        const ExceptHandler& clause = *node.handlers[i];
        Label next = out().new_label();
        out().set_region(inside);
        if (clause.type) {
            Reg type = expression(*clause.type);
            out().release(type);
            out().jump(clause.span, Op::JUMP_UNLESS_MATCH, next, 0, base, type);
        } else {
            if (i + 1 < node.handlers.size()) raise("default 'except:' must be last", clause.span);
            catches_all = true;
        }
        except_clause(clause, base, outer, inside);
        out().jump(no_span, Op::JUMP, end);
        out().bind(next);
    }
    out().set_region(outer);
    if (!catches_all) {
        ins(no_span, Op::RESTORE_HANDLED, base);
        ins(no_span, Op::RERAISE, base);
    }
    leave_raised_handler(cleanup, base, outer);
    out().end_cold();
    out().bind(end);
    out().set_top(base);
}

// The body of `except ... as name`, and the end of the handler.
void Compiler::except_clause(const ExceptHandler& clause, Reg base, int outer, int inside) {
    if (clause.name.empty()) {
        push_block({Kind::Handler, outer, base, {}, {}, {}, {}, clause.span});
        body(clause.body);
        pop_block();
        out().set_region(outer);
        ins(no_span, Op::LEAVE_HANDLER, base);
        return;
    }
    Label unbind = out().new_label(), done = out().new_label();
    store_copy(clause.span, clause.name, base);
    push_block({Kind::Handler, outer, base, {}, {}, {}, clause.name, clause.span});
    out().set_region(out().new_region(unbind, base + 2));
    body(clause.body);
    pop_block();
    out().set_region(outer);
    ins(no_span, Op::LEAVE_HANDLER, base);
    unbind_name(no_span, clause.name);
    out().jump(no_span, Op::JUMP, done);
    // An exception leaves the clause: the name goes too.
    out().bind(unbind);
    out().set_top(base + 2);
    Reg exception = out().push();
    out().set_region(inside);
    unbind_name(no_span, clause.name);
    out().set_region(outer);
    ins(no_span, Op::LEAVE_HANDLER, base);
    ins(no_span, Op::RERAISE, exception);
    out().bind(done);
    out().set_top(base + 2);
}

// PEP 654. Temporaries: base the exception, +1 the one handled before, +2 what the clauses raised, +3 what no clause has taken yet,
// +4 the part that a clause takes.
void Compiler::try_except_star(const TryStar& node) {
    Reg base = out().top();
    int outer = out().region();
    Label handler = out().new_label(), cleanup = out().new_label(), end = out().new_label();
    push_block({Kind::Try, outer, base, {}, {}, {}, {}, node.span});
    out().set_region(out().new_region(handler, base));
    body(node.body);
    out().set_region(outer);
    pop_block();
    body(node.orelse);
    out().jump(no_span, Op::JUMP, end);

    out().begin_cold();
    out().bind(handler);
    out().set_top(base);
    for (int i = 0; i < 4; ++i) out().push();
    Reg results = base + 2, rest = base + 3, part = base + 4;
    ins(no_span, Op::ENTER_HANDLER, base);
    int inside = out().new_region(cleanup, base + 2);
    out().set_region(inside);
    ins(no_span, Op::BUILD_LIST, results, results, 0);
    ins(no_span, Op::COPY, rest, base);
    for (const ExceptHandler* clause : node.handlers) {
        Label next = out().new_label(), matched = out().new_label(), failed = out().new_label();
        Reg type = expression(*clause->type);
        out().release(type);
        out().push(); // part
        ins(clause->span, Op::EXC_STAR_MATCH, part, rest, type);
        Reg test = out().push();
        ins(no_span, Op::COPY, test, part);
        out().release(test);
        out().jump(no_span, Op::JNONE, matched, 0, test);
        ins(no_span, Op::DROP, part);
        out().jump(no_span, Op::JUMP, next);
        out().bind(matched);
        out().push();
        ins(no_span, Op::ENTER_HANDLER, part);
        if (!clause->name.empty()) store_copy(clause->span, clause->name, part);
        push_block({Kind::StarHandler, outer, part, {}, {}, {}, clause->name, clause->span});
        out().set_region(out().new_region(failed, part + 2));
        body(clause->body);
        out().set_region(inside);
        pop_block();
        ins(no_span, Op::LEAVE_HANDLER, part);
        if (!clause->name.empty()) unbind_name(no_span, clause->name);
        out().jump(no_span, Op::JUMP, next);
        // What the clause raises is collected, and the other clauses have their turn.
        out().bind(failed);
        out().set_top(part + 2);
        Reg exception = out().push();
        if (!clause->name.empty()) unbind_name(no_span, clause->name);
        ins(no_span, Op::LIST_APPEND, results, exception);
        ins(no_span, Op::LEAVE_HANDLER, part);
        out().bind(next);
        out().set_top(part);
    }
    // None among the results is nothing left over.
    Label quiet = out().new_label();
    ins(no_span, Op::LIST_APPEND, results, rest);
    ins(no_span, Op::EXC_STAR_FINISH, rest, base, results);
    ins(no_span, Op::DROP, results);
    ins(no_span, Op::COPY, part, rest);
    out().jump(no_span, Op::JNONE, quiet, 1, part);
    out().set_region(outer);
    ins(no_span, Op::LEAVE_HANDLER, base);
    ins(no_span, Op::RERAISE, rest);
    out().bind(quiet);
    ins(no_span, Op::DROP, rest);
    ins(no_span, Op::LEAVE_HANDLER, base);
    out().jump(no_span, Op::JUMP, end);
    leave_raised_handler(cleanup, base, outer);
    out().end_cold();
    out().bind(end);
    out().set_top(base);
}

} // namespace mp
