// A configuration file that is a small Python program: loops and functions where they help, checked by the host, with errors that name the line.
//
//   config_language [FILE]    reads the file (by default the one below) and prints the configuration
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <minipy/minipy.hpp>

struct Server {
    std::string name;
    int port;
    std::vector<std::string> tags;
    std::optional<double> timeout;
};

struct Configuration {
    std::string title = "untitled";
    std::vector<Server> servers;
    std::map<std::string, int> quotas;
};

static const char example[] = R"(
title = "Example"

def web(number):
    server(f"web{number}", port=8000 + number, tags=["web", "eu" if number % 2 else "us"])

for number in range(1, 4):
    web(number)
server("database", port=5432, timeout=2.5)

quotas = {name: 100 * 2 ** i for i, name in enumerate(["free", "team", "company"])}
)";

// What the file may say. The functions check what they are given as the file is read, so that a mistake is reported at its line.
static Configuration read(const std::string& source, const std::string& filename) {
    Configuration configuration;
    minipy::Config limits; // a configuration can neither read files nor go on for ever
    limits.limits.memory = 64 << 20;
    limits.limits.steps = 10'000'000;
    limits.grants.imports.emplace(); // and it imports nothing
    minipy::Interpreter py(limits);
    py["server"] = py.function(
        "server",
        [&](std::string name, int port, std::vector<std::string> tags, std::optional<double> timeout) {
            if (port < 1 || port > 65535)
                throw std::invalid_argument("port " + std::to_string(port) + " is not between 1 and 65535");
            for (const Server& other : configuration.servers)
                if (other.port == port)
                    throw std::invalid_argument("port " + std::to_string(port) + " belongs to " + other.name);
            configuration.servers.push_back({std::move(name), port, std::move(tags), timeout});
        },
        minipy::arg("name"), minipy::kw_only, minipy::arg("port"), minipy::arg("tags") = std::vector<std::string>(),
        minipy::arg("timeout") = std::optional<double>());
    py.exec(source, filename);
    minipy::Value names = py.globals();
    if (names.contains("title")) configuration.title = names["title"].to<std::string>();
    if (names.contains("quotas")) configuration.quotas = names["quotas"].to<std::map<std::string, int>>();
    return configuration;
}

static void print(const Configuration& configuration) {
    std::printf("%s: %zu servers\n", configuration.title.c_str(), configuration.servers.size());
    for (const Server& server : configuration.servers) {
        std::printf("  %s on %d", server.name.c_str(), server.port);
        for (const std::string& tag : server.tags) std::printf(" #%s", tag.c_str());
        if (server.timeout) std::printf(", %g s", *server.timeout);
        std::printf("\n");
    }
    for (const auto& [name, quota] : configuration.quotas) std::printf("  quota %s: %d\n", name.c_str(), quota);
}

// Reads and prints, or says what is wrong and where.
static bool show(const std::string& source, const std::string& filename) {
    try {
        print(read(source, filename));
        return true;
    } catch (const minipy::Error& error) {
        unsigned line = 0;
        for (const minipy::Frame& frame : error.frames())
            if (frame.file == filename) line = frame.line;
        std::printf("%s:%u: %s\n", filename.c_str(), line, error.message().c_str());
        return false;
    }
}

int main(int argc, char** argv) {
    if (argc > 1) {
        std::ifstream file(argv[1], std::ios::binary);
        return show({std::istreambuf_iterator<char>(file), {}}, argv[1]) ? 0 : 1;
    }
    show(example, "example.conf");
    // What happens to mistakes.
    show("server('a', port=80)\nserver('b', port=80)\n", "twice.conf");
    show("x = 1\nserver('a', port='eighty')\n", "type.conf");
    show("for i in range(3):\n    server('s' + str(i), port=70000)\n", "range.conf");
    show("servr('a', port=1)\n", "name.conf");
}
