// SPDX-License-Identifier: MIT
// Arguments by name, and the options that every command takes.
#include "tools/cli/command.hpp"

namespace eligo::cli {

std::string Arguments::one(std::string_view option) const {
  const std::vector<std::string> values = all(option);
  return values.empty() ? "" : values.back();
}

std::vector<std::string> Arguments::all(std::string_view option) const {
  std::vector<std::string> values;
  for (const auto& [name, value] : given_)
    if (name == option) values.push_back(value);
  return values;
}

const std::vector<Option>& common_options() {
  static const std::vector<Option> options = {
      {"--color",
       "WHEN",
       "when to use colour; auto: on a terminal, unless NO_COLOR is set",
       {"auto", "always", "never"}},
      {"--help", "", "this help"},
      {"--version", "", "the version of the program"},
  };
  return options;
}

}  // namespace eligo::cli
