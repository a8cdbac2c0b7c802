// What is improved on finished code: jumps to jumps, code that nothing reaches, checks of locals that are certainly bound.
#include <algorithm>
#include <deque>
#include <unordered_map>
#include <utility>

#include "interp/compile/emitter.h"

namespace mp {

namespace {

bool never_falls_through(Op op) {
    return op == Op::JUMP || op == Op::RETURN || op == Op::RETURN_NONE || op == Op::RAISE || op == Op::RERAISE;
}

// A conditional jump whose sense can be turned.
bool has_sense(Op op) { return op >= Op::JUMP_IF && op <= Op::JIN && op != Op::JUMP_KEEP; }

} // namespace

// Long runs of deleted instructions are walked once: each then knows the way.
int Emitter::next_live(int index) {
    const int size = static_cast<int>(code_.size());
    int live = index;
    while (live < size && code_[live].deleted) live = std::max(live + 1, code_[live].next_live);
    while (index < live) index = std::max(index + 1, std::exchange(code_[index].next_live, live));
    return live;
}

// A jump that becomes JUMP_BACK.
bool Emitter::jumps_back(int index) const {
    const Instruction& instruction = code_[index];
    return instruction.op == Op::JUMP && labels_[instruction.target] <= index;
}

// Cold code behind hot code, what is colder still (an assert in a handler) behind that, each in its order. A label stays with the code that it was bound in.
void Emitter::move_cold_code() {
    int coldest = 0;
    for (const Instruction& instruction : code_) coldest = std::max(coldest, instruction.coldness);
    if (coldest == 0) return;
    for (int coldness : label_coldness_) coldest = std::max(coldest, coldness);
    const std::size_t size = code_.size();
    std::vector<Instruction> ordered;
    ordered.reserve(size);
    std::vector<int> moved(size + 1);
    std::vector<int> labels(labels_.size(), -1);
    for (int coldness = 0; coldness <= coldest; ++coldness) {
        for (std::size_t i = 0; i < size; ++i) {
            moved[i] = static_cast<int>(ordered.size());
            if (code_[i].coldness == coldness) ordered.push_back(code_[i]);
        }
        moved[size] = static_cast<int>(ordered.size());
        for (std::size_t label = 0; label < labels.size(); ++label)
            if (labels_[label] >= 0 && label_coldness_[label] == coldness) labels[label] = moved[labels_[label]];
    }
    code_ = std::move(ordered);
    labels_ = std::move(labels);
}

void Emitter::simplify() {
    for (int round = 0; round < 8; ++round) {
        bool changed = thread_jumps();
        changed |= delete_unreachable();
        changed |= delete_idle_jumps();
        if (!changed) return;
    }
}

// Jumps that lead to a jump lead to its target; a jump to a return is the return; a conditional jump over a jump is turned around.
bool Emitter::thread_jumps() {
    bool changed = false;
    int size = static_cast<int>(code_.size());
    std::vector<bool> targeted(size + 1);
    for (const Instruction& jump : code_)
        if (!jump.deleted && jump.target >= 0) targeted[next_live(labels_[jump.target])] = true;
    for (const Region& region : regions_) targeted[next_live(labels_[region.handler])] = true;

    for (int i = 0; i < size; ++i) {
        Instruction& jump = code_[i];
        if (jump.deleted || jump.target < 0) continue;
        for (int hops = 0; hops < 16; ++hops) {
            int at = next_live(labels_[jump.target]);
            if (at >= size || at == i) break;
            const Instruction& there = code_[at];
            if (there.op == Op::JUMP && there.target != jump.target) {
                jump.target = there.target;
                targeted[next_live(labels_[jump.target])] = true;
                changed = true;
                continue;
            }
            if (jump.op == Op::JUMP &&
                (there.op == Op::RETURN_NONE || (there.op == Op::RETURN && !is_temporary(there.a)))) {
                int region = jump.region;
                jump = there;
                jump.region = region;
                changed = true;
            }
            break;
        }
        if (jump.target < 0 || !has_sense(jump.op)) continue;
        int over = next_live(i + 1);
        if (over >= size || code_[over].op != Op::JUMP || targeted[over]) continue;
        if (next_live(labels_[jump.target]) != next_live(over + 1)) continue;
        jump.target = code_[over].target;
        jump.a ^= 1;
        code_[over].deleted = true;
        changed = true;
    }
    return changed;
}

bool Emitter::delete_unreachable() {
    int size = static_cast<int>(code_.size());
    std::vector<bool> reached(size);
    std::vector<bool> handler_reached(regions_.size());
    std::vector<int> pending{0};
    while (!pending.empty()) {
        int at = pending.back();
        pending.pop_back();
        for (; at < size && !reached[at]; ++at) {
            reached[at] = true;
            const Instruction& instruction = code_[at];
            if (instruction.deleted) continue;
            if (instruction.target >= 0) pending.push_back(labels_[instruction.target]);
            if (instruction.region >= 0 && !handler_reached[instruction.region] &&
                (op_info(instruction.op).raises || jumps_back(at))) {
                handler_reached[instruction.region] = true;
                pending.push_back(labels_[regions_[instruction.region].handler]);
            }
            if (never_falls_through(instruction.op)) break;
        }
    }
    bool changed = false;
    for (int i = 0; i < size; ++i)
        if (!reached[i] && !code_[i].deleted) changed = code_[i].deleted = true;
    return changed;
}

// Jumps to the next instruction.
bool Emitter::delete_idle_jumps() {
    bool changed = false;
    for (int i = 0; i < static_cast<int>(code_.size()); ++i) {
        Instruction& jump = code_[i];
        if (jump.deleted || jump.op != Op::JUMP || next_live(labels_[jump.target]) != next_live(i + 1)) continue;
        jump.deleted = changed = true;
    }
    return changed;
}

// Forward analysis "certainly bound" over the locals that are checked somewhere. Only what unbinds takes bits away inside a block, so the state
// that a handler sees is the meet of the states at the block's start and behind each unbinding.
void Emitter::delete_needless_checks(int parameters) {
    int size = static_cast<int>(code_.size());
    std::unordered_map<int, int> bit_of; // slot -> bit
    auto checked_slot = [](const Instruction& instruction) {
        if (instruction.op == Op::CHECK_LOCAL) return local_slot(instruction.a);
        if (instruction.op == Op::CHECK_HIGH) return instruction.b;
        return -1;
    };
    for (const Instruction& instruction : code_)
        if (int slot = instruction.deleted ? -1 : checked_slot(instruction); slot >= 0)
            bit_of.try_emplace(slot, static_cast<int>(bit_of.size()));
    if (bit_of.empty()) return;

    // Blocks begin at jump targets, behind jumps and where the exception region changes.
    std::vector<bool> leader(size + 1);
    leader[next_live(0)] = true;
    for (int i = 0; i < size; ++i) {
        if (code_[i].deleted) continue;
        if (code_[i].target >= 0) leader[next_live(labels_[code_[i].target])] = true;
        if (code_[i].target >= 0 || never_falls_through(code_[i].op)) leader[next_live(i + 1)] = true;
        int next = next_live(i + 1);
        if (next < size && code_[next].region != code_[i].region) leader[next] = true;
    }
    for (const Region& region : regions_) leader[next_live(labels_[region.handler])] = true;
    std::vector<int> block_at(size + 1, -1), starts;
    for (int i = 0; i < size; ++i)
        if (leader[i] && !code_[i].deleted) {
            block_at[i] = static_cast<int>(starts.size());
            starts.push_back(i);
        }

    std::size_t words = (bit_of.size() + 63) / 64;
    if (starts.size() * words > (std::size_t(1) << 24)) return; // a monster: its checks stay
    using State = std::vector<std::uint64_t>;
    std::vector<State> in(starts.size()); // empty: not reached yet
    std::deque<int> pending;
    auto meet = [&](int index, const State& state) {
        index = next_live(index);
        if (index >= size) return;
        int block = block_at[index];
        if (in[block].empty()) {
            in[block] = state;
            pending.push_back(block);
            return;
        }
        bool changed = false;
        for (std::size_t w = 0; w < words; ++w) {
            std::uint64_t both = in[block][w] & state[w];
            changed |= both != in[block][w];
            in[block][w] = both;
        }
        if (changed) pending.push_back(block);
    };
    auto set_bit = [&](State& state, int slot, bool bound) {
        auto found = bit_of.find(slot);
        if (found == bit_of.end()) return;
        std::uint64_t mask = std::uint64_t(1) << (found->second & 63);
        if (bound)
            state[found->second >> 6] |= mask;
        else
            state[found->second >> 6] &= ~mask;
    };
    auto is_set = [&](const State& state, int slot) {
        int bit = bit_of.at(slot);
        return (state[bit >> 6] >> (bit & 63) & 1) != 0;
    };

    // Walks a block; when `final`, deletes the checks that cannot fail.
    auto walk = [&](int block, bool final) {
        State state = in[block];
        int at = starts[block];
        if (!final && code_[at].region >= 0) meet(labels_[regions_[code_[at].region].handler], state);
        for (int first = at; at < size; ++at) {
            Instruction& instruction = code_[at];
            if (instruction.deleted) continue;
            if (at != first && leader[at]) {
                if (!final) meet(at, state);
                return;
            }
            const OpInfo& info = op_info(instruction.op);
            if (info.format[1] == 'w' && !is_temporary(instruction.b)) set_bit(state, local_slot(instruction.b), true);
            int written = -1;
            bool bound = true;
            if (int slot = checked_slot(instruction); slot >= 0) {
                if (final && is_set(state, slot)) instruction.deleted = true;
                written = slot;
            } else if (instruction.op == Op::DELETE_LOCAL || instruction.op == Op::UNBIND_LOCAL) {
                written = local_slot(instruction.a);
                bound = false;
            } else if (instruction.op == Op::DELETE_HIGH || instruction.op == Op::STORE_HIGH) {
                written = instruction.b;
                bound = instruction.op == Op::STORE_HIGH;
            } else if (info.format[0] == 'w' && !is_temporary(instruction.a)) {
                written = local_slot(instruction.a);
            }
            if (instruction.target >= 0) {
                // FOR_ITER writes only when it jumps.
                if (written >= 0 && instruction.op == Op::FOR_ITER) {
                    State taken = state;
                    set_bit(taken, written, true);
                    if (!final) meet(labels_[instruction.target], taken);
                    written = -1;
                } else if (!final) {
                    meet(labels_[instruction.target], state);
                }
            }
            if (written >= 0) {
                set_bit(state, written, bound);
                if (!bound && !final && instruction.region >= 0)
                    meet(labels_[regions_[instruction.region].handler], state);
            }
            if (never_falls_through(instruction.op)) return;
        }
    };

    State entry(words);
    for (int slot = 0; slot < parameters; ++slot) set_bit(entry, slot, true);
    meet(0, entry);
    while (!pending.empty()) {
        int block = pending.front();
        pending.pop_front();
        walk(block, false);
    }
    for (std::size_t block = 0; block < starts.size(); ++block)
        if (!in[block].empty()) walk(static_cast<int>(block), true);
}

} // namespace mp
