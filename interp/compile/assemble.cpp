// Symbolic instructions to words and tables.
#include <cassert>

#include "interp/bytecode/format.h"
#include "interp/compile/emitter.h"

namespace mp {

std::string Emitter::finish(const SourceText& source, int parameters) {
    if (problem_) return problem_;
    move_cold_code();
    simplify();
    delete_needless_checks(parameters);
    order_constants();
    assemble(source);
    unit_.temporaries = static_cast<std::uint32_t>(most_);
    return problem_ ? problem_ : "";
}

namespace {

bool names_variable(Op op) {
    switch (op) {
    case Op::LOAD_HIGH:
    case Op::STORE_HIGH:
    case Op::CHECK_HIGH:
    case Op::DELETE_HIGH:
    case Op::LOAD_FREE:
    case Op::STORE_FREE:
    case Op::DELETE_FREE:
    case Op::LOAD_CLOSURE:
    case Op::LOAD_CLASS_FREE: return true;
    default: return false;
    }
}

} // namespace

// The docstring is constant 0, then come the constants of byte operands, names, and all others. Those that nothing refers to are left out.
void Emitter::order_constants() {
    enum Rank : std::uint8_t { first, operand, name, value, unused };
    std::vector<std::uint8_t> ranks(constants.constants_.size(), unused);
    auto use = [&](std::uint32_t index, Rank rank) {
        if (rank < ranks[index]) ranks[index] = rank;
    };
    auto each_index = [&](Instruction& instruction, auto&& visit) {
        const char* format = op_info(instruction.op).format;
        if (format[1] == 'X' && !names_variable(instruction.op)) {
            std::uint32_t index = static_cast<std::uint32_t>(instruction.b);
            visit(index, instruction.op == Op::LOADK ? value : name);
            instruction.b = static_cast<int>(index);
        } else if (!has_wide_operand(format) && format[2] == 'K') {
            std::uint32_t index = static_cast<std::uint32_t>(instruction.c);
            visit(index, operand);
            instruction.c = static_cast<int>(index);
        }
        for (const char* letter = auxiliary_letters(format); *letter; ++letter)
            if (*letter == 'N' || *letter == 'x') visit(instruction.index, value);
    };
    for (Instruction& instruction : code_)
        if (!instruction.deleted) each_index(instruction, [&](std::uint32_t& index, Rank rank) { use(index, rank); });
    if (unit_.has_docstring) ranks[0] = first;
    std::vector<std::uint32_t> final_index(ranks.size());
    for (int rank = first; rank < unused; ++rank) {
        for (std::size_t i = 0; i < ranks.size(); ++i) {
            if (ranks[i] != rank) continue;
            final_index[i] = static_cast<std::uint32_t>(unit_.constants.size());
            unit_.constants.push_back(std::move(constants.constants_[i]));
        }
    }
    for (Instruction& instruction : code_) {
        if (instruction.deleted) continue;
        each_index(instruction, [&](std::uint32_t& index, Rank) { index = final_index[index]; });
        if (instruction.op == Op::LOADK && instruction.b > 0xffff) {
            instruction.op = Op::LOADK_WIDE;
            instruction.index = static_cast<std::uint32_t>(instruction.b);
        }
    }
}

int Emitter::encode_register(Reg reg) {
    if (is_temporary(reg)) return reg;
    int encoded = local_slot(reg) - static_cast<int>(unit_.local_count());
    if (encoded < -reachable_locals) refuse("too many local variables");
    return encoded;
}

Word Emitter::encode_instruction(const Instruction& instruction) {
    const char* format = op_info(instruction.op).format;
    int operands[3] = {instruction.a, instruction.b, instruction.c};
    for (int i = 0; i < 3; ++i) {
        switch (format[i]) {
        case 'w':
        case 'r':
        case 'k': operands[i] = encode_register(operands[i]); break;
        case 'X':
            if (operands[i] < 0 || operands[i] > 0xffff) refuse("too many constants and names in one code block");
            return encode_wide(instruction.op, operands[0], static_cast<unsigned>(operands[i]));
        case 'S': return encode_wide(instruction.op, operands[0], static_cast<unsigned>(operands[i]));
        case 'b': assert(is_temporary(operands[i])); break;
        case 'n':
        case 'u':
        case 'K': assert(operands[i] >= 0 && operands[i] <= 255); break;
        case 'i': assert(operands[i] >= -128 && operands[i] <= 127); break;
        default: operands[i] = 0; break;
        }
    }
    return encode(instruction.op, operands[0], operands[1], operands[2]);
}

void Emitter::assemble(const SourceText& source) {
    std::size_t size = code_.size();
    std::vector<std::uint32_t> pc(size + 1);
    std::uint32_t at = 0;
    for (std::size_t i = 0; i < size; ++i) {
        pc[i] = at;
        if (code_[i].deleted) continue;
        if (jumps_back(static_cast<int>(i))) code_[i].op = Op::JUMP_BACK;
        at += op_info(code_[i].op).words;
    }
    pc[size] = at;
    unit_.words.reserve(at);

    Span last = no_span;
    bool first = true;
    for (std::size_t i = 0; i < size; ++i) {
        const Instruction& instruction = code_[i];
        if (instruction.deleted) continue;
        const OpInfo& info = op_info(instruction.op);
        if (first || instruction.span != last) {
            Location location{pc[i], 0, 0, 0, 0};
            if (Span span = instruction.span; span != no_span) {
                location.line = source.line_of(span.start);
                location.end_line = span.end > span.start ? source.line_of(span.end - 1) : location.line;
                location.column = span.start - source.line_start(location.line);
                location.end_column = span.end - source.line_start(location.end_line);
            }
            unit_.locations.push_back(location);
            last = instruction.span;
            first = false;
        }
        // Neighbours under one region share an entry; every instruction knows its innermost region only, so entries do not overlap.
        if (instruction.region >= 0 && info.raises) {
            const Region& region = regions_[instruction.region];
            std::uint32_t handler = pc[labels_[region.handler]], depth = static_cast<std::uint32_t>(region.depth);
            std::uint32_t end = pc[i] + info.words;
            if (!unit_.exceptions.empty() && unit_.exceptions.back().end == pc[i] &&
                unit_.exceptions.back().handler == handler && unit_.exceptions.back().depth == depth)
                unit_.exceptions.back().end = end;
            else
                unit_.exceptions.push_back({pc[i], end, handler, depth});
        } else if (instruction.region >= 0 && !unit_.exceptions.empty() && unit_.exceptions.back().end == pc[i] &&
                   unit_.exceptions.back().handler == pc[labels_[regions_[instruction.region].handler]]) {
            unit_.exceptions.back().end += info.words; // cannot raise: keeps the entry in one piece
        }
        std::size_t start = unit_.words.size();
        unit_.words.push_back(encode_instruction(instruction));
        for (const char* letter = auxiliary_letters(info.format); *letter; ++letter) {
            switch (*letter) {
            case 'J': unit_.words.push_back(pc[labels_[instruction.target]] - pc[i]); break;
            case 'N':
            case 'x': unit_.words.push_back(instruction.index); break;
            case 'm': unit_.words.push_back(instruction.number); break;
            default: unit_.words.push_back(0); break;
            }
        }
        unit_.words.resize(start + info.words);
    }
}

} // namespace mp
