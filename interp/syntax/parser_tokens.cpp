#include "interp/syntax/parser_tokens.h"

namespace mp {

namespace {
const Token stopped_token{TokenKind::Error, 0, {}, {}};
}

TokenStream::TokenStream(const SourceText& source, Arena& arena, const ParseOptions& options, SyntaxWarnings& warnings)
    : scanner_(source, arena, warnings),
      source_(source),
      mode_(options.mode),
      allow_incomplete_(options.allow_incomplete) {
    tokens_.reserve(256);
    levels_.reserve(256);
}

const Token& TokenStream::fetch(Position position) {
    while (!stopped_ && tokens_.size() <= position) {
        Token token = next_token();
        if (token.kind == TokenKind::Error) {
            scanner_failed_ = true;
            stop();
            break;
        }
        tokens_.push_back(token);
        levels_.push_back(static_cast<std::uint16_t>(scanner_.open_bracket_count()));
        readable_ = static_cast<Position>(tokens_.size());
    }
    return stopped_ ? stopped_token : tokens_[position];
}

Token TokenStream::scan() {
    Token token = scanner_.next();
    if (token.kind == TokenKind::FStringStart)
        ++fstring_depth_;
    else if (token.kind == TokenKind::FStringEnd)
        --fstring_depth_;
    // For CPython a comment belongs to the newline behind it.
    if (token.kind == TokenKind::Newline) {
        std::size_t comment = source_.slice({scanned_to(), token.span.start}).find('#');
        if (comment != std::string_view::npos) token.span.start = scanned_to() + static_cast<std::uint32_t>(comment);
    }
    return token;
}

// A text that is not a file need not end in a newline, and has no Newline token there. But the end of the text ends an
// interactive statement as a newline would, and closes its blocks, unless the REPL would rather ask for another line.
Token TokenStream::next_token() {
    Token token = scan();
    if (mode_ != ParseMode::Exec) {
        const bool cut_short = !source_.ended_in_newline();
        const bool added_newline = cut_short && token.kind == TokenKind::Newline && token.span.end == source_.size();
        if (added_newline && mode_ == ParseMode::Eval) token = scan();
        if (added_newline && mode_ == ParseMode::Single)
            statement_started_ = false;
        else if (cut_short && allow_incomplete_)
            while (token.kind == TokenKind::Dedent && token.span.end == source_.size()) token = scan();
        if (cut_short && token.span.end == source_.size() && token.kind != TokenKind::Error)
            token.span = {source_.size() - 1, source_.size() - 1};
        if (token.kind == TokenKind::EndMarker && mode_ == ParseMode::Single && statement_started_) {
            token.kind = TokenKind::Newline;
            statement_started_ = false;
        } else if (!added_newline && token.kind != TokenKind::EndMarker) {
            statement_started_ = true;
        }
    }
    reached_end_ |= token.kind == TokenKind::EndMarker || (token.kind == TokenKind::Newline && token.span.empty());
    return token;
}

std::uint32_t TokenStream::end_of_construct() const {
    for (Position at = position_; at > 0; --at) {
        switch (tokens_[at - 1].kind) {
        case TokenKind::Newline:
        case TokenKind::Indent:
        case TokenKind::Dedent:
        case TokenKind::EndMarker: continue;
        default: return tokens_[at - 1].span.end;
        }
    }
    return tokens_.empty() ? 0 : tokens_[0].span.start;
}

void TokenStream::forget_before(Position position) {
    tokens_.erase(tokens_.begin(), tokens_.begin() + position);
    levels_.erase(levels_.begin(), levels_.begin() + position);
    readable_ = stopped_ ? 0 : static_cast<Position>(tokens_.size());
    position_ -= position;
}

void TokenStream::restart() {
    stopped_ = scanner_failed_ = false; // the scanner repeats its error when it comes to it again
    readable_ = static_cast<Position>(tokens_.size());
    position_ = 0;
}

void TokenStream::scan_rest() {
    for (;;) {
        Token token = scan();
        if (token.kind == TokenKind::Error) scanner_failed_ = true;
        if (token.kind == TokenKind::Error || token.kind == TokenKind::EndMarker) return;
    }
}

} // namespace mp
