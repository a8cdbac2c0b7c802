#pragma once
// The format mini-language (library reference, "Format Specification Mini-Language"), for the __format__ of every type: parsing, padding, grouping.
#include <cstdint>
#include <string_view>

#include "objects/core/runtime.h"

namespace mp {

class StrBuilder;

// [[fill]align][sign]["z"]["#"]["0"][width][grouping]["." precision][type]
struct FormatSpec {
    char32_t fill = ' ';
    char align =
        0; // '<', '>', '=', '^'; when not given: '=' for a leading "0" with default '>', else the default align
    bool align_given = false;    // written in the spec (a leading "0" does not count)
    bool fill_given = false;     // a fill character stands in the spec (a leading "0" does not count)
    char sign = 0;               // '+', '-', ' ' or 0
    bool z = false;              // negative zero is shown as zero
    bool alternate = false;      // '#'
    bool zero = false;           // a "0" before the width (fill is '0' then)
    std::int64_t width = -1;     // -1: not given
    char grouping = 0;           // ',', '_' or 0
    int group_size = 3;          // 4 for '_' with b, o, x, X
    std::int64_t precision = -1; // -1: not given
    char32_t type = 0;           // the presentation type; `default_type` when not given
};

// Parses `spec` for formatting `object` (only its type's name is used, in errors). default_type: 's', 'd' or 0; default_align: '<' or '>'.
// ValueError with CPython's texts: "Invalid format specifier '…' for object of type '…'", "Format specifier missing precision",
// "Too many decimal digits in format string", "Cannot specify both ',' and '_'.", "Cannot specify ',' with 's'.". Runs no Python code.
Result<FormatSpec> parse_format_spec(Runtime& rt, Value object, const StrObject& spec, char default_type,
                                     char default_align);

// ValueError: "Unknown format code 'q' for object of type 'int'".
Raised raise_unknown_format_code(Runtime& rt, char32_t code, const char* type_name);

// How many fill characters stand left and right of a text of `length` characters ('=' counts as '>').
struct Padding {
    std::int64_t left = 0;
    std::int64_t right = 0;
};
Padding padding_for(const FormatSpec& spec, std::int64_t length) noexcept;

// `text` between its padding. Throw bad_alloc; MemoryError is raised when the width would not fit into memory.
Result<Ref<StrObject>> pad_text(Runtime& rt, const FormatSpec& spec, const StrObject& text);
Result<Ref<StrObject>> pad_text(Runtime& rt, const FormatSpec& spec, std::string_view utf8);

// A number's text in parts, as int.__format__, float.__format__ and the like have made it (all ASCII).
struct NumberParts {
    bool negative = false;
    std::string_view prefix; // "0x" and the like: stands between sign and digits
    std::string_view
        digits; // before the point: these are grouped; may be empty ("inf", "nan" go here too, with grouping switched off)
    std::string_view rest; // from the point on: fraction, exponent, '%'
};
// The whole: sign as spec.sign says, prefix, digits grouped by spec.grouping and zero-filled when fill is '0' and align '=', rest, padding.
Result<Ref<StrObject>> layout_number(Runtime& rt, const FormatSpec& spec, const NumberParts& parts);
// The same without padding to the width, appended (complex numbers pad both parts as one).
void append_number(StrBuilder& out, const FormatSpec& spec, const NumberParts& parts);

// str.__format__: precision cuts, then padding. Errors: "Sign not allowed in string format specifier" and the like.
Result<Ref<StrObject>> format_str(Runtime& rt, StrObject& text, const FormatSpec& spec, Value object);

} // namespace mp
