#pragma once
// Instructions of one code unit as they are emitted: registers and jump targets are symbolic, side tables are made at the end.
//
// A register number r >= 0 is a temporary. Temporaries are handed out like a stack: an expression leaves its value in the temporary that
// was the top when it began. r < 0 is local number ~r, whatever their final count.
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "interp/bytecode/code_unit.h"
#include "interp/support/source.h"

namespace mp {

using Reg = int;
constexpr Reg local_register(int slot) noexcept { return ~slot; }
constexpr int local_slot(Reg reg) noexcept { return ~reg; }
constexpr bool is_temporary(Reg reg) noexcept { return reg >= 0; }

// More temporaries than this are never live: R + 127 is as far as an operand reaches.
inline constexpr int most_temporaries = 128;
// How many locals an operand reaches; those before the last 128 take LOAD_HIGH and STORE_HIGH.
inline constexpr int reachable_locals = 128;

inline constexpr Span no_span{UINT32_MAX, UINT32_MAX};

struct Label {
    int id = -1;
};

struct Instruction {
    Op op = Op::NOP;
    bool deleted = false;
    int coldness = 0;         // how many times cold: stands behind everything less cold
    int a = 0, b = 0, c = 0;  // as the format says; what an X or S operand holds is in b
    std::uint32_t index = 0;  // auxiliary N or x: a constant
    std::uint32_t number = 0; // auxiliary m
    int target = -1;          // auxiliary J: a label
    int region = -1;          // exception region
    int next_live = 0;        // of a deleted one: no instruction before this is live (0: not yet known)
    Span span = no_span;
};

// The constants of a unit, without duplicates; 1, 1.0 and True are different, as are 0.0 and -0.0. Indices are final only in the finished unit,
// where those that must fit a byte come first and names before values.
class ConstantPool {
public:
    std::uint32_t add(const Constant& constant);
    std::uint32_t add_name(std::string_view text);
    // Asks for an index that fits an 8-bit operand. False when there are too many such constants already.
    bool claim_operand(std::uint32_t index);

private:
    friend class Emitter;
    std::vector<Constant> constants_;
    std::vector<bool> in_operand_;
    std::size_t operands_ = 0;
    std::unordered_map<std::string, std::uint32_t> index_;
};

class Emitter {
public:
    explicit Emitter(CodeUnit& unit) : unit_(unit) {}

    ConstantPool constants;

    // ---- temporaries
    int top() const noexcept { return top_; }
    void set_top(int top) noexcept { top_ = top; }
    Reg push() noexcept;
    // After `reg` was consumed: frees it when it is a temporary (and everything above it).
    void release(Reg reg) noexcept {
        if (is_temporary(reg)) top_ = reg;
    }

    // ---- instructions
    Instruction& emit(Span span, Op op, int a = 0, int b = 0, int c = 0);
    Instruction& emit_index(Span span, Op op, int a, int b, int c, std::uint32_t index);
    void jump(Span span, Op op, Label target, int a = 0, int b = 0, int c = 0) {
        emit(span, op, a, b, c).target = target.id;
    }
    Label new_label();
    void bind(Label label);

    // What is emitted between the two is moved to the end of the code. It is entered by jumps only and must not fall out at its end.
    void begin_cold() noexcept { ++coldness_; }
    void end_cold() noexcept { --coldness_; }

    // ---- exception regions: what is emitted while a region is current is covered by its handler
    int region() const noexcept { return region_; }
    void set_region(int region) noexcept { region_ = region; }
    // A new region whose handler finds the exception in temporary `depth`.
    int new_region(Label handler, int depth);
    int region_depth() const noexcept { return region_ < 0 ? 0 : regions_[region_].depth; }

    // Optimises, lays out the code and fills words, tables and `temporaries` of the unit, whose locals are complete by now.
    // Returns "" or why that is impossible ("too many constants ...").
    std::string finish(const SourceText& source, int parameters);

    // Something did not fit the encoding (registers, constants); finish() reports it.
    void refuse(const char* why) noexcept {
        if (!problem_) problem_ = why;
    }

private:
    friend class Flow;
    struct Region {
        int handler; // label
        int depth;
    };

    void move_cold_code();
    void simplify();
    bool thread_jumps();
    bool delete_unreachable();
    bool delete_idle_jumps();
    void delete_needless_checks(int parameters);
    int next_live(int index);
    bool jumps_back(int index) const;
    void order_constants();
    void assemble(const SourceText& source);
    Word encode_instruction(const Instruction& instruction);
    int encode_register(Reg reg);

    CodeUnit& unit_;
    std::vector<Instruction> code_;
    std::vector<int> labels_;         // label -> index of the instruction behind it
    std::vector<int> label_coldness_; // of the code that the label is bound in
    std::vector<Region> regions_;
    int region_ = -1;
    int coldness_ = 0;
    int top_ = 0;
    int most_ = 0;
    const char* problem_ = nullptr;
};

} // namespace mp
