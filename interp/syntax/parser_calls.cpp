// Call arguments, also those of classes (language reference 6.3.4).
#include "interp/syntax/parser.h"

namespace mp {

// genexp | '(' [arguments] ')'
Parser::Match<Parser::Expression> Parser::call(std::uint32_t start, Expression* function) {
    Nesting nesting(*this);
    if (!nesting) return no_match;
    const std::uint32_t parenthesis = here();
    auto with_generator = [&](Expression* generator) {
        return make<ast::Call>(start, function, ast::Seq<Expression>(singleton(generator)));
    };
    auto with_arguments = [&](const CallArguments& given) {
        return make<ast::Call>(start, function, given.args, given.keywords);
    };
    if (invalid_rules_) {
        if (auto generator = optional([this] { return generator_expression(); }))
            return with_generator(generator.take());
        tokens_.advance();
        auto list = optional([this] { return arguments(); });
        if (!accept(Kind::RightParen)) return no_match;
        return with_arguments(list ? *list.take() : CallArguments{});
    }

    tokens_.advance();
    if (accept(Kind::RightParen)) return with_arguments({});
    CallArguments* given = TRY(args());
    const bool comma = accept(Kind::Comma);
    if (accept(Kind::RightParen)) return with_arguments(*given);
    // One argument and 'for': a generator whose parentheses are the call's.
    const bool one_argument =
        given->args.size() == 1 && given->keywords.empty() && !ast::is<ast::Starred>(given->args[0]);
    if (comma || !one_argument || !(at(Kind::KwFor) || at(Kind::KwAsync))) return no_match;
    ast::Seq<ast::Comprehension> clauses = TRY(for_if_clauses());
    TRY(expect(Kind::RightParen));
    return with_generator(make<ast::GeneratorExp>(parenthesis, given->args[0], clauses));
}

// args [','] &')' | invalid_arguments
Parser::Match<Parser::CallArguments> Parser::arguments() {
    return memoized(Memo::Arguments, [this]() -> Match<CallArguments> {
        const Position begin = tokens_.position();
        if (auto list = args()) {
            accept(Kind::Comma);
            if (at(Kind::RightParen)) return list;
        }
        if (invalid_rules_) {
            tokens_.reset(begin);
            invalid_arguments();
        }
        return no_match;
    });
}

// Positional arguments, then keywords (among them still *iterables), then **mappings (among them still keywords). As
// much of this as there is: at least one argument.
Parser::Match<Parser::CallArguments> Parser::args() {
    enum { Positional, Keywords, Mappings } phase = Positional;
    List<ast::Node> all(*this);
    std::size_t positional_count = 0;
    for (;;) {
        const Position begin = tokens_.position();
        if (!all.empty() && !accept(Kind::Comma)) break;
        const Position element = tokens_.position();
        ast::Node* node = nullptr;
        if (phase == Positional) {
            if (auto argument = positional_argument())
                node = argument.take();
            else
                tokens_.reset(element);
        }
        if (!node) {
            if (invalid_rules_) invalid_kwarg();
            if (at(Kind::DoubleStar) || (at(Kind::Name) && tokens_.following().kind == Kind::Equal)) {
                phase = at(Kind::DoubleStar) || phase == Mappings ? Mappings : Keywords;
                if (auto keyword = keyword_argument()) node = keyword.take();
            } else if (at(Kind::Star) && phase == Keywords) {
                if (auto starred = starred_expression()) node = starred.take();
            }
        }
        if (!node) {
            tokens_.reset(begin);
            break;
        }
        all.add(node);
        positional_count += node->kind != ast::NodeKind::Keyword;
    }
    if (all.empty()) return no_match;

    auto* arguments = arena_.make<CallArguments>();
    if (positional_count == all.size()) {
        arguments->args = all.take_as<Expression>();
        return arguments;
    }
    List<ast::Node> sorted(*this);
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i]->kind != ast::NodeKind::Keyword) sorted.add(all[i]);
    arguments->args = sorted.take_as<Expression>();
    sorted.shrink(0);
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i]->kind == ast::NodeKind::Keyword) sorted.add(all[i]);
    arguments->keywords = sorted.take_as<ast::Keyword>();
    return arguments;
}

// (starred_expression | assignment_expression | expression !':=') !'='
Parser::Match<Parser::Expression> Parser::positional_argument() {
    if (at(Kind::DoubleStar)) return no_match;
    Expression* node = nullptr;
    if (at(Kind::Star)) {
        node = TRY(starred_expression());
    } else {
        if (at(Kind::Name)) {
            const Kind next = tokens_.following().kind;
            if (next == Kind::Equal && !invalid_rules_) return no_match;
            if (next == Kind::ColonEqual)
                if (auto assignment = optional([this] { return assignment_expression(); })) node = assignment.take();
        }
        if (!node) node = TRY(plain_expression());
    }
    if (at(Kind::Equal)) return no_match;
    return node;
}

// NAME '=' expression | '**' expression
Parser::Match<ast::Keyword> Parser::keyword_argument() {
    const std::uint32_t start = here();
    ast::Identifier name;
    if (!accept(Kind::DoubleStar)) {
        name = TRY(expect_name());
        TRY(expect(Kind::Equal));
    }
    Expression* value = TRY(expression());
    return make<ast::Keyword>(start, name, value);
}

} // namespace mp
