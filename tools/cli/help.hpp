// SPDX-License-Identifier: MIT
// Help, made from the data of the commands.
#pragma once

#include <string>

#include "tools/cli/command.hpp"

namespace eligo::cli {

/// All commands, a line each.
[[nodiscard]] std::string help();
/// One command: usage, operands, options, exit codes, examples.
[[nodiscard]] std::string help(const Command& command);

}  // namespace eligo::cli
