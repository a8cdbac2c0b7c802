// Simple statements, if, imports.
#include "interp/compile/compiler.h"

namespace mp {

using namespace ast;

void Compiler::body(Seq<Statement> list) {
    for (const Statement* node : list) {
        if (failed_) return;
        statement(*node);
    }
}

void Compiler::statement(const Statement& node) {
    if (too_deep(node.span)) return;
    ++depth_;
    int outer_top = state_->statement_top;
    state_->statement_top = out().top();
    visit(node, overloaded{
                    [&](const FunctionDef& def) { function_definition(def, false); },
                    [&](const AsyncFunctionDef& def) { function_definition(def, true); },
                    [&](const ClassDef& def) { class_definition(def); },
                    [&](const Return& ret) { return_statement(ret); },
                    [&](const Delete& del) {
                        for (const Expression* target : del.targets) delete_target(*target);
                    },
                    [&](const Assign& assignment) { assign(assignment); },
                    [&](const TypeAlias& alias) { type_alias(alias); },
                    [&](const AugAssign& assignment) { augmented_assign(assignment); },
                    [&](const AnnAssign& assignment) { annotated_assign(assignment); },
                    [&](const For& loop) { for_loop(loop); },
                    [&](const AsyncFor& loop) { async_for_loop(loop); },
                    [&](const While& loop) { while_loop(loop); },
                    [&](const If& choice) { branch(choice); },
                    [&](const With& with) { with_statement(with, with.items, with.body, false); },
                    [&](const AsyncWith& with) { with_statement(with, with.items, with.body, true); },
                    [&](const Match& match) { match_statement(match); },
                    [&](const Raise& raise) { raise_statement(raise); },
                    [&](const Try& block) { try_statement(block); },
                    [&](const TryStar& block) { try_star_statement(block); },
                    [&](const Assert& check) { assert_statement(check); },
                    [&](const Import& import) { import_statement(import); },
                    [&](const ImportFrom& import) { import_from(import); },
                    [&](const Global&) {},
                    [&](const Nonlocal&) {},
                    [&](const Expr& statement) { expression_statement(statement); },
                    [&](const Pass&) {},
                    [&](const Break&) { leave_loop(node, true); },
                    [&](const Continue&) { leave_loop(node, false); },
                });
    state_->statement_top = outer_top;
    --depth_;
}

// if, and the chain of its elifs.
void Compiler::branch(const If& first) {
    Label end = out().new_label();
    const If* node = &first;
    for (;;) {
        Label otherwise = node->orelse.empty() ? end : out().new_label();
        jump_if(*node->test, false, otherwise);
        body(node->body);
        if (node->orelse.empty() || failed_) break;
        out().jump(no_span, Op::JUMP, end);
        out().bind(otherwise);
        if (node->orelse.size() != 1 || !is<If>(node->orelse[0])) {
            body(node->orelse);
            break;
        }
        node = as<If>(node->orelse[0]);
    }
    out().bind(end);
}

void Compiler::return_statement(const Return& node) {
    CodeState& state = *state_;
    if (!in_function()) return raise("'return' outside function", node.span);
    if (node.value && state.code->is_async_generator) return raise("'return' with value in async generator", node.span);
    Folded constant = node.value ? folded(*node.value) : nullptr;
    for (const CodeBlock& block : state.blocks)
        if (block.kind == CodeBlock::Kind::StarHandler)
            return raise("'break', 'continue' and 'return' cannot appear in an except* block",
                         constant && line_of(node.value->span) == line_of(node.span) ? node.value->span : node.span);
    int top = out().top();
    if (!node.value || constant) {
        unwind_blocks(state.blocks.size(), any_register, false);
        if (!constant || constant->kind == mp::Constant::Kind::none) {
            ins(node.span, Op::RETURN_NONE);
        } else {
            Reg value = load_constant(node.value->span, *constant, new_temporary);
            ins(node.span, Op::RETURN, value);
        }
    } else {
        Reg value = expression(*node.value, unwinding_runs_code() ? new_temporary : any_register);
        unwind_blocks(state.blocks.size(), is_temporary(value) ? value : any_register, false);
        ins(node.span, Op::RETURN, value);
    }
    out().set_top(top);
}

void Compiler::leave_loop(const Statement& node, bool is_break) {
    CodeState& state = *state_;
    int loop = -1;
    for (std::size_t i = state.blocks.size(); i-- > 0;) {
        CodeBlock::Kind kind = state.blocks[i].kind;
        if (kind == CodeBlock::Kind::StarHandler)
            return raise("'break', 'continue' and 'return' cannot appear in an except* block", node.span);
        if (kind == CodeBlock::Kind::While || kind == CodeBlock::Kind::For || kind == CodeBlock::Kind::AsyncFor) {
            loop = static_cast<int>(i);
            break;
        }
    }
    if (loop < 0) return raise(is_break ? "'break' outside loop" : "'continue' not properly in loop", node.span);
    int top = out().top();
    unwind_blocks(state.blocks.size(), any_register, true);
    CodeBlock block = state.blocks[loop];
    if (is_break && block.kind != CodeBlock::Kind::While) ins(node.span, Op::DROP, block.base);
    const int region = out().region();
    out().set_region(block.region); // all blocks inside the loop are left
    out().jump(node.span, Op::JUMP, is_break ? block.end : block.next);
    out().set_region(region);
    out().set_top(top);
}

void Compiler::raise_statement(const Raise& node) {
    int top = out().top();
    if (!node.exc) {
        ins(node.span, Op::RAISE, 0, 0, 0);
        return;
    }
    Reg exception = hold(expression(*node.exc), node.cause, node.span);
    if (node.cause) {
        Reg cause = expression(*node.cause);
        ins(node.span, Op::RAISE, 2, exception, cause);
    } else {
        ins(node.span, Op::RAISE, 1, exception, 0);
    }
    out().set_top(top);
}

void Compiler::assert_statement(const Assert& node) {
    const Tuple* tuple = try_as<Tuple>(node.test);
    if (tuple && !tuple->elts.empty()) warn("assertion is always true, perhaps remove parentheses?", node.span);
    if (options_.optimization > 0) return;
    int top = out().top();
    Label fails = out().new_label();
    jump_if(*node.test, false, fails);
    out().begin_cold();
    out().bind(fails);
    Reg error = out().push();
    ins(node.span, Op::LOAD_ASSERTION_ERROR, error);
    if (node.msg) {
        expression(*node.msg, new_temporary);
        ins(node.span, Op::CALL, error, error, 1);
    }
    ins(node.test->span, Op::RAISE, 1, error, 0);
    out().end_cold();
    out().set_top(top);
}

void Compiler::expression_statement(const Expr& node) {
    if (interactive_ && !state_->parent) {
        Reg value = expression(*node.value);
        ins(node.span, Op::PRINT_EXPR, value);
        out().release(value);
        return;
    }
    discard(*node.value);
}

void Compiler::import_statement(const Import& node) {
    for (const Alias* alias : node.names) {
        std::string_view name = alias->name;
        Reg from_list = none(node.span, new_temporary);
        std::uint32_t index = out().constants.add_name(name);
        ins(node.span, Op::IMPORT_NAME, from_list, from_list, 0).index = index;
        Reg module = from_list;
        std::size_t dot = name.find('.');
        if (alias->asname.empty()) {
            // `import a.b` binds a.
            store_name(node.span, name.substr(0, dot), module);
        } else {
            // `import a.b.c as m` binds c, found through its parents.
            while (dot != name.npos) {
                std::size_t next = name.find('.', dot + 1);
                std::string_view part = name.substr(dot + 1, next == name.npos ? next : next - dot - 1);
                Reg submodule = out().push();
                ins(node.span, Op::IMPORT_FROM, submodule, module).index = out().constants.add_name(part);
                ins(node.span, Op::DROP, module);
                ins(node.span, Op::MOVE, module, submodule);
                out().set_top(module + 1);
                dot = next;
            }
            store_name(node.span, alias->asname, module);
        }
        out().release(from_list);
    }
}

void Compiler::import_from(const ImportFrom& node) {
    if (node.level == 0 && node.module == "__future__" && node.span.start > scopes_.future.last_offset)
        return raise("from __future__ imports must occur at the beginning of the file", node.span);
    if (node.level > 255) return raise("too many dots in a relative import", node.span);
    mp::Constant names;
    names.kind = mp::Constant::Kind::tuple;
    for (const Alias* alias : node.names) names.items.push_back(make_str(alias->name));
    Reg module = load_constant(node.span, names, new_temporary);
    ins(node.span, Op::IMPORT_NAME, module, module, node.level).index = out().constants.add_name(node.module);
    if (node.names.size() == 1 && node.names[0]->name == "*") {
        ins(node.span, Op::IMPORT_STAR, module);
        out().release(module);
        return;
    }
    for (const Alias* alias : node.names) {
        Reg value = out().push();
        ins(node.span, Op::IMPORT_FROM, value, module).index = out().constants.add_name(alias->name);
        store_name(node.span, alias->asname.empty() ? alias->name : alias->asname, value);
        out().release(value);
    }
    ins(node.span, Op::DROP, module);
    out().release(module);
}

} // namespace mp
