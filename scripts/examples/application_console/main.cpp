// A Python console inside an application: the user sees and changes the program's own objects, with completion, several-line statements and tracebacks.
//
//   application_console    reads statements from standard input until it ends, or exit()
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include <minipy/minipy.hpp>
#include <minipy/program.hpp>

// The application: shapes on a canvas.
class Shape {
public:
    Shape(std::string name, double width, double height) : name_(std::move(name)), width_(width), height_(height) {}
    const std::string& name() const { return name_; }
    double width() const { return width_; }
    void set_width(double width) {
        if (!(width >= 0)) throw std::invalid_argument("a width is not negative");
        width_ = width;
    }
    double area() const { return width_ * height_; }
    void scale(double by) {
        width_ *= by;
        height_ *= by;
    }
    std::string text() const { return "<" + name_ + ", area " + std::to_string(static_cast<int>(area())) + ">"; }

private:
    std::string name_;
    double width_, height_;
};

using ShapePointer = std::shared_ptr<Shape>;

static void bind(minipy::Interpreter& py, std::vector<ShapePointer>& shapes) {
    minipy::Module app = py.module("app", "The application's shapes.");
    app.cls<Shape>("Shape")
        .property("name", &Shape::name)
        .property("width", &Shape::width, &Shape::set_width)
        .def("area", &Shape::area, "Width times height.")
        .def("scale", &Shape::scale, minipy::arg("by"), "Makes it larger or smaller.")
        .def("__repr__", &Shape::text);
    app.def(
        "shapes", [&] { return shapes; }, "All shapes.");
    app.def(
        "add",
        [&](std::string name, double width, double height) {
            return shapes.emplace_back(std::make_shared<Shape>(std::move(name), width, height));
        },
        minipy::arg("name"), minipy::arg("width") = 1.0, minipy::arg("height") = 1.0, "Adds a shape.");
    py.exec("from app import *");
}

int main() {
    std::vector<ShapePointer> shapes{std::make_shared<Shape>("square", 2, 2), std::make_shared<Shape>("bar", 10, 1)};
    minipy::Interpreter py;
    bind(py, shapes);

    minipy::Console console(py);
    std::cout << "The shapes are in shapes(); exit() leaves.\n";
    std::string pending, line;
    while (std::cout << console.prompt(!pending.empty()) << std::flush, std::getline(std::cin, line)) {
        if (line.starts_with('?')) { // what a key for completion would show
            for (const std::string& word : console.complete(line.substr(1)).words) std::cout << word << ' ';
            std::cout << '\n';
            continue;
        }
        switch (const std::string text = pending + line; console.enter(text)) {
        case minipy::Console::Entry::incomplete: pending = text + "\n"; break;
        case minipy::Console::Entry::done: pending.clear(); break;
        case minipy::Console::Entry::exit: std::cout << "left with " << console.exit_status() << '\n'; return 0;
        }
    }
    std::cout << "\n" << shapes.size() << " shapes, the last is " << shapes.back()->text() << '\n';
}
