#pragma once
// open(), and the standard streams.
#include "builtins/io/text_file.h"

namespace mp {

// open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None): arguments by position, unbound where not given.
Result<Owned> open_file(Runtime& rt, Args args);
extern const char open_signature[];
extern const char open_doc[];

// sys.stdin, sys.stdout or sys.stderr: a text file over descriptor 0, 1 or 2 that close() does not close.
Result<Ref<TextFileObject>> make_standard_stream(Runtime& rt, int descriptor);

} // namespace mp
