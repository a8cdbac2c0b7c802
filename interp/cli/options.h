#pragma once
// What stands on the command line.
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace cli {

enum class Action { run, help, version, usage_error };
enum class Source { standard_input, command, module, path };

struct Options {
    Action action = Action::run;
    std::string error; // why it is wrong; a line

    Source source = Source::standard_input;
    std::string program;                // the command, module or path
    bool dash = false;                  // standard input was named: `-`
    std::vector<std::string> arguments; // of the program

    bool disassemble = false;
    bool inspect = false;    // -i
    bool quiet = false;      // -q
    bool unbuffered = false; // -u
    bool isolated = false;   // -I
    bool ignore_environment = false;
    bool safe_path = false; // -P
    bool no_user_site = false;
    bool no_site = false;
    bool skip_first_line = false; // -x
    int optimize = 0;             // -O, -OO
    int version = 0;              // -V, -VV
    std::vector<std::string> warnings;
    std::vector<std::pair<std::string, std::optional<std::string>>> x_options; // -X name[=value]

    std::uint64_t max_steps = 0; // 0: no limit, as below
    std::size_t max_memory = 0;  // bytes
    std::chrono::nanoseconds timeout{0};
};

Options parse_options(int argc, char** argv);

extern const char usage_text[]; // of -h
extern const char usage_line[]; // what stands below a wrong option

// "64M" in bytes (K, M, G and T are powers of 1024), "2s", "500ms", "1.5m" or plain seconds, "10M" steps (k, M and G are powers of 1000). Nothing when it is none, or not
// above 0, or too large.
std::optional<std::size_t> parse_size(const std::string& text);
std::optional<std::chrono::nanoseconds> parse_duration(const std::string& text);
std::optional<std::uint64_t> parse_steps(const std::string& text);

} // namespace cli
