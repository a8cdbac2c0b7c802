// The C interface: configurations, interpreters, errors.
#include <new>

#include "interp/embed/c_api.h"

using namespace minipy::c_api;

namespace {

// Configurations have no interpreter to tell why: all that can go wrong is memory.
template <class Body>
minipy_status configure(minipy_config* config, Body&& body) noexcept {
    if (!config) return MINIPY_RAISED;
    try {
        body(config->config);
        return MINIPY_OK;
    } catch (...) {
        return MINIPY_RAISED;
    }
}

} // namespace

const char* minipy_version(void) { return MINIPY_VERSION; }

// ---- configurations

minipy_config* minipy_config_new(void) { return new (std::nothrow) minipy_config; }
void minipy_config_free(minipy_config* config) { delete config; }

void minipy_config_set_steps(minipy_config* config, uint64_t steps) {
    configure(config, [&](minipy::Config& it) { it.limits.steps = steps; });
}
void minipy_config_set_wall_time(minipy_config* config, uint64_t nanoseconds) {
    constexpr uint64_t most = INT64_MAX;
    configure(config, [&](minipy::Config& it) {
        it.limits.wall = std::chrono::nanoseconds(static_cast<int64_t>(nanoseconds < most ? nanoseconds : most));
    });
}
void minipy_config_set_memory(minipy_config* config, size_t bytes) {
    configure(config, [&](minipy::Config& it) { it.limits.memory = bytes; });
}
void minipy_config_set_recursion(minipy_config* config, unsigned frames) {
    configure(config, [&](minipy::Config& it) { it.limits.recursion = frames; });
}
void minipy_config_set_output(minipy_config* config, size_t bytes) {
    configure(config, [&](minipy::Config& it) { it.limits.output = bytes; });
}
minipy_status minipy_config_add_argument(minipy_config* config, const char* text) {
    return configure(config, [&](minipy::Config& it) { it.argv.emplace_back(text); });
}
minipy_status minipy_config_add_path(minipy_config* config, const char* folder) {
    return configure(config, [&](minipy::Config& it) { it.path.emplace_back(folder); });
}
void minipy_config_grant_all(minipy_config* config) {
    configure(config, [&](minipy::Config& it) { it.grants = minipy::Grants::all(); });
}
void minipy_config_set_grants(minipy_config* config, unsigned grants) {
    configure(config, [&](minipy::Config& it) {
        const auto granted = [&](minipy_grant grant) { return (grants & grant) != 0; };
        it.grants.standard_output = granted(MINIPY_GRANT_STANDARD_OUTPUT);
        it.grants.standard_input = granted(MINIPY_GRANT_STANDARD_INPUT);
        it.grants.process_environment = granted(MINIPY_GRANT_ENVIRONMENT);
        it.grants.exit = granted(MINIPY_GRANT_EXIT);
        it.grants.clock = granted(MINIPY_GRANT_CLOCK);
        it.grants.randomness = granted(MINIPY_GRANT_RANDOMNESS);
        it.grants.all_files = granted(MINIPY_GRANT_ALL_FILES);
    });
}
minipy_status minipy_config_add_mount(minipy_config* config, const char* folder, const char* at, int writable) {
    return configure(config, [&](minipy::Config& it) {
        it.grants.files.push_back({.host = folder, .at = at ? at : "", .writable = writable != 0});
    });
}
minipy_status minipy_config_add_import(minipy_config* config, const char* module) {
    return configure(config, [&](minipy::Config& it) {
        if (!it.grants.imports) it.grants.imports.emplace();
        it.grants.imports->emplace_back(module);
    });
}
void minipy_config_on_output(minipy_config* config, minipy_output output, void* data) {
    configure(config, [&](minipy::Config& it) {
        if (!output) {
            it.on_stdout = it.on_stderr = nullptr;
            return;
        }
        it.on_stdout = [=](std::string_view text) { output(data, 1, text.data(), text.size()); };
        it.on_stderr = [=](std::string_view text) { output(data, 2, text.data(), text.size()); };
    });
}

// ---- interpreters

minipy_interpreter* minipy_new(const minipy_config* config) {
    try {
        return new minipy_interpreter(config ? config->config : minipy::Config());
    } catch (...) {
        return nullptr;
    }
}
void minipy_free(minipy_interpreter* py) { delete py; }

minipy_status minipy_exec(minipy_interpreter* py, const char* source, const char* filename) {
    return status_of(py->slot, [&] { py->py.exec(source, filename ? filename : "<string>"); });
}
minipy_value* minipy_eval(minipy_interpreter* py, const char* expression) {
    return value_of(py->slot, [&] { return py->py.eval(expression); });
}
minipy_value* minipy_import(minipy_interpreter* py, const char* module) {
    return value_of(py->slot, [&] { return py->py.import(module); });
}
minipy_value* minipy_get_global(minipy_interpreter* py, const char* name) {
    return value_of(py->slot, [&]() -> minipy::Value {
        minipy::Value globals = py->py.globals();
        if (!globals.contains(name))
            throw minipy::Error("NameError", "name '" + std::string(name) + "' is not defined");
        return globals[name].value();
    });
}
minipy_status minipy_set_global(minipy_interpreter* py, const char* name, const minipy_value* value) {
    if (!value) return MINIPY_RAISED;
    return status_of(py->slot, [&] { py->py[name] = value->value; });
}
minipy_status minipy_set_in_module(minipy_interpreter* py, const char* module, const char* name,
                                   const minipy_value* value) {
    if (!value) return MINIPY_RAISED;
    return status_of(py->slot, [&] { py->py.module(module).set_attr(name, value->value); });
}
minipy_status minipy_add_module_source(minipy_interpreter* py, const char* module, const char* source) {
    return status_of(py->slot, [&] { py->py.add_module_source(module, source); });
}

void minipy_stop(minipy_interpreter* py) { py->stop.stop(); }
void minipy_interrupt(minipy_interpreter* py) { py->stop.interrupt(); }

// ---- errors

const minipy_exception* minipy_error(const minipy_interpreter* py) {
    return py->slot->error ? &*py->slot->error : nullptr;
}
const char* minipy_error_type(const minipy_exception* error) { return error ? error->error.type().c_str() : ""; }
const char* minipy_error_message(const minipy_exception* error) { return error ? error->error.message().c_str() : ""; }
const char* minipy_error_traceback(const minipy_exception* error) { return error ? error->error.what() : ""; }
int minipy_error_is(const minipy_exception* error, const char* type) { return error && error->error.is(type); }
int minipy_error_is_stop(const minipy_exception* error) { return error && error->is_stop; }
size_t minipy_error_frame_count(const minipy_exception* error) { return error ? error->error.frames().size() : 0; }
const char* minipy_error_frame_file(const minipy_exception* error, size_t index) {
    return index < minipy_error_frame_count(error) ? error->error.frames()[index].file.c_str() : nullptr;
}
const char* minipy_error_frame_function(const minipy_exception* error, size_t index) {
    return index < minipy_error_frame_count(error) ? error->error.frames()[index].function.c_str() : nullptr;
}
unsigned minipy_error_frame_line(const minipy_exception* error, size_t index) {
    return index < minipy_error_frame_count(error) ? error->error.frames()[index].line : 0;
}
