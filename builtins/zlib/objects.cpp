// Compress, Decompress and _ZlibDecompressor.
#if MINIPY_WITH_ZLIB
#include "builtins/zlib/stream.h"

#include <cstring>

#include "builtins/error_class.h"
#include "builtins/native_object.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytes_like.h"
#include "objects/types/text_arguments.h"

namespace mp::zlib_module {

Raised raise_zlib(Runtime& rt, const z_stream& stream, int error, const char* when) {
    const char* text = error == Z_VERSION_ERROR ? "library version mismatch" : stream.msg;
    if (!text) switch (error) {
        case Z_BUF_ERROR: text = "incomplete or truncated stream"; break;
        case Z_STREAM_ERROR: text = "inconsistent stream state"; break;
        case Z_DATA_ERROR: text = "invalid input data"; break;
        default: break;
        }
    Type* type = state_of(rt).error.get();
    if (!text) return raise_error_class(rt, type, "Error %d %s", error, when);
    return raise_error_class(rt, type, "Error %d %s: %.200s", error, when, text);
}

Raised Pump::raise_memory() { return raise_memory_error(rt_); }

namespace {

CompressObject& compress_of(Value value) noexcept { return *static_cast<CompressObject*>(value.object()); }
DecompressObject& decompress_of(Value value) noexcept { return *static_cast<DecompressObject*>(value.object()); }

// ---- Compress

void compress_dealloc(Runtime& rt, Object* object) {
    auto& self = *static_cast<CompressObject*>(object);
    if (self.ready) deflateEnd(&self.stream);
    rt.free_object(object, sizeof(CompressObject));
}

Result<Owned> compress_compress(Runtime& rt, Args args) {
    auto& self = compress_of(args[0]);
    if (args.count != 2)
        return raise(rt, TypeId::TypeError, "compress() takes exactly 1 positional argument (%u given)",
                     args.count - 1);
    const BytesLike data = TRY(bytes_like(rt, args[1]));
    Pump pump(rt, self.stream, data.span());
    const int code = TRY(pump.run(INT64_MAX, [&](bool) { return deflate(&self.stream, Z_NO_FLUSH); }));
    if (code == Z_STREAM_ERROR) return raise_zlib(rt, self.stream, code, "while compressing data");
    return Owned(pump.finish());
}

Result<Owned> compress_flush(Runtime& rt, Args args) {
    auto& self = compress_of(args[0]);
    const int mode = TRY(int_argument(rt, args, 1, Z_FINISH));
    if (mode == Z_NO_FLUSH) return Owned(make_bytes(rt, {}));
    Pump pump(rt, self.stream, {});
    const int code = TRY(pump.run(INT64_MAX, [&](bool) { return deflate(&self.stream, mode); }));
    if (code == Z_STREAM_END && mode == Z_FINISH) {
        self.ready = false;
        const int ended = deflateEnd(&self.stream);
        if (ended != Z_OK) return raise_zlib(rt, self.stream, ended, "while finishing compression");
    } else if (code != Z_OK && code != Z_BUF_ERROR) {
        return raise_zlib(rt, self.stream, code, "while flushing");
    }
    return Owned(pump.finish());
}

Result<Owned> compress_copy(Runtime& rt, Args args) {
    auto& self = compress_of(args[0]);
    if (!self.ready) return raise(rt, TypeId::ValueError, "Inconsistent stream state");
    auto* copy = static_cast<CompressObject*>(rt.make_instance(*self.type()));
    auto owned = Ref<CompressObject>::adopt(copy);
    copy->ready = false;
    const int code = deflateCopy(&copy->stream, &self.stream);
    if (code == Z_MEM_ERROR) return raise_memory_error(rt);
    if (code != Z_OK) return raise(rt, TypeId::ValueError, "Inconsistent stream state");
    copy->ready = true;
    return Owned(std::move(owned));
}

const NativeDef compress_methods[] = {
    {"compress", native<compress_compress>, 0, -1, nullptr,
     "Returns a bytes object containing compressed data.\n\nAfter calling this function, some of the input data may "
     "still\nbe stored in internal buffers for later processing.\nCall the flush() method to clear these buffers."},
    {"flush", native<compress_flush>, 0, 1, "mode=Z_FINISH, /",
     "Return a bytes object containing any remaining compressed data."},
    {"copy", native<compress_copy>, 0, 0, nullptr, "Return a copy of the compression object."},
    {"__copy__", native<compress_copy>, 0, 0},
    {"__deepcopy__", native<compress_copy>, 1, 1},
    {},
};

// ---- Decompress

void decompress_dealloc(Runtime& rt, Object* object) {
    auto& self = *static_cast<DecompressObject*>(object);
    if (self.ready) inflateEnd(&self.stream);
    for (Value* field : {&self.dictionary, &self.unused_data, &self.unconsumed_tail}) replace(*field, Owned());
    rt.free_object(object, sizeof(DecompressObject));
}

Result<void> use_dictionary(Runtime& rt, DecompressObject& self) {
    const BytesLike bytes = TRY(bytes_like(rt, self.dictionary));
    const int code = inflateSetDictionary(&self.stream, bytes.span().data(), static_cast<uInt>(bytes.span().size()));
    if (code != Z_OK) return raise_zlib(rt, self.stream, code, "while setting zdict");
    return ok;
}

// inflate(), and again when the stream asked for its dictionary. A dictionary that does not fit is pending as an exception; the code is then Z_ERRNO.
int inflate_with_dictionary(Runtime& rt, DecompressObject& self, int flush) {
    for (;;) {
        const int code = inflate(&self.stream, flush);
        if (code != Z_NEED_DICT || self.dictionary.is_unbound()) return code;
        if (use_dictionary(rt, self).is_raised()) return Z_ERRNO;
    }
}

ByteSpan bytes_in(Value bytes) noexcept { return static_cast<BytesObject*>(bytes.object())->span(); }

Owned joined(Runtime& rt, ByteSpan a, ByteSpan b) {
    Ref<BytesObject> result = make_bytes_uninitialised(rt, static_cast<std::int64_t>(a.size() + b.size()));
    if (!a.empty()) std::memcpy(result->data(), a.data(), a.size());
    if (!b.empty()) std::memcpy(result->data() + a.size(), b.data(), b.size());
    return result;
}

// What the stream did not take: behind its end, or beyond the limit.
void save_rest(Runtime& rt, DecompressObject& self, ByteSpan rest, int code) {
    if (code == Z_STREAM_END && !rest.empty()) {
        replace(self.unused_data, joined(rt, bytes_in(self.unused_data), rest));
        rest = {};
    }
    if (!rest.empty() || !bytes_in(self.unconsumed_tail).empty()) replace(self.unconsumed_tail, make_bytes(rt, rest));
}

Result<Owned> decompress_decompress(Runtime& rt, Args args) {
    auto& self = decompress_of(args[0]);
    const std::int64_t most = TRY(size_argument(rt, args, 2, 0));
    if (most < 0) return raise(rt, TypeId::ValueError, "max_length must be non-negative");
    const BytesLike data = TRY(bytes_like(rt, args[1]));
    Pump pump(rt, self.stream, data.span());
    const int code =
        TRY(pump.run(most ? most : INT64_MAX, [&](bool) { return inflate_with_dictionary(rt, self, Z_SYNC_FLUSH); }));
    if (rt.has_pending()) return raised;
    save_rest(rt, self, pump.rest(), code);
    if (code == Z_STREAM_END)
        self.at_end = true;
    else if (code != Z_OK && code != Z_BUF_ERROR)
        return raise_zlib(rt, self.stream, code, "while decompressing data");
    return Owned(pump.finish());
}

Result<Owned> decompress_flush(Runtime& rt, Args args) {
    auto& self = decompress_of(args[0]);
    const std::int64_t length = TRY(size_argument(rt, args, 1, 1));
    if (length <= 0) return raise(rt, TypeId::ValueError, "length must be greater than zero");
    Owned tail = Owned::share(self.unconsumed_tail);
    Pump pump(rt, self.stream, bytes_in(tail));
    const int code = TRY(pump.run(
        INT64_MAX, [&](bool last) { return inflate_with_dictionary(rt, self, last ? Z_FINISH : Z_NO_FLUSH); }));
    if (rt.has_pending()) return raised;
    save_rest(rt, self, pump.rest(), code);
    if (code == Z_STREAM_END) {
        self.at_end = true;
        self.ready = false;
        const int ended = inflateEnd(&self.stream);
        if (ended != Z_OK) return raise_zlib(rt, self.stream, ended, "while finishing decompression");
    }
    return Owned(pump.finish());
}

Result<Owned> decompress_copy(Runtime& rt, Args args) {
    auto& self = decompress_of(args[0]);
    if (!self.ready) return raise(rt, TypeId::ValueError, "Inconsistent stream state");
    auto* copy = static_cast<DecompressObject*>(rt.make_instance(*self.type()));
    auto owned = Ref<DecompressObject>::adopt(copy);
    copy->ready = false;
    copy->at_end = self.at_end;
    copy->needs_input = self.needs_input;
    copy->dictionary = copy->unused_data = copy->unconsumed_tail = Value();
    set_field(copy->dictionary, self.dictionary);
    set_field(copy->unused_data, self.unused_data);
    set_field(copy->unconsumed_tail, self.unconsumed_tail);
    const int code = inflateCopy(&copy->stream, &self.stream);
    if (code == Z_MEM_ERROR) return raise_memory_error(rt);
    if (code != Z_OK) return raise(rt, TypeId::ValueError, "Inconsistent stream state");
    copy->ready = true;
    return Owned(std::move(owned));
}

Result<Owned> get_unused_data(Runtime&, Value self) { return Owned::share(decompress_of(self).unused_data); }
Result<Owned> get_unconsumed_tail(Runtime&, Value self) { return Owned::share(decompress_of(self).unconsumed_tail); }
Result<Owned> get_eof(Runtime&, Value self) { return Owned::adopt(Value::boolean(decompress_of(self).at_end)); }
Result<Owned> get_needs_input(Runtime&, Value self) {
    return Owned::adopt(Value::boolean(decompress_of(self).needs_input));
}

const NativeDef decompress_methods[] = {
    {"decompress", native<decompress_decompress>, 1, 2, "data, /, max_length=0",
     "Return a bytes object containing the decompressed version of the data.\n\nAfter calling this function, some of "
     "the input data may still be stored in\ninternal buffers for later processing.\nCall the flush() method to clear "
     "these buffers."},
    {"flush", native<decompress_flush>, 0, 1, "length=DEF_BUF_SIZE, /",
     "Return a bytes object containing any remaining decompressed data."},
    {"copy", native<decompress_copy>, 0, 0, nullptr, "Return a copy of the decompression object."},
    {"__copy__", native<decompress_copy>, 0, 0},
    {"__deepcopy__", native<decompress_copy>, 1, 1},
    {},
};
const GetSetDef decompress_getsets[] = {
    {"unused_data", get_unused_data},
    {"unconsumed_tail", get_unconsumed_tail},
    {"eof", get_eof},
    {},
};

// ---- _ZlibDecompressor: keeps what it has not used itself

const NativeDef new_arguments = {"_ZlibDecompressor", nullptr, 0, 2, "wbits=MAX_WBITS, zdict=b''"};

Result<Owned> buffered_new(Runtime& rt, Type* type, Args given) {
    Value values[2];
    TRY(bind_arguments(rt, new_arguments, given, values));
    const int window = TRY(int_argument(rt, Args{values, 2}, 0, MAX_WBITS));
    Owned dictionary;
    if (!values[1].is_unbound()) {
        if (!is_bytes_like(rt, values[1]))
            return raise(rt, TypeId::TypeError, "zdict argument must support the buffer protocol");
        dictionary = make_bytes(rt, TRY(bytes_like(rt, values[1])).span());
    }
    return make_decompressor(rt, *type, window, std::move(dictionary));
}

Result<Owned> buffered_decompress(Runtime& rt, Args args) {
    auto& self = decompress_of(args[0]);
    const std::int64_t most = TRY(size_argument(rt, args, 2, -1));
    const BytesLike data = TRY(bytes_like(rt, args[1]));
    if (self.at_end) return raise(rt, TypeId::EOFError, "End of stream already reached");
    Owned input = joined(rt, bytes_in(self.unconsumed_tail), data.span());
    Pump pump(rt, self.stream, bytes_in(input));
    const int code = TRY(
        pump.run(most < 0 ? INT64_MAX : most, [&](bool) { return inflate_with_dictionary(rt, self, Z_SYNC_FLUSH); }));
    if (rt.has_pending()) return raised;
    if (code == Z_STREAM_END) {
        self.at_end = true;
        self.needs_input = false;
        replace(self.unused_data, make_bytes(rt, pump.rest()));
        replace(self.unconsumed_tail, make_bytes(rt, {}));
    } else if (code != Z_OK && code != Z_BUF_ERROR) {
        return raise_zlib(rt, self.stream, code, "while decompressing data");
    } else {
        self.needs_input = pump.rest().empty() && (most < 0 || pump.size() < most);
        replace(self.unconsumed_tail, make_bytes(rt, pump.rest()));
    }
    return Owned(pump.finish());
}

const NativeDef buffered_methods[] = {
    {"decompress", native<buffered_decompress>, 1, 2, "data, max_length=-1",
     "Decompress *data*, returning uncompressed data as bytes.\n\nIf *max_length* is nonnegative, returns at most "
     "*max_length* bytes of decompressed data."},
    {},
};
const GetSetDef buffered_getsets[] = {
    {"unused_data", get_unused_data},
    {"needs_input", get_needs_input},
    {"eof", get_eof},
    {},
};

} // namespace

Result<Owned> make_decompressor(Runtime& rt, Type& type, int window, Owned dictionary) {
    auto* self = static_cast<DecompressObject*>(rt.make_instance(type));
    auto owned = Ref<DecompressObject>::adopt(self);
    self->stream = z_stream{};
    self->ready = self->at_end = false;
    self->needs_input = true;
    self->dictionary = dictionary.release();
    self->unused_data = self->unconsumed_tail = Value();
    set_field(self->unused_data, Value(rt.empty_bytes));
    set_field(self->unconsumed_tail, Value(rt.empty_bytes));
    switch (const int code = inflateInit2(&self->stream, window)) {
    case Z_OK: break;
    case Z_MEM_ERROR: return raise_memory_error(rt);
    case Z_STREAM_ERROR: return raise(rt, TypeId::ValueError, "Invalid initialization option");
    default: return raise_zlib(rt, self->stream, code, "while creating decompression object");
    }
    self->ready = true;
    if (!self->dictionary.is_unbound() && window < 0) TRY(use_dictionary(rt, *self));
    return Owned(std::move(owned));
}

const TypeSpec compress_spec = {
    .name = "Compress",
    .module = "zlib",
    .base = TypeId::object,
    .size = sizeof(CompressObject),
    .flags = type_no_new,
    .slots = {.dealloc = compress_dealloc},
    .methods = compress_methods,
};
const TypeSpec decompress_spec = {
    .name = "Decompress",
    .module = "zlib",
    .base = TypeId::object,
    .size = sizeof(DecompressObject),
    .flags = type_no_new,
    .slots = {.dealloc = decompress_dealloc},
    .methods = decompress_methods,
    .getsets = decompress_getsets,
};
const TypeSpec buffered_decompress_spec = {
    .name = "_ZlibDecompressor",
    .module = "zlib",
    .base = TypeId::object,
    .size = sizeof(DecompressObject),
    .slots = {.dealloc = decompress_dealloc, .new_ = buffered_new},
    .methods = buffered_methods,
    .getsets = buffered_getsets,
    .doc = "Create a decompressor object for decompressing data incrementally.",
};

} // namespace mp::zlib_module
#endif
