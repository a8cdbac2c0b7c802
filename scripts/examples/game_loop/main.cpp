// A game loop: each creature thinks in a Python script of its own, a few steps a frame (a real game has thousands), whatever the script does. A creature that thinks too long is
// slow, one that never stops is put to sleep, one that fails says why, and the frame rate never suffers.
#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include <minipy/minipy.hpp>

struct Creature {
    std::string name;
    int x = 0, y = 0;
    std::string state = "thinking";
    minipy::Task task;
};

static const char patrol[] = R"(
for lap in range(3):
    for dx, dy in ((1, 0), (0, 1), (-1, 0), (0, -1)):
        for step in range(12):
            me.move(dx, dy)
)";
static const char thinker[] = R"(
best = None
for number in range(2, 10**9): # it never finds one, and nobody has to wait for it
    if number % 2 == 1 and number % 2 == 0:
        best = number
)";
static const char broken[] = R"(
me.move(1, 1)
me.jump()
)";

class Game {
public:
    Game() {
        auto game = py_.module("game", "The creatures' world.");
        game.cls<Creature>("Creature")
            .readonly("name", &Creature::name)
            .readonly("x", &Creature::x)
            .readonly("y", &Creature::y)
            .def("move", [](Creature& creature, int dx, int dy) {
                creature.x += std::clamp(dx, -1, 1);
                creature.y += std::clamp(dy, -1, 1);
            });
        creatures_.reserve(8); // the scripts refer to their creatures
    }

    void add(const char* name, const std::string& script) {
        Creature& creature = creatures_.emplace_back();
        creature.name = name;
        minipy::TaskOptions options;
        options.filename = std::string(name) + ".py";
        options.limits.emplace();
        options.limits->steps = 300; // of its whole life
        creature.task = py_.start(script, options);
        creature.task.globals()["me"] = std::ref(creature); // each script has a namespace of its own
    }

    void frame() {
        for (Creature& creature : creatures_) {
            if (creature.state != "thinking") continue;
            switch (creature.task.run(steps_per_frame)) {
            case minipy::Status::yielded: break;
            case minipy::Status::done: creature.state = "done"; break;
            case minipy::Status::failed:
                creature.state = creature.task.error().type() + ": " + creature.task.error().message();
                break;
            }
        }
    }

    void show(int number) const {
        std::printf("frame %d:", number);
        for (const Creature& creature : creatures_)
            std::printf("  %s (%d, %d) %s", creature.name.c_str(), creature.x, creature.y, creature.state.c_str());
        std::printf("\n");
    }

private:
    static constexpr std::uint64_t steps_per_frame = 20;
    minipy::Interpreter py_; // lives longer than the creatures' tasks
    std::vector<Creature> creatures_;
};

int main() {
    Game game;
    game.add("guard", patrol);
    game.add("thinker", thinker);
    game.add("broken", broken);
    for (int frame = 1; frame <= 30; ++frame) {
        game.frame();
        if (frame % 10 == 0) game.show(frame);
    }
}
