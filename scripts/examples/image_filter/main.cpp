// An image filter in Python on the host's own pixels: nothing is copied, and when the host takes its memory back, no view of it is left.
//
//   image_filter [SCRIPT]    runs the script (by default the one below) on a small picture, and prints what became of it
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <minipy/minipy.hpp>

struct Image {
    int width, height;
    std::vector<std::uint8_t> pixels; // rows of red, green, blue

    std::uint8_t* at(int x, int y) { return &pixels[static_cast<std::size_t>(y * width + x) * 3]; }
};

static Image make_picture(int width, int height) {
    Image image{width, height, std::vector<std::uint8_t>(static_cast<std::size_t>(width) * height * 3)};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            image.at(x, y)[0] = static_cast<std::uint8_t>(x * 255 / (width - 1));
            image.at(x, y)[1] = static_cast<std::uint8_t>(y * 255 / (height - 1));
            image.at(x, y)[2] = (x / 4 + y / 4) % 2 ? 200 : 40;
        }
    return image;
}

static const char filter_script[] = R"(
height, width, channels = pixels.shape

# The red channel of the upper half, inverted: a view of every third byte, without a loop over the rows.
flat = pixels.cast('B')
upper = flat[:height // 2 * width * channels]
upper[0::3] = bytes(255 - value for value in upper[0::3])

# A box blur of the blue channel, along the rows.
for y in range(height):
    row = flat[y * width * channels + 2:(y + 1) * width * channels:channels]
    old = row.tolist()
    row[1:-1] = bytes((a + b + c) // 3 for a, b, c in zip(old, old[1:], old[2:]))

# A frame around the picture, item by item.
for x in range(width):
    for y in (0, height - 1):
        for channel in range(channels):
            pixels[y, x, channel] = 255

kept = pixels # what the script keeps, the host takes back
)";

int main(int argc, char** argv) {
    std::string script = filter_script;
    if (argc > 1) {
        std::ifstream file(argv[1], std::ios::binary);
        script.assign(std::istreambuf_iterator<char>(file), {});
    }
    Image image = make_picture(32, 16);
    minipy::Interpreter py;
    try {
        minipy::Lease lease = py.lend("pixels", minipy::buffer_of(image.pixels.data(), {image.height, image.width, 3}));
        py.exec(script, argc > 1 ? argv[1] : "filter.py");
        lease.revoke();
    } catch (const minipy::Error& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    for (const auto& [x, y] : {std::pair{0, 0}, {5, 3}, {20, 12}, {31, 15}}) {
        const std::uint8_t* pixel = image.at(x, y);
        std::printf("pixel (%2d, %2d): %3d %3d %3d\n", x, y, pixel[0], pixel[1], pixel[2]);
    }
    unsigned long sum = 0;
    for (const std::uint8_t value : image.pixels) sum += value;
    std::printf("sum of all: %lu\n", sum);

    const auto late = py.try_eval("kept[0, 0, 0]");
    std::printf("after the loan: %s\n", late ? "still there?" : late.error().message().c_str());
}
