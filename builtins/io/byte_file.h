#pragma once
// Files of bytes over a descriptor of the operating system, buffered in both directions: what open() in binary mode gives, and what text files stand on.
#include <span>
#include <string>

#include "objects/core/runtime.h"

namespace mp {

struct ByteFileObject : Object {
    int descriptor; // -1 once closed
    bool readable, writable;
    bool owns;       // close() closes the descriptor
    bool unbuffered; // every write goes to the system at once
    bool at_end;     // the last read from the system gave nothing
    std::string out; // written, not yet handed to the system
    std::string in;  // read ahead; in_start: how much of it is consumed
    std::size_t in_start;
    Value name; // owned: what was opened (a path, a descriptor)
    Value mode; // owned str
    std::span<const char> ahead() const noexcept { return {in.data() + in_start, in.size() - in_start}; }
};

extern const TypeSpec buffered_reader_spec;
extern const TypeSpec buffered_writer_spec;
extern const TypeSpec buffered_random_spec;
extern const TypeSpec file_io_spec;

bool is_byte_file(Value value) noexcept; // an instance of one of the four, or of a subclass

enum class FileAccess : std::uint8_t { read, write, both };
// A file over an open descriptor, of the type that fits the access. `name` and `mode` are shown by repr.
Result<Ref<ByteFileObject>> make_byte_file(Runtime& rt, int descriptor, FileAccess access, bool owns, Value name,
                                           std::string_view mode, bool unbuffered = false);

// ValueError "I/O operation on closed file."
Result<void> check_open(Runtime& rt, const ByteFileObject& file);
// All below raise OSError for what the system refuses, UnsupportedOperation for the wrong direction. They run no Python code.
Result<void> byte_file_write(Runtime& rt, ByteFileObject& file, std::span<const char> bytes);
Result<void> byte_file_flush(Runtime& rt, ByteFileObject& file);
// Reads once from the system behind what is read ahead; false at the end of the file.
Result<bool> byte_file_fill(Runtime& rt, ByteFileObject& file);
Result<void> byte_file_close(Runtime& rt, ByteFileObject& file);
Result<std::int64_t> byte_file_seek(Runtime& rt, ByteFileObject& file, std::int64_t offset, int whence);
Result<std::int64_t> byte_file_tell(Runtime& rt, ByteFileObject& file);

// io.UnsupportedOperation(text).
Raised raise_unsupported(Runtime& rt, const char* text);
// The type of `spec` as the module _io holds it. May import.
Result<Ref<Type>> io_type(Runtime& rt, const TypeSpec& spec);

} // namespace mp
