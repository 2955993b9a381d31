// SPDX-License-Identifier: MIT
// What several commands ask for in the same words: a day, a decision.
#pragma once

#include <optional>
#include <string>

#include "tools/cli/command.hpp"

namespace eligo::cli {

/// The day that an option gives, or this one where it was not given; nothing, after saying so, where it is none.
[[nodiscard]] std::optional<Date> day_of(const Arguments& arguments, const std::string& option,
                                         Date otherwise, Console& console);

/// Whether the ruleset decides that; says what it decides, where it does not.
[[nodiscard]] bool has_decision(const Program& program, const std::string& name, Console& console);

}  // namespace eligo::cli
