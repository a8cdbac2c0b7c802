// The match statement (PEP 634; language reference 8.6). `match` and `case` are names elsewhere, so the statement is
// tried and given up where its head does not fit; behind a fitting head and an indented block there is no other
// reading.
#include "interp/syntax/parser.h"

namespace mp {

// "match" subject_expr ':' NEWLINE INDENT case_block+ DEDENT | invalid_match_stmt
Parser::Match<Parser::Statement> Parser::match_statement() {
    const std::uint32_t start = here();
    const Position begin = tokens_.position();
    auto statement = [&]() -> Match<Statement> {
        tokens_.advance();
        Expression* subject = TRY(subject_expression());
        TRY(expect(Kind::Colon));
        TRY(expect(Kind::Newline));
        TRY(expect(Kind::Indent));
        List<ast::MatchCase> cases(*this);
        for (;;) {
            auto next = optional([this] { return case_block(); });
            if (!next) break;
            cases.add(next.take());
        }
        if (cases.empty()) return no_match;
        TRY(expect(Kind::Dedent));
        return make<ast::Match>(start, subject, cases.take());
    }();
    if (!statement) {
        tokens_.reset(begin);
        if (invalid_rules_) invalid_match_statement();
    }
    return statement;
}

// star_named_expression ',' [star_named_expressions] | named_expression
Parser::Match<Parser::Expression> Parser::subject_expression() {
    const std::uint32_t start = here();
    Expression* first = TRY(star_named_expression());
    if (accept(Kind::Comma)) {
        List<Expression> elements(*this);
        elements.add(first);
        star_named_expressions(elements);
        return make<ast::Tuple>(start, elements.take(), ast::Context::Load);
    }
    if (ast::is<ast::Starred>(first)) return no_match;
    return first;
}

// "case" patterns ['if' named_expression] ':' block
Parser::Match<ast::MatchCase> Parser::case_block() {
    if (invalid_rules_) invalid_case_block();
    const std::uint32_t start = here();
    if (!at_name("case")) return no_match;
    tokens_.advance();
    Pattern* pattern = TRY(patterns());
    auto condition = optional([this] { return guard(); });
    TRY(expect(Kind::Colon));
    Block body = TRY(block());
    return make<ast::MatchCase>(start, pattern, condition ? condition.take() : nullptr, body);
}

Parser::Match<Parser::Expression> Parser::guard() {
    TRY(expect(Kind::KwIf));
    return named_expression();
}

} // namespace mp
