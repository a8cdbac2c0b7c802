#pragma once
// C++ ranges as Python iterators.
//
//   host.cls<Bag>("Bag").def("__iter__", [](Bag& bag) { return minipy::iterate(bag.items); });
//
// The items are converted one by one as Python asks for them. The iterator keeps the function's first argument (the Bag) alive; what the range refers to must stay
// valid and unchanged as long as it does.
#include <memory>

#include "minipy/function.hpp"

namespace minipy {

namespace detail {

// Gives the next item, owned; unmatched_word at the end.
using Next = std::function<Word(Core&)>;
// A Python iterator over them that keeps `owner` (borrowed) alive; owned.
MINIPY_API Word make_iterator(Core& core, Next next, Word owner) noexcept;

} // namespace detail

// What iterate() gives: a result of bound functions.
template <class It, class End>
struct Iteration {
    It at;
    End end;
};

template <class Range>
auto iterate(Range& range) {
    return Iteration<decltype(range.begin()), decltype(range.end())>{range.begin(), range.end()};
}
template <class It, class End>
Iteration<It, End> iterate(It begin, End end) {
    return {std::move(begin), std::move(end)};
}

namespace detail {

template <class It, class End>
struct Caster<Iteration<It, End>> {
    using Item = decltype(*std::declval<It&>());
    static constexpr bool has_policies = true;
    static Word store(Core& core, Iteration<It, End> range) {
        return store_as<Returned::automatic>(core, std::move(range), none_word);
    }
    template <Returned policy>
    static Word store_as(Core& core, Iteration<It, End> range, Word first_argument) {
        return make_iterator(
            core,
            [range = std::move(range), owner = first_argument](Core& in) mutable -> Word {
                if (range.at == range.end) return unmatched_word;
                // Items of bound classes are parts of the owner.
                const Word word = store_result < RefersToObject<Item> ? Returned::internal : Returned::automatic,
                           Item > (in, *range.at, owner);
                if (word != raised_word) ++range.at;
                return word;
            },
            first_argument);
    }
    static std::string name(Core* core) { return "Iterator[" + CasterOf<Item>::name(core) + "]"; }
};

} // namespace detail
} // namespace minipy
