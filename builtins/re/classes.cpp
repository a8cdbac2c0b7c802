#include "builtins/re/classes.h"

#include <cstdio>

namespace mp::re_module {

namespace {

constexpr const char* ascii_word = "A-Za-z0-9_";
// Unicode's blanks as str.isspace() knows them: PCRE2's and the four separators of ASCII.
constexpr const char* separators = "\\x1c-\\x1f";
constexpr const char* unicode_space = "\\p{Z}\\x{85}\\x1c-\\x1f\\t-\\r";
constexpr const char* unicode_word = "\\p{L}\\p{N}_";

} // namespace

void append_literal(std::string& text, char32_t c) {
    const bool alphanumeric = (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
    if (alphanumeric || c == U' ' || c == U'_') {
        text += static_cast<char>(c);
    } else if (c > U' ' && c < 0x7F) {
        text += '\\';
        text += static_cast<char>(c);
    } else {
        char buffer[16];
        std::snprintf(buffer, sizeof buffer, "\\x{%x}", static_cast<unsigned>(c));
        text += buffer;
    }
}

void CharacterClass::add(const Member& member, Alphabet alphabet) {
    if (member.category)
        add_category(member.category, alphabet);
    else
        append_literal(members_, member.character);
}

void CharacterClass::add_range(char32_t low, char32_t high) {
    append_literal(members_, low);
    members_ += '-';
    append_literal(members_, high);
}

void CharacterClass::add_category(char category, Alphabet alphabet) {
    if (alphabet.native && (alphabet.ascii || (category != 's' && category != 'S'))) {
        members_ += '\\';
        members_ += category;
        return;
    }
    if (alphabet.native) {
        const std::string space = std::string("\\s") + separators;
        if (category == 's')
            members_ += space;
        else
            complements_.push_back(space);
        return;
    }
    std::string set;
    switch (category | 0x20) {
    case 'd': set = alphabet.ascii ? "0-9" : "\\p{Nd}"; break;
    case 'w': set = alphabet.ascii ? ascii_word : unicode_word; break;
    default: set = alphabet.ascii ? "\\t-\\r " : unicode_space; break;
    }
    if (category & 0x20)
        members_ += set;
    else
        complements_.push_back(set);
}

void CharacterClass::append_to(std::string& text, bool negated) const {
    if (complements_.empty()) {
        // A category alone needs no brackets.
        if (!negated && members_.size() == 2 && members_[0] == '\\') {
            text += members_;
            return;
        }
        text += (negated ? "[^" : "[") + members_ + "]";
        return;
    }
    if (!negated) {
        if (members_.empty() && complements_.size() == 1) {
            text += "[^" + complements_[0] + "]";
            return;
        }
        text += "(?:";
        if (!members_.empty()) text += "[" + members_ + "]|";
        for (std::size_t i = 0; i < complements_.size(); ++i) text += (i ? "|[^" : "[^") + complements_[i] + "]";
        text += ')';
        return;
    }
    // In none of the members, and in all of what the complements leave out.
    text += "(?:";
    if (!members_.empty()) text += "(?![" + members_ + "])";
    for (std::size_t i = 0; i + 1 < complements_.size(); ++i) text += "(?=[" + complements_[i] + "])";
    text += "[" + complements_.back() + "])";
}

void append_boundary(std::string& text, bool negated, Alphabet alphabet) {
    if (alphabet.native) {
        text += negated ? "(?:\\B(?!\\A\\z))" : "\\b"; // \B does not match the empty string
        return;
    }
    const std::string word = std::string("[") + (alphabet.ascii ? ascii_word : unicode_word) + "]";
    if (negated)
        text += "(?:(?!\\A\\z)(?:(?<=" + word + ")(?=" + word + ")|(?<!" + word + ")(?!" + word + ")))";
    else
        text += "(?:(?<=" + word + ")(?!" + word + ")|(?<!" + word + ")(?=" + word + "))";
}

} // namespace mp::re_module
