// The command line: an embedder like any other.
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "interp/cli/interrupt.h"
#include "interp/cli/options.h"
#include "interp/cli/repl.h"
#include "minipy/minipy.hpp"
#include "minipy/program.hpp"

namespace {

using cli::Options;
using cli::Source;

std::string working_folder() {
    char folder[PATH_MAX];
    return getcwd(folder, sizeof folder) ? folder : "";
}

// As CPython names a script: from the root, but otherwise as it was given.
std::string from_root(const std::string& file) {
    if (file.empty() || file.front() == '/') return file;
    const std::string folder = working_folder();
    return folder.empty() ? file : (folder == "/" ? "" : folder) + "/" + file;
}

std::string folder_of(const std::string& file) {
    char resolved[PATH_MAX];
    const std::string path = realpath(file.c_str(), resolved) ? resolved : file;
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? "" : slash == 0 ? "/" : path.substr(0, slash);
}

// This program as the shell found it.
std::string own_path(const char* name) {
    if (!name || !*name) return "";
    if (std::strchr(name, '/')) return from_root(name);
    const char* path = std::getenv("PATH");
    for (std::string_view rest = path ? path : ""; !rest.empty();) {
        const std::size_t end = std::min(rest.find(':'), rest.size());
        const std::string candidate = from_root(std::string(end ? rest.substr(0, end) : ".") + "/" + name);
        if (access(candidate.c_str(), X_OK) == 0) return candidate;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return "";
}

std::string read_all(std::istream& stream) {
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

bool is_folder(const std::string& path) {
    return std::ifstream(path + "/.").is_open() || access((path + "/.").c_str(), F_OK) == 0;
}

// Environment variables, which -E and -I leave out.
class Environment {
public:
    explicit Environment(bool ignore) : ignore_(ignore) {}
    // Null when it is empty, as for CPython.
    const char* get(const char* name) const {
        const char* value = ignore_ ? nullptr : std::getenv(name);
        return value && *value ? value : nullptr;
    }

private:
    bool ignore_;
};

// -W and -X dev, and the variables that mean the same as options.
void add_environment(Options& options, const Environment& environment) {
    if (environment.get("PYTHONUNBUFFERED")) options.unbuffered = true;
    if (environment.get("PYTHONSAFEPATH")) options.safe_path = true;
    if (const char* level = environment.get("PYTHONOPTIMIZE"))
        options.optimize = std::max(options.optimize, std::max(1, std::atoi(level)));
    std::vector<std::string> warnings;
    for (const auto& [name, value] : options.x_options)
        if (name == "dev") {
            warnings.emplace_back("default");
            break;
        }
    if (const char* given = environment.get("PYTHONWARNINGS"))
        for (std::string_view rest = given; !rest.empty();) {
            const std::size_t end = std::min(rest.find(','), rest.size());
            if (end) warnings.emplace_back(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    options.warnings.insert(options.warnings.begin(), warnings.begin(), warnings.end());
}

// On a terminal, unless the environment says otherwise (PYTHON_COLORS, NO_COLOR, FORCE_COLOR, in this order).
bool wants_colour(const Environment& environment) {
    if (const char* value = environment.get("PYTHON_COLORS"))
        if (std::strcmp(value, "0") == 0 || std::strcmp(value, "1") == 0) return *value == '1';
    const auto is_set = [](const char* name) {
        const char* value = std::getenv(name);
        return value && *value;
    };
    if (is_set("NO_COLOR")) return false;
    if (is_set("FORCE_COLOR")) return true;
    const char* terminal = std::getenv("TERM");
    return isatty(STDERR_FILENO) && (!terminal || std::strcmp(terminal, "dumb") != 0);
}

std::vector<std::string> import_path(const Options& options, const Environment& environment) {
    std::vector<std::string> path;
    if (!options.safe_path) {
        if (options.source == Source::module)
            path.push_back(working_folder());
        else if (options.source != Source::path)
            path.emplace_back();
        else if (!is_folder(options.program)) // a folder puts itself there
            path.push_back(folder_of(options.program));
    }
    const char* folders = environment.get("MINIPYPATH");
    if (!folders) folders = environment.get("PYTHONPATH");
    for (std::string_view rest = folders ? folders : ""; !rest.empty();) {
        const std::size_t end = std::min(rest.find(':'), rest.size());
        path.push_back(from_root(end ? std::string(rest.substr(0, end)) : working_folder()));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return path;
}

std::vector<std::string> program_arguments(const Options& options) {
    std::vector<std::string> argv;
    switch (options.source) {
    case Source::command: argv.emplace_back("-c"); break;
    case Source::module: argv.emplace_back("-m"); break; // becomes the module's path
    case Source::path: argv.push_back(options.program); break;
    case Source::standard_input: argv.emplace_back(options.dash ? "-" : ""); break;
    }
    argv.insert(argv.end(), options.arguments.begin(), options.arguments.end());
    return argv;
}

// The digits of `-X int_max_str_digits=N`; false: it is no valid number.
bool int_digits(const Options& options, std::optional<unsigned>& digits) {
    for (const auto& [name, value] : options.x_options) {
        if (name != "int_max_str_digits") continue;
        if (!value || value->empty() || value->find_first_not_of("0123456789") != std::string::npos ||
            value->size() > 9)
            return false;
        digits = static_cast<unsigned>(std::stoul(*value));
        if (*digits != 0 && *digits < 640) return false;
    }
    return true;
}

void print_version(int much) {
    if (much < 2)
        std::puts("minipy " MINIPY_VERSION);
    else
        std::puts("minipy " MINIPY_VERSION " (Python 3.13) [" __VERSION__ "]");
}

int print_bytecode(minipy::Interpreter& interpreter, const Options& options) {
    std::string source = options.program;
    std::string name = "<string>";
    if (options.source == Source::module) {
        std::fputs("minipy: --dis takes a command, a file or standard input\n", stderr);
        return 2;
    }
    if (options.source == Source::standard_input) {
        name = "<stdin>";
        source = read_all(std::cin);
    } else if (options.source == Source::path) {
        name = is_folder(options.program) ? options.program + "/__main__.py" : options.program;
        std::ifstream file(name, std::ios::binary);
        if (!file) {
            std::fprintf(stderr, "minipy: can't open file '%s': [Errno %d] %s\n", name.c_str(), errno,
                         std::strerror(errno));
            return 2;
        }
        source = read_all(file);
    }
    const std::string text = interpreter.disassemble(source, name);
    std::fputs(text.c_str(), stdout);
    return text.empty() || std::fflush(stdout) != 0 ? 1 : 0;
}

} // namespace

int main(int argc, char** argv) {
    Options options = cli::parse_options(argc, argv);
    switch (options.action) {
    case cli::Action::help: std::fputs(cli::usage_text, stdout); return 0;
    case cli::Action::version: print_version(options.version); return 0;
    case cli::Action::usage_error: std::fprintf(stderr, "%s\n%s", options.error.c_str(), cli::usage_line); return 2;
    case cli::Action::run: break;
    }
    const Environment environment(options.ignore_environment);
    add_environment(options, environment);
    minipy::ProgramSettings settings;
    if (!int_digits(options, settings.int_max_str_digits)) {
        std::fputs("minipy: -X int_max_str_digits: expected 0, or a number of at least 640\n", stderr);
        return 1;
    }

    const bool from_input = options.source == Source::standard_input;
    const bool console_only = from_input && !options.dash && (options.inspect || isatty(STDIN_FILENO));
    minipy::Config config;
    config.argv = program_arguments(options);
    config.path = import_path(options, environment);
    config.grants = minipy::Grants::all();
    config.limits.memory = options.max_memory;
    config.limits.steps = options.max_steps;
    config.limits.wall = options.timeout;

    settings.executable = own_path(argv[0]);
    settings.orig_argv.assign(argv, argv + argc);
    settings.warnings = options.warnings;
    settings.options = options.x_options;
    settings.interactive = options.inspect;
    settings.inspect = options.inspect || environment.get("PYTHONINSPECT");
    settings.optimize = options.optimize;
    settings.no_user_site = options.no_user_site;
    settings.no_site = options.no_site;
    settings.ignore_environment = options.ignore_environment;
    settings.quiet = options.quiet;
    settings.isolated = options.isolated;
    settings.safe_path = options.safe_path;
    settings.unbuffered = options.unbuffered;
    settings.skip_first_line = options.skip_first_line;
    settings.colour_tracebacks = wants_colour(environment);
    for (const auto& [name, value] : options.x_options) settings.dev_mode |= name == "dev";

    minipy::Interpreter interpreter(config);
    if (options.disassemble) return print_bytecode(interpreter, options);
    minipy::Program program(interpreter, settings);
    std::string source; // read before Ctrl-C means KeyboardInterrupt: until the program runs, it ends the process
    if (from_input && !console_only) source = read_all(std::cin);
    cli::install_signals(interpreter);

    int status = 0;
    switch (options.source) {
    case Source::command: status = program.run_source(options.program, "<string>"); break;
    case Source::module: status = program.run_module(options.program); break;
    case Source::path: status = program.run_path(from_root(options.program)); break;
    case Source::standard_input:
        if (!console_only) status = program.run_source(source, "<stdin>");
        break;
    }
    bool interrupted = program.interrupted();
    if (console_only || options.inspect || (environment.get("PYTHONINSPECT") && isatty(STDIN_FILENO))) {
        if (console_only && !options.quiet)
            std::fprintf(
                stderr,
                "minipy " MINIPY_VERSION
                " (Python 3.13)\nType \"help\", \"copyright\", \"credits\" or \"license\" for more information.\n");
        cli::ReplOptions repl;
        repl.terminal = isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
        repl.colour = settings.colour_tracebacks;
        if (const char* file = environment.get("PYTHONSTARTUP"); file && console_only && repl.terminal)
            repl.startup_file = file;
        if (const char* file = environment.get("MINIPY_HISTORY"))
            repl.history_file = file;
        else if (const char* home = std::getenv("HOME"); home && *home)
            repl.history_file = std::string(home) + "/.minipy_history";
        status = cli::run_repl(interpreter, program, repl);
        interrupted = false;
    }
    status = program.finish(status);
    if (interrupted && status == 130) return cli::die_of_interrupt();
    return status;
}
