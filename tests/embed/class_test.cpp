// C++ classes in Python: construction, methods, properties, operators, inheritance, ownership, overriding, cycles, enumerations.
#include <gtest/gtest.h>

#include <minipy/minipy.hpp>

using minipy::arg;
using minipy::Error;
using minipy::Interpreter;
using minipy::Value;

namespace {

struct Point {
    double x = 0, y = 0;
    Point operator+(const Point& other) const { return {x + other.x, y + other.y}; }
    bool operator==(const Point&) const = default;
    double length2() const { return x * x + y * y; }
};

struct Counted {
    static inline int alive = 0;
    int id;
    explicit Counted(int id) : id(id) { ++alive; }
    Counted(const Counted& other) : id(other.id) { ++alive; }
    ~Counted() { --alive; }
};

struct Shape {
    virtual ~Shape() = default;
    virtual double area() const { return 0; }
    virtual std::string name(int n) = 0;
    std::string describe() { return name(1) + " of " + std::to_string(static_cast<int>(area())); }
};
struct PyShape : minipy::Trampoline<Shape> {
    using Trampoline::Trampoline;
    double area() const override {
        return overridden<double>("area", [&] { return Shape::area(); });
    }
    std::string name(int n) override { return pure<std::string>("name", n); }
};
struct Square : Shape {
    explicit Square(double side) : side(side) {}
    double area() const override { return side * side; }
    std::string name(int) override { return "square"; }
    double side;
};

struct Classes : testing::Test {
    Interpreter py;
    minipy::Module host = py.module("host");
    std::string run(std::string_view code) {
        const auto result = py.try_eval(code);
        return result ? result->repr() : result.error().type() + ": " + result.error().message();
    }
    void SetUp() override {
        Counted::alive = 0;
        py.exec("import host");
    }
};

TEST_F(Classes, MethodsPropertiesOperators) {
    host.cls<Point>("Point", "A place.")
        .init<>()
        .init<double, double>(arg("x"), arg("y") = 0.0)
        .readwrite("x", &Point::x)
        .readonly("y", &Point::y)
        .property("length2", &Point::length2, "squared")
        .def("__add__", &Point::operator+)
        .def("__eq__", [](const Point& a, const Point& b) { return a == b; })
        .def("__repr__",
             [](const Point& p) { return "Point(" + std::to_string(int(p.x)) + ", " + std::to_string(int(p.y)) + ")"; })
        .def_static("unit",
                    [] {
                        return Point{1, 1};
                    })
        .constant("DIMENSIONS", 2);
    EXPECT_EQ(run("host.Point(1, 2) + host.Point(3)"), "Point(4, 2)");
    EXPECT_EQ(run("host.Point() == host.Point(0, 0), host.Point() == 3, host.Point() != host.Point(1)"),
              "(True, False, True)");
    EXPECT_EQ(run("host.Point.unit(), host.Point.DIMENSIONS, host.Point.__doc__"), "(Point(1, 1), 2, 'A place.')");
    py.exec("p = host.Point(3, 4)\np.x = 6");
    EXPECT_EQ(run("p.x, p.y, p.length2"), "(6.0, 4.0, 52.0)");
    EXPECT_EQ(run("setattr(p, 'y', 1)"), "AttributeError: property 'y' of 'Point' object has no setter");
    EXPECT_EQ(run("setattr(p, 'z', 1)"),
              "AttributeError: 'Point' object has no attribute 'z' and no __dict__ for setting new attributes");
    EXPECT_EQ(
        run("host.Point('a')"),
        "TypeError: Point(): no overload takes (str); there are\n    Point()\n    Point(x: float, y: float = 0.0)");
    EXPECT_EQ(run("host.Point.__module__, host.Point.__qualname__, host.Point.__add__.__qualname__"),
              "('host', 'Point', 'Point.__add__')");
    EXPECT_EQ(py["p"].to<Point&>().x, 6);
    EXPECT_EQ(run("p + 1"), "TypeError: unsupported operand type(s) for +: 'Point' and 'int'");
    EXPECT_EQ(run("p == 1, p.__eq__(1)"), "(False, NotImplemented)");
}

TEST_F(Classes, ObjectsDieWithTheirInstances) {
    host.cls<Counted>("Counted").init<int>().readonly("id", &Counted::id);
    py.exec("c = host.Counted(1)\nlist = [host.Counted(i) for i in range(3)]");
    EXPECT_EQ(Counted::alive, 4);
    py.exec("del list");
    EXPECT_EQ(Counted::alive, 1);
    py.exec("import weakref\nw = weakref.ref(c)\ndel c");
    EXPECT_EQ(Counted::alive, 0);
    EXPECT_EQ(run("w()"), "None");
    py.exec("d = host.Counted(2)");
    py = Interpreter();
    EXPECT_EQ(Counted::alive, 0);
}

TEST_F(Classes, Ownership) {
    host.cls<Counted>("Counted").init<int>().readonly("id", &Counted::id);
    auto shared = std::make_shared<Counted>(1);
    Counted theirs(2);
    host.def("shared", [&] { return shared; });
    host.def("unique", [] { return std::make_unique<Counted>(3); });
    host.def(
        "reference", [&]() -> Counted& { return theirs; }, minipy::returns::reference);
    host.def("copy", [&]() -> const Counted& { return theirs; });
    host.def(
        "owned", []() -> Counted* { return new Counted(4); }, minipy::returns::owned);
    host.def(
        "nothing", []() -> Counted* { return nullptr; }, minipy::returns::owned);
    host.def("take", [](std::shared_ptr<Counted> c) { return c.use_count(); });
    host.def("id", [](const Counted* c) { return c ? c->id : -1; });
    EXPECT_EQ(run("host.shared() is host.shared()"), "True");
    py.exec("s = host.shared()");
    EXPECT_EQ(shared.use_count(), 2);
    py.exec("del s");
    EXPECT_EQ(shared.use_count(), 1);
    EXPECT_EQ(run("host.unique().id, host.owned().id, host.nothing()"), "(3, 4, None)");
    EXPECT_EQ(run("host.reference() is host.reference(), host.copy() is host.copy()"), "(True, False)");
    EXPECT_EQ(Counted::alive, 2);
    EXPECT_EQ(run("host.take(host.Counted(5))"), "2");
    EXPECT_EQ(run("host.id(None), host.id(host.Counted(6))"), "(-1, 6)");
    EXPECT_EQ(
        run("host.take(host.reference())"),
        "TypeError: this object belongs to the host, which did not share it: std::shared_ptr cannot be made of it");
    py["passed"] = std::ref(theirs);
    EXPECT_EQ(&py["passed"].to<Counted&>(), &theirs);
}

struct Tree {
    Counted leaf{7};
    Counted& get() { return leaf; }
};

TEST_F(Classes, PartsKeepTheirWholeAlive) {
    host.cls<Counted>("Counted");
    host.cls<Tree>("Tree").init<>().def("get", &Tree::get).readonly("leaf", &Tree::leaf);
    py.exec("leaf = host.Tree().get()\nagain = host.Tree().leaf");
    EXPECT_EQ(Counted::alive, 2);
    EXPECT_EQ(py["leaf"].to<Counted&>().id, 7);
    py.exec("del leaf, again");
    EXPECT_EQ(Counted::alive, 0);
    EXPECT_EQ(run("host.Counted(1)"), "TypeError: Counted has no constructor");
}

struct Holder {
    const Counted* counted = nullptr;
};

TEST_F(Classes, KeepAlive) {
    host.cls<Counted>("Counted").init<int>();
    host.cls<Holder>("Holder").init<>().def(
        "set", [](Holder& holder, const Counted* c) { holder.counted = c; }, minipy::keep_alive<1, 2>());
    py.exec("h = host.Holder()\nh.set(host.Counted(9))");
    EXPECT_EQ(Counted::alive, 1);
    EXPECT_EQ(py["h"].to<Holder&>().counted->id, 9);
    py.exec("del h");
    EXPECT_EQ(Counted::alive, 0);
}

TEST_F(Classes, Inheritance) {
    host.cls<Shape, PyShape>("Shape")
        .init<>()
        .def("area", &Shape::area)
        .def("name", &Shape::name, arg("n") = 0)
        .def("describe", &Shape::describe);
    host.cls<Square, Shape>("Square").init<double>().readwrite("side", &Square::side);
    EXPECT_EQ(run("host.Square(3).describe()"), "'square of 9'");
    EXPECT_EQ(run("issubclass(host.Square, host.Shape), isinstance(host.Square(1), host.Shape)"), "(True, True)");
    host.def("make", []() -> std::shared_ptr<Shape> { return std::make_shared<Square>(2); });
    EXPECT_EQ(run("type(host.make()).__name__, host.make().side"), "('Square', 2.0)"); // the object's own class
    host.def("area_of", [](const Shape& shape) { return shape.area(); });
    EXPECT_EQ(run("host.area_of(host.Square(4))"), "16.0");
}

TEST_F(Classes, PythonClassesOverrideVirtualFunctions) {
    host.cls<Shape, PyShape>("Shape")
        .init<>()
        .def("area", &Shape::area)
        .def("name", &Shape::name, arg("n") = 0)
        .def("describe", &Shape::describe);
    py.exec(R"(
class Circle(host.Shape):
    def __init__(self, r):
        super().__init__()
        self.r = r
    def area(self): return 3 * self.r ** 2 + super().area()
    def name(self, n): return 'circle' * n
class Nameless(host.Shape): pass
class Lazy(host.Shape):
    def __init__(self): pass
circle = Circle(2)
)");
    EXPECT_EQ(run("circle.describe()"), "'circle of 12'");
    Shape& shape = py["circle"].to<Shape&>();
    EXPECT_EQ(shape.area(), 12);
    EXPECT_EQ(shape.name(2), "circlecircle");
    EXPECT_EQ(run("Nameless().describe()"), "NotImplementedError: class Nameless must define name()");
    EXPECT_EQ(run("Lazy().area()"), "TypeError: Lazy.__init__() must be called when overriding __init__");
    EXPECT_EQ(run("host.Shape.area(circle)"), "0.0");
    // The host keeps the object: the Python one stays with it.
    std::shared_ptr<Shape> kept = py["circle"].to<std::shared_ptr<Shape>>();
    py.exec("del circle\nimport gc\ngc.collect()");
    EXPECT_EQ(kept->describe(), "circle of 12");
    py.exec("class Broken(Circle):\n    def area(self): return 1 / 0\nbroken = Broken(1)");
    EXPECT_EQ(run("broken.describe()"), "ZeroDivisionError: division by zero");
}

struct Node {
    static inline int alive = 0;
    Node() { ++alive; }
    Node(const Node&) = delete;
    ~Node() { --alive; }
    Value callback;
};

TEST_F(Classes, CyclesThroughTheHostAreCollected) {
    host.cls<Node>("Node")
        .init<>()
        .property(
            "callback", [](Node& n) { return n.callback; }, [](Node& n, Value v) { n.callback = std::move(v); })
        .cycles([](Node& n, const minipy::CycleVisitor& visit) { visit(n.callback); });
    py.exec("n = host.Node()\nn.callback = lambda: n\ndef make():\n    m = host.Node()\n    m.callback = [m]\nmake()");
    EXPECT_EQ(Node::alive, 2);
    py.collect();
    EXPECT_EQ(Node::alive, 1);
    EXPECT_EQ(run("n.callback() is n"), "True");
}

struct Bag {
    std::vector<int> items;
    auto begin() const { return items.begin(); }
};

TEST_F(Classes, Iteration) {
    host.cls<Bag>("Bag")
        .init_from([](std::vector<int> items) { return Bag{std::move(items)}; }, arg("items"))
        .def("__len__", [](const Bag& b) { return b.items.size(); })
        .def("__getitem__", [](const Bag& b, std::size_t i) { return b.items.at(i); })
        .def("__contains__",
             [](const Bag& b, int n) { return std::find(b.items.begin(), b.items.end(), n) != b.items.end(); });
    EXPECT_EQ(run("list(host.Bag([1, 2])), len(host.Bag([])), 3 in host.Bag([3])"), "([1, 2], 0, True)");
    EXPECT_EQ(run("host.Bag([1])[1]").substr(0, 10), "IndexError");
    EXPECT_EQ(run("[x + y for x in host.Bag([1, 2]) for y in host.Bag([10])]"), "[11, 12]");
    py.exec("it = iter(host.Bag([1, 2]))"); // keeps the bag
    EXPECT_EQ(run("next(it), next(it), next(it, 'end'), next(it, 'end')"), "(1, 2, 'end', 'end')");
}

enum class Colour : std::uint8_t { red = 1, blue = 2 };
enum Level { low, high = 10 };
enum class Access { read = 1, write = 2 };

TEST_F(Classes, Enumerations) {
    host.enum_<Colour>("Colour", {{"RED", Colour::red}, {"BLUE", Colour::blue}}, "Paint.");
    host.enum_<Level>("Level", {{"LOW", low}, {"HIGH", high}});
    host.enum_<Access>("Access", {{"READ", Access::read}, {"WRITE", Access::write}}, minipy::flags);
    host.def(
        "mix", [](Colour c) { return c == Colour::red ? Colour::blue : Colour::red; }, arg("c") = Colour::red);
    host.def("level", [](Level l) { return int(l); });
    host.def("access", [](Access a) { return static_cast<Access>(static_cast<int>(a) | 2); });
    EXPECT_EQ(run("host.mix(), host.mix(host.Colour.BLUE)"), "(<Colour.BLUE: 2>, <Colour.RED: 1>)");
    EXPECT_EQ(run("[c.name for c in host.Colour], host.Colour.__module__, host.Colour.__doc__"),
              "(['RED', 'BLUE'], 'host', 'Paint.')");
    EXPECT_EQ(
        run("host.mix(1)"),
        "TypeError: mix() argument 'c' must be Colour, not int; it is mix(c: Colour = <Colour.RED: 1>) -> Colour");
    EXPECT_EQ(run("host.level(host.Level.HIGH), host.level(10)"), "(10, 10)");
    EXPECT_EQ(run("host.level(3)"), "ValueError: 3 is not a valid Level");
    EXPECT_EQ(run("host.access(host.Access.READ) == host.Access.READ | host.Access.WRITE"), "True");
    EXPECT_EQ(py.eval("host.Colour.BLUE").to<Colour>(), Colour::blue);
    EXPECT_THROW(py.value(static_cast<Colour>(9)), Error);
}

struct Unbound {};

TEST_F(Classes, WhatIsNotBoundSaysSo) {
    EXPECT_THROW(py.value(Unbound{}), Error);
    host.def("f", [](Unbound&) {});
    EXPECT_EQ(run("host.f(3)").substr(0, 35), "TypeError: f() argument 'arg0' must");
    host.cls<Point>("Point");
    EXPECT_THROW(host.cls<Point>("Again"), Error);
    EXPECT_THROW((host.cls<Square, Shape>("Square")), Error);
}

} // namespace
