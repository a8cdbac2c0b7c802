// Lists of statements, blocks, and which statement a token begins.
#include "interp/syntax/parser.h"

namespace mp {

// statements: statement+; stops before what is no statement.
bool Parser::statements(List<Statement>& into) {
    std::size_t before = into.size();
    for (;;) {
        Position start = tokens_.position();
        std::size_t size = into.size();
        if (!statement(into)) {
            tokens_.reset(start);
            into.shrink(size);
            return size > before;
        }
    }
}

// statement: compound_stmt | simple_stmts
bool Parser::statement(List<Statement>& into) {
    Position start = tokens_.position();
    if (auto compound = compound_statement()) {
        into.add(compound.take());
        return true;
    }
    tokens_.reset(start);
    return simple_statements(into);
}

// simple_stmts: ';'.simple_stmt+ [';'] NEWLINE
bool Parser::simple_statements(List<Statement>& into) {
    const std::size_t before = into.size();
    do {
        if (into.size() > before && at(Kind::Newline)) break; // behind the last ';'
        auto next = simple_statement();
        if (!next) return false;
        into.add(next.take());
    } while (accept(Kind::Semicolon));
    return accept(Kind::Newline);
}

// block: NEWLINE INDENT statements DEDENT | simple_stmts | invalid_block
Result<Parser::Block> Parser::block() {
    Block* statements = TRY(memoized(Memo::Block, [this] { return parse_block(); }));
    return *statements;
}

Parser::Match<Parser::Block> Parser::parse_block() {
    Nesting nesting(*this);
    if (!nesting) return no_match;
    List<Statement> body(*this);
    Position start = tokens_.position();
    bool matched;
    if (accept(Kind::Newline)) {
        matched = accept(Kind::Indent) && statements(body) && accept(Kind::Dedent);
    } else {
        matched = simple_statements(body);
    }
    if (!matched) {
        tokens_.reset(start);
        if (invalid_rules_) invalid_block();
        return no_match;
    }
    return arena_.make<Block>(body.take());
}

Parser::Match<Parser::Statement> Parser::compound_statement() {
    const Token& token = tokens_.current();
    switch (token.kind) {
    case Kind::KwDef: return function_def({});
    case Kind::At: return decorated();
    case Kind::KwAsync: return async_statement();
    case Kind::KwIf: return if_statement();
    case Kind::KwClass: return class_def({});
    case Kind::KwWith: return with_statement(token.span.start, false);
    case Kind::KwFor: return for_statement(token.span.start, false);
    case Kind::KwTry: return try_statement();
    case Kind::KwWhile: return while_statement();
    case Kind::Name:
        if (token.text == "match") return match_statement();
        return no_match;
    default: return no_match;
    }
}

Parser::Match<Parser::Statement> Parser::async_statement() {
    const std::uint32_t start = here();
    switch (tokens_.following().kind) {
    case Kind::KwDef: return function_def({});
    case Kind::KwWith: return with_statement(start, true);
    case Kind::KwFor: return for_statement(start, true);
    default: return no_match;
    }
}

Parser::Match<Parser::Statement> Parser::simple_statement() {
    return memoized(Memo::SimpleStatement, [this] { return parse_simple_statement(); });
}

Parser::Match<Parser::Statement> Parser::parse_simple_statement() {
    switch (tokens_.kind()) {
    case Kind::KwReturn: return return_statement();
    case Kind::KwImport:
    case Kind::KwFrom: return import_statement();
    case Kind::KwRaise: return raise_statement();
    case Kind::KwPass: return word_statement<ast::Pass>();
    case Kind::KwDel: return del_statement();
    case Kind::KwYield: return yield_statement();
    case Kind::KwAssert: return assert_statement();
    case Kind::KwBreak: return word_statement<ast::Break>();
    case Kind::KwContinue: return word_statement<ast::Continue>();
    case Kind::KwGlobal: return name_list_statement<ast::Global>();
    case Kind::KwNonlocal: return name_list_statement<ast::Nonlocal>();
    default: return expression_statement();
    }
}

} // namespace mp
