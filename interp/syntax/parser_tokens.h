#pragma once
// The parser's view of the scanner: tokens by index, fetched when they are first looked at, kept as long as the parser
// may go back to them.
#include <cstdint>
#include <vector>

#include "interp/syntax/parse.h"
#include "interp/syntax/scanner.h"

namespace mp {

// A parser that tries one rule after another marks a position and resets to it. Which token was looked at last is part
// of the interface: that is where CPython places a syntax error that has no explanation.
//
// After stop() every token reads as Error, so that no rule matches any more and the parser unwinds: this is how a
// syntax error that was found ends the parse without a check in every rule.
class TokenStream {
public:
    using Position = std::uint32_t;

    TokenStream(const SourceText& source, Arena& arena, const ParseOptions& options, SyntaxWarnings& warnings);

    // The current token, and the one behind it.
    const Token& current() {
        if (position_ < readable_) [[likely]]
            return tokens_[position_];
        return fetch(position_);
    }
    const Token& following() { return position_ + 1 < readable_ ? tokens_[position_ + 1] : fetch(position_ + 1); }
    TokenKind kind() { return current().kind; }

    void advance() { ++position_; }
    Position position() const { return position_; }
    void reset(Position position) { position_ = position; }

    // The token before the current one, and how many brackets were open behind it. At least one token was consumed.
    const Token& previous() const { return tokens_[position_ - 1]; }
    unsigned previous_level() const { return levels_[position_ - 1]; }
    const Token& at(Position position) const { return tokens_[position]; }

    // Where a construct ends that ends here: behind the last token that is not a newline or (de)indentation.
    std::uint32_t end_of_construct() const;

    bool empty() const { return tokens_.empty(); }
    // The last token fetched. At least one was.
    const Token& last() const { return tokens_.back(); }
    // Where the scanner stands: behind the last token.
    std::uint32_t scanned_to() const { return tokens_.empty() ? 0 : tokens_.back().span.end; }

    // Forgets the tokens before `position`, which becomes position 0.
    void forget_before(Position position);

    // No more tokens: all read as Error.
    void stop() {
        readable_ = 0;
        stopped_ = true;
    }
    // Undoes stop() and goes back to the first token kept.
    void restart();

    // The scanner reported an error (and the stream stopped there).
    bool scanner_failed() const { return scanner_failed_; }
    const SyntaxDiagnostic& scanner_error() const { return scanner_.error(); }
    // The end of the text was seen.
    bool reached_end() const { return reached_end_; }
    // Reads the rest of the text, for the scanner errors in it.
    void scan_rest();
    // How many f-strings were open where the scanner stands.
    unsigned fstring_depth() const { return fstring_depth_; }
    const Scanner::OpenBracket* open_bracket() const { return scanner_.innermost_open_bracket(); }

private:
    const Token& fetch(Position position);
    Token next_token();
    Token scan();

    Scanner scanner_;
    const SourceText& source_;
    ParseMode mode_;
    bool allow_incomplete_;
    bool statement_started_ = false; // Single: something was given since the text's end last counted as a newline
    bool stopped_ = false;
    bool scanner_failed_ = false;
    bool reached_end_ = false;
    unsigned fstring_depth_ = 0;
    Position position_ = 0;
    Position readable_ = 0; // how many of tokens_ may be read: all, or none after stop()
    std::vector<Token> tokens_;
    std::vector<std::uint16_t> levels_;
};

} // namespace mp
