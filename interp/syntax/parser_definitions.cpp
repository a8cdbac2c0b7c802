// Functions, classes, decorators and type parameters (language reference 8.7, 8.8, 8.10).
#include "interp/syntax/parser.h"

namespace mp {

// ('@' named_expression NEWLINE)+ (function_def | class_def)
Parser::Match<Parser::Statement> Parser::decorated() {
    List<Expression> decorators(*this);
    while (accept(Kind::At)) {
        decorators.add(TRY(named_expression()));
        TRY(expect(Kind::Newline));
    }
    ast::Seq<Expression> list = decorators.take();
    switch (tokens_.kind()) {
    case Kind::KwDef: return function_def(list);
    case Kind::KwAsync:
        if (tokens_.following().kind != Kind::KwDef) return no_match;
        return function_def(list);
    case Kind::KwClass: return class_def(list);
    default: return no_match;
    }
}

// ['async'] 'def' NAME [type_params] '(' [params] ')' ['->' expression] ':' block; a missing '(' or ':' is reported in
// the second pass
Parser::Match<Parser::Statement> Parser::function_def(ast::Seq<Expression> decorators) {
    if (invalid_rules_) invalid_function_def();
    const std::uint32_t start = here();
    auto expect_here = [this](Kind kind) { return invalid_rules_ ? expect_forced(kind) : expect(kind); };
    const bool is_async = accept(Kind::KwAsync);
    TRY(expect(Kind::KwDef));
    ast::Identifier name = TRY(expect_name());
    auto types = optional([this] { return type_params(); });
    TRY(expect_here(Kind::LeftParen));
    ast::Arguments* arguments = nullptr;
    if (auto list = optional([this] { return params(function_style); }))
        arguments = list.take();
    else
        arguments = ast::make<ast::Arguments>(arena_, Span{here(), here()});
    TRY(expect(Kind::RightParen));
    Expression* returns = nullptr;
    auto annotation = optional([this]() -> Match<Expression> {
        TRY(expect(Kind::Arrow));
        return expression();
    });
    if (annotation) returns = annotation.take();
    TRY(expect_here(Kind::Colon));
    Block body = TRY(block());
    ast::Seq<ast::TypeParam> type_list = types ? types.take() : ast::Seq<ast::TypeParam>();
    if (is_async) return make<ast::AsyncFunctionDef>(start, name, arguments, body, decorators, returns, type_list);
    return make<ast::FunctionDef>(start, name, arguments, body, decorators, returns, type_list);
}

// 'class' NAME [type_params] ['(' [arguments] ')'] ':' block
Parser::Match<Parser::Statement> Parser::class_def(ast::Seq<Expression> decorators) {
    if (invalid_rules_) invalid_class_def();
    const std::uint32_t start = here();
    TRY(expect(Kind::KwClass));
    ast::Identifier name = TRY(expect_name());
    auto types = optional([this] { return type_params(); });
    CallArguments bases;
    skip([&]() -> Result<void> {
        TRY(expect(Kind::LeftParen));
        if (auto list = optional([this] { return arguments(); })) bases = *list.take();
        return expect(Kind::RightParen);
    });
    TRY(expect(Kind::Colon));
    Block body = TRY(block());
    return make<ast::ClassDef>(start, name, bases.args, bases.keywords, body, decorators,
                               types ? types.take() : ast::Seq<ast::TypeParam>());
}

// '[' ','.type_param+ [','] ']' (PEP 695)
Result<ast::Seq<ast::TypeParam>> Parser::type_params() {
    if (invalid_rules_) invalid_type_params();
    TRY(expect(Kind::LeftBracket));
    List<ast::TypeParam> list(*this);
    list.add(TRY(type_param()));
    for (;;) {
        auto next = optional([this]() -> Match<ast::TypeParam> {
            TRY(expect(Kind::Comma));
            return type_param();
        });
        if (!next) break;
        list.add(next.take());
    }
    accept(Kind::Comma);
    TRY(expect(Kind::RightBracket));
    return list.take();
}

// NAME [':' expression] ['=' expression] | '*' NAME ['=' star_expression] | '**' NAME ['=' expression] (defaults: PEP
// 696)
Parser::Match<ast::TypeParam> Parser::type_param() {
    const std::uint32_t start = here();
    if (at(Kind::Name)) {
        ast::Identifier name = TRY(expect_name());
        auto bound = optional([this]() -> Match<Expression> {
            TRY(expect(Kind::Colon));
            return expression();
        });
        auto value = optional([this] { return type_param_default(false); });
        return make<ast::TypeVar>(start, name, bound ? bound.take() : nullptr, value ? value.take() : nullptr);
    }
    if (invalid_rules_) invalid_type_param();
    if (accept(Kind::Star)) {
        ast::Identifier name = TRY(expect_name());
        auto value = optional([this] { return type_param_default(true); });
        return make<ast::TypeVarTuple>(start, name, value ? value.take() : nullptr);
    }
    TRY(expect(Kind::DoubleStar));
    ast::Identifier name = TRY(expect_name());
    auto value = optional([this] { return type_param_default(false); });
    return make<ast::ParamSpec>(start, name, value ? value.take() : nullptr);
}

Parser::Match<Parser::Expression> Parser::type_param_default(bool starred) {
    TRY(expect(Kind::Equal));
    return starred ? star_expression() : expression();
}

} // namespace mp
