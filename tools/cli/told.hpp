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

/// What was refused, by where it came from: a file, standard input, an option; "" of what has no place.
class Refusals {
 public:
  void add(const std::string& source, const Errors& errors);
  [[nodiscard]] bool empty() const { return all_.empty(); }
  /// Each error with the place in its source that it is about, and its suggestion: on standard error, or, as one document
  /// of JSON, on standard output. Values are not repeated beyond what the library's messages say: they may be personal.
  void say(bool json, Console& console) const;

 private:
  struct Refusal {
    std::string source;
    Error error;
  };
  std::vector<Refusal> all_;
};

}  // namespace eligo::cli
