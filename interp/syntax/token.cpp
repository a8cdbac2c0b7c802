#include "interp/syntax/token.h"

#include <array>
#include <cstddef>

namespace mp {

namespace {

constexpr std::string_view spellings[] = {
#define TOKEN(kind, description) description,
#define PUNCTUATOR(kind, spelling) spelling,
#define KEYWORD(kind, spelling) spelling,
#include "interp/syntax/tokens.def"
};

constexpr std::string_view kind_names[] = {
#define TOKEN(kind, description) #kind,
#define PUNCTUATOR(kind, spelling) #kind,
#define KEYWORD(kind, spelling) #kind,
#include "interp/syntax/tokens.def"
};

// Keywords by hash, open addressing, built at compile time from the one list. Empty slots hold Name.
constexpr std::size_t slot_count = 128;
constexpr std::size_t shortest_keyword = 2, longest_keyword = 8;

constexpr std::size_t keyword_slot(std::string_view name) {
    auto at = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(name[i])); };
    return (at(0) * 5 + at(1) * 11 + at(name.size() - 1) * 3 + name.size()) % slot_count;
}

constexpr auto keyword_table = [] {
    std::array<TokenKind, slot_count> table{};
    table.fill(TokenKind::Name);
    for (std::size_t i = 0; i < std::size(spellings); ++i) {
        auto kind = static_cast<TokenKind>(i);
        if (!is_keyword(kind)) continue;
        std::size_t slot = keyword_slot(spellings[i]);
        while (table[slot] != TokenKind::Name) slot = (slot + 1) % slot_count;
        table[slot] = kind;
    }
    return table;
}();

} // namespace

std::string_view token_spelling(TokenKind kind) { return spellings[static_cast<std::size_t>(kind)]; }

std::string_view token_kind_name(TokenKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

TokenKind keyword_kind(std::string_view name) {
    if (name.size() < shortest_keyword || name.size() > longest_keyword) return TokenKind::Name;
    for (std::size_t slot = keyword_slot(name);; slot = (slot + 1) % slot_count) {
        TokenKind kind = keyword_table[slot];
        if (kind == TokenKind::Name || token_spelling(kind) == name) return kind;
    }
}

} // namespace mp
