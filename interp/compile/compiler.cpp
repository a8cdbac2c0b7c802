// Code units: their registers, names and closures; errors.
#include "interp/compile/compiler.h"

#include <algorithm>

namespace mp {

using namespace ast;

namespace {

void reserve_inlined(CodeState& state, const Scope& scope, std::size_t depth,
                     std::vector<std::unordered_map<std::string_view, int>>& by_depth) {
    for (const Scope* child : scope.children) {
        if (!child->inlined) continue;
        if (by_depth.size() <= depth) by_depth.emplace_back();
        auto& slots = state.inlined_slots[child];
        for (const Symbol& symbol : child->symbols()) {
            if (symbol.resolution != Resolution::Local || symbol.name == ".0") continue;
            // Comprehensions that do not run at the same time share their variables' registers.
            auto [found, added] =
                by_depth[depth].try_emplace(symbol.name, static_cast<int>(state.code->local_names.size()));
            if (added) {
                state.code->local_names.emplace_back(symbol.name);
                state.code->local_is_cell.push_back(false);
            }
            slots.emplace_back(symbol.name, found->second);
        }
        reserve_inlined(state, *child, depth + 1, by_depth);
    }
}

} // namespace

CodeState::CodeState(CodeState* parent, Scope& scope, std::string_view name)
    : parent(parent), scope(scope), code(std::make_shared<CodeUnit>()), out(*code) {
    code->name = name;
    auto add_local = [&](std::string_view local, bool is_cell) {
        slots.emplace(local, static_cast<int>(code->local_names.size()));
        code->local_names.emplace_back(local);
        code->local_is_cell.push_back(is_cell);
    };
    if (scope.is_function_like()) {
        for (std::string_view parameter : scope.parameters) {
            const Symbol* symbol = scope.find(parameter);
            add_local(parameter, symbol && symbol->resolution == Resolution::Cell);
        }
        parameters = static_cast<int>(slots.size());
        for (const Symbol& symbol : scope.symbols())
            if ((symbol.resolution == Resolution::Local || symbol.resolution == Resolution::Cell) &&
                !slots.contains(symbol.name))
                add_local(symbol.name, symbol.resolution == Resolution::Cell);
    } else if (scope.kind == ScopeKind::Class) {
        if (scope.needs_class_cell) add_local("__class__", true);
        if (scope.needs_class_dict_cell) add_local("__classdict__", true);
    }
    std::vector<std::unordered_map<std::string_view, int>> by_depth;
    reserve_inlined(*this, scope, 0, by_depth);
    reachable_from = std::max(0, static_cast<int>(code->local_names.size()) + scope.match_depth - reachable_locals);

    std::vector<std::string_view> free;
    for (const Symbol& symbol : scope.symbols())
        if (symbol.resolution == Resolution::Free || (symbol.flags & symbol::free_class)) free.push_back(symbol.name);
    std::sort(free.begin(), free.end());
    for (std::string_view name : free) {
        free_index.emplace(name, static_cast<int>(free_index.size()));
        code->free_names.emplace_back(name);
    }
}

void Compiler::raise(std::string message, Span span) {
    if (failed_) return;
    failed_ = true;
    error_ = make_diagnostic(SyntaxErrorKind::SyntaxError, std::move(message), source_, span);
}

void Compiler::warn(std::string message, Span span) {
    if (!failed_)
        warnings_.push_back({SyntaxWarning::Category::SyntaxWarning, std::move(message), span, line_of(span)});
}

bool Compiler::too_deep(Span span) {
    if (!limit_.reached(depth_)) return false;
    if (!failed_) {
        failed_ = true;
        error_ = make_diagnostic(SyntaxErrorKind::RecursionError, "maximum recursion depth exceeded during compilation",
                                 source_, span);
    }
    return true;
}

CodeState& Compiler::enter(Scope& scope, std::string_view name, Span span) {
    auto made = std::make_unique<CodeState>(state_, scope, name);
    if (state_) made->private_class = state_->private_class;
    states_.push_back(std::move(made));
    CodeState& state = *states_.back();
    state_ = &state;
    CodeUnit& code = *state.code;
    code.filename = source_.filename();
    code.first_line = span == no_span ? 1 : line_of(span);
    code.is_nested = scope.nested;
    code.future_annotations = scopes_.future.annotations;
    code.uses_namespace = !scope.is_function_like();
    if (scope.is_function_like()) {
        code.positional = static_cast<std::uint32_t>(scope.parameters.size());
        code.is_generator = scope.generator && !scope.coroutine;
        code.is_coroutine = scope.coroutine && !scope.generator;
        code.is_async_generator = scope.coroutine && scope.generator;
    }
    set_qualified_name(state, name);
    for (std::size_t slot = 0; slot < code.local_is_cell.size(); ++slot) {
        if (!code.local_is_cell[slot]) continue;
        if (static_cast<int>(slot) >= state.reachable_from) {
            ins(no_span, Op::MAKE_CELL, local_register(static_cast<int>(slot)));
        } else {
            Reg cell = out().push();
            ins(no_span, Op::LOAD_HIGH, cell, static_cast<int>(slot));
            ins(no_span, Op::MAKE_CELL, cell);
            ins(no_span, Op::STORE_HIGH, cell, static_cast<int>(slot));
            out().release(cell);
        }
    }
    return state;
}

std::shared_ptr<CodeUnit> Compiler::leave() {
    CodeState& state = *state_;
    for (const ColdUnbind& cold : state.cold_unbinds) {
        out().bind(cold.handler);
        out().set_region(cold.region);
        out().set_top(cold.depth);
        Reg exception = out().push();
        for (Reg variable : cold.variables) ins(no_span, Op::UNBIND_LOCAL, variable);
        ins(no_span, Op::RERAISE, exception);
    }
    if (!failed_) {
        std::string problem = out().finish(source_, state.parameters);
        if (!problem.empty()) raise(std::move(problem), state.scope.span);
    }
    std::shared_ptr<CodeUnit> code = state.code;
    state_ = state.parent;
    states_.pop_back();
    return code;
}

// PEP 3155.
void Compiler::set_qualified_name(CodeState& state, std::string_view name) {
    CodeState* parent = state.parent;
    if (parent && parent->scope.kind == ScopeKind::TypeParameters) parent = parent->parent;
    std::string& qualified = state.code->qualified_name;
    if (!parent || !parent->parent) {
        qualified = name;
        return;
    }
    if (state.scope.kind == ScopeKind::Function || state.scope.kind == ScopeKind::Class) {
        const Symbol* symbol = parent->scope.find(scopes_.mangler.mangle(parent->private_class, name));
        if (symbol && symbol->resolution == Resolution::GlobalExplicit) {
            qualified = name;
            return;
        }
    }
    qualified = parent->code->qualified_name;
    if (parent->scope.is_function_like()) qualified += ".<locals>";
    qualified += '.';
    qualified += name;
}

bool Compiler::in_function() const noexcept { return state_->scope.is_function_like(); }

// The span of an attribute's load or call when it stands on a later line than the object it belongs to: it starts at the name.
Span Compiler::attribute_span(Span whole, const Attribute& attribute) const {
    if (source_.line_of(whole.start) == source_.line_of(attribute.span.end)) return whole;
    std::uint32_t length = static_cast<std::uint32_t>(attribute.attr.size());
    if (length > attribute.span.end) return whole;
    return {attribute.span.end - length, attribute.span.end > whole.end ? attribute.span.end : whole.end};
}

Reg Compiler::hidden_local() {
    CodeState& state = *state_;
    if (!state.idle_hidden.empty()) {
        int slot = state.idle_hidden.back();
        state.idle_hidden.pop_back();
        return local_register(slot);
    }
    ++state.hidden_made;
    state.code->local_names.push_back("." + std::to_string(state.hidden_made));
    state.code->local_is_cell.push_back(false);
    return local_register(static_cast<int>(state.code->local_names.size()) - 1);
}

void Compiler::return_hidden_local(Reg reg) { state_->idle_hidden.push_back(local_slot(reg)); }

} // namespace mp
