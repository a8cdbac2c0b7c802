// A host of plug-ins that it does not trust: each runs in an interpreter of its own, sees one folder and what it was granted, and ends at its limits.
//
//   plugin_host [FOLDER]    runs every .py file of the folder (by default those of this example)
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <minipy/minipy.hpp>

#ifndef PLUGIN_FOLDER
#define PLUGIN_FOLDER "plugins"
#endif

// What plug-ins may do: register commands, and read the files below /data.
class Plugin {
public:
    Plugin(const std::filesystem::path& file, const std::filesystem::path& data)
        : name_(file.stem().string()), py_(config(data)) {
        auto host = py_.module("host", "What the host offers.");
        host.def(
            "command",
            [this](std::string name, minipy::Value function) {
                commands_.emplace_back(std::move(name), std::move(function));
            },
            minipy::arg("name"), minipy::arg("function"), "Adds a command.");
        std::ifstream stream(file, std::ios::binary);
        const std::string source{std::istreambuf_iterator<char>(stream), {}};
        guarded("loading", [&] { py_.exec(source, file.filename().string()); });
    }

    void run_commands() {
        for (auto& [command, function] : commands_)
            guarded(command,
                    [&] { std::printf("%s.%s: %s\n", name_.c_str(), command.c_str(), function().str().c_str()); });
    }

private:
    static minipy::Config config(const std::filesystem::path& data) {
        minipy::Config config;
        config.limits.steps = 1'000'000; // of each call
        config.limits.memory = 32 << 20;
        config.limits.output = 1000;
        config.grants.files.push_back({.host = data.string(), .at = "/data", .writable = false});
        config.on_stdout = [](std::string_view text) {
            std::printf("| %.*s", static_cast<int>(text.size()), text.data());
        };
        return config;
    }

    // Runs `action`; what a plug-in does wrong is its own affair.
    template <class Action>
    void guarded(const std::string& what, Action&& action) {
        try {
            action();
        } catch (const minipy::BudgetStop& stop) {
            std::printf("%s: %s stopped: %s\n", name_.c_str(), what.c_str(), stop.message().c_str());
        } catch (const minipy::Error& error) {
            std::printf("%s: %s failed: %s: %s\n", name_.c_str(), what.c_str(), error.type().c_str(),
                        error.message().c_str());
        }
    }

    std::string name_;
    minipy::Interpreter py_;
    std::vector<std::pair<std::string, minipy::Value>> commands_;
};

int main(int argc, char** argv) {
    const std::filesystem::path folder = argc > 1 ? argv[1] : PLUGIN_FOLDER;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".py") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (const auto& file : files) Plugin(file, folder / "data").run_commands();
}
