// The command line: an embedder like any other.
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <iterator>
#include <string>

#include <unistd.h>

#include "interp/include/minipy/minipy.hpp"

namespace {

const char usage[] = "usage: minipy [option] ... [-c cmd | file | -] [arg] ...\n"
                     "  -c cmd   program passed in as string (terminates option list)\n"
                     "  --dis    print the bytecode of the program instead of running it\n"
                     "  -V       print the version and exit (also --version)\n"
                     "  -h       print this help and exit (also --help)\n"
                     "  file     program read from a script file\n"
                     "  -        program read from standard input (the default)\n";

std::string folder_of(const std::string& file) {
    char resolved[PATH_MAX];
    const std::string path = realpath(file.c_str(), resolved) ? resolved : file;
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? "" : path.substr(0, slash);
}

// As CPython names a script: from the root, but otherwise as it was given.
std::string absolute(const std::string& file) {
    char folder[PATH_MAX];
    if (file.empty() || file.front() == '/' || !getcwd(folder, sizeof folder)) return file;
    return std::string(folder) + "/" + file;
}

std::string read_all(std::istream& stream) {
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

} // namespace

int main(int argc, char** argv) {
    bool disassemble = false;
    std::string command;
    bool has_command = false;
    int i = 1;
    for (; i < argc && argv[i][0] == '-' && argv[i][1] != '\0'; ++i) {
        const std::string option = argv[i];
        if (option == "-h" || option == "--help") {
            std::fputs(usage, stdout);
            return 0;
        }
        if (option == "-V" || option == "--version") {
            std::puts("minipy " MINIPY_VERSION);
            return 0;
        }
        if (option == "--dis") {
            disassemble = true;
            continue;
        }
        if (option == "--") {
            ++i;
            break;
        }
        if (option == "-c") {
            if (i + 1 >= argc) {
                std::fprintf(stderr, "Argument expected for the -c option\n%s", usage);
                return 2;
            }
            command = argv[++i];
            has_command = true;
            ++i;
            break;
        }
        std::fprintf(stderr, "Unknown option: %s\n%s", option.c_str(), usage);
        return 2;
    }

    minipy::Config config;
    config.grants = minipy::Grants::all();
    std::string file;
    if (has_command) {
        config.argv.push_back("-c");
        config.path.push_back("");
    } else {
        file = i < argc ? argv[i++] : "-";
        config.argv.push_back(file);
        config.path.push_back(file == "-" ? "" : folder_of(file));
    }
    for (; i < argc; ++i) config.argv.push_back(argv[i]);

    minipy::Interpreter interpreter(config);
    if (disassemble) {
        std::string source = command;
        std::string name = "<string>";
        if (!has_command) {
            name = file == "-" ? "<stdin>" : file;
            if (file == "-")
                source = read_all(std::cin);
            else if (FILE* stream = std::fopen(file.c_str(), "rb")) {
                char block[4096];
                for (std::size_t n; (n = std::fread(block, 1, sizeof block, stream)) > 0;) source.append(block, n);
                std::fclose(stream);
            } else {
                std::fprintf(stderr, "minipy: can't open file '%s'\n", file.c_str());
                return 2;
            }
        }
        const std::string text = interpreter.disassemble(source, name);
        std::fputs(text.c_str(), stdout);
        return text.empty() ? 1 : 0;
    }
    if (has_command) return interpreter.run_program(command, "<string>");
    if (file == "-") return interpreter.run_program(read_all(std::cin), "<stdin>");
    return interpreter.run_file(absolute(file));
}
