# Installs the command, the headers, the libraries, and how CMake and pkg-config find them.
include(CMakePackageConfigHelpers)

set(minipy_package "${CMAKE_INSTALL_LIBDIR}/cmake/minipy")
set(minipy_kinds "")
foreach(kind IN ITEMS static shared)
    string(TOUPPER ${kind} option)
    if(NOT MINIPY_BUILD_${option})
        continue()
    endif()
    list(APPEND minipy_kinds ${kind})
    # One export for each, so that an installation with only one of them is whole.
    install(TARGETS minipy_${kind} EXPORT minipy_${kind}
        ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT development
        LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT runtime NAMELINK_COMPONENT development)
    install(EXPORT minipy_${kind} NAMESPACE minipy:: FILE minipy_${kind}.cmake DESTINATION "${minipy_package}" COMPONENT development)
endforeach()
if(NOT minipy_kinds)
    return()
endif()

install(DIRECTORY "${PROJECT_SOURCE_DIR}/interp/include/minipy" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" COMPONENT development
    FILES_MATCHING PATTERN "*.hpp" PATTERN "*.h")

configure_package_config_file("${CMAKE_CURRENT_LIST_DIR}/minipyConfig.cmake.in" "${PROJECT_BINARY_DIR}/package/minipyConfig.cmake"
    INSTALL_DESTINATION "${minipy_package}" NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file("${PROJECT_BINARY_DIR}/package/minipyConfigVersion.cmake" VERSION ${PROJECT_VERSION} COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/package/minipyConfig.cmake" "${PROJECT_BINARY_DIR}/package/minipyConfigVersion.cmake"
    DESTINATION "${minipy_package}" COMPONENT development)

set(minipy_private_libraries "-lstdc++ -lm")
if(CMAKE_DL_LIBS)
    string(APPEND minipy_private_libraries " -l${CMAKE_DL_LIBS}")
endif()
foreach(library IN LISTS MINIPY_OUTSIDE_LIBRARIES)
    string(PREPEND minipy_private_libraries "-l${library} ")
endforeach()
# Found from where the file lies, so that an installed tree may be moved.
set(minipy_pc_prefix "${CMAKE_INSTALL_PREFIX}")
if(NOT IS_ABSOLUTE "${CMAKE_INSTALL_LIBDIR}")
    file(RELATIVE_PATH minipy_pc_prefix "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
    string(REGEX REPLACE "/$" "" minipy_pc_prefix "\${pcfiledir}/${minipy_pc_prefix}")
endif()
foreach(folder IN ITEMS lib include)
    string(TOUPPER ${folder} name)
    set(minipy_pc_${folder}dir "${CMAKE_INSTALL_${name}DIR}")
    if(NOT IS_ABSOLUTE "${CMAKE_INSTALL_${name}DIR}")
        set(minipy_pc_${folder}dir "\${prefix}/${CMAKE_INSTALL_${name}DIR}")
    endif()
endforeach()
configure_file("${CMAKE_CURRENT_LIST_DIR}/minipy.pc.in" "${PROJECT_BINARY_DIR}/package/minipy.pc" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/package/minipy.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig" COMPONENT development)
