#pragma once
// Stops repr() of structures that contain themselves: "[...]". A scope of NativeScope's kind: it also counts one level of native recursion.
#include "objects/core/runtime.h"

namespace mp {

//   ReprScope guard(rt, self);
//   if (guard.raised()) return raised;          // too deep
//   if (guard.seen()) return make_str(rt, "[...]");
class ReprScope {
public:
    ReprScope(Runtime& rt, Object* object) : rt_(rt), native_(rt) {
        if (!native_) return;
        for (Object* active : rt.in_repr)
            if (active == object) {
                seen_ = true;
                return;
            }
        rt.in_repr.push_back(object);
        pushed_ = true;
    }
    ReprScope(Runtime& rt, Value value) : ReprScope(rt, value.object()) {}
    ~ReprScope() {
        if (pushed_) rt_.in_repr.pop_back();
    }
    ReprScope(const ReprScope&) = delete;
    bool raised() const noexcept { return !static_cast<bool>(native_); }
    bool seen() const noexcept { return seen_; }

private:
    Runtime& rt_;
    NativeScope native_;
    bool seen_ = false;
    bool pushed_ = false;
};

} // namespace mp
