#pragma once
// Files of bytes, buffered in both directions: what open() in binary mode gives, and what text files stand on. Under the buffer is a descriptor of the operating
// system, or any raw stream written in Python (io.BufferedReader(raw) and its kin).
#include <span>
#include <string>
#include <string_view>

#include "objects/core/runtime.h"

namespace mp {

struct ByteFileObject : Object {
    int descriptor; // -1: closed, or `raw` is the stream
    bool ready;     // __init__ has been here
    bool closed;
    bool detached;
    bool busy; // in the middle of a call of the raw stream: nothing else may happen to the buffers
    bool readable, writable;
    bool owns;        // close() closes the descriptor
    bool shows_owner; // FileIO.closefd
    bool unbuffered;  // a FileIO
    bool at_end;      // the last read gave nothing
    bool waits;       // reading the descriptor may have to wait: no regular file
    std::size_t room; // bytes of the buffer
    std::string out;  // written, not yet handed down
    std::string in;   // read ahead; in_start: how much of it is consumed
    std::size_t in_start;
    Value name; // owned: what was opened (a path, a descriptor); unbound where the raw stream knows
    Value mode; // owned str; unbound where the raw stream knows
    Value
        raw; // owned: the raw stream; over a descriptor a FileIO that shares it, once somebody asked for it; else unbound

    std::span<const char> ahead() const noexcept { return {in.data() + in_start, in.size() - in_start}; }
    bool is_open() const noexcept { return ready && !closed && !detached; }
    bool is_system() const noexcept { return descriptor >= 0; }
};

extern const TypeSpec buffered_reader_spec;
extern const TypeSpec buffered_writer_spec;
extern const TypeSpec buffered_random_spec;
extern const TypeSpec file_io_spec;

inline ByteFileObject& as_byte_file(Value value) noexcept { return *static_cast<ByteFileObject*>(value.object()); }
bool is_byte_file(Value value) noexcept; // an instance of one of the four, or of a subclass
// One over a descriptor, of exactly one of the types: text files and others may use its buffers directly.
bool is_plain_byte_file(Value value) noexcept;

enum class FileAccess : std::uint8_t { read, write, both };
// A file over an open descriptor, of the type that fits the access. `name` and `mode` are shown by repr.
Result<Ref<ByteFileObject>> make_byte_file(Runtime& rt, int descriptor, FileAccess access, bool owns, Value name,
                                           std::string_view mode, bool unbuffered = false);
// An object of `type` that is not ready.
Ref<ByteFileObject> make_bare_byte_file(Runtime& rt, Type& type);
// Makes an object ready: over a descriptor.
void set_descriptor(Runtime& rt, ByteFileObject& file, int descriptor, bool owns, Value name, std::string_view mode);

// ValueError: `closed_text` for a closed file, or that it is not ready or detached; RuntimeError for a call from inside a call of the raw stream.
Result<void> check_usable(Runtime& rt, const ByteFileObject& file,
                          const char* closed_text = "I/O operation on closed file.");

// ---- the buffer. OSError for what the system refuses, UnsupportedOperation for the wrong direction. They run Python code only over raw streams in Python.
Result<void> byte_file_write(Runtime& rt, ByteFileObject& file, std::span<const char> bytes);
Result<void> byte_file_flush(Runtime& rt, ByteFileObject& file);
// Reads once behind what is read ahead, `wanted` bytes or the buffer's size; false at the end of the file (or when a raw stream has nothing yet).
Result<bool> byte_file_fill(Runtime& rt, ByteFileObject& file, std::size_t wanted = 0);
Result<void> byte_file_close(Runtime& rt, ByteFileObject& file);
Result<std::int64_t> byte_file_seek(Runtime& rt, ByteFileObject& file, std::int64_t offset, int whence);
Result<std::int64_t> byte_file_tell(Runtime& rt, ByteFileObject& file);
// Puts the stream's position where the reader is: what was read ahead is dropped.
Result<void> byte_file_drop_ahead(Runtime& rt, ByteFileObject& file);

// ---- raw_access.cpp: below the buffer
// Reads once into `room`: how many bytes, 0 at the end, -1 when there is nothing yet.
Result<std::int64_t> raw_read(Runtime& rt, ByteFileObject& file, std::span<char> room);
// Writes all; `done` says how far it came, also when it raises.
Result<void> raw_write(Runtime& rt, ByteFileObject& file, std::span<const char> bytes, std::size_t& done);
Result<std::int64_t> raw_seek(Runtime& rt, ByteFileObject& file, std::int64_t offset, int whence);
Result<void> raw_truncate(Runtime& rt, ByteFileObject& file, std::int64_t size);
Result<void> raw_close(Runtime& rt, ByteFileObject& file);
// raw.name(): "fileno", "isatty", "seekable". Over a descriptor the answer of the system.
Result<Owned> raw_question(Runtime& rt, ByteFileObject& file, const char* name);
// The raw stream as Python sees it; over a descriptor a FileIO that shares it.
Result<Owned> raw_object(Runtime& rt, ByteFileObject& file);
// How many bytes are left in a regular file, or -1.
std::int64_t bytes_left(const ByteFileObject& file) noexcept;

// ---- slots and functions that the types share (byte_file.cpp)
void byte_file_dealloc(Runtime& rt, Object* object);
void byte_file_traverse(Object* object, Visitor visit, void* context);
void byte_file_clear(Runtime& rt, Object* object);
Result<void> byte_file_finalise(Runtime& rt, Object* object);
Result<Owned> byte_file_new(Runtime& rt, Type* type, Args args);
// FileIO's __init__: opens (open.cpp).
Result<void> init_file_io(Runtime& rt, Value self, Args args);

// io.UnsupportedOperation(text).
Raised raise_unsupported(Runtime& rt, const char* text);
// The type of `spec` as the module _io holds it. May import.
Result<Ref<Type>> io_type(Runtime& rt, const TypeSpec& spec);

} // namespace mp
