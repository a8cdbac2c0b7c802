// The design's sketch of the API, line by line.
#include <gtest/gtest.h>

#include <minipy/minipy.hpp>

namespace {

struct Image {
    Image(int width, int height) : width_(width), height_(height), pixels_(std::size_t(width) * height * 3) {}
    Image& blur() {
        ++blurred;
        return *this;
    }
    int width() const { return width_; }
    int height() const { return height_; }
    std::vector<std::uint8_t>& pixels() { return pixels_; }
    int blurred = 0;

private:
    int width_, height_;
    std::vector<std::uint8_t> pixels_;
};

TEST(Sketch, EveryLineWorks) {
    minipy::Interpreter py;
    testing::internal::CaptureStdout();
    py.exec("print('hello')", "hello.py");
    EXPECT_EQ(testing::internal::GetCapturedStdout(), "hello\n");
    int n = py.eval("6 * 7").to<int>();
    EXPECT_EQ(n, 42);

    auto host = py.module("host");
    host.def(
        "add", [](int a, int b) { return a + b; }, minipy::arg("a"), minipy::arg("b") = 1, "Adds.");
    host.cls<Image>("Image")
        .init<int, int>()
        .def("blur", &Image::blur)
        .property("width", &Image::width)
        .buffer([](Image& im) {
            return minipy::buffer_of(im.pixels(), {im.height(), im.width(), 3});
        });
    py.exec(R"(
import host
assert host.add(2) == 3 and host.add(2, b=5) == 7
assert host.add.__doc__ == 'Adds.'
image = host.Image(4, 2)
assert image.width == 4
assert image.blur() is image
view = memoryview(image)
assert view.shape == (2, 4, 3)
view[1, 3, 2] = 255
assert bytes(image)[-1] == 255
)");
    EXPECT_EQ(py["image"].to<Image&>().blurred, 1);
    EXPECT_EQ(py["image"].to<Image&>().pixels().back(), 255);

    std::vector<std::uint8_t> frame(1 << 20);
    minipy::Lease lease = py.lend("frame", std::span(frame));
    py.exec("frame[0] = 74");
    EXPECT_EQ(frame[0], 74);
    lease.revoke();
    EXPECT_THROW(py.exec("frame[0]"), minipy::Error);

    minipy::Buffer b = py.eval("bytearray(b'abc')").buffer();
    std::span<const std::byte> bytes = b.bytes();
    EXPECT_EQ(bytes.size(), 3u);
    EXPECT_EQ(bytes[0], std::byte{'a'});

    const std::string source = "total = 0\nfor i in range(100_000): total += i";
    int other_work = 0;
    auto task = py.start(source);
    while (task.run(10'000 /* steps */) == minipy::Status::yielded) ++other_work;
    EXPECT_EQ(task.status(), minipy::Status::done);
    EXPECT_GE(other_work, 9);
    EXPECT_EQ(task.globals()["total"].to<long long>(), 4999950000);

    minipy::Config config;
    config.limits.steps = 1'000'000;
    minipy::Interpreter guarded(config);
    const auto outcome = [&](const char* untrusted) {
        try {
            guarded.exec(untrusted);
        } catch (const minipy::BudgetStop&) {
            return std::string("stopped");
        } catch (const minipy::Error& error) {
            const minipy::Frame& frame = error.frames().front();
            EXPECT_EQ(std::string(error.what()).substr(0, 33), "Traceback (most recent call last)");
            return error.type() + "/" + error.message() + "/" + std::to_string(frame.line) + "/" + frame.function;
        }
        return std::string("ended");
    };
    EXPECT_EQ(outcome("while True: pass"), "stopped");
    EXPECT_EQ(outcome("1 + 1"), "ended");
    EXPECT_EQ(outcome("1 + 1\n1 / 0"), "ZeroDivisionError/division by zero/2/<module>");
}

} // namespace
