#include "interp/syntax/indentation.h"

namespace mp {

Indentation::Change Indentation::enter(IndentWidth width, unsigned& closed) {
    closed = 0;
    IndentWidth current = levels_.back();
    if (width.columns == current.columns)
        return width.columns_of_one == current.columns_of_one ? Change::Same : Change::InconsistentTabs;
    if (width.columns > current.columns) {
        if (levels_.size() == most_levels) return Change::TooDeep;
        if (width.columns_of_one <= current.columns_of_one) return Change::InconsistentTabs;
        levels_.push_back(width);
        return Change::Deeper;
    }
    while (levels_.size() > 1 && width.columns < levels_.back().columns) {
        levels_.pop_back();
        ++closed;
    }
    if (width.columns != levels_.back().columns) return Change::NoSuchLevel;
    if (width.columns_of_one != levels_.back().columns_of_one) return Change::InconsistentTabs;
    return Change::Shallower;
}

} // namespace mp
