// Any bytes become tokens or one error; tokens stand in order and inside the text.
#include <cstdint>

#include "interp/support/diagnostic.h"
#include "interp/syntax/scanner.h"
#include "tests/fuzz/finding.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace mp;
    SyntaxDiagnostic error;
    auto decoded = SourceText::from_bytes({reinterpret_cast<const char*>(data), size}, "fuzz.py", error);
    if (decoded.is_raised()) {
        if (!error.raised()) fuzz::finding("refused without a message");
        render(error);
        return 0;
    }
    const SourceText source = decoded.take();
    Arena arena;
    SyntaxWarnings warnings;
    Scanner scanner(source, arena, warnings);
    // Every token but those of indentation takes at least a byte.
    std::uint64_t most = 4 * std::uint64_t{source.size()} + 400;
    std::uint32_t last = 0;
    for (;;) {
        const Token token = scanner.next();
        if (token.span.start > token.span.end || token.span.end > source.size())
            fuzz::finding("a token outside of the text");
        if (token.is(TokenKind::Error)) {
            if (!scanner.error().raised()) fuzz::finding("an error without a message");
            render(scanner.error());
            break;
        }
        if (token.span.start < last) fuzz::finding("a token before its predecessor");
        last = token.span.start;
        if (token.is(TokenKind::EndMarker)) break;
        if (--most == 0) fuzz::finding("the text never ends");
    }
    return 0;
}
