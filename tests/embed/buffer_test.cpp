// Memory between the host and Python: never copied, never dangling.
#include <gtest/gtest.h>

#include <minipy/minipy.hpp>

using minipy::Error;
using minipy::Interpreter;
using minipy::Value;

namespace {

struct Buffers : testing::Test {
    Interpreter py;
    std::string run(std::string_view code) {
        const auto result = py.try_eval(code);
        return result ? result->repr() : result.error().type() + ": " + result.error().message();
    }
    template <class F>
    static std::string error_of(F&& body) {
        try {
            body();
            return "";
        } catch (const Error& error) {
            return error.type() + ": " + error.message();
        }
    }
};

constexpr const char* released = "ValueError: operation forbidden on released memoryview object";

TEST_F(Buffers, LentMemoryIsTheHostsOwn) {
    std::vector<float> samples{1, 2, 3};
    minipy::Lease lease = py.lend("samples", std::span(samples));
    EXPECT_EQ(run("samples.format, samples.shape, samples.readonly, samples.tolist()"),
              "('f', (3,), False, [1.0, 2.0, 3.0])");
    py.exec("samples[1] = 0.5");
    EXPECT_EQ(samples[1], 0.5f);
    samples[2] = 9;
    EXPECT_EQ(run("samples[2]"), "9.0");
    EXPECT_EQ(lease.view().buffer().data(), samples.data());
}

TEST_F(Buffers, ConstMemoryIsReadOnly) {
    const std::uint8_t data[] = {1, 2};
    minipy::Lease lease = py.lend("data", std::span(data));
    EXPECT_EQ(run("data.readonly"), "True");
    EXPECT_EQ(error_of([&] { py.exec("data[0] = 5"); }), "TypeError: cannot modify read-only memory");
}

TEST_F(Buffers, ShapesAndStrides) {
    std::vector<std::int32_t> pixels(24);
    for (int i = 0; i < 24; ++i) pixels[static_cast<std::size_t>(i)] = i;
    minipy::Lease image = py.lend("image", minipy::buffer_of(pixels, {2, 3, 4}));
    EXPECT_EQ(run("image.shape, image.strides, image[1, 2, 3]"), "((2, 3, 4), (48, 16, 4), 23)");
    // The columns of the second plane, each second row.
    minipy::Lease column = py.lend("column", minipy::buffer_of(pixels.data() + 12, {2, 2}, {32, 8}));
    EXPECT_EQ(run("column.tolist(), column.c_contiguous"), "([[12, 14], [20, 22]], False)");
    py.exec("column[1, 1] = -1");
    EXPECT_EQ(pixels[22], -1);
    EXPECT_EQ(error_of([&] {
                  static_cast<void>(py.lend(minipy::buffer_of(pixels, {5, 5})));
              }),
              "ValueError: the shape has 25 items, the memory 24");
    EXPECT_EQ(error_of([&] { static_cast<void>(py.lend(minipy::buffer_of(pixels.data(), {-1}))); }).substr(0, 10),
              "ValueError");
}

TEST_F(Buffers, RevokedMemoryIsGoneFromEveryView) {
    std::vector<std::uint8_t> frame(16);
    minipy::Lease lease = py.lend("frame", std::span(frame));
    py.exec("part = frame[2:8]\nwords = frame.cast('I')\nholder = [frame[::2]]\nit = iter(frame)");
    EXPECT_FALSE(lease.is_revoked());
    lease.revoke();
    EXPECT_TRUE(lease.is_revoked());
    for (const char* use : {"frame[0]", "part[0]", "words[0]", "holder[0].tolist()", "next(it)", "bytes(frame)",
                            "memoryview(part)", "len(words)"})
        EXPECT_EQ(run(use), released) << use;
    EXPECT_EQ(error_of([&] { lease.view(); }), released);
    lease.revoke(); // once more is nothing
}

TEST_F(Buffers, TheEndOfALeaseRevokes) {
    std::vector<std::uint8_t> frame(4);
    {
        minipy::Lease lease = py.lend("frame", std::span(frame));
        EXPECT_EQ(run("frame[0]"), "0");
    }
    EXPECT_EQ(run("frame[0]"), released);
}

TEST_F(Buffers, MemoryInUseIsNotRevoked) {
    std::vector<std::uint8_t> frame(4);
    minipy::Lease lease = py.lend("frame", std::span(frame));
    {
        minipy::Buffer pin = py["frame"].buffer();
        EXPECT_FALSE(lease.try_revoke());
        EXPECT_EQ(error_of([&] { lease.revoke(); }).substr(0, 11), "BufferError");
        EXPECT_EQ(run("frame[0]"), "0");
    }
    EXPECT_TRUE(lease.try_revoke());
}

TEST_F(Buffers, AnOwnerIsLetGoWhenNothingUsesTheMemory) {
    auto owner = std::make_shared<std::vector<std::uint8_t>>(4);
    std::weak_ptr<std::vector<std::uint8_t>> watch = owner;
    minipy::Lease lease = py.lend("frame", std::span(*owner), owner);
    owner.reset();
    lease.abandon();
    EXPECT_FALSE(watch.expired());
    EXPECT_EQ(run("frame[0]"), "0");
    py.exec("del frame");
    EXPECT_TRUE(watch.expired());
}

TEST_F(Buffers, PinnedMemoryIsNeitherCopiedNorResized) {
    py.exec("data = bytearray(b'abc')\nview = memoryview(data)");
    minipy::Buffer pin = py["data"].buffer(true);
    EXPECT_EQ(pin.data(), py["view"].buffer().data());
    pin.writable_bytes()[0] = std::byte{'X'};
    EXPECT_EQ(run("data"), "bytearray(b'Xbc')");
    EXPECT_EQ(error_of([&] { py.exec("del view\ndata.append(1)"); }),
              "BufferError: Existing exports of data: object cannot be re-sized");
    pin.release();
    EXPECT_FALSE(pin.is_held());
    EXPECT_EQ(run("data.append(1)"), "None");
    EXPECT_EQ(error_of([&] { pin.bytes(); }).substr(0, 10), "ValueError");
}

TEST_F(Buffers, TypedSpansAreChecked) {
    py.exec("import array\na = array.array('d', [1, 2, 3])\nm = memoryview(a)");
    minipy::Buffer pin = py["a"].buffer();
    EXPECT_EQ(pin.as<const double>()[2], 3);
    pin.as<double>()[0] = 7;
    EXPECT_EQ(run("a[0]"), "7.0");
    EXPECT_EQ(pin.format(), "d");
    EXPECT_EQ(pin.dimensions(), 1u);
    EXPECT_EQ(pin.shape()[0], 3);
    EXPECT_EQ(error_of([&] { pin.as<const float>(); }),
              "TypeError: the memory has items of format 'd' (8 bytes), not 'f' (4 bytes)");
    EXPECT_EQ(error_of([&] { pin.as<const std::int64_t>(); }),
              "TypeError: the memory has items of format 'd' (8 bytes), not 'q' (8 bytes)");
    EXPECT_EQ(error_of([&] { py["m"][py.eval("slice(None, None, 2)")].buffer().as<const double>(); }),
              "BufferError: the memory is not contiguous");
    EXPECT_EQ(error_of([&] { py.eval("b'abc'").buffer().as<std::uint8_t>(); }), "BufferError: the memory is read-only");
    EXPECT_EQ(error_of([&] { py.eval("b'abc'").buffer(true); }), "BufferError: Object is not writable.");
    EXPECT_EQ(error_of([&] { py.eval("3").buffer(); }), "TypeError: a bytes-like object is required, not 'int'");
    EXPECT_EQ(
        error_of([&] { py.eval("memoryview(bytearray(9))[1:].cast('d')").buffer().as<const double>(); }).substr(0, 11),
        "BufferError");
}

TEST_F(Buffers, AnInterpretersEndTakesPinsAndLeasesAway) {
    std::vector<std::uint8_t> frame(4);
    auto own = std::make_unique<Interpreter>();
    minipy::Buffer pin = own->eval("bytearray(4)").buffer();
    minipy::Lease lease = own->lend("frame", std::span(frame));
    own.reset();
    EXPECT_FALSE(pin.is_held());
    EXPECT_TRUE(lease.is_revoked());
}

struct Mesh {
    std::vector<double> points = std::vector<double>(6);
};

TEST_F(Buffers, ClassesExportTheirMemory) {
    auto host = py.module("host");
    host.cls<Mesh>("Mesh").init<>().buffer([](Mesh& m) { return minipy::buffer_of(m.points, {2, 3}); });
    py.exec("import host\nmesh = host.Mesh()\nview = memoryview(mesh)\nview[1, 2] = 4.5");
    EXPECT_EQ(py["mesh"].to<Mesh&>().points[5], 4.5);
    EXPECT_EQ(run("view.shape, view.format, view.obj is mesh, len(bytes(mesh))"), "((2, 3), 'd', True, 48)");
    py.exec("class Derived(host.Mesh): pass\nd = memoryview(Derived())");
    EXPECT_EQ(run("d.tolist()"), "[[0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]");
    EXPECT_EQ(py["mesh"].buffer().data(), py["mesh"].to<Mesh&>().points.data());
}

} // namespace
