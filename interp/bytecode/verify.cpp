// The verifier. For every instruction that can be reached it knows which temporaries hold a value (the same on all ways that lead there) and which
// locals certainly do, follows jumps and exceptions, and refuses code that could read what is not there, lose what is, or leave its tables.
#include <algorithm>
#include <bitset>
#include <deque>

#include "interp/bytecode/code_unit.h"
#include "interp/bytecode/format.h"

namespace mp {

namespace {

constexpr int most_temporaries = 128;

constexpr int intrinsic_arguments[] = {
#define INTRINSIC_OP(name, arguments, text) arguments,
#include "interp/bytecode/intrinsics.def"
#undef INTRINSIC_OP
};

class Verifier {
public:
    explicit Verifier(const CodeUnit& unit) : unit_(unit), locals_(static_cast<int>(unit.local_count())) {}

    std::string run();

private:
    struct State {
        std::bitset<most_temporaries> temporaries;
        std::vector<bool> locals;
    };

    // Runs of temporaries that an instruction reads and writes beyond its plain operands.
    struct Runs {
        int read_base = 0, read = 0;
        int written_base = 0, written = 0;
    };

    bool check_tables();
    bool check_code();
    bool check_operands(std::size_t pc);
    bool check_constant(std::size_t pc, char letter, std::size_t index);
    bool flow();
    bool step(std::size_t pc, State state);
    bool simulate(std::size_t pc, State& state, std::bitset<most_temporaries>& consumed);
    bool reach(std::size_t pc, const State& state);
    bool read(int reg, bool consume, State& state, std::bitset<most_temporaries>& consumed);
    bool write(int reg, State& state);
    Runs runs(std::size_t pc) const;
    const ExceptionEntry* region(std::size_t pc) const;

    bool fail(std::size_t pc, const std::string& what) {
        if (problem_.empty()) {
            problem_ = unit_.qualified_name + ", pc " + std::to_string(pc);
            if (pc < unit_.words.size() && (unit_.words[pc] & 0xff) < static_cast<Word>(Op::count_))
                problem_ += std::string(" (") + op_info(op_of(unit_.words[pc])).name + ")";
            problem_ += ": " + what;
        }
        return false;
    }
    std::size_t target(std::size_t pc) const {
        int word = auxiliary_word(op_info(op_of(unit_.words[pc])).format, 'J');
        return pc +
               static_cast<std::size_t>(static_cast<std::int64_t>(static_cast<std::int32_t>(unit_.words[pc + word])));
    }

    const CodeUnit& unit_;
    int locals_;
    std::vector<bool> starts_;  // where instructions begin
    std::vector<bool> leaders_; // where ways meet: jump targets and handlers
    std::vector<int> regions_;  // pc -> its exception entry, or -1
    std::vector<std::unique_ptr<State>> states_;
    std::deque<std::size_t> pending_;
    std::string problem_;
};

bool Verifier::check_tables() {
    std::size_t parameters =
        std::size_t(unit_.positional) + unit_.keyword_only + unit_.has_varargs + unit_.has_varkeywords;
    if (parameters > unit_.local_count()) return fail(0, "more parameters than locals");
    if (unit_.positional_only > unit_.positional)
        return fail(0, "more positional-only parameters than positional ones");
    if (unit_.local_is_cell.size() != unit_.local_count()) return fail(0, "local_is_cell does not match local_names");
    if (unit_.temporaries > most_temporaries) return fail(0, "too many temporaries");
    if (unit_.has_docstring && (unit_.constants.empty() || unit_.constants[0].kind != Constant::Kind::str))
        return fail(0, "constant 0 is no docstring");
    for (const ExceptionEntry& entry : unit_.exceptions) {
        if (entry.start >= entry.end || entry.end > unit_.words.size() || entry.handler >= unit_.words.size())
            return fail(entry.start, "exception entry outside of the code");
        if (!starts_[entry.start] || !starts_[entry.handler] || (entry.end < unit_.words.size() && !starts_[entry.end]))
            return fail(entry.start, "exception entry in the middle of an instruction");
        if (entry.depth >= unit_.temporaries) return fail(entry.start, "exception depth beyond the temporaries");
    }
    regions_.assign(unit_.words.size(), -1);
    for (std::size_t i = unit_.exceptions.size(); i-- > 0;)
        for (std::size_t pc = unit_.exceptions[i].start; pc < unit_.exceptions[i].end; ++pc)
            regions_[pc] = static_cast<int>(i);
    for (std::size_t i = 1; i < unit_.locations.size(); ++i)
        if (unit_.locations[i - 1].pc >= unit_.locations[i].pc)
            return fail(unit_.locations[i].pc, "locations are not sorted");
    return true;
}

bool Verifier::check_constant(std::size_t pc, char letter, std::size_t index) {
    if (index >= unit_.constants.size()) return fail(pc, "constant out of range");
    const Constant& constant = unit_.constants[index];
    Op op = op_of(unit_.words[pc]);
    bool name = letter == 'N' || (letter == 'X' && op != Op::LOADK);
    if (name && constant.kind != Constant::Kind::str) return fail(pc, "name is not a str");
    if (op == Op::MAKE_FUNCTION) {
        if (constant.kind != Constant::Kind::code || !constant.code) return fail(pc, "function of no code");
        if (((uc_of(unit_.words[pc]) & 8) != 0) != !constant.code->free_names.empty())
            return fail(pc, "closure does not match the code");
    }
    if (op == Op::CALL_KW || op == Op::CALL_METHOD_KW || op == Op::MATCH_CLASS) {
        if (constant.kind != Constant::Kind::tuple) return fail(pc, "keyword names are no tuple");
        for (const Constant& item : constant.items)
            if (item.kind != Constant::Kind::str) return fail(pc, "keyword name is no str");
        if (op != Op::MATCH_CLASS && constant.items.size() > uc_of(unit_.words[pc]))
            return fail(pc, "more keywords than arguments");
    }
    return true;
}

bool Verifier::check_operands(std::size_t pc) {
    Word word = unit_.words[pc];
    Op op = op_of(word);
    const OpInfo& info = op_info(op);
    int operand[3] = {a_of(word), b_of(word), c_of(word)};
    int count = has_wide_operand(info.format) ? 2 : 3;
    for (int i = 0; i < count; ++i) {
        switch (info.format[i]) {
        case 'w':
        case 'r':
        case 'k':
            if (op == Op::RAISE && i > static_cast<int>(ua_of(word))) break;
            if (operand[i] < -locals_ || operand[i] >= static_cast<int>(unit_.temporaries))
                return fail(pc, "register out of range");
            break;
        case 'b':
            if (operand[i] < 0) return fail(pc, "a run of temporaries cannot begin with a local");
            break;
        case 'K':
            if (!check_constant(pc, 'K', static_cast<std::uint8_t>(operand[i]))) return false;
            break;
        case 'X': {
            std::size_t wide = wide_of(word);
            switch (op) {
            case Op::LOAD_HIGH:
            case Op::STORE_HIGH:
            case Op::CHECK_HIGH:
            case Op::DELETE_HIGH:
                if (wide >= unit_.local_count()) return fail(pc, "local out of range");
                break;
            case Op::LOAD_FREE:
            case Op::STORE_FREE:
            case Op::DELETE_FREE:
            case Op::LOAD_CLOSURE:
            case Op::LOAD_CLASS_FREE:
                if (wide >= unit_.free_names.size()) return fail(pc, "free variable out of range");
                break;
            default:
                if (!check_constant(pc, 'X', wide)) return false;
            }
            break;
        }
        default: break;
        }
    }
    std::size_t at = pc + 1;
    for (const char* letter = auxiliary_letters(info.format); *letter; ++letter, ++at) {
        if (*letter == 'J') {
            std::size_t to = target(pc);
            if (to >= unit_.words.size() || !starts_[to]) return fail(pc, "jump to no instruction");
        } else if (*letter == 'N' || *letter == 'x') {
            if (!check_constant(pc, *letter, unit_.words[at])) return false;
        }
    }
    bool needs_local = op == Op::CHECK_LOCAL || op == Op::DELETE_LOCAL || op == Op::UNBIND_LOCAL;
    if (needs_local && operand[0] >= 0) return fail(pc, "needs a local");
    bool needs_temporary = op == Op::DROP || op == Op::GET_ITER;
    if (needs_temporary && operand[0] < 0) return fail(pc, "needs a temporary");
    if (op == Op::UNPACK2) {
        if (operand[2] < 0 || operand[2] + 1 >= static_cast<int>(unit_.temporaries))
            return fail(pc, "needs two temporaries");
    }
    if ((op == Op::FOR_ITER || op == Op::JUMP_KEEP || op == Op::SEND) && operand[1] < 0)
        return fail(pc, "needs a temporary");
    if (op == Op::SEND && operand[0] < 0) return fail(pc, "needs a temporary");
    if (op == Op::INTRINSIC) {
        Word which = unit_.words[pc + 1];
        if (which >= std::size(intrinsic_arguments)) return fail(pc, "no such operation");
        if (static_cast<int>(uc_of(word)) != intrinsic_arguments[which]) return fail(pc, "wrong number of operands");
    }
    if (op == Op::INPLACE &&
        (unit_.words[pc + 1] < static_cast<Word>(Op::ADD) || unit_.words[pc + 1] > static_cast<Word>(Op::XOR)))
        return fail(pc, "not an operator");
    return true;
}

bool Verifier::check_code() {
    starts_.assign(unit_.words.size() + 1, false);
    std::size_t pc = 0;
    while (pc < unit_.words.size()) {
        if ((unit_.words[pc] & 0xff) >= static_cast<Word>(Op::count_)) return fail(pc, "not an opcode");
        starts_[pc] = true;
        pc += op_info(op_of(unit_.words[pc])).words;
    }
    if (unit_.words.empty()) return fail(0, "no code");
    if (pc != unit_.words.size()) return fail(unit_.words.size(), "the last instruction is cut off");
    for (pc = 0; pc < unit_.words.size(); pc += op_info(op_of(unit_.words[pc])).words)
        if (!check_operands(pc)) return false;
    return true;
}

const ExceptionEntry* Verifier::region(std::size_t pc) const {
    return regions_[pc] < 0 ? nullptr : &unit_.exceptions[static_cast<std::size_t>(regions_[pc])];
}

Verifier::Runs Verifier::runs(std::size_t pc) const {
    Word word = unit_.words[pc];
    int a = a_of(word), b = b_of(word), c = c_of(word);
    int n = static_cast<int>(uc_of(word));
    int m = 0;
    if (int at = auxiliary_word(op_info(op_of(word)).format, 'm'))
        m = static_cast<int>(std::min<Word>(unit_.words[pc + at], most_temporaries));
    switch (op_of(word)) {
    case Op::LOAD_METHOD: return {0, 0, a, 2};
    case Op::LOAD_SUPER_METHOD: return {b + 1, 2, a, 2};
    case Op::GET_SUPER_ATTR: return {b, 3};
    case Op::GETSLICE:
    case Op::SETSLICE: return {c, 2};
    case Op::BUILD_SLICE: return {b, 3};
    case Op::BUILD_TUPLE:
    case Op::BUILD_LIST:
    case Op::BUILD_SET:
    case Op::BUILD_STRING:
    case Op::INTRINSIC: return {b, n};
    case Op::BUILD_DICT: return {b, 2 * n};
    case Op::FORMAT: return {b + 1, n & 4 ? 1 : 0};
    case Op::UNPACK: return {0, 0, a, n};
    case Op::UNPACK_EX: return {0, 0, a, n + 1 + m};
    case Op::CALL:
    case Op::CALL_KW: return {b, n + 1};
    case Op::CALL_METHOD:
    case Op::CALL_METHOD_KW: return {b, n + 2};
    case Op::CALL_EX: return {b, n & 1 ? 3 : 2};
    case Op::MAKE_FUNCTION: return {b, (n & 1) + (n >> 1 & 1) + (n >> 2 & 1) + (n >> 3 & 1)};
    case Op::ENTER_HANDLER: return {a, 1, a, 2};
    case Op::LEAVE_HANDLER: return {a, 2};
    case Op::RESTORE_HANDLED: return {a, 2, a, 1};
    case Op::WITH_SETUP: return {0, 0, a, 2};
    case Op::LOAD_EXC_TRIPLE: return {0, 0, a, 3};
    default: return {};
    }
}

bool Verifier::read(int reg, bool consume, State& state, std::bitset<most_temporaries>& consumed) {
    if (reg < 0) return state.locals[static_cast<std::size_t>(locals_ + reg)];
    if (!state.temporaries[static_cast<std::size_t>(reg)]) return false;
    if (consume) {
        state.temporaries.reset(static_cast<std::size_t>(reg));
        consumed.set(static_cast<std::size_t>(reg));
    }
    return true;
}

bool Verifier::write(int reg, State& state) {
    if (reg < 0) {
        state.locals[static_cast<std::size_t>(locals_ + reg)] = true;
        return true;
    }
    if (reg >= static_cast<int>(unit_.temporaries) || state.temporaries[static_cast<std::size_t>(reg)]) return false;
    state.temporaries.set(static_cast<std::size_t>(reg));
    return true;
}

// What an instruction does to registers when it falls through.
bool Verifier::simulate(std::size_t pc, State& state, std::bitset<most_temporaries>& consumed) {
    Word word = unit_.words[pc];
    Op op = op_of(word);
    const char* format = op_info(op).format;
    int operand[3] = {a_of(word), b_of(word), c_of(word)};
    int count = has_wide_operand(format) ? 1 : 3;
    switch (op) {
    case Op::CHECK_LOCAL:
    case Op::MAKE_CELL:
        if (operand[0] < 0)
            state.locals[static_cast<std::size_t>(locals_ + operand[0])] = true;
        else if (!state.temporaries[static_cast<std::size_t>(operand[0])])
            return fail(pc, "reads a dead temporary");
        return true;
    case Op::DELETE_LOCAL:
    case Op::UNBIND_LOCAL: state.locals[static_cast<std::size_t>(locals_ + operand[0])] = false; return true;
    default: break;
    }
    // What is kept is read first, so that an operand consumed by the same instruction may still be named there.
    for (bool consume : {false, true}) {
        for (int i = 0; i < count; ++i) {
            if (format[i] != (consume ? 'r' : 'k')) continue;
            if (op == Op::RAISE && i > static_cast<int>(ua_of(word))) continue;
            if (!read(operand[i], consume, state, consumed))
                return fail(pc, operand[i] < 0 ? "reads a local that may be unbound: " +
                                                     unit_.local_names[static_cast<std::size_t>(locals_ + operand[i])]
                                               : "reads dead temporary " + std::to_string(operand[i]));
        }
    }
    Runs run = runs(pc);
    for (int i = 0; i < run.read; ++i) {
        int reg = run.read_base + i;
        if (reg >= static_cast<int>(unit_.temporaries) || !read(reg, true, state, consumed))
            return fail(pc, "reads dead temporary " + std::to_string(reg));
    }
    for (int i = 0; i < run.written; ++i)
        if (!write(run.written_base + i, state))
            return fail(pc, "writes live temporary " + std::to_string(run.written_base + i));
    for (int i = 0; i < count; ++i)
        if (format[i] == 'w' && op != Op::FOR_ITER && !write(operand[i], state))
            return fail(pc, "writes live temporary " + std::to_string(operand[i]));
    if (op == Op::EXC_STAR_MATCH && operand[1] < 0) return fail(pc, "needs a temporary");
    if (op == Op::UNPACK2 && operand[0] != operand[2] + 1 && operand[1] != operand[2] + 1 &&
        state.temporaries[static_cast<std::size_t>(operand[2]) + 1])
        return fail(pc, "uses a live temporary");
    return true;
}

bool Verifier::reach(std::size_t pc, const State& state) {
    if (pc >= unit_.words.size()) return fail(pc, "runs off the end");
    if (!states_[pc]) {
        states_[pc] = std::make_unique<State>(state);
        pending_.push_back(pc);
        return true;
    }
    State& known = *states_[pc];
    if (known.temporaries != state.temporaries) {
        std::bitset<most_temporaries> difference = known.temporaries ^ state.temporaries;
        std::size_t first = 0;
        while (!difference[first]) ++first;
        return fail(pc, "temporary " + std::to_string(first) + " is live on one way here and dead on another");
    }
    bool changed = false;
    for (std::size_t i = 0; i < known.locals.size(); ++i) {
        if (known.locals[i] && !state.locals[i]) {
            known.locals[i] = false;
            changed = true;
        }
    }
    if (changed) pending_.push_back(pc);
    return true;
}

bool Verifier::step(std::size_t pc, State state) {
    // Straight on until something jumps, so that states are kept at few places only.
    for (;;) {
        Word word = unit_.words[pc];
        Op op = op_of(word);
        const OpInfo& info = op_info(op);
        const ExceptionEntry* entry = info.raises ? region(pc) : nullptr;
        State handler;
        if (entry) handler = state;
        std::bitset<most_temporaries> consumed;
        if (!simulate(pc, state, consumed)) return false;
        if (entry) {
            for (std::size_t i = 0; i < most_temporaries; ++i) {
                if (i >= entry->depth)
                    handler.temporaries.reset(i);
                else if (consumed[i])
                    return fail(pc, "consumes a temporary that its handler needs");
            }
            handler.temporaries.set(entry->depth);
            if (op == Op::DELETE_LOCAL) handler.locals[static_cast<std::size_t>(locals_ + a_of(word))] = false;
            if (!reach(entry->handler, handler)) return false;
        }
        switch (op) {
        case Op::RETURN:
        case Op::RETURN_NONE:
            if (state.temporaries.any()) return fail(pc, "returns with live temporaries");
            return true;
        case Op::RAISE:
        case Op::RERAISE: return true;
        case Op::JUMP:
            if (target(pc) <= pc) return fail(pc, "jumps back without paying a step");
            return reach(target(pc), state);
        case Op::JUMP_BACK: return reach(target(pc), state);
        case Op::FOR_ITER: {
            State taken = state;
            if (!write(a_of(word), taken)) return fail(pc, "writes a live temporary");
            if (!reach(target(pc), taken)) return false;
            state.temporaries.reset(static_cast<std::size_t>(b_of(word)));
            break;
        }
        case Op::JUMP_KEEP:
            if (!reach(target(pc), state)) return false;
            state.temporaries.reset(static_cast<std::size_t>(b_of(word)));
            break;
        case Op::SEND: {
            State returned = state;
            returned.temporaries.reset(static_cast<std::size_t>(b_of(word)));
            if (!reach(target(pc), returned)) return false;
            break;
        }
        default:
            if (auxiliary_word(info.format, 'J') && !reach(target(pc), state)) return false;
        }
        std::size_t next = pc + info.words;
        if (next >= unit_.words.size()) return fail(pc, "runs off the end");
        if (leaders_[next]) return reach(next, state);
        pc = next;
    }
}

bool Verifier::flow() {
    states_.resize(unit_.words.size());
    State entry;
    entry.locals.assign(unit_.local_count(), false);
    std::size_t parameters =
        std::size_t(unit_.positional) + unit_.keyword_only + unit_.has_varargs + unit_.has_varkeywords;
    for (std::size_t i = 0; i < parameters; ++i) entry.locals[i] = true;
    leaders_.assign(unit_.words.size(), false);
    for (std::size_t pc = 0; pc < unit_.words.size(); pc += op_info(op_of(unit_.words[pc])).words)
        if (auxiliary_word(op_info(op_of(unit_.words[pc])).format, 'J')) leaders_[target(pc)] = true;
    for (const ExceptionEntry& handler : unit_.exceptions) leaders_[handler.handler] = true;
    if (!reach(0, entry)) return false;
    while (!pending_.empty()) {
        std::size_t pc = pending_.front();
        pending_.pop_front();
        if (!step(pc, *states_[pc])) return false;
    }
    return true;
}

std::string Verifier::run() {
    if (check_code() && check_tables()) flow();
    return problem_;
}

} // namespace

std::string verify(const CodeUnit& unit) {
    std::vector<const CodeUnit*> pending{&unit};
    while (!pending.empty()) {
        const CodeUnit* current = pending.back();
        pending.pop_back();
        if (std::string problem = Verifier(*current).run(); !problem.empty()) return problem;
        for (const Constant& constant : current->constants)
            if (constant.code) pending.push_back(constant.code.get());
    }
    return "";
}

} // namespace mp
