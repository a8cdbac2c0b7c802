// set's C++ interface: CPython's order, hash, and a run against a model.
#include "objects/types/set.h"

#include <set>

#include "tests/unit/objects/test_runtime.h"

namespace mp {
namespace {

class SetTest : public ::testing::Test {
protected:
    Ref<SetObject> set_of(std::initializer_list<std::int64_t> items) {
        auto set = make_set(rt);
        for (std::int64_t item : items) MUST(set_add(rt, *set, Value::from_int(item)));
        return set;
    }
    TestRuntime rt;
};

std::vector<std::int64_t> items_of(const SetObject& set) {
    std::vector<std::int64_t> items;
    std::int64_t position = 0, hash;
    Value item;
    while (set_next(set, position, item, hash)) items.push_back(item.as_int());
    return items;
}

using Items = std::vector<std::int64_t>;

TEST_F(SetTest, NumbersStandInTheOrderOfTheirPlaces) {
    // As CPython 3.13 prints them.
    EXPECT_EQ(items_of(*set_of({5, 3, 1})), (Items{1, 3, 5}));
    EXPECT_EQ(items_of(*set_of({8, 16, 24, 1})), (Items{8, 16, 24, 1}));
    EXPECT_EQ(items_of(*set_of({1000, 100, 10, 1})), (Items{1000, 1, 10, 100}));
}

TEST_F(SetTest, ACopyHasTheSameItemsAndItsOwnTable) {
    auto set = set_of({3, 11, 19, 27, 35, 43});
    EXPECT_TRUE(MUST(set_discard(rt, *set, Value::from_int(19))));
    auto copy = set_copy(rt, *set, TypeId::frozenset);
    EXPECT_EQ(std::set<std::int64_t>({3, 11, 27, 35, 43}), [&] {
        auto items = items_of(*copy);
        return std::set<std::int64_t>(items.begin(), items.end());
    }());
    set_clear(rt, *set);
    EXPECT_EQ(set->used, 0);
    EXPECT_TRUE(MUST(set_contains(rt, *copy, Value::from_float(27.0))));
}

TEST_F(SetTest, FrozensetsHashAsInCPython) {
    auto one = set_copy(rt, *set_of({1}), TypeId::frozenset);
    EXPECT_EQ(MUST(hash(rt, one)), -558064481276695278);
    auto three = set_copy(rt, *set_of({3, 2, 1}), TypeId::frozenset);
    EXPECT_EQ(MUST(hash(rt, three)), -272375401224217160);
    auto set = set_of({1});
    EXPECT_TRUE(hash(rt, set).is_raised());
    rt.clear_pending();
}

TEST_F(SetTest, ASetIsFoundInASetAsItsFrozenset) {
    auto outer = make_set(rt);
    auto inner = set_copy(rt, *set_of({1, 2}), TypeId::frozenset);
    EXPECT_TRUE(MUST(set_add(rt, *outer, inner)));
    auto same = set_of({2, 1});
    EXPECT_TRUE(MUST(set_contains(rt, *outer, same)));
    EXPECT_TRUE(set_add(rt, *outer, same).is_raised());
    rt.clear_pending();
}

TEST_F(SetTest, BehavesAsASetUnderRandomChanges) {
    auto set = make_set(rt);
    std::set<std::int64_t> model;
    std::uint64_t state = 7;
    const auto random = [&](std::uint64_t n) {
        return ((state = state * 6364136223846793005u + 1442695040888963407u) >> 33) % n;
    };
    for (int round = 0; round < 60000; ++round) {
        const auto item = static_cast<std::int64_t>(random(round % 20000 < 10000 ? 3000 : 10));
        Owned value = make_int(rt, item);
        switch (random(3)) {
        case 0: EXPECT_EQ(MUST(set_add(rt, *set, value)), model.insert(item).second); break;
        case 1: EXPECT_EQ(MUST(set_discard(rt, *set, value)), model.erase(item) == 1); break;
        case 2: EXPECT_EQ(MUST(set_contains(rt, *set, value)), model.contains(item)); break;
        }
        ASSERT_EQ(static_cast<std::size_t>(set->used), model.size());
    }
    EXPECT_EQ(items_of(*set).size(), model.size());
}

} // namespace
} // namespace mp
