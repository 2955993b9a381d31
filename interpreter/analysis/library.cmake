# SPDX-License-Identifier: MIT
# eligo::analysis over CaDiCaL, which Debian packages as a static library without a CMake or pkg-config file.
find_path(CADICAL_INCLUDE_DIR cadical.hpp REQUIRED)
find_library(CADICAL_LIBRARY cadical REQUIRED)
add_library(eligo_cadical INTERFACE)
target_include_directories(eligo_cadical SYSTEM INTERFACE ${CADICAL_INCLUDE_DIR})
target_link_libraries(eligo_cadical INTERFACE ${CADICAL_LIBRARY})

file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/*.cpp)
add_library(eligo_analysis STATIC ${sources})
add_library(eligo::analysis ALIAS eligo_analysis)
target_link_libraries(eligo_analysis PUBLIC eligo_core PRIVATE eligo_cadical eligo_warnings)
