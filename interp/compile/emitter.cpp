#include "interp/compile/emitter.h"

#include <bit>
#include <cassert>

namespace mp {

namespace {

// A text that is equal for equal constants only.
void append_key(std::string& key, const Constant& constant) {
    key += static_cast<char>('A' + static_cast<int>(constant.kind));
    auto append_bits = [&](std::uint64_t bits) { key.append(reinterpret_cast<const char*>(&bits), sizeof bits); };
    switch (constant.kind) {
    case Constant::Kind::integer: return append_bits(static_cast<std::uint64_t>(constant.integer));
    case Constant::Kind::floating: return append_bits(std::bit_cast<std::uint64_t>(constant.real));
    case Constant::Kind::complex:
        append_bits(std::bit_cast<std::uint64_t>(constant.real));
        return append_bits(std::bit_cast<std::uint64_t>(constant.imag));
    case Constant::Kind::big_integer:
    case Constant::Kind::str:
    case Constant::Kind::bytes:
        append_bits(constant.text.size());
        key += constant.text;
        return;
    case Constant::Kind::tuple:
    case Constant::Kind::frozenset:
        append_bits(constant.items.size());
        for (const Constant& item : constant.items) append_key(key, item);
        return;
    case Constant::Kind::code: return append_bits(reinterpret_cast<std::uintptr_t>(constant.code.get()));
    default: return;
    }
}

} // namespace

std::uint32_t ConstantPool::add(const Constant& constant) {
    std::string key;
    append_key(key, constant);
    auto [found, added] = index_.try_emplace(std::move(key), static_cast<std::uint32_t>(constants_.size()));
    if (added) {
        constants_.push_back(constant);
        in_operand_.push_back(false);
    }
    return found->second;
}

bool ConstantPool::claim_operand(std::uint32_t index) {
    if (in_operand_[index]) return true;
    if (operands_ >= 255) return false; // and one for the docstring
    ++operands_;
    in_operand_[index] = true;
    return true;
}

std::uint32_t ConstantPool::add_name(std::string_view text) {
    Constant constant;
    constant.kind = Constant::Kind::str;
    constant.text = text;
    return add(constant);
}

Reg Emitter::push() noexcept {
    if (top_ >= most_temporaries) {
        refuse("too many values at once in one expression");
        return most_temporaries - 1;
    }
    Reg reg = top_++;
    if (top_ > most_) most_ = top_;
    return reg;
}

Instruction& Emitter::emit(Span span, Op op, int a, int b, int c) {
    Instruction& instruction = code_.emplace_back();
    instruction.op = op;
    instruction.a = a;
    instruction.b = b;
    instruction.c = c;
    instruction.region = region_;
    instruction.coldness = coldness_;
    instruction.span = span;
    return instruction;
}

Instruction& Emitter::emit_index(Span span, Op op, int a, int b, int c, std::uint32_t index) {
    Instruction& instruction = emit(span, op, a, b, c);
    instruction.index = index;
    return instruction;
}

Label Emitter::new_label() {
    labels_.push_back(-1);
    label_coldness_.push_back(0);
    return {static_cast<int>(labels_.size() - 1)};
}

void Emitter::bind(Label label) {
    assert(labels_[label.id] < 0);
    labels_[label.id] = static_cast<int>(code_.size());
    label_coldness_[label.id] = coldness_;
}

int Emitter::new_region(Label handler, int depth) {
    regions_.push_back({handler.id, depth});
    return static_cast<int>(regions_.size() - 1);
}

} // namespace mp
