// SPDX-License-Identifier: MIT
// What is told of a person on the command line: a profile and single facts.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "eligo/eligo.hpp"
#include "tools/cli/console.hpp"

namespace eligo::cli {

/// Tells a profile (a file of JSON, or "-") and then single facts ("phone.version=16.1"). False, after saying
/// all that was refused, where anything was. What is told singly counts, where the profile says something else.
[[nodiscard]] bool tell(const Program& program, Facts& facts, const std::optional<std::string>& profile,
                        std::vector<std::string> single, bool json, Console& console);

/// Each error with the place in `source` that it is about, and its suggestion: on standard error, or, as
/// JSON, on standard output. Values are not repeated beyond what the library's messages say: they may be
/// personal.
void say_errors(const Errors& errors, const std::string& source, bool json, Console& console);

}  // namespace eligo::cli
