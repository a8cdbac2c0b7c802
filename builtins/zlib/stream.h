#pragma once
// zlib: what its files share. Only for builds with the library (MINIPY_WITH_ZLIB).
#include <algorithm>
#include <span>

#include <zlib.h>

#include "objects/core/runtime.h"
#include "objects/types/bytes.h"

namespace mp::zlib_module {

struct State : ModuleState {
    OptRef<Type> error;
    OptRef<Type> compressor;
    OptRef<Type> decompressor;
};
inline State& state_of(Runtime& rt) { return rt.module_state<State>(); }

struct CompressObject : Object {
    z_stream stream;
    bool ready; // false: not yet, or no longer
};

struct DecompressObject : Object {
    z_stream stream;
    bool ready;
    bool at_end;
    bool needs_input;      // _ZlibDecompressor
    Value dictionary;      // owned bytes; unbound: none
    Value unused_data;     // owned bytes: behind the end of the stream
    Value unconsumed_tail; // owned bytes: what max_length left over
};

extern const TypeSpec compress_spec;
extern const TypeSpec decompress_spec;
extern const TypeSpec buffered_decompress_spec; // _ZlibDecompressor

// An object of a decompressor's type; `dictionary` is bytes or unbound. Z_OK or the errors of CPython's constructors.
Result<Owned> make_decompressor(Runtime& rt, Type& type, int window, Owned dictionary);

// raise zlib.error("Error -3 while …: …").
Raised raise_zlib(Runtime& rt, const z_stream& stream, int error, const char* when);

// Feeds `input` to a stream in pieces that zlib can count, and collects what comes out.
class Pump {
public:
    Pump(Runtime& rt, z_stream& stream, std::span<const std::uint8_t> input) noexcept
        : rt_(rt), stream_(stream), rest_(input), out_(rt) {}
    // Runs `step(bool last_piece)` (which calls deflate or inflate and gives its code) until the input is used up, the stream ends, `limit` bytes are out, or
    // a code is neither Z_OK nor Z_BUF_ERROR. Gives the last code.
    template <class Step>
    Result<int> run(std::int64_t limit, Step&& step) {
        stream_.next_in = const_cast<Bytef*>(rest_.data());
        stream_.avail_in = 0;
        int code = Z_OK;
        do {
            const std::size_t piece = std::min<std::size_t>(rest_.size(), 1u << 30);
            stream_.avail_in = static_cast<uInt>(piece);
            rest_ = rest_.subspan(piece);
            do {
                const std::int64_t room = std::min<std::int64_t>(sizeof buffer_, limit - out_.size());
                if (room <= 0) return keep_rest(code);
                stream_.next_out = buffer_;
                stream_.avail_out = static_cast<uInt>(room);
                code = step(rest_.empty());
                const std::size_t got = static_cast<std::size_t>(room) - stream_.avail_out;
                TRY(rt_.pay(1 + got / 64));
                if (!rt_.heap().would_fit(static_cast<std::size_t>(out_.size()) + got)) return raise_memory();
                out_.append({buffer_, got});
                if (code != Z_OK && code != Z_BUF_ERROR) return keep_rest(code);
            } while (stream_.avail_out == 0);
        } while (!rest_.empty());
        return keep_rest(code);
    }
    Ref<BytesObject> finish() { return out_.finish(); }
    std::int64_t size() const noexcept { return out_.size(); }
    // Input that the stream has not taken.
    std::span<const std::uint8_t> rest() const noexcept { return rest_; }

private:
    int keep_rest(int code) noexcept {
        rest_ = {rest_.data() - stream_.avail_in, rest_.size() + stream_.avail_in};
        stream_.avail_in = 0;
        return code;
    }
    Raised raise_memory();

    Runtime& rt_;
    z_stream& stream_;
    std::span<const std::uint8_t> rest_;
    BytesBuilder out_;
    Bytef buffer_[32 << 10];
};

} // namespace mp::zlib_module
