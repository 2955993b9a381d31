// SPDX-License-Identifier: MIT
// Owns a small ruleset, parsed and checked, with things told and outcomes made by hand: what answers are
// tested on.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "interpreter/words/words.hpp"

namespace eligo::words::test {

class Desk {
 public:
  /// Rule files, in any order. Throws with the first diagnostic where they are not right.
  explicit Desk(const std::vector<std::string>& files);
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  /// Tells a value; a value's name decides it (`ceiling`).
  Desk& tell(const std::string& name, types::Value value);
  Desk& tell(const std::string& fact, types::Told told);
  Desk& rule(const std::string& name, State state);

  [[nodiscard]] Context context(const std::string& language) const;
  [[nodiscard]] const check::Checked& checked() const { return result_.checked; }
  [[nodiscard]] Index fact(const std::string& name) const;
  /// A line by its id, or by how it begins.
  [[nodiscard]] Index line(const std::string& id) const;
  [[nodiscard]] types::Value choice(const std::string& fact, const std::string& value) const;

  /// A reason; facts by name.
  [[nodiscard]] Reason reason(const std::string& line, State state,
                              const std::vector<std::string>& facts = {},
                              std::vector<std::uint32_t> below = {}) const;
  /// An outcome of today, 1 June 2025.
  [[nodiscard]] static Outcome outcome(const std::string& decision, Verdict verdict);

 private:
  text::SourceSet sources_;
  text::Names names_;
  grammar::Ast ast_;
  check::CheckResult result_;
  std::map<Index, types::Told> told_;
  std::map<Index, types::Value> values_;
  std::map<Index, State> rules_;
};

}  // namespace eligo::words::test
