#include "interp/support/source.h"

#include <algorithm>
#include <cctype>

#include "interp/support/diagnostic.h"
#include "interp/support/utf8.h"

namespace mp {

namespace {

// Spans are 32-bit; CPython's own limit on a source line is of this size too.
constexpr std::size_t longest_source = std::size_t(1) << 31;

enum class Encoding : std::uint8_t { Utf8, Latin1, Ascii };

// A SyntaxError about the file as a whole.
SyntaxDiagnostic fileless(std::string message, const std::string& filename) {
    SyntaxDiagnostic error;
    error.message = std::move(message);
    error.filename = filename;
    error.lineno = 0;
    error.offset = -1;
    return error;
}

// Newlines as '\n' (language reference 2.1.2), and one at the end.
std::string normalise_newlines(std::string_view text) {
    std::string out;
    out.reserve(text.size() + 1);
    while (!text.empty()) {
        std::size_t stop = text.find('\r');
        out.append(text.substr(0, stop));
        if (stop == std::string_view::npos) break;
        out.push_back('\n');
        stop += stop + 1 < text.size() && text[stop + 1] == '\n' ? 2 : 1;
        text.remove_prefix(stop);
    }
    if (!out.empty() && out.back() != '\n') out.push_back('\n');
    return out;
}

bool ends_line(std::string_view text) { return text.empty() || text.back() == '\n' || text.back() == '\r'; }

std::string_view take_line(std::string_view& text) {
    std::size_t end = text.find_first_of("\r\n");
    std::string_view line = text.substr(0, end);
    if (end == std::string_view::npos) {
        text = {};
    } else {
        std::size_t width = text.substr(end, 2) == "\r\n" ? 2 : 1;
        text.remove_prefix(end + width);
    }
    return line;
}

// The name in a line that matches PEP 263's `^[ \t\f]*#.*?coding[:=][ \t]*([-_.a-zA-Z0-9]+)`, or nothing. `blank` says
// whether a declaration may still follow on the next line.
std::string_view declared_encoding(std::string_view line, bool& blank) {
    std::size_t start = line.find_first_not_of(" \t\f");
    blank = start == std::string_view::npos || line[start] == '#';
    if (start == std::string_view::npos || line[start] != '#') return {};
    for (std::size_t at = line.find("coding", start); at != std::string_view::npos; at = line.find("coding", at + 1)) {
        std::size_t name = at + 6;
        if (name >= line.size() || (line[name] != ':' && line[name] != '=')) continue;
        name = line.find_first_not_of(" \t", name + 1);
        if (name == std::string_view::npos) continue;
        std::size_t end = name;
        while (end < line.size() && (std::isalnum(static_cast<unsigned char>(line[end])) || line[end] == '-' ||
                                     line[end] == '_' || line[end] == '.'))
            ++end;
        if (end > name) return line.substr(name, end - name);
    }
    return {};
}

struct Declaration {
    Encoding encoding = Encoding::Utf8;
    bool declared = false;
    std::string_view name = {};
};

// False for an encoding that is not known here.
bool known_encoding(std::string_view name, Encoding& encoding) {
    std::string plain;
    for (char c : name) plain += c == '_' ? '-' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    auto is = [&](std::initializer_list<std::string_view> spellings) {
        return std::find(spellings.begin(), spellings.end(), plain) != spellings.end();
    };
    if (is({"utf-8", "utf8", "u8", "utf", "cp65001", "utf-8-sig"}) || plain.starts_with("utf-8-"))
        encoding = Encoding::Utf8;
    else if (is({"latin-1", "latin1", "iso-8859-1", "iso8859-1", "iso-latin-1", "8859", "cp819", "latin", "l1"}) ||
             plain.starts_with("latin-1-") || plain.starts_with("iso-8859-1-") || plain.starts_with("iso-latin-1-"))
        encoding = Encoding::Latin1;
    else if (is({"ascii", "us-ascii", "646", "ansi-x3.4-1968"}))
        encoding = Encoding::Ascii;
    else
        return false;
    return true;
}

constexpr char hex_digits[] = "0123456789abcdef";

std::string hex_byte(char byte) {
    auto value = static_cast<unsigned char>(byte);
    return {hex_digits[value >> 4], hex_digits[value & 15]};
}

bool is_word_byte(char c) {
    auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || std::isalnum(byte) || byte == '_';
}

SyntaxDiagnostic not_utf8(std::string_view bytes, Utf8Error bad, const std::string& filename) {
    // CPython decodes a name, or a run of such characters in a string, by itself, and counts from its start.
    std::size_t from = bad.start, to = bad.start;
    while (from > 0 && is_word_byte(bytes[from - 1])) --from;
    while (to < bytes.size() && is_word_byte(bytes[to])) ++to;
    bad = find_utf8_error(bytes.substr(0, to), bad.start).value_or(bad);
    std::string message = "(unicode error) 'utf-8' codec can't decode ";
    std::string place = std::to_string(bad.start - from);
    if (bad.end - bad.start == 1)
        message += "byte 0x" + hex_byte(bytes[bad.start]) + " in position " + place;
    else
        message += "bytes in position " + place + '-' + std::to_string(bad.end - 1 - from);
    message += std::string(": ") + bad.reason;

    SyntaxDiagnostic error = fileless(std::move(message), filename);
    std::string_view before = bytes.substr(0, bad.start);
    std::string_view rest = before;
    std::string_view line;
    std::int64_t lineno = 1;
    while (line = take_line(rest), rest.data() != nullptr) ++lineno;
    error.lineno = error.end_lineno = lineno;
    error.offset = std::int64_t(utf8_length(line)) + 1;
    error.end_offset = -1;
    // The line with what cannot be decoded replaced, as far as it goes.
    error.text = std::string(line) + "\xEF\xBF\xBD\n";
    error.has_text = true;
    return error;
}

} // namespace

SourceText::SourceText(std::string text, std::string filename)
    : text_(std::move(text)), filename_(std::move(filename)) {
    line_starts_.push_back(0);
    for (std::size_t at = text_.find('\n'); at != std::string::npos && at + 1 < text_.size();
         at = text_.find('\n', at + 1))
        line_starts_.push_back(static_cast<std::uint32_t>(at + 1));
}

Result<SourceText> SourceText::from_utf8(std::string_view text, std::string filename, SyntaxDiagnostic& error) {
    if (text.size() >= longest_source) {
        error = fileless("source code is too long", filename);
        return raised;
    }
    if (text.find('\0') != std::string_view::npos) {
        error = fileless("source code string cannot contain null bytes", filename);
        error.has_position = false;
        return raised;
    }
    if (auto bad = find_utf8_error(text)) {
        error = not_utf8(text, *bad, filename);
        return raised;
    }
    SourceText source(normalise_newlines(text), std::move(filename));
    source.ended_in_newline_ = ends_line(text);
    return source;
}

Result<SourceText> SourceText::from_bytes(std::string_view bytes, std::string filename, SyntaxDiagnostic& error) {
    const bool marked = bytes.starts_with("\xEF\xBB\xBF");
    if (marked) bytes.remove_prefix(3);
    if (bytes.size() >= longest_source / 2) { // Latin-1 can double in size
        error = fileless("source code is too long", filename);
        return raised;
    }
    if (std::size_t null = bytes.find('\0'); null != std::string_view::npos) {
        error = fileless("source code cannot contain null bytes", filename);
        error.lineno = 1 + std::count(bytes.begin(), bytes.begin() + std::ptrdiff_t(null), '\n');
        error.offset = error.end_offset = 0;
        std::size_t line = bytes.substr(0, null).rfind('\n') + 1;
        std::string_view shown = bytes.substr(line, null - line);
        if (!find_utf8_error(shown)) {
            error.text = std::string(shown);
            error.has_text = true;
        }
        return raised;
    }

    Declaration declaration;
    std::string_view lines = bytes;
    bool blank = true;
    for (int i = 0; i < 2 && blank && declaration.name.empty(); ++i)
        declaration.name = declared_encoding(take_line(lines), blank);
    if (!declaration.name.empty()) {
        declaration.declared = true;
        if (!known_encoding(declaration.name, declaration.encoding)) {
            error = fileless("unknown encoding: " + std::string(declaration.name), filename);
            return raised;
        }
        if (marked && declaration.encoding != Encoding::Utf8) {
            std::string_view plain = declaration.encoding == Encoding::Latin1 ? "iso-8859-1" : declaration.name;
            error = fileless("encoding problem: " + std::string(plain) + " with BOM", filename);
            return raised;
        }
    }

    if (declaration.encoding == Encoding::Ascii && !is_ascii(bytes)) {
        auto bad =
            std::find_if(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
        error = fileless("'ascii' codec can't decode byte 0x" + hex_byte(*bad) + " in position " +
                             std::to_string(bad - bytes.begin()) + ": ordinal not in range(128)",
                         filename);
        return raised;
    }
    std::string decoded;
    if (declaration.encoding == Encoding::Latin1) {
        decoded.reserve(bytes.size());
        for (char c : bytes) utf8_append(decoded, static_cast<unsigned char>(c));
        bytes = decoded;
    } else if (auto bad = find_utf8_error(bytes)) {
        error = not_utf8(bytes, *bad, filename);
        return raised;
    }
    SourceText source(normalise_newlines(bytes), std::move(filename));
    source.ended_in_newline_ = ends_line(bytes);
    return source;
}

std::uint32_t SourceText::line_of(std::uint32_t offset) const {
    auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
    return static_cast<std::uint32_t>(after - line_starts_.begin());
}

std::uint32_t SourceText::line_start(std::uint32_t line) const {
    return line == 0 ? 0 : line <= line_starts_.size() ? line_starts_[line - 1] : size();
}

std::string_view SourceText::line_text(std::uint32_t line) const {
    std::string_view whole = slice({line_start(line), line_start(line + 1)});
    if (!whole.empty() && whole.back() == '\n') whole.remove_suffix(1);
    return line == 0 ? std::string_view() : whole;
}

SourcePosition SourceText::position(std::uint32_t offset) const {
    offset = std::min(offset, size());
    std::uint32_t line = line_of(offset);
    std::uint32_t start = line_start(line);
    auto characters = static_cast<std::uint32_t>(utf8_length(slice({start, offset})));
    return {line, characters, offset - start};
}

} // namespace mp
