#include "interp/embed/grants.h"

#include <cerrno>
#include <system_error>

#include "interp/vm/host.h"

namespace minipy {

std::uint32_t recursion_cap(const Limits& limits) noexcept {
    return limits.recursion ? limits.recursion : mp::Vm::most_recursion;
}

mp::RunLimits run_limits(const Limits& limits) noexcept { return {limits.steps, limits.wall.count(), limits.output}; }

std::string apply_config(mp::Vm& vm, const Config& config) {
    vm.set_limits(run_limits(config.limits));
    if (config.limits.recursion) vm.set_recursion_limit(config.limits.recursion);
    mp::Host& host = vm.host();
    const Grants& grants = config.grants;
    host.standard_input = grants.standard_input;
    host.standard_output = grants.standard_output;
    host.process_environment = grants.process_environment;
    host.environment = grants.environment;
    host.exit = grants.exit;
    host.clock = grants.clock;
    host.randomness = grants.randomness;
    host.imports = grants.imports;
    host.on_stdout = config.on_stdout;
    host.on_stderr = config.on_stderr;
    if (grants.all_files) {
        host.files.grant_all();
        return "";
    }
    for (const Mount& mount : grants.files)
        if (!host.files.mount(mount.host, mount.at.empty() ? mount.host : mount.at, mount.writable))
            return "cannot mount '" + mount.host + "': " + std::generic_category().message(errno);
    return "";
}

} // namespace minipy
