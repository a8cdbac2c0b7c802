#include "interp/embed/enum_record.h"
#include "objects/core/attribute.h"
#include "objects/protocol/protocol.h"
#include "objects/types/list.h"
#include "objects/types/module.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace minipy::detail {

namespace {

EnumRecord* find_enum(Core& core, const std::type_info& type) noexcept {
    const auto found = core.enums.find(type);
    return found == core.enums.end() ? nullptr : found->second.get();
}

// Enum(name, [(member, value), …], module=…)
mp::Result<mp::Owned> make_enum(Core& core, Word module, const char* name, EnumKind kind,
                                std::span<const EnumMember> members) {
    mp::Vm& vm = *core.vm;
    const mp::Owned enums = TRY(vm.import_full("enum"));
    const char* const base_name = kind == EnumKind::plain ? "Enum" : kind == EnumKind::integer ? "IntEnum" : "IntFlag";
    const mp::Owned base = TRY(mp::get_attribute(vm, enums, *vm.intern(base_name)));
    auto pairs = mp::make_list(vm);
    for (const EnumMember& member : members) {
        const mp::Owned value = mp::make_int(vm, member.value);
        mp::list_append(vm, *pairs, mp::Owned(mp::tuple_of(vm, mp::Value(vm.intern(member.name).get()), value.get())));
    }
    const mp::Owned module_name = TRY(mp::get_attribute(vm, value_of(module), *vm.names().dunder_name));
    const auto class_name = vm.intern(name);
    const auto keywords = mp::tuple_of(vm, mp::Value(vm.intern("module").get()));
    mp::Value arguments[] = {mp::Value(class_name), mp::Value(pairs), module_name};
    return mp::call(vm, base, mp::Args{arguments, 3, keywords.get()});
}

} // namespace

Word add_enum(Core& core, Word module, const char* name, const std::type_info& type, EnumKind kind,
              std::span<const EnumMember> members, const char* doc) {
    mp::Vm& vm = core.running();
    if (find_enum(core, type))
        throw Error("TypeError", "the C++ type " + type_text(nullptr, type) + " is bound already");
    auto record = std::make_unique<EnumRecord>(EnumRecord{name, kind, {}, {}});
    const Word made = guarded(core, [&]() -> mp::Result<mp::Owned> {
        record->python = TRY(make_enum(core, module, name, kind, members));
        if (doc) TRY(mp::set_attribute(vm, record->python, *vm.names().dunder_doc, mp::make_str(vm, doc)));
        for (const EnumMember& member : members)
            record->members.emplace_back(member.value,
                                         TRY(mp::get_attribute(vm, record->python, *vm.intern(member.name))));
        TRY(mp::set_attribute(vm, value_of(module), *vm.intern(name), record->python));
        return record->python;
    });
    if (made == raised_word) throw_pending(core);
    core.enums.emplace(type, std::move(record));
    return made;
}

bool load_enum(Core& core, Word word, Mode mode, const std::type_info& type, std::int64_t& out) noexcept {
    EnumRecord* record = find_enum(core, type);
    if (!record) return false;
    const mp::Value value = value_of(word);
    for (const auto& [number, member] : record->members)
        if (member.get().is(value)) {
            out = number;
            return true;
        }
    mp::Vm& vm = *core.vm;
    const bool instance = mp::is_subtype(&vm.type_of(value), static_cast<mp::Type*>(record->python.get().object()));
    if (instance) { // a combination of flags
        const Word number = guarded(core, [&] { return mp::get_attribute(vm, value, *vm.names().value); });
        if (number == raised_word) return false;
        const Held held(number);
        return load_signed(core, number, Mode::exact, INT64_MIN, INT64_MAX, out);
    }
    if (mode == Mode::exact || record->kind == EnumKind::plain || !mp::is_any_int(value)) return false;
    // An int that is one of its values: the class raises ValueError for others.
    const Word made = guarded(core, [&] { return mp::call(vm, record->python, value); });
    if (made == raised_word) return false;
    const Held held(made);
    return load_signed(core, word, Mode::convert, INT64_MIN, INT64_MAX, out);
}

Word store_enum(Core& core, const std::type_info& type, std::int64_t value) noexcept {
    EnumRecord* record = find_enum(core, type);
    if (!record)
        return guarded(core, [&]() -> mp::Result<mp::Owned> {
            return mp::raise_text(*core.vm, mp::TypeId::TypeError,
                                  "the C++ type " + type_text(nullptr, type) +
                                      " is not bound: bind it with enum_<>, or specialise minipy::Convert");
        });
    for (const auto& [number, member] : record->members)
        if (number == value) {
            mp::retain(member.get());
            return member.get().word();
        }
    return guarded(core, [&]() -> mp::Result<mp::Owned> {
        const mp::Owned number = mp::make_int(*core.vm, value);
        return mp::call(*core.vm, record->python, number);
    });
}

const std::string* bound_enum_name(Core& core, const std::type_info& type) noexcept {
    const EnumRecord* record = find_enum(core, type);
    return record ? &record->name : nullptr;
}

} // namespace minipy::detail
