#pragma once
// C++ enumerations as Python enumerations.
//
//   host.enum_<Colour>("Colour", {{"RED", Colour::red}, {"BLUE", Colour::blue}});
//   host.enum_<Access>("Access", {{"READ", Access::read}, {"WRITE", Access::write}}, minipy::flags);      // members combine with |
//
// The classes are enum.Enum (scoped enumerations), enum.IntEnum (unscoped ones) and enum.IntFlag. Parameters take members; unscoped and flag ones also ints, in their range of
// values. A C++ value without a member is a ValueError, unless it is a combination of flags.
#include <initializer_list>

#include "minipy/module.hpp"

namespace minipy {

struct FlagsMark {};
inline constexpr FlagsMark flags{};

namespace detail {

enum class EnumKind { plain, integer, flags };
struct EnumMember {
    const char* name;
    std::int64_t value;
};
MINIPY_API Word add_enum(Core& core, Word module, const char* name, const std::type_info& type, EnumKind kind,
                         std::span<const EnumMember> members, const char* doc);
MINIPY_API bool load_enum(Core& core, Word word, Mode mode, const std::type_info& type, std::int64_t& out) noexcept;
MINIPY_API Word store_enum(Core& core, const std::type_info& type, std::int64_t value) noexcept;

template <class E>
requires std::is_enum_v<E> &&(!HasConvert<E>)&&(!std::is_same_v<E, std::byte>)struct Caster<E> : ValueCaster<E> {
    bool load(Core& core, Word word, Mode mode) noexcept {
        std::int64_t number;
        if (!load_enum(core, word, mode, typeid(E), number)) return false;
        this->value = static_cast<E>(number);
        return true;
    }
    static Word store(Core& core, E value) noexcept {
        return store_enum(core, typeid(E), static_cast<std::int64_t>(value));
    }
    static std::string name(Core* core) { return type_text(core, typeid(E)); }
};

template <class E>
Value bind_enum(Module& module, const char* name, std::initializer_list<std::pair<const char*, E>> members,
                EnumKind kind, const char* doc) {
    static_assert(std::is_enum_v<E>, "minipy: enum_<E>: E is an enumeration");
    std::vector<EnumMember> list;
    for (const auto& [member, value] : members) list.push_back({member, static_cast<std::int64_t>(value)});
    return Value::adopt(module.core(), add_enum(module.core(), module.word(), name, typeid(E), kind, list, doc));
}

} // namespace detail

template <class E>
Value Module::enum_(const char* name, std::initializer_list<std::pair<const char*, E>> members, const char* doc) {
    return detail::bind_enum(*this, name, members,
                             std::is_convertible_v<E, int> ? detail::EnumKind::integer : detail::EnumKind::plain, doc);
}

template <class E>
Value Module::enum_(const char* name, std::initializer_list<std::pair<const char*, E>> members, FlagsMark,
                    const char* doc) {
    return detail::bind_enum(*this, name, members, detail::EnumKind::flags, doc);
}

} // namespace minipy
