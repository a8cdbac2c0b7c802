// Bytecode that was tampered with is refused by the verifier, or can be run. An input is a program, changes to make in its code, six bytes each,
// and their number (0 is '\n').
#include <vector>

#include "interp/embed/access.h"
#include "interp/vm/code_object.h"
#include "objects/types/dict.h"
#include "objects/types/module.h"
#include "tests/fuzz/compile_helpers.h"

namespace {

using namespace mp;

void collect(CodeUnit& unit, std::vector<CodeUnit*>& units) {
    units.push_back(&unit);
    for (Constant& constant : unit.constants)
        if (constant.code) collect(*constant.code, units);
}

// What, which unit, where (two bytes), by what (two bytes).
void change(std::vector<CodeUnit*>& units, const std::uint8_t* bytes) {
    CodeUnit& unit = *units[bytes[1] % units.size()];
    const std::size_t at = bytes[2] | std::size_t{bytes[3]} << 8;
    const Word value = bytes[4] | Word{bytes[5]} << 8;
    if (unit.words.empty()) return;
    Word& word = unit.words[at % unit.words.size()];
    switch (bytes[0] % 12) {
    case 0: word = (word & ~Word{0xff}) | (value & 0xff); break;             // another opcode
    case 1: word = (word & ~Word{0xff00}) | (value & 0xff) << 8; break;      // operand A
    case 2: word = (word & ~Word{0xff0000}) | (value & 0xff) << 16; break;   // operand B
    case 3: word = (word & ~Word{0xff000000}) | (value & 0xff) << 24; break; // operand C
    case 4: word ^= Word{1} << (value % 32); break;
    case 5: word += static_cast<Word>(static_cast<std::int16_t>(value)); break; // jumps
    case 6: word = unit.words[value % unit.words.size()]; break;
    case 7: unit.temporaries = value % 140; break;
    case 8:
        if (unit.constants.size() > 1)
            std::swap(unit.constants[at % unit.constants.size()], unit.constants[value % unit.constants.size()]);
        break;
    case 9:
        if (!unit.exceptions.empty()) {
            ExceptionEntry& entry = unit.exceptions[at % unit.exceptions.size()];
            std::uint32_t* const fields[] = {&entry.start, &entry.end, &entry.handler, &entry.depth};
            *fields[value % 4] = value >> 2;
        }
        break;
    case 10:
        unit.words.insert(unit.words.begin() + static_cast<std::ptrdiff_t>(at % unit.words.size()),
                          unit.words[value % unit.words.size()]);
        break;
    default: unit.words.erase(unit.words.begin() + static_cast<std::ptrdiff_t>(at % unit.words.size()));
    }
}

void run(std::shared_ptr<const CodeUnit> unit) {
    minipy::Config config;
    config.limits.steps = 20'000;
    config.limits.memory = std::size_t{64} << 20;
    config.limits.output = std::size_t{1} << 16;
    config.on_stdout = config.on_stderr = [](std::string_view) {};
    minipy::Interpreter interpreter(config);
    Vm& vm = minipy::InterpreterAccess::vm(interpreter);
    const Ref<ModuleObject> main = vm.main_module();
    try {
        const Ref<CodeObject> code = load_code(vm, std::move(unit));
        if (vm.run_code(*code, *main->dict, Value(main->dict)).is_raised()) vm.clear_pending();
    } catch (const std::bad_alloc&) {
        vm.clear_pending();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::size_t changes = (data[size - 1] ^ unsigned{'\n'}) % 8;
    if (size < 1 + 6 * changes) return 0;
    const std::size_t length = size - 1 - 6 * changes;
    fuzz::Parsed parsed;
    fuzz::parse_into(parsed, {reinterpret_cast<const char*>(data), length}, {});
    if (!parsed.tree) return 0;
    std::shared_ptr<CodeUnit> unit = fuzz::compile_parsed(parsed, {});
    if (!unit) return 0;
    for (std::size_t i = 0; i < changes; ++i) {
        std::vector<CodeUnit*> units;
        collect(*unit, units);
        change(units, data + length + 6 * i);
    }
    if (!verify(*unit).empty()) return 0;
    disassemble(*unit);
    run(std::move(unit));
    return 0;
}
