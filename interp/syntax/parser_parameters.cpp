// The parameters of functions and lambdas (language reference 8.7; PEP 570, PEP 3102).
#include "interp/syntax/parser.h"

namespace mp {

Parser::Match<ast::Arguments> Parser::params(const ParameterStyle& style) {
    if (invalid_rules_) invalid_parameters(style);
    return parameters(style);
}

// One parameter ends at a comma, which belongs to it, or before the end of the list.
bool Parser::end_of_parameter(const ParameterStyle& style) { return accept(Kind::Comma) || at(style.end); }

// [a, b=1, ['/',]] [c, d=2,] ['*args' | '*',] [e, f=3,] ['**kwargs']: no parameter without default behind one with, but
// for those behind the star.
Parser::Match<ast::Arguments> Parser::parameters(const ParameterStyle& style) {
    const std::uint32_t start = here();
    ast::Arguments result{};
    // Parameter and default (or null) in turn.
    List<ast::Node> positional(*this);
    std::size_t positional_only = 0;
    bool slash = false, has_default = false;

    while (at(Kind::Name) || (at(Kind::Slash) && !slash && !positional.empty())) {
        if (accept(Kind::Slash)) {
            if (!end_of_parameter(style)) return no_match;
            slash = true;
            positional_only = positional.size() / 2;
            continue;
        }
        ast::Arg* parameter = TRY(this->parameter(style));
        Expression* value = nullptr;
        if (at(Kind::Equal)) {
            value = TRY(default_value());
            has_default = true;
        } else if (has_default) {
            return no_match;
        }
        if (!end_of_parameter(style)) return no_match;
        positional.add(parameter);
        positional.add(value);
    }
    auto split = [&](List<ast::Node>& pairs, std::size_t first, std::size_t last) {
        List<ast::Arg> list(*this);
        for (std::size_t i = first; i < last; ++i) list.add(static_cast<ast::Arg*>(pairs[2 * i]));
        return list.take();
    };
    const std::size_t count = positional.size() / 2;
    result.posonlyargs = split(positional, 0, positional_only);
    result.args = split(positional, positional_only, count);
    {
        List<Expression> defaults(*this);
        for (std::size_t i = 0; i < count; ++i)
            if (positional[2 * i + 1]) defaults.add(static_cast<Expression*>(positional[2 * i + 1]));
        result.defaults = defaults.take();
    }

    // star_etc
    const Position star_begin = tokens_.position();
    if (invalid_rules_) invalid_star_etc(style);
    if (accept(Kind::Star)) {
        List<ast::Node> keyword_only(*this);
        const bool bare = accept(Kind::Comma);
        if (!bare) {
            result.vararg = TRY(star_parameter(style));
            if (!end_of_parameter(style)) return no_match;
        }
        while (at(Kind::Name)) {
            ast::Arg* parameter = TRY(this->parameter(style));
            Expression* value = nullptr;
            if (at(Kind::Equal)) value = TRY(default_value());
            if (!end_of_parameter(style)) return no_match;
            keyword_only.add(parameter);
            keyword_only.add(value);
        }
        if (bare && keyword_only.empty()) return no_match;
        result.kwonlyargs = split(keyword_only, 0, keyword_only.size() / 2);
        List<Expression> defaults(*this);
        for (std::size_t i = 0; i < keyword_only.size(); i += 2)
            defaults.add(static_cast<Expression*>(keyword_only[i + 1]));
        result.kw_defaults = defaults.take();
    }
    // kwds
    if (invalid_rules_) invalid_kwds(style);
    if (accept(Kind::DoubleStar)) {
        result.kwarg = TRY(parameter(style));
        if (!end_of_parameter(style)) return no_match;
    } else if (count == 0 && tokens_.position() == star_begin) {
        return no_match;
    }
    ast::Arguments* node = make<ast::Arguments>(start);
    result.kind = node->kind;
    result.span = node->span;
    *node = result;
    return node;
}

// NAME [':' expression]
Parser::Match<ast::Arg> Parser::parameter(const ParameterStyle& style) {
    const std::uint32_t start = here();
    ast::Identifier name = TRY(expect_name());
    Expression* annotation = nullptr;
    if (style.annotated && accept(Kind::Colon)) annotation = TRY(expression());
    return make<ast::Arg>(start, name, annotation);
}

// NAME [':' star_expression]: only the annotation of *args may be starred (PEP 646).
Parser::Match<ast::Arg> Parser::star_parameter(const ParameterStyle& style) {
    const std::uint32_t start = here();
    ast::Identifier name = TRY(expect_name());
    Expression* annotation = nullptr;
    if (style.annotated && accept(Kind::Colon)) annotation = TRY(star_expression());
    return make<ast::Arg>(start, name, annotation);
}

// '=' expression | invalid_default
Parser::Match<Parser::Expression> Parser::default_value() {
    const Span equal = tokens_.current().span;
    TRY(expect(Kind::Equal));
    auto value = optional([this] { return expression(); });
    if (!value && invalid_rules_ && (at(Kind::RightParen) || at(Kind::Comma)))
        return raise(equal, SyntaxMessage::ExpectedDefault);
    return value;
}

} // namespace mp
