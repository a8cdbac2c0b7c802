#pragma once
// How bound functions are called.
#include "interp/embed/core.h"
#include "objects/types/exception.h"

namespace minipy::detail {

// The call slot of bound functions.
mp::Result<mp::Owned> call_host_function(mp::Runtime& rt, mp::Value callee, mp::Args args);

// Keeps the pending exception from code that runs while something is taken apart.
class PendingKept {
public:
    explicit PendingKept(mp::Runtime& rt) noexcept : rt_(rt) {
        if (rt.has_pending()) pending_ = rt.take_pending();
    }
    ~PendingKept() {
        if (rt_.has_pending()) rt_.clear_pending();
        if (pending_) rt_.set_pending(mp::Ref<mp::ExceptionObject>::adopt(pending_.release()));
    }
    PendingKept(const PendingKept&) = delete;

private:
    mp::Runtime& rt_;
    mp::OptRef<mp::ExceptionObject> pending_;
};

} // namespace minipy::detail
