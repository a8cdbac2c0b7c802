# Build options, compiler flags and outside libraries. Everything a layer needs of them hangs off the interface target minipy_options.
include(CheckIPOSupported)

set(MINIPY_SANITIZE "" CACHE STRING "Sanitizers to build with: \"address,undefined\", \"thread\", ...")
option(MINIPY_GC_STRESS "Collect cycles at the first instruction after each allocation of a container (needs MINIPY_SWITCH_DISPATCH)" OFF)
option(MINIPY_FUZZ "Build the fuzzers of tests/fuzz (clang)" OFF)
option(MINIPY_CCACHE "Compile through ccache when it is installed" ON)
option(MINIPY_WERROR "Warnings are errors" OFF)

# Handlers that end in tail calls need an optimiser that keeps them sibling calls; elsewhere the same bodies compile into a switch.
set(minipy_switch_default OFF)
if(CMAKE_BUILD_TYPE STREQUAL "Debug" OR MINIPY_SANITIZE OR MINIPY_FUZZ)
    set(minipy_switch_default ON)
endif()
option(MINIPY_SWITCH_DISPATCH "Dispatch opcodes by a switch loop instead of tail calls" ${minipy_switch_default})

set(minipy_lto_default OFF)
if(CMAKE_BUILD_TYPE STREQUAL "Release" AND NOT MINIPY_SANITIZE AND NOT MINIPY_FUZZ AND PROJECT_IS_TOP_LEVEL)
    check_ipo_supported(RESULT minipy_lto_default OUTPUT ignored LANGUAGES CXX)
endif()
option(MINIPY_LTO "Optimise across layers when linking" ${minipy_lto_default})

# ---- language and compiler -------------------------------------------------------------------------------------------
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS ON) # statement expressions carry TRY and MUST
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
# -O2, not CMake's -O3: handlers stay small and keep their sibling calls.
if(CMAKE_CXX_FLAGS_RELEASE STREQUAL "-O3 -DNDEBUG")
    set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
endif()

if(MINIPY_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    find_program(MINIPY_CCACHE_PROGRAM ccache)
    if(MINIPY_CCACHE_PROGRAM)
        set(CMAKE_CXX_COMPILER_LAUNCHER "${MINIPY_CCACHE_PROGRAM}")
    endif()
endif()

add_library(minipy_options INTERFACE)
target_compile_options(minipy_options INTERFACE -Wall -Wextra -Wno-missing-field-initializers -fno-plt -fno-semantic-interposition -foptimize-sibling-calls)
if(MINIPY_WERROR)
    target_compile_options(minipy_options INTERFACE -Werror)
endif()
foreach(switch IN ITEMS MINIPY_SWITCH_DISPATCH MINIPY_GC_STRESS MINIPY_FUZZ)
    if(${switch})
        target_compile_definitions(minipy_options INTERFACE ${switch}=1)
    endif()
endforeach()

if(MINIPY_SANITIZE)
    add_compile_options(-fsanitize=${MINIPY_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${MINIPY_SANITIZE})
endif()
if(MINIPY_FUZZ)
    if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
        message(FATAL_ERROR "MINIPY_FUZZ needs clang (libFuzzer)")
    endif()
    add_compile_options(-fsanitize=fuzzer-no-link)
endif()

# Layers carry both machine code and the intermediate form: the executable is optimised across layers, while each unit test
# executable links the machine code in a moment.
function(minipy_use_fat_lto target)
    if(MINIPY_LTO AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        target_compile_options(${target} PRIVATE -flto=auto -ffat-lto-objects)
    endif()
endfunction()

function(minipy_use_lto target)
    if(MINIPY_LTO AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        target_compile_options(${target} PRIVATE -flto=auto -ffat-lto-objects)
        target_link_options(${target} PRIVATE -flto=auto -fuse-linker-plugin -O2)
    endif()
endfunction()

# ---- outside libraries -----------------------------------------------------------------------------------------------
# Boost's headers (Container, Multiprecision) are required; no compiled Boost library is.
find_package(Boost 1.74 REQUIRED)
if(NOT TARGET Boost::headers)
    add_library(Boost::headers ALIAS Boost::boost)
endif()

# Optional libraries are used when found. Each has an option of its own, and the same name as definition in the code.
function(minipy_find_library option target header library)
    find_path(${option}_INCLUDE ${header})
    find_library(${option}_LIBRARY ${library})
    mark_as_advanced(${option}_INCLUDE ${option}_LIBRARY)
    set(found OFF)
    if(${option}_INCLUDE AND ${option}_LIBRARY)
        set(found ON)
        add_library(${target} INTERFACE)
        target_include_directories(${target} SYSTEM INTERFACE "${${option}_INCLUDE}")
        target_link_libraries(${target} INTERFACE "${${option}_LIBRARY}")
    endif()
    option(${option} "Use ${library}" ${found})
    if(${option} AND NOT found)
        message(FATAL_ERROR "${option} is on, but ${header} and ${library} were not found")
    endif()
endfunction()

minipy_find_library(MINIPY_WITH_UTF8PROC minipy_utf8proc utf8proc.h utf8proc)
minipy_find_library(MINIPY_WITH_PCRE2 minipy_pcre2 pcre2.h pcre2-8)
minipy_find_library(MINIPY_WITH_ICU minipy_icu unicode/uchar.h icuuc)
minipy_find_library(MINIPY_WITH_LIBEDIT minipy_libedit histedit.h edit)
minipy_find_library(MINIPY_WITH_OPENSSL minipy_openssl openssl/evp.h crypto)
find_package(ZLIB QUIET)
option(MINIPY_WITH_ZLIB "Use zlib" ${ZLIB_FOUND})
