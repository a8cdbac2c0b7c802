// Known mistakes in parameter lists: the `invalid_...` rules of CPython's grammar that concern them, in its order, and
// the rules they are made of. See parser.h for when they run.
#include "interp/syntax/parser.h"

namespace mp {

// ---- one parameter with what ends it, as the grammar has it ---------------------------------------------------------

bool Parser::param_no_default(const ParameterStyle& style) {
    return bool(optional([&]() -> Result<void> {
        TRY(parameter(style));
        if (!end_of_parameter(style)) return no_match;
        return ok;
    }));
}

bool Parser::param_with_default(const ParameterStyle& style) {
    return bool(optional([&]() -> Result<void> {
        TRY(parameter(style));
        TRY(default_value());
        if (!end_of_parameter(style)) return no_match;
        return ok;
    }));
}

bool Parser::param_maybe_default(const ParameterStyle& style) {
    return bool(optional([&]() -> Result<void> {
        TRY(parameter(style));
        skip([this] { return default_value(); });
        if (!end_of_parameter(style)) return no_match;
        return ok;
    }));
}

// param_no_default+ '/' (',' | &end)
bool Parser::slash_no_default(const ParameterStyle& style) {
    return bool(optional([&]() -> Result<void> {
        if (!param_no_default(style)) return no_match;
        while (param_no_default(style)) {}
        TRY(expect(Kind::Slash));
        if (!end_of_parameter(style)) return no_match;
        return ok;
    }));
}

// param_no_default* param_with_default+ '/' (',' | &end)
bool Parser::slash_with_default(const ParameterStyle& style) {
    return bool(optional([&]() -> Result<void> {
        while (param_no_default(style)) {}
        if (!param_with_default(style)) return no_match;
        while (param_with_default(style)) {}
        TRY(expect(Kind::Slash));
        if (!end_of_parameter(style)) return no_match;
        return ok;
    }));
}

// ---- the list -------------------------------------------------------------------------------------------------------

void Parser::invalid_parameters(const ParameterStyle& style) {
    Lookahead look(*this);
    auto skip_maybe_default = [&] {
        while (param_maybe_default(style)) {}
    };
    auto slash_part = [&] { return slash_no_default(style) || slash_with_default(style); };

    // '/' ','
    const Span first = tokens_.current().span;
    if (accept(Kind::Slash) && at(Kind::Comma)) {
        raise(first, SyntaxMessage::SlashNeedsParameter);
        return;
    }
    // (slash_no_default | slash_with_default) param_maybe_default* '/'
    look.again();
    if (slash_part()) {
        skip_maybe_default();
        if (at(Kind::Slash)) {
            raise(tokens_.current().span, SyntaxMessage::SlashTwice);
            return;
        }
    }
    // [slash_no_default] param_no_default* (slash_with_default | param_with_default+) param_no_default
    look.again();
    slash_no_default(style);
    while (param_no_default(style)) {}
    bool with_default = slash_with_default(style);
    if (!with_default)
        while (param_with_default(style)) with_default = true;
    if (with_default) {
        auto plain = optional([&]() -> Match<ast::Arg> {
            ast::Arg* parameter = TRY(this->parameter(style));
            if (!end_of_parameter(style)) return no_match;
            return parameter;
        });
        if (plain) {
            raise(plain.peek()->span, SyntaxMessage::DefaultBeforeNone);
            return;
        }
    }
    // param_no_default* '(' parameters ')'
    look.again();
    while (param_no_default(style)) {}
    const Span open = tokens_.current().span;
    if (accept(Kind::LeftParen)) {
        bool any = false;
        if (style.annotated) {
            while (param_no_default(style)) any = true;
        } else {
            do {
                if (!optional([&] { return parameter(style); })) break;
                any = true;
            } while (accept(Kind::Comma));
        }
        accept(Kind::Comma);
        if (any && at(Kind::RightParen)) {
            raise(Span::cover(open, tokens_.current().span),
                  style.annotated ? SyntaxMessage::FunctionParenthesized : SyntaxMessage::LambdaParenthesized);
            return;
        }
    }
    // [slash_no_default | slash_with_default] param_maybe_default* '*' (',' | param_no_default) param_maybe_default*
    // '/'
    look.again();
    slash_part();
    skip_maybe_default();
    if (accept(Kind::Star) && (accept(Kind::Comma) || param_no_default(style))) {
        skip_maybe_default();
        if (at(Kind::Slash)) {
            raise(tokens_.current().span, SyntaxMessage::SlashAfterStar);
            return;
        }
    }
    // param_maybe_default+ '/' '*'
    look.again();
    if (!param_maybe_default(style)) return;
    skip_maybe_default();
    if (accept(Kind::Slash) && at(Kind::Star)) raise(tokens_.current().span, SyntaxMessage::CommaBetweenSlashAndStar);
}

void Parser::invalid_star_etc(const ParameterStyle& style) {
    Lookahead look(*this);
    // '*' (end | ',' (end | '**'))
    const Span star = tokens_.current().span;
    if (!accept(Kind::Star)) return;
    const Position behind_star = tokens_.position();
    bool bare = accept(style.end);
    if (!bare && accept(Kind::Comma)) bare = accept(style.end) || accept(Kind::DoubleStar);
    if (bare) {
        if (style.annotated)
            raise(star, SyntaxMessage::BareStar);
        else
            raise_at_last(SyntaxMessage::BareStar);
        return;
    }
    // '*' param '='
    tokens_.reset(behind_star);
    if (optional([&] { return parameter(style); }) && at(Kind::Equal)) {
        raise(tokens_.current().span, SyntaxMessage::VarPositionalDefault);
        return;
    }
    // '*' (param_no_default | ',') param_maybe_default* '*' (param_no_default | ',')
    tokens_.reset(behind_star);
    if (!param_no_default(style) && !accept(Kind::Comma)) return;
    while (param_maybe_default(style)) {}
    const Span second = tokens_.current().span;
    if (accept(Kind::Star) && (param_no_default(style) || accept(Kind::Comma))) raise(second, SyntaxMessage::StarTwice);
}

void Parser::invalid_kwds(const ParameterStyle& style) {
    Lookahead look(*this);
    if (!accept(Kind::DoubleStar) || !parameter(style)) return;
    // '**' param '='
    if (at(Kind::Equal)) {
        raise(tokens_.current().span, SyntaxMessage::VarKeywordDefault);
        return;
    }
    // '**' param ',' (param | '*' | '**' | '/')
    if (!accept(Kind::Comma)) return;
    const Span next = tokens_.current().span;
    if (auto parameter = optional([&] { return this->parameter(style); })) {
        raise(parameter.peek()->span, SyntaxMessage::AfterVarKeyword);
    } else if (at(Kind::Star) || at(Kind::DoubleStar) || at(Kind::Slash)) {
        raise(next, SyntaxMessage::AfterVarKeyword);
    }
}

} // namespace mp
