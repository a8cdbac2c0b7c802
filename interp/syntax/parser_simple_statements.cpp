// Statements of one line: assignments, imports and those that begin with a keyword of their own (language reference 7).
#include <optional>

#include "interp/syntax/parser.h"

namespace mp {

namespace {

std::optional<ast::BinaryOperator> augmented_operator(TokenKind kind) {
    switch (kind) {
    case TokenKind::PlusEqual: return ast::BinaryOperator::Add;
    case TokenKind::MinusEqual: return ast::BinaryOperator::Sub;
    case TokenKind::StarEqual: return ast::BinaryOperator::Mult;
    case TokenKind::AtEqual: return ast::BinaryOperator::MatMult;
    case TokenKind::SlashEqual: return ast::BinaryOperator::Div;
    case TokenKind::PercentEqual: return ast::BinaryOperator::Mod;
    case TokenKind::AmpersandEqual: return ast::BinaryOperator::BitAnd;
    case TokenKind::BarEqual: return ast::BinaryOperator::BitOr;
    case TokenKind::CaretEqual: return ast::BinaryOperator::BitXor;
    case TokenKind::LeftShiftEqual: return ast::BinaryOperator::LShift;
    case TokenKind::RightShiftEqual: return ast::BinaryOperator::RShift;
    case TokenKind::DoubleStarEqual: return ast::BinaryOperator::Pow;
    case TokenKind::DoubleSlashEqual: return ast::BinaryOperator::FloorDiv;
    default: return std::nullopt;
    }
}

} // namespace

// assignment | &"type" type_alias | star_expressions. What is to the left of '=' or ':' is read as an expression first;
// whether it can be a target is looked at then.
Parser::Match<Parser::Statement> Parser::expression_statement() {
    const std::uint32_t start = here();
    const Position begin = tokens_.position();
    const bool may_be_alias = at_name("type") && tokens_.following().kind == Kind::Name;
    if (may_be_alias && !invalid_rules_) {
        if (auto alias = type_alias()) return alias;
        tokens_.reset(begin);
    }

    auto first = star_expressions();
    const Position behind_first = tokens_.position();
    if (first) {
        if (auto statement = assignment(start, first.peek())) return statement;
    }
    if (invalid_rules_) {
        tokens_.reset(begin);
        invalid_assignment();
        if (may_be_alias) {
            if (auto alias = type_alias()) return alias;
        }
    }
    if (!first) return no_match;
    tokens_.reset(behind_first);
    return make<ast::Expr>(start, first.take());
}

Parser::Match<Parser::Statement> Parser::assignment(std::uint32_t start, Expression* first) {
    switch (Kind kind = tokens_.kind()) {
    case Kind::Newline: return no_match;
    case Kind::Equal: return assignment_chain(start, first);
    case Kind::Colon: return annotated_assignment(start, first, start != first->span.start);
    default:
        if (auto op = augmented_operator(kind)) return augmented_assignment(start, first, *op);
        return no_match;
    }
}

// single_target ':' expression ['=' annotated_rhs]
Parser::Match<Parser::Statement> Parser::annotated_assignment(std::uint32_t start, Expression* target,
                                                              bool parenthesized) {
    if (!is_single_target(*target)) return no_match;
    TRY(expect(Kind::Colon));
    Expression* annotation = TRY(expression());
    Expression* value = nullptr;
    skip([&]() -> Result<void> {
        TRY(expect(Kind::Equal));
        value = TRY(annotated_rhs());
        return ok;
    });
    set_context(*target, ast::Context::Store);
    const bool simple = ast::is<ast::Name>(target) && !parenthesized;
    return make<ast::AnnAssign>(start, target, annotation, value, simple);
}

// (star_targets '=')+ annotated_rhs !'='
Parser::Match<Parser::Statement> Parser::assignment_chain(std::uint32_t start, Expression* first) {
    List<Expression> targets(*this);
    Expression* value = first;
    do {
        if (!is_star_target(*value)) return no_match;
        set_context(*value, ast::Context::Store);
        targets.add(value);
        tokens_.advance();
        value = TRY(annotated_rhs());
    } while (at(Kind::Equal));
    return make<ast::Assign>(start, targets.take(), value);
}

Parser::Match<Parser::Statement> Parser::augmented_assignment(std::uint32_t start, Expression* target,
                                                              ast::BinaryOperator op) {
    if (!is_single_target(*target)) return no_match;
    set_context(*target, ast::Context::Store);
    tokens_.advance();
    Expression* value = TRY(annotated_rhs());
    return make<ast::AugAssign>(start, target, op, value);
}

Parser::Match<Parser::Expression> Parser::annotated_rhs() {
    return at(Kind::KwYield) ? yield_expression() : star_expressions();
}

// "type" NAME [type_params] '=' expression (PEP 695)
Parser::Match<Parser::Statement> Parser::type_alias() {
    const std::uint32_t start = here();
    tokens_.advance();
    const std::uint32_t name_start = here();
    ast::Identifier id = TRY(expect_name());
    Expression* name = make<ast::Name>(name_start, id, ast::Context::Store);
    ast::Seq<ast::TypeParam> parameters;
    if (at(Kind::LeftBracket)) parameters = TRY(type_params());
    TRY(expect(Kind::Equal));
    Expression* value = TRY(expression());
    return make<ast::TypeAlias>(start, name, parameters, value);
}

template <class T>
Parser::Match<Parser::Statement> Parser::word_statement() {
    const std::uint32_t start = here();
    tokens_.advance();
    return make<T>(start);
}
template Parser::Match<Parser::Statement> Parser::word_statement<ast::Pass>();
template Parser::Match<Parser::Statement> Parser::word_statement<ast::Break>();
template Parser::Match<Parser::Statement> Parser::word_statement<ast::Continue>();

Parser::Match<Parser::Statement> Parser::return_statement() {
    const std::uint32_t start = here();
    tokens_.advance();
    auto value = optional([this] { return star_expressions(); });
    return make<ast::Return>(start, value ? value.take() : nullptr);
}

// 'raise' [expression ['from' expression]]
Parser::Match<Parser::Statement> Parser::raise_statement() {
    const std::uint32_t start = here();
    tokens_.advance();
    auto exception = optional([this] { return expression(); });
    if (!exception) return make<ast::Raise>(start);
    auto cause = optional([this]() -> Match<Expression> {
        TRY(expect(Kind::KwFrom));
        return expression();
    });
    return make<ast::Raise>(start, exception.take(), cause ? cause.take() : nullptr);
}

// 'del' ','.del_target+ [','] &(';' | NEWLINE)
Parser::Match<Parser::Statement> Parser::del_statement() {
    const std::uint32_t start = here();
    const Position begin = tokens_.position();
    tokens_.advance();
    List<Expression> targets(*this);
    do {
        auto target = optional([this] { return del_target(); });
        if (!target) break;
        targets.add(target.take());
    } while (accept(Kind::Comma));
    if (targets.empty() || (!at(Kind::Semicolon) && !at(Kind::Newline))) {
        tokens_.reset(begin);
        if (invalid_rules_) invalid_del_statement();
        return no_match;
    }
    return make<ast::Delete>(start, targets.take());
}

Parser::Match<Parser::Statement> Parser::yield_statement() {
    const std::uint32_t start = here();
    const Position begin = tokens_.position();
    if (invalid_rules_) {
        invalid_assignment();
        tokens_.reset(begin);
    }
    Expression* value = TRY(yield_expression());
    return make<ast::Expr>(start, value);
}

// 'assert' expression [',' expression]
Parser::Match<Parser::Statement> Parser::assert_statement() {
    const std::uint32_t start = here();
    tokens_.advance();
    Expression* test = TRY(expression());
    auto message = optional([this]() -> Match<Expression> {
        TRY(expect(Kind::Comma));
        return expression();
    });
    return make<ast::Assert>(start, test, message ? message.take() : nullptr);
}

// ('global' | 'nonlocal') ','.NAME+
template <class T>
Parser::Match<Parser::Statement> Parser::name_list_statement() {
    const std::uint32_t start = here();
    tokens_.advance();
    std::size_t count = 0;
    List<const std::string_view> names(*this);
    do {
        auto name = optional([this] { return expect_name(); });
        if (!name) break;
        names.add(arena_.make<std::string_view>(name.take()));
        ++count;
    } while (accept(Kind::Comma));
    if (count == 0 || tokens_.previous().kind == Kind::Comma) return no_match;
    auto list = arena_.make_array<ast::Identifier>(count);
    for (std::size_t i = 0; i < count; ++i) list[i] = *names[i];
    return make<T>(start, list);
}
template Parser::Match<Parser::Statement> Parser::name_list_statement<ast::Global>();
template Parser::Match<Parser::Statement> Parser::name_list_statement<ast::Nonlocal>();

// ---- imports --------------------------------------------------------------------------------------------------------

Parser::Match<Parser::Statement> Parser::import_statement() {
    if (invalid_rules_) invalid_import();
    return at(Kind::KwImport) ? import_name() : import_from();
}

// 'import' ','.(dotted_name ['as' NAME])+
Parser::Match<Parser::Statement> Parser::import_name() {
    const std::uint32_t start = here();
    tokens_.advance();
    List<ast::Alias> names(*this);
    names.add(TRY(import_alias(true)));
    for (;;) {
        auto name = optional([this]() -> Match<ast::Alias> {
            TRY(expect(Kind::Comma));
            return import_alias(true);
        });
        if (!name) break;
        names.add(name.take());
    }
    return make<ast::Import>(start, names.take());
}

// 'from' ('.' | '...')* dotted_name 'import' import_from_targets | 'from' ('.' | '...')+ 'import' import_from_targets
Parser::Match<Parser::Statement> Parser::import_from() {
    const std::uint32_t start = here();
    tokens_.advance();
    int level = 0;
    for (;;) {
        if (accept(Kind::Dot))
            level += 1;
        else if (accept(Kind::Ellipsis))
            level += 3;
        else
            break;
    }
    ast::Identifier module;
    if (level == 0 || at(Kind::Name)) module = TRY(dotted_name());
    TRY(expect(Kind::KwImport));
    ast::Seq<ast::Alias> names = TRY(import_from_targets());
    return make<ast::ImportFrom>(start, module, names, level);
}

// '(' import_from_as_names [','] ')' | import_from_as_names !',' | '*'
Result<ast::Seq<ast::Alias>> Parser::import_from_targets() {
    const Position begin = tokens_.position();
    const std::uint32_t start = here();
    if (accept(Kind::Star)) return singleton(make<ast::Alias>(start, ast::Identifier("*")));
    auto targets = [&]() -> Result<ast::Seq<ast::Alias>> {
        const bool parenthesized = accept(Kind::LeftParen);
        ast::Seq<ast::Alias> names = TRY(import_from_as_names());
        if (parenthesized) {
            accept(Kind::Comma);
            TRY(expect(Kind::RightParen));
        } else if (at(Kind::Comma)) {
            return no_match;
        }
        return names;
    }();
    if (!targets && invalid_rules_) {
        tokens_.reset(begin);
        invalid_import_from_targets();
    }
    return targets;
}

Result<ast::Seq<ast::Alias>> Parser::import_from_as_names() {
    List<ast::Alias> names(*this);
    names.add(TRY(import_alias(false)));
    for (;;) {
        auto name = optional([this]() -> Match<ast::Alias> {
            TRY(expect(Kind::Comma));
            return import_alias(false);
        });
        if (!name) break;
        names.add(name.take());
    }
    return names.take();
}

// (dotted_name | NAME) ['as' NAME]
Parser::Match<ast::Alias> Parser::import_alias(bool dotted) {
    const std::uint32_t start = here();
    ast::Identifier name = dotted ? TRY(dotted_name()) : TRY(expect_name());
    auto asname = optional([this]() -> Result<ast::Identifier> {
        TRY(expect(Kind::KwAs));
        return expect_name();
    });
    return make<ast::Alias>(start, name, asname ? asname.take() : ast::Identifier());
}

// NAME ('.' NAME)*, as one identifier without blanks.
Result<ast::Identifier> Parser::dotted_name() {
    const Token first = tokens_.current();
    if (first.kind != Kind::Name) return no_match;
    tokens_.advance();
    std::size_t size = first.text.size();
    const Position begin = tokens_.position();
    Position end = begin;
    while (at(Kind::Dot) && tokens_.following().kind == Kind::Name) {
        size += 1 + tokens_.following().text.size();
        tokens_.advance();
        tokens_.advance();
        end = tokens_.position();
    }
    if (end == begin) return intern(first.text);
    auto text = arena_.make_array<char>(size);
    char* to = text.data();
    auto append = [&](std::string_view part) { to += part.copy(to, part.size()); };
    append(first.text);
    for (Position at = begin; at < end; ++at) append(tokens_.at(at).text);
    return intern({text.data(), size});
}

} // namespace mp
