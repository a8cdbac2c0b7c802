#include "interp/support/source.h"

#include <gtest/gtest.h>

#include "interp/support/diagnostic.h"

namespace mp {
namespace {

SourceText text_of(std::string_view bytes) {
    SyntaxDiagnostic error;
    auto source = SourceText::from_bytes(bytes, "t.py", error);
    EXPECT_TRUE(source) << error.message;
    return source.take();
}

SyntaxDiagnostic error_of(std::string_view bytes) {
    SyntaxDiagnostic error;
    EXPECT_FALSE(SourceText::from_bytes(bytes, "t.py", error));
    return error;
}

TEST(SourceText, NewlinesBecomeLineFeeds) {
    EXPECT_EQ(text_of("a\r\nb\rc\n\r\n").text(), "a\nb\nc\n\n");
    EXPECT_EQ(text_of("a\r\r\nb\n").text(), "a\n\nb\n");
}

TEST(SourceText, EndsInNewline) {
    SourceText open = text_of("x = 1");
    EXPECT_EQ(open.text(), "x = 1\n");
    EXPECT_FALSE(open.ended_in_newline());
    EXPECT_TRUE(text_of("x = 1\n").ended_in_newline());
    EXPECT_TRUE(text_of("x\r").ended_in_newline());
    EXPECT_EQ(text_of("").text(), "");
}

TEST(SourceText, LinesAndColumns) {
    SourceText source = text_of("a\n\n\xC3\xA9\xE2\x82\xAC x\n");
    EXPECT_EQ(source.line_count(), 3u);
    EXPECT_EQ(source.line_of(0), 1u);
    EXPECT_EQ(source.line_of(1), 1u); // the '\n' belongs to its line
    EXPECT_EQ(source.line_of(2), 2u);
    EXPECT_EQ(source.line_of(1000), 3u);
    EXPECT_EQ(source.line_text(3), "\xC3\xA9\xE2\x82\xAC x");
    EXPECT_EQ(source.line_text(4), "");
    EXPECT_EQ(source.position(9), (SourcePosition{3, 3, 6}));
    EXPECT_EQ(source.line_start(3), 3u);
}

TEST(SourceText, ByteOrderMarkIsDropped) { EXPECT_EQ(text_of("\xEF\xBB\xBFx\n").text(), "x\n"); }

TEST(SourceText, EncodingDeclarations) {
    EXPECT_EQ(text_of("# coding: latin-1\n\xE9\n").text(), "# coding: latin-1\n\xC3\xA9\n");
    EXPECT_EQ(text_of("#!/bin/sh\n# vim: set fileencoding=ISO-8859-1 :\n\xE9").line_text(3), "\xC3\xA9");
    EXPECT_EQ(text_of("# -*- coding: UTF_8 -*-\n\xC3\xA9\n").text().substr(24), "\xC3\xA9\n");
    EXPECT_EQ(error_of("# coding: ascii\nx=\"\xC3\xA9\"\n").message,
              "'ascii' codec can't decode byte 0xc3 in position 19: ordinal not in range(128)");
    EXPECT_EQ(error_of("# coding: foo\n").message, "unknown encoding: foo");
    EXPECT_EQ(error_of("\xEF\xBB\xBF# coding: latin-1\n").message, "encoding problem: iso-8859-1 with BOM");
}

TEST(SourceText, DeclarationsElsewhereAreComments) {
    text_of("\n\n# coding: foo\n");  // third line
    text_of("x = 1\n# coding: foo"); // second line after code
    text_of("\"# coding: foo\"\n");
    EXPECT_EQ(error_of("\n# coding: foo\n").message, "unknown encoding: foo");
}

TEST(SourceText, TextHasNoEncodingDeclaration) {
    SyntaxDiagnostic error;
    EXPECT_TRUE(SourceText::from_utf8("# coding: foo\n", "t.py", error));
}

TEST(SourceText, InvalidUtf8) {
    SyntaxDiagnostic error = error_of("\n\nx = \"\xE9\"\n");
    EXPECT_EQ(error.message,
              "(unicode error) 'utf-8' codec can't decode byte 0xe9 in position 0: unexpected end of data");
    EXPECT_EQ(error.lineno, 3);
    EXPECT_EQ(error.offset, 6);
    EXPECT_EQ(error_of("a\xFF\n").message,
              "(unicode error) 'utf-8' codec can't decode byte 0xff in position 1: invalid start byte");
    EXPECT_EQ(error_of("\xED\xA0\x80").message,
              "(unicode error) 'utf-8' codec can't decode byte 0xed in position 0: invalid continuation byte");
    EXPECT_EQ(error_of("x\xF0\x9F\x98").message,
              "(unicode error) 'utf-8' codec can't decode bytes in position 1-3: unexpected end of data");
}

TEST(SourceText, NullBytes) {
    SyntaxDiagnostic error = error_of(std::string_view("x\ny\0b\n", 6));
    EXPECT_EQ(error.message, "source code cannot contain null bytes");
    EXPECT_EQ(error.lineno, 2);
    EXPECT_FALSE(SourceText::from_utf8(std::string_view("a\0b", 3), "f", error));
    EXPECT_EQ(error.message, "source code string cannot contain null bytes");
    EXPECT_FALSE(error.has_position);
}

TEST(Diagnostic, RangeInCharacters) {
    SourceText source = text_of("x\n\xC3\xA9\xC3\xA9 = (1)\n");
    SyntaxDiagnostic error = make_diagnostic(SyntaxErrorKind::SyntaxError, "m", source, {2, 6});
    EXPECT_EQ(error.lineno, 2);
    EXPECT_EQ(error.offset, 1);
    EXPECT_EQ(error.end_lineno, 2);
    EXPECT_EQ(error.end_offset, 3);
    EXPECT_EQ(error.text, "\xC3\xA9\xC3\xA9 = (1)\n");
}

TEST(Diagnostic, RangeOfANewline) {
    SyntaxDiagnostic error = make_diagnostic(SyntaxErrorKind::SyntaxError, "m", text_of("x=\ny\n"), {2, 3});
    EXPECT_EQ(error.lineno, 1);
    EXPECT_EQ(error.offset, 3);
    EXPECT_EQ(error.end_lineno, 1);
    EXPECT_EQ(error.end_offset, 4);
}

TEST(Diagnostic, EndOfTextIsTheLastLine) {
    SyntaxDiagnostic error = make_diagnostic(SyntaxErrorKind::SyntaxError, "m", text_of("try:\n  x\n"), {9, 9});
    EXPECT_EQ(error.lineno, 2);
    EXPECT_EQ(error.offset, 4);
    EXPECT_EQ(error.end_offset, -1);
}

TEST(Diagnostic, RenderedAsCPythonDoes) {
    SourceText source = text_of("if x:\n\ty = = 1\n");
    EXPECT_EQ(render(make_diagnostic(SyntaxErrorKind::SyntaxError, "invalid syntax", source, {11, 12})),
              "  File \"t.py\", line 2\n    y = = 1\n        ^\nSyntaxError: invalid syntax\n");
    EXPECT_EQ(render(make_diagnostic(SyntaxErrorKind::TabError, "m", source, {0, 4})),
              "  File \"t.py\", line 1\n    if x:\n    ^^^^\nTabError: m\n");
}

TEST(Diagnostic, RenderedWithoutPosition) {
    SyntaxDiagnostic error;
    error.message = "source code string cannot contain null bytes";
    error.has_position = false;
    EXPECT_EQ(render(error), "SyntaxError: source code string cannot contain null bytes\n");
}

} // namespace
} // namespace mp
