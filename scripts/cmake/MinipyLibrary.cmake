# The library that programs link: every layer in one archive (minipy_static) or shared object (minipy_shared). minipy::minipy is the one that BUILD_SHARED_LIBS chooses.
set(minipy_shared_default OFF)
set(minipy_static_default ON)
if(MINIPY_TOP_LEVEL)
    # Where minipy itself is built for use. Debug and sanitizer builds are for its own tests, which link the layers.
    if(CMAKE_BUILD_TYPE STREQUAL "Debug" OR MINIPY_SANITIZE OR MINIPY_FUZZ)
        set(minipy_static_default OFF)
    else()
        set(minipy_shared_default ON)
    endif()
elseif(BUILD_SHARED_LIBS)
    set(minipy_shared_default ON)
    set(minipy_static_default OFF)
endif()
option(MINIPY_BUILD_STATIC "Build the static library" ${minipy_static_default})
option(MINIPY_BUILD_SHARED "Build the shared library" ${minipy_shared_default})

set(minipy_layers support syntax scope bytecode compile objects vm builtins embed)
set(minipy_objects "")
set(minipy_layer_targets "")
foreach(layer IN LISTS minipy_layers)
    list(APPEND minipy_objects "$<TARGET_OBJECTS:minipy_${layer}>")
    list(APPEND minipy_layer_targets minipy_${layer})
endforeach()

# What the layers use of outside libraries: targets here, and link names where the library is installed.
set(minipy_outside_targets "")
set(MINIPY_OUTSIDE_LIBRARIES "")
foreach(entry IN ITEMS
    "MINIPY_WITH_UTF8PROC minipy_utf8proc utf8proc" "MINIPY_WITH_PCRE2 minipy_pcre2 pcre2-8"
    "MINIPY_WITH_ZLIB ZLIB::ZLIB z")
    separate_arguments(entry)
    list(GET entry 0 option)
    if(${option})
        list(GET entry 1 target)
        list(GET entry 2 name)
        list(APPEND minipy_outside_targets ${target})
        list(APPEND MINIPY_OUTSIDE_LIBRARIES ${name})
    endif()
endforeach()

# minipy_define_library(TARGET KIND): a library of all layers' objects, with the public headers alone.
function(minipy_define_library target kind)
    add_library(${target} ${kind} ${minipy_objects})
    set_target_properties(${target} PROPERTIES OUTPUT_NAME minipy LINKER_LANGUAGE CXX)
    target_compile_features(${target} INTERFACE cxx_std_20)
    target_include_directories(${target} INTERFACE
        "$<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/interp/include>" "$<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>")
endfunction()

# Both are defined so that they can be asked for by name; what is not wanted is not built by default.
minipy_define_library(minipy_static STATIC)
foreach(library IN LISTS minipy_outside_targets)
    target_link_libraries(minipy_static INTERFACE "$<BUILD_INTERFACE:${library}>")
endforeach()
target_link_libraries(minipy_static INTERFACE ${CMAKE_DL_LIBS} "$<INSTALL_INTERFACE:${MINIPY_OUTSIDE_LIBRARIES}>")
set_target_properties(minipy_static PROPERTIES EXPORT_NAME static)
if(MINIPY_LTO AND CMAKE_OBJCOPY)
    # Programs are linked to its machine code, in a moment and by any compiler: the intermediate form belongs to one version of one.
    add_custom_command(TARGET minipy_static POST_BUILD VERBATIM
        COMMAND "${CMAKE_OBJCOPY}" --wildcard -R ".gnu.lto_*" -R ".gnu.debuglto_*" -N __gnu_lto_slim -N __gnu_lto_v1 "$<TARGET_FILE:minipy_static>")
endif()
add_library(minipy::static ALIAS minipy_static)

minipy_define_library(minipy_shared SHARED)
target_link_libraries(minipy_shared PRIVATE ${minipy_outside_targets})
minipy_use_lto(minipy_shared)
# Below 1.0 a new minor version may change the interface.
set(minipy_soversion ${PROJECT_VERSION_MAJOR})
if(PROJECT_VERSION_MAJOR EQUAL 0)
    set(minipy_soversion ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR})
endif()
set_target_properties(minipy_shared PROPERTIES EXPORT_NAME shared VERSION ${PROJECT_VERSION} SOVERSION ${minipy_soversion})
add_library(minipy::shared ALIAS minipy_shared)
if(UNIX AND NOT APPLE)
    # Nothing but the interface is visible, under a version.
    set(script "${PROJECT_SOURCE_DIR}/interp/embed/symbols.map")
    target_link_options(minipy_shared PRIVATE "-Wl,--version-script=${script}" "-Wl,--no-undefined")
    set_target_properties(minipy_shared PROPERTIES LINK_DEPENDS "${script}")
endif()

if(BUILD_SHARED_LIBS AND MINIPY_BUILD_SHARED)
    add_library(minipy::minipy ALIAS minipy_shared)
else()
    add_library(minipy::minipy ALIAS minipy_static)
endif()
foreach(kind IN ITEMS STATIC SHARED)
    string(TOLOWER ${kind} name)
    if(NOT MINIPY_BUILD_${kind})
        set_target_properties(minipy_${name} PROPERTIES EXCLUDE_FROM_ALL ON)
    endif()
endforeach()
