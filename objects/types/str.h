#pragma once
// str: code points in the narrowest of Latin-1, UCS-2 and UCS-4, inline. Indexing is O(1). Lone surrogates are allowed, as in CPython.
#include <string>
#include <string_view>

#include "objects/core/runtime.h"

namespace mp {

struct StrObject : Object { // aux: bits 0-1: log2 of the bytes per character; bit 2: all ASCII; bit 3: interned
    std::int64_t length;      // code points
    std::uint64_t cached_hash; // 0: not yet known
    std::uint32_t capacity;   // bytes of character data allocated beyond the length, for += in place
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
    std::string_view ascii_view() const noexcept { return {reinterpret_cast<const char*>(this + 1), static_cast<std::size_t>(length)}; }
};

inline bool is_str(Value value) noexcept { return value.is_object() && value.object()->layout == Layout::str; }
bool is_str_or_subclass(Runtime& rt, Value value) noexcept;

// ---- making. Throw bad_alloc.
Ref<StrObject> make_str(Runtime& rt, std::string_view utf8); // generalised UTF-8 (surrogates as three bytes); invalid bytes become U+FFFD
Ref<StrObject> make_str_ucs4(Runtime& rt, const char32_t* text, std::int64_t length); // narrowed
Ref<StrObject> make_str_latin1(Runtime& rt, const std::uint8_t* text, std::int64_t length);
Ref<StrObject> char_str(Runtime& rt, char32_t c);            // shared for Latin-1
// An uninitialised string of the given width (1, 2, 4) for the caller to fill; `max_char` decides width and the ASCII flag.
Ref<StrObject> make_str_uninitialised(Runtime& rt, std::int64_t length, char32_t max_char);
Ref<StrObject> str_substring(Runtime& rt, StrObject& text, std::int64_t start, std::int64_t end);
Ref<StrObject> str_concat(Runtime& rt, StrObject& a, StrObject& b);
// s += t: reuses `a` (consumed) when nobody else holds it.
Ref<StrObject> str_append(Runtime& rt, Ref<StrObject> a, StrObject& b);

// ---- reading; run nothing
std::uint64_t str_hash(StrObject& text) noexcept;             // cached; equals hash() of Python
bool str_equal(const StrObject& a, const StrObject& b) noexcept;
int str_compare(const StrObject& a, const StrObject& b) noexcept;
std::string to_utf8(const StrObject& text);                   // generalised UTF-8
bool str_equals(const StrObject& text, std::string_view ascii) noexcept;

// Builds a str piece by piece in one growing buffer, widening when it must.
class StrBuilder {
public:
    explicit StrBuilder(Runtime& rt) noexcept : rt_(rt) {}
    ~StrBuilder();
    StrBuilder(const StrBuilder&) = delete;
    void append(const StrObject& text);
    void append(const StrObject& text, std::int64_t start, std::int64_t end);
    void append(char32_t c);
    void append(std::string_view utf8);
    void append_repeated(char32_t c, std::int64_t count);
    std::int64_t length() const noexcept { return length_; }
    Ref<StrObject> finish();

private:
    void reserve(std::int64_t more, char32_t max_char);
    Runtime& rt_;
    void* data_ = nullptr;
    std::size_t allocated_ = 0;
    std::int64_t length_ = 0;
    unsigned log2_width_ = 0;
    bool ascii_ = true;
};

} // namespace mp
