// What may stand to the left of '=', after 'for' and after 'del'. Targets are parsed as primaries and looked at
// afterwards.
#include <algorithm>

#include "interp/syntax/parser.h"

namespace mp {

// star_target !',' | ','.star_target+ [',']
Parser::Match<Parser::Expression> Parser::star_targets() {
    const std::uint32_t start = here();
    Expression* first = TRY(star_target());
    if (!at(Kind::Comma)) return first;
    List<Expression> elements(*this);
    elements.add(first);
    while (accept(Kind::Comma)) {
        auto next = optional([this] { return star_target(); });
        if (!next) break;
        elements.add(next.take());
    }
    return make<ast::Tuple>(start, elements.take(), ast::Context::Store);
}

// '*' (!'*' star_target) | target
Parser::Match<Parser::Expression> Parser::star_target() {
    const std::uint32_t start = here();
    const bool starred = accept(Kind::Star);
    Expression* target = TRY(primary());
    if (!is_star_target(*target)) return no_match;
    set_context(*target, ast::Context::Store);
    if (!starred) return target;
    return make<ast::Starred>(start, target, ast::Context::Store);
}

Parser::Match<Parser::Expression> Parser::del_target() {
    Expression* target = TRY(primary());
    if (!is_del_target(*target)) return no_match;
    set_context(*target, ast::Context::Del);
    return target;
}

bool Parser::is_single_target(const Expression& node) {
    return node.kind == ast::NodeKind::Name || node.kind == ast::NodeKind::Attribute ||
           node.kind == ast::NodeKind::Subscript;
}

bool Parser::is_star_target(const Expression& node) {
    auto is_element = [](const Expression* element) { return is_star_target(*element); };
    switch (node.kind) {
    case ast::NodeKind::Starred: {
        const Expression& value = *ast::as<ast::Starred>(node).value;
        return value.kind != ast::NodeKind::Starred && is_star_target(value);
    }
    case ast::NodeKind::Tuple: return std::ranges::all_of(ast::as<ast::Tuple>(node).elts, is_element);
    case ast::NodeKind::List: return std::ranges::all_of(ast::as<ast::List>(node).elts, is_element);
    default: return is_single_target(node);
    }
}

bool Parser::is_del_target(const Expression& node) {
    auto is_element = [](const Expression* element) { return is_del_target(*element); };
    switch (node.kind) {
    case ast::NodeKind::Tuple: return std::ranges::all_of(ast::as<ast::Tuple>(node).elts, is_element);
    case ast::NodeKind::List: return std::ranges::all_of(ast::as<ast::List>(node).elts, is_element);
    default: return is_single_target(node);
    }
}

// Of a target, which must be one.
void Parser::set_context(Expression& node, ast::Context context) {
    switch (node.kind) {
    case ast::NodeKind::Name: ast::as<ast::Name>(node).ctx = context; break;
    case ast::NodeKind::Attribute: ast::as<ast::Attribute>(node).ctx = context; break;
    case ast::NodeKind::Subscript: ast::as<ast::Subscript>(node).ctx = context; break;
    case ast::NodeKind::Starred:
        ast::as<ast::Starred>(node).ctx = context;
        set_context(*ast::as<ast::Starred>(node).value, context);
        break;
    case ast::NodeKind::Tuple:
        ast::as<ast::Tuple>(node).ctx = context;
        for (Expression* element : ast::as<ast::Tuple>(node).elts) set_context(*element, context);
        break;
    case ast::NodeKind::List:
        ast::as<ast::List>(node).ctx = context;
        for (Expression* element : ast::as<ast::List>(node).elts) set_context(*element, context);
        break;
    default: break;
    }
}

} // namespace mp
