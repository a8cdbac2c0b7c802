#include "builtins/io/text_file.h"

#include <new>

#include "builtins/io/stream.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytes_like.h"
#include "objects/types/codec_registry.h"
#include "objects/types/str_access.h"

namespace mp {

namespace {

std::span<const std::uint8_t> bytes_of(std::string_view text) noexcept {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

Result<void> hand_over(Runtime& rt, TextFileObject& file, std::string_view bytes) {
    if (file.bytes) return byte_file_write(rt, *file.bytes, bytes);
    TRY(call_method(rt, file.buffer, *rt.names().write, make_bytes(rt, bytes_of(bytes))));
    return ok;
}

Result<void> written(Runtime& rt, TextFileObject& file, bool has_line_end) {
    if (file.write_through || (file.line_buffering && has_line_end)) return text_file_flush(rt, file);
    return ok;
}

std::string with_newlines(std::string_view text, const std::string& newline) {
    std::string result;
    for (const char c : text) {
        if (c == '\n')
            result += newline;
        else
            result += c;
    }
    return result;
}

// Takes a byte order mark off the first bytes read, and the encoding that it tells.
void settle_read(TextFileState& state) {
    const auto drop = [&](std::string_view mark, Encoding encoding) {
        if (!state.raw.starts_with(mark)) return false;
        state.raw.erase(0, mark.size());
        state.read_codec.encoding = encoding;
        return true;
    };
    using namespace std::string_view_literals;
    switch (state.read_codec.encoding) {
    case Encoding::utf8_sig:
        if (!drop("\xEF\xBB\xBF"sv, Encoding::utf8)) state.read_codec.encoding = Encoding::utf8;
        break;
    case Encoding::utf16:
        if (!drop("\xFF\xFE"sv, Encoding::utf16_le) && !drop("\xFE\xFF"sv, Encoding::utf16_be))
            state.read_codec.encoding = Encoding::utf16_le;
        break;
    case Encoding::utf32:
        if (!drop("\xFF\xFE\0\0"sv, Encoding::utf32_le) && !drop("\0\0\xFE\xFF"sv, Encoding::utf32_be))
            state.read_codec.encoding = Encoding::utf32_le;
        break;
    default: break;
    }
    state.read_started = true;
}

// More raw bytes; false at the end.
Result<bool> read_raw(Runtime& rt, TextFileObject& file) {
    TextFileState& state = *file.state;
    if (file.bytes) {
        if (file.bytes->ahead().empty() && !TRY(byte_file_fill(rt, *file.bytes))) return false;
        const auto ahead = file.bytes->ahead();
        state.raw.append(ahead.data(), ahead.size());
        file.bytes->in_start += ahead.size();
        return true;
    }
    Ref<StrObject> read1 = rt.intern("read1");
    Owned method = TRY(get_optional_attribute(rt, file.buffer, *read1));
    if (method.is_unbound()) method = TRY(get_attribute(rt, file.buffer, *rt.names().read));
    Owned chunk = TRY(call(rt, method, Value::from_int(8192)));
    if (!is_bytes_like(rt, chunk))
        return raise(rt, TypeId::TypeError, "underlying read1() should have returned a bytes-like object, not '%.200s'",
                     type_name(rt, chunk));
    BytesLike bytes = TRY(bytes_like(rt, chunk));
    state.raw.append(reinterpret_cast<const char*>(bytes.span().data()), bytes.span().size());
    return !bytes.span().empty();
}

// \r\n and \r become \n.
Ref<StrObject> translate_newlines(Runtime& rt, const StrObject& text) {
    StrBuilder result(rt);
    for (std::int64_t i = 0; i < text.length; ++i) {
        const char32_t c = text[i];
        if (c == U'\r') {
            result.append(U'\n');
            if (i + 1 < text.length && text[i + 1] == U'\n') ++i;
        } else {
            result.append(c);
        }
    }
    return result.finish();
}

std::size_t bytes_per_unit(Encoding encoding) noexcept {
    switch (encoding) {
    case Encoding::utf16:
    case Encoding::utf16_le:
    case Encoding::utf16_be: return 2;
    case Encoding::utf32:
    case Encoding::utf32_le:
    case Encoding::utf32_be: return 4;
    default: return 1;
    }
}

// Decodes more text behind what is read ahead; false when there is no more.
Result<bool> fill(Runtime& rt, TextFileObject& file) {
    TextFileState& state = *file.state;
    if (state.telling) state.snapshot = true;
    if (std::exchange(state.at_end, false)) return false; // the end that was told; there may be more the next time
    if (!TRY(read_raw(rt, file))) state.at_end = true;
    if (!state.read_started) {
        if (state.raw.size() < 4 && !state.at_end && state.read_codec.encoding != Encoding::utf8) return true;
        settle_read(state);
    }
    std::size_t consumed = 0;
    // Error handlers are Python code, which may use this very file: the bytes stay here until they are decoded.
    std::string raw = std::exchange(state.raw, {});
    auto decoded = decode_partial(rt, bytes_of(raw), state.read_codec, state.at_end, consumed);
    if (decoded.is_raised()) {
        state.raw.insert(0, raw);
        return raised;
    }
    Ref<StrObject> text = decoded.take();
    if (state.translate || state.universal) {
        const bool has_return = str_find(*text, *rt.latin1_char('\r'), 0, text->length) >= 0;
        if (!state.at_end && text->length > 0 && (*text)[text->length - 1] == U'\r') {
            // What follows may belong to it.
            consumed -= bytes_per_unit(state.read_codec.encoding);
            text = str_substring(rt, *text, 0, text->length - 1);
        }
        if (has_return)
            state.seen |= line_ends_of(*text);
        else if (!(state.seen & end_lf) && str_find(*text, *rt.latin1_char('\n'), 0, text->length) >= 0)
            state.seen |= end_lf;
        if (has_return && state.translate) text = translate_newlines(rt, *text);
    }
    const std::string used = raw.substr(0, consumed);
    raw.erase(0, consumed);
    state.raw.insert(0, raw);
    if (text->length == 0) return true;
    if (file.decoded.is_unbound()) {
        replace(file.decoded, Owned(std::move(text)));
        state.chunk = used;
    } else {
        const std::int64_t before = TRY(text_file_bytes_before(rt, file));
        state.chunk.erase(0, std::min(static_cast<std::size_t>(before), state.chunk.size()));
        state.chunk += used;
        auto& old = *static_cast<StrObject*>(file.decoded.object());
        Ref<StrObject> rest = str_substring(rt, old, file.decoded_at, old.length);
        replace(file.decoded, Owned(str_concat(rt, *rest, *text)));
    }
    file.decoded_at = 0;
    return true;
}

// Takes text up to `end` of what is read ahead.
Ref<StrObject> take(Runtime& rt, TextFileObject& file, std::int64_t end) {
    if (file.decoded.is_unbound()) return Ref<StrObject>::share(rt.empty_str);
    auto& text = *static_cast<StrObject*>(file.decoded.object());
    Ref<StrObject> result = str_substring(rt, text, file.decoded_at, end);
    file.decoded_at = end;
    if (end == text.length) {
        replace(file.decoded, Owned());
        file.decoded_at = 0;
        file.state->chunk.clear();
    }
    return result;
}

// The end of the line that begins at `from`, or -1; `waits`: a \r at the end needs to see what follows.
std::int64_t find_line_end(Runtime& rt, const TextFileState& state, const StrObject& text, std::int64_t from) {
    if (state.translate) {
        const std::int64_t at = str_find(text, *rt.latin1_char('\n'), from, text.length);
        return at < 0 ? -1 : at + 1;
    }
    if (!state.universal) {
        const auto size = static_cast<std::int64_t>(state.read_newline.size());
        for (std::int64_t i = from; i + size <= text.length; ++i) {
            std::int64_t k = 0;
            while (k < size &&
                   text[i + k] == static_cast<unsigned char>(state.read_newline[static_cast<std::size_t>(k)]))
                ++k;
            if (k == size) return i + size;
        }
        return -1;
    }
    for (std::int64_t i = from; i < text.length; ++i) {
        if (text[i] == U'\n') return i + 1;
        if (text[i] == U'\r') {
            if (i + 1 < text.length) return text[i + 1] == U'\n' ? i + 2 : i + 1;
            return state.at_end ? i + 1 : -1;
        }
    }
    return -1;
}

} // namespace

// After the byte order mark of the first text written, the encoding stays without one.
void settle_write(CodecOptions& codec) noexcept {
    if (codec.encoding == Encoding::utf8_sig) codec.encoding = Encoding::utf8;
    if (codec.encoding == Encoding::utf16) codec.encoding = Encoding::utf16_le;
    if (codec.encoding == Encoding::utf32) codec.encoding = Encoding::utf32_le;
}

Result<std::int64_t> text_file_bytes_before(Runtime& rt, TextFileObject& file) {
    if (file.decoded.is_unbound()) return std::int64_t{0};
    TextFileState& state = *file.state;
    Ref<StrObject> text = Ref<StrObject>::share(static_cast<StrObject*>(file.decoded.object()));
    std::int64_t characters = file.decoded_at;
    if (text->length == static_cast<std::int64_t>(state.chunk.size())) return characters; // a byte each
    if (state.translate && state.chunk.find('\r') != std::string::npos) {
        // Once more without translation: the characters that became one count as they stand in the file.
        std::size_t consumed = 0;
        const std::string chunk = state.chunk;
        text = TRY(decode_partial(rt, bytes_of(chunk), state.read_codec, true, consumed));
        std::int64_t i = 0;
        for (std::int64_t shown = 0; shown < characters && i < text->length; ++shown)
            i += (*text)[i] == U'\r' && i + 1 < text->length && (*text)[i + 1] == U'\n' ? 2 : 1;
        characters = i;
    }
    Ref<StrObject> before = str_substring(rt, *text, 0, characters);
    return TRY(encode(rt, *before, state.read_codec))->size;
}

Ref<TextFileObject> make_bare_text_file(Runtime& rt, Type& type) {
    auto state = std::make_unique<TextFileState>();
    auto* file = static_cast<TextFileObject*>(rt.make_instance(type));
    file->buffer = file->encoding = file->errors = Value::none();
    file->bytes = nullptr;
    file->mode = file->decoded = Value();
    file->decoded_at = 0;
    file->line_buffering = file->write_through = file->plain = file->closed = false;
    file->state = state.release();
    return Ref<TextFileObject>::adopt(file);
}

Result<void> init_text_file(Runtime& rt, TextFileObject& file, Value buffer, const TextFileOptions& options,
                            Value mode) {
    CodecOptions codec = TRY(codec_options(rt, options.encoding, options.errors));
    TRY(check_text_codec(rt, codec));
    Ref<StrObject> encoding = make_str(rt, options.encoding);
    Ref<StrObject> errors = make_str(rt, options.errors);
    TextFileState& state = *file.state;
    state = TextFileState{};
    state.read_codec = codec;
    state.write_codec = codec;
    state.base = codec.encoding;
    if (options.newline_given) {
        state.translate = false;
        state.universal = options.newline.empty();
        state.read_newline = options.newline;
        if (options.newline != "\n") state.write_newline = options.newline;
    }
    file.bytes = is_plain_byte_file(buffer) ? static_cast<ByteFileObject*>(buffer.object()) : nullptr;
    file.decoded_at = 0;
    file.line_buffering = options.line_buffering;
    file.write_through = options.write_through;
    file.plain = file.bytes && codec.encoding == Encoding::utf8 && state.write_newline.empty();
    file.closed = false;
    replace(file.encoding, Owned(std::move(encoding)));
    replace(file.errors, Owned(std::move(errors)));
    replace(file.mode, Owned::share(mode));
    replace(file.decoded, Owned());
    replace(file.buffer, Owned::share(buffer)); // last: what was there before may run Python code when it goes
    // Text behind the start of a stream has no byte order mark.
    if (file.bytes) {
        if (file.bytes->writable && !file.bytes->readable && codec.encoding != Encoding::utf8) {
            auto place = byte_file_tell(rt, *file.bytes);
            if (place.is_raised())
                rt.clear_pending(); // a pipe
            else if (place.take() != 0)
                settle_write(state.write_codec);
        }
        return ok;
    }
    const auto ask = [&](const char* question) -> Result<bool> {
        Ref<StrObject> name = rt.intern(question);
        Owned answer = TRY(call_method(rt, buffer, *name));
        return truth(rt, answer);
    };
    TRY(ask("readable"));
    const bool can_write = TRY(ask("writable"));
    if (TRY(ask("seekable")) && can_write && TRY(ask("tell"))) settle_write(file.state->write_codec);
    return ok;
}

Result<Ref<TextFileObject>> make_text_file(Runtime& rt, Type& type, Value buffer, const TextFileOptions& options,
                                           Value mode) {
    Ref<TextFileObject> file = make_bare_text_file(rt, type);
    TRY(init_text_file(rt, *file, buffer, options, mode));
    return file;
}

Result<void> check_text_open(Runtime& rt, TextFileObject& file) {
    if (file.buffer.is_none()) return raise(rt, TypeId::ValueError, "underlying buffer has been detached");
    if (file.closed || (file.bytes && !file.bytes->is_open())) return raise_closed(rt);
    return ok;
}

void text_file_forget(Runtime&, TextFileObject& file) {
    replace(file.decoded, Owned());
    file.decoded_at = 0;
    file.state->raw.clear();
    file.state->chunk.clear();
    file.state->at_end = file.state->snapshot = false;
}

Result<void> text_file_write_utf8(Runtime& rt, TextFileObject& file, std::string_view text) {
    if (!file.plain) {
        Ref<StrObject> whole = make_str(rt, text);
        return text_file_write(rt, file, *whole);
    }
    TRY(check_text_open(rt, file));
    if (!file.bytes->writable) return raise_unsupported(rt, "not writable");
    if (std::exchange(file.state->snapshot, false)) text_file_forget(rt, file);
    file.state->seen = 0;
    TRY(byte_file_write(rt, *file.bytes, text));
    return written(rt, file, file.line_buffering && text.find('\n') != std::string_view::npos);
}

Result<void> text_file_write(Runtime& rt, TextFileObject& file, StrObject& text) {
    if (file.plain && text.is_ascii()) return text_file_write_utf8(rt, file, text.ascii_view());
    TRY(check_text_open(rt, file));
    if (file.bytes && !file.bytes->writable) return raise_unsupported(rt, "not writable");
    TextFileState& state = *file.state;
    if (std::exchange(file.state->snapshot, false)) text_file_forget(rt, file);
    file.state->seen = 0;
    Ref<StrObject> shown = Ref<StrObject>::share(&text);
    if (!state.write_newline.empty()) shown = make_str(rt, with_newlines(to_utf8(text), state.write_newline));
    Ref<BytesObject> bytes = TRY(encode(rt, *shown, state.write_codec));
    settle_write(state.write_codec);
    TRY(hand_over(rt, file, {reinterpret_cast<const char*>(bytes->data()), static_cast<std::size_t>(bytes->size)}));
    const bool has_line_end = file.line_buffering && (str_find(text, *rt.latin1_char('\n'), 0, text.length) >= 0 ||
                                                      str_find(text, *rt.latin1_char('\r'), 0, text.length) >= 0);
    return written(rt, file, has_line_end);
}

Result<void> text_file_flush(Runtime& rt, TextFileObject& file) {
    TRY(check_text_open(rt, file));
    if (file.bytes) return byte_file_flush(rt, *file.bytes);
    TRY(call_method(rt, file.buffer, *rt.names().flush));
    return ok;
}

Result<Ref<StrObject>> text_file_readline(Runtime& rt, TextFileObject& file, std::int64_t limit) {
    TRY(check_text_open(rt, file));
    if (file.bytes && !file.bytes->readable) return raise_unsupported(rt, "not readable");
    for (;;) {
        if (!file.decoded.is_unbound()) {
            auto& text = *static_cast<StrObject*>(file.decoded.object());
            const std::int64_t end = find_line_end(rt, *file.state, text, file.decoded_at);
            const std::int64_t most =
                limit >= 0 && text.length - file.decoded_at >= limit ? file.decoded_at + limit : INT64_MAX;
            if (end >= 0 || most != INT64_MAX) return take(rt, file, std::min(end < 0 ? INT64_MAX : end, most));
        }
        if (!TRY(fill(rt, file))) {
            const std::int64_t end =
                file.decoded.is_unbound() ? 0 : static_cast<StrObject*>(file.decoded.object())->length;
            return take(rt, file, end);
        }
    }
}

Result<Ref<StrObject>> text_file_read(Runtime& rt, TextFileObject& file, std::int64_t size) {
    TRY(check_text_open(rt, file));
    if (file.bytes && !file.bytes->readable) return raise_unsupported(rt, "not readable");
    if (size < 0) { // everything: decoded piece by piece, joined once
        StrBuilder all(rt);
        do {
            const std::int64_t end =
                file.decoded.is_unbound() ? 0 : static_cast<StrObject*>(file.decoded.object())->length;
            all.append(*take(rt, file, end));
        } while (TRY(fill(rt, file)));
        const std::int64_t end = file.decoded.is_unbound() ? 0 : static_cast<StrObject*>(file.decoded.object())->length;
        all.append(*take(rt, file, end));
        return all.finish();
    }
    for (;;) {
        const std::int64_t length =
            file.decoded.is_unbound() ? 0 : static_cast<StrObject*>(file.decoded.object())->length;
        if (length - file.decoded_at >= size) return take(rt, file, file.decoded_at + size);
        if (!TRY(fill(rt, file)))
            return take(rt, file,
                        file.decoded.is_unbound() ? 0 : static_cast<StrObject*>(file.decoded.object())->length);
    }
}

} // namespace mp
