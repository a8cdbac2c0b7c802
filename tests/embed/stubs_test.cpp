// Type stubs of what the host bound.
#include <gtest/gtest.h>

#include <minipy/minipy.hpp>

namespace {

struct Animal {
    std::string name;
    int legs() const { return 4; }
};
struct Dog : Animal {};
enum class Mood { calm, wild };

TEST(Stubs, SayWhatTheHostBound) {
    minipy::Interpreter py;
    auto zoo = py.module("zoo", "Animals.");
    zoo.enum_<Mood>("Mood", {{"CALM", Mood::calm}, {"WILD", Mood::wild}});
    zoo.cls<Animal>("Animal", "A beast.")
        .init<>()
        .readwrite("name", &Animal::name)
        .property("legs", &Animal::legs, "How many.")
        .def(
            "mood", [](const Animal&, Mood m) { return m; }, minipy::arg("m") = Mood::calm)
        .def_static("make", [](std::string) { return Animal{}; });
    zoo.cls<Dog, Animal>("Dog");
    zoo.def(
        "feed", [](Animal&, std::optional<double> amount) { return amount.value_or(1); }, minipy::arg("animal"),
        minipy::kw_only, minipy::arg("amount") = std::nullopt, "Feeds it.");
    zoo.def("count", [](int) { return 1; }).def("count", [](const std::vector<std::string>&) { return 2; });
    zoo.def("rest", [](minipy::args, minipy::kwargs) {});
    zoo.def(
        "each", [](std::function<void(int)>, std::span<const std::byte>) {}, minipy::arg("f"), minipy::arg("data"));
    zoo.attr("VERSION") = 3;
    EXPECT_EQ(py.stubs("zoo"), R"("""Animals."""

from collections.abc import Buffer
from collections.abc import Callable
from typing import overload
import enum


class Mood(enum.Enum):
    CALM = 0
    WILD = 1

class Animal:
    """A beast."""
    def __init__(self) -> None: ...
    @property
    def name(self) -> str: ...
    @name.setter
    def name(self, value: str) -> None: ...
    @property
    def legs(self) -> int:
        """How many."""
    def mood(self, m: Mood = ...) -> Mood: ...
    @staticmethod
    def make(arg0: str, /) -> Animal: ...

class Dog(Animal):
    ...
def feed(animal: Animal, *, amount: float | None = ...) -> float:
    """Feeds it."""
@overload
def count(arg0: int, /) -> int: ...
@overload
def count(arg0: list[str], /) -> int: ...
def rest(*args: object, **kwargs: object) -> None: ...
def each(f: Callable, data: Buffer) -> None: ...
VERSION: int
)");
    py.builtin("compile")(py.stubs("zoo"), "zoo.pyi", "exec"); // it is Python
    EXPECT_THROW(py.stubs("nothing"), minipy::Error);
}

} // namespace
