#pragma once
// The module _sre: compiled patterns and matches, on PCRE2. frozen/re.py is what scripts import.
#include <memory>
#include <vector>

#include <boost/container/small_vector.hpp>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "builtins/native_object.h"
#include "builtins/re/translate.h"
#include "objects/buffer/view.h"
#include "objects/types/str.h"

namespace mp::re_module {

// A text in UTF-8, with its characters' places: for texts that are not ASCII.
class Utf8Text {
public:
    explicit Utf8Text(const StrObject& text) : bytes_(to_utf8(text)) {}
    const std::string& bytes() const noexcept { return bytes_; }
    // Both walk from the place that was asked for last, or from the start.
    std::size_t byte_of(std::int64_t character) noexcept;
    std::int64_t character_of(std::size_t byte) noexcept;

private:
    std::string bytes_;
    std::size_t byte_ = 0; // a place known, in both units
    std::int64_t character_ = 0;
};

struct State : ModuleState {
    OptRef<Type> pattern, match, scanner, iterator;
    Owned last_text; // the text whose UTF-8 is kept: a scanner asks for the same one many times
    std::shared_ptr<Utf8Text> last_utf8;
};
inline State& state_of(Runtime& rt) { return rt.module_state<State>(); }

struct PatternObject : Object {
    Value pattern;      // str, bytes or another exporter
    Value group_index;  // dict: name -> number
    pcre2_code* narrow; // without UTF: for bytes, and for texts of ASCII characters; null: not made (yet)
    pcre2_code* wide;   // with UTF
    pcre2_match_data* data;
    int* close_order; // by group number
    std::int64_t groups;
    unsigned flags;
    std::uint32_t uses;
    bool bytes;
    bool narrow_fails; // the pattern has characters that only UTF knows
    bool compiled_just_in_time[2];
    std::string* translation;
    auto owned() noexcept { return std::tie(pattern, group_index); }
    void free_memory(Runtime& rt) noexcept;
};

struct MatchObject : Object {
    Value string, pattern;
    std::int64_t position, end_position; // what was searched, in characters
    std::int64_t last_index;             // the group closed last; 0: none
    std::int64_t groups;
    std::int64_t* marks() noexcept {
        return reinterpret_cast<std::int64_t*>(this + 1);
    } // start and end of group 0, 1 …; -1: not matched
};

inline PatternObject& pattern_of(Value value) noexcept { return *static_cast<PatternObject*>(value.object()); }
inline MatchObject& match_of(Value value) noexcept { return *static_cast<MatchObject*>(value.object()); }

// What a pattern is applied to: [position, end) of a text or of bytes, which stay where they are while this lives.
class Subject {
public:
    // TypeErrors: "cannot use a string pattern on a bytes-like object" … `position` and `end` are clamped to the length. May run __buffer__.
    static Result<Subject> of(Runtime& rt, const PatternObject& pattern, Value string, std::int64_t position,
                              std::int64_t end);
    Value string() const noexcept { return string_; }
    bool is_bytes() const noexcept { return bytes_; }
    std::int64_t position() const noexcept { return position_; }
    std::int64_t end() const noexcept { return end_; }
    // A part of it, as group() gives it: str, or bytes.
    Owned slice(Runtime& rt, std::int64_t start, std::int64_t end) const;

private:
    friend Result<bool> search(Runtime&, PatternObject&, Subject&, std::int64_t, std::uint32_t, std::int64_t*);
    Owned string_;
    BufferView view_;
    const std::uint8_t* data_ = nullptr;
    std::shared_ptr<Utf8Text> utf8_; // null: one byte a character
    std::int64_t position_ = 0, end_ = 0;
    std::size_t end_byte_ = 0;
    bool bytes_ = false;
};
// The same slice of a match's string. TypeError and the like when it is no longer what it was.
Result<Owned> slice_of(Runtime& rt, Value string, std::int64_t start, std::int64_t end);

// Compiles. re.error (PatternError), ValueError, OverflowError, RecursionError. `pattern` is str or an exporter of bytes.
Result<Owned> compile(Runtime& rt, Value pattern, unsigned flags);

// Looks for the pattern from character `start` on; `options` are PCRE2's. `marks` gets 2 * (groups + 1) places in characters. Pays for the work; raises when
// the budget ends, MemoryError, RuntimeError. Runs no Python code.
Result<bool> search(Runtime& rt, PatternObject& pattern, Subject& subject, std::int64_t start, std::uint32_t options,
                    std::int64_t* marks);

// Looks for one after the other, as findall() and sub() see them: empty ones too, but not twice at a place. `options`: PCRE2_ANCHORED for a scanner's match().
struct Progress {
    std::int64_t start; // where to go on
    bool must_advance = false;
};
Result<bool> next_match(Runtime& rt, PatternObject& pattern, Subject& subject, Progress& progress, std::int64_t* marks,
                        std::uint32_t options = 0);
// Room for the marks of one match.
using Marks = boost::container::small_vector<std::int64_t, 16>;
inline Marks marks_for(const PatternObject& pattern) {
    return Marks(static_cast<std::size_t>(2 * (pattern.groups + 1)), -1);
}

Owned make_match(Runtime& rt, PatternObject& pattern, const Subject& subject, const std::int64_t* marks);
// match.group(i), or `fallback` where it did not match.
Result<Owned> group_text(Runtime& rt, MatchObject& match, std::int64_t group, Value fallback);

// raise re.PatternError(message, pattern, position), or what else the problem says.
Raised raise_problem(Runtime& rt, const PatternProblem& problem, Value pattern);

// A replacement text: pieces of text and group numbers. `template_of` raises re.error, IndexError.
struct Piece {
    Owned text; // unbound: a group
    std::int64_t group = 0;
};
Result<std::vector<Piece>> template_of(Runtime& rt, PatternObject& pattern, Value replacement);
Result<Owned> expand(Runtime& rt, MatchObject& match, Value replacement);
// sub() and subn(): the new text, and how many were replaced.
Result<Owned> substitute(Runtime& rt, PatternObject& pattern, Value replacement, Value string, std::int64_t most,
                         std::int64_t& count);
Result<Owned> split(Runtime& rt, PatternObject& pattern, Value string, std::int64_t most);

// The characters of a str, or of bytes as Latin-1.
Result<std::u32string> characters_of(Runtime& rt, Value text);

extern const TypeSpec pattern_spec, match_spec, scanner_spec, iterator_spec;

} // namespace mp::re_module
