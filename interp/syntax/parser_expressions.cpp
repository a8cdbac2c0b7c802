// Expressions from lists of them down to primaries (language reference 6). Binary operators go by precedence climbing,
// chains in loops.
#include "interp/syntax/parser.h"

#include <boost/container/small_vector.hpp>

namespace mp {

// ','.star_expression+ [','], a Tuple unless it is one without comma.
Parser::Match<Parser::Expression> Parser::star_expressions() {
    const std::uint32_t start = here();
    Expression* first = TRY(star_expression());
    if (!at(Kind::Comma)) return first;
    List<Expression> elements(*this);
    elements.add(first);
    while (accept(Kind::Comma)) {
        auto next = optional([this] { return star_expression(); });
        if (!next) break;
        elements.add(next.take());
    }
    return make<ast::Tuple>(start, elements.take(), ast::Context::Load);
}

// ','.expression+ [','], as above.
Parser::Match<Parser::Expression> Parser::expressions() {
    const std::uint32_t start = here();
    Expression* first = TRY(expression());
    if (!at(Kind::Comma)) return first;
    List<Expression> elements(*this);
    elements.add(first);
    while (accept(Kind::Comma)) {
        auto next = optional([this] { return expression(); });
        if (!next) break;
        elements.add(next.take());
    }
    return make<ast::Tuple>(start, elements.take(), ast::Context::Load);
}

// '*' bitwise_or | expression
Parser::Match<Parser::Expression> Parser::star_expression() {
    if (!at(Kind::Star)) return expression();
    const std::uint32_t start = here();
    tokens_.advance();
    Expression* value = TRY(bitwise_or());
    return make<ast::Starred>(start, value, ast::Context::Load);
}

// ','.star_named_expression+ [',']
bool Parser::star_named_expressions(List<Expression>& into) {
    std::size_t before = into.size();
    do {
        auto element = optional([this] { return star_named_expression(); });
        if (!element) break;
        into.add(element.take());
    } while (accept(Kind::Comma));
    return into.size() > before;
}

// '*' bitwise_or | named_expression
Parser::Match<Parser::Expression> Parser::star_named_expression() {
    return at(Kind::Star) ? star_expression() : named_expression();
}

// assignment_expression | invalid_named_expression | expression !':='
Parser::Match<Parser::Expression> Parser::named_expression() {
    return memoized(Memo::NamedExpression, [this]() -> Match<Expression> {
        if (at(Kind::Name) && tokens_.following().kind == Kind::ColonEqual) {
            Position begin = tokens_.position();
            if (auto assignment = assignment_expression()) return assignment;
            tokens_.reset(begin);
        }
        if (invalid_rules_) invalid_named_expression();
        return plain_expression();
    });
}

// NAME ':=' expression
Parser::Match<Parser::Expression> Parser::assignment_expression() {
    const std::uint32_t start = here();
    ast::Identifier id = TRY(expect_name());
    Expression* target = make<ast::Name>(start, id, ast::Context::Store);
    TRY(expect(Kind::ColonEqual));
    Expression* value = TRY(expression());
    return make<ast::NamedExpr>(start, target, value);
}

// expression !':='
Parser::Match<Parser::Expression> Parser::plain_expression() {
    Expression* node = TRY(expression());
    if (at(Kind::ColonEqual)) return no_match;
    return node;
}

// disjunction 'if' disjunction 'else' expression | disjunction | lambda
Parser::Match<Parser::Expression> Parser::expression() {
    return memoized(Memo::Expression, [this]() -> Match<Expression> {
        if (invalid_rules_) {
            Nesting nesting(*this);
            if (!nesting) return no_match;
            invalid_expression();
            invalid_legacy_expression();
        }
        return conditional_expression();
    });
}

Parser::Match<Parser::Expression> Parser::expression_without_invalid() {
    const bool saved = std::exchange(invalid_rules_, false);
    auto result = conditional_expression();
    invalid_rules_ = saved;
    return result;
}

Parser::Match<Parser::Expression> Parser::conditional_expression() {
    Nesting nesting(*this);
    if (!nesting) return no_match;
    if (at(Kind::KwLambda)) return lambda();
    const std::uint32_t start = here();
    Expression* body = TRY(disjunction());
    if (!at(Kind::KwIf)) return body;
    Position end = tokens_.position();
    tokens_.advance();
    if (auto test = disjunction(); test && accept(Kind::KwElse)) {
        if (auto orelse = expression()) return make<ast::IfExp>(start, test.take(), body, orelse.take());
    }
    tokens_.reset(end);
    return body;
}

// 'yield' 'from' expression | 'yield' [star_expressions]
Parser::Match<Parser::Expression> Parser::yield_expression() {
    const std::uint32_t start = here();
    TRY(expect(Kind::KwYield));
    auto delegated = optional([this]() -> Match<Expression> {
        TRY(expect(Kind::KwFrom));
        return expression();
    });
    if (delegated) return make<ast::YieldFrom>(start, delegated.take());
    auto value = optional([this] { return star_expressions(); });
    return make<ast::Yield>(start, value ? value.take() : nullptr);
}

// 'lambda' [params] ':' expression
Parser::Match<Parser::Expression> Parser::lambda() {
    const std::uint32_t start = here();
    TRY(expect(Kind::KwLambda));
    ast::Arguments* parameters = nullptr;
    if (auto list = optional([this] { return params(lambda_style); }))
        parameters = list.take();
    else
        parameters = ast::make<ast::Arguments>(arena_, Span{here(), here()});
    TRY(expect(Kind::Colon));
    Expression* body = TRY(expression());
    return make<ast::Lambda>(start, parameters, body);
}

// ---- boolean operators and comparisons ------------------------------------------------------------------------------

// 'or'.conjunction+
Parser::Match<Parser::Expression> Parser::disjunction() {
    return memoized(Memo::Disjunction, [this]() -> Match<Expression> {
        const std::uint32_t start = here();
        Expression* first = TRY(conjunction());
        if (!at(Kind::KwOr)) return first;
        return boolean_chain(start, first, ast::BoolOperator::Or);
    });
}

// 'and'.inversion+
Parser::Match<Parser::Expression> Parser::conjunction() {
    const std::uint32_t start = here();
    Expression* first = TRY(inversion());
    if (!at(Kind::KwAnd)) return first;
    return boolean_chain(start, first, ast::BoolOperator::And);
}

Parser::Match<Parser::Expression> Parser::boolean_chain(std::uint32_t start, Expression* first, ast::BoolOperator op) {
    const bool is_or = op == ast::BoolOperator::Or;
    List<Expression> values(*this);
    values.add(first);
    for (;;) {
        auto next = optional([&]() -> Match<Expression> {
            TRY(expect(is_or ? Kind::KwOr : Kind::KwAnd));
            return is_or ? conjunction() : inversion();
        });
        if (!next) break;
        values.add(next.take());
    }
    if (values.size() == 1) return first;
    return make<ast::BoolOp>(start, op, values.take());
}

// 'not' inversion | comparison
Parser::Match<Parser::Expression> Parser::inversion() {
    if (!at(Kind::KwNot)) return comparison();
    Nesting nesting(*this);
    if (!nesting) return no_match;
    const std::uint32_t start = here();
    tokens_.advance();
    Expression* operand = TRY(inversion());
    return make<ast::UnaryOp>(start, ast::UnaryOperator::Not, operand);
}

// bitwise_or (comparison_operator bitwise_or)*
Parser::Match<Parser::Expression> Parser::comparison() {
    const std::uint32_t start = here();
    Expression* left = TRY(bitwise_or());
    switch (tokens_.kind()) {
    case Kind::EqualEqual:
    case Kind::NotEqual:
    case Kind::Less:
    case Kind::LessEqual:
    case Kind::Greater:
    case Kind::GreaterEqual:
    case Kind::KwIs:
    case Kind::KwIn:
    case Kind::KwNot: return comparison_chain(start, left);
    default: return left;
    }
}

Parser::Match<Parser::Expression> Parser::comparison_chain(std::uint32_t start, Expression* left) {
    boost::container::small_vector<ast::CompareOperator, 4> ops;
    List<Expression> operands(*this);
    for (;;) {
        ast::CompareOperator op;
        auto right = optional([&]() -> Match<Expression> {
            if (!comparison_operator(op)) return no_match;
            return bitwise_or();
        });
        if (!right) break;
        ops.push_back(op);
        operands.add(right.take());
    }
    if (ops.empty()) return left;
    return make<ast::Compare>(start, left, arena_.copy_all(ops), operands.take());
}

bool Parser::comparison_operator(ast::CompareOperator& op) {
    using Op = ast::CompareOperator;
    switch (tokens_.kind()) {
    case Kind::EqualEqual: op = Op::Eq; break;
    case Kind::NotEqual: op = Op::NotEq; break;
    case Kind::Less: op = Op::Lt; break;
    case Kind::LessEqual: op = Op::LtE; break;
    case Kind::Greater: op = Op::Gt; break;
    case Kind::GreaterEqual: op = Op::GtE; break;
    case Kind::KwIn: op = Op::In; break;
    case Kind::KwNot:
        if (tokens_.following().kind != Kind::KwIn) return false;
        tokens_.advance();
        op = Op::NotIn;
        break;
    case Kind::KwIs:
        op = Op::Is;
        if (tokens_.following().kind == Kind::KwNot) {
            tokens_.advance();
            op = Op::IsNot;
        }
        break;
    default: return false;
    }
    tokens_.advance();
    return true;
}

// ---- arithmetic -----------------------------------------------------------------------------------------------------

namespace {

struct BinaryOperatorInfo {
    int precedence = 0; // 0: not a binary operator
    ast::BinaryOperator op{};
};

// From bitwise_or (1) to term (6); all of them associate to the left.
constexpr int sum_precedence = 5;
BinaryOperatorInfo binary_operator(TokenKind kind) {
    using Op = ast::BinaryOperator;
    switch (kind) {
    case TokenKind::Bar: return {1, Op::BitOr};
    case TokenKind::Caret: return {2, Op::BitXor};
    case TokenKind::Ampersand: return {3, Op::BitAnd};
    case TokenKind::LeftShift: return {4, Op::LShift};
    case TokenKind::RightShift: return {4, Op::RShift};
    case TokenKind::Plus: return {sum_precedence, Op::Add};
    case TokenKind::Minus: return {sum_precedence, Op::Sub};
    case TokenKind::Star: return {6, Op::Mult};
    case TokenKind::Slash: return {6, Op::Div};
    case TokenKind::DoubleSlash: return {6, Op::FloorDiv};
    case TokenKind::Percent: return {6, Op::Mod};
    case TokenKind::At: return {6, Op::MatMult};
    default: return {};
    }
}

} // namespace

Parser::Match<Parser::Expression> Parser::bitwise_or() {
    return memoized(Memo::BitwiseOr, [this] { return binary(1); });
}

Parser::Match<Parser::Expression> Parser::binary(int lowest_precedence) {
    const std::uint32_t start = here();
    Expression* left = TRY(factor());
    for (;;) {
        const BinaryOperatorInfo info = binary_operator(tokens_.kind());
        if (info.precedence == 0 || info.precedence < lowest_precedence) return left;
        const Position before = tokens_.position();
        tokens_.advance();
        auto right = binary(info.precedence + 1);
        if (!right) {
            tokens_.reset(before + 1);
            if (invalid_rules_ && info.precedence >= sum_precedence) invalid_arithmetic();
            tokens_.reset(before);
            return left;
        }
        left = make<ast::BinOp>(start, left, info.op, right.take());
    }
}

// ('+' | '-' | '~') factor | power | invalid_factor
Parser::Match<Parser::Expression> Parser::factor() {
    ast::UnaryOperator op;
    switch (tokens_.kind()) {
    case Kind::Plus: op = ast::UnaryOperator::UAdd; break;
    case Kind::Minus: op = ast::UnaryOperator::USub; break;
    case Kind::Tilde: op = ast::UnaryOperator::Invert; break;
    default: return power();
    }
    Nesting nesting(*this);
    if (!nesting) return no_match;
    const std::uint32_t start = here();
    tokens_.advance();
    const Position operand_begin = tokens_.position();
    auto operand = factor();
    if (!operand) {
        tokens_.reset(operand_begin);
        if (invalid_rules_) invalid_factor();
        return no_match;
    }
    return make<ast::UnaryOp>(start, op, operand.take());
}

// await_primary ['**' factor]
Parser::Match<Parser::Expression> Parser::power() {
    const std::uint32_t start = here();
    Expression* base = TRY(await_primary());
    if (!at(Kind::DoubleStar)) return base;
    Nesting nesting(*this);
    if (!nesting) return no_match;
    auto exponent = optional([this]() -> Match<Expression> {
        tokens_.advance();
        return factor();
    });
    if (!exponent) return base;
    return make<ast::BinOp>(start, base, ast::BinaryOperator::Pow, exponent.take());
}

// ['await'] primary
Parser::Match<Parser::Expression> Parser::await_primary() {
    if (!at(Kind::KwAwait)) return primary();
    const std::uint32_t start = here();
    tokens_.advance();
    Expression* value = TRY(primary());
    return make<ast::Await>(start, value);
}

// ---- primaries ------------------------------------------------------------------------------------------------------

Parser::Match<Parser::Expression> Parser::primary() {
    return memoized(Memo::Primary, [this] { return parse_primary(); });
}

// atom ('.' NAME | '(' [arguments] ')' | genexp | '[' slices ']')*
Parser::Match<Parser::Expression> Parser::parse_primary() {
    const std::uint32_t start = here();
    Expression* node = TRY(atom());
    for (;;) {
        const Position before = tokens_.position();
        switch (tokens_.kind()) {
        case Kind::Dot:
            if (tokens_.following().kind == Kind::Name) {
                tokens_.advance();
                ast::Identifier attribute = TRY(expect_name());
                node = make<ast::Attribute>(start, node, attribute, ast::Context::Load);
                continue;
            }
            return node;
        case Kind::LeftParen:
            if (auto called = call(start, node)) {
                node = called.take();
                continue;
            }
            break;
        case Kind::LeftBrace:
            // The grammar looks for a generator's parentheses here, and with them for the mistakes of comprehensions.
            if (invalid_rules_) invalid_comprehension();
            return node;
        case Kind::LeftBracket: {
            if (invalid_rules_) invalid_comprehension();
            tokens_.advance();
            auto index = slices();
            if (index && accept(Kind::RightBracket)) {
                node = make<ast::Subscript>(start, node, index.take(), ast::Context::Load);
                continue;
            }
            break;
        }
        default: return node;
        }
        tokens_.reset(before);
        return node;
    }
}

// slice !',' | ','.(slice | starred_expression)+ [',']
Parser::Match<Parser::Expression> Parser::slices() {
    Nesting nesting(*this);
    if (!nesting) return no_match;
    const std::uint32_t start = here();
    Expression* first = TRY(at(Kind::Star) ? starred_expression() : slice());
    if (!at(Kind::Comma) && !ast::is<ast::Starred>(first)) return first;
    List<Expression> elements(*this);
    elements.add(first);
    while (accept(Kind::Comma)) {
        auto next = optional([this] { return at(Kind::Star) ? starred_expression() : slice(); });
        if (!next) break;
        elements.add(next.take());
    }
    return make<ast::Tuple>(start, elements.take(), ast::Context::Load);
}

// [expression] ':' [expression] [':' [expression]] | named_expression
Parser::Match<Parser::Expression> Parser::slice() {
    const std::uint32_t start = here();
    const Position begin = tokens_.position();
    Expression* lower = nullptr;
    if (!at(Kind::Colon)) {
        if (invalid_rules_) {
            // The order in which mistakes are found: as a slice first.
            auto bound = expression();
            if (!bound || !at(Kind::Colon)) {
                tokens_.reset(begin);
                return named_expression();
            }
            lower = bound.take();
        } else {
            lower = TRY(named_expression());
            if (!at(Kind::Colon)) return lower;
            if (ast::is<ast::NamedExpr>(lower) && lower->span.start == start) return no_match;
        }
    }
    tokens_.advance();
    auto bound = [this] { return expression(); };
    auto upper = optional(bound);
    Match<Expression> step = no_match;
    if (accept(Kind::Colon)) step = optional(bound);
    return make<ast::Slice>(start, lower, upper ? upper.take() : nullptr, step ? step.take() : nullptr);
}

// '*' expression; a lone star is a mistake that CPython reports at once, whether or not it looks for mistakes.
Parser::Match<Parser::Expression> Parser::starred_expression() {
    if (invalid_rules_) invalid_starred_expression_unpacking();
    const std::uint32_t start = here();
    TRY(expect(Kind::Star));
    auto value = expression();
    if (!value) return raise_at_last(SyntaxMessage::InvalidStarExpression);
    return make<ast::Starred>(start, value.take(), ast::Context::Load);
}

} // namespace mp
