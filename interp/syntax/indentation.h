#pragma once
// Indentation (language reference 2.1.8): how deep a line stands, and what that means next to the lines before.
#include <cstdint>

#include <boost/container/static_vector.hpp>

namespace mp {

// The width of the whitespace before a line's first token. Tabs reach to the next multiple of 8 in `columns` and count
// as one in `columns_of_one`: lines whose order differs between the two depend on the width of a tab, which is a
// TabError.
struct IndentWidth {
    std::uint32_t columns = 0;
    std::uint32_t columns_of_one = 0;

    void add_space() {
        ++columns;
        ++columns_of_one;
    }
    void add_tab() {
        columns = (columns / 8 + 1) * 8;
        ++columns_of_one;
    }
};

class Indentation {
public:
    enum class Change : std::uint8_t { Same, Deeper, Shallower, InconsistentTabs, TooDeep, NoSuchLevel };

    // Compares the line with the open levels and opens or closes levels accordingly. `closed` receives how many were
    // closed (Dedents to give) when Shallower. The last three are errors.
    Change enter(IndentWidth width, unsigned& closed);

private:
    // CPython's limit: the outermost level and 99 more.
    static constexpr unsigned most_levels = 100;
    boost::container::static_vector<IndentWidth, most_levels> levels_{IndentWidth{}};
};

} // namespace mp
