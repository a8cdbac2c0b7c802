// The zlib module: compression by the library of that name.
#include "objects/types/module.h"
#include "builtins/error_class.h"
#include "builtins/modules.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"

#if MINIPY_WITH_ZLIB
#include "builtins/zlib/stream.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytes_like.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"
#include "objects/types/text_arguments.h"
#endif

namespace mp {

namespace zlib_module {

namespace {

#if MINIPY_WITH_ZLIB

constexpr int default_memory_level = 8;
constexpr int default_buffer_size = 16384;

Result<Owned> compress(Runtime& rt, Args args) {
    const int level = TRY(int_argument(rt, args, 1, Z_DEFAULT_COMPRESSION));
    const int window = TRY(int_argument(rt, args, 2, MAX_WBITS));
    const BytesLike data = TRY(bytes_like(rt, args[0]));
    z_stream stream{};
    switch (const int code =
                deflateInit2(&stream, level, Z_DEFLATED, window, default_memory_level, Z_DEFAULT_STRATEGY)) {
    case Z_OK: break;
    case Z_MEM_ERROR: return raise(rt, TypeId::MemoryError, "Out of memory while compressing data");
    case Z_STREAM_ERROR: return raise_error_class(rt, state_of(rt).error.get(), "Bad compression level");
    default: return raise_zlib(rt, stream, code, "while compressing data");
    }
    struct End {
        z_stream& stream;
        ~End() { deflateEnd(&stream); }
    } end{stream};
    Pump pump(rt, stream, data.span());
    const int code =
        TRY(pump.run(INT64_MAX, [&](bool last) { return deflate(&stream, last ? Z_FINISH : Z_NO_FLUSH); }));
    if (code != Z_STREAM_END) return raise_zlib(rt, stream, code, "while compressing data");
    return Owned(pump.finish());
}

Result<Owned> decompress(Runtime& rt, Args args) {
    const int window = TRY(int_argument(rt, args, 1, MAX_WBITS));
    const std::int64_t size = TRY(size_argument(rt, args, 2, default_buffer_size));
    const BytesLike data = TRY(bytes_like(rt, args[0]));
    if (size < 0) return raise(rt, TypeId::ValueError, "bufsize must be non-negative");
    z_stream stream{};
    switch (const int code = inflateInit2(&stream, window)) {
    case Z_OK: break;
    case Z_MEM_ERROR: return raise(rt, TypeId::MemoryError, "Out of memory while decompressing data");
    default: return raise_zlib(rt, stream, code, "while preparing to decompress data");
    }
    struct End {
        z_stream& stream;
        ~End() { inflateEnd(&stream); }
    } end{stream};
    Pump pump(rt, stream, data.span());
    const int code =
        TRY(pump.run(INT64_MAX, [&](bool last) { return inflate(&stream, last ? Z_FINISH : Z_NO_FLUSH); }));
    if (code != Z_STREAM_END) return raise_zlib(rt, stream, code, "while decompressing data");
    return Owned(pump.finish());
}

Result<Owned> compressobj(Runtime& rt, Args args) {
    const int level = TRY(int_argument(rt, args, 0, Z_DEFAULT_COMPRESSION));
    const int method = TRY(int_argument(rt, args, 1, Z_DEFLATED));
    const int window = TRY(int_argument(rt, args, 2, MAX_WBITS));
    const int memory_level = TRY(int_argument(rt, args, 3, default_memory_level));
    const int strategy = TRY(int_argument(rt, args, 4, Z_DEFAULT_STRATEGY));
    BytesLike dictionary;
    if (args.has(5)) {
        BytesLike given = TRY(bytes_like(rt, args[5]));
        new (&dictionary) BytesLike(std::move(given)); // it holds nothing yet
    }
    State& state = state_of(rt);
    if (!state.compressor) return raise(rt, TypeId::RuntimeError, "zlib is being taken down");
    auto* self = static_cast<CompressObject*>(rt.make_instance(*state.compressor));
    auto owned = Ref<CompressObject>::adopt(self);
    self->stream = z_stream{};
    self->ready = false;
    switch (const int code = deflateInit2(&self->stream, level, method, window, memory_level, strategy)) {
    case Z_OK: break;
    case Z_MEM_ERROR: return raise(rt, TypeId::MemoryError, "Can't allocate memory for compression object");
    case Z_STREAM_ERROR: return raise(rt, TypeId::ValueError, "Invalid initialization option");
    default: return raise_zlib(rt, self->stream, code, "while creating compression object");
    }
    self->ready = true;
    if (args.has(5)) {
        const ByteSpan bytes = dictionary.span();
        const int code = deflateSetDictionary(&self->stream, bytes.data(), static_cast<uInt>(bytes.size()));
        if (code == Z_STREAM_ERROR) return raise(rt, TypeId::ValueError, "Invalid dictionary");
        if (code != Z_OK) return raise(rt, TypeId::ValueError, "deflateSetDictionary()");
    }
    return Owned(std::move(owned));
}

Result<Owned> decompressobj(Runtime& rt, Args args) {
    const int window = TRY(int_argument(rt, args, 0, MAX_WBITS));
    Owned dictionary;
    if (args.has(1)) {
        if (!is_bytes_like(rt, args[1]))
            return raise(rt, TypeId::TypeError, "zdict argument must support the buffer protocol");
        const BytesLike bytes = TRY(bytes_like(rt, args[1]));
        dictionary = make_bytes(rt, bytes.span());
    }
    State& state = state_of(rt);
    if (!state.decompressor) return raise(rt, TypeId::RuntimeError, "zlib is being taken down");
    return make_decompressor(rt, *state.decompressor, window, std::move(dictionary));
}

// An argument of C type unsigned int that wraps.
Result<std::uint32_t> masked_argument(Runtime& rt, Args args, std::size_t i, std::uint32_t fallback) {
    if (!args.has(i)) return fallback;
    Owned number = TRY(index(rt, args[i]));
    return static_cast<std::uint32_t>(int_low64(number));
}

// The checksum of `bytes`, in pieces that zlib can count.
template <uLong (*Function)(uLong, const Bytef*, z_size_t)>
Result<Owned> checksum(Runtime& rt, Args args, std::uint32_t fallback) {
    const std::uint32_t start = TRY(masked_argument(rt, args, 1, fallback));
    const BytesLike data = TRY(bytes_like(rt, args[0]));
    TRY(rt.pay(data.span().size() >> 7));
    static const Bytef none = 0; // a null pointer would ask for the initial value
    const Bytef* bytes = data.span().empty() ? &none : data.span().data();
    return make_uint(rt, Function(start, bytes, data.span().size()) & 0xFFFFFFFF);
}
Result<Owned> adler32(Runtime& rt, Args args) { return checksum<adler32_z>(rt, args, 1); }
Result<Owned> crc32(Runtime& rt, Args args) { return checksum<crc32_z>(rt, args, 0); }

const NativeDef functions[] = {
    {"adler32", native<adler32>, 1, 2, nullptr,
     "Compute an Adler-32 checksum of data.\n\n  value\n    Starting value of the checksum.\n\nThe returned checksum "
     "is "
     "an integer."},
    {"compress", native<compress>, 1, 3, "data, /, level=Z_DEFAULT_COMPRESSION, wbits=MAX_WBITS",
     "Returns a bytes object containing compressed data.\n\n  data\n    Binary data to be compressed.\n  level\n    "
     "Compression level, in 0-9 or -1.\n  wbits\n    The window buffer size and container format."},
    {"compressobj", native<compressobj>, 0, 6,
     "level=Z_DEFAULT_COMPRESSION, method=DEFLATED, wbits=MAX_WBITS, memLevel=DEF_MEM_LEVEL, "
     "strategy=Z_DEFAULT_STRATEGY, zdict=None",
     "Return a compressor object."},
    {"crc32", native<crc32>, 1, 2, nullptr,
     "Compute a CRC-32 checksum of data.\n\n  value\n    Starting value of the checksum.\n\nThe returned checksum is "
     "an "
     "integer."},
    {"decompress", native<decompress>, 1, 3, "data, /, wbits=MAX_WBITS, bufsize=DEF_BUF_SIZE",
     "Returns a bytes object containing the uncompressed data.\n\n  data\n    Compressed data.\n  wbits\n    The "
     "window "
     "buffer size and container format.\n  bufsize\n    The initial output buffer size."},
    {"decompressobj", native<decompressobj>, 0, 2, "wbits=MAX_WBITS, zdict=b''",
     "Return a decompressor object.\n\n  wbits\n    The window buffer size and container format.\n  zdict\n    The "
     "predefined compression dictionary.  This must be the same\n    dictionary as used by the compressor that "
     "produced "
     "the input data."},
    {},
};

struct Constant {
    const char* name;
    int value;
};
#define CONSTANT(name)                                                                                                 \
    { #name, name }
const Constant constants[] = {
    CONSTANT(MAX_WBITS),
    {"DEFLATED", Z_DEFLATED},
    {"DEF_MEM_LEVEL", default_memory_level},
    {"DEF_BUF_SIZE", default_buffer_size},
    CONSTANT(Z_NO_COMPRESSION),
    CONSTANT(Z_BEST_SPEED),
    CONSTANT(Z_BEST_COMPRESSION),
    CONSTANT(Z_DEFAULT_COMPRESSION),
    CONSTANT(Z_FILTERED),
    CONSTANT(Z_HUFFMAN_ONLY),
    CONSTANT(Z_RLE),
    CONSTANT(Z_FIXED),
    CONSTANT(Z_DEFAULT_STRATEGY),
    CONSTANT(Z_FINISH),
    CONSTANT(Z_NO_FLUSH),
    CONSTANT(Z_PARTIAL_FLUSH),
    CONSTANT(Z_SYNC_FLUSH),
    CONSTANT(Z_FULL_FLUSH),
    CONSTANT(Z_BLOCK),
    CONSTANT(Z_TREES),
};
#undef CONSTANT

Result<void> fill(Runtime& rt, ModuleObject& module) {
    State& state = state_of(rt);
    if (!state.error) {
        state.error = TRY(make_error_class(rt, "zlib", "error", TypeId::Exception));
        state.compressor = TRY(make_native_type(rt, compress_spec));
        state.decompressor = TRY(make_native_type(rt, decompress_spec));
    }
    module_add(rt, module, "error", Owned::share(Value(state.error.get())));
    for (const Constant& constant : constants)
        module_add(rt, module, constant.name, Owned::adopt(Value::from_int(constant.value)));
    module_add(rt, module, "ZLIB_VERSION", make_str(rt, ZLIB_VERSION));
    module_add(rt, module, "ZLIB_RUNTIME_VERSION", make_str(rt, zlibVersion()));
    module_add(rt, module, "__version__", make_str(rt, "1.0"));
    return ok;
}

const TypeSpec* const types[] = {&buffered_decompress_spec, nullptr};

#else

Result<void> fill(Runtime& rt, ModuleObject&) {
    return raise(rt, TypeId::ImportError, "zlib is not available: minipy was built without the zlib library");
}
constexpr const NativeDef* functions = nullptr;
constexpr const TypeSpec* const* types = nullptr;

#endif

} // namespace

} // namespace zlib_module

extern const ModuleDef zlib_module_def;
const ModuleDef zlib_module_def = {
    .name = "zlib",
    .doc =
        "The functions in this module allow compression and decompression using the\nzlib library, which is based on "
        "GNU zip.\n\nadler32(string[, start]) -- Compute an Adler-32 checksum.\ncompress(data[, level]) -- Compress "
        "data, with compression level 0-9 or -1.\ncompressobj([level[, ...]]) -- Return a compressor "
        "object.\ncrc32(string[, start]) -- Compute a CRC-32 checksum.\ndecompress(string,[wbits],[bufsize]) -- "
        "Decompresses a compressed string.\ndecompressobj([wbits[, zdict]]) -- Return a decompressor "
        "object.\n\n'wbits' is window buffer size and container format.\nCompressor objects support compress() and "
        "flush() methods; decompressor\nobjects support decompress() and flush().",
    .functions = zlib_module::functions,
    .types = zlib_module::types,
    .fill = zlib_module::fill,
};

} // namespace mp
