// BufferView, memoryview and lent memory from C++: what Python code cannot see.
#include "objects/buffer/view.h"

#include "objects/buffer/lent_memory.h"
#include "objects/types/bytes.h"
#include "objects/types/memoryview.h"
#include "objects/types/slice.h"
#include "tests/unit/objects/test_runtime.h"

namespace mp {
namespace {

class BufferTest : public ObjectsTest {
protected:
    Ref<ByteArrayObject> bytearray_of(std::string_view text) {
        return make_bytearray(rt, {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
    }
    Ref<BytesObject> bytes_of(std::string_view text) {
        return make_bytes(rt, {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
    }
    MemoryViewObject& view_of(Value value) { return *static_cast<MemoryViewObject*>(value.object()); }
    Owned slice_of(Value view, std::int64_t start, std::int64_t stop) {
        Owned key = make_slice(rt, Value::from_int(start), Value::from_int(stop), Value::none());
        return value_of(get_item(rt, view, key));
    }
    static constexpr const char* released = "ValueError: operation forbidden on released memoryview object";
};

TEST_F(BufferTest, a_view_holds_one_export) {
    auto data = bytearray_of("abc");
    {
        BufferView view = value_of(BufferView::acquire(rt, data));
        EXPECT_EQ(data->exports, 1);
        EXPECT_EQ(view.bytes().size(), 3u);
        BufferView moved = std::move(view);
        EXPECT_FALSE(view.is_held());
        EXPECT_EQ(data->exports, 1);
        EXPECT_EQ(error_of(data->push_back(rt, 1)), "BufferError: Existing exports of data: object cannot be re-sized");
    }
    EXPECT_EQ(data->exports, 0);
    succeeds(data->push_back(rt, 1));
}

TEST_F(BufferTest, assigning_a_view_ends_the_old_one) {
    auto first = bytearray_of("a"), second = bytearray_of("b");
    BufferView view = value_of(BufferView::acquire(rt, first));
    view = value_of(BufferView::acquire(rt, second));
    EXPECT_EQ(first->exports, 0);
    EXPECT_EQ(second->exports, 1);
    view.release();
    view.release();
    EXPECT_EQ(second->exports, 0);
}

TEST_F(BufferTest, a_slice_costs_the_same_whatever_its_length) {
    const std::vector<std::uint8_t> megabytes(8 << 20);
    auto data = make_bytearray(rt, megabytes);
    Ref<MemoryViewObject> view = value_of(make_memoryview(rt, data));
    const auto cost = [&](std::int64_t start, std::int64_t stop) {
        const std::size_t before = rt.heap().used();
        Owned part = slice_of(view, start, stop);
        EXPECT_EQ(view_of(part).length, stop - start);
        Owned again = memoryview_part(rt, view_of(part), 0, stop - start);
        return rt.heap().used() - before;
    };
    const std::size_t of_ten = cost(0, 10);
    EXPECT_LT(of_ten, 512u);
    EXPECT_EQ(cost(5, 8 << 20), of_ten);
    EXPECT_EQ(cost(0, 8 << 20), of_ten);
    Owned words = method(view, "cast", text("I"));
    const std::size_t before = rt.heap().used();
    Owned grid = method(words, "cast", text("B"));
    EXPECT_LT(rt.heap().used() - before, 512u);
}

TEST_F(BufferTest, requests_are_checked) {
    auto constant = bytes_of("abc");
    EXPECT_EQ(error_of(BufferView::acquire(rt, Value::from_int(5))),
              "TypeError: a bytes-like object is required, not 'int'");
    EXPECT_EQ(error_of(BufferView::acquire(rt, constant, {buffer_writable})), "BufferError: Object is not writable.");
    EXPECT_EQ(error_of(BufferView::acquire_writable(rt, constant)),
              "TypeError: argument must be read-write bytes-like object, not bytes");
    EXPECT_EQ(error_of(BufferView::acquire_writable(rt, Value::none(), "readinto() argument")),
              "TypeError: readinto() argument must be read-write bytes-like object, not None");
}

TEST_F(BufferTest, a_strided_view_is_no_simple_buffer) {
    auto data = bytearray_of("abcdef");
    Owned view = value_of(make_memoryview(rt, data));
    Owned key = make_slice(rt, Value::none(), Value::none(), Value::from_int(2));
    Owned part = value_of(get_item(rt, view, key));
    EXPECT_EQ(error_of(BufferView::acquire(rt, part)),
              "BufferError: memoryview: underlying buffer is not C-contiguous");
    BufferView strided = value_of(BufferView::acquire(rt, part, {buffer_strided_ro}));
    EXPECT_EQ(strided.fields().strides_array()[0], 2);
    EXPECT_EQ(strided.fields().shape_array()[0], 3);
    EXPECT_FALSE(strided.fields().is_contiguous('A'));
    EXPECT_EQ(error_of(memoryview_release(rt, view_of(part))), "BufferError: memoryview has 1 exported buffer");
}

TEST_F(BufferTest, the_last_view_ends_the_export) {
    auto data = bytearray_of("abcdef");
    Owned view = value_of(make_memoryview(rt, data));
    Owned part = slice_of(view, 1, 3);
    EXPECT_EQ(data->exports, 1);
    view = Owned();
    EXPECT_EQ(data->exports, 1);
    succeeds(memoryview_release(rt, view_of(part)));
    EXPECT_EQ(data->exports, 0);
}

TEST_F(BufferTest, the_fast_path_reads_plain_views_alone) {
    auto data = bytearray_of("abcdef");
    Owned view = value_of(make_memoryview(rt, data));
    EXPECT_EQ(view_of(view).fast_code, 'B');
    EXPECT_EQ(view_of(view).length, 6);
    Owned words = method(view, "cast", text("H"));
    EXPECT_EQ(view_of(words).fast_code, 'H');
    Owned swapped = method(view, "cast", text(">H"));
    EXPECT_EQ(view_of(swapped).fast_code, 0);
    Owned shape = tuple_of(rt, Value::from_int(2), Value::from_int(3));
    Owned table = method(view, "cast", text("B"), shape);
    EXPECT_EQ(view_of(table).fast_code, 0);
    succeeds(memoryview_release(rt, view_of(words)));
    EXPECT_EQ(view_of(words).fast_code, 0);
}

// ---- memory of the host

TEST_F(BufferTest, revoked_memory_releases_every_view) {
    std::uint8_t host[16] = {1, 2, 3};
    auto memory = make_lent_memory(rt, host, sizeof host, false);
    Owned view = value_of(make_memoryview(rt, memory));
    Owned part = slice_of(view, 1, 9);
    Owned words = method(part, "cast", text("I"));
    Owned second = value_of(make_memoryview(rt, memory));
    succeeds(set_item(rt, view, Value::from_int(0), Value::from_int(74)));
    EXPECT_EQ(host[0], 74);
    ASSERT_TRUE(revoke_lent_memory(rt, *memory));
    for (Value each : {view.get(), part.get(), words.get(), second.get()})
        EXPECT_EQ(error_of(get_item(rt, each, Value::from_int(0))), released);
    EXPECT_EQ(error_of(make_memoryview(rt, memory)), released);
    EXPECT_EQ(error_of(make_memoryview(rt, view)), released);
    EXPECT_EQ(memory->exports, 0);
    EXPECT_TRUE(revoke_lent_memory(rt, *memory));
}

TEST_F(BufferTest, memory_in_use_is_not_revoked) {
    std::uint8_t host[4] = {};
    auto memory = make_lent_memory(rt, host, sizeof host, true);
    Owned view = value_of(make_memoryview(rt, memory));
    {
        BufferView direct = value_of(BufferView::acquire(rt, memory));
        EXPECT_FALSE(revoke_lent_memory(rt, *memory));
    }
    {
        BufferView through = value_of(BufferView::acquire(rt, view));
        EXPECT_FALSE(revoke_lent_memory(rt, *memory));
        EXPECT_FALSE(view_of(view).released);
    }
    EXPECT_TRUE(revoke_lent_memory(rt, *memory));
    EXPECT_TRUE(view_of(view).released);
}

TEST_F(BufferTest, the_host_is_told_once) {
    static int told;
    told = 0;
    std::uint8_t host[4] = {};
    const auto tell = [](void* count) noexcept { ++*static_cast<int*>(count); };
    {
        auto memory = make_lent_memory(rt, host, sizeof host, true, tell, &told);
        Owned view = value_of(make_memoryview(rt, memory));
        view = Owned();
        EXPECT_EQ(told, 0);
    }
    EXPECT_EQ(told, 1);
    auto memory = make_lent_memory(rt, host, sizeof host, true, tell, &told);
    EXPECT_TRUE(revoke_lent_memory(rt, *memory));
    EXPECT_EQ(told, 2);
}

TEST_F(BufferTest, views_that_die_before_are_not_touched) {
    std::uint8_t host[8] = {};
    auto memory = make_lent_memory(rt, host, sizeof host, false);
    Owned view = value_of(make_memoryview(rt, memory));
    { Owned part = slice_of(view, 0, 4); }
    Owned last = slice_of(view, 4, 8);
    view = Owned();
    EXPECT_EQ(memory->managed_count, 1);
    EXPECT_TRUE(revoke_lent_memory(rt, *memory));
    EXPECT_EQ(memory->managed_count, 0);
}

// ---- cycles

TEST_F(BufferTest, a_cycle_through_a_view_is_collected) {
    auto type = make_plain_class("Holder", {&rt.type(TypeId::bytearray)});
    {
        Owned data = instance_of(*type);
        Owned view = value_of(make_memoryview(rt, data));
        succeeds(set_attribute(rt, data, name("view"), view));
    }
    EXPECT_GE(rt.collector().collect(), 2u);
}

} // namespace
} // namespace mp
