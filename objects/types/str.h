#pragma once
// str: code points in the narrowest of Latin-1, UCS-2 and UCS-4, inline. Indexing is O(1). Lone surrogates are allowed, as in CPython.
#include <string>
#include <string_view>

#include "objects/core/runtime.h"

namespace mp {

struct StrObject : Object {    // aux: bits 0-1: log2 of the bytes per character; bit 2: all ASCII; bit 3: interned
    std::int64_t length;       // code points
    std::uint64_t cached_hash; // 0: not yet known
    std::uint32_t capacity;    // bytes of character data allocated beyond the length, for += in place
    std::uint32_t reserved;

    unsigned width() const noexcept { return 1u << (aux & 3); } // 1, 2 or 4
    bool is_ascii() const noexcept { return (aux & 4) != 0; }
    bool is_interned() const noexcept { return (aux & 8) != 0; }
    const void* data() const noexcept { return this + 1; }
    void* data() noexcept { return this + 1; }
    const std::uint8_t* latin1() const noexcept { return reinterpret_cast<const std::uint8_t*>(this + 1); }
    const char16_t* ucs2() const noexcept { return reinterpret_cast<const char16_t*>(this + 1); }
    const char32_t* ucs4() const noexcept { return reinterpret_cast<const char32_t*>(this + 1); }
    char32_t operator[](std::int64_t i) const noexcept {
        switch (aux & 3) {
        case 0: return latin1()[i];
        case 1: return ucs2()[i];
        default: return ucs4()[i];
        }
    }
    // The text of an ASCII string, without copying.
    std::string_view ascii_view() const noexcept {
        return {reinterpret_cast<const char*>(this + 1), static_cast<std::size_t>(length)};
    }
};

inline bool is_str(Value value) noexcept { return value.is_object() && value.object()->layout == Layout::str; }
bool is_str_or_subclass(Runtime& rt, Value value) noexcept;

// ---- making. Throw bad_alloc.
Ref<StrObject>
make_str(Runtime& rt,
         std::string_view utf8); // generalised UTF-8 (surrogates as three bytes); invalid bytes become U+FFFD
Ref<StrObject> make_str_ucs4(Runtime& rt, const char32_t* text, std::int64_t length); // narrowed
Ref<StrObject> make_str_latin1(Runtime& rt, const std::uint8_t* text, std::int64_t length);
Ref<StrObject> char_str(Runtime& rt, char32_t c); // shared for Latin-1
// An uninitialised string of the given width (1, 2, 4) for the caller to fill; `max_char` decides width and the ASCII flag.
Ref<StrObject> make_str_uninitialised(Runtime& rt, std::int64_t length, char32_t max_char);
Ref<StrObject> str_substring(Runtime& rt, StrObject& text, std::int64_t start, std::int64_t end);
Ref<StrObject> str_concat(Runtime& rt, StrObject& a, StrObject& b);
// s += t: reuses `a` (consumed) when nobody else holds it.
Ref<StrObject> str_append(Runtime& rt, Ref<StrObject> a, StrObject& b);

// ---- reading; run nothing
std::uint64_t str_hash(StrObject& text) noexcept; // cached; equals hash() of Python
bool str_equal(const StrObject& a, const StrObject& b) noexcept;
int str_compare(const StrObject& a, const StrObject& b) noexcept;
std::string to_utf8(const StrObject& text); // generalised UTF-8
bool str_equals(const StrObject& text, std::string_view ascii) noexcept;

// ---- repr, and texts of errors
Ref<StrObject> str_repr(Runtime& rt, const StrObject& text);  // with quotes; printable characters as they are
Ref<StrObject> str_ascii(Runtime& rt, const StrObject& text); // ascii(): everything beyond ASCII escaped

// ---- algorithms that other parts share; run no Python code
// The first (or, `reverse`, last) place of `needle` within [start, end), or -1. Sub-linear on average, linear at worst.
std::int64_t str_find(const StrObject& text, const StrObject& needle, std::int64_t start, std::int64_t end,
                      bool reverse = false);
// " " and friends: what str.split() without arguments and strip() take away.
Ref<StrObject> str_strip(Runtime& rt, StrObject& text);
// str.join: every item must be str ("sequence item 0: expected str instance, int found"). `iterable` may run Python code.
Result<Ref<StrObject>> str_join(Runtime& rt, StrObject& separator, Value iterable);
// `text % arguments` (printf-style). Runs Python code.
Result<Owned> str_percent_format(Runtime& rt, StrObject& text, Value arguments);
// What str(x, …) reads of any text-like value: str(bytes, encoding, errors).
Ref<StrObject> exact_str(Runtime& rt, StrObject& text); // itself, or for an instance of a subclass a plain copy

// Builds a str piece by piece in one growing buffer, widening when it must. Throws bad_alloc; what stands so far stays as it was.
class StrBuilder {
public:
    explicit StrBuilder(Runtime& rt) noexcept : rt_(rt) {}
    ~StrBuilder();
    StrBuilder(const StrBuilder&) = delete;
    StrBuilder& operator=(const StrBuilder&) = delete;
    void append(const StrObject& text);
    void append(const StrObject& text, std::int64_t start, std::int64_t end);
    void append(char32_t c) {
        if (c < limit_ && room_ > 0) [[likely]] {
            ascii_ = ascii_ && c < 0x80;
            store(c);
            --room_;
            return;
        }
        reserve(1, c);
        ascii_ = ascii_ && c < 0x80;
        store(c);
        --room_;
    }
    void append(std::string_view utf8); // generalised; valid
    void append(const char* utf8) { append(std::string_view(utf8)); }
    void append_latin1(const std::uint8_t* text, std::int64_t count);
    void append_repeated(char32_t c, std::int64_t count);
    // Makes room for `more` characters up to `max_char`, for results whose size is known.
    void reserve(std::int64_t more, char32_t max_char);
    std::int64_t length() const noexcept { return length_; }
    // Cuts back to an earlier length. The width stays: use only when what goes was no wider than what stays.
    void truncate(std::int64_t length) noexcept {
        room_ += length_ - length;
        length_ = length;
    }
    // The text, in the narrowest form; the builder is empty afterwards.
    Ref<StrObject> finish();

private:
    void store(char32_t c) noexcept {
        switch (log2_width_) {
        case 0: static_cast<std::uint8_t*>(object_->data())[length_++] = static_cast<std::uint8_t>(c); break;
        case 1: static_cast<char16_t*>(object_->data())[length_++] = static_cast<char16_t>(c); break;
        default: static_cast<char32_t*>(object_->data())[length_++] = c; break;
        }
    }
    Runtime& rt_;
    StrObject* object_ = nullptr; // not yet a proper str: its header is completed by finish()
    std::int64_t room_ = 0;       // characters that still fit
    std::int64_t length_ = 0;
    char32_t limit_ = 0x100; // characters below it fit the width
    unsigned log2_width_ = 0;
    bool ascii_ = true;
};

} // namespace mp
