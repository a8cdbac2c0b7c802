#pragma once
// Where modules come from that are not files: the built-in and frozen ones, and the host's.
#include <map>

#include "interp/embed/core.h"
#include "objects/types/module.h"

namespace minipy::detail {

struct HostModules final : mp::ModuleProvider {
    explicit HostModules(Core& core) noexcept : core(core) {}
    mp::Result<mp::Owned> make_module(mp::Vm& vm, mp::StrObject& name) override;
    bool frozen_source(std::string_view name, std::string_view& source, bool& is_package) override;
    void clear() noexcept {
        made.clear();
        hook = nullptr;
    }

    Core& core;
    struct Source {
        std::string text;
        bool is_package;
    };
    std::map<std::string, mp::Ref<mp::ModuleObject>, std::less<>> made; // by Interpreter::module()
    std::map<std::string, Source, std::less<>> sources;
    std::function<std::optional<Interpreter::ModuleSource>(std::string_view)> hook;
};

} // namespace minipy::detail
