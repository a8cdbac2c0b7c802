// The text of tracebacks, as CPython 3.13's traceback module prints it.
#include <algorithm>
#include <cstdio>
#include <set>
#include <sstream>
#include <string_view>
#include <vector>

#include "interp/vm/host.h"
#include "interp/vm/kept_sources.h"
#include "interp/vm/suggestions.h"
#include "interp/vm/traceback.h"
#include "objects/core/attribute.h"
#include "objects/protocol/protocol.h"
#include "objects/types/list.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

// ---- source lines, in code points so that carets stand under characters
std::u32string decode(std::string_view text) {
    std::u32string out;
    for (std::size_t i = 0; i < text.size();) {
        const unsigned char c = static_cast<unsigned char>(text[i]);
        const std::size_t length = c < 0x80 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
        char32_t point = length == 1 ? c : c & (0xff >> (length + 1));
        for (std::size_t j = 1; j < length && i + j < text.size(); ++j)
            point = point << 6 | (static_cast<unsigned char>(text[i + j]) & 0x3f);
        out.push_back(point);
        i += length;
    }
    return out;
}
std::string encode(const std::u32string& text) {
    std::string out;
    for (const char32_t c : text) {
        if (c < 0x80)
            out.push_back(static_cast<char>(c));
        else if (c < 0x800)
            out += {static_cast<char>(0xc0 | c >> 6), static_cast<char>(0x80 | (c & 0x3f))};
        else if (c < 0x10000)
            out += {static_cast<char>(0xe0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 0x3f)),
                    static_cast<char>(0x80 | (c & 0x3f))};
        else
            out += {static_cast<char>(0xf0 | c >> 18), static_cast<char>(0x80 | (c >> 12 & 0x3f)),
                    static_cast<char>(0x80 | (c >> 6 & 0x3f)), static_cast<char>(0x80 | (c & 0x3f))};
    }
    return out;
}
bool is_blank(char32_t c) noexcept { return c == U' ' || c == U'\t' || c == U'\f' || c == U'\r' || c == U'\n'; }
std::size_t leading_blanks(const std::u32string& line) noexcept {
    return static_cast<std::size_t>(std::find_if_not(line.begin(), line.end(), is_blank) - line.begin());
}

// Lines first..last of a text (from 1); fewer when it is shorter.
std::vector<std::string> lines_of(std::istream& text, std::uint32_t first, std::uint32_t last) {
    std::vector<std::string> lines;
    std::string line;
    for (std::uint32_t number = 1; number <= last && std::getline(text, line); ++number)
        if (number >= first) {
            if (!line.empty() && line.back() == '\r') line.pop_back();
            lines.push_back(line);
        }
    return lines;
}
// The same of a file, or of the kept text of that name; none when there is neither.
std::vector<std::string> read_lines(Vm& vm, const std::string& filename, std::uint32_t first, std::uint32_t last) {
    if (filename.empty()) return {};
    const auto& kept = vm.module_state<KeptSources>().texts;
    if (const auto found = kept.find(filename); found != kept.end()) {
        std::istringstream text(found->second);
        return lines_of(text, first, last);
    }
    if (filename.front() == '<') return {};
    constexpr std::size_t most = std::size_t{16} << 20;
    std::string source;
    if (vm.host().files.read(filename, most, source) != 0) return {};
    std::istringstream text(std::move(source));
    return lines_of(text, first, last);
}

// ---- a terminal's colours (ECMA-48), those of CPython's traceback module
constexpr const char* place_colour = "\x1b[35m";
constexpr const char* type_colour = "\x1b[1;35m";
constexpr const char* mark_colour = "\x1b[1;31m";
constexpr const char* range_colour = "\x1b[31m";
constexpr const char* plain_colour = "\x1b[0m";

struct Style {
    Vm& vm;
    bool colour;
    std::string paint(const char* with, const std::string& text) const {
        return colour ? with + text + plain_colour : text;
    }
    std::string place(const std::string& filename, const std::string& line) const {
        return "  File " + paint(place_colour, "\"" + filename + "\"") + ", line " + paint(place_colour, line);
    }
    // A source line and the line of marks below it, both indented; each run of a mark takes its colour above too.
    std::string marked(const std::u32string& line, const std::u32string& marks) const {
        if (!colour) return "    " + encode(line) + "\n    " + encode(marks) + "\n";
        std::string above = "    ", below = "    ";
        for (std::size_t begin = 0; begin < std::max(line.size(), marks.size());) {
            const char32_t mark = begin < marks.size() ? marks[begin] : 0;
            std::size_t end = begin;
            while (end < std::max(line.size(), marks.size()) && (end < marks.size() ? marks[end] : 0) == mark) ++end;
            const char* with = mark == U'^' ? mark_colour : mark == U'~' ? range_colour : nullptr;
            const std::string text = encode(line.substr(std::min(begin, line.size()), end - begin));
            const std::string under = encode(marks.substr(std::min(begin, marks.size()), end - begin));
            above += with ? paint(with, text) : text;
            below += with ? paint(with, under) : under;
            begin = end;
        }
        return above + "\n" + below + "\n";
    }
    // "Type: message", a line.
    std::string last_line(const std::string& type, const std::string& message) const {
        return paint(type_colour, type) + (message.empty() ? "" : ": " + paint(place_colour, message)) + "\n";
    }
};

// ---- which part of a range deserves ^, the rest getting ~ : the operator of a binary operation, the brackets of a subscript or call
struct Anchors {
    std::size_t left_line, left, right_line, right; // positions within the segment
};
struct Position {
    std::size_t line, column;
};
// Walks a segment outside of strings and comments, telling the bracket depth before each character.
template <class F>
void walk_code(const std::vector<std::u32string>& segment, F&& f) {
    int depth = 0;
    for (std::size_t line = 0; line < segment.size(); ++line) {
        const std::u32string& text = segment[line];
        for (std::size_t i = 0; i < text.size(); ++i) {
            const char32_t c = text[i];
            if (c == U'#') break;
            if (c == U'\'' || c == U'"') {
                std::size_t end = i + 1;
                while (end < text.size() && text[end] != c) end += text[end] == U'\\' ? 2 : 1;
                i = end;
                continue;
            }
            if (c == U'(' || c == U'[' || c == U'{') {
                f(Position{line, i}, c, depth);
                ++depth;
            } else if (c == U')' || c == U']' || c == U'}') {
                --depth;
                f(Position{line, i}, c, depth);
            } else
                f(Position{line, i}, c, depth);
        }
    }
}
const char* binary_text(Op op) noexcept {
    switch (op) {
    case Op::ADD:
    case Op::ADDK:
    case Op::RADDK:
    case Op::ADDI: return "+";
    case Op::SUB:
    case Op::SUBK:
    case Op::RSUBK:
    case Op::SUBI: return "-";
    case Op::MUL:
    case Op::MULK:
    case Op::RMULK: return "*";
    case Op::TRUEDIV:
    case Op::TRUEDIVK:
    case Op::RTRUEDIVK: return "/";
    case Op::FLOORDIV:
    case Op::FLOORDIVK: return "//";
    case Op::MOD:
    case Op::MODK:
    case Op::RMODK: return "%";
    case Op::POW:
    case Op::POWK: return "**";
    case Op::MATMUL: return "@";
    case Op::LSHIFT:
    case Op::LSHIFTK: return "<<";
    case Op::RSHIFT:
    case Op::RSHIFTK: return ">>";
    case Op::AND:
    case Op::ANDK: return "&";
    case Op::OR:
    case Op::ORK: return "|";
    case Op::XOR:
    case Op::XORK: return "^";
    default: return nullptr;
    }
}
bool is_call(Op op) noexcept {
    return op == Op::CALL || op == Op::CALL_METHOD || op == Op::CALL_KW || op == Op::CALL_METHOD_KW ||
           op == Op::CALL_EX;
}
bool is_subscript(Op op) noexcept {
    return op == Op::GETITEM || op == Op::GETITEMI || op == Op::GETITEMK || op == Op::GETSLICE;
}

// Whether the segment is a name with attributes, subscripts and calls behind it.
bool is_primary(const std::vector<std::u32string>& segment) {
    bool plain = true, begun = false;
    walk_code(segment, [&](Position, char32_t c, int depth) {
        if (depth > 0) return;
        const bool bracket = c == U'(' || c == U'[' || c == U')' || c == U']';
        plain = plain && (bracket ? begun
                                  : c == U'.' || c == U'_' || (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') ||
                                        (c >= U'a' && c <= U'z') || c >= 0x80);
        begun = true;
    });
    return plain;
}

bool find_anchors(Op op, const std::vector<std::u32string>& segment, Anchors& anchors) {
    const std::size_t last_line = segment.size() - 1, end = segment.back().size();
    bool call = is_call(op), subscript = is_subscript(op);
    if (!call && !subscript && !binary_text(op) && end > 0 && is_primary(segment)) { // such as what a loop walks
        call = segment.back().back() == U')';
        subscript = segment.back().back() == U']';
    }
    if (call || subscript) {
        const char32_t open = call ? U'(' : U'[';
        if (segment.back().empty() || segment.back().back() != (call ? U')' : U']')) return false;
        bool found = false;
        walk_code(segment, [&](Position at, char32_t c, int depth) {
            if (c == open && depth == 0) {
                anchors = {at.line, at.column, last_line, end};
                found = true;
            }
        });
        return found;
    }
    const char* text = binary_text(op);
    if (!text) return false;
    const std::size_t length = text[1] ? 2 : 1;
    bool found = false, operand_before = false;
    Position skip_until{0, 0};
    const bool first_wins = op == Op::POW || op == Op::POWK;
    walk_code(segment, [&](Position at, char32_t c, int depth) {
        const std::u32string& line = segment[at.line];
        if (at.line == skip_until.line && at.column < skip_until.column) return;
        if (is_blank(c)) return;
        const bool doubled = (c == U'*' || c == U'/' || c == U'<' || c == U'>') && at.column + 1 < line.size() &&
                             line[at.column + 1] == c;
        if (depth == 0 && c == static_cast<char32_t>(text[0]) && operand_before && doubled == (length == 2) &&
            !(first_wins && found)) {
            anchors = {at.line, at.column, at.line, at.column + length};
            found = true;
        }
        if (doubled) skip_until = {at.line, at.column + 2};
        // A + or - behind an operator is a sign.
        operand_before =
            !(c == U'+' || c == U'-' || c == U'*' || c == U'/' || c == U'%' || c == U'@' || c == U'&' || c == U'|' ||
              c == U'^' || c == U'~' || c == U'<' || c == U'>' || c == U'(' || c == U'[' || c == U'{' || c == U',');
    });
    return found;
}

// No carets for `x = f()` and `return f()`: the whole statement is the call.
bool call_is_statement(Op op, const std::u32string& line, std::size_t start, const std::u32string& last,
                       std::size_t end, const std::u32string& segment, std::size_t call_open) {
    if (!is_call(op)) return false;
    for (std::size_t i = end; i < last.size() && last[i] != U'#' && last[i] != U';'; ++i)
        if (!is_blank(last[i])) return false;
    std::u32string prefix = line.substr(0, start);
    while (!prefix.empty() && is_blank(prefix.back())) prefix.pop_back();
    if (prefix == U"return") {
        const std::size_t open = segment.rfind(U'(', call_open);
        return open != std::u32string::npos &&
               std::all_of(segment.begin(), segment.begin() + static_cast<std::ptrdiff_t>(open), [](char32_t c) {
                   return c == U'_' || (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') ||
                          (c >= U'a' && c <= U'z') || c >= 0x80;
               });
    }
    if (prefix.empty() || prefix.back() != U'=' || prefix.size() < 2) return false;
    static const std::u32string_view not_plain = U"=<>!+-*/%@&|^:";
    if (not_plain.find(prefix[prefix.size() - 2]) != std::u32string_view::npos) return false;
    return prefix.find(U':') == std::u32string::npos;
}

std::string source_text(const Style& style, const CodeObject& code, std::uint32_t position, std::uint32_t line) {
    const Location* location = find_location(code, position);
    const std::string& filename = code.unit->filename;
    const bool ranged = location && location->line == line && location->end_line >= line &&
                        (location->end_line > line || location->end_column > location->column);
    std::vector<std::string> raw = read_lines(style.vm, filename, line, ranged ? location->end_line : line);
    if (raw.empty()) return "";
    std::vector<std::u32string> lines;
    for (const std::string& text : raw) lines.push_back(decode(text));
    if (!ranged || raw.size() != location->end_line - line + 1) {
        const std::u32string& first = lines[0];
        std::u32string stripped = first.substr(leading_blanks(first));
        while (!stripped.empty() && is_blank(stripped.back())) stripped.pop_back();
        return stripped.empty() ? "" : "    " + encode(stripped) + "\n";
    }
    std::size_t start = decode(std::string_view(raw.front()).substr(0, location->column)).size();
    std::size_t end = decode(std::string_view(raw.back()).substr(0, location->end_column)).size();
    // Dedented together.
    std::size_t margin = std::u32string::npos;
    for (std::u32string& text : lines) {
        while (!text.empty() && is_blank(text.back())) text.pop_back();
        if (!text.empty()) margin = std::min(margin, leading_blanks(text));
    }
    if (margin == std::u32string::npos) return "";
    for (std::u32string& text : lines) text.erase(0, std::min(margin, text.size()));
    start = start > margin ? start - margin : 0;
    end = end > margin ? end - margin : 0;
    end = std::min(end, lines.back().size());
    start = std::min(start, lines.front().size());

    std::vector<std::u32string> segment = lines;
    segment.back().resize(end);
    segment.front().erase(0, std::min(start, segment.front().size()));
    // The instruction's first word: `position` may lie on an auxiliary one.
    const Op op =
        op_of(code.unit->words[std::min<std::size_t>(instruction_start(code, position), code.unit->words.size() - 1)]);
    Anchors anchors{};
    const bool anchored = find_anchors(op, segment, anchors);
    if (anchored) {
        if (anchors.left_line == 0) anchors.left += start;
        if (anchors.right_line == 0) anchors.right += start;
    }
    bool carets = anchored;
    if (call_is_statement(op, lines.front(), start, lines.back(), end, segment.front(),
                          anchored && anchors.left_line == 0 ? anchors.left - start : std::u32string::npos))
        carets = false;
    else if (!carets) {
        for (std::size_t i = 0; i < start; ++i) carets = carets || !is_blank(lines.front()[i]);
        for (std::size_t i = end; i < lines.back().size(); ++i) carets = carets || !is_blank(lines.back()[i]);
    }

    std::string text;
    const auto output_line = [&](std::size_t number) {
        const std::u32string& current = lines[number];
        if (!carets) {
            text += "    " + encode(current) + "\n";
            return;
        }
        const std::size_t blanks = leading_blanks(current);
        const std::size_t count = number == lines.size() - 1 ? end : current.size();
        std::u32string marks;
        for (std::size_t column = 0; column < count; ++column) {
            if (column < blanks || (number == 0 && column < start))
                marks += U' ';
            else if (!anchored ||
                     ((number > anchors.left_line || (number == anchors.left_line && column >= anchors.left)) &&
                      (number < anchors.right_line || (number == anchors.right_line && column < anchors.right))))
                marks += U'^';
            else
                marks += U'~';
        }
        text += style.marked(current, marks);
    };
    std::set<std::size_t> significant{0, lines.size() - 1};
    if (anchored)
        for (const std::size_t near : {anchors.left_line, anchors.right_line})
            for (std::size_t number = near ? near - 1 : 0; number <= near + 1 && number < lines.size(); ++number)
                significant.insert(number);
    std::size_t previous = 0;
    for (const std::size_t number : significant) {
        if (number - previous == 2)
            output_line(number - 1);
        else if (number - previous > 2)
            text += "    ...<" + std::to_string(number - previous - 1) + " lines>...\n";
        output_line(number);
        previous = number;
    }
    return text;
}

constexpr int repeats_shown = 3;

std::string stack_text(const Style& style, const TracebackObject* entry) {
    std::string text;
    const CodeObject* last_code = nullptr;
    std::uint32_t last_line = 0;
    std::int64_t repeats = 0;
    const auto repeated = [&] {
        if (repeats <= repeats_shown) return;
        const std::int64_t more = repeats - repeats_shown;
        text += "  [Previous line repeated " + std::to_string(more) + " more time" + (more == 1 ? "" : "s") + "]\n";
    };
    for (; entry; entry = entry->next) {
        const auto& code = *static_cast<CodeObject*>(entry->code);
        if (&code != last_code || entry->line != last_line) {
            repeated();
            last_code = &code;
            last_line = entry->line;
            repeats = 0;
        }
        if (++repeats > repeats_shown) continue;
        text += style.place(code.unit->filename, std::to_string(entry->line)) + ", in " +
                style.paint(place_colour, code.unit->name) + "\n" + source_text(style, code, entry->pc, entry->line);
    }
    repeated();
    return text;
}

std::string text_of(Value value) {
    return is_str(value) ? to_utf8(*static_cast<StrObject*>(value.object())) : std::string();
}

std::string syntax_error_text(const Style& style, SyntaxErrorObject& error, const std::string& name) {
    std::string out, suffix;
    std::int64_t line = 0, offset = 0, end_line = 0, end_offset = 0;
    const bool has_line = int_to_int64(error.lineno, line);
    if (has_line)
        out += style.place(is_str(error.filename) ? text_of(error.filename) : "<string>", std::to_string(line)) + "\n";
    else if (is_str(error.filename))
        suffix = " (" + text_of(error.filename) + ")";
    if (has_line && is_str(error.text)) {
        const std::u32string whole = decode(text_of(error.text));
        std::u32string text = whole;
        while (!text.empty() && text.back() == U'\n') text.pop_back();
        std::size_t spaces = 0;
        while (spaces < text.size() && (text[spaces] == U' ' || text[spaces] == U'\n' || text[spaces] == U'\f'))
            ++spaces;
        const std::u32string shown = text.substr(spaces);
        std::u32string marks;
        if (int_to_int64(error.offset, offset)) {
            const bool has_end = int_to_int64(error.end_offset, end_offset);
            if (!int_to_int64(error.end_lineno, end_line) || end_line == line) {
                if (!has_end || end_offset == 0) end_offset = offset;
            } else
                end_offset = static_cast<std::int64_t>(text.size()) + 1;
            const auto size = static_cast<std::int64_t>(whole.size());
            if (size && offset > size) {
                offset = size;
                end_offset = std::max(end_offset, offset);
            }
            if (offset >= end_offset || end_offset < 0) end_offset = offset + 1;
            const std::int64_t column = offset - 1 - static_cast<std::int64_t>(spaces),
                               end_column = end_offset - 1 - static_cast<std::int64_t>(spaces);
            if (column >= 0) {
                for (std::int64_t i = 0; i < column; ++i)
                    marks += i < static_cast<std::int64_t>(shown.size()) && is_blank(shown[static_cast<std::size_t>(i)])
                                 ? shown[static_cast<std::size_t>(i)]
                                 : U' ';
                marks.append(static_cast<std::size_t>(std::max<std::int64_t>(end_column - column, 0)), U'^');
            }
        }
        out += marks.empty() ? "    " + encode(shown) + "\n" : style.marked(shown, marks);
    }
    const std::string message = is_str(error.msg) ? text_of(error.msg) : "<no detail available>";
    return out + style.paint(type_colour, name) + ": " + style.paint(place_colour, message) + suffix + "\n";
}

std::string notes_text(Vm& vm, ExceptionObject& exception) {
    if (exception.notes.is_unbound() || !is_list_or_subclass(vm, exception.notes)) return "";
    std::string text;
    auto& notes = *static_cast<ListObject*>(exception.notes.object());
    for (std::int64_t i = 0; i < notes.size; ++i) {
        Owned note = Owned::share(notes.items[i]);
        auto shown = str(vm, note);
        if (shown.is_raised()) {
            vm.clear_pending();
            text += "<note str() failed>\n";
        } else
            text += to_utf8(*shown.take()) + "\n";
    }
    return text;
}

std::string type_text(Vm& vm, Type& type) {
    const Value module = type_lookup(type, *vm.names().dunder_module);
    std::string name = type.qualified_name;
    const std::string where = type.has(type_heap) ? text_of(module) : "";
    return where.empty() || where == "builtins" || where == "__main__" ? name : where + "." + name;
}

std::string exception_only_text(const Style& style, ExceptionObject& exception) {
    Vm& vm = style.vm;
    const std::string name = type_text(vm, *exception.type());
    if (is_subtype(exception.type(), &vm.type(TypeId::SyntaxError)))
        return syntax_error_text(style, static_cast<SyntaxErrorObject&>(exception), name) + notes_text(vm, exception);
    std::string text;
    auto shown = str(vm, &exception);
    if (shown.is_raised()) {
        vm.clear_pending();
        text = "<exception str() failed>";
    } else
        text = to_utf8(*shown.take());
    text += suggestion_text(vm, exception);
    return style.last_line(name, text) + notes_text(vm, exception);
}

// ---- chains and groups
class Printer {
public:
    explicit Printer(const Style& style) : style_(style), vm_(style.vm) {}
    std::string text;

    void print(ExceptionObject& last) {
        // The chain, newest first; each with the line that stands between it and the next.
        std::vector<std::pair<ExceptionObject*, const char*>> chain;
        for (ExceptionObject* walk = &last; walk;) {
            if (!seen_.insert(walk).second) break;
            ExceptionObject* next = nullptr;
            const char* message = nullptr;
            if (walk->cause && !seen_.count(walk->cause)) {
                next = walk->cause;
                message = "\nThe above exception was the direct cause of the following exception:\n\n";
            } else if (!walk->cause && walk->context && !walk->suppress_context && !seen_.count(walk->context)) {
                next = walk->context;
                message = "\nDuring handling of the above exception, another exception occurred:\n\n";
            }
            chain.emplace_back(walk, message);
            walk = next;
        }
        for (std::size_t i = chain.size(); i-- > 0;) {
            if (i + 1 < chain.size() && chain[i].second) emit(chain[i].second);
            print_one(*chain[i].first);
        }
    }

private:
    static constexpr std::int64_t widest_group = 15;
    static constexpr int deepest_group = 10;

    void emit(std::string_view lines, char margin = '|') {
        std::string indent(static_cast<std::size_t>(2 * depth_), ' ');
        if (depth_) indent += std::string(1, margin) + ' ';
        while (!lines.empty()) {
            const std::size_t end = lines.find('\n');
            text += indent + std::string(lines.substr(0, end)) + "\n";
            lines.remove_prefix(end == std::string_view::npos ? lines.size() : end + 1);
        }
    }
    void print_one(ExceptionObject& exception) {
        const bool is_group = is_subtype(exception.type(), &vm_.type(TypeId::BaseExceptionGroup));
        if (!is_group) {
            if (exception.traceback) {
                emit("Traceback (most recent call last):\n");
                emit(stack_text(style_, exception.traceback));
            }
            emit(exception_only_text(style_, exception));
            return;
        }
        if (depth_ > deepest_group) {
            emit("... (max_group_depth is " + std::to_string(deepest_group) + ")\n");
            return;
        }
        const bool outermost = depth_ == 0;
        if (outermost) ++depth_;
        if (exception.traceback) {
            emit("Exception Group Traceback (most recent call last):\n", outermost ? '+' : '|');
            emit(stack_text(style_, exception.traceback));
        }
        emit(exception_only_text(style_, exception));
        TupleObject& parts = *static_cast<ExceptionGroupObject&>(exception).exceptions;
        const std::int64_t shown = std::min(parts.size, widest_group + 1);
        need_close_ = false;
        for (std::int64_t i = 0; i < shown; ++i) {
            if (i == shown - 1) need_close_ = true;
            const bool truncated = i >= widest_group;
            text += std::string(static_cast<std::size_t>(2 * depth_), ' ') + (i == 0 ? "+-" : "  ") +
                    "+---------------- " + (truncated ? "..." : std::to_string(i + 1)) + " ----------------\n";
            ++depth_;
            if (truncated) {
                const std::int64_t more = parts.size - widest_group;
                emit("and " + std::to_string(more) + " more exception" + (more == 1 ? "" : "s") + "\n");
            } else
                print(*static_cast<ExceptionObject*>(parts[i].object()));
            if (i == shown - 1 && need_close_) {
                text +=
                    std::string(static_cast<std::size_t>(2 * depth_), ' ') + "+------------------------------------\n";
                need_close_ = false;
            }
            --depth_;
        }
        if (outermost) depth_ = 0;
    }

    const Style& style_;
    Vm& vm_;
    std::set<ExceptionObject*> seen_;
    int depth_ = 0;
    bool need_close_ = false;
};

} // namespace

std::uint32_t instruction_start(const CodeObject& code, std::uint32_t position) noexcept {
    const auto& words = code.unit->words;
    std::uint32_t pc = 0;
    while (pc < words.size()) {
        const std::uint32_t next = pc + op_info(op_of(words[pc])).words;
        if (next > position) break;
        pc = next;
    }
    return pc;
}

std::string format_exception_only(Vm& vm, ExceptionObject& exception) {
    return exception_only_text({vm, false}, exception);
}

std::string source_line(Vm& vm, const std::string& filename, std::uint32_t number) {
    const std::vector<std::string> lines = read_lines(vm, filename, number, number);
    if (lines.empty()) return "";
    const std::size_t first = lines[0].find_first_not_of(" \t\f");
    if (first == std::string::npos) return "";
    return lines[0].substr(first, lines[0].find_last_not_of(" \t\f") + 1 - first);
}

std::string entry_text(Vm& vm, const TracebackObject& entry) {
    return source_text({vm, false}, *static_cast<CodeObject*>(entry.code), entry.pc, entry.line);
}

std::string kept_line(Vm& vm, const std::string& filename, std::uint32_t number) {
    if (!filename.starts_with('<')) return "";
    const std::vector<std::string> lines = read_lines(vm, filename, number, number);
    return lines.empty() ? "" : lines.front();
}

std::string format_exception(Vm& vm, ExceptionObject& exception) { return format_exception(vm, exception, false); }

std::string format_exception(Vm& vm, ExceptionObject& exception, bool colour) {
    const Style style{vm, colour};
    Printer printer(style);
    printer.print(exception);
    return std::move(printer.text);
}

} // namespace mp
