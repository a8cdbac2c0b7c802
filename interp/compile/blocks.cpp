// Leaving the blocks around a statement by break, continue or return.
#include "interp/compile/compiler.h"

namespace mp {

using Kind = CodeBlock::Kind;

void Compiler::push_block(CodeBlock block) {
    if (state_->blocks.size() >= most_blocks) raise("too many statically nested blocks", block.span);
    state_->blocks.push_back(block);
}

void Compiler::pop_block() { state_->blocks.pop_back(); }

// Does what leaving one block takes, outside of its exception region. `kept`: a value that is being returned, on top of the temporaries, or none.
void Compiler::unwind_block(CodeBlock block, Reg kept) {
    int top = out().top();
    out().set_region(block.region);
    switch (block.kind) {
    case Kind::While:
    case Kind::Try: break;
    case Kind::For:
    case Kind::AsyncFor:
    case Kind::KeptValue: ins(no_span, Op::DROP, block.base); break;
    case Kind::FinallyTry:
        if (kept != any_register) push_block({Kind::KeptValue, block.region, kept, {}, {}, {}, {}, block.span});
        body(block.finalbody);
        if (kept != any_register) pop_block();
        break;
    case Kind::FinallyEnd: ins(no_span, Op::LEAVE_HANDLER, block.base); break;
    case Kind::Handler:
        ins(no_span, Op::LEAVE_HANDLER, block.base);
        if (!block.name.empty()) unbind_name(no_span, block.name);
        break;
    case Kind::StarHandler: break;
    case Kind::With:
    case Kind::AsyncWith: exit_call(block.span, block.base, block.kind == Kind::AsyncWith); break;
    }
    out().set_top(top);
}

// Unwinds from the innermost of `count` blocks outwards. With `stop_at_loop`, the innermost loop is left alone: its index is the result; -1 when
// there is none.
int Compiler::unwind_blocks(std::size_t count, Reg kept, bool stop_at_loop) {
    std::vector<CodeBlock> saved = state_->blocks;
    int region = out().region();
    int found = -1;
    for (std::size_t i = count; i-- > 0;) {
        CodeBlock block = saved[i];
        if (stop_at_loop && (block.kind == Kind::While || block.kind == Kind::For || block.kind == Kind::AsyncFor)) {
            found = static_cast<int>(i);
            break;
        }
        state_->blocks.resize(i);
        unwind_block(block, kept);
    }
    state_->blocks = std::move(saved);
    out().set_region(region);
    return found;
}

// Whether returning from here does more than drop iterators: a local that is returned must be taken first.
bool Compiler::unwinding_runs_code() const {
    for (const CodeBlock& block : state_->blocks)
        if (block.kind != Kind::While && block.kind != Kind::For && block.kind != Kind::AsyncFor &&
            block.kind != Kind::Try && block.kind != Kind::KeptValue)
            return true;
    return false;
}

} // namespace mp
