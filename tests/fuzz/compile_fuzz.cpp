// What the parser accepts compiles or is refused with an error, and the verifier accepts what the compiler makes.
#include "tests/fuzz/compile_helpers.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const fuzz::Input input(data, size);
    mp::ParseOptions parse_options;
    parse_options.mode = input.mode();
    fuzz::Parsed parsed;
    fuzz::parse_into(parsed, input.text, parse_options);
    if (!parsed.tree) return 0;
    mp::CompileOptions options;
    options.optimization = input.option(2) + input.option(3);
    options.namespace_is_globals = !input.option(4);
    options.future_annotations = input.option(5);
    const auto unit = fuzz::compile_parsed(parsed, options);
    if (!unit) return 0;
    if (const std::string wrong = mp::verify(*unit); !wrong.empty()) fuzz::finding("refused by the verifier: " + wrong);
    mp::disassemble(*unit);
    return 0;
}
