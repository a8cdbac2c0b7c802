// An interpreter's beginning and end.
#include "interp/embed/core.h"

#include <algorithm>

#include "builtins/modules.h"
#include "interp/embed/class_record.h"
#include "interp/embed/enum_record.h"
#include "interp/embed/frontend.h"
#include "interp/embed/grants.h"
#include "interp/embed/modules.h"
#include "interp/embed/system_text.h"
#include "objects/core/attribute.h"
#include "objects/core/gc.h"
#include "objects/types/dict.h"
#include "objects/types/list.h"
#include "objects/types/module.h"
#include "objects/types/str.h"

namespace minipy::detail {

namespace {

mp::Result<void> set_up(mp::Vm& vm, const Config& config) {
    mp::Ref<mp::ModuleObject> builtins = TRY(mp::make_builtin_module(vm, *mp::find_builtin_module("builtins")));
    vm.builtins_module = mp::Ref<mp::ModuleObject>(builtins).release();
    vm.builtins_dict = builtins->dict;
    vm.original_import = mp::dict_get_str(*builtins->dict, *vm.names().dunder_import);
    mp::dict_set_str(vm, *vm.modules, *vm.names().builtins, builtins);
    mp::Owned sys = TRY(vm.import_full("sys"));
    mp::Ref<mp::ListObject> argv = mp::make_list(vm);
    for (const std::string& argument : config.argv) mp::list_append(vm, *argv, mp::system_text(vm, argument));
    mp::Ref<mp::ListObject> path = mp::make_list(vm);
    for (const std::string& folder : config.path) mp::list_append(vm, *path, mp::system_text(vm, folder));
    auto& module = *static_cast<mp::ModuleObject*>(sys.get().object());
    mp::module_add(vm, module, "argv", argv);
    mp::module_add(vm, module, "path", path);
    return mp::ok;
}

} // namespace

Core::Core(const Limits& limits)
    : vm(std::make_unique<mp::Vm>(recursion_cap(limits))), view(Interpreter::Borrowed{}, *this) {
    vm->set_frontend(mp::make_frontend());
    auto provider = std::make_unique<HostModules>(*this);
    modules = provider.get();
    vm->set_module_provider(std::move(provider));
    vm->modules = mp::make_dict(*vm).release();
}

void Core::start(const Config& config) {
    if (const std::string wrong = apply_config(*vm, config); !wrong.empty()) throw Error("OSError", wrong);
    if (set_up(*vm, config).is_raised()) throw_pending(*this);
    base_memory = vm->heap().used();
    limit_memory(config.limits.memory);
}

Core::~Core() = default;

void Core::limit_memory(std::size_t bytes) noexcept {
    vm->heap().set_limit(bytes ? base_memory + std::min(bytes, SIZE_MAX - base_memory) : SIZE_MAX);
}

// What the host's handles refer to and what scripts left behind die first, while finalisers can still call the host's functions; then the records; then the rest.
void Core::close() noexcept {
    if (vm->has_pending()) vm->clear_pending();
    finish_scripts();
    closing = true;
    for (auto& chunk : chunks)
        for (std::size_t i = 0; i < chunk_size; ++i) chunk[i].running = nullptr;
    exceptions.clear();
    enums.clear();
    for (auto& [type, record] : classes) record->python = {};
    types.reset();
    names.clear();
    modules->clear();
    delete vm.get();
    static_cast<void>(vm.release());
    // What finalisers still made went with the heap.
    for (auto& chunk : chunks)
        for (std::size_t i = 0; i < chunk_size; ++i)
            if (chunk[i].core) chunk[i].word = none_word;
    classes.clear();
    instances.reset();
    closing = false;
    if (live_handles == 0) delete this;
}

void Core::finish_scripts() noexcept {
    const mp::RunScope finalisers(*vm); // all of them are one run
    detach_tasks(*this);
    constexpr int most_rounds = 10; // finalisers may make Values again
    const auto holds_object = [](const Handle& handle) { return handle.core && value_of(handle.word).is_object(); };
    for (int round = 0; round < most_rounds; ++round) {
        for (std::size_t c = 0; c < chunks.size(); ++c) // releasing may run a finaliser that makes a chunk
            for (std::size_t i = 0; i < chunk_size; ++i)
                if (Handle& handle = chunks[c][i]; holds_object(handle)) release(std::exchange(handle.word, none_word));
        for (Buffer::State* pin : std::vector(pins)) detach_pin(pin);
        mp::dict_delete_str(*vm, *vm->modules, *vm->names().dunder_main);
        vm->collector().collect();
        const bool any = std::any_of(chunks.begin(), chunks.end(), [&](const auto& chunk) {
            return std::any_of(&chunk[0], &chunk[0] + chunk_size, holds_object);
        });
        if (!any && pins.empty()) break;
    }
}

} // namespace minipy::detail
