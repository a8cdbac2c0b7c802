#pragma once
// Python's regular expressions as PCRE2's: one pass over the pattern that checks it as CPython's re does (the same errors at the same places) and writes what PCRE2
// shall compile. Knows no objects.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mp::re_module {

// The numbers of re.RegexFlag.
enum Flag : unsigned {
    flag_ignore_case = 2,
    flag_locale = 4,
    flag_multiline = 8,
    flag_dot_all = 16,
    flag_unicode = 32,
    flag_verbose = 64,
    flag_debug = 128,
    flag_ascii = 256,
};

// What is wrong with a pattern or a template. `kind` tells which exception says it.
struct PatternProblem {
    enum class Kind : std::uint8_t { pattern, value, overflow, recursion, index } kind = Kind::pattern;
    std::string message;        // UTF-8
    std::int64_t position = -1; // -1: none
};

struct Translation {
    std::string text;   // ASCII alone. Global flags are not in it.
    unsigned flags = 0; // given ones, those of a leading (?ims…), and UNICODE
    int groups = 0;     // capturing groups
    std::vector<std::pair<std::u32string, int>> names;
    std::vector<std::string> warnings; // FutureWarnings: what may mean an operation on sets one day
    std::vector<int>
        close_order; // by group number: which of the groups is closed as the first, second … ([0] is not used)
};

// `bytes`: a pattern for bytes, whose characters are bytes. No problem: `out` is complete.
std::optional<PatternProblem> translate(std::u32string_view pattern, bool bytes, unsigned flags, Translation& out);

// The characters of a pattern or template as CPython's tokenizer cuts them: a backslash goes with what follows.
class Source {
public:
    Source(std::u32string_view text, bool bytes) : text_(text), bytes_(bytes) { advance(); }
    bool at_end() const noexcept { return token_.empty(); }
    std::u32string_view peek() const noexcept { return token_; } // empty at the end
    bool next_is(char32_t c) const noexcept { return token_.size() == 1 && token_[0] == c; }
    bool next_in(std::u32string_view set) const noexcept {
        return token_.size() == 1 && set.find(token_[0]) != std::u32string_view::npos;
    }
    std::u32string_view get() {
        const auto token = token_;
        advance();
        return token;
    }
    bool match(char32_t c) {
        if (!next_is(c)) return false;
        advance();
        return true;
    }
    std::u32string get_while(int most, std::u32string_view set);
    // What stands before the terminator, which is taken; nothing: a problem ("missing group name" …).
    std::optional<std::u32string> get_until(char32_t terminator, const char* what);
    bool check_group_name(const std::u32string& name, std::int64_t offset);
    std::int64_t tell() const noexcept { return static_cast<std::int64_t>(index_ - token_.size()); }
    void seek(std::int64_t index) {
        index_ = static_cast<std::size_t>(index);
        advance();
    }
    bool is_bytes() const noexcept { return bytes_; }

    // The first problem stays. Always false.
    bool fail(std::string message, std::int64_t offset = 0) { return fail_at(std::move(message), tell() - offset); }
    bool fail_at(std::string message, std::int64_t position, PatternProblem::Kind kind = PatternProblem::Kind::pattern);
    bool failed() const noexcept { return problem.has_value(); }
    std::optional<PatternProblem> problem;

private:
    void advance();
    std::u32string_view text_;
    std::u32string_view token_;
    std::size_t index_ = 0;
    bool bytes_;
};

// ---- for texts of errors
std::string shown(std::u32string_view text);                           // UTF-8
std::string quoted(std::u32string_view text, bool ascii_only = false); // as repr() shows it
bool is_ascii_letter(char32_t c) noexcept;
bool is_decimal(std::u32string_view text) noexcept; // ASCII digits, at least one

} // namespace mp::re_module
