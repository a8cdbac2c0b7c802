#include "interp/scope/scope.h"

#include <cassert>

#include "interp/support/platform/stack.h"

namespace mp {

namespace {
constexpr std::size_t glance = 10;
}

Scope::Scope(ScopeKind kind, std::string_view name, Span span, Scope* parent)
    : kind(kind), name(name), span(span), parent(parent) {}

const Symbol* Scope::find(std::string_view mangled) const noexcept {
    if (index_.empty()) {
        for (const Symbol& symbol : symbols_)
            if (symbol.name == mangled) return &symbol;
        return nullptr;
    }
    auto found = index_.find(mangled);
    return found == index_.end() ? nullptr : &symbols_[found->second];
}

Symbol* Scope::find(std::string_view mangled) noexcept {
    return const_cast<Symbol*>(static_cast<const Scope*>(this)->find(mangled));
}

Symbol& Scope::declare(std::string_view mangled) {
    if (Symbol* found = find(mangled)) return *found;
    symbols_.push_back({mangled});
    if (symbols_.size() > glance) {
        if (index_.empty())
            for (std::uint32_t i = 0; i < symbols_.size(); ++i) index_.emplace(symbols_[i].name, i);
        else
            index_.emplace(mangled, static_cast<std::uint32_t>(symbols_.size() - 1));
    }
    return symbols_.back();
}

bool NestingLimit::is_stack_low() noexcept {
    // Between two checks a walker, and what it calls, may use this much.
    constexpr std::uintptr_t reserve = std::uintptr_t(96) << 10;
    if (!asked_) {
        if (stack_low_ == 0) stack_low_ = platform::current_stack().low;
        stack_low_ += reserve;
        asked_ = true;
    }
    return reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0)) <= stack_low_;
}

std::string_view NameMangler::mangle(std::string_view private_class, std::string_view name) {
    if (private_class.empty() || !name.starts_with("__")) return name;
    // Dunder names and dotted names (imports) are left alone.
    if (name.ends_with("__") || name.find('.') != name.npos) return name;
    std::size_t start = private_class.find_first_not_of('_');
    if (start == private_class.npos) return name;
    std::string mangled = "_";
    mangled += private_class.substr(start);
    mangled += name;
    return *names_.insert(std::move(mangled)).first;
}

Scope& ScopeTree::of(const ast::Node& node, Role role) const {
    auto found = by_node_.find(Key{&node, role});
    assert(found != by_node_.end());
    return *found->second;
}

} // namespace mp
