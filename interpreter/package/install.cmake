# SPDX-License-Identifier: MIT
# What `cmake --install` makes of the library: both kinds, the header, and how CMake and pkg-config find them. The components
# are `runtime` (what a program needs to run) and `development`.
include(CMakePackageConfigHelpers)

set(eligo_cmake_dir ${CMAKE_INSTALL_LIBDIR}/cmake/eligo)
foreach(kind static shared)
  install(TARGETS eligo_${kind} EXPORT eligo-${kind}
          ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development
          LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT runtime NAMELINK_COMPONENT development
          RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT runtime)
  install(EXPORT eligo-${kind} FILE eligo-${kind}-targets.cmake NAMESPACE eligo:: DESTINATION ${eligo_cmake_dir}
          COMPONENT development)
endforeach()
install(FILES include/eligo/eligo.hpp include/eligo/fact_cell.hpp DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/eligo COMPONENT development)

configure_package_config_file(package/eligo-config.cmake.in eligo-config.cmake INSTALL_DESTINATION ${eligo_cmake_dir}
                              NO_SET_AND_CHECK_MACRO NO_CHECK_REQUIRED_COMPONENTS_MACRO)
write_basic_package_version_file(eligo-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/eligo-config.cmake ${CMAKE_CURRENT_BINARY_DIR}/eligo-config-version.cmake
        DESTINATION ${eligo_cmake_dir} COMPONENT development)

# Folders that are given whole stay as they are; others are found from where the file stands.
if(IS_ABSOLUTE ${CMAKE_INSTALL_LIBDIR})
  set(eligo_pc_prefix ${CMAKE_INSTALL_PREFIX})
  set(eligo_pc_libdir ${CMAKE_INSTALL_LIBDIR})
else()
  file(RELATIVE_PATH way /prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig /prefix)
  string(REGEX REPLACE "/$" "" way ${way})
  set(eligo_pc_prefix "\${pcfiledir}/${way}")
  set(eligo_pc_libdir "\${prefix}/${CMAKE_INSTALL_LIBDIR}")
endif()
if(IS_ABSOLUTE ${CMAKE_INSTALL_INCLUDEDIR})
  set(eligo_pc_includedir ${CMAKE_INSTALL_INCLUDEDIR})
else()
  set(eligo_pc_includedir "\${prefix}/${CMAKE_INSTALL_INCLUDEDIR}")
endif()
configure_file(package/eligo.pc.in eligo.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/eligo.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)

if(ELIGO_FAULTS)
  install(CODE "message(WARNING \"this build can be given wrong meanings (ELIGO_FAULTS): install it for tests only\")")
endif()
