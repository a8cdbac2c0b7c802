// Lists, tuples, sets, dicts and f-strings.
#include <algorithm>

#include "interp/compile/compiler.h"

namespace mp {

using namespace ast;

namespace {

bool has_starred(Seq<Expression> elements) {
    return std::any_of(elements.begin(), elements.end(),
                       [](const Expression* element) { return is<Starred>(element); });
}

} // namespace

// As CPython: three constants and more are cheaper as one constant that a new list takes over.
constexpr std::size_t fewest_constants = 3;

Reg Compiler::list_display(Span span, Seq<Expression> elements, Reg want) {
    Reg list = out().top();
    if (has_starred(elements) || elements.size() > static_cast<std::size_t>(most_items)) {
        list_in_pieces(span, elements);
        return settle(span, list, want);
    }
    if (elements.size() >= fewest_constants) {
        mp::Constant constant;
        constant.kind = mp::Constant::Kind::tuple;
        for (const Expression* element : elements) {
            Folded item = folded(*element);
            if (!item) break;
            constant.items.push_back(std::move(*item));
        }
        if (constant.items.size() == elements.size()) {
            ins(span, Op::BUILD_LIST, out().push(), list, 0);
            Reg items = load_constant(span, constant, new_temporary);
            ins(span, Op::LIST_EXTEND, list, items, list);
            out().release(items);
            return settle(span, list, want);
        }
    }
    for (const Expression* element : elements) expression(*element, new_temporary);
    out().set_top(list);
    Reg to = destination(want);
    ins(span, Op::BUILD_LIST, to, list, static_cast<int>(elements.size()));
    return to;
}

void Compiler::list_in_pieces(Span span, Seq<Expression> elements, int built) {
    Reg list = out().top() - built;
    std::size_t i = 0;
    for (; i < elements.size() && !is<Starred>(elements[i]) && built < most_items; ++i, ++built) {
        // A long run of constants comes as a tuple below.
        if (built == 0 && elements.size() > static_cast<std::size_t>(most_items) && folded(*elements[i])) break;
        expression(*elements[i], new_temporary);
    }
    ins(span, Op::BUILD_LIST, list, list, built);
    out().set_top(list);
    out().push();
    while (i < elements.size()) {
        const Expression& element = *elements[i];
        if (const Starred* starred = try_as<Starred>(&element)) {
            Reg items = expression(*starred->value);
            ins(span, Op::LIST_EXTEND, list, items, list);
            out().release(items);
            ++i;
            continue;
        }
        mp::Constant constants;
        constants.kind = mp::Constant::Kind::tuple;
        std::size_t run = i;
        for (; run < elements.size() && !is<Starred>(elements[run]); ++run) {
            Folded item = folded(*elements[run]);
            if (!item) break;
            constants.items.push_back(std::move(*item));
        }
        if (constants.items.size() >= fewest_constants) {
            Reg items = load_constant(span, constants, new_temporary);
            ins(span, Op::LIST_EXTEND, list, items, list);
            out().release(items);
            i = run;
            continue;
        }
        Reg item = expression(element);
        ins(span, Op::LIST_APPEND, list, item);
        out().release(item);
        ++i;
    }
}

Reg Compiler::tuple_display(Span span, Seq<Expression> elements, Reg want) {
    Reg base = out().top();
    if (has_starred(elements) || elements.size() > static_cast<std::size_t>(most_items)) {
        list_in_pieces(span, elements);
        out().set_top(base);
        Reg to = destination(want);
        ins(span, Op::LIST_TO_TUPLE, to, base);
        return to;
    }
    for (const Expression* element : elements) expression(*element, new_temporary);
    out().set_top(base);
    Reg to = destination(want);
    ins(span, Op::BUILD_TUPLE, to, base, static_cast<int>(elements.size()));
    return to;
}

Reg Compiler::set_display(Span span, Seq<Expression> elements, Reg want) {
    Reg set = out().top();
    if (!has_starred(elements) && elements.size() >= fewest_constants) {
        mp::Constant constant;
        constant.kind = mp::Constant::Kind::frozenset;
        for (const Expression* element : elements) {
            Folded item = folded(*element);
            if (!item) break;
            constant.items.push_back(std::move(*item));
        }
        if (constant.items.size() == elements.size()) {
            ins(span, Op::BUILD_SET, out().push(), set, 0);
            Reg items = load_constant(span, constant, new_temporary);
            ins(span, Op::SET_UPDATE, set, items);
            out().release(items);
            return settle(span, set, want);
        }
    }
    std::size_t first = 0;
    while (first < elements.size() && first < static_cast<std::size_t>(most_items) && !is<Starred>(elements[first]))
        expression(*elements[first++], new_temporary);
    out().set_top(set);
    if (first == elements.size()) {
        Reg to = destination(want);
        ins(span, Op::BUILD_SET, to, set, static_cast<int>(first));
        return to;
    }
    ins(span, Op::BUILD_SET, out().push(), set, static_cast<int>(first));
    for (const Expression* element : elements.subspan(first)) {
        const Starred* starred = try_as<Starred>(element);
        Reg item = expression(starred ? *starred->value : *element);
        ins(span, starred ? Op::SET_UPDATE : Op::SET_ADD, set, item);
        out().release(item);
    }
    return settle(span, set, want);
}

Reg Compiler::dict_display(const Dict& node, Reg want) {
    Reg dict = out().top();
    std::size_t first = 0;
    while (first < node.keys.size() && first < static_cast<std::size_t>(most_items / 2) && node.keys[first]) {
        expression(*node.keys[first], new_temporary);
        expression(*node.values[first], new_temporary);
        ++first;
    }
    out().set_top(dict);
    if (first == node.keys.size()) {
        Reg to = destination(want);
        ins(node.span, Op::BUILD_DICT, to, dict, static_cast<int>(first));
        return to;
    }
    ins(node.span, Op::BUILD_DICT, out().push(), dict, static_cast<int>(first));
    for (std::size_t i = first; i < node.keys.size(); ++i) {
        if (!node.keys[i]) {
            Reg mapping = expression(*node.values[i]);
            ins(node.span, Op::DICT_UPDATE, dict, mapping);
            out().release(mapping);
            continue;
        }
        Reg key = hold(expression(*node.keys[i]), node.values[i], node.span);
        Reg value = expression(*node.values[i]);
        ins(node.span, Op::DICT_SET, dict, key, value);
        out().set_top(dict + 1);
    }
    return settle(node.span, dict, want);
}

Reg Compiler::joined_string(const JoinedStr& node, Reg want) {
    if (node.values.empty()) return load_constant(node.span, make_str(""), want);
    if (node.values.size() == 1) {
        const Expression& only = *node.values[0];
        return expression(only, want);
    }
    Reg base = out().top();
    int parts = 0;
    for (const Expression* value : node.values) {
        expression(*value, new_temporary);
        if (++parts < most_items) continue;
        ins(node.span, Op::BUILD_STRING, base, base, parts);
        out().set_top(base + 1);
        parts = 1;
    }
    out().set_top(base);
    Reg to = destination(want);
    ins(node.span, Op::BUILD_STRING, to, base, parts);
    return to;
}

Reg Compiler::formatted_value(const FormattedValue& node, Reg want) {
    int conversion = node.conversion == 's' ? 1 : node.conversion == 'r' ? 2 : node.conversion == 'a' ? 3 : 0;
    Reg value;
    if (node.format_spec) {
        value = expression(*node.value, new_temporary);
        expression(*node.format_spec, new_temporary);
        conversion |= 4;
        out().set_top(value);
    } else {
        value = expression(*node.value);
        out().release(value);
    }
    Reg to = destination(want);
    ins(node.span, Op::FORMAT, to, value, conversion);
    return to;
}

} // namespace mp
