# cmake -D FOLDER=builtins/frozen -D OUTPUT=frozen_modules.cpp -P EmbedFrozen.cmake
#
# Writes find_frozen_module() over the Python sources below FOLDER: `a.py` is the module a, `a/__init__.py` the package a, `a/b.py` its module b.
file(GLOB_RECURSE sources RELATIVE "${FOLDER}" "${FOLDER}/*.py")
list(SORT sources)

set(table "")
foreach(source IN LISTS sources)
    string(REGEX REPLACE "\\.py$" "" name "${source}")
    set(is_package false)
    if(name MATCHES "/__init__$")
        string(REGEX REPLACE "/__init__$" "" name "${name}")
        set(is_package true)
    endif()
    string(REPLACE "/" "." name "${name}")
    file(READ "${FOLDER}/${source}" text)
    # In pieces: compilers limit the length of one literal.
    string(LENGTH "${text}" length)
    set(literal "")
    set(start 0)
    while(start LESS length)
        string(SUBSTRING "${text}" ${start} 8000 piece)
        string(APPEND literal "\n     R\"frozen_(${piece})frozen_\"")
        math(EXPR start "${start} + 8000")
    endwhile()
    string(APPEND table "    {\"${name}\",${literal},\n     ${is_package}},\n")
endforeach()

file(WRITE "${OUTPUT}" "// Made by EmbedFrozen.cmake from builtins/frozen/*.py. Do not edit.
#include \"builtins/modules.h\"

namespace mp {

static constexpr FrozenModule table[] = {
${table}    {},
};

const FrozenModule* find_frozen_module(std::string_view name) noexcept {
    for (const FrozenModule& module : table)
        if (!module.name.empty() && module.name == name) return &module;
    return nullptr;
}

std::span<const FrozenModule> frozen_modules() noexcept { return {table, std::size(table) - 1}; }

} // namespace mp
")
