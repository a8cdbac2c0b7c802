// Patterns that look inside: sequences, mappings, classes.
#include <algorithm>

#include "interp/compile/match.h"

namespace mp {

using namespace ast;

namespace {

bool is_wildcard(const Pattern& node) {
    const MatchAs* match = try_as<MatchAs>(&node);
    return match && !match->pattern && match->name.empty();
}

bool is_wildcard_star(const Pattern& node) {
    const MatchStar* star = try_as<MatchStar>(&node);
    return star && star->name.empty();
}

// Whether two constant keys are the same key of a dict.
bool same_key(const mp::Constant& a, const mp::Constant& b) {
    using Kind = mp::Constant::Kind;
    auto is_int = [](const mp::Constant& c) {
        return c.kind == Kind::integer || c.kind == Kind::true_ || c.kind == Kind::false_;
    };
    auto number = [&](const mp::Constant& c) {
        return c.kind == Kind::floating || c.kind == Kind::complex ? c.real
               : c.kind == Kind::integer                           ? static_cast<double>(c.integer)
                                                                   : c.kind == Kind::true_;
    };
    auto is_number = [&](const mp::Constant& c) {
        return is_int(c) || c.kind == Kind::floating || c.kind == Kind::complex;
    };
    if (a.kind == Kind::integer && b.kind == Kind::integer) return a.integer == b.integer;
    if (is_number(a) && is_number(b)) return number(a) == number(b) && a.imag == b.imag;
    return a.kind == b.kind && a.text == b.text;
}

} // namespace

// Fails unless len(subject) compares to `count`.
void Compiler::check_length(Span span, Reg subject, CompareOperator op, std::size_t count, Matching& matching) {
    int top = out().top();
    Reg length = out().push();
    ins(span, Op::GET_LEN, length, subject);
    Op immediate = op == CompareOperator::Eq ? Op::JEQI : Op::JGEI;
    if (count <= 127) {
        out().jump(span, immediate, failure(matching), 0, length, static_cast<int>(count));
    } else {
        Reg number = load_constant(span, make_int(static_cast<std::int64_t>(count)), new_temporary);
        out().jump(span, op == CompareOperator::Eq ? Op::JEQ : Op::JGE, failure(matching), 0, length, number);
    }
    out().set_top(top);
}

// Item `index` of the subject in a new live temporary; counted from the end when `from_end`.
Reg Compiler::pattern_item(Span span, Reg subject, std::size_t index, bool from_end, Matching& matching) {
    Reg item = out().push();
    Reg container = subject;
    if (is_temporary(subject)) {
        ins(span, Op::COPY, item, subject);
        container = item;
    }
    if (!from_end && index <= 127) {
        ins(span, Op::GETITEMI, item, container, static_cast<int>(index));
    } else {
        Reg number;
        if (from_end) {
            number = out().push();
            ins(span, Op::GET_LEN, number, subject);
            if (index <= 127) {
                ins(span, Op::SUBI, number, number, static_cast<int>(index));
            } else {
                Reg difference = load_constant(span, make_int(static_cast<std::int64_t>(index)), new_temporary);
                ins(span, Op::SUB, number, number, difference);
            }
        } else {
            number = load_constant(span, make_int(static_cast<std::int64_t>(index)), new_temporary);
        }
        ins(span, Op::GETITEM, item, container, number);
        out().set_top(item + 1);
    }
    add_live(matching, item);
    return item;
}

void Compiler::sequence_pattern(const MatchSequence& node, Reg subject, bool owned, Matching& matching) {
    Span span = node.span;
    std::size_t size = node.patterns.size();
    std::optional<std::size_t> star;
    bool only_wildcards = true, star_is_wildcard = false;
    for (std::size_t i = 0; i < size; ++i) {
        const Pattern& item = *node.patterns[i];
        if (is<MatchStar>(&item)) {
            if (star) return raise("multiple starred names in sequence pattern", span);
            star = i;
            star_is_wildcard = is_wildcard_star(item);
            only_wildcards &= star_is_wildcard;
        } else {
            only_wildcards &= is_wildcard(item);
        }
    }
    Reg test = out().push();
    ins(span, Op::MATCH_SEQUENCE, test, subject);
    out().release(test);
    out().jump(span, Op::JUMP_IF, failure(matching), 0, test);
    if (!star)
        check_length(span, subject, CompareOperator::Eq, size, matching);
    else if (size > 1)
        check_length(span, subject, CompareOperator::GtE, size - 1, matching);

    if (only_wildcards) return give_up(subject, owned, span, matching);
    if (star_is_wildcard || (!star && size > static_cast<std::size_t>(most_items))) {
        // Only what is asked for is fetched.
        for (std::size_t i = 0; i < size; ++i) {
            const Pattern& item = *node.patterns[i];
            if (star == i || is_wildcard(item)) continue;
            bool from_end = star && i > *star;
            subpattern(item, pattern_item(span, subject, from_end ? size - i : i, from_end, matching), matching);
        }
        return give_up(subject, owned, span, matching);
    }
    if (size > static_cast<std::size_t>(most_items)) return raise("too many patterns in a sequence pattern", span);
    Reg sequence = consumable(subject, owned, span, matching);
    Reg base = is_temporary(sequence) && sequence == out().top() - 1 ? sequence : out().top();
    out().set_top(base);
    for (std::size_t i = 0; i < size; ++i) add_live(matching, out().push());
    if (star)
        ins(span, Op::UNPACK_EX, base, sequence, static_cast<int>(*star)).number =
            static_cast<std::uint32_t>(size - *star - 1);
    else
        ins(span, Op::UNPACK, base, sequence, static_cast<int>(size));
    for (std::size_t i = 0; i < size; ++i) subpattern(*node.patterns[i], base + static_cast<int>(i), matching);
}

void Compiler::mapping_pattern(const MatchMapping& node, Reg subject, bool owned, Matching& matching) {
    Span span = node.span;
    std::size_t size = node.keys.size();
    mp::Constant constants;
    constants.kind = mp::Constant::Kind::tuple;
    for (const Expression* key : node.keys) {
        Folded constant = folded(*key);
        if (!constant) {
            if (!is<Attribute>(key))
                return raise("mapping pattern keys may only match literals and attribute lookups", span);
            continue;
        }
        for (const mp::Constant& earlier : constants.items)
            if (same_key(earlier, *constant))
                return raise("mapping pattern checks duplicate key (" + constant_repr(*constant) + ")", span);
        constants.items.push_back(std::move(*constant));
    }
    if (size > static_cast<std::size_t>(most_items)) return raise("too many sub-patterns in mapping pattern", span);
    Reg test = out().push();
    ins(span, Op::MATCH_MAPPING, test, subject);
    out().release(test);
    out().jump(span, Op::JUMP_IF, failure(matching), 0, test);
    if (size == 0 && node.rest.empty()) return give_up(subject, owned, span, matching);
    if (size > 0) check_length(span, subject, CompareOperator::GtE, size, matching);

    Reg keys = 0, values = 0;
    if (size > 0) {
        keys = out().top();
        if (constants.items.size() == size) {
            load_constant(span, constants, new_temporary);
        } else {
            for (const Expression* key : node.keys) expression(*key, new_temporary);
            ins(span, Op::BUILD_TUPLE, keys, keys, static_cast<int>(size));
            out().set_top(keys + 1);
        }
        if (!node.rest.empty()) {
            values = out().push();
            ins(span, Op::COPY, values, keys);
            add_live(matching, keys);
        } else {
            values = keys;
        }
        ins(span, Op::MATCH_KEYS, values, subject, values);
        add_live(matching, values);
        test = out().push();
        ins(span, Op::COPY, test, values);
        out().release(test);
        out().jump(span, Op::JNONE, failure(matching), 1, test);
        remove_live(matching, values);
        out().set_top(values);
        for (std::size_t i = 0; i < size; ++i) add_live(matching, out().push());
        ins(span, Op::UNPACK, values, values, static_cast<int>(size));
    }
    Reg rest = 0;
    if (!node.rest.empty()) {
        // rest = dict(subject) without the keys
        rest = out().push();
        ins(span, Op::BUILD_DICT, rest, rest, 0);
        Reg mapping = subject;
        if (is_temporary(subject)) {
            mapping = out().push();
            ins(span, Op::COPY, mapping, subject);
        }
        ins(span, Op::DICT_UPDATE, rest, mapping);
        out().set_top(rest + 1);
        add_live(matching, rest);
        if (size > 0) {
            Reg first = out().top();
            for (std::size_t i = 0; i < size; ++i) out().push();
            ins(span, Op::UNPACK, first, keys, static_cast<int>(size));
            remove_live(matching, keys);
            for (std::size_t i = 0; i < size; ++i) {
                Reg copy = out().push();
                ins(span, Op::COPY, copy, rest);
                ins(span, Op::DELITEM, copy, first + static_cast<int>(i));
                out().release(copy);
            }
            out().set_top(rest + 1);
        }
    }
    give_up(subject, owned, span, matching);
    for (std::size_t i = 0; i < size; ++i) subpattern(*node.patterns[i], values + static_cast<int>(i), matching);
    if (!node.rest.empty()) capture(node.rest, rest, true, span, matching);
}

void Compiler::class_pattern(const MatchClass& node, Reg subject, bool owned, Matching& matching) {
    Span span = node.span;
    for (std::size_t i = 0; i < node.kwd_attrs.size(); ++i) {
        refuse_debug(node.kwd_attrs[i], Context::Store, node.kwd_patterns[i]->span);
        for (std::size_t j = i + 1; j < node.kwd_attrs.size(); ++j)
            if (node.kwd_attrs[i] == node.kwd_attrs[j])
                return raise("attribute name repeated in class pattern: " + std::string(node.kwd_attrs[i]),
                             node.kwd_patterns[j]->span);
    }
    std::size_t positional = node.patterns.size(), size = positional + node.kwd_patterns.size();
    if (size > static_cast<std::size_t>(most_items))
        return raise("too many sub-patterns in class pattern " + std::string(), span);
    mp::Constant names;
    names.kind = mp::Constant::Kind::tuple;
    for (Identifier name : node.kwd_attrs) names.items.push_back(make_str(name)); // not mangled, as in CPython
    Reg type = expression(*node.cls);
    out().release(type);
    Reg values = out().push();
    Instruction& match = ins(span, Op::MATCH_CLASS, values, subject, type);
    match.number = static_cast<std::uint32_t>(positional);
    match.index = out().constants.add(names);
    add_live(matching, values);
    Reg test = out().push();
    ins(span, Op::COPY, test, values);
    out().release(test);
    out().jump(span, Op::JNONE, failure(matching), 1, test);
    remove_live(matching, values);
    out().set_top(values);
    if (size == 0) {
        ins(span, Op::DROP, values);
    } else {
        for (std::size_t i = 0; i < size; ++i) add_live(matching, out().push());
        ins(span, Op::UNPACK, values, values, static_cast<int>(size));
    }
    give_up(subject, owned, span, matching);
    for (std::size_t i = 0; i < size; ++i)
        subpattern(i < positional ? *node.patterns[i] : *node.kwd_patterns[i - positional],
                   values + static_cast<int>(i), matching);
}

} // namespace mp
