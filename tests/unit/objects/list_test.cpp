// list's C++ interface: growth, slices, and the sort over all shapes of data.
#include "objects/types/list.h"

#include <algorithm>

#include "tests/unit/objects/test_runtime.h"

namespace mp {
namespace {

class ListTest : public ::testing::Test {
protected:
    Ref<ListObject> list_of(const std::vector<std::int64_t>& items) {
        auto list = make_list(rt);
        for (std::int64_t item : items) list_append(rt, *list, make_int(rt, item));
        return list;
    }
    std::vector<std::int64_t> items_of(const ListObject& list) {
        std::vector<std::int64_t> items;
        for (std::int64_t i = 0; i < list.size; ++i) items.push_back(list.items[i].as_int());
        return items;
    }
    TestRuntime rt;
};

TEST_F(ListTest, GrowsByCPythonsPattern) {
    auto list = make_list(rt);
    std::vector<std::int64_t> capacities;
    for (int i = 0; i < 80; ++i) {
        list_append(rt, *list, Owned::adopt(Value::from_int(i)));
        if (capacities.empty() || capacities.back() != list->capacity) capacities.push_back(list->capacity);
    }
    EXPECT_EQ(capacities, (std::vector<std::int64_t>{4, 8, 16, 24, 32, 40, 52, 64, 76, 92}));
}

TEST_F(ListTest, SlicesWithAnyStep) {
    auto list = list_of({0, 1, 2, 3, 4, 5, 6});
    EXPECT_EQ(items_of(*list_slice(rt, *list, 1, 1, 3)), (std::vector<std::int64_t>{1, 2, 3}));
    EXPECT_EQ(items_of(*list_slice(rt, *list, 6, -2, 4)), (std::vector<std::int64_t>{6, 4, 2, 0}));
    EXPECT_EQ(list_slice(rt, *list, 0, 1, 0)->size, 0);
}

TEST_F(ListTest, ExtendingByItselfDoublesIt) {
    auto list = list_of({1, 2, 3});
    MUST(list_extend(rt, *list, list));
    EXPECT_EQ(items_of(*list), (std::vector<std::int64_t>{1, 2, 3, 1, 2, 3}));
    auto not_iterable = list_extend(rt, *list, Value::from_int(5));
    EXPECT_TRUE(not_iterable.is_raised());
    rt.clear_pending();
}

TEST_F(ListTest, SortsEveryShapeOfData) {
    std::uint64_t state = 3;
    const auto random = [&](std::uint64_t n) {
        return static_cast<std::int64_t>(((state = state * 6364136223846793005u + 1442695040888963407u) >> 33) % n);
    };
    for (const std::int64_t size : {0, 1, 2, 5, 31, 32, 63, 64, 65, 127, 128, 129, 500, 2048, 5000}) {
        for (int shape = 0; shape < 8; ++shape) {
            std::vector<std::int64_t> items;
            for (std::int64_t i = 0; i < size; ++i) {
                switch (shape) {
                case 0: items.push_back(i); break;
                case 1: items.push_back(size - i); break;
                case 2: items.push_back(random(1000000)); break;
                case 3: items.push_back(random(4)); break;
                case 4: items.push_back(i % 100); break;
                case 5: items.push_back(i < size - 10 ? i : random(static_cast<std::uint64_t>(size))); break;
                case 6: items.push_back(-(i / 5)); break;
                default: items.push_back(i * (i % 2 ? 1 : -1)); break;
                }
            }
            auto list = list_of(items);
            MUST(list_sort(rt, *list, Value::none(), false));
            std::sort(items.begin(), items.end());
            ASSERT_EQ(items_of(*list), items) << "size " << size << " shape " << shape;
            MUST(list_sort(rt, *list, Value::none(), true));
            std::reverse(items.begin(), items.end());
            ASSERT_EQ(items_of(*list), items);
        }
    }
}

TEST_F(ListTest, SortingWhatCannotBeComparedKeepsAllItems) {
    auto list = list_of({3, 2, 1});
    list_append(rt, *list, make_str(rt, "x"));
    EXPECT_TRUE(list_sort(rt, *list, Value::none(), false).is_raised());
    EXPECT_TRUE(pending_matches(rt, TypeId::TypeError));
    rt.clear_pending();
    EXPECT_EQ(list->size, 4);
}

} // namespace
} // namespace mp
