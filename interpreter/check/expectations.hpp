// SPDX-License-Identifier: MIT
// Owns what a test can expect, wherever it stands: decisions, verdicts, and the lines that decide.
#pragma once

#include <optional>
#include <string_view>

#include "interpreter/check/context.hpp"

namespace eligo::check {

/// `undetermined`, `not_covered` or `invalid`; nothing for any other word.
[[nodiscard]] std::optional<VerdictWord> verdict_word(std::string_view word);

class Expectations {
 public:
  explicit Expectations(Context& c) : c_(c) {}

  /// The decision of that name; nowhere where there is none, which was said then, or where it has a mistake.
  [[nodiscard]] Index decision(const Word& name);
  /// The result of a decision that is yes or no is neither, nor another verdict.
  void not_yes_or_no(Index decision, Span span, std::string_view written);
  /// Adds the line's id; says where there is none.
  void because(const grammar::LineRef& line, Index decision, std::vector<std::string>& to);

 private:
  [[nodiscard]] bool exists(LineRange range, const grammar::LineRef& line, Index decl);
  void name_the_owner(text::Diagnostic& d, const grammar::LineRef& line) const;

  Context& c_;
};

}  // namespace eligo::check
