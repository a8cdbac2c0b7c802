#pragma once
// What the fuzzers of the object model share: an input read byte by byte, and an interpreter that outlives inputs.
#include <cstdint>
#include <memory>
#include <new>
#include <string_view>

#include "builtins/modules.h"
#include "interp/embed/frontend.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/module.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"
#include "tests/fuzz/finding.h"

namespace fuzz {

// The bytes of an input; zeros after its end.
class Input {
public:
    Input(const std::uint8_t* data, std::size_t size) noexcept : at_(data), end_(data + size) {}

    bool is_empty() const noexcept { return at_ == end_; }
    std::uint8_t byte() noexcept { return at_ == end_ ? 0 : *at_++; }
    std::int64_t small() noexcept { return static_cast<std::int8_t>(byte()); }
    std::uint64_t bits() noexcept {
        std::uint64_t bits = 0;
        for (int i = 0; i < 8; ++i) bits = bits << 8 | byte();
        return bits;
    }
    std::string_view text(std::size_t size) noexcept {
        size = std::min(size, static_cast<std::size_t>(end_ - at_));
        const std::string_view result(reinterpret_cast<const char*>(at_), size);
        at_ += size;
        return result;
    }
    template <class T, std::size_t N>
    const T& of(const T (&choices)[N]) noexcept {
        return choices[byte() % N];
    }

private:
    const std::uint8_t* at_;
    const std::uint8_t* end_;
};

// An interpreter whose parts a fuzzer reaches directly.
class Machine {
public:
    Machine() {
        using namespace mp;
        vm.set_frontend(make_frontend());
        vm.set_module_provider(make_module_provider());
        vm.modules = make_dict(vm).release();
        auto builtins = make_builtin_module(vm, *find_builtin_module("builtins"));
        if (builtins.is_raised()) finding("no builtins");
        vm.builtins_module = builtins.take().release();
        vm.builtins_dict = vm.builtins_module->dict;
        vm.original_import = dict_get_str(*vm.builtins_dict, *vm.names().dunder_import);
        dict_set_str(vm, *vm.modules, *vm.names().builtins, mp::Owned::share(vm.builtins_module));
    }

    void exec(std::string_view source) {
        mp::Ref<mp::ModuleObject> main = vm.main_module();
        if (vm.exec(source, "prelude", mp::CompileMode::exec, *main->dict, mp::Value(main->dict)).is_raised())
            finding("the prelude fails");
    }
    // A global of the prelude, borrowed.
    mp::Value global(const char* name) {
        const mp::Value value = dict_get_text(vm, *vm.main_module()->dict, name);
        if (value.is_unbound()) finding(name);
        return value;
    }

    mp::Vm vm;
};

// The session that plays the next input. A new one now and then: what the last one leaked is reported at its end.
template <class Session>
Session& session_of_now() {
    static std::unique_ptr<Session> session;
    static unsigned calls = 0;
    if (!session || ++calls % 100'000 == 0) {
        session.reset();
        session = std::make_unique<Session>();
    }
    return *session;
}

// Runs `action` (Result<T> or void), which may fail in every way that Python code can see. Unbound when it did.
template <class F>
mp::Owned attempt(mp::Vm& vm, F&& action) {
    try {
        mp::Result<mp::Owned> result = action();
        if (!result.is_raised()) {
            if (vm.has_pending()) finding("an exception is pending after a success");
            return result.take();
        }
        if (!vm.has_pending()) finding("raised without an exception");
        vm.clear_pending();
    } catch (const std::bad_alloc&) {
        vm.clear_pending();
    }
    return mp::Owned();
}

} // namespace fuzz
