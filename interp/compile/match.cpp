// match statements (PEP 634): subject, cases, guards. Names are bound only once the whole pattern has matched.
#include "interp/compile/match.h"

#include <algorithm>

namespace mp {

using namespace ast;

namespace {

bool captures_name(const Pattern& node, std::string_view name) {
    auto any = [&](Seq<Pattern> list) {
        return std::any_of(list.begin(), list.end(), [&](const Pattern* inner) { return captures_name(*inner, name); });
    };
    return visit(node, overloaded{
                           [&](const MatchValue&) { return false; },
                           [&](const MatchSingleton&) { return false; },
                           [&](const MatchSequence& sequence) { return any(sequence.patterns); },
                           [&](const MatchMapping& mapping) { return mapping.rest == name || any(mapping.patterns); },
                           [&](const MatchClass& match) { return any(match.patterns) || any(match.kwd_patterns); },
                           [&](const MatchStar& star) { return star.name == name; },
                           [&](const MatchAs& match) {
                               return match.name == name || (match.pattern && captures_name(*match.pattern, name));
                           },
                           [&](const MatchOr& match) { return any(match.patterns); },
                       });
}

} // namespace

void Compiler::match_statement(const Match& node) {
    int top = out().top();
    Label end = out().new_label();
    // The subject stays in a local: the one that it is, or a hidden one.
    std::optional<Reg> hidden;
    Reg subject;
    const Name* name = try_as<Name>(node.subject);
    std::optional<Reg> local = name ? plain_local(*node.subject) : std::nullopt;
    if (local) {
        for (const MatchCase* arm : node.cases)
            if (captures_name(*arm->pattern, name->id)) local.reset();
    }
    if (local && !may_rebind(*local, nullptr)) {
        subject = expression(*node.subject);
    } else {
        hidden = hidden_local();
        subject = expression(*node.subject, *hidden);
    }
    for (std::size_t i = 0; i < node.cases.size() && !failed_; ++i) {
        const MatchCase& arm = *node.cases[i];
        Matching matching;
        matching.next = out().new_label();
        matching.allow_irrefutable = arm.guard || i + 1 == node.cases.size();
        pattern(*arm.pattern, subject, false, matching);
        for (const Matching::Capture& found : matching.captures) store_name(found.span, found.name, found.reg);
        out().set_top(top);
        if (arm.guard) jump_if(*arm.guard, false, matching.next);
        if (hidden) ins(no_span, Op::UNBIND_LOCAL, *hidden);
        body(arm.body);
        out().jump(no_span, Op::JUMP, end);
        emit_failures(matching, {});
        out().bind(matching.next);
        out().set_top(top);
    }
    if (hidden) {
        ins(no_span, Op::UNBIND_LOCAL, *hidden);
        return_hidden_local(*hidden);
    }
    out().bind(end);
}

// Where to jump when the pattern fails here.
Label Compiler::failure(Matching& matching) {
    if (matching.live.empty()) return matching.next;
    for (const Matching::Exit& exit : matching.exits)
        if (exit.live == matching.live) return exit.label;
    matching.exits.push_back({matching.live, out().new_label()});
    return matching.exits.back().label;
}

// The ways out of a failed pattern: what is live, except for `kept`, is dropped.
void Compiler::emit_failures(Matching& matching, const std::vector<Reg>& kept) {
    int top = out().top();
    out().begin_cold();
    for (const Matching::Exit& exit : matching.exits) {
        out().bind(exit.label);
        for (Reg reg : exit.live)
            if (std::find(kept.begin(), kept.end(), reg) == kept.end()) ins(no_span, Op::DROP, reg);
        out().jump(no_span, Op::JUMP, matching.next);
    }
    out().end_cold();
    out().set_top(top);
}

void Compiler::add_live(Matching& matching, Reg reg) {
    matching.live.insert(std::upper_bound(matching.live.begin(), matching.live.end(), reg), reg);
}

void Compiler::remove_live(Matching& matching, Reg reg) {
    matching.live.erase(std::find(matching.live.begin(), matching.live.end(), reg));
}

// The subject is needed no longer.
void Compiler::give_up(Reg subject, bool owned, Span span, Matching& matching) {
    if (!owned) return;
    ins(span, Op::DROP, subject);
    remove_live(matching, subject);
    if (subject == out().top() - 1) out().set_top(subject);
}

void Compiler::capture(std::string_view name, Reg subject, bool owned, Span span, Matching& matching) {
    if (name.empty()) return give_up(subject, owned, span, matching);
    refuse_debug(name, Context::Store, span);
    for (const Matching::Capture& earlier : matching.captures)
        if (earlier.name == name)
            return raise("multiple assignments to name '" + std::string(name) + "' in pattern", span);
    if (is_temporary(subject) && !owned) {
        Reg copy = out().push();
        ins(span, Op::COPY, copy, subject);
        add_live(matching, copy);
        subject = copy;
        owned = true;
    }
    matching.captures.push_back({name, subject, owned, span});
}

// Matches `node` against the value in `subject`. With `owned`, that is a temporary of the pattern (in `live`), which the pattern uses up.
void Compiler::pattern(const Pattern& node, Reg subject, bool owned, Matching& matching) {
    if (failed_ || too_deep(node.span)) return;
    ++depth_;
    visit(node, overloaded{
                    [&](const MatchValue& value) { value_pattern(node.span, *value.value, subject, owned, matching); },
                    [&](const MatchSingleton& single) { singleton_pattern(single, subject, owned, matching); },
                    [&](const MatchSequence& sequence) { sequence_pattern(sequence, subject, owned, matching); },
                    [&](const MatchMapping& mapping) { mapping_pattern(mapping, subject, owned, matching); },
                    [&](const MatchClass& match) { class_pattern(match, subject, owned, matching); },
                    [&](const MatchStar& star) { capture(star.name, subject, owned, node.span, matching); },
                    [&](const MatchAs& match) { as_pattern(match, subject, owned, matching); },
                    [&](const MatchOr& match) { or_pattern(match, subject, owned, matching); },
                });
    --depth_;
}

// A pattern inside another one, where patterns that always match are welcome.
void Compiler::subpattern(const Pattern& node, Reg subject, Matching& matching) {
    bool allowed = matching.allow_irrefutable;
    matching.allow_irrefutable = true;
    pattern(node, subject, true, matching);
    matching.allow_irrefutable = allowed;
}

void Compiler::as_pattern(const MatchAs& node, Reg subject, bool owned, Matching& matching) {
    if (node.pattern) {
        pattern(*node.pattern, subject, false, matching);
    } else if (!matching.allow_irrefutable) {
        return raise(node.name.empty()
                         ? "wildcard makes remaining patterns unreachable"
                         : "name capture '" + std::string(node.name) + "' makes remaining patterns unreachable",
                     node.span);
    }
    capture(node.name, subject, owned, node.span, matching);
}

// A copy of the subject that an instruction may consume; the subject itself when it is owned (it is live no longer) or a local.
Reg Compiler::consumable(Reg subject, bool owned, Span span, Matching& matching) {
    if (!is_temporary(subject)) return subject;
    if (owned) {
        remove_live(matching, subject);
        return subject;
    }
    Reg copy = out().push();
    ins(span, Op::COPY, copy, subject);
    return copy;
}

void Compiler::value_pattern(Span span, const Expression& value, Reg subject, bool owned, Matching& matching) {
    int top = out().top();
    if (!is<Attribute>(&value) && !folded(value))
        return raise("patterns may only match literals and attribute lookups", span);
    Reg operand = consumable(subject, owned, span, matching);
    jump_compare(span, CompareOperator::Eq, operand, &value, 0, false, failure(matching));
    out().set_top(owned && subject == top - 1 ? subject : top);
}

void Compiler::singleton_pattern(const MatchSingleton& node, Reg subject, bool owned, Matching& matching) {
    int top = out().top();
    Reg operand = consumable(subject, owned, node.span, matching);
    Label fails = failure(matching);
    if (node.value.kind == ConstantValue::Kind::None) {
        out().jump(node.span, Op::JNONE, fails, 0, operand);
    } else {
        Reg value = load_constant(node.span, *constant_of(node.value), new_temporary);
        out().jump(node.span, Op::JIS, fails, 0, operand, value);
    }
    out().set_top(owned && subject == top - 1 ? subject : top);
}

// All alternatives leave the same captures in the same temporaries.
void Compiler::or_pattern(const MatchOr& node, Reg subject, bool owned, Matching& matching) {
    int top = out().top();
    Label matched = out().new_label();
    std::vector<Matching::Capture> names;
    for (std::size_t i = 0; i < node.patterns.size() && !failed_; ++i) {
        const Pattern& alternative = *node.patterns[i];
        bool last = i + 1 == node.patterns.size();
        Matching inner;
        inner.next = last ? failure(matching) : out().new_label();
        inner.allow_irrefutable = last && matching.allow_irrefutable;
        out().set_top(top);
        pattern(alternative, subject, false, inner);
        if (failed_) return;
        if (i == 0) names = inner.captures;
        if (names.size() != inner.captures.size()) return raise("alternative patterns bind different names", node.span);
        int fresh = std::max(out().top(), top + static_cast<int>(names.size()));
        out().set_top(fresh);
        for (std::size_t j = 0; j < names.size(); ++j) {
            auto found = std::find_if(inner.captures.begin(), inner.captures.end(),
                                      [&](const Matching::Capture& capture) { return capture.name == names[j].name; });
            if (found == inner.captures.end()) return raise("alternative patterns bind different names", node.span);
            ins(no_span, Op::MOVE, out().push(), found->reg);
        }
        for (std::size_t j = 0; j < names.size(); ++j)
            ins(no_span, Op::MOVE, top + static_cast<int>(j), fresh + static_cast<int>(j));
        if (!last) out().jump(no_span, Op::JUMP, matched);
        emit_failures(inner, {});
        if (!last) out().bind(inner.next);
    }
    out().bind(matched);
    out().set_top(top);
    for (const Matching::Capture& found : names) {
        for (const Matching::Capture& earlier : matching.captures)
            if (earlier.name == found.name)
                return raise("multiple assignments to name '" + std::string(found.name) + "' in pattern", node.span);
        Reg reg = out().push();
        add_live(matching, reg);
        matching.captures.push_back({found.name, reg, true, found.span});
    }
    give_up(subject, owned, node.span, matching);
}

} // namespace mp
