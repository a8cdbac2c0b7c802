// The heap's budget and pages, shapes, and the cycle collector.
#include "tests/unit/objects/test_runtime.h"

#include "objects/core/shape.h"
#include "objects/types/weakref.h"

namespace mp {
namespace {

using HeapTest = ObjectsTest;

TEST_F(HeapTest, CountsWhatIsAllocatedAndGivesItBack) {
    const std::size_t before = rt.heap().used();
    void* small = rt.heap().allocate(40);
    void* large = rt.heap().allocate(100000);
    EXPECT_EQ(rt.heap().used(), before + 48 + 100000);
    rt.heap().free(small, 40);
    rt.heap().free(large, 100000);
    EXPECT_EQ(rt.heap().used(), before);
}

TEST_F(HeapTest, RefusesBeyondItsBudget) {
    rt.heap().set_limit(rt.heap().used() + (1u << 20));
    EXPECT_FALSE(rt.heap().would_fit(2u << 20));
    EXPECT_THROW(rt.heap().allocate(2u << 20), std::bad_alloc);
    EXPECT_NO_THROW(rt.heap().free(rt.heap().allocate(1000), 1000));
}

TEST_F(HeapTest, TheTestCountdownFailsExactlyOneAllocation) {
    rt.heap().fail_after(3);
    void* first = rt.heap().allocate(32);
    void* second = rt.heap().allocate(32);
    EXPECT_THROW(rt.heap().allocate(32), std::bad_alloc);
    void* third = rt.heap().allocate(32);
    for (void* memory : {first, second, third}) rt.heap().free(memory, 32);
}

TEST_F(HeapTest, ContainersOfAnySizeAreFoundByTheCollector) {
    auto small = make_tuple(rt, 1);
    small->items()[0] = Value::none();
    auto large = make_tuple(rt, 5000);
    for (int i = 0; i < 5000; ++i) large->items()[i] = Value::none();
    int found = 0;
    for (const auto& object : rt.collector().objects())
        if (object.get() == small.get() || object.get() == large.get()) ++found;
    EXPECT_EQ(found, 2);
}

// ---- builds with AddressSanitizer

[[gnu::noinline]] void lose_a_list(Runtime& rt) { static_cast<void>(make_list(rt).release()); }

void lose_a_list_until_the_end() {
    TestRuntime rt;
    for (int i = 0; i < 10; ++i) lose_a_list(rt);
}

TEST(CheckedHeapDeathTest, LostObjectsAreReportedWhenTheRuntimeEnds) {
    if (!checked_heap) GTEST_SKIP() << "not built with AddressSanitizer";
    EXPECT_DEATH(lose_a_list_until_the_end(), "detected memory leaks");
}

TEST(CheckedHeapDeathTest, UsesAfterFreeAreReported) {
    if (!checked_heap) GTEST_SKIP() << "not built with AddressSanitizer";
    TestRuntime rt;
    Object* dead = make_list(rt).get();
    EXPECT_DEATH(std::fprintf(stderr, "%u", unsigned{dead->aux}), "heap-use-after-free");
    char* memory = static_cast<char*>(rt.heap().allocate(40));
    rt.heap().free(memory, 40);
    EXPECT_DEATH(std::fprintf(stderr, "%d", memory[1]), "heap-use-after-free");
}

TEST(CheckedHeapDeathTest, FreesWithAnotherSizeAreReported) {
    if (!checked_heap) GTEST_SKIP() << "not built with AddressSanitizer";
    TestRuntime rt;
    void* memory = rt.heap().allocate(40);
    EXPECT_DEATH(rt.heap().free(memory, 48), "of 40 bytes is freed as one of 48");
    rt.heap().free(memory, 40);
}

// ---- the collector

TEST_F(HeapTest, ListsThatHoldThemselvesAreCollected) {
    rt.collector().collect();
    const std::size_t before = rt.heap().used();
    for (int i = 0; i < 100; ++i) {
        auto list = make_list(rt);
        list_append(rt, *list, Owned::share(list.get()));
    }
    EXPECT_GT(rt.heap().used(), before);
    EXPECT_EQ(rt.collector().collect(), 100u);
    EXPECT_EQ(rt.heap().used(), before);
}

TEST_F(HeapTest, WhatIsReachableSurvives) {
    auto kept = make_list(rt);
    auto inner = make_list(rt);
    list_append(rt, *inner, Owned::share(kept.get()));
    list_append(rt, *kept, Owned(std::move(inner)));
    rt.collector().collect();
    EXPECT_EQ(rt.collector().collect(), 0u);
    EXPECT_EQ(repr_of(kept), "[[[...]]]");
    kept->items[0] = (release(kept->items[0]), Value::none());
}

TEST_F(HeapTest, AYoungCollectionFindsYoungCycles) {
    rt.collector().collect();
    auto list = make_list(rt);
    list_append(rt, *list, Owned::share(list.get()));
    list = make_list(rt);
    EXPECT_EQ(rt.collector().collect(0), 1u);
}

TEST_F(HeapTest, InstancesAndTheirClassesAreCollected) {
    rt.collector().collect();
    {
        auto cls = make_plain_class("A");
        Owned object = instance_of(*cls);
        succeeds(set_attribute(rt, object, name("self"), object));
        succeeds(set_attribute(rt, cls, name("instance"), object));
    }
    EXPECT_GE(rt.collector().collect(), 2u);
}

Result<Owned> count_finaliser(Runtime& rt, Args args) {
    Owned count = TRY(get_attribute(rt, &rt.type_of(args[0]), *rt.intern("count")));
    Owned more = TRY(binary(rt, BinaryOp::add, count, Value::from_int(1)));
    TRY(set_attribute(rt, &rt.type_of(args[0]), *rt.intern("count"), more));
    return Owned::adopt(Value::none());
}
const NativeDef count_finaliser_def = {"__del__", native<count_finaliser>, 0, 0};

TEST_F(HeapTest, FinalisersRunOnceForObjectsInCycles) {
    auto finaliser = make_method_descriptor(rt, count_finaliser_def, rt.type(TypeId::object));
    auto cls = make_plain_class("A", {}, {{"__del__", Value(finaliser.get())}, {"count", Value::from_int(0)}});
    {
        Owned object = instance_of(*cls);
        succeeds(set_attribute(rt, object, name("me"), object));
    }
    EXPECT_EQ(repr_of(attribute(cls, "count")), "0");
    rt.collector().collect();
    EXPECT_EQ(repr_of(attribute(cls, "count")), "1");
    { Owned object = instance_of(*cls); }
    EXPECT_EQ(repr_of(attribute(cls, "count")), "2");
}

TEST_F(HeapTest, WeakReferencesDieWithTheirTarget) {
    auto cls = make_plain_class("A");
    Owned object = instance_of(*cls);
    auto weak = value_of(make_weakref(rt, object));
    EXPECT_TRUE(value_of(call(rt, weak)).get().is(object));
    object = Owned();
    EXPECT_TRUE(value_of(call(rt, weak)).is_none());
    object = instance_of(*cls);
    succeeds(set_attribute(rt, object, name("me"), object));
    weak = value_of(make_weakref(rt, object));
    object = Owned();
    EXPECT_FALSE(value_of(call(rt, weak)).is_none());
    rt.collector().collect();
    EXPECT_TRUE(value_of(call(rt, weak)).is_none());
}

TEST_F(HeapTest, DeepStructuresAreFreedWithoutRecursion) {
    Owned chain = Owned::adopt(Value::none());
    for (int i = 0; i < 300000; ++i) chain = tuple_of(rt, chain);
    chain = Owned();
    SUCCEED();
}

// ---- shapes

TEST_F(HeapTest, InstancesMadeAlikeShareAShape) {
    auto cls = make_plain_class("A");
    Owned a = instance_of(*cls), b = instance_of(*cls), c = instance_of(*cls);
    for (Value object : {a.get(), b.get()}) {
        succeeds(set_attribute(rt, object, name("x"), Value::from_int(1)));
        succeeds(set_attribute(rt, object, name("y"), Value::from_int(2)));
    }
    succeeds(set_attribute(rt, c, name("y"), Value::from_int(2)));
    EXPECT_EQ(a.get().object()->shape, b.get().object()->shape);
    EXPECT_NE(a.get().object()->shape, c.get().object()->shape);
    EXPECT_EQ(shape_find(*a.get().object()->shape, name("y")), 1);
}

TEST_F(HeapTest, ManyAttributesGoToTheOverflowArrayAndThenToADict) {
    auto cls = make_plain_class("A");
    Owned object = instance_of(*cls);
    for (int i = 0; i < 200; ++i)
        succeeds(set_attribute(rt, object, name("a" + std::to_string(i)), Value::from_int(i)));
    for (int i = 0; i < 200; ++i) EXPECT_EQ(attribute(object, "a" + std::to_string(i)).get().as_int(), i);
    EXPECT_EQ(value_of(length(rt, attribute(object, "__dict__"))), 200);
}

TEST_F(HeapTest, TheDictOfAnInstanceIsTheInstance) {
    auto cls = make_plain_class("A");
    Owned object = instance_of(*cls);
    succeeds(set_attribute(rt, object, name("x"), Value::from_int(1)));
    Owned dict = attribute(object, "__dict__");
    EXPECT_EQ(repr_of(dict), "{'x': 1}");
    succeeds(set_item(rt, dict, text("y"), Value::from_int(2)));
    EXPECT_EQ(attribute(object, "y").get().as_int(), 2);
    succeeds(set_attribute(rt, object, name("x"), Value()));
    EXPECT_EQ(repr_of(dict), "{'y': 2}");
    EXPECT_EQ(error_of(get_attribute(rt, object, name("x"))), "AttributeError: 'A' object has no attribute 'x'");
}

TEST_F(HeapTest, ChangingAClassGivesItsShapesNewIds) {
    auto cls = make_plain_class("A");
    Owned object = instance_of(*cls);
    const std::uint32_t id = object.get().object()->shape->id;
    succeeds(set_attribute(rt, cls, name("f"), Value::from_int(1)));
    const std::uint32_t changed = object.get().object()->shape->id;
    EXPECT_NE(changed, id);
    succeeds(set_attribute(rt, cls, name("f"), Value::from_int(2)));
    EXPECT_EQ(object.get().object()->shape->id, changed); // plain data in place of plain data
    EXPECT_EQ(attribute(object, "f").get().as_int(), 2);
}

} // namespace
} // namespace mp
