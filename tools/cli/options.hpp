// SPDX-License-Identifier: MIT
// From the words of a command line to a command and its arguments.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tools/cli/command.hpp"

namespace eligo::cli {

/// What was asked for: a command to run; or a text (help, the version) to print; or a complaint about the
/// command line.
struct Request {
  const Command* command = nullptr;
  Arguments arguments;
  ColorWish color = ColorWish::automatic;
  std::string text;       // to print, then end well
  std::string complaint;  // to print, then end with exit_usage
};

[[nodiscard]] Request read_command_line(const std::vector<std::string>& words);

}  // namespace eligo::cli
