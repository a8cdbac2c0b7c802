// Statements with blocks, except definitions and match (language reference 8).
#include "interp/syntax/parser.h"

namespace mp {

// 'if' named_expression ':' block ('elif' named_expression ':' block)* [else_block], in a loop however many elifs there
// are.
Parser::Match<Parser::Statement> Parser::if_statement() {
    List<ast::If> chain(*this);
    Block orelse;
    for (Kind keyword = Kind::KwIf;; keyword = Kind::KwElif) {
        auto link = optional([&]() -> Match<ast::If> {
            if (invalid_rules_) invalid_if_statement(keyword);
            const std::uint32_t start = here();
            TRY(expect(keyword));
            Expression* test = TRY(named_expression());
            TRY(expect(Kind::Colon));
            Block body = TRY(block());
            return make<ast::If>(start, test, body);
        });
        if (!link) {
            if (chain.empty()) return no_match;
            break;
        }
        chain.add(link.take());
        if (at(Kind::KwElif)) continue;
        if (at(Kind::KwElse)) {
            if (auto block = optional([this] { return else_block(); })) orelse = block.take();
        }
        break;
    }
    // An elif is an If alone in orelse, and every If ends where the chain ends.
    const std::uint32_t end = tokens_.end_of_construct();
    for (std::size_t i = chain.size(); i-- > 0;) {
        chain[i]->orelse = orelse;
        chain[i]->span.end = end;
        orelse = singleton<Statement>(chain[i]);
    }
    return chain[0];
}

// 'else' &&':' block
Result<Parser::Block> Parser::else_block() {
    if (invalid_rules_) invalid_else_block();
    TRY(expect(Kind::KwElse));
    TRY(expect_forced(Kind::Colon));
    return block();
}

// 'while' named_expression ':' block [else_block]
Parser::Match<Parser::Statement> Parser::while_statement() {
    if (invalid_rules_) invalid_while_statement();
    const std::uint32_t start = here();
    tokens_.advance();
    Expression* test = TRY(named_expression());
    TRY(expect(Kind::Colon));
    Block body = TRY(block());
    auto orelse = optional([this] { return else_block(); });
    return make<ast::While>(start, test, body, orelse ? orelse.take() : Block());
}

// ['async'] 'for' star_targets 'in' ~ star_expressions ':' block [else_block]
Parser::Match<Parser::Statement> Parser::for_statement(std::uint32_t start, bool is_async) {
    if (invalid_rules_) invalid_for_statement();
    const Position begin = tokens_.position();
    if (is_async) tokens_.advance();
    tokens_.advance();
    auto target = star_targets();
    if (!target || !accept(Kind::KwIn)) {
        tokens_.reset(begin);
        if (invalid_rules_) invalid_for_target();
        return no_match;
    }
    Expression* iter = TRY(star_expressions());
    TRY(expect(Kind::Colon));
    Block body = TRY(block());
    auto else_part = optional([this] { return else_block(); });
    Block orelse = else_part ? else_part.take() : Block();
    if (is_async) return make<ast::AsyncFor>(start, target.take(), iter, body, orelse);
    return make<ast::For>(start, target.take(), iter, body, orelse);
}

// ['async'] 'with' ('(' ','.with_item+ [','] ')' | ','.with_item+) ':' block. What begins with a parenthesis is a list
// of items if a ':' follows its end, otherwise an expression.
Parser::Match<Parser::Statement> Parser::with_statement(std::uint32_t start, bool is_async) {
    if (invalid_rules_) invalid_with_statement_indent();
    const Position begin = tokens_.position();
    if (is_async) tokens_.advance();
    tokens_.advance();
    const Position items_begin = tokens_.position();
    auto head = [&](bool parenthesized) -> Result<ast::Seq<ast::WithItem>> {
        ast::Seq<ast::WithItem> items = TRY(with_items(parenthesized));
        TRY(expect(Kind::Colon));
        return items;
    };
    for (bool parenthesized : {true, false}) {
        tokens_.reset(items_begin);
        if (parenthesized && !at(Kind::LeftParen)) continue;
        auto items = head(parenthesized);
        if (!items) continue;
        auto body = block();
        if (!body) {
            if (!invalid_rules_) return no_match; // the other form cannot have a better block
            continue;
        }
        if (is_async) return make<ast::AsyncWith>(start, items.take(), body.take());
        return make<ast::With>(start, items.take(), body.take());
    }
    tokens_.reset(begin);
    if (invalid_rules_) invalid_with_statement();
    return no_match;
}

Result<ast::Seq<ast::WithItem>> Parser::with_items(bool parenthesized) {
    if (parenthesized) TRY(expect(Kind::LeftParen));
    List<ast::WithItem> items(*this);
    items.add(TRY(with_item()));
    for (;;) {
        auto item = optional([this]() -> Match<ast::WithItem> {
            TRY(expect(Kind::Comma));
            return with_item();
        });
        if (!item) break;
        items.add(item.take());
    }
    if (parenthesized) {
        accept(Kind::Comma);
        TRY(expect(Kind::RightParen));
    }
    return items.take();
}

// expression 'as' star_target &(',' | ')' | ':') | invalid_with_item | expression
Parser::Match<ast::WithItem> Parser::with_item() {
    const std::uint32_t start = here();
    const Position begin = tokens_.position();
    auto context = expression();
    if (!context) {
        if (invalid_rules_) {
            tokens_.reset(begin);
            invalid_with_item();
        }
        return no_match;
    }
    auto target = optional([this]() -> Match<Expression> {
        TRY(expect(Kind::KwAs));
        Expression* target = TRY(star_target());
        if (!at(Kind::Comma) && !at(Kind::RightParen) && !at(Kind::Colon)) return no_match;
        return target;
    });
    if (!target && invalid_rules_) {
        Lookahead look(*this);
        tokens_.reset(begin);
        invalid_with_item();
    }
    return make<ast::WithItem>(start, context.take(), target ? target.take() : nullptr);
}

// 'try' &&':' block (finally_block | except_block+ [else_block] [finally_block] | except_star_block+ [else_block]
// [finally_block])
Parser::Match<Parser::Statement> Parser::try_statement() {
    if (invalid_rules_) invalid_try_statement();
    const std::uint32_t start = here();
    tokens_.advance();
    TRY(expect_forced(Kind::Colon));
    Block body = TRY(block());

    List<ast::ExceptHandler> handlers(*this);
    bool star = false;
    if (at(Kind::KwExcept)) {
        star = tokens_.following().kind == Kind::Star;
        for (;;) {
            auto handler = optional([&] { return except_block(star); });
            if (!handler) break;
            handlers.add(handler.take());
        }
        if (handlers.empty()) return no_match;
    }
    Block orelse, finalbody;
    if (!handlers.empty())
        if (auto block = optional([this] { return else_block(); })) orelse = block.take();
    auto last = optional([this] { return finally_block(); });
    if (last)
        finalbody = last.take();
    else if (handlers.empty())
        return no_match;
    if (star) return make<ast::TryStar>(start, body, handlers.take(), orelse, finalbody);
    return make<ast::Try>(start, body, handlers.take(), orelse, finalbody);
}

// 'except' ['*'] [expression ['as' NAME]] ':' block; with '*' the expression must be there
Parser::Match<ast::ExceptHandler> Parser::except_block(bool star) {
    if (invalid_rules_) invalid_except_statement_indent(star);
    const std::uint32_t start = here();
    const Position begin = tokens_.position();
    auto handler = [&]() -> Match<ast::ExceptHandler> {
        TRY(expect(Kind::KwExcept));
        if (star) TRY(expect(Kind::Star));
        Expression* type = nullptr;
        ast::Identifier name;
        if (star || !at(Kind::Colon)) {
            type = TRY(expression());
            if (accept(Kind::KwAs)) name = TRY(expect_name());
        }
        TRY(expect(Kind::Colon));
        Block body = TRY(block());
        return make<ast::ExceptHandler>(start, type, name, body);
    }();
    if (!handler && invalid_rules_) {
        tokens_.reset(begin);
        invalid_except_statement();
    }
    return handler;
}

// 'finally' &&':' block
Result<Parser::Block> Parser::finally_block() {
    if (invalid_rules_) invalid_finally_block();
    TRY(expect(Kind::KwFinally));
    TRY(expect_forced(Kind::Colon));
    return block();
}

} // namespace mp
