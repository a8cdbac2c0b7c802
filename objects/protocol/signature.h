#pragma once
// Signatures of natives, parsed from their text once per interpreter.
#include <array>
#include <memory>
#include <unordered_map>
#include <vector>

#include "objects/core/runtime.h"
#include "objects/types/str.h"

namespace mp {

struct Signature {
    std::vector<Ref<StrObject>> names; // interned, in signature order
    std::vector<bool> required;
    std::uint32_t positional_only = 0;
    std::uint32_t positional = 0;     // parameters that may be given by position
    std::uint32_t min_positional = 0; // of these, required ones at the front
    bool variadic = false;            // *args or **kwargs: the native gets what was passed
    std::uint32_t min_given = 0;      // so many by position and no required one is missing
    std::uint32_t count() const noexcept { return static_cast<std::uint32_t>(names.size()); }
};

class SignatureCache {
public:
    const Signature& get(Runtime& rt, const NativeDef& def) {
        auto& recent = recent_[(reinterpret_cast<std::uintptr_t>(&def) >> 4) % recent_.size()];
        if (recent.def != &def) recent = {&def, find(rt, def)};
        return *recent.signature;
    }
    void clear() noexcept {
        recent_.fill({});
        all_.clear();
    }

private:
    struct Recent {
        const NativeDef* def = nullptr;
        const Signature* signature = nullptr;
    };
    const Signature* find(Runtime& rt, const NativeDef& def);
    std::array<Recent, 256> recent_;
    std::unordered_map<const NativeDef*, std::unique_ptr<Signature>> all_;
};

} // namespace mp
