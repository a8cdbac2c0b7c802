// Known mistakes in statements: the `invalid_...` rules of CPython's grammar that concern them, in its order. See
// parser.h for when they run.
#include "interp/syntax/expression_names.h"
#include "interp/syntax/parser.h"

namespace mp {

// ---- blocks ---------------------------------------------------------------------------------------------------------

// NEWLINE !INDENT
void Parser::invalid_block() {
    Lookahead look(*this);
    if (accept(Kind::Newline) && !at(Kind::Indent))
        raise_at_last(SyntaxMessage::ExpectedBlock, {}, SyntaxErrorKind::IndentationError);
}

// ':' NEWLINE !INDENT
void Parser::expect_indent(SyntaxMessage message, std::string_view what, std::uint32_t line) {
    if (!accept(Kind::Colon) || !accept(Kind::Newline) || at(Kind::Indent)) return;
    raise_at_last(message, {what, std::to_string(line)}, SyntaxErrorKind::IndentationError);
}

// NEWLINE | ':' NEWLINE !INDENT
void Parser::expect_block_head(std::string_view statement, std::uint32_t line) {
    if (accept(Kind::Newline))
        raise_at_last(SyntaxMessage::Expected, {":"});
    else
        expect_indent(SyntaxMessage::ExpectedBlockAfterStatement, statement, line);
}

void Parser::invalid_if_statement(Kind keyword) {
    Lookahead look(*this);
    const Token head = tokens_.current();
    if (!accept(keyword) || !named_expression()) return;
    expect_block_head(head.text, head.line);
}

void Parser::invalid_else_block() {
    Lookahead look(*this);
    const std::uint32_t line = tokens_.current().line;
    if (accept(Kind::KwElse)) expect_indent(SyntaxMessage::ExpectedBlockAfterStatement, "else", line);
}

void Parser::invalid_while_statement() {
    Lookahead look(*this);
    const std::uint32_t line = tokens_.current().line;
    if (!accept(Kind::KwWhile) || !named_expression()) return;
    expect_block_head("while", line);
}

void Parser::invalid_for_statement() {
    Lookahead look(*this);
    accept(Kind::KwAsync);
    const std::uint32_t line = tokens_.current().line;
    if (!accept(Kind::KwFor) || !star_targets() || !accept(Kind::KwIn) || !star_expressions()) return;
    expect_block_head("for", line);
}

// ---- with -----------------------------------------------------------------------------------------------------------

// ','.(expression ['as' star_target])+, or with expressions and a comma at the end in parentheses
bool Parser::loose_with_items(bool parenthesized) {
    if (parenthesized && !accept(Kind::LeftParen)) return false;
    auto item = [&]() -> Result<void> {
        TRY(parenthesized ? expressions() : expression());
        skip([this]() -> Result<void> {
            TRY(expect(Kind::KwAs));
            TRY(star_target());
            return ok;
        });
        return ok;
    };
    if (!item()) return false;
    while (optional([&]() -> Result<void> {
        TRY(expect(Kind::Comma));
        return item();
    })) {}
    if (!parenthesized) return true;
    accept(Kind::Comma);
    return accept(Kind::RightParen);
}

void Parser::invalid_with_statement_indent() {
    Lookahead look(*this);
    for (bool parenthesized : {false, true}) {
        look.again();
        accept(Kind::KwAsync);
        const std::uint32_t line = tokens_.current().line;
        if (!accept(Kind::KwWith)) return;
        if (loose_with_items(parenthesized)) expect_indent(SyntaxMessage::ExpectedBlockAfterStatement, "with", line);
    }
}

void Parser::invalid_with_statement() {
    Lookahead look(*this);
    for (bool parenthesized : {false, true}) {
        look.again();
        accept(Kind::KwAsync);
        if (!accept(Kind::KwWith)) return;
        if (loose_with_items(parenthesized) && accept(Kind::Newline)) raise_at_last(SyntaxMessage::Expected, {":"});
    }
}

// expression 'as' expression &(',' | ')' | ':')
void Parser::invalid_with_item() {
    Lookahead look(*this);
    if (!expression() || !accept(Kind::KwAs)) return;
    auto target = expression();
    if (target && (at(Kind::Comma) || at(Kind::RightParen) || at(Kind::Colon)))
        raise_invalid_target(TargetKind::Star, *target.peek());
}

// ---- try ------------------------------------------------------------------------------------------------------------

void Parser::invalid_try_statement() {
    Lookahead look(*this);
    const std::uint32_t line = tokens_.current().line;
    if (!accept(Kind::KwTry)) return;
    const Position head = tokens_.position();
    expect_indent(SyntaxMessage::ExpectedBlockAfterStatement, "try", line);
    tokens_.reset(head);
    if (!accept(Kind::Colon)) return;
    // ':' block !('except' | 'finally')
    if (block() && !at(Kind::KwExcept) && !at(Kind::KwFinally)) {
        raise_at_last(SyntaxMessage::ExpectedHandler);
        return;
    }
    // ':' block* except_block+ 'except' '*' expression ['as' NAME] ':'
    // ':' block* except_star_block+ 'except' [expression ['as' NAME]] ':'
    tokens_.reset(head + 1);
    while (optional([this] { return block(); })) {}
    const Position handlers = tokens_.position();
    for (bool star : {false, true}) {
        tokens_.reset(handlers);
        bool any = false;
        while (at(Kind::KwExcept) && optional([&] { return except_block(star); })) any = true;
        const Token keyword = tokens_.current();
        if (!any || !accept(Kind::KwExcept)) continue;
        const Token second = tokens_.current();
        const bool second_star = accept(Kind::Star);
        if (second_star == star) continue;
        if (second_star || !at(Kind::Colon)) {
            auto type = optional([this] { return expression(); });
            if (type) {
                skip([this]() -> Result<void> {
                    TRY(expect(Kind::KwAs));
                    TRY(expect_name());
                    return ok;
                });
            } else if (second_star) {
                continue;
            }
        }
        if (!at(Kind::Colon)) continue;
        tokens_.advance();
        raise(second_star ? Span::cover(keyword.span, second.span) : keyword.span, SyntaxMessage::MixedHandlers);
    }
}

void Parser::invalid_except_statement() {
    Lookahead look(*this);
    if (!accept(Kind::KwExcept)) return;
    const bool star = accept(Kind::Star);
    auto skip_name = [this] {
        skip([this]() -> Result<void> {
            TRY(expect(Kind::KwAs));
            TRY(expect_name());
            return ok;
        });
    };
    // ['*'] expression ',' expressions ['as' NAME] ':' | ['*'] expression ['as' NAME] NEWLINE
    const Position begin = tokens_.position();
    if (auto type = expression()) {
        const Position behind_type = tokens_.position();
        if (accept(Kind::Comma) && expressions()) {
            skip_name();
            if (accept(Kind::Colon)) {
                raise_from(type.peek()->span, SyntaxMessage::UnparenthesizedHandler);
                return;
            }
        }
        tokens_.reset(behind_type);
        skip_name();
        if (accept(Kind::Newline)) raise_at_last(SyntaxMessage::Expected, {":"});
        return;
    }
    // NEWLINE | '*' (NEWLINE | ':')
    tokens_.reset(begin);
    if (star) {
        if (accept(Kind::Newline) || accept(Kind::Colon)) raise_at_last(SyntaxMessage::ExpectedExceptionTypes);
    } else if (accept(Kind::Newline)) {
        raise_at_last(SyntaxMessage::Expected, {":"});
    }
}

void Parser::invalid_except_statement_indent(bool star) {
    Lookahead look(*this);
    const std::uint32_t line = tokens_.current().line;
    if (!accept(Kind::KwExcept) || (star && !accept(Kind::Star))) return;
    if (star || !at(Kind::Colon)) {
        if (!expression()) return;
        skip([this]() -> Result<void> {
            TRY(expect(Kind::KwAs));
            TRY(expect_name());
            return ok;
        });
    }
    expect_indent(SyntaxMessage::ExpectedBlockAfterStatement, star ? "except*" : "except", line);
}

void Parser::invalid_finally_block() {
    Lookahead look(*this);
    const std::uint32_t line = tokens_.current().line;
    if (accept(Kind::KwFinally)) expect_indent(SyntaxMessage::ExpectedBlockAfterStatement, "finally", line);
}

// ---- match ----------------------------------------------------------------------------------------------------------

void Parser::invalid_match_statement() {
    Lookahead look(*this);
    const std::uint32_t line = tokens_.current().line;
    tokens_.advance();
    if (!subject_expression()) return;
    expect_block_head("match", line);
}

void Parser::invalid_case_block() {
    Lookahead look(*this);
    const std::uint32_t line = tokens_.current().line;
    if (!at_name("case")) return;
    tokens_.advance();
    if (!patterns()) return;
    skip([this] { return guard(); });
    expect_block_head("case", line);
}

// or_pattern . 'as' "_" | or_pattern . 'as' !NAME expression
void Parser::invalid_as_pattern() {
    Lookahead look(*this);
    if (!accept(Kind::KwAs)) return;
    if (at_name("_")) {
        raise(tokens_.current().span, SyntaxMessage::WildcardTarget);
        return;
    }
    if (at(Kind::Name)) return;
    if (auto target = expression()) raise(target.peek()->span, SyntaxMessage::InvalidPatternTarget);
}

// '(' [positional_patterns ','] keyword_patterns ',' positional_patterns
void Parser::invalid_class_pattern() {
    Lookahead look(*this);
    if (!accept(Kind::LeftParen)) return;
    List<Pattern> patterns(*this);
    if (positional_patterns(patterns) && !accept(Kind::Comma)) return;
    List<ast::Node> keywords(*this);
    if (!keyword_patterns(keywords) || !accept(Kind::Comma)) return;
    List<Pattern> wrong(*this);
    if (positional_patterns(wrong))
        raise({wrong[0]->span.start, wrong.back()->span.end}, SyntaxMessage::PositionalPatternAfterKeyword);
}

// ---- definitions ----------------------------------------------------------------------------------------------------

// ['async'] 'def' NAME [type_params] '(' [params] ')' ['->' expression] ':' NEWLINE !INDENT
void Parser::invalid_function_def() {
    Lookahead look(*this);
    accept(Kind::KwAsync);
    const std::uint32_t line = tokens_.current().line;
    if (!accept(Kind::KwDef) || !accept(Kind::Name)) return;
    skip([this] { return type_params(); });
    if (!accept(Kind::LeftParen)) return;
    skip([this] { return params(function_style); });
    if (!accept(Kind::RightParen)) return;
    skip([this]() -> Match<Expression> {
        TRY(expect(Kind::Arrow));
        return expression();
    });
    expect_indent(SyntaxMessage::ExpectedBlockAfterDefinition, "function", line);
}

// 'class' NAME [type_params] ['(' [arguments] ')'] (NEWLINE | ':' NEWLINE !INDENT)
void Parser::invalid_class_def() {
    Lookahead look(*this);
    const std::uint32_t line = tokens_.current().line;
    if (!accept(Kind::KwClass) || !accept(Kind::Name)) return;
    skip([this] { return type_params(); });
    skip([this]() -> Result<void> {
        TRY(expect(Kind::LeftParen));
        skip([this] { return arguments(); });
        return expect(Kind::RightParen);
    });
    if (accept(Kind::Newline))
        raise_at_last(SyntaxMessage::Expected, {":"});
    else
        expect_indent(SyntaxMessage::ExpectedBlockAfterDefinition, "class", line);
}

// '[' ']'
void Parser::invalid_type_params() {
    Lookahead look(*this);
    if (!accept(Kind::LeftBracket)) return;
    const Span closing = tokens_.current().span;
    if (accept(Kind::RightBracket)) raise_from(closing, SyntaxMessage::EmptyTypeParams);
}

// ('*' | '**') NAME ':' expression
void Parser::invalid_type_param() {
    Lookahead look(*this);
    const std::string_view parameter = at(Kind::Star) ? "TypeVarTuple" : "ParamSpec";
    if (!(accept(Kind::Star) || accept(Kind::DoubleStar)) || !accept(Kind::Name)) return;
    const Span colon = tokens_.current().span;
    if (!accept(Kind::Colon)) return;
    if (auto bound = expression())
        raise_from(colon, SyntaxMessage::CannotUseBound,
                   {ast::is<ast::Tuple>(bound.peek()) ? "constraints" : "bound", parameter});
}

// ---- assignments and imports ----------------------------------------------------------------------------------------

namespace {

// The part of an expression that keeps it from being a target; null if none does.
const ast::Expression* invalid_target(const ast::Expression& node, bool for_delete, bool for_loop) {
    auto among = [&](ast::Seq<ast::Expression> elements) -> const ast::Expression* {
        for (const ast::Expression* element : elements)
            if (const auto* wrong = invalid_target(*element, for_delete, for_loop)) return wrong;
        return nullptr;
    };
    switch (node.kind) {
    case ast::NodeKind::List: return among(ast::as<ast::List>(node).elts);
    case ast::NodeKind::Tuple: return among(ast::as<ast::Tuple>(node).elts);
    case ast::NodeKind::Starred:
        if (for_delete) return &node;
        return invalid_target(*ast::as<ast::Starred>(node).value, for_delete, for_loop);
    case ast::NodeKind::Compare: {
        // What "for a in b" looks like when it is read as an expression.
        const auto& comparison = ast::as<ast::Compare>(node);
        if (!for_loop) return &node;
        if (comparison.ops[0] == ast::CompareOperator::In)
            return invalid_target(*comparison.left, for_delete, for_loop);
        return nullptr;
    }
    case ast::NodeKind::Name:
    case ast::NodeKind::Subscript:
    case ast::NodeKind::Attribute: return nullptr;
    default: return &node;
    }
}

} // namespace

void Parser::raise_invalid_target(TargetKind kind, const Expression& node) {
    const Expression* wrong = invalid_target(node, kind == TargetKind::Delete, kind == TargetKind::For);
    if (!wrong) return;
    raise(wrong->span, kind == TargetKind::Delete ? SyntaxMessage::CannotDelete : SyntaxMessage::CannotAssign,
          {expression_name(*wrong)});
}

void Parser::invalid_assignment() {
    Lookahead look(*this);
    // invalid_ann_assign_target ':' expression
    if (auto target = invalid_ann_assign_target(); target && accept(Kind::Colon)) {
        if (expression()) {
            raise(target.peek()->span, SyntaxMessage::OnlySingleTarget, {expression_name(*target.peek())});
            return;
        }
    }
    // star_named_expression ',' star_named_expressions* ':' expression
    look.again();
    if (auto first = star_named_expression(); first && accept(Kind::Comma)) {
        {
            List<Expression> more(*this);
            Position before;
            do {
                before = tokens_.position();
            } while (star_named_expressions(more));
            tokens_.reset(before);
        }
        if (accept(Kind::Colon) && expression()) {
            raise(first.peek()->span, SyntaxMessage::OnlySingleTarget, {"tuple"});
            return;
        }
    }
    // expression ':' expression
    look.again();
    if (auto target = expression(); target && accept(Kind::Colon)) {
        if (expression()) {
            raise(target.peek()->span, SyntaxMessage::IllegalAnnotationTarget);
            return;
        }
    }
    // (star_targets '=')* (star_expressions '=' | yield_expression '=')
    look.again();
    while (optional([this]() -> Result<void> {
        TRY(star_targets());
        return expect(Kind::Equal);
    })) {}
    const Position behind_targets = tokens_.position();
    if (auto target = star_expressions(); target && at(Kind::Equal)) {
        tokens_.advance();
        raise_invalid_target(TargetKind::Star, *target.peek());
        return;
    }
    tokens_.reset(behind_targets);
    if (at(Kind::KwYield)) {
        auto target = yield_expression();
        if (target && at(Kind::Equal)) {
            raise(target.peek()->span, SyntaxMessage::AssignmentToYield);
            return;
        }
    }
    // star_expressions augassign annotated_rhs
    look.again();
    if (auto target = star_expressions();
        target && tokens_.kind() >= Kind::PlusEqual && tokens_.kind() <= Kind::CaretEqual) {
        tokens_.advance();
        if (annotated_rhs())
            raise(target.peek()->span, SyntaxMessage::IllegalAugmentedTarget, {expression_name(*target.peek())});
    }
}

// list | tuple | '(' invalid_ann_assign_target ')'
Parser::Match<Parser::Expression> Parser::invalid_ann_assign_target() {
    const Position begin = tokens_.position();
    if (at(Kind::LeftBracket)) return list();
    if (!at(Kind::LeftParen)) return no_match;
    if (auto node = tuple()) return node;
    tokens_.reset(begin);
    Nesting nesting(*this);
    if (!nesting) return no_match;
    tokens_.advance();
    Expression* inner = TRY(invalid_ann_assign_target());
    TRY(expect(Kind::RightParen));
    return inner;
}

// 'del' star_expressions
void Parser::invalid_del_statement() {
    Lookahead look(*this);
    tokens_.advance();
    if (auto target = star_expressions()) raise_invalid_target(TargetKind::Delete, *target.peek());
}

// 'import' ','.dotted_name+ 'from' dotted_name | 'import' NEWLINE
void Parser::invalid_import() {
    Lookahead look(*this);
    const Span keyword = tokens_.current().span;
    if (!accept(Kind::KwImport)) return;
    if (at(Kind::Newline)) {
        raise_from(tokens_.current().span, SyntaxMessage::ExpectedImportNames);
        return;
    }
    if (!dotted_name()) return;
    while (optional([this]() -> Result<void> {
        TRY(expect(Kind::Comma));
        TRY(dotted_name());
        return ok;
    })) {}
    if (accept(Kind::KwFrom) && dotted_name()) raise_from(keyword, SyntaxMessage::FromImportOrder);
}

// import_from_as_names ',' NEWLINE | NEWLINE
void Parser::invalid_import_from_targets() {
    Lookahead look(*this);
    if (at(Kind::Newline)) {
        raise_from(tokens_.current().span, SyntaxMessage::ExpectedImportNames);
        return;
    }
    if (import_from_as_names() && accept(Kind::Comma) && accept(Kind::Newline))
        raise_at_last(SyntaxMessage::ImportTrailingComma);
}

} // namespace mp
