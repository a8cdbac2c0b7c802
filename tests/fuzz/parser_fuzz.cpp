// Any text becomes a tree or one error, in every mode.
#include "interp/syntax/ast_dump.h"
#include "tests/fuzz/compile_helpers.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const fuzz::Input input(data, size);
    mp::ParseOptions options;
    options.mode = input.mode();
    options.allow_incomplete = input.option(2);
    options.most_int_digits = input.option(3) ? 0 : 4300;
    fuzz::Parsed parsed;
    fuzz::parse_into(parsed, input.text, options);
    if (parsed.tree) mp::dump(*parsed.tree, {.positions = true, .source = parsed.source.get()});
    return 0;
}
