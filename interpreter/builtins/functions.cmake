# SPDX-License-Identifier: MIT
# The table of the functions that rules can call: one file a function, functions/<name>.cpp, which has the constant of
# that name. The name is the file's, so it is said once.
file(GLOB functions RELATIVE ${CMAKE_CURRENT_SOURCE_DIR}/builtins/functions CONFIGURE_DEPENDS builtins/functions/*.cpp)
list(SORT functions)
set(declarations "")
set(rows "")
foreach(file IN LISTS functions)
  string(REGEX REPLACE "\\.cpp$" "" function ${file})
  string(APPEND declarations "extern const Function ${function};\n")
  string(APPEND rows "    {\"${function}\", &library::${function}},\n")
  target_sources(eligo_builtins PRIVATE builtins/functions/${file})
endforeach()
file(GENERATE OUTPUT ${eligo_generated}/function_table.cpp CONTENT
"// Made by interpreter/builtins/functions.cmake from the files in interpreter/builtins/functions.
#include \"interpreter/builtins/function.hpp\"

namespace eligo::builtins {
namespace library {
${declarations}}  // namespace library
namespace {
constexpr NamedFunction table[] = {
${rows}};
}  // namespace

std::span<const NamedFunction> functions() { return table; }
}  // namespace eligo::builtins
")
target_sources(eligo_builtins PRIVATE ${eligo_generated}/function_table.cpp)
