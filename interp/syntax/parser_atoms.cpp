// Atoms: names, literals, and what stands in brackets (language reference 6.2).
//
// What a bracket begins shows only behind its first element. The first pass reads that element once and goes on from
// there; with invalid rules on, the forms are tried one after the other in CPython's order, because that decides which
// mistake is found first.
#include "interp/syntax/parser.h"

namespace mp {

Parser::Match<Parser::Expression> Parser::atom() {
    const Token& token = tokens_.current();
    using Value = ast::ConstantValue::Kind;
    switch (token.kind) {
    case Kind::Name: {
        auto* name = ast::make<ast::Name>(arena_, token.span, intern(token.text), ast::Context::Load);
        tokens_.advance();
        tokens_.kind(); // what follows a name is always looked at
        return name;
    }
    case Kind::KwTrue: return constant(Value::True);
    case Kind::KwFalse: return constant(Value::False);
    case Kind::KwNone: return constant(Value::None);
    case Kind::Ellipsis: return constant(Value::Ellipsis);
    case Kind::String:
    case Kind::Bytes:
    case Kind::FStringStart: return strings();
    case Kind::Number: return number();
    case Kind::LeftParen: return memoized(Memo::Atom, [this] { return parenthesized(); });
    case Kind::LeftBracket: return memoized(Memo::Atom, [this] { return bracketed(); });
    case Kind::LeftBrace: return memoized(Memo::Atom, [this] { return braced(); });
    default: return no_match;
    }
}

Parser::Match<Parser::Expression> Parser::constant(ast::ConstantValue::Kind kind) {
    const std::uint32_t start = here();
    tokens_.advance();
    ast::ConstantValue value;
    value.kind = kind;
    return make<ast::Constant>(start, value);
}

Parser::Match<Parser::Expression> Parser::number() {
    const Token token = tokens_.current();
    LiteralContext context = literal_context(error_);
    auto parsed = parse_number(token.text, token.span, context);
    if (!parsed) return raise_literal_error();
    const NumberValue number = parsed.take();
    ast::ConstantValue value;
    switch (number.kind) {
    case NumberValue::Kind::Int:
        value.kind = ast::ConstantValue::Kind::Int;
        value.integer = number.integer;
        break;
    case NumberValue::Kind::BigInt:
        value.kind = ast::ConstantValue::Kind::BigInt;
        value.base = number.base;
        value.text = number.digits;
        break;
    case NumberValue::Kind::Float:
        value.kind = ast::ConstantValue::Kind::Float;
        value.number = number.real;
        break;
    case NumberValue::Kind::Imaginary:
        value.kind = ast::ConstantValue::Kind::Complex;
        value.number = number.real;
        break;
    }
    tokens_.advance();
    return ast::make<ast::Constant>(arena_, token.span, value);
}

// ---- ( ) ------------------------------------------------------------------------------------------------------------

// tuple | group | genexp
Parser::Match<Parser::Expression> Parser::parenthesized() {
    Nesting nesting(*this);
    if (!nesting) return no_match;
    const Position begin = tokens_.position();
    if (invalid_rules_) {
        if (auto node = tuple()) return node;
        tokens_.reset(begin);
        if (auto node = group()) return node;
        tokens_.reset(begin);
        return generator_expression();
    }
    const std::uint32_t start = here();
    tokens_.advance();
    if (accept(Kind::RightParen)) return make<ast::Tuple>(start, ast::Seq<Expression>(), ast::Context::Load);
    if (at(Kind::KwYield)) {
        Expression* value = TRY(yield_expression());
        TRY(expect(Kind::RightParen));
        return value;
    }
    Expression* first = TRY(star_named_expression());
    switch (tokens_.kind()) {
    case Kind::RightParen:
        if (ast::is<ast::Starred>(first)) return no_match;
        tokens_.advance();
        return first;
    case Kind::Comma: {
        tokens_.advance();
        List<Expression> elements(*this);
        elements.add(first);
        star_named_expressions(elements);
        TRY(expect(Kind::RightParen));
        return make<ast::Tuple>(start, elements.take(), ast::Context::Load);
    }
    case Kind::KwFor:
    case Kind::KwAsync: {
        if (ast::is<ast::Starred>(first)) return no_match;
        ast::Seq<ast::Comprehension> clauses = TRY(for_if_clauses());
        TRY(expect(Kind::RightParen));
        return make<ast::GeneratorExp>(start, first, clauses);
    }
    default: return no_match;
    }
}

// '(' [star_named_expression ',' [star_named_expressions]] ')'
Parser::Match<Parser::Expression> Parser::tuple() {
    const std::uint32_t start = here();
    TRY(expect(Kind::LeftParen));
    List<Expression> elements(*this);
    auto first = optional([this]() -> Match<Expression> {
        Expression* element = TRY(star_named_expression());
        TRY(expect(Kind::Comma));
        return element;
    });
    if (first) {
        elements.add(first.take());
        star_named_expressions(elements);
    }
    TRY(expect(Kind::RightParen));
    return make<ast::Tuple>(start, elements.take(), ast::Context::Load);
}

// '(' (yield_expr | named_expression) ')' | invalid_group
Parser::Match<Parser::Expression> Parser::group() {
    const Position begin = tokens_.position();
    TRY(expect(Kind::LeftParen));
    auto inner = at(Kind::KwYield) ? yield_expression() : named_expression();
    if (inner && accept(Kind::RightParen)) return inner;
    if (invalid_rules_) {
        tokens_.reset(begin);
        invalid_group();
    }
    return no_match;
}

// '(' (assignment_expression | expression !':=') for_if_clauses ')' | invalid_comprehension
Parser::Match<Parser::Expression> Parser::generator_expression() {
    return memoized(Memo::GenExp, [this]() -> Match<Expression> {
        const Position begin = tokens_.position();
        auto generator = [this]() -> Match<Expression> {
            const std::uint32_t start = here();
            TRY(expect(Kind::LeftParen));
            auto element = optional([this] { return assignment_expression(); });
            Expression* node = element ? element.take() : TRY(plain_expression());
            ast::Seq<ast::Comprehension> clauses = TRY(for_if_clauses());
            TRY(expect(Kind::RightParen));
            return make<ast::GeneratorExp>(start, node, clauses);
        }();
        if (!generator && invalid_rules_) {
            tokens_.reset(begin);
            invalid_comprehension();
        }
        return generator;
    });
}

// ---- [ ] ------------------------------------------------------------------------------------------------------------

// list | listcomp
Parser::Match<Parser::Expression> Parser::bracketed() {
    Nesting nesting(*this);
    if (!nesting) return no_match;
    const Position begin = tokens_.position();
    if (invalid_rules_) {
        if (auto node = list()) return node;
        tokens_.reset(begin);
        return list_comprehension();
    }
    const std::uint32_t start = here();
    tokens_.advance();
    List<Expression> elements(*this);
    if (!accept(Kind::RightBracket)) {
        Expression* first = TRY(star_named_expression());
        if ((at(Kind::KwFor) || at(Kind::KwAsync)) && !ast::is<ast::Starred>(first)) {
            ast::Seq<ast::Comprehension> clauses = TRY(for_if_clauses());
            TRY(expect(Kind::RightBracket));
            return make<ast::ListComp>(start, first, clauses);
        }
        elements.add(first);
        if (accept(Kind::Comma)) star_named_expressions(elements);
        TRY(expect(Kind::RightBracket));
    }
    return make<ast::List>(start, elements.take(), ast::Context::Load);
}

// '[' [star_named_expressions] ']'
Parser::Match<Parser::Expression> Parser::list() {
    const std::uint32_t start = here();
    TRY(expect(Kind::LeftBracket));
    List<Expression> elements(*this);
    star_named_expressions(elements);
    TRY(expect(Kind::RightBracket));
    return make<ast::List>(start, elements.take(), ast::Context::Load);
}

// '[' named_expression for_if_clauses ']' | invalid_comprehension
Parser::Match<Parser::Expression> Parser::list_comprehension() {
    const Position begin = tokens_.position();
    auto comprehension = [this]() -> Match<Expression> {
        const std::uint32_t start = here();
        TRY(expect(Kind::LeftBracket));
        Expression* element = TRY(named_expression());
        ast::Seq<ast::Comprehension> clauses = TRY(for_if_clauses());
        TRY(expect(Kind::RightBracket));
        return make<ast::ListComp>(start, element, clauses);
    }();
    if (!comprehension && invalid_rules_) {
        tokens_.reset(begin);
        invalid_comprehension();
    }
    return comprehension;
}

// ---- { } ------------------------------------------------------------------------------------------------------------

// dict | set | dictcomp | setcomp
Parser::Match<Parser::Expression> Parser::braced() {
    Nesting nesting(*this);
    if (!nesting) return no_match;
    const Position begin = tokens_.position();
    if (invalid_rules_) {
        if (auto node = dict()) return node;
        tokens_.reset(begin);
        if (auto node = set()) return node;
        tokens_.reset(begin);
        if (auto node = dict_comprehension()) return node;
        tokens_.reset(begin);
        return set_comprehension();
    }
    auto display = dict_or_set();
    if (!display) {
        // CPython looks for these mistakes in the first pass already.
        remember();
        tokens_.reset(begin + 1);
        invalid_double_starred_kvpairs();
    }
    return display;
}

Parser::Match<Parser::Expression> Parser::dict_or_set() {
    const std::uint32_t start = here();
    tokens_.advance();
    List<Expression> elements(*this);
    if (at(Kind::RightBrace) || at(Kind::DoubleStar)) {
        double_starred_kvpairs(elements);
        TRY(expect(Kind::RightBrace));
        return make_dict(start, elements);
    }
    const std::uint32_t first_start = here();
    Expression* first = TRY(star_named_expression());
    if (at(Kind::Colon)) {
        const bool assignment = ast::is<ast::NamedExpr>(first) && first->span.start == first_start;
        if (assignment || ast::is<ast::Starred>(first)) return no_match;
        tokens_.advance();
        Expression* value = TRY(expression());
        if (at(Kind::KwFor) || at(Kind::KwAsync)) {
            ast::Seq<ast::Comprehension> clauses = TRY(for_if_clauses());
            TRY(expect(Kind::RightBrace));
            return make<ast::DictComp>(start, first, value, clauses);
        }
        elements.add(first);
        elements.add(value);
        if (accept(Kind::Comma)) double_starred_kvpairs(elements);
        TRY(expect(Kind::RightBrace));
        return make_dict(start, elements);
    }
    if ((at(Kind::KwFor) || at(Kind::KwAsync)) && !ast::is<ast::Starred>(first)) {
        ast::Seq<ast::Comprehension> clauses = TRY(for_if_clauses());
        TRY(expect(Kind::RightBrace));
        return make<ast::SetComp>(start, first, clauses);
    }
    elements.add(first);
    if (accept(Kind::Comma)) star_named_expressions(elements);
    TRY(expect(Kind::RightBrace));
    return make<ast::Set>(start, elements.take());
}

// '{' [double_starred_kvpairs] '}' | '{' invalid_double_starred_kvpairs '}'
Parser::Match<Parser::Expression> Parser::dict() {
    const Position begin = tokens_.position();
    const std::uint32_t start = here();
    TRY(expect(Kind::LeftBrace));
    List<Expression> pairs(*this);
    double_starred_kvpairs(pairs);
    if (accept(Kind::RightBrace)) return make_dict(start, pairs);
    tokens_.reset(begin + 1);
    if (invalid_rules_) invalid_double_starred_kvpairs();
    return no_match;
}

// '{' star_named_expressions '}'
Parser::Match<Parser::Expression> Parser::set() {
    const std::uint32_t start = here();
    TRY(expect(Kind::LeftBrace));
    List<Expression> elements(*this);
    if (!star_named_expressions(elements)) return no_match;
    TRY(expect(Kind::RightBrace));
    return make<ast::Set>(start, elements.take());
}

// '{' kvpair for_if_clauses '}' | invalid_dict_comprehension
Parser::Match<Parser::Expression> Parser::dict_comprehension() {
    const Position begin = tokens_.position();
    auto comprehension = [this]() -> Match<Expression> {
        const std::uint32_t start = here();
        TRY(expect(Kind::LeftBrace));
        List<Expression> pair(*this);
        if (!kvpair(pair)) return no_match;
        ast::Seq<ast::Comprehension> clauses = TRY(for_if_clauses());
        TRY(expect(Kind::RightBrace));
        return make<ast::DictComp>(start, pair[0], pair[1], clauses);
    }();
    if (!comprehension && invalid_rules_) {
        tokens_.reset(begin);
        invalid_dict_comprehension();
    }
    return comprehension;
}

// '{' named_expression for_if_clauses '}' | invalid_comprehension
Parser::Match<Parser::Expression> Parser::set_comprehension() {
    const Position begin = tokens_.position();
    auto comprehension = [this]() -> Match<Expression> {
        const std::uint32_t start = here();
        TRY(expect(Kind::LeftBrace));
        Expression* element = TRY(named_expression());
        ast::Seq<ast::Comprehension> clauses = TRY(for_if_clauses());
        TRY(expect(Kind::RightBrace));
        return make<ast::SetComp>(start, element, clauses);
    }();
    if (!comprehension && invalid_rules_) {
        tokens_.reset(begin);
        invalid_comprehension();
    }
    return comprehension;
}

// ','.double_starred_kvpair+ [',']
bool Parser::double_starred_kvpairs(List<Expression>& into) {
    std::size_t before = into.size();
    do {
        Position begin = tokens_.position();
        if (!double_starred_kvpair(into)) {
            tokens_.reset(begin);
            break;
        }
    } while (accept(Kind::Comma));
    return into.size() > before;
}

// '**' bitwise_or | kvpair
bool Parser::double_starred_kvpair(List<Expression>& into) {
    if (!accept(Kind::DoubleStar)) return kvpair(into);
    auto mapping = bitwise_or();
    if (!mapping) return false;
    into.add(nullptr);
    into.add(mapping.take());
    return true;
}

// expression ':' expression
bool Parser::kvpair(List<Expression>& into) {
    auto key = expression();
    if (!key || !accept(Kind::Colon)) return false;
    auto value = expression();
    if (!value) return false;
    into.add(key.take());
    into.add(value.take());
    return true;
}

Parser::Expression* Parser::make_dict(std::uint32_t start, const List<Expression>& pairs) {
    const std::size_t count = pairs.size() / 2;
    auto keys = arena_.make_array<Expression*>(count);
    auto values = arena_.make_array<Expression*>(count);
    for (std::size_t i = 0; i < count; ++i) {
        keys[i] = pairs[2 * i];
        values[i] = pairs[2 * i + 1];
    }
    return make<ast::Dict>(start, ast::Seq<Expression>(keys), ast::Seq<Expression>(values));
}

// ---- comprehensions -------------------------------------------------------------------------------------------------

// for_if_clause+
Result<ast::Seq<ast::Comprehension>> Parser::for_if_clauses() {
    List<ast::Comprehension> clauses(*this);
    while (at(Kind::KwFor) || at(Kind::KwAsync)) {
        auto clause = optional([this] { return for_if_clause(); });
        if (!clause) break;
        clauses.add(clause.take());
    }
    if (clauses.empty()) return no_match;
    return clauses.take();
}

// ['async'] 'for' star_targets 'in' ~ disjunction ('if' disjunction)* | invalid_for_if_clause | invalid_for_target
Parser::Match<ast::Comprehension> Parser::for_if_clause() {
    const std::uint32_t start = here();
    const Position begin = tokens_.position();
    const bool is_async = accept(Kind::KwAsync);
    TRY(expect(Kind::KwFor));
    auto target = star_targets();
    if (!target || !accept(Kind::KwIn)) {
        tokens_.reset(begin);
        remember();
        invalid_for_if_clause(); // in the first pass too, as in CPython
        if (invalid_rules_) invalid_for_target();
        return no_match;
    }
    Expression* iter = TRY(disjunction());
    List<Expression> conditions(*this);
    for (;;) {
        auto condition = optional([this]() -> Match<Expression> {
            TRY(expect(Kind::KwIf));
            return disjunction();
        });
        if (!condition) break;
        conditions.add(condition.take());
    }
    return make<ast::Comprehension>(start, target.take(), iter, conditions.take(), is_async);
}

} // namespace mp
