// Code units as text: one line an instruction.
#include <charconv>
#include <cstdio>

#include "interp/bytecode/code_unit.h"
#include "interp/bytecode/format.h"

namespace mp {

namespace {

constexpr const char* intrinsic_names[] = {
#define INTRINSIC_OP(name, arguments, text) #name,
#include "interp/bytecode/intrinsics.def"
#undef INTRINSIC_OP
};

std::string quoted(std::string_view text) {
    std::string out = "'";
    for (char c : text) {
        unsigned char byte = static_cast<unsigned char>(c);
        if (c == '\'' || c == '\\')
            (out += '\\') += c;
        else if (c == '\n')
            out += "\\n";
        else if (byte < 0x20 || byte == 0x7f) {
            char escape[8];
            std::snprintf(escape, sizeof escape, "\\x%02x", byte);
            out += escape;
        } else
            out += c;
        if (out.size() > 60) return out + "...'";
    }
    return out + '\'';
}

std::string number(double value) {
    char digits[40];
    auto [end, error] = std::to_chars(digits, digits + sizeof digits, value);
    (void)error;
    std::string text(digits, end);
    if (text.find_first_of(".en") == std::string::npos) text += ".0";
    return text;
}

std::string constant_text(const Constant& constant) {
    switch (constant.kind) {
    case Constant::Kind::none: return "None";
    case Constant::Kind::true_: return "True";
    case Constant::Kind::false_: return "False";
    case Constant::Kind::ellipsis: return "Ellipsis";
    case Constant::Kind::integer: return std::to_string(constant.integer);
    case Constant::Kind::big_integer: return constant.text;
    case Constant::Kind::floating: return number(constant.real);
    case Constant::Kind::complex: return "(" + number(constant.real) + ", " + number(constant.imag) + "j)";
    case Constant::Kind::str: return quoted(constant.text);
    case Constant::Kind::bytes: return "b" + quoted(constant.text);
    case Constant::Kind::tuple:
    case Constant::Kind::frozenset: {
        std::string text = constant.kind == Constant::Kind::tuple ? "(" : "frozenset(";
        for (std::size_t i = 0; i < constant.items.size(); ++i) {
            if (i) text += ", ";
            if (text.size() > 60) return text + "...)";
            text += constant_text(constant.items[i]);
        }
        if (constant.items.size() == 1) text += ',';
        return text + ')';
    }
    case Constant::Kind::code: return "<code " + (constant.code ? constant.code->qualified_name : std::string()) + ">";
    }
    return "?";
}

class Disassembler {
public:
    explicit Disassembler(const CodeUnit& unit) : unit_(unit) {}

    std::string text();

private:
    std::string constant(std::size_t index) const {
        return index < unit_.constants.size() ? constant_text(unit_.constants[index])
                                              : "constant " + std::to_string(index) + "?";
    }
    std::string local(std::size_t slot) const {
        return slot < unit_.local_names.size() ? unit_.local_names[slot] : "local " + std::to_string(slot) + "?";
    }
    std::string reg(int r) const {
        return r >= 0 ? "t" + std::to_string(r)
                      : local(static_cast<std::size_t>(static_cast<int>(unit_.local_count()) + r));
    }
    std::string wide(Op op, unsigned operand) const;
    std::string operands(std::size_t pc) const;
    void header(std::string& out) const;

    const CodeUnit& unit_;
};

std::string Disassembler::wide(Op op, unsigned operand) const {
    switch (op) {
    case Op::LOAD_HIGH:
    case Op::STORE_HIGH:
    case Op::CHECK_HIGH:
    case Op::DELETE_HIGH: return local(operand);
    case Op::LOAD_FREE:
    case Op::STORE_FREE:
    case Op::DELETE_FREE:
    case Op::LOAD_CLOSURE:
    case Op::LOAD_CLASS_FREE:
        return operand < unit_.free_names.size() ? unit_.free_names[operand] : "free " + std::to_string(operand) + "?";
    default: return constant(operand);
    }
}

std::string Disassembler::operands(std::size_t pc) const {
    Word word = unit_.words[pc];
    Op op = op_of(word);
    const OpInfo& info = op_info(op);
    std::string out;
    auto add = [&](const std::string& text) {
        if (!out.empty()) out += ", ";
        out += text;
    };
    int signed_operand[3] = {a_of(word), b_of(word), c_of(word)};
    unsigned unsigned_operand[3] = {ua_of(word), ub_of(word), uc_of(word)};
    int count = has_wide_operand(info.format) ? 2 : 3;
    for (int i = 0; i < count; ++i) {
        switch (info.format[i]) {
        case 'w':
        case 'r':
        case 'k': add(reg(signed_operand[i])); break;
        case 'b': add("t" + std::to_string(unsigned_operand[i])); break;
        case 'n':
        case 'u': add(std::to_string(unsigned_operand[i])); break;
        case 'i': add("#" + std::to_string(signed_operand[i])); break;
        case 'K': add(constant(unsigned_operand[i])); break;
        case 'X': add(wide(op, wide_of(word))); break;
        case 'S': add("#" + std::to_string(signed_wide_of(word))); break;
        default: break;
        }
    }
    std::size_t at = pc + 1;
    for (const char* letter = auxiliary_letters(info.format); *letter && at < unit_.words.size(); ++letter, ++at) {
        Word aux = unit_.words[at];
        switch (*letter) {
        case 'J': add("-> " + std::to_string(static_cast<std::int64_t>(pc) + static_cast<std::int32_t>(aux))); break;
        case 'N':
        case 'x': add(constant(aux)); break;
        case 'm':
            if (op == Op::INTRINSIC)
                add(aux < std::size(intrinsic_names) ? intrinsic_names[aux] : "?");
            else if (op == Op::INPLACE)
                add(aux < static_cast<Word>(Op::count_) ? op_info(static_cast<Op>(aux)).name : "?");
            else
                add(std::to_string(aux));
            break;
        default: break;
        }
    }
    return out;
}

void Disassembler::header(std::string& out) const {
    out += "code " + unit_.qualified_name + ": " + std::to_string(unit_.temporaries) + " temporaries";
    auto list = [&](const char* what, const std::vector<std::string>& names) {
        if (names.empty()) return;
        out += what;
        for (std::size_t i = 0; i < names.size(); ++i) (out += i ? ", " : " ") += names[i];
    };
    list("; locals", unit_.local_names);
    list("; free", unit_.free_names);
    if (unit_.is_generator) out += "; generator";
    if (unit_.is_coroutine) out += "; coroutine";
    if (unit_.is_async_generator) out += "; async generator";
    out += '\n';
}

std::string Disassembler::text() {
    std::string out;
    header(out);
    std::size_t location = 0;
    std::uint32_t shown_line = UINT32_MAX;
    for (std::size_t pc = 0; pc < unit_.words.size();) {
        while (location + 1 < unit_.locations.size() && unit_.locations[location + 1].pc <= pc) ++location;
        std::uint32_t line = unit_.locations.empty() ? 0 : unit_.locations[location].line;
        Word word = unit_.words[pc];
        if ((word & 0xff) >= static_cast<Word>(Op::count_)) return out + "  not an opcode\n";
        const OpInfo& info = op_info(op_of(word));
        char prefix[64];
        std::string line_text = line == shown_line ? "" : line == 0 ? "-" : std::to_string(line);
        shown_line = line;
        std::snprintf(prefix, sizeof prefix, "%5s %5zu  ", line_text.c_str(), pc);
        out += prefix;
        out += info.name;
        if (std::string text = operands(pc); !text.empty()) {
            out.append(std::string_view(info.name).size() < 18 ? 18 - std::string_view(info.name).size() : 1, ' ');
            out += text;
        }
        out += '\n';
        pc += info.words;
    }
    for (const ExceptionEntry& entry : unit_.exceptions)
        out += "  exceptions in " + std::to_string(entry.start) + ".." + std::to_string(entry.end) + " -> " +
               std::to_string(entry.handler) + ", depth " + std::to_string(entry.depth) + '\n';
    return out;
}

} // namespace

std::string disassemble(const CodeUnit& unit, bool recursive) {
    std::string out;
    std::vector<const CodeUnit*> pending{&unit};
    while (!pending.empty()) {
        const CodeUnit* current = pending.back();
        pending.pop_back();
        if (!out.empty()) out += '\n';
        out += Disassembler(*current).text();
        if (!recursive) break;
        for (std::size_t i = current->constants.size(); i-- > 0;)
            if (current->constants[i].code) pending.push_back(current->constants[i].code.get());
    }
    return out;
}

} // namespace mp
