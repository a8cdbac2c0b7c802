#pragma once
// Character classes and word boundaries in PCRE2's notation.
#include <string>
#include <vector>

namespace mp::re_module {

// What \w and its kin mean at a place.
struct Alphabet {
    bool ascii;  // ASCII's letters, digits and blanks; else Unicode's
    bool native; // the same as for the whole pattern: PCRE2's own \w means it
};

// One element of [...]: a character, or a category.
struct Member {
    char32_t character = 0;
    char category = 0; // d, D, s, S, w, W
};

class CharacterClass {
public:
    void add(const Member& member, Alphabet alphabet);
    void add_range(char32_t low, char32_t high);
    void add_category(char category, Alphabet alphabet);
    // As one atom.
    void append_to(std::string& text, bool negated) const;

private:
    std::string members_;                  // inside of [...]
    std::vector<std::string> complements_; // insides of [^...] that belong to the class too: what [...] cannot say
};

void append_literal(std::string& text, char32_t c);
// \b, or \B when `negated`.
void append_boundary(std::string& text, bool negated, Alphabet alphabet);

} // namespace mp::re_module
