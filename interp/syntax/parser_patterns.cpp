// Patterns (PEP 634; language reference 8.6.4).
#include "interp/syntax/parser.h"

namespace mp {

// open_sequence_pattern | pattern
Parser::Match<Parser::Pattern> Parser::patterns() {
    const std::uint32_t start = here();
    Pattern* first = TRY(maybe_star_pattern());
    if (accept(Kind::Comma)) {
        List<Pattern> elements(*this);
        elements.add(first);
        sequence_elements(elements);
        return make<ast::MatchSequence>(start, elements.take());
    }
    if (ast::is<ast::MatchStar>(first)) return no_match;
    return first;
}

// ','.maybe_star_pattern+ [','], or nothing
void Parser::sequence_elements(List<Pattern>& into) {
    do {
        auto next = optional([this] { return maybe_star_pattern(); });
        if (!next) return;
        into.add(next.take());
    } while (accept(Kind::Comma));
}

// '*' (capture_target | "_") | pattern
Parser::Match<Parser::Pattern> Parser::maybe_star_pattern() {
    if (!at(Kind::Star)) return pattern();
    const std::uint32_t start = here();
    tokens_.advance();
    if (at_name("_")) {
        tokens_.advance();
        return make<ast::MatchStar>(start);
    }
    ast::Identifier name = TRY(capture_target());
    return make<ast::MatchStar>(start, name);
}

// or_pattern 'as' capture_target | invalid_as_pattern | or_pattern
Parser::Match<Parser::Pattern> Parser::pattern() {
    Nesting nesting(*this);
    if (!nesting) return no_match;
    const std::uint32_t start = here();
    Pattern* inner = TRY(or_pattern());
    if (!at(Kind::KwAs)) return inner;
    auto name = optional([this]() -> Result<ast::Identifier> {
        TRY(expect(Kind::KwAs));
        return capture_target();
    });
    if (name) return make<ast::MatchAs>(start, inner, name.take());
    if (invalid_rules_) invalid_as_pattern();
    return inner;
}

// !"_" NAME !('.' | '(' | '=')
Result<ast::Identifier> Parser::capture_target() {
    if (at_name("_")) return no_match;
    ast::Identifier name = TRY(expect_name());
    if (at(Kind::Dot) || at(Kind::LeftParen) || at(Kind::Equal)) return no_match;
    return name;
}

// '|'.closed_pattern+
Parser::Match<Parser::Pattern> Parser::or_pattern() {
    const std::uint32_t start = here();
    Pattern* first = TRY(closed_pattern());
    if (!at(Kind::Bar)) return first;
    List<Pattern> alternatives(*this);
    alternatives.add(first);
    for (;;) {
        auto next = optional([this]() -> Match<Pattern> {
            TRY(expect(Kind::Bar));
            return closed_pattern();
        });
        if (!next) break;
        alternatives.add(next.take());
    }
    if (alternatives.size() == 1) return first;
    return make<ast::MatchOr>(start, alternatives.take());
}

Parser::Match<Parser::Pattern> Parser::closed_pattern() {
    return memoized(Memo::ClosedPattern, [this] { return parse_closed_pattern(); });
}

Parser::Match<Parser::Pattern> Parser::parse_closed_pattern() {
    const std::uint32_t start = here();
    auto singleton_pattern = [&](ast::ConstantValue::Kind kind) {
        tokens_.advance();
        ast::ConstantValue value;
        value.kind = kind;
        return make<ast::MatchSingleton>(start, value);
    };
    switch (tokens_.kind()) {
    case Kind::Number:
    case Kind::Minus:
    case Kind::String:
    case Kind::Bytes:
    case Kind::FStringStart: {
        Expression* value = TRY(literal_expression());
        return make<ast::MatchValue>(start, value);
    }
    case Kind::KwNone: return singleton_pattern(ast::ConstantValue::Kind::None);
    case Kind::KwTrue: return singleton_pattern(ast::ConstantValue::Kind::True);
    case Kind::KwFalse: return singleton_pattern(ast::ConstantValue::Kind::False);
    case Kind::Name: return name_pattern();
    case Kind::LeftParen: return group_or_sequence_pattern();
    case Kind::LeftBracket: {
        tokens_.advance();
        List<Pattern> elements(*this);
        sequence_elements(elements);
        TRY(expect(Kind::RightBracket));
        return make<ast::MatchSequence>(start, elements.take());
    }
    case Kind::LeftBrace: return mapping_pattern();
    default: return no_match;
    }
}

// signed_number !('+' | '-') | complex_number | strings | 'None' | 'True' | 'False'
Parser::Match<Parser::Expression> Parser::literal_expression() {
    using Value = ast::ConstantValue::Kind;
    switch (tokens_.kind()) {
    case Kind::Number:
    case Kind::Minus: return number_expression();
    case Kind::String:
    case Kind::Bytes:
    case Kind::FStringStart: return strings();
    case Kind::KwNone: return constant(Value::None);
    case Kind::KwTrue: return constant(Value::True);
    case Kind::KwFalse: return constant(Value::False);
    default: return no_match;
    }
}

// ['-'] NUMBER [('+' | '-') NUMBER], where the first of two is real and the second imaginary
Parser::Match<Parser::Expression> Parser::number_expression() {
    const std::uint32_t start = here();
    const bool negative = accept(Kind::Minus);
    if (!at(Kind::Number)) return no_match;
    auto* real = static_cast<ast::Constant*>(TRY(number()));
    Expression* left = real;
    if (negative) left = make<ast::UnaryOp>(start, ast::UnaryOperator::USub, left);
    if (!at(Kind::Plus) && !at(Kind::Minus)) return left;

    if (real->value.kind == ast::ConstantValue::Kind::Complex) return raise(real->span, SyntaxMessage::RealRequired);
    const auto op = at(Kind::Plus) ? ast::BinaryOperator::Add : ast::BinaryOperator::Sub;
    tokens_.advance();
    if (!at(Kind::Number)) return no_match;
    auto* imaginary = static_cast<ast::Constant*>(TRY(number()));
    if (imaginary->value.kind != ast::ConstantValue::Kind::Complex)
        return raise(imaginary->span, SyntaxMessage::ImaginaryRequired);
    return make<ast::BinOp>(start, left, op, static_cast<Expression*>(imaginary));
}

// capture_pattern | wildcard_pattern | value_pattern | class_pattern
Parser::Match<Parser::Pattern> Parser::name_pattern() {
    const std::uint32_t start = here();
    if (at_name("_")) {
        tokens_.advance();
        return make<ast::MatchAs>(start);
    }
    if (auto name = optional([this] { return capture_target(); }))
        return make<ast::MatchAs>(start, nullptr, name.take());
    Expression* value = TRY(name_or_attribute());
    if (at(Kind::LeftParen)) return class_pattern(start, value);
    if (at(Kind::Equal) || !ast::is<ast::Attribute>(value)) return no_match;
    return make<ast::MatchValue>(start, value);
}

// '.'.NAME+
Parser::Match<Parser::Expression> Parser::name_or_attribute() {
    const std::uint32_t start = here();
    ast::Identifier id = TRY(expect_name());
    Expression* node = make<ast::Name>(start, id, ast::Context::Load);
    while (at(Kind::Dot)) {
        auto attribute = optional([this]() -> Result<ast::Identifier> {
            tokens_.advance();
            return expect_name();
        });
        if (!attribute) break;
        node = make<ast::Attribute>(start, node, attribute.take(), ast::Context::Load);
    }
    if (at(Kind::Dot)) return no_match;
    return node;
}

// '(' pattern ')' | '(' [maybe_star_pattern ',' [sequence elements]] ')'
Parser::Match<Parser::Pattern> Parser::group_or_sequence_pattern() {
    const std::uint32_t start = here();
    tokens_.advance();
    if (accept(Kind::RightParen)) return make<ast::MatchSequence>(start);
    Pattern* first = TRY(maybe_star_pattern());
    if (!at(Kind::Comma)) {
        if (ast::is<ast::MatchStar>(first)) return no_match;
        TRY(expect(Kind::RightParen));
        return first;
    }
    tokens_.advance();
    List<Pattern> elements(*this);
    elements.add(first);
    sequence_elements(elements);
    TRY(expect(Kind::RightParen));
    return make<ast::MatchSequence>(start, elements.take());
}

// '{' ','.((literal_expr | attr) ':' pattern)* [',' '**' capture_target] [','] '}'
Parser::Match<Parser::Pattern> Parser::mapping_pattern() {
    const std::uint32_t start = here();
    tokens_.advance();
    List<ast::Node> pairs(*this); // key and pattern in turn
    ast::Identifier rest;
    while (!at(Kind::RightBrace)) {
        if (accept(Kind::DoubleStar)) {
            rest = TRY(capture_target());
            accept(Kind::Comma);
            break;
        }
        Expression* key;
        if (at(Kind::Name)) {
            key = TRY(name_or_attribute());
            if (!ast::is<ast::Attribute>(key)) return no_match;
        } else {
            key = TRY(literal_expression());
        }
        TRY(expect(Kind::Colon));
        Pattern* value = TRY(pattern());
        pairs.add(key);
        pairs.add(value);
        if (!accept(Kind::Comma)) break;
    }
    TRY(expect(Kind::RightBrace));
    List<ast::Node> sorted(*this);
    for (std::size_t i = 0; i < pairs.size(); i += 2) sorted.add(pairs[i]);
    auto keys = sorted.take_as<Expression>();
    sorted.shrink(0);
    for (std::size_t i = 1; i < pairs.size(); i += 2) sorted.add(pairs[i]);
    return make<ast::MatchMapping>(start, keys, sorted.take_as<Pattern>(), rest);
}

// name_or_attr '(' [positional_patterns] [keyword_patterns] [','] ')' | invalid_class_pattern
Parser::Match<Parser::Pattern> Parser::class_pattern(std::uint32_t start, Expression* cls) {
    const Position begin = tokens_.position();
    auto node = [&]() -> Match<Pattern> {
        tokens_.advance();
        List<Pattern> patterns(*this);
        if (positional_patterns(patterns) && !at(Kind::RightParen)) TRY(expect(Kind::Comma));
        ast::Seq<Pattern> positional = patterns.take();
        patterns.shrink(0);
        List<ast::Node> pairs(*this);
        if (keyword_patterns(pairs)) accept(Kind::Comma);
        TRY(expect(Kind::RightParen));
        const std::size_t count = pairs.size() / 2;
        auto names = arena_.make_array<ast::Identifier>(count);
        auto values = arena_.make_array<Pattern*>(count);
        for (std::size_t i = 0; i < count; ++i) {
            names[i] = static_cast<ast::Name*>(pairs[2 * i])->id;
            values[i] = static_cast<Pattern*>(pairs[2 * i + 1]);
        }
        return make<ast::MatchClass>(start, cls, positional, ast::Values<ast::Identifier>(names),
                                     ast::Seq<Pattern>(values));
    }();
    if (!node && invalid_rules_) {
        tokens_.reset(begin);
        invalid_class_pattern();
    }
    return node;
}

bool Parser::positional_patterns(List<Pattern>& into) {
    for (;;) {
        auto next = optional([&]() -> Match<Pattern> {
            if (!into.empty()) TRY(expect(Kind::Comma));
            return pattern();
        });
        if (!next) return !into.empty();
        into.add(next.take());
    }
}

bool Parser::keyword_patterns(List<ast::Node>& into) {
    for (;;) {
        const std::uint32_t start = here();
        ast::Identifier name;
        auto next = optional([&]() -> Match<Pattern> {
            if (!into.empty()) TRY(expect(Kind::Comma));
            name = TRY(expect_name());
            TRY(expect(Kind::Equal));
            return pattern();
        });
        if (!next) return !into.empty();
        into.add(make<ast::Name>(start, name, ast::Context::Store));
        into.add(next.take());
    }
}

} // namespace mp
