#pragma once
// Tracebacks: recording where an exception passed, and printing it as CPython 3.13 does.
#include <string>

#include "interp/vm/vm.h"

namespace mp {

// Adds the place `position` (a word index, or before_code) of `code`, which runs with `globals`, at the head of the exception's traceback. Throws bad_alloc.
void add_traceback_entry(Vm& vm, ExceptionObject& exception, CodeObject& code, DictObject& globals,
                         std::uint32_t position);

// The whole text, causes and contexts first, ending in a newline. Runs __str__ of the exceptions (errors in it are shown as CPython shows them). `colour`: with the
// escape sequences by which a terminal shows CPython's colours.
std::string format_exception(Vm& vm, ExceptionObject& exception, bool colour);
std::string format_exception(Vm& vm, ExceptionObject& exception); // plain

// The line of a source text that no file holds (kept_sources.h), without its newline; empty when there is none.
std::string kept_line(Vm& vm, const std::string& filename, std::uint32_t number);

// A line of a source file (from 1), or of a text kept in its place, without indentation and newline; empty when it cannot be read.
std::string source_line(Vm& vm, const std::string& filename, std::uint32_t number);

// What stands below an entry's "File" line: its source lines with their marks, indented. Empty when there are none.
std::string entry_text(Vm& vm, const TracebackObject& entry);

// The last lines only: "ValueError: text" (with notes; SyntaxError with its source line and caret).
std::string format_exception_only(Vm& vm, ExceptionObject& exception);

// The first word of the instruction that contains word `position`.
std::uint32_t instruction_start(const CodeObject& code, std::uint32_t position) noexcept;

} // namespace mp
