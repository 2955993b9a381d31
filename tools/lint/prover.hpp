// SPDX-License-Identifier: MIT
// Owns what lints ask about everybody: whether conditions can hold together for anybody, on any day.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "grammar/text/source.hpp"
#include "interpreter/analysis/analysis.hpp"
#include "interpreter/check/checked.hpp"

namespace eligo::lint {

using analysis::Claim;
using builtins::Truth;
using program::NodeId;

/// A line of a block, a body or an exception, with the condition that it is and the law days on which it stands.
struct AskedLine {
  check::Index line = check::nowhere;  // of Checked::lines
  NodeId node = 0;
  program::DayRange days;
};

/// Made when a lint asks first; the same for all lints of a run, so that what one has learnt serves the next.
class Prover {
 public:
  Prover(const check::Checked& checked, const program::Program& program, types::Date about)
      : checked_(checked), program_(program), about_(about) {}

  /// False for the law of other centuries.
  [[nodiscard]] static bool looks_at(program::DayRange days) {
    return days.from <= analysis::last_of_interest.days && days.to >= analysis::first_of_interest.days;
  }
  /// Nothing where it was not found out: then the place is one of `given_up`.
  [[nodiscard]] std::optional<bool> can(const std::vector<Claim>& claims, program::DayRange days,
                                        text::Span place);
  /// The same of somebody whose fact is one of these items.
  [[nodiscard]] std::optional<bool> can(const std::vector<Claim>& claims, analysis::ItemClass of,
                                        text::Span place);
  [[nodiscard]] std::vector<std::vector<std::uint32_t>> classes(std::uint32_t slot) {
    return analysis().classes(slot);
  }
  [[nodiscard]] analysis::Answer can(const program::Decision& decision, eval::Verdict verdict,
                                     text::Span place);
  /// Somebody for whom the claims hold, to show a finding on: where it gives up, that is no answer missing.
  [[nodiscard]] analysis::Answer find(const std::vector<Claim>& claims, program::DayRange days);
  /// Nobody can: proved.
  [[nodiscard]] bool cannot(const std::vector<Claim>& claims, program::DayRange days, text::Span place) {
    return can(claims, days, place) == false;
  }
  /// Somebody would get another verdict if the line did not stand in its block.
  [[nodiscard]] std::optional<bool> matters(const program::Decision& decision,
                                            const analysis::Omission& omission, text::Span place);
  /// Both are always alike: proved.
  [[nodiscard]] bool are_same(NodeId a, NodeId b, program::DayRange days, text::Span place);

  /// Lines whose conditions are about people or days at all, each once, those within others first. Not those about each
  /// member of a list: they are as many as there are members.
  [[nodiscard]] const std::vector<AskedLine>& lines();
  /// The line's own place: its name, or its condition.
  [[nodiscard]] text::Span place_of(const AskedLine& line) const;
  /// "the line `age`", "the exception `protected`", or the condition in backticks.
  [[nodiscard]] std::string words_of(const AskedLine& line, const text::SourceSet& sources) const;

  struct GivenUp {
    text::Span place;
    std::optional<text::Span> at;  // the condition that could not be settled
  };
  [[nodiscard]] const std::vector<GivenUp>& given_up() const { return given_up_; }
  /// For lints that do not ask all that there is to ask.
  void give_up(text::Span place) { note({analysis::Answer::Kind::not_analysed, {}, {}}, place); }

  [[nodiscard]] const program::Program& program() const { return program_; }

 private:
  [[nodiscard]] analysis::Analysis& analysis();
  void note(const analysis::Answer& answer, text::Span place);
  [[nodiscard]] std::optional<bool> settled(const analysis::Answer& answer, text::Span place);
  [[nodiscard]] program::DayRange days_of(const check::LineDef& line) const;

  const check::Checked& checked_;
  const program::Program& program_;
  types::Date about_;
  std::unique_ptr<analysis::Analysis> analysis_;
  std::optional<std::vector<AskedLine>> lines_;
  std::vector<GivenUp> given_up_;
};

}  // namespace eligo::lint
