// The two passes, and what becomes of their failure.
#include "interp/syntax/parser.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "interp/support/platform/stack.h"
#include "interp/support/utf8.h"

namespace mp {

Result<ast::Mod*> parse(const SourceText& source, Arena& arena, const ParseOptions& options, SyntaxDiagnostic& error,
                        SyntaxWarnings& warnings) {
    return Parser(source, arena, options, error, warnings).parse();
}

Parser::Parser(const SourceText& source, Arena& arena, const ParseOptions& options, SyntaxDiagnostic& error,
               SyntaxWarnings& warnings)
    : source_(source),
      arena_(arena),
      options_(options),
      error_(error),
      warnings_(warnings),
      tokens_(source, arena, options, warnings) {
    error_ = {};
}

Result<ast::Mod*> Parser::parse() {
    auto tree = parse_text();
    if (tree && !raised() && !tokens_.scanner_failed()) {
        if (options_.mode == ParseMode::Single && !rest_is_blank())
            return raise_at_last(SyntaxMessage::MultipleStatements);
        return tree;
    }
    if (too_deep_) return no_match;

    if (options_.allow_incomplete && ends_too_early()) {
        error_ = {};
        tokens_.restart();
        raise_at_last(SyntaxMessage::IncompleteInput);
        error_.incomplete = true;
        return no_match;
    }

    const Token last = tokens_.empty() ? Token{} : tokens_.last();
    // Some mistakes are plain in the first pass, and those of the scanner are final.
    if (!raised() && !tokens_.scanner_failed()) explain();
    settle_error(last);
    error_.incomplete = false; // nobody asked
    return no_match;
}

// The failure was at the end of the text, where more of it may follow.
bool Parser::ends_too_early() const {
    if (tokens_.scanner_failed()) return tokens_.scanner_error().incomplete;
    const bool in_mid_line = !source_.ended_in_newline() && tokens_.scanned_to() + 1 >= source_.size();
    return tokens_.reached_end() || in_mid_line;
}

// The second pass. Only the tokens of the failing statement and the one before are kept, so it begins there.
void Parser::explain() {
    const std::size_t warning_count = warnings_.size();
    tokens_.restart();
    forget();
    second_pass_ = invalid_rules_ = true;
    remember();
    depth_ = 0;
    (void)parse_text();
    warnings_.resize(std::min(warnings_.size(), warning_count));
    if (too_deep_) error_ = {}; // the search for a better message nests deeper than the text does
}

void Parser::forget() {
    if (!remembering_) return;
    remembering_ = false;
    memo_.clear();
}

Parser::Match<ast::Mod> Parser::parse_text() {
    switch (options_.mode) {
    case ParseMode::Exec: return file();
    case ParseMode::Eval: return eval();
    case ParseMode::Single: return interactive();
    }
    return no_match;
}

// file: [statements] ENDMARKER
Parser::Match<ast::Mod> Parser::file() {
    List<Statement> body(*this);
    while (!at(Kind::EndMarker)) {
        const Position begin = tokens_.position();
        if (!statement(body)) return no_match;
        // The second pass starts one statement before the failing one, because that is where an `else` that failed
        // belongs.
        if (!second_pass_) {
            tokens_.forget_before(begin);
            forget();
        }
    }
    return ast::make<ast::Module>(arena_, Span{0, source_.size()}, body.take());
}

// interactive: compound_stmt NEWLINE | simple_stmts | NEWLINE
Parser::Match<ast::Mod> Parser::interactive() {
    List<Statement> body(*this);
    const std::uint32_t start = here();
    Position begin = tokens_.position();
    if (auto compound = compound_statement(); compound && accept(Kind::Newline)) {
        body.add(compound.take());
    } else {
        tokens_.reset(begin);
        body.shrink(0);
        if (!simple_statements(body)) {
            tokens_.reset(begin);
            if (!accept(Kind::Newline)) return no_match;
            body.add(make<ast::Pass>(start));
        }
    }
    return ast::make<ast::Interactive>(arena_, Span{0, source_.size()}, body.take());
}

// Behind an interactive statement only blank lines and comments may follow.
bool Parser::rest_is_blank() const {
    std::string_view text = source_.text();
    for (std::size_t i = tokens_.scanned_to(); i < text.size(); ++i) {
        if (text[i] == '#')
            i = std::min(text.find('\n', i), text.size());
        else if (text[i] != ' ' && text[i] != '\t' && text[i] != '\n' && text[i] != '\f')
            return false;
    }
    return true;
}

// eval: expressions NEWLINE* ENDMARKER
Parser::Match<ast::Mod> Parser::eval() {
    Expression* body = TRY(expressions());
    while (accept(Kind::Newline)) {}
    TRY(expect(Kind::EndMarker));
    return ast::make<ast::ExpressionModule>(arena_, Span{0, source_.size()}, body);
}

// ---- errors ---------------------------------------------------------------------------------------------------------

namespace {

// Tokens that CPython gives no place of their own.
bool is_placeless(const Token& token) {
    return token.kind == TokenKind::Indent || token.kind == TokenKind::Dedent || token.kind == TokenKind::EndMarker ||
           (token.kind == TokenKind::Newline && token.span.empty());
}

} // namespace

Raised Parser::raise(Span span, SyntaxMessage message, std::initializer_list<std::string_view> arguments) {
    if (raised() || tokens_.scanner_failed()) return no_match;
    error_ = make_diagnostic(SyntaxErrorKind::SyntaxError, format_syntax_message(message, arguments), source_, span);
    if (error_.end_lineno > error_.lineno) error_.end_offset = offset_in_line(error_.lineno, span.end);
    tokens_.stop();
    return no_match;
}

// Where CPython puts a column that belongs to another line: it counts the characters in this line, and not beyond it.
std::int64_t Parser::offset_in_line(std::int64_t line_number, std::uint32_t place) const {
    std::string_view line = source_.line_text(static_cast<std::uint32_t>(line_number));
    const std::size_t bytes = source_.position(place).column_bytes + 1;
    return std::int64_t(utf8_length(line.substr(0, bytes))) + (bytes > line.size());
}

Raised Parser::raise_from(Span start, SyntaxMessage message, std::initializer_list<std::string_view> arguments) {
    if (raised() || tokens_.scanner_failed()) return no_match;
    // The end is the character before the one where the scanner stands, as CPython counts it here.
    std::uint32_t end = tokens_.scanned_to();
    raise(start, message, arguments);
    SourcePosition position = source_.position(end > 0 ? end - 1 : 0);
    error_.end_lineno = position.line;
    error_.end_offset = error_.end_lineno > error_.lineno ? offset_in_line(error_.lineno, end > 0 ? end - 1 : 0)
                                                          : std::int64_t(position.column) + 1;
    return no_match;
}

// Where CPython puts an error about a token without a place: where the scanner stood, counted from 0, without an end.
void Parser::place_at(SyntaxDiagnostic& diagnostic, const Token& token) const {
    if (!is_placeless(token)) return;
    SourcePosition position = source_.position(token.span.end);
    if (token.span.end == source_.size() && token.span.end > 0) {
        position = source_.position(token.span.end - 1);
        position.column += 1;
    }
    if (source_.size() == 0) position.line = 0;
    diagnostic.lineno = diagnostic.end_lineno = position.line;
    diagnostic.offset = position.column;
    diagnostic.end_offset = -1;
}

Raised Parser::raise_at_last(SyntaxMessage message, std::initializer_list<std::string_view> arguments,
                             SyntaxErrorKind kind) {
    return raise_at(tokens_.empty() ? Token{} : tokens_.last(), message, arguments, kind);
}

Raised Parser::raise_at_current(SyntaxMessage message, std::initializer_list<std::string_view> arguments) {
    return raise_at(tokens_.current(), message, arguments, SyntaxErrorKind::SyntaxError);
}

Raised Parser::raise_at(Token token, SyntaxMessage message, std::initializer_list<std::string_view> arguments,
                        SyntaxErrorKind kind) {
    if (raised()) return no_match;
    raise(token.span, message, arguments);
    if (!raised()) return no_match; // the scanner failed
    error_.kind = kind;
    place_at(error_, token);
    return no_match;
}

Result<void> Parser::expect_forced(Kind kind) {
    if (accept(kind)) return ok;
    return raise(tokens_.current().span, SyntaxMessage::Expected, {token_spelling(kind)});
}

Raised Parser::raise_literal_error() {
    tokens_.stop();
    return no_match;
}

void Parser::check_nesting() {
    // Between two checks the parser, and what it calls, may use this much.
    constexpr std::uintptr_t reserve = std::uintptr_t(32) << 10;
    if (stack_low_ == 0)
        stack_low_ = (options_.stack_low != 0 ? options_.stack_low : platform::current_stack().low) + reserve;
    if (depth_ <= options_.max_depth && reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0)) > stack_low_)
        return;
    if (raised() || tokens_.scanner_failed()) return;
    raise_at_last(SyntaxMessage::TooDeep, {}, SyntaxErrorKind::MemoryError);
    error_.has_position = false;
    too_deep_ = true;
}

// CPython's _PyPegen_set_syntax_error: no explanation is "invalid syntax" at the last token of the first pass, and
// errors of the scanner in the rest of the text are preferred to the parser's.
void Parser::settle_error(const Token& last) {
    if (tokens_.scanner_failed()) {
        if (!raised()) error_ = tokens_.scanner_error();
        return;
    }
    if (!raised()) {
        if (last.kind == Kind::Indent || last.kind == Kind::Dedent) {
            raise_at_last(last.kind == Kind::Indent ? SyntaxMessage::UnexpectedIndent
                                                    : SyntaxMessage::UnexpectedUnindent,
                          {}, SyntaxErrorKind::IndentationError);
            return;
        }
        raise(last.span, SyntaxMessage::InvalidSyntax);
        if (is_placeless(last)) {
            place_at(error_, last);
            error_.offset = error_.end_offset = 0;
        }
    }
    prefer_later_scanner_error();
}

void Parser::prefer_later_scanner_error() {
    if (options_.allow_incomplete) return;
    const std::uint32_t error_line = tokens_.empty() ? 0 : tokens_.last().line;
    tokens_.scan_rest();
    if (!tokens_.scanner_failed()) return;
    const SyntaxDiagnostic& later = tokens_.scanner_error();
    // Within an f-string the parser's error is the better one.
    if (tokens_.fstring_depth() > 0) return;
    const bool unclosed = later.message.ends_with("was never closed");
    // Of these errors CPython's scanner keeps only a code, which nobody looks at any more; but then too an open bracket
    // may explain the parser's error.
    const bool forgotten = later.kind != SyntaxErrorKind::SyntaxError ||
                           later.message == "unexpected character after line continuation character" ||
                           later.message == "unexpected EOF while parsing";
    if (!unclosed && !forgotten) {
        error_ = later;
    } else if (const auto* bracket = tokens_.open_bracket(); bracket && error_line > bracket->line) {
        error_ = make_diagnostic(SyntaxErrorKind::SyntaxError,
                                 format_syntax_message(SyntaxMessage::NeverClosed, {{&bracket->bracket, 1}}), source_,
                                 {bracket->offset, bracket->offset});
        error_.end_offset = 0;
    }
}

// ---- names ----------------------------------------------------------------------------------------------------------

ast::Identifier Parser::intern(std::string_view name) {
    if ((name_count_ + 1) * 2 > names_.size()) {
        std::vector<std::string_view> old =
            std::exchange(names_, std::vector<std::string_view>(std::max<std::size_t>(names_.size() * 2, 256)));
        for (std::string_view known : old)
            if (!known.empty()) *name_slot(known) = known;
    }
    std::string_view* slot = name_slot(name);
    if (slot->empty()) {
        *slot = name;
        ++name_count_;
    }
    return *slot;
}

std::string_view* Parser::name_slot(std::string_view name) {
    std::size_t mask = names_.size() - 1;
    std::size_t i = std::hash<std::string_view>{}(name)&mask;
    while (!names_[i].empty() && names_[i] != name) i = (i + 1) & mask;
    return &names_[i];
}

} // namespace mp
