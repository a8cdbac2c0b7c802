#include "interp/vm/suggestions.h"

#include <algorithm>
#include <array>
#include <vector>

#include "objects/core/attribute.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/list.h"
#include "objects/types/str.h"

namespace mp {

namespace {

// Edit distance where a move costs 2 and a change of case 1; gives more than `limit` as soon as it must exceed it. The figures are CPython's.
constexpr std::size_t move_cost = 2, case_cost = 1, longest_name = 40, most_candidates = 750;

std::size_t substitution_cost(char a, char b) noexcept {
    if (a == b) return 0;
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return lower(a) == lower(b) ? case_cost : move_cost;
}

std::size_t distance(std::string_view a, std::string_view b, std::size_t limit) {
    while (!a.empty() && !b.empty() && a.front() == b.front()) a.remove_prefix(1), b.remove_prefix(1);
    while (!a.empty() && !b.empty() && a.back() == b.back()) a.remove_suffix(1), b.remove_suffix(1);
    if (a.empty() || b.empty()) return move_cost * (a.size() + b.size());
    if (a.size() > longest_name || b.size() > longest_name) return limit + 1;
    if (b.size() < a.size()) std::swap(a, b);
    if ((b.size() - a.size()) * move_cost > limit) return limit + 1;
    std::array<std::size_t, longest_name> row{};
    for (std::size_t i = 0; i < a.size(); ++i) row[i] = move_cost * (i + 1);
    std::size_t result = 0;
    for (std::size_t j = 0; j < b.size(); ++j) {
        std::size_t diagonal = result = j * move_cost;
        std::size_t smallest = SIZE_MAX;
        for (std::size_t i = 0; i < a.size(); ++i) {
            const std::size_t substitute = diagonal + substitution_cost(b[j], a[i]);
            diagonal = row[i];
            result = std::min(substitute, std::min(result, diagonal) + move_cost);
            row[i] = result;
            smallest = std::min(smallest, result);
        }
        if (smallest > limit) return limit + 1;
    }
    return result;
}

std::string closest(const std::vector<std::string>& names, const std::string& wrong) {
    if (names.size() >= most_candidates || wrong.size() > longest_name) return "";
    std::string best;
    std::size_t best_distance = wrong.size() + move_cost * longest_name;
    for (const std::string& name : names) {
        if (name == wrong) continue;
        const std::size_t limit =
            std::min((name.size() + wrong.size() + 3) * move_cost / 6, best_distance ? best_distance - 1 : 0);
        const std::size_t current = distance(wrong, name, limit);
        if (current > limit) continue;
        if (best.empty() || current < best_distance) {
            best = name;
            best_distance = current;
        }
    }
    return best;
}

void add_keys(DictObject& dict, std::vector<std::string>& names) {
    std::uint32_t position = 0;
    Value key, value;
    while (dict_next(dict, position, key, value))
        if (is_str(key)) names.push_back(to_utf8(*static_cast<StrObject*>(key.object())));
}
void sort_unique(std::vector<std::string>& names) {
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
}

Result<std::vector<std::string>> names_of(Vm& vm, Value object, const std::string& wrong) {
    const Value dir = dict_get_text(vm, *vm.builtins_dict, "dir");
    Owned listed = TRY(call(vm, dir, object));
    std::vector<std::string> names;
    TRY(for_each(vm, listed, [&](Value item) -> Result<void> {
        if (is_str(item)) names.push_back(to_utf8(*static_cast<StrObject*>(item.object())));
        return ok;
    }));
    if (wrong.empty() || wrong.front() != '_')
        std::erase_if(names, [](const std::string& name) { return !name.empty() && name.front() == '_'; });
    sort_unique(names);
    return names;
}

bool is_standard_module(Vm& vm, const std::string& name) {
    static constexpr std::string_view known[] = {
        "abc",       "array",       "asyncio",    "base64",  "binascii",   "bisect",      "builtins", "cmath",
        "codecs",    "collections", "contextlib", "copy",    "csv",        "dataclasses", "datetime", "decimal",
        "enum",      "fractions",   "functools",  "gc",      "hashlib",    "heapq",       "inspect",  "io",
        "itertools", "json",        "keyword",    "logging", "math",       "mmap",        "numbers",  "operator",
        "os",        "pathlib",     "pickle",     "pprint",  "random",     "re",          "shutil",   "signal",
        "socket",    "statistics",  "string",     "struct",  "subprocess", "sys",         "tempfile", "textwrap",
        "threading", "time",        "traceback",  "types",   "typing",     "unittest",    "uuid",     "warnings",
        "weakref",   "zlib"};
    (void)vm;
    return std::find(std::begin(known), std::end(known), name) != std::end(known);
}

} // namespace

std::string suggestion_text(Vm& vm, ExceptionObject& exception) {
    const auto text_of = [](Value value) {
        return is_str(value) ? to_utf8(*static_cast<StrObject*>(value.object())) : std::string();
    };
    std::vector<std::string> names;
    std::string wrong;
    bool name_error = false;
    if (is_subtype(exception.type(), &vm.type(TypeId::AttributeError))) {
        auto& error = static_cast<AttributeErrorObject&>(exception);
        wrong = text_of(error.name);
        if (wrong.empty() || error.obj.is_unbound() || error.obj.is_none()) return "";
        auto found = names_of(vm, error.obj, wrong);
        if (found.is_raised()) {
            vm.clear_pending();
            return "";
        }
        names = found.take();
    } else if (is_subtype(exception.type(), &vm.type(TypeId::ImportError))) {
        auto& error = static_cast<ImportErrorObject&>(exception);
        wrong = text_of(error.name_from);
        const Value module = dict_get_text(vm, *vm.modules, text_of(error.name));
        if (wrong.empty() || module.is_unbound()) return "";
        auto found = names_of(vm, module, wrong);
        if (found.is_raised()) {
            vm.clear_pending();
            return "";
        }
        names = found.take();
    } else if (is_subtype(exception.type(), &vm.type(TypeId::NameError))) {
        name_error = true;
        wrong = text_of(static_cast<NameErrorObject&>(exception).name);
        if (wrong.empty() || !exception.traceback) return "";
        if (const Value self = static_cast<NameErrorObject&>(exception).receiver; !self.is_unbound()) {
            auto attribute = get_optional_attribute(vm, self, *vm.intern(wrong));
            if (attribute.is_raised())
                vm.clear_pending();
            else if (!attribute.take().is_unbound())
                return ". Did you mean: 'self." + wrong + "'?";
        }
        const TracebackObject* last = exception.traceback;
        while (last->next) last = last->next;
        const CodeUnit& unit = *static_cast<CodeObject*>(last->code)->unit;
        names = unit.local_names;
        add_keys(*last->globals, names);
        add_keys(*vm.builtins_dict, names);
        std::erase_if(names, [](const std::string& name) { return name.empty() || name.front() == '.'; });
        sort_unique(names);
    } else
        return "";
    const std::string best = closest(names, wrong);
    const bool import_forgotten = name_error && is_standard_module(vm, wrong);
    if (best.empty()) return import_forgotten ? ". Did you forget to import '" + wrong + "'?" : "";
    return ". Did you mean: '" + best + "'?" +
           (import_forgotten ? " Or did you forget to import '" + wrong + "'?" : "");
}

} // namespace mp
