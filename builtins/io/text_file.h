#pragma once
// Text files: encoding and line ends on top of a file of bytes (io.TextIOWrapper). sys.stdout, sys.stderr and sys.stdin are such files.
#include <string>
#include <string_view>

#include "builtins/io/byte_file.h"
#include "objects/types/codecs.h"

namespace mp {

// What changes while a text file is used, apart from Python values.
struct TextFileState {
    CodecOptions read_codec, write_codec; // the same, but once a byte order mark was read or written
    bool read_started = false;            // a byte order mark was looked for
    bool at_end = false;
    bool telling = true;            // false while next() reads: where the lines come from is not tracked
    bool snapshot = false;          // text was read ahead while places were tracked: writing forgets it
    std::uint8_t seen = 0;          // LineEnds that were read
    Encoding base = Encoding::utf8; // the codec at the start of the stream, before a byte order mark
    std::string raw;                // bytes read, not yet decoded
    std::string chunk;              // the bytes that TextFileObject::decoded was made of
    std::string write_newline;      // what \n becomes; empty: itself
    std::string read_newline;       // what ends a line where `universal` is false
    bool universal = true;          // \n, \r and \r\n end lines
    bool translate = true;          // ... and are read as \n
};

struct TextFileObject : Object {
    Value buffer;            // owned: a ByteFileObject or any object with read() and write(); none once detached
    ByteFileObject* bytes;   // the same, when it is a ByteFileObject; else null
    TextFileState* state;    // owned
    Value encoding, errors;  // owned str, as given
    Value mode;              // owned: str, or unbound
    Value decoded;           // owned str: text read ahead; unbound: none
    std::int64_t decoded_at; // how much of it is consumed
    bool line_buffering;
    bool write_through;
    bool plain;  // UTF-8 to a ByteFileObject, line ends as they are: bytes may be appended to it
    bool closed; // of files over other objects
};

extern const TypeSpec text_file_spec;

inline bool is_text_file(Value value) noexcept {
    return value.is_object() && value.object()->type()->spec == &text_file_spec;
} // exactly
inline TextFileObject& as_text_file(Value value) noexcept { return *static_cast<TextFileObject*>(value.object()); }

struct TextFileOptions {
    std::string encoding = "utf-8";
    std::string errors = "strict";
    std::string newline;        // "", "\n", "\r", "\r\n"
    bool newline_given = false; // false: universal and translated
    bool line_buffering = false;
    bool write_through = false;
};
// A file that is not ready: __init__ makes it so.
Ref<TextFileObject> make_bare_text_file(Runtime& rt, Type& type);
Result<void> init_text_file(Runtime& rt, TextFileObject& file, Value buffer, const TextFileOptions& options,
                            Value mode);
// LookupError for an unknown encoding.
Result<Ref<TextFileObject>> make_text_file(Runtime& rt, Type& type, Value buffer, const TextFileOptions& options,
                                           Value mode = Value());

// ValueError when closed, OSError from the system, UnicodeEncodeError. Run no Python code when the buffer is a ByteFileObject.
Result<void> text_file_write(Runtime& rt, TextFileObject& file, StrObject& text);
// ASCII text, or any UTF-8 when the file is plain.
Result<void> text_file_write_utf8(Runtime& rt, TextFileObject& file, std::string_view text);
Result<void> text_file_flush(Runtime& rt, TextFileObject& file);
// The next line with its end (at most `limit` characters, -1: any number); empty at the end of the file.
Result<Ref<StrObject>> text_file_readline(Runtime& rt, TextFileObject& file, std::int64_t limit = -1);
Result<Ref<StrObject>> text_file_read(Runtime& rt, TextFileObject& file, std::int64_t size);
Result<void> check_text_open(Runtime& rt, TextFileObject& file);
// How many bytes of the chunk stand before what is read next.
Result<std::int64_t> text_file_bytes_before(Runtime& rt, TextFileObject& file);
// After text at the start of the stream the encoding stays without a byte order mark.
void settle_write(CodecOptions& codec) noexcept;
// Forgets what was read ahead (seeking).
void text_file_forget(Runtime& rt, TextFileObject& file);

} // namespace mp
