#include "interp/cli/options.h"

#include <cmath>
#include <cstdlib>
#include <string_view>

namespace cli {

const char usage_line[] = "usage: minipy [option] ... [-c cmd | -m mod | file | -] [arg] ...\n"
                          "Try `minipy -h' for more information.\n";

const char usage_text[] =
    "usage: minipy [option] ... [-c cmd | -m mod | file | -] [arg] ...\n"
    "\n"
    "What to run:\n"
    "  -c cmd         program passed in as string (ends the options)\n"
    "  -m mod         run a module or package as a script (ends the options)\n"
    "  file           a script, or a folder with a __main__.py\n"
    "  -              standard input (the default; a terminal gives the interactive console)\n"
    "  arg ...        sys.argv[1:]\n"
    "\n"
    "How:\n"
    "  -i             the interactive console afterwards, and even if standard input is no terminal\n"
    "  -q             no version and copyright messages at the console's start\n"
    "  -u             standard output and standard error are written at once\n"
    "  -O, -OO        without assertions; without docstrings too\n"
    "  -W action:message:category:module:lineno\n"
    "                 warnings filter, as the module warnings knows it; may be repeated\n"
    "  -X name[=val]  option of the implementation, found in sys._xoptions: dev, int_max_str_digits=N\n"
    "  -x             skip the first line of the script\n"
    "  -E             ignore MINIPYPATH and the PYTHON... variables\n"
    "  -P             neither the script's folder nor the working folder in sys.path\n"
    "  -I             isolated: -E, -P and -s\n"
    "  -s, -S, -B     accepted: there are no site folders, and no bytecode files are written\n"
    "\n"
    "Limits (a program that exceeds steps or time ends with status 124):\n"
    "  --max-steps N      bytecode jumps, calls and pieces of work in built-in functions; 10M is 10 million\n"
    "  --max-memory SIZE  of the program's objects, 64M for example; beyond it: MemoryError\n"
    "  --timeout TIME     wall time: 2s, 500ms, 1.5m\n"
    "\n"
    "Other:\n"
    "  --dis          print the program's bytecode instead of running it\n"
    "  -V             the version, -VV more of it (also --version)\n"
    "  -h             this text (also -?, --help)\n"
    "\n"
    "Environment (unless -E or -I):\n"
    "  MINIPYPATH     folders for imports, searched behind the script's own, separated by `:'\n"
    "  PYTHONPATH     the same, where MINIPYPATH is not set\n"
    "  PYTHONSTARTUP  file run before the interactive console's first prompt\n"
    "  PYTHONINSPECT, PYTHONOPTIMIZE, PYTHONSAFEPATH, PYTHONUNBUFFERED, PYTHONWARNINGS\n"
    "                 as the options -i, -O, -P, -u and -W\n"
    "  MINIPY_HISTORY file of the console's history (default: ~/.minipy_history)\n"
    "  NO_COLOR, FORCE_COLOR, PYTHON_COLORS\n"
    "                 whether tracebacks are coloured; by default, on a terminal\n";

namespace {

// A number above 0 and what stands behind it.
bool number_and_unit(const std::string& text, double& number, std::string_view& unit) {
    const std::size_t digits = text.find_first_not_of("0123456789.");
    const std::string figures = text.substr(0, digits);
    char* end = nullptr;
    number = std::strtod(figures.c_str(), &end);
    if (figures.empty() || *end != '\0' || !std::isfinite(number) || number <= 0) return false;
    unit = digits == std::string::npos ? std::string_view() : std::string_view(text).substr(digits);
    return true;
}

template <class Number>
std::optional<Number> scaled(double number, double factor) {
    const double value = number * factor;
    if (!(value >= 1) || value >= 9.2e18) return std::nullopt;
    return static_cast<Number>(value);
}

class Parser {
public:
    Parser(int argc, char** argv) : argc_(argc), argv_(argv) {}

    Options parse() {
        while (index_ < argc_ && !done_ && options_.action != Action::usage_error) {
            const std::string_view word = argv_[index_];
            if (word.size() < 2 || word[0] != '-') break;
            ++index_;
            if (word == "--") break;
            if (word[1] == '-')
                long_option(word.substr(2));
            else
                letters(word.substr(1));
        }
        if (options_.action == Action::run) find_program();
        return std::move(options_);
    }

private:
    void fail(std::string message) {
        options_.action = Action::usage_error;
        options_.error = std::move(message);
    }

    // The argument of a letter: the rest of its word, or the next word.
    bool argument(std::string_view& rest, char letter, std::string& value) {
        if (!rest.empty())
            value = rest;
        else if (index_ < argc_)
            value = argv_[index_++];
        else {
            fail(std::string("Argument expected for the -") + letter + " option");
            return false;
        }
        rest = {};
        return true;
    }

    void letters(std::string_view rest) {
        while (!rest.empty() && !done_) {
            const char letter = rest.front();
            rest.remove_prefix(1);
            std::string value;
            switch (letter) {
            case 'c':
            case 'm':
                if (!argument(rest, letter, options_.program)) return;
                options_.source = letter == 'c' ? Source::command : Source::module;
                done_ = true;
                break;
            case 'W':
                if (!argument(rest, letter, value)) return;
                options_.warnings.push_back(value);
                break;
            case 'X': {
                if (!argument(rest, letter, value)) return;
                const std::size_t sign = value.find('=');
                options_.x_options.emplace_back(value.substr(0, sign), sign == std::string::npos
                                                                           ? std::nullopt
                                                                           : std::optional(value.substr(sign + 1)));
                break;
            }
            case 'B': break;
            case 'E': options_.ignore_environment = true; break;
            case 'I':
                options_.isolated = options_.ignore_environment = options_.safe_path = options_.no_user_site = true;
                break;
            case 'O': ++options_.optimize; break;
            case 'P': options_.safe_path = true; break;
            case 's': options_.no_user_site = true; break;
            case 'S': options_.no_site = true; break;
            case 'i': options_.inspect = true; break;
            case 'q': options_.quiet = true; break;
            case 'u': options_.unbuffered = true; break;
            case 'x': options_.skip_first_line = true; break;
            case 'V':
                options_.action = Action::version;
                ++options_.version;
                break;
            case 'h':
            case '?':
                options_.action = Action::help;
                done_ = true;
                break;
            case 'b':
            case 'd':
            case 'v':
            case 't': return fail(std::string("minipy has no -") + letter + " option");
            default: return fail(std::string("Unknown option: -") + letter);
            }
        }
    }

    // The value of `--name value` or `--name=value`.
    bool long_value(std::string_view name, std::optional<std::string_view> given, std::string& value) {
        if (given)
            value = *given;
        else if (index_ < argc_)
            value = argv_[index_++];
        else {
            fail("Argument expected for the --" + std::string(name) + " option");
            return false;
        }
        return true;
    }

    template <class Value>
    void limit(std::string_view name, std::optional<std::string_view> given,
               std::optional<Value> (*read)(const std::string&), const char* example, Value& place) {
        std::string text;
        if (!long_value(name, given, text)) return;
        if (const std::optional<Value> value = read(text))
            place = *value;
        else
            fail("--" + std::string(name) + ": expected a value such as " + example + ", not '" + text + "'");
    }

    void long_option(std::string_view word) {
        const std::size_t sign = word.find('=');
        const std::string_view name = word.substr(0, sign);
        std::optional<std::string_view> value;
        if (sign != std::string_view::npos) value = word.substr(sign + 1);
        if (name == "max-steps") return limit(name, value, parse_steps, "10M", options_.max_steps);
        if (name == "max-memory") return limit(name, value, parse_size, "64M", options_.max_memory);
        if (name == "timeout") return limit(name, value, parse_duration, "2s", options_.timeout);
        if (value) return fail("unknown option --" + std::string(word));
        if (name == "help") {
            options_.action = Action::help;
            done_ = true;
        } else if (name == "version") {
            options_.action = Action::version;
            ++options_.version;
        } else if (name == "dis")
            options_.disassemble = true;
        else
            fail("unknown option --" + std::string(word));
    }

    void find_program() {
        if (options_.source == Source::standard_input && index_ < argc_) {
            options_.program = argv_[index_++];
            options_.dash = options_.program == "-";
            if (!options_.dash) options_.source = Source::path;
        }
        for (; index_ < argc_; ++index_) options_.arguments.emplace_back(argv_[index_]);
    }

    int argc_;
    char** argv_;
    int index_ = 1;
    bool done_ = false; // no options any more
    Options options_;
};

} // namespace

std::optional<std::size_t> parse_size(const std::string& text) {
    double number;
    std::string_view unit;
    if (!number_and_unit(text, number, unit)) return std::nullopt;
    double factor = 1;
    if (!unit.empty() && unit != "B") {
        const std::size_t power =
            std::string_view("KMGT").find(unit.front() >= 'a' ? unit.front() - 'a' + 'A' : unit.front());
        const std::string_view behind = unit.substr(1);
        if (power == std::string_view::npos || !(behind.empty() || behind == "B" || behind == "iB"))
            return std::nullopt;
        factor = std::pow(1024.0, static_cast<double>(power + 1));
    }
    return scaled<std::size_t>(number, factor);
}

std::optional<std::chrono::nanoseconds> parse_duration(const std::string& text) {
    double number;
    std::string_view unit;
    if (!number_and_unit(text, number, unit)) return std::nullopt;
    const double factor = unit.empty() || unit == "s"    ? 1e9
                          : unit == "ms"                 ? 1e6
                          : unit == "us"                 ? 1e3
                          : unit == "ns"                 ? 1
                          : unit == "m" || unit == "min" ? 60e9
                          : unit == "h"                  ? 3600e9
                                                         : 0;
    if (factor == 0) return std::nullopt;
    const auto value = scaled<std::int64_t>(number, factor);
    if (!value) return std::nullopt;
    return std::chrono::nanoseconds(*value);
}

std::optional<std::uint64_t> parse_steps(const std::string& text) {
    double number;
    std::string_view unit;
    if (!number_and_unit(text, number, unit)) return std::nullopt;
    const double factor = unit.empty()                 ? 1
                          : unit == "k" || unit == "K" ? 1e3
                          : unit == "M"                ? 1e6
                          : unit == "G"                ? 1e9
                                                       : 0;
    if (factor == 0) return std::nullopt;
    return scaled<std::uint64_t>(number, factor);
}

Options parse_options(int argc, char** argv) { return Parser(argc, argv).parse(); }

} // namespace cli
