#include "interp/syntax/number_errors.h"

namespace mp {

namespace {

constexpr bool is_decimal(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_word(char c) {
    return is_decimal(c) || is_letter(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool is_digit_of(char c, int base) {
    if (base == 16) return is_decimal(c) || (lower(c) >= 'a' && lower(c) <= 'f');
    return c >= '0' && c < '0' + base;
}

const char* base_name(int base) {
    return base == 16 ? "hexadecimal" : base == 8 ? "octal" : base == 2 ? "binary" : "decimal";
}

// Walks the number as language reference 2.4.4 spells it and stops at the first thing that does not fit.
class NumberExaminer {
public:
    explicit NumberExaminer(std::string_view text) : text_(text) {}

    NumberProblem run() {
        if (peek() == '0') {
            char mark = lower(peek(1));
            if (mark == 'x' || mark == 'o' || mark == 'b') {
                at_ = 2;
                prefixed(mark == 'x' ? 16 : mark == 'o' ? 8 : 2);
                return problem_;
            }
        }
        decimal();
        return problem_;
    }

private:
    char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }

    // The message points at the character before at_ + `consumed`.
    bool fail(std::string message, std::size_t consumed = 0) {
        problem_ = {NumberProblem::Kind::Error, at_ + consumed, std::move(message)};
        return false;
    }
    bool fail_literal(const char* kind) { return fail(std::string("invalid ") + kind + " literal"); }

    void prefixed(int base) {
        auto wrong = [&] {
            if (base != 16 && is_decimal(peek()))
                return fail(std::string("invalid digit '") + peek() + "' in " + base_name(base) + " literal", 1);
            return fail_literal(base_name(base));
        };
        do {
            if (peek() == '_') ++at_;
            if (!is_digit_of(peek(), base)) {
                wrong();
                return;
            }
            while (is_digit_of(peek(), base)) ++at_;
        } while (peek() == '_');
        if (base != 16 && is_decimal(peek())) {
            wrong();
            return;
        }
        finish(base_name(base));
    }

    // digit (["_"] digit)*, from a digit.
    bool digits() {
        for (;;) {
            while (is_decimal(peek())) ++at_;
            if (peek() != '_') return true;
            ++at_;
            if (!is_decimal(peek())) return fail_literal("decimal");
        }
    }

    void decimal() {
        bool leading_zero = peek() == '0', nonzero = false;
        std::size_t zeros_end = 0;
        if (is_decimal(peek())) {
            if (leading_zero) {
                // Zeros with underscores between them; the first other digit makes it an old octal literal, or a float.
                while (peek() == '0' || peek() == '_') {
                    if (peek() == '_' && !is_decimal(peek(1))) {
                        ++at_;
                        fail_literal("decimal");
                        return;
                    }
                    ++at_;
                }
                zeros_end = at_;
                nonzero = is_decimal(peek());
            }
            if (is_decimal(peek()) && !digits()) return;
        }
        bool is_float = false;
        if (peek() == '.') {
            is_float = true;
            ++at_;
            if (is_decimal(peek()) && !digits()) return;
        }
        if (lower(peek()) == 'e') {
            bool sign = peek(1) == '+' || peek(1) == '-';
            if (is_decimal(peek(sign ? 2 : 1))) {
                is_float = true;
                at_ += sign ? 2 : 1;
                if (!digits()) return;
            } else if (sign) {
                at_ += 2;
                fail_literal("decimal");
                return;
            } else {
                // `1else`: the e may begin a keyword.
                finish("decimal");
                if (nonzero && !is_float && problem_.kind != NumberProblem::Kind::Error) leading_zeros(zeros_end);
                return;
            }
        }
        if (lower(peek()) == 'j') {
            ++at_;
            finish("imaginary");
            return;
        }
        if (nonzero && !is_float) return leading_zeros(zeros_end);
        finish("decimal");
    }

    void leading_zeros(std::size_t zeros_end) {
        fail("leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers");
        problem_.range_end = zeros_end;
    }

    bool word_follows(std::string_view word) const {
        return text_.substr(at_).starts_with(word) && !is_word(peek(word.size()));
    }

    // The number ends here: nothing that continues a word may follow, but a keyword, for now (with a warning).
    void finish(const char* kind) {
        bool keyword = word_follows("and") || word_follows("else") || word_follows("for") || word_follows("or") ||
                       word_follows("not");
        if (peek() == 'i' && (peek(1) == 'f' || peek(1) == 'n' || peek(1) == 's')) keyword = true;
        if (keyword) {
            problem_ = {NumberProblem::Kind::Warning, at_, std::string("invalid ") + kind + " literal"};
        } else if (is_word(peek()) && static_cast<unsigned char>(peek()) < 0x80) {
            fail_literal(kind);
        } else {
            problem_ = {NumberProblem::Kind::None, at_};
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
    NumberProblem problem_;
};

} // namespace

NumberProblem examine_number(std::string_view text) { return NumberExaminer(text).run(); }

} // namespace mp
