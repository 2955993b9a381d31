// SPDX-License-Identifier: MIT
// Owns one ruleset as both sides see it: the checked tree for the oracle, the program for the engine.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "eligo/eligo.hpp"
#include "grammar/text/names.hpp"
#include "grammar/text/source.hpp"
#include "tests/oracle/oracle.hpp"

namespace eligo::oracle {

/// What the engine answered, in the oracle's terms: names instead of indices.
struct Reply {
  std::string problem;  // the call went wrong: nothing else counts
  std::string verdict;  // "yes", "value 0.5", …
  std::set<std::string> own, all, leaves, presumed;
  std::set<std::string> needs, perhaps;  // needs that are certain; needs that may be none
  std::string settled;                   // "" : not settled
  bool settled_perhaps = false;
  /// Lines among the reasons, also of a settled answer, that are yes (or else no).
  std::vector<std::pair<std::uint32_t, bool>> sure;
};

class Subject {
 public:
  /// Nothing where the text is refused; `why` then has the first diagnostics.
  [[nodiscard]] static std::unique_ptr<Subject> make(const std::string& text, std::string& why);

  [[nodiscard]] const Checked& checked() const { return checked_; }
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] std::string decision_name(Index decision) const;
  [[nodiscard]] std::string fact_name(Index fact) const;
  [[nodiscard]] std::string verdict_words(VerdictWord verdict, Index decision, const Value& value) const;

  [[nodiscard]] Reply ask(const std::string& decision, const std::string& json, types::Date as_of,
                          types::Date law_day, bool needs);
  /// The verdict of the hot path, which knows no law day of its own.
  [[nodiscard]] std::string ask_fast(const std::string& decision, const std::string& json, types::Date as_of,
                                     bool again);

 private:
  Subject() = default;
  [[nodiscard]] bool front(const std::string& text, std::string& why);
  [[nodiscard]] bool engine(const std::string& text, std::string& why);
  [[nodiscard]] const std::string& line_id(std::uint32_t line);
  [[nodiscard]] const Facts* facts(const std::string& json, std::string& problem);
  void read_reasons(const Outcome& outcome, Reply& reply);

  std::string text_;
  text::SourceSet sources_;
  text::Names names_;
  grammar::Ast ast_;
  Checked checked_;
  std::shared_ptr<const Program> program_;
  std::vector<std::string> line_ids_;
  std::vector<std::string> slots_;
  std::vector<std::string> decisions_;
  Scratch scratch_;
  std::string told_json_;
  std::unique_ptr<Facts> told_;
};

}  // namespace eligo::oracle
