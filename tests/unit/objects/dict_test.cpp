// dict's C++ interface: str keys, versions, order, and a run against a model.
#include "objects/types/dict.h"

#include <map>

#include "tests/unit/objects/test_runtime.h"

namespace mp {
namespace {

class DictTest : public ::testing::Test {
protected:
    Owned number(std::int64_t n) { return make_int(rt, n); }
    TestRuntime rt;
};

std::vector<std::string> keys_of(DictObject& dict) {
    std::vector<std::string> keys;
    std::uint32_t position = 0;
    Value key, value;
    while (dict_next(dict, position, key, value))
        keys.push_back(is_str(key) ? to_utf8(*static_cast<StrObject*>(key.object())) : std::to_string(key.as_int()));
    return keys;
}

TEST_F(DictTest, StrKeysAreFoundByIdentityAndByText) {
    auto dict = make_dict(rt);
    auto key = make_str(rt, "a key that is not interned");
    auto same = make_str(rt, "a key that is not interned");
    ASSERT_NE(key.get(), same.get());
    dict_set_str(rt, *dict, *key, number(7));
    EXPECT_TRUE(dict_get_str(*dict, *key).is(Value::from_int(7)));
    EXPECT_TRUE(dict_get_str(*dict, *same).is(Value::from_int(7)));
    EXPECT_TRUE(dict_get_text(rt, *dict, "another").is_unbound());
    dict_set_str(rt, *dict, *same, number(8));
    EXPECT_EQ(dict->used, 1u);
    EXPECT_TRUE(dict_find_str(*dict, *key)->is(Value::from_int(8)));
}

TEST_F(DictTest, InsertionOrderSurvivesDeletionAndGrowth) {
    auto dict = make_dict(rt);
    for (int i = 0; i < 40; ++i) dict_set_text(rt, *dict, "k" + std::to_string(i), number(i));
    for (int i = 0; i < 40; i += 2) EXPECT_TRUE(dict_delete_str(rt, *dict, *rt.intern("k" + std::to_string(i))));
    dict_set_text(rt, *dict, "k0", number(0));
    auto keys = keys_of(*dict);
    ASSERT_EQ(keys.size(), 21u);
    EXPECT_EQ(keys.front(), "k1");
    EXPECT_EQ(keys.back(), "k0");
    EXPECT_FALSE(dict_delete_str(rt, *dict, *rt.intern("k2")));
}

TEST_F(DictTest, NumbersOfDifferentTypesAreOneKey) {
    auto dict = make_dict(rt);
    MUST(dict_set(rt, *dict, Value::from_int(1), Value::from_int(10)));
    MUST(dict_set(rt, *dict, Value::from_float(1.0), Value::from_int(20)));
    MUST(dict_set(rt, *dict, Value::true_(), Value::from_int(30)));
    EXPECT_EQ(dict->used, 1u);
    EXPECT_FALSE(dict->general);
    EXPECT_TRUE(MUST(dict_get(rt, *dict, Value::from_int(1))).get().is(Value::from_int(30)));
    MUST(dict_set(rt, *dict, Value::from_float(-0.0), Value::from_int(1)));
    EXPECT_TRUE(MUST(dict_contains(rt, *dict, Value::false_())));
}

TEST_F(DictTest, AKeyOfAnotherKindMakesTheTableGeneral) {
    auto dict = make_dict(rt);
    for (int i = 0; i < 20; ++i) dict_set_text(rt, *dict, std::to_string(i), number(i));
    auto pair = tuple_of(rt, Value::from_int(1), Value::from_int(2));
    MUST(dict_set(rt, *dict, pair, Value::none()));
    EXPECT_TRUE(dict->general);
    for (int i = 0; i < 20; ++i) EXPECT_TRUE(dict_get_text(rt, *dict, std::to_string(i)).is(Value::from_int(i)));
    auto same = tuple_of(rt, Value::from_int(1), Value::from_float(2.0));
    EXPECT_TRUE(MUST(dict_contains(rt, *dict, same)));
    auto list = make_list(rt);
    EXPECT_TRUE(dict_set(rt, *dict, list, Value::none()).is_raised());
    EXPECT_TRUE(pending_matches(rt, TypeId::TypeError));
    rt.clear_pending();
}

TEST_F(DictTest, KeysVersionChangesWithTheKeysAlone) {
    auto dict = make_dict(rt);
    dict_set_text(rt, *dict, "a", number(1));
    const std::uint32_t version = dict_keys_version(rt, *dict);
    EXPECT_NE(version, 0u);
    dict_set_text(rt, *dict, "a", number(2));
    EXPECT_EQ(dict_keys_version(rt, *dict), version);
    EXPECT_TRUE(dict_entry_value(*dict, static_cast<std::uint32_t>(dict_entry_index(*dict, *rt.intern("a"))))
                    ->is(Value::from_int(2)));
    dict_set_text(rt, *dict, "b", number(3));
    const std::uint32_t second = dict_keys_version(rt, *dict);
    EXPECT_NE(second, version);
    dict_delete_str(rt, *dict, *rt.intern("b"));
    EXPECT_NE(dict_keys_version(rt, *dict), second);
    auto other = dict_copy(rt, *dict);
    EXPECT_NE(dict_keys_version(rt, *other), dict_keys_version(rt, *dict));
}

TEST_F(DictTest, ACopyIsIndependent) {
    auto dict = make_dict(rt);
    for (int i = 0; i < 100; ++i) MUST(dict_set(rt, *dict, Value::from_int(i), Value::from_int(-i)));
    for (int removed : {0, 50, 99}) EXPECT_TRUE(MUST(dict_delete(rt, *dict, Value::from_int(removed))));
    auto copy = dict_copy(rt, *dict);
    EXPECT_TRUE(MUST(dict_equal(rt, *dict, *copy)));
    dict_clear(rt, *dict);
    EXPECT_EQ(copy->used, 97u);
    EXPECT_TRUE(MUST(dict_get(rt, *copy, Value::from_int(7))).get().is(Value::from_int(-7)));
}

TEST_F(DictTest, BehavesAsAMapUnderRandomChanges) {
    auto dict = make_dict(rt);
    std::map<std::int64_t, std::int64_t> model;
    std::uint64_t state = 1;
    const auto random = [&](std::uint64_t n) {
        return ((state = state * 6364136223846793005u + 1442695040888963407u) >> 33) % n;
    };
    for (int round = 0; round < 60000; ++round) {
        const std::int64_t range = round % 20000 < 10000 ? 2000 : 12;
        const auto key = static_cast<std::int64_t>(random(static_cast<std::uint64_t>(range)));
        const bool text = key % 3 == 0;
        Owned object = text ? Owned(make_str(rt, std::to_string(key))) : number(key);
        switch (random(5)) {
        case 0:
        case 1:
        case 2:
            MUST(dict_set(rt, *dict, object, Value::from_int(round)));
            model[key] = round;
            break;
        case 3: EXPECT_EQ(MUST(dict_delete(rt, *dict, object)), model.erase(key) == 1); break;
        case 4:
            Owned found = MUST(dict_get(rt, *dict, object));
            EXPECT_EQ(!found.is_unbound(), model.contains(key));
            if (model.contains(key)) {
                EXPECT_EQ(found.get().as_int(), model[key]);
            }
            break;
        }
        ASSERT_EQ(dict->used, model.size());
    }
    std::uint32_t position = dict->fill, count = 0;
    Value key, value;
    while (dict_previous(*dict, position, key, value)) ++count;
    EXPECT_EQ(count, model.size());
}

TEST_F(DictTest, AFailingAllocationLeavesTheDictAsItWas) {
    for (std::uint64_t n = 1; n < 6; ++n) {
        auto dict = make_dict(rt);
        for (int i = 0; i < 8; ++i) MUST(dict_set(rt, *dict, Value::from_int(i), Value::from_int(i)));
        rt.heap().fail_after(n);
        bool failed = false;
        try {
            for (int i = 8; i < 100; ++i) MUST(dict_set(rt, *dict, Value::from_int(i), Value::from_int(i)));
        } catch (const std::bad_alloc&) {
            failed = true;
        }
        rt.heap().fail_after(0);
        EXPECT_TRUE(failed || dict->used == 100);
        for (std::uint32_t i = 0; i < dict->used; ++i) EXPECT_TRUE(MUST(dict_contains(rt, *dict, Value::from_int(i))));
    }
}

} // namespace
} // namespace mp
