#pragma once
// The table of interned texts: open addressing over str objects, found by their text. It borrows: a str that dies takes itself out.
#include <string_view>
#include <vector>

#include "objects/types/str.h"

namespace mp {

class InternTable {
public:
    // The interned str with this text (ASCII), or null.
    StrObject* find(std::uint64_t hash, std::string_view ascii) const noexcept;
    StrObject* find(std::uint64_t hash, const StrObject& text) const noexcept;
    void add(std::uint64_t hash, StrObject& text); // throws bad_alloc; the text must not be there yet
    void remove(std::uint64_t hash, const StrObject& text) noexcept;

private:
    struct Entry {
        std::uint64_t hash;
        StrObject* text; // null: free; deleted(): was removed
    };
    static StrObject* deleted() noexcept { return reinterpret_cast<StrObject*>(std::uintptr_t{1}); }
    void grow();
    std::vector<Entry> entries_;
    std::size_t used_ = 0;   // live
    std::size_t filled_ = 0; // live and deleted
};

} // namespace mp
