#include "interp/syntax/ast_dump.h"

#include <charconv>
#include <cmath>
#include <vector>

#include "interp/support/unicode.h"
#include "interp/support/utf8.h"

namespace mp {

namespace {

using namespace ast;

constexpr std::string_view kind_names[] = {
#define MP_MODULE(kind, ...) #kind,
#define MP_STATEMENT(kind, ...) #kind,
#define MP_EXPRESSION(kind, ...) #kind,
#define MP_PATTERN(kind, ...) #kind,
#define MP_TYPE_PARAM(kind, ...) #kind,
#define MP_PART(kind, ...) #kind,
#include "interp/syntax/ast_nodes.def"
};

class Dumper {
public:
    explicit Dumper(const DumpOptions& options) : options_(options) {}

    void node(const Node& node) {
        if (depth_ >= deepest) {
            out += "...";
            return;
        }
        ++depth_;
        out += kind_name(node.kind);
        out += '(';
        first_ = true;
        switch (node.kind) {
#define MP_FIELD(type, name) field(#name, value.name);
#define MP_NODE(kind_, ...)                                                                                            \
    case NodeKind::kind_: {                                                                                            \
        [[maybe_unused]] const auto& value = static_cast<const kind_&>(node);                                          \
        __VA_ARGS__ break;                                                                                             \
    }
#define MP_MODULE MP_NODE
#define MP_STATEMENT MP_NODE
#define MP_EXPRESSION MP_NODE
#define MP_PATTERN MP_NODE
#define MP_TYPE_PARAM MP_NODE
#define MP_PART MP_NODE
#include "interp/syntax/ast_nodes.def"
#undef MP_NODE
        }
        if (options_.positions) positions(node);
        out += ')';
        first_ = false;
        --depth_;
    }

    std::string out;

private:
    static constexpr int deepest = 500; // a level takes 8 KiB of stack in builds with AddressSanitizer

    void name(std::string_view name) {
        if (!first_) out += ", ";
        first_ = false;
        out += name;
        out += '=';
    }

    template <class T>
    requires std::is_base_of_v<Node, T>
    void field(std::string_view field_name, const T* child) {
        if (!child) return;
        name(field_name);
        node(*child);
    }
    template <class T>
    void field(std::string_view field_name, Seq<T> children) {
        if (children.empty()) return;
        name(field_name);
        list(children, [this](const T* child) {
            if (child)
                node(*child);
            else
                out += "None";
        });
    }
    template <class T>
    void field(std::string_view field_name, Values<T> values) {
        if (values.empty()) return;
        name(field_name);
        list(values, [this](const T& value) { print(value); });
    }
    void field(std::string_view field_name, Identifier identifier) {
        if (identifier.empty()) return;
        name(field_name);
        print(identifier);
    }
    void field(std::string_view field_name, int value) {
        name(field_name);
        out += std::to_string(value);
    }
    void field(std::string_view field_name, bool value) {
        if (field_name == "is_u") {
            if (value) out += ", kind='u'";
            return;
        }
        field(field_name, int(value));
    }
    void field(std::string_view field_name, const ConstantValue& value) {
        name(field_name);
        print(value);
    }
    template <class E>
    requires std::is_enum_v<E>
    void field(std::string_view field_name, E value) {
        name(field_name);
        print(value);
    }

    template <class List, class Print>
    void list(const List& elements, Print print_element) {
        out += '[';
        bool first = true;
        for (const auto& element : elements) {
            if (!first) out += ", ";
            first = false;
            print_element(element);
        }
        out += ']';
        first_ = false;
    }

    void print(Identifier identifier) { text(identifier); }
    void print(Context context) { enumerator(context, {"Load", "Store", "Del"}); }
    void print(BoolOperator op) { enumerator(op, {"And", "Or"}); }
    void print(BinaryOperator op) {
        enumerator(op, {"Add", "Sub", "Mult", "MatMult", "Div", "Mod", "Pow", "LShift", "RShift", "BitOr", "BitXor",
                        "BitAnd", "FloorDiv"});
    }
    void print(UnaryOperator op) { enumerator(op, {"Invert", "Not", "UAdd", "USub"}); }
    void print(CompareOperator op) {
        enumerator(op, {"Eq", "NotEq", "Lt", "LtE", "Gt", "GtE", "Is", "IsNot", "In", "NotIn"});
    }
    template <class E>
    void enumerator(E value, std::initializer_list<std::string_view> names) {
        out += names.begin()[static_cast<std::size_t>(value)];
        out += "()";
    }

    void print(const ConstantValue& value) {
        switch (value.kind) {
        case ConstantValue::Kind::None: out += "None"; break;
        case ConstantValue::Kind::True: out += "True"; break;
        case ConstantValue::Kind::False: out += "False"; break;
        case ConstantValue::Kind::Ellipsis: out += "Ellipsis"; break;
        case ConstantValue::Kind::Int: out += std::to_string(value.integer); break;
        case ConstantValue::Kind::BigInt: big_integer(value.text, value.base); break;
        case ConstantValue::Kind::Float: floating(value.number, true); break;
        case ConstantValue::Kind::Complex:
            floating(value.number, false);
            out += 'j';
            break;
        case ConstantValue::Kind::Str: text(value.text); break;
        case ConstantValue::Kind::Bytes:
            out += 'b';
            bytes(value.text);
            break;
        }
    }

    // In decimal, by repeated multiplication: quadratic, which is good enough here.
    void big_integer(std::string_view digits, unsigned base) {
        if (base == 10) {
            out += digits;
            return;
        }
        std::vector<std::uint32_t> limbs; // to the base 10^9, least significant first
        for (char c : digits) {
            std::uint64_t carry = c <= '9' ? unsigned(c - '0') : unsigned((c | 0x20) - 'a') + 10;
            for (std::uint32_t& limb : limbs) {
                carry += std::uint64_t(limb) * base;
                limb = static_cast<std::uint32_t>(carry % 1'000'000'000);
                carry /= 1'000'000'000;
            }
            if (carry) limbs.push_back(static_cast<std::uint32_t>(carry));
        }
        for (std::size_t i = limbs.size(); i-- > 0;) {
            std::string part = std::to_string(limbs[i]);
            if (i + 1 < limbs.size()) out.append(9 - part.size(), '0');
            out += part;
        }
    }

    // As repr() of a float: the shortest digits, an exponent below 1e-4 and from 1e16 on.
    void floating(double value, bool point) {
        if (std::isinf(value)) {
            out += "inf";
            return;
        }
        char buffer[64];
        const bool scientific = value != 0 && (value < 1e-4 || value >= 1e16);
        auto result = std::to_chars(buffer, buffer + sizeof buffer, value,
                                    scientific ? std::chars_format::scientific : std::chars_format::fixed);
        std::string_view digits(buffer, static_cast<std::size_t>(result.ptr - buffer));
        out += digits;
        if (point && !scientific && digits.find('.') == digits.npos) out += ".0";
    }

    static char quote_for(std::string_view content) {
        return content.find('\'') != content.npos && content.find('"') == content.npos ? '"' : '\'';
    }

    // What both text and bytes escape; false if `c` is something else.
    bool escape(char32_t c, char quote) {
        switch (c) {
        case '\n': out += "\\n"; return true;
        case '\r': out += "\\r"; return true;
        case '\t': out += "\\t"; return true;
        case '\\': out += "\\\\"; return true;
        default: break;
        }
        if (c == char32_t(quote)) {
            out += '\\';
            out += quote;
            return true;
        }
        if (c >= 0x20 && c < 0x7f) {
            out += char(c);
            return true;
        }
        return false;
    }

    void hex(char letter, char32_t c, int digits) {
        out += '\\';
        out += letter;
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) out += "0123456789abcdef"[(c >> shift) & 15];
    }

    void text(std::string_view content) {
        const char quote = quote_for(content);
        out += quote;
        for (const char *at = content.data(), *end = at + content.size(); at < end;) {
            const char* before = at;
            char32_t c = utf8_next(at);
            if (escape(c, quote)) continue;
            const bool surrogate = c >= 0xd800 && c < 0xe000;
            if (c >= 0x80 && !surrogate && unicode::is_printable(c))
                out.append(before, at);
            else if (c < 0x100)
                hex('x', c, 2);
            else if (c < 0x10000)
                hex('u', c, 4);
            else
                hex('U', c, 8);
        }
        out += quote;
    }

    void bytes(std::string_view content) {
        const char quote = quote_for(content);
        out += quote;
        for (char c : content)
            if (!escape(static_cast<unsigned char>(c), quote)) hex('x', static_cast<unsigned char>(c), 2);
        out += quote;
    }

    void positions(const Node& node) {
        switch (node.kind) {
        case NodeKind::Module:
        case NodeKind::Interactive:
        case NodeKind::ExpressionModule:
        case NodeKind::Comprehension:
        case NodeKind::Arguments:
        case NodeKind::WithItem:
        case NodeKind::MatchCase: return;
        default: break;
        }
        SourcePosition start = options_.source->position(node.span.start);
        SourcePosition end = options_.source->position(node.span.end);
        field("lineno", int(start.line));
        field("col_offset", int(start.column_bytes));
        field("end_lineno", int(end.line));
        field("end_col_offset", int(end.column_bytes));
    }

    const DumpOptions& options_;
    bool first_ = true;
    int depth_ = 0;
};

} // namespace

std::string_view ast::kind_name(NodeKind kind) noexcept {
    switch (kind) {
    case NodeKind::ExpressionModule: return "Expression";
    case NodeKind::Comprehension: return "comprehension";
    case NodeKind::Arguments: return "arguments";
    case NodeKind::Arg: return "arg";
    case NodeKind::Keyword: return "keyword";
    case NodeKind::Alias: return "alias";
    case NodeKind::WithItem: return "withitem";
    case NodeKind::MatchCase: return "match_case";
    default: return kind_names[static_cast<std::size_t>(kind)];
    }
}

std::string dump(const ast::Node& node, const DumpOptions& options) {
    Dumper dumper(options);
    dumper.node(node);
    return std::move(dumper.out);
}

} // namespace mp
