// Known mistakes in expressions: the `invalid_...` rules of CPython's grammar that concern them, in its order. See
// parser.h for when they run.
#include "interp/syntax/expression_names.h"
#include "interp/syntax/parser.h"

namespace mp {

namespace {

Span cover(const ast::Node* first, const ast::Node* last) { return {first->span.start, last->span.end}; }

// CPython 3.13 compares only as many characters as the name has, so `c` and `ty` count too.
bool is_soft_keyword(const Token& token) {
    if (token.kind != TokenKind::Name) return false;
    for (std::string_view keyword : {"_", "case", "match", "type"})
        if (keyword.starts_with(token.text)) return true;
    return false;
}

// What had statements of its own in Python 2.
const ast::Name* legacy_statement(const ast::Expression* node) {
    const auto* name = ast::try_as<ast::Name>(node);
    return name && (name->id == "print" || name->id == "exec") ? name : nullptr;
}

} // namespace

void Parser::invalid_expression() {
    const Kind kind = tokens_.kind();
    if (kind == Kind::KwLambda) {
        // 'lambda' [params] ':' &FSTRING_MIDDLE: the colon was taken for the field's
        Lookahead look(*this);
        const Span keyword = tokens_.current().span;
        tokens_.advance();
        skip([this] { return params(lambda_style); });
        if (!at(Kind::Colon)) return;
        const Span colon = tokens_.current().span;
        tokens_.advance();
        if (at(Kind::FStringMiddle)) raise(Span::cover(keyword, colon), SyntaxMessage::FieldLambda);
        return;
    }
    // !(NAME STRING | SOFT_KEYWORD) disjunction expression_without_invalid: two expressions side by side. Not where a
    // string may have got a wrong prefix, and only in brackets.
    bool may_lack_comma = !is_soft_keyword(tokens_.current());
    if (kind == Kind::Name) {
        const Kind next = tokens_.following().kind;
        if (next == Kind::String || next == Kind::Bytes) may_lack_comma = false;
    }
    Lookahead look(*this);
    auto first = disjunction();
    if (!first) return;
    const Position behind_first = tokens_.position();
    if (may_lack_comma) {
        if (auto second = expression_without_invalid()) {
            if (!legacy_statement(first.peek()) && tokens_.previous_level() > 0)
                raise(cover(first.peek(), second.peek()), SyntaxMessage::ForgotComma);
            return;
        }
        tokens_.reset(behind_first);
    }
    // disjunction 'if' disjunction !('else' | ':')
    if (!accept(Kind::KwIf)) return;
    auto test = disjunction();
    if (test && !at(Kind::KwElse) && !at(Kind::Colon))
        raise(cover(first.peek(), test.peek()), SyntaxMessage::ExpectedElse);
}

// NAME !'(' star_expressions
void Parser::invalid_legacy_expression() {
    if (!at(Kind::Name) || tokens_.following().kind == Kind::LeftParen) return;
    Lookahead look(*this);
    const Token name = tokens_.current();
    tokens_.advance();
    auto operand = star_expressions();
    if (operand && (name.text == "print" || name.text == "exec"))
        raise({name.span.start, operand.peek()->span.end}, SyntaxMessage::MissingCallParentheses,
              {name.text, name.text});
}

void Parser::invalid_named_expression() {
    const std::uint64_t key = std::uint64_t(tokens_.position()) << 16 | std::uint64_t(Memo::InvalidNamedExpression)
                                                                            << 1;
    if (!memo_.try_emplace(key, Remembered{nullptr, 0}).second) return;
    Lookahead look(*this);
    // expression ':=' expression
    if (auto target = expression(); target && accept(Kind::ColonEqual)) {
        if (expression()) {
            raise(target.peek()->span, SyntaxMessage::CannotUseNamedExpression, {expression_name(*target.peek())});
            return;
        }
    }
    // NAME '=' bitwise_or !('=' | ':=')
    look.again();
    if (at(Kind::Name)) {
        const Span name = tokens_.current().span;
        tokens_.advance();
        if (accept(Kind::Equal)) {
            if (auto value = bitwise_or(); value && !at(Kind::Equal) && !at(Kind::ColonEqual)) {
                raise(Span::cover(name, value.peek()->span), SyntaxMessage::EqualInsteadOfComparison);
                return;
            }
        }
    }
    // !(list | tuple | genexp | 'True' | 'None' | 'False') bitwise_or '=' bitwise_or !('=' | ':=')
    look.again();
    if (at(Kind::KwTrue) || at(Kind::KwNone) || at(Kind::KwFalse)) return;
    if (at(Kind::LeftBracket) && list()) return;
    look.again();
    if (at(Kind::LeftParen)) {
        if (tuple()) return;
        look.again();
        if (generator_expression()) return;
    }
    look.again();
    auto target = bitwise_or();
    if (!target || !accept(Kind::Equal)) return;
    auto value = bitwise_or();
    if (value && !at(Kind::Equal) && !at(Kind::ColonEqual))
        raise(target.peek()->span, SyntaxMessage::CannotAssignHere, {expression_name(*target.peek())});
}

// sum ('+' | '-' | '*' | '/' | '%' | '//' | '@') . 'not' inversion
void Parser::invalid_arithmetic() {
    if (!at(Kind::KwNot)) return;
    const Span keyword = tokens_.current().span;
    Lookahead look(*this);
    tokens_.advance();
    if (auto operand = inversion()) raise(Span::cover(keyword, operand.peek()->span), SyntaxMessage::NotAfterOperator);
}

// ('+' | '-' | '~') . 'not' factor
void Parser::invalid_factor() {
    if (!at(Kind::KwNot)) return;
    const Span keyword = tokens_.current().span;
    Lookahead look(*this);
    tokens_.advance();
    if (auto operand = factor()) raise(Span::cover(keyword, operand.peek()->span), SyntaxMessage::NotAfterOperator);
}

// '(' starred_expression ')' | '(' '**' expression ')'
void Parser::invalid_group() {
    Lookahead look(*this);
    if (!accept(Kind::LeftParen)) return;
    if (at(Kind::Star)) {
        auto starred = starred_expression();
        if (starred && at(Kind::RightParen)) raise(starred.peek()->span, SyntaxMessage::StarredInGroup);
        return;
    }
    const Span stars = tokens_.current().span;
    if (accept(Kind::DoubleStar) && expression() && at(Kind::RightParen))
        raise(stars, SyntaxMessage::DoubleStarredInGroup);
}

void Parser::invalid_comprehension() {
    Lookahead look(*this);
    const bool parenthesis = at(Kind::LeftParen);
    const Position element = tokens_.position() + 1;
    // ('[' | '(' | '{') starred_expression for_if_clauses
    tokens_.reset(element);
    if (at(Kind::Star)) {
        auto starred = starred_expression();
        if (starred && for_if_clauses()) {
            raise(starred.peek()->span, SyntaxMessage::UnpackingInComprehension);
            return;
        }
    }
    // ('[' | '{') star_named_expression ',' star_named_expressions for_if_clauses
    if (parenthesis) return;
    tokens_.reset(element);
    auto first = star_named_expression();
    if (!first || !at(Kind::Comma)) return;
    const Span comma = tokens_.current().span;
    tokens_.advance();
    const Position behind_comma = tokens_.position();
    {
        List<Expression> more(*this);
        if (star_named_expressions(more) && for_if_clauses()) {
            raise(cover(first.peek(), more.back()), SyntaxMessage::ComprehensionTarget);
            return;
        }
    }
    // ('[' | '{') star_named_expression ',' for_if_clauses
    tokens_.reset(behind_comma);
    if (for_if_clauses()) raise(Span::cover(first.peek()->span, comma), SyntaxMessage::ComprehensionTarget);
}

// '{' '**' bitwise_or for_if_clauses '}'
void Parser::invalid_dict_comprehension() {
    Lookahead look(*this);
    if (!accept(Kind::LeftBrace)) return;
    const Span stars = tokens_.current().span;
    if (accept(Kind::DoubleStar) && bitwise_or() && for_if_clauses() && at(Kind::RightBrace))
        raise(stars, SyntaxMessage::UnpackingInDictComprehension);
}

// ['async'] 'for' (bitwise_or (',' bitwise_or)* [',']) !'in'
void Parser::invalid_for_if_clause() {
    Lookahead look(*this);
    accept(Kind::KwAsync);
    if (!accept(Kind::KwFor) || !bitwise_or()) return;
    while (accept(Kind::Comma))
        if (!optional([this] { return bitwise_or(); })) break;
    if (!at(Kind::KwIn)) raise_at_last(SyntaxMessage::ExpectedInAfterFor);
}

// ['async'] 'for' star_expressions
void Parser::invalid_for_target() {
    Lookahead look(*this);
    accept(Kind::KwAsync);
    if (!accept(Kind::KwFor)) return;
    if (auto target = star_expressions()) raise_invalid_target(TargetKind::For, *target.peek());
}

// Behind '{'.
void Parser::invalid_double_starred_kvpairs() {
    Lookahead look(*this);
    // ','.double_starred_kvpair+ ',' invalid_kvpair
    {
        List<Expression> pairs(*this);
        Position end = tokens_.position();
        bool comma = false;
        do {
            Position begin = tokens_.position();
            if (!double_starred_kvpair(pairs)) {
                tokens_.reset(begin);
                break;
            }
            comma = at(Kind::Comma);
            end = tokens_.position();
        } while (accept(Kind::Comma));
        if (comma) {
            tokens_.reset(end + 1);
            invalid_kvpair();
            if (raised()) return;
        }
    }
    look.again();
    invalid_kvpair_value();
}

void Parser::invalid_kvpair() {
    // expression !':'
    {
        Lookahead look(*this);
        if (auto key = expression(); key && !at(Kind::Colon)) {
            // CPython puts it on the key's last character, without an end.
            const Span span = key.peek()->span;
            if (!raised()) {
                raise({span.end > span.start ? span.end - 1 : span.start, span.end},
                      SyntaxMessage::ExpectedColonAfterKey);
                SourcePosition start = source_.position(span.start);
                error_.lineno = start.line;
                error_.text = std::string(source_.line_text(start.line)) + '\n';
                error_.offset = offset_in_line(start.line, span.end - 1);
                error_.end_lineno = source_.position(span.end).line;
                error_.end_offset = 0;
            }
            return;
        }
    }
    invalid_kvpair_value();
}

// expression ':' '*' bitwise_or | expression ':' &('}' | ',')
void Parser::invalid_kvpair_value() {
    Lookahead look(*this);
    if (!expression() || !at(Kind::Colon)) return;
    const Span colon = tokens_.current().span;
    tokens_.advance();
    const Span star = tokens_.current().span;
    if (accept(Kind::Star)) {
        if (bitwise_or()) raise_from(star, SyntaxMessage::StarredDictValue);
        return;
    }
    if (at(Kind::RightBrace) || at(Kind::Comma)) raise(colon, SyntaxMessage::ExpectedValueAfterKey);
}

// '*' expression '=' expression
void Parser::invalid_starred_expression_unpacking() {
    Lookahead look(*this);
    const Span star = tokens_.current().span;
    if (!accept(Kind::Star) || !expression() || !accept(Kind::Equal)) return;
    if (auto value = expression()) raise(Span::cover(star, value.peek()->span), SyntaxMessage::CannotAssignUnpacking);
}

// ---- calls ----------------------------------------------------------------------------------------------------------

namespace {

// The end of a comprehension, for the range of an error.
const ast::Expression* last_part(ast::Seq<ast::Comprehension> clauses) {
    const ast::Comprehension* last = clauses.back();
    return last->ifs.empty() ? last->iter : last->ifs.back();
}

} // namespace

void Parser::invalid_arguments() {
    Lookahead look(*this);
    // (arguments with keywords) ',' ','.(starred_expression !'=')+
    if (auto given = args(); given && !given.peek()->keywords.empty() && at(Kind::Comma)) {
        const Span comma = tokens_.current().span;
        tokens_.advance();
        if (at(Kind::Star) && starred_expression() && !at(Kind::Equal)) {
            while (optional([this]() -> Result<void> {
                TRY(expect(Kind::Comma));
                if (!at(Kind::Star)) return no_match;
                TRY(starred_expression());
                if (at(Kind::Equal)) return no_match;
                return ok;
            })) {}
            raise_from(comma, SyntaxMessage::UnpackingAfterUnpacking);
            return;
        }
    }
    // expression for_if_clauses ',' [args | expression for_if_clauses]
    look.again();
    if (auto element = expression()) {
        if (auto clauses = for_if_clauses(); clauses && accept(Kind::Comma)) {
            if (!optional([this] { return args(); })) {
                skip([this]() -> Result<void> {
                    TRY(expression());
                    TRY(for_if_clauses());
                    return ok;
                });
            }
            raise(cover(element.peek(), last_part(clauses.peek())), SyntaxMessage::GeneratorNeedsParentheses);
            return;
        }
    }
    // NAME '=' expression for_if_clauses
    look.again();
    if (at(Kind::Name)) {
        const Span name = tokens_.current().span;
        tokens_.advance();
        const Span equal = tokens_.current().span;
        if (accept(Kind::Equal) && expression() && for_if_clauses()) {
            raise(Span::cover(name, equal), SyntaxMessage::EqualInsteadOfComparison);
            return;
        }
    }
    // [args ','] NAME '=' &(',' | ')')
    look.again();
    skip([this]() -> Result<void> {
        TRY(args());
        return expect(Kind::Comma);
    });
    if (at(Kind::Name)) {
        const Span name = tokens_.current().span;
        tokens_.advance();
        const Span equal = tokens_.current().span;
        if (accept(Kind::Equal) && (at(Kind::Comma) || at(Kind::RightParen))) {
            raise(Span::cover(name, equal), SyntaxMessage::ExpectedArgumentValue);
            return;
        }
    }
    // args for_if_clauses: a generator among several arguments. A single one is right here, and ends the search.
    look.again();
    auto given = args();
    if (!given) return;
    const Position behind_args = tokens_.position();
    if (auto clauses = for_if_clauses()) {
        ast::Seq<Expression> positional = given.peek()->args;
        if (positional.size() > 1)
            raise(cover(positional.back(), last_part(clauses.peek())), SyntaxMessage::GeneratorNeedsParentheses);
        return;
    }
    // args ',' expression for_if_clauses
    tokens_.reset(behind_args);
    if (!accept(Kind::Comma)) return;
    const Position behind_comma = tokens_.position();
    if (auto element = expression()) {
        if (auto clauses = for_if_clauses()) {
            raise(cover(element.peek(), last_part(clauses.peek())), SyntaxMessage::GeneratorNeedsParentheses);
            return;
        }
    }
    // args ',' args
    tokens_.reset(behind_comma);
    if (!args()) return;
    bool unpacking = false;
    for (const ast::Keyword* keyword : given.peek()->keywords) unpacking |= keyword->arg.empty();
    raise_at_last(unpacking ? SyntaxMessage::PositionalAfterUnpacking : SyntaxMessage::PositionalAfterKeyword);
}

void Parser::invalid_kwarg() {
    Lookahead look(*this);
    const Token first = tokens_.current();
    switch (first.kind) {
    case Kind::KwTrue:
    case Kind::KwFalse:
    case Kind::KwNone:
        // ('True' | 'False' | 'None') '='
        tokens_.advance();
        if (at(Kind::Equal)) {
            raise(Span::cover(first.span, tokens_.current().span), SyntaxMessage::CannotAssign, {first.text});
            return;
        }
        look.again();
        break;
    case Kind::Name:
        if (tokens_.following().kind == Kind::Equal) {
            // NAME '=' expression for_if_clauses
            const Span equal = tokens_.following().span;
            tokens_.advance();
            tokens_.advance();
            if (expression() && for_if_clauses())
                raise(Span::cover(first.span, equal), SyntaxMessage::EqualInsteadOfComparison);
            return;
        }
        break;
    case Kind::DoubleStar:
        // '**' expression '=' expression
        tokens_.advance();
        if (expression() && accept(Kind::Equal)) {
            if (auto value = expression())
                raise(Span::cover(first.span, value.peek()->span), SyntaxMessage::CannotAssignKeywordUnpacking);
        }
        return;
    default: break;
    }
    // !(NAME '=') expression '='
    auto argument = expression();
    if (argument && at(Kind::Equal))
        raise(Span::cover(argument.peek()->span, tokens_.current().span), SyntaxMessage::ArgumentIsAssignment);
}

// ---- f-strings ------------------------------------------------------------------------------------------------------

void Parser::invalid_replacement_field(bool raw) {
    Lookahead look(*this);
    if (!accept(Kind::LeftBrace)) return;
    switch (tokens_.kind()) {
    case Kind::Equal:
    case Kind::Exclamation:
    case Kind::Colon:
    case Kind::RightBrace:
        raise(tokens_.current().span, SyntaxMessage::FieldNeedsExpression, {tokens_.current().text});
        return;
    default: break;
    }
    auto at_field_end = [this] { return at(Kind::Exclamation) || at(Kind::Colon) || at(Kind::RightBrace); };
    if (!optional([this] { return annotated_rhs(); })) {
        raise_at_current(SyntaxMessage::FieldExpectsExpression);
        return;
    }
    if (!at(Kind::Equal) && !at_field_end()) {
        raise_at_current(SyntaxMessage::FieldExpectsEnd);
        return;
    }
    if (accept(Kind::Equal) && !at_field_end()) {
        raise_at_current(SyntaxMessage::FieldExpectsEndAfterEqual);
        return;
    }
    if (accept(Kind::Exclamation)) {
        if (at(Kind::Colon) || at(Kind::RightBrace)) {
            raise_at_current(SyntaxMessage::MissingConversion);
            return;
        }
        if (!accept(Kind::Name)) {
            raise_at_current(SyntaxMessage::InvalidConversion);
            return;
        }
    }
    if (!at(Kind::Colon) && !at(Kind::RightBrace)) {
        raise_at_current(SyntaxMessage::FieldExpectsColon);
        return;
    }
    if (at(Kind::Colon)) {
        (void)fstring_format_spec(raw);
        if (!raised() && !at(Kind::RightBrace)) raise_at_current(SyntaxMessage::FieldExpectsSpec);
        return;
    }
    if (!at(Kind::RightBrace)) raise_at_current(SyntaxMessage::FieldExpectsBrace);
}

} // namespace mp
